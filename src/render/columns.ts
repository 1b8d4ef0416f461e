import { plain } from '../domain/text.ts';

/** A setting "columns" as JSON for the config; what a terminal would act on stands there as an escape. */
export function columnsText(columns: Readonly<Record<string, string | readonly string[]>>): string {
  const json = JSON.stringify({ columns }, null, 2);
  return `${json.replace(/[\p{Cf}\u2028\u2029\u007f-\u009f]/gu, escaped)}\n`;
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map(unit => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}

/** What to look at before the setting is used; '' where nothing was guessed. */
export function guessesText(
  guessed: readonly { readonly file: string; readonly header: string; readonly column: string }[],
): string {
  if (guessed.length === 0) return '';
  const lines = guessed.map(({ file, header, column }) => `  ${plain(file)}: "${plain(header)}" → ${column}`);
  return `Guessed, and not read so without the setting; check before you paste it:\n${lines.join('\n')}\n`;
}
