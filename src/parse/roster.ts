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
import { remembered } from './memo.ts';
import type { Row } from './raw.ts';
import { type ReadRow, readRows } from './rows.ts';
import type { Table } from './table.ts';

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
  const sheet = readPeople(table, 'mentors', MENTOR_COLUMNS, reading, ({ capacity, min_load }) => ({
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
  return readPeople(table, 'mentees', MENTEE_COLUMNS, reading, ({ wants, priority }) => ({ wants, priority }));
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

/** @param own what only people of this side have. */
function readPeople<Own extends object>(
  table: Table,
  noun: string,
  wanted: readonly string[],
  reading: Reading,
  own: (numbers: Numbers) => Own,
): Parsed<Sheet<Participant & Own>> {
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
  const personOf = personsIn(columns, own);
  const { value: people, problems } = readRows(table, columns, cells, read => ({
    isActive: read.value.status,
    person: personOf(read),
  }));
  const addresses = repeatedAddresses(table, columns);
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
      ...repeatedIds(table, columns, addresses),
      ...addresses,
    ],
  };
}

type Cells = Texts & Numbers & Pick<Participant, 'level'> & { readonly timezone: number | null };

/**
 * How a row of a sheet becomes a person. Lists that are written alike become one list, and parts of lists one text. The
 * person is one literal: put together from several objects it would take four times the space.
 */
function personsIn<Own>(
  { extra: others }: Columns,
  own: (numbers: Numbers) => Own,
): (read: ReadRow<Cells>) => Participant & Own {
  const partOf = remembered(part => part);
  const listOf = remembered(cell => splitList(cell).map(partOf));
  const ranked = [...others.keys()].map(key => ({ key, rank: wishRank(key) ?? NO_RANK }));
  const wishes = ranked.filter(({ rank }) => rank !== NO_RANK).sort((a, b) => a.rank - b.rank);
  const wished = wishes.map(({ key }) => key);
  return ({ row, value, extra }) => ({
    id: value.id || fold(value.email),
    name: value.name || fullName(value.first_name, value.last_name),
    email: value.email,
    department: value.department,
    country: value.country,
    city: value.city,
    offset: value.timezone,
    languages: listOf(value.languages),
    topics: listOf(value.topics),
    level: value.level,
    manager: value.manager,
    wishes: wished.length === 0 ? NO_WISHES : wished.map(key => extra.get(key) ?? ''),
    notWith: listOf(value.not_with),
    extra: wished.length === 0 ? extra : new Map([...extra].filter(([key]) => !wished.includes(key))),
    row,
    ...own(value),
  });
}

const NO_RANK = -1;
const NO_WISHES: readonly string[] = [];

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
function repeatedIds(table: Table, columns: Columns, addresses: readonly Problem[]): Problem[] {
  if (!columns.of.has('id')) return [];
  const told = new Set(addresses.map(({ row }) => row));
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
  const problems: Problem[] = [];
  for (const row of whole(table)) {
    const { column, value } = valueIn(row);
    if (value === '') continue;
    const key = fold(value);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.row);
    else problems.push(tell(placeOf(table, columns, column, row.row), value, earlier));
  }
  return problems;
}
