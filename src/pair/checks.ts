import type { Terms } from '../domain/policy.ts';
import { lockAgainstRule, managerCircle, type Problem } from '../domain/problems.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { pairingOf } from './pairing.ts';
import { type Persons, personsOf } from './persons.ts';

/** Problems that show only once people, rules and pairs are put together. */
export function peopleProblems(
  roster: Roster,
  terms: Terms,
  files: { mentors: string; mentees: string; pairs: string },
): Problem[] {
  return [...circles(roster, files), ...locksAgainstRules(roster, terms, files.pairs)];
}

function locksAgainstRules(roster: Roster, terms: Terms, file: string): Problem[] {
  const locks = terms.pairs.filter(({ locked }) => locked);
  if (locks.length === 0) return [];
  const { bars, barred } = pairingOf(roster, terms).eligibility;
  return locks.flatMap(({ mentor, mentee, row }) => {
    const bits = barred(mentor, mentee);
    const pair = `${roster.mentors[mentor]!.name} and ${roster.mentees[mentee]!.name}`;
    return bits === 0
      ? []
      : [
          lockAgainstRule(
            { file, row },
            pair,
            bars.filter((_, bar) => (bits >>> bar) & 1),
          ),
        ];
  });
}

/** Managers who are above themselves by way of others: each circle once, at the first of its people in the sheets. */
function circles(roster: Roster, files: { mentors: string; mentees: string }): Problem[] {
  const persons = personsOf(roster);
  const told = new Set<number>();
  const problemsOf = (people: readonly Participant[], numbers: Int32Array, file: string) =>
    people.flatMap((person, index) => {
      const circle = circleFrom(numbers[index]!, persons);
      if (circle.length === 0 || circle.some(number => told.has(number))) return [];
      for (const number of circle) told.add(number);
      const names = circle.map(number => nameOf(number, roster, persons));
      return [managerCircle({ file, row: person.row, column: 'manager' }, [...names, names[0]!])];
    });
  return [
    ...problemsOf(roster.mentors, persons.mentors, files.mentors),
    ...problemsOf(roster.mentees, persons.mentees, files.mentees),
  ];
}

/** The way up from a person back to the person, or nothing where there is none. */
function circleFrom(person: number, { managers }: Persons): number[] {
  const cameFrom = new Map<number, number>();
  const ahead = [person];
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    for (const manager of managers[next] ?? []) {
      if (manager === person) return pathTo(next, cameFrom);
      if (cameFrom.has(manager)) continue;
      cameFrom.set(manager, next);
      ahead.push(manager);
    }
  }
  return [];
}

function pathTo(last: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const path = [last];
  for (let next = cameFrom.get(last); next !== undefined; next = cameFrom.get(next)) path.unshift(next);
  return path;
}

function nameOf(number: number, { mentors, mentees }: Roster, persons: Persons): string {
  const mentor = persons.mentors.indexOf(number);
  return (mentor >= 0 ? mentors[mentor]?.id : mentees[persons.mentees.indexOf(number)]?.id) ?? '?';
}
