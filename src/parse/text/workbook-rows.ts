import {
  emptyFile,
  hiddenRowsRead,
  hiddenSheets,
  type Parsed,
  severalSheets,
  sheetTaken,
  unknownSheet,
} from '../../domain/problems.ts';
import { clean, fold } from '../../domain/text.ts';
import type { Grid, Workbook } from '../../domain/workbook.ts';
import { Controls } from './controls.ts';
import { findHead } from './dialect.ts';
import { findNearest } from './nearest.ts';
import { type Looking, type Raw, unwrapFormula } from './raw-rows.ts';
import { hasText, listVisibleSheets } from './sheet-names.ts';
import type { Source } from './sheet-source.ts';

/**
 * Reads the rows of a sheet of a workbook: the one that is named, or the only one that can be meant. Hidden sheets
 * are read only where they are named.
 */
export function readWorkbookRows(
  { file, sheet = null }: Source,
  workbook: Parsed<Workbook | null>,
  { columnOf, role }: Looking,
): Parsed<Raw | null> {
  if (workbook.value === null) return { value: null, problems: workbook.problems };
  const { kind, sheets } = workbook.value;
  const isLikely = ({ rows }: Grid) => findHead(rows, columnOf).known > 1;
  const { value: grid, problems } =
    sheet === null ? findOnlySheet(file, role, sheets, isLikely) : findNamedSheet(file, sheets, sheet);
  if (grid === null) return { value: null, problems };
  if (!hasText(grid)) return { value: null, problems: [...problems, emptyFile(file)] };
  const rows = grid.rows.map((cells, index) => ({
    row: index + 1,
    cells: cells.map(cell => unwrapFormula(clean(cell))),
  }));
  const controls = new Controls(file);
  for (const [index, cells] of grid.rows.entries()) controls.hear(cells, index + 1);
  // Not blank: a row of such cells alone is no blank row.
  for (const { row, column } of grid.unknown) rows[row]!.cells[column] = '?';
  const shown = grid.shown.map(({ row, column, text }) => ({ row: row + 1, column, text: clean(text) }));
  const unknown = grid.unknown.map(({ row, column }) => ({ row: row + 1, column }));
  const hiddenRows = grid.hiddenRows.map(index => index + 1);
  const hidden = hiddenRows.length === 0 ? [] : [hiddenRowsRead(file, hiddenRows)];
  const raw = {
    file,
    encoding: kind,
    delimiter: null,
    rows,
    mayBeSpoilt: true,
    mayBeOdd: true,
    isDamaged: false,
    unknown,
    shown,
    merged: grid.merged.map(({ column, from, to }) => ({ column, from: from + 1, to: to + 1 })),
    lineOf: (row: number) => row,
    cellsOf: () => null,
  };
  return { value: raw, problems: [...workbook.problems, ...problems, ...hidden, ...controls.listProblems()] };
}

function findNamedSheet(file: string, sheets: readonly Grid[], name: string): Parsed<Grid | null> {
  const found = sheets.find(sheet => sheet.name === name) ?? sheets.find(sheet => fold(sheet.name) === fold(name));
  if (found !== undefined) return { value: found, problems: [] };
  const names = sheets.map(sheet => sheet.name);
  return { value: null, problems: [unknownSheet(file, name, findNearest(name, names), names)] };
}

function findOnlySheet(
  file: string,
  role: Looking['role'],
  sheets: readonly Grid[],
  isLikely: (grid: Grid) => boolean,
): Parsed<Grid | null> {
  const visible = listVisibleSheets(sheets);
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const told = hidden.length === 0 ? [] : [hiddenSheets(file, hidden)];
  const names = visible.map(({ name }) => name);
  if (visible.length <= 1) return { value: visible[0] ?? NOTHING, problems: told };
  const [chosen, ...others] = visible.filter(isLikely);
  if (chosen === undefined || others.length > 0) {
    return { value: null, problems: [...told, severalSheets(file, names)] };
  }
  const unread = names.filter(name => name !== chosen.name);
  return { value: chosen, problems: [...told, sheetTaken(file, role, chosen.name, unread)] };
}

const NOTHING: Grid = { name: '', isHidden: false, hiddenRows: [], rows: [], unknown: [], shown: [], merged: [] };
