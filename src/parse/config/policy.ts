import { NOTED_BARS } from '../../domain/bars.ts';
import { LEVELS, WEIGHED } from '../../domain/objective-level-table.ts';
import { OF_PRIORITY } from '../../domain/objective-levels.ts';
import type { Policy, Preference, Rule } from '../../domain/policy.ts';
import {
  badSetting,
  doubleName,
  needsStart,
  type Parsed,
  type Problem,
  tooManyRules,
  unknownName,
} from '../../domain/problems.ts';
import { findNearest } from '../text/nearest.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import type { Config } from './config.ts';
import { appendFewerEarlier, insertBorderLevel, readObjective } from './objective.ts';
import { isSameRule, PRESETS } from './presets.ts';
import { type FieldsOf, readRules } from './rules.ts';
import { weighChanges } from './weigh-changes.ts';

/** A pair's bars are bits of one integer, and five of them are taken by what is said of single pairs. */
export const MOST_RULES = 27;

/**
 * The policy in force: the preset, with what the config says in place of it.
 * @param file the config's name; @param fields the columns that rules may compare; @param beside whether there is a
 * previous run, and a history: only then `kept` and `fewer-earlier` stand in the objective by themselves.
 */
export function readPolicy(
  config: Config,
  file: string,
  fields: FieldsOf,
  { hasPrevious, hasHistory }: { readonly hasPrevious: boolean; readonly hasHistory: boolean },
): Parsed<Policy> {
  const preset = config.preset ?? 'reverse';
  const base = PRESETS[preset];
  const without = config.without ?? [];
  const must = readRules('must', config.must ?? [], base.must, file, fields.must);
  const prefer = readRules('prefer', config.prefer ?? [], base.prefer, file, fields.prefer);
  const border = makeBorderRule(config.crossBorder);
  const policy = {
    preset,
    levels: config.levels ?? [],
    must: [...mergeRules(base.must, must.value.map(stripRule), without), ...border.must],
    prefer: [...mergeRules(base.prefer, prefer.value.map(buildPreference), without), ...border.prefer],
    pairsOnly: config.pairs === 'only' || (typeof config.pairs === 'object' && config.pairs.only === true),
    repeatAfterMonths: typeof config.repeat === 'object' ? config.repeat.afterMonths : null,
    start: config.start ?? '',
  };
  const usual = hasPrevious ? base.objective : base.objective.filter(({ kind }) => kind !== 'kept');
  const objective = readObjective(config, usual, policy.prefer, file);
  const worth = config.worthAChange === undefined ? null : Math.round(1000 * config.worthAChange);
  const bordered = insertBorderLevel(objective.value, border.prefer);
  const weighed = worth === null ? { value: bordered, problems: [] } : weighChanges(bordered, worth, file);
  return {
    value: { ...policy, objective: hasHistory ? appendFewerEarlier(weighed.value) : weighed.value },
    problems: [
      ...must.problems,
      ...prefer.problems,
      ...objective.problems,
      ...weighed.problems,
      ...checkWithout(without, [...base.must, ...base.prefer], file),
      ...checkRuleNames('must', policy.must, file),
      ...checkRuleNames('prefer', policy.prefer, file),
      ...checkLevels(policy.levels, file),
      ...checkStart(policy, file),
    ],
  };
}

/** crossBorder as rules: forbidden is a must, avoided is a preference that counts by itself, before the score. */
function makeBorderRule(crossBorder: Config['crossBorder']): Pick<Policy, 'must' | 'prefer'> {
  const rule = { name: 'within-one-country', rule: 'same', field: 'country', by: null } as const;
  return {
    must: crossBorder === 'forbid' ? [rule] : [],
    prefer: crossBorder === 'avoid' ? [{ ...rule, weight: 0, ranks: null }] : [],
  };
}

function stripRule({ name, rule, field, by }: Rule): Rule {
  return { name, rule, field, by };
}

function buildPreference(
  own: Rule & { readonly weight: number; readonly ranks?: readonly number[] | undefined },
): Preference {
  const ranks = own.ranks?.map(fit => Math.round(1000 * fit)) ?? null;
  return { ...stripRule(own), weight: own.weight, ranks };
}

/** What cannot be worked out without the programme's first day. */
function checkStart({ start, must, prefer, repeatAfterMonths }: Omit<Policy, 'objective'>, file: string): Problem[] {
  if (start !== '') return [];
  const zones = [...must, ...prefer].some(({ field }) => field === 'timezone');
  return [
    ...(zones ? [needsStart({ file, column: 'start' }, 'time zones')] : []),
    ...(repeatAfterMonths !== null ? [needsStart({ file, column: 'start' }, 'repeat')] : []),
  ];
}

/** The preset's rules without those that the config drops or says anew, then the config's. */
function mergeRules<Any extends Rule | Preference>(
  base: readonly Any[],
  own: readonly Any[],
  without: readonly string[],
): Any[] {
  const kept = base.filter(rule => !without.includes(rule.name) && !own.some(other => isSameRule(rule, other)));
  return [...kept, ...own];
}

function checkWithout(without: readonly string[], rules: readonly Rule[], file: string): Problem[] {
  const choice = rules.map(({ name }) => name);
  return without.flatMap((name, index) =>
    choice.includes(name)
      ? []
      : [
          unknownName(
            { file, column: `without[${index}]`, value: name },
            'rule of the preset',
            name,
            findNearest(name, choice),
            choice,
          ),
        ],
  );
}

function checkRuleNames(list: string, rules: readonly Rule[], file: string): Problem[] {
  const names = rules.map(({ name }) => name);
  const reserved: readonly string[] =
    list === 'prefer' ? [...LEVELS, WEIGHED, 'pairs', 'demands', 'hopes', 'ties'] : NOTED_BARS;
  return [
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map(name => doubleName({ file, column: list, value: name }, 'rule', name)),
    ...names
      .filter(name => reserved.includes(name) || name.startsWith(OF_PRIORITY))
      .map(name => badSetting({ file, column: list, value: name }, { kind: 'taken name', name })),
    ...(rules.length > MOST_RULES ? [tooManyRules({ file, column: list }, MOST_RULES)] : []),
  ];
}

function checkLevels(levels: readonly string[], file: string): Problem[] {
  const keys = levels.map(makeHeaderKey);
  return levels
    .filter((_, index) => keys.indexOf(keys[index]!) < index)
    .map(level => doubleName({ file, column: 'levels', value: level }, 'level', level));
}
