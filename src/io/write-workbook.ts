/** The only file that knows the library that writes workbooks; it is loaded only where one is to be written. */
import { type ColumnDef, type WriteSheet, writeXlsx } from 'hucre';
import { formatColumnLetters } from '../domain/column-letters.ts';
import type { WrittenSheet } from '../domain/workbook.ts';

/** An .xlsx of sheets, byte for byte the same for the same sheets. Texts stay texts: nothing in them is a formula. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(buildSheet), properties: { created: WRITTEN, modified: WRITTEN } });
}

/** Results hold no date. */
const WRITTEN = new Date(0);

function buildSheet({ name, rows, hasHeader = false, choice, table }: WrittenSheet): WriteSheet {
  const sheet: WriteSheet = { name, columns: listColumns(rows), rows: rows.map(row => row.map(escapeCell)) };
  return {
    ...sheet,
    ...(hasHeader ? makeHeader(rows, table !== undefined) : {}),
    ...(table === undefined || rows.length < 2 ? {} : { tables: [makeTable(table, rows)] }),
    ...(choice === undefined || rows.length < 2 ? {} : { dataValidations: [makeChoice(choice, rows.length)] }),
  };
}

/** Letters that a column is wide at least and at most: longer texts go on in the next line. */
const WIDTHS = [6, 60] as const;

/**
 * Columns as wide as what they hold; those of texts take whatever somebody types there as
 * text, so that no id loses its zeros.
 */
function listColumns(rows: WrittenSheet['rows']): ColumnDef[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: columns }, (_, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, String(row[at] ?? '').length), 0);
    const isText = !rows.some(row => typeof row[at] === 'number');
    return {
      width: Math.min(Math.max(longest + 2, WIDTHS[0]), WIDTHS[1]),
      style: { alignment: { vertical: 'top', wrapText: longest > WIDTHS[1] }, ...(isText ? { numFmt: '@' } : {}) },
    };
  });
}

/** The header stays in sight, and chooses which rows are. */
function makeHeader([header = [], ...rows]: WrittenSheet['rows'], isTable: boolean): Partial<WriteSheet> {
  const bold = { font: { bold: true } };
  return {
    freezePane: { rows: 1 },
    ...(isTable ? {} : { autoFilter: { range: `A1:${formatColumnLetters(header.length - 1)}${rows.length + 1}` } }),
    cells: new Map(header.map((name, at) => [`0,${at}`, { value: escapeCell(name), style: bold }])),
  };
}

/** A table as programs find it by its name: the header cells are its columns. */
function makeTable(name: string, [header = [], ...rows]: WrittenSheet['rows']) {
  const range = `A1:${formatColumnLetters(header.length - 1)}${rows.length + 1}`;
  return { name, displayName: name, range, columns: header.map(column => ({ name: String(column) })) };
}

function makeChoice({ column, options }: NonNullable<WrittenSheet['choice']>, rows: number) {
  const letters = formatColumnLetters(column);
  return { type: 'list' as const, range: `${letters}2:${letters}${rows}`, values: [...options] };
}

/** Excel reads _x0041_ as a letter, so that a text which looks like that is written with its first line escaped. */
function escapeCell(cell: string | number): string | number | null {
  if (typeof cell === 'number') return cell;
  return cell === '' ? null : cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}
