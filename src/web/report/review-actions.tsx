/**
 * What can be decided about a tandem, with its price, and the two things that somebody
 * may be asked: a reason and a note.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { fillSentence } from '../parts/fill.ts';
import type { Decision } from './decisions.ts';
import type { Acts, ReviewStep } from './review-desk.ts';

export function Actions({
  data,
  review,
  row,
  acts,
  canUndo,
}: ReviewStep & { readonly acts: Acts; readonly canUndo: boolean }) {
  const { words, declined } = review;
  const [price, moves] = declined[row] ?? [null, 0];
  const cost = price === null ? words.notPriced : data.sentences[price]!;
  return (
    <div class="act">
      <button type="button" class="main" aria-keyshortcuts="a" onClick={acts.approve}>
        <kbd>A</kbd> <b>{words.approve}</b>
        <span class="s">{words.approvePrice}</span>
      </button>
      <button type="button" aria-keyshortcuts="d" onClick={acts.decline}>
        <kbd>D</kbd> <b>{words.decline}</b>
        <span class="s">
          {cost}
          {moves > 0 && `; ${fillSentence(words.moves, { count: moves })}`}
        </span>
      </button>
      <div class="row">
        <button type="button" aria-keyshortcuts="n" onClick={acts.note}>
          {words.note} <kbd>N</kbd>
        </button>
        <button type="button" aria-keyshortcuts="z" aria-disabled={!canUndo} onClick={acts.undo}>
          {words.undo} <kbd>Z</kbd>
        </button>
        <button type="button" aria-keyshortcuts="k" onClick={acts.back}>
          {words.back} <kbd>K</kbd>
        </button>
        <button type="button" aria-keyshortcuts="j" onClick={acts.next}>
          {words.next} <kbd>J</kbd>
        </button>
      </div>
    </div>
  );
}

interface PanelProps extends ReviewStep {
  readonly settle: (change: Partial<Decision>) => void;
  readonly cancel: () => void;
}

/** No reason is chosen before: that would be the one most often logged. */
export function DeclinePanel({ review: { words }, decision, settle, cancel }: PanelProps) {
  const [reason, setReason] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      class="card panel"
      onSubmit={event => {
        event.preventDefault();
        if (reason !== '') settle({ status: 'declined', reason });
      }}
    >
      <fieldset>
        <legend>{words.reason}</legend>
        {words.reasons.map((one, at) => (
          <label key={one}>
            <input
              ref={at === 0 ? first : null}
              type="radio"
              name="reason"
              checked={reason === one}
              onChange={() => setReason(one)}
            />
            {one}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <button type="submit" class="main" aria-disabled={reason === ''}>
          {words.declineNow}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
        {decision.note !== '' && <span class="m">{decision.note}</span>}
      </div>
    </form>
  );
}

export function NotePanel({ review: { words }, decision, settle, cancel }: PanelProps) {
  const [note, setNote] = useState(decision.note);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="card panel"
      onSubmit={event => {
        event.preventDefault();
        settle({ note });
      }}
    >
      <label class="filter">
        <span>{words.note}</span>
        <input ref={field} value={note} onInput={event => setNote(event.currentTarget.value)} />
      </label>
      <div class="row">
        <button type="submit" class="main">
          {words.note}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
