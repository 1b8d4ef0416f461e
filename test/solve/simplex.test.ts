/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findViolation } from '../../src/solve/check-solution.ts';
import { findLargest, type Network, type Solution, sumGains } from '../../src/solve/network-definition.ts';
import { ATTEMPTS, addPacked, isFaithful, type LevelPacking, makePacking } from '../../src/solve/packing.ts';
import { Simplex } from '../../src/solve/simplex.ts';
import { runs } from '../support/runs.ts';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
  readonly gains: readonly number[];
}

const LEVELS = 4;

/** How many nodes and arcs, how much an arc may carry, and how many levels there are at most. */
interface Size {
  readonly nodes: number;
  readonly arcs: number;
  readonly capacity: number;
}

/** Networks whose first arcs lead from every node to one before it, so that each has a way to the root over the first ones. */
function networks({ nodes, arcs, capacity }: Size): fc.Arbitrary<Network> {
  const gain = fc.oneof(fc.constantFrom(-1, 0, 0, 1), fc.integer({ min: -5, max: 5 }));
  const arc = fc.record({
    from: fc.nat(nodes - 1),
    to: fc.nat(nodes - 1),
    capacity: fc.integer({ min: 0, max: capacity }),
    gains: fc.array(gain, { minLength: LEVELS, maxLength: LEVELS }),
  });
  const lists = fc.record({
    connecting: fc.array(arc, { minLength: 1, maxLength: nodes - 1, size: 'max' }),
    others: fc.array(arc, { maxLength: arcs, size: 'max' }),
    levels: fc.integer({ min: 1, max: LEVELS }),
  });
  return lists.map(({ connecting, others, levels }) => {
    const first = connecting.map((arc, index): Arc => {
      return { ...arc, from: index + 1, to: arc.from % (index + 1), capacity: Math.max(1, arc.capacity) };
    });
    const count = connecting.length + 1;
    const more = others.map(arc => ({ ...arc, from: arc.from % count, to: arc.to % count }));
    return networkOf(count, [...first, ...more.filter(({ from, to }) => from !== to)], levels);
  });
}

function networkOf(nodes: number, arcs: readonly Arc[], levels: number): Network {
  return {
    nodes,
    from: Int32Array.from(arcs, ({ from }) => from),
    to: Int32Array.from(arcs, ({ to }) => to),
    capacity: Int32Array.from(arcs, ({ capacity }) => capacity),
    gains: Array.from({ length: levels }, (_, level) => Float64Array.from(arcs, ({ gains }) => gains[level]!)),
  };
}

const small = networks({ nodes: 4, arcs: 5, capacity: 2 });
const large = networks({ nodes: 25, arcs: 120, capacity: 4 });

function packingOf(network: Network, attempt: number): LevelPacking {
  return makePacking(network.gains.map(findLargest), attempt);
}

/** What the best circulation gains on each level, by trying every flow. */
function bestByTrying(network: Network): number[] {
  const { nodes, from, to, capacity } = network;
  const flow = new Int32Array(from.length);
  const kept = new Int32Array(nodes);
  let best: number[] | null = null;
  const tryFrom = (arc: number) => {
    if (arc === flow.length) {
      if (kept.some(units => units !== 0)) return;
      const values = sumGains(network, flow);
      if (best === null || compared(values, best) > 0) best = values;
      return;
    }
    for (let units = 0; units <= capacity[arc]!; units++) {
      flow[arc] = units;
      kept[from[arc]!]! -= units;
      kept[to[arc]!]! += units;
      tryFrom(arc + 1);
      kept[from[arc]!]! += units;
      kept[to[arc]!]! -= units;
    }
  };
  tryFrom(0);
  return best ?? [];
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}

/** Climbs as packed, and then level by level; a second time finds nothing more to do. */
function solve(simplex: Simplex): Solution {
  simplex.optimise();
  const solution = simplex.solveExactly() ?? simplex.solveExactly();
  if (solution === null) throw new Error('there was more to do where nothing should be');
  return solution;
}

function solveFromNothing(network: Network, attempt: number): Solution {
  return solve(new Simplex(network, packingOf(network, attempt)));
}

const attempts = fc.nat(ATTEMPTS - 1);

function solveRoughlyFirst(network: Network, attempt: number): Solution {
  const simplex = new Simplex(network, packingOf(network, attempt));
  simplex.warmStart();
  return solve(simplex);
}

/** The first arcs of a network. */
function beginningOf(network: Network, arcs: number): Network {
  return {
    nodes: network.nodes,
    from: network.from.slice(0, arcs),
    to: network.to.slice(0, arcs),
    capacity: network.capacity.slice(0, arcs),
    gains: network.gains.map(gain => gain.slice(0, arcs)),
  };
}

/** Solves the beginning of a network, and goes on with more and more of its arcs. */
function solveInSteps(network: Network, attempt: number, steps: readonly number[]): Solution {
  const least = network.nodes - 1;
  const cuts = steps.map(step => least + (step % (network.from.length - least + 1))).sort((a, b) => a - b);
  const first = beginningOf(network, cuts[0]!);
  const simplex = new Simplex(first, packingOf(network, attempt));
  for (const cut of cuts) {
    simplex.extend(beginningOf(network, cut));
    simplex.optimise();
  }
  simplex.extend(network);
  return solve(simplex);
}

const steps = fc.array(fc.nat(200), { minLength: 1, maxLength: 5 });

describe('the network simplex', () => {
  test('reaches what trying every flow reaches, on every level and with every packing', () => {
    fc.assert(
      fc.property(small, attempts, (network, attempt) => {
        const solution = solveFromNothing(network, attempt);
        expect(findViolation(network, solution)).toBeNull();
        expect(solution.values).toEqual(bestByTrying(network));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('reaches it when arcs come one after the other, and after a rough climb', () => {
    fc.assert(
      fc.property(small, attempts, steps, (network, attempt, steps) => {
        const best = bestByTrying(network);
        const begun = solveRoughlyFirst(network, attempt);
        expect(findViolation(network, begun)).toBeNull();
        expect(begun.values).toEqual(best);
        const stepped = solveInSteps(network, attempt, steps);
        expect(findViolation(network, stepped)).toBeNull();
        expect(stepped.values).toEqual(best);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('proves the same values on larger networks, with or without a rough climb and however arcs come', () => {
    fc.assert(
      fc.property(large, attempts, steps, (network, attempt, steps) => {
        const solution = solveFromNothing(network, attempt);
        expect(findViolation(network, solution)).toBeNull();
        const begun = solveRoughlyFirst(network, attempt);
        expect(findViolation(network, begun)).toBeNull();
        const stepped = solveInSteps(network, attempt, steps);
        expect(findViolation(network, stepped)).toBeNull();
        expect(begun.values).toEqual(solution.values);
        expect(stepped.values).toEqual(solution.values);
      }),
      { numRuns: runs(400) },
    );
  });

  test('has packed prices that say the same as those level by level, wherever the packing is faithful', () => {
    let faithful = 0;
    fc.assert(
      fc.property(large, attempts, (network, attempt) => {
        const packing = packingOf(network, attempt);
        const simplex = new Simplex(network, packing);
        const packed = simplex.optimise();
        const solution = simplex.solveExactly();
        if (attempt === ATTEMPTS - 1) expect(solution).not.toBeNull();
        if (solution === null || !isFaithfulFor(packing, network, solution)) return;
        faithful++;
        for (let node = 0; node < network.nodes; node++) {
          const exact = new Float64Array(packing.limbs);
          solution.prices.forEach((price, level) => {
            if (price[node] !== 0) addPacked(packing, exact, 0, level, price[node]!);
          });
          expect(packed.map(limb => limb[node])).toEqual([...exact]);
        }
      }),
      { numRuns: runs(300) },
    );
    expect(faithful).toBeGreaterThan(100);
  });

  test('leaves the flow at nothing where nothing is worth carrying, and takes arcs without room for what they are', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 3, gains: [-1] },
      { from: 1, to: 0, capacity: 3, gains: [0] },
      { from: 0, to: 1, capacity: 0, gains: [9] },
    ];
    const solution = solveFromNothing(networkOf(2, arcs, 1), 0);
    expect([...solution.flow]).toEqual([0, 0, 0]);
    expect(solution.values).toEqual([0]);
  });

  test('lets a node without a way to the root carry nothing, and proves that nothing else is better', () => {
    const arcs = [
      { from: 0, to: 1, capacity: 1, gains: [1] },
      { from: 2, to: 1, capacity: 4, gains: [2] },
      { from: 1, to: 2, capacity: 3, gains: [1] },
    ];
    const network = networkOf(4, arcs, 1);
    const solution = solveFromNothing(network, 0);
    expect(findViolation(network, solution)).toBeNull();
    expect([...solution.flow]).toEqual([0, 3, 3]);
  });

  test('keeps its arcs whenever its memory grows, as it does for some numbers of parts when they are laid', () => {
    for (let nodes = 100; nodes < 1000; nodes += 11) {
      const ways = Array.from({ length: nodes - 1 }, (_, at) => at + 1).flatMap(node => [
        { from: 0, to: node, capacity: 1, gains: [1] },
        { from: node, to: 0, capacity: 1, gains: [0] },
      ]);
      expect(solveFromNothing(networkOf(nodes, ways, 1), 0).values).toEqual([nodes - 1]);
    }
  });

  test('finds out by itself that a packing was too tight for the prices, and ends at the same values', () => {
    // A way of many arcs, each of which gains all that it can: the prices add up to more than any one gain.
    const nodes = 60;
    const way = Array.from({ length: nodes - 1 }, (_, node) => ({
      ...{ from: node, to: node + 1, capacity: 1 },
      gains: [0, node === 0 ? 0 : -3, 1],
    }));
    const home = Array.from({ length: nodes - 1 }, (_, node) => ({
      ...{ from: node + 1, to: 0, capacity: 1 },
      gains: [node === nodes - 2 ? 1 : 0, 0, 0],
    }));
    const network = networkOf(nodes, [...home, ...way], 3);
    const packing = packingOf(network, 0);
    const simplex = new Simplex(network, packing);
    simplex.optimise();
    const solution = simplex.solveExactly() ?? simplex.solveExactly()!;
    expect(findViolation(network, solution)).toBeNull();
    expect(solution.values).toEqual([1, -3 * (nodes - 2), nodes - 1]);
    expect(isFaithfulFor(packing, network, solution)).toBe(false);
    expect(isFaithfulFor(packingOf(network, 1), network, solveFromNothing(network, 1))).toBe(true);
  });
});

function isFaithfulFor(packing: LevelPacking, { gains }: Network, { prices }: Solution): boolean {
  return isFaithful(packing, gains.map(findLargest), prices.map(findLargest));
}

/** The largest gains of some levels; a level may gain nothing, and one may be as large as a hash. */
const largestGains = fc.array(fc.constantFrom(0, 1, 1, 5, 3000, 2 ** 30 - 1), { minLength: 1, maxLength: 8 });

/** Digits within the largest ones, as shares of those. */
const shares = fc.array(fc.constantFrom(-1, -0.5, -0.001, 0, 0, 0.001, 0.5, 1), { minLength: 8, maxLength: 8 });

/** The largest digit on each level with which packed vectors still compare like the vectors themselves. */
function largestDigits(packing: LevelPacking): number[] {
  return [...packing.span].map(span => (Number.isFinite(span) ? span - 1 : 2 ** 40));
}

function packed(packing: LevelPacking, digits: readonly number[]): Float64Array {
  const vector = new Float64Array(packing.limbs);
  digits.forEach((digit, level) => {
    if (digit !== 0) addPacked(packing, vector, 0, level, digit);
  });
  return vector;
}

/** With a limb for each level there are only levels on which something gains. */
function gainingOn(largest: readonly number[], attempt: number): number[] {
  return largest.map(gain => (attempt === ATTEMPTS - 1 ? Math.max(1, gain) : gain));
}

const whole = (number: number) => Math.trunc(number) + 0;

/** The digits of a packed vector, level by level: each the one nearest to 0. */
function unpacked({ limbOf, span }: LevelPacking, vector: Float64Array, at: number): number[] {
  const digits: number[] = Array.from({ length: span.length }, () => 0);
  let rest = 0;
  for (let level = span.length - 1; level >= 0; level--) {
    const isLast = level === span.length - 1 || limbOf[level] !== limbOf[level + 1];
    if (isLast) rest = vector[at + limbOf[level]!]!;
    const isFirst = level === 0 || limbOf[level] !== limbOf[level - 1];
    const up = isFirst ? 0 : Math.round(rest / span[level]!);
    digits[level] = isFirst ? rest : rest - up * span[level]!;
    rest = up;
  }
  return digits;
}

describe('a packing', () => {
  test('gives back the digits that it was given', () => {
    fc.assert(
      fc.property(largestGains, attempts, shares, (largest, attempt, shares) => {
        const packing = makePacking(gainingOn(largest, attempt), attempt);
        const digits = largestDigits(packing).map((most, level) => whole((most / 2) * shares[level]!));
        expect(unpacked(packing, packed(packing, digits), 0).map(whole)).toEqual(digits);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('has a finite unit on every level, also where nothing gains', () => {
    fc.assert(
      fc.property(largestGains, attempts, (largest, attempt) => {
        const packing = makePacking(largest, attempt);
        for (const level of largest.keys()) {
          const unit = new Float64Array(packing.limbs);
          addPacked(packing, unit, 0, level, 1);
          expect(unit.every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  test('keeps the order of vectors as long as no digit is larger than its span allows', () => {
    fc.assert(
      fc.property(largestGains, attempts, shares, shares, (largest, attempt, some, others) => {
        const packing = makePacking(largest, attempt);
        // The difference of two vectors is what must not be larger.
        const digitsFor = (shares: readonly number[]) =>
          largestDigits(packing).map((most, level) => whole((most / 2) * shares[level]!));
        const [one, other] = [digitsFor(some), digitsFor(others)];
        const order = compared([...packed(packing, one)], [...packed(packing, other)]);
        expect(Math.sign(order)).toBe(Math.sign(compared(one, other)));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('is made of sums that are exact, and is wider with every attempt until each level has its own limb', () => {
    fc.assert(
      fc.property(largestGains, largest => {
        const packings = Array.from({ length: ATTEMPTS }, (_, attempt) => makePacking(largest, attempt));
        for (const packing of packings.slice(0, -1)) {
          const limbs = Array.from({ length: packing.limbs }, (_, limb) =>
            largestDigits(packing).reduce(
              (sum, most, level) => sum + (packing.limbOf[level] === limb ? most * packing.multiplier[level]! : 0),
              0,
            ),
          );
          expect(limbs.every(sum => sum < 2 ** 51)).toBe(true);
        }
        const counts = packings.map(({ limbs }) => limbs);
        expect(counts).toEqual(counts.toSorted((a, b) => a - b));
        const last = packings.at(-1)!;
        const gaining = [...last.limbOf].filter((_, level) => largest[level]! > 0);
        expect(new Set(gaining).size).toBe(gaining.length);
      }),
    );
  });
});
