import type { Disk } from '../domain/disk.ts';
import { UserError } from '../domain/errors.ts';
import { ROLES, type Role } from '../domain/input-roles.ts';
import { type Language, USUAL_LANGUAGE } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { hasErrors, type Parsed, type Problem } from '../domain/problems.ts';
import { ignoreProgress, type Progress } from '../domain/progress.ts';
import type { RunFile, Settings } from '../domain/run-files.ts';
import type { Defaults, Understood } from '../domain/understood.ts';
import { settleTerms } from '../pair/cross-input-checks.ts';
import { type Config, openSettings, readConfig } from '../parse/config/config.ts';
import { normaliseSettings } from '../parse/config/held-settings.ts';
import {
  type DecisionSources,
  type InForce,
  locateInSheet,
  type Programme,
  readProgramme,
} from '../parse/programme.ts';
import { isCodePage } from '../parse/text/known-pages.ts';
import { type DecisionRequest, type FoundDecisions, findDecisions } from './decisions.ts';
import { isSameSheet, readNamedSheets } from './named-sheets.ts';

/** The flags by which every command finds its inputs. */
export interface InputFlags {
  readonly mentors?: string;
  readonly mentees?: string;
  readonly limits?: string;
  readonly pairs?: string;
  readonly previous?: string;
  /** A run, or its unmatched.csv: whom it left waiting comes first. */
  readonly carryOver?: string;
  readonly history?: readonly string[];
  readonly allowOverride?: boolean;
  /** Whether the run takes its inputs along, so that their bytes are kept. */
  readonly bundle?: boolean;
  /** What sheets are written in that are not UTF-8. */
  readonly encoding?: string;
  /** That of what is said and written, whatever config and environment say. */
  readonly lang?: Language;
  /** Points that a tandem must bring to be changed, whatever the config says; null for none. */
  readonly worthAChange?: number | null;
  /** null: there is none, do not look for one. */
  readonly config?: string | null;
}

/** An earlier run that the inputs are read again for. */
export interface EarlierRun extends InForce {
  /** Whether its config is not there, or not to be asked: then nobody knows what it says today. */
  readonly standsAlone: boolean;
}

/** The files of a programme as the user would name them from where they are; null where there is none. */
export interface InputPaths {
  readonly config: string | null;
  readonly sheets: Readonly<Record<Role, string | null>>;
  readonly history: readonly string[];
  readonly out: string | null;
}

/** A programme, where it came from, and every problem. Without a programme there is at least one error. */
export interface Inputs {
  readonly paths: InputPaths;
  /** How far the inputs were understood, errors or not. */
  readonly understood: {
    readonly sheets: readonly Understood[];
    readonly policy: Policy | null;
    readonly defaults: Defaults;
  };
  readonly programme: Programme | null;
  /** What was read, by the names of config and sheets; empty where a run does not take it along. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** How the config asks for sheets to be read, whatever an earlier run says; null where nobody knows. */
  readonly settings: Settings | null;
  /**
   * What stands between cells of results for people where their inputs are workbooks;
   * null where the config does not say.
   */
  readonly delimiter: string | null;
  /** That of the files of a run. */
  readonly language: Language;
  readonly decided: FoundDecisions;
  readonly problems: readonly Problem[];
}

/** The config that every command looks for. */
export const CONFIG_NAME = 'rmentor.config.json';

/** The folder that the config names for results, for commands that begin from a run; null where it names none. */
function findOutFolder(disk: Disk, flags: InputFlags): string | null {
  const config = findConfig(disk, flags);
  return config === null
    ? null
    : resolveBesideConfig(disk, readConfig(config, disk.readBytes(config)).value.out, config);
}

/** The folder of the finished run that a command is about where none is named: what the config says, else run/. */
export function getRunFolder(disk: Disk, flags: InputFlags): string {
  const folder = findRunFolder(disk, flags);
  if (folder === null) throw new UserError({ kind: 'run-missing' });
  return folder;
}

export function findRunFolder(disk: Disk, flags: InputFlags): string | null {
  return findOutFolder(disk, flags) ?? (disk.exists(USUAL_RUN) ? USUAL_RUN : null);
}

/** As help and hints call it. */
const USUAL_RUN = 'run';

function findConfig(disk: Disk, { config }: InputFlags): string | null {
  return config === undefined ? (disk.exists(CONFIG_NAME) ? CONFIG_NAME : null) : config;
}

/**
 * Finds the inputs by flags and config (a flag wins), reads them all, and understands them.
 * @param run what was in force for it counts, not what the config asks for today.
 * @param deciding of which run decisions are taken, where they are.
 */
export async function readInputs(
  disk: Disk,
  flags: InputFlags,
  watch: Progress = ignoreProgress,
  run: EarlierRun | null = null,
  deciding: DecisionRequest | null = null,
): Promise<Inputs> {
  watch('read');
  refuseUnknown(flags.encoding);
  const config = findConfig(disk, flags);
  const settings = readSettings(disk, config);
  const named = resolveInputPaths(disk, flags, settings.value, config);
  const decided = await findDecisions(disk, deciding, named.out, named.sheets.previous);
  const paths = decided.isPrevious ? { ...named, sheets: { ...named.sheets, previous: null } } : named;
  const { mentors, mentees } = paths.sheets;
  const isAsked = run?.standsAlone !== true;
  const asked = {
    settings: isAsked && !hasErrors(settings.problems) ? normaliseSettings(settings.value) : null,
    delimiter: settings.value.delimiter ?? null,
    language: flags.lang ?? settings.value.language ?? USUAL_LANGUAGE,
  };
  if (mentors === null || mentees === null) {
    if (settings.problems.length > 0) return { ...asked, ...NOTHING_READ, paths, decided, problems: settings.problems };
    throw makeMissingError(mentors, mentees);
  }
  const read = {
    config: isAsked ? overrideWorth(settings.value, flags) : null,
    inForce: run,
    open: openSettings(settings.problems),
    allowOverride: flags.allowOverride ?? false,
    encoding: flags.encoding ?? (run?.settings ?? settings.value).encoding ?? null,
    decisions: decided.sources,
  };
  const complete = { ...paths, sheets: { ...paths.sheets, mentors, mentees } };
  const { value, problems } = await understand(disk, read, complete, watch);
  const { programme } = value;
  const all = [...settings.problems, ...decided.problems, ...problems];
  return {
    ...asked,
    paths: value.paths,
    understood: { sheets: programme.sheets, policy: programme.terms.policy, defaults: programme.defaults },
    programme: hasErrors(all) ? null : programme,
    bytes: flags.bundle ? readConfigBytes(disk, config, value.bytes) : NO_BYTES,
    decided,
    problems: all,
  };
}

function readSettings(disk: Disk, config: string | null): Parsed<Config> {
  return config === null ? { value: {}, problems: [] } : readConfig(config, disk.readBytes(config));
}

/** What a change must bring is the call's to say before it is the config's. */
function overrideWorth(config: Config, { worthAChange }: InputFlags): Config {
  if (worthAChange === undefined) return config;
  const { worthAChange: _own, ...others } = config;
  return worthAChange === null ? others : { ...others, worthAChange };
}

function refuseUnknown(encoding: string | undefined): void {
  if (encoding === undefined || isCodePage(encoding)) return;
  throw new UserError({ kind: 'unknown-encoding', encoding });
}

function makeMissingError(mentors: string | null, mentees: string | null): UserError {
  const roles = [...(mentors === null ? ['mentors' as const] : []), ...(mentees === null ? ['mentees' as const] : [])];
  return new UserError({ kind: 'sheets-missing', roles, config: CONFIG_NAME });
}

const NO_BYTES: Inputs['bytes'] = new Map();
const NOTHING_READ = {
  understood: { sheets: [], policy: null, defaults: {} },
  programme: null,
  bytes: NO_BYTES,
} as const;

/** The bytes of the sheets, and those of the config. */
function readConfigBytes(disk: Disk, config: string | null, sheets: Inputs['bytes']): Inputs['bytes'] {
  return config === null ? sheets : new Map([...sheets, [config, disk.readBytes(config)]]);
}

interface ReadOptions {
  readonly config: Config | null;
  readonly inForce: InForce | null;
  /** Settings that could not be read. */
  readonly open: ReadonlySet<string>;
  readonly allowOverride: boolean;
  readonly encoding: string | null;
  readonly decisions: DecisionSources | null;
}

type CompletePaths = InputPaths & { readonly sheets: { readonly mentors: string; readonly mentees: string } };

async function understand(
  disk: Disk,
  { config, inForce, open, allowOverride, encoding, decisions }: ReadOptions,
  paths: CompletePaths,
  watch: Progress,
): Promise<Parsed<{ readonly programme: Programme; readonly paths: CompletePaths; readonly bytes: Inputs['bytes'] }>> {
  const asked = ROLES.flatMap(role => ({ role, path: paths.sheets[role] }));
  const earlier = paths.history.map(path => ({ role: 'history' as const, path }));
  const named = await readNamedSheets(
    disk,
    [...asked, ...earlier].flatMap(({ role, path }) => (path === null ? [] : [{ role, path }])),
  );
  const findName = (role: Role) => (paths.sheets[role] === null ? null : named.nameOf(paths.sheets[role], role));
  const findSource = (name: string | null) => (name === null ? null : named.sourceOf(name));
  const sheets = {
    mentors: named.nameOf(paths.sheets.mentors, 'mentors'),
    mentees: named.nameOf(paths.sheets.mentees, 'mentees'),
    limits: findName('limits'),
    pairs: findName('pairs'),
    previous: findName('previous'),
    carryOver: findName('carryOver'),
  };
  const history = paths.history.map(path => named.nameOf(path, 'history'));
  const areOne = isSameSheet(disk, sheets.mentors, sheets.mentees);
  const sources = {
    config: paths.config ?? CONFIG_NAME,
    mentors: named.sourceOf(sheets.mentors),
    mentees: named.sourceOf(areOne ? sheets.mentors : sheets.mentees),
    areOne,
    limits: findSource(sheets.limits),
    pairs: findSource(sheets.pairs),
    previous: findSource(sheets.previous),
    carryOver: findSource(sheets.carryOver),
    history: history.map(named.sourceOf),
    ...{ encoding, decisions, declineReasons: config?.declineReasons ?? [] },
  };
  const found = { ...paths, sheets, history };
  const { value, problems } = readProgramme(config, sources, { open, watch, inForce });
  const told = [...named.problems, ...problems];
  const bytes = new Map(
    [...Object.values(sheets), ...history].flatMap(name => (name === null ? [] : [[name, named.sourceOf(name).bytes]])),
  );
  if (hasErrors(problems)) return { value: { programme: value, paths: found, bytes }, problems: told };
  const files = { mentors: sheets.mentors, mentees: sheets.mentees, pairs: sheets.pairs ?? '' };
  const terms = settleTerms(value.roster, value.terms, files, allowOverride, decisions?.releasing ?? 'none');
  return {
    value: { programme: { ...value, terms: terms.value }, paths: found, bytes },
    problems: [...told, ...terms.problems.map(problem => locateInSheet(problem, value))],
  };
}

function resolveInputPaths(disk: Disk, flags: InputFlags, config: Config, file: string | null): InputPaths {
  const pairs =
    typeof config.pairs === 'object' ? config.pairs.file : config.pairs === 'only' ? undefined : config.pairs;
  const named = { ...config, pairs };
  const findPath = (role: Exclude<Role, 'carryOver'>) => flags[role] ?? resolveBesideConfig(disk, named[role], file);
  const history =
    flags.history ?? [config.history ?? []].flat().flatMap(path => resolveBesideConfig(disk, path, file) ?? []);
  return {
    config: file,
    sheets: {
      mentors: findPath('mentors'),
      mentees: findPath('mentees'),
      limits: findPath('limits'),
      pairs: findPath('pairs'),
      previous: findInRun(disk, findPath('previous'), 'tandems.csv'),
      carryOver: findInRun(disk, flags.carryOver ?? null, 'unmatched.csv'),
    },
    history,
    out: resolveBesideConfig(disk, config.out, file),
  };
}

/** A run may be named by its folder. */
function findInRun(disk: Disk, path: string | null, file: RunFile): string | null {
  if (path === null) return null;
  const inside = disk.join(path, file);
  return disk.exists(inside) ? inside : path;
}

/** A path that the config names is relative to the config. */
function resolveBesideConfig(disk: Disk, path: string | undefined, config: string | null): string | null {
  if (path === undefined || config === null) return null;
  if (disk.isOfOtherSystem(path)) return path;
  const folder = disk.dirname(config);
  return disk.relative('', disk.resolve(folder, disk.adaptPath(path, folder))) || '.';
}

/** All input files, which are protected from being written over; decisions are not among them (see decisions.ts). */
export function listInputFiles(disk: Disk, { config, sheets, history }: InputPaths): string[] {
  const named = [...Object.values(sheets), ...history].flatMap(name =>
    name === null ? [] : disk.splitSheetPath(name).path,
  );
  return [...(config === null ? [] : [config]), ...named].filter(path => path !== '-');
}
