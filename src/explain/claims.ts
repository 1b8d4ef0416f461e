import { Reach } from './reach.ts';
import { Residual } from './residual.ts';
import type { Findings, Situation } from './situation.ts';

/** For a node, the highest priority among the mentees without a tandem who could have one from there; −1 where nobody could. */
export type Claim = (node: number) => number;

/**
 * Who would come first where a change brings something to several people. A change from whose head somebody of a
 * higher priority can be reached would be theirs.
 *
 * Why that is enough where no limit on the mentees' side is reached: the sets of mentees who can have a tandem together are
 * those of a generalized polymatroid (Murota, Discrete Convex Analysis (2003), §4.7). Let B be those who have one, and let
 * B + e be possible after the change. From any best choice without e, exchanging e against somebody f for whom B + f is
 * possible gives another (the exchange property); f has no higher priority than e, so it is best too.
 *
 * @returns for a hub, the claims of those whom the same changes could help; null where all without a tandem have the same priority.
 */
export function claimsOf(findings: Findings, situation: Situation): ((home: number) => Claim) | null {
  const { mentees } = findings.roster;
  const unserved = [...mentees.keys()].filter(mentee => situation.mentorsOf[mentee]!.length === 0);
  const priorities = [...new Set(unserved.map(mentee => mentees[mentee]!.priority))].sort((a, b) => b - a);
  if (priorities.length <= 1) return null;
  const residual = new Residual(findings, situation, false);
  const homeOf = (mentee: number) => residual.homeOf(residual.hubOf(residual.nodeOf('mentee', mentee)));
  const firsts = new Map(
    [...new Set(unserved.map(homeOf))].map(home => [home, new Reach(residual, 'onwards').from([home])]),
  );
  const claimsAmong = (claimants: readonly number[]): Claim => {
    const levels: { readonly priority: number; readonly reach: Reach }[] = [];
    for (const priority of priorities) {
      const passed = levels.map(({ reach }) => reach);
      const some = claimants.filter(mentee => mentees[mentee]!.priority === priority);
      const reach = new Reach(residual, 'back', passed).from(some.map(mentee => residual.nodeOf('mentee', mentee)));
      levels.push({ priority, reach });
    }
    return node => levels.find(({ reach }) => reach.has(node))?.priority ?? -1;
  };
  return home => {
    const near = new Set([...firsts.keys()].filter(other => firsts.get(other)!.meets(firsts.get(home)!)));
    return claimsAmong(unserved.filter(mentee => near.has(homeOf(mentee))));
  };
}

/**
 * Whether priorities and limits on the mentees' side are in each other's way: under a limit that is at its maximum or its minimum,
 * somebody has a tandem whom somebody without one outranks. After a change, the two could trade places, and more people
 * further on: what it brings is then certain for nobody.
 */
export function isUnsettled({ roster, terms }: Findings, situation: Situation): boolean {
  const { mentees } = roster;
  const isServed = (mentee: number) => situation.mentorsOf[mentee]!.length > 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [mentee, { priority }] of mentees.entries()) if (!isServed(mentee)) highest = Math.max(highest, priority);
  const isTight = terms.limits.map(({ min, max }, limit) => {
    const used = situation.usedOf(limit);
    return used >= max || (min > 0 && used <= min);
  });
  return mentees.some(
    ({ priority, country }, mentee) =>
      priority < highest && isServed(mentee) && situation.limitsAround('mentee', country).some(limit => isTight[limit]),
  );
}
