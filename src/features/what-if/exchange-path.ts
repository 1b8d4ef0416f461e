import { levelsWorth } from '../../certificate/level-values.ts';
import type { Proof } from '../../domain/certificate.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import { type Ties, tieOf } from '../../domain/ties.ts';
import { type Direction, pairOf, type Scene, Steps } from '../../residual/priced-graph.ts';
import { compare, type Found, shortest } from '../../residual/shortest-path.ts';

/** A change of tandems that begins or ends one pair: the cheapest that there is, and of these one that changes fewest. */
export interface Chain {
  /** A number for each level of the proof but ties: how much less the whole would come to. */
  readonly cost: readonly number[];
  readonly begun: readonly Tandem[];
  readonly ended: readonly Tandem[];
}

/**
 * Finds what it costs to force a pair, from the prices of a proof and without solving again.
 *
 * Why it is exact: best tandems with one pair forced differ from ours by round trips of steps, and those that do not go
 * through the pair could be left out, since none gains anything. So one trip is left: the pair, and the cheapest chain of
 * steps that closes it (Ahuja, Magnanti & Orlin, Network Flows (1993), §3.5 and §9.3). It goes through the pair once, so that
 * it does not matter what the pair itself is worth, nor whether something bars it. `worst` is no sum, and has no such prices.
 */
export class Chains {
  readonly #steps: Steps;
  readonly #ties: Ties;

  constructor(scene: Scene, { prices }: Proof) {
    const levels = levelsWorth(scene).filter(({ kind }) => kind !== 'ties');
    this.#steps = new Steps(scene, levels, prices);
    this.#ties = scene.ties;
  }

  /** The chain that makes two who are no tandem one; null where there is no room for it. */
  pairing(pair: Tandem): Chain | null {
    return this.#closing(pair, 'mentee', 'mentor', 1);
  }

  /** The chain that ends a tandem. */
  parting(pair: Tandem): Chain | null {
    return this.#closing(pair, 'mentor', 'mentee', -1);
  }

  /** For somebody, the cheapest chains to partners who are `possible`, the cheapest first; of equals as ties are broken. */
  cheapest(side: Side, index: number, most: number, possible: (partner: number) => boolean): Map<number, Chain> {
    const steps = this.#steps;
    const direction = side === 'mentee' ? 'onwards' : 'back';
    const start = steps.nodeOf(side, index);
    let best: { readonly partner: number; readonly chain: Chain; readonly tie: number }[] = [];
    shortest(steps.followed(direction), start, (node, found) => {
      const last = best[most - 1];
      if (last !== undefined && compare(last.chain.cost, found.distanceTo(node), steps.width) < 0) return true;
      const person = steps.personAt(node);
      if (person === null || person.side === side || !possible(person.index)) return false;
      const pair = pairOf(side, index, person.index);
      const chain = this.#chain(pair, 1, node, direction, found);
      const tie = tieOf(this.#ties.mentors, pair.mentor, this.#ties.mentees, pair.mentee);
      best = [...best, { partner: person.index, chain, tie }]
        .sort((a, b) => compare(a.chain.cost, b.chain.cost, steps.width) || b.tie - a.tie)
        .slice(0, most);
      return false;
    });
    return new Map(best.map(({ partner, chain }) => [partner, chain]));
  }

  #closing(pair: Tandem, from: Side, to: Side, sign: 1 | -1): Chain | null {
    const steps = this.#steps;
    const end = steps.nodeOf(to, pair[to]);
    let chain: Chain | null = null;
    shortest(steps.followed('onwards'), steps.nodeOf(from, pair[from]), (node, found) => {
      if (node === end) chain = this.#chain(pair, sign, node, 'onwards', found);
      return node === end;
    });
    return chain;
  }

  /** The chain through a pair that is closed by the way to a node. */
  #chain(pair: Tandem, sign: 1 | -1, end: number, direction: Direction, found: Found): Chain {
    const costAt = this.#steps.costOf(pair);
    const cost = Array.from(found.distanceTo(end), (distance, level) => distance + sign * costAt(level));
    const begun: Tandem[] = sign === 1 ? [pair] : [];
    const ended: Tandem[] = sign === 1 ? [] : [pair];
    for (let node = end; found.before[node]! >= 0; node = found.before[node]!) {
      const [one, other] = [this.#steps.personAt(found.before[node]!), this.#steps.personAt(node)];
      if (one === null || other === null) continue;
      const first = direction === 'onwards' ? one : other;
      (first.side === 'mentor' ? begun : ended).push(pairOf(one.side, one.index, other.index));
    }
    return { cost, begun, ended };
  }
}
