import { join, relative, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import { ROLES, RUN_FILES } from '../domain/run.ts';
import { plain } from '../domain/text.ts';
import { recover } from '../io/publish.ts';
import { readAll } from '../io/read.ts';
import { readCertificate, type WrittenCertificate } from '../parse/certificate.ts';
import { problemsText } from '../render/problems.ts';
import { provenText } from '../render/proven.ts';
import { type FoundRun, verifyRun } from '../verify.ts';
import { type InputFlags, readInputs } from './inputs.ts';
import type { Shell } from './shell.ts';

export interface VerifyFlags extends InputFlags {
  readonly json?: boolean;
}

/** `rmentor verify DIR`: says PROVEN, or REFUTED with what refutes the run. */
export function verifyCommand(folder: string, { json, ...flags }: VerifyFlags, shell: Shell): ExitCode {
  recover(folder);
  const bytes = readAll(RUN_FILES.map(name => join(folder, name)));
  const found = (name: string) => bytes.get(join(folder, name)) ?? new Uint8Array();
  const certificate = readCertificate(found('certificate.json'));
  if (typeof certificate === 'string') return told(`certificate.json: ${certificate}`, '', json, shell);
  const run: FoundRun = {
    certificate,
    files: {
      'tandems.csv': found('tandems.csv'),
      'unmatched.csv': found('unmatched.csv'),
      'summary.json': found('summary.json'),
    },
  };
  return told(refutationOf(run, folder, flags, shell), provenText(certificate.levels), json, shell);
}

function refutationOf(run: FoundRun, folder: string, flags: InputFlags, shell: Shell): string | null {
  const { programme, problems } = readInputs(recorded(run.certificate, folder, flags));
  if (programme !== null) return verifyRun(programme, run);
  shell.err(problemsText(problems, shell.errPaint));
  return 'the inputs have errors, so they are not those of the run';
}

/** The inputs that the certificate names, unless a flag says where they are now. */
function recorded(
  { config, inputs, allowOverride }: WrittenCertificate,
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
    ...Object.fromEntries(sheets),
    ...flags,
  };
}

function told(refuted: string | null, proven: string, json: boolean | undefined, shell: Shell): ExitCode {
  const { good, bad } = shell.outPaint;
  if (json)
    shell.out(`${JSON.stringify({ schemaVersion: 1, proven: refuted === null, refutedBy: refuted }, null, 2)}\n`);
  else shell.out(refuted === null ? `${good('PROVEN')}\n${proven}` : `${bad('REFUTED')}: ${plain(refuted)}\n`);
  return refuted === null ? EXIT.done : EXIT.check;
}
