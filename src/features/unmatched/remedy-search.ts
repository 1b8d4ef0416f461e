import type { Remedy } from '../../domain/remedies.ts';
import type { Side } from '../../domain/roster.ts';
import { type ClosedArc, listClosedArcs } from '../../residual/lever-arcs.ts';
import { type Direction, ROOT } from '../../residual/nodes.ts';
import { Reachability } from '../../residual/reachability.ts';
import type { ResidualGraph } from '../../residual/residual-graph.ts';
import type { Findings } from '../../residual/usage.ts';
import { makeLiftablePairFinder } from './liftable-pair.ts';
import { ChangeTrips } from './round-trips.ts';
import { isSound } from './trip-check.ts';
import type { PriorityClaims } from './who-gains-first.ts';

/**
 * Finds, for people without a tandem, the smallest single change by which they could have
 * one while nobody loses their last.
 *
 * Method: somebody could have a tandem by a round trip of steps (see residual-graph.ts) through what they hang from;
 * tandems that are best leave no such trip. A change opens one more step. It makes a trip exactly where its tail can be
 * reached from what the person hangs from and the person from its head (Ahuja, Magnanti & Orlin, Network Flows (1993),
 * §6.5). So everything is looked for from the changes' heads at once, and each person is met by the change after which
 * fewest others have to move. For mentors the same is looked for the other way round. People who hang from the same are
 * answered by the same two searches, each a look at everybody's partners.
 *
 * A remedy for a mentee is certain where `mentees` is the first level. The trip itself shows that after the change
 * everybody who has a tandem can have one together with this person; so more mentees are served, and no choice that is
 * best on the level serves fewer. Where mentees have priorities, a change counts only if nobody of a higher priority
 * without a tandem could take what it brings (see who-gains-first.ts). Where nothing is found, no change of any kind
 * here has such a trip. A remedy for a mentor shows that they can have a mentee too; whether they get one is up to the
 * objective. What brings one more tandem is looked for first: its trip leads over the root exactly once, from one side
 * to the other. Then any trip will do: another mentor gives one up.
 *
 * Changes are tried in this order: slots and limits (fewest moves first), the one bar between this person and another,
 * demands (minimums, least loads, locks), and the one bar between two others.
 */
export class RemedySearch {
  readonly #findings: Findings;
  readonly #residual: ResidualGraph;
  readonly #side: Side;
  readonly #direction: Direction;
  readonly #isGrowing: boolean;
  readonly #steps: readonly ClosedArc[];
  readonly #fromRoot: Reachability;
  readonly #claims: PriorityClaims | null;
  /** What can be reached without any change from the hubs that were asked about. */
  readonly #firsts = new Map<number, Reachability>();

  /**
   * @param residual in which everybody keeps one. @param side that of the people who are to have a tandem.
   * @param claims of mentees: who comes first among them (see who-gains-first.ts).
   * @param isGrowing of mentors: whether there is to be one tandem more.
   */
  constructor(
    findings: Findings,
    residual: ResidualGraph,
    side: Side,
    {
      claims = null,
      isGrowing = false,
    }: { readonly claims?: PriorityClaims | null; readonly isGrowing?: boolean } = {},
  ) {
    this.#findings = findings;
    this.#residual = residual;
    this.#side = side;
    this.#direction = side === 'mentee' ? 'onwards' : 'back';
    this.#isGrowing = isGrowing;
    const isTaken = (from: number, to: number) => this.#isGrowingStep(from, to);
    this.#steps = listClosedArcs(this.#residual).filter(({ tail, head }) => isTaken(head, tail));
    this.#fromRoot = new Reachability(this.#residual, this.#direction, { isTaken }).from([ROOT]);
    this.#claims = claims;
  }

  /** The remedies for some people without a tandem, by their numbers in the roster; who is not in it has none. */
  findRemedies(people: readonly number[]): ReadonlyMap<number, Remedy> {
    const found = new Map<number, Remedy>();
    for (const [home, some] of this.#groupByHome(people)) {
      this.#findFrom(home, some, (node, remedy) => found.set(this.#residual.getIndex(node), remedy));
    }
    return found;
  }

  /**
   * Those of some people without a tandem who could have one without any change: only
   * the objective does not ask for it.
   */
  listUnhindered(people: readonly number[]): readonly number[] {
    return [...this.#groupByHome(people)].flatMap(([home, nodes]) =>
      nodes
        .filter(node => this.#residual.hasRoom(node) && this.#isOpen(home, node))
        .map(node => this.#residual.getIndex(node)),
    );
  }

  #groupByHome(people: readonly number[]): ReadonlyMap<number, readonly number[]> {
    const nodes = people.map(index => this.#residual.getNode(this.#side, index));
    return this.#residual.groupByHome(nodes, this.#isGrowing);
  }

  /** Whether somebody has a trip without any change. */
  #isOpen(home: number, node: number): boolean {
    const first = this.#reachFrom(home);
    if (!this.#isOverRoot(home)) return first.has(node);
    if (!first.has(ROOT) || !this.#fromRoot.has(node)) return false;
    const path = [...first.findPathTo(ROOT), ...this.#fromRoot.findPathTo(node).slice(1)];
    return isSound(this.#residual, this.#residual.traceTrip(this.#direction, path), null);
  }

  /** Whether trips from a hub have to be led over the root, and do not begin there. */
  #isOverRoot(home: number): boolean {
    return this.#isGrowing && home !== ROOT;
  }

  #reachFrom(home: number): Reachability {
    if (home === ROOT) return this.#fromRoot;
    const isTaken = (from: number, to: number) => !this.#isGrowing || (from !== ROOT && this.#isGrowingStep(from, to));
    const first = this.#firsts.get(home) ?? new Reachability(this.#residual, this.#direction, { isTaken }).from([home]);
    this.#firsts.set(home, first);
    return first;
  }

  /**
   * Whether a step may be one of a trip that brings a tandem more: it comes to the root from the mentors'
   * side, and leaves it on the mentees'.
   */
  #isGrowingStep(from: number, to: number): boolean {
    if (!this.#isGrowing) return true;
    if (to === ROOT) return this.#residual.getSide(from) === 'mentor';
    return from !== ROOT || this.#residual.getSide(to) === 'mentee';
  }

  #findFrom(home: number, nodes: readonly number[], settle: (node: number, remedy: Remedy) => void): void {
    const first = this.#reachFrom(home);
    const settleSound = (node: number, remedy: Remedy) => {
      if (isSound(this.#residual, remedy, remedy.lever)) settle(node, remedy);
    };
    if (!this.#isOverRoot(home)) this.#findAlong(this.#makeTrips(first, []), nodes, settleSound);
    else if (first.has(ROOT)) {
      this.#findAlong(this.#makeTrips(this.#fromRoot, first.findPathTo(ROOT).slice(0, -1)), nodes, settleSound);
    } else {
      const withSlots = nodes.filter(node => this.#residual.hasRoom(node));
      this.#tryAll(this.#listAttemptsOverRoot(this.#makeTrips(first, [])), withSlots, settleSound);
    }
  }

  #makeTrips(first: Reachability, before: readonly number[]): ChangeTrips {
    const isTaken = (from: number, to: number) => from !== ROOT && this.#isGrowingStep(from, to);
    return new ChangeTrips(this.#residual, this.#direction, { first, before, isTaken }, this.#steps, this.#claims);
  }

  #findAlong(trips: ChangeTrips, nodes: readonly number[], settle: (node: number, remedy: Remedy) => void): void {
    const [others, full] = splitBy(nodes, node => this.#residual.hasRoom(node));
    for (const node of full) {
      const remedy = trips.findOwnSlotTrip(node);
      if (remedy !== null) settle(node, remedy);
    }
    this.#tryAll(this.#listAttempts(trips), others, settle);
  }

  #tryAll(
    attempts: readonly RemedyAttempt[],
    nodes: readonly number[],
    settle: (node: number, remedy: Remedy) => void,
  ): void {
    let rest = nodes;
    for (const attempt of attempts) {
      if (rest.length === 0) return;
      const tripOf = attempt(rest);
      rest = rest.filter(node => {
        const remedy = tripOf(node);
        if (remedy !== null) settle(node, remedy);
        return remedy === null;
      });
    }
  }

  #listAttempts(trips: ChangeTrips): readonly RemedyAttempt[] {
    const pairs = makeLiftablePairFinder(this.#findings, this.#side);
    const findTrip = (node: number) => trips.findTrip(node) ?? trips.findTripOverRoot(node, this.#fromRoot);
    return [
      () => {
        trips.open(isOffer);
        return findTrip;
      },
      () => node => trips.findOwnPairTrip(node, pairs),
      () => {
        trips.open(step => !isOffer(step));
        return findTrip;
      },
      rest => {
        trips.openPairs(pairs, rest);
        return findTrip;
      },
    ];
  }

  /** For mentors under a limit that is reached: what lets it count one more. */
  #listAttemptsOverRoot(trips: ChangeTrips): readonly RemedyAttempt[] {
    const pairs = makeLiftablePairFinder(this.#findings, this.#side);
    const findTripOverRoot = (node: number) => trips.findTripOverRoot(node, this.#fromRoot);
    const makeAttempt = (open: () => void) => () => {
      open();
      return findTripOverRoot;
    };
    return [
      makeAttempt(() => trips.open(isOffer)),
      makeAttempt(() => trips.open(step => !isOffer(step))),
      makeAttempt(() => trips.openPairs(pairs, [ROOT])),
    ];
  }
}

/** Looks for the trips of those who are left, and tells each one's. */
type RemedyAttempt = (rest: readonly number[]) => (node: number) => Remedy | null;

function splitBy<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter(item => !test(item))];
}

function isOffer({ lever }: ClosedArc): boolean {
  return lever.kind === 'slot' || lever.kind === 'limit';
}
