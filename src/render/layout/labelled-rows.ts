import { leaveUnpainted, splitIntoWords, wrapWords } from './wrapped.ts';

/** A row of two columns: a short head, and lines beside it that are as long as they are. */
export interface WrappedRow {
  readonly head: string;
  readonly lines: readonly string[];
}

/**
 * Rows whose lines begin at one column and go on there where they are wrapped, so that a
 * head is never cut off from them.
 */
export function alignRows(rows: readonly WrappedRow[], width: number): string[] {
  const heads = rows.filter(({ lines }) => lines.length > 0).map(({ head }) => head.length);
  const indent = ' '.repeat(heads.reduce((a, b) => Math.max(a, b), 0) + 2);
  return rows.flatMap(({ head, lines }) => {
    if (lines.length === 0) return wrapWords(splitIntoWords(head, 0, leaveUnpainted), width, '  ').split('\n');
    return lines.flatMap((line, at) => {
      const before = at === 0 ? head.padEnd(indent.length) : indent;
      const [mark] = MARK.exec(line)!;
      const words = splitIntoWords(line.slice(mark.length), 0, leaveUnpainted);
      const below = `${indent}${' '.repeat(mark.length)}`;
      return `${before}${mark}${wrapWords(words, width - below.length, '')}`.replaceAll('\n', `\n${below}`).split('\n');
    });
  });
}

/** The number that a line begins with, and blanks: what goes on below begins behind them. */
const MARK = /^ *(?:\d+ +)?/u;
