import type { AboutProvenRun } from '../domain/about-a-proven-run.ts';
import type { LevelValue } from '../domain/certificate.ts';
import { listDeclinedPairs } from '../domain/decisions.ts';
import { isHeld } from '../domain/demands.ts';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { Role } from '../domain/input-roles.ts';
import type { Refutation } from '../domain/refutation.ts';
import type { SavedTable } from '../domain/table-saved-again.ts';
import { makePlain } from '../domain/text.ts';
import { type FoundRun, type RunVerdict, verifyRun } from '../features/verify/verify-run.ts';
import { findGaps } from '../pair/rules/data-gaps.ts';
import type { Programme } from '../parse/programme.ts';
import { wrapText } from '../render/layout/lines.ts';
import { leaveUnpainted, splitIntoWords, wrapWords } from '../render/layout/wrapped.ts';
import { renderProof } from '../render/text/proven.ts';
import type { Words } from '../render/words/en/index.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import { tellRefutation } from '../render/words/refutation.ts';
import { describeSavedTable } from '../render/words/table-saved-again.ts';
import type { Context } from './shared/context.ts';
import type { InputFlags, Inputs } from './shared/inputs.ts';
import { annotate, type InputFindings, printJson, type TellFlags, tell } from './shared/report.ts';
import { makeOtherVersionError, readSavedRun } from './shared/saved-run.ts';

export type VerifyFlags = InputFlags & TellFlags;

/** `rmentor verify DIR`: says PROVEN, or REFUTED with what refutes the run. */
export async function verifyCommand(folder: string, flags: VerifyFlags, shell: Context): Promise<ExitCode> {
  const finished = await readSavedRun(folder, flags, shell);
  if ('kind' in finished) return reportVerdict({ kind: 'refuted', by: finished }, null, { problems: [] }, flags, shell);
  const { run, inputs, changed } = finished;
  const { programme, understood, problems } = inputs;
  await tell({ understood, problems }, flags, shell);
  const verdict =
    changed !== null || programme === null
      ? judgeChangedRun(run, changed ?? { kind: 'inputs-with-errors' }, shell)
      : verifyRun(programme, run, shell.program, await LOAD_WORDS[run.certificate.language](), shell.watch);
  if (verdict.kind === 'other-inputs') throw makeOtherVersionError(folder, verdict.version, verdict.why);
  const proven = programme && { levels: run.certificate.levels, about: buildAbout(programme, inputs) };
  return reportVerdict(verdict, proven, inputs, flags, shell);
}

/** The verdict on a run whose inputs are not as they were. */
function judgeChangedRun({ certificate: { version } }: FoundRun, why: Refutation, { program }: Context): RunVerdict {
  return `rmentor ${version}` === program ? { kind: 'refuted', by: why } : { kind: 'other-inputs', version, why };
}

function buildAbout({ roster, terms, gone, left, sheets }: Programme, { settings }: Inputs): AboutProvenRun {
  const findFile = (role: Role) => sheets.find(sheet => sheet.role === role)?.file ?? '';
  return {
    mentors: { people: roster.mentors.length, file: findFile('mentors') },
    mentees: { people: roster.mentees.length, file: findFile('mentees') },
    standsAlone: settings === null,
    must: terms.policy.must,
    gaps: findGaps(roster, terms),
    approved: terms.pairs.filter(({ approved }) => approved).length,
    declined: listDeclinedPairs(roster, terms.pairs, gone).length,
    left: left.length,
    held: terms.pairs.filter(isHeld).length,
    overrides: terms.pairs.filter(({ override }) => override !== '').length,
  };
}

interface ProvenFacts {
  readonly levels: readonly LevelValue[];
  readonly about: AboutProvenRun;
}

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
