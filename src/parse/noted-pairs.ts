import { makeBlankNote } from '../domain/noted-pairs.ts';
import type { PairNote } from '../domain/policy.ts';
import {
  contraryPersonOfPair,
  doublePair,
  emptyCell,
  isError,
  type Location,
  lockedAndBanned,
  lockedAway,
  lockOfLeft,
  notOfSide,
  type Parsed,
  type Problem,
  severalPeopleOfPair,
  unknownPerson,
} from '../domain/problems.ts';
import type { Side } from '../domain/roster.ts';
import type { OwnNames } from './columns/column-claims.ts';
import { findColumns, locateCell, reportMissingColumn } from './columns/find-columns.ts';
import { PAIR_COLUMNS } from './columns/limit-and-pair-columns.ts';
import { readRows } from './columns/rows.ts';
import { formatPerson, type KnownPeople } from './people/people-index.ts';
import { findOnSide, type OnSide } from './people/person-on-side.ts';
import type { Table } from './table/table.ts';
import { type Action, makePointsParser, parseAction, parseAnyText, parseRequiredText } from './values/cells.ts';

/** One row, its people found in the roster. */
interface Statement {
  readonly row: number;
  readonly mentor: number;
  readonly mentee: number;
  readonly action: Action;
  readonly points: number;
  readonly reason: string;
}

const CELLS = { mentor: parseRequiredText, mentee: parseRequiredText, action: parseAction, reason: parseAnyText };

/**
 * Reads pairs.csv into one note a pair. A row with points needs no action. The reason of a lock is noted as an
 * override; whether there is anything to override, and whether it may be, is settled in pair/cross-input-checks.ts.
 */
export function readPairs(table: Table, people: KnownPeople, own: OwnNames): Parsed<PairNote[]> {
  const { value: columns, problems: doubled } = findColumns(table, PAIR_COLUMNS, own);
  const needed = ['mentor', 'mentee', ...(columns.of.has('points') ? [] : ['action'])];
  const absent = needed.filter(column => !columns.of.has(column));
  if (absent.length > 0) {
    return {
      value: [],
      problems: [...doubled.filter(isError), ...absent.map(column => reportMissingColumn(table, column, columns))],
    };
  }
  const find = (cell: string, side: Side) => findOnSide(cell, side, people);
  const cells = { ...CELLS, points: makePointsParser(table.delimiter) };
  const { value: read, problems: unreadable } = readRows(table, columns, cells, ({ row, value }) =>
    readStatement(value, row, find, column => locateCell(table, columns, column, row)),
  );
  const statements = read.flatMap(({ value }) => value ?? []);
  const notes = mergeStatements(statements, table.file);
  const problems = [...doubled, ...unreadable, ...read.flatMap(({ problems }) => problems), ...notes.problems];
  return { value: notes.value, problems };
}

interface WrittenPair {
  readonly mentor: string;
  readonly mentee: string;
  readonly action: Action | '';
  readonly points: number | null;
  readonly reason: string;
}

function readStatement(
  written: WrittenPair,
  row: number,
  find: (cell: string, side: Side) => OnSide,
  locate: (column: string) => Location,
): Parsed<Statement | null> {
  const [mentor, mentee] = [find(written.mentor, 'mentor'), find(written.mentee, 'mentee')];
  const action = written.action || (written.points === null ? null : 'score');
  const problems = [
    ...checkPersonOfPair(mentor, locate('mentor'), written.mentor, 'mentor', action),
    ...checkPersonOfPair(mentee, locate('mentee'), written.mentee, 'mentee', action),
    ...(action === null ? [emptyCell(locate('action'))] : []),
    ...(action === 'score' && written.points === null ? [emptyCell(locate('points'))] : []),
  ];
  if (action === null || problems.length > 0 || mentor.kind !== 'index' || mentee.kind !== 'index') {
    return { value: null, problems };
  }
  const points = action === 'score' ? (written.points ?? 0) : 0;
  const pair = { mentor: mentor.index, mentee: mentee.index };
  return { value: { row, ...pair, action, points, reason: written.reason }, problems };
}

/** What is wrong with how a row names somebody of a side. Who withdrew can be banned, but not locked. */
function checkPersonOfPair(
  found: OnSide,
  location: Location,
  cell: string,
  side: Side,
  action: Action | null,
): readonly Problem[] {
  switch (found.kind) {
    case 'index':
    case 'unread':
      return [];
    case 'withdrawn':
      if (action !== 'lock') return [];
      return [found.left ? lockOfLeft(location, cell) : lockedAway(location, cell)];
    case 'other-side':
      return [notOfSide(location, cell, side)];
    case 'several':
      return [severalPeopleOfPair(location, cell, found.people.map(formatPerson))];
    case 'contrary':
      return [contraryPersonOfPair(location, cell, found.people.map(formatPerson))];
    case 'near':
      return [unknownPerson(location, cell, side, found.people.map(formatPerson))];
    case 'nobody':
      return [unknownPerson(location, cell, side, [])];
  }
}

function mergeStatements(statements: readonly Statement[], file: string): Parsed<PairNote[]> {
  const byPair = new Map<string, Map<Action, Statement>>();
  const problems: Problem[] = [];
  for (const statement of statements) {
    const key = `${statement.mentor} ${statement.mentee}`;
    const said = byPair.get(key) ?? new Map<Action, Statement>();
    byPair.set(key, said);
    const location = { file, row: statement.row };
    const earlier = said.get(statement.action);
    const contrary = said.get(statement.action === 'lock' ? 'ban' : 'lock');
    if (earlier !== undefined) problems.push(doublePair(location, statement.action, earlier.row));
    else if (statement.action !== 'score' && contrary !== undefined)
      problems.push(lockedAndBanned(location, contrary.row));
    else said.set(statement.action, statement);
  }
  const notes = [...byPair.values()].map(noteOf);
  return { value: notes.sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee), problems };
}

function noteOf(said: ReadonlyMap<Action, Statement>): PairNote {
  const [first] = said.values();
  const lock = said.get('lock');
  const { mentor, mentee, row } = lock ?? first!;
  return {
    ...makeBlankNote(mentor, mentee, row),
    locked: lock !== undefined,
    override: lock?.reason ?? '',
    reason: lock?.reason ?? '',
    banned: said.has('ban'),
    listed: said.has('score'),
    points: said.get('score')?.points ?? 0,
  };
}
