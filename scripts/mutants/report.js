/** A row about a mutant that changes nothing: `| \`id\` | where | what | equivalent because … |`. */
const ROW = /^\| `([0-9a-f]{10})` \| (\S+):\d+ \| .* \| equivalent because (?:.+) \|$/gmu;

/**
 * What became of mutants, by file, and what is left to do.
 * @param {(import('./operators.js').Mutant & { killer: string | null })[]} mutants
 * @param {string} reasons the page with rows about survivors @param {number} wanted the share that must be killed
 */
export function reportOf(mutants, reasons, wanted) {
  const excused = new Map([...reasons.matchAll(ROW)].map(([, id, file]) => [id, file]));
  const files = [...new Set(mutants.map(({ file }) => file))];
  const survivors = mutants.filter(({ killer }) => killer === null);
  const open = survivors.filter(({ id }) => !excused.has(id));
  const alive = new Set(survivors.map(({ id }) => id));
  const stale = [...excused].filter(([id, file]) => files.includes(file) && !alive.has(id)).map(([id]) => id);
  const share = (mutants.length - survivors.length) / mutants.length;
  const text = [
    ...open.map(rowOf),
    ...stale.map(id => `${id} has a reason, but is killed or not there any more`),
    '| file | mutants | killed | equivalent | open | killed of all |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...files.map(file =>
      figures(
        file,
        mutants.filter(mutant => mutant.file === file),
        excused,
      ),
    ),
    figures('all', mutants, excused),
  ].join('\n');
  return { text, isGood: open.length === 0 && stale.length === 0 && share >= wanted };
}

/** As docs/mutants.md has it, but for the reason. */
function rowOf({ id, file, line, operator, original, replacement, isStatement }) {
  const shown = text => `\`${text.replace(/\s+/gu, ' ').replaceAll('|', '\\|').slice(0, 90)}\``;
  const change = isStatement ? `${shown(original)} left out` : `${shown(original)} → ${shown(replacement)}`;
  return `| \`${id}\` | ${file}:${line} | ${operator}: ${change} | equivalent because  |`;
}

function figures(file, mutants, excused) {
  const survivors = mutants.filter(({ killer }) => killer === null);
  const equivalent = survivors.filter(({ id }) => excused.has(id)).length;
  const killed = mutants.length - survivors.length;
  // Cut, not rounded: 100 % means all.
  const share = (Math.floor((1000 * killed) / mutants.length) / 10).toFixed(1);
  return `| ${file} | ${mutants.length} | ${killed} | ${equivalent} | ${survivors.length - equivalent} | ${share} % |`;
}
