/**
 * Points in a CSV for people: thousandths as a decimal number. A spreadsheet that uses `;` between cells uses a comma
 * in numbers (and would read 4.5 as the fourth of May), so the decimal sign follows the delimiter.
 */
export function formatPointsCell(thousandths: number, delimiter: string): string {
  const text = String(thousandths / 1000);
  return delimiter === ',' ? text : text.replace('.', ',');
}
