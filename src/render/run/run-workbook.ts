import { TANDEM_STATUSES, TANDEMS_SHEET } from '../../domain/run-files.ts';
import type { WrittenSheet } from '../../domain/workbook.ts';
import { buildTandemsTable, buildUnmatchedTable } from './csv-tables.ts';
import { listCellRows } from './markdown.ts';
import type { Run } from './run-facts.ts';
import { renderSummaryPage } from './summary-page.ts';

/**
 * run.xlsx: the tables of a run, its figures and its rules, for people who open workbooks. Cells that a
 * spreadsheet might run are as in the CSV files, so that a sheet which is saved as CSV is harmless, too.
 * @param rules lines that say them.
 */
export function buildRunWorkbook(run: Run, rules: readonly string[]): WrittenSheet[] {
  const { id, roster, terms, matching, parts, words } = run;
  const tandems = buildTandemsTable(matching, roster, terms, parts, ',');
  const unmatched = buildUnmatchedTable(matching, roster, terms, words);
  const isNumber = (column: string) => column === 'score' || column.startsWith('points_');
  const rows = [...tandems.rows].map(cells =>
    cells.map((cell, at) => (isNumber(tandems.header[at]!) && cell !== '' ? Number(cell) : cell)),
  );
  return [
    {
      name: TANDEMS_SHEET,
      rows: [tandems.header, ...rows],
      hasHeader: true,
      choice: { column: tandems.header.indexOf('status'), options: TANDEM_STATUSES },
    },
    { name: 'unmatched', rows: [unmatched.header, ...unmatched.rows], hasHeader: true },
    { name: 'summary', rows: listCellRows(renderSummaryPage(matching.summary, id, words)) },
    { name: 'rules', rows: rules.map(line => [line]) },
  ];
}
