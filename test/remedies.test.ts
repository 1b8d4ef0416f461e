import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matching, Unmatched } from '../src/domain/matching.ts';
import type { Tandem } from '../src/domain/pairing.ts';
import type { Remedy } from '../src/domain/remedies.ts';
import type { Side } from '../src/domain/roster.ts';
import { match } from '../src/match.ts';
import { changed } from './support/changes.ts';
import { type Programme, policy, programmes } from './support/rosters.ts';

const menteesFirst = programmes({ mentors: 5, mentees: 7 })
  .map(({ roster, terms }) => ({ roster, terms: { ...terms, policy: policy() } }))
  .filter(({ roster, terms }) => match(roster, terms).kind === 'matched');

function matchingOf({ roster, terms }: Programme): Matching | null {
  const outcome = match(roster, terms);
  return outcome.kind === 'matched' ? outcome.matching : null;
}

interface Case {
  readonly programme: Programme;
  readonly tandems: readonly Tandem[];
  readonly side: Side;
  readonly person: number;
}

/** Whether everybody who has a tandem and one person more can have one at the same time. */
function allCanHaveOne({ programme, tandems, side, person }: Case): boolean {
  const { roster, terms } = programme;
  const has = (on: Side, index: number) =>
    tandems.some(pair => pair[on] === index) || (on === side && index === person);
  const together = {
    mentors: roster.mentors.map((mentor, m) => ({
      ...mentor,
      minLoad: has('mentor', m) ? Math.max(1, mentor.minLoad) : mentor.minLoad,
    })),
    mentees: roster.mentees.map((mentee, e) => ({ ...mentee, priority: has('mentee', e) ? 1 : 0 })),
  };
  const found = matchingOf({
    roster: { ...roster, ...together },
    terms: { ...terms, policy: { ...terms.policy, objective: [{ kind: 'mentees' }] } },
  });
  const served = new Set(found?.tandems.map(({ mentee }) => mentee));
  return found !== null && together.mentees.every(({ priority }, e) => priority === 0 || served.has(e));
}

/** How many mentees of each priority have a tandem at best, the highest first; with one of them certainly among them, or not. */
function servedAtBest({ roster, terms }: Programme, certain: number | null): string | null {
  const mentees = roster.mentees.map((mentee, e) => (e === certain ? { ...mentee, priority: 1000 } : mentee));
  const found = matchingOf({
    roster: { ...roster, mentees },
    terms: { ...terms, policy: { ...terms.policy, objective: [{ kind: 'mentees' }] } },
  });
  if (found === null) return null;
  const served = new Set(found.tandems.map(({ mentee }) => mentee));
  if (certain !== null && !served.has(certain)) return null;
  const priorities = [...new Set(roster.mentees.map(({ priority }) => priority))].sort((a, b) => b - a);
  return priorities.map(priority => [...served].filter(e => roster.mentees[e]?.priority === priority).length).join(' ');
}

function indexOf({ roster }: Programme, { side, person }: Unmatched): number {
  return (side === 'mentor' ? roster.mentors : roster.mentees).findIndex(({ id }) => id === person.id);
}

function servedIn(matching: Matching | null): number {
  return new Set(matching?.tandems.map(({ mentee }) => mentee)).size;
}

/** What is wrong with a remedy for a mentee, found by making the change and solving again; or null. */
function objection(
  programme: Programme,
  matching: Matching,
  mentee: number,
  { lever, begun, ended }: Remedy,
): string | null {
  const after = changed(programme, lever);
  const again = matchingOf(after);
  if (again === null) return 'after the change, demands clash';
  if (servedIn(again) <= servedIn(matching)) return 'no more mentees have a tandem';
  const { tandems } = matching;
  if (!allCanHaveOne({ programme: after, tandems, side: 'mentee', person: mentee }))
    return 'somebody loses their tandem';
  if (servedAtBest(after, mentee) !== servedAtBest(after, null)) return 'others come first';
  if (ended.some(pair => !holds(tandems, pair))) return 'a tandem ends that there is not';
  if (begun.some(pair => holds(tandems, pair))) return 'a tandem begins that there is';
  return null;
}

function holds(tandems: readonly Tandem[], { mentor, mentee }: Tandem): boolean {
  return tandems.some(pair => pair.mentor === mentor && pair.mentee === mentee);
}

describe('cheapest_fix', () => {
  test('gives somebody a tandem and costs nobody theirs, as solving again shows', () => {
    fc.assert(
      fc.property(menteesFirst, programme => {
        const matching = matchingOf(programme);
        for (const known of matching?.unmatched ?? []) {
          if (known.fix.kind !== 'change' || matching === null) continue;
          const person = indexOf(programme, known);
          const { remedy } = known.fix;
          const after = changed(programme, remedy.lever);
          if (known.side === 'mentee') expect(objection(programme, matching, person, remedy)).toBeNull();
          else
            expect(allCanHaveOne({ programme: after, tandems: matching.tandems, side: 'mentor', person })).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });
});
