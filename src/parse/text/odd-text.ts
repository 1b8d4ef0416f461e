import { restoreFormula } from '../../domain/formula.ts';
import type { TextOddity } from '../../domain/problem-facts.ts';
import { oddText, type Problem } from '../../domain/problems.ts';
import { cutAtLines, decodeUtf8 } from './bytes.ts';
import type { Raw, Row } from './raw-rows.ts';

/** What a line has that has an odd cell: looking for it in a file costs less than looking at its cells. */
const SIGNS =
  /[ÂÃ√\u0400-\u047f\u0500-\u053f\u1c80-\u1cbf\u2dc0-\u2dff\ua640-\ua67f\u{1e000}-\u{1e03f}]|â€|&#?[\dA-Za-z]{2,8};|'[\d+]|[A-Za-z\u0080-\u{10ffff}]\?[a-z\u00c0-\u{10ffff}]/u;

/** Whether a text may have cells that `listOddTexts` tells. */
export function mayBeOdd(utf8: Uint8Array): boolean {
  for (const piece of cutAtLines(utf8, PIECE)) if (SIGNS.test(decodeUtf8(piece))) return true;
  return false;
}

const PIECE = 8192;

/** What is odd about a cell, and what it looks like where that can be said. */
interface Oddity {
  readonly why: TextOddity;
  readonly looks: RegExp;
}

/** The first that a cell looks like counts. */
const ODDITIES: readonly Oddity[] = [
  {
    why: 'misread UTF-8',
    looks: /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|â€|√[\u00a0-\u00ff†•∂∞≠™Ÿ]/u,
  },
  {
    why: 'two alphabets',
    looks: /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u,
  },
  { why: 'lost letter', looks: /^[^?/]*\p{L}\?\p{Ll}[^?/]*(?:\p{L}\?\p{Ll}[^?/]*)?$/u },
  { why: 'web signs', looks: /&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});/u },
  { why: 'apostrophe', looks: /^'(?=[\d+])/u },
];

/**
 * Texts that another program changed on their way, told once for a column and kind: nothing of them is taken for what it was.
 * @param isOurs whether we may have written the sheet, with a quote before what looks like a formula.
 */
export function listOddTexts(
  { file, mayBeOdd: may }: Raw,
  header: readonly string[],
  rows: readonly Row[],
  isOurs: boolean,
): Problem[] {
  if (!may) return [];
  const asMeant = isOurs ? restoreFormula : (cell: string) => cell;
  return header.flatMap((name, column) => {
    const found = new Map<Oddity, { readonly first: Row; count: number }>();
    for (const row of rows) {
      const cell = asMeant(row.cells[column] ?? '');
      if (!SUSPECT.test(cell)) continue;
      const oddity = ODDITIES.find(({ looks }) => looks.test(cell));
      if (oddity === undefined) continue;
      const known = found.get(oddity);
      if (known === undefined) found.set(oddity, { first: row, count: 1 });
      else known.count++;
    }
    return [...found].map(([{ why }, { first, count }]) => {
      const cell = first.cells[column]!;
      return oddText({ file, row: first.row, column: name, value: cell }, cell, why, count);
    });
  });
}

/** Without one of these no cell is odd. */
const SUSPECT = /[^ !"#$%()*+,./0-9:;<=>@A-Z[\\\]^_`a-z{|}~-]/u;
