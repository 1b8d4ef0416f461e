import { restoreFormula } from '../../domain/formula.ts';
import type { TextOddity } from '../../domain/problem-facts.ts';
import { oddText, type Problem } from '../../domain/problems.ts';
import type { Raw, Row } from './raw-rows.ts';

/** What a file has that has an odd cell, byte by byte: looking for it in a file costs less than looking at its cells. */
const SIGNS =
  /\xc3[\x82\x83]|\xc3\xa2\xe2\x82\xac|\xe2\x88\x9a|[\xd0\xd1\xd4]|\xe1\xb2|\xe2\xb7|\xea\x99|\xf0\x9e\x80|&(?:#?[\dA-Za-z]{2,8});|'[\d+]|[A-Za-z\x80-\xff]\?[a-z\xc3-\xff]/u;

/** Each of the signs has one of these: most files have none, and finding single bytes costs next to nothing. */
const RARE = ['\xc3\x82', '\xc3\x83', '\xc3\xa2\xe2', '\xe2\x88', '\xe2\xb7', '\xe1\xb2', '\xea\x99', '\xf0\x9e']
  .concat(['\xd0', '\xd1', '\xd4', '&', "'", '?'])
  .map(bytes => Buffer.from(bytes, 'latin1'));

/** Whether a text may have cells that `listOddTexts` tells. */
export function mayBeOdd(utf8: Buffer): boolean {
  return RARE.some(bytes => hasSignAround(utf8, bytes));
}

/** Whether a sign is where these bytes are. "R&D" may be in every tenth row, and only what is around it is looked at. */
function hasSignAround(utf8: Buffer, bytes: Buffer): boolean {
  let looks = 0;
  for (let at = utf8.indexOf(bytes); at >= 0; at = utf8.indexOf(bytes, at + 1)) {
    if (++looks > MOST_LOOKS) return SIGNS.test(utf8.toString('latin1'));
    if (SIGNS.test(utf8.toString('latin1', Math.max(0, at - 1), at + REACH))) return true;
  }
  return false;
}

/** No sign has more bytes before its rare ones than one, nor with them more than these: "&#12345678;". */
const REACH = 12;

/** In a file that is full of them, looking at all at once costs less. */
const MOST_LOOKS = 100_000;

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
