/** A word of a line, the blanks before it, and its colour. */
export interface Word {
  readonly text: string;
  readonly gap: number;
  readonly paint: (text: string) => string;
}

/**
 * The words of a text; a number and its % are one, and an arrow and what it leads to. @param gap how
 * many blanks stand before the first.
 */
export function splitIntoWords(text: string, gap: number, paint: Word['paint']): Word[] {
  const found = [...text.matchAll(/( *)((?:→ )?[^ ]+(?: %[^ ]*)?)/gu)];
  return found.map(([, blanks = '', word = ''], index) => ({
    text: word,
    gap: index === 0 ? gap : blanks.length,
    paint,
  }));
}

/** Before each line of a message but the first. */
export const INDENT = '    ';

/**
 * Words as one line, or, on a terminal, as lines that end between words; all but the first begin with `indent`. A word
 * that is longer than a line is left to the terminal. @param width null where a line may have any length.
 */
export function wrapWords(words: readonly Word[], width: number | null, indent = INDENT): string {
  const runs: { text: string; readonly paint: Word['paint'] }[] = [];
  let used = 0;
  for (const { text, gap, paint } of words) {
    const length = width === null ? 0 : measureText(text);
    const isBeyond = width !== null && used > indent.length && used + gap + length > width;
    const last = runs.at(-1);
    // Words of one colour are painted together, so that the terminal is not told the same again and again.
    if (!isBeyond && last?.paint === paint) last.text += `${' '.repeat(gap)}${text}`;
    else runs.push({ text: isBeyond ? `\n${indent}` : ' '.repeat(gap), paint: leaveUnpainted }, { text, paint });
    used = (isBeyond ? indent.length : used + gap) + length;
  }
  return runs.map(({ text, paint }) => paint(text)).join('');
}

export const leaveUnpainted = (text: string) => text;

/** Characters that take two columns on a terminal, and those that take none. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
const NO_WIDTH = /\p{M}/u;

/** How many columns a line takes on a terminal, nearly. */
export function measureWords(words: readonly Word[]): number {
  return words.reduce((width, { text, gap }) => width + gap + measureText(text), 0);
}

/** How many columns a text takes on a terminal, nearly. */
function measureText(text: string): number {
  if (/^[ -~]*$/u.test(text)) return text.length;
  return [...text].reduce(
    (width, character) => width + (WIDE.test(character) ? 2 : NO_WIDTH.test(character) ? 0 : 1),
    0,
  );
}
