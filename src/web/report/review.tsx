/** The review: a queue of tandems, the pair, its alternatives with their prices, and what is decided about it. */
import { useRef } from 'preact/hooks';
import { fillSentence } from '../parts/fill.ts';
import { countUnsaved, type Decision, type ReviewDecisions, UNDECIDED } from './decisions.ts';
import type { PageData, ReviewData } from './page-data.ts';
import { Alternatives } from './pair-alternatives.tsx';
import { PairCard } from './pair-card.tsx';
import { Actions, DeclinePanel, NotePanel } from './review-actions.tsx';
import { type MatchAgain, type ReviewStep, useDesk, useKeys, useLeaveQuestion } from './review-desk.ts';
import { Queue } from './review-queue.tsx';

interface ReviewProps {
  readonly data: PageData;
  readonly review: ReviewData;
  readonly again?: MatchAgain;
}

export function Review({ data, review, again }: ReviewProps) {
  const desk = useDesk(data, again);
  const { decisions, rows, row, panel, acts } = desk;
  const box = useRef<HTMLDivElement>(null);
  useKeys(box, desk.hasKeys, acts);
  useLeaveQuestion(countUnsaved(decisions) > 0);
  const step: ReviewStep = { data, review, row, decision: decisions.now.get(row) ?? UNDECIDED };
  const queue = { data, review, rows, row, decisions, showing: desk.showing, show: desk.show, go: desk.go };
  const answer = { ...step, settle: desk.settle, cancel: desk.cancel };
  return (
    <div class="review" ref={box}>
      <ReviewBar data={data} words={review.words} desk={desk} again={again} />
      <p class="s m">{review.words.keysHelp}</p>
      <div class="rv">
        <Queue {...queue} />
        <PairCard {...step} />
        <Alternatives {...step} />
      </div>
      <div class="dock">
        {panel === 'decline' && <DeclinePanel {...answer} />}
        {panel === 'note' && <NotePanel {...answer} />}
        <Actions {...step} acts={acts} canUndo={decisions.before.length > 0} />
      </div>
    </div>
  );
}

interface ReviewBarProps {
  readonly data: PageData;
  readonly words: ReviewData['words'];
  readonly desk: ReturnType<typeof useDesk>;
  readonly again: MatchAgain | undefined;
}

function ReviewBar({ data, words, desk: { decisions, isSaved, hasKeys, setKeys, save }, again }: ReviewBarProps) {
  const unsaved = countUnsaved(decisions);
  return (
    <div class="review-bar">
      <p role="status">
        {sayCount(data, decisions, words.count)}
        {unsaved > 0 && ` · ${fillSentence(words.unsaved, { count: unsaved })}`}
        {isSaved && ` · ${words.saved}`}
      </p>
      <label class="check">
        <input type="checkbox" checked={hasKeys} onChange={event => setKeys(event.currentTarget.checked)} />
        {words.keys}
      </label>
      <button type="button" onClick={save}>
        {words.save}
      </button>
      {again !== undefined && (
        <button type="button" class="again" aria-disabled={again.isBusy} onClick={again.match}>
          {again.label}
        </button>
      )}
    </div>
  );
}

function sayCount({ tandems }: PageData, { now }: ReviewDecisions, sentence: string): string {
  const count = (status: Decision['status']) => [...now.values()].filter(one => one.status === status).length;
  const [approved, declined] = [count('approved'), count('declined')];
  return fillSentence(sentence, { decided: approved + declined, all: tandems.length, approved, declined });
}
