/** What the script of a report finds in its page: arrays, as JSON. */
import type { TableWords } from '../parts/data-table.tsx';

/** The id of the element that holds it. */
export const DATA_ID = 'data';

/** A person: name, and what is said below it ("R&D · Japan"). */
export type PersonText = readonly [name: string, about: string];

/** A tandem, as a row: two people by their numbers, thousandths of points, what to look at and the status by their numbers. */
export type TandemRow = readonly [
  mentor: number,
  mentee: number,
  score: number,
  points: readonly number[],
  looks: readonly number[],
  status: number,
];

/** Somebody without a tandem: their number, their role's, and two sentences by their numbers. */
export type WithoutRow = readonly [person: number, side: number, why: number, help: number];

export interface PageData {
  readonly people: readonly PersonText[];
  readonly tandems: readonly TandemRow[];
  readonly without: readonly WithoutRow[];
  /** Sentences of those without a tandem: many are alike. */
  readonly sentences: readonly string[];
  /** What parts of a score are called. */
  readonly parts: readonly string[];
  readonly words: ReportTableWords;
}

/** What the tables of a report say. */
export interface ReportTableWords extends TableWords {
  readonly decimal: string;
  readonly tandems: {
    readonly head: string;
    readonly nobody: string;
    readonly mentor: string;
    readonly mentee: string;
    readonly points: string;
    readonly look: string;
    readonly status: string;
    readonly looks: readonly string[];
    readonly statuses: readonly string[];
  };
  readonly without: {
    readonly head: string;
    readonly nobody: string;
    readonly person: string;
    readonly side: string;
    readonly sides: readonly string[];
    readonly why: string;
    readonly help: string;
  };
}

/** Writes data so that nothing in them ends the element around them; a list a line, so that lines are short. */
export function writeJson(data: PageData): string {
  const rows = (list: readonly unknown[]) => `[\n${list.map(row => JSON.stringify(row)).join(',\n')}\n]`;
  const fields = Object.entries(data).map(
    ([key, value]) => `${JSON.stringify(key)}:${Array.isArray(value) ? rows(value) : JSON.stringify(value)}`,
  );
  return `{${fields.join(',\n')}}`.replaceAll('<', '\\u003c');
}
