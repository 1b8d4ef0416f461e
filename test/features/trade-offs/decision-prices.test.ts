/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionPrice } from '../../../src/domain/decision-price.ts';
import { mergeNotes } from '../../../src/domain/noted-pairs.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import { match } from '../../../src/features/match/match.ts';
import { convertToPoints } from '../../../src/render/words/levels.ts';
import { type Force, fewestMovedByTrying } from '../../support/brute-force.ts';
import {
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

/** What the levels come to when a pair is declined or locked, by matching again. */
function matchWith({ roster, terms }: Programme, { mentor, mentee }: Tandem, decision: object) {
  const known = terms.pairs.find(one => one.mentor === mentor && one.mentee === mentee);
  const rest = terms.pairs.filter(one => one !== known);
  const outcome = match(roster, {
    ...terms,
    pairs: mergeNotes([rest, [{ ...(known ?? note({ mentor, mentee })), ...decision }]]),
  });
  return outcome.kind === 'matched' ? outcome.matching.summary.objective : null;
}

/** The tandems of a programme, and what decisions about them cost; null where nothing is priced. */
function findPrices({ roster, terms }: Programme) {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') return { tandems: [], prices: null };
  return { tandems: outcome.matching.tandems, prices: outcome.findPageFacts().review?.prices ?? null };
}

const round = (value: number) => Math.round(1000 * value) / 1000;

/** A price in the units of the summary, which has points and not thousandths. */
function listValues(price: DecisionPrice) {
  return price?.levels.map(({ level, wouldBe }) => round(convertToPoints(level, wouldBe ?? 0))) ?? null;
}

/** Few may meet, all pairs are worth the same, and some mentees come first: there are ways round of which one moves more people. */
const sparse: fc.Arbitrary<Programme> = fc
  .record({
    priorities: fc.array(fc.constantFrom(0, 0, 1), { minLength: 4, maxLength: 6 }),
    meets: fc.array(fc.constantFrom(true, false, false), { minLength: 30, maxLength: 30 }),
  })
  .map(({ priorities, meets }) => {
    const languages = ['en'];
    const mentees = priorities.map((priority, e) => mentee(`e${e}`, { languages, priority }));
    const mentors = [0, 1, 2, 3, 4].map(m => mentor(`m${m}`, { languages }));
    const pairs = mentors.flatMap((_, m) =>
      mentees.flatMap((_, e) => (meets[6 * m + e] ? [] : [note({ mentor: m, mentee: e, banned: true })])),
    );
    return {
      roster: roster(mentors, mentees),
      terms: terms({ policy: policy({ objective: [{ kind: 'mentees' }] }), pairs }),
    };
  });

test('as many others move at least as trying every set of tandems says', () => {
  const seen = { apart: 0, together: 0 };
  fc.assert(
    fc.property(fc.oneof(programmes(), tangles({ mentors: 4, mentees: 4 }), sparse), fc.nat(), (programme, pick) => {
      const { tandems, prices } = findPrices(programme);
      if (prices === null || tandems.length === 0) return;
      const at = pick % tandems.length;
      const pair = tandems[at]!;
      const hold = (price: DecisionPrice | 'demanded', force: Force) => {
        if (price === null || price === 'demanded') return;
        expect(price.moves).toBe(fewestMovedByTrying(programme, force, tandems));
        if (price.moves > 0) seen[force.wish]++;
      };
      hold(prices.declined[at]!, { ...pair, wish: 'apart' });
      for (const { partner, price } of prices.mentors[at]!)
        hold(price, { mentor: partner, mentee: pair.mentee, wish: 'together' });
      for (const { partner, price } of prices.mentees[at]!)
        hold(price, { mentor: pair.mentor, mentee: partner, wish: 'together' });
    }),
    { numRuns: runs(300) },
  );
  expect(Object.values(seen).filter(count => count === 0)).toEqual([]);
});

test('declining a tandem costs what matching without it says, and another partner what matching with it says', () => {
  const seen = { declined: 0, impossible: 0, partners: 0 };
  fc.assert(
    fc.property(fc.oneof(programmes(), tangles({ mentors: 4, mentees: 4 })), programme => {
      const { tandems, prices } = findPrices(programme);
      if (prices === null) return;
      const read = (rows: ReturnType<typeof matchWith>) => rows?.map(({ value }) => round(value ?? 0)) ?? null;
      tandems.forEach((pair, at) => {
        const price = prices.declined[at]!;
        if (price === 'demanded') return;
        seen[price === null ? 'impossible' : 'declined']++;
        expect(listValues(price)).toEqual(read(matchWith(programme, pair, { declined: true, kept: false })));
        for (const one of prices.mentors[at]!) {
          seen.partners++;
          const other = { mentor: one.partner, mentee: pair.mentee };
          expect(listValues(one.price)).toEqual(read(matchWith(programme, other, { locked: true })));
        }
        for (const one of prices.mentees[at]!) {
          const other = { mentor: pair.mentor, mentee: one.partner };
          expect(listValues(one.price)).toEqual(read(matchWith(programme, other, { locked: true })));
        }
      });
    }),
    { numRuns: runs(150) },
  );
  expect(Object.values(seen).filter(count => count === 0)).toEqual([]);
});
