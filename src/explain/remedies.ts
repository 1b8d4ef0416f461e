import type { Remedy } from '../domain/remedies.ts';
import type { Side } from '../domain/roster.ts';
import type { Claims } from './claims.ts';
import { Reach } from './reach.ts';
import { relaxable } from './relaxable.ts';
import { type ClosedStep, type Direction, Residual, ROOT } from './residual.ts';
import type { Findings, Situation } from './situation.ts';
import { Trips } from './trips.ts';

/**
 * Finds, for people without a tandem, the smallest single change by which they could have one while nobody loses their last.
 *
 * Method: somebody could have a tandem by a round trip of steps (see residual.ts) through what they hang from; tandems that
 * are best leave no such trip. A change opens one more step. It makes a trip exactly where its tail can be reached from
 * what the person hangs from and the person from its head (Ahuja, Magnanti & Orlin, Network Flows (1993), §6.5). So
 * everything is looked for from the changes' heads at once, and each person is met by the change after which fewest others have to
 * move. For mentors the same is looked for the other way round. People who hang from the same are answered by the same two
 * searches, each a look at everybody's partners.
 *
 * A remedy for a mentee is certain where `mentees` is the first level. The trip itself shows that after the change everybody
 * who has a tandem can have one together with this person; so more mentees are served, and no choice that is best on the level
 * serves fewer. Where mentees have priorities, a change counts only if nobody of a higher priority without a tandem
 * could take what it brings (see claims.ts). Where nothing is found, no change of any kind here has such a trip.
 * A remedy for a mentor shows that they can have a mentee too; whether they get one is up to the objective.
 *
 * Changes are tried in this order: places and limits (fewest moves first), the one bar between this person and another, demands
 * (minimums, least loads, locks), and the one bar between two others.
 */
export class Remedies {
  readonly #findings: Findings;
  readonly #residual: Residual;
  readonly #side: Side;
  readonly #direction: Direction;
  readonly #steps: readonly ClosedStep[];
  readonly #fromRoot: Reach;
  readonly #claims: Claims | null;

  /** @param side that of the people who are to have a tandem. @param claims who comes first among them (see claims.ts). */
  constructor(findings: Findings, situation: Situation, side: Side, claims: Claims | null = null) {
    this.#findings = findings;
    this.#residual = new Residual(findings, situation);
    this.#side = side;
    this.#direction = side === 'mentee' ? 'onwards' : 'back';
    const isTaken = (from: number, to: number) => this.#isGrowing(from, to);
    this.#steps = this.#residual.closedSteps(findings).filter(({ tail, head }) => isTaken(head, tail));
    this.#fromRoot = new Reach(this.#residual, this.#direction, { isTaken }).from([ROOT]);
    this.#claims = claims;
  }

  /** The remedies for some people without a tandem, by their numbers in the roster; who is not in it has none. */
  for(people: readonly number[]): ReadonlyMap<number, Remedy> {
    const found = new Map<number, Remedy>();
    const nodes = people.map(index => this.#nodeOf(index));
    for (const [home, some] of this.#residual.byHome(nodes)) {
      this.#findFrom(home, some, (node, remedy) => found.set(this.#residual.indexOf(node), remedy));
    }
    return found;
  }

  /** Those of some people without a tandem who could have one without any change: only the objective does not ask for it. */
  lackingNothing(people: readonly number[]): readonly number[] {
    const lacksNothing = (node: number) => this.#fromRoot.has(node) && this.#residual.hasRoom(node);
    const isAtHome = (node: number) => this.#residual.homeOf(this.#residual.hubOf(node)) === ROOT;
    return people.filter(index => isAtHome(this.#nodeOf(index)) && lacksNothing(this.#nodeOf(index)));
  }

  #nodeOf(index: number): number {
    return this.#residual.nodeOf(this.#side, index);
  }

  /**
   * What can be reached from a hub without any change. A mentor's trip leads over the root exactly once: from the mentees' side,
   * so that there is one tandem more.
   */
  #firstFrom(home: number): Reach {
    if (home === ROOT) return this.#fromRoot;
    const isTaken = (from: number) => this.#side === 'mentee' || from !== ROOT;
    return new Reach(this.#residual, this.#direction, { isTaken }).from([home]);
  }

  #isGrowing(from: number, to: number): boolean {
    return this.#side === 'mentee' || from !== ROOT || this.#residual.sideOf(to) === 'mentee';
  }

  #findFrom(home: number, nodes: readonly number[], settle: (node: number, remedy: Remedy) => void): void {
    const first = this.#firstFrom(home);
    const trips = new Trips(this.#residual, this.#direction, first, this.#steps, this.#claims);
    const isOverRoot = this.#side === 'mentor' && home !== ROOT;
    const [others, placeless] = parted(nodes, node => this.#residual.hasRoom(node));
    for (const node of isOverRoot ? [] : placeless) {
      const remedy = trips.ownPlace(node);
      if (remedy !== null) settle(node, remedy);
    }
    let rest = others;
    for (const attempt of isOverRoot ? this.#attemptsOverRoot(trips, first) : this.#attempts(trips)) {
      if (rest.length === 0) return;
      const tripOf = attempt(rest);
      rest = rest.filter(node => {
        const remedy = tripOf(node);
        if (remedy !== null) settle(node, remedy);
        return remedy === null;
      });
    }
  }

  #attempts(trips: Trips): readonly Attempt[] {
    const pairs = relaxable(this.#findings, this.#side);
    const onwards = (node: number) => trips.to(node) ?? trips.byRootTo(node, this.#fromRoot);
    return [
      () => {
        trips.open(isOffer);
        return onwards;
      },
      () => node => trips.byOwnPair(node, pairs),
      () => {
        trips.open(step => !isOffer(step));
        return onwards;
      },
      rest => {
        trips.openPairs(pairs, rest);
        return onwards;
      },
    ];
  }

  /** For mentors under a limit that is reached: what lets it count one more. */
  #attemptsOverRoot(trips: Trips, first: Reach): readonly Attempt[] {
    if (first.has(ROOT)) return [];
    const overRoot = (node: number) => trips.byRootTo(node, this.#fromRoot);
    return [isOffer, (step: ClosedStep) => !isOffer(step)].map(isMeant => () => {
      trips.open(isMeant);
      return overRoot;
    });
  }
}

/** Looks for the trips of those who are left, and tells each one's. */
type Attempt = (rest: readonly number[]) => (node: number) => Remedy | null;

function parted<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter(item => !test(item))];
}

function isOffer({ lever }: ClosedStep): boolean {
  return lever.kind === 'place' || lever.kind === 'limit';
}
