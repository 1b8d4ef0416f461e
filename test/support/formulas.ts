/**
 * The cells that a spreadsheet shows of a file's lines, whatever it divides them at; quotes count only at a cell's start.
 * A reading of its own, as lenient as those of Excel and LibreOffice.
 */
function cellsOf(text: string, separator: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; at < text.length; at++) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      }
      at++;
    }
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') cell += text[at++];
    cells.push(cell);
    at++;
  }
  return cells;
}

const RUNS = /^["\s]*[=+\-@＝＋－＠]/u;
const NUMBER = /^[+-]?[\d.,]+$/u;

/** The cells of a text that a spreadsheet would run, at whichever of its list separators. */
export function formulasIn(text: string): string[] {
  const seen = [',', ';', '\t', '|'].flatMap(separator => cellsOf(text.replace(/^\ufeff/u, ''), separator));
  return seen.filter(cell => RUNS.test(cell) && !NUMBER.test(cell));
}
