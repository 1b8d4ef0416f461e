import type { NamedPerson } from '../domain/decisions.ts';
import { restoreFormula } from '../domain/formula.ts';
import { makeBlankNote } from '../domain/noted-pairs.ts';
import type { PairNote, PastTandem } from '../domain/policy.ts';
import {
  continuedWithout,
  isError,
  type Location,
  type Parsed,
  type Problem,
  partlyUndated,
  undated,
} from '../domain/problems.ts';
import type { Side } from '../domain/roster.ts';
import type { OwnNames } from './columns/column-claims.ts';
import { findColumns, locateCell, reportMissingColumn } from './columns/find-columns.ts';
import { EARLIER_COLUMNS } from './columns/limit-and-pair-columns.ts';
import { readRows } from './columns/rows.ts';
import { listPastTandems } from './past-tandems.ts';
import { reportStrangers } from './people/earlier-strangers.ts';
import type { FoundPeople, KnownPeople, KnownPerson } from './people/people-index.ts';
import { findByCells, makeNamingCells, type NamingCells } from './people/row-cells-naming-a-person.ts';
import type { Table } from './table/table.ts';
import { type NextRound, parseAnyText, parseDay, parseNextRound, parseTandemStatus } from './values/cells.ts';
import { addMonths, readDay } from './values/days.ts';

/** Until when an earlier tandem may not be repeated. */
export interface Repeat {
  readonly start: string;
  readonly afterMonths: number | null;
}

/**
 * What a row of the history says of a pair of this roster; of people who take part on both sides it may speak of two.
 */
export interface HistoryNote {
  readonly file: string;
  readonly pair: PairNote;
  /** YYYY-MM-DD; '' where the row does not say. */
  readonly date: string;
  /** Whether the months have passed after which the tandem may be repeated. */
  readonly isOver: boolean;
  readonly next: NextRound;
}

/** A file of the history as read by itself. */
export interface ReadHistory {
  readonly notes: readonly HistoryNote[];
  readonly tandems: readonly PastTandem[];
}

/**
 * Reads earlier tandems, whichever way round: such pairs may not meet again, or not before some months have passed.
 * What the rows of all files come to is settled in settled-history.ts.
 */
export function readHistory(
  table: Table,
  people: KnownPeople,
  { start, afterMonths }: Repeat,
  own: OwnNames,
): Parsed<ReadHistory> {
  const { rows, ...read } = readEarlier(table, people, own, {
    counts: afterMonths === null ? 'next' : 'date',
    isDecided: (_, next) => next === 'continue',
  });
  const notes = rows.flatMap(({ row, mentor, mentee, date: written, next }) => {
    const date = readDay(written) ?? '';
    const isOver = afterMonths !== null && date !== '' && addMonths(date, afterMonths) <= start;
    const isRepeating = next === 'continue';
    const list = [
      { pair: pairOf(mentor, mentee, row), next },
      // Who continues does so in the same roles.
      { pair: pairOf(mentee, mentor, row), next: isRepeating ? ('' as const) : next },
    ];
    return list.flatMap(({ pair, next }) => (pair === null ? [] : [{ file: table.file, pair, date, isOver, next }]));
  });
  const problems = [
    ...read.problems,
    ...reportStrangers(rows, table.file, read.locate, people.unread),
    ...reportEnding(rows, table.file, people),
  ];
  const told =
    afterMonths === null || hasOthers(problems) ? problems : [...problems, ...reportUndatedRows(table.file, rows)];
  return { value: { notes, tandems: listPastTandems(rows) }, problems: told };
}

/** Whether more is told than that somebody cannot continue. */
function hasOthers(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code !== 'W221');
}

/** Tells of tandems that were to continue, and cannot because somebody takes no part any more. */
function reportEnding(rows: readonly Earlier[], file: string, { unread }: KnownPeople): Problem[] {
  return rows.flatMap(({ row, mentor, mentee, next, called }) => {
    if (next !== 'continue' || called === null || unread.mentor.some || unread.mentee.some) return [];
    const absent = SIDES.find(side => isAbsent(side, { mentor, mentee }[side]));
    if (absent === undefined) return [];
    const [one, other] = [describeNamed(called.mentor), describeNamed(called.mentee)];
    const location = { file, row, column: 'next_round', value: 'continue' };
    return [continuedWithout(location, [one, other], absent)];
  });
}

/** Whether somebody is not in the sheets, or takes no part on a side; who is not clearly somebody is told as such. */
function isAbsent(side: Side, found: FoundPeople): boolean {
  return found.kind === 'nobody' || (found.kind === 'person' && indexOn(side, found.person) === undefined);
}

function describeNamed({ id, name, email }: NamedPerson): string {
  return name || email || id;
}

/** Tells of tandems that are never repeated for want of a date; those that continue need none. */
function reportUndatedRows(file: string, rows: readonly Earlier[]): Problem[] {
  const undatedOnes = rows.filter(({ date, next }) => date === '' && next !== 'continue');
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
  readonly next: NextRound;
  readonly remark: string;
  /** Who the cells say the two were, for those who are not in the sheets. */
  readonly texts: Readonly<Record<Side, string>>;
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

/** What comes next is asked of the history alone. */
function parseNothing(): NextRound {
  return '';
}

/** A cell that nothing hangs on is never wrong: the day in a previous run, the status of what has been. */
const CELLS = {
  neither: { ...NAMES, date: parseAnyText, status: parseAnyText, note: parseAnyText, next_round: parseNothing },
  next: { ...NAMES, date: parseAnyText, status: parseAnyText, note: parseAnyText, next_round: parseNextRound },
  date: { ...NAMES, date: parseDay, status: parseAnyText, note: parseAnyText, next_round: parseNextRound },
  status: { ...NAMES, date: parseAnyText, status: parseTandemStatus, note: parseAnyText, next_round: parseNothing },
};

/** How such a list is read. */
export interface EarlierReading {
  /** Which of the columns besides the names are read. */
  readonly counts: keyof typeof CELLS;
  /** Of which rows, by their status and what comes next, the names in the cells are asked for. */
  readonly isDecided?: (status: string, next: NextRound) => boolean;
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
    const { date, status, note, next_round: next } = value;
    if (!isMeant(status, note)) return NO_ROW;
    const mentor = findByCells(gatherNamingCells(value, 'mentor'), directory);
    const mentee = findByCells(gatherNamingCells(value, 'mentee'), directory);
    const called = isDecided(status, next)
      ? { mentor: readNamedPerson(value, 'mentor'), mentee: readNamedPerson(value, 'mentee') }
      : null;
    const texts = { mentor: pickNamingText(value, 'mentor'), mentee: pickNamingText(value, 'mentee') };
    return [{ row, mentor, mentee, date, status, next, remark: restoreFormula(note), texts, called }];
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

function pickNamingText(cells: EarlierCells, side: Side): string {
  return restoreFormula(cells[`${side}_email`] || cells[`${side}_id`] || cells[side] || cells[`${side}_name`]);
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
