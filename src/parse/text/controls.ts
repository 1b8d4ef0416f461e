import { formatColumnLetters } from '../../domain/column-letters.ts';
import { controlCharacters, type Problem } from '../../domain/problems.ts';
import { hasControls } from '../../domain/text.ts';
import type { Sign } from './sign-search.ts';

/** Hears every cell as it was written, and tells once of all that hold control characters. */
export class Controls {
  readonly #file: string;
  #first: { readonly row: number; readonly column: number } | null = null;
  #others = 0;

  constructor(file: string) {
    this.#file = file;
  }

  hear(cells: readonly string[], row: number): void {
    for (const [column, cell] of cells.entries()) {
      if (!hasControls(cell)) continue;
      if (this.#first === null) this.#first = { row, column };
      else this.#others++;
    }
  }

  listProblems(): Problem[] {
    if (this.#first === null) return [];
    const { row, column } = this.#first;
    return [controlCharacters({ file: this.#file, row }, `${formatColumnLetters(column)}${row}`, this.#others)];
  }
}

/** Tab, line feed, vertical tab, form feed and carriage return. */
const BLANK: readonly number[] = [9, 10, 11, 12, 13];
const SPACE = 0x20;
const DELETE = 0x7f;
/** How U+0080 to U+009F, and U+202A to U+202E and U+2066 to U+2069, are written. */
const C1_LEAD = 0xc2;
const C1_END = 0xa0;
const BIDI_LEAD = 0xe2;
const BIDI_ENDS: Readonly<Record<number, readonly number[]>> = {
  128: [0xaa, 0xab, 0xac, 0xad, 0xae],
  129: [0xa6, 0xa7, 0xa8, 0xa9],
};

function listBeginnings(): Sign['beginnings'] {
  const alone = Array.from({ length: SPACE }, (_, byte) => byte).filter(byte => !BLANK.includes(byte));
  const behind = Array.from({ length: C1_END - 0x80 }, (_, at) => 0x80 + at);
  return new Map<number, readonly number[] | null>([
    ...[...alone, DELETE].map(byte => [byte, null] as const),
    [C1_LEAD, behind],
    [BIDI_LEAD, Object.keys(BIDI_ENDS).map(Number)],
  ]);
}

/** A control character in UTF-8. */
export const CONTROL_CHARACTER: Sign = {
  beginnings: listBeginnings(),
  isAt: (utf8, at) => utf8[at] !== BIDI_LEAD || BIDI_ENDS[utf8[at + 1]!]!.includes(utf8[at + 2]!),
};
