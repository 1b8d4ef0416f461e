import type { Tandem } from '../../domain/pairing.ts';
import { getRegister } from '../../domain/person-register.ts';
import type { AskedPerson, UnpairedReason } from '../../domain/problem-facts.ts';
import { nobodyNamed, noPair, type Problem, severalNamed } from '../../domain/problems.ts';
import type { Roster } from '../../domain/roster.ts';
import { findNearestPeople, searchPeople } from './people-by-words.ts';
import type { RosterEntry } from './people-index.ts';

/**
 * The person whom a text means, once for each sheet they are in; or why that is not clear.
 * @param run its folder, for messages.
 */
export function findAskedPerson(text: string, roster: Roster, run: string): readonly RosterEntry[] | Problem {
  const found = searchPeople(text, roster);
  if (found.length === 0) return nobodyNamed(run, text, findNearestPeople(text, roster, MOST_NEAR).map(describePerson));
  return isOnePerson(found, roster) ? found : severalNamed(run, text, found.map(describePerson));
}

const MOST_NEAR = 3;

/** The mentor and the mentee whom two texts mean, in either order; or why that is not clear. */
export function pairAskedFor(one: string, other: string, roster: Roster, run: string): Tandem | Problem {
  const found = [one, other].map(text => searchPeople(text, roster));
  const [first = [], second = []] = found;
  for (const [at, text] of [one, other].entries()) {
    if (found[at]!.length === 0)
      return nobodyNamed(run, text, findNearestPeople(text, roster, MOST_NEAR).map(describePerson));
  }
  const forward = listPairs(first, second);
  const pairs = [...forward, ...listPairs(second, first)];
  if (pairs.length === 0) return noPair(run, explainNoPair(first, second));
  // Two people who are both in both sheets can be paired in two ways: then the mentor is named first.
  if (pairs.length === 1 || (isOnePerson(first, roster) && isOnePerson(second, roster))) {
    const [{ mentor, mentee }] = (forward.length > 0 ? forward : pairs) as [EntryPair];
    return { mentor: mentor.index, mentee: mentee.index };
  }
  const [text, several] = isOnePerson(first, roster) ? [other, second] : [one, first];
  const possible = several.filter(person => pairs.some(({ mentor, mentee }) => mentor === person || mentee === person));
  return severalNamed(run, text, possible.map(describePerson));
}

interface EntryPair {
  readonly mentor: RosterEntry;
  readonly mentee: RosterEntry;
}

function listPairs(mentors: readonly RosterEntry[], mentees: readonly RosterEntry[]): EntryPair[] {
  const canTakePart = (side: RosterEntry['side']) => (one: RosterEntry) => one.side === side && one.index >= 0;
  return mentors
    .filter(canTakePart('mentor'))
    .flatMap(mentor => mentees.filter(canTakePart('mentee')).map(mentee => ({ mentor, mentee })));
}

function explainNoPair(first: readonly RosterEntry[], second: readonly RosterEntry[]): UnpairedReason {
  const away = [first, second].find(people => people.every(({ index }) => index < 0));
  if (away !== undefined) return { kind: 'withdrawn', person: describePerson(away[0]!) };
  const { side } = first.find(({ index }) => index >= 0)!;
  return { kind: 'one side', people: [describePerson(first[0]!), describePerson(second[0]!)], side };
}

function isOnePerson(found: readonly RosterEntry[], roster: Roster): boolean {
  if (found.length === 1) return true;
  const register = getRegister(roster);
  return new Set(found.map(({ person }) => register.find(person.id))).size === 1;
}

function describePerson({ side, person: { id, name, department, country } }: RosterEntry): AskedPerson {
  return { id, name, side, department, country };
}
