import { type LevelWorth, listLevelWorths } from '../certificate/level-worths.ts';
import type { Proof } from '../domain/certificate.ts';
import { makePair } from '../domain/pair-keys.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Side } from '../domain/roster.ts';
import { computeTie, type Ties } from '../domain/ties.ts';
import type { Direction } from './nodes.ts';
import { type GraphInputs, PricedGraph } from './priced-graph.ts';
import { compareVectors, findShortestPaths, type ShortestPathTree } from './shortest-path.ts';

/** A change of tandems that begins or ends one pair: the cheapest that there is, and of these one that changes fewest. */
export interface ExchangePath {
  /** A number for each level of the proof but ties: how much less the whole would come to. */
  readonly cost: readonly number[];
  readonly begun: readonly Tandem[];
  readonly ended: readonly Tandem[];
}

/**
 * Finds what it costs to force a pair, from the prices of a proof and without solving again.
 *
 * Why it is exact: best tandems with one pair forced differ from ours by round trips of steps, and those that do not go
 * through the pair could be left out, since none gains anything. So one trip is left: the pair, and the cheapest path of
 * steps that closes it (Ahuja, Magnanti & Orlin, Network Flows (1993), §3.5 and §9.3). It goes through the pair once, so that
 * it does not matter what the pair itself is worth, nor whether something bars it. `worst` is no sum, and has no such prices.
 */
export class ExchangeSearch {
  readonly #steps: PricedGraph;
  readonly #ties: Ties;

  /** @param asks whether so much is asked that what pairs count is worked out once for all of them. */
  constructor(scene: GraphInputs, { prices }: Proof, asks: 'little' | 'much' = 'little') {
    const levels = listLevelWorths(scene).filter(({ kind }) => kind !== 'ties');
    const known = asks === 'much' ? levels.map(level => rememberPairs(level, scene)) : levels;
    this.#steps = new PricedGraph(scene, known, prices);
    this.#ties = scene.ties;
  }

  /** The path that makes two who are no tandem one; null where there is no room for it. */
  findPairingPath(pair: Tandem): ExchangePath | null {
    return this.#findClosingPath(pair, 'mentee', 'mentor', 1);
  }

  /** The path that ends a tandem. */
  findPartingPath(pair: Tandem): ExchangePath | null {
    return this.#findClosingPath(pair, 'mentor', 'mentee', -1);
  }

  /** For somebody, the cheapest paths to partners who are `possible`, the cheapest first; of equals as ties are broken. */
  findCheapestPaths(
    side: Side,
    index: number,
    most: number,
    possible: (partner: number) => boolean,
  ): Map<number, ExchangePath> {
    const steps = this.#steps;
    const direction = side === 'mentee' ? 'onwards' : 'back';
    const start = steps.getNode(side, index);
    let best: { readonly partner: number; readonly path: ExchangePath; readonly tie: number }[] = [];
    findShortestPaths(steps.makeSearchGraph(direction), start, (node, found) => {
      const last = best[most - 1];
      if (last !== undefined && compareVectors(last.path.cost, found.distanceTo(node), steps.width) < 0) return true;
      const person = steps.findPerson(node);
      if (person === null || person.side === side || !possible(person.index)) return false;
      const pair = makePair(side, index, person.index);
      const path = this.#buildPath(pair, 1, node, direction, found);
      const tie = computeTie(this.#ties.mentors, pair.mentor, this.#ties.mentees, pair.mentee);
      best = [...best, { partner: person.index, path, tie }]
        .sort((a, b) => compareVectors(a.path.cost, b.path.cost, steps.width) || b.tie - a.tie)
        .slice(0, most);
      return false;
    });
    return new Map(best.map(({ partner, path }) => [partner, path]));
  }

  /**
   * What one more tandem of a mentor costs, whoever it is with: the cheapest round trip through one more of their slots, which comes back
   * to what they hang from. null where there is no slot, or no way back.
   */
  findCostOfOneMore(mentor: number): readonly number[] | null {
    const steps = this.#steps;
    const node = steps.getNode('mentor', mentor);
    if (!steps.hasRoom(node)) return null;
    const hub = steps.getHub(node);
    const own = steps.getCostOfMore(node);
    let cost: readonly number[] | null = null;
    findShortestPaths(steps.makeSearchGraph('onwards'), node, (at, found) => {
      if (at === hub) cost = Array.from(found.distanceTo(at), (distance, level) => distance + own[level]!);
      return at === hub;
    });
    return cost;
  }

  #findClosingPath(pair: Tandem, from: Side, to: Side, sign: 1 | -1): ExchangePath | null {
    const steps = this.#steps;
    const end = steps.getNode(to, pair[to]);
    let path: ExchangePath | null = null;
    findShortestPaths(steps.makeSearchGraph('onwards'), steps.getNode(from, pair[from]), (node, found) => {
      if (node === end) path = this.#buildPath(pair, sign, node, 'onwards', found);
      return node === end;
    });
    return path;
  }

  /** The path through a pair that is closed by the way to a node. */
  #buildPath(pair: Tandem, sign: 1 | -1, end: number, direction: Direction, found: ShortestPathTree): ExchangePath {
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

/** A level that has looked at each pair already. */
function rememberPairs(level: LevelWorth, { roster: { mentors, mentees } }: GraphInputs): LevelWorth {
  const size = mentees.length;
  const counts = new Float64Array(mentors.length * size);
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    for (let mentee = 0; mentee < size; mentee++) counts[mentor * size + mentee] = level.pair(mentor, mentee);
  }
  return { ...level, pair: (mentor, mentee) => counts[mentor * size + mentee]! };
}
