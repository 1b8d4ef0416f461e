/**
 * Builds test files, each with all it imports of ours in one module, and with every mutant behind its switch. Loaded anew, such a module
 * knows nothing of what happened before. Packages stay outside.
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { instrumented } from './instrument.js';

const STAND_IN = resolve(import.meta.dirname, 'stand-in.js');

/**
 * @param {string} test a file @param {Map<string, object[]>} mutants of each file @param {string} folder for the module
 * @returns {Promise<string>} where the module is
 */
export async function buildTest(test, mutants, folder) {
  const bundle = await rolldown({
    input: test,
    platform: 'node',
    external: id => id !== 'vitest' && !/^[./]/u.test(id),
    resolve: { alias: { vitest: STAND_IN } },
    plugins: [withMutants(mutants)],
    onLog: () => {},
  });
  const file = join(folder, `${test.replaceAll(/[\\/]/gu, '-')}.mjs`);
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return file;
}

function withMutants(mutants) {
  return {
    name: 'mutants',
    load(path) {
      if (!/\.[jt]s$/u.test(path) || path.includes('node_modules')) return null;
      const file = relative('.', path).replaceAll('\\', '/');
      const code = instrumented(readFileSync(path, 'utf8'), mutants.get(file) ?? []);
      const url = JSON.stringify(pathToFileURL(path).href);
      return { code: code.replaceAll('import.meta.url', url), moduleType: path.endsWith('.ts') ? 'ts' : 'js' };
    },
  };
}
