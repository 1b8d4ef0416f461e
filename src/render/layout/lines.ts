import { makePlain } from '../../domain/text.ts';
import type { Paint } from './paint.ts';
import { leaveUnpainted, splitIntoWords, wrapWords } from './wrapped.ts';

/** A line of a list: what is marked at its beginning, and the rest. */
export interface Line {
  readonly mark: string;
  readonly text: string;
}

/** Lines of text that are longer than this are tiring to read. */
const READABLE = 100;

/**
 * A sentence as lines that fit. @param width of the terminal, or null where there is
 * none and a line may have any length.
 * @param further how much further in all lines but the first begin.
 */
export function wrapText(text: string, width: number | null, indent = 0, further = 0): string {
  const words = splitIntoWords(makePlain(text), indent, leaveUnpainted);
  return wrapWords(words, capWidth(width), ' '.repeat(indent + further));
}

/** A heading, on lines that fit. */
export function formatHeading(text: string, paint: Paint, width: number | null): string {
  return wrapWords(splitIntoWords(makePlain(text), 0, paint.bold), capWidth(width), '');
}

/** A list whose marks stand below each other, and whose texts go on below their beginnings. */
export function formatMarkedLines(lines: readonly Line[], width: number | null): string[] {
  const widest = lines.reduce((most, { mark }) => Math.max(most, mark.length), 0);
  const indent = widest + 4;
  return lines.map(({ mark, text }) => {
    const words = splitIntoWords(makePlain(text), 2, leaveUnpainted);
    const first = { text: mark, gap: 2 + widest - mark.length, paint: leaveUnpainted };
    return wrapWords([first, ...words], capWidth(width), ' '.repeat(indent));
  });
}

function capWidth(width: number | null): number | null {
  return width === null ? null : Math.min(width, READABLE);
}
