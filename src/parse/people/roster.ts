import {
  awayByName,
  contraryLoad,
  emptyCell,
  inRows,
  leftOut,
  markedNames,
  noRows,
  type Parsed,
  type Problem,
  priorityRead,
  turnedNames,
  unorderedLevels,
} from '../../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS, type Mentee, type Mentor, type Participant } from '../../domain/roster.ts';
import { compareText, fold } from '../../domain/text.ts';
import type { Row } from '../cell-codes/dictionary-encoded-rows.ts';
import {
  type Columns,
  findColumns,
  isHinted,
  locateCell,
  makeCellReader,
  reportMissingColumn,
  reportMissingIdentity,
  reportUnreadAmong,
} from '../columns/find-columns.ts';
import { type ReadRow, readRows, type Schema, type Values } from '../columns/rows.ts';
import { isWishColumn } from '../columns/wish-columns.ts';
import type { NeededReading } from '../config/sheet-reading.ts';
import type { Table } from '../table/table.ts';
import { memoise } from '../text/memo.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import {
  allowEmpty,
  type Cell,
  makeCityParser,
  makeLanguagesParser,
  makeListParser,
  makeSeniorityParser,
  makeWholeNumberParser,
  makeZoneParser,
  parseAnyText,
  parseCountry,
  parseEmail,
  parseManager,
} from '../values/cells.ts';
import { joinName, readAwayMark, readMark, readName } from '../values/person-names.ts';
import { detectStatusQuestion, isGone, makeStatusParser, readStatus, type StatusQuestion } from '../values/statuses.ts';
import { reportDuplicates, selectWholeRows } from './duplicates.ts';

/** The people of one sheet by id, those who withdrew, and how its columns were understood. */
export interface Sheet<Person> {
  readonly people: readonly Person[];
  readonly withdrawn: readonly Person[];
  readonly columns: Columns;
}

export function readMentors(table: Table, reading: NeededReading): Parsed<Sheet<Mentor>> {
  const sheet = readPeople(table, 'mentors', MENTOR_COLUMNS, reading, ({ capacity, min_load }) => ({
    capacity,
    minLoad: min_load,
  }));
  const contrary = sheet.value.people.filter(({ minLoad, capacity }) => minLoad > capacity);
  const problems = contrary.map(({ row, minLoad, capacity }) =>
    contraryLoad(locateCell(table, sheet.value.columns, 'min_load', row), minLoad, capacity),
  );
  return { value: sheet.value, problems: [...sheet.problems, ...problems] };
}

export function readMentees(table: Table, reading: NeededReading): Parsed<Sheet<Mentee>> {
  return readPeople(table, 'mentees', MENTEE_COLUMNS, reading, ({ wants, priority }) => ({ wants, priority }));
}

const CELLS = {
  id: parseAnyText,
  name: parseAnyText,
  first_name: parseAnyText,
  last_name: parseAnyText,
  email: allowEmpty(parseEmail),
  department: parseAnyText,
  country: parseCountry,
  city: parseAnyText,
  manager: parseManager,
  capacity: makeWholeNumberParser(0, 1, 'capacity'),
  min_load: makeWholeNumberParser(0, 0, 'min_load'),
  wants: makeWholeNumberParser(1, 1, 'wants'),
  priority: makeWholeNumberParser(0, 0, 'priority'),
};

/** @param own what only people of this side have. */
function readPeople<Own extends object>(
  table: Table,
  role: 'mentors' | 'mentees',
  wanted: readonly string[],
  reading: NeededReading,
  own: (cells: PersonCells) => Own,
): Parsed<Sheet<Participant & Own>> {
  const { value: found, problems: doubled } = findColumns(table, wanted, reading.columns);
  const columns = reading.locations === null ? found : takeCityAsCountry(found);
  const unordered = reading.levels.length === 0 ? listLevelNames(table, columns) : [];
  const asking = detectStatusQuestion(table.header[columns.of.get('status') ?? -1] ?? '');
  const wishes = listWishColumns(columns);
  const cells = makeCellSchema(reading, asking, {
    country: makeCountryCell(columns, found !== columns, reading),
    ...(unordered.length > 0 ? { level: () => null } : {}),
    ...Object.fromEntries(wishes.map(column => [column, parseAnyText])),
  });
  const personOf = makePersonReader(wishes, own);
  const gone = new Set<Participant>();
  const { value: people, problems } = readRows(table, columns, cells, read => {
    const person = personOf(read);
    if (!read.value.status) gone.add(person);
    return person;
  });
  if (!areInOrder(people)) people.sort((a, b) => compareText(a.id, b.id));
  const rows = selectWholeRows(table);
  const areAllRead = people.length === rows.length;
  const mayLack = areAllRead && people.every(({ id, name }) => id !== '' && name !== '') ? [] : rows;
  return {
    value: { ...separateGone(people, gone), columns },
    problems: [
      ...(table.rows.length === 0 ? [noRows(table.file, role)] : []),
      ...doubled,
      ...reportLackingColumns(table, columns, reading.needed),
      ...reportUnidentified(mayLack, table, columns),
      ...(unordered.length > 0 ? [unorderedLevels(locateCell(table, columns, 'level', 1), unordered)] : []),
      ...mergeByWord(problems),
      ...reportNameless(mayLack, table, columns),
      ...reportDuplicates(rows, table, columns, areAllRead && areInOrder(people)),
      ...reportTurnedNames(rows, table, columns),
      ...reportMarkedNames(rows, table, columns),
      ...reportAway(rows, table, columns, asking),
      ...reportPriorityDirection(rows, table, columns),
      ...reportInactive(rows, table, columns, asking),
    ],
  };
}

function separateGone<Person>(people: readonly Person[], gone: ReadonlySet<unknown>): Omit<Sheet<Person>, 'columns'> {
  if (gone.size === 0) return { people, withdrawn: [] };
  return { people: people.filter(one => !gone.has(one)), withdrawn: people.filter(one => gone.has(one)) };
}

/** Whether people are in the order of their ids, as most sheets list them, and no two have the same. */
function areInOrder(people: readonly Participant[]): boolean {
  for (let at = 1; at < people.length; at++) if (people[at - 1]!.id >= people[at]!.id) return false;
  return true;
}

type PersonCells = Values<ReturnType<typeof makeCellSchema>>;

/** What the cells of a person must be. @param others what they must be instead in this sheet. */
function makeCellSchema({ levels, start, options }: NeededReading, asking: StatusQuestion, others: Schema) {
  return {
    ...CELLS,
    languages: makeLanguagesParser(options.languages),
    topics: shareParts(makeListParser(options.topics)),
    not_with: shareParts(makeListParser(options.not_with)),
    level: makeSeniorityParser(levels),
    timezone: makeZoneParser(start),
    status: makeStatusParser(asking),
    ...others,
  };
}

/** The same lists, whose parts that are written alike are one text. */
function shareParts(parse: Cell<readonly string[]>): Cell<readonly string[]> {
  const partOf = memoise(part => part);
  return text => {
    const parts = parse(text);
    return typeof parts === 'function' || parts.length === 0 ? parts : parts.map(partOf);
  };
}

/** What the country of a person must be, which the config may give by their place. */
function makeCountryCell({ of }: Columns, isOfPlace: boolean, { locations, needed }: NeededReading) {
  const read = isOfPlace ? makeCityParser(locations ?? new Map()) : parseCountry;
  return of.has('country') && needed.includes('country') ? read : allowEmpty(read);
}

/** A sheet without countries whose cities have one: they are read as the countries. */
function takeCityAsCountry(columns: Columns): Columns {
  const city = columns.of.get('city');
  if (columns.of.has('country') || city === undefined) return columns;
  return { ...columns, of: new Map([...columns.of, ['country', city]]) };
}

/**
 * How a row of a sheet becomes a person. Names of the same two parts become one text. The person is one literal: put
 * together from several objects it would take four times the space.
 */
function makePersonReader<Own>(
  wished: readonly string[],
  own: (cells: PersonCells) => Own,
): (read: ReadRow<PersonCells>) => Participant & Own {
  const nameOf = memoise(first => memoise(last => joinName('', first, last)));
  return ({ row, value, readExtra }) => ({
    id: value.id || fold(value.email),
    name: value.name === '' ? nameOf(value.first_name)(value.last_name) : joinName(value.name, '', ''),
    email: value.email,
    department: value.department,
    country: value.country,
    city: value.city,
    offset: value.timezone,
    languages: value.languages,
    topics: value.topics,
    level: value.level,
    manager: value.manager,
    wishes: wished.length === 0 ? NO_WISHES : wished.map(column => getText(value, column)),
    notWith: value.not_with,
    extra: readExtra(),
    row,
    ...own(value),
  });
}

const NO_WISHES: readonly string[] = [];

function getText(value: Readonly<Record<string, unknown>>, column: string): string {
  return String(value[column] ?? '');
}

/** The columns of wishes, the first wish first. */
function listWishColumns({ of }: Columns): readonly string[] {
  return [...of.keys()].filter(isWishColumn).sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
}

/** Problems of one word that stands in many rows, told once with their count. */
function mergeByWord(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string | null, number>();
  for (const { code, value } of problems) if (code === 'E052') counts.set(value, (counts.get(value) ?? 0) + 1);
  const told = new Set<string | null>();
  return problems.flatMap(problem => {
    if (problem.code !== 'E052') return [problem];
    if (told.has(problem.value)) return [];
    told.add(problem.value);
    return [inRows(problem, counts.get(problem.value) ?? 1)];
  });
}

/** Levels that are written as words: without an order they say nothing. */
function listLevelNames(table: Table, columns: Columns): string[] {
  const written = new Set(table.rows.map(makeCellReader(columns, 'level')));
  return [...written].filter(cell => cell !== '' && !/^-?\d+([.,]\d+)?$/u.test(cell)).sort(compareText);
}

/** Columns that something needs and that are not there, and those whose lack somebody should know of. */
function reportLackingColumns(table: Table, columns: Columns, needed: readonly string[]): Problem[] {
  const absent = ['email', 'department', 'country'].filter(column => !columns.of.has(column));
  // Where there is no id either, that is told by itself.
  const others = absent.filter(column => !needed.includes(column) && (column !== 'email' || columns.of.has('id')));
  return [
    ...absent.filter(column => needed.includes(column)).map(column => reportMissingColumn(table, column, columns)),
    ...reportUnreadAmong(others, table, columns),
  ];
}

/** An id or an address tells people apart: each row needs one of the two. */
function reportUnidentified(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const known = ['email', 'id'].filter(column => columns.of.has(column));
  const [first] = known;
  if (first === undefined) return [reportMissingIdentity(table, columns)];
  const cells = known.map(column => makeCellReader(columns, column));
  return rows
    .filter(row => cells.every(cell => cell(row) === ''))
    .map(({ row }) => emptyCell(locateCell(table, columns, first, row)));
}

/** A name is one column, or a first and a last name of which one may be empty. */
function reportNameless(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const parts = ['name', 'first_name', 'last_name'].filter(column => columns.of.has(column));
  if (parts.length === 0) {
    const isInTwo = ['first_name', 'last_name'].every(column => isHinted(table, column, columns));
    return (isInTwo ? ['first_name', 'last_name'] : ['name']).map(column =>
      reportMissingColumn(table, column, columns),
    );
  }
  if (parts.length === 1 && parts[0] !== 'name') {
    return [reportMissingColumn(table, parts[0] === 'first_name' ? 'last_name' : 'first_name', columns)];
  }
  const where = parts.includes('name') ? 'name' : 'first_name';
  const cells = parts.map(column => makeCellReader(columns, column));
  return rows
    .filter(row => cells.every(cell => cell(row) === ''))
    .map(({ row }) => emptyCell(locateCell(table, columns, where, row)));
}

/** Names that were written with the last name first, told once for all. */
function reportTurnedNames(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  if (!columns.of.has('name')) return [];
  const name = makeCellReader(columns, 'name');
  const found = rows.filter(row => readName(name(row)).isTurned);
  const [first] = found;
  if (first === undefined) return [];
  const cell = name(first);
  return [turnedNames(locateCell(table, columns, 'name', first.row), cell, readName(cell).name, found.length)];
}

/** Marks that were taken off names: they may be all that tells two people apart. */
function reportMarkedNames(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  if (!columns.of.has('name')) return [];
  const name = makeCellReader(columns, 'name');
  // Names that are turned round as well are told by then.
  const found = rows.filter(row => readMark(name(row)) !== '' && !readName(name(row)).isTurned);
  const [first] = found;
  if (first === undefined) return [];
  const cell = name(first);
  return [markedNames(locateCell(table, columns, 'name', first.row), cell, readName(cell).name, found.length)];
}

/** Names that say that somebody is away, where nothing says that they take no part. */
function reportAway(rows: readonly Row[], table: Table, columns: Columns, asking: StatusQuestion): Problem[] {
  if (!columns.of.has('name')) return [];
  const [name, cell] = [makeCellReader(columns, 'name'), makeCellReader(columns, 'status')];
  const found = rows.filter(row => readAwayMark(name(row)) !== '' && readStatus(cell(row), asking) !== false);
  const [first] = found;
  return first === undefined
    ? []
    : [awayByName(locateCell(table, columns, 'name', first.row), name(first), found.length)];
}

/**
 * "Prio 1" is the first to many who write it: which end is served first is said, unless the column is called priority.
 */
function reportPriorityDirection(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const index = columns.of.get('priority');
  if (index === undefined || columns.own['priority'] !== undefined) return [];
  const header = table.header[index]!;
  const numbers = new Set(
    rows
      .map(makeCellReader(columns, 'priority'))
      .filter(text => /^\d{1,6}$/u.test(text))
      .map(Number),
  );
  if (makeHeaderKey(header) === 'priority' || numbers.size < 2) return [];
  const sorted = [...numbers].sort((a, b) => a - b);
  return [
    priorityRead(
      locateCell(table, columns, 'priority', 1),
      sorted.at(-1)!,
      sorted[0]!,
      JSON.stringify({ priority: header }),
    ),
  ];
}

/** People who are left out because of a word of personnel files: they did not withdraw from a programme. */
function reportInactive(rows: readonly Row[], table: Table, columns: Columns, asking: StatusQuestion): Problem[] {
  if (!columns.of.has('status')) return [];
  const cell = makeCellReader(columns, 'status');
  const found = rows.filter(row => isGone(cell(row), asking));
  const [first] = found;
  return first === undefined
    ? []
    : [leftOut(locateCell(table, columns, 'status', first.row), cell(first), found.length)];
}
