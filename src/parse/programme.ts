import type { Policy, Terms } from '../domain/policy.ts';
import { hasErrors, nothingListed, type Parsed, type Problem } from '../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS, type Roster } from '../domain/roster.ts';
import type { Config } from './config.ts';
import { columnNamed, headerKey, type OwnNames } from './header.ts';
import { LIMIT_COLUMNS, readLimits } from './limits.ts';
import { PAIR_COLUMNS, readPairs } from './pairs.ts';
import { readPolicy } from './policy.ts';
import { readMentees, readMentors } from './roster.ts';
import { readTable, type Table } from './table.ts';

/** A file as it came: the name that messages use, and its bytes. */
export interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The files of a programme; the config's name stands in for a file where there is none. */
export interface Sources {
  readonly config: string;
  readonly mentors: Source;
  readonly mentees: Source;
  readonly limits: Source | null;
  readonly pairs: Source | null;
}

/** How a sheet was understood. */
export interface Understood {
  readonly role: 'mentors' | 'mentees' | 'limits' | 'pairs';
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  /** Each header with our column, or null where it is kept under its own name. */
  readonly columns: readonly { readonly header: string; readonly column: string | null }[];
}

/** A programme as known: the people, what decides their matching, and how the sheets were understood. */
export interface Programme {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly sheets: readonly Understood[];
}

/** Reads everything a programme consists of. With an error among the problems, the value is not to be used. */
export function readProgramme(config: Config, sources: Sources): Parsed<Programme> {
  const own = ownNames(config);
  const reading = { levels: config.levels ?? [], columns: own };
  const mentors = sheetOf('mentors', sources.mentors, own, table => readMentors(table, reading));
  const mentees = sheetOf('mentees', sources.mentees, own, table => readMentees(table, reading));
  const roster = { mentors: mentors.value?.people ?? [], mentees: mentees.value?.people ?? [] };
  const limits = sheetOf('limits', sources.limits, own, table => readLimits(table, roster));
  const pairs = sheetOf('pairs', sources.pairs, own, table => readPairs(table, roster));
  const extra = [mentors, mentees].flatMap(({ value }) => [...(value?.columns.extra.keys() ?? [])]);
  const policy = readPolicy(config, sources.config, [...COMPARABLE, ...new Set(extra)]);
  const people = [...mentors.problems, ...mentees.problems];
  const aboutPeople = [...limits.problems, ...pairs.problems].filter(
    ({ code }) => !(hasErrors(people) && NEEDS_EVERYBODY.includes(code)),
  );
  return {
    value: {
      roster,
      terms: { policy: policy.value, limits: limits.value ?? [], pairs: pairs.value ?? [] },
      sheets: [mentors, mentees, limits, pairs].flatMap(({ understood }) => understood ?? []),
    },
    problems: [...policy.problems, ...people, ...aboutPeople, ...unlisted(policy.value, sources)],
  };
}

/** Columns of ours that rules may compare. */
const COMPARABLE = ['department', 'country', 'city', 'languages', 'topics', 'level', 'manager', 'id', 'name', 'email'];

/** Codes of problems that may only come of a person whose row could not be read. */
const NEEDS_EVERYBODY: readonly string[] = ['W034', 'E040'];

const COLUMNS: Readonly<Record<Understood['role'], readonly string[]>> = {
  mentors: MENTOR_COLUMNS,
  mentees: MENTEE_COLUMNS,
  limits: LIMIT_COLUMNS,
  pairs: PAIR_COLUMNS,
};

interface ReadSheet<Value> extends Parsed<Value | null> {
  readonly understood: Understood | null;
}

/** Finds the table in a source and reads it; an absent source reads as null without a problem. */
function sheetOf<Value>(
  role: Understood['role'],
  source: Source | null,
  own: OwnNames,
  read: (table: Table) => Parsed<Value>,
): ReadSheet<Value> {
  if (source === null) return { value: null, problems: [], understood: null };
  const columnOf = (header: string) => columnNamed(headerKey(header), COLUMNS[role], own);
  const table = readTable(source.file, source.bytes, header => columnOf(header) !== null);
  if (table.value === null) return { value: null, problems: table.problems, understood: null };
  const { encoding, delimiter, rows, header } = table.value;
  const columns = header.map(name => ({ header: name, column: columnOf(name) }));
  const sheet = read(table.value);
  return {
    value: sheet.value,
    problems: [...table.problems, ...sheet.problems],
    understood: { role, file: source.file, encoding, delimiter, rows: rows.length, columns },
  };
}

function ownNames({ columns = {} }: Config): OwnNames {
  return Object.fromEntries(Object.entries(columns).map(([column, names]) => [column, [names].flat()]));
}

function unlisted(policy: Policy, { config, pairs }: Sources): Problem[] {
  return policy.pairsOnly && pairs === null ? [nothingListed(config)] : [];
}
