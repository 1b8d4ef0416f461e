/**
 * Solves a task exactly over all candidates, of which there may be a billion, with arcs for a few of each mentee.
 *
 * Method. Begin with the candidates that are worth most to each mentee. Solve; at the prices found, look through all
 * candidates for pairs that are worth more than both ask (pricing); take them in, go on from where the solver stands, and
 * repeat until there are none. Then no pair outside could change anything: the prices prove the tandems best among all
 * candidates. It is column generation (Barnhart et al., Branch-and-price, Operations Research 46 (1998), 316–329, §1), with
 * every pair that prices itself in taken at once, the best of each mentee first.
 *
 * It ends: no candidate is taken in twice, because arcs that are there are tandems, or worth no more than their prices.
 */
import { PointsTooLarge } from '../domain/errors.ts';
import type { Pairs, Query } from '../domain/pairing.ts';
import { type Solution, unsafeLevel } from '../solve/network.ts';
import type { Packing } from '../solve/packing.ts';
import { Simplex } from '../solve/simplex.ts';
import { Encoding } from './encode.ts';
import { firstPairs, found } from './first.ts';
import type { Task } from './task.ts';
import { worthFor } from './worth.ts';

/** How many candidates of each mentee a round of pricing may add. */
const MORE = 12;

/**
 * Solves over a few candidates of each mentee, and prices candidates in until none is worth more than it asks. The solution is
 * null where the packing was not faithful.
 */
export function priced(
  task: Task,
  packing: Packing,
): { readonly encoding: Encoding; readonly solution: Solution | null } {
  const encoding = new Encoding(task, firstPairs(task, worthFor(task, packing)));
  const network = () => encoding.arcs.network(encoding.nodes.count);
  const first = network();
  const unsafe = unsafeLevel(first);
  if (unsafe >= 0) throw new PointsTooLarge(encoding.levels[unsafe]!);
  task.watch('solve');
  const simplex = new Simplex(first, packing);
  for (;;) {
    simplex.climbRoughly();
    const fresh = priceIn(task, encoding, simplex, packing);
    if (fresh.mentors.length === 0) break;
    task.watch('solve');
    encoding.addPairs(fresh);
    simplex.extend(network());
  }
  return { encoding, solution: simplex.solution() };
}

/** Climbs, and finds the candidates that are worth more than they ask at the prices of all nodes; a few of each mentee at most. */
function priceIn(task: Task, encoding: Encoding, simplex: Simplex, packing: Packing): Pairs {
  const asked = asking(task, encoding, simplex.climb());
  task.watch('price');
  // A tandem may be worth more than its prices; it is no candidate any more.
  const { isTandem, most } = tandemsNow(task, encoding, simplex);
  const worth = worthFor(task, packing);
  const query: Query = { asking: 'mentee', worth, ...asked, gaining: true, most: MORE + most, floor: task.floor };
  return without(isTandem, found(task, query));
}

function without(isTandem: (mentor: number, mentee: number) => boolean, { mentors, mentees }: Pairs): Pairs {
  const isFresh = (_: number, p: number) => !isTandem(mentors[p]!, mentees[p]!);
  return { mentors: mentors.filter(isFresh), mentees: mentees.filter(isFresh) };
}

/** The tandems that the solver has now, and the most that a mentee has. */
function tandemsNow({ roster }: Task, { pairs }: Encoding, simplex: Simplex) {
  const keyOf = (mentor: number, mentee: number) => mentor * roster.mentees.length + mentee;
  const keys = new Set<number>();
  const counts = new Int32Array(roster.mentees.length);
  pairs.arc.forEach((arc, p) => {
    if (simplex.flow(arc) === 0) return;
    keys.add(keyOf(pairs.mentor[p]!, pairs.mentee[p]!));
    counts[pairs.mentee[p]!]!++;
  });
  return {
    isTandem: (mentor: number, mentee: number) => keys.has(keyOf(mentor, mentee)),
    most: counts.reduce((most, count) => Math.max(most, count), 0),
  };
}

/** What everybody asks of a pair at the solver's prices, an array a limb; nobody pays for people who may meet nobody. */
function asking(
  { roster }: Task,
  { nodes }: Encoding,
  prices: readonly Float64Array[],
): Pick<Query, 'mentors' | 'mentees'> {
  const limbs = prices.length;
  const mentors = new Float64Array(roster.mentors.length * limbs).fill(Number.POSITIVE_INFINITY);
  const mentees = new Float64Array(roster.mentees.length * limbs).fill(Number.POSITIVE_INFINITY);
  prices.forEach((price, limb) => {
    nodes.mentors.forEach((node, m) => {
      if (node >= 0) mentors[m * limbs + limb] = price[node]!;
    });
    nodes.mentees.forEach((node, e) => {
      if (node >= 0) mentees[e * limbs + limb] = 0 - price[node]!;
    });
  });
  return { mentors, mentees };
}
