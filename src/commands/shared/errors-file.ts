import type { Problem } from '../../domain/problems.ts';
import { putSheet } from '../../io/put.ts';
import { writeExcelCsv } from '../../render/run/csv.ts';
import { buildProblemTable, isProblemTable } from '../../render/run/problem-table.ts';

/** Writes problems as a sheet, for `--errors FILE`; in the place of an earlier one, and of nothing else. */
export function writeErrors(file: string, problems: readonly Problem[], delimiter: string): void {
  const pieces = writeExcelCsv(buildProblemTable(problems), delimiter);
  putSheet(file, '--errors', [...pieces].join(''), isProblemTable);
}
