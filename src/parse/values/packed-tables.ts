/** The lines of a table of scripts/tables.js, each as its parts. */
export function splitTable(table: string): string[][] {
  return table.split('\n').map(line => line.split('\t'));
}
