import { isAbsolute, join } from 'node:path';
import { NONE_TAKEN } from '../domain/decisions.ts';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import { type InputRecord, RUN } from '../domain/run-files.ts';
import { recover } from '../io/publish.ts';
import { readBytes } from '../io/read.ts';
import { readCertificate, type WrittenCertificate } from '../parse/certificate.ts';
import { findDefaults, type HeldRules, renderHeldRules } from '../render/words/rules-of-run.ts';
import type { Context } from './shared/context.ts';
import { printJson, type TellFlags } from './shared/report.ts';
import { makeDoesNotHoldError, makeOtherVersionError } from './shared/saved-run.ts';

/** Prints the rules of a finished run: no sheet is read, so that who has the folder alone can ask. */
export async function tellHeldRules(folder: string, { json }: TellFlags, shell: Context): Promise<ExitCode> {
  recover(folder, RUN);
  const read = readCertificate(readBytes(join(folder, 'certificate.json')));
  if (read.kind === 'unknown-form') throw makeOtherVersionError(folder, read.version, null);
  if (read.kind === 'broken') throw makeDoesNotHoldError(folder, { kind: 'certificate-broken', fault: read.fault });
  if (!read.certificate.isSealed()) throw makeDoesNotHoldError(folder, { kind: 'certificate-edited' });
  const held = collectRules(folder, read.certificate);
  const { policy, limits, defaults } = held;
  if (json) await printJson('rules', { run: folder, policy, limits, defaults, gaps: null }, null, shell);
  else shell.out(renderHeldRules(held, shell.words, { paint: shell.outPaint, width: shell.outWidth }));
  return EXIT.done;
}

function collectRules(folder: string, certificate: WrittenCertificate): HeldRules {
  const { version, policy, settings, prices, levels, decisions = NONE_TAKEN, inputs } = certificate;
  return {
    folder,
    program: `rmentor ${version}`,
    people: { mentors: prices.mentors.size, mentees: prices.mentees.size },
    policy,
    defaults: findDefaults(settings),
    limits: [...prices.limits.keys()].map(splitKey),
    levels: levels.map(({ level }) => level),
    decisions,
    inputs: {
      limits: inputs.limits && locateInput(inputs.limits, folder),
      pairs: inputs.pairs && locateInput(inputs.pairs, folder),
      history: inputs.history.map(record => locateInput(record, folder)),
    },
  };
}

/** Paths in a certificate are seen from the folder of the run. */
function locateInput({ path, digest }: InputRecord, folder: string): InputRecord {
  return { path: path === '-' || isAbsolute(path) ? path : join(folder, path), digest };
}

/** "mentee DE" */
function splitKey(key: string): HeldRules['limits'][number] {
  const [side = '', ...place] = key.split(' ');
  return { side: side === 'mentor' ? 'mentor' : 'mentee', place: place.join(' ') };
}
