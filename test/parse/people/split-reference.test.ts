import { expect, test } from 'vitest';
import { readReference } from '../../../src/parse/people/split-reference.ts';

test.each<[cell: string, key: string, name: string]>([
  ['m1', 'm1', 'm1'],
  ['Ada Brandt', 'Ada Brandt', 'Ada Brandt'],
  ['Brandt, Ada', 'Brandt, Ada', 'Ada Brandt'],
  ['ada@example.org', 'ada@example.org', ''],
  ['mailto:ada@example.org', 'ada@example.org', ''],
  ['<ada@example.org>', 'ada@example.org', ''],
  ['Ada Brandt <ada@example.org>', 'ada@example.org', 'Ada Brandt'],
  ['"Brandt, Ada" <mailto:ada@example.org>', 'ada@example.org', 'Ada Brandt'],
  ['ada@example.org (Ada Brandt)', 'ada@example.org', 'Ada Brandt'],
  ['Ada Brandt (ada@example.org)', 'ada@example.org', 'Ada Brandt'],
  ['Ada Brandt (m1)', 'm1', 'Ada Brandt'],
  ['Brandt, Ada (10001)', '10001', 'Ada Brandt'],
  ['Ada Brandt (EXT)', 'Ada Brandt', 'Ada Brandt'],
  ['Brandt, Ada (extern)', 'Ada Brandt', 'Ada Brandt'],
  ['Ada Brandt (Marketing)', 'Marketing', 'Ada Brandt'],
  ['', '', ''],
])('%s names somebody by %j or %j', (cell, key, name) => {
  expect(readReference(cell)).toMatchObject({ key, name });
});
