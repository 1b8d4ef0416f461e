/** What people decide in a review, and the file that the next run takes it from. */
import { neutraliseFormula } from '../../domain/formula.ts';
import type { PageData } from './page-data.ts';

export interface Decision {
  readonly status: 'approved' | 'declined' | '';
  readonly reason: string;
  readonly note: string;
}

export const UNDECIDED: Decision = { status: '', reason: '', note: '' };

/** ReviewDecisions by the row of the tandem, and each state before the last step, so that it can be taken back. */
export interface ReviewDecisions {
  readonly now: ReadonlyMap<number, Decision>;
  readonly before: readonly ReadonlyMap<number, Decision>[];
  /** What was saved last. */
  readonly saved: ReadonlyMap<number, Decision>;
}

export function beginDecisions(): ReviewDecisions {
  const none = new Map<number, Decision>();
  return { now: none, before: [], saved: none };
}

/** Decides on the tandem of a row. */
export function decide(
  { now, before, saved }: ReviewDecisions,
  row: number,
  change: Partial<Decision>,
): ReviewDecisions {
  const decided = new Map(now).set(row, { ...(now.get(row) ?? UNDECIDED), ...change });
  return { now: decided, before: [...before, now], saved };
}

/** Takes the last step back. */
export function undo(decisions: ReviewDecisions): ReviewDecisions {
  const last = decisions.before.at(-1);
  return last === undefined ? decisions : { ...decisions, now: last, before: decisions.before.slice(0, -1) };
}

/** Counts rows that are not as they were saved. */
export function countUnsaved({ now, saved }: ReviewDecisions): number {
  const rows = new Set([...now.keys(), ...saved.keys()]);
  const write = (map: ReviewDecisions['now'], row: number) => JSON.stringify(map.get(row) ?? UNDECIDED);
  return [...rows].filter(row => write(now, row) !== write(saved, row)).length;
}

const COLUMNS = [
  'mentor_id',
  'mentor_name',
  'mentor_email',
  'mentee_id',
  'mentee_name',
  'mentee_email',
  'status',
  'note',
];

/**
 * The file that `match --previous` takes: a row for each tandem that was decided or noted, as in tandems.csv. Others are not in it, so that the next run
 * is free to change them.
 */
export function writeDecisions({ now }: ReviewDecisions, { tandems, people, review }: PageData): string {
  const name = (person: number) => {
    const [id = '', email = ''] = review?.details[person] ?? [];
    return [id, people[person]![0], email];
  };
  const rows = [...now]
    .filter(([, { status }]) => status !== '')
    .sort(([a], [b]) => a - b)
    .map(([row, { status, reason, note }]) => {
      const [mentor, mentee] = tandems[row]!;
      const why = [status === 'declined' ? reason : '', note].filter(text => text !== '').join(': ');
      return [...name(mentor), ...name(mentee), status, why];
    });
  const lines = [COLUMNS, ...rows].map(cells => cells.map(cell => quoteCell(neutraliseFormula(cell))).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoteCell(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
