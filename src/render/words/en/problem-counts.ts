import { formatCount, joinNames } from './grammar.ts';

/** What is said around the problems of files. */
export const report = {
  /** "2 errors, 1 warning" */
  counts: (errors: number, warnings: number): string =>
    [
      ...(errors > 0 ? [formatCount(errors, 'error')] : []),
      ...(warnings > 0 ? [formatCount(warnings, 'warning')] : []),
    ].join(', '),
  /** Behind a location whose row a text editor shows under another number. */
  line: (line: number): string => `line ${line}`,
  advice: (code: string): string =>
    `To read more about a message, type rmentor explain ${code}. To get all of them as a sheet, type rmentor validate --errors FILE.`,
  /** Instead of messages that would not fit a screen. */
  more: (messages: number): string => `and ${formatCount(messages, 'more message')}`,
  /** Behind a message about a row, where others say the same: "…; rows 8, 12–19 and 40 too". */
  alsoIn: (message: string, rows: string): string => `${message}; ${rows} too`,
  moreLikeThese: (problems: number, rows: string): string => `${problems} more like these: ${rows}`,
  /** @param runs rows, and runs of rows; @param left how many rows are not named. */
  rows: (runs: readonly string[], left: number, isOne: boolean): string => {
    const named = left > 0 ? [...runs, `${left} more`] : runs;
    return `${isOne ? 'row' : 'rows'} ${joinNames(named, named.length)}`;
  },
};
