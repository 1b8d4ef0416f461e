import { computeDuals, type Duals, getDual } from '../../certificate/duals.ts';
import type { Claim, LevelWorth } from '../../certificate/level-worths.ts';
import { makePairTest, type ProofSection } from '../../certificate/optimality.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import { computeCostOfLess, computeCostOfMore, type Holder, listHolders } from '../../residual/unit-costs.ts';

/** What a step costs on the levels of a section, one after the other. */
export type CostAt = (level: number) => number;

/**
 * A step between nodes (see priced-graph.ts), and the first level on which it costs something, with
 * what it costs there and on the next.
 */
export interface SectionStep {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly cost: number;
  readonly next: number;
}

/**
 * How tandems can change, by the prices of a section of a proof, and what that costs on its
 * levels; the same for all of them.
 */
export class SectionGraph {
  readonly claim: Claim;
  readonly section: ProofSection;
  readonly asked: Duals;
  /** Everybody who has a price and could have a tandem. */
  readonly open: Readonly<Record<Side, Int32Array>>;
  readonly size: number;
  /** All steps but those that begin a tandem. */
  readonly steps: readonly SectionStep[];
  readonly #first: Readonly<Record<Side, number>>;
  readonly #tandems: ReadonlySet<number>;
  readonly #counts: (mentor: number, mentee: number) => boolean;

  constructor(claim: Claim, section: ProofSection) {
    const { mentors, mentees } = claim.roster;
    const first = 1 + claim.terms.limits.length;
    this.claim = claim;
    this.section = section;
    this.asked = computeDuals(claim, section);
    this.open = { mentor: listPricedPeople('mentors', this.asked), mentee: listPricedPeople('mentees', this.asked) };
    this.#first = { mentor: first, mentee: first + mentors.length };
    this.size = first + mentors.length + mentees.length;
    this.#tandems = new Set(section.tandems.map(tandem => this.#makeKey(tandem)));
    this.#counts = makePairTest(claim, section, this.asked);
    this.steps = this.#listSteps();
  }

  getNode(side: Side, index: number): number {
    return this.#first[side] + index;
  }

  /** The index of the mentee at a node; less than 0 at others. */
  getMenteeAt(node: number): number {
    return node - this.#first.mentee;
  }

  /** The index of the mentor at a node; less than 0 at others but mentees. */
  getMentorAt(node: number): number {
    return node < this.#first.mentee ? node - this.#first.mentor : -1;
  }

  /** Whether two are priced, may meet, and are no tandem. */
  mayBegin(mentor: number, mentee: number): boolean {
    const { mentors, mentees } = this.asked;
    if (mentors.isLeftOut[mentor] || mentees.isLeftOut[mentee]) return false;
    return !this.#tandems.has(this.#makeKey({ mentor, mentee })) && this.#counts(mentor, mentee);
  }

  /** What beginning a tandem costs; both must be priced. */
  makeTandemCost(mentor: number, mentee: number): CostAt {
    const { mentors, mentees } = this.asked;
    const { levels } = this.section;
    return level =>
      getDual(mentors, mentor, level) + getDual(mentees, mentee, level) - levels[level]!.pair(mentor, mentee);
  }

  #listSteps(): SectionStep[] {
    const { tandems, prices, levels } = this.section;
    const steps: SectionStep[] = [];
    const add = (from: number, to: number, costAt: CostAt) => {
      let level = 0;
      while (level < levels.length && costAt(level) === 0) level++;
      const getCostAt = (at: number) => (at < levels.length ? costAt(at) : 0);
      steps.push({ from, to, level, cost: getCostAt(level), next: getCostAt(level + 1) });
    };
    for (const { mentor, mentee } of tandems) {
      const costAt = this.makeTandemCost(mentor, mentee);
      add(this.getNode('mentee', mentee), this.getNode('mentor', mentor), level => -costAt(level));
    }
    for (const holder of listHolders(this.claim, tandems, prices)) addUnits(holder, levels, add);
    return steps;
  }

  #makeKey({ mentor, mentee }: Tandem): number {
    return makePairKey(mentor, mentee, this.claim.roster.mentees.length);
  }
}

function listPricedPeople(people: 'mentors' | 'mentees', { closed, ...asked }: Duals): Int32Array {
  const { isLeftOut } = asked[people];
  return Int32Array.from(isLeftOut.keys()).filter(person => !isLeftOut[person] && !closed[people][person]);
}

/**
 * One more goes from the hub to a mentor, and from a mentee to the hub; one less goes back. Whom no
 * open pair concerns has no price.
 */
function addUnits(
  holder: Holder,
  levels: readonly LevelWorth[],
  add: (from: number, to: number, costAt: CostAt) => void,
): void {
  const { node, hub, side, price, used, most } = holder;
  if (price === null) return;
  const [from, to] = side === 'mentor' ? [hub, node] : [node, hub];
  if (used < most) add(from, to, level => computeCostOfMore(holder, levels[level]!, level));
  if (used > 0) add(to, from, level => computeCostOfLess(holder, levels[level]!, level));
}
