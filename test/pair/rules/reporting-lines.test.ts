/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Participant } from '../../../src/domain/roster.ts';
import { getPersons } from '../../../src/pair/rules/reporting-lines.ts';
import { Directory } from '../../../src/parse/people/people-index.ts';
import { mentee, mentor, roster } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** Few names, in two cases, so that many people share one: by way of others too. */
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'A', 'B', 'C'];
const name = fc.constantFrom(...NAMES);
const people = fc.array(fc.record({ id: name, email: name, manager: fc.constantFrom('', 'x', 'Y', ...NAMES) }), {
  maxLength: 8,
});

/** The people who are one person, by spreading from one to all who share a name until nothing changes. */
function onePerson(everybody: readonly Participant[], start: Participant): ReadonlySet<Participant> {
  const namesOf = ({ id, email }: Participant) => [id, email.toLowerCase()];
  const found = new Set([start]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    const names = new Set([...found].flatMap(namesOf));
    for (const one of everybody) if (namesOf(one).some(name => names.has(name))) found.add(one);
  }
  return found;
}

test('people who share an id or an address, directly or by way of others, are one person, and nobody else is', () => {
  fc.assert(
    fc.property(people, people, (left, right) => {
      const mentors = left.map(({ id, ...given }) => mentor(id, given));
      const mentees = right.map(({ id, ...given }) => mentee(id, given));
      const everybody: readonly Participant[] = [...mentors, ...mentees];
      const persons = getPersons(roster(mentors, mentees));
      const numbers = [...persons.mentors, ...persons.mentees];
      const numberOf = (person: Participant) => numbers[everybody.indexOf(person)]!;
      for (const person of everybody) {
        const same = onePerson(everybody, person);
        for (const other of everybody) expect(numberOf(other) === numberOf(person)).toBe(same.has(other));
        expect(persons.named(person.id)).toBe(numberOf(person));
        expect(persons.named(person.email.toLowerCase())).toBe(numberOf(person));
        const named = [...same].flatMap(({ manager }) => (manager === '' ? [] : [persons.named(manager)!]));
        const managers = new Set(named.filter(number => number !== numberOf(person)));
        expect(new Set(persons.managers[numberOf(person)])).toEqual(managers);
        for (const number of [numberOf(person), ...managers]) expect(number).toBeLessThan(persons.end);
      }
      expect(persons.named('nobody')).toBeUndefined();
    }),
    { numRuns: runs(1000) },
  );
});

test('cells find whole persons as rules know them, with all who are said to be the same', () => {
  const pick = fc.nat();
  fc.assert(
    fc.property(people, people, fc.array(fc.tuple(pick, pick), { maxLength: 3 }), (left, right, said) => {
      const unique = (side: string, list: typeof left) => list.map((given, at) => ({ ...given, id: `${side}${at}` }));
      const mentors = unique('m', left).map(({ id, ...given }) => mentor(id, given));
      const mentees = unique('e', right).map(({ id, ...given }) => mentee(id, given));
      const ids = [...mentors, ...mentees].map(({ id }) => id);
      const same = ids.length === 0 ? [] : said.map(([a, b]) => [ids[a % ids.length]!, ids[b % ids.length]!] as const);
      const who = { ...roster(mentors, mentees), same };
      const { named } = getPersons(who);
      const directory = new Directory(who);
      for (const id of ids) {
        const found = directory.find(id);
        if (found.kind !== 'person') throw new Error(found.kind);
        const rows = found.person.map(({ person }) => person.id);
        expect(rows.toSorted()).toEqual(ids.filter(other => named(other) === named(id)).toSorted());
      }
    }),
    { numRuns: runs(1000) },
  );
});

test('who is who is found in no time where each row leads to the next', () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => at);
  const mentors = rows.map(at => mentor(`p${at}`, { email: `a${at}@x.example` }));
  const mentees = rows.map(at => mentee(`p${at}`, { email: `a${at - 1}@x.example` }));
  const start = performance.now();
  const { mentors: numbers } = getPersons(roster(mentors, mentees));
  expect(new Set(numbers).size).toBe(1);
  expect(performance.now() - start).toBeLessThan(20_000);
});
