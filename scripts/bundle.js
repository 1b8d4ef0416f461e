/**
 * Puts what `rmentor` runs together in dist/, out of the modules in build/ and the packages that they import: Node takes longer
 * to find three hundred files than to run them. What is loaded late stays in files of its own; nothing is shortened or renamed.
 * They are CommonJS, since V8 can keep what it makes of these alone (bin/load.js).
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

/** Packages of which scripts/tables.js takes what they know. */
const PACKAGES_OF_TABLES = [
  '@cospired/i18n-iso-languages',
  'i18n-iso-countries',
  'iconv-lite',
  'moment-timezone',
  'windows-iana',
].map(name => `node_modules/${name}`);

/** What each call needs, whatever is called: one file is found sooner than ten. */
const AT_START = new Set(
  ['build/cli.js', 'build/render/words/en/index.js'].flatMap(file => listImported(resolve(file))),
);

/** Of two packages the core takes what runs anywhere; with Node's own Buffer the same code is half as large, and takes half the time. */
const FOR_NODE = {
  'csv-parse/browser/esm/sync': 'csv-parse/sync',
  'csv-stringify/browser/esm/sync': 'csv-stringify/sync',
};

const bundle = await rolldown({
  input: { cli: 'build/cli.js', worker: 'build/worker.js', library: 'build/library/index.js' },
  platform: 'node',
  resolve: { alias: FOR_NODE },
  onLog: (_level, { message }) => {
    throw new Error(message);
  },
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'cjs',
  strict: true,
  entryFileNames: '[name].cjs',
  plugins: [{ name: 'spell-out-arrows', renderChunk: spellOutArrows }],
  codeSplitting: { groups: [{ name: 'start', test: id => AT_START.has(id) }] },
  chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? '[name].cjs' : 'shared/[name]-[hash].cjs'),
});
await bundle.close();
for (const { fileName, code } of output) writeFileSync(join('dist', fileName), escapeLetters(code));
writeFileSync('dist/LICENSES.txt', licensesOf([...packagesIn(output), ...PACKAGES_OF_TABLES].sort()));
const { status, stderr } = spawnSync(process.execPath, ['scripts/precompile.js'], { encoding: 'utf8' });
if (status !== 0) throw new Error(stderr);

/**
 * In files of sentences, x => f(x) becomes function (x) { return (f(x)); }. V8 reads an arrow function as a whole when its file is loaded,
 * and only looks for the end of such a function until it is called: of the thousand sentences of a language, a call says ten.
 */
function spellOutArrows(code, { moduleIds }) {
  if (!moduleIds.some(id => /render.words.\w+.index\.js$/u.test(id))) return null;
  let text = '';
  let done = 0;
  for (const { from, to, written } of findEdits(parseAst(code), code).sort((a, b) => a.from - b.from)) {
    text += code.slice(done, from) + written;
    done = to;
  }
  return text + code.slice(done);
}

/**
 * Letters beyond ASCII as \u00e4: a file with a single one of them has two bytes a letter, and takes Node twice as long to read. In
 * String.raw an escape would be text.
 */
function escapeLetters(code) {
  const raw = /String\.raw`[^`]*[^\0-\x7f][^`]*`/u.exec(code)?.[0];
  if (raw !== undefined) throw new Error(`a raw text has letters beyond ASCII: ${raw}`);
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** None of these functions asks for `this`, which would be another one. */
function findEdits(node, code) {
  const inner = Object.values(node)
    .flat()
    .filter(value => typeof value?.type === 'string')
    .flatMap(value => findEdits(value, code));
  if (node.type !== 'ArrowFunctionExpression') return inner;
  const { start, end, body } = node;
  const arrow = code.lastIndexOf('=>', body.start);
  const isBlock = body.type === 'BlockStatement';
  return [
    { from: start, to: start, written: 'function ' },
    { from: arrow, to: arrow + 2, written: isBlock ? '' : '{ return (' },
    ...inner,
    ...(isBlock ? [] : [{ from: end, to: end, written: '); }' }]),
  ];
}

/** The modules of ours that one loads with it, and these do in turn; sentences are loaded by language. */
function listImported(file) {
  const inner = [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) [^;]*?from '(\.[^']*)';/gmu)];
  return inner
    .map(([, path]) => resolve(dirname(file), path))
    .flatMap(path => [...(/words.(?:en|de).\w+/u.test(path) ? [] : [path]), ...listImported(path)]);
}

/** The folders of the packages of which something came into the files. */
function packagesIn(files) {
  const modules = files.flatMap(({ moduleIds }) => moduleIds ?? []).map(id => id.replaceAll('\\', '/'));
  return [...new Set(modules.flatMap(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(id)?.[0] ?? []))];
}

/** Their licenses ask to be passed on with copies. */
function licensesOf(packages) {
  const texts = packages.map(folder => {
    const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find(entry => /^licen[cs]e/iu.test(entry));
    const text = file === undefined ? writeLicense(about) : readFileSync(join(folder, file), 'utf8');
    return `${about.name} ${about.version}\n\n${text.trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** A package may name the MIT license, and leave its text out. */
function writeLicense({ name, license, author }) {
  if (license !== 'MIT') throw new Error(`${name} has no license that could be passed on`);
  const own = readFileSync('LICENSE', 'utf8');
  return `MIT License\n\nCopyright (c) ${author}\n\n${own.slice(own.indexOf('Permission is hereby granted'))}`;
}
