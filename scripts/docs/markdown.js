/** A table in Markdown, of cells that are Markdown. */
export function formatTable(header, rows) {
  const joinCells = cells => `| ${cells.join(' | ')} |`;
  return [header, header.map(() => '---'), ...rows].map(joinCells).join('\n');
}

export function quoteCode(text) {
  return `\`${text}\``;
}

/**
 * What is said of each thing that the code knows, by its name. Fails where one has no text, or where a text is of nothing, so
 * that no page falls behind the code.
 */
export function lookUpTexts(what, names, texts) {
  const missing = names.filter(name => texts[name] === undefined);
  const idle = Object.keys(texts).filter(name => !names.includes(name));
  if (missing.length + idle.length > 0) {
    throw new Error(
      `${what} without a text: ${missing.join(', ') || '–'}; texts of nothing: ${idle.join(', ') || '–'}`,
    );
  }
  return names.map(name => [name, texts[name]]);
}
