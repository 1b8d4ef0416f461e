/** Blanks of every kind, and characters that no reader sees. */
const BLANKS = /[\s\u0085\u00a0\u2007\u202f\u3000]+/gu;
const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/gu;
/**
 * What controls a device or turns text around: no part of what anybody wrote. Line breaks,
 * tabs and page breaks are blanks.
 */
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]/gu;
/** Joiners belong to words of some scripts; two spellings that differ in them alone are still the same. */
const JOINERS = /[\u200c\u200d]/gu;

/**
 * Words of ASCII with one blank between two: nothing to clean. Most cells are so, and asking costs less than cleaning.
 */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/u;

/**
 * A cell as a person means it: composed (NFC), without control and invisible characters, blanks at the
 * ends or doubled blanks in a line.
 */
export function clean(cell: string): string {
  if (CLEAN.test(cell)) return cell;
  const composed = cell.replace(INVISIBLE, '').replace(CONTROLS, '').normalize('NFC');
  if (!composed.includes('\n')) return collapseBlanks(composed);
  return composed.split('\n').map(collapseBlanks).join('\n').trim();
}

function collapseBlanks(line: string): string {
  return line.replace(BLANKS, ' ').trim();
}

/** A text that begins a sentence. */
export function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/**
 * Whether a text has characters that no reader sees (a byte order mark at its start was
 * taken off by whoever decoded it).
 */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

/** Whether a text has characters that control a device or turn text around; `clean` takes them out. */
export function hasControls(text: string): boolean {
  return text.search(CONTROLS) >= 0;
}

/** The key under which two spellings of one value are the same: cleaned, and without regard to case in any locale. */
export function fold(text: string): string {
  const cleaned = CLEAN.test(text) ? text : clean(text.replace(JOINERS, ''));
  return cleaned.toLowerCase();
}

/** Order by code units: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value as a message shows it: in quotes, shortened, and with every character visible. */
export function quoteValue(value: string): string {
  return `"${shortenValue(value)}"`;
}

/** How many characters of a value are shown: enough to find it by. */
const MOST_SHOWN = 40;

/**
 * A value's first characters, every one visible, and `…` where there are more. The name of a character is never cut.
 */
export function shortenValue(value: string): string {
  // A character takes two units at most, so that this is long enough to tell whether there are more.
  const characters = [...value.slice(0, 2 * MOST_SHOWN + 2)].map(showCharacter);
  const whole = characters.join('');
  if (countCharacters(whole) <= MOST_SHOWN) return whole;
  let head = '';
  for (const character of characters) {
    if (countCharacters(head + character) >= MOST_SHOWN) break;
    head += character;
  }
  return `${head}…`;
}

function countCharacters(text: string): number {
  return [...text].length;
}

/** Control characters, blanks that only look like one, and what no reader sees. */
const UNSEEN = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Zs}|[\u115f\u1160\u3164\uffa0]/u;

/** A control character by its picture (␀, ␉, ␊), another that nobody sees by its number: `<U+202E>`. */
function showCharacter(character: string): string {
  if (character === ' ' || !UNSEEN.test(character)) return character;
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * The parts of a cell that holds a list: split at `;`, `|` or line breaks where it has one, else at commas
 * that are not in brackets. A comma in an answer of a `;` list is a part of the answer. Lists that a
 * program printed lose their quotes.
 */
export function splitList(cell: string): string[] {
  const printed = cell.startsWith('[') ? parsePrintedList(cell) : null;
  if (printed !== null) return printed;
  const parts: string[] = [];
  for (const part of splitAtSigns(cell)) {
    const trimmed = part.trim();
    if (trimmed !== '') parts.push(trimmed);
  }
  return parts;
}

/** Most lists have semicolons alone between their parts, at which splitting costs a fraction. */
function splitAtSigns(cell: string): string[] {
  if (cell.includes('|') || cell.includes('\n')) return cell.split(FIRM_BETWEEN);
  return cell.includes(';') ? cell.split(';') : splitAtCommas(cell);
}

/** What stands between the parts of a list and is never meant otherwise. */
export const FIRM_BETWEEN = /[;|\n]/u;

function splitAtCommas(cell: string): string[] {
  if (!cell.includes('(')) return cell.split(',');
  const parts: string[] = [];
  for (let rest = cell; rest !== ''; ) {
    const length = findOuterComma(rest);
    parts.push(rest.slice(0, length));
    rest = rest.slice(length + 1);
  }
  return parts;
}

/** How many letters stand before the first comma that is not in brackets; brackets that are never closed are none. */
export function findOuterComma(list: string): number {
  let from = 0;
  for (;;) {
    const comma = list.indexOf(',', from);
    const open = list.indexOf('(', from);
    if (comma < 0) return list.length;
    const close = open < 0 || open > comma ? -1 : list.indexOf(')', open);
    if (close < 0) return comma;
    from = close + 1;
  }
}

/** ['AI', 'Apps'] and ["AI","Apps"], as Python and JSON print lists; null for any other text. */
function parsePrintedList(cell: string): string[] | null {
  if (!/^\[\s*(?:'[^']*'|"[^"]*")(?:\s*,\s*(?:'[^']*'|"[^"]*"))*\s*\]$/u.test(cell)) return null;
  return [...cell.matchAll(/'([^']*)'|"([^"]*)"/gu)]
    .map(([, single, double]) => (single ?? double ?? '').trim())
    .filter(part => part !== '');
}

/** A text for the terminal: nothing in it can move the cursor, change colours or turn the line around. */
export function makePlain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

/** The number that a text speaks of, like that of "max. 2"; else one that may stand there. */
export function findNumberIn(cell: string, least: number, most: number): number {
  const number = Number(/\d{1,7}/u.exec(cell)?.[0] ?? Number.NaN);
  return number >= least && number <= most ? number : Math.max(1, least);
}

/** Whether a text is a word that can be shown as it is, and no number that is written in some other way. */
export function isPlainWord(text: string): boolean {
  return /\p{L}{2}/u.test(text) && shortenValue(text) === text;
}
