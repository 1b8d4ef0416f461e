import { findEntry } from '../../domain/own-key-lookup.ts';
import { fold } from '../../domain/text.ts';
import { TIME_ZONES, WINDOWS_ZONES } from './assembled.ts';
import { computeNoon } from './days.ts';
import { splitTable } from './packed-tables.ts';

/**
 * Minutes ahead of UTC of a time zone on a day: of an IANA zone (Europe/Berlin), of a zone as Windows calls it, of UTC,
 * UTC+2 or +05:30. null where the zone is known and no day is given; 'unknown' for anything else.
 */
export function findZoneOffset(zone: string, day: string): number | null | 'unknown' {
  const fixed = FIXED.exec(zone);
  if (fixed) return computeMinutes(fixed[1] ?? '+', Number(fixed[2] ?? 0), Number(fixed[3] ?? 0));
  const name = findZoneName(zone);
  if (name === null) return 'unknown';
  return day === '' ? null : findOffset(name, day);
}

const FIXED = /^\(?(?:UTC|GMT)?\s*(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?\)?$/iu;

/** The name by which the IANA's table has a zone, or null. */
export function findZoneName(zone: string): string | null {
  const key = fold(zone);
  const own = findEntry(ALSO, key);
  if (own !== undefined) return own;
  // Letters like BST and IST stand for several zones: what the table takes them for need not be what was meant.
  const isLetters = /^[a-z]{1,4}$/u.test(key) && !LEGACY.includes(key);
  const known = isLetters ? undefined : getZones().get(key)?.name;
  return known ?? getWindowsZones().get(key) ?? findDisplayedZone(zone);
}

/** Abbreviations and names that mean one zone only to those who write them in such sheets. */
const ALSO: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['mez', 'mesz', 'cet', 'cest', 'met', 'central european time', 'mitteleuropäische zeit', "heure d'europe centrale"]
      .concat(["ora dell'europa centrale", 'hora de europa central', 'midden-europese tijd', 'czas środkowoeuropejski'])
      .map(name => [name, 'Europe/Berlin']),
  ),
  ...Object.fromEntries(['wez', 'wet', 'west'].map(name => [name, 'Europe/Lisbon'])),
  ...Object.fromEntries(['oez', 'oesz', 'eet', 'eest'].map(name => [name, 'Europe/Athens'])),
  ...Object.fromEntries(['est', 'edt', 'eastern time'].map(name => [name, 'America/New_York'])),
  ...Object.fromEntries(['pst', 'pdt', 'pacific time'].map(name => [name, 'America/Los_Angeles'])),
  ...Object.fromEntries(['mst', 'mdt', 'mountain time'].map(name => [name, 'America/Denver'])),
  ...Object.fromEntries(['cdt', 'central time'].map(name => [name, 'America/Chicago'])),
  jst: 'Asia/Tokyo',
  trt: 'Europe/Istanbul',
  z: 'UTC',
  'coordinated universal time': 'UTC',
  'koordinierte weltzeit': 'UTC',
};

/** Names of four letters at most that are the IANA's own. */
const LEGACY: readonly string[] = [
  'cuba',
  'eire',
  'gb',
  'iran',
  'nz',
  'prc',
  'rok',
  'roc',
  'uct',
  'zulu',
  'utc',
  'gmt',
  'hst',
];

/**
 * What Windows shows: "(UTC+01:00) Amsterdam, Berlin, Bern, Rom": a city decides in
 * which the clocks stand so in winter.
 */
function findDisplayedZone(zone: string): string | null {
  const found = /^\((?:UTC|GMT)(?:([+-])(\d{1,2}):?(\d{2}))?\)\s*(.+)$/iu.exec(zone);
  if (found === null) return null;
  const offset = computeMinutes(found[1] ?? '+', Number(found[2] ?? 0), Number(found[3] ?? 0));
  const places = (found[4] ?? '').split(/[,;]/u).map(place => fold(place.replace(/\([^()]*\)/gu, '')));
  const names = places.map(place => findEntry(ALSO, place) ?? getCityZones().get(findEntry(CITIES, place) ?? place));
  return names.find(name => name !== undefined && computeStandardOffset(name) === offset) ?? null;
}

/** Cities in Windows' names that have no zone of that name, and what others are called outside of English. */
const CITIES: Readonly<Record<string, string>> = {
  ...{ athen: 'athens', ateny: 'athens', athènes: 'athens', atene: 'athens', atenas: 'athens', bern: 'zurich' },
  ...{ belgrad: 'belgrade', brüssel: 'brussels', bruxelles: 'brussels', bruselas: 'brussels', brussel: 'brussels' },
  ...{ bukarest: 'bucharest', kairo: 'cairo', kopenhagen: 'copenhagen', copenhague: 'copenhagen', lissabon: 'lisbon' },
  ...{ moskau: 'moscow', moscou: 'moscow', mosca: 'moscow', moskwa: 'moscow', prag: 'prague', praga: 'prague' },
  ...{ rom: 'rome', roma: 'rome', rzym: 'rome', warschau: 'warsaw', warszawa: 'warsaw', varsovie: 'warsaw' },
  ...{ wien: 'vienna', vienne: 'vienna', wiedeń: 'vienna', tokio: 'tokyo', seúl: 'seoul', singapur: 'singapore' },
  ...{ brasilia: 'sao paulo', brasília: 'sao paulo', mumbai: 'kolkata', beijing: 'shanghai', peking: 'shanghai' },
  ...{ canberra: 'sydney', islamabad: 'karachi', 'abu dhabi': 'dubai', kyiv: 'kiev', kiew: 'kiev', astana: 'almaty' },
};

/** A zone of the IANA's table, and how its clocks went (scripts/tables.js). */
interface Zone {
  readonly name: string;
  readonly history: string;
}

let zones: ReadonlyMap<string, Zone> | null = null;

/** Zones by their names. */
function getZones(): ReadonlyMap<string, Zone> {
  zones ??= new Map(
    splitTable(TIME_ZONES).flatMap(([history = '', ...names]) =>
      names.map(name => [fold(name), { name, history }] as const),
    ),
  );
  return zones;
}

let cities: ReadonlyMap<string, string> | null = null;

/** Zones by the city in their names: names like US/Central are of no city. */
function getCityZones(): ReadonlyMap<string, string> {
  cities ??= new Map(
    [...getZones().values()]
      .filter(({ name }) => /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//u.test(name))
      .map(({ name }) => [fold((name.split('/').at(-1) ?? '').replace(/_/gu, ' ')), name]),
  );
  return cities;
}

let windows: ReadonlyMap<string, string> | null = null;

/** Zones by their names in Windows, where these stand for no country in particular. */
function getWindowsZones(): ReadonlyMap<string, string> {
  windows ??= new Map(splitTable(WINDOWS_ZONES).map(([name = '', zone = '']) => [fold(name), zone]));
  return windows;
}

/** The lesser of the offsets in January and July: clocks are put forward in summer, in any hemisphere. */
function computeStandardOffset(name: string): number {
  return Math.min(findOffset(name, '2025-01-15'), findOffset(name, '2025-07-15'));
}

/** @param name that of a zone of the table. */
function findOffset(name: string, day: string): number {
  const [first = 0, ...changes] = (getZones().get(fold(name))?.history ?? '').split(' ').map(Number);
  const passed = (computeNoon(moveIntoTable(day)) - computeNoon('2010-01-01')) / 86_400_000;
  let offset = first;
  for (let at = 0; at < changes.length && changes[at]! <= passed; at += 2) offset = changes[at + 1]!;
  return offset;
}

/** Before and behind the years of the table, clocks are taken to go as in its first year and in its last. */
function moveIntoTable(day: string): string {
  const year = Math.min(Math.max(Number(day.slice(0, 4)), 2010), 2037);
  return `${year}${day.slice(4)}`;
}

function computeMinutes(sign: string, hours: number, minutes: number): number | 'unknown' {
  const offset = hours * 60 + minutes;
  if (offset > 14 * 60) return 'unknown';
  return sign === '-' && offset > 0 ? -offset : offset;
}
