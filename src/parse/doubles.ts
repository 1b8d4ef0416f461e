import { doubleEmail, doubleId, nearDuplicate, type Problem } from '../domain/problems.ts';
import { fold } from '../domain/text.ts';
import { isAddress } from './cells.ts';
import { type Columns, cellIn, placeOf } from './header.ts';
import { bare, expandUmlauts } from './keys.ts';
import { remembered } from './memo.ts';
import { fullName, readName } from './names.ts';
import type { Row } from './raw.ts';
import type { Table } from './table.ts';

/** Rows about somebody who stands in an earlier row: by address or id, which are errors, and by name, which may be chance. */
export function doubles(table: Table, columns: Columns): Problem[] {
  const rows = whole(table);
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
  eachRepeated(
    rows,
    ({ cells }) => cellIn(columns, 'email', cells),
    (row, value, earlier) => {
      if (isAddress(value)) problems.push(doubleEmail(placeOf(table, columns, 'email', row.row), value, earlier));
    },
  );
  return problems;
}

/** The same for ids. The address that serves where there is none may be the id of somebody else. */
function repeatedIds(rows: readonly Row[], table: Table, columns: Columns, addresses: readonly Problem[]): Problem[] {
  if (!columns.of.has('id')) return [];
  const told = new Set(addresses.map(({ row }) => row));
  const problems: Problem[] = [];
  const idOf = ({ row, cells }: Row) =>
    cellIn(columns, 'id', cells) || (told.has(row) ? '' : cellIn(columns, 'email', cells));
  const columnOf = ({ cells }: Row) => (cellIn(columns, 'id', cells) === '' ? 'email' : 'id');
  eachRepeated(rows, idOf, (row, value, earlier) => {
    problems.push(doubleId(placeOf(table, columns, columnOf(row), row.row), value, earlier));
  });
  return problems;
}

/** Calls `tell` for rows with a value, without regard to case, that stands in an earlier one. */
function eachRepeated(
  rows: readonly Row[],
  valueIn: (row: Row) => string,
  tell: (row: Row, value: string, earlier: number) => void,
): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const value = valueIn(row);
    if (value === '') continue;
    const key = fold(value);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.row);
    else tell(row, value, earlier);
  }
}

/**
 * People whose names differ in case, accents and umlauts alone (Müller, Mueller), or in nothing and who share department and
 * country. Personnel numbers tell people of one name apart, but not two spellings of it. @param told rows told already.
 */
function likeNames(rows: readonly Row[], table: Table, columns: Columns, told: ReadonlySet<number | null>): Problem[] {
  const first = new Map<string, Row>();
  const keysOfName = likeKeys();
  const column = columns.of.has('name') ? 'name' : 'last_name';
  const problems: Problem[] = [];
  for (const row of rows) {
    const name = nameIn(columns, row);
    if (name === '') continue;
    let other: Row | undefined;
    for (const key of keysOfName(name)) {
      const found = first.get(key);
      if (found === undefined) first.set(key, row);
      else other ??= found;
    }
    if (other === undefined || told.has(row.row)) continue;
    const otherName = nameIn(columns, other);
    if (otherName === name && !isLike(columns, row, other)) continue;
    problems.push(nearDuplicate(placeOf(table, columns, column, row.row), name, otherName, other.row));
  }
  return problems;
}

function nameIn(columns: Columns, { cells }: Row): string {
  const name = cellIn(columns, 'name', cells);
  if (name !== '') return readName(name).name;
  return fullName(cellIn(columns, 'first_name', cells), cellIn(columns, 'last_name', cells));
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

function isLike(columns: Columns, one: Row, other: Row): boolean {
  if (cellIn(columns, 'id', one.cells) !== '' && cellIn(columns, 'id', other.cells) !== '') return false;
  return ['department', 'country'].every(
    column => fold(cellIn(columns, column, one.cells)) === fold(cellIn(columns, column, other.cells)),
  );
}
