import fc from 'fast-check';
import { expect, test } from 'vitest';
import { match } from '../../../src/features/match/match.ts';
import { barsBetween, bestByTrying } from '../../support/brute-force.ts';
import { type Programme, programmes, tangles } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** The same people and rules, of whom nothing must come about. */
function dropDemands({ roster, terms }: Programme): Programme {
  return {
    roster: { ...roster, mentors: roster.mentors.map(mentor => ({ ...mentor, minLoad: 0 })) },
    terms: {
      ...terms,
      limits: terms.limits.map(limit => ({ ...limit, min: 0 })),
      pairs: terms.pairs.map(note => ({ ...note, locked: false, continues: false, approved: false, held: false })),
    },
  };
}

/** Whether some set of tandems holds a pair, by trying all. */
function isPossible(programme: Programme, mentor: number, mentee: number): boolean {
  if (barsBetween(programme, mentor, mentee).length > 0) return false;
  return bestByTrying(dropDemands(programme), { mentor, mentee, wish: 'together' }) !== null;
}

test('an only candidate is in no set of tandems with anybody else, and everybody else is in some', () => {
  const seen = { only: 0, others: 0 };
  fc.assert(
    fc.property(fc.oneof(programmes(), tangles({ mentors: 3, mentees: 3 })), programme => {
      const outcome = match(programme.roster, programme.terms);
      if (outcome.kind !== 'matched') return;
      const { tandems } = outcome.matching;
      const { mentors, mentees } = programme.roster;
      const isOwn = (mentor: number, mentee: number) =>
        tandems.some(one => one.mentor === mentor && one.mentee === mentee);
      const hasOther = (pairs: readonly (readonly [number, number])[]) =>
        pairs.some(([mentor, mentee]) => !isOwn(mentor, mentee) && isPossible(programme, mentor, mentee));
      const expected = tandems.map(
        ({ mentor, mentee }) =>
          !hasOther(mentees.map((_, other) => [mentor, other])) ||
          !hasOther(mentors.map((_, other) => [other, mentee])),
      );
      for (const isOnly of expected) seen[isOnly ? 'only' : 'others']++;
      expect(outcome.findPageFacts().review?.onlyCandidates).toEqual(expected);
    }),
    { numRuns: runs(200) },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
});
