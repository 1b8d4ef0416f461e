import { z } from 'zod';
import { MOST } from '../../domain/input-bounds.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { CROSS_BORDER, PRESET_NAMES } from '../../domain/policy.ts';
import {
  badSetting,
  beyondBound,
  doubleName,
  type Location,
  notJson,
  type Parsed,
  type Problem,
  unknownKey,
  unknownName,
} from '../../domain/problems.ts';
import { RULES } from '../../domain/rule-table.ts';
import {
  type KindOfName,
  REFINEMENTS,
  type Refinement,
  type SettingFault,
  type SettingKind,
} from '../../domain/setting-faults.ts';
import { DELIMITERS } from '../text/dialect.ts';
import { isCodePage } from '../text/known-pages.ts';
import { findNearest } from '../text/nearest.ts';
import { readDay } from '../values/days.ts';
import { type FoundKey, findTooDeepRow, MOST_NESTED, scanJson, UNUSABLE } from './json.ts';
import { doubleBackslashes } from './windows-paths.ts';

/**
 * UTF-8 has no halves of characters (surrogates without their other half): written to a
 * file, the text would be another.
 */
const text = z
  .string()
  .min(1)
  .refine(value => !/[\ud800-\udfff]/u.test(value), 'whole characters' satisfies Refinement);

/** A name that stands in the files of a run. */
const label = text.refine(name => !/\p{Cc}/u.test(name), 'no control characters' satisfies Refinement);

const by = z.number().min(0).max(1_000_000);

const rule = z.strictObject({
  rule: z.enum(RULES),
  field: text.optional(),
  by: by.optional(),
  name: label.optional(),
});

/** A fit from 0 to 1 with at most three decimals. */
const fit = z.number().min(0).max(1).multipleOf(0.001);

/** Points that a change must bring, with at most three decimals. */
export const worth = z.number().min(0).max(1_000_000).multipleOf(0.001);

const weight = z.int().min(-1_000_000).max(1_000_000);

/** Paths, or words. */
const texts = z.union([text, z.array(text)]);

/** Two rows of the sheets, each by its id, address or name. */
const two = z.array(text).length(2);

const MOST_OF_ANYTHING = 999_999;

/** A number of people, or a priority. */
const count = z.int().min(0).max(MOST_OF_ANYTHING);
const some = count.min(1);

/** What is put in place of words of a column. */
const makeWordMap = <Meaning extends z.ZodType>(meaning: Meaning) => z.record(text, meaning);

const values = z.strictObject({
  none: z.union([z.array(text), z.record(text, z.boolean())]).optional(),
  status: makeWordMap(text).optional(),
  role: makeWordMap(z.enum(['mentor', 'mentee', 'both'])).optional(),
  level: makeWordMap(z.union([text, z.number()])).optional(),
  capacity: makeWordMap(count).optional(),
  min_load: makeWordMap(count).optional(),
  wants: makeWordMap(some).optional(),
  priority: makeWordMap(count).optional(),
  country: makeWordMap(text).optional(),
  languages: makeWordMap(text).optional(),
  timezone: makeWordMap(text).optional(),
});

/** What empty cells and absent columns say; of columns of the user's own as well. */
const defaults = z
  .object({
    capacity: count.optional(),
    min_load: count.optional(),
    wants: some.optional(),
    priority: count.optional(),
  })
  .catchall(z.union([text, z.number()]));

/** rmentor.config.json as written. */
export const CONFIG = z.strictObject({
  $schema: text.optional(),
  preset: z.enum(PRESET_NAMES).optional(),
  start: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/u, { abort: true })
    .refine(day => readDay(day) !== null, 'day' satisfies Refinement)
    .optional(),
  levels: z.array(label).max(MOST.levels).optional(),
  columns: z.record(text, z.union([text, z.array(text), z.null()])).optional(),
  options: z.record(text, z.array(text).min(1)).optional(),
  locations: z.record(text, text).optional(),
  values: values.optional(),
  defaults: defaults.optional(),
  must: z.array(rule).optional(),
  prefer: z.array(rule.extend({ weight, ranks: z.array(fit).min(1).optional() })).optional(),
  without: z.array(text).optional(),
  objective: z.array(text).min(1).max(MOST.levels).optional(),
  worthAChange: worth.optional(),
  crossBorder: z.enum(CROSS_BORDER).optional(),
  regions: z.record(label, z.array(text).min(1)).optional(),
  repeat: z
    .union([
      z.literal('never'),
      z.strictObject({
        afterMonths: z.int().min(0).max(1200),
      }),
    ])
    .optional(),
  mentors: text.optional(),
  mentees: text.optional(),
  roles: z.strictObject({ mentor: texts.optional(), mentee: texts.optional() }).optional(),
  same: z.array(two).optional(),
  different: z.array(two).optional(),
  encoding: text.refine(isCodePage, 'encoding' satisfies Refinement).optional(),
  limits: text.optional(),
  pairs: z.union([text, z.strictObject({ file: text, only: z.boolean().optional() })]).optional(),
  history: texts.optional(),
  previous: text.optional(),
  out: text.optional(),
  declineReasons: z.array(label).min(1).max(100).optional(),
  delimiter: z.enum(DELIMITERS).optional(),
  language: z.enum(LANGUAGES).optional(),
});

export type Config = z.output<typeof CONFIG>;

/**
 * Settings that decide nothing about how sheets are read: where files are, what the policy in
 * force says, how results are written.
 */
const BESIDES = {
  $schema: true,
  mentors: true,
  mentees: true,
  limits: true,
  pairs: true,
  history: true,
  previous: true,
  out: true,
  declineReasons: true,
  delimiter: true,
  language: true,
  preset: true,
  start: true,
  levels: true,
  must: true,
  prefer: true,
  without: true,
  objective: true,
  worthAChange: true,
  crossBorder: true,
  repeat: true,
} as const;

/**
 * Settings that decide how sheets are read. Certificates hold them all: one that comes anew too,
 * unless it is told among those above.
 */
export const READING = CONFIG.omit(BESIDES);

export type ReadingSettings = z.output<typeof READING>;

/** zod would write and compile code for each object, which pays where many are read. */
const READ_ONCE = { jitless: true };

/** Reads a config. Where it has problems, the value is what is left without the settings that have them. */
export function readConfig(file: string, bytes: Uint8Array): Parsed<Config> {
  const json = readJson(file, bytes);
  if (json.value === undefined) return { value: {}, problems: json.problems };
  const result = CONFIG.safeParse(json.value, READ_ONCE);
  if (result.success) return { value: result.data, problems: json.problems };
  const problems = result.error.issues.flatMap(issue => convertIssue(issue, file, json.value));
  return { value: keepSoundSettings(json.value), problems: [...json.problems, ...problems] };
}

/** JSON.parse decides what is JSON; undefined where it is none. */
function readJson(file: string, bytes: Uint8Array): Parsed<unknown> {
  if (bytes.length > MOST.settingsMiB * 1024 * 1024) {
    return failReading(beyondBound({ file }, { of: 'MiB of a config', most: MOST.settingsMiB }));
  }
  const source = doubleBackslashes(new TextDecoder('utf-8').decode(bytes));
  const damage = source.indexOf('\ufffd');
  if (damage >= 0) {
    const row = source.slice(0, damage).split('\n').length;
    return failReading(notJson(file, row, { kind: 'not UTF-8' }));
  }
  const deep = findTooDeepRow(source);
  if (deep !== null) {
    return failReading(badSetting({ file, row: deep }, { kind: 'nested too deep', most: MOST_NESTED }));
  }
  const { fault, doubled, unusable } = scanJson(source);
  try {
    const value: unknown = JSON.parse(source, (key, inner) => (key === UNUSABLE ? undefined : inner));
    const locate = ({ row, path }: FoundKey) => ({ file, row, column: formatPath(path) });
    return {
      value,
      problems: [
        ...doubled.map(found => doubleName(locate(found), 'setting', String(found.path.at(-1)))),
        ...unusable.map(found => badSetting(locate(found), { kind: 'unusable name', name: UNUSABLE })),
      ],
    };
  } catch {
    return failReading(notJson(file, fault?.row ?? 1, fault?.fault ?? { kind: 'unknown' }));
  }
}

function failReading(problem: Problem): Parsed<undefined> {
  return { value: undefined, problems: [problem] };
}

function keepSoundSettings(json: unknown): Config {
  if (typeof json !== 'object' || json === null) return {};
  const settings = Object.entries(CONFIG.shape).flatMap(([key, schema]) => {
    const { success, data } = schema.safeParse(Reflect.get(json, key));
    return success && data !== undefined ? [[key, data]] : [];
  });
  return Object.fromEntries(settings) as Config;
}

/**
 * The settings that a config's problems leave open, so that what seems wrong elsewhere may only follow from them. Where
 * the whole file cannot be read, these are all.
 */
export function openSettings(problems: readonly Problem[]): ReadonlySet<string> {
  const keys = Object.keys(CONFIG.shape);
  return new Set(
    problems.flatMap(({ column }) => {
      const [first = ''] = column?.split(/[.[]/u) ?? [];
      return first === '' ? keys : (findNearest(first, keys) ?? first);
    }),
  );
}

/** The settings that may stand at a path, for suggestions. */
function listSettingsAt([first, second]: readonly PropertyKey[]): readonly string[] {
  if (first === undefined) return Object.keys(CONFIG.shape);
  if (first === 'must' && second !== undefined) return Object.keys(rule.shape);
  if (first === 'prefer' && second !== undefined) return [...Object.keys(rule.shape), 'weight', 'ranks'];
  if (first === 'repeat') return ['afterMonths'];
  if (first === 'roles') return ['mentor', 'mentee'];
  if (first === 'values') return Object.keys(values.shape);
  return ['file', 'only'];
}

function convertIssue(issue: z.core.$ZodIssue, file: string, config: unknown): Problem[] {
  const value = formatScalar(getValueAt(config, issue.path));
  const locateSetting: Location = issue.path.length === 0 ? { file } : { file, column: formatPath(issue.path), value };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const choice = listSettingsAt(issue.path);
      return issue.keys.map(key => {
        const where = { file, column: formatPath([...issue.path, key]) };
        return unknownKey(where, key, findNearest(key, choice), choice);
      });
    }
    case 'invalid_value': {
      const choice = issue.values.map(String);
      const written = getValueAt(config, issue.path);
      if (typeof written !== 'string') return [badSetting(locateSetting, { kind: 'not of choice', choice })];
      return [unknownName(locateSetting, classifyChoice(issue.path), written, findNearest(written, choice), choice)];
    }
    case 'invalid_union': {
      const strict = issue.errors.flat().find(({ code }) => code === 'unrecognized_keys');
      if (strict !== undefined) return convertIssue({ ...strict, path: [...issue.path, ...strict.path] }, file, config);
      const inner = issue.errors.find(errors => errors.every(({ path }) => path.length > 0)) ?? [];
      if (inner.length > 0)
        return inner.flatMap(part => convertIssue({ ...part, path: [...issue.path, ...part.path] }, file, config));
      return [badSetting(locateSetting, describeUnion(issue.errors.flat()))];
    }
    case 'invalid_type': {
      const isMissing = getValueAt(config, issue.path) === undefined;
      const kinds = [classifyKind(issue.expected, issue.path)];
      return [badSetting(locateSetting, { kind: 'wrong kind', isMissing, kinds, literals: [] })];
    }
    case 'invalid_key':
      return issue.issues.map(inner => badSetting(locateSetting, describeFault(inner), 'name'));
    default:
      return [badSetting(locateSetting, describeFault(issue))];
  }
}

/** What is wrong with a value that is of the right kind. */
function describeFault(issue: z.core.$ZodIssue): SettingFault {
  switch (issue.code) {
    case 'too_small':
      if (issue.exact === true) return { kind: 'not two people' };
      return issue.origin === 'number' ? { kind: 'too low', least: Number(issue.minimum) } : { kind: 'empty' };
    case 'too_big':
      if (issue.exact === true) return { kind: 'not two people' };
      if (issue.origin === 'array') return { kind: 'too long', most: Number(issue.maximum) };
      return { kind: 'too high', most: Number(issue.maximum) };
    case 'not_multiple_of':
      return { kind: 'too exact' };
    case 'invalid_format':
      return { kind: 'unfit text', needs: 'day' };
    default:
      return { kind: 'unfit text', needs: REFINEMENTS.find(name => name === issue.message) ?? 'whole characters' };
  }
}

const KIND_NAMES: Readonly<Record<string, SettingKind>> = {
  array: 'list',
  boolean: 'true or false',
  int: 'whole number',
  number: 'whole number',
  object: 'settings',
  record: 'settings',
  null: 'null',
  string: 'text',
};

/** Settings, and lists of them, that are numbers with decimals. */
const WITH_DECIMALS: readonly PropertyKey[] = ['by', 'ranks', 'worthAChange'];

function classifyKind(kind: string, path: readonly PropertyKey[]): SettingKind {
  if (kind === 'number' && path.slice(-2).some(key => WITH_DECIMALS.includes(key))) return 'number';
  return KIND_NAMES[kind] ?? 'text';
}

/** What the ways to write a setting would have been. */
function describeUnion(issues: readonly z.core.$ZodIssue[]): SettingFault {
  const literals = issues.flatMap(issue => (issue.code === 'invalid_value' ? issue.values.map(String) : []));
  const kinds = issues.flatMap(issue =>
    issue.code === 'invalid_type' ? [classifyKind(issue.expected, issue.path)] : [],
  );
  return { kind: 'wrong kind', isMissing: false, kinds, literals };
}

/** What a setting's choice is of. */
function classifyChoice(path: readonly PropertyKey[]): KindOfName {
  return CHOICES.find(name => name === path.at(-1)) ?? (path[0] === 'values' ? 'role' : 'value');
}

const CHOICES = ['preset', 'rule', 'crossBorder', 'delimiter', 'language'] as const;

/** prefer[2].weight */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}

function getValueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

/** A setting that is no list and no settings in { }, as it is written. */
function formatScalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? undefined : JSON.stringify(value);
}
