import { levelName, type Policy, type Rule } from '../../domain/policy.ts';
import type { Settings } from '../../domain/run.ts';
import { listed } from '../../domain/text.ts';
import { entryOf, inShort } from './compare-files.ts';

/** Which settings have changed since a run, in one sentence, or null. */
export function changedSettings(then: Settings, now: Settings): string | null {
  const [first, ...others] = changesIn(then, now);
  if (first === undefined) return null;
  const also = others.length === 0 ? '' : ` (changed as well: ${listed(others.map(({ path }) => path))})`;
  return `${first.path} was changed since this run: it was ${said(first.was)}, and is ${said(first.is)} now${also}`;
}

/** The same of the policy in force, by the names that a config has for what it says. */
export function changedPolicy(then: Policy, now: Policy): string | null {
  return changedSettings(asSettings(then), asSettings(now)) ?? changedSettings(orderIn(then), orderIn(now));
}

/** A setting that says something else now than in a run, by its name, like columns.country; undefined where it says nothing. */
interface Change {
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** Where there are settings in a setting, those that changed; a setting that is not there has none in it. */
function changesIn(then: Settings, now: Settings, around = ''): Change[] {
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return keys.flatMap(key => {
    const path = around + key;
    const [was, is] = [entryOf(then, key), entryOf(now, key)];
    if (isSettings(was) && isSettings(is)) return changesIn(was, is, `${path}.`);
    if (around === '' && isSettings(was) && is === undefined) return changesIn(was, {}, `${path}.`);
    if (around === '' && isSettings(is) && was === undefined) return changesIn({}, is, `${path}.`);
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path, was, is }];
  });
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function said(value: unknown): string {
  return value === undefined ? 'not set' : inShort(value);
}

function asSettings({ must, prefer, objective, pairsOnly, repeatAfterMonths, ...others }: Policy): Settings {
  const repeat = repeatAfterMonths === null ? 'never' : { afterMonths: repeatAfterMonths };
  const levels = objective.map(levelName);
  const pairs = pairsOnly ? 'only' : undefined;
  return { ...others, must: byName(must), prefer: byName(prefer), objective: levels, pairs, repeat };
}

/** Rules as far as they say anything: most have no field, or no distance. */
function byName(rules: readonly Rule[]): Settings {
  const saying = (rule: object) => Object.entries(rule).filter(([, value]) => value !== null && value !== '');
  return Object.fromEntries(rules.map(({ name, ...rule }) => [name, Object.fromEntries(saying(rule))]));
}

/** In which order the rules stand decides what comes first in reports. */
function orderIn({ must, prefer }: Policy): Settings {
  return { must: must.map(({ name }) => name), prefer: prefer.map(({ name }) => name) };
}
