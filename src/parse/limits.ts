import { z } from 'zod';
import type { Limit } from '../domain/policy.ts';
import {
  contraryLimit,
  doubleLimit,
  isError,
  type Parsed,
  type Place,
  type Problem,
  pointlessLimit,
  unusedLimit,
} from '../domain/problems.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { byText } from '../domain/text.ts';
import { countryOrRest, side, wholeNumber } from './cells.ts';
import { columnsOf, missing } from './header.ts';
import { readRows } from './rows.ts';
import type { Table } from './table.ts';
import type { Unread } from './unread.ts';

export const LIMIT_COLUMNS = ['country', 'side', 'min', 'max'] as const;

/** What an empty max means. */
const NONE = Number.POSITIVE_INFINITY;

const CELLS = z.object({ country: countryOrRest, side, min: wholeNumber(0, Number.NaN), max: wholeNumber(0, NONE) });

/**
 * Reads limits.csv: a row `*` becomes a limit for each country of the roster that has none of its own on that side.
 * @param unread who is in the sheets but could not be read.
 */
export function readLimits(table: Table, roster: Roster, unread: Unread): Parsed<Limit[]> {
  const { value: columns, problems: doubled } = columnsOf(table, LIMIT_COLUMNS, null);
  const absent = [
    ...(columns.of.has('country') ? [] : ['country']),
    ...(columns.of.has('min') || columns.of.has('max') ? [] : ['max']),
  ];
  if (absent.length > 0) {
    return {
      value: [],
      problems: [...doubled.filter(isError), ...absent.map(column => missing(table, column, columns))],
    };
  }
  const { value: rows, problems } = readRows(table, columns, CELLS);
  const limits = rows.map(({ row, value }) => ({ ...value, row }));
  const named = limits.map(limit => ({ ...limit, min: Number.isNaN(limit.min) ? 0 : limit.min }));
  const place = (row: number): Place => ({ file: table.file, row });
  return {
    value: spreadRest(named, roster).sort((a, b) => byText(a.side, b.side) || byText(a.country, b.country)),
    problems: [
      ...doubled,
      ...problems,
      ...limits
        .filter(({ min, max }) => Number.isNaN(min) && max === NONE)
        .map(({ row }) => pointlessLimit(place(row))),
      ...named.filter(({ min, max }) => min > max).map(({ row, min, max }) => contraryLimit(place(row), min, max)),
      ...repeatedLimits(named, place),
      ...named
        .filter(({ side, country }) => country !== '*' && !countriesOn(side, roster).has(country) && !unread[side].some)
        .map(limit => unusedLimit(place(limit.row), limit.country, limit.side)),
    ],
  };
}

function repeatedLimits(limits: readonly Limit[], place: (row: number) => Place): Problem[] {
  const first = new Map<string, number>();
  return limits.flatMap(({ country, side, row }) => {
    const earlier = first.get(`${side} ${country}`);
    if (earlier !== undefined) return [doubleLimit(place(row), country, side, earlier)];
    first.set(`${side} ${country}`, row);
    return [];
  });
}

function countriesOn(side: Side, { mentors, mentees }: Roster): Set<string> {
  return new Set((side === 'mentor' ? mentors : mentees).map(({ country }) => country));
}

function spreadRest(limits: readonly Limit[], roster: Roster): Limit[] {
  return limits.flatMap(limit => {
    if (limit.country !== '*') return [limit];
    const named = new Set(limits.filter(other => other.side === limit.side).map(other => other.country));
    return [...countriesOn(limit.side, roster)]
      .filter(name => !named.has(name))
      .map(name => ({ ...limit, country: name }));
  });
}
