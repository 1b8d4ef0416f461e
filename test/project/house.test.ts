import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginsWithVerb, isComponent, measureHouse } from '../../scripts/house/measure.js';
import { workFolder } from '../support/run.ts';

const VERBS = new Set(readFileSync('scripts/verbs.txt', 'utf8').split(/\s+/u));

test('folders, arrows, types and functions of a house are counted', () => {
  const folder = workFolder();
  mkdirSync(join(folder, 'a/deep'), { recursive: true });
  mkdirSync(join(folder, 'b'));
  writeFileSync(
    join(folder, 'top.ts'),
    "import { findOne } from './a/one.ts';\nexport interface Tree {}\nfindOne();\n",
  );
  writeFileSync(
    join(folder, 'a/one.ts'),
    "import type { Tree } from '../b/two.ts';\nexport function findOne(): Tree {\n  return {};\n}\nconst found = () => 1;\n",
  );
  writeFileSync(
    join(folder, 'b/two.ts'),
    "import '../a/deep/three.ts';\nexport interface Tree {}\nclass Two {\n  #cut() {}\n}\n",
  );
  writeFileSync(join(folder, 'b/card.tsx'), "import './two.ts';\nexport function Card() {\n  return <p>one</p>;\n}\n");
  writeFileSync(
    join(folder, 'a/deep/three.ts'),
    "import { findOne } from '../one.ts';\nexport const last = findOne;\n",
  );
  expect(measureHouse(folder)).toMatchObject({
    folders: ['a', 'b', 'top.ts'],
    arrows: ['a/deep → a', 'a → b', 'b → a/deep', 'top.ts → a'],
    circles: ['a/deep', 'a', 'b'],
    types: expect.arrayContaining([{ name: 'Tree', files: ['b/two.ts', 'top.ts'] }]),
    functions: [
      { name: 'findOne', file: 'a/one.ts', lines: 3 },
      { name: 'found', file: 'a/one.ts', lines: 1 },
      { name: 'Card', file: 'b/card.tsx', lines: 3 },
      { name: 'cut', file: 'b/two.ts', lines: 1 },
    ],
  });
});

test.each([
  ['findHallSet', true],
  ['#countSlots', true],
  ['isOne', true],
  ['found', false],
  ['pairsOf', false],
  ['byName', false],
])('whether %s begins with a verb: %j', (name, expected) => {
  expect(beginsWithVerb(name.replace('#', ''), VERBS)).toBe(expected);
});

test('no type has two meanings, and functions begin with a verb', () => {
  const { types, functions } = measureHouse('src');
  // Other programs call a run a run: what they get of it has the word, whatever we hold of it.
  const own = types.map(({ name, files }) => ({
    name,
    files: files.filter(file => !file.endsWith('library/types.ts')),
  }));
  expect(own.filter(({ files }) => files.length > 1)).toEqual([]);
  // Messages are called by what is wrong (domain/problems.ts), components by what they show, and small functions that stand for a value by it.
  const others = functions.filter(one => !beginsWithVerb(one.name, VERBS) && !isComponent(one));
  expect(others.length).toBeLessThan(functions.length / 8);
});
