import type { RuleKind } from '../../domain/policy.ts';
import {
  type Parsed,
  type Place,
  type Problem,
  unknownCountry,
  unknownLanguages,
  unknownName,
  unknownZone,
} from '../../domain/problems.ts';
import { byText, fold } from '../../domain/text.ts';
import type { Defaults } from '../../domain/understood.ts';
import { namedAmong } from '../columns/column-names.ts';
import { nearest } from '../text/nearest.ts';
import { fieldKey } from '../text/text-keys.ts';
import { countryCode, nearestCountry } from '../values/countries.ts';
import { languagesIn, nearestLanguage } from '../values/languages.ts';
import { type NothingWords, nothingKey } from '../values/nothing.ts';
import { statusOf } from '../values/statuses.ts';
import { offsetOf } from '../values/zones.ts';
import type { Config } from './config.ts';
import { ownNames } from './own-columns.ts';

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
export function ownWords(config: Config, file: string): Parsed<OwnWords> {
  const { none = [], ...others } = config.values ?? {};
  const values = Object.entries(others).map(([column, words]) => [column, words ?? {}] as const);
  const columnNamed = columnsNamed(config);
  const defaults = inOrder(config.defaults ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, column: columnNamed(name), value: String(value) }],
  );
  const known = { levels: config.levels ?? [], ruled: ruledIn(config) };
  return {
    value: {
      nothing: { own: nothingIn(none) },
      values: Object.fromEntries(values.map(([column, words]) => [column, foldedWords(words)])),
      defaults: Object.fromEntries(defaults.map(({ column, value }) => [column, value])),
      ruled: known.ruled,
    },
    problems: [
      ...values.flatMap(([column, words]) => wordProblems(column, words, known, file)),
      ...defaults.flatMap(one => defaultProblems(one, known, file)),
    ],
  };
}

type None = NonNullable<NonNullable<Config['values']>['none']>;

function nothingIn(none: None): ReadonlyMap<string, boolean> {
  const said = Array.isArray(none) ? none.map(word => [word, true] as const) : inOrder(none);
  return new Map(said.map(([word, says]) => [nothingKey(word), says]));
}

type Words = Readonly<Record<string, string | number>>;

function foldedWords(words: Words): ReadonlyMap<string, string> {
  return new Map(inOrder(words).map(([word, meaning]) => [fold(word), String(meaning)]));
}

/** In which order a config says it does not count: of words that come to the same one, the last by their texts counts. */
function inOrder<Value>(said: Readonly<Record<string, Value>>): (readonly [string, Value])[] {
  return Object.entries(said).sort(([a], [b]) => byText(a, b));
}

function ruledIn({ must = [], prefer = [] }: Config): OwnWords['ruled'] {
  const ruled = new Map<string, Set<RuleKind>>();
  for (const { rule, field } of [...must, ...prefer]) {
    if (field === undefined || field === '') continue;
    const kinds = ruled.get(fieldKey(field)) ?? new Set();
    ruled.set(fieldKey(field), kinds.add(rule));
  }
  return ruled;
}

interface Known {
  readonly levels: readonly string[];
  readonly ruled: OwnWords['ruled'];
}

function wordProblems(column: string, words: Words, known: Known, file: string): Problem[] {
  return Object.entries(words).flatMap(([word, meaning]) =>
    meaningProblems(column, String(meaning), known, { file, column: `values.${column}.${word}` }),
  );
}

/** Columns that a default can serve besides those that rules name. */
const DEFAULT_COLUMNS: readonly string[] = [
  ...['capacity', 'min_load', 'wants', 'priority', 'level', 'department', 'country', 'city', 'timezone'],
  ...['languages', 'topics'],
];

/** Our column of a name, or the key of one of the user's own. */
function columnsNamed(config: Config): (name: string) => string {
  const ours = namedAmong(DEFAULT_COLUMNS, ownNames(config));
  return name => (DEFAULT_COLUMNS.includes(name) ? name : (ours(name) ?? fieldKey(name)));
}

interface Default {
  /** As the config has it. */
  readonly name: string;
  readonly column: string;
  readonly value: string;
}

function defaultProblems({ name, column, value }: Default, known: Known, file: string): Problem[] {
  const place = { file, column: `defaults.${name}`, value };
  if (DEFAULT_COLUMNS.includes(column)) return meaningProblems(column, value, known, place);
  if (known.ruled.has(column)) return [];
  const choice = [...new Set([...DEFAULT_COLUMNS, ...known.ruled.keys()])];
  return [
    unknownName({ ...place, value: name }, 'column that can have a default', name, nearest(name, choice), choice),
  ];
}

/** What is wrong with a word that stands for others, where its column would not understand it. Numbers are looked at by the schema. */
function meaningProblems(column: string, value: string, { levels }: Known, where: Place): Problem[] {
  const place = { ...where, value };
  switch (column) {
    case 'status':
      return statusOf(value, 'words') === null ? [unknownName(place, 'status', value, null, STATUSES)] : [];
    case 'level': {
      const isLevel = levels.some(level => fold(level) === fold(value)) || /^-?\d{1,6}(?:\.\d{1,3})?$/u.test(value);
      return isLevel ? [] : [unknownName(place, 'level', value, nearest(value, levels), levels)];
    }
    case 'country':
      return countryCode(value) === null ? [unknownCountry(place, value, nearestCountry(value))] : [];
    case 'languages': {
      const unknown = value.split(/[;,|]/u).filter(part => languagesIn(part.trim()) === null);
      return unknown.length > 0 ? [unknownLanguages(place, unknown, nearestLanguage(unknown[0]!))] : [];
    }
    case 'timezone':
      return offsetOf(value, '') === 'unknown' ? [unknownZone(place, value)] : [];
    default:
      return [];
  }
}

const STATUSES = ['active', 'withdrawn'];
