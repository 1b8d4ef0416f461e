import { doubleEmail, doubleId, nearDuplicate, type Problem } from '../../domain/problems.ts';
import { bare, expandUmlauts } from '../../domain/spelling.ts';
import { fold } from '../../domain/text.ts';
import { type Columns, cellOf, placeOf } from '../columns/header.ts';
import type { Table } from '../table/table.ts';
import { remembered } from '../text/memo.ts';
import type { Row } from '../text/raw-rows.ts';
import { isAddress } from '../values/cells.ts';
import { partsOfName } from '../values/person-names.ts';

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

const same = (value: string) => value;

/** The rows that have as many cells as the header: in others it is not certain which cell belongs where. */
export function whole(table: Table): Table['rows'] {
  return table.rows.filter(({ cells }) => cells.length === table.header.length);
}

/** Addresses, without regard to case, that stand in an earlier row. "anonymous" is none, however often it stands there. */
function repeatedAddresses(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const problems: Problem[] = [];
  eachRepeated(rows, cellOf(columns, 'email'), fold, (row, value, earlier) => {
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
  // Ids are what they are, letter by letter; an address that serves as one is in small letters.
  const idOf = (row: Row) => id(row) || (told.has(row.row) ? '' : fold(email(row)));
  eachRepeated(rows, idOf, same, (row, value, earlier) => {
    problems.push(doubleId(placeOf(table, columns, id(row) === '' ? 'email' : 'id', row.row), value, earlier));
  });
  return problems;
}

/** Calls `tell` for rows with a value whose key stands in an earlier one. */
function eachRepeated(
  rows: readonly Row[],
  valueIn: (row: Row) => string,
  keyOf: (value: string) => string,
  tell: (row: Row, value: string, earlier: number) => void,
): void {
  if (!hasRepeated(rows, valueIn, keyOf)) return;
  const first = new Map<string, number>();
  for (const row of rows) {
    const value = valueIn(row);
    if (value === '') continue;
    const key = keyOf(value);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.row);
    else tell(row, value, earlier);
  }
}

/** Whether some value stands in two rows: in most sheets none does, and finding that out costs less than noting all. */
function hasRepeated(rows: readonly Row[], valueIn: (row: Row) => string, keyOf: (value: string) => string): boolean {
  const keys = new Set<string>();
  let filled = 0;
  for (const row of rows) {
    const value = valueIn(row);
    if (value !== '') keys.add(keyOf(value));
    if (value !== '' && keys.size < ++filled) return true;
  }
  return false;
}

/**
 * People whose names differ in case, accents and umlauts alone (Müller, Mueller), or in nothing and who share department and
 * country. Personnel numbers tell people of one name apart, but not two spellings of it. @param told rows told already.
 */
function likeNames(rows: readonly Row[], table: Table, columns: Columns, told: ReadonlySet<number | null>): Problem[] {
  const first = new Map<string, Row>();
  const partsIn = partsOfNames(columns);
  const keysOfName = likeKeys();
  const isLike = likenessIn(columns);
  const column = columns.of.has('name') ? 'name' : 'last_name';
  const problems: Problem[] = [];
  for (const row of comparable(rows, columns, partsIn, keysOfName)) {
    let other: Row | undefined;
    for (const key of keysOfName(partsIn(row))) {
      const found = first.get(key);
      if (found === undefined) first.set(key, row);
      else other ??= found;
    }
    if (other === undefined || told.has(row.row)) continue;
    const [name, otherName] = [partsIn(row).join(' '), partsIn(other).join(' ')];
    if (otherName === name && !isLike(row, other)) continue;
    problems.push(nearDuplicate(placeOf(table, columns, column, row.row), name, otherName, other.row));
  }
  return problems;
}

/**
 * The rows whose names have to be compared. Where everybody has an id, one name may stand in many rows, and two names that are
 * like each other have a word that is spelled in two ways: most rows have none.
 */
function comparable(
  rows: readonly Row[],
  columns: Columns,
  partsIn: (row: Row) => string[],
  keysOfName: (parts: readonly string[]) => string[],
): readonly Row[] {
  const id = cellOf(columns, 'id');
  if (rows.some(row => id(row) === '')) return rows;
  const parts = new Set<string>();
  for (const row of rows) for (const part of partsIn(row)) parts.add(part);
  const words = [...new Set([...parts].flatMap(part => part.split(' ')))];
  const keys = words.flatMap(word => keysOfName([word]));
  // Some signs are blanks without their accents, so that one word is like two.
  if (keys.some(key => key.includes(' '))) return rows;
  const seen = new Set<string>();
  const shared = new Set(keys.filter(key => seen.has(key) || !seen.add(key)));
  const spelledInTwoWays = new Set(words.filter(word => keysOfName([word]).some(key => shared.has(key))));
  const isComparable = remembered(part => part.split(' ').some(word => spelledInTwoWays.has(word)));
  return rows.filter(row => partsIn(row).some(isComparable));
}

function partsOfNames(columns: Columns): (row: Row) => string[] {
  const [whole, first, last] = [cellOf(columns, 'name'), cellOf(columns, 'first_name'), cellOf(columns, 'last_name')];
  return row => partsOfName(whole(row), first(row), last(row));
}

/**
 * Finds the keys of which two spellings of one name share one; none for an empty name. Names are many, but their parts and
 * words repeat.
 */
function likeKeys(): (parts: readonly string[]) => string[] {
  const plainOf = remembered(word => bare(word).replace(/ø/gu, 'o'));
  const expandedOf = remembered(word => bare(expandUmlauts(word)).replace(/ø/gu, 'o'));
  const spellingsOf = remembered(part => {
    const folded = part.toLowerCase();
    if (/^[ -~]*$/u.test(folded)) return { plain: folded, expanded: folded };
    const words = folded.split(' ');
    return { plain: words.map(plainOf).join(' '), expanded: words.map(expandedOf).join(' ') };
  });
  return parts => {
    if (parts[0] === '') return [];
    const spellings = parts.map(spellingsOf);
    const plain = spellings.map(part => part.plain).join(' ');
    const isOneWay = spellings.every(part => part.expanded === part.plain);
    return isOneWay ? [plain] : [plain, spellings.map(part => part.expanded).join(' ')];
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
