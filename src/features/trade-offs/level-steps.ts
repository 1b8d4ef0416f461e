import type { SearchGraph } from '../../residual/shortest-path.ts';
import { makeCostScan } from './cost-scan.ts';
import type { CostAt, SectionGraph, SectionStep } from './proof-section-graph.ts';

/**
 * The steps that matter when a level of the objective gives way by one: concessions, which cost one on it
 * and nothing before, and gain on the next level; and free steps, which cost nothing up to it, and
 * something or nothing on the next level.
 */
export class LevelSteps {
  readonly #standing: SectionGraph;
  readonly #at: number;
  /** The most that a concession from each node gains. */
  readonly #most: Float64Array;
  /** Where concessions lead that begin no tandem, by where they come from, and what they gain. */
  readonly #concessions = new Map<number, Map<number, number>>();

  /** @param at the index of the level among those of the section; there must be a next one. */
  constructor(standing: SectionGraph, at: number) {
    this.#standing = standing;
    this.#at = at;
    this.#most = new Float64Array(standing.size);
    for (const step of standing.steps) this.#note(step);
    this.#noteBeginnings();
  }

  /** The nodes from which concessions lead, those that gain most first. */
  listStarts(): { readonly node: number; readonly most: number }[] {
    const starts: { node: number; most: number }[] = [];
    this.#most.forEach((most, node) => {
      if (most > 0) starts.push({ node, most });
    });
    return starts.sort((a, b) => b.most - a.most || a.node - b.node);
  }

  /** What the concession between two nodes gains; 0 where there is none. */
  measureGain(from: number, to: number): number {
    const known = this.#concessions.get(from)?.get(to) ?? 0;
    const [mentor, mentee] = [this.#standing.getMentorAt(from), this.#standing.getMenteeAt(to)];
    return mentor < 0 || mentee < 0 ? known : Math.max(known, this.#measureBeginningGain(mentor, mentee, known));
  }

  /** Free steps, followed back. @param within steps that cost more may be left out. */
  buildBackwardGraph(within: number): { readonly ground: SearchGraph; readonly renew: () => void } {
    const standing = this.#standing;
    const pairs = makeCostScan(standing, { at: this.#at, cost: 0, within });
    const into = this.#listFreeSteps();
    const from: SearchGraph['from'] = (node, isOpen, each) => {
      for (const { from: before, cost } of into[node]!) each(before, () => cost);
      const mentee = standing.getMenteeAt(node);
      if (mentee < 0) return;
      pairs.walk(mentee, mentor => {
        const before = standing.getNode('mentor', mentor);
        if (!isOpen(before)) return true;
        const costAt = standing.makeTandemCost(mentor, mentee);
        if (this.#measureCostUpTo(costAt) !== 0 || !standing.mayBegin(mentor, mentee)) return false;
        const costs = costAt(this.#at + 1);
        each(before, () => costs);
        // Nodes come nearest first, so that no later way there is shorter.
        return costs === 0;
      });
    };
    return { ground: { size: standing.size, width: 1, from }, renew: pairs.renew };
  }

  /** For each node the free steps to it that begin no tandem, and what they cost on the next level. */
  #listFreeSteps(): { readonly from: number; readonly cost: number }[][] {
    const into: { from: number; cost: number }[][] = Array.from({ length: this.#standing.size }, () => []);
    for (const { from, to, level, cost } of this.#standing.steps) {
      if (level > this.#at) into[to]!.push({ from, cost: level === this.#at + 1 ? cost : 0 });
    }
    return into;
  }

  #note({ from, to, level, cost, next }: SectionStep): void {
    if (level !== this.#at || cost !== 1 || next >= 0) return;
    const gain = -next;
    const concessions = this.#concessions.get(from) ?? new Map<number, number>();
    this.#concessions.set(from, concessions.set(to, Math.max(gain, concessions.get(to) ?? 0)));
    this.#most[from] = Math.max(gain, this.#most[from]!);
  }

  #noteBeginnings(): void {
    const pairs = makeCostScan(this.#standing, { at: this.#at, cost: 1, within: -1 });
    for (const mentee of this.#standing.claim.roster.mentees.keys()) {
      pairs.walk(mentee, mentor => {
        const node = this.#standing.getNode('mentor', mentor);
        this.#most[node] = this.#measureBeginningGain(mentor, mentee, this.#most[node]!);
        return false;
      });
    }
  }

  /** What the concession that begins a tandem gains where that is more than `least`; else `least`. */
  #measureBeginningGain(mentor: number, mentee: number, least: number): number {
    const costAt = this.#standing.makeTandemCost(mentor, mentee);
    const gain = -costAt(this.#at + 1);
    return gain > least && this.#measureCostUpTo(costAt) === 1 && this.#standing.mayBegin(mentor, mentee)
      ? gain
      : least;
  }

  /** What a step costs on the level; more than anything where it costs something before. */
  #measureCostUpTo(costAt: CostAt): number {
    for (let level = 0; level < this.#at; level++) if (costAt(level) !== 0) return Number.POSITIVE_INFINITY;
    return costAt(this.#at);
  }
}
