import { findLowestBit } from '../../domain/bits.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Roster } from '../../domain/roster.ts';
import { ROOT } from '../../residual/nodes.ts';
import { type KeepingPolicy, ResidualGraph, type ResidualInputs } from '../../residual/residual-graph.ts';

/** Some tandems, and for whom more are to be found. */
export interface MoveTask extends ResidualInputs {
  /** The tandems that could stay. */
  readonly stay: readonly Tandem[];
  /**
   * Whether people know of a tandem: of as few moves, those that move the fewest of these are better.
   * Absent where nobody knows of any.
   */
  readonly isTold?: (tandem: Tandem) => boolean;
  /** How many tandems some mentees are to have, by their numbers in the roster. */
  readonly wanted: ReadonlyMap<number, number>;
}

/** What could be done for those who are to have more. */
export interface Arrangement {
  readonly tandems: readonly Tandem[];
  /** Those that could stay, and do not. */
  readonly moved: readonly Tandem[];
  /** How many tandems more than stayed. */
  readonly gained: number;
  /** Whether no fewer moves give as many. */
  readonly isFewest: boolean;
  /** How many moves in all would give one more; null where none would. */
  readonly nextAt: number | null;
}

/** Every mentee keeps as many tandems as they have, every mentor one; demands are kept too. */
const KEEPING: KeepingPolicy = { byMentor: 1, byMentee: () => Number.POSITIVE_INFINITY, demands: true };

/**
 * Gives as many of the wanted tandems as some moves allow, with as few moves as that takes; of these, with as
 * few tandems moved as can be of which people know. A move is a tandem that could stay and does not. Nobody
 * who has a tandem is left without.
 *
 * Method: tandems are a flow (see residual-graph.ts) in which a move costs 1, and a little more where people know of
 * the tandem: so little that all of them together cost less than a move. Costs are counted in that little, so that they
 * stay whole numbers. From tandems that cost nothing, one shortest augmenting path after another gives each number of
 * tandems at the least cost there is (Ahuja, Magnanti & Orlin, Network Flows (1993), §9.7). That counts tandems: it is
 * the most people, with the fewest moves, where each mentee wants one mentor and nobody has priority. Elsewhere one
 * person after another is served, those of higher priority first, each with the fewest further moves.
 * @param most moves.
 */
export function findFewestMoves(task: MoveTask, most: number): Arrangement {
  const isFewest = isCountedAlike(task.roster);
  const graph = new MoveGraph(task, isFewest);
  const queues = isFewest ? [[...task.wanted.keys()]] : listByPriority(task).map(mentee => [mentee]);
  let gained = 0;
  let nextAt: number | null = null;
  for (const mentees of queues) {
    for (;;) {
      const found = graph.findPath(mentees);
      if (found === null) break;
      const moves = graph.countMovesAfter(found);
      if (moves > most) {
        nextAt = Math.min(nextAt ?? Number.POSITIVE_INFINITY, moves);
        break;
      }
      graph.apply(found);
      gained++;
    }
  }
  const tandems = graph.listTandems();
  return { tandems, moved: graph.listMoved(), gained, isFewest, nextAt };
}

/** Whether a mentee served is one tandem, and counts as much as any other. */
function isCountedAlike({ mentees }: Roster): boolean {
  return mentees.every(({ wants, priority }) => wants <= 1 && priority === mentees[0]!.priority);
}

function listByPriority({ roster: { mentees }, wanted }: MoveTask): number[] {
  return [...wanted.keys()].sort((a, b) => mentees[b]!.priority - mentees[a]!.priority || a - b);
}

/**
 * A way to one tandem more, from the root back to it, and what its moves cost: some that were made may be taken back.
 */
interface FoundPath {
  readonly path: readonly number[];
  readonly cost: number;
}

/** Tandems as they are rearranged, and which of them moved. */
class MoveGraph {
  readonly #residual: ResidualGraph;
  readonly #task: MoveTask;
  /** The tandems that could stay, by key; and those of them that do not. */
  readonly #stay: ReadonlyMap<number, Tandem>;
  readonly #moved = new Map<number, Tandem>();
  readonly #areAlike: boolean;
  /** What a move costs of whose tandem nobody knows: more than all that is added for those that people know. */
  readonly #costOfMove: number;
  /** What the moves so far cost. */
  #cost = 0;

  /** @param areAlike whether somebody who got one may give it back, so that two others get one. */
  constructor(task: MoveTask, areAlike: boolean) {
    this.#task = task;
    this.#areAlike = areAlike;
    this.#costOfMove = task.stay.length + 1;
    this.#residual = new ResidualGraph(task, task.stay, KEEPING);
    this.#stay = new Map(task.stay.map(tandem => [this.#makeKey(tandem.mentor, tandem.mentee), tandem]));
  }

  /** How many moves there are once a path is gone. */
  countMovesAfter({ cost }: FoundPath): number {
    return Math.floor((this.#cost + cost) / this.#costOfMove);
  }

  listMoved(): Tandem[] {
    return [...this.#moved.values()].sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
  }

  listTandems(): Tandem[] {
    return [...this.#residual.listTandems()].sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
  }

  apply({ path, cost }: FoundPath): void {
    this.#cost += cost;
    const effect = this.#residual.traceTrip('back', path);
    this.#residual.applyTrip(effect);
    for (const { mentor, mentee } of effect.begun) this.#moved.delete(this.#makeKey(mentor, mentee));
    for (const { mentor, mentee } of effect.ended) {
      const tandem = this.#stay.get(this.#makeKey(mentor, mentee));
      if (tandem !== undefined) this.#moved.set(this.#makeKey(mentor, mentee), tandem);
    }
  }

  /**
   * The path with the fewest further moves by which one of some mentees gets one more tandem; null where there is
   * none. Steps are followed back, from the root to the root, and whoever turns out to be nearer goes on again. A
   * step that takes a move back costs as much less; no round trip costs less than 0, because the tandems so far
   * are the cheapest of their number.
   */
  findPath(mentees: readonly number[]): FoundPath | null {
    const asked = new Set(
      mentees.filter(mentee => this.#lacks(mentee)).map(mentee => this.#residual.getNode('mentee', mentee)),
    );
    if (asked.size === 0) return null;
    const { size } = this.#residual;
    const tree = new DistanceTree(size + 1);
    const enter = (from: number, next: number) => {
      if (!this.#isTaken(from, next, asked)) return;
      tree.enter(next === ROOT ? size : next, from, tree.distanceTo(from) + this.#priceStep(from, next));
    };
    tree.enter(ROOT, ROOT, 0);
    for (let node = tree.take(); node !== null; node = tree.take()) {
      // Nothing nearer lies behind, even where all moves are taken back on the way.
      if (node === size || tree.distanceTo(node) - this.#cost >= tree.distanceTo(size)) continue;
      this.#visitSteps(node, tree, enter);
    }
    const cost = tree.distanceTo(size);
    return cost === Number.POSITIVE_INFINITY ? null : { path: [...tree.tracePath(size).slice(0, -1), ROOT], cost };
  }

  #lacks(mentee: number): boolean {
    return this.#residual.countUsed(this.#residual.getNode('mentee', mentee)) < this.#task.wanted.get(mentee)!;
  }

  #visitSteps(node: number, tree: DistanceTree, each: (from: number, next: number) => void): void {
    const residual = this.#residual;
    residual.visitSteps('back', node, next => each(node, next));
    const partners = residual.findPartners('back', node);
    if (partners === null) return;
    // To begin a tandem costs no move, and takes one back at most.
    const least = tree.distanceTo(node) - (this.#moved.size > 0 ? this.#costOfMove + 1 : 0);
    for (let word = 0; word < partners.length; word++) {
      for (let rest = partners[word]!; rest !== 0; rest &= rest - 1) {
        const next = residual.getNode('mentor', 32 * word + findLowestBit(rest));
        if (least < tree.distanceTo(next)) each(node, next);
      }
    }
  }

  /**
   * Whether a step is one of those looked for: one more mentor only for those asked
   * about, with a slot at the other end.
   */
  #isTaken(from: number, next: number, asked: ReadonlySet<number>): boolean {
    const residual = this.#residual;
    if (next === ROOT) return residual.getSide(from) === 'mentor';
    if (from === ROOT && residual.getSide(next) !== 'mentee') return false;
    const isGivenBack = residual.isPerson(from) && residual.getSide(from) === 'mentee' && !residual.isPerson(next);
    if (isGivenBack && !this.#areAlike) return false;
    const isOneMore = !residual.isPerson(from) && residual.isPerson(next) && residual.getSide(next) === 'mentee';
    return !isOneMore || asked.has(next);
  }

  /** What a step costs: a move where it ends a tandem that could stay, and as much less where it begins one again. */
  #priceStep(from: number, next: number): number {
    const residual = this.#residual;
    if (!residual.isPerson(from) || !residual.isPerson(next)) return 0;
    const [mentor, mentee] = residual.getSide(from) === 'mentor' ? [from, next] : [next, from];
    const key = this.#makeKey(residual.getIndex(mentor), residual.getIndex(mentee));
    const tandem = mentee === from ? this.#moved.get(key) : this.#stay.get(key);
    if (tandem === undefined) return 0;
    const cost = this.#costOfMove + (this.#task.isTold?.(tandem) ? 1 : 0);
    return mentee === from ? -cost : cost;
  }

  #makeKey(mentor: number, mentee: number): number {
    return makePairKey(mentor, mentee, this.#task.roster.mentees.length);
  }
}

/** How near each node is as far as known, and what is still to be gone on from. */
class DistanceTree {
  readonly #distance: Float64Array;
  readonly #before: Int32Array;
  readonly #isWaiting: Uint8Array;
  readonly #queue: number[] = [];
  #next = 0;

  constructor(size: number) {
    this.#distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.#before = new Int32Array(size);
    this.#isWaiting = new Uint8Array(size);
  }

  distanceTo(node: number): number {
    return this.#distance[node]!;
  }

  enter(node: number, from: number, distance: number): void {
    if (distance >= this.#distance[node]!) return;
    this.#distance[node] = distance;
    this.#before[node] = from;
    if (this.#isWaiting[node] === 1) return;
    this.#isWaiting[node] = 1;
    this.#queue.push(node);
  }

  /** The node that has waited longest; null where none waits. */
  take(): number | null {
    const node = this.#queue[this.#next++];
    if (node === undefined) return null;
    this.#isWaiting[node] = 0;
    return node;
  }

  /** The nodes from where the search began to one that it met. */
  tracePath(node: number): number[] {
    const path = [node];
    for (let at = node; at !== ROOT; path.push(at)) at = this.#before[at]!;
    return path.reverse();
  }
}
