import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { findGaps } from '../pair/rules/data-gaps.ts';
import { renderRules } from '../render/words/rules.ts';
import type { Context } from './shared/context.ts';
import { findRunFolder, type InputFlags, type Inputs, readInputs } from './shared/inputs.ts';
import { printJson, refuse, type TellFlags, tell } from './shared/report.ts';

/**
 * `rmentor rules [DIR]`: prints the policy in plain words: that of a finished run, or the one in force, with the limits
 * and how many pairs are singled out. Where there are no sheets, the run is found by itself.
 */
export async function rulesCommand(
  folder: string | undefined,
  flags: InputFlags & TellFlags,
  shell: Context,
): Promise<ExitCode> {
  const found = folder ?? (await readInputsOrFindRun(flags, shell));
  if (typeof found !== 'string') return tellRules(found, flags, shell);
  const { tellHeldRules } = await import('./rules-of-run.ts');
  return tellHeldRules(found, flags, shell);
}

async function readInputsOrFindRun(flags: InputFlags, { watch }: Context): Promise<Inputs | string> {
  try {
    return await readInputs(flags, watch);
  } catch (error) {
    const isWithoutSheets = error instanceof UserError && error.trouble.kind === 'sheets-missing';
    const run = isWithoutSheets ? findRunFolder(flags) : null;
    if (run === null) throw error;
    return run;
  }
}

async function tellRules({ programme, ...found }: Inputs, flags: TellFlags, shell: Context): Promise<ExitCode> {
  if (programme === null) return refuse(found, flags, shell);
  await tell(found, flags, shell);
  const { roster, terms, defaults } = programme;
  const { policy, limits } = terms;
  const gaps = findGaps(roster, terms);
  if (flags.json) {
    // A limit without a maximum has null.
    await printJson('rules', { policy, limits, defaults, gaps }, found, shell);
  } else {
    const layout = { paint: shell.outPaint, width: shell.outWidth };
    shell.out(renderRules({ roster, terms, defaults, gaps }, shell.words, layout));
  }
  return EXIT.done;
}
