import { BeyondBound, MOST } from '../domain/input-bounds.ts';
import { DamagedWorkbook, type Grid } from '../domain/workbook.ts';
import { type CellBudget, GridMaker, type ReadCell } from './grid-maker.ts';
import { formatByCode, formatDay, formatNumber, isDayFormat, isZeros } from './numbers.ts';
import { XmlReader } from './xml.ts';

/** The parts of a workbook by name, a letter a byte. */
export type PartOf = (name: string) => string | null;

/** The sheets of a workbook of Excel (.xlsx, .xlsm). Its parts: ECMA-376 part 1, §12.3, §18.2, §18.3, §18.4, §18.8. */
export function readXlsx(partOf: PartOf, room: CellBudget): Grid[] {
  const main = findMainPart(partOf);
  const parts = readRelations(partOf, main);
  const { sheets, isFrom1904 } = readBook(getPart(partOf, main));
  const findPart = (kind: string) => {
    const found = [...parts.values()].find(part => part.kind === kind);
    return found === undefined ? null : getPart(partOf, found.target);
  };
  const shared = readShared(findPart('sharedStrings'));
  const formats = readFormats(findPart('styles'), isFrom1904);
  const read = new Set<string>();
  return sheets.flatMap(({ name, id, isHidden }) => {
    const part = parts.get(id);
    if (part === undefined) throw new DamagedWorkbook('sheet missing');
    if (part.kind !== 'worksheet') return [];
    if (read.has(part.target)) throw new DamagedWorkbook('sheet twice');
    read.add(part.target);
    const maker = new GridMaker(name, room);
    readSheet(getPart(partOf, part.target), maker, { shared, formats });
    return [maker.build(isHidden)];
  });
}

function getPart(partOf: PartOf, name: string): string {
  const part = partOf(name);
  if (part === null) throw new DamagedWorkbook('part missing');
  return part;
}

interface Part {
  /** The last word of its type: worksheet, sharedStrings, styles. */
  readonly kind: string;
  readonly target: string;
}

function findMainPart(partOf: PartOf): string {
  const found = [...readRelations(partOf, '').values()].find(({ kind }) => kind === 'officeDocument');
  return found?.target ?? 'xl/workbook.xml';
}

/** The parts that a part names, by the ids that it uses for them. */
function readRelations(partOf: PartOf, name: string): Map<string, Part> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const found = new Map<string, Part>();
  const letters = partOf(`${folder}_rels/${name.slice(folder.length)}.rels`);
  if (letters === null) return found;
  const xml = new XmlReader(letters);
  while (xml.readNext()) {
    if (xml.kind !== 'open' || xml.name !== 'Relationship' || xml.findAttribute('TargetMode') === 'External') continue;
    const kind = xml.findAttribute('Type')?.split('/').at(-1) ?? '';
    found.set(xml.findAttribute('Id') ?? '', { kind, target: resolvePath(folder, xml.findAttribute('Target') ?? '') });
  }
  return found;
}

function resolvePath(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

interface Book {
  readonly sheets: readonly { readonly name: string; readonly id: string; readonly isHidden: boolean }[];
  readonly isFrom1904: boolean;
}

function readBook(letters: string): Book {
  const xml = new XmlReader(letters);
  const sheets = [];
  let isFrom1904 = false;
  while (xml.readNext()) {
    if (xml.kind !== 'open') continue;
    if (xml.name === 'workbookPr') isFrom1904 = isTrue(xml.findAttribute('date1904'));
    if (xml.name !== 'sheet') continue;
    const isHidden = (xml.findAttribute('state') ?? 'visible') !== 'visible';
    sheets.push({ name: unescapeText(xml.findAttribute('name') ?? ''), id: xml.findAttribute('id') ?? '', isHidden });
    if (sheets.length > MOST.sheets) throw new BeyondBound({ of: 'sheets', most: MOST.sheets });
  }
  return { sheets, isFrom1904 };
}

function isTrue(attribute: string | null): boolean {
  return attribute === '1' || attribute === 'true' || attribute === 'on';
}

/** Excel writes letters that XML cannot hold as _x000D_. */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function readShared(letters: string | null): string[] {
  const texts: string[] = [];
  if (letters === null) return texts;
  const xml = new XmlReader(letters);
  while (xml.readNext()) {
    if (xml.kind !== 'open' || xml.name !== 'si') continue;
    if (texts.length === MOST.sharedTexts) {
      throw new BeyondBound({ of: 'shared texts', most: MOST.sharedTexts });
    }
    texts.push(readText(xml));
  }
  return texts;
}

/** The text in a tag, of all its runs; how it is spoken (rPh) is no part of it. */
function readText(xml: XmlReader): string {
  const depth = xml.path.length;
  let text = '';
  while (xml.readNext() && !(xml.kind === 'close' && xml.path.length === depth)) {
    if (xml.kind === 'open' && xml.name === 'rPh') xml.skip();
    else if (xml.kind === 'text' && xml.path.at(-1) === 't') text += xml.text;
  }
  return unescapeText(text);
}

/** How a number with a style is read. */
type NumberFormat = (value: number) => ReadCell;

const makeNumberCell: NumberFormat = value => ({ text: formatNumber(value) });

/** The format of each style that cells name by its number. */
function readFormats(letters: string | null, isFrom1904: boolean): NumberFormat[] {
  if (letters === null) return [];
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const xml = new XmlReader(letters);
  while (xml.readNext()) {
    if (xml.kind !== 'open') continue;
    const id = Number(xml.findAttribute('numFmtId'));
    if (xml.name === 'numFmt') codes.set(id, xml.findAttribute('formatCode') ?? '');
    if (xml.name === 'xf' && xml.path.at(-2) === 'cellXfs') styles.push(id);
  }
  const byId = new Map([...new Set(styles)].map(id => [id, chooseFormat(id, codes.get(id), isFrom1904)]));
  return styles.map(id => byId.get(id)!);
}

function chooseFormat(id: number, code: string | undefined, isFrom1904: boolean): NumberFormat {
  if (isDayFormat(id, code)) return value => ({ text: formatDay(value, isFrom1904) });
  if (code === undefined || code === 'General') return makeNumberCell;
  const hasZeros = isZeros(code);
  return value => {
    const shown = formatByCode(value, code);
    return hasZeros && shown !== null ? { text: shown } : { text: formatNumber(value), shown };
  };
}

interface XlsxTables {
  readonly shared: readonly string[];
  readonly formats: readonly NumberFormat[];
}

function readSheet(letters: string, maker: GridMaker, tables: XlsxTables): void {
  const xml = new XmlReader(letters);
  let row = -1;
  let column = -1;
  while (xml.readNext()) {
    if (xml.kind !== 'open') continue;
    if (xml.name === 'mergeCell' && xml.path.at(-2) === 'mergeCells') mergeCells(xml.findAttribute('ref') ?? '', maker);
    if (xml.path.at(-2) !== (xml.name === 'row' ? 'sheetData' : 'row')) continue;
    if (xml.name === 'row') {
      const number = xml.findAttribute('r');
      row = number === null ? row + 1 : parseAddress(`A${number}`).row;
      column = -1;
      if (isTrue(xml.findAttribute('hidden'))) maker.hide(row);
    } else if (xml.name === 'c') {
      const address = xml.findAttribute('r');
      const cell = address === null ? { row, column: column + 1 } : parseAddress(address);
      if (cell.row !== row) throw new DamagedWorkbook('cell in another row');
      column = cell.column;
      maker.put(row, column, readCell(xml, tables));
    }
  }
}

/** "D2:D4": what goes over several columns is a title or a heading, and no cell of somebody. */
function mergeCells(range: string, maker: GridMaker): void {
  const [first = '', last = first] = range.split(':');
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (from.column === to.column && from.row < to.row) maker.merge({ column: from.column, from: from.row, to: to.row });
}

/** "B3" → row 2, column 1. */
function parseAddress(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,4})\$?([1-9]\d{0,7})$/u.exec(address) ?? [];
  if (digits === '') throw new DamagedWorkbook('cell address');
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

function readCell(xml: XmlReader, tables: XlsxTables): ReadCell {
  const type = xml.findAttribute('t') ?? 'n';
  const style = Number(xml.findAttribute('s') ?? -1);
  const depth = xml.path.length;
  let value = '';
  let inline = '';
  let hasFormula = false;
  while (xml.readNext() && !(xml.kind === 'close' && xml.path.length === depth)) {
    if (xml.kind === 'open' && xml.name === 'is') inline = readText(xml);
    else if (xml.kind === 'open' && xml.name === 'f') hasFormula = true;
    else if (xml.kind === 'text' && xml.path.at(-1) === 'v') value += xml.text;
  }
  if (type === 'inlineStr') return { text: inline };
  if (value === '' && type !== 'str') return { text: '', isUnknown: hasFormula };
  return makeCell(type, value, style, tables);
}

function makeCell(type: string, value: string, style: number, { shared, formats }: XlsxTables): ReadCell {
  switch (type) {
    case 's': {
      const text = shared[Number(value)];
      if (text === undefined) throw new DamagedWorkbook('text missing');
      return { text };
    }
    case 'b':
      return { text: isTrue(value.trim()) ? 'TRUE' : 'FALSE' };
    case 'd':
      return { text: value.replace(/T00:00(?::00(?:\.0+)?)?Z?$|(?:\.\d+)?Z$/u, '') };
    case 'n': {
      const number = Number(value);
      if (Number.isNaN(number)) throw new DamagedWorkbook('number damaged');
      return (formats[style] ?? makeNumberCell)(number);
    }
    default:
      return { text: unescapeText(value) };
  }
}
