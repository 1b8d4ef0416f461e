import type { NamedPerson } from '../domain/decisions.ts';
import { restored } from '../domain/formula.ts';
import { blankNote } from '../domain/pair-notes.ts';
import type { PairNote } from '../domain/policy.ts';
import { isError, type Parsed, type Place, type Problem, partlyUndated, undated } from '../domain/problems.ts';
import type { Side } from '../domain/roster.ts';
import type { OwnNames } from './columns/column-names.ts';
import { columnsOf, missing, placeOf } from './columns/header.ts';
import { EARLIER_COLUMNS } from './columns/list-columns.ts';
import { readRows } from './columns/rows.ts';
import type { Found, Known, KnownPeople } from './people/directory.ts';
import { findByCells, type NamingCells, namingCells } from './people/naming-cells.ts';
import { strangerRows } from './people/strangers.ts';
import type { Table } from './table/table.ts';
import { anyText, day, tandemStatus } from './values/cells.ts';
import { monthsLater } from './values/days.ts';

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
    const isOver = afterMonths !== null && date !== '' && monthsLater(date, afterMonths) <= start;
    if (isOver) return [];
    return [pairOf(mentor, mentee, row), pairOf(mentee, mentor, row)].flatMap(pair =>
      pair === null ? [] : [{ ...pair, met: true }],
    );
  });
  const problems = [...read.problems, ...strangerRows(rows, table.file, read.placeOf, people.unread)];
  const told = afterMonths === null || problems.length > 0 ? problems : undatedRows(table.file, rows);
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

/** A row of a list of earlier tandems. */
export interface Earlier {
  readonly row: number;
  readonly mentor: Found;
  readonly mentee: Found;
  readonly date: string;
  readonly status: string;
  readonly remark: string;
  /** What the cells call the two, where it is asked for. */
  readonly called: Readonly<Record<Side, NamedPerson>> | null;
}

/** The rows of such a list; what they say of people is not yet told. */
export interface EarlierRows {
  readonly rows: readonly Earlier[];
  readonly placeOf: (side: Side, row: number) => Place;
  readonly problems: readonly Problem[];
}

const NAMES = {
  ...{ mentor_id: anyText, mentor_email: anyText, mentor: anyText, mentor_name: anyText },
  ...{ mentee_id: anyText, mentee_email: anyText, mentee: anyText, mentee_name: anyText },
};

/** A cell that nothing hangs on is never wrong: the day in a previous run, the status of what has been. */
const CELLS = {
  neither: { ...NAMES, date: anyText, status: anyText, note: anyText },
  date: { ...NAMES, date: day, status: anyText, note: anyText },
  status: { ...NAMES, date: anyText, status: tandemStatus, note: anyText },
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
  const { value: columns, problems: doubled } = columnsOf(table, EARLIER_COLUMNS, own);
  const naming = (side: Side) =>
    [`${side}_id`, `${side}_email`, side, `${side}_name`].filter(name => columns.of.has(name));
  const absent = SIDES.filter(side => naming(side).length === 0);
  const placeOfSide = (side: Side, row: number) => {
    const places = naming(side).map(name => placeOf(table, columns, name, row));
    return places.find(({ value }) => value !== '') ?? places[0]!;
  };
  const errors = [...doubled.filter(isError), ...absent.map(column => missing(table, column, columns))];
  if (errors.length > 0) return { rows: [], placeOf: placeOfSide, problems: errors };
  const { value, problems } = readRows(table, columns, CELLS[counts], ({ row, value }): Earlier[] => {
    const { date, status, note } = value;
    if (!isMeant(status, note)) return NO_ROW;
    const mentor = findByCells(cellsOf(value, 'mentor'), directory);
    const mentee = findByCells(cellsOf(value, 'mentee'), directory);
    const called = isDecided(status) ? { mentor: calledIn(value, 'mentor'), mentee: calledIn(value, 'mentee') } : null;
    return [{ row, mentor, mentee, date, status, remark: restored(note), called }];
  });
  return { rows: value.flat(), placeOf: placeOfSide, problems: [...doubled, ...problems] };
}

const SIDES = ['mentor', 'mentee'] as const;

const NO_ROW: Earlier[] = [];

type Cells = { readonly [Name in keyof typeof NAMES]: string };

/** The address first: a spreadsheet may have changed an id like 007. */
function cellsOf(cells: Cells, side: Side): NamingCells {
  return namingCells([cells[`${side}_email`], cells[`${side}_id`], cells[side]], cells[`${side}_name`]);
}

function calledIn(cells: Cells, side: Side): NamedPerson {
  const [id, name, email] = [cells[`${side}_id`] || cells[side], cells[`${side}_name`], cells[`${side}_email`]];
  return { id: restored(id), name: restored(name), email: restored(email) };
}

/** Two people as a pair of this roster, if they take part in it on these sides: people leave. */
export function pairOf(mentor: Found, mentee: Found, row: number): PairNote | null {
  if (mentor.kind !== 'person' || mentee.kind !== 'person') return null;
  const [one, other] = [indexOn('mentor', mentor.person), indexOn('mentee', mentee.person)];
  return one === undefined || other === undefined ? null : blankNote(one, other, row);
}

function indexOn(side: Side, person: Known): number | undefined {
  return person.find(row => row.side === side && row.index >= 0)?.index;
}
