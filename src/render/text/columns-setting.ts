import { makePlain } from '../../domain/text.ts';
import { renderJson } from '../layout/neutralise-ci-commands.ts';
import type { Words } from '../words/en/index.ts';

/** A setting "columns" as JSON for the config. */
export function renderColumnsSetting(columns: Readonly<Record<string, string | readonly string[]>>): string {
  return renderJson({ columns });
}

/** What to look at before the setting is used; '' where nothing was guessed. */
export function renderGuesses(
  guessed: readonly { readonly file: string; readonly header: string; readonly column: string }[],
  { grammar, written }: Words,
): string {
  if (guessed.length === 0) return '';
  const lines = guessed.map(({ file, header, column }) => `  ${makePlain(file)}: ${grammar.quote(header)} → ${column}`);
  return `${written.guesses}\n${lines.join('\n')}\n`;
}
