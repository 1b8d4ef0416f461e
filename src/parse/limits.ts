import type { Limit } from '../domain/policy.ts';
import {
  contraryLimit,
  crossingLimits,
  departmentLimit,
  doubleLimit,
  isError,
  type Location,
  type Parsed,
  type Problem,
  pairLimit,
  pointlessLimit,
  unusedLimit,
} from '../domain/problems.ts';
import type { Participant, Roster, Side } from '../domain/roster.ts';
import { compareText } from '../domain/text.ts';
import type { OwnNames } from './columns/column-claims.ts';
import { type Columns, findColumns, reportMissingColumn } from './columns/find-columns.ts';
import { LIMIT_COLUMNS } from './columns/limit-and-pair-columns.ts';
import { readRows } from './columns/rows.ts';
import type { Regions } from './config/regions.ts';
import type { Table } from './table/table.ts';
import type { Unread } from './text/names-in-faulty-rows.ts';
import { makeHeaderKey } from './text/text-keys.ts';
import { makeWholeNumberParser, parseSide, makePlaceParser as placeCell } from './values/cells.ts';

/** What an empty max means. */
const NONE = Number.POSITIVE_INFINITY;

/** What `*` stands for. */
const REST = '*';

/**
 * Reads limits.csv. A region stands for its countries together; a row `*` becomes a limit for each country of the
 * roster that has none of its own on that side.
 * @param unread who is in the sheets but could not be read; @param own what the config calls the columns.
 */
export function readLimits(
  table: Table,
  roster: Roster,
  unread: Unread,
  regions: Regions,
  own: OwnNames,
): Parsed<Limit[]> {
  const { value: columns, problems: doubled } = findColumns(table, LIMIT_COLUMNS, own);
  const absent = checkLimitColumns(table, columns);
  if (absent.length > 0) return { value: [], problems: [...doubled.filter(isError), ...absent] };
  const cells = {
    country: placeCell([...regions.keys()]),
    side: parseSide,
    min: makeWholeNumberParser(0, Number.NaN),
    max: makeWholeNumberParser(0, NONE),
  };
  const { value: limits, problems } = readRows(table, columns, cells, ({ row, value }): Limit => {
    const { country: place, side, min, max } = value;
    return { place, countries: regions.get(place) ?? [place], side, min, max, row };
  });
  const known = limits.map(limit => ({ ...limit, min: Number.isNaN(limit.min) ? 0 : limit.min }));
  const pointless = limits.filter(({ min, max }) => Number.isNaN(min) && max === NONE);
  const locateRow = (row: number): Location => ({ file: table.file, row });
  const here = { mentor: collectCountries(roster.mentors), mentee: collectCountries(roster.mentees) };
  return {
    value: expandRest(known, here).sort((a, b) => compareText(a.side, b.side) || compareText(a.place, b.place)),
    problems: [
      ...doubled,
      ...problems,
      ...pointless.map(({ row }) => pointlessLimit(locateRow(row))),
      ...known.filter(({ min, max }) => min > max).map(({ row, min, max }) => contraryLimit(locateRow(row), min, max)),
      ...reportRepeatedLimits(known, locateRow),
      ...reportCrossingLimits(known, locateRow),
      ...known
        .filter(limit => isUnused(limit, here) && !unread[limit.side].some)
        .map(limit => unusedLimit(locateRow(limit.row), limit.place, limit.side)),
    ],
  };
}

function checkLimitColumns(table: Table, columns: Columns): Problem[] {
  const countries = table.header.map(makeHeaderKey).filter(key => /country|land/u.test(key));
  const department = table.header.find(header =>
    /department|abteilung|bereich|division|business ?unit/u.test(makeHeaderKey(header)),
  );
  const isOfPairs = ['mentor', 'mentee'].every(side => countries.some(key => key.includes(side)));
  if (isOfPairs) return [pairLimit(table.file)];
  if (department !== undefined && !columns.of.has('country')) return [departmentLimit(table.file, department)];
  const absent = [
    ...(columns.of.has('country') ? [] : ['country']),
    ...(columns.of.has('min') || columns.of.has('max') ? [] : ['max']),
  ];
  return absent.map(column => reportMissingColumn(table, column, columns));
}

function reportRepeatedLimits(limits: readonly Limit[], where: (row: number) => Location): Problem[] {
  const first = new Map<string, number>();
  return limits.flatMap(({ place, side, row }) => {
    const earlier = first.get(`${side} ${place}`);
    if (earlier !== undefined) return [doubleLimit(where(row), place, side, earlier)];
    first.set(`${side} ${place}`, row);
    return [];
  });
}

/** Regions of one side that share a country although neither holds the other. */
function reportCrossingLimits(limits: readonly Limit[], where: (row: number) => Location): Problem[] {
  return limits.flatMap((limit, index) =>
    limits.slice(0, index).flatMap(earlier => {
      const shared = limit.countries.filter(country => earlier.countries.includes(country));
      const nests = shared.length === 0 || [limit, earlier].some(({ countries }) => countries.length === shared.length);
      if (nests || limit.side !== earlier.side) return [];
      return [crossingLimits(where(limit.row), earlier.place, limit.place, shared[0] ?? '', limit.side)];
    }),
  );
}

/** The countries that the people of each side are in. */
type Here = Readonly<Record<Side, ReadonlySet<string>>>;

function collectCountries(people: readonly Participant[]): ReadonlySet<string> {
  return new Set(people.map(({ country }) => country));
}

function isUnused(limit: Limit, here: Here): boolean {
  return limit.place !== REST && !limit.countries.some(country => here[limit.side].has(country));
}

function expandRest(limits: readonly Limit[], here: Here): Limit[] {
  return limits.flatMap(limit => {
    if (limit.place !== REST) return [limit];
    const named = new Set(limits.filter(other => other.side === limit.side).map(({ place }) => place));
    return [...here[limit.side]]
      .filter(name => !named.has(name))
      .map(name => ({ ...limit, place: name, countries: [name] }));
  });
}
