import { reachFromRoot } from './augmenting-path.ts';
import type { Reachability } from './reachability.ts';
import type { ResidualGraph } from './residual-graph.ts';

/**
 * Where one more would help: free slots could be brought to the one end of it (`slots`), and mentees who want a mentor
 * to the other (`wishes`). Tandems must be as many as possible.
 */
export class Openings {
  readonly residual: ResidualGraph;
  readonly #slots: Reachability;
  readonly #wishes: Reachability;

  /** @param slots @param wishes where they are known already. */
  constructor(
    residual: ResidualGraph,
    slots = reachFromRoot(residual, 'mentor'),
    wishes = reachFromRoot(residual, 'mentee'),
  ) {
    this.residual = residual;
    this.#slots = slots;
    this.#wishes = wishes;
  }

  /** The same, but for what one side would reach after a change. */
  copyWithSlots(changed: ResidualGraph): Openings {
    return new Openings(this.residual, reachFromRoot(changed, 'mentor'), this.#wishes);
  }

  copyWithWishes(changed: ResidualGraph): Openings {
    return new Openings(this.residual, this.#slots, reachFromRoot(changed, 'mentee'));
  }

  /** The mentors with whom one more slot would bring one more tandem. */
  listMentors(): number[] {
    const { residual } = this;
    return [...residual.inputs.roster.mentors.keys()].filter(mentor => this.#helps(residual.getNode('mentor', mentor)));
  }

  /** The limits that would bring one more tandem if they were higher by one. */
  listLimits(): number[] {
    const { residual } = this;
    return [...residual.inputs.terms.limits.keys()].filter(limit => this.#helps(residual.getLimitNode(limit)));
  }

  /** Whether free slots come up to one more of a limit or mentor, and whether mentees do. */
  isGivenTo(node: number): boolean {
    return this.#slots.has(this.residual.getArcForMore(node).tail);
  }

  isWantedFrom(node: number): boolean {
    return this.#wishes.has(this.residual.getArcForMore(node).head);
  }

  #helps(node: number): boolean {
    return this.isGivenTo(node) && this.isWantedFrom(node);
  }
}
