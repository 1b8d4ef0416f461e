import { describe, expect, test } from 'vitest';
import { type LeastCost, makeLeastCost } from '../../src/certificate/least-cost-of-pair.ts';
import { listLevelWorths } from '../../src/certificate/level-worths.ts';
import type { Proof } from '../../src/domain/certificate.ts';
import type { Level } from '../../src/domain/policy.ts';
import { computeTie, makeTies } from '../../src/domain/ties.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import { limit, mentee, mentor, policy, preference, roster, terms } from '../support/rosters.ts';

/** Four mentors of whom each shares one topic more with the first mentee than the one before; nobody but them lives in a limit. */
const people = roster(
  [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((topics, m) => mentor(`m${m}`, { topics, capacity: m === 3 ? 0 : 1 })),
  [
    mentee('e0', { topics: ['a', 'b', 'c'] }),
    mentee('e1', { topics: ['a', 'b', 'c'], country: 'FR' }),
    mentee('e2', { topics: ['a', 'b', 'c'], country: 'PL' }),
  ],
);

/** The score of a mentor with any mentee, in thousandths. */
const SCORES = [0, 999, 2001, 3000];

function claimOf(objective: readonly Level[]) {
  const said = terms({
    policy: policy({
      must: [],
      prefer: [preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 3 })],
      objective,
    }),
    limits: [limit({ place: 'FR', side: 'mentee', max: 1 }), limit({ place: 'PL', side: 'mentee', max: 0 })],
  });
  return { roster: people, terms: said, ...makePairing(people, said), tandems: [] };
}

const keys = makeTies(people);
const tie = (mentor: number, mentee: number) => computeTie(keys.mentors, mentor, keys.mentees, mentee);

test('the scores are as these tests say', () => {
  const { affinity } = claimOf([{ kind: 'score' }]);
  expect(SCORES.map((_, m) => affinity.score(m, 0))).toEqual(SCORES);
});

describe('the least cost, without a worst tandem', () => {
  const claim = claimOf([{ kind: 'mentees' }, { kind: 'score' }]);
  const proof: Proof = {
    levels: listLevelWorths(claim).map(({ name }) => ({ level: name, value: 1 })),
    prices: {
      mentors: [[1, 10, 100], null, [2, 20, 200], [3, 30, 300]],
      mentees: [
        [4, 40, 400],
        [5, 50, 500],
        [6, 60, 600],
      ],
      limits: [
        [7, 70, 700],
        [8, 80, 800],
      ],
    },
    worst: null,
  };
  const costs = makeLeastCost(claim, proof);

  test('is what both and their limits ask, less what the pair is worth', () => {
    expect(costs(0, 0)).toEqual([5, 50, 500 - tie(0, 0)]);
    expect(costs(2, 1)).toEqual([14, 140 - 2001, 1400 - tie(2, 1)]);
  });

  test('is not there for whom the proof leaves out, and for whom no tandem can be', () => {
    expect(costs(1, 0)).toBeNull();
    expect(costs(3, 0)).toBeNull();
    expect(costs(0, 2)).toBeNull();
    const { mentees } = proof.prices;
    const without = makeLeastCost(claim, { ...proof, prices: { ...proof.prices, mentees: mentees.with(0, null) } });
    expect(without(0, 0)).toBeNull();
    expect(without(0, 1)).not.toBeNull();
  });
});

describe('the least cost, with the worst tandem between two levels', () => {
  const claim = claimOf([{ kind: 'tandems' }, { kind: 'worst' }, { kind: 'score' }]);

  /**
   * What each mentor with the first mentee costs, where the worst tandem has 2.001 points.
   * @param before what the pair costs on the level before. @param behind likewise, on that level by the prices behind.
   */
  function costsWith(
    before: number,
    behind: number | null,
    worst: number | null = 2001,
  ): readonly ReturnType<LeastCost>[] {
    const own = behind === null ? null : [behind + 1, 5000, 7];
    const proof: Proof = {
      levels: [
        { level: 'tandems', value: 1 },
        { level: 'worst', value: worst },
        { level: 'score', value: 2001 },
        { level: 'ties', value: 3 },
      ],
      prices: { mentors: [own, own, own, own], mentees: [[0, 0, 0], null, null], limits: [null, null] },
      worst: {
        all: { mentors: [[1], [1], [1], null], mentees: [[before], null, null], limits: [null, null] },
        better: null,
      },
    };
    const costs = makeLeastCost(claim, proof);
    return people.mentors.map((_, m) => costs(m, 0));
  }

  test('is told by the prices of all pairs where it is something before, and then by what the worst one falls or rises', () => {
    expect(costsWith(2, 0)).toEqual([[2, 2001], [2, 1002], [2, 0], null]);
    expect(costsWith(-1, 0, 500)).toEqual([[-1, 500], [-1, -499], [-1, -1501], null]);
  });

  test('is what the worst one falls where it is nothing before, and from there on what the prices behind say', () => {
    expect(costsWith(0, 0)).toEqual([[0, 2001], [0, 1002], [0, 0, 2999, 7 - tie(2, 0)], null]);
    expect(costsWith(0, 0, 1000)[1]).toEqual([0, 1]);
    expect(costsWith(0, 0, 500)).toEqual([[0, 500], [0, 0, 4001, 7 - tie(1, 0)], [0, 0, 2999, 7 - tie(2, 0)], null]);
  });

  test('is a thousandth of the worst one at least where only tandems with a worse one go with it', () => {
    expect(costsWith(0, 1)[2]).toEqual([0, 1]);
    expect(costsWith(0, 1, 500)[1]).toEqual([0, 1]);
    expect(costsWith(0, 1)[0]).toEqual([0, 2001]);
  });

  test('is nothing more where the prices behind leave somebody out', () => {
    expect(costsWith(0, null)).toEqual([[0, 2001], [0, 1002], [0, 0], null]);
    expect(costsWith(0, null, 500)[2]).toEqual([0, 0]);
  });

  test('ends before the worst one where there is none', () => {
    expect(costsWith(3, 0, null)).toEqual([[3], [3], [3], null]);
  });
});

test('a later level behind that is nothing does not hide an earlier one that is not', () => {
  const claim = claimOf([{ kind: 'mentees' }, { kind: 'tandems' }, { kind: 'worst' }]);
  const free = { mentees: [[0, 0], null, null], limits: [null, null] };
  const costs = makeLeastCost(claim, {
    levels: ['mentees', 'tandems', 'worst', 'ties'].map(level => ({ level, value: 0 })),
    prices: { mentors: [[1, 1, 0], null, null, null], mentees: [[0, 0, 0], null, null], limits: [null, null] },
    worst: { all: { mentors: [[0, 1], null, null, null], ...free }, better: null },
  });
  expect(costs(0, 0)).toEqual([0, 0, 1]);
  const earlier = makeLeastCost(claim, {
    levels: ['mentees', 'tandems', 'worst', 'ties'].map(level => ({ level, value: 0 })),
    prices: { mentors: [[0, 1, 5], null, null, null], mentees: [[0, 0, 0], null, null], limits: [null, null] },
    worst: { all: { mentors: [[1, 1], null, null, null], ...free }, better: null },
  });
  expect(earlier(0, 0)).toEqual([1, 0, 0]);
});
