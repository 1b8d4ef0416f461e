/** The limits as they are written, so that a form can change them. */
import type { Inputs } from '../../folders/inputs.ts';
import { parseSide } from '../../parse/values/cells.ts';
import { LIMIT_FIELDS, type LimitField, type ShownSheet, type WrittenLimits } from './questions.ts';

/** null where there are none, or where the sheet could not be read. */
export function listLimitRows({ understood }: Inputs, shown: readonly ShownSheet[]): WrittenLimits | null {
  const columns = understood.sheets.find(({ role }) => role === 'limits')?.columns ?? [];
  const sheet = shown.find(({ role }) => role === 'limits');
  if (sheet === undefined) return null;
  const find = (field: LimitField) => columns.findIndex(({ column }) => column === field);
  const headers = LIMIT_FIELDS.map(field => [field, columns[find(field)]?.header ?? field] as const);
  const rows = sheet.rows.map(({ row, cells }) => {
    const read = (field: LimitField) => cells[find(field)]?.trim() ?? '';
    return { row, country: read('country'), side: nameSide(read('side')), min: read('min'), max: read('max') };
  });
  return { file: sheet.file, headers: Object.fromEntries(headers) as WrittenLimits['headers'], rows };
}

/** "Mentees" is mentee; what is none of both stays, and is told. */
function nameSide(cell: string): string {
  const found = parseSide(cell);
  return typeof found === 'string' ? found : cell;
}
