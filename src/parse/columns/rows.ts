import { MOST } from '../../domain/input-bounds.ts';
import { type Parsed, type Problem, tooManyProblems } from '../../domain/problems.ts';
import { countCells, getCell, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { Table } from '../table/table.ts';
import { makeColumnReader } from '../text/memoised-column.ts';
import { type Cell, parseAnyText, type Tell } from '../values/cells.ts';
import { type Columns, locateCell } from './find-columns.ts';

/** What the cells of a row must be, one for each column of ours. */
export type Schema = Readonly<Record<string, Cell<unknown>>>;

/** What the cells of a row stand for. */
export type Values<Cells extends Schema> = {
  readonly [Name in keyof Cells]: Exclude<ReturnType<Cells[Name]>, Tell>;
};

/** A row whose cells are right. */
export interface ReadRow<Value> {
  readonly row: number;
  readonly value: Value;
  /**
   * The cells of columns that are not ours: put together when they are asked for, since
   * most tables are read without them.
   */
  readonly readExtra: () => ReadonlyMap<string, string>;
}

/**
 * Reads the rows of a table with a schema of cells, one for each of our columns (an absent column reads as empty
 * cells), and makes something of each at once: `make` must not keep what it is given, which is the next row's
 * afterwards. Ragged rows are left out: which cell belongs where is not certain there.
 */
export function readRows<Cells extends Schema, Made>(
  table: Table,
  columns: Columns,
  schema: Cells,
  make: (read: ReadRow<Values<Cells>>) => Made,
): Parsed<Made[]> {
  const problems: Problem[] = [];
  const made: Made[] = [];
  // One object for all rows: there may be a hundred thousand, and none is kept.
  const value: Record<string, unknown> = {};
  const readers = makeReaders(schema, columns, value);
  const readExtraOf = makeExtraReader(columns);
  let current: Row = { row: 0, cells: [] };
  const readExtra = () => readExtraOf(current);
  for (const one of table.rows) {
    if (countCells(one) !== table.header.length) continue;
    const { row } = one;
    const before = problems.length;
    if (before >= MOST.problems) {
      problems.push(tooManyProblems(table.file, row));
      break;
    }
    for (let at = 0; at < readers.length; at++) {
      const { name, read } = readers[at]!;
      const found = read(one);
      if (isTell(found)) problems.push(found(locateCell(table, columns, name, row)));
      else value[name] = found;
    }
    if (problems.length === before) {
      current = one;
      made.push(make({ row, value: value as Values<Cells>, readExtra }));
    }
  }
  return { value: made, problems };
}

interface ColumnReader {
  readonly name: string;
  readonly read: (row: Row) => unknown;
}

/**
 * A reader for each column that is there, in the order of the schema, which asks about each text once. What an absent
 * column reads as is put into `value` for all rows, unless it is wrong in each.
 */
function makeReaders(schema: Schema, { of }: Columns, value: Record<string, unknown>): ColumnReader[] {
  return Object.entries(schema).flatMap(([name, cell]) => {
    const index = of.get(name) ?? -1;
    const empty = cell('');
    value[name] = empty;
    if (index < 0) return isTell(empty) ? [{ name, read: () => empty }] : [];
    return [{ name, read: cell === parseAnyText ? row => getCell(row, index) ?? '' : makeColumnReader(index, cell) }];
  });
}

/** No cell stands for a function. */
function isTell(found: unknown): found is Tell {
  return typeof found === 'function';
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function makeExtraReader({ extra }: Columns): (row: Row) => ReadonlyMap<string, string> {
  if (extra.size === 0) return () => NOTHING;
  const entries = [...extra];
  return row => new Map(entries.map(([key, index]) => [key, getCell(row, index)!]));
}
