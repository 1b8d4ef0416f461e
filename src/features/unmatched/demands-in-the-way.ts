import { InternalError } from '../../domain/errors.ts';
import type { DemandLever } from '../../domain/remedies.ts';
import { type ClosedStep, closedSteps } from '../../residual/closed-arcs.ts';
import { Reach } from '../../residual/reachability.ts';
import { type Kept, Residual } from '../../residual/residual-graph.ts';
import type { Findings, Situation } from '../../residual/usage.ts';

/** What mentees keep while somebody has one tandem more: one of their mentors, or as many as they have. */
export type Keeping = 'one' | 'all';

/**
 * Ways by which a mentee could have one mentor more, whatever the objective says, while mentees keep theirs: without any change, or
 * with as few demands (locks, minimums, least loads) set aside as possible. Mentors may lose mentees, down to their least load.
 *
 * Method: what can be reached without any change (see residual-graph.ts) is the first layer; each next layer is what can be reached
 * from it through one demand. A way is a simple round trip, so each demand stands aside for one tandem alone.
 */
export class Ways {
  readonly #residual: Residual;
  readonly #demands: readonly ClosedStep[];
  /** The layers of those who hang from the same. */
  readonly #layers = new Map<number, Layers>();

  constructor(findings: Findings, situation: Situation, keeping: Keeping) {
    const kept: Kept = {
      byMentor: 0,
      byMentee: mentee => (keeping === 'one' ? 1 : situation.mentorsOf[mentee]!.length),
    };
    this.#residual = new Residual(findings, situation, kept);
    this.#demands = closedSteps(this.#residual, findings).filter(({ lever }) => isDemand(lever));
  }

  /** The demands that keep a mentor from a mentee; none where there is a way as it is, null where there is no way at all. */
  to(mentee: number): readonly DemandLever[] | null {
    const node = this.#residual.nodeOf('mentee', mentee);
    const home = this.#residual.homeOf(this.#residual.hubOf(node));
    const known = this.#layers.get(home) ?? new Layers(this.#residual, this.#demands, home);
    this.#layers.set(home, known);
    return known.to(node);
  }
}

function isDemand(lever: ClosedStep['lever']): lever is DemandLever {
  return lever.kind === 'lock' || lever.kind === 'minimum' || lever.kind === 'load';
}

/** What can be reached from a hub through so many demands, each searched for when it is asked for. */
class Layers {
  readonly #residual: Residual;
  readonly #demands: readonly ClosedStep[];
  readonly #reaches: Reach[];
  /** The demand through which each later layer was entered, by its head. */
  readonly #entered = new Map<number, ClosedStep>();

  constructor(residual: Residual, demands: readonly ClosedStep[], home: number) {
    this.#residual = residual;
    this.#demands = demands;
    this.#reaches = [new Reach(residual, 'onwards').from([home])];
  }

  to(node: number): readonly DemandLever[] | null {
    for (let layer = 0; layer < this.#reaches.length || this.#deepen(); layer++) {
      if (this.#reaches[layer]!.has(node)) return this.#leadingTo(node, layer);
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
    this.#reaches.push(new Reach(this.#residual, 'onwards', { past }).from(further.map(({ head }) => head)));
    return true;
  }

  #leadingTo(node: number, layer: number): readonly DemandLever[] {
    if (layer === 0) return [];
    const [start] = this.#reaches[layer]!.wayTo(node);
    const { lever, tail } = this.#entered.get(start!)!;
    if (!isDemand(lever)) throw new InternalError('what leads further is not a demand');
    return [...this.#leadingTo(tail, layer - 1), lever];
  }
}
