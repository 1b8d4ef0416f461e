/**
 * Where a spreadsheet may take the start of a cell for the start of a formula: at the start of the text, and behind
 * each character by which it may divide a line into cells. Which one that is depends on the computer, not on our file:
 * a German Excel divides at every `;` of a file with commas, the quotes around our cell notwithstanding. Some programs
 * look past blanks and quotes, and read full-width signs alike.
 */
const FORMULA = /(?<=^|[,;|\t\r\n])(?=['"\s]*[=+\-@\t\r＝＋－＠])/gu;

/** A text without any of these signs holds no formula: asking that first costs less. */
const SIGN = /[=+\-@\t\r＝＋－＠]/u;

/** A text that a spreadsheet shows and never runs, whatever it divides lines at. `restoreFormula` takes it back. */
export function neutraliseFormula(text: string): string {
  return SIGN.test(text) ? text.replace(FORMULA, "'") : text;
}

/** A quote that `neutraliseFormula` may have put there. */
const QUOTED = /(?<=^|[,;|\t\r\n])'(?=['"\s]*[=+\-@\t\r＝＋－＠])/gu;

/** The text that was neutralised; a text that cannot have been is returned as it is. */
export function restoreFormula(cell: string): string {
  if (!cell.includes("'")) return cell;
  const text = cell.replace(QUOTED, '');
  return neutraliseFormula(text) === cell ? text : cell;
}
