/** @module-tag slow */

import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

test('cases that others solved come out as they say, and proven', { timeout: 60_000 }, () => {
  const names = readdirSync('fixtures/cases', { withFileTypes: true }).filter(entry => entry.isDirectory());
  const said = execFileSync(process.execPath, ['scripts/cases.js', 'fixtures/cases'], { encoding: 'utf8' });
  expect(said).toContain(`${names.length} of ${names.length} cases as expected and proven`);
  expect(names.length).toBeGreaterThanOrEqual(12);
});
