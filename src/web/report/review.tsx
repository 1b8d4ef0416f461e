/** The review: a queue of tandems, the pair, its alternatives with their prices, and what is decided about it. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fillSentence } from '../parts/fill.ts';
import {
  beginDecisions,
  countUnsaved,
  type Decision,
  decide,
  type ReviewDecisions,
  UNDECIDED,
  undo,
  writeDecisions,
} from './decisions.ts';
import type { PageData, PartnerRow, ReviewData } from './page-data.ts';
import { formatPoints } from './tables.tsx';

type Showing = 'look' | 'all' | 'open' | 'decided';

interface ReviewStep {
  readonly data: PageData;
  readonly review: ReviewData;
  readonly row: number;
  readonly decision: Decision;
}

type Panel = 'none' | 'decline' | 'note';

/** What a page adds that can match again: the decisions to begin with, and whoever hears of new ones. */
export interface MatchAgain {
  readonly first: ReviewDecisions;
  readonly hear: (decisions: ReviewDecisions) => void;
  readonly match: () => void;
  readonly label: string;
  readonly isBusy: boolean;
}

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
      {panel === 'decline' && <DeclinePanel {...answer} />}
      {panel === 'note' && <NotePanel {...answer} />}
      <Actions {...step} acts={acts} canUndo={decisions.before.length > 0} />
    </div>
  );
}

/** Which tandem is looked at, what is decided, and what can be done. */
function useDesk(data: PageData, again: MatchAgain | undefined) {
  const [decisions, setDecisions] = useState<ReviewDecisions>(() => again?.first ?? beginDecisions());
  useEffect(() => again?.hear(decisions), [decisions]);
  const [showing, show] = useState<Showing>('look');
  const [asked, go] = useState<number | null>(null);
  const [panel, setPanel] = useState<Panel>('none');
  const [hasKeys, setKeys] = useState(true);
  const [isSaved, setSaved] = useState(false);
  const rows = listQueue(data, decisions, showing);
  const row = asked ?? rows[0] ?? 0;
  const cancel = () => setPanel('none');
  const settle = (change: Partial<Decision>) => {
    setDecisions(decide(decisions, row, change));
    setSaved(false);
    cancel();
  };
  const turn = (by: number) => {
    cancel();
    go(rows[Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + by))] ?? row);
  };
  const save = () => {
    saveFile('decisions.csv', writeDecisions(decisions, data));
    setDecisions({ ...decisions, saved: decisions.now });
    setSaved(true);
  };
  const acts: Acts = {
    approve: () => settle({ status: 'approved', reason: '' }),
    decline: () => setPanel('decline'),
    note: () => setPanel('note'),
    undo: () => setDecisions(undo(decisions)),
    next: () => turn(1),
    back: () => turn(-1),
  };
  return { decisions, showing, show, go, panel, hasKeys, setKeys, isSaved, rows, row, settle, cancel, save, acts };
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

/** The rows that are shown, those that need a look first. */
function listQueue({ tandems }: PageData, { now }: ReviewDecisions, showing: Showing): readonly number[] {
  const all = tandems.map((_, row) => row);
  const isDecided = (row: number) => (now.get(row)?.status ?? '') !== '' || tandems[row]![5] !== 0;
  const needsLook = (row: number) => tandems[row]![4].length > 0;
  switch (showing) {
    case 'look':
      return [...all.filter(needsLook), ...all.filter(row => !needsLook(row))];
    case 'all':
      return all;
    case 'open':
      return all.filter(row => !isDecided(row));
    case 'decided':
      return all.filter(isDecided);
  }
}

function sayCount({ tandems }: PageData, { now }: ReviewDecisions, sentence: string): string {
  const count = (status: Decision['status']) => [...now.values()].filter(one => one.status === status).length;
  const [approved, declined] = [count('approved'), count('declined')];
  return fillSentence(sentence, { decided: approved + declined, all: tandems.length, approved, declined });
}

/** Leaving with decisions that are not saved asks. */
function useLeaveQuestion(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isOpen]);
}

type Acts = Readonly<Record<'approve' | 'decline' | 'note' | 'undo' | 'next' | 'back', () => void>>;

const KEYS: Readonly<Record<string, keyof Acts>> = {
  a: 'approve',
  d: 'decline',
  n: 'note',
  z: 'undo',
  j: 'next',
  k: 'back',
};

/** Single keys, where they are switched on, while the focus is in the review and not in a field. */
function useKeys(box: RefObject<HTMLDivElement | null>, isOn: boolean, acts: Acts): void {
  useEffect(() => {
    const element = box.current;
    if (element === null || !isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      const act = KEYS[event.key.toLowerCase()];
      const isField =
        event.target instanceof Element && event.target.matches('input:not([type=checkbox]), select, textarea');
      if (act === undefined || isField || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      acts[act]();
    };
    element.addEventListener('keydown', hear);
    return () => element.removeEventListener('keydown', hear);
  });
}

/** By a download, which works everywhere and leaves nothing behind in the browser. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

interface QueueProps {
  readonly data: PageData;
  readonly review: ReviewData;
  readonly rows: readonly number[];
  readonly row: number;
  readonly decisions: ReviewDecisions;
  readonly showing: Showing;
  readonly show: (showing: Showing) => void;
  readonly go: (row: number) => void;
}

/** So many are listed around the one that is shown: more would make each step slow. */
const LISTED = 100;

function Queue({ data, review: { words }, rows, row, decisions, showing, show, go }: QueueProps) {
  const { tandems, people } = data;
  const start = Math.floor(Math.max(0, rows.indexOf(row)) / LISTED) * LISTED;
  return (
    <div class="queue">
      <label class="filter">
        <span>{words.show}</span>
        <select value={showing} onChange={event => show(event.currentTarget.value as Showing)}>
          {(['look', 'all', 'open', 'decided'] as const).map(one => (
            <option key={one} value={one}>
              {words.shows[one]}
            </option>
          ))}
        </select>
      </label>
      <ul aria-label={words.queue}>
        {rows.slice(start, start + LISTED).map(one => {
          const [mentor, mentee, score, , looks, status] = tandems[one]!;
          const decided = decisions.now.get(one)?.status || (status === 0 ? '' : data.words.tandems.statuses[status]);
          const tags = [
            ...looks.map(look => data.words.tandems.looks[look]),
            ...(decided ? [nameStatus(decided, words)] : []),
          ];
          return (
            <li key={one}>
              <button type="button" aria-current={one === row ? 'true' : undefined} onClick={() => go(one)}>
                <span>{people[mentor]![0]}</span>
                <b>{formatPoints(score, data.words.decimal)}</b>
                <span>{people[mentee]![0]}</span>
                <span class="s m tags">{tags.join(' · ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function nameStatus(status: string, words: ReviewData['words']): string {
  return status === 'approved' ? words.approved : status === 'declined' ? words.declined : status;
}

function PairCard(step: ReviewStep) {
  const { data, review, row, decision } = step;
  const { words, most } = review;
  const [mentor, mentee, score, points, looks] = data.tandems[row]!;
  const names = { mentor: data.people[mentor]![0], mentee: data.people[mentee]![0] };
  const format = (thousandths: number) => formatPoints(thousandths, data.words.decimal);
  return (
    <section class="card pair-card" aria-labelledby="pair-head">
      <h3 id="pair-head">{fillSentence(words.pair, names)}</h3>
      <p class="tags">
        {decision.status !== '' && <span class="tag full">{nameStatus(decision.status, words)}</span>}
        {looks.map(look => (
          <span class="tag warn" key={look}>
            {data.words.tandems.looks[look]}
          </span>
        ))}
      </p>
      {(decision.reason !== '' || decision.note !== '') && (
        <p class="m">{[decision.reason, decision.note].filter(text => text !== '').join(': ')}</p>
      )}
      <PairTable {...step} />
      <p class="why">
        <b>{fillSentence(words.points, { points: format(score), most: format(most) })}</b>
      </p>
      <StackedBar parts={data.parts} points={points} most={most} format={format} />
      <PointsTable {...step} />
    </section>
  );
}

/** The two side by side, with what they have in common. */
function PairTable({ data, review: { words, details }, row }: ReviewStep) {
  const [mentor, mentee] = data.tandems[row]!;
  const [one, other] = [details[mentor]!, details[mentee]!];
  const lists = [
    { head: words.facts.languages, cells: [one[4], other[4]] },
    { head: words.facts.topics, cells: [one[5], other[5]] },
  ] as const;
  return (
    <table class="two">
      <thead>
        <tr>
          <td />
          <th scope="col">{data.words.tandems.mentor}</th>
          <th scope="col">{data.words.tandems.mentee}</th>
        </tr>
      </thead>
      <tbody>
        <FactRow head={words.facts.department} cells={[one[2], other[2]]} />
        <FactRow head={words.facts.place} cells={[one[3], other[3]]} />
        {lists.map(({ head, cells: [first, second] }) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            <SharedCell list={first} other={second} />
            <SharedCell list={second} other={first} />
          </tr>
        ))}
        <FactRow head={words.facts.slots} cells={[one[6], other[6]]} />
      </tbody>
    </table>
  );
}

/** What each part of the score comes to, and of what. */
function PointsTable({ data, review: { words, weights }, row }: ReviewStep) {
  const [, , , points] = data.tandems[row]!;
  const format = (thousandths: number) => formatPoints(thousandths, data.words.decimal);
  return (
    <table class="points">
      <tbody>
        {data.parts.map((part, at) => (
          <tr key={part}>
            <th scope="row">
              <i class={`sw p${at % PARTS}`} />
              {part}
            </th>
            <td class="num b">{format(points[at]!)}</td>
            <td class="m">
              {words.of} {format(weights[at]!)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many colours there are for parts; they come again where there are more. */
const PARTS = 5;

function FactRow({ head, cells }: { readonly head: string; readonly cells: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      <td>{cells[0]}</td>
      <td>{cells[1]}</td>
    </tr>
  );
}

/** What both have in common is bold. */
function SharedCell({ list, other }: { readonly list: readonly string[]; readonly other: readonly string[] }) {
  const known = new Set(other.map(text => text.toLowerCase()));
  return (
    <td>
      {list.map((text, at) => (
        <span key={text}>
          {at > 0 && ', '}
          {known.has(text.toLowerCase()) ? <b>{text}</b> : text}
        </span>
      ))}
    </td>
  );
}

interface StackedBarProps {
  readonly parts: readonly string[];
  readonly points: readonly number[];
  readonly most: number;
  readonly format: (thousandths: number) => string;
}

/** Points part by part, in a fixed order; what is empty is missing to the most possible. */
function StackedBar({ parts, points, most, format }: StackedBarProps) {
  const share = (thousandths: number) => (most <= 0 ? 0 : (100 * Math.max(0, thousandths)) / most);
  const starts = points.map((_, at) => points.slice(0, at).reduce((sum, one) => sum + share(one), 0));
  const say = parts.map((part, at) => `${part} ${format(points[at]!)}`).join(', ');
  return (
    <svg class="stacked" width="100%" height="24" role="img" aria-label={say}>
      <rect class="track" x="0" y="0.5" width="100%" height="23" />
      {points.map((one, at) => (
        <rect
          key={parts[at]}
          class={`p${at % PARTS}`}
          x={`${starts[at]}%`}
          y="2"
          width={`${Math.max(0, share(one) - 0.3)}%`}
          height="20"
        />
      ))}
    </svg>
  );
}

function Alternatives({ data, review, row }: ReviewStep) {
  const { words, declined, mentors, mentees } = review;
  const [mentor, mentee] = data.tandems[row]!;
  const names = { mentor: data.people[mentor]![0], mentee: data.people[mentee]![0] };
  const isNone = mentors[row]!.length + mentees[row]!.length === 0;
  return (
    <section class="card alts" aria-labelledby="alts-head">
      <h3 id="alts-head">{words.alternatives}</h3>
      <p class="s m">{declined.length === 0 ? words.notPricedAtAll : isNone ? words.noAlternatives : words.alone}</p>
      <PartnerList
        data={data}
        review={review}
        rows={mentors[row]!}
        head={fillSentence(words.otherMentors, names)}
        other={names.mentor}
      />
      <PartnerList
        data={data}
        review={review}
        rows={mentees[row]!}
        head={fillSentence(words.otherMentees, names)}
        other={names.mentee}
      />
    </section>
  );
}

interface PartnerListProps {
  readonly data: PageData;
  readonly review: ReviewData;
  readonly rows: readonly PartnerRow[];
  readonly head: string;
  readonly other: string;
}

function PartnerList({ data, review: { words }, rows, head, other }: PartnerListProps) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{head}</h4>
      <ul class="partners">
        {rows.map(([person, price, moves, isInstead]) => (
          <li key={person}>
            <span>
              <b>{data.people[person]![0]}</b> {fillSentence(isInstead ? words.instead : words.besides, { other })}
            </span>
            <b>{data.sentences[price]}</b>
            {moves > 0 && <span class="s m">{fillSentence(words.moves, { count: moves })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Actions({
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
function DeclinePanel({ review: { words }, decision, settle, cancel }: PanelProps) {
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

function NotePanel({ review: { words }, decision, settle, cancel }: PanelProps) {
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
