import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Directory } from '../../../src/parse/people/people-index.ts';
import { findByCells, makeNamingCells } from '../../../src/parse/people/row-cells-naming-a-person.ts';
import { mentee, mentor, roster } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** Few names and addresses, so that many are shared, with ids that look like each other and like names. */
const person = fc.record({
  name: fc.constantFrom('Ada Brandt', 'Brandt, Ada', 'Ada Brandt (7)', 'Ben Okoro', '007', 'm7'),
  email: fc.constantFrom('', 'ada@example.org', 'ben@example.org', 'eva@example.org'),
});
const ids = fc.uniqueArray(fc.constantFrom('7', '07', '007', 'm7', 'M7', 'Ada Brandt', 'ada@example.org', 'x (7)'), {
  minLength: 6,
});

test('cells copied from a row with an id name whoever the row is of, however alike the others are', () => {
  fc.assert(
    fc.property(ids, fc.array(person, { minLength: 6, maxLength: 6 }), (named, people) => {
      const [mentors, mentees] = [people.slice(0, 3), people.slice(3)];
      const everybody = roster(
        mentors.map((given, at) => mentor(named[at]!, given)),
        mentees.map((given, at) => mentee(named[3 + at]!, given)),
      );
      const directory = new Directory(everybody);
      for (const { id, name, email } of [...everybody.mentors, ...everybody.mentees]) {
        const found = findByCells(makeNamingCells([email, id], name), directory);
        expect(found.kind === 'person' && found.person.map(row => row.person.id)).toContain(id);
      }
    }),
    { numRuns: runs(200) },
  );
});

test('a name or an address of somebody else beside an id is told, and not taken', () => {
  const ada = mentor('007', { name: 'Ada Brandt', email: 'ada@example.org' });
  const ben = mentee('e2', { name: 'Ben Okoro', email: 'ben@example.org' });
  const directory = new Directory(roster([ada], [ben]));
  const findKind = (keys: readonly string[], name: string) => findByCells(makeNamingCells(keys, name), directory).kind;
  expect(findKind(['ada@example.org', '007'], 'Ben Okoro')).toBe('contrary');
  expect(findKind(['ben@example.org', '007'], 'Ada Brandt')).toBe('contrary');
  expect(findKind(['7'], 'Ada Brandt')).toBe('person');
});
