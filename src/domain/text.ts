/** Blanks of every kind, and characters that no reader sees. */
const BLANKS = /[\s\u00a0\u2007\u202f\u3000]+/gu;
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/gu;
/** Joiners belong to words of some scripts; two spellings that differ in them alone are still the same. */
const JOINERS = /[\u200c\u200d]/gu;

/** Words of ASCII with one blank between two: nothing to clean. Most cells are so, and asking costs less than cleaning. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/u;

/** A cell as a person means it: composed (NFC), without invisible characters, blanks at the ends or doubled blanks in a line. */
export function clean(cell: string): string {
  if (CLEAN.test(cell)) return cell;
  const composed = cell.replace(INVISIBLE, '').normalize('NFC');
  if (!composed.includes('\n')) return singleBlanks(composed);
  return composed.split('\n').map(singleBlanks).join('\n').trim();
}

function singleBlanks(line: string): string {
  return line.replace(BLANKS, ' ').trim();
}

/** Whether a text has characters that no reader sees (a byte order mark at its start was taken off by whoever decoded it). */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

/** The key under which two spellings of one value are the same: cleaned, and without regard to case in any locale. */
export function fold(text: string): string {
  const cleaned = CLEAN.test(text) ? text : clean(text.replace(JOINERS, ''));
  return cleaned.toLowerCase();
}

/** Order by code units: the same on every machine, unlike `localeCompare`. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value as a message shows it: control characters visible, at most 40 characters. */
export function shown(value: string): string {
  const visible = value.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped);
  return `"${visible.length > 40 ? `${visible.slice(0, 39)}…` : visible}"`;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

/** "Ada", "Ada and Ben", "Ada, Ben and Cem", "Ada, Ben, Cem and 4 more". */
export function listed(names: readonly string[], most = 5): string {
  const head = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  if (head.length <= 1) return head.join('');
  return `${head.slice(0, -1).join(', ')} and ${head[head.length - 1]}`;
}

/** "1 mentee", "2 mentees". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** The parts of a cell that holds a list: split at `;`, `|`, `,` or a line break. */
export function splitList(cell: string): string[] {
  const parts = cell.split(/[;|,\n]/u).map(part => part.trim());
  return parts.filter(part => part !== '');
}

/** A text for the terminal: nothing in it can move the cursor, change colours or turn the line around. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}
