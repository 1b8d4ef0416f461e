import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { Verdict } from '../domain/run-verdict.ts';
import { judgeRun, type ProvenFacts } from '../folders/judge-run.ts';
import { DISK } from '../io/disk.ts';
import { renderVerdict } from '../render/text/verdict.ts';
import { tellRefutation } from '../render/words/refutation.ts';
import type { Context } from './shared/context.ts';
import type { InputFlags } from './shared/inputs.ts';
import { annotate, type InputFindings, printJson, type TellFlags, tell } from './shared/report.ts';
import { makeOtherVersionError } from './shared/saved-run.ts';

export type VerifyFlags = InputFlags & TellFlags;

/** `rmentor verify DIR`: says PROVEN, or REFUTED with what refutes the run. */
export async function verifyCommand(folder: string, flags: VerifyFlags, shell: Context): Promise<ExitCode> {
  const { verdict, proven, inputs } = await judgeRun(DISK, folder, flags, shell);
  if (inputs !== null) await tell(inputs, flags, shell);
  if (verdict.kind === 'other-inputs') throw makeOtherVersionError(folder, verdict.version, verdict.why);
  return reportVerdict(verdict, proven, inputs ?? NONE_FOUND, flags, shell);
}

const NONE_FOUND = { problems: [] };

async function reportVerdict(
  verdict: Verdict,
  proven: ProvenFacts | null,
  found: Pick<InputFindings, 'problems'>,
  flags: TellFlags,
  shell: Context,
): Promise<ExitCode> {
  const { words } = shell;
  if (flags.json) {
    await printJson('verdict', { verdict, proof: proven }, found, shell);
  } else shell.out(renderVerdict(verdict, proven, shell.words, { paint: shell.outPaint, width: shell.outWidth }));
  if (verdict.kind !== 'refuted') return EXIT.done;
  await annotate(words.verdict.isRefuted, tellRefutation(verdict.by, words), flags, shell);
  return EXIT.check;
}
