import { plain } from '../domain/text.ts';
import type { Paint } from './problems.ts';
import { unpainted, wordsOf, wrapped } from './wrapped.ts';

/** How a text is laid out. `width` is null where a line may have any length. */
export interface Layout {
  readonly paint: Paint;
  readonly width: number | null;
}

/** A sentence in lines of the terminal. @param indent how many blanks stand before each. */
export function sentence(text: string, indent: number, { width }: Layout, hang = indent): string {
  return wrapped(wordsOf(plain(text), indent, unpainted), width, ' '.repeat(hang));
}

/** Figures with words beside them: the words of all begin in one column. */
export function ledgerLines(rows: readonly (readonly [figure: string, words: string])[], layout: Layout): string[] {
  const width = rows.reduce((most, [figure]) => Math.max(most, figure.length), 0);
  return rows.map(([figure, words]) => sentence(`${figure.padEnd(width)}  ${words}`, 2, layout, width + 4));
}
