import { type Parsed, type Problem, unknownCountry, unknownName } from '../../domain/problems.ts';
import { byText, fold } from '../../domain/text.ts';
import type { OwnNames } from '../columns/column-names.ts';
import { nearest } from '../text/nearest.ts';
import { countryCode, nearestCountry } from '../values/countries.ts';
import { LIST_COLUMNS, type ListColumn } from '../values/lists.ts';
import type { Config } from './config.ts';
import { ownNames } from './own-columns.ts';
import { type OwnWords, ownWords } from './own-words.ts';

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
export function readingOf(config: Config, file: string): Parsed<Reading> {
  const { levels = [], start = '', options = {}, locations } = config;
  const words = ownWords(config, file);
  return {
    value: {
      ...words.value,
      levels,
      columns: ownNames(config),
      start,
      options,
      locations: locations === undefined ? null : placesIn(locations),
    },
    problems: [...optionProblems(options, file), ...locationProblems(locations ?? {}, file), ...words.problems],
  };
}

function placesIn(locations: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const inOrder = Object.entries(locations).sort(([a], [b]) => byText(a, b));
  return new Map(inOrder.map(([place, country]) => [fold(place), countryCode(country) ?? '']));
}

function optionProblems(options: Readonly<Record<string, unknown>>, file: string): Problem[] {
  const unknown = Object.keys(options).filter(column => !LIST_COLUMNS.some(known => known === column));
  return unknown.map(column =>
    unknownName(
      { file, column: `options.${column}` },
      'column of lists',
      column,
      nearest(column, LIST_COLUMNS),
      LIST_COLUMNS,
    ),
  );
}

function locationProblems(locations: Readonly<Record<string, string>>, file: string): Problem[] {
  return Object.entries(locations).flatMap(([place, country]) =>
    countryCode(country) === null
      ? [unknownCountry({ file, column: `locations.${place}` }, country, nearestCountry(country))]
      : [],
  );
}
