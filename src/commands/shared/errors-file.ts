import { putSheet } from '../../io/put.ts';
import { writeExcelCsv } from '../../render/run/csv.ts';
import { buildProblemTable, isProblemTable } from '../../render/run/problem-table.ts';
import type { ToldProblem } from '../../render/words/problem.ts';

/** Writes problems as a sheet, for `--errors FILE`; in the place of an earlier one, and of nothing else. */
export function writeErrors(file: string, problems: readonly ToldProblem[], delimiter: string): void {
  const pieces = writeExcelCsv(buildProblemTable(problems), delimiter);
  putSheet(file, '--errors', [...pieces].join(''), isProblemTable);
}
