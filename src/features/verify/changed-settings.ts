import { getLevelName, type Policy, type Rule } from '../../domain/policy.ts';
import type { InputRefutation } from '../../domain/refutation.ts';
import type { Settings } from '../../domain/run-files.ts';
import { abbreviateValue, getEntry } from './compare-json.ts';

/** Which settings have changed since a run, or null. */
export function findChangedSettings(then: Settings, now: Settings): InputRefutation | null {
  const [first, ...others] = listChanges(then, now);
  if (first === undefined) return null;
  const [was, is] = [abbreviateValue(first.was), abbreviateValue(first.is)];
  return { kind: 'setting-changed', setting: first.path, was, is, also: others.map(({ path }) => path) };
}

/** The same of the policy in force, by the names that a config has for what it says. */
export function findChangedPolicy(then: Policy, now: Policy): InputRefutation | null {
  return (
    findChangedSettings(convertToSettings(then), convertToSettings(now)) ??
    findChangedSettings(listRuleOrder(then), listRuleOrder(now))
  );
}

/**
 * A setting that says something else now than in a run, by its name, like columns.country;
 * undefined where it says nothing.
 */
interface ChangedSetting {
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** Where there are settings in a setting, those that changed; a setting that is not there has none in it. */
function listChanges(then: Settings, now: Settings, around = ''): ChangedSetting[] {
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return keys.flatMap(key => {
    const path = around + key;
    const [was, is] = [getEntry(then, key), getEntry(now, key)];
    if (isSettings(was) && isSettings(is)) return listChanges(was, is, `${path}.`);
    if (around === '' && isSettings(was) && is === undefined) return listChanges(was, {}, `${path}.`);
    if (around === '' && isSettings(is) && was === undefined) return listChanges({}, is, `${path}.`);
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, was, is }];
  });
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function convertToSettings({ must, prefer, objective, pairsOnly, repeatAfterMonths, ...others }: Policy): Settings {
  const repeat = repeatAfterMonths === null ? 'never' : { afterMonths: repeatAfterMonths };
  const levels = objective.map(getLevelName);
  const pairs = pairsOnly ? 'only' : undefined;
  return { ...others, must: indexByName(must), prefer: indexByName(prefer), objective: levels, pairs, repeat };
}

/** Rules as far as they say anything: most have no field, or no distance. */
function indexByName(rules: readonly Rule[]): Settings {
  const listSetFields = (rule: object) => Object.entries(rule).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(rules.map(({ name, ...rule }) => [name, Object.fromEntries(listSetFields(rule))]));
}

/** In which order the rules stand decides what comes first in reports. */
function listRuleOrder({ must, prefer }: Policy): Settings {
  return { must: must.map(({ name }) => name), prefer: prefer.map(({ name }) => name) };
}
