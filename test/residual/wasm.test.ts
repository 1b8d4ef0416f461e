import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVectors, findShortestPaths, type SearchGraph } from '../../src/residual/shortest-path.ts';
import { type StepSource, startPathMachine } from '../../src/residual/wasm.ts';
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

/** What nodes are priced at on each level but the last. */
const PRICES = [0, 3, -2, 7, 0, 1, 5];

/** The same steps for the machine, with room for some more. Those that end with 1 begin a tandem. */
function makeSource(steps: readonly Step[], width: number): StepSource {
  const isBeginning = ({ cost }: Step) => cost.at(-1) === 1;
  const inOrder = steps.toSorted((a, b) => a.from - b.from || Number(isBeginning(a)) - Number(isBeginning(b)));
  const makeNumbers = (step: Step) => {
    const priced = PRICES[step.from]! + PRICES[step.to]!;
    return isBeginning(step) ? [...step.cost.slice(0, -1).map(one => priced - one), 0] : step.cost;
  };
  return {
    size: SIZE,
    width,
    countSteps: () => steps.length + 3,
    listSteps: ({ starts, begins, ends, numbers, prices }) => {
      for (let node = 0; node <= SIZE; node++) {
        starts[node] = steps.filter(({ from }) => from < node).length;
        if (node === SIZE) break;
        begins[node] = starts[node]! + steps.filter(step => step.from === node && !isBeginning(step)).length;
        prices.fill(PRICES[node]!, node * (width - 1), (node + 1) * (width - 1));
      }
      inOrder.forEach((step, at) => {
        ends[at] = step.to;
        numbers.set(makeNumbers(step), at * width);
      });
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

/** Graphs of so many steps. */
function makeGraphs(many: { readonly minLength?: number; readonly maxLength: number }) {
  return fc
    .record({ width: fc.integer({ min: 1, max: 6 }), size: fc.constantFrom(3, 200_000, 2 ** 40) })
    .chain(({ width, size }) => {
      const node = fc.nat(SIZE - 1);
      const step = fc.record({ from: node, to: node, cost: costs(width, size) });
      return fc.record({ width: fc.constant(width), steps: fc.array(step, many) });
    });
}

const graphs = makeGraphs({ maxLength: 30 });

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
      const machine = startPathMachine(makeSource(steps, width))!;
      seen.limbs.add(machine.limbs);
      const turned = steps.map(({ from, to, cost }) => ({ from: to, to: from, cost }));
      for (const [direction, list] of [
        ['onwards', steps],
        ['back', turned],
      ] as const) {
        const expected = measure(list, width, start);
        for (const isAll of [true, false]) {
          const found = new Map<number, readonly number[]>();
          machine.search({ start, direction, asked: wanted, isAll }, (node, { distanceTo }) => {
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

test('the shortest round trips that one step closes are found, with all that are as short as the last of them', () => {
  const seen = { trips: 0, left: 0 };
  const wanted = fc.integer({ min: 1, max: 3 });
  fc.assert(
    fc.property(
      makeGraphs({ minLength: 20, maxLength: 50 }),
      fc.nat(SIZE - 1),
      fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 4 }),
      wanted,
      ({ steps, width }, start, ask, most) => {
        // Of two steps between the same nodes a pair of people would have one.
        const single = steps.filter(
          (step, at) => steps.findIndex(({ from, to }) => from === step.from && to === step.to) === at,
        );
        const machine = startPathMachine(makeSource(single, width))!;
        const turned = single.map(({ from, to, cost }) => ({ from: to, to: from, cost }));
        for (const [direction, list] of [
          ['onwards', single],
          ['back', turned],
        ] as const) {
          const far = measure(list, width, start);
          const trips = ask.flatMap(node => {
            const closing = list.find(({ from, to }) => from === node && to === start);
            const way = far.get(node);
            return closing && way ? [{ node, length: closing.cost.map((cost, level) => cost + way[level]!) }] : [];
          });
          trips.sort((a, b) => compareVectors(a.length, b.length, width));
          const last = trips[most - 1];
          const expected = trips.filter(({ length }) => !last || compareVectors(length, last.length, width) <= 0);
          const { nodes, found } = machine.findTrips({ start, direction, asked: ask }, most);
          expect(nodes.toSorted((a, b) => a - b)).toEqual(expected.map(({ node }) => node).toSorted((a, b) => a - b));
          for (const node of nodes) expect(plain(found.distanceTo(node))).toEqual(plain(far.get(node)!));
          seen.trips += nodes.length;
          seen.left += trips.length - nodes.length;
        }
      },
    ),
    { numRuns: runs(300) },
  );
  expect(seen.trips).toBeGreaterThan(seen.left);
  expect(seen.left).toBeGreaterThan(100);
});

test('costs that are not whole, or that no number could hold, are not packed', () => {
  const make = (cost: number) => startPathMachine(makeSource([{ from: 0, to: 1, cost: [cost] }], 1));
  expect([make(0.5), make(2 ** 53), make(Number.POSITIVE_INFINITY)]).toEqual([null, null, null]);
  expect(make(7)?.limbs).toBe(1);
});
