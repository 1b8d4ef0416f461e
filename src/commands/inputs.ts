import { dirname, relative, resolve } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import { hasErrors, type Problem, sameFile } from '../domain/problems.ts';
import { ROLES, type Role } from '../domain/run.ts';
import { readAll, readBytes } from '../io/read.ts';
import { realPath } from '../io/refuse.ts';
import { exists } from '../io/system.ts';
import { peopleProblems } from '../pair/checks.ts';
import { type Config, openSettings, readConfig } from '../parse/config.ts';
import { type Programme, readProgramme, type Source, type Understood } from '../parse/programme.ts';

/** The flags by which every command finds its inputs. */
export interface InputFlags {
  readonly mentors?: string;
  readonly mentees?: string;
  readonly limits?: string;
  readonly pairs?: string;
  /** null: there is none, do not look for one. */
  readonly config?: string | null;
}

/** The files of a programme as the user would name them from where they are; null where there is none. */
export interface Places {
  readonly config: string | null;
  readonly sheets: Readonly<Record<Role, string | null>>;
  readonly out: string | null;
}

/** A programme, where it came from, and every problem. Without a programme there is at least one error. */
export interface Inputs {
  readonly places: Places;
  /** How far the inputs were understood, errors or not. */
  readonly understood: { readonly sheets: readonly Understood[]; readonly policy: Policy | null };
  readonly programme: Programme | null;
  readonly problems: readonly Problem[];
}

const CONFIG_NAME = 'rmentor.config.json';

/** Finds the inputs by flags and config (a flag wins), reads them all, and understands them. */
export function readInputs(flags: InputFlags): Inputs {
  const config = flags.config === undefined ? (exists(CONFIG_NAME) ? CONFIG_NAME : null) : flags.config;
  const settings = config === null ? { value: {}, problems: [] } : readConfig(config, readBytes(config));
  const places = { config, sheets: sheetsOf(flags, settings.value, config), out: outOf(settings.value, config) };
  const { mentors, mentees } = places.sheets;
  if (mentors === null || mentees === null) {
    if (settings.problems.length > 0)
      return { places, understood: { sheets: [], policy: null }, programme: null, problems: settings.problems };
    const lacking = [...(mentors === null ? ['--mentors FILE'] : []), ...(mentees === null ? ['--mentees FILE'] : [])];
    throw new UserError(
      `${lacking.join(' and ')} missing`,
      EXIT.input,
      `give the files, or name them in ${CONFIG_NAME}`,
    );
  }
  const open = openSettings(settings.problems);
  const named = { ...places, sheets: { ...places.sheets, mentors, mentees } };
  const { value, problems } = understand(settings.value, named, open);
  const all = [...settings.problems, ...problems];
  const understood = { sheets: value.sheets, policy: value.terms.policy };
  return { places, understood, programme: hasErrors(all) ? null : value, problems: all };
}

function understand(
  settings: Config,
  { config, sheets }: Places & { readonly sheets: { readonly mentors: string; readonly mentees: string } },
  open: ReadonlySet<string>,
) {
  const bytes = readAll(Object.values(sheets).flatMap(path => path ?? []));
  const source = (path: string): Source => ({ file: path, bytes: bytes.get(path)! });
  const sources = {
    config: config ?? CONFIG_NAME,
    mentors: source(sheets.mentors),
    mentees: source(sheets.mentees),
    limits: sheets.limits === null ? null : source(sheets.limits),
    pairs: sheets.pairs === null ? null : source(sheets.pairs),
  };
  const { value, problems } = readProgramme(settings, sources, open);
  const files = { mentors: sheets.mentors, mentees: sheets.mentees, pairs: sheets.pairs ?? '' };
  const together = hasErrors(problems) ? [] : peopleProblems(value.roster, value.terms, files);
  const same = realPath(sheets.mentors) !== null && realPath(sheets.mentors) === realPath(sheets.mentees);
  return { value, problems: [...(same ? [sameFile(sheets.mentees)] : []), ...problems, ...together] };
}

function sheetsOf(flags: InputFlags, config: Config, file: string | null): Places['sheets'] {
  const pairs =
    typeof config.pairs === 'object' ? config.pairs.file : config.pairs === 'only' ? undefined : config.pairs;
  const named = { mentors: config.mentors, mentees: config.mentees, limits: config.limits, pairs };
  const place = (role: Role) => flags[role] ?? besideConfig(named[role], file);
  return { mentors: place('mentors'), mentees: place('mentees'), limits: place('limits'), pairs: place('pairs') };
}

function outOf({ out }: Config, file: string | null): string | null {
  return besideConfig(out, file);
}

/** A path that the config names is relative to the config. */
function besideConfig(path: string | undefined, config: string | null): string | null {
  if (path === undefined || config === null) return null;
  return relative('', resolve(dirname(config), path)) || '.';
}

/** All input files, to be protected from being written over. */
export function filesOf({ config, sheets }: Places): string[] {
  return [config, ...ROLES.map(role => sheets[role])].flatMap(path => (path === null || path === '-' ? [] : path));
}
