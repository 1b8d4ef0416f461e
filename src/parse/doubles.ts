import { doubleEmail, doubleId, nearDuplicate, type Place, type Problem } from '../domain/problems.ts';
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
  const addresses = repeatedAddresses(table, columns);
  const ids = repeatedIds(table, columns, addresses);
  const told = new Set([...addresses, ...ids].map(({ row }) => row));
  return [...ids, ...addresses, ...likeNames(table, columns, told)];
}

/** The rows that have as many cells as the header: in others it is not certain which cell belongs where. */
export function whole(table: Table): Table['rows'] {
  return table.rows.filter(({ cells }) => cells.length === table.header.length);
}

/** Addresses, without regard to case, that stand in an earlier row. "anonymous" is none, however often it stands there. */
function repeatedAddresses(table: Table, columns: Columns): Problem[] {
  const address = ({ cells }: Row) => ({ column: 'email', value: cellIn(columns, 'email', cells) });
  return repeated(table, columns, address, doubleEmail, isAddress);
}

/** The same for ids. The address that serves where there is none may be the id of somebody else. */
function repeatedIds(table: Table, columns: Columns, addresses: readonly Problem[]): Problem[] {
  if (!columns.of.has('id')) return [];
  const told = new Set(addresses.map(({ row }) => row));
  const id = ({ row, cells }: Row) => {
    const value = cellIn(columns, 'id', cells);
    if (value !== '') return { column: 'id', value };
    return { column: 'email', value: told.has(row) ? '' : cellIn(columns, 'email', cells) };
  };
  return repeated(table, columns, id, doubleId);
}

function repeated(
  table: Table,
  columns: Columns,
  valueIn: (row: Row) => { readonly column: string; readonly value: string },
  tell: (place: Place, value: string, row: number) => Problem,
  counts: (value: string) => boolean = () => true,
): Problem[] {
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (const row of whole(table)) {
    const { column, value } = valueIn(row);
    if (value === '') continue;
    const key = fold(value);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.row);
    else if (counts(value)) problems.push(tell(placeOf(table, columns, column, row.row), value, earlier));
  }
  return problems;
}

/**
 * People whose names differ in case, accents and umlauts alone (Müller, Mueller), or in nothing and who share department and
 * country. Personnel numbers tell people of one name apart, but not two spellings of it. @param told rows told already.
 */
function likeNames(table: Table, columns: Columns, told: ReadonlySet<number | null>): Problem[] {
  const first = new Map<string, Row>();
  const keysOfName = likeKeys();
  const column = columns.of.has('name') ? 'name' : 'last_name';
  const problems: Problem[] = [];
  for (const row of whole(table)) {
    const name = nameIn(columns, row);
    if (name === '') continue;
    const keys = keysOfName(name);
    const other = keys.map(key => first.get(key)).find(found => found !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, row);
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
