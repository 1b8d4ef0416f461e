import { expandUmlauts, foldAccents } from '../../domain/name-spellings.ts';
import { doubleEmail, doubleId, nearDuplicate, type Problem } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';
import { countCells, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import { type Columns, locateCell, makeCellReader } from '../columns/find-columns.ts';
import type { Table } from '../table/table.ts';
import { memoise } from '../text/memo.ts';
import { listTexts, makeColumnReader } from '../text/memoised-column.ts';
import { isAddress } from '../values/cells.ts';
import { readName, splitName } from '../values/person-names.ts';

/**
 * Rows about somebody who stands in an earlier row: by address or id, which are errors,
 * and by name, which may be chance.
 * @param rows those of the table that are whole.
 * @param areIdsDistinct whether each row is known to have an id of its own, so that nobody has to look.
 */
export function reportDuplicates(
  rows: readonly Row[],
  table: Table,
  columns: Columns,
  areIdsDistinct = false,
): Problem[] {
  const addresses = reportRepeatedAddresses(rows, table, columns);
  const ids = areIdsDistinct ? [] : reportRepeatedIds(rows, table, columns, addresses);
  const told = new Set([...addresses, ...ids].map(({ row }) => row));
  return [...ids, ...addresses, ...reportLikeNames(rows, table, columns, told)];
}

const same = (value: string) => value;

/** The rows that have as many cells as the header: in others it is not certain which cell belongs where. */
export function selectWholeRows(table: Table): Table['rows'] {
  const isWhole = (row: Row) => countCells(row) === table.header.length;
  return table.rows.every(isWhole) ? table.rows : table.rows.filter(isWhole);
}

/**
 * Addresses, without regard to case, that stand in an earlier row. "anonymous" is none, however often it stands there.
 */
function reportRepeatedAddresses(rows: readonly Row[], table: Table, columns: Columns): Problem[] {
  const problems: Problem[] = [];
  visitRepeated(rows, makeCellReader(columns, 'email'), fold, (row, value, earlier) => {
    if (isAddress(value)) problems.push(doubleEmail(locateCell(table, columns, 'email', row.row), value, earlier));
  });
  return problems;
}

/** The same for ids. The address that serves where there is none may be the id of somebody else. */
function reportRepeatedIds(
  rows: readonly Row[],
  table: Table,
  columns: Columns,
  addresses: readonly Problem[],
): Problem[] {
  if (!columns.of.has('id')) return [];
  const [id, email] = [makeCellReader(columns, 'id'), makeCellReader(columns, 'email')];
  const told = new Set(addresses.map(({ row }) => row));
  const problems: Problem[] = [];
  // Ids are what they are, letter by letter; an address that serves as one is in small letters.
  const getId = (row: Row) => id(row) || (told.has(row.row) ? '' : fold(email(row)));
  visitRepeated(rows, getId, same, (row, value, earlier) => {
    problems.push(doubleId(locateCell(table, columns, id(row) === '' ? 'email' : 'id', row.row), value, earlier));
  });
  return problems;
}

/** Calls `tell` for rows with a value whose key stands in an earlier one. */
function visitRepeated(
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
 * People whose names differ in case, accents and umlauts alone (Müller, Mueller), or in nothing and who
 * share department and country. Personnel numbers tell people of one name apart, but not two spellings of
 * it. @param told rows told already.
 */
function reportLikeNames(
  rows: readonly Row[],
  table: Table,
  columns: Columns,
  told: ReadonlySet<number | null>,
): Problem[] {
  const first = new Map<string, Row>();
  const partsIn = makeNamePartsReader(columns);
  const keysOfName = makeNameKeyFinder();
  const isLike = makeLikenessTest(columns);
  const column = columns.of.has('name') ? 'name' : 'last_name';
  const problems: Problem[] = [];
  for (const row of selectComparable(rows, columns, keysOfName)) {
    let other: Row | undefined;
    for (const key of keysOfName(partsIn(row))) {
      const found = first.get(key);
      if (found === undefined) first.set(key, row);
      else other ??= found;
    }
    if (other === undefined || told.has(row.row)) continue;
    const [name, otherName] = [partsIn(row).join(' '), partsIn(other).join(' ')];
    if (otherName === name && !isLike(row, other)) continue;
    problems.push(nearDuplicate(locateCell(table, columns, column, row.row), name, otherName, other.row));
  }
  return problems;
}

/**
 * The rows whose names have to be compared. Where everybody has an id, one name may stand in many rows, and two names
 * that are like each other have a word that is spelled in two ways: most rows have none.
 */
function selectComparable(
  rows: readonly Row[],
  columns: Columns,
  keysOfName: (parts: readonly string[]) => string[],
): readonly Row[] {
  const id = makeCellReader(columns, 'id');
  if (rows.some(row => id(row) === '')) return rows;
  const named = Object.entries(WORDS_OF).flatMap(([name, wordsOf]) => {
    const column = columns.of.get(name);
    return column === undefined ? [] : [{ column, wordsOf }];
  });
  const words = [...new Set(named.flatMap(({ column, wordsOf }) => [...listTexts(rows, column)].flatMap(wordsOf)))];
  const keys = words.flatMap(word => keysOfName([word]));
  // Some signs are blanks without their accents, so that one word is like two.
  if (keys.some(key => key.includes(' '))) return rows;
  const seen = new Set<string>();
  const shared = new Set(keys.filter(key => seen.has(key) || !seen.add(key)));
  const spelledInTwoWays = new Set(words.filter(word => keysOfName([word]).some(key => shared.has(key))));
  const tests = named.map(({ column, wordsOf }) =>
    makeColumnReader(column, cell => wordsOf(cell).some(word => spelledInTwoWays.has(word))),
  );
  return rows.filter(row => tests.some(test => test(row)));
}

/** The words in a cell of each column that may say a name, or a part of one. */
const WORDS_OF: Readonly<Record<string, (cell: string) => string[]>> = {
  name: cell => readName(cell).name.split(' '),
  first_name: cell => cell.split(' '),
  last_name: cell => cell.split(' '),
};

function makeNamePartsReader(columns: Columns): (row: Row) => string[] {
  const [whole, first, last] = [
    makeCellReader(columns, 'name'),
    makeCellReader(columns, 'first_name'),
    makeCellReader(columns, 'last_name'),
  ];
  return row => splitName(whole(row), first(row), last(row));
}

/**
 * Finds the keys of which two spellings of one name share one; none for an empty name. Names are many,
 * but their parts and words repeat.
 */
function makeNameKeyFinder(): (parts: readonly string[]) => string[] {
  const plainOf = memoise(word => foldAccents(word).replace(/ø/gu, 'o'));
  const expandedOf = memoise(word => foldAccents(expandUmlauts(word)).replace(/ø/gu, 'o'));
  const spellingsOf = memoise(part => {
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

function makeLikenessTest(columns: Columns): (one: Row, other: Row) => boolean {
  const id = makeCellReader(columns, 'id');
  const shared = ['department', 'country'].map(column => makeCellReader(columns, column));
  return (one, other) => {
    if (id(one) !== '' && id(other) !== '') return false;
    return shared.every(cell => fold(cell(one)) === fold(cell(other)));
  };
}
