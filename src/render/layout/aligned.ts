/** Rows of a table for a terminal, the header first. @param left which columns stand at the left of their width. */
export function alignColumns(rows: readonly (readonly string[])[], left: (column: number) => boolean): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows.map(row => {
    const cells = row.map((cell, at) => (left(at) ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)));
    return cells.join('  ').trimEnd();
  });
}
