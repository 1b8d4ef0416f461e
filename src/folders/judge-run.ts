import type { AboutProvenRun } from '../domain/about-a-proven-run.ts';
import type { LevelValue } from '../domain/certificate.ts';
import { listDeclinedPairs } from '../domain/decisions.ts';
import { isHeld } from '../domain/demands.ts';
import type { Disk } from '../domain/disk.ts';
import type { Role } from '../domain/input-roles.ts';
import type { Refutation } from '../domain/refutation.ts';
import { REPORT } from '../domain/run-files.ts';
import { type FoundRun, type RunVerdict, verifyRun } from '../features/verify/verify-run.ts';
import { findGaps } from '../pair/rules/data-gaps.ts';
import type { Programme } from '../parse/programme.ts';
import { loadReport } from '../render/page/load-report.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import type { InputFlags, Inputs } from './inputs.ts';
import { readSavedRun, type Watched } from './saved-run.ts';

/** A verdict on a finished run; the inputs are null where its certificate did not lead to them. */
export interface JudgedRun {
  readonly verdict: RunVerdict;
  readonly proven: ProvenFacts | null;
  readonly inputs: Inputs | null;
}

/** Reads a finished run and its inputs, and holds one against the other. */
export async function judgeRun(
  disk: Disk,
  folder: string,
  flags: InputFlags,
  shell: Watched & { readonly program: string },
): Promise<JudgedRun> {
  const finished = await readSavedRun(disk, folder, flags, shell);
  if ('kind' in finished) return { verdict: { kind: 'refuted', by: finished }, proven: null, inputs: null };
  const { run, inputs, changed } = finished;
  const { programme } = inputs;
  const { certificate } = run;
  const verdict =
    changed !== null || programme === null
      ? judgeChangedRun(run, changed ?? { kind: 'inputs-with-errors' }, shell.program)
      : verifyRun(programme, run, shell.program, ...(await loadFor(run)), shell.watch);
  const proven = programme && { levels: certificate.levels, about: buildAbout(programme, inputs) };
  return { verdict, proven, inputs };
}

/** The words of a run's language, and what makes its page: only where it has one. */
async function loadFor({ certificate: { language }, files }: FoundRun) {
  const words = await LOAD_WORDS[language]();
  return [words, files.has(REPORT) ? await loadReport(language) : () => ''] as const;
}

/** The verdict on a run whose inputs are not as they were. */
function judgeChangedRun({ certificate: { version } }: FoundRun, why: Refutation, program: string): RunVerdict {
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

/** What a proven run was proven of. */
export interface ProvenFacts {
  readonly levels: readonly LevelValue[];
  readonly about: AboutProvenRun;
}
