/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level, PairNote } from '../../../src/domain/policy.ts';
import { type BestWithin, findBestWithin, traceCurve } from '../../../src/features/match/change-curve.ts';
import { match } from '../../../src/features/match/match.ts';
import { collectStayable } from '../../../src/features/result/change-figures.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { pointsByKept } from '../../support/brute-force.ts';
import {
  CROSS_DEPARTMENT,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  roster,
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** Objectives in which `kept` comes before the score, with nothing between that cannot come behind points. */
const OBJECTIVES: readonly (readonly Level[])[] = [
  [
    { kind: 'mentees' },
    { kind: 'tandems' },
    { kind: 'kept' },
    { kind: 'preference', preference: CROSS_DEPARTMENT.name },
    { kind: 'score' },
    { kind: 'balance' },
  ],
  [{ kind: 'mentees' }, { kind: 'kept' }, { kind: 'score' }],
  [{ kind: 'tandems' }, { kind: 'mentors' }, { kind: 'kept' }, { kind: 'score' }, { kind: 'balance' }],
  [{ kind: 'kept' }, { kind: 'mentees' }, { kind: 'score' }],
  [{ kind: 'mentees' }, { kind: 'worst' }, { kind: 'kept' }, { kind: 'score' }],
];

/** A third of all pairs were tandems. */
const KEPT = [true, false, false];

/** What else can be in the way: limits, minimums, least loads, priorities, rules and locks. */
const tangled = fc.tuple(tangles({ mentors: 4, mentees: 4 }), fc.constant(null));

/** Nothing but people who all may meet, and points of their own for each pair. */
const open = fc.tuple(
  tangles({ mentors: 4, mentees: 4 }).map(({ roster, terms }): Programme => {
    const languages = ['en'];
    return {
      roster: {
        ...roster,
        mentors: roster.mentors.map(person => ({ ...person, languages, minLoad: 0, capacity: 1 })),
        mentees: roster.mentees.map(person => ({ ...person, languages })),
      },
      terms: { ...terms, limits: [], pairs: [] },
    };
  }),
  fc.array(fc.integer({ min: -3000, max: 3000 }), { minLength: 16, maxLength: 16 }),
);

/** Small programmes of which some pairs were tandems before. */
const earlier = fc
  .tuple(
    fc.oneof(tangled, open, open),
    fc.constantFrom(...OBJECTIVES),
    fc.array(fc.constantFrom(...KEPT), { minLength: 16, maxLength: 16 }),
  )
  .map(([[{ roster, terms }, points], objective, isKept]): Programme => {
    const pairs = roster.mentors.flatMap((_, m) =>
      roster.mentees.map((_, e): PairNote => {
        const known = terms.pairs.find(pair => pair.mentor === m && pair.mentee === e);
        const own = points === null ? {} : { listed: true, points: points[4 * m + e]! };
        return note({ ...known, ...own, mentor: m, mentee: e, kept: isKept[4 * m + e]! });
      }),
    );
    return { roster, terms: { ...terms, pairs, policy: { ...terms.policy, objective } } };
  });

function solve({ roster, terms }: Programme) {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') return null;
  const own = { tandems: outcome.matching.tandems, proof: outcome.proof };
  const stayable = collectStayable({ roster, terms, ...makePairing(roster, terms) }).size;
  return { own, stayable };
}

/** Three tandems of the previous run with no points, and what all other pairs have: two round trips that share no price. */
function cyclic(): Programme {
  const points = [0, 4, -2, -3, 0, 3, 3, -2, 0];
  const languages = ['en'];
  const people = [0, 1, 2];
  const pairs = people.flatMap(m =>
    people.map(e => note({ mentor: m, mentee: e, listed: true, points: 1000 * points[3 * m + e]!, kept: m === e })),
  );
  return {
    roster: roster(
      people.map(m => mentor(`m${m}`, { languages })),
      people.map(e => mentee(`e${e}`, { languages })),
    ),
    terms: terms({ pairs, policy: policy({ objective: OBJECTIVES[1]! }) }),
  };
}

describe('the curve of what changes bring', () => {
  test('does not take a part of a corner for one', () => {
    const programme = cyclic();
    const { own } = solve(programme)!;
    const corners = traceCurve(programme.roster, programme.terms, own);
    expect(corners.map(({ figures: { changes, score } }) => [changes, score])).toEqual([
      [0, 0],
      [3, 10_000],
    ]);
    const within = (most: number) => {
      const best = findBestWithin(most, programme.roster, programme.terms, own);
      return best?.kind === 'found' && [best.corner.figures.changes, best.corner.figures.score, best.bound];
    };
    // With two changes, one point is the most that there is; a network of flows would say 6 2/3.
    expect([0, 1, 2, 3].map(within)).toEqual([
      [0, 0, 1],
      [0, 0, 3334],
      [0, 0, 6667],
      [3, 10_000, 10_000],
    ]);
  });

  test('has corners with most points for their changes, as trying every set of tandems finds them', () => {
    let further = 0;
    fc.assert(
      fc.property(earlier, programme => {
        const { roster, terms } = programme;
        const solved = solve(programme);
        const points = pointsByKept(programme);
        expect(solved === null).toBe(points === null);
        if (solved === null || points === null) return;
        const { own, stayable } = solved;
        const corners = traceCurve(roster, terms, own);
        const most = (changes: number) =>
          Math.max(...[...points].filter(([kept]) => stayable - kept <= changes).map(([, score]) => score));
        expect(corners[0]?.figures.changes).toBe(stayable - Math.max(...points.keys()));
        expect(corners.at(-1)?.figures.score).toBe(Math.max(...points.values()));
        for (const { worth, figures } of corners) {
          // Where nothing is weighed, levels between come before points.
          if (worth === null) expect(figures.score).toBeLessThanOrEqual(most(figures.changes));
          else expect(figures.score).toBe(most(figures.changes));
        }
        if (corners.length > 2) further++;
      }),
      { numRuns: runs(300) },
    );
    expect(further).toBeGreaterThan(0);
  });

  test('gives the best corner with at most some changes, and no fewer points than as many could bring', () => {
    fc.assert(
      fc.property(earlier, fc.nat(6), (programme, most) => {
        const { roster, terms } = programme;
        const solved = solve(programme);
        const points = pointsByKept(programme);
        if (solved === null || points === null) return;
        const best = findBestWithin(most, roster, terms, solved.own)!;
        const fewest = solved.stayable - Math.max(...points.keys());
        if (fewest > most) return void expect(best).toEqual({ kind: 'more-needed', changes: fewest });
        const { corner, bound } = best as Extract<BestWithin, { kind: 'found' }>;
        const highest = Math.max(
          ...[...points].filter(([kept]) => solved.stayable - kept <= most).map(([, score]) => score),
        );
        expect(corner.figures.changes).toBeLessThanOrEqual(most);
        expect(corner.figures.score).toBeLessThanOrEqual(highest);
        expect(bound).toBeGreaterThanOrEqual(highest);
      }),
      { numRuns: runs(300) },
    );
  });
});
