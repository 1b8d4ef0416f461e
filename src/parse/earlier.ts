import type { PairNote } from '../domain/policy.ts';
import { isError, type Parsed, type Problem, partlyUndated, undated } from '../domain/problems.ts';
import type { Side } from '../domain/roster.ts';
import { anyText, day, tandemStatus } from './cells.ts';
import type { OwnNames } from './column-names.ts';
import { monthsLater } from './days.ts';
import type { Found, Known, KnownPeople } from './directory.ts';
import { columnsOf, missing, placeOf } from './header.ts';
import { findByCells, type NamingCells, namingCells } from './naming-cells.ts';
import { blankNote } from './notes.ts';
import { readRows } from './rows.ts';
import { strangerRows } from './strangers.ts';
import type { Table } from './table.ts';

/** Columns of a list of earlier tandems: our own tandems.csv, or any sheet that names two people in a row. */
export const EARLIER_COLUMNS = [
  ...['mentor_id', 'mentor_email', 'mentor', 'mentor_name'],
  ...['mentee_id', 'mentee_email', 'mentee', 'mentee_name'],
  ...['date', 'status'],
] as const;

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
  const rows = readEarlier(table, people, own, afterMonths === null ? 'neither' : 'date');
  const value = rows.value.flatMap(({ row, mentor, mentee, date }) => {
    const isOver = afterMonths !== null && date !== '' && monthsLater(date, afterMonths) <= start;
    if (isOver) return [];
    return [pairOf(mentor, mentee, row), pairOf(mentee, mentor, row)].flatMap(pair =>
      pair === null ? [] : [{ ...pair, met: true }],
    );
  });
  const told = afterMonths === null || rows.problems.length > 0 ? rows.problems : undatedRows(table.file, rows.value);
  return { value, problems: told };
}

/** Tells of tandems that are never repeated for want of a date. */
function undatedRows(file: string, rows: readonly Earlier[]): Problem[] {
  const undatedOnes = rows.filter(({ date }) => date === '');
  const [first] = undatedOnes;
  if (first === undefined) return [];
  if (undatedOnes.length === rows.length) return [undated(file)];
  return [partlyUndated({ file, row: first.row, column: 'date' }, undatedOnes.length, rows.length)];
}

/** Reads the tandems of the previous run: those to keep where that costs nothing, and those that somebody declined. */
export function readPrevious(table: Table, people: KnownPeople, own: OwnNames): Parsed<PairNote[]> {
  const rows = readEarlier(table, people, own, 'status');
  const value = rows.value.flatMap(({ row, mentor, mentee, isDeclined }) => {
    const pair = pairOf(mentor, mentee, row);
    return pair === null ? [] : [{ ...pair, kept: !isDeclined, declined: isDeclined }];
  });
  return { value, problems: rows.problems };
}

interface Earlier {
  readonly row: number;
  readonly mentor: Found;
  readonly mentee: Found;
  readonly date: string;
  readonly isDeclined: boolean;
}

const NAMES = {
  ...{ mentor_id: anyText, mentor_email: anyText, mentor: anyText, mentor_name: anyText },
  ...{ mentee_id: anyText, mentee_email: anyText, mentee: anyText, mentee_name: anyText },
};

/** A cell that nothing hangs on is never wrong: the day in a previous run, the status of what has been. */
const CELLS = {
  neither: { ...NAMES, date: anyText, status: anyText },
  date: { ...NAMES, date: day, status: anyText },
  status: { ...NAMES, date: anyText, status: tandemStatus },
};

/** @param counts which of the two columns besides the names is read. */
function readEarlier(
  table: Table,
  { directory, unread }: KnownPeople,
  own: OwnNames,
  counts: keyof typeof CELLS,
): Parsed<Earlier[]> {
  const { value: columns, problems: doubled } = columnsOf(table, EARLIER_COLUMNS, own);
  const naming = (side: Side) =>
    [`${side}_id`, `${side}_email`, side, `${side}_name`].filter(name => columns.of.has(name));
  const absent = SIDES.filter(side => naming(side).length === 0);
  const errors = [...doubled.filter(isError), ...absent.map(column => missing(table, column, columns))];
  if (errors.length > 0) return { value: [], problems: errors };
  const { value, problems } = readRows(table, columns, CELLS[counts], ({ row, value }) => ({
    row,
    mentor: findByCells(cellsOf(value, 'mentor'), directory),
    mentee: findByCells(cellsOf(value, 'mentee'), directory),
    date: value.date,
    isDeclined: value.status === 'declined',
  }));
  const place = (side: Side, row: number) => placeOf(table, columns, naming(side)[0]!, row);
  return { value, problems: [...doubled, ...problems, ...strangerRows(value, table.file, place, unread)] };
}

const SIDES = ['mentor', 'mentee'] as const;

type Cells = { readonly [Name in keyof typeof NAMES]: string };

/** The address first: a spreadsheet may have changed an id like 007. */
function cellsOf(cells: Cells, side: Side): NamingCells {
  return namingCells([cells[`${side}_email`], cells[`${side}_id`], cells[side]], cells[`${side}_name`]);
}

/** Two people as a pair of this roster, if they take part in it on these sides: people leave. */
function pairOf(mentor: Found, mentee: Found, row: number): PairNote | null {
  if (mentor.kind !== 'person' || mentee.kind !== 'person') return null;
  const [one, other] = [indexOn('mentor', mentor.person), indexOn('mentee', mentee.person)];
  return one === undefined || other === undefined ? null : blankNote(one, other, row);
}

function indexOn(side: Side, person: Known): number | undefined {
  return person.find(row => row.side === side && row.index >= 0)?.index;
}
