import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What each part of src may import besides itself: its folders, and packages. The reasons are in ARCHITECTURE.md. */
const LAYERS: Readonly<Record<string, { readonly parts: readonly string[]; readonly packages: readonly string[] }>> = {
  domain: { parts: [], packages: ['node:crypto'] },
  solve: { parts: [], packages: [] },
  parse: {
    parts: ['domain'],
    packages: [
      'csv-parse/sync',
      'fastest-levenshtein',
      'iconv-lite',
      'node:buffer',
      'node:module',
      'windows-iana',
      'zod',
    ],
  },
  pair: { parts: ['domain'], packages: [] },
  assign: { parts: ['domain', 'solve'], packages: [] },
  explain: { parts: ['domain'], packages: [] },
  verify: { parts: ['domain'], packages: [] },
  render: { parts: ['domain'], packages: ['csv-stringify/sync'] },
  sample: { parts: ['domain', 'render'], packages: [] },
  init: { parts: ['domain'], packages: [] },
  io: {
    parts: ['domain'],
    packages: [
      'hucre',
      'node:fs',
      'node:inspector',
      'node:module',
      'node:os',
      'node:path',
      'node:readline',
      'node:timers/promises',
      'node:url',
      'node:worker_threads',
      'node:zlib',
    ],
  },
  'coverage.ts': { parts: ['domain', 'pair', 'tandems.ts'], packages: [] },
  'check.ts': { parts: ['coverage.ts', 'domain', 'explain', 'pair'], packages: [] },
  'besides.ts': { parts: ['coverage.ts', 'domain', 'pair', 'tandems.ts'], packages: [] },
  'advise.ts': { parts: ['besides.ts', 'chain', 'coverage.ts', 'domain', 'explain', 'pair'], packages: [] },
  'tandems.ts': { parts: ['assign', 'domain', 'explain', 'pair'], packages: [] },
  'release.ts': { parts: ['assign', 'domain', 'pair', 'tandems.ts'], packages: [] },
  'match.ts': { parts: ['assign', 'chain', 'domain', 'explain', 'pair', 'tandems.ts', 'verify'], packages: [] },
  'verify.ts': { parts: ['chain', 'domain', 'explain', 'pair', 'parse', 'render', 'verify'], packages: [] },
  chain: { parts: ['domain', 'verify'], packages: [] },
  'forced.ts': { parts: ['domain', 'pair', 'parse', 'tandems.ts'], packages: [] },
  'account.ts': { parts: ['chain', 'domain', 'explain', 'forced.ts', 'pair', 'verify', 'verify.ts'], packages: [] },
  commands: {
    parts: [
      'account.ts',
      'advise.ts',
      'check.ts',
      'domain',
      'init',
      'io',
      'match.ts',
      'pair',
      'parse',
      'release.ts',
      'render',
      'sample',
      'verify.ts',
    ],
    packages: ['node:path', 'node:url'],
  },
  'mate.ts': { parts: ['domain', 'io', 'match.ts'], packages: ['node:worker_threads'] },
  'program.ts': { parts: ['commands', 'domain', 'sample'], packages: ['commander'] },
  'cli.ts': {
    parts: ['commands', 'domain', 'io', 'program.ts', 'render'],
    packages: ['chalk', 'commander', 'node:fs'],
  },
};

/** The parts that know no files, no clock, no chance and no terminal. */
const SHELL = ['io', 'commands', 'mate.ts', 'program.ts', 'cli.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join('src', name), 'utf8') }));

const partOf = (name: string) => name.split('/')[0] ?? name;

/** The parts and packages that a file imports. */
function importsOf({ name, text }: { name: string; text: string }): string[] {
  const here = name.split('/').slice(0, -1);
  return [...text.matchAll(/(?:from |import |import\()'([^']+)'/gu)].map(([, path = '']) => {
    if (!path.startsWith('.')) return path;
    const steps = [...here, ...path.split('/')].filter(step => step !== '.');
    while (steps.includes('..')) steps.splice(steps.indexOf('..') - 1, 2);
    return partOf(steps.join('/'));
  });
}

test('every part of src has a place among the layers', () => {
  expect([...new Set(files.map(({ name }) => partOf(name)))].sort()).toEqual(Object.keys(LAYERS).sort());
});

test('imports run one way', () => {
  const crossings = files.flatMap(file => {
    const part = partOf(file.name);
    const allowed = [part, ...(LAYERS[part]?.parts ?? []), ...(LAYERS[part]?.packages ?? [])];
    return importsOf(file)
      .filter(found => !allowed.includes(found))
      .map(found => `${file.name} imports ${found}`);
  });
  expect(crossings).toEqual([]);
});

test('what verify runs has nothing to do with the solver', () => {
  const reached = new Set(['verify.ts']);
  for (const part of reached) {
    for (const file of files.filter(({ name }) => partOf(name) === part)) {
      for (const found of importsOf(file)) if (found in LAYERS) reached.add(found);
    }
  }
  expect([...reached].filter(part => ['solve', 'assign', 'tandems.ts', 'match.ts'].includes(part))).toEqual([]);
});

test('the core asks no clock, no chance, no process, no console and no disk', () => {
  const forbidden = /\bDate\b|Math\.random|\bprocess\.|\bconsole\.|node:fs|localeCompare|toLocale/u;
  const core = files.filter(({ name }) => !SHELL.includes(partOf(name)));
  const found = core.filter(({ text }) => forbidden.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')));
  expect(found.map(({ name }) => name)).toEqual([]);
});

test('nine of ten functions are under 30 lines, and none is over 50', () => {
  const lengths = files.flatMap(({ name, text }) => functionLengths(text).map(length => ({ name, length })));
  expect(lengths.length).toBeGreaterThan(200);
  expect(lengths.filter(({ length }) => length >= 30).length).toBeLessThan(lengths.length / 10);
  expect(lengths.filter(({ length }) => length > 50)).toEqual([]);
});

/** Lines of each named function and method; the formatter puts a closing brace in the column of the first word. */
function functionLengths(text: string): number[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const isFunction =
      /^\s*(export )?(async )?function\b/u.test(line) || /^ {2}(async )?#?[a-z]\w*\(([^.]*\{)?$/u.test(line);
    if (!isFunction || !/[({]$/u.test(line)) return [];
    const indent = line.length - line.trimStart().length;
    const end = lines.findIndex((other, index) => index > start && other === `${' '.repeat(indent)}}`);
    return end < 0 ? [] : [end - start + 1];
  });
}
