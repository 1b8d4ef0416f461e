import { formatColumnLetters } from '../../domain/column-letters.ts';
import type { Spoiling } from '../../domain/problem-facts.ts';
import {
  damagedText,
  lostCharacter,
  type Problem,
  spoiltCell,
  spoiltExtraCell,
  unknownFormula,
} from '../../domain/problems.ts';
import { countCells, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import { encodeUtf8 } from './bytes-to-text.ts';
import type { ColumnOf } from './dialect.ts';
import { makeColumnReader } from './memoised-column.ts';
import type { Raw } from './raw-rows.ts';
import type { Sign } from './sign-search.ts';

/** Cells whose content another program has lost; those in columns that are not ours count as empty. */
export interface Spoilt {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/** Looks for cells that hold an error of a formula, the beginning of a long number, or a character that was lost. */
export function clearSpoiltCells(
  raw: Raw,
  header: readonly string[],
  rows: readonly Row[],
  columnOf: ColumnOf,
): Spoilt {
  if (!raw.mayBeSpoilt) return { rows, problems: [] };
  const unknown = new Set(raw.unknown.map(({ row, column }) => `${row} ${column}`));
  const isSpoilt = makeSpoiltTest(header.length);
  if (unknown.size === 0 && !rows.some(isSpoilt)) return { rows, problems: [] };
  const problems: Problem[] = [];
  const isOurs = header.map(name => columnOf(name) !== null);
  const checkCell = (cell: string, column: number, row: number): string => {
    const location = { file: raw.file, row, column: header[column] ?? '', value: cell };
    const address = `${formatColumnLetters(column)}${row}`;
    const why = findSpoilReason(cell);
    if (unknown.has(`${row} ${column}`)) problems.push(unknownFormula(location, address));
    else if (cell.includes('\ufffd')) {
      problems.push(raw.isDamaged ? damagedText(location, cell, raw.encoding) : lostCharacter(location, cell));
    } else if (why !== null) {
      problems.push((isOurs[column] ? spoiltCell : spoiltExtraCell)(location, address, cell, why));
      return isOurs[column] ? cell : '';
    }
    return cell;
  };
  const kept = rows.map(one => {
    if (unknown.size === 0 && !isSpoilt(one)) return one;
    return { row: one.row, cells: one.cells.map((cell, column) => checkCell(cell, column, one.row)) };
  });
  return { rows: kept, problems };
}

const LOST = encodeUtf8('\ufffd');

/** What each spoilt cell has: # or +, or U+FFFD. */
export const SPOILT_CELL: Sign = {
  beginnings: new Map([
    ['#'.charCodeAt(0), null],
    ['+'.charCodeAt(0), null],
    [LOST[0]!, [LOST[1]!]],
  ]),
  isAt: (utf8, at) => utf8[at] !== LOST[0] || utf8[at + 2] === LOST[2],
};

/** Whether a row has a spoilt cell, in columns with a name or behind them. */
function makeSpoiltTest(width: number): (row: Row) => boolean {
  const isSpoilt = (cell: string) => findSpoilReason(cell) !== null || cell.includes('\ufffd');
  const tests = Array.from({ length: width }, (_, column) => makeColumnReader(column, isSpoilt));
  return row => tests.some(test => test(row)) || (countCells(row) > width && row.cells.some(isSpoilt));
}

/** #REF!, #NAME?, #N/A and their names in other languages: #BEZUG!, #NV, #¡VALOR! */
const ERROR = /^#(?:[¡¿]?[\p{Lu}/0]{2,12}[!?]|N\/[AD]|NV)$/u;
const SHORTENED = /^\d(?:[.,]\d+)?E\+\d{2,3}$/iu;

function findSpoilReason(cell: string): Spoiling | null {
  const first = cell.charCodeAt(0);
  if (first === HASH) return ERROR.test(cell) ? 'formula error' : null;
  if (first < ZERO || first > NINE) return null;
  return SHORTENED.test(cell) ? 'shortened number' : null;
}

const HASH = 35;
const ZERO = 48;
const NINE = 57;
