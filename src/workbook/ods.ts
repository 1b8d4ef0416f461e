import { BeyondBound, MOST } from '../domain/input-bounds.ts';
import { findEntry } from '../domain/own-key-lookup.ts';
import { DamagedWorkbook, type Grid } from '../domain/workbook.ts';
import { type CellBudget, GridMaker, type ReadCell } from './grid-maker.ts';
import { formatNumber } from './numbers.ts';
import { XmlReader } from './xml.ts';

/**
 * The sheets of an OpenDocument workbook by its content.xml: OpenDocument 1.3 part 3, §9 (tables), §6.1 (text), §19.385
 * (values). Rows stand in groups and headers of any depth, and rows and cells are written once and repeated.
 */
export function readOds(content: string, room: CellBudget): Grid[] {
  const xml = new XmlReader(content);
  const hiddenStyles = new Set<string>();
  const grids: Grid[] = [];
  let style = '';
  while (xml.readNext()) {
    if (xml.kind !== 'open') continue;
    if (xml.name === 'style') style = xml.findAttribute('name') ?? '';
    if (xml.name === 'table-properties' && xml.findAttribute('display') === 'false') hiddenStyles.add(style);
    if (xml.name !== 'table' || xml.path.at(-2) !== 'spreadsheet') continue;
    if (grids.length === MOST.sheets) throw new BeyondBound({ of: 'sheets', most: MOST.sheets });
    const isHidden = hiddenStyles.has(xml.findAttribute('style-name') ?? '');
    const maker = new GridMaker(xml.findAttribute('name') ?? '', room);
    readTable(xml, maker);
    grids.push(maker.build(isHidden));
  }
  return grids;
}

/** What rows stand in, beside the table itself. */
const AROUND_ROWS: readonly string[] = ['table-row-group', 'table-header-rows', 'table-rows'];

function readTable(xml: XmlReader, maker: GridMaker): void {
  const depth = xml.path.length;
  const closed: number[] = [];
  let row = 0;
  while (xml.readNext() && !(xml.kind === 'close' && xml.path.length === depth)) {
    if (xml.kind === 'close' && closed.at(-1) === xml.path.length) closed.pop();
    if (xml.kind !== 'open') continue;
    if (xml.name === 'table-row') row += readRow(xml, maker, row, closed.length > 0);
    else if (!AROUND_ROWS.includes(xml.name)) xml.skip();
    else if (xml.findAttribute('display') === 'false') closed.push(xml.path.length);
  }
}

/** Reads a row, and gives how often it stands there. */
function readRow(xml: XmlReader, maker: GridMaker, row: number, isClosed: boolean): number {
  const times = readRepeats(xml, 'number-rows-repeated');
  const isHidden = isClosed || (xml.findAttribute('visibility') ?? 'visible') !== 'visible';
  const cells = readCells(xml);
  const last = cells.at(-1);
  if (last === undefined) return times;
  maker.hold(row + times - 1, last.column + last.times - 1, times * cells.reduce((sum, one) => sum + one.times, 0));
  for (let at = row; at < row + times; at++) {
    for (const { column, times: wide, rows, cell } of cells) {
      if (rows > 1) maker.merge({ column, from: at, to: at + rows - 1 });
      for (let next = column; next < column + wide; next++) maker.put(at, next, cell);
    }
    if (isHidden) maker.hide(at);
  }
  return times;
}

interface FilledCell {
  readonly column: number;
  readonly times: number;
  /** Over how many rows it goes. */
  readonly rows: number;
  readonly cell: ReadCell;
}

/** The cells of a row that hold something. */
function readCells(xml: XmlReader): FilledCell[] {
  const depth = xml.path.length;
  const cells: FilledCell[] = [];
  let column = 0;
  while (xml.readNext() && !(xml.kind === 'close' && xml.path.length === depth)) {
    if (xml.kind !== 'open') continue;
    if (xml.name !== 'table-cell' && xml.name !== 'covered-table-cell') {
      xml.skip();
      continue;
    }
    const times = readRepeats(xml, 'number-columns-repeated');
    const isCovered = xml.name === 'covered-table-cell';
    const isWide = Number(xml.findAttribute('number-columns-spanned') ?? 1) > 1;
    const rows = isWide ? 1 : readRepeats(xml, 'number-rows-spanned');
    const cell = readCell(xml);
    if (!isCovered && (cell.text !== '' || cell.isUnknown === true)) cells.push({ column, times, rows, cell });
    column += times;
  }
  return cells;
}

function readRepeats(xml: XmlReader, name: string): number {
  const times = Number(xml.findAttribute(name) ?? 1);
  if (!Number.isSafeInteger(times) || times < 1) throw new DamagedWorkbook('part damaged');
  return times;
}

function readCell(xml: XmlReader): ReadCell {
  const findAttribute = (name: string) => xml.findAttribute(name);
  const type = findAttribute('value-type');
  const hasFormula = findAttribute('formula') !== null;
  const value = findAttribute(findEntry(VALUES, type ?? '') ?? 'string-value');
  const text = readParagraphs(xml);
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage':
      return makeNumberCell(Number(value ?? Number.NaN), text);
    case 'boolean':
      return { text: value === 'true' ? 'TRUE' : 'FALSE' };
    case 'date':
      return { text: (value ?? text).replace(/T00:00:00(?:\.0+)?$|(?<=:\d\d)\.\d+$/u, '') };
    case 'time':
      return { text: formatClock(value ?? '') ?? text };
    default:
      return { text: text === '' ? (value ?? '') : text, isUnknown: hasFormula && type === null && text === '' };
  }
}

/** The attribute that holds the value of each type. */
const VALUES: Readonly<Record<string, string>> = {
  float: 'value',
  currency: 'value',
  percentage: 'value',
  boolean: 'boolean-value',
  date: 'date-value',
  time: 'time-value',
};

/**
 * A number, and what the sheet shows for it, where that is it with zeros and texts: then
 * somebody's format made an id of it.
 */
function makeNumberCell(value: number, shown: string): ReadCell {
  if (Number.isNaN(value)) throw new DamagedWorkbook('number damaged');
  const text = formatNumber(value);
  if (shown === '' || !Number.isSafeInteger(value) || value < 0) return { text };
  const isBoolean = /^(?:TRUE|FALSE)$/u.test(shown);
  if (isBoolean || (/^0+\d+$/u.test(shown) && Number(shown) === value)) return { text: shown };
  const digits = shown.replace(/\D/gu, '');
  return digits === '' || QUANTITY.test(shown) || Number(digits) !== value ? { text } : { text, shown };
}

/** Numbers with decimals, thousands, or a unit that is a sign; none begins with a zero that it does not need. */
const QUANTITY = /^(?!0\d).*(?:\d[.,'\u00a0\u202f ]\d{3}(?!\d)|\d[.,]\d|[%€$£¥])/u;

/** PT08H30M00S → 08:30:00; null for anything else. */
function formatClock(duration: string): string | null {
  const [, hours, minutes, seconds] = /^PT(\d{1,6})H(\d\d)M(\d\d)(?:[.,]\d+)?S$/u.exec(duration) ?? [];
  return seconds === undefined ? null : `${hours!.padStart(2, '0')}:${minutes}:${seconds}`;
}

/** What stands beside the text of a cell: notes, pictures, how a word is spoken. */
const NO_TEXT: readonly string[] = [
  'annotation',
  'shapes',
  'frame',
  'ruby-text',
  'note',
  'g',
  'custom-shape',
  'control',
  'forms',
];

/** The paragraphs of a cell, each a line. */
function readParagraphs(xml: XmlReader): string {
  const depth = xml.path.length;
  const paragraphs: string[] = [];
  while (xml.readNext() && !(xml.kind === 'close' && xml.path.length === depth)) {
    if (xml.kind !== 'open') continue;
    if (xml.name === 'p' || xml.name === 'h') paragraphs.push(readParagraph(xml));
    else if (xml.name === 'table') throw new DamagedWorkbook('table in a cell');
    else if (NO_TEXT.includes(xml.name)) xml.skip();
  }
  return paragraphs.join('\n');
}

function readParagraph(xml: XmlReader): string {
  const depth = xml.path.length;
  let text = '';
  while (xml.readNext() && !(xml.kind === 'close' && xml.path.length === depth)) {
    if (xml.kind === 'text') text += xml.text.replace(/[ \t\n]+/gu, ' ');
    else if (xml.kind !== 'open') continue;
    else if (NO_TEXT.includes(xml.name)) xml.skip();
    else if (xml.name === 'tab') text += '\t';
    else if (xml.name === 'line-break') text += '\n';
    else if (xml.name === 's') text += ' '.repeat(Math.min(readRepeats(xml, 'c'), MOST.letters + 1));
    if (text.length > MOST.letters) throw new BeyondBound({ of: 'letters of a cell', most: MOST.letters });
  }
  return text;
}
