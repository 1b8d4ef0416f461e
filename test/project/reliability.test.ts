import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const PAGE = readFileSync('docs/reliability.md', 'utf8');
/** A file of tests or fixtures, and the tests in it that are named behind it: `test/x.test.ts`: "one", "two". */
const NAMED = /`((?:test|fixtures)\/[^`\s]+)`(?:: ("[^"]+"(?:, "[^"]+")*))?/gu;

const named = [...PAGE.matchAll(NAMED)].map(([, file = '', names = '']) => ({
  file,
  names: [...names.matchAll(/"([^"]+)"/gu)].map(([, name = '']) => name),
}));

test('every test that docs/reliability.md names is there', () => {
  expect(named.length).toBeGreaterThan(80);
  const missing = named.flatMap(({ file, names }) => {
    if (!existsSync(file)) return [file];
    const text = names.length === 0 ? '' : readFileSync(file, 'utf8');
    return names.filter(name => !text.includes(name)).map(name => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});

test('docs/reliability.md has every bad input and fault of the reference', () => {
  const numbers = (letter: string, count: number) =>
    Array.from({ length: count }, (_, at) => letter + String(at + 1).padStart(2, '0'));
  const said = new Set(PAGE.match(/\b[BF]\d\d\b/gu));
  expect([...numbers('B', 75), ...numbers('F', 24)].filter(number => !said.has(number))).toEqual([]);
});
