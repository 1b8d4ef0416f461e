import { plain } from '../../domain/text.ts';

/** A text as a page in Markdown shows it, whatever it holds: no mark-up, no entities, no cell that ends early, on one line. */
export function escaped(text: string): string {
  return plain(text).replace(/[\\`*_<>[\]|~&#]/gu, '\\$&');
}

/** A column of a table, and what stands in it for each row; numbers stand at the right. */
export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => string | number;
}

/** The lines of a table. */
export function tableLines<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  const isNumber = ({ cell }: Column<Row>) => rows.every(row => typeof cell(row) === 'number');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ name }) => name)),
    line(columns.map(column => (isNumber(column) ? '---:' : '---'))),
    ...rows.map(row => line(columns.map(({ cell }) => escaped(String(cell(row)))))),
  ];
}
