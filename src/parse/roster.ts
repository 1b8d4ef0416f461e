import { z } from 'zod';
import {
  doubleEmail,
  doubleId,
  emptyCell,
  noRows,
  type Parsed,
  type Place,
  type Problem,
  unorderedLevels,
} from '../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS, type Mentee, type Mentor, type Participant } from '../domain/roster.ts';
import { byText, fold, splitList } from '../domain/text.ts';
import { anyText, country, emailAddress, requiredText, seniority, wholeNumber } from './cells.ts';
import { type Columns, columnsOf, missing, type OwnNames, placeOf } from './header.ts';
import { readRows } from './rows.ts';
import type { Row, Table } from './table.ts';

/** What the config says about reading the sheets. */
export interface Reading {
  readonly levels: readonly string[];
  readonly columns: OwnNames;
}

/** The people of one sheet by id, and how its columns were understood. */
export interface Sheet<Person> {
  readonly people: readonly Person[];
  readonly columns: Columns;
}

export function readMentors(table: Table, reading: Reading): Parsed<Sheet<Mentor>> {
  return readPeople(table, 'mentors', MENTOR_COLUMNS, reading, (person, { capacity }) => ({ ...person, capacity }));
}

export function readMentees(table: Table, reading: Reading): Parsed<Sheet<Mentee>> {
  return readPeople(table, 'mentees', MENTEE_COLUMNS, reading, (person, { wants }) => ({ ...person, wants }));
}

const CELLS = {
  id: anyText,
  name: anyText,
  first_name: anyText,
  last_name: anyText,
  email: emailAddress,
  department: requiredText,
  country,
  city: anyText,
  languages: anyText,
  topics: anyText,
  manager: anyText,
  capacity: wholeNumber(0, 1),
  wants: wholeNumber(1, 1),
};

interface Numbers {
  readonly capacity: number;
  readonly wants: number;
}

function readPeople<Person extends Participant>(
  table: Table,
  noun: string,
  wanted: readonly string[],
  reading: Reading,
  complete: (person: Participant, numbers: Numbers) => Person,
): Parsed<Sheet<Person>> {
  const { value: columns, problems: doubled } = columnsOf(table, wanted, reading.columns);
  const absent = ['email', 'department', 'country'].filter(column => !columns.of.has(column));
  const ignored = Object.fromEntries(absent.map(column => [column, anyText]));
  const unordered = reading.levels.length === 0 ? levelNames(table, columns) : [];
  const level = unordered.length > 0 ? anyText.transform(() => null) : seniority(reading.levels);
  const rows = readRows(table, columns, z.object({ ...CELLS, ...ignored, level }));
  const people = rows.value.map(({ row, value, extra }) => {
    const { capacity, wants, first_name, last_name, ...person } = value;
    const name = person.name || fullName(first_name, last_name);
    const lists = { languages: splitList(person.languages), topics: splitList(person.topics) };
    return complete(
      { ...person, ...lists, name, id: person.id || fold(person.email), extra, row },
      { capacity, wants },
    );
  });
  return {
    value: { people: people.sort((a, b) => byText(a.id, b.id)), columns },
    problems: [
      ...(table.rows.length === 0 ? [noRows(table.file, noun)] : []),
      ...doubled,
      ...absent.map(column => missing(table, column, columns)),
      ...(unordered.length > 0 ? [unorderedLevels(placeOf(table, columns, 'level', 1), unordered)] : []),
      ...rows.problems,
      ...nameless(table, columns),
      ...repeatedIds(table, columns),
      ...repeatedAddresses(table, columns),
    ],
  };
}

function fullName(first: string, last: string): string {
  return `${first} ${last}`.trim();
}

function cellIn(columns: Columns, column: string, cells: readonly string[]): string {
  const index = columns.of.get(column);
  return index === undefined ? '' : (cells[index] ?? '');
}

/** Levels that are written as words: without an order they say nothing. */
function levelNames(table: Table, columns: Columns): string[] {
  const written = table.rows.map(({ cells }) => cellIn(columns, 'level', cells));
  return [...new Set(written.filter(cell => cell !== '' && !/^-?\d+([.,]\d+)?$/u.test(cell)))].sort(byText);
}

/** A name is one column, or a first and a last name of which one may be empty. */
function nameless(table: Table, columns: Columns): Problem[] {
  const parts = ['name', 'first_name', 'last_name'].filter(column => columns.of.has(column));
  if (parts.length === 0) return [missing(table, 'name', columns)];
  if (parts.length === 1 && parts[0] !== 'name') {
    return [missing(table, parts[0] === 'first_name' ? 'last_name' : 'first_name', columns)];
  }
  const where = parts.includes('name') ? 'name' : 'first_name';
  return whole(table)
    .filter(({ cells }) => parts.every(column => cellIn(columns, column, cells) === ''))
    .map(({ row }) => emptyCell(placeOf(table, columns, where, row)));
}

function whole(table: Table): Table['rows'] {
  return table.rows.filter(({ cells }) => cells.length === table.header.length);
}

/** Addresses, without regard to case, that stand in an earlier row. */
function repeatedAddresses(table: Table, columns: Columns): Problem[] {
  const address = ({ cells }: Row) => ({ column: 'email', value: cellIn(columns, 'email', cells) });
  return repeated(table, columns, address, doubleEmail);
}

/** The same for ids. The address that serves where there is none may be the id of somebody else. */
function repeatedIds(table: Table, columns: Columns): Problem[] {
  if (!columns.of.has('id')) return [];
  const told = new Set(repeatedAddresses(table, columns).map(({ row }) => row));
  const id = ({ row, cells }: Row) => {
    const value = cellIn(columns, 'id', cells);
    if (value !== '') return { column: 'id', value };
    return { column: 'email', value: told.has(row) ? '' : cellIn(columns, 'email', cells) };
  };
  return repeated(table, columns, id, doubleId);
}

function repeated(
  table: Table,
  columns: Columns,
  valueIn: (row: Row) => { readonly column: string; readonly value: string },
  tell: (place: Place, value: string, row: number) => Problem,
): Problem[] {
  const first = new Map<string, number>();
  return whole(table).flatMap(row => {
    const { column, value } = valueIn(row);
    const earlier = first.get(fold(value));
    if (value === '') return [];
    if (earlier !== undefined) return [tell(placeOf(table, columns, column, row.row), value, earlier)];
    first.set(fold(value), row.row);
    return [];
  });
}
