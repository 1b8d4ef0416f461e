import type { Parsed } from '../../domain/problems.ts';
import { assignColumns } from '../columns/assigned-columns.ts';
import type { OwnNames } from '../columns/column-claims.ts';
import type { Reading } from '../config/sheet-reading.ts';
import type { Table } from '../table/table.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import type { NothingWords } from '../values/nothing.ts';
import { detectStatusQuestion } from '../values/statuses.ts';
import { applyMeanings } from './apply-word-settings.ts';
import { buildOwnKind, type CellKind, findKind, OTHER_KINDS } from './cell-kinds.ts';

/**
 * A sheet of people as it is meant (see apply-word-settings.ts): with a column for each default whose column is not
 * there, and without words for nothing. Columns of the user's own that no rule uses stay as they are.
 */
export function readMeantPeople(table: Table, wanted: readonly string[], reading: Reading): Parsed<Table> {
  const whole = addDefaults(table, wanted, reading);
  const columns = nameColumns(whole, wanted, reading);
  const kinds = new Map<number, CellKind>();
  for (const [index, { column, isOurs }] of columns.entries()) {
    const kind = findColumnKind(column, isOurs, whole.header[index]!, reading);
    if (kind !== null) kinds.set(index, kind);
  }
  return applyMeanings(whole, kinds, reading.nothing);
}

/** The same of a list of limits or pairs: cells that name people are left as they are. */
export function readMeantList(
  table: Table,
  wanted: readonly string[],
  own: OwnNames,
  words: NothingWords,
): Parsed<Table> {
  const { value: assigned } = assignColumns(table, wanted, own);
  const kinds = assigned.flatMap((column, index) => {
    const kind = column === null ? undefined : OTHER_KINDS[column];
    return kind === undefined ? [] : [[index, kind] as const];
  });
  return applyMeanings(table, new Map(kinds), words);
}

function findColumnKind(column: string, isOurs: boolean, header: string, reading: Reading): CellKind | null {
  if (isOurs) return findKind(column, reading, detectStatusQuestion(header));
  const rules = reading.ruled.get(column);
  return rules === undefined ? null : buildOwnKind(column, rules, reading);
}

interface NamedColumn {
  /** Our column, or the key of one of the user's own. */
  readonly column: string;
  readonly isOurs: boolean;
}

/**
 * What each header is called by. Of the user's own that are called alike, the second has #2 behind, as rules name it.
 */
function nameColumns(table: Table, wanted: readonly string[], { columns }: Reading): NamedColumn[] {
  const { value: assigned } = assignColumns(table, wanted, columns);
  const counts = new Map<string, number>();
  return table.header.map((header, index) => {
    const ours = assigned[index] ?? null;
    if (ours !== null) return { column: ours, isOurs: true };
    const key = makeHeaderKey(header);
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { column: nth === 1 ? key : `${key}#${nth}`, isOurs: false };
  });
}

/** The table with a column for each default whose column it lacks. */
function addDefaults(table: Table, wanted: readonly string[], reading: Reading): Table {
  const here = new Set(nameColumns(table, wanted, reading).map(({ column }) => column));
  const absent = Object.keys(reading.defaults).filter(
    column => !here.has(column) && (wanted.includes(column) || reading.ruled.has(column)),
  );
  if (absent.length === 0) return table;
  const width = table.header.length;
  const given = new Map(table.given);
  for (const [index, column] of absent.entries()) given.set(width + index, wanted.includes(column) ? column : null);
  const empty = absent.map(() => '');
  const rows = table.rows.map(({ row, cells }) => ({ row, cells: [...cells, ...empty] }));
  return { ...table, header: [...table.header, ...absent], rows, given };
}
