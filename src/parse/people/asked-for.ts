import type { Tandem } from '../../domain/pairing.ts';
import { nobodyNamed, noPair, type Problem, severalNamed } from '../../domain/problems.ts';
import { registerOf } from '../../domain/register.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Named } from './directory.ts';
import { nearestPeople, peopleCalled } from './lookup.ts';

/** The person whom a text means, once for each sheet they are in; or why that is not clear. @param run its folder, for messages. */
export function personAskedFor(text: string, roster: Roster, run: string): readonly Named[] | Problem {
  const found = peopleCalled(text, roster);
  if (found.length === 0) return nobodyNamed(run, text, nearestPeople(text, roster, MOST_NEAR).map(known));
  return isOnePerson(found, roster) ? found : severalNamed(run, text, found.map(known));
}

const MOST_NEAR = 3;

/** The mentor and the mentee whom two texts mean, in either order; or why that is not clear. */
export function pairAskedFor(one: string, other: string, roster: Roster, run: string): Tandem | Problem {
  const found = [one, other].map(text => peopleCalled(text, roster));
  const [first = [], second = []] = found;
  for (const [at, text] of [one, other].entries()) {
    if (found[at]!.length === 0) return nobodyNamed(run, text, nearestPeople(text, roster, MOST_NEAR).map(known));
  }
  const forward = pairsOf(first, second);
  const pairs = [...forward, ...pairsOf(second, first)];
  if (pairs.length === 0) return noPair(run, whyNone(first, second));
  // Two people who are both in both sheets can be paired in two ways: then the mentor is named first.
  if (pairs.length === 1 || (isOnePerson(first, roster) && isOnePerson(second, roster))) {
    const [{ mentor, mentee }] = (forward.length > 0 ? forward : pairs) as [Pair];
    return { mentor: mentor.index, mentee: mentee.index };
  }
  const [text, several] = isOnePerson(first, roster) ? [other, second] : [one, first];
  const possible = several.filter(person => pairs.some(({ mentor, mentee }) => mentor === person || mentee === person));
  return severalNamed(run, text, possible.map(known));
}

interface Pair {
  readonly mentor: Named;
  readonly mentee: Named;
}

function pairsOf(mentors: readonly Named[], mentees: readonly Named[]): Pair[] {
  const takesPart = (side: Named['side']) => (one: Named) => one.side === side && one.index >= 0;
  return mentors
    .filter(takesPart('mentor'))
    .flatMap(mentor => mentees.filter(takesPart('mentee')).map(mentee => ({ mentor, mentee })));
}

function whyNone(first: readonly Named[], second: readonly Named[]): string {
  const away = [first, second].find(people => people.every(({ index }) => index < 0));
  if (away !== undefined) return `${known(away[0]!)} took their name back`;
  return `${known(first[0]!)} and ${known(second[0]!)} are both ${first.find(({ index }) => index >= 0)!.side}s`;
}

function isOnePerson(found: readonly Named[], roster: Roster): boolean {
  if (found.length === 1) return true;
  const register = registerOf(roster);
  return new Set(found.map(({ person }) => register.find(person.id))).size === 1;
}

/** "Ada Brandt (ada@example.org, mentor in Marketing, DE)" */
function known({ side, person }: Named): string {
  const { id, name, department, country } = person;
  return `${name} (${id}, ${side} in ${department}, ${country})`;
}
