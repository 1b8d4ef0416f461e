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
