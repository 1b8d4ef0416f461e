import { expect, test } from 'vitest';
import { parseEmail } from '../../../src/parse/values/cells.ts';
import { told } from '../../support/told.ts';

/** What is advised where a cell is no address; null where it is one. */
function adviceOn(cell: string): string | null {
  const found = parseEmail(cell);
  return typeof found === 'string' ? null : told(found({ file: 'people.csv' })).hint;
}

test.each([
  'Ada Brandt <ada@example.org>',
  '[ada@example.org](mailto:ada@example.org)',
  'mailto:Ada@example.org',
  '"ada@example.org"',
  'ada@example.org;',
  'ada@example,org',
  'Ada (ada@example.org)',
])('the one address in %j is asked back', cell => {
  expect(adviceOn(cell)).toBe('did you mean ada@example.org?');
});

test.each(['dirk vos@example.org', 'ada@example.org; ben@example.org', 'ada..b@example.org', 'ada(at)example.org'])(
  'of %j nobody knows what is meant',
  cell => {
    expect(adviceOn(cell)).toBe('write one e-mail address, like ada@example.org');
  },
);
