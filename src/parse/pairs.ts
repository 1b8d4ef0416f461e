import type { PairNote } from '../domain/policy.ts';
import {
  doublePair,
  emptyCell,
  isError,
  lockedAndBanned,
  lockedAway,
  type Parsed,
  type Place,
  type Problem,
  unknownPerson,
} from '../domain/problems.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { type Action, action, anyText, requiredText, thousandths } from './cells.ts';
import { Finder, NOBODY, WITHDRAWN } from './finder.ts';
import { columnsOf, missing, placeOf } from './header.ts';
import { blankNote } from './notes.ts';
import { readRows } from './rows.ts';
import type { Table } from './table.ts';
import type { Unread } from './unread.ts';

export const PAIR_COLUMNS = ['mentor', 'mentee', 'action', 'points', 'reason'] as const;

/** One row, its people found in the roster. */
interface Statement {
  readonly row: number;
  readonly mentor: number;
  readonly mentee: number;
  readonly action: Action;
  readonly points: number;
  readonly reason: string;
}

const CELLS = { mentor: requiredText, mentee: requiredText, action, reason: anyText };

/**
 * Reads pairs.csv into one note a pair. People are named by id or address; a row with points needs no action. The reason of
 * a lock is noted as an override; whether there is anything to override, and whether it may be, is settled in pair/checks.ts.
 * @param unread who is in the sheets but could not be read.
 */
export function readPairs(table: Table, roster: Roster, unread: Unread): Parsed<PairNote[]> {
  const { value: columns, problems: doubled } = columnsOf(table, PAIR_COLUMNS, null);
  const needed = ['mentor', 'mentee', ...(columns.of.has('points') ? [] : ['action'])];
  const absent = needed.filter(column => !columns.of.has(column));
  if (absent.length > 0) {
    return {
      value: [],
      problems: [...doubled.filter(isError), ...absent.map(column => missing(table, column, columns))],
    };
  }
  const find = findersOf(roster, unread);
  const cells = { ...CELLS, points: thousandths(table.delimiter) };
  const { value: read, problems: unreadable } = readRows(table, columns, cells, ({ row, value }) =>
    statementOf(value, row, find, column => placeOf(table, columns, column, row)),
  );
  const statements = read.flatMap(({ value }) => value ?? []);
  const notes = notesOf(statements, table.file);
  const problems = [...doubled, ...unreadable, ...read.flatMap(({ problems }) => problems), ...notes.problems];
  return { value: notes.value, problems };
}

function findersOf({ mentors, mentees, withdrawn }: Roster, unread: Unread): Readonly<Record<Side, Finder>> {
  const gone = (side: Side) => withdrawn.flatMap(one => (one.side === side ? [one.person] : []));
  return {
    mentor: new Finder(mentors, gone('mentor'), unread.mentor),
    mentee: new Finder(mentees, gone('mentee'), unread.mentee),
  };
}

interface Written {
  readonly mentor: string;
  readonly mentee: string;
  readonly action: Action | '';
  readonly points: number | null;
  readonly reason: string;
}

function statementOf(
  written: Written,
  row: number,
  find: Readonly<Record<Side, Finder>>,
  place: (column: string) => Place,
): Parsed<Statement | null> {
  const pair = { mentor: find.mentor.index(written.mentor), mentee: find.mentee.index(written.mentee) };
  const action = written.action || (written.points === null ? null : 'score');
  const problems = [
    ...SIDES.filter(side => pair[side] === NOBODY).map(side =>
      unknownPerson(place(side), written[side], side, find[side].nearest(written[side])),
    ),
    ...SIDES.filter(side => action === 'lock' && pair[side] === WITHDRAWN).map(side =>
      lockedAway(place(side), written[side]),
    ),
    ...(action === null ? [emptyCell(place('action'))] : []),
    ...(action === 'score' && written.points === null ? [emptyCell(place('points'))] : []),
  ];
  if (action === null || problems.length > 0 || pair.mentor < 0 || pair.mentee < 0) return { value: null, problems };
  return {
    value: { row, ...pair, action, points: action === 'score' ? (written.points ?? 0) : 0, reason: written.reason },
    problems,
  };
}

const SIDES = ['mentor', 'mentee'] as const;

function notesOf(statements: readonly Statement[], file: string): Parsed<PairNote[]> {
  const byPair = new Map<string, Map<Action, Statement>>();
  const problems: Problem[] = [];
  for (const statement of statements) {
    const key = `${statement.mentor} ${statement.mentee}`;
    const said = byPair.get(key) ?? new Map<Action, Statement>();
    byPair.set(key, said);
    const place = { file, row: statement.row };
    const earlier = said.get(statement.action);
    const contrary = said.get(statement.action === 'lock' ? 'ban' : 'lock');
    if (earlier !== undefined) problems.push(doublePair(place, statement.action, earlier.row));
    else if (statement.action !== 'score' && contrary !== undefined)
      problems.push(lockedAndBanned(place, contrary.row));
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
    ...blankNote(mentor, mentee, row),
    locked: lock !== undefined,
    override: lock?.reason ?? '',
    banned: said.has('ban'),
    listed: said.has('score'),
    points: said.get('score')?.points ?? 0,
  };
}
