/**
 * Writes dist/library.d.cts: what other programs import, as types in one file, out of those that the compiler makes of
 * src/library/. None of them speaks of anything outside of that folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FOLDER = 'build/types/library';
const INDEX = 'index.d.ts';

const index = readFileSync(`${FOLDER}/${INDEX}`, 'utf8');
const files = [...index.matchAll(/ from '\.\/(.+)\.ts';$/gmu)].map(([, name]) => `${name}.d.ts`).sort();
const parts = [INDEX, ...files].map(file => {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8').replace(/^(?:import|export) .* from '\.\/.*';\n/gmu, '');
  if (/^import |\bimport\(/mu.test(text)) throw new Error(`${file} speaks of what is not shipped`);
  return text;
});
writeFileSync('dist/library.d.cts', parts.join(''));
