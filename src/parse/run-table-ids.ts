import { type EarlierTandem, orderEarlier, pickIds, type TandemIds } from '../domain/decisions.ts';
import { restoreFormula } from '../domain/formula.ts';
import type { TableFault } from '../domain/refutation.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { CHANGED } from '../domain/run-files.ts';
import type { ChangeKind } from '../domain/tandem-changes.ts';
import { fold } from '../domain/text.ts';
import { recogniseEarlierPerson } from './people/earlier-person.ts';
import { Directory } from './people/people-index.ts';
import { makeScoreReader, parsePoints } from './points-of-earlier-run.ts';
import { readRunTable } from './run-tables.ts';
import type { Table } from './table/table.ts';

/** The tandems in a run's tandems.csv as it is found, by who is in today's sheets; or what is wrong with the file. */
export function readRunEarlier(bytes: Uint8Array, roster: Roster): readonly EarlierTandem[] | TableFault {
  const table = readRunTable('tandems.csv', bytes);
  if ('kind' in table) return table;
  if (!hasPairs(table)) return { kind: 'column-missing', columns: PAIR_COLUMNS };
  const getCell = makeCellReader(table);
  const readScore = makeScoreReader(table);
  const directory = new Directory(roster);
  return orderEarlier(
    table.rows.map(({ row, cells }) => {
      const { mentor, mentee } = readPair(cells, getCell);
      return {
        mentor: recogniseEarlierPerson(mentor, 'mentor', directory),
        mentee: recogniseEarlierPerson(mentee, 'mentee', directory),
        status: fold(getCell(cells, 'status')) || 'draft',
        score: readScore(row),
      };
    }),
  );
}

/** What a run's changes.csv is about. */
export interface ReadChanges {
  /** The earlier tandems. */
  readonly earlier: readonly EarlierTandem[];
  /** The run's own, and those of them that were approved. */
  readonly now: readonly TandemIds[];
}

/** Reads changes.csv back; null where it cannot be read as one. */
export function readRunChanges(bytes: Uint8Array): ReadChanges | null {
  const table = readRunTable(CHANGED, bytes);
  if ('kind' in table || !hasPairs(table)) return null;
  const getCell = makeCellReader(table);
  const rows = table.rows.map(({ cells }) => ({
    ...readPair(cells, getCell),
    change: getCell(cells, 'change'),
    status: getCell(cells, 'status_before'),
    score: parsePoints(getCell(cells, 'score_before')),
  }));
  return {
    earlier: orderEarlier(rows.flatMap(({ change: _, ...row }) => (row.status === '' ? [] : [row]))),
    now: rows.filter(({ change }) => !ENDED.includes(change)).map(pickIds),
  };
}

/** What changes.csv says of tandems that are none any more. */
const ENDED: readonly string[] = ['ended', 'declined'] satisfies readonly ChangeKind[];

type CellReader = (cells: readonly string[], column: string) => string;

function makeCellReader({ header }: Table): CellReader {
  return (cells, column) => restoreFormula(cells[header.indexOf(column)] ?? '');
}

const PAIR_COLUMNS = ['mentor_id', 'mentee_id'];

function hasPairs({ header }: Table): boolean {
  return PAIR_COLUMNS.every(column => header.includes(column));
}

function readPair(cells: readonly string[], getCell: CellReader): Pick<EarlierTandem, Side> {
  const readPerson = (side: Side) => ({
    id: getCell(cells, `${side}_id`),
    name: getCell(cells, `${side}_name`),
    email: getCell(cells, `${side}_email`),
  });
  return { mentor: readPerson('mentor'), mentee: readPerson('mentee') };
}

/**
 * The ids of people in a table of a run as it is found, tandems.csv or unmatched.csv;
 * none where it cannot be read as one.
 */
export function readPersonIds(file: string, bytes: Uint8Array): string[] {
  const table = readRunTable(file, bytes);
  if ('kind' in table) return [];
  const columns = table.header.flatMap((name, at) => (PERSON_IDS.includes(name) ? [at] : []));
  return table.rows.flatMap(({ cells }) => columns.map(at => restoreFormula(cells[at]!)));
}

const PERSON_IDS = ['mentor_id', 'mentee_id', 'id'];
