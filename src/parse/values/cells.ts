import {
  badDate,
  badEmail,
  badPoints,
  emptyCell,
  type Location,
  notWhole,
  type Problem,
  unknownAction,
  unknownCountry,
  unknownLanguages,
  unknownLevel,
  unknownNextRound,
  unknownSide,
  unknownStatus,
  unknownZone,
  unplacedCity,
} from '../../domain/problems.ts';
import type { Side } from '../../domain/roster.ts';
import { TANDEM_STATUSES } from '../../domain/run-files.ts';
import { fold } from '../../domain/text.ts';
import type { Delimiter } from '../text/dialect.ts';
import { findNearest } from '../text/nearest.ts';
import { findCountryCode, findNearestCountry } from './countries.ts';
import { readDay } from './days.ts';
import { findLanguageCodes, findNearestLanguage } from './languages.ts';
import { makeSplitter } from './lists.ts';
import { readManager } from './person-names.ts';
import { findZoneOffset } from './zones.ts';

/** What is wrong with a cell, once its location is known. */
export type Tell = (location: Location) => Problem;

/** What a cell must be: the value that its text stands for, or how to tell what is wrong with it. */
export type Cell<Value> = (text: string) => Value | Tell;

export const parseAnyText: Cell<string> = text => text;

export const parseRequiredText: Cell<string> = text => (text === '' ? emptyCell : text);

/** A cell that may be empty. */
export function allowEmpty(cell: Cell<string>): Cell<string> {
  return text => (text === '' ? '' : cell(text));
}

/** One plain address, in small letters. Letters beyond ASCII are allowed: international addresses exist. */
const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(?:\.[^\s@<>()[\],;:"\\.]+)+$/u;

export const parseEmail: Cell<string> = text => {
  if (text === '') return emptyCell;
  return isAddress(text) ? text.toLowerCase() : location => badEmail(location, text, findAddress(text));
};

export function isAddress(text: string): boolean {
  return text.length <= 254 && !text.includes('..') && ADDRESS.test(text);
}

/**
 * The one address that stands in a text, whatever mail programs and web pages put around it, or with a comma for a dot.
 */
function findAddress(text: string): string | null {
  const found = text.match(/(?<=(?:^|[<>"'(),;:[\]|])\s*)[^\s<>"'(),;:[\]|]+@[^\s<>"'(),;:[\]|]+/gu) ?? [];
  const addresses = new Set(found.map(one => one.toLowerCase()).filter(isAddress));
  const [address = text.replaceAll(',', '.').toLowerCase(), ...others] = addresses;
  return others.length === 0 && isAddress(address) ? address : null;
}

export const parseCountry: Cell<string> = text => {
  if (text === '') return emptyCell;
  const code = findCountryCode(text);
  if (code !== null) return code;
  // Once for a text, in however many rows it stands.
  const near = findNearestCountry(text);
  return location => unknownCountry(location, text, near, 'map it');
};

/** The country of a place that the config gives one to. */
export function makeCityParser(locations: ReadonlyMap<string, string>): Cell<string> {
  return text => {
    if (text === '') return emptyCell;
    const code = locations.get(fold(text));
    return code ?? (location => unplacedCity(location, text));
  };
}

export const parseManager: Cell<string> = readManager;

/** A list, in which the config may say what belongs together. */
export function makeListParser(options: readonly string[] = []): Cell<readonly string[]> {
  const split = makeSplitter(options);
  return text => (text === '' ? NOTHING : split(text));
}

const NOTHING: readonly string[] = [];

/** The languages of a list as codes. What is no language we know is one where the config lists it as an answer. */
export function makeLanguagesParser(options: readonly string[] = []): Cell<readonly string[]> {
  const split = makeSplitter(options);
  return text => {
    if (text === '') return NOTHING;
    const parts = split(text).map(part => ({
      part,
      codes: findLanguageCodes(part) ?? (options.includes(part) ? [part] : null),
    }));
    const unknown = parts.filter(({ codes }) => codes === null).map(({ part }) => part);
    if (unknown.length > 0) {
      const near = findNearestLanguage(unknown[0]!);
      return location => unknownLanguages(location, unknown, near);
    }
    return [...new Set(parts.flatMap(({ codes }) => codes ?? []))];
  };
}

/** `*`, a country, or one of the regions by its name. */
export function makePlaceParser(regions: readonly string[]): Cell<string> {
  return text => {
    if (text === '') return emptyCell;
    const found = text === '*' ? text : (regions.find(name => fold(name) === fold(text)) ?? findCountryCode(text));
    if (found !== null) return found;
    const region = findNearest(text, regions);
    const near = region === null ? findNearestCountry(text) : [region];
    return where => unknownCountry(where, text, near, regions);
  };
}

const LARGEST = 999_999;

/** Whether a text is a whole number as columns of slots and wishes have them, or one in words. */
export function isWholeNumber(text: string): boolean {
  return /^\d{1,6}$/u.test(text) || guessNumber(text, 0) !== null;
}

/**
 * A whole number from `least`, or `absent` where the cell is empty. @param column of
 * ours whose words the config may map.
 */
export function makeWholeNumberParser(least: number, absent: number, column: string | null = null): Cell<number> {
  return text => {
    if (text === '') return absent;
    const number = /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN;
    return number >= least
      ? number
      : location => notWhole(location, text, [least, LARGEST], guessNumber(text, least), column);
  };
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{
      null: 0,
      keine: 0,
      ein: 1,
      eins: 1,
      eine: 1,
      zwei: 2,
      drei: 3,
      vier: 4,
      fünf: 5,
      sechs: 6,
      sieben: 7,
      acht: 8,
    },
    ...{ fuenf: 5, neun: 9, zehn: 10 },
  }),
);

/** "two", "5+", "2.0": the number that is probably meant. */
function guessNumber(text: string, least: number): number | null {
  const digits = /^(\d{1,6})(?:[.,]0{1,2}|\s*\+)$/u.exec(text)?.[1];
  const number = digits === undefined ? NUMBER_WORDS.get(fold(text)) : Number(digits);
  return number === undefined || number < least || number > LARGEST ? null : number;
}

/** Seniority: a number, or the number (from 1) of a name among the levels; null where the cell is empty. */
export function makeSeniorityParser(levels: readonly string[]): Cell<number | null> {
  const ranks = new Map(levels.map((level, index) => [fold(level), index + 1]));
  return text => {
    if (text === '') return null;
    const rank =
      ranks.get(fold(text)) ?? (/^-?\d{1,6}(?:[.,]\d{1,3})?$/u.test(text) ? Number(text.replace(',', '.')) : null);
    if (rank !== null) return rank;
    return location => unknownLevel(location, text, findNearest(text, levels), levels);
  };
}

const SIDES: ReadonlyMap<string, Side> = new Map([
  ['', 'mentee'],
  ['mentor', 'mentor'],
  ['mentors', 'mentor'],
  ['mentoren', 'mentor'],
  ['mentee', 'mentee'],
  ['mentees', 'mentee'],
]);

export const parseSide: Cell<Side> = text => SIDES.get(fold(text)) ?? (location => unknownSide(location, text));

const ACTIONS = ['lock', 'ban', 'score'] as const;
export type Action = (typeof ACTIONS)[number];

/** An action; '' where the cell is empty. */
export const parseAction: Cell<Action | ''> = text => {
  const found = text === '' ? '' : ACTIONS.find(name => name === fold(text));
  return found ?? (location => unknownAction(location, text, findNearest(text, ACTIONS)));
};

/** Twelve digits. */
const MOST_POINTS = 10 ** 12 - 1;

/**
 * Points in thousandths; null where the cell is empty. The decimal sign is a point, or a comma where the file does not
 * use it between cells.
 */
export function makePointsParser(delimiter: Delimiter | null): Cell<number | null> {
  const pattern = delimiter === ',' ? /^([+-]?)(\d{1,12})(?:\.(\d{1,3}))?$/u : /^([+-]?)(\d{1,12})(?:[.,](\d{1,3}))?$/u;
  return text => {
    if (text === '') return null;
    const found = pattern.exec(text);
    if (found === null) {
      const isLarge =
        /^[+-]?\d+(?:[.,]\d{1,3})?$/u.test(text) && Number.parseInt(text.replace(/^[+-]/u, ''), 10) > MOST_POINTS;
      return location => badPoints(location, text, isLarge ? MOST_POINTS : null);
    }
    const size = Number(found[2]) * 1000 + Number((found[3] ?? '').padEnd(3, '0'));
    return found[1] === '-' && size > 0 ? -size : size;
  };
}

/** Minutes ahead of UTC on a day (YYYY-MM-DD); null where the cell is empty, or where no day is given. */
export function makeZoneParser(day: string): Cell<number | null> {
  return text => {
    if (text === '') return null;
    const offset = findZoneOffset(text, day);
    return offset === 'unknown' ? location => unknownZone(location, text) : offset;
  };
}

/** A day as YYYY-MM-DD; '' where the cell is empty. */
export const parseDay: Cell<string> = text => {
  const found = text === '' ? '' : readDay(text);
  return found ?? (location => badDate(location, text));
};

/** The status of an earlier tandem; `draft` where the cell is empty. */
/** What becomes of an earlier tandem in the next round: '' for what becomes of any. */
export type NextRound = (typeof NEXT_ROUNDS)[number] | '';

export const NEXT_ROUNDS = ['continue', 'never'] as const;

export const parseNextRound: Cell<NextRound> = text => {
  const found = text === '' ? '' : NEXT_ROUNDS.find(next => next === fold(text));
  return found ?? (location => unknownNextRound(location, text, findNearest(text, NEXT_ROUNDS)));
};

export const parseTandemStatus: Cell<(typeof TANDEM_STATUSES)[number]> = text => {
  const found = text === '' ? 'draft' : TANDEM_STATUSES.find(status => status === fold(text));
  return found ?? (location => unknownStatus(location, text, findNearest(text, TANDEM_STATUSES), TANDEM_STATUSES, []));
};
