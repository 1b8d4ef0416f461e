import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matching, Unmatched } from '../src/domain/matching.ts';
import type { Tandem } from '../src/domain/pairing.ts';
import type { Remedy } from '../src/domain/remedies.ts';
import type { Side } from '../src/domain/roster.ts';
import { match } from '../src/match.ts';
import { barsBetween } from './support/brute-force.ts';
import { changed, everyChange } from './support/changes.ts';
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

/**
 * How many tandems there can be while everybody who has one and one person more have one at the same time; null where they
 * cannot.
 */
function tandemsForAll({ programme, tandems, side, person }: Case): number | null {
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
    terms: { ...terms, policy: { ...terms.policy, objective: [{ kind: 'mentees' }, { kind: 'tandems' }] } },
  });
  const served = new Set(found?.tandems.map(({ mentee }) => mentee));
  const isForAll = together.mentees.every(({ priority }, e) => priority === 0 || served.has(e));
  return found !== null && isForAll ? found.tandems.length : null;
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

function servedIn(tandems: readonly Tandem[]): number {
  return new Set(tandems.map(({ mentee }) => mentee)).size;
}

/** What is wrong with a remedy, found by making the change and solving again; or null. */
function objection(
  programme: Programme,
  { tandems }: Matching,
  side: Side,
  person: number,
  remedy: Remedy,
): string | null {
  const after = changed(programme, remedy.lever);
  const again = matchingOf(after);
  if (again === null) return 'after the change, demands clash';
  const together = tandemsForAll({ programme: after, tandems, side, person });
  if (together === null) return 'somebody loses their tandem';
  if (remedy.ended.some(pair => !holds(tandems, pair))) return 'a tandem ends that there is not';
  if (remedy.begun.some(pair => holds(tandems, pair))) return 'a tandem begins that there is';
  if (side === 'mentor') return together > tandems.length ? null : 'somebody gave up a second mentor for it';
  if (servedIn(again.tandems) <= servedIn(tandems)) return 'no more mentees have a tandem';
  return servedAtBest(after, person) === servedAtBest(after, null) ? null : 'others come first';
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
          expect(objection(programme, matching, known.side, person, known.fix.remedy)).toBeNull();
        }
      }),
      { numRuns: 600 },
    );
  });

  test('leaves nobody without a change whom one would help', () => {
    const few = programmes({ mentors: 3, mentees: 4 })
      .map(({ roster, terms }) => ({ roster, terms: { ...terms, policy: policy() } }))
      .filter(({ roster, terms }) => match(roster, terms).kind === 'matched');
    fc.assert(
      fc.property(few, programme => {
        const { tandems, unmatched } = matchingOf(programme) ?? { tandems: [], unmatched: [] };
        const changes = everyChange(programme, (mentor, mentee) => barsBetween(programme, mentor, mentee));
        for (const known of unmatched) {
          if (known.fix.kind !== 'none' && known.fix.kind !== 'others-first') continue;
          const [side, person] = [known.side, indexOf(programme, known)];
          const helping = changes.filter(lever => {
            const together = tandemsForAll({ programme: changed(programme, lever), tandems, side, person });
            return together !== null && (side === 'mentee' || together > tandems.length);
          });
          if (known.fix.kind === 'none') expect(helping).toEqual([]);
          else expect(helping).not.toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
