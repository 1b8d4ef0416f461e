// Which files import which, as text: for `npm run house`, and for the test that holds the layers.
import { posix } from 'node:path';

/**
 * Lists what a file imports, types too: files by their path below the same root, and packages by name.
 *
 * @param {string} file
 * @param {string} code
 * @returns {string[]}
 */
export function listImports(file, code) {
  return [...code.matchAll(/(?:from |import |import\()'([^']+)'/g)].map(([, path]) => {
    if (!path.startsWith('.')) return path;
    const found = posix.join(posix.dirname(file), path);
    // AssemblyScript names no endings.
    return /\.tsx?$/.test(found) ? found : `${found}.ts`;
  });
}

/**
 * Returns the folder of a file; a file at the top is one by itself, and what is compiled otherwise belongs to its folder.
 *
 * @param {string} file
 */
export function getFolder(file) {
  const folder = posix.dirname(file).replace(/\/assembly$/, '');
  return folder === '.' ? file : folder;
}

/**
 * Draws the arrows between folders.
 *
 * @param {ReadonlyMap<string, readonly string[]>} imports of each file; packages are left out
 * @returns {Map<string, Set<string>>}
 */
export function drawArrows(imports) {
  const arrows = new Map();
  for (const [file, found] of imports) {
    const from = getFolder(file);
    const others = found.filter(path => imports.has(path)).map(getFolder);
    const known = arrows.get(from) ?? new Set();
    arrows.set(from, known);
    for (const to of others) if (to !== from) known.add(to);
  }
  return arrows;
}

/**
 * Lists what can be reached from itself.
 *
 * @param {ReadonlyMap<string, Iterable<string>>} arrows
 * @returns {string[]}
 */
export function listCircles(arrows) {
  return [...arrows.keys()].filter(start => {
    const reached = new Set(arrows.get(start));
    for (const one of reached) for (const next of arrows.get(one) ?? []) reached.add(next);
    return reached.has(start);
  });
}
