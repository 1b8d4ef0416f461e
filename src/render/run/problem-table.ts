import { neutraliseFormula } from '../../domain/formula.ts';
import { makePlain, shortenValue } from '../../domain/text.ts';
import type { ToldProblem } from '../words/problem.ts';
import type { CsvTable } from './csv.ts';

const HEADER = ['file', 'row', 'column', 'code', 'severity', 'value', 'message', 'hint'];

/** Problems as a sheet to work through: one row a problem, in their order. */
export function buildProblemTable(problems: readonly ToldProblem[]): CsvTable {
  return { header: HEADER, rows: problems.map(buildRow) };
}

function buildRow({ file, row, column, code, severity, value, message, hint }: ToldProblem): readonly string[] {
  const texts = [code, severity, value === null ? '' : shortenValue(value), makePlain(message), makePlain(hint ?? '')];
  return [makePlain(file), row === null ? '' : String(row), makePlain(column ?? ''), ...texts].map(neutraliseFormula);
}

/** Whether a text starts as such a sheet does, whatever stands between its cells. */
export function isProblemTable(text: string): boolean {
  const [first = ''] = text.replace(/^\ufeff/u, '').split(/[\r\n]/u);
  return [';', ',', '\t', '|'].some(delimiter => first === HEADER.join(delimiter));
}
