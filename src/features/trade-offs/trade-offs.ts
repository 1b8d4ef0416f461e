/**
 * What the next level of the objective could gain if a level gave way by one, from the
 * prices of a proof and without solving.
 *
 * Why it is exact: other tandems differ from ours by round trips of steps, none of which gains at the prices (see
 * residual/exchange-path.ts). Of tandems that are as good before the level and worse by one on it, all trips cost
 * nothing before; so do their steps, since none gains there. One trip costs one on the level, the others nothing; and
 * of its steps one does, the *concession*, since costs are whole numbers and none is less than nothing. The other
 * trips, and the other steps of that one, cost nothing up to the level and therefore something or nothing on the next
 * one. So the other trips could be left out, and what is left is the concession that gains most on the next level,
 * less the shortest way back from where it leads to where it came from. (One more and one less of the same mentor are
 * a trip that changes nothing; it gains nothing either, because a further unit gains less.) (Ahuja, Magnanti & Orlin,
 * Network Flows (1993), §3.5 and §9.3.)
 *
 * Method. For each node from which concessions lead, those that gain most first, a search goes back along free steps,
 * nearest first, until what it could still find is no more than what is found. First only cheap steps are followed,
 * because most concessions have a short way back, and dearer ones where that could make a difference.
 */

import { type Claim, type LevelWorth, listLevelWorths } from '../../certificate/level-worths.ts';
import type { ProofSection } from '../../certificate/optimality.ts';
import { listSections } from '../../certificate/prove.ts';
import type { Proof } from '../../domain/certificate.ts';
import type { ObjectiveRow } from '../../domain/matching.ts';
import { getFigure } from '../../domain/objective-level-table.ts';
import { TIES } from '../../domain/ties.ts';
import { findShortestPaths } from '../../residual/shortest-path.ts';
import { LevelSteps } from './level-steps.ts';
import { SectionGraph } from './proof-section-graph.ts';

/**
 * The levels of the objective, with what each comes to and what the next one would gain
 * for one less. The proof must hold.
 */
export function listObjectiveRows(claim: Claim, proof: Proof): ObjectiveRow[] {
  const levels = listLevelWorths(claim);
  const standingAt = makeGraphLookup(claim, levels, proof);
  return levels.flatMap((level, at) => {
    if (level.kind === 'demands' || level.kind === 'ties') return [];
    const { value } = proof.levels[at]!;
    const next = levels[at + 1]!;
    const isAsked = isCountedInOnes(level) && next.kind !== 'worst' && next.name !== TIES;
    const findGain = () => (value === 0 ? 0 : findHighestGain(standingAt(at), level));
    return [
      {
        level: level.name,
        value: value && convertToUnits(level, value),
        oneLess: isAsked ? { level: next.name, gain: convertToUnits(next, findGain()) } : null,
      },
    ];
  });
}

/** Levels that count people or tandems: there it is clear what one less is. */
function isCountedInOnes({ kind }: LevelWorth): boolean {
  return kind !== 'demands' && kind !== 'ties' && getFigure(kind) === 'ones';
}

/** Thousandths as points. */
function convertToUnits({ kind }: LevelWorth, value: number): number {
  const figure = kind === 'demands' || kind === 'ties' ? 'ones' : getFigure(kind);
  return figure === 'points' || figure === 'points of one' ? value / 1000 : value;
}

/**
 * Where tandems stand on a level: before `worst` by the prices of all pairs, behind it by
 * those of pairs that score enough.
 */
function makeGraphLookup(claim: Claim, levels: readonly LevelWorth[], proof: Proof): (at: number) => SectionGraph {
  const sections = listSections(claim, levels, proof);
  const worst = levels.findIndex(({ kind }) => kind === 'worst');
  const made = new Map<ProofSection, SectionGraph>();
  return at => {
    const section = sections[at < worst ? 1 : 0]!;
    const standing = made.get(section) ?? new SectionGraph(claim, section);
    made.set(section, standing);
    return standing;
  };
}

function findHighestGain(standing: SectionGraph, level: LevelWorth): number {
  const view = new LevelSteps(standing, standing.section.levels.indexOf(level));
  const starts = view.listStarts();
  const most = starts[0]?.most ?? 0;
  let within = Math.floor(most / 16);
  let found = findGainWithin(view, starts, within, 0);
  // Dearer steps would leave no more than is found.
  while (within < most - found - 1) {
    within = Math.min(4 * within + 1, most - found - 1);
    found = findGainWithin(view, starts, within, found);
  }
  return found;
}

/** The most that a trip gains whose free steps cost no more than `within` each, or `least` where that is more. */
function findGainWithin(
  view: LevelSteps,
  starts: ReturnType<LevelSteps['listStarts']>,
  within: number,
  least: number,
): number {
  if (starts.length === 0) return least;
  const { ground, renew } = view.buildBackwardGraph(within);
  let found = least;
  for (const { node: start, most } of starts) {
    if (most <= found) break;
    renew();
    findShortestPaths(ground, start, (node, { distanceTo }) => {
      const distance = distanceTo(node)[0]!;
      found = Math.max(found, view.measureGain(start, node) - distance);
      return distance >= most - found;
    });
  }
  return found;
}
