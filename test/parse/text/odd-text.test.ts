/** @module-tag slow */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOddTexts, ODD_TEXT } from '../../../src/parse/text/odd-text.ts';
import { findSigns } from '../../../src/parse/text/sign-search.ts';
import { runMatch, runVerify, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

const raw = { file: 'people.csv', mayBeOdd: true } as Parameters<typeof listOddTexts>[0];
const toldOf = (cell: string) => listOddTexts(raw, ['name'], [{ row: 2, cells: [cell] }], false);

const ODD = [
  'JÃ¼rgen',
  'Â\u00a0x',
  'â€“x',
  'J√ºrgen',
  'Mьnchen',
  'Se?or',
  'a &amp; b',
  '&#8217;',
  '&#x27;',
  "'123",
  'Ꜣ𞀰',
];
const PLAIN = ["O'Brien", 'R&D; Ops', 'Zoë', 'Ben?', 'Москва', 'https://x.example/?q=a', 'Ñandú'];

test.each(ODD)('%j is odd, and a file that holds it may be', cell => {
  expect(toldOf(cell)).toHaveLength(1);
  expect(findSigns(Buffer.from(`name,city\n${cell},Rome\n`), [ODD_TEXT])).toEqual([true]);
});

test.each(PLAIN)('%j is not', cell => {
  expect(toldOf(cell)).toEqual([]);
});

test('a file that may not be odd has no odd cell', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc
      .array(fc.constantFrom(..."aÃ√Âж?&;'1#xÄ🙂é€â", '\u0501', '\u1c80', '\u2de0', '\ua640'), { maxLength: 6 })
      .map(x => x.join('')),
  );
  const holds = (text: string) => {
    if (toldOf(text).length > 0) expect(findSigns(Buffer.from(`${text}\n`), [ODD_TEXT])).toEqual([true]);
  };
  fc.assert(fc.property(cell, holds), { numRuns: runs(20_000) });
});

test('a run of people whose names are odd is proven', async () => {
  const folder = workFolder();
  const sheet = (side: 'mentors' | 'mentees') => {
    const rows = ODD.map((name, n) => [`${side}${n}`, `${name} ${side}`, `${side}${n}@example.org`, name, 'DE']);
    writeFileSync(join(folder, `${side}.csv`), stringify([['id', 'name', 'email', 'department', 'country'], ...rows]));
    return join(folder, `${side}.csv`);
  };
  const out = join(folder, 'run');
  const { exit, err } = await runMatch({ mentors: sheet('mentors'), mentees: sheet('mentees'), out, config: null });
  expect({ exit, isTold: err.includes('W147') }).toEqual({ exit: 0, isTold: true });
  expect(await runVerify(out)).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
});
