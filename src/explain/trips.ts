import type { Tandem } from '../domain/pairing.ts';
import type { Lever, Remedy } from '../domain/remedies.ts';
import type { Claim } from './claims.ts';
import { Reach } from './reach.ts';
import type { Relaxable } from './relaxable.ts';
import { type ClosedStep, type Direction, opposite, type Residual, ROOT } from './residual.ts';

/**
 * The round trips that changes make possible for people who hang from the same. `near` is the end of a change's step that
 * they reach first, `far` the end from which they are reached.
 */
export class Trips {
  readonly #residual: Residual;
  readonly #direction: Direction;
  readonly #first: Reach;
  readonly #steps: readonly ClosedStep[];
  readonly #claim: Claim | null;
  /** The searches from far ends, each passing over what those before it met. */
  readonly #spreads: Reach[] = [];
  /** The step behind each far end that a search began from. */
  readonly #behind = new Map<number, ClosedStep>();

  /** @param first what can be reached from the hub without any change. @param steps the changes. */
  constructor(
    residual: Residual,
    direction: Direction,
    first: Reach,
    steps: readonly ClosedStep[],
    claim: Claim | null,
  ) {
    this.#residual = residual;
    this.#direction = direction;
    this.#first = first;
    this.#steps = steps.filter(step => first.has(this.#near(step)));
    this.#claim = claim;
  }

  /** The trip of somebody whom nothing keeps but that they offer no place. */
  ownPlace(node: number): Remedy | null {
    if (!this.#first.has(node)) return null;
    const step = this.#steps.find(({ head, lever }) => head === node && lever.kind === 'place');
    return step === undefined ? null : this.#remedy(step.lever, this.#first.wayTo(node));
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
    return this.#remedy(step.lever, [...this.#first.wayTo(this.#near(step)), node]);
  }

  /** The trip of somebody by a change that was searched on from. */
  to(node: number): Remedy | null {
    return this.#through(node, []);
  }

  /** The trip of somebody by way of the root; `fromRoot` is what can be reached from there without any change. */
  byRootTo(node: number, fromRoot: Reach): Remedy | null {
    const isTheirs = this.#claim === null || this.#claim(ROOT) === this.#claim(node);
    return fromRoot.has(node) && isTheirs ? this.#through(ROOT, fromRoot.wayTo(node)) : null;
  }

  #through(node: number, then: readonly number[]): Remedy | null {
    const spread = this.#spreads.find(known => known.has(node));
    if (spread === undefined) return null;
    const way = spread.wayTo(node);
    const step = this.#behind.get(way[0]!)!;
    return this.#remedy(step.lever, [...this.#first.wayTo(this.#near(step)), ...way, ...then.slice(1)]);
  }

  #spread(steps: readonly ClosedStep[]): void {
    for (const step of steps) if (!this.#behind.has(this.#far(step))) this.#behind.set(this.#far(step), step);
    const claim = this.#claim;
    const isOpen = (node: number, from: number) => from !== ROOT && (claim === null || claim(node) === claim(from));
    const spread = new Reach(this.#residual, this.#direction, [this.#first, ...this.#spreads], isOpen);
    this.#spreads.push(spread.from(steps.map(step => this.#far(step))));
  }

  #pairStep(node: number, pairs: Relaxable): ClosedStep | null {
    const isOnwards = this.#direction === 'onwards';
    const met = this.#first.metOf(isOnwards ? 'mentor' : 'mentee');
    const index = this.#residual.indexOf(node);
    const found = pairs(index, met);
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

  /** What a trip does to tandems: a step from a mentor to a mentee begins one, the other way round ends one. */
  #remedy(lever: Lever, way: readonly number[]): Remedy {
    const nodes = this.#direction === 'onwards' ? way : way.toReversed();
    const [begun, ended]: [Tandem[], Tandem[]] = [[], []];
    for (let at = 1; at < nodes.length; at++) {
      const [from, to] = [nodes[at - 1]!, nodes[at]!];
      if (!this.#residual.isPerson(from) || !this.#residual.isPerson(to)) continue;
      const isBegun = this.#residual.sideOf(from) === 'mentor';
      const [mentor, mentee] = (isBegun ? [from, to] : [to, from]).map(node => this.#residual.indexOf(node));
      (isBegun ? begun : ended).push({ mentor: mentor!, mentee: mentee! });
    }
    return { lever, begun, ended };
  }
}
