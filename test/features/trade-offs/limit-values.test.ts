/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../../src/domain/forecast.ts';
import { match } from '../../../src/features/match/match.ts';
import { computeRaiseGains, type RaisedNumber } from '../../../src/features/trade-offs/limit-values.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { describeLimitGains } from '../../../src/render/words/summary.ts';
import { canBeMatched, matched } from '../../support/coverage.ts';
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

/** Everything that can be raised by one in a programme, and the programme with it raised. */
function raisesOf({ roster, terms }: Programme): { readonly raise: RaisedNumber; readonly after: Programme }[] {
  const limits = terms.limits.flatMap(({ max }, index) => {
    const raised = terms.limits.map((limit, at) => (at === index ? { ...limit, max: limit.max + 1 } : limit));
    const after = { roster, terms: { ...terms, limits: raised } };
    return Number.isFinite(max) ? [{ raise: { kind: 'limit', index } as const, after }] : [];
  });
  const places = roster.mentors.map((_, index) => {
    const mentors = roster.mentors.map((mentor, at) =>
      at === index ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
    );
    return { raise: { kind: 'slot', index } as const, after: { roster: { ...roster, mentors }, terms } };
  });
  return [...limits, ...places];
}

function solved({ roster, terms }: Programme) {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  const scene = { roster, terms, ...makePairing(roster, terms), tandems: outcome.matching.tandems };
  return { scene, proof: outcome.proof, summary: outcome.matching.summary };
}

function gainIn(before: Coverage, programme: Programme): Coverage {
  const { mentees, tandems } = matched(programme);
  return { mentees: mentees - before.mentees, tandems: tandems - before.tandems };
}

/** Holds what is said of everything that can be raised against matching again, and tells what was found. */
function holdAgainstMatching(programme: Programme, seen: Coverage[] = []): void {
  const { scene, proof } = solved(programme);
  const before = matched(programme);
  const raises = raisesOf(programme);
  const gains = computeRaiseGains(
    scene,
    proof,
    raises.map(({ raise }) => raise),
  );
  const few = computeRaiseGains(
    scene,
    proof,
    raises.map(({ raise }) => raise),
    'mentees',
  );
  for (const [at, { raise, after }] of raises.entries()) {
    const expected = gainIn(before, after);
    if (gains[at] !== null) expect({ raise, gain: gains[at] }).toEqual({ raise, gain: expected });
    else expect(programme.terms.policy.objective).toContainEqual({ kind: 'worst' });
    if (few[at] !== null) expect({ raise, mentees: few[at]?.mentees }).toEqual({ raise, mentees: expected.mentees });
    if (gains[at] !== null) seen.push(expected);
  }
}

describe('what one more of a limit or a place brings', () => {
  test('is what matching with it comes to, whatever the objective and whoever moves', () => {
    const seen: Coverage[] = [];
    fc.assert(
      fc.property(tangles().filter(canBeMatched), programme => holdAgainstMatching(programme, seen)),
      { numRuns: runs(200) },
    );
    expect(seen.filter(({ mentees }) => mentees > 0).length).toBeGreaterThan(runs(200) / 40 - 1);
    expect(seen.filter(({ tandems, mentees }) => tandems !== mentees).length).toBeGreaterThan(runs(200) / 40 - 1);
  });

  test('is what matching with it comes to in programmes as they are usual', () => {
    const usual = programmes({ mentors: 5, mentees: 6 }).filter(canBeMatched);
    fc.assert(
      fc.property(usual, programme => holdAgainstMatching(programme)),
      { numRuns: runs(200) },
    );
  });

  /** Ada and Ben are from Poland, Cem and Dora from Great Britain; each country may have one tandem. */
  const traded: Programme = {
    roster: roster(
      [mentor('ada', { country: 'PL' }), mentor('ben', { country: 'PL' }), mentor('cem'), mentor('dora')].map(
        (person, m) => (m < 2 ? person : { ...person, country: 'GB' }),
      ),
      [mentee('e1'), mentee('e2'), mentee('e3')],
    ),
    terms: terms({
      policy: policy({ must: [], objective: [{ kind: 'mentees' }, { kind: 'score' }], pairsOnly: true }),
      limits: [limit({ place: 'GB', side: 'mentor', max: 1 }), limit({ place: 'PL', side: 'mentor', max: 1 })],
      pairs: [
        { mentor: 0, mentee: 0, points: 9000 },
        { mentor: 1, mentee: 1, points: 5000 },
        { mentor: 2, mentee: 0, points: 1000 },
        { mentor: 3, mentee: 2, points: 5000 },
      ].map(given => note({ ...given, listed: true })),
    }),
  };

  const linesOf = ({ countries, regions }: ReturnType<typeof solved>['summary']) =>
    describeLimitGains([...countries, ...regions], en);

  test('counts a trip on which a mentor loses the last mentee', () => {
    holdAgainstMatching(traded);
    expect(linesOf(solved(traded).summary)).toEqual([
      'One more mentee could be paired if any of these limits were raised by 1: United Kingdom and Poland (mentors).',
    ]);
  });

  test('says what a limit brings that costs a mentee, because another level comes first', () => {
    const programme: Programme = {
      roster: roster([mentor('ada'), mentor('ben')], [mentee('e0', { country: 'FR', wants: 2 }), mentee('e1')]),
      terms: terms({
        policy: policy({ must: [], objective: [{ kind: 'score' }, { kind: 'mentees' }], pairsOnly: true }),
        limits: [limit({ place: 'FR', side: 'mentee', max: 1 })],
        pairs: [
          { mentor: 0, mentee: 0, points: 3000 },
          { mentor: 0, mentee: 1, points: 1000 },
          { mentor: 1, mentee: 0, points: 5000 },
        ].map(given => note({ ...given, listed: true })),
      }),
    };
    holdAgainstMatching(programme);
    expect(linesOf(solved(programme).summary)).toEqual([
      'With this limit raised by 1 there would be 1 fewer mentee with a mentor and as many tandems, because something else comes first: France (mentees).',
    ]);
  });

  test('says that it does not tell, where the worst tandem comes before what decides', () => {
    const unsaid = { ...traded, terms: { ...traded.terms, policy: { ...traded.terms.policy } } };
    const objective = [{ kind: 'mentors' }, { kind: 'worst' }, { kind: 'mentees' }, { kind: 'score' }] as const;
    const programme = { ...unsaid, terms: { ...unsaid.terms, policy: { ...unsaid.terms.policy, objective } } };
    expect(linesOf(solved(programme).summary)).toEqual([
      'What raising these limits by 1 would bring was not computed: United Kingdom and Poland (mentors).',
    ]);
    holdAgainstMatching(programme);
  });
});
