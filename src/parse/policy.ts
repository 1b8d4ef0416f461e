import type { Level, Policy, Preference, Rule, RuleKind } from '../domain/policy.ts';
import {
  absentHeader,
  badSetting,
  doubleName,
  missingField,
  type Parsed,
  type Place,
  type Problem,
  tooManyRules,
  unknownName,
  uselessField,
} from '../domain/problems.ts';
import type { Config } from './config.ts';
import { headerKey } from './header.ts';
import { nearest } from './nearest.ts';
import { defaultName, PRESETS, sameRule } from './presets.ts';

/** The columns that rules may compare. */
export interface Fields {
  readonly all: readonly string[];
  /** The column that a name or an alias stands for, or null. */
  readonly named: (name: string) => string | null;
}

/** A must about a column that no sheet has would bar everybody, a preference for one would only count for nothing. */
export interface FieldsOf {
  readonly must: Fields;
  readonly prefer: Fields;
}

/** A pair's bars are bits of one integer, and two of them are taken by pairs.csv. */
const MOST_RULES = 28;

const LEVELS = ['mentees', 'tandems', 'score', 'balance'] as const;

/**
 * The policy in force: the preset, with what the config says in place of it.
 * @param file the config's name; @param fields the columns that rules may compare.
 */
export function readPolicy(config: Config, file: string, fields: FieldsOf): Parsed<Policy> {
  const preset = config.preset ?? 'reverse';
  const base = PRESETS[preset];
  const without = config.without ?? [];
  const must = rulesOf('must', config.must ?? [], base.must, file, fields.must);
  const prefer = rulesOf('prefer', config.prefer ?? [], base.prefer, file, fields.prefer);
  const policy = {
    preset,
    levels: config.levels ?? [],
    must: merged(base.must, must.value, without),
    prefer: merged(base.prefer, prefer.value, without),
    pairsOnly: config.pairs === 'only' || (typeof config.pairs === 'object' && config.pairs.only === true),
  };
  const objective = objectiveOf(config.objective, base.objective, policy.prefer, file);
  return {
    value: { ...policy, objective: objective.value },
    problems: [
      ...must.problems,
      ...prefer.problems,
      ...objective.problems,
      ...unknownWithout(without, [...base.must, ...base.prefer], file),
      ...repeatedNames('must', policy.must, file),
      ...repeatedNames('prefer', policy.prefer, file),
      ...repeatedLevels(policy.levels, file),
    ],
  };
}

type Written = { readonly rule: RuleKind; readonly field?: string | undefined; readonly name?: string | undefined };

/** Rules as written, completed: a field by its key in the sheets; the preset's name, or one of our making, where there is none. */
function rulesOf<Own extends Written>(
  list: 'must' | 'prefer',
  written: readonly Own[],
  base: readonly Rule[],
  file: string,
  fields: Fields,
): Parsed<(Own & Rule)[]> {
  const problems: Problem[] = [];
  const value = written.map((own, index) => {
    const place = { file, column: `${list}[${index}].field` };
    const field = fieldOf(own, place, fields);
    problems.push(...field.problems);
    const rule = { rule: own.rule, field: field.value };
    const known = base.find(other => sameRule(rule, other))?.name;
    return { ...own, name: own.name ?? known ?? defaultName(rule), ...rule };
  });
  return { value, problems };
}

function fieldOf({ rule, field }: Written, place: Place, fields: Fields): Parsed<string> {
  switch (rule) {
    case 'outside-reporting-line':
    case 'not-the-same-person':
      return { value: '', problems: field === undefined ? [] : [uselessField(place, rule)] };
    case 'below': {
      const wrong = field !== undefined && headerKey(field) !== 'level';
      return { value: 'level', problems: wrong ? [badSetting(place, '"below" compares the column level')] : [] };
    }
    case 'same':
    case 'different':
    case 'overlap': {
      if (field === undefined) return { value: '', problems: [missingField(place, rule)] };
      const found = fields.named(field);
      return { value: found ?? field, problems: found === null ? [absentField(place, field, fields.all)] : [] };
    }
  }
}

/** Columns of ours that say nothing about who fits whom, or that are read into others. */
const NOT_COMPARED = ['capacity', 'wants', 'first_name', 'last_name'];

function absentField(place: Place, field: string, fields: readonly string[]): Problem {
  const ours = NOT_COMPARED.some(column => headerKey(column) === headerKey(field));
  if (ours) return badSetting(place, `rules do not compare "${field}"`, `they compare ${fields.join(', ')}`);
  return absentHeader(place, field, nearest(field, fields), fields);
}

/** The preset's rules without those that the config drops or says anew, then the config's. */
function merged<Any extends Rule | Preference>(
  base: readonly Any[],
  own: readonly Any[],
  without: readonly string[],
): Any[] {
  const kept = base.filter(rule => !without.includes(rule.name) && !own.some(other => sameRule(rule, other)));
  return [...kept, ...own];
}

function objectiveOf(
  written: readonly string[] | undefined,
  preset: readonly Level[],
  prefer: readonly Preference[],
  file: string,
): Parsed<Level[]> {
  const preferences = prefer.map(({ name }) => name);
  if (written === undefined) {
    const usable = preset.filter(level => level.kind !== 'preference' || preferences.includes(level.preference));
    return { value: usable, problems: [] };
  }
  const problems: Problem[] = [];
  const value = written.flatMap((name, index): Level[] => {
    const place = { file, column: `objective[${index}]` };
    if (written.indexOf(name) < index) problems.push(doubleName(place, 'level', name));
    const kind = LEVELS.find(level => level === name);
    if (kind !== undefined) return [{ kind }];
    if (preferences.includes(name)) return [{ kind: 'preference', preference: name }];
    const choice = [...LEVELS, ...preferences];
    problems.push(unknownName(place, 'level of the objective', name, nearest(name, choice), choice));
    return [];
  });
  return { value, problems };
}

function unknownWithout(without: readonly string[], rules: readonly Rule[], file: string): Problem[] {
  const choice = rules.map(({ name }) => name);
  return without.flatMap((name, index) =>
    choice.includes(name)
      ? []
      : [unknownName({ file, column: `without[${index}]` }, 'rule of the preset', name, nearest(name, choice), choice)],
  );
}

function repeatedNames(list: string, rules: readonly Rule[], file: string): Problem[] {
  const names = rules.map(({ name }) => name);
  const reserved = list === 'prefer' ? [...LEVELS, 'pairs', 'demands', 'ties'] : ['banned-pair', 'not-listed'];
  return [
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map(name => doubleName({ file, column: list }, 'rule', name)),
    ...names
      .filter(name => reserved.includes(name))
      .map(name => badSetting({ file, column: list }, `the name "${name}" is taken`, 'give the rule another "name"')),
    ...(rules.length > MOST_RULES ? [tooManyRules({ file, column: list }, MOST_RULES)] : []),
  ];
}

function repeatedLevels(levels: readonly string[], file: string): Problem[] {
  const keys = levels.map(headerKey);
  return levels
    .filter((_, index) => keys.indexOf(keys[index]!) < index)
    .map(level => doubleName({ file, column: 'levels' }, 'level', level));
}
