import { type Asking, askedBy, askedPrices } from '../../certificate/duals.ts';
import type { Claim, Worth } from '../../certificate/level-values.ts';
import { countsIn, type Section } from '../../certificate/optimality.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import { type Holder, holdersOf } from '../../residual/unit-costs.ts';

/** What a step costs on the levels of a section, one after the other. */
export type CostAt = (level: number) => number;

/** A step between nodes (see priced-graph.ts), and the first level on which it costs something, with what it costs there and on the next. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly cost: number;
  readonly next: number;
}

/** How tandems can change, by the prices of a section of a proof, and what that costs on its levels; the same for all of them. */
export class Standing {
  readonly claim: Claim;
  readonly section: Section;
  readonly asked: Asking;
  /** Everybody who has a price and could have a tandem. */
  readonly open: Readonly<Record<Side, Int32Array>>;
  readonly size: number;
  /** All steps but those that begin a tandem. */
  readonly steps: readonly Step[];
  readonly #first: Readonly<Record<Side, number>>;
  readonly #tandems: ReadonlySet<number>;
  readonly #counts: (mentor: number, mentee: number) => boolean;

  constructor(claim: Claim, section: Section) {
    const { mentors, mentees } = claim.roster;
    const first = 1 + claim.terms.limits.length;
    this.claim = claim;
    this.section = section;
    this.asked = askedPrices(claim, section);
    this.open = { mentor: openOn('mentors', this.asked), mentee: openOn('mentees', this.asked) };
    this.#first = { mentor: first, mentee: first + mentors.length };
    this.size = first + mentors.length + mentees.length;
    this.#tandems = new Set(section.tandems.map(tandem => this.#keyOf(tandem)));
    this.#counts = countsIn(claim, section, this.asked);
    this.steps = this.#stepsNow();
  }

  nodeOf(side: Side, index: number): number {
    return this.#first[side] + index;
  }

  /** The index of the mentee at a node; less than 0 at others. */
  menteeAt(node: number): number {
    return node - this.#first.mentee;
  }

  /** The index of the mentor at a node; less than 0 at others but mentees. */
  mentorAt(node: number): number {
    return node < this.#first.mentee ? node - this.#first.mentor : -1;
  }

  /** Whether two are priced, may meet, and are no tandem. */
  mayBegin(mentor: number, mentee: number): boolean {
    const { mentors, mentees } = this.asked;
    if (mentors.isLeftOut[mentor] || mentees.isLeftOut[mentee]) return false;
    return !this.#tandems.has(this.#keyOf({ mentor, mentee })) && this.#counts(mentor, mentee);
  }

  /** What beginning a tandem costs; both must be priced. */
  costOf(mentor: number, mentee: number): CostAt {
    const { mentors, mentees } = this.asked;
    const { levels } = this.section;
    return level =>
      askedBy(mentors, mentor, level) + askedBy(mentees, mentee, level) - levels[level]!.pair(mentor, mentee);
  }

  #stepsNow(): Step[] {
    const { tandems, prices, levels } = this.section;
    const steps: Step[] = [];
    const add = (from: number, to: number, costAt: CostAt) => {
      let level = 0;
      while (level < levels.length && costAt(level) === 0) level++;
      const at = (place: number) => (place < levels.length ? costAt(place) : 0);
      steps.push({ from, to, level, cost: at(level), next: at(level + 1) });
    };
    for (const { mentor, mentee } of tandems) {
      const costAt = this.costOf(mentor, mentee);
      add(this.nodeOf('mentee', mentee), this.nodeOf('mentor', mentor), level => -costAt(level));
    }
    for (const holder of holdersOf(this.claim, tandems, prices)) addUnits(holder, levels, add);
    return steps;
  }

  #keyOf({ mentor, mentee }: Tandem): number {
    return mentor * this.claim.roster.mentees.length + mentee;
  }
}

function openOn(people: 'mentors' | 'mentees', { closed, ...asked }: Asking): Int32Array {
  const { isLeftOut } = asked[people];
  return Int32Array.from(isLeftOut.keys()).filter(person => !isLeftOut[person] && !closed[people][person]);
}

/** One more goes from the hub to a mentor, and from a mentee to the hub; one less goes back. Whom no open pair concerns has no price. */
function addUnits(
  { node, hub, side, price, used, most, gainOf }: Holder,
  levels: readonly Worth[],
  add: (from: number, to: number, costAt: CostAt) => void,
): void {
  if (price === null) return;
  const [from, to] = side === 'mentor' ? [hub, node] : [node, hub];
  if (used < most) add(from, to, level => -(gainOf(levels[level]!, used + 1) + price[level]!));
  if (used > 0) add(to, from, level => gainOf(levels[level]!, used) + price[level]!);
}
