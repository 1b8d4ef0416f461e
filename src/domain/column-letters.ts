/** The letters of a column in a spreadsheet: F for 5, AA for 26. */
export function formatColumnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : formatColumnLetters(Math.floor(column / 26) - 1) + last;
}
