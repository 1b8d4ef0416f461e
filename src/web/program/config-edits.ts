/**
 * The config as the forms of the page change it. What somebody wrote by hand, and what no form knows, stays as it is.
 */
import type { IdPair } from '../../domain/roster.ts';

/** rmentor.config.json, as far as the forms know it. */
export interface PageSettings {
  readonly columns?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly defaults?: Readonly<Record<string, string | number>>;
  readonly levels?: readonly string[];
  readonly preset?: string;
  readonly crossBorder?: string;
  readonly without?: readonly string[];
  readonly must?: readonly SettingOfRule[];
  readonly prefer?: readonly SettingOfPreference[];
  readonly objective?: readonly string[];
  readonly regions?: Readonly<Record<string, readonly string[]>>;
  readonly same?: readonly IdPair[];
  readonly different?: readonly IdPair[];
  readonly [other: string]: unknown;
}

/** A rule as a config has it. */
export interface SettingOfRule {
  readonly rule: string;
  readonly field?: string;
  readonly by?: number;
  readonly name?: string;
}

export interface SettingOfPreference extends SettingOfRule {
  readonly weight: number;
}

/** A rule in force. */
export interface KnownRule {
  readonly name: string;
  readonly rule: string;
  readonly field: string;
  readonly by: number | null;
}

export function writeSettings(settings: PageSettings): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`);
}

/** The settings in a file; null where it is no JSON, or no settings. */
export function readSettings(bytes: Uint8Array): PageSettings | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PageSettings) : null;
  } catch {
    return null;
  }
}

/**
 * Reads a column of ours from headers of the sheets, and from no other. @param headers none for "not in these sheets"
 */
export function setColumn(settings: PageSettings, column: string, headers: readonly string[]): PageSettings {
  const { columns = {}, ...others } = settings;
  const freed = Object.entries(columns).flatMap(([name, named]) => {
    if (name === column) return [];
    const left = [named ?? []].flat().filter(header => !headers.includes(header));
    return named !== null && left.length === 0 ? [] : [[name, named === null ? null : simplify(left)] as const];
  });
  const own = headers.length === 0 ? [] : [[column, simplify([...new Set(headers)])] as const];
  return { ...others, columns: Object.fromEntries([...freed, ...own]) };
}

function simplify(headers: readonly string[]): string | readonly string[] {
  return headers.length === 1 ? headers[0]! : headers;
}

/** What a word of a column means. */
export function setMeaning(
  settings: PageSettings,
  column: string,
  word: string,
  meaning: string | number,
): PageSettings {
  const { values = {} } = settings;
  const known = (values[column] ?? {}) as Readonly<Record<string, string | number>>;
  return { ...settings, values: { ...values, [column]: { ...known, [word]: meaning } } };
}

/** Another preset has other rules to leave out. */
export function setPreset({ without: _, ...settings }: PageSettings, preset: string): PageSettings {
  return { ...settings, preset };
}

/** A rule keeps nobody apart any more: one of the config goes, one of the preset is left out by its name. */
export function leaveOut(settings: PageSettings, rule: KnownRule): PageSettings {
  const { must = [], without = [], ...others } = settings;
  const left = must.filter(one => !isSame(one, rule));
  if (left.length < must.length) return { ...settings, must: left };
  return { ...others, ...(must.length === 0 ? {} : { must }), without: [...without, rule.name] };
}

/** A rule of the preset holds again. */
export function takeBack({ without = [], ...others }: PageSettings, name: string): PageSettings {
  const left = without.filter(other => other !== name);
  return left.length === 0 ? others : { ...others, without: left };
}

function isSame(one: SettingOfRule, { rule, field }: KnownRule): boolean {
  return one.rule === rule && (one.field ?? '') === field;
}

/** Where a preference is written in the config, and what it is worth there; null for one of the preset as it is. */
export function findPreference(
  { prefer = [] }: PageSettings,
  preference: KnownRule,
): { readonly at: number; readonly weight: number } | null {
  const at = prefer.findIndex(one => isSame(one, preference));
  return at < 0 ? null : { at, weight: prefer[at]!.weight };
}

/** A preference is worth other points; written out, it replaces that of the preset. */
export function setWeight(settings: PageSettings, preference: KnownRule, weight: number): PageSettings {
  const { prefer = [] } = settings;
  const { rule, field, by } = preference;
  if (prefer.some(one => isSame(one, preference))) {
    return { ...settings, prefer: prefer.map(one => (isSame(one, preference) ? { ...one, weight } : one)) };
  }
  const written = { rule, ...(field === '' ? {} : { field }), ...(by === null ? {} : { by }), weight };
  return { ...settings, prefer: [...prefer, written] };
}

/** Slots of mentors whose rows say none; as without the setting where it is the usual one. */
export function setCapacity(settings: PageSettings, capacity: number): PageSettings {
  const { defaults = {}, ...others } = settings;
  return { ...others, defaults: { ...defaults, capacity } };
}

/** What counts, and in which order; null for that of the preset. */
export function setObjective({ objective: _, ...others }: PageSettings, names: readonly string[] | null): PageSettings {
  return names === null ? others : { ...others, objective: names };
}

/** Countries that limits may be about together; none removes the region. */
export function setRegion(
  { regions = {}, ...others }: PageSettings,
  name: string,
  countries: readonly string[],
): PageSettings {
  const left = Object.entries(regions).filter(([other]) => other !== name);
  const all = countries.length === 0 ? left : [...left, [name, countries] as const];
  return all.length === 0 ? others : { ...others, regions: Object.fromEntries(all) };
}

/** Says whether two rows are one person or two people. */
export function setIdentity(settings: PageSettings, answer: 'same' | 'different', pair: IdPair): PageSettings {
  return { ...settings, [answer]: [...(settings[answer] ?? []), pair] };
}
