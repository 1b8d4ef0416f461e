/**
 * Puts what `rmentor` runs together in dist/, out of the modules in build/ and the packages that they import: Node takes longer
 * to find three hundred files than to run them. What is loaded late stays in files of its own; nothing is shortened or renamed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Packages of which scripts/tables.js takes what they know. */
const PACKAGES_OF_TABLES = [
  '@cospired/i18n-iso-languages',
  'i18n-iso-countries',
  'iconv-lite',
  'moment-timezone',
  'windows-iana',
].map(name => `node_modules/${name}`);

const bundle = await rolldown({
  input: ['build/cli.js', 'build/worker.js'],
  platform: 'node',
  onLog: (_level, { message }) => {
    throw new Error(message);
  },
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'esm',
  chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? '[name].js' : 'shared/[name]-[hash].js'),
});
await bundle.close();
writeFileSync('dist/LICENSES.txt', licensesOf([...packagesIn(output), ...PACKAGES_OF_TABLES].sort()));

/** The folders of the packages of which something came into the files. */
function packagesIn(files) {
  const modules = files.flatMap(({ moduleIds }) => moduleIds ?? []).map(id => id.replaceAll('\\', '/'));
  return [...new Set(modules.flatMap(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0] ?? []))];
}

/** Their licenses ask to be passed on with copies. */
function licensesOf(packages) {
  const texts = packages.map(folder => {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e/iu.test(entry));
    if (file === undefined) throw new Error(`${name} has no license that could be passed on`);
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
