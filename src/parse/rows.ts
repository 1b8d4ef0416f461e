import { z } from 'zod';
import { InternalError } from '../domain/errors.ts';
import type { Parsed, Place, Problem } from '../domain/problems.ts';
import { anyText, type Tell } from './cells.ts';
import { type Columns, placeOf } from './header.ts';
import { remembered } from './memo.ts';
import type { Table } from './table.ts';

/** A row that a schema accepted, and what the table says besides. */
export interface ReadRow<Value> {
  readonly row: number;
  readonly value: Value;
  readonly extra: ReadonlyMap<string, string>;
}

/**
 * Reads the rows of a table with a schema of cells, one for each of our columns (an absent column reads as empty cells), and
 * makes something of each at once: `make` must not keep the value, which is the next row's afterwards.
 * Ragged rows are left out: which cell belongs where is not certain there.
 */
export function readRows<Schema extends z.ZodObject, Made>(
  table: Table,
  columns: Columns,
  schema: Schema,
  make: (read: ReadRow<z.output<Schema>>) => Made,
): Parsed<Made[]> {
  const problems: Problem[] = [];
  const readers = readersOf(schema, columns);
  const extraIn = extraOf(columns);
  const made: Made[] = [];
  // One object for all rows: there may be a hundred thousand, and none is kept.
  const value: Record<string, unknown> = {};
  for (const { row, cells } of table.rows) {
    if (cells.length !== table.header.length) continue;
    const before = problems.length;
    for (const { name, read, index } of readers) {
      const text = cells[index] ?? '';
      const result = read?.(text);
      value[name] = result === undefined ? text : result.data;
      if (result?.error === undefined) continue;
      for (const issue of result.error.issues) problems.push(problemOf(issue, placeOf(table, columns, name, row)));
    }
    // Each cell is what its schema in the object makes of it, so that together they are what the object would make.
    if (problems.length === before) made.push(make({ row, value: value as z.output<Schema>, extra: extraIn(cells) }));
  }
  return { value: made, problems };
}

/** A reader for each column of a schema, in its order, which asks about each text once; none where any text is right. */
function readersOf(schema: z.ZodObject, { of }: Columns) {
  return Object.entries(schema.shape).map(([name, cell]) => {
    const index = of.get(name) ?? -1;
    const read = (text: string) => z.safeParse(cell, text);
    if (cell === anyText) return { name, index, read: null };
    return { name, index, read: index < 0 ? always(read('')) : remembered(read) };
  });
}

function always<Value>(value: Value): () => Value {
  return () => value;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function extraOf({ extra }: Columns): (cells: readonly string[]) => ReadonlyMap<string, string> {
  if (extra.size === 0) return () => NOTHING;
  const entries = [...extra];
  return cells => new Map(entries.map(([key, index]) => [key, cells[index]!]));
}

function problemOf(issue: z.core.$ZodIssue, place: Place): Problem {
  const tell = issue.code === 'custom' ? (issue.params?.['tell'] as Tell | undefined) : undefined;
  if (tell === undefined)
    throw new InternalError(`a cell schema gave no problem for ${place.column}: ${issue.message}`);
  return tell(place);
}
