import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** What stands between the cells of a CSV of ours, by its header. */
export function findDelimiter(text: string): string {
  return text.split('\n')[0]?.includes(';') ? ';' : ',';
}

/** The rows of a CSV of ours, by the names of its columns. */
export function readRows(path: string): Row[] {
  const text = readFileSync(path, 'utf8');
  return parse(text, { bom: true, columns: true, delimiter: findDelimiter(text) });
}
