import {
  type Location,
  type Parsed,
  type Problem,
  unknownCountry,
  unknownLanguages,
  unknownName,
  unknownZone,
} from '../../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../../domain/roster.ts';
import type { RuleKind } from '../../domain/rule-table.ts';
import { compareText, fold } from '../../domain/text.ts';
import type { Defaults } from '../../domain/understood.ts';
import { makeColumnFinder } from '../columns/column-claims.ts';
import { findNearest } from '../text/nearest.ts';
import { makeFieldKey } from '../text/text-keys.ts';
import { findCountryCode, findNearestCountry } from '../values/countries.ts';
import { findLanguageCodes, findNearestLanguage } from '../values/languages.ts';
import { makeNothingKey, type NothingWords } from '../values/nothing.ts';
import { readStatus } from '../values/statuses.ts';
import { findZoneOffset } from '../values/zones.ts';
import type { Config } from './config.ts';
import { readOwnNames } from './own-column-names.ts';

/** What the config says of words in the sheets, and of cells without any. */
export interface OwnWords {
  readonly nothing: NothingWords;
  /** By column, what is put in place of a word, by its folded text. */
  readonly values: Readonly<Record<string, ReadonlyMap<string, string>>>;
  /** By column, what empty cells say. Columns of the user's own go by their key. */
  readonly defaults: Defaults;
  /** The kinds of the rules that name a column, by its key. */
  readonly ruled: ReadonlyMap<string, ReadonlySet<RuleKind>>;
}

/** Takes from the config what it says of words. */
export function readOwnWords(config: Config, file: string): Parsed<OwnWords> {
  const { none = [], ...others } = config.values ?? {};
  const values = Object.entries(others).map(([column, words]) => [column, words ?? {}] as const);
  const columnNamed = makeDefaultColumnFinder(config);
  const defaults = sortByWord(config.defaults ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, column: columnNamed(name), value: String(value) }],
  );
  const known = { levels: config.levels ?? [], ruled: groupRuleKinds(config) };
  return {
    value: {
      nothing: { own: indexNothingWords(none) },
      values: Object.fromEntries(values.map(([column, words]) => [column, foldWords(words)])),
      defaults: Object.fromEntries(defaults.map(({ column, value }) => [column, value])),
      ruled: known.ruled,
    },
    problems: [
      ...values.flatMap(([column, words]) => checkWords(column, words, known, file)),
      ...defaults.flatMap(one => checkDefault(one, known, file)),
    ],
  };
}

type None = NonNullable<NonNullable<Config['values']>['none']>;

function indexNothingWords(none: None): ReadonlyMap<string, boolean> {
  const said = Array.isArray(none) ? none.map(word => [word, true] as const) : sortByWord(none);
  return new Map(said.map(([word, says]) => [makeNothingKey(word), says]));
}

type WordTable = Readonly<Record<string, string | number>>;

function foldWords(words: WordTable): ReadonlyMap<string, string> {
  return new Map(sortByWord(words).map(([word, meaning]) => [fold(word), String(meaning)]));
}

/**
 * In which order a config says it does not count: of words that come to the same one, the last by their texts counts.
 */
function sortByWord<Value>(said: Readonly<Record<string, Value>>): (readonly [string, Value])[] {
  return Object.entries(said).sort(([a], [b]) => compareText(a, b));
}

function groupRuleKinds({ must = [], prefer = [] }: Config): OwnWords['ruled'] {
  const ruled = new Map<string, Set<RuleKind>>();
  for (const { rule, field } of [...must, ...prefer]) {
    if (field === undefined || field === '') continue;
    const kinds = ruled.get(makeFieldKey(field)) ?? new Set();
    ruled.set(makeFieldKey(field), kinds.add(rule));
  }
  return ruled;
}

interface KnownNames {
  readonly levels: readonly string[];
  readonly ruled: OwnWords['ruled'];
}

function checkWords(column: string, words: WordTable, known: KnownNames, file: string): Problem[] {
  return Object.entries(words).flatMap(([word, meaning]) =>
    checkMeaning(column, String(meaning), known, { file, column: `values.${column}.${word}` }),
  );
}

/** What says who somebody is, or whom they name, is nobody's by default. */
const WITHOUT_DEFAULT: readonly string[] = [
  'id',
  'name',
  'first_name',
  'last_name',
  'email',
  'manager',
  'not_with',
  'status',
];

/** Columns that a default can serve besides those that rules name. */
const DEFAULT_COLUMNS: readonly string[] = [...new Set([...MENTOR_COLUMNS, ...MENTEE_COLUMNS])].filter(
  column => !WITHOUT_DEFAULT.includes(column),
);

/** Our column of a name, or the key of one of the user's own. */
function makeDefaultColumnFinder(config: Config): (name: string) => string {
  const ours = makeColumnFinder(DEFAULT_COLUMNS, readOwnNames(config));
  return name => (DEFAULT_COLUMNS.includes(name) ? name : (ours(name) ?? makeFieldKey(name)));
}

interface Default {
  /** As the config has it. */
  readonly name: string;
  readonly column: string;
  readonly value: string;
}

function checkDefault({ name, column, value }: Default, known: KnownNames, file: string): Problem[] {
  const location = { file, column: `defaults.${name}`, value };
  if (DEFAULT_COLUMNS.includes(column)) return checkMeaning(column, value, known, location);
  if (known.ruled.has(column)) return [];
  const choice = [...new Set([...DEFAULT_COLUMNS, ...known.ruled.keys()])];
  return [unknownName({ ...location, value: name }, 'column with a default', name, findNearest(name, choice), choice)];
}

/**
 * What is wrong with a word that stands for others, where its column would not understand it.
 * Numbers are looked at by the schema.
 */
function checkMeaning(column: string, value: string, { levels }: KnownNames, where: Location): Problem[] {
  const location = { ...where, value };
  switch (column) {
    case 'status':
      return readStatus(value, 'words') === null ? [unknownName(location, 'status', value, null, STATUSES)] : [];
    case 'level': {
      const isLevel = levels.some(level => fold(level) === fold(value)) || /^-?\d{1,6}(?:\.\d{1,3})?$/u.test(value);
      return isLevel ? [] : [unknownName(location, 'level', value, findNearest(value, levels), levels)];
    }
    case 'country':
      return findCountryCode(value) === null ? [unknownCountry(location, value, findNearestCountry(value))] : [];
    case 'languages': {
      const unknown = value.split(/[;,|]/u).filter(part => findLanguageCodes(part.trim()) === null);
      return unknown.length > 0 ? [unknownLanguages(location, unknown, findNearestLanguage(unknown[0]!))] : [];
    }
    case 'timezone':
      return findZoneOffset(value, '') === 'unknown' ? [unknownZone(location, value)] : [];
    default:
      return [];
  }
}

const STATUSES = ['active', 'withdrawn'];
