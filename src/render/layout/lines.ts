import { plain } from '../../domain/text.ts';
import type { Paint } from './paint.ts';
import { unpainted, wordsOf, wrapped } from './wrapped.ts';

/** A line of a list: what is marked at its beginning, and the rest. */
export interface Line {
  readonly mark: string;
  readonly text: string;
}

/** Lines of text that are longer than this are tiring to read. */
const READABLE = 100;

/** A sentence as lines that fit. @param width of the terminal, or null where there is none and a line may have any length. */
export function filled(text: string, width: number | null, indent = 0): string {
  return wrapped(wordsOf(plain(text), indent, unpainted), lineWidth(width), ' '.repeat(indent));
}

/** A heading, on lines that fit. */
export function heading(text: string, paint: Paint, width: number | null): string {
  return wrapped(wordsOf(plain(text), 0, paint.bold), lineWidth(width), '');
}

/** A list whose marks stand below each other, and whose texts go on below their beginnings. */
export function marked(lines: readonly Line[], width: number | null): string[] {
  const widest = lines.reduce((most, { mark }) => Math.max(most, mark.length), 0);
  const indent = widest + 4;
  return lines.map(({ mark, text }) => {
    const words = wordsOf(plain(text), 2, unpainted);
    const first = { text: mark, gap: 2 + widest - mark.length, paint: unpainted };
    return wrapped([first, ...words], lineWidth(width), ' '.repeat(indent));
  });
}

function lineWidth(width: number | null): number | null {
  return width === null ? null : Math.min(width, READABLE);
}
