import { restoreFormula } from '../../domain/formula.ts';
import type { TextOddity } from '../../domain/problem-facts.ts';
import { oddText, type Problem } from '../../domain/problems.ts';
import { getCell, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import { decodeUtf8 } from './bytes-to-text.ts';
import { makeColumnReader } from './memoised-column.ts';
import type { Raw } from './raw-rows.ts';
import type { Sign } from './sign-search.ts';

/** What a line has that has an odd cell. */
const SIGNS =
  /[ÂÃ√\u0400-\u047f\u0500-\u053f\u1c80-\u1cbf\u2dc0-\u2dff\ua640-\ua67f\u{1e000}-\u{1e03f}]|â€|&#?[\dA-Za-z]{2,8};|'[\d+]|[A-Za-z\u0080-\u{10ffff}]\?[a-z\u00c0-\u{10ffff}]/u;

const DIGITS = listBytes('09');
const LETTERS = [...listBytes('AZ'), ...listBytes('az')];
const BEYOND_ASCII = Array.from({ length: 0x80 }, (_, at) => 0x80 + at);

/** By what bytes each of the signs can be found, or what stands in it: of a lost letter, the question mark. */
const BEGINNINGS: Sign['beginnings'] = new Map<number, readonly number[] | null>([
  ['&'.charCodeAt(0), ['#'.charCodeAt(0), ...DIGITS, ...LETTERS]],
  ["'".charCodeAt(0), ['+'.charCodeAt(0), ...DIGITS]],
  ['?'.charCodeAt(0), [...listBytes('az'), ...BEYOND_ASCII]],
  [0xc3, [0x82, 0x83, 0xa2]],
  ...[0xd0, 0xd1, 0xd4].map(byte => [byte, null] as const),
  [0xe1, [0xb2]],
  [0xe2, [0x88, 0xb7]],
  [0xea, [0x99]],
  [0xf0, [0x9e]],
]);

/** The first two bytes of "€": an "â" that does not stand before one is a letter. */
const EURO = [0xe2, 0x82];

/** All signs from one to another. */
function listBytes([from = '', to = '']: string): number[] {
  const first = from.charCodeAt(0);
  return Array.from({ length: to.charCodeAt(0) - first + 1 }, (_, at) => first + at);
}

/**
 * What there is of a cell that `listOddTexts` tells. Of a file with "R&D" in every tenth row, only
 * what is around it is read as text.
 */
export const ODD_TEXT: Sign = {
  beginnings: BEGINNINGS,
  isAt: (utf8, at) => {
    if (utf8[at] === 0xc3 && utf8[at + 1] === 0xa2 && EURO.some((byte, next) => utf8[at + 2 + next] !== byte))
      return false;
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
 * Texts that another program changed on their way, told once for a column and kind: nothing
 * of them is taken for what it was.
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
    const oddityIn = makeColumnReader(column, cell => findOddity(asMeant(cell)));
    for (const row of rows) {
      const oddity = oddityIn(row);
      if (oddity === null) continue;
      const known = found.get(oddity);
      if (known === undefined) found.set(oddity, { first: row, count: 1 });
      else known.count++;
    }
    return [...found].map(([{ why }, { first, count }]) => {
      const cell = getCell(first, column)!;
      return oddText({ file, row: first.row, column: name, value: cell }, cell, why, count);
    });
  });
}

function findOddity(cell: string): Oddity | null {
  return SUSPECT.test(cell) ? (ODDITIES.find(({ looks }) => looks.test(cell)) ?? null) : null;
}

/** Without one of these no cell is odd. */
const SUSPECT = /[^ !"#$%()*+,./0-9:;<=>@A-Z[\\\]^_`a-z{|}~-]/u;
