import { neutralised } from '../../domain/formula.ts';
import type { Problem } from '../../domain/problems.ts';
import { plain, shortened } from '../../domain/text.ts';
import type { Table } from './csv.ts';

const HEADER = ['file', 'row', 'column', 'code', 'severity', 'value', 'message', 'hint'];

/** Problems as a sheet to work through: one row a problem, in their order. */
export function problemTable(problems: readonly Problem[]): Table {
  return { header: HEADER, rows: problems.map(rowOf) };
}

function rowOf({ file, row, column, code, severity, value, message, hint }: Problem): readonly string[] {
  const texts = [code, severity, value === null ? '' : shortened(value), plain(message), plain(hint ?? '')];
  return [plain(file), row === null ? '' : String(row), plain(column ?? ''), ...texts].map(neutralised);
}

/** Whether a text starts as such a sheet does, whatever stands between its cells. */
export function isProblemTable(text: string): boolean {
  const [first = ''] = text.replace(/^\ufeff/u, '').split(/[\r\n]/u);
  return [';', ',', '\t', '|'].some(delimiter => first === HEADER.join(delimiter));
}
