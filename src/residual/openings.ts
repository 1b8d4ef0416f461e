import { AugmentingSearch } from './augmenting-path.ts';
import type { TandemFlow } from './flow.ts';

/**
 * Where one more would help: free places could be brought to the one end of it (`places`), and mentees who want a mentor to the
 * other (`wishes`). Tandems must be as many as possible.
 */
export class Openings {
  readonly arrangement: TandemFlow;
  readonly #places: AugmentingSearch;
  readonly #wishes: AugmentingSearch;

  /** @param places @param wishes where they are known already. */
  constructor(
    arrangement: TandemFlow,
    places = new AugmentingSearch(arrangement, 'mentor'),
    wishes = new AugmentingSearch(arrangement, 'mentee'),
  ) {
    this.arrangement = arrangement;
    this.#places = places;
    this.#wishes = wishes;
  }

  /** The same, but for what one side would reach after a change. */
  copyWithSlots(changed: TandemFlow): Openings {
    return new Openings(this.arrangement, new AugmentingSearch(changed, 'mentor'), this.#wishes);
  }

  copyWithWishes(changed: TandemFlow): Openings {
    return new Openings(this.arrangement, this.#places, new AugmentingSearch(changed, 'mentee'));
  }

  /** The mentors with whom one more place would bring one more tandem. */
  listMentors(): number[] {
    const all = [...this.arrangement.ground.roster.mentors.keys()];
    return all.filter(mentor => this.isGivenTo(mentor) && this.isWantedFrom(mentor));
  }

  /** The limits that would bring one more tandem if they were higher by one. */
  listLimits(): number[] {
    const all = [...this.arrangement.ground.terms.limits.keys()];
    return all.filter(
      limit => this.#places.hasLimit(this.#getSlotEnd(limit)) && this.#wishes.hasLimit(this.#getWishEnd(limit)),
    );
  }

  /** Whether free places come up to a mentor's limits, and whether mentees come up to the mentor. */
  isGivenTo(mentor: number): boolean {
    return this.#places.hasLimit(this.arrangement.nesting.homeOf.mentor[mentor]!);
  }

  isWantedFrom(mentor: number): boolean {
    return this.#wishes.hasPerson('mentor', mentor);
  }

  /** Whether only one side comes up to a limit, so that raising it lets that side go on. */
  isFirst(limit: number): boolean {
    return this.#places.hasLimit(this.#getSlotEnd(limit)) && !this.#wishes.hasLimit(this.#getWishEnd(limit));
  }

  isLast(limit: number): boolean {
    return !this.#places.hasLimit(this.#getSlotEnd(limit)) && this.#wishes.hasLimit(this.#getWishEnd(limit));
  }

  #getSlotEnd(limit: number): number {
    return this.#isOnMentors(limit) ? this.arrangement.nesting.outerOf[limit]! : limit;
  }

  #getWishEnd(limit: number): number {
    return this.#isOnMentors(limit) ? limit : this.arrangement.nesting.outerOf[limit]!;
  }

  #isOnMentors(limit: number): boolean {
    return this.arrangement.ground.terms.limits[limit]!.side === 'mentor';
  }
}
