import { expect, test } from 'vitest';
import { buildOwnKind } from '../../../src/parse/meaning/cell-kinds.ts';

test('a column called like what every object has takes nothing from the config that is not there', () => {
  const reading = { levels: [], options: {}, values: {}, defaults: {} };
  const rules = new Set(['same'] as const);
  expect(buildOwnKind('constructor', rules, reading)).toEqual(buildOwnKind('hobby', rules, reading));
  expect(buildOwnKind('constructor', rules, { ...reading, defaults: { constructor: 'a' } }).otherwise).toBe('a');
});
