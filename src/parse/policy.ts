import {
  LEVELS,
  type Level,
  levelName,
  type Policy,
  type Preference,
  type Rule,
  type RuleKind,
} from '../domain/policy.ts';
import {
  absentHeader,
  badSetting,
  doubleName,
  missingField,
  needsStart,
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

/** A pair's bars are bits of one integer, and three of them are taken by what is said of single pairs. */
const MOST_RULES = 28;

/**
 * The policy in force: the preset, with what the config says in place of it.
 * @param file the config's name; @param fields the columns that rules may compare; @param hasPrevious whether there is a
 * previous run: only then `kept` stands in the objective by itself.
 */
export function readPolicy(config: Config, file: string, fields: FieldsOf, hasPrevious: boolean): Parsed<Policy> {
  const preset = config.preset ?? 'reverse';
  const base = PRESETS[preset];
  const without = config.without ?? [];
  const must = rulesOf('must', config.must ?? [], base.must, file, fields.must);
  const prefer = rulesOf('prefer', config.prefer ?? [], base.prefer, file, fields.prefer);
  const border = borderRule(config.crossBorder);
  const policy = {
    preset,
    levels: config.levels ?? [],
    must: [...merged(base.must, must.value.map(bareRule), without), ...border.must],
    prefer: [...merged(base.prefer, prefer.value.map(completed), without), ...border.prefer],
    pairsOnly: config.pairs === 'only' || (typeof config.pairs === 'object' && config.pairs.only === true),
    repeatAfterMonths: typeof config.repeat === 'object' ? config.repeat.afterMonths : null,
    start: config.start ?? '',
  };
  const usual = hasPrevious ? base.objective : base.objective.filter(({ kind }) => kind !== 'kept');
  const objective = objectiveOf(config.objective, usual, policy.prefer, file);
  return {
    value: { ...policy, objective: withBorder(objective.value, border.prefer) },
    problems: [
      ...must.problems,
      ...prefer.problems,
      ...objective.problems,
      ...unknownWithout(without, [...base.must, ...base.prefer], file),
      ...repeatedNames('must', policy.must, file),
      ...repeatedNames('prefer', policy.prefer, file),
      ...repeatedLevels(policy.levels, file),
      ...lackingStart(policy, file),
    ],
  };
}

/** crossBorder as rules: forbidden is a must, avoided is a preference that counts by itself, before the score. */
function borderRule(crossBorder: Config['crossBorder']): Pick<Policy, 'must' | 'prefer'> {
  const rule = { name: 'within-one-country', rule: 'same', field: 'country', by: null } as const;
  return {
    must: crossBorder === 'forbid' ? [rule] : [],
    prefer: crossBorder === 'avoid' ? [{ ...rule, weight: 0, ranks: null }] : [],
  };
}

/** Puts the level of a preference of our own before the score, unless the objective names it. */
function withBorder(objective: readonly Level[], [border]: readonly Preference[]): Level[] {
  if (border === undefined || objective.some(level => levelName(level) === border.name)) return [...objective];
  const at = objective.findIndex(({ kind }) => kind === 'score' || kind === 'worst' || kind === 'balance');
  return objective.toSpliced(at < 0 ? objective.length : at, 0, { kind: 'preference', preference: border.name });
}

function bareRule({ name, rule, field, by }: Rule): Rule {
  return { name, rule, field, by };
}

function completed(
  own: Rule & { readonly weight: number; readonly ranks?: readonly number[] | undefined },
): Preference {
  const ranks = own.ranks?.map(fit => Math.round(1000 * fit)) ?? null;
  return { ...bareRule(own), weight: own.weight, ranks };
}

/** What cannot be worked out without the programme's first day. */
function lackingStart({ start, must, prefer, repeatAfterMonths }: Omit<Policy, 'objective'>, file: string): Problem[] {
  if (start !== '') return [];
  const zones = [...must, ...prefer].some(({ field }) => field === 'timezone');
  return [
    ...(zones ? [needsStart({ file, column: 'start' }, 'a rule about time zones')] : []),
    ...(repeatAfterMonths !== null ? [needsStart({ file, column: 'start' }, '"repeat" after some months')] : []),
  ];
}

interface Written {
  readonly rule: RuleKind;
  readonly field?: string | undefined;
  readonly by?: number | undefined;
  readonly name?: string | undefined;
  readonly ranks?: readonly number[] | undefined;
}

/** Rules as written, completed: a field by its key in the sheets; the preset's name, or one of our making, where there is none. */
function rulesOf<Own extends Written>(
  list: 'must' | 'prefer',
  written: readonly Own[],
  base: readonly Rule[],
  file: string,
  fields: Fields,
): Parsed<(Omit<Own, 'by'> & Rule)[]> {
  const problems: Problem[] = [];
  const value = written.map((own, index) => {
    const place = { file, column: `${list}[${index}].field` };
    const field = fieldOf(own, place, fields);
    problems.push(...field.problems, ...distanceProblems(own, { file, column: `${list}[${index}].by` }));
    problems.push(...rankProblems(own, { file, column: `${list}[${index}].ranks` }));
    const rule = { rule: own.rule, field: field.value };
    const known = base.find(other => sameRule(rule, other))?.name;
    return { ...own, name: own.name ?? known ?? defaultName(rule), ...rule, by: own.by ?? null };
  });
  return { value, problems };
}

const MEASURING: readonly RuleKind[] = ['at-least-apart', 'at-most-apart'];

function distanceProblems({ rule, by }: Written, place: Place): Problem[] {
  const isMeasuring = MEASURING.includes(rule);
  if (isMeasuring && by === undefined)
    return [badSetting(place, `the rule "${rule}" needs to know how far`, 'write "by": 2')];
  return isMeasuring || by === undefined
    ? []
    : [badSetting(place, `the rule "${rule}" measures nothing`, 'leave "by" out')];
}

function rankProblems({ rule, ranks }: Written, place: Place): Problem[] {
  return rule === 'wished' || ranks === undefined
    ? []
    : [badSetting(place, `the rule "${rule}" knows no ranks`, 'leave "ranks" out: only "wished" has them')];
}

function fieldOf({ rule, field }: Written, place: Place, fields: Fields): Parsed<string> {
  switch (rule) {
    case 'outside-reporting-line':
    case 'not-the-same-person':
    case 'not-vetoed':
    case 'wished':
      return { value: '', problems: field === undefined ? [] : [uselessField(place, rule)] };
    case 'below':
    case 'above':
      return numbersIn(namedField(field ?? 'level', place, fields, field === undefined), rule, place);
    case 'same':
    case 'different':
    case 'overlap':
      return field === undefined
        ? { value: '', problems: [missingField(place, rule)] }
        : namedField(field, place, fields, false);
    case 'at-least-apart':
    case 'at-most-apart':
      if (field === undefined) return { value: '', problems: [missingField(place, rule)] };
      return numbersIn(namedField(field, place, fields, false), rule, place);
  }
}

/** Columns of ours that hold words. */
const WORDS = ['id', 'name', 'email', 'department', 'country', 'city', 'languages', 'topics', 'manager'];

/** A rule that measures needs numbers: levels, time zones, or a column of the user's own. */
function numbersIn({ value, problems }: Parsed<string>, rule: RuleKind, place: Place): Parsed<string> {
  if (!WORDS.includes(value)) return { value, problems };
  const hint = 'it measures level, timezone, or a column with numbers';
  return { value, problems: [badSetting(place, `"${rule}" cannot measure ${value}`, hint)] };
}

/** @param isImplied a rule that is about a column by itself says nothing where no sheet has it. */
function namedField(field: string, place: Place, fields: Fields, isImplied: boolean): Parsed<string> {
  const found = fields.named(field);
  const isAbsent = found === null && !isImplied;
  return { value: found ?? field, problems: isAbsent ? [absentField(place, field, fields.all)] : [] };
}

/** Columns of ours that say nothing about who fits whom, or that are read into others. */
const NOT_COMPARED = ['capacity', 'min_load', 'wants', 'priority', 'not_with', 'status', 'first_name', 'last_name'];

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
    if (kind !== undefined) {
      problems.push(...misplaced(kind, written.slice(0, index), place));
      return [{ kind }];
    }
    if (preferences.includes(name)) return [{ kind: 'preference', preference: name }];
    const choice = [...LEVELS, ...preferences];
    problems.push(unknownName(place, 'level of the objective', name, nearest(name, choice), choice));
    return [];
  });
  return { value, problems };
}

const MAKES_TANDEMS: readonly string[] = ['mentees', 'tandems', 'mentors'];

/** Levels that are best without any tandem must come after one that makes tandems. */
function misplaced(kind: Level['kind'], before: readonly string[], place: Place): Problem[] {
  if (kind === 'balance' && before.every(name => name === 'kept' || name === 'balance')) {
    const hint = 'put it last: no load is more even than no mentees at all';
    return [badSetting(place, '"balance" comes before any level that makes tandems', hint)];
  }
  if (kind === 'worst' && !before.some(name => MAKES_TANDEMS.includes(name))) {
    const hint = `put it after one of ${MAKES_TANDEMS.join(', ')}: where there is no tandem, none is bad`;
    return [badSetting(place, '"worst" comes before any level that makes tandems', hint)];
  }
  return [];
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
  const reserved =
    list === 'prefer' ? [...LEVELS, 'pairs', 'demands', 'hopes', 'ties'] : ['banned-pair', 'not-listed', 'met-before'];
  return [
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map(name => doubleName({ file, column: list }, 'rule', name)),
    ...names
      .filter(name => reserved.includes(name) || name.startsWith('mentees of priority'))
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
