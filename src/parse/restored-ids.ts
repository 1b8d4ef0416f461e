import { restoreFormula } from '../domain/formula.ts';
import { clean } from '../domain/text.ts';
import type { Table } from './table/table.ts';

/** A table whose ids are those of the sheets, and how many of them had lost zeros. */
export interface RestoredTable {
  readonly table: Table;
  readonly zeros: number;
}

interface CalledPerson {
  readonly id: string;
  readonly name: string;
}

/**
 * Gives ids the zeros back that a spreadsheet program took from them: where a number is that of one person alone whose
 * name is in the row. An id that is somebody's stays as it is, whoever's name is beside it.
 */
export function restoreIds(table: Table, people: readonly CalledPerson[]): RestoredTable {
  const findLost = makeIdFinder(people);
  if (findLost === null) return { table, zeros: 0 };
  const columns = table.header.flatMap((header, idAt) => {
    const nameAt = ID.test(header) ? table.header.indexOf(header.replace(/id$/u, 'name')) : -1;
    return nameAt < 0 ? [] : [{ idAt, nameAt }];
  });
  let zeros = 0;
  const rows = table.rows.map(row => {
    const cells = [...row.cells];
    for (const { idAt, nameAt } of columns) {
      const id = findLost(cells[idAt] ?? '', restoreFormula(cells[nameAt] ?? ''));
      if (id === null) continue;
      cells[idAt] = id;
      zeros++;
    }
    return { row: row.row, cells };
  });
  return { table: { ...table, rows }, zeros };
}

const ID = /^(?:mentor_|mentee_)?id$/u;

type LostId = (cell: string, name: string) => string | null;

/** Finds the id that a number has lost its zeros of; null where no id begins with one. */
function makeIdFinder(people: readonly CalledPerson[]): LostId | null {
  const known = new Set(people.map(({ id }) => id));
  const byNumber = new Map<string, Set<string>>();
  for (const { id, name } of people) {
    if (!/^0\d/u.test(id)) continue;
    const key = keyNumber(id, clean(name));
    byNumber.set(key, (byNumber.get(key) ?? new Set()).add(id));
  }
  if (byNumber.size === 0) return null;
  return (cell, name) => {
    if (known.has(cell) || !NUMBER.test(cell)) return null;
    const [id = null, ...others] = byNumber.get(keyNumber(cell, name)) ?? [];
    return others.length > 0 ? null : id;
  };
}

/** A number as spreadsheet programs leave it. */
const NUMBER = /^\d{1,40}(?:[.,]0{1,9})?$/u;

function keyNumber(id: string, name: string): string {
  return JSON.stringify([id.replace(/^0+|[.,]0+$/gu, ''), name]);
}
