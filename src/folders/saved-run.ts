import { NONE_TAKEN, type SideId } from '../domain/decisions.ts';
import type { Disk } from '../domain/disk.ts';
import { EXIT, UserError } from '../domain/errors.ts';
import { ROLES } from '../domain/input-roles.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Progress } from '../domain/progress.ts';
import type { Refutation } from '../domain/refutation.ts';
import { OPTIONAL_FILES, RUN_FILES } from '../domain/run-files.ts';
import {
  type FoundRun,
  findChangedInput,
  findChangedSettings,
  type ProvenRun,
  proveRun,
  readOwnTandems,
} from '../features/verify/verify-run.ts';
import { readCertificate, type WrittenCertificate } from '../parse/certificate.ts';
import type { Programme } from '../parse/programme.ts';
import type { DecisionRequest } from './decisions.ts';
import { type EarlierRun, type InputFlags, type Inputs, readInputs } from './inputs.ts';

/** A finished run as found in its folder, and its inputs as they are now. */
export interface SavedRun {
  readonly run: FoundRun;
  readonly inputs: Inputs;
  /** Which setting the config says otherwise than the run; null where none, or nobody knows. */
  readonly changed: Refutation | null;
  /** How its inputs were asked for, and what was in force. */
  readonly recorded: RecordedInputs;
}

/** The inputs that a certificate names, unless a flag says where they are now, and what was in force. */
export interface RecordedInputs {
  readonly asked: InputFlags;
  readonly run: EarlierRun;
  /** The config that it names, whether it is there or not. */
  readonly config: string | null;
}

/** Whoever hears how far reading and proving have come. */
export interface Watched {
  readonly watch: Progress;
}

/**
 * Reads a run's folder, and then its inputs where the certificate says they are, or where a flag does: they may have
 * moved. A refutation says what is wrong with the certificate.
 */
export async function readSavedRun(
  disk: Disk,
  folder: string,
  flags: InputFlags,
  { watch }: Watched,
): Promise<SavedRun | Refutation> {
  watch('read');
  disk.recover(folder);
  const files = readFiles(disk, folder);
  const read = readCertificate(files.get('certificate.json')!);
  if (read.kind === 'broken') return { kind: 'certificate-broken', fault: read.fault };
  if (read.kind === 'unknown-form') throw makeOtherVersionError(folder, read.version, null);
  const { certificate } = read;
  refuseUnnamed(certificate, flags);
  try {
    const recorded = resolveRecorded(disk, certificate, folder, flags);
    const { asked, run } = recorded;
    const deciding = { kind: 'finished', folder, taken: certificate.decisions ?? NONE_TAKEN } as const;
    const inputs = await readInputs(disk, asked, watch, run, deciding);
    return { run: { certificate, files }, inputs, changed: compareReading(inputs, certificate), recorded };
  } catch (trouble) {
    if (!(trouble instanceof UserError) || trouble.exit !== EXIT.machine) throw trouble;
    throw new UserError({ kind: 'inputs-moved', trouble: trouble.trouble }, trouble.exit);
  }
}

/**
 * Reads a finished run that is to be talked about: one whose certificate can be read, and whose
 * inputs are asked for as they were.
 */
export async function requireSavedRun(
  disk: Disk,
  folder: string,
  flags: InputFlags,
  watched: Watched,
): Promise<SavedRun> {
  const saved = await readSavedRun(disk, folder, flags, watched);
  if ('kind' in saved) throw makeDoesNotHoldError(folder, saved);
  refuseChanged(saved.changed);
  return saved;
}

/**
 * Reads the inputs of a finished run once more, with what people decided in its folder since, as
 * for a run that is written over it.
 * @param leaving who leaves now; @param bundle whether their bytes are wanted.
 */
export function readDecidedInputs(
  disk: Disk,
  folder: string,
  { recorded: { asked, run }, inputs, run: { certificate } }: SavedRun,
  { leaving, bundle }: { readonly leaving: readonly SideId[]; readonly bundle: boolean },
  { watch }: Watched,
): Promise<Inputs> {
  const flags = { ...asked, previous: disk.join(folder, 'tandems.csv'), bundle };
  const deciding: DecisionRequest = {
    ...({ kind: 'to-come', out: folder, isFresh: false, releasing: 'none', force: false } as const),
    ...{ rejoining: [], leaving, recorded: certificate.decisions ?? NONE_TAKEN },
  };
  const people = inputs.programme?.people;
  return readInputs(disk, flags, watch, people ? { ...run, people } : run, deciding);
}

/** The files of a run, with those that not every run has where they are there. */
function readFiles(disk: Disk, folder: string): FoundRun['files'] {
  const names = [...RUN_FILES, ...OPTIONAL_FILES.filter(name => disk.exists(disk.join(folder, name)))];
  const bytes = disk.readAll(names.map(name => disk.join(folder, name)));
  return new Map(names.map(name => [name, bytes.get(disk.join(folder, name))!]));
}

/** A run that is to be talked about must hold: one that was edited, or whose inputs changed, says nothing of today. */
export function requireProven(folder: string, programme: Programme, { run }: SavedRun, { watch }: Watched): ProvenRun {
  refuseChanged(findChangedInput(programme, run.certificate));
  const proven = proveRun(programme, run, watch);
  if ('kind' in proven) throw makeDoesNotHoldError(folder, proven);
  return proven;
}

/** The tandems of a run that is to be repaired: its inputs, and they, must be as they were. */
export function requireOwnTandems(folder: string, programme: Programme, { run }: SavedRun): readonly Tandem[] {
  refuseChanged(findChangedInput(programme, run.certificate));
  const tandems = readOwnTandems(programme, run);
  if ('kind' in tandems) throw makeDoesNotHoldError(folder, tandems);
  return tandems;
}

/** Refuses to talk about a run whose inputs, or whose config, are not as they were. */
export function refuseChanged(changed: Refutation | null): void {
  if (changed !== null) throw new UserError({ kind: 'inputs-changed', why: changed });
}

export function makeDoesNotHoldError(folder: string, why: Refutation): UserError {
  return new UserError({ kind: 'run-does-not-hold', folder, why }, EXIT.check);
}

/** A run that only the version that made it can judge. */
export function makeOtherVersionError(folder: string, version: string, why: Refutation | null): UserError {
  return new UserError({ kind: 'made-by-other-version', folder, version, why });
}

/** What came from standard input cannot be read again. */
function refuseUnnamed({ inputs }: WrittenCertificate, flags: InputFlags): void {
  const unnamed = ROLES.filter(role => inputs[role]?.path === '-' && flags[role] === undefined);
  if (unnamed.length > 0) throw new UserError({ kind: 'read-from-standard-input', roles: unnamed });
}

function resolveRecorded(
  disk: Disk,
  { config, inputs, allowOverride, encoding, worthAChange, settings, policy, decisions }: WrittenCertificate,
  folder: string,
  flags: InputFlags,
): RecordedInputs {
  const resolvePath = (path: string) => (path === '-' ? path : disk.relative('', disk.resolve(folder, path)));
  const sheets = ROLES.flatMap(role => {
    const path = inputs[role]?.path;
    return path === undefined ? [] : [[role, resolvePath(path)] as const];
  });
  const history = inputs.history.map(({ path }) => resolvePath(path));
  const isGone = config !== null && settings !== null && !disk.exists(resolvePath(config));
  const asked = {
    config: config === null || isGone ? null : resolvePath(config),
    // Where the run had none, files that the config names since are found, and told.
    ...(history.length > 0 ? { history } : {}),
    allowOverride,
    ...(encoding === undefined ? {} : { encoding }),
    ...(worthAChange === undefined ? {} : { worthAChange }),
    ...Object.fromEntries(sheets),
    // A run that kept its own tandems took no previous run that the config names.
    ...((decisions?.previous ?? null) === null ? {} : { previous: disk.join(folder, 'tandems.csv') }),
    ...flags,
  };
  const standsAlone = asked.config === null && config !== null;
  return {
    asked,
    run: { file: disk.join(folder, 'certificate.json'), settings, policy, standsAlone },
    config: config === null ? null : resolvePath(config),
  };
}

/** How the config asks for sheets to be read today, held against how they were. */
function compareReading({ settings: now }: Inputs, { settings: then }: WrittenCertificate): Refutation | null {
  return now === null || then === null ? null : findChangedSettings(then, now);
}
