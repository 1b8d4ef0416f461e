import type { Role } from '../../../domain/input-roles.ts';
import { formatCount, joinNames } from './grammar.ts';

/** What stands between cells. */
const DELIMITERS: Readonly<Record<string, string>> = { ';': 'semicolons', ',': 'commas', '\t': 'tabs', '|': 'bars' };

const ROWS: Readonly<Record<Role | 'history', string>> = {
  mentors: 'mentors',
  mentees: 'mentees',
  limits: 'limits',
  pairs: 'pairs',
  previous: 'earlier tandems',
  carryOver: 'people without a tandem',
  history: 'earlier tandems',
};

/** What `validate` understood. */
export const understood = {
  /**
   * Behind the name of a file: "5 rows of mentors, UTF-8, commas between cells". @param delimiter null in a workbook.
   */
  sheet: (rows: number, role: Role | 'history', encoding: string, delimiter: string | null): string =>
    [
      `${formatCount(rows, 'row')} of ${ROWS[role]}`,
      encoding,
      ...(delimiter === null ? [] : [`${DELIMITERS[delimiter] ?? delimiter} between cells`]),
    ].join(', '),
  /** Behind a column whose name may mean the contrary to somebody. */
  meanings: { priority: 'the larger number is served first' } as Readonly<Record<string, string>>,
  kept: (headers: readonly string[]): string => `kept under their own names: ${joinNames(headers, 20)}`,
  /** @param columns that rules need, that nothing needs, and that are there for nothing. */
  missing: (columns: readonly string[]): string => `missing, but used by rules: ${joinNames(columns, 99)}`,
  missingUnused: (columns: readonly string[]): string => `missing, and not needed: ${joinNames(columns, 99)}`,
  unused: (columns: readonly string[]): string => `not used by any rule: ${joinNames(columns, 99)}`,
  policy: 'Rules',
  preset: (name: string): string => `preset ${name}`,
  /** The heads of rows about the policy. */
  must: 'ruled out',
  prefer: 'points if',
  objective: 'goals',
  pairs: 'pairs',
  none: 'none',
  points: (condition: string, points: number): string => `${condition} (${points})`,
  levels: (names: readonly string[]): string => names.join(', then '),
  pairsOnly: 'only pairs to which the list of pairs gives points may be paired',
  ready: 'Ready to match.',
  notReady: 'Not ready.',
  /** @param unused columns that were left out. */
  written: (folder: string, files: readonly string[], unused: readonly string[]): string => {
    const left =
      unused.length === 0
        ? ''
        : ` Columns that no rule uses are left out (${joinNames(unused)}). To keep them, add --all-columns.`;
    return `Written to ${folder}: ${joinNames(files, files.length)}.${left}`;
  },
};
