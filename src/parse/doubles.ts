import { doubleEmail, doubleId, nearDuplicate, type Problem } from '../domain/problems.ts';
import { fold } from '../domain/text.ts';
import { isAddress } from './cells.ts';
import { type Columns, cellOf, placeOf } from './header.ts';
import { bare, expandUmlauts } from './keys.ts';
import { remembered } from './memo.ts';
import { nameOf } from './names.ts';
import type { Row } from './raw.ts';
import type { Table } from './table.ts';

/**
 * Rows about somebody who stands in an earlier row: by address or id, which are errors, and by name, which may be chance.
 * @param rows those of the table that are whole.
 */
export function doubles(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const addresses = repeatedAddresses(rows, table, columns);
  const ids = repeatedIds(rows, table, columns, addresses);
  const told = new Set([...addresses, ...ids].map(({ row }) => row));
  return [...ids, ...addresses, ...likeNames(rows, table, columns, told)];
}

/** The rows that have as many cells as the header: in others it is not certain which cell belongs where. */
export function whole(table: Table): Table['rows'] {
  return table.rows.filter(({ cells }) => cells.length === table.header.length);
}

/** Addresses, without regard to case, that stand in an earlier row. "anonymous" is none, however often it stands there. */
function repeatedAddresses(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const problems: Problem[] = [];
  eachRepeated(rows, cellOf(columns, 'email'), (row, value, earlier) => {
    if (isAddress(value)) problems.push(doubleEmail(placeOf(table, columns, 'email', row.row), value, earlier));
  });
  return problems;
}

/** The same for ids. The address that serves where there is none may be the id of somebody else. */
function repeatedIds(rows: readonly Row[], table: Table, columns: Columns, addresses: readonly Problem[]): Problem[] {
  if (!columns.of.has('id')) return [];
  const [id, email] = [cellOf(columns, 'id'), cellOf(columns, 'email')];
  const told = new Set(addresses.map(({ row }) => row));
  const problems: Problem[] = [];
  const idOf = (row: Row) => id(row) || (told.has(row.row) ? '' : email(row));
  eachRepeated(rows, idOf, (row, value, earlier) => {
    problems.push(doubleId(placeOf(table, columns, id(row) === '' ? 'email' : 'id', row.row), value, earlier));
  });
  return problems;
}

/** Calls `tell` for rows with a value, without regard to case, that stands in an earlier one. */
function eachRepeated(
  rows: readonly Row[],
  valueIn: (row: Row) => string,
  tell: (row: Row, value: string, earlier: number) => void,
): void {
  const filled = rows.filter(row => valueIn(row) !== '');
  const keys = filled.map(row => fold(valueIn(row)));
  if (new Set(keys).size === keys.length) return;
  const first = new Map<string, number>();
  for (const [index, row] of filled.entries()) {
    const earlier = first.get(keys[index]!);
    if (earlier === undefined) first.set(keys[index]!, row.row);
    else tell(row, valueIn(row), earlier);
  }
}

/**
 * People whose names differ in case, accents and umlauts alone (Müller, Mueller), or in nothing and who share department and
 * country. Personnel numbers tell people of one name apart, but not two spellings of it. @param told rows told already.
 */
function likeNames(rows: readonly Row[], table: Table, columns: Columns, told: ReadonlySet<number | null>): Problem[] {
  const first = new Map<string, number>();
  const keysOfName = likeKeys();
  const isLike = likenessIn(columns);
  const column = columns.of.has('name') ? 'name' : 'last_name';
  const names = namesIn(rows, columns);
  const problems: Problem[] = [];
  for (const [index, name] of names.entries()) {
    if (name === '') continue;
    let other: number | undefined;
    for (const key of keysOfName(name)) {
      const found = first.get(key);
      if (found === undefined) first.set(key, index);
      else other ??= found;
    }
    const row = rows[index]!;
    if (other === undefined || told.has(row.row)) continue;
    const otherRow = rows[other]!;
    if (names[other] === name && !isLike(row, otherRow)) continue;
    problems.push(nearDuplicate(placeOf(table, columns, column, row.row), name, names[other]!, otherRow.row));
  }
  return problems;
}

function namesIn(rows: readonly Row[], columns: Columns): string[] {
  const [whole, first, last] = [cellOf(columns, 'name'), cellOf(columns, 'first_name'), cellOf(columns, 'last_name')];
  return rows.map(row => nameOf(whole(row), first(row), last(row)));
}

/** Finds the keys of which two spellings of one name share one. Names are many, but their words repeat. */
function likeKeys(): (name: string) => string[] {
  const plainOf = remembered(word => bare(word).replace(/ø/gu, 'o'));
  const expandedOf = remembered(word => bare(expandUmlauts(word)).replace(/ø/gu, 'o'));
  return name => {
    const folded = name.toLowerCase();
    if (/^[ -~]*$/u.test(folded)) return [folded];
    const words = folded.split(' ');
    const plain = words.map(plainOf).join(' ');
    return /[äöü]/u.test(folded) ? [plain, words.map(expandedOf).join(' ')] : [plain];
  };
}

function likenessIn(columns: Columns): (one: Row, other: Row) => boolean {
  const id = cellOf(columns, 'id');
  const shared = ['department', 'country'].map(column => cellOf(columns, column));
  return (one, other) => {
    if (id(one) !== '' && id(other) !== '') return false;
    return shared.every(cell => fold(cell(one)) === fold(cell(other)));
  };
}
