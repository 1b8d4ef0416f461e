import { countTandemsByPerson } from '../../certificate/feasibility.ts';
import type { LevelWorth } from '../../certificate/level-worths.ts';
import { listNumbers } from '../../domain/bits.ts';
import type { Prices } from '../../domain/certificate.ts';
import { type Coverage, NO_GAIN } from '../../domain/forecast.ts';
import { getOtherSide, makePair } from '../../domain/pair-keys.ts';
import { type Direction, ROOT } from '../../residual/nodes.ts';
import { type Cost, type GraphInputs, PricedGraph } from '../../residual/priced-graph.ts';
import { compareVectors, findShortestPaths, type ShortestPathTree } from '../../residual/shortest-path.ts';

/** A limit or mentor that is full, with what one more would cost there. */
interface OpenedNode {
  readonly node: number;
  readonly cost: Cost;
}

/**
 * The round trips that one more of a limit or a mentor makes possible (see limit-values.ts). All that hang from the
 * same are told by one search, which ends where ways back cost more than any of them gains.
 *
 * Prices are not about people under a limit of 0, nor about those without any slot. They have no tandem, so that a trip
 * goes there once, by one pair: the one that costs least together with the way back from it.
 */
export class RaisedTrips {
  readonly #scene: GraphInputs;
  readonly #steps: PricedGraph;
  /** Numbers of a cost that count. */
  readonly #width: number;
  readonly #served: Int32Array;

  /** @param levels those by which trips are compared: the first ones that the prices are about. */
  constructor(scene: GraphInputs, levels: readonly LevelWorth[], prices: Prices) {
    this.#scene = scene;
    this.#steps = new PricedGraph(scene, levels, prices);
    this.#width = levels.length;
    this.#served = countTandemsByPerson(scene.tandems, 'mentee', scene.roster.mentees.length);
  }

  /** What one more brings at each of some nodes that are full. */
  computeGains(nodes: readonly number[]): ReadonlyMap<number, Coverage> {
    const gains = new Map<number, Coverage>();
    const groups = new Map<string, number[]>();
    for (const node of nodes) {
      const key = `${this.#steps.getSide(node)} ${this.#steps.getHub(node)}`;
      groups.set(key, [...(groups.get(key) ?? []), node]);
    }
    for (const group of groups.values()) this.#search(group, gains);
    return gains;
  }

  #search(nodes: readonly number[], gains: Map<number, Coverage>): void {
    const steps = this.#steps;
    const [first] = nodes;
    const direction = steps.getSide(first!) === 'mentor' ? 'back' : 'onwards';
    const opened = nodes.map((node): OpenedNode => ({ node, cost: steps.getCostOfMore(node) }));
    const shut = opened.filter(({ node }) => steps.countUsed(node) === 0);
    const waiting = opened
      .filter(({ node }) => steps.countUsed(node) > 0)
      .sort((a, b) => compareVectors(b.cost, a.cost, this.#width));
    const wanted = new Map(waiting.map(one => [one.node, one]));
    const reached = new Uint8Array(steps.size);
    const found = findShortestPaths(
      steps.makeSearchGraph(direction, this.#width),
      steps.getHub(first!),
      (node, { distanceTo }) => {
        reached[node] = 1;
        while (waiting.length > 0 && reached[waiting.at(-1)!.node] === 1) waiting.pop();
        if (shut.length > 0) return false;
        return waiting.length === 0 || !this.#isGain(this.#sum(waiting.at(-1)!.cost, distanceTo(node)));
      },
      shut.length > 0 ? null : (waiting.at(-1)?.cost.map(number => -number) ?? null),
    );
    for (const [node, { cost }] of wanted) {
      if (reached[node] !== 1) continue;
      const trip = { cost: this.#sum(cost, found.distanceTo(node)), nodes: tracePath(node, found, direction) };
      gains.set(node, this.#measureGain(trip));
    }
    for (const { node } of shut)
      gains.set(node, this.#measureGain(this.#findShutTrip(node, reached, found, direction)));
  }

  /** The best of the trips that lead to somebody of whom no price tells, by one pair. */
  #findShutTrip(node: number, reached: Uint8Array, found: ShortestPathTree, direction: Direction): PricedTrip | null {
    const steps = this.#steps;
    const side = steps.getSide(node);
    let best: PricedTrip | null = null;
    for (const index of this.#scene.roster[side === 'mentor' ? 'mentors' : 'mentees'].keys()) {
      const out = this.#findPathOut(steps.getNode(side, index), node);
      if (out === null) continue;
      let own: Cost = new Float64Array(this.#width);
      for (const passed of out) own = this.#sum(own, steps.getCostOfMore(passed));
      for (const partner of listNumbers(this.#scene.candidates.partnersOf(side, index))) {
        const end = steps.getNode(getOtherSide(side), partner);
        if (reached[end] !== 1) continue;
        const pairCost = steps.makeTandemCost(makePair(side, index, partner));
        const cost = this.#sum(own, found.distanceTo(end)).map((sum, level) => sum + pairCost(level));
        if (best !== null && compareVectors(cost, best.cost, this.#width) >= 0) continue;
        const way = tracePath(end, found, direction);
        best = { cost, nodes: side === 'mentor' ? [...out.toReversed(), ...way] : [...way, ...out] };
      }
    }
    return best;
  }

  /**
   * The nodes from somebody to a full limit around them, or to themselves; null where it is
   * not around them, or more is full.
   */
  #findPathOut(person: number, end: number): number[] | null {
    const way = [person];
    for (let node = person; node !== end; ) {
      if (node === ROOT || !this.#steps.hasRoom(node)) return null;
      node = this.#steps.getHub(node);
      way.push(node);
    }
    return way;
  }

  #sum(one: Cost, other: Cost): Cost {
    return Float64Array.from({ length: this.#width }, (_, level) => one[level]! + other[level]!);
  }

  #isGain(cost: Cost): boolean {
    return (cost.find(number => number !== 0) ?? 0) < 0;
  }

  /** What a trip does to mentees and tandems, where it is worth making. */
  #measureGain(trip: PricedTrip | null): Coverage {
    if (trip === null || !this.#isGain(trip.cost)) return NO_GAIN;
    const { nodes } = trip;
    let [mentees, tandems] = [0, 0];
    for (let at = 1; at < nodes.length; at++) {
      const [from, to] = [this.#steps.findPerson(nodes[at - 1]!), this.#steps.findPerson(nodes[at]!)];
      if (from !== null && to !== null) tandems += from.side === 'mentor' ? 1 : -1;
      else if (from?.side === 'mentee' && this.#served[from.index] === 0) mentees++;
      else if (to?.side === 'mentee' && this.#served[to.index] === 1) mentees--;
    }
    return { mentees, tandems };
  }
}

/** A round trip, but for its first step: what it costs in all, and its nodes in the order of its steps. */
interface PricedTrip {
  readonly cost: Cost;
  readonly nodes: readonly number[];
}

/** The nodes between the start of a search and a node, in the order of the steps. */
function tracePath(node: number, { before }: ShortestPathTree, direction: Direction): number[] {
  const way = [node];
  for (let passed = before[node]!; passed >= 0; passed = before[passed]!) way.push(passed);
  return direction === 'onwards' ? way.toReversed() : way;
}
