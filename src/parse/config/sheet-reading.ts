import { type Parsed, type Problem, unknownCountry, unknownName } from '../../domain/problems.ts';
import { compareText, fold } from '../../domain/text.ts';
import type { OwnNames } from '../columns/column-claims.ts';
import { findNearest } from '../text/nearest.ts';
import { findCountryCode, findNearestCountry } from '../values/countries.ts';
import { LIST_COLUMNS, type ListColumn } from '../values/lists.ts';
import type { Config } from './config.ts';
import { readOwnNames } from './own-column-names.ts';
import { type OwnWords, readOwnWords } from './own-words.ts';

/** What the config says about reading the sheets. */
export interface Reading extends OwnWords {
  readonly levels: readonly string[];
  readonly columns: OwnNames;
  /** The programme's first day, for time zones; '' where the config gives none. */
  readonly start: string;
  /** Answers of list columns in full. */
  readonly options: Readonly<Partial<Record<ListColumn, readonly string[]>>>;
  /** The country of each place, by its name in lower case; null where the config names none. */
  readonly locations: ReadonlyMap<string, string> | null;
}

/** The same, with the columns of people that something needs. */
export interface NeededReading extends Reading {
  readonly needed: readonly string[];
}

/** Takes from the config what it says about reading the sheets. */
export function deriveReading(config: Config, file: string): Parsed<Reading> {
  const { levels = [], start = '', options = {}, locations } = config;
  const words = readOwnWords(config, file);
  return {
    value: {
      ...words.value,
      levels,
      columns: readOwnNames(config),
      start,
      options,
      locations: locations === undefined ? null : indexPlaces(locations),
    },
    problems: [...checkOptions(options, file), ...checkLocations(locations ?? {}, file), ...words.problems],
  };
}

function indexPlaces(locations: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const inOrder = Object.entries(locations).sort(([a], [b]) => compareText(a, b));
  return new Map(inOrder.map(([place, country]) => [fold(place), findCountryCode(country) ?? '']));
}

function checkOptions(options: Readonly<Record<string, unknown>>, file: string): Problem[] {
  const unknown = Object.keys(options).filter(column => !LIST_COLUMNS.some(known => known === column));
  return unknown.map(column =>
    unknownName(
      { file, column: `options.${column}` },
      'column of lists',
      column,
      findNearest(column, LIST_COLUMNS),
      LIST_COLUMNS,
    ),
  );
}

function checkLocations(locations: Readonly<Record<string, string>>, file: string): Problem[] {
  return Object.entries(locations).flatMap(([place, country]) =>
    findCountryCode(country) === null
      ? [unknownCountry({ file, column: `locations.${place}` }, country, findNearestCountry(country))]
      : [],
  );
}
