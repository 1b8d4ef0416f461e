import type { NamedPerson } from '../domain/decisions.ts';
import { restoreFormula } from '../domain/formula.ts';
import { makeBlankNote } from '../domain/noted-pairs.ts';
import type { PairNote } from '../domain/policy.ts';
import { isError, type Location, type Parsed, type Problem, partlyUndated, undated } from '../domain/problems.ts';
import type { Side } from '../domain/roster.ts';
import type { OwnNames } from './columns/column-claims.ts';
import { findColumns, locateCell, reportMissingColumn } from './columns/find-columns.ts';
import { EARLIER_COLUMNS } from './columns/limit-and-pair-columns.ts';
import { readRows } from './columns/rows.ts';
import { reportStrangers } from './people/earlier-strangers.ts';
import type { FoundPeople, KnownPeople, KnownPerson } from './people/people-index.ts';
import { findByCells, makeNamingCells, type NamingCells } from './people/row-cells-naming-a-person.ts';
import type { Table } from './table/table.ts';
import { parseAnyText, parseDay, parseTandemStatus } from './values/cells.ts';
import { addMonths } from './values/days.ts';

/** Until when an earlier tandem may not be repeated. */
export interface Repeat {
  readonly start: string;
  readonly afterMonths: number | null;
}

/** Reads earlier tandems, whichever way round: such pairs may not meet again, or not before some months have passed. */
export function readHistory(
  table: Table,
  people: KnownPeople,
  { start, afterMonths }: Repeat,
  own: OwnNames,
): Parsed<PairNote[]> {
  const { rows, ...read } = readEarlier(table, people, own, {
    counts: afterMonths === null ? 'neither' : 'date',
  });
  const value = rows.flatMap(({ row, mentor, mentee, date }) => {
    const isOver = afterMonths !== null && date !== '' && addMonths(date, afterMonths) <= start;
    if (isOver) return [];
    return [pairOf(mentor, mentee, row), pairOf(mentee, mentor, row)].flatMap(pair =>
      pair === null ? [] : [{ ...pair, met: true }],
    );
  });
  const problems = [...read.problems, ...reportStrangers(rows, table.file, read.locate, people.unread)];
  const told = afterMonths === null || problems.length > 0 ? problems : reportUndatedRows(table.file, rows);
  return { value, problems: told };
}

/** Tells of tandems that are never repeated for want of a date. */
function reportUndatedRows(file: string, rows: readonly Earlier[]): Problem[] {
  const undatedOnes = rows.filter(({ date }) => date === '');
  const [first] = undatedOnes;
  if (first === undefined) return [];
  if (undatedOnes.length === rows.length) return [undated(file)];
  return [partlyUndated({ file, row: first.row, column: 'date' }, undatedOnes.length, rows.length)];
}

/** A row of a list of earlier tandems. */
export interface Earlier {
  readonly row: number;
  readonly mentor: FoundPeople;
  readonly mentee: FoundPeople;
  readonly date: string;
  readonly status: string;
  readonly remark: string;
  /** What the cells call the two, where it is asked for. */
  readonly called: Readonly<Record<Side, NamedPerson>> | null;
}

/** The rows of such a list; what they say of people is not yet told. */
export interface EarlierRows {
  readonly rows: readonly Earlier[];
  readonly locate: (side: Side, row: number) => Location;
  readonly problems: readonly Problem[];
}

const NAMES = {
  ...{ mentor_id: parseAnyText, mentor_email: parseAnyText, mentor: parseAnyText, mentor_name: parseAnyText },
  ...{ mentee_id: parseAnyText, mentee_email: parseAnyText, mentee: parseAnyText, mentee_name: parseAnyText },
};

/** A cell that nothing hangs on is never wrong: the day in a previous run, the status of what has been. */
const CELLS = {
  neither: { ...NAMES, date: parseAnyText, status: parseAnyText, note: parseAnyText },
  date: { ...NAMES, date: parseDay, status: parseAnyText, note: parseAnyText },
  status: { ...NAMES, date: parseAnyText, status: parseTandemStatus, note: parseAnyText },
};

/** How such a list is read. */
export interface EarlierReading {
  /** Which of the two columns besides the names is read. */
  readonly counts: keyof typeof CELLS;
  /** Of which rows, by their status, the names in the cells are asked for. */
  readonly isDecided?: (status: string) => boolean;
  /** Which rows are looked at, by status and note. */
  readonly isMeant?: (status: string, note: string) => boolean;
}

export function readEarlier(
  table: Table,
  { directory }: KnownPeople,
  own: OwnNames,
  { counts, isDecided = () => false, isMeant = () => true }: EarlierReading,
): EarlierRows {
  const { value: columns, problems: doubled } = findColumns(table, EARLIER_COLUMNS, own);
  const listNamingColumns = (side: Side) =>
    [`${side}_id`, `${side}_email`, side, `${side}_name`].filter(name => columns.of.has(name));
  const absent = SIDES.filter(side => listNamingColumns(side).length === 0);
  const locateSide = (side: Side, row: number) => {
    const locations = listNamingColumns(side).map(name => locateCell(table, columns, name, row));
    return locations.find(({ value }) => value !== '') ?? locations[0]!;
  };
  const errors = [...doubled.filter(isError), ...absent.map(column => reportMissingColumn(table, column, columns))];
  if (errors.length > 0) return { rows: [], locate: locateSide, problems: errors };
  const { value, problems } = readRows(table, columns, CELLS[counts], ({ row, value }): Earlier[] => {
    const { date, status, note } = value;
    if (!isMeant(status, note)) return NO_ROW;
    const mentor = findByCells(gatherNamingCells(value, 'mentor'), directory);
    const mentee = findByCells(gatherNamingCells(value, 'mentee'), directory);
    const called = isDecided(status)
      ? { mentor: readNamedPerson(value, 'mentor'), mentee: readNamedPerson(value, 'mentee') }
      : null;
    return [{ row, mentor, mentee, date, status, remark: restoreFormula(note), called }];
  });
  return { rows: value.flat(), locate: locateSide, problems: [...doubled, ...problems] };
}

const SIDES = ['mentor', 'mentee'] as const;

const NO_ROW: Earlier[] = [];

type EarlierCells = { readonly [Name in keyof typeof NAMES]: string };

/** The address first: a spreadsheet may have changed an id like 007. */
function gatherNamingCells(cells: EarlierCells, side: Side): NamingCells {
  return makeNamingCells([cells[`${side}_email`], cells[`${side}_id`], cells[side]], cells[`${side}_name`]);
}

function readNamedPerson(cells: EarlierCells, side: Side): NamedPerson {
  const [id, name, email] = [cells[`${side}_id`] || cells[side], cells[`${side}_name`], cells[`${side}_email`]];
  return { id: restoreFormula(id), name: restoreFormula(name), email: restoreFormula(email) };
}

/** Two people as a pair of this roster, if they take part in it on these sides: people leave. */
export function pairOf(mentor: FoundPeople, mentee: FoundPeople, row: number): PairNote | null {
  if (mentor.kind !== 'person' || mentee.kind !== 'person') return null;
  const [one, other] = [indexOn('mentor', mentor.person), indexOn('mentee', mentee.person)];
  return one === undefined || other === undefined ? null : makeBlankNote(one, other, row);
}

function indexOn(side: Side, person: KnownPerson): number | undefined {
  return person.find(row => row.side === side && row.index >= 0)?.index;
}
