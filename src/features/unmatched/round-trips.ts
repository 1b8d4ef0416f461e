import type { Bits } from '../../domain/bits.ts';
import { makePair } from '../../domain/pair-keys.ts';
import type { Lever, Remedy } from '../../domain/remedies.ts';
import type { ClosedArc } from '../../residual/lever-arcs.ts';
import { type Direction, ROOT, reverseDirection } from '../../residual/nodes.ts';
import { Reachability, type ReachOptions } from '../../residual/reachability.ts';
import type { ResidualGraph } from '../../residual/residual-graph.ts';
import type { LiftablePairFinder } from './liftable-pair.ts';
import type { PriorityClaim, PriorityClaims } from './who-gains-first.ts';

/**
 * The round trips that changes make possible for people who hang from the same. `near` is the end of a change's step
 * that they reach first, `far` the end from which they are reached.
 */
export class ChangeTrips {
  readonly #residual: ResidualGraph;
  readonly #direction: Direction;
  readonly #first: Reachability;
  readonly #before: readonly number[];
  readonly #isTaken: (from: number, to: number) => boolean;
  readonly #steps: readonly ClosedArc[];
  readonly #claims: PriorityClaims | null;
  /** The steps to mentors who are full, by their heads; made when first asked for. */
  #slotAt: ReadonlyMap<number, ClosedArc> | null = null;
  /** The people on the other side who have room or could have it, as bits; empty where nobody has. */
  readonly #partners: Bits;
  /** The searches from far ends; where nobody has claims, each passes over what those before it met. */
  readonly #spreads: ChangeReach[] = [];

  /**
   * @param first what can be reached without any change from where trips begin. @param before the way there from the
   * hub, where they do not begin there. @param isTaken which steps are taken behind a change. @param steps the changes.
   */
  constructor(
    residual: ResidualGraph,
    direction: Direction,
    { first, before, isTaken }: TripStart,
    steps: readonly ClosedArc[],
    claims: PriorityClaims | null,
  ) {
    this.#residual = residual;
    this.#direction = direction;
    this.#first = first;
    this.#before = before;
    this.#isTaken = isTaken;
    this.#steps = steps.filter(step => first.has(this.#getNearEnd(step)));
    this.#claims = claims;
    const partners = first.getMetPeople(direction === 'onwards' ? 'mentor' : 'mentee');
    this.#partners = partners.some(word => word !== 0) ? partners : partners.subarray(0, 0);
  }

  /** The trip of somebody whom nothing keeps but that they offer no slot. */
  findOwnSlotTrip(node: number): Remedy | null {
    if (!this.#first.has(node)) return null;
    this.#slotAt ??= new Map(this.#steps.flatMap(step => (step.lever.kind === 'slot' ? [[step.head, step]] : [])));
    const step = this.#slotAt.get(node);
    return step === undefined ? null : this.#makeRemedy(step.lever, this.#findPathTo(node));
  }

  /**
   * Searches on from the far ends of some changes, but not beyond the root: what can be reached from there is known.
   */
  open(isMeant: (step: ClosedArc) => boolean): void {
    this.#searchByClaims(this.#steps.filter(isMeant));
  }

  /** Searches on from pairs that one bar keeps apart, where some people can be reached from them. */
  openPairs(pairs: LiftablePairFinder, people: readonly number[]): void {
    const side = this.#direction === 'onwards' ? 'mentee' : 'mentor';
    const leading = new Reachability(this.#residual, reverseDirection(this.#direction)).from(people);
    const steps: ClosedArc[] = [];
    for (let node = this.#residual.getNode(side, 0); node < this.#residual.getEnd(side); node++) {
      const step = leading.has(node) ? this.#findPairArc(node, pairs) : null;
      if (step !== null) steps.push(step);
    }
    this.#searchByClaims(steps);
  }

  /** The trip of somebody by a pair of their own that one bar keeps apart. */
  findOwnPairTrip(node: number, pairs: LiftablePairFinder): Remedy | null {
    const step = this.#first.has(node) ? null : this.#findPairArc(node, pairs);
    if (step === null) return null;
    return this.#makeRemedy(step.lever, [...this.#findPathTo(this.#getNearEnd(step)), node]);
  }

  /** The trip of somebody by a change that was searched on from. */
  findTrip(node: number): Remedy | null {
    return this.#findTripThrough(node, []);
  }

  /** The trip of somebody by way of the root; `fromRoot` is what can be reached from there without any change. */
  findTripOverRoot(node: number, fromRoot: Reachability): Remedy | null {
    if (!fromRoot.has(node)) return null;
    return this.#findTripThrough(ROOT, fromRoot.findPathTo(node), claim => claim(ROOT) === claim(node));
  }

  #findTripThrough(
    node: number,
    then: readonly number[],
    isTheirs: (claim: PriorityClaim) => boolean = () => true,
  ): Remedy | null {
    const spread = this.#spreads.find(({ reach, claim }) => reach.has(node) && (claim === null || isTheirs(claim)));
    if (spread === undefined) return null;
    const path = spread.reach.findPathTo(node);
    const step = spread.behind.get(path[0]!)!;
    return this.#makeRemedy(step.lever, [...this.#findPathTo(this.#getNearEnd(step)), ...path, ...then.slice(1)]);
  }

  /** Where people have claims, a change is only followed to those whose claim is the highest that it meets. */
  #searchByClaims(steps: readonly ClosedArc[]): void {
    const claims = this.#claims;
    if (claims === null) {
      this.#searchFrom(steps, { past: this.#spreads.map(({ reach }) => reach) }, null);
      return;
    }
    for (const [claim, some] of groupBy(steps, step => claims.findClaimOn(this.#getNearEnd(step)))) {
      for (const [priority, same] of groupBy(some, step => claim(this.#getFarEnd(step)))) {
        if (priority > Number.NEGATIVE_INFINITY)
          this.#searchFrom(same, { isShut: node => claim(node) !== priority }, claim);
      }
    }
  }

  #searchFrom(steps: readonly ClosedArc[], { past = [], isShut }: ReachOptions, claim: PriorityClaim | null): void {
    const bounds = { past: [this.#first, ...past], isTaken: this.#isTaken };
    const reach = new Reachability(
      this.#residual,
      this.#direction,
      isShut === undefined ? bounds : { ...bounds, isShut },
    );
    const behind = new Map<number, ClosedArc>();
    for (const step of steps) if (!behind.has(this.#getFarEnd(step))) behind.set(this.#getFarEnd(step), step);
    this.#spreads.push({ reach: reach.from(behind.keys()), claim, behind });
  }

  #findPairArc(node: number, pairs: LiftablePairFinder): ClosedArc | null {
    const index = this.#residual.getIndex(node);
    const found = this.#partners.length === 0 ? null : pairs(index, this.#partners);
    if (found === null) return null;
    const { partner, bar } = found;
    const pair = makePair(this.#direction === 'onwards' ? 'mentee' : 'mentor', index, partner);
    const [tail, head] = [this.#residual.getNode('mentor', pair.mentor), this.#residual.getNode('mentee', pair.mentee)];
    return { tail, head, lever: { kind: 'pair', ...pair, bar } };
  }

  #getNearEnd({ tail, head }: ClosedArc): number {
    return this.#direction === 'onwards' ? tail : head;
  }

  #getFarEnd({ tail, head }: ClosedArc): number {
    return this.#direction === 'onwards' ? head : tail;
  }

  #findPathTo(node: number): readonly number[] {
    return [...this.#before, ...this.#first.findPathTo(node)];
  }

  #makeRemedy(lever: Lever, path: readonly number[]): Remedy {
    return { lever, ...this.#residual.traceTrip(this.#direction, path) };
  }
}

/** Where trips begin, and how they go on. */
interface TripStart {
  readonly first: Reachability;
  readonly before: readonly number[];
  readonly isTaken: (from: number, to: number) => boolean;
}

/** What a search from the far ends of some changes met, with the change behind each of them. */
interface ChangeReach {
  readonly reach: Reachability;
  readonly claim: PriorityClaim | null;
  readonly behind: ReadonlyMap<number, ClosedArc>;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
