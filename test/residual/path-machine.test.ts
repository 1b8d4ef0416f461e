import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packSteps, turnSteps } from '../../src/residual/packed-steps.ts';
import { PathMachine } from '../../src/residual/path-machine.ts';
import { findShortestPaths, type SearchGraph } from '../../src/residual/shortest-path.ts';
import { runs } from '../support/runs.ts';

interface Step {
  readonly from: number;
  readonly to: number;
  readonly cost: readonly number[];
}

const SIZE = 7;

function makeGraph(steps: readonly Step[], width: number): SearchGraph {
  return {
    size: SIZE,
    width,
    from: (node, _isOpen, each) => {
      for (const { from, to, cost } of steps) if (from === node) each(to, level => cost[level]!);
    },
  };
}

/** Costs in lexicographic order never below 0, of numbers up to a size: some so large that they fill a packed number by themselves. */
function costs(width: number, size: number): fc.Arbitrary<readonly number[]> {
  const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -size, max: size }));
  return fc.array(number, { minLength: width, maxLength: width }).map(cost => {
    const first = cost.find(one => one !== 0) ?? 0;
    return first < 0 ? cost.map(one => 0 - one) : cost;
  });
}

const graphs = fc
  .record({ width: fc.integer({ min: 1, max: 6 }), size: fc.constantFrom(3, 200_000, 2 ** 40) })
  .chain(({ width, size }) => {
    const node = fc.nat(SIZE - 1);
    const step = fc.record({ from: node, to: node, cost: costs(width, size) });
    return fc.record({ width: fc.constant(width), steps: fc.array(step, { maxLength: 30 }) });
  });

/** How far each node is; null where there is no way. */
function measure(steps: readonly Step[], width: number, start: number) {
  const far = new Map<number, readonly number[]>();
  findShortestPaths(makeGraph(steps, width), start, (node, { distanceTo }) => {
    far.set(node, [...distanceTo(node)]);
    return false;
  });
  return far;
}

const plain = (numbers: Iterable<number>) => [...numbers].map(one => one + 0);

test('ways through packed steps are as long as those through plain ones, either way, and as many as are wanted are found', () => {
  const seen = { limbs: new Set<number>(), ways: 0 };
  fc.assert(
    fc.property(graphs, fc.nat(SIZE - 1), fc.subarray([0, 1, 2, 3, 4, 5, 6]), ({ steps, width }, start, wanted) => {
      const packed = packSteps(makeGraph(steps, width))!;
      seen.limbs.add(packed.limbs);
      const turned = steps.map(({ from, to, cost }) => ({ from: to, to: from, cost }));
      for (const [machine, list] of [
        [new PathMachine(packed), steps],
        [new PathMachine(turnSteps(packed)), turned],
      ] as const) {
        const expected = measure(list, width, start);
        for (const isAll of [true, false]) {
          const found = new Map<number, readonly number[]>();
          machine.search({ start, asked: wanted, isAll }, (node, { distanceTo }) => {
            found.set(node, plain(distanceTo(node)));
            return false;
          });
          const reached = wanted.filter(node => expected.has(node));
          expect([...found.keys()].toSorted((a, b) => a - b)).toEqual(reached);
          for (const node of reached) expect(found.get(node)).toEqual(plain(expected.get(node)!));
          seen.ways += reached.length;
        }
      }
    }),
    { numRuns: runs(300) },
  );
  expect(seen.limbs.size).toBeGreaterThan(1);
  expect(seen.ways).toBeGreaterThan(0);
});

test('what is beyond a distance need not be found, and what is not is', () => {
  fc.assert(
    fc.property(graphs, fc.nat(SIZE - 1), ({ steps, width }, start) => {
      const machine = new PathMachine(packSteps(makeGraph(steps, width))!);
      const expected = [...measure(steps, width, start)];
      const [last] = expected[Math.floor(expected.length / 2)]!;
      const found: number[] = [];
      machine.search({ start, asked: [0, 1, 2, 3, 4, 5, 6], isAll: false }, (node, { ignoreBeyond }) => {
        found.push(node);
        if (node === start) ignoreBeyond(new Map(expected).get(last)!);
        return false;
      });
      expect(found).toContain(last);
    }),
    { numRuns: runs(200) },
  );
});

test('costs that are not whole, or that no number could hold, are not packed', () => {
  const make = (cost: number) => packSteps(makeGraph([{ from: 0, to: 1, cost: [cost] }], 1));
  expect([make(0.5), make(2 ** 53), make(Number.POSITIVE_INFINITY)]).toEqual([null, null, null]);
  expect(make(7)?.limbs).toBe(1);
});
