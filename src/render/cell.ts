/** What a spreadsheet takes for the start of a formula; some programs look past blanks, and read full-width signs alike. */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/u;

/** A text that a spreadsheet shows and never runs. `neutralised` and `restored` are each other's inverse. */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was neutralised. */
export function restored(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/**
 * Points in a CSV for people: thousandths as a decimal number. A spreadsheet that uses `;` between cells uses a comma in
 * numbers (and would read 4.5 as the fourth of May), so the decimal sign follows the delimiter.
 */
export function pointsCell(thousandths: number, delimiter: string): string {
  const text = String(thousandths / 1000);
  return delimiter === ',' ? text : text.replace('.', ',');
}
