import { restored } from '../domain/formula.ts';
import type { PairNote } from '../domain/policy.ts';
import { isError, type Parsed, undated } from '../domain/problems.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';
import { anyText, day, tandemStatus } from './cells.ts';
import { monthsLater } from './days.ts';
import { columnsOf, missing } from './header.ts';
import { blankNote } from './notes.ts';
import { readRows } from './rows.ts';
import type { Table } from './table.ts';

/** Columns of a list of earlier tandems: our own tandems.csv, or any sheet that names two people in a row. */
export const EARLIER_COLUMNS = [
  ...['mentor_id', 'mentor_email', 'mentor'],
  ...['mentee_id', 'mentee_email', 'mentee'],
  ...['date', 'status'],
] as const;

/** Until when an earlier tandem may not be repeated. */
export interface Repeat {
  readonly start: string;
  readonly afterMonths: number | null;
}

/** Reads earlier tandems, whichever way round: such pairs may not meet again, or not before some months have passed. */
export function readHistory(table: Table, roster: Roster, { start, afterMonths }: Repeat): Parsed<PairNote[]> {
  const rows = readEarlier(table, afterMonths === null ? 'neither' : 'date');
  const find = { mentors: indexByName(roster.mentors), mentees: indexByName(roster.mentees) };
  const value = rows.value.flatMap(({ row, one, other, date }) => {
    const isOver = afterMonths !== null && date !== '' && monthsLater(date, afterMonths) <= start;
    if (isOver) return [];
    return [
      pairOf(find.mentors(one), find.mentees(other), row),
      pairOf(find.mentors(other), find.mentees(one), row),
    ].flatMap(pair => (pair === null ? [] : [{ ...pair, met: true }]));
  });
  const isUndated = afterMonths !== null && rows.value.length > 0 && rows.value.every(({ date }) => date === '');
  const problems = isUndated && rows.problems.length === 0 ? [undated(table.file)] : rows.problems;
  return { value, problems };
}

/** Reads the tandems of the previous run: those to keep where that costs nothing, and those that somebody declined. */
export function readPrevious(table: Table, roster: Roster): Parsed<PairNote[]> {
  const rows = readEarlier(table, 'status');
  const find = { mentors: indexByName(roster.mentors), mentees: indexByName(roster.mentees) };
  const value = rows.value.flatMap(({ row, one, other, isDeclined }) => {
    const pair = pairOf(find.mentors(one), find.mentees(other), row);
    return pair === null ? [] : [{ ...pair, kept: !isDeclined, banned: isDeclined }];
  });
  return { value, problems: rows.problems };
}

interface Earlier {
  readonly row: number;
  /** Names of the one and the other: ids or addresses. */
  readonly one: readonly string[];
  readonly other: readonly string[];
  readonly date: string;
  readonly isDeclined: boolean;
}

const NAMES = {
  ...{ mentor_id: anyText, mentor_email: anyText, mentor: anyText },
  ...{ mentee_id: anyText, mentee_email: anyText, mentee: anyText },
};

/** A cell that nothing hangs on is never wrong: the day in a previous run, the status of what has been. */
const CELLS = {
  neither: { ...NAMES, date: anyText, status: anyText },
  date: { ...NAMES, date: day, status: anyText },
  status: { ...NAMES, date: anyText, status: tandemStatus },
};

/** @param counts which of the two columns besides the names is read. */
function readEarlier(table: Table, counts: keyof typeof CELLS): Parsed<Earlier[]> {
  const { value: columns, problems: doubled } = columnsOf(table, EARLIER_COLUMNS, null);
  const absent = ['mentor', 'mentee'].filter(
    side => ![side, `${side}_id`, `${side}_email`].some(column => columns.of.has(column)),
  );
  const errors = [...doubled.filter(isError), ...absent.map(column => missing(table, column, columns))];
  if (errors.length > 0) return { value: [], problems: errors };
  const { value, problems } = readRows(table, columns, CELLS[counts], ({ row, value }) => ({
    row,
    one: namesOf(value.mentor_email, value.mentor_id, value.mentor),
    other: namesOf(value.mentee_email, value.mentee_id, value.mentee),
    date: value.date,
    isDeclined: value.status === 'declined',
  }));
  return { value, problems: [...doubled, ...problems] };
}

/** Names of one person, the address first: a spreadsheet may have changed an id like 007. Our own files quote formulas. */
function namesOf(...cells: readonly string[]): string[] {
  return cells.filter(cell => cell !== '').map(restored);
}

/** Finds the first of several names of a person; −1 where they are not here (people leave). */
function indexByName(people: readonly Participant[]): (names: readonly string[]) => number {
  const byName = new Map<string, number>();
  for (const [index, { email }] of people.entries()) byName.set(fold(email), index);
  for (const [index, { id }] of people.entries()) byName.set(fold(id), index);
  return names => names.map(name => byName.get(fold(name)) ?? -1).find(index => index >= 0) ?? -1;
}

function pairOf(mentor: number, mentee: number, row: number): PairNote | null {
  return mentor < 0 || mentee < 0 ? null : blankNote(mentor, mentee, row);
}
