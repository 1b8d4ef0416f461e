import { isError, type Location, type Parsed } from '../domain/problems.ts';
import type { Roster } from '../domain/roster.ts';
import { compareText, fold } from '../domain/text.ts';
import { takesPart } from '../domain/unmatched-reasons.ts';
import { findColumns, locateCell, reportMissingColumn } from './columns/find-columns.ts';
import { UNMATCHED_COLUMNS } from './columns/limit-and-pair-columns.ts';
import { readRows } from './columns/rows.ts';
import { reportStrangers } from './people/earlier-strangers.ts';
import type { FoundPeople, KnownPeople } from './people/people-index.ts';
import { findByCells, makeNamingCells } from './people/row-cells-naming-a-person.ts';
import type { Table } from './table/table.ts';
import { parseAnyText, parseSide } from './values/cells.ts';

/** Whom an earlier run left waiting. */
export interface Waiting {
  /** The ids of those who take part as mentees now, in code-unit order. */
  readonly ids: readonly string[];
  /** How many others there were. */
  readonly gone: number;
}

const CELLS = { role: parseSide, id: parseAnyText, name: parseAnyText, email: parseAnyText, reason: parseAnyText };

/** Columns without which nobody knows who waited, or whether. */
const NEEDED = ['role', 'reason'] as const;

/** Reads the unmatched.csv of an earlier run: the mentees who had no tandem in it although they took part. */
export function readWaiting(table: Table, { directory, unread }: KnownPeople): Parsed<Waiting> {
  const { value: columns, problems: doubled } = findColumns(table, UNMATCHED_COLUMNS, {});
  const naming = (['id', 'email', 'name'] as const).filter(name => columns.of.has(name));
  const absent = [...NEEDED.filter(name => !columns.of.has(name)), ...(naming.length === 0 ? (['id'] as const) : [])];
  const errors = [...doubled.filter(isError), ...absent.map(name => reportMissingColumn(table, name, columns))];
  if (errors.length > 0) return { value: NOBODY, problems: errors };
  const read = readRows(table, columns, CELLS, ({ row, value: { role, id, name, email, reason } }) => {
    // Who took their name back did not wait.
    const isWaiting = role === 'mentee' && takesPart(fold(reason));
    return isWaiting ? [{ row, mentee: findByCells(makeNamingCells([email, id], name), directory) }] : [];
  });
  const rows = read.value.flat().map(one => ({ ...one, mentor: UNNAMED }));
  const locate = (_: unknown, row: number): Location => locateCell(table, columns, naming[0]!, row);
  const found = rows.map(({ mentee }) => findMenteeId(mentee));
  const ids = [...new Set(found.flatMap(id => id ?? []))].sort(compareText);
  return {
    value: { ids, gone: found.filter(id => id === null).length },
    problems: [...doubled, ...read.problems, ...reportStrangers(rows, table.file, locate, unread)],
  };
}

const NOBODY: Waiting = { ids: [], gone: 0 };

/** Rows name a mentee alone. */
const UNNAMED: FoundPeople = { kind: 'nobody' };

function findMenteeId(found: FoundPeople): string | null {
  if (found.kind !== 'person') return null;
  return found.person.find(({ side, index }) => side === 'mentee' && index >= 0)?.person.id ?? null;
}

/** The people with a priority one higher for mentees with these ids. */
export function raisePriorities(roster: Roster, ids: readonly string[]): Roster {
  if (ids.length === 0) return roster;
  const waiting = new Set(ids);
  const mentees = roster.mentees.map(person =>
    waiting.has(person.id) ? { ...person, priority: person.priority + 1 } : person,
  );
  return { ...roster, mentees };
}
