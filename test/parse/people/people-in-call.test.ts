import { describe, expect, test } from 'vitest';
import { findAskedPerson, pairAskedFor } from '../../../src/parse/people/people-in-call.ts';
import { mentee, mentor, roster } from '../../support/rosters.ts';
import { told } from '../../support/told.ts';

const PEOPLE = {
  ...roster(
    [
      mentor('m1', { name: 'Zoë Müller', email: 'zoe@example.org', department: 'IT' }),
      mentor('m2', { name: 'Anna Lind', email: 'anna.lind@example.org' }),
      mentor('m3', { name: 'Łukasz Straß', email: 'l@example.org' }),
      mentor('both', { name: 'Bo Both', email: 'bo@example.org' }),
    ],
    [
      mentee('e1', { name: 'Anna Roth', email: 'anna.roth@example.org' }),
      mentee('e2', { name: 'Anna-Lena Lindner', email: 'al@example.org' }),
      mentee('both', { name: 'Bo Both', email: 'bo@example.org' }),
      mentee('e3', { name: 'Dee Twice', email: 'dee@example.org' }),
      mentee('e4', { name: 'Dee Twice', email: 'd.twice@example.org' }),
      mentee('e5', { name: 'Ed Twin', email: 'ed@example.org' }),
    ],
  ),
  withdrawn: [{ side: 'mentee', person: mentee('e9', { name: 'Wanda Gone', email: 'w@example.org' }) }] as const,
};

/** The ids that a text means, or the message why it means none. */
function asked(text: string): string[] | string {
  const found = findAskedPerson(text, PEOPLE, 'run');
  return 'code' in found
    ? `${found.code} ${told(found).message}; ${told(found).hint}`
    : found.map(({ side, person }) => `${side} ${person.id}`);
}

function askedPair(one: string, other: string): string {
  const found = pairAskedFor(one, other, PEOPLE, 'run');
  if ('code' in found) return `${found.code} ${told(found).message}`;
  return `${PEOPLE.mentors[found.mentor]?.id} ${PEOPLE.mentees[found.mentee]?.id}`;
}

describe('somebody is meant by', () => {
  test.each<[what: string, text: string, ids: string[]]>([
    ['an id in any case', 'M1', ['mentor m1']],
    ['an address in any case', 'Anna.Roth@Example.org', ['mentee e1']],
    ['a whole name', 'Anna Lind', ['mentor m2']],
    ['a name without its accents', 'zoe muller', ['mentor m1']],
    ['umlauts as two letters', 'Mueller', ['mentor m1']],
    ['letters that are no accents', 'lukasz strass', ['mentor m3']],
    ['the last name first', 'Müller, Zoë', ['mentor m1']],
    ['words in another order', 'roth anna', ['mentee e1']],
    ['a part that is one person’s', 'roth', ['mentee e1']],
    ['a whole word before the beginning of one', 'lind', ['mentor m2']],
    ['beginnings of words', 'an ro', ['mentee e1']],
    ['one part of a double name', 'Lena', ['mentee e2']],
    ['a name in both sheets', 'bo', ['mentor both', 'mentee both']],
    ['a name of who withdrew', 'wanda', ['mentee e9']],
  ])('%s: %s', (_, text, ids) => {
    expect(asked(text)).toEqual(ids);
  });

  test.each<[what: string, text: string, says: RegExp]>([
    [
      'several people',
      'anna',
      /^E161 "anna" could be Anna Lind \(m2, .*\), Anna Roth \(e1, .*\) or Anna-Lena Lindner \(e2/u,
    ],
    ['two of the same name', 'Dee Twice', /^E161 .*\(e3, .*\(e4, /u],
    ['nobody, though nearly', 'Ana Rot', /^E160 .*; did you mean Anna Roth \(e1, mentee in , DE\)\?/u],
    ['nobody, though an id is near', 'm7', /^E160 .*did you mean .*\(m1, /u],
    ['nobody at all', 'Xenophon', /^E160 .*; give an id/u],
    ['no letters', '?!', /^E160 /u],
  ])('but not %s: %s', (_, text, says) => {
    expect(asked(text)).toMatch(says);
  });
});

describe('two people are meant', () => {
  test.each<[what: string, one: string, other: string, says: string | RegExp]>([
    ['in either order', 'roth', 'zoe', 'm1 e1'],
    ['by a name that only one of the other side has', 'zoe', 'dee', /^E161 "dee" could be/u],
    ['by a part that two sides share, where the other person decides', 'lind', 'e1', 'm2 e1'],
    ['by a part that is a mentor and mentees, where only the mentee can be', 'zoe', 'roth', 'm1 e1'],
    ['by an ambiguous part, where the other side leaves one', 'e5', 'lind', 'm2 e5'],
    ['first as mentor where they could be either', 'both', 'e5', 'both e5'],
    ['never among mentors alone', 'zoe', 'lukasz', /^E162 .* are both mentors/u],
    ['never where one withdrew', 'zoe', 'wanda', /^E162 Wanda Gone .* withdrew/u],
    ['never where one is nobody', 'zoe', 'nobody', /^E160 "nobody" is not in the sheets/u],
  ])('%s: %s %s', (_, one, other, says) => {
    if (typeof says === 'string') expect(askedPair(one, other)).toBe(says);
    else expect(askedPair(one, other)).toMatch(says);
  });
});
