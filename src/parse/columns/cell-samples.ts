import { findEntry } from '../../domain/own-key-lookup.ts';
import type { MisfitCells } from '../../domain/problem-facts.ts';
import { isComparable } from '../../domain/roster.ts';
import { splitList } from '../../domain/text.ts';
import { countCells, getCell } from '../cell-codes/dictionary-encoded-rows.ts';
import type { Table } from '../table/table.ts';
import { answerOf } from '../values/answers.ts';
import { isAddress, isWholeNumber } from '../values/cells.ts';
import { findCountryCode } from '../values/countries.ts';
import { findLanguageCodes } from '../values/languages.ts';
import { detectNothing } from '../values/nothing.ts';
import { detectStatusQuestion, isEmployment, readStatus } from '../values/statuses.ts';
import { findZoneName } from '../values/zones.ts';

/** So many rows are looked at, and so many different cells: a column is what it is from its beginning. */
const MOST_ROWS = 300;
const MOST_CELLS = 40;

/** A table of the rows that are looked at. */
export function takeBeginning(table: Table): Table {
  // As lists of cells, since others know all of their sheet.
  return { ...table, rows: table.rows.slice(0, MOST_ROWS).map(({ row, cells }) => ({ row, cells })) };
}

/** The first different cells of a column that say something. */
export function sampleOf({ rows, header }: Table, column: number): readonly string[] {
  const cells = new Set<string>();
  for (const row of rows.slice(0, MOST_ROWS)) {
    if (countCells(row) !== header.length) continue;
    const cell = getCell(row, column) ?? '';
    if (cell !== '' && detectNothing(cell) !== 'sure') cells.add(cell);
    if (cells.size === MOST_CELLS) break;
  }
  return [...cells];
}

/** What the cells of a column plainly are that is never meant by a column of ours, with two of them; or null. */
export function findMisfit(column: string, cells: readonly string[]): MisfitCells | null {
  if (cells.length === 0) return null;
  const kind = listMisfits(column).find(name => KINDS[name](cells));
  return kind === undefined ? null : { kind, cells: cells.slice(0, 2) };
}

/** Whether the cells of a column are numbers alone. */
export function areNumbers(cells: readonly string[]): boolean {
  return KINDS.numbers(cells);
}

type MisfitKind = Extract<MisfitCells['kind'], 'answers' | 'numbers' | 'employment' | 'no languages'>;

/** What the cells of a column are not; of a column that rules compare and that is not here, they are texts. */
const NEVER: Readonly<Record<string, readonly MisfitKind[]>> = {
  name: ['numbers', 'employment', 'answers'],
  first_name: ['numbers', 'employment', 'answers'],
  last_name: ['numbers', 'employment', 'answers'],
  topics: ['answers', 'numbers'],
  languages: ['no languages'],
  manager: ['answers'],
  not_with: ['answers'],
  ...Object.fromEntries(['id', 'email', 'country', 'level', 'timezone'].map(column => [column, []])),
};

const OF_TEXTS: readonly MisfitKind[] = ['answers', 'employment'];

function listMisfits(column: string): readonly MisfitKind[] {
  if (column.startsWith('wish_')) return ['answers'];
  return findEntry(NEVER, column) ?? (isComparable(column) ? OF_TEXTS : []);
}

const KINDS: Readonly<Record<MisfitKind, (cells: readonly string[]) => boolean>> = {
  answers: areAnswers,
  numbers: cells => areMostly(cells, cell => /^[#\s]*\d[\d\s.,/-]*$/u.test(cell)),
  employment: cells => areMostly(cells, isEmployment),
  // "ja" and "no" are codes of languages too.
  'no languages': cells => areAnswers(cells) && !cells.every(cell => findLanguageCodes(cell) !== null),
};

/**
 * All yes or no, with a yes in letters among them: "no" alone may say that there is
 * nothing, and "X" may be a department.
 */
function areAnswers(cells: readonly string[]): boolean {
  return cells.every(cell => answerOf(cell) !== null) && cells.some(cell => cell.length > 1 && answerOf(cell) === true);
}

function areMostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return 10 * cells.filter(is).length >= 9 * cells.length;
}

/**
 * Whether a column of ours would understand at least half of the cells. Of a column that is empty nothing can be told.
 */
export function canUnderstand(column: string, header: string, cells: readonly string[]): boolean {
  const is = UNDERSTOOD[column.startsWith('wish_') ? 'not_with' : column] ?? isText;
  if (cells.length === 0 || findMisfit(column, cells) !== null) return false;
  return 2 * cells.filter(cell => is(cell, header)).length >= cells.length;
}

const UNDERSTOOD: Readonly<Record<string, (cell: string, header: string) => boolean>> = {
  id: cell => /^[^\s@]*\d[^\s@]*$|^[^\s]+$/u.test(cell),
  name: isName,
  first_name: isName,
  last_name: isName,
  email: isAddress,
  country: cell => findCountryCode(cell) !== null,
  languages: cell => splitList(cell).some(part => findLanguageCodes(part) !== null),
  manager: isPerson,
  timezone: cell => findZoneName(cell) !== null,
  status: (cell, header) => readStatus(cell, detectStatusQuestion(header)) !== null,
  capacity: isWholeNumber,
  min_load: isWholeNumber,
  wants: isWholeNumber,
  priority: isWholeNumber,
  not_with: cell => answerOf(cell) !== true,
  level: cell => cell.length <= LONGEST_WORD && isPlain(cell),
};

/** A longer text is a sentence. */
const LONGEST_WORD = 60;

function isPlain(cell: string): boolean {
  return !cell.includes('@') && answerOf(cell) === null;
}

function isText(cell: string): boolean {
  return /\p{L}/u.test(cell) && isPlain(cell);
}

function isName(cell: string): boolean {
  return isText(cell) && cell.length <= LONGEST_WORD && !/\d{3}/u.test(cell) && !isEmployment(cell);
}

/** An address, a number, or two words that begin with capitals; what is in brackets behind is not looked at. */
function isPerson(cell: string): boolean {
  if (isAddress(cell) || /^[A-Za-z]{0,3}-?\d{2,}$/u.test(cell)) return true;
  const words = cell.replace(/\s*\([^()]*\)$/u, '').split(/[\s,]+/u);
  return words.length > 1 && words.length < 5 && words.every(word => /^\p{Lu}/u.test(word));
}
