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
  /** Decisions on tandems that a later run has not: they are saved with the others. */
  readonly beside: readonly DecidedRow[];
}

/** A decision as decisions.csv has it: who is meant (id, name and address of both), the status and the note. */
export type DecidedRow = readonly string[];

/** @param decided what was decided before, in whichever run. */
export function beginDecisions(decided: readonly DecidedRow[] = [], data: PageData | null = null): ReviewDecisions {
  const rows = new Map(data?.tandems.map((_, row) => [keyRow(namePair(data, row)), row] as const));
  const findRow = (cells: DecidedRow) => rows.get(keyRow(cells));
  const now = new Map(
    decided.flatMap(cells => {
      const row = findRow(cells);
      return row === undefined ? [] : [[row, readDecision(cells)] as const];
    }),
  );
  return { now, before: [], saved: now, beside: decided.filter(cells => findRow(cells) === undefined) };
}

/** Of a decision only what is declined has a reason, and that is no tandem any more. */
function readDecision(cells: DecidedRow): Decision {
  const [status = '', note = ''] = cells.slice(WHO);
  return { status: status === 'approved' || status === 'declined' ? status : '', reason: '', note };
}

/** So many cells say who is meant. */
const WHO = 6;

function keyRow(cells: DecidedRow): string {
  return cells.slice(0, WHO).join('\n');
}

/** Decides on the tandem of a row. */
export function decide(decisions: ReviewDecisions, row: number, change: Partial<Decision>): ReviewDecisions {
  const { now, before } = decisions;
  const decided = new Map(now).set(row, { ...(now.get(row) ?? UNDECIDED), ...change });
  return { ...decisions, now: decided, before: [...before, now] };
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
 * The file that `match --previous` takes: a row for each tandem that was decided or noted, as in tandems.csv. Others
 * are not in it, so that the next run is free to change them.
 */
export function writeDecisions(decisions: ReviewDecisions, data: PageData): string {
  return writeDecided(listDecided(decisions, data));
}

export function writeDecided(decided: readonly DecidedRow[]): string {
  const lines = [COLUMNS, ...decided].map(cells => cells.map(cell => quoteCell(neutraliseFormula(cell))).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The decisions as rows: those on tandems that are none any more, and then in the order of the tandems. */
export function listDecided({ now, beside }: ReviewDecisions, data: PageData): readonly DecidedRow[] {
  const rows = [...now]
    .filter(([, { status }]) => status !== '')
    .sort(([a], [b]) => a - b)
    .map(([row, { status, reason, note }]) => {
      const why = [status === 'declined' ? reason : '', note].filter(text => text !== '').join(': ');
      return [...namePair(data, row), status, why];
    });
  return [...beside, ...rows];
}

/** Who a tandem is of: id, name and address of both. */
export function namePair({ tandems, people, review }: PageData, row: number): readonly string[] {
  const name = (person: number) => {
    const [id = '', email = ''] = review?.details[person] ?? [];
    return [id, people[person]![0], email];
  };
  const [mentor, mentee] = tandems[row]!;
  return [...name(mentor), ...name(mentee)];
}

function quoteCell(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
