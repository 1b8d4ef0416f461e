import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listLevelWorths } from '../../src/certificate/level-worths.ts';
import { computePairUnits, computeUsualWorth, makeFold } from '../../src/certificate/packed-levels.ts';
import type { Level } from '../../src/domain/policy.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import { mentee, mentor, note, policy, preference, roster, terms } from '../support/rosters.ts';
import { runs } from '../support/runs.ts';

const people = roster([mentor('m0')], [mentee('e0'), mentee('e1')]);

/** A pair scores 6.5 points at most, more or less: 5 by preferences, and 1.5 by what is said of pairs. */
function claimOf(objective: readonly Level[]) {
  const said = terms({
    policy: policy({
      must: [],
      prefer: [
        preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 3 }),
        preference({ rule: 'wished', weight: -2 }),
        preference({ rule: 'not-vetoed' }),
      ],
      objective,
    }),
    pairs: [note({ mentor: 0, mentee: 0, points: -1500 }), note({ mentor: 0, mentee: 1, points: 700 })],
  });
  const claim = { roster: people, terms: said, ...makePairing(people, said), tandems: [] };
  return { claim, levels: listLevelWorths(claim).slice(0, -1) };
}

const { claim, levels } = claimOf([
  { kind: 'tandems' },
  { kind: 'score' },
  { kind: 'preference', preference: 'not-vetoed' },
]);

describe('levels as one number', () => {
  test('count so that a unit is more than twice what later levels can come to', () => {
    const last = 2 * (1 + 2 * 7) + 1;
    const score = 2 * (6500 + 2 * 10) + 1;
    expect(makeFold(claim, levels, [3, 10, 7])).toEqual({ units: [last * score, last, 1] });
    expect(makeFold(claim, [], [])).toEqual({ units: [] });
  });

  test('count what a kept tandem is worth as points', () => {
    const weighed = claimOf([{ kind: 'tandems' }, { kind: 'kept-and-score', worth: 800 }]);
    const last = 2 * (6500 + 800 + 2 * 10) + 1;
    expect(makeFold(weighed.claim, weighed.levels, [3, 10])).toEqual({ units: [last, 1] });
    const units = { units: [300, 20] };
    expect(computePairUnits(weighed.claim, weighed.levels, units)).toMatchObject({ pair: 300, thousandth: 20 });
  });

  test('are held where nothing is said of pairs, and nothing preferred', () => {
    const bare = { ...claim, terms: terms({ policy: policy({ prefer: [] }) }) };
    expect(makeFold(bare, levels, [0, 0, 0])).toEqual({ units: [3 * 1, 3, 1] });
  });

  test('are not folded where sums could reach 2 to the power of 50', () => {
    const one = levels.slice(0, 1);
    expect(makeFold(claim, one, [2 ** 48 - 1])).toEqual({ units: [1] });
    expect(makeFold(claim, one, [2 ** 48])).toBeNull();
    expect(makeFold(claim, levels.slice(1), [0, 2 ** 48])).toBeNull();
  });

  test('are not folded where one counts of a pair what neither rules nor notes tell', () => {
    const other = { ...levels[0]!, pairTerm: { kind: 'other', most: 1, columns: [], count: () => 1 } } as const;
    expect(makeFold(claim, [other, ...levels.slice(1)], [0, 0, 0])).toBeNull();
    expect(() => computePairUnits(claim, [other], { units: [1] })).toThrow('a level of the kind other was folded');
  });

  test('have the sign of the first one that is not nothing', () => {
    const most = fc.array(fc.nat(2000), { minLength: 3, maxLength: 3 });
    const shares = fc.array(fc.constantFrom(-1, -0.5, 0, 0, 0.5, 1), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(most, shares, (prices, part) => {
        const { units } = makeFold(claim, levels, prices)!;
        const bounds = levels.map(({ kind }, at) => (kind === 'score' ? 6500 : 1) + 2 * prices[at]!);
        const vector = bounds.map((bound, at) => Math.trunc(bound * part[at]!));
        const sum = vector.reduce((folded, number, at) => folded + number * units[at]!, 0);
        expect(Math.sign(sum)).toBe(Math.sign(vector.find(number => number !== 0) ?? 0));
        expect(Number.isSafeInteger(sum)).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('what a pair counts, folded', () => {
  const units = computePairUnits(claim, levels, { units: [300, 20, 1] });

  test('is what the levels that it counts on do', () => {
    expect(units).toEqual({ pair: 300, thousandth: 20, held: [0, 0, 1] });
    const other = claimOf([{ kind: 'mentees' }, { kind: 'preference', preference: 'topics' }]);
    expect(computePairUnits(other.claim, other.levels, { units: [7, 5] })).toEqual({
      pair: 0,
      thousandth: 0,
      held: [5, 0, 0],
    });
    const named = [{ ...levels[1]!, name: 'topics' }];
    expect(computePairUnits(claim, named, { units: [9] })).toEqual({ pair: 0, thousandth: 9, held: [0, 0, 0] });
  });

  test('is usually what preferences by names give to everybody, and nothing by those that usually do not hold', () => {
    const usualOf = (usual: readonly { preference: number; holds: boolean }[]) =>
      computeUsualWorth(claim, { ...claim.sights, usual }, units);
    expect(usualOf([])).toBe(300);
    expect(usualOf([{ preference: 1, holds: true }])).toBe(300 + 20 * -2000);
    expect(usualOf([{ preference: 0, holds: true }])).toBe(300 + 20 * 3000);
    expect(
      usualOf([
        { preference: 1, holds: false },
        { preference: 2, holds: true },
      ]),
    ).toBe(300 + 1);
  });
});
