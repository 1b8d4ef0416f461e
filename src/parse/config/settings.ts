import { byText } from '../../domain/text.ts';
import { type Config, READING, type ReadingSettings } from './config.ts';

/**
 * What a config says about how sheets are read, as a certificate holds it: in which order its keys, and what is a set, stand in the
 * config does not count.
 */
export function heldSettings(config: Config): ReadingSettings {
  const said = Object.entries(config).filter(([key, value]) => Object.hasOwn(READING.shape, key) && !isNothing(value));
  const settings = said.sort(byKey).map(([key, value]) => [key, ordered(value, SETS.includes(key))]);
  return Object.fromEntries(settings) as ReadingSettings;
}

/** Settings whose lists are sets. */
const SETS: readonly string[] = ['regions', 'same', 'different'];

function ordered(value: unknown, isSet: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).sort(byKey);
    return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner, isSet)]));
  }
  if (!isSet) return value;
  const items = value.map(item => ordered(item, isSet));
  return items.sort((a, b) => byText(JSON.stringify(a), JSON.stringify(b)));
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byText(a, b);
}
