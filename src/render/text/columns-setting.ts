import { plain } from '../../domain/text.ts';
import { jsonText } from '../layout/harmless.ts';

/** A setting "columns" as JSON for the config. */
export function columnsText(columns: Readonly<Record<string, string | readonly string[]>>): string {
  return jsonText({ columns });
}

/** What to look at before the setting is used; '' where nothing was guessed. */
export function guessesText(
  guessed: readonly { readonly file: string; readonly header: string; readonly column: string }[],
): string {
  if (guessed.length === 0) return '';
  const lines = guessed.map(({ file, header, column }) => `  ${plain(file)}: "${plain(header)}" → ${column}`);
  return `Guessed, and not read so without the setting; check before you paste it:\n${lines.join('\n')}\n`;
}
