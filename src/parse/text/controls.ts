import { formatColumnLetters } from '../../domain/column-letters.ts';
import { controlCharacters, type Problem } from '../../domain/problems.ts';
import { hasControls } from '../../domain/text.ts';

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

/** Whether a text in UTF-8 may hold control characters: only then its cells are looked at one by one. */
export function mayHoldControls(utf8: Uint8Array): boolean {
  for (let at = 0; at < utf8.length; at++) {
    if (MAY_BEGIN[utf8[at]!] === 1 && isControl(utf8[at]!, utf8[at + 1])) return true;
  }
  return false;
}

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

/** Whether a control character may begin with a byte: asked of every byte of a file, so that it is looked up. */
const MAY_BEGIN = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isAlone = byte < SPACE ? !BLANK.includes(byte) : byte === DELETE;
  return isAlone || byte === C1_LEAD || byte === BIDI_LEAD ? 1 : 0;
});
