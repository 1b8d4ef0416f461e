import { z } from 'zod';
import {
  contraryLoad,
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
import { anyText, country, emailAddress, isActive, requiredText, seniority, wholeNumber, zoneOffset } from './cells.ts';
import { type Columns, columnsOf, missing, type OwnNames, placeOf, wishRank } from './header.ts';
import { readRows } from './rows.ts';
import type { Row, Table } from './table.ts';

/** What the config says about reading the sheets. */
export interface Reading {
  readonly levels: readonly string[];
  readonly columns: OwnNames;
  /** The programme's first day, for time zones; '' where the config gives none. */
  readonly start: string;
}

/** The people of one sheet by id, those who withdrew, and how its columns were understood. */
export interface Sheet<Person> {
  readonly people: readonly Person[];
  readonly withdrawn: readonly Person[];
  readonly columns: Columns;
}

export function readMentors(table: Table, reading: Reading): Parsed<Sheet<Mentor>> {
  const sheet = readPeople(table, 'mentors', MENTOR_COLUMNS, reading, (person, { capacity, min_load }) => ({
    ...person,
    capacity,
    minLoad: min_load,
  }));
  const contrary = sheet.value.people.filter(({ minLoad, capacity }) => minLoad > capacity);
  const problems = contrary.map(({ row, minLoad, capacity }) =>
    contraryLoad(placeOf(table, sheet.value.columns, 'min_load', row), minLoad, capacity),
  );
  return { value: sheet.value, problems: [...sheet.problems, ...problems] };
}

export function readMentees(table: Table, reading: Reading): Parsed<Sheet<Mentee>> {
  return readPeople(table, 'mentees', MENTEE_COLUMNS, reading, (person, { wants, priority }) => ({
    ...person,
    wants,
    priority,
  }));
}

const TEXTS = {
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
  not_with: anyText,
};

const NUMBERS = {
  capacity: wholeNumber(0, 1),
  min_load: wholeNumber(0, 0),
  wants: wholeNumber(1, 1),
  priority: wholeNumber(0, 0),
};

type Texts = z.output<z.ZodObject<typeof TEXTS>>;
type Numbers = z.output<z.ZodObject<typeof NUMBERS>>;

function readPeople<Person extends Participant>(
  table: Table,
  noun: string,
  wanted: readonly string[],
  reading: Reading,
  complete: (person: Participant, numbers: Numbers) => Person,
): Parsed<Sheet<Person>> {
  const { value: columns, problems: doubled } = columnsOf(table, wanted, reading.columns);
  const absent = ['email', 'department', 'country'].filter(column => !columns.of.has(column));
  const unordered = reading.levels.length === 0 ? levelNames(table, columns) : [];
  const cells = z.object({
    ...TEXTS,
    ...NUMBERS,
    ...Object.fromEntries(absent.map(column => [column, anyText])),
    level: unordered.length > 0 ? anyText.transform(() => null) : seniority(reading.levels),
    timezone: zoneOffset(reading.start),
    status: isActive,
  });
  const { value: rows, problems } = readRows(table, columns, cells);
  const people = rows.map(({ row, value, extra }) => ({
    isActive: value.status,
    person: complete({ ...personOf(value, extra), level: value.level, offset: value.timezone, row }, value),
  }));
  const ordered = people.sort((a, b) => byText(a.person.id, b.person.id));
  return {
    value: {
      people: ordered.flatMap(({ isActive, person }) => (isActive ? [person] : [])),
      withdrawn: ordered.flatMap(({ isActive, person }) => (isActive ? [] : [person])),
      columns,
    },
    problems: [
      ...(table.rows.length === 0 ? [noRows(table.file, noun)] : []),
      ...doubled,
      ...absent.map(column => missing(table, column, columns)),
      ...(unordered.length > 0 ? [unorderedLevels(placeOf(table, columns, 'level', 1), unordered)] : []),
      ...problems,
      ...nameless(table, columns),
      ...repeatedIds(table, columns),
      ...repeatedAddresses(table, columns),
    ],
  };
}

function personOf(texts: Texts, extra: ReadonlyMap<string, string>): Omit<Participant, 'level' | 'offset' | 'row'> {
  const { id, name, first_name, last_name, email, department, country, city, manager } = texts;
  const wishes = [...extra]
    .flatMap(([key, cell]) => (wishRank(key) === null ? [] : [{ rank: wishRank(key) ?? 0, cell }]))
    .sort((a, b) => a.rank - b.rank)
    .map(({ cell }) => cell);
  return {
    ...{ email, department, country, city, manager, wishes },
    id: id || fold(email),
    name: name || fullName(first_name, last_name),
    languages: splitList(texts.languages),
    topics: splitList(texts.topics),
    notWith: splitList(texts.not_with),
    extra: new Map([...extra].filter(([key]) => wishRank(key) === null)),
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
