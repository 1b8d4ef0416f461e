import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { SavedTable } from '../domain/table-saved-again.ts';
import { makePlain } from '../domain/text.ts';
import type { RunVerdict } from '../features/verify/verify-run.ts';
import { judgeRun, type ProvenFacts } from '../folders/judge-run.ts';
import { DISK } from '../io/disk.ts';
import { wrapText } from '../render/layout/lines.ts';
import { leaveUnpainted, splitIntoWords, wrapWords } from '../render/layout/wrapped.ts';
import { renderProof } from '../render/text/proven.ts';
import type { Words } from '../render/words/en/index.ts';
import { tellRefutation } from '../render/words/refutation.ts';
import { describeSavedTable } from '../render/words/table-saved-again.ts';
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

type ReportedVerdict = Exclude<RunVerdict, { readonly kind: 'other-inputs' }>;

async function reportVerdict(
  verdict: ReportedVerdict,
  proven: ProvenFacts | null,
  found: Pick<InputFindings, 'problems'>,
  flags: TellFlags,
  shell: Context,
): Promise<ExitCode> {
  const { words } = shell;
  if (flags.json) {
    await printJson('verdict', { verdict, proof: proven }, found, shell);
  } else shell.out(renderVerdictText(verdict, proven, shell));
  if (verdict.kind !== 'refuted') return EXIT.done;
  await annotate(words.verdict.isRefuted, tellRefutation(verdict.by, words), flags, shell);
  return EXIT.check;
}

function renderVerdictText(verdict: ReportedVerdict, proven: ProvenFacts | null, shell: Context): string {
  const { words, outPaint, outWidth } = shell;
  const about = proven === null ? '' : renderProof(proven.levels, proven.about, words, outWidth);
  const say = words.verdict;
  switch (verdict.kind) {
    case 'refuted':
      return `${formatRefutation(tellRefutation(verdict.by, words), words, shell)}\n`;
    case 'proven':
      return `${outPaint.good(say.proven)}\n${about}${renderSavedTables(verdict.saved, shell)}`;
    case 'holds':
      return `${outPaint.good(say.holds(verdict.version))}\n${about}`;
  }
}

function renderSavedTables(saved: readonly SavedTable[], { words, outWidth }: Context): string {
  return saved.map(one => `${wrapText(describeSavedTable(one, words), outWidth, 2, 2)}\n`).join('');
}

function formatRefutation(reason: string, { verdict }: Words, { outPaint, outWidth }: Context): string {
  const words = [
    ...splitIntoWords(`${verdict.refuted}:`, 0, outPaint.bad),
    ...splitIntoWords(makePlain(reason), 1, leaveUnpainted),
  ];
  return wrapWords(words, outWidth);
}
