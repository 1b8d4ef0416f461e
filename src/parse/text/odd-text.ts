import { restoreFormula } from '../../domain/formula.ts';
import type { TextOddity } from '../../domain/problem-facts.ts';
import { oddText, type Problem } from '../../domain/problems.ts';
import { decodeUtf8 } from './bytes-to-text.ts';
import type { Raw, Row } from './raw-rows.ts';

/** What a line has that has an odd cell: looking for it in a file costs less than looking at its cells. */
const SIGNS =
  /[ÂÃ√\u0400-\u047f\u0500-\u053f\u1c80-\u1cbf\u2dc0-\u2dff\ua640-\ua67f\u{1e000}-\u{1e03f}]|â€|&#?[\dA-Za-z]{2,8};|'[\d+]|[A-Za-z\u0080-\u{10ffff}]\?[a-z\u00c0-\u{10ffff}]/u;

const BEGINNINGS: ReadonlyMap<number, readonly number[]> = new Map([
  [0xc3, [0x82, 0x83, 0xa2]],
  [0xe1, [0xb2]],
  [0xe2, [0x88, 0xb7]],
  [0xea, [0x99]],
  [0xf0, [0x9e]],
]);

/** Whether a text may have cells that `listOddTexts` tells. */
export function mayBeOdd(utf8: Uint8Array): boolean {
  for (let at = 0; at < utf8.length; at++) {
    const next = IN_SIGNS[utf8[at]!]!;
    if (next === NEVER || (next !== ALWAYS && !next.includes(utf8[at + 1]!))) continue;
    if (SIGNS.test(decodeUtf8(utf8.subarray(Math.max(0, at - REACH), at + REACH)))) return true;
  }
  return false;
}

/** More bytes than any sign has. A letter that is cut there is another letter beyond ASCII. */
const REACH = 16;

/**
 * The bytes by which each of the signs can be found, and what has to stand behind: of a file with "R&D" in every tenth row, only what is
 * around it is read as text.
 */
const [NEVER, ALWAYS] = [null, 'always'] as const;
const IN_SIGNS = Array.from({ length: 256 }, (_, byte): readonly number[] | typeof NEVER | typeof ALWAYS => {
  if ("&'?".includes(String.fromCharCode(byte)) || [0xd0, 0xd1, 0xd4].includes(byte)) return ALWAYS;
  return BEGINNINGS.get(byte) ?? NEVER;
});

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
