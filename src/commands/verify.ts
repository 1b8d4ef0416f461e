import { join, relative, resolve } from 'node:path';
import type { LevelValue } from '../domain/certificate.ts';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { ROLES, type Role, RUN_FILES } from '../domain/run.ts';
import { listed, plain } from '../domain/text.ts';
import type { Watch } from '../domain/watch.ts';
import { recover } from '../io/publish.ts';
import { readAll } from '../io/read.ts';
import { readCertificate, type WrittenCertificate } from '../parse/certificate.ts';
import type { Programme } from '../parse/programme.ts';
import { type About, provenText } from '../render/proven.ts';
import { type FoundRun, verifyRun } from '../verify.ts';
import { type InputFlags, type Inputs, readInputs } from './inputs.ts';
import type { Shell } from './shell.ts';
import { annotate, type TellFlags, tell } from './tell.ts';

export type VerifyFlags = InputFlags & TellFlags;

/** `rmentor verify DIR`: says PROVEN, or REFUTED with what refutes the run. */
export async function verifyCommand(folder: string, flags: VerifyFlags, shell: Shell): Promise<ExitCode> {
  shell.watch('read');
  recover(folder);
  const bytes = readAll(RUN_FILES.map(name => join(folder, name)));
  const found = (name: string) => bytes.get(join(folder, name)) ?? new Uint8Array();
  const certificate = readCertificate(found('certificate.json'));
  if (typeof certificate === 'string') return told(`certificate.json: ${certificate}`, null, flags, shell);
  const run: FoundRun = {
    certificate,
    files: {
      'tandems.csv': found('tandems.csv'),
      'unmatched.csv': found('unmatched.csv'),
      'summary.json': found('summary.json'),
    },
  };
  const { programme, understood, problems } = await readRecorded(certificate, folder, flags, shell.watch);
  await tell({ understood, problems }, flags, shell);
  if (programme === null) {
    return told('the inputs have errors, so they are not those of the run', null, flags, shell);
  }
  const proven = { levels: certificate.levels, about: aboutOf(programme) };
  return told(verifyRun(programme, run, shell.watch), proven, flags, shell);
}

/** Reads the inputs where the certificate or a flag says they are; what is not found there may have been moved. */
async function readRecorded(
  certificate: WrittenCertificate,
  folder: string,
  flags: InputFlags,
  watch: Watch,
): Promise<Inputs> {
  const unnamed = ROLES.filter(role => certificate.inputs[role]?.path === '-' && flags[role] === undefined);
  if (unnamed.length > 0) {
    const names = unnamed.map(role => `--${role} FILE`).join(' ');
    throw new UserError(
      `this run read its ${listed(unnamed)} from standard input`,
      EXIT.input,
      `say which file it was: ${names}`,
    );
  }
  try {
    return await readInputs(recorded(certificate, folder, flags), watch);
  } catch (trouble) {
    if (!(trouble instanceof UserError) || trouble.exit !== EXIT.machine) throw trouble;
    const hint = 'if the inputs have moved, say where they are: --config FILE --mentors FILE --mentees FILE …';
    throw new UserError(trouble.message, trouble.exit, hint);
  }
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

/** The inputs that the certificate names, unless a flag says where they are now. */
function recorded(
  { config, inputs, allowOverride, encoding }: WrittenCertificate,
  folder: string,
  flags: InputFlags,
): InputFlags {
  const here = (path: string) => (path === '-' ? path : relative('', resolve(folder, path)));
  const sheets = ROLES.flatMap(role => {
    const path = inputs[role]?.path;
    return path === undefined ? [] : [[role, here(path)] as const];
  });
  const history = inputs.history.map(({ path }) => here(path));
  return {
    config: config === null ? null : here(config),
    history,
    allowOverride,
    ...(encoding === undefined ? {} : { encoding }),
    ...Object.fromEntries(sheets),
    ...flags,
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
