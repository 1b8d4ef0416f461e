import type { Clash } from '../../domain/demands.ts';
import { EXIT, type ExitCode } from '../../domain/errors.ts';
import type { Programme } from '../../parse/programme.ts';
import { renderClash } from '../../render/words/clash.ts';
import type { Context } from './context.ts';
import type { Inputs } from './inputs.ts';
import { annotate, printJson, type TellFlags } from './report.ts';

/** Tells which demands clash: exit 3. */
export async function reportClash(
  clash: Clash,
  { roster, terms }: Programme,
  { paths: { sheets }, problems }: Pick<Inputs, 'paths' | 'problems'>,
  flags: TellFlags,
  shell: Context,
): Promise<ExitCode> {
  const { words } = shell;
  const text = renderClash(clash, roster, terms, sheets, words);
  if (flags.json) await printJson('clash', { clash, roster, terms, files: sheets }, { problems }, shell);
  shell.err(`${text}\n`);
  await annotate(words.clash.title, text, flags, shell);
  return EXIT.clash;
}
