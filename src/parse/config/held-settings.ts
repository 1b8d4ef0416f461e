import { compareText } from '../../domain/text.ts';
import { type Config, READING, type ReadingSettings } from './config.ts';

/**
 * What a config says about how sheets are read, as a certificate holds it: in which order its keys, and what is a set,
 * stand in the config does not count.
 */
export function normaliseSettings(config: Config): ReadingSettings {
  const said = Object.entries(config).filter(([key, value]) => Object.hasOwn(READING.shape, key) && !isNothing(value));
  const settings = said.sort(compareKeys).map(([key, value]) => [key, sortDeep(value, SETS.includes(key))]);
  return Object.fromEntries(settings) as ReadingSettings;
}

/** Settings whose lists are sets. */
const SETS: readonly string[] = ['regions', 'same', 'different'];

function sortDeep(value: unknown, isSet: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).sort(compareKeys);
    return Object.fromEntries(entries.map(([key, inner]) => [key, sortDeep(inner, isSet)]));
  }
  if (!isSet) return value;
  const items = value.map(item => sortDeep(item, isSet));
  return items.sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function compareKeys([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareText(a, b);
}
