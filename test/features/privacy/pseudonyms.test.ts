import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getRegister } from '../../../src/domain/person-register.ts';
import { makePseudonyms } from '../../../src/features/privacy/pseudonyms.ts';
import { mentee, mentor, richProgrammes, roster } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

const key = new TextEncoder().encode('a key of more than thirty-two characters');

test('one person has one pseudonym, and two have two', () => {
  fc.assert(
    fc.property(richProgrammes, ({ roster }) => {
      const register = getRegister(roster);
      const pseudonyms = makePseudonyms(roster, key);
      expect(pseudonyms).toHaveLength(register.people.length);
      const [people, names] = [new Map<number, string>(), new Map<string, number>()];
      for (const [row, name] of pseudonyms.entries()) {
        const root = register.findRoot(row);
        expect([people.get(root) ?? name, names.get(name) ?? root]).toEqual([name, root]);
        people.set(root, name);
        names.set(name, root);
        expect(name).toMatch(/^p-[0-9a-hjkmnp-tv-z]{16}$/u);
      }
    }),
    { numRuns: runs(100) },
  );
});

test('somebody keeps the pseudonym whoever else is there and on whichever side they are', () => {
  const ada = { name: 'Ada', email: 'Ada@Example.org' };
  const [first] = makePseudonyms(roster([mentor('m1', ada)], [mentee('e1')]), key);
  const [, , later] = makePseudonyms(
    roster([mentor('m7'), mentor('m9')], [mentee('e4', { ...ada, email: 'ada@example.org', department: 'IT' })]),
    key,
  );
  expect(later).toBe(first);
  const [byId, other] = makePseudonyms(roster([mentor('x', { email: '' })], [mentee('X', { email: '' })]), key);
  expect(byId).not.toBe(other);
  const elsewhere = new TextEncoder().encode('a key of more than thirty-two characterS');
  expect(makePseudonyms(roster([mentor('m1', ada)], [mentee('e1')]), elsewhere)[0]).not.toBe(first);
});

test('an id that looks like an address of somebody else is not taken for it', () => {
  const [one, other] = makePseudonyms(
    roster([mentor('address a@x.org', { email: '' })], [mentee('e', { email: 'a@x.org' })]),
    key,
  );
  expect(one).not.toBe(other);
});
