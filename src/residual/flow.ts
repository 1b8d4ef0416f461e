import { buildLimitTree, countTandem, type LimitTree } from '../domain/limit-tree.ts';
import type { Candidates, Tandem } from '../domain/pairing.ts';
import { makePairKey } from '../domain/pairs.ts';
import { mustMeet, type Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';

/** What tandems are arranged under. */
export interface FlowInputs {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly candidates: Candidates;
}

/**
 * Tandems that can be rearranged so that there is room for more: how many there can be, and what one more place, a higher
 * limit or a rule less would add. How well people fit does not count here.
 *
 * Method. Tandems are a flow of places to mentees through mentors and limits. They are as many as possible when no chain of
 * people who move leads from a mentee without a mentor to a free place, and otherwise such a chain makes one more (Ford &
 * Fulkerson, Maximal flow through a network, Canad. J. Math. 8 (1956), 399–404). What is locked stays, and nothing goes below
 * its minimum or least load: the tandems that it begins with must keep to these. Whatever makes more room leaves them possible,
 * so that the most after a change is found by going on from there.
 */
export class TandemFlow {
  readonly ground: FlowInputs;
  readonly nesting: LimitTree;
  /** The partners of each person. */
  readonly partners: Readonly<Record<Side, readonly number[][]>>;
  /** How many tandems each limit counts. */
  readonly #used: number[];
  readonly #locked: ReadonlySet<number>;

  constructor(ground: FlowInputs, tandems: Iterable<Tandem>, nesting = buildLimitTree(ground.roster, ground.terms)) {
    const { roster, terms } = ground;
    this.ground = ground;
    this.nesting = nesting;
    this.partners = { mentor: roster.mentors.map(() => []), mentee: roster.mentees.map(() => []) };
    this.#used = terms.limits.map(() => 0);
    this.#locked = new Set(terms.pairs.filter(mustMeet).map(pair => this.#makeKey(pair)));
    for (const pair of tandems) this.begin(pair);
  }

  /** The same tandems where something else is allowed; nothing that they need may be less than before. */
  copyWith(change: Partial<FlowInputs>): TandemFlow {
    return new TandemFlow({ ...this.ground, ...change }, this.listTandems(), this.nesting);
  }

  *listTandems(): Generator<Tandem> {
    for (const [mentor, mentees] of this.partners.mentor.entries())
      for (const mentee of mentees) yield { mentor, mentee };
  }

  /** Whether somebody could have one more tandem, as far as that is up to them, or one less. */
  mayGain(side: Side, index: number): boolean {
    const { mentors, mentees } = this.ground.roster;
    const most = side === 'mentor' ? mentors[index]!.capacity : mentees[index]!.wants;
    return this.partners[side][index]!.length < most;
  }

  mayLose(side: Side, index: number): boolean {
    const least = side === 'mentor' ? this.ground.roster.mentors[index]!.minLoad : 0;
    return this.partners[side][index]!.length > least;
  }

  /** The same of a limit, as far as it is up to the limit. */
  hasRoom(limit: number): boolean {
    return this.#used[limit]! < this.ground.terms.limits[limit]!.max;
  }

  hasSpare(limit: number): boolean {
    return this.#used[limit]! > this.ground.terms.limits[limit]!.min;
  }

  isLocked(pair: Tandem): boolean {
    return this.#locked.size > 0 && this.#locked.has(this.#makeKey(pair));
  }

  begin(pair: Tandem): void {
    const { mentor, mentee } = pair;
    this.partners.mentor[mentor]!.push(mentee);
    this.partners.mentee[mentee]!.push(mentor);
    countTandem(this.#used, this.nesting, pair, 1);
  }

  end(pair: Tandem): void {
    const { mentor, mentee } = pair;
    const [mentees, mentors] = [this.partners.mentor[mentor]!, this.partners.mentee[mentee]!];
    mentees.splice(mentees.indexOf(mentee), 1);
    mentors.splice(mentors.indexOf(mentor), 1);
    countTandem(this.#used, this.nesting, pair, -1);
  }

  #makeKey({ mentor, mentee }: Tandem): number {
    return makePairKey(mentor, mentee, this.ground.roster.mentees.length);
  }
}
