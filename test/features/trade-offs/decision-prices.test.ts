/** @module-tag slow */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionPrice } from '../../../src/domain/decision-price.ts';
import { mergeNotes } from '../../../src/domain/noted-pairs.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import { match } from '../../../src/features/match/match.ts';
import { convertToPoints } from '../../../src/render/words/levels.ts';
import { note, type Programme, programmes, tangles } from '../../support/rosters.ts';
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

const round = (value: number) => Math.round(1000 * value) / 1000;

/** A price in the units of the summary, which has points and not thousandths. */
function listValues(price: DecisionPrice) {
  return price?.levels.map(({ level, wouldBe }) => round(convertToPoints(level, wouldBe ?? 0))) ?? null;
}

test('declining a tandem costs what matching without it says, and another partner what matching with it says', () => {
  const seen = { declined: 0, impossible: 0, partners: 0 };
  fc.assert(
    fc.property(fc.oneof(programmes(), tangles({ mentors: 4, mentees: 4 })), programme => {
      const outcome = match(programme.roster, programme.terms);
      if (outcome.kind !== 'matched') return;
      const prices = outcome.findPageFacts().review?.prices ?? null;
      if (prices === null) return;
      const { tandems } = outcome.matching;
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
