import type { Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { ColumnOf, Head } from '../text/dialect.ts';

/** What survey tools write below a question that has one answer. */
const GENERIC = [
  'response',
  'open-ended response',
  'antwort',
  'offene antwort',
  'réponse',
  'réponse ouverte',
  'risposta',
].concat(['respuesta', 'antwoord', 'odpowiedź']);

/**
 * A header over two rows as one, or null where it is none: cells of the first row stand over several columns, whose own
 * names are in the second (merged cells of Excel, questions of SurveyMonkey). What stands below a column that is not
 * shared is nothing, or says that an answer stands below.
 */
export function mergeHeaderRows(rows: readonly Row[], { above }: Head, columnOf: ColumnOf): Row | null {
  const first = rows[above];
  const second = rows[above + 1];
  if (first === undefined || second === undefined || !isSecond(first.cells, second.cells)) return null;
  const width = Math.max(first.cells.length, second.cells.length);
  const cells: string[] = [];
  let question = '';
  for (let column = 0; column < width; column++) {
    const [top, below] = [first.cells[column] ?? '', second.cells[column] ?? ''];
    if (top !== '') question = top;
    if (below === '' || GENERIC.includes(below.toLowerCase())) cells.push(top);
    else cells.push(columnOf(below) !== null ? below : `${question} [${below}]`);
  }
  return { row: first.row, cells };
}

/**
 * Whether each cell of the second row names a column that shares the cell above with
 * others, and nothing else stands there.
 */
function isSecond(first: readonly string[], second: readonly string[]): boolean {
  let isShared = false;
  let shares = 0;
  for (let column = 0; column < Math.max(first.length, second.length); column++) {
    const [top, below] = [first[column] ?? '', second[column] ?? ''];
    if (below.includes('@') || (top === '' && below === '' && isShared)) return false;
    if (top !== '') isShared = (first[column + 1] ?? '') === '' && (second[column + 1] ?? '') !== '';
    if (top === '' && !isShared) return false;
    if (top !== '' && !isShared && below !== '' && !GENERIC.includes(below.toLowerCase())) return false;
    if (top === '' && below !== '') shares++;
  }
  return shares > 0;
}
