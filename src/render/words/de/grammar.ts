import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { Side } from '../../../domain/roster.ts';
import type { Share } from '../../../domain/share.ts';
import { shortenValue } from '../../../domain/text.ts';
import { makeNamer } from '../en/grammar.ts';
import type { Words } from '../en/index.ts';
import { COUNTRIES, LANGUAGES } from './assembled.ts';

/** „Wert“ */
export function quote(value: string): string {
  return `„${shortenValue(value)}“`;
}

/** "1 Mentee", "2 Mentees". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

/** "Ada", "Ada und Ben", "Ada, Ben und Cem", "Ada, Ben, Cem und 4 weitere". */
export function joinNames(names: readonly string[], most = 5, last: 'and' | 'or' = 'and'): string {
  const head = names.length > most ? [...names.slice(0, most), `${names.length - most} weitere`] : names;
  if (head.length <= 1) return head.join('');
  return `${head.slice(0, -1).join(', ')} ${last === 'and' ? 'und' : 'oder'} ${head.at(-1)}`;
}

/** Those of a side: "Mentees". */
export function nameSide(side: Side): string {
  return side === 'mentor' ? 'Mentorinnen und Mentoren' : 'Mentees';
}

/** What a file is written in, or what kind of file it is. */
export function nameFormat(format: string): string {
  return format.replace(' with BOM', ' mit BOM').replace(' workbook', '-Arbeitsmappe');
}

/** A number with at most three decimals: "12", "1234,5". */
export function formatNumber(value: number): string {
  return String(value).replace('.', ',');
}

/** Names that people use where the official ones are stiff. */
const SHORT: Readonly<Record<string, string>> = {
  BN: 'Brunei',
  CD: 'DR Kongo',
  CG: 'Kongo',
  CZ: 'Tschechien',
  GB: 'Großbritannien',
  IR: 'Iran',
  KP: 'Nordkorea',
  KR: 'Südkorea',
  LA: 'Laos',
  MD: 'Moldau',
  MK: 'Nordmazedonien',
  PS: 'Palästina',
  RU: 'Russland',
  SY: 'Syrien',
  TW: 'Taiwan',
  TZ: 'Tansania',
  US: 'USA',
  VA: 'Vatikanstadt',
};

const nameCountry = makeNamer(/^[A-Z]{2}$/u, SHORT, COUNTRIES);

const SHORT_LANGUAGES: Readonly<Record<string, string>> = {
  be: 'Belarussisch',
  fil: 'Filipino',
  km: 'Khmer',
  nb: 'Norwegisch (Bokmål)',
  nn: 'Norwegisch (Nynorsk)',
  zu: 'Zulu',
};

/** Countries that have an article behind "in", in the dative. */
const INSIDE: Readonly<Record<string, string>> = {
  AE: 'den Vereinigten Arabischen Emiraten',
  CD: 'der DR Kongo',
  CF: 'der Zentralafrikanischen Republik',
  CH: 'der Schweiz',
  DO: 'der Dominikanischen Republik',
  IQ: 'dem Irak',
  IR: 'dem Iran',
  LB: 'dem Libanon',
  MN: 'der Mongolei',
  MV: 'den Malediven',
  NL: 'den Niederlanden',
  PH: 'den Philippinen',
  SD: 'dem Sudan',
  SK: 'der Slowakei',
  TR: 'der Türkei',
  UA: 'der Ukraine',
  US: 'den USA',
  VA: 'der Vatikanstadt',
};

/** The small words of sentences: counts, lists, quotes, numbers and countries. */
export const grammar: Words['grammar'] = {
  quote,
  formatCount,
  joinNames,
  formatPercent: ({ percent }: Share): string =>
    percent === null ? '–' : `${percent.toFixed(percent % 100 === 0 ? 0 : 1).replace('.', ',')} %`,
  formatNumber,
  nameCountry,
  nameInside: place => findEntry(INSIDE, place) ?? nameCountry(place),
  nameLanguage: makeNamer(/^[a-z]{2,3}$/u, SHORT_LANGUAGES, LANGUAGES),
};
