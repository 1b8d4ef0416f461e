import { makePlain } from '../../domain/text.ts';

/** A text as a page in Markdown shows it, whatever it holds: no mark-up, no entities, no cell that ends early, on one line. */
export function escapeMarkdown(text: string): string {
  return makePlain(text).replace(/[\\`*_<>[\]|~&#]/gu, '\\$&');
}

/** A column of a table, and what stands in it for each row; numbers stand at the right. */
export interface MarkdownColumn<Row> {
  readonly name: string;
  readonly cell: (row: Row) => string | number;
}

/** The lines of a table. */
export function formatTable<Row>(columns: readonly MarkdownColumn<Row>[], rows: readonly Row[]): string[] {
  const isNumber = ({ cell }: MarkdownColumn<Row>) => rows.every(row => typeof cell(row) === 'number');
  const joinCells = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    joinCells(columns.map(({ name }) => name)),
    joinCells(columns.map(column => (isNumber(column) ? '---:' : '---'))),
    ...rows.map(row => joinCells(columns.map(({ cell }) => escapeMarkdown(String(cell(row)))))),
  ];
}
