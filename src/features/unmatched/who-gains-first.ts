import type { Mentee } from '../../domain/roster.ts';
import { ROOT } from '../../residual/nodes.ts';
import { Reachability } from '../../residual/reachability.ts';
import { type KeepingPolicy, ResidualGraph } from '../../residual/residual-graph.ts';
import type { Findings, TandemUsage } from '../../residual/usage.ts';

/**
 * For a node, the highest priority among the mentees without a tandem who could have one from there; nobody's is −∞.
 */
export type PriorityClaim = (node: number) => number;

/**
 * Who would come first where a change brings something to several people of different priorities. A change from whose
 * head somebody of a higher priority can be reached would be theirs.
 *
 * Why that is enough where no limit on the mentees' side is reached: the sets of mentees who can have a tandem
 * together are those of a generalized polymatroid (Murota, Discrete Convex Analysis (2003), §4.7). Let B be those who
 * have one, and let B + e be possible after the change. From any best choice without e, exchanging e against somebody
 * f for whom B + f is possible gives another (the exchange property); f has no higher priority than e, so it is best
 * too. Where a limit is reached, people of lower priorities could give way to somebody whom a change lets through it;
 * so they do in the search for claims.
 */
export class PriorityClaims {
  readonly #findings: Findings;
  readonly #residual: ResidualGraph;
  /** Those without a tandem by the hub that their trips begin at, with what can be reached from there. */
  readonly #homes: readonly { readonly nodes: readonly number[]; readonly first: Reachability }[];
  readonly #known = new Map<string, PriorityClaim>();

  constructor(findings: Findings, situation: TandemUsage) {
    this.#findings = findings;
    this.#residual = makeGraph(findings, Number.NEGATIVE_INFINITY);
    const nodes = listUnserved(findings, situation).map(mentee => this.#residual.getNode('mentee', mentee));
    this.#homes = Array.from(this.#residual.groupByHome(nodes), ([home, nodes]) => {
      return { nodes, first: new Reachability(this.#residual, 'onwards').from([home]) };
    });
  }

  /** The claims on a change, by the end of its step that is reached first: those of all who reach it. */
  findClaimOn(near: number): PriorityClaim {
    const reaching = [...this.#homes.keys()].filter(home => this.#homes[home]!.first.has(near));
    return this.#memoise(reaching.join(' '), () => {
      const claims = reaching.map(home => this.#memoise(`${home}`, () => this.#buildClaim(home)));
      return node => claims.reduce((most, claim) => Math.max(most, claim(node)), Number.NEGATIVE_INFINITY);
    });
  }

  #memoise(key: string, make: () => PriorityClaim): PriorityClaim {
    const claim = this.#known.get(key) ?? make();
    this.#known.set(key, claim);
    return claim;
  }

  #buildClaim(home: number): PriorityClaim {
    const { nodes, first } = this.#homes[home]!;
    const getPriority = (node: number) => this.#findings.roster.mentees[this.#residual.getIndex(node)]!.priority;
    const priorities = [...new Set(nodes.map(getPriority))].sort((a, b) => b - a);
    const levels: { readonly priority: number; readonly reach: Reachability }[] = [];
    for (const priority of priorities) {
      const steps = first.has(ROOT) ? this.#residual : makeGraph(this.#findings, priority);
      const past = levels.map(({ reach }) => reach);
      const some = nodes.filter(node => getPriority(node) === priority);
      levels.push({ priority, reach: new Reachability(steps, 'back', { past }).from(some) });
    }
    return node => levels.find(({ reach }) => reach.has(node))?.priority ?? Number.NEGATIVE_INFINITY;
  }
}

/** Mentors may lose all their tandems, and mentees of a priority below this one theirs. */
function makeGraph(findings: Findings, priority: number): ResidualGraph {
  const { mentees } = findings.roster;
  const policy: KeepingPolicy = {
    byMentor: 0,
    byMentee: e => (mentees[e]!.priority < priority ? 0 : 1),
    demands: true,
  };
  return new ResidualGraph(findings, findings.tandems, policy);
}

/** Whether people without a tandem have different priorities, so that one of them could come before another. */
export function haveClaims(findings: Findings, situation: TandemUsage): boolean {
  const priorities = listUnserved(findings, situation).map(mentee => findings.roster.mentees[mentee]!.priority);
  return new Set(priorities).size > 1;
}

function listUnserved({ roster }: Findings, situation: TandemUsage): number[] {
  return [...roster.mentees.keys()].filter(mentee => situation.mentorsOf[mentee]!.length === 0);
}

/**
 * The lowest priority for which what a change brings is certain. Under a limit on the mentees' side that is at
 * its maximum or its minimum, somebody without a tandem could trade partners with somebody who has one and is
 * not above them, and more people further on could have others in turn. What comes of it is then settled only
 * for the highest priority, or for none.
 */
export function findSettledPriority(findings: Findings, situation: TandemUsage): number {
  const { roster, terms } = findings;
  const priorities = listUnserved(findings, situation).map(mentee => roster.mentees[mentee]!.priority);
  const highest = priorities.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const isTight = terms.limits.map(({ min, max }, limit) => {
    const used = situation.countUsed(limit);
    return used >= max || (min > 0 && used <= min);
  });
  const isUnderTight = ({ country }: Mentee) =>
    situation.listLimitsAround('mentee', country).some(limit => isTight[limit]);
  const lowest = roster.mentees.reduce(
    (least, mentee, index) =>
      situation.mentorsOf[index]!.length > 0 && isUnderTight(mentee) ? Math.min(least, mentee.priority) : least,
    Number.POSITIVE_INFINITY,
  );
  if (lowest > highest) return Number.NEGATIVE_INFINITY;
  return lowest === highest ? highest : Number.POSITIVE_INFINITY;
}
