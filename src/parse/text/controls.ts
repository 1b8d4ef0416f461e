import { formatColumnLetters } from '../../domain/column-letters.ts';
import { controlCharacters, type Problem } from '../../domain/problems.ts';
import { hasControls } from '../../domain/text.ts';
import type { Sign } from './text-signs.ts';

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

/** A control character in UTF-8. */
export const CONTROL_CHARACTER: Sign = {
  mayBeginWith: byte => MAY_BEGIN[byte] === 1,
  isAt: (utf8, at) => isControl(utf8[at]!, utf8[at + 1]),
};

function isControl(byte: number, next: number | undefined): boolean {
  if (byte === C1_LEAD) return next! < C1_END;
  return byte !== BIDI_LEAD || next === 0x80 || next === 0x81;
}

/** Tab, line feed, vertical tab, form feed and carriage return. */
const BLANK: readonly number[] = [9, 10, 11, 12, 13];
const SPACE = 0x20;
const DELETE = 0x7f;
/** The bytes with which U+0080 to U+009F, and U+2000 to U+207F, begin. */
const C1_LEAD = 0xc2;
const C1_END = 0xa0;
const BIDI_LEAD = 0xe2;

/** Whether a control character may begin with a byte. */
const MAY_BEGIN = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isAlone = byte < SPACE ? !BLANK.includes(byte) : byte === DELETE;
  return isAlone || byte === C1_LEAD || byte === BIDI_LEAD ? 1 : 0;
});
