/** The queue of a review: the tandems that are shown, each with its fit and what to look at. */
import type { ReviewDecisions } from './decisions.ts';
import type { PageData, ReviewData } from './page-data.ts';
import type { Showing } from './review-desk.ts';
import { formatPoints } from './tables.tsx';

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

export function Queue({ data, review: { words }, rows, row, decisions, showing, show, go }: QueueProps) {
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

/** What a decision is called. */
export function nameStatus(status: string, words: ReviewData['words']): string {
  return status === 'approved' ? words.approved : status === 'declined' ? words.declined : status;
}
