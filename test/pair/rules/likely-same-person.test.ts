/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Participant } from '../../../src/domain/roster.ts';
import { indexLikenesses, listAlikePairs } from '../../../src/pair/rules/likely-same-person.ts';
import { getPersons } from '../../../src/pair/rules/reporting-lines.ts';
import { mentee, mentor, roster } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** Names and addresses that are alike in many ways, beside some that nearly are. */
const NAMES = [
  'Ada Müller',
  'Mueller, Ada',
  'ada muller',
  'MÜLLER ADA',
  'Ada Mulle',
  'Łucja Wróbel',
  'Wrobel Lucja',
  'O’Neil Pat',
  '',
];
const EMAILS = ['ada@x.example', 'Ada+hr@x.example', 'ada@y.example', 'ada+@x.example', 'pat@x.example', ''];
const person = fc.record({ name: fc.constantFrom(...NAMES), email: fc.constantFrom(...EMAILS) });
const people = fc.array(person, { maxLength: 7 });
const pairs = fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.boolean()), { maxLength: 3 });

/** Written apart from the product: all spellings of a name, word by word, in a fixed order. */
function spellings(name: string): string[] {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter(Boolean)
      .sort()
      .join('|');
  const without = name.replaceAll('ü', 'u').replaceAll('Ü', 'u').replaceAll('ó', 'o').replaceAll('Ł', 'l');
  const spelt = name.replaceAll('ü', 'ue').replaceAll('Ü', 'ue').replaceAll('ó', 'o').replaceAll('Ł', 'l');
  return [words(without), words(spelt)].filter(Boolean);
}

function isLike(one: Participant, other: Participant): boolean {
  const bare = (email: string) => email.toLowerCase().replace(/\+.*@/u, '@');
  const isSameAddress = one.email !== '' && bare(one.email) === bare(other.email);
  return isSameAddress || spellings(one.name).some(name => spellings(other.name).includes(name));
}

test('two are alike just where name or address says so, and nothing has settled who they are', () => {
  fc.assert(
    fc.property(people, people, pairs, (left, right, told) => {
      const mentors = left.map((given, index) => mentor(`m${index}`, given));
      const mentees = right.map((given, index) => mentee(`e${index}`, given));
      const different = told.map(([one, other, isTurned]) =>
        isTurned ? ([`e${other}`, `m${one}`] as const) : ([`m${one}`, `e${other}`] as const),
      );
      const whole = { ...roster(mentors, mentees), different };
      const persons = getPersons(whole);
      const all = listAlikePairs(whole, persons, Number.POSITIVE_INFINITY);
      const found = all.first.map(pair => `m${pair.mentor} e${pair.mentee}`);
      const numbers = indexLikenesses(whole, persons);
      const expected = mentors.flatMap((one, m) =>
        mentees.flatMap((other, e) => {
          const isOne = one.email !== '' && one.email.toLowerCase() === other.email.toLowerCase();
          const isTold = different.some(pair => pair.includes(one.id as 'm0') && pair.includes(other.id as 'e0'));
          return isLike(one, other) && persons.mentors[m] !== persons.mentees[e] && !isTold && !isOne
            ? [`m${m} e${e}`]
            : [];
        }),
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
      const { length } = expected;
      for (let most = 0; most <= length; most++) {
        expect(listAlikePairs(whole, persons, most)).toEqual({ first: all.first.slice(0, most), count: length });
      }
      for (const [m] of mentors.entries()) {
        for (const [e] of mentees.entries()) {
          const share = numbers.mentor(m).some(number => numbers.mentee(e).includes(number));
          expect(share).toBe(expected.includes(`m${m} e${e}`));
        }
      }
    }),
    { numRuns: runs(1000) },
  );
});
