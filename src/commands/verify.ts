import type { LevelValue } from '../domain/certificate.ts';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { Role } from '../domain/run.ts';
import { plain } from '../domain/text.ts';
import type { Programme } from '../parse/programme.ts';
import { type About, provenText } from '../render/proven.ts';
import { verifyRun } from '../verify.ts';
import { readFinished } from './finished.ts';
import type { InputFlags } from './inputs.ts';
import type { Shell } from './shell.ts';
import { annotate, type TellFlags, tell } from './tell.ts';

export type VerifyFlags = InputFlags & TellFlags;

/** `rmentor verify DIR`: says PROVEN, or REFUTED with what refutes the run. */
export async function verifyCommand(folder: string, flags: VerifyFlags, shell: Shell): Promise<ExitCode> {
  const finished = await readFinished(folder, flags, shell);
  if (typeof finished === 'string') return told(finished, null, flags, shell);
  const { run, inputs } = finished;
  const { programme, understood, problems } = inputs;
  await tell({ understood, problems }, flags, shell);
  if (programme === null) {
    return told('the inputs have errors, so they are not those of the run', null, flags, shell);
  }
  const proven = { levels: run.certificate.levels, about: aboutOf(programme) };
  return told(verifyRun(programme, run, shell.watch), proven, flags, shell);
}

function aboutOf({ roster, terms, sheets }: Programme): About {
  const fileOf = (role: Role) => sheets.find(sheet => sheet.role === role)?.file ?? '';
  return {
    mentors: { people: roster.mentors.length, file: fileOf('mentors') },
    mentees: { people: roster.mentees.length, file: fileOf('mentees') },
    must: terms.policy.must.map(({ name }) => name),
    overrides: terms.pairs.filter(({ override }) => override !== '').length,
  };
}

interface Proven {
  readonly levels: readonly LevelValue[];
  readonly about: About;
}

async function told(refuted: string | null, proven: Proven | null, flags: TellFlags, shell: Shell): Promise<ExitCode> {
  const { good, bad } = shell.outPaint;
  const result = { schemaVersion: 1, proven: refuted === null, refutedBy: refuted, ...proven };
  if (flags.json) shell.out(`${JSON.stringify(result, null, 2)}\n`);
  else if (refuted !== null) shell.out(`${bad('REFUTED')}: ${plain(refuted)}\n`);
  else if (proven !== null) shell.out(`${good('PROVEN')}\n${provenText(proven.levels, proven.about)}`);
  if (refuted === null) return EXIT.done;
  await annotate('the run is refuted', refuted, flags, shell);
  return EXIT.check;
}
