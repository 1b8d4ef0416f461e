import {
  contraryLoad,
  emptyCell,
  leftOut,
  noRows,
  type Parsed,
  type Problem,
  turnedNames,
  unorderedLevels,
} from '../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS, type Mentee, type Mentor, type Participant } from '../domain/roster.ts';
import { byText, fold } from '../domain/text.ts';
import {
  anyText,
  country,
  emailAddress,
  isActive,
  isGone,
  languages,
  list,
  manager,
  placed,
  requiredText,
  seniority,
  wholeNumber,
  zoneOffset,
} from './cells.ts';
import { doubles, whole } from './doubles.ts';
import { type Columns, cellOf, columnsOf, missing, placeOf, wishRank } from './header.ts';
import { remembered } from './memo.ts';
import { nameOf, readName } from './names.ts';
import type { Row } from './raw.ts';
import type { Reading } from './reading.ts';
import { type ReadRow, readRows, type Schema, type Values } from './rows.ts';
import type { Table } from './table.ts';

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

const CELLS = {
  id: anyText,
  name: anyText,
  first_name: anyText,
  last_name: anyText,
  email: emailAddress,
  department: requiredText,
  country,
  city: anyText,
  manager,
  capacity: wholeNumber(0, 1),
  min_load: wholeNumber(0, 0),
  wants: wholeNumber(1, 1),
  priority: wholeNumber(0, 0),
};

/** @param own what only people of this side have. */
function readPeople<Own extends object>(
  table: Table,
  noun: string,
  wanted: readonly string[],
  reading: Reading,
  own: (cells: Cells) => Own,
): Parsed<Sheet<Participant & Own>> {
  const { value: found, problems: doubled } = columnsOf(table, wanted, reading.columns);
  const columns = reading.locations === null ? found : withCountryOfCity(found);
  const absent = ['email', 'department', 'country'].filter(column => !columns.of.has(column));
  const unordered = reading.levels.length === 0 ? levelNames(table, columns) : [];
  const cells = cellsFor(reading, {
    ...(found === columns ? {} : { country: placed(reading.locations ?? new Map()) }),
    ...Object.fromEntries(absent.map(column => [column, anyText])),
    ...(unordered.length > 0 ? { level: () => null } : {}),
  });
  const personOf = personsIn(columns, own);
  const gone = new Set<Participant>();
  const { value: people, problems } = readRows(table, columns, cells, read => {
    const person = personOf(read);
    if (!read.value.status) gone.add(person);
    return person;
  });
  people.sort((a, b) => byText(a.id, b.id));
  const rows = whole(table);
  return {
    value: {
      people: people.filter(person => !gone.has(person)),
      withdrawn: people.filter(person => gone.has(person)),
      columns,
    },
    problems: [
      ...(table.rows.length === 0 ? [noRows(table.file, noun)] : []),
      ...doubled,
      ...absent.map(column => missing(table, column, columns)),
      ...(unordered.length > 0 ? [unorderedLevels(placeOf(table, columns, 'level', 1), unordered)] : []),
      ...problems,
      ...nameless(rows, table, columns),
      ...doubles(rows, table, columns),
      ...turned(rows, table, columns),
      ...inactive(rows, table, columns),
    ],
  };
}

type Cells = Values<ReturnType<typeof cellsFor>>;

/** What the cells of a person must be. @param others what they must be instead in this sheet. */
function cellsFor({ levels, start, options }: Reading, others: Schema) {
  return {
    ...CELLS,
    languages: languages(options.languages),
    topics: list(options.topics),
    not_with: list(options.not_with),
    level: seniority(levels),
    timezone: zoneOffset(start),
    status: isActive,
    ...others,
  };
}

/** A sheet without countries whose cities have one: they are read as the countries. */
function withCountryOfCity(columns: Columns): Columns {
  const city = columns.of.get('city');
  if (columns.of.has('country') || city === undefined) return columns;
  return { ...columns, of: new Map([...columns.of, ['country', city]]) };
}

/**
 * How a row of a sheet becomes a person. Lists that are written alike become one list, and parts of lists one text. The
 * person is one literal: put together from several objects it would take four times the space.
 */
function personsIn<Own>(
  { extra: others }: Columns,
  own: (cells: Cells) => Own,
): (read: ReadRow<Cells>) => Participant & Own {
  const partOf = remembered(part => part);
  const listOf = (parts: readonly string[]) => (parts.length === 0 ? parts : parts.map(partOf));
  const ranked = [...others.keys()].map(key => ({ key, rank: wishRank(key) ?? NO_RANK }));
  const wishes = ranked.filter(({ rank }) => rank !== NO_RANK).sort((a, b) => a.rank - b.rank);
  const wished = wishes.map(({ key }) => key);
  return ({ row, value, extra }) => ({
    id: value.id || fold(value.email),
    name: nameOf(value.name, value.first_name, value.last_name),
    email: value.email,
    department: value.department,
    country: value.country,
    city: value.city,
    offset: value.timezone,
    languages: value.languages,
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

/** Levels that are written as words: without an order they say nothing. */
function levelNames(table: Table, columns: Columns): string[] {
  const written = new Set(table.rows.map(cellOf(columns, 'level')));
  return [...written].filter(cell => cell !== '' && !/^-?\d+([.,]\d+)?$/u.test(cell)).sort(byText);
}

/** A name is one column, or a first and a last name of which one may be empty. */
function nameless(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const parts = ['name', 'first_name', 'last_name'].filter(column => columns.of.has(column));
  if (parts.length === 0) return [missing(table, 'name', columns)];
  if (parts.length === 1 && parts[0] !== 'name') {
    return [missing(table, parts[0] === 'first_name' ? 'last_name' : 'first_name', columns)];
  }
  const where = parts.includes('name') ? 'name' : 'first_name';
  const cells = parts.map(column => cellOf(columns, column));
  return rows
    .filter(row => cells.every(cell => cell(row) === ''))
    .map(({ row }) => emptyCell(placeOf(table, columns, where, row)));
}

/** Names that were written with the last name first, told once for all. */
function turned(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  if (!columns.of.has('name')) return [];
  const name = cellOf(columns, 'name');
  const found = rows.filter(row => readName(name(row)).isTurned);
  const [first] = found;
  if (first === undefined) return [];
  const cell = name(first);
  return [turnedNames(placeOf(table, columns, 'name', first.row), cell, readName(cell).name, found.length)];
}

/** People who are left out because of a word of personnel files: they did not withdraw from a programme. */
function inactive(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  if (!columns.of.has('status')) return [];
  const status = cellOf(columns, 'status');
  const found = rows.filter(row => isGone(status(row)));
  const [first] = found;
  return first === undefined
    ? []
    : [leftOut(placeOf(table, columns, 'status', first.row), status(first), found.length)];
}
