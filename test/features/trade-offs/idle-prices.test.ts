import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IdlePrice } from '../../../src/domain/idle-price.ts';
import { match } from '../../../src/features/match/match.ts';
import {
  mentee,
  mentor,
  type Programme,
  policy,
  preference,
  programmes,
  roster,
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** What a mentor's tandem costs by the definition: by matching again with the mentor's least load at one. */
function priceByMatching({ roster, terms }: Programme, index: number): IdlePrice {
  const before = match(roster, terms);
  const mentors = roster.mentors.map((mentor, at) => (at === index ? { ...mentor, minLoad: 1 } : mentor));
  const after = roster.mentors[index]!.capacity === 0 ? null : match({ ...roster, mentors }, terms);
  if (before.kind !== 'matched' || after?.kind !== 'matched') return { kind: 'impossible' };
  const [one, other] = [before.matching.summary.objective, after.matching.summary.objective];
  const at = one.findIndex(({ value }, level) => value !== other[level]!.value);
  const points = one.findIndex(({ level }) => level === 'score');
  if (points < 0 || (at >= 0 && at < points)) return { kind: 'more' };
  return { kind: 'points', thousandths: Math.round(1000 * ((one[points]!.value ?? 0) - (other[points]!.value ?? 0))) };
}

/** As most programmes have it: people first, then points. */
function putPeopleFirst({ roster, terms }: Programme): Programme {
  const objective = [{ kind: 'mentees' }, { kind: 'tandems' }, { kind: 'score' }] as const;
  return { roster, terms: { ...terms, policy: { ...terms.policy, objective } } };
}

const drawn = fc
  .tuple(fc.oneof(programmes(), tangles({ mentors: 5, mentees: 4 })), fc.nat(2))
  .map(([programme, way]) => (way === 0 ? putPeopleFirst(programme) : programme));

test('each idle mentor has the price that matching again with a least load of one says', () => {
  const found = new Set<string>();
  fc.assert(
    fc.property(drawn, programme => {
      const outcome = match(programme.roster, programme.terms);
      if (outcome.kind !== 'matched') return;
      const prices = outcome.findPageFacts().idlePrices;
      if (prices === null) return;
      const paired = new Set(outcome.matching.tandems.map(({ mentor }) => mentor));
      const idle = programme.roster.mentors.map((_, index) => index).filter(index => !paired.has(index));
      for (const { kind } of prices) found.add(kind);
      expect(prices).toEqual(idle.map(index => priceByMatching(programme, index)));
    }),
    { numRuns: runs(200) },
  );
  expect([...found]).toEqual(expect.arrayContaining(['impossible', 'points']));
});

test('what comes before the points is told as such', () => {
  const programme = {
    roster: roster(
      [mentor('M1', { department: 'IT' }), mentor('M2', { department: 'HR' })],
      [mentee('E1', { department: 'HR' })],
    ),
    terms: terms({
      policy: policy({
        must: [],
        prefer: [preference({ rule: 'different', field: 'department', name: 'cross', weight: 10 })],
        objective: [{ kind: 'mentees' }, { kind: 'preference', preference: 'cross' }, { kind: 'score' }],
      }),
    }),
  };
  const outcome = match(programme.roster, programme.terms);
  expect(outcome.kind === 'matched' && outcome.findPageFacts().idlePrices).toEqual([{ kind: 'more' }]);
  expect(priceByMatching(programme, 1)).toEqual({ kind: 'more' });
});
