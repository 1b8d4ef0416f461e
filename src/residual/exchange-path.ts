import { listLevelWorths } from '../certificate/level-worths.ts';
import type { Proof } from '../domain/certificate.ts';
import { getOtherSide, makePair } from '../domain/pair-keys.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Side } from '../domain/roster.ts';
import { computeTie, type Ties } from '../domain/ties.ts';
import { type ChangeUnit, type GraphInputs, PricedGraph } from './priced-graph.ts';
import { compareVectors, findShortestPaths, type ShortestPathTree } from './shortest-path.ts';
import { type PathMachine, type PathQuestion, startPathMachine } from './wasm.ts';

/** Where a path leads that closes a pair, and what the pair costs by it. */
interface PricedEnd {
  readonly pair: Tandem;
  readonly node: number;
  readonly tie: number;
  readonly cost: readonly number[];
}

type EndMaker = (node: number, found: ShortestPathTree) => PricedEnd;

interface CheapestEnds {
  readonly ends: readonly PricedEnd[];
  readonly found: ShortestPathTree;
}

/**
 * A change of tandems that begins or ends one pair: the cheapest that there is, and of these one that changes least.
 */
export interface ExchangePath {
  /** A number for each level of the proof but ties: how much less the whole would come to. */
  readonly cost: readonly number[];
  readonly begun: readonly Tandem[];
  readonly ended: readonly Tandem[];
}

/**
 * Finds what it costs to force a pair, from the prices of a proof and without solving again.
 *
 * Why it is exact: best tandems with one pair forced differ from ours by round trips of steps, and those that do
 * not go through the pair could be left out, since none gains anything. So one trip is left: the pair, and the
 * cheapest path of steps that closes it (Ahuja, Magnanti & Orlin, Network Flows (1993), §3.5 and §9.3). It goes
 * through the pair once, so that it does not matter what the pair itself is worth, nor whether something bars it.
 * `worst` is no sum, and has no such prices.
 */
export class ExchangeSearch {
  readonly #steps: PricedGraph;
  readonly #ties: Ties;
  /** Every step, worked out once; null where that is not wanted, or would not be exact. */
  readonly #machine: PathMachine | null;

  /**
   * @param unit in what it is counted which change is the least.
   * @param asks whether so much is asked that every step is worked out once for all of it.
   */
  constructor(scene: GraphInputs, { prices }: Proof, unit: ChangeUnit, asks: 'little' | 'much' = 'little') {
    const levels = listLevelWorths(scene).filter(({ kind }) => kind !== 'ties');
    this.#steps = new PricedGraph(scene, levels, prices, unit);
    this.#ties = scene.ties;
    this.#machine = asks === 'much' ? startPathMachine(this.#steps) : null;
  }

  /** The path that makes two who are no tandem one; null where there is no room for it. */
  findPairingPath(pair: Tandem): ExchangePath | null {
    return this.#findClosingPath(pair, 'mentee', 'mentor', 1);
  }

  /** The path that ends a tandem. */
  findPartingPath(pair: Tandem): ExchangePath | null {
    return this.#findClosingPath(pair, 'mentor', 'mentee', -1);
  }

  /** The paths that end each tandem of a mentor, by itself; null where there is none. One search finds them all. */
  findPartingPaths(mentor: number, mentees: readonly number[]): readonly (ExchangePath | null)[] {
    const ends = mentees.map(mentee => this.#steps.getNode('mentee', mentee));
    const paths = mentees.map((): ExchangePath | null => null);
    let left = ends.length;
    const build = (node: number, found: ShortestPathTree) => {
      const at = ends.indexOf(node);
      paths[at] = this.#buildPath({ mentor, mentee: mentees[at]! }, -1, node, 'onwards', found);
      left--;
      return left === 0;
    };
    this.#findPaths(
      { direction: 'onwards', start: this.#steps.getNode('mentor', mentor), asked: ends, isAll: true },
      build,
    );
    return paths;
  }

  /**
   * For somebody, the cheapest paths to partners, the cheapest first; of equals as ties are broken.
   * @param partners whom it may be: nobody with whom they have a tandem, or whom the rules do not let them meet.
   */
  findCheapestPaths(
    side: Side,
    index: number,
    most: number,
    partners = this.#steps.listNewPartners(side, index),
  ): Map<number, ExchangePath> {
    const steps = this.#steps;
    const other = getOtherSide(side);
    const first = steps.getNode(other, 0);
    const ask = {
      start: steps.getNode(side, index),
      direction: side === 'mentee' ? 'onwards' : 'back',
      asked: partners.map(partner => first + partner),
    } as const;
    const makeEnd = (node: number, { distanceTo }: ShortestPathTree): PricedEnd => {
      const pair = makePair(side, index, node - first);
      const costAt = steps.makeTandemCost(pair);
      const tie = computeTie(this.#ties.mentors, pair.mentor, this.#ties.mentees, pair.mentee);
      return { pair, node, tie, cost: Array.from(distanceTo(node), (cost, level) => cost + costAt(level)) };
    };
    const { ends, found } = this.#findCheapestEnds(ask, most, makeEnd);
    return new Map(ends.map(({ pair, node }) => [pair[other], this.#buildPath(pair, 1, node, ask.direction, found)]));
  }

  #findCheapestEnds(ask: Omit<PathQuestion, 'isAll'>, most: number, makeEnd: EndMaker): CheapestEnds {
    const { width } = this.#steps;
    const select = (ends: PricedEnd[]) =>
      ends.sort((a, b) => compareVectors(a.cost, b.cost, width) || b.tie - a.tie).slice(0, most);
    if (this.#machine !== null) {
      const { nodes, found } = this.#machine.findTrips(ask, most);
      return { ends: select(nodes.map(node => makeEnd(node, found))), found };
    }
    let ends: PricedEnd[] = [];
    const found = this.#findPaths({ ...ask, isAll: false }, (node, tree) => {
      const last = ends[most - 1];
      if (last !== undefined && compareVectors(last.cost, tree.distanceTo(node), width) < 0) return true;
      ends = select([...ends, makeEnd(node, tree)]);
      return false;
    });
    return { ends, found };
  }

  /**
   * What one more tandem of a mentor costs, whoever it is with: the cheapest round trip through one more of their
   * slots, which comes back to what they hang from. null where there is no slot, or no way back.
   */
  findCostOfOneMore(mentor: number): readonly number[] | null {
    const steps = this.#steps;
    const node = steps.getNode('mentor', mentor);
    if (!steps.hasRoom(node)) return null;
    const hub = steps.getHub(node);
    const own = steps.getCostOfMore(node);
    let cost: readonly number[] | null = null;
    this.#findPaths({ direction: 'onwards', start: node, asked: [hub], isAll: true }, (_, found) => {
      cost = Array.from(found.distanceTo(hub), (distance, level) => distance + own[level]!);
      return true;
    });
    return cost;
  }

  /** Asks of each node in question whether it is enough, the nearest first. */
  #findPaths(question: PathQuestion, isEnough: (node: number, found: ShortestPathTree) => boolean): ShortestPathTree {
    if (this.#machine !== null) return this.#machine.search(question, isEnough);
    const asked = new Set(question.asked);
    const ask = (node: number, found: ShortestPathTree) => asked.has(node) && isEnough(node, found);
    return findShortestPaths(this.#steps.makeSearchGraph(question.direction), question.start, ask);
  }

  #findClosingPath(pair: Tandem, from: Side, to: Side, sign: 1 | -1): ExchangePath | null {
    const steps = this.#steps;
    const end = steps.getNode(to, pair[to]);
    let path: ExchangePath | null = null;
    this.#findPaths(
      { direction: 'onwards', start: steps.getNode(from, pair[from]), asked: [end], isAll: true },
      (_, found) => {
        path = this.#buildPath(pair, sign, end, 'onwards', found);
        return true;
      },
    );
    return path;
  }

  /** The path through a pair that is closed by the way to a node. */
  #buildPath(
    pair: Tandem,
    sign: 1 | -1,
    end: number,
    direction: PathQuestion['direction'],
    found: ShortestPathTree,
  ): ExchangePath {
    const costAt = this.#steps.makeTandemCost(pair);
    const cost = Array.from(found.distanceTo(end), (distance, level) => distance + sign * costAt(level));
    const begun: Tandem[] = sign === 1 ? [pair] : [];
    const ended: Tandem[] = sign === 1 ? [] : [pair];
    for (let node = end; found.before[node]! >= 0; node = found.before[node]!) {
      const [one, other] = [this.#steps.findPerson(found.before[node]!), this.#steps.findPerson(node)];
      if (one === null || other === null) continue;
      const first = direction === 'onwards' ? one : other;
      (first.side === 'mentor' ? begun : ended).push(makePair(one.side, one.index, other.index));
    }
    return { cost, begun, ended };
  }
}
