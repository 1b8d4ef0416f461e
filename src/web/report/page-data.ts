/** What the script of a report finds in its page: arrays, as JSON. */
import type { TableWords } from '../parts/data-table.tsx';

/** The id of the element that holds it. */
export const DATA_ID = 'data';

/** A tandem, as a row of its table. */
export interface TandemRow {
  readonly mentor: string;
  readonly mentee: string;
  readonly points: number;
}

export interface PageData {
  readonly tandems: readonly TandemRow[];
  readonly words: ReportTableWords;
}

/** What the tables of a report say. */
export interface ReportTableWords extends TableWords {
  readonly tandems: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly points: string;
}

/** Writes data so that nothing in them ends the element around them. */
export function writeJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
