import { z } from 'zod';
import { RULES } from '../domain/policy.ts';
import { badSetting, notJson, type Parsed, type Problem, unknownKey, unknownName } from '../domain/problems.ts';
import { nearest } from './nearest.ts';

const text = z.string().min(1, 'must not be empty');

const rule = z.strictObject({ rule: z.enum(RULES), field: text.optional(), name: text.optional() });

const weight = z
  .int('must be a whole number')
  .min(-1_000_000, 'must be at least -1000000')
  .max(1_000_000, 'must be at most 1000000');

/** rmentor.config.json as written. */
const CONFIG = z.strictObject({
  $schema: text.optional(),
  preset: z.enum(['reverse', 'none']).optional(),
  levels: z.array(text).optional(),
  columns: z.record(text, z.union([text, z.array(text)])).optional(),
  must: z.array(rule).optional(),
  prefer: z.array(rule.extend({ weight })).optional(),
  without: z.array(text).optional(),
  objective: z.array(text).min(1, 'must name at least one level').optional(),
  mentors: text.optional(),
  mentees: text.optional(),
  limits: text.optional(),
  pairs: z.union([text, z.strictObject({ file: text, only: z.boolean().optional() })]).optional(),
  out: text.optional(),
});

export type Config = z.output<typeof CONFIG>;

/** Reads a config. Where it has problems, the value is the empty config: the sheets can still be looked at. */
export function readConfig(file: string, bytes: Uint8Array): Parsed<Config> {
  const json = readJson(file, bytes);
  if (json.problems.length > 0) return { value: {}, problems: json.problems };
  const result = CONFIG.safeParse(json.value);
  if (result.success) return { value: result.data, problems: [] };
  return { value: {}, problems: result.error.issues.flatMap(issue => problemsOf(issue, file, json.value)) };
}

function readJson(file: string, bytes: Uint8Array): Parsed<unknown> {
  const source = new TextDecoder('utf-8').decode(bytes);
  try {
    return { value: JSON.parse(source), problems: [] };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const position = /position (\d+)/u.exec(why)?.[1];
    const row = position === undefined ? null : source.slice(0, Number(position)).split('\n').length;
    return { value: null, problems: [notJson(file, row, why)] };
  }
}

/** The settings that may stand at a path, for suggestions. */
function settingsAt([first, second]: readonly PropertyKey[]): readonly string[] {
  if (first === undefined) return Object.keys(CONFIG.shape);
  if (first === 'must' && second !== undefined) return Object.keys(rule.shape);
  if (first === 'prefer' && second !== undefined) return [...Object.keys(rule.shape), 'weight'];
  return ['file', 'only'];
}

function problemsOf(issue: z.core.$ZodIssue, file: string, config: unknown): Problem[] {
  const place = { file, column: pathName(issue.path) };
  switch (issue.code) {
    case 'unrecognized_keys': {
      const choice = settingsAt(issue.path);
      return issue.keys.map(key => {
        const where = { file, column: pathName([...issue.path, key]) };
        return unknownKey(where, key, nearest(key, choice), choice);
      });
    }
    case 'invalid_value': {
      const choice = issue.values.map(String);
      const written = valueAt(config, issue.path);
      if (typeof written !== 'string') return [badSetting(place, `must be one of ${choice.join(', ')}`)];
      return [unknownName(place, String(issue.path.at(-1)), written, nearest(written, choice), choice)];
    }
    case 'invalid_union': {
      const strict = issue.errors.flat().find(({ code }) => code === 'unrecognized_keys');
      if (strict !== undefined) return problemsOf({ ...strict, path: [...issue.path, ...strict.path] }, file, config);
      return [badSetting(place, 'is of the wrong kind')];
    }
    case 'invalid_type': {
      const missing = valueAt(config, issue.path) === undefined;
      return [
        badSetting(place, missing ? `is missing: a ${issue.expected} belongs here` : `must be a ${issue.expected}`),
      ];
    }
    default:
      return [badSetting(place, issue.message)];
  }
}

/** prefer[2].weight */
export function pathName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
