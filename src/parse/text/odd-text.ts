import { restoreFormula } from '../../domain/formula.ts';
import type { TextOddity } from '../../domain/problem-facts.ts';
import { oddText, type Problem } from '../../domain/problems.ts';
import { decodeUtf8 } from './bytes-to-text.ts';
import type { Raw, Row } from './raw-rows.ts';
import type { Sign } from './text-signs.ts';

/** What a line has that has an odd cell. */
const SIGNS =
  /[ÂÃ√\u0400-\u047f\u0500-\u053f\u1c80-\u1cbf\u2dc0-\u2dff\ua640-\ua67f\u{1e000}-\u{1e03f}]|â€|&#?[\dA-Za-z]{2,8};|'[\d+]|[A-Za-z\u0080-\u{10ffff}]\?[a-z\u00c0-\u{10ffff}]/u;

/** What the bytes are by which each of the signs can be found, where one of several has to stand behind. */
const BEGINNINGS: ReadonlyMap<number, readonly number[]> = new Map([
  [0xc3, [0x82, 0x83, 0xa2]],
  [0xe1, [0xb2]],
  [0xe2, [0x88, 0xb7]],
  [0xea, [0x99]],
  [0xf0, [0x9e]],
]);

/** The others. */
const ALONE: readonly number[] = [..."&'?"].map(sign => sign.charCodeAt(0)).concat(0xd0, 0xd1, 0xd4);

/**
 * What there is of a cell that `listOddTexts` tells. Of a file with "R&D" in every tenth row, only what is around it is read as
 * text.
 */
export const ODD_TEXT: Sign = {
  mayBeginWith: byte => ALONE.includes(byte) || BEGINNINGS.has(byte),
  isAt: (utf8, at) => {
    const behind = BEGINNINGS.get(utf8[at]!);
    if (behind !== undefined && !behind.includes(utf8[at + 1]!)) return false;
    return SIGNS.test(decodeUtf8(utf8.subarray(Math.max(0, at - REACH), at + REACH)));
  },
};

/** More bytes than any sign has. A letter that is cut there is another letter beyond ASCII. */
const REACH = 16;

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
