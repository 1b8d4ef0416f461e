import { InternalError } from '../../domain/errors.ts';
import type { DemandLever } from '../../domain/remedies.ts';
import { type ClosedArc, listClosedArcs } from '../../residual/lever-arcs.ts';
import { Reachability } from '../../residual/reachability.ts';
import { type KeepingPolicy, ResidualGraph } from '../../residual/residual-graph.ts';
import type { Findings } from '../../residual/usage.ts';

/** What mentees keep while somebody has one tandem more: one of their mentors, or as many as they have. */
export type Keeping = 'one' | 'all';

/** Mentors may lose their mentees. */
export function makeKeepingPolicy(keeping: Keeping, demands: boolean): KeepingPolicy {
  return { byMentor: 0, byMentee: () => (keeping === 'one' ? 1 : Number.POSITIVE_INFINITY), demands };
}

/**
 * Ways by which a mentee could have one mentor more, whatever the objective says, while mentees keep theirs:
 * without any change, or with as few demands (locks, minimums, least loads) set aside as possible. Mentors may lose
 * mentees, down to their least load.
 *
 * Method: what can be reached without any change (see residual-graph.ts) is the first layer; each next
 * layer is what can be reached from it through one demand. A way is a simple round trip, so each demand
 * stands aside for one tandem alone.
 */
export class DemandSearch {
  readonly #residual: ResidualGraph;
  readonly #demands: readonly ClosedArc[];
  /** The layers of those who hang from the same. */
  readonly #layers = new Map<number, DemandLayers>();

  constructor(findings: Findings, keeping: Keeping) {
    this.#residual = new ResidualGraph(findings, findings.tandems, makeKeepingPolicy(keeping, true));
    this.#demands = listClosedArcs(this.#residual).filter(({ lever }) => isDemand(lever));
  }

  /**
   * The demands that keep a mentor from a mentee; none where there is a way as it is,
   * null where there is no way at all.
   */
  findDemands(mentee: number): readonly DemandLever[] | null {
    const node = this.#residual.getNode('mentee', mentee);
    const home = this.#residual.findHome(this.#residual.getHub(node));
    const known = this.#layers.get(home) ?? new DemandLayers(this.#residual, this.#demands, home);
    this.#layers.set(home, known);
    return known.findDemandsTo(node);
  }
}

function isDemand(lever: ClosedArc['lever']): lever is DemandLever {
  return lever.kind === 'lock' || lever.kind === 'minimum' || lever.kind === 'load';
}

/** What can be reached from a hub through so many demands, each searched for when it is asked for. */
class DemandLayers {
  readonly #residual: ResidualGraph;
  readonly #demands: readonly ClosedArc[];
  readonly #reaches: Reachability[];
  /** The demand through which each later layer was entered, by its head. */
  readonly #entered = new Map<number, ClosedArc>();

  constructor(residual: ResidualGraph, demands: readonly ClosedArc[], home: number) {
    this.#residual = residual;
    this.#demands = demands;
    this.#reaches = [new Reachability(residual, 'onwards').from([home])];
  }

  findDemandsTo(node: number): readonly DemandLever[] | null {
    for (let layer = 0; layer < this.#reaches.length || this.#deepen(); layer++) {
      if (this.#reaches[layer]!.has(node)) return this.#listDemandsTo(node, layer);
    }
    return null;
  }

  /** Searches the next layer; false where no demand leads any further. */
  #deepen(): boolean {
    const last = this.#reaches.at(-1)!;
    const further = this.#demands.filter(
      ({ tail, head }) => last.has(tail) && !this.#reaches.some(reach => reach.has(head)),
    );
    if (further.length === 0) return false;
    for (const step of further) if (!this.#entered.has(step.head)) this.#entered.set(step.head, step);
    const past = [...this.#reaches];
    this.#reaches.push(new Reachability(this.#residual, 'onwards', { past }).from(further.map(({ head }) => head)));
    return true;
  }

  #listDemandsTo(node: number, layer: number): readonly DemandLever[] {
    if (layer === 0) return [];
    const [start] = this.#reaches[layer]!.findPathTo(node);
    const { lever, tail } = this.#entered.get(start!)!;
    if (!isDemand(lever)) throw new InternalError('what leads further is not a demand');
    return [...this.#listDemandsTo(tail, layer - 1), lever];
  }
}
