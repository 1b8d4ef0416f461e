import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildConfigSchema } from '../../../src/parse/config/json-schema.ts';

test('config.schema.json is what the program reads configs with (npm run schema writes it)', () => {
  expect(JSON.parse(readFileSync('config.schema.json', 'utf8'))).toEqual(buildConfigSchema());
});
