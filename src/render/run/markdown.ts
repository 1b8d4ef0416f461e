import { makePlain } from '../../domain/text.ts';

/**
 * A text as a page in Markdown shows it, whatever it holds: no mark-up, no entities, no
 * cell that ends early, on one line.
 */
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

/** A page of ours as the rows of a sheet: a table's cells each in a column, and any other line in the first one. */
export function listCellRows(page: string): (string | number)[][] {
  const lines = page.trimEnd().split('\n');
  return lines
    .filter(line => !RULER.test(line))
    .map(line => (line.startsWith('| ') ? splitCells(line) : [readLine(line)]));
}

/** The line below the head of a table. */
const RULER = /^\|(?: -{3}:? \|)+$/u;

function splitCells(line: string): (string | number)[] {
  const cells = line.slice(2, -2).split(' | ').map(unescapeMarkdown);
  return cells.map(cell => (/^-?\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell));
}

function readLine(line: string): string {
  return unescapeMarkdown(line.replace(/^(?:#+|-) /u, ''));
}

function unescapeMarkdown(text: string): string {
  return text.replace(/\\([\\`*_<>[\]|~&#])/gu, '$1');
}
