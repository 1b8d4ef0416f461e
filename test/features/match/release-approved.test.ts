/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { match } from '../../../src/features/match/match.ts';
import { findFewestToRelease, removeApproval } from '../../../src/features/match/release-approved.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { barsBetween, leastReleased } from '../../support/brute-force.ts';
import {
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  programmes,
  roster,
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** Programmes in which many pairs that may meet are approved besides what must come about anyway: more than there is room for. */
const approving = fc
  .tuple(fc.oneof(programmes(), tangles({ mentors: 4, mentees: 4 })), fc.infiniteStream(fc.constantFrom(0, 1)))
  .map(([{ roster, terms }, stream]): Programme => {
    const pairs = roster.mentors.flatMap((_, mentor) =>
      roster.mentees.flatMap((_, mentee) => {
        const known = terms.pairs.find(one => one.mentor === mentor && one.mentee === mentee);
        const isApproved = stream.next().value === 1 && barsBetween({ roster, terms }, mentor, mentee).length === 0;
        if (known === undefined) return isApproved ? [note({ mentor, mentee, approved: true })] : [];
        return [{ ...known, approved: isApproved }];
      }),
    );
    return { roster, terms: { ...terms, pairs } };
  });

test('lets go of the fewest approved tandems, and of equally few of those that score least: the same as by trying all', () => {
  const seen = { none: 0, some: 0, impossible: 0 };
  fc.assert(
    fc.property(approving, programme => {
      const { roster, terms } = programme;
      const least = leastReleased(programme);
      const released = findFewestToRelease(roster, terms);
      seen[least === null ? 'impossible' : least.count === 0 ? 'none' : 'some']++;
      if (least === null || released === null) return void expect(released).toBe(least);
      const { affinity } = makePairing(roster, terms);
      const score = released.reduce((sum, { mentor, mentee }) => sum + affinity.score(mentor, mentee), 0);
      expect({ count: released.length, score }).toEqual(least);
      expect(match(roster, removeApproval(terms, released)).kind).toBe('matched');
    }),
    { numRuns: runs(200) },
  );
  expect(seen.some).toBeGreaterThan(runs(200) / 10);
});

test('lets a lock, a minimum and a least load stay before any approved tandem', () => {
  const people = roster(
    [mentor('m1'), mentor('m2', { minLoad: 1 })],
    [mentee('e1'), mentee('e2', { country: 'FR' }), mentee('e3')],
  );
  const approved = note({ mentor: 0, mentee: 0, approved: true });
  const rules = terms({
    policy: policy({ must: [] }),
    limits: [limit({ place: 'FR', side: 'mentee', min: 1 })],
    pairs: [approved],
  });
  expect(findFewestToRelease(people, rules)).toEqual([]);
  const second = note({ mentor: 1, mentee: 2, approved: true });
  expect(findFewestToRelease(people, { ...rules, pairs: [approved, second] })).toHaveLength(1);
  const lock = note({ mentor: 0, mentee: 1, locked: true });
  expect(findFewestToRelease(people, { ...rules, pairs: [approved, lock, second] })).toEqual([approved]);
  const other = note({ mentor: 0, mentee: 2, locked: true });
  expect(findFewestToRelease(people, { ...rules, pairs: [approved, lock, other] })).toBe(null);
});
