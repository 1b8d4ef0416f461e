import type { LevelValue } from '../domain/certificate.ts';
import { declinedPairs } from '../domain/decisions.ts';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { Role } from '../domain/roles.ts';
import { plain } from '../domain/text.ts';
import { type FoundRun, type Verdict, verifyRun } from '../features/verify/verify-run.ts';
import { gapsIn } from '../pair/rules/gaps.ts';
import type { Programme } from '../parse/programme.ts';
import { jsonText } from '../render/layout/harmless.ts';
import type { Paint } from '../render/layout/paint.ts';
import { type About, provenText } from '../render/text/proven.ts';
import type { Shell } from './shared/context.ts';
import type { InputFlags, Inputs } from './shared/inputs.ts';
import { annotate, type TellFlags, tell } from './shared/report.ts';
import { ofAnotherVersion, readFinished } from './shared/saved-run.ts';

export type VerifyFlags = InputFlags & TellFlags;

/** `rmentor verify DIR`: says PROVEN, or REFUTED with what refutes the run. */
export async function verifyCommand(folder: string, flags: VerifyFlags, shell: Shell): Promise<ExitCode> {
  const finished = await readFinished(folder, flags, shell);
  if (typeof finished === 'string') return told({ kind: 'refuted', by: finished }, null, flags, shell);
  const { run, inputs, changed } = finished;
  const { programme, understood, problems } = inputs;
  await tell({ understood, problems }, flags, shell);
  const verdict =
    changed !== null || programme === null
      ? unlike(run, changed ?? 'the inputs have errors, so they are not those of the run', shell)
      : verifyRun(programme, run, shell.program, shell.watch);
  if (verdict.kind === 'other-inputs') throw ofAnotherVersion(folder, verdict.version, verdict.why);
  const proven = programme && { levels: run.certificate.levels, about: aboutOf(programme, inputs) };
  return told(verdict, proven, flags, shell);
}

/** The verdict on a run whose inputs are not as they were. */
function unlike({ certificate: { version } }: FoundRun, why: string, { program }: Shell): Verdict {
  return `rmentor ${version}` === program ? { kind: 'refuted', by: why } : { kind: 'other-inputs', version, why };
}

function aboutOf({ roster, terms, gone, sheets }: Programme, { settings }: Inputs): About {
  const fileOf = (role: Role) => sheets.find(sheet => sheet.role === role)?.file ?? '';
  return {
    mentors: { people: roster.mentors.length, file: fileOf('mentors') },
    mentees: { people: roster.mentees.length, file: fileOf('mentees') },
    standsAlone: settings === null,
    must: terms.policy.must.map(({ name }) => name),
    gaps: gapsIn(roster, terms),
    approved: terms.pairs.filter(({ approved }) => approved).length,
    declined: declinedPairs(roster, terms.pairs, gone).length,
    overrides: terms.pairs.filter(({ override }) => override !== '').length,
  };
}

interface Proven {
  readonly levels: readonly LevelValue[];
  readonly about: About;
}

type Told = Exclude<Verdict, { readonly kind: 'other-inputs' }>;

async function told(verdict: Told, proven: Proven | null, flags: TellFlags, shell: Shell): Promise<ExitCode> {
  shell.out(flags.json ? verdictJson(verdict, proven) : verdictText(verdict, proven, shell.outPaint));
  if (verdict.kind !== 'refuted') return EXIT.done;
  await annotate('the run is refuted', verdict.by, flags, shell);
  return EXIT.check;
}

/** `proven`: every file says what follows. `holds`: the tandems are best, whatever texts of another version say. */
function verdictJson(verdict: Told, proven: Proven | null): string {
  const result = {
    schemaVersion: 1,
    proven: verdict.kind === 'proven',
    holds: verdict.kind !== 'refuted',
    refutedBy: verdict.kind === 'refuted' ? verdict.by : null,
    ...(verdict.kind === 'holds' ? { madeBy: verdict.version } : {}),
    ...proven,
  };
  return jsonText(result);
}

function verdictText(verdict: Told, proven: Proven | null, { good, bad }: Paint): string {
  const about = proven === null ? '' : provenText(proven.levels, proven.about);
  switch (verdict.kind) {
    case 'refuted':
      return `${bad('REFUTED')}: ${plain(verdict.by)}\n`;
    case 'proven':
      return `${good('PROVEN')}\n${about}`;
    case 'holds': {
      const made = `made by ${verdict.version}: tandems and proof hold; its texts were not compared`;
      return `${good(made)}\n${about}`;
    }
  }
}
