/**
 * Puts all mutants of a file into it, each behind a switch of its own: `$mutant(7) ? changed : as it was`. So one build serves for all.
 * @param {string} code @param {(import('./operators.js').Mutant & { number: number })[]} mutants in the order of their places
 */
export function instrumented(code, mutants) {
  const spans = spansOf(mutants);
  let next = 0;
  const print = (start, end) => {
    let out = '';
    let at = start;
    while (next < spans.length && spans[next].start < end) {
      const span = spans[next];
      next += 1;
      out += code.slice(at, span.start) + switched(span, print(span.start, span.end));
      at = span.end;
    }
    return out + code.slice(at, end);
  };
  return print(0, code.length);
}

/** Mutants of the same place together, those around before those within. */
function spansOf(mutants) {
  const spans = new Map();
  for (const mutant of mutants) {
    const key = `${mutant.start} ${mutant.end} ${mutant.isStatement}`;
    const span = spans.get(key) ?? { ...mutant, mutants: [] };
    span.mutants.push(mutant);
    spans.set(key, span);
  }
  return [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end || b.isStatement - a.isStatement);
}

function switched({ isStatement, mutants }, original) {
  if (isStatement) return `{ if (!$mutant(${mutants[0].number})) { ${original} } }`;
  return `(${mutants.map(({ number, replacement }) => `$mutant(${number}) ? (${replacement}) : `).join('')}(${original}))`;
}
