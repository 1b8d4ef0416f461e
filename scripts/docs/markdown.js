/** A table in Markdown, of cells that are Markdown. */
export function formatTable(header, rows) {
  const joinCells = cells => `| ${cells.join(' | ')} |`;
  return [header, header.map(() => '---'), ...rows].map(joinCells).join('\n');
}

export function quoteCode(text) {
  return `\`${text}\``;
}
