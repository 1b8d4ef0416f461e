import type { Bits } from '../../domain/bits.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Lever, Remedy } from '../../domain/remedies.ts';
import type { ClosedStep } from '../../residual/closed-arcs.ts';
import { type Bounds, Reach } from '../../residual/reachability.ts';
import { type Direction, opposite, type Residual, ROOT } from '../../residual/residual-graph.ts';
import type { Relaxable } from './liftable-pair.ts';
import type { Claim, Claims } from './priority-claims.ts';
import type { Trip } from './trip-check.ts';

/**
 * The round trips that changes make possible for people who hang from the same. `near` is the end of a change's step that
 * they reach first, `far` the end from which they are reached.
 */
export class Trips {
  readonly #residual: Residual;
  readonly #direction: Direction;
  readonly #first: Reach;
  readonly #before: readonly number[];
  readonly #steps: readonly ClosedStep[];
  readonly #claims: Claims | null;
  /** The steps to mentors who are full, by their heads; made when first asked for. */
  #placeAt: ReadonlyMap<number, ClosedStep> | null = null;
  /** The people on the other side who have room or could have it, as bits; empty where nobody has. */
  readonly #partners: Bits;
  /** The searches from far ends; where nobody has claims, each passes over what those before it met. */
  readonly #spreads: Spread[] = [];

  /**
   * @param first what can be reached without any change from where trips begin. @param before the way there from the hub, where they
   * do not begin there. @param steps the changes.
   */
  constructor(
    residual: Residual,
    direction: Direction,
    { first, before }: { readonly first: Reach; readonly before: readonly number[] },
    steps: readonly ClosedStep[],
    claims: Claims | null,
  ) {
    this.#residual = residual;
    this.#direction = direction;
    this.#first = first;
    this.#before = before;
    this.#steps = steps.filter(step => first.has(this.#near(step)));
    this.#claims = claims;
    const partners = first.metOf(direction === 'onwards' ? 'mentor' : 'mentee');
    this.#partners = partners.some(word => word !== 0) ? partners : partners.subarray(0, 0);
  }

  /** The trip of somebody whom nothing keeps but that they offer no place. */
  ownPlace(node: number): Remedy | null {
    if (!this.#first.has(node)) return null;
    this.#placeAt ??= new Map(this.#steps.flatMap(step => (step.lever.kind === 'place' ? [[step.head, step]] : [])));
    const step = this.#placeAt.get(node);
    return step === undefined ? null : this.#remedy(step.lever, this.#wayTo(node));
  }

  /** Searches on from the far ends of some changes, but not beyond the root: what can be reached from there is known. */
  open(isMeant: (step: ClosedStep) => boolean): void {
    this.#spread(this.#steps.filter(isMeant));
  }

  /** Searches on from pairs that one bar keeps apart, where some people can be reached from them. */
  openPairs(pairs: Relaxable, people: readonly number[]): void {
    const side = this.#direction === 'onwards' ? 'mentee' : 'mentor';
    const leading = new Reach(this.#residual, opposite(this.#direction)).from(people);
    const steps: ClosedStep[] = [];
    for (let node = this.#residual.nodeOf(side, 0); node < this.#residual.endOf(side); node++) {
      const step = leading.has(node) ? this.#pairStep(node, pairs) : null;
      if (step !== null) steps.push(step);
    }
    this.#spread(steps);
  }

  /** The trip of somebody by a pair of their own that one bar keeps apart. */
  byOwnPair(node: number, pairs: Relaxable): Remedy | null {
    const step = this.#first.has(node) ? null : this.#pairStep(node, pairs);
    if (step === null) return null;
    return this.#remedy(step.lever, [...this.#wayTo(this.#near(step)), node]);
  }

  /** The trip of somebody by a change that was searched on from. */
  to(node: number): Remedy | null {
    return this.#through(node, []);
  }

  /** The trip of somebody by way of the root; `fromRoot` is what can be reached from there without any change. */
  byRootTo(node: number, fromRoot: Reach): Remedy | null {
    if (!fromRoot.has(node)) return null;
    return this.#through(ROOT, fromRoot.wayTo(node), claim => claim(ROOT) === claim(node));
  }

  #through(node: number, then: readonly number[], isTheirs: (claim: Claim) => boolean = () => true): Remedy | null {
    const spread = this.#spreads.find(({ reach, claim }) => reach.has(node) && (claim === null || isTheirs(claim)));
    if (spread === undefined) return null;
    const way = spread.reach.wayTo(node);
    const step = spread.behind.get(way[0]!)!;
    return this.#remedy(step.lever, [...this.#wayTo(this.#near(step)), ...way, ...then.slice(1)]);
  }

  /** Where people have claims, a change is only followed to those whose claim is the highest that it meets. */
  #spread(steps: readonly ClosedStep[]): void {
    const claims = this.#claims;
    if (claims === null) {
      this.#spreadFrom(steps, { past: this.#spreads.map(({ reach }) => reach) }, null);
      return;
    }
    for (const [claim, some] of grouped(steps, step => claims.on(this.#near(step)))) {
      for (const [priority, same] of grouped(some, step => claim(this.#far(step)))) {
        if (priority > Number.NEGATIVE_INFINITY)
          this.#spreadFrom(same, { isShut: node => claim(node) !== priority }, claim);
      }
    }
  }

  #spreadFrom(steps: readonly ClosedStep[], { past = [], isShut }: Bounds, claim: Claim | null): void {
    const bounds = { past: [this.#first, ...past], isTaken: (from: number) => from !== ROOT };
    const reach = new Reach(this.#residual, this.#direction, isShut === undefined ? bounds : { ...bounds, isShut });
    const behind = new Map<number, ClosedStep>();
    for (const step of steps) if (!behind.has(this.#far(step))) behind.set(this.#far(step), step);
    this.#spreads.push({ reach: reach.from(behind.keys()), claim, behind });
  }

  #pairStep(node: number, pairs: Relaxable): ClosedStep | null {
    const isOnwards = this.#direction === 'onwards';
    const index = this.#residual.indexOf(node);
    const found = this.#partners.length === 0 ? null : pairs(index, this.#partners);
    if (found === null) return null;
    const { partner, bar } = found;
    const pair = isOnwards ? { mentor: partner, mentee: index } : { mentor: index, mentee: partner };
    const [tail, head] = [this.#residual.nodeOf('mentor', pair.mentor), this.#residual.nodeOf('mentee', pair.mentee)];
    return { tail, head, lever: { kind: 'pair', ...pair, bar } };
  }

  #near({ tail, head }: ClosedStep): number {
    return this.#direction === 'onwards' ? tail : head;
  }

  #far({ tail, head }: ClosedStep): number {
    return this.#direction === 'onwards' ? head : tail;
  }

  #wayTo(node: number): readonly number[] {
    return [...this.#before, ...this.#first.wayTo(node)];
  }

  #remedy(lever: Lever, way: readonly number[]): Remedy {
    return { lever, ...tripAlong(this.#residual, this.#direction, way) };
  }
}

/** What a trip does to tandems: a step from a mentor to a mentee begins one, the other way round ends one. */
export function tripAlong(residual: Residual, direction: Direction, way: readonly number[]): Trip {
  const nodes = direction === 'onwards' ? way : way.toReversed();
  const [begun, ended]: [Tandem[], Tandem[]] = [[], []];
  for (let at = 1; at < nodes.length; at++) {
    const [from, to] = [nodes[at - 1]!, nodes[at]!];
    if (!residual.isPerson(from) || !residual.isPerson(to)) continue;
    const isBegun = residual.sideOf(from) === 'mentor';
    const [mentor, mentee] = (isBegun ? [from, to] : [to, from]).map(node => residual.indexOf(node));
    (isBegun ? begun : ended).push({ mentor: mentor!, mentee: mentee! });
  }
  return { begun, ended };
}

/** What a search from the far ends of some changes met, with the change behind each of them. */
interface Spread {
  readonly reach: Reach;
  readonly claim: Claim | null;
  readonly behind: ReadonlyMap<number, ClosedStep>;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
