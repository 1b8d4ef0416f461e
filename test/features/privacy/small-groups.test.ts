import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST } from '../../../src/domain/veiled-count.ts';
import { type CountedUnits, hideSmallGroups } from '../../../src/features/privacy/small-groups.ts';
import { runs } from '../../support/runs.ts';

const COUNTS = [3, 3, 2];

const groupsOfUnit = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(1)).map(groups => [...groups]);

/** People who are mostly in one group of each, and people who are anywhere. */
const units: fc.Arbitrary<CountedUnits> = fc.oneof(
  fc.array(groupsOfUnit, { maxLength: 45 }),
  fc
    .tuple(
      fc.array(fc.tuple(groupsOfUnit, fc.integer({ min: 1, max: 12 })), { maxLength: 6 }),
      fc.array(groupsOfUnit, { maxLength: 4 }),
    )
    .map(([blocks, others]) => [
      ...blocks.flatMap(([groups, count]) => Array.from({ length: count }, () => groups)),
      ...others,
    ]),
);

const plain = COUNTS.map(count => ({ count, neverShown: [], empty: [] }));

/** The same, where some groups are hidden after all others. */
const keeping = plain.map((groups, at) => ({ ...groups, kept: at === 2 ? [0] : [] }));

/** What is told of some breakdowns, as how often each unit counts in it: the total, and each group that is shown. */
function listTold(
  given: CountedUnits,
  hidden: readonly (readonly boolean[])[],
  breakdowns: readonly number[],
): number[][] {
  const shown = breakdowns.flatMap(at =>
    hidden[at]!.flatMap((is, group) => (is ? [] : [given.map(groups => (groups[at] === group ? 1 : 0))])),
  );
  return given.length < FEWEST ? [] : [given.map(() => 1), ...shown];
}

/** Every sum of what is told with factors from −`most` to `most`: how many units it is about, where it is about any. */
function* trySums(told: readonly (readonly number[])[], most: number): Generator<number> {
  const factors = told.map(() => -most);
  for (;;) {
    const sum = (told[0] ?? []).map((_, unit) => told.reduce((all, one, at) => all + factors[at]! * one[unit]!, 0));
    const about = sum.filter(value => value !== 0).length;
    if (about > 0) yield about;
    const next = factors.findIndex(factor => factor < most);
    if (next < 0) return;
    factors.fill(-most, 0, next);
    factors[next]!++;
  }
}

test('no sum of the total and the groups of one breakdown is about fewer than five', () => {
  fc.assert(
    fc.property(units, fc.constantFrom(plain, keeping), (given, breakdowns) => {
      const hidden = hideSmallGroups(given, breakdowns);
      for (const at of COUNTS.keys())
        for (const about of trySums(listTold(given, hidden, [at]), 2)) expect(about).toBeGreaterThanOrEqual(FEWEST);
    }),
    { numRuns: runs(200) },
  );
});

test('no sum of the total and the groups of two breakdowns is about fewer than five', () => {
  fc.assert(
    fc.property(units, fc.constantFrom(plain, keeping), (given, breakdowns) => {
      const hidden = hideSmallGroups(given, breakdowns);
      for (const pair of [
        [0, 1],
        [0, 2],
        [1, 2],
      ])
        for (const about of trySums(listTold(given, hidden, pair), 1)) expect(about).toBeGreaterThanOrEqual(FEWEST);
    }),
    { numRuns: runs(100) },
  );
});

test('groups are shown where nothing speaks against it', () => {
  const all = Array.from({ length: 60 }, (_, unit) => [unit % 3, Math.floor(unit / 20), unit % 2]);
  expect(hideSmallGroups(all, plain).flat()).not.toContain(true);
});

test('a group of four takes the next smallest with it, and one of none too', () => {
  const sizes = (...counts: readonly number[]) =>
    counts.flatMap((count, group) => Array.from({ length: count }, () => [group]));
  const hide = (...counts: readonly number[]) =>
    hideSmallGroups(sizes(...counts), [{ count: counts.length, neverShown: [], empty: [] }])[0];
  expect(hide(4, 9, 7)).toEqual([true, false, true]);
  expect(hide(0, 9, 7)).toEqual([true, false, true]);
  expect(hide(2, 3, 7)).toEqual([true, true, false]);
  expect(hide(5, 5, 5)).toEqual([false, false, false]);
});

test('a group in which nobody could be, and those who are never shown, hide no other in vain', () => {
  const hide = (neverShown: readonly number[], empty: readonly number[], ...counts: readonly number[]) =>
    hideSmallGroups(
      counts.flatMap((count, group) => Array.from({ length: count }, () => [group])),
      [{ count: counts.length, neverShown, empty }],
    )[0];
  expect(hide([], [0], 0, 9, 7)).toEqual([true, false, false]);
  expect(hide([2], [], 9, 7, 6)).toEqual([false, false, true]);
  expect(hide([2], [], 9, 7, 1)).toEqual([false, true, true]);
});

test('a group that is to be kept is shown where hiding others is enough', () => {
  const sizes = [8, 30, 3];
  const given = sizes.flatMap((size, group) => Array.from({ length: size }, () => [group]));
  const hide = (kept: readonly number[]) => hideSmallGroups(given, [{ count: 3, neverShown: [], empty: [], kept }]);
  expect(hide([])).toEqual([[true, false, true]]);
  expect(hide([0])).toEqual([[false, true, true]]);
});
