import type { z } from 'zod';
import { InternalError } from '../domain/errors.ts';
import type { Parsed, Problem } from '../domain/problems.ts';
import type { Tell } from './cells.ts';
import { type Columns, placeOf } from './header.ts';
import type { Table } from './table.ts';

/** A row that a schema accepted, and what the table says besides. */
export interface ReadRow<Value> {
  readonly row: number;
  readonly value: Value;
  readonly extra: ReadonlyMap<string, string>;
}

/**
 * Reads the rows of a table with a schema of cells, one for each of our columns (an absent column reads as empty cells).
 * Ragged rows are left out: which cell belongs where is not certain there.
 */
export function readRows<Schema extends z.ZodObject>(
  table: Table,
  columns: Columns,
  schema: Schema,
): Parsed<ReadRow<z.output<Schema>>[]> {
  const { of, extra } = columns;
  const problems: Problem[] = [];
  const names = Object.keys(schema.shape);
  const value = table.rows.flatMap(({ row, cells }) => {
    if (cells.length !== table.header.length) return [];
    const cellOf = (index: number | undefined) => (index === undefined ? '' : cells[index]!);
    const result = schema.safeParse(Object.fromEntries(names.map(name => [name, cellOf(of.get(name))])));
    if (!result.success) {
      problems.push(...result.error.issues.map(issue => problemOf(issue, table, row, columns)));
      return [];
    }
    return [{ row, value: result.data, extra: new Map([...extra].map(([key, index]) => [key, cellOf(index)])) }];
  });
  return { value, problems };
}

function problemOf(issue: z.core.$ZodIssue, table: Table, row: number, columns: Columns): Problem {
  const name = String(issue.path[0]);
  const tell = issue.code === 'custom' ? (issue.params?.['tell'] as Tell | undefined) : undefined;
  if (tell === undefined) throw new InternalError(`a cell schema gave no problem for ${name}: ${issue.message}`);
  return tell(placeOf(table, columns, name, row));
}
