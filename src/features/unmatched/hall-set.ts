import { hasBit, listNumbers, setBit } from '../../domain/bits.ts';
import { isHeld } from '../../domain/demands.ts';
import { mustMeet } from '../../domain/policy.ts';
import type { Group } from '../../domain/unmatched-reasons.ts';
import { ROOT } from '../../residual/nodes.ts';
import { Reachability } from '../../residual/reachability.ts';
import type { ResidualGraph } from '../../residual/residual-graph.ts';
import type { TandemUsage } from '../../residual/usage.ts';

/**
 * The closed group around a mentee who would take one more mentor, or null where somebody moving would make room.
 *
 * Method: the mentee could take a slot of a mentor whom they may meet, the mentee who has it could take another, and so
 * on up to a free slot. Where no such path ends at a free slot, the people met on the way form a closed group: its
 * mentees can only go to its mentors, and these have fewer slots than there are mentees. That violates Hall's condition
 * (Hall, On representatives of subsets, J. London Math. Soc. 10 (1935), 26–30); the search is that for alternating
 * paths of Ahuja, Magnanti & Orlin, Network Flows (1993), §12.3, with a reached limit as one more mentor: whoever has a
 * tandem under it could make room by going elsewhere. Whoever has a mentor besides could also give the slot up: then no
 * slot is lacking, as far as everybody is to keep `one`. Locks, minimums and least loads are ignored: where nothing but
 * they stand in the way, somebody moving would make room.
 * @param residual with demands ignored.
 */
export function findHallSet(residual: ResidualGraph, situation: TandemUsage, mentee: number): Group | null {
  const { roster, terms, candidates } = residual.inputs;
  const reach = new Reachability(residual, 'back').from([residual.getNode('mentee', mentee)]);
  if (reach.has(ROOT)) return null;
  const limitsOf = roster.mentors.map((_, mentor) =>
    situation.listReachedLimits('mentor', mentor).filter(limit => reach.has(residual.getLimitNode(limit))),
  );
  // Whoever is under a limit that was met is one of the group, and needs no count of their own;
  // nor does a limit within another.
  const mentors = Int32Array.from(reach.getMetPeople('mentor'));
  for (const [mentor, limits] of limitsOf.entries()) if (limits.length > 0) setBit(mentors, mentor);
  const isConfined = (other: number) => {
    if (situation.mentorsOf[other]!.length > 0) return false;
    const eligible = candidates.partnersOf('mentee', other);
    return eligible.some(word => word !== 0) && eligible.every((word, at) => (word & ~mentors[at]!) === 0);
  };
  const mentees = [...roster.mentees.keys()].filter(
    other => reach.has(residual.getNode('mentee', other)) || isConfined(other),
  );
  const full = listNumbers(mentors).filter(mentor => limitsOf[mentor]!.length === 0);
  const limits = [...new Set(limitsOf.flatMap(limits => limits.at(-1) ?? []))].sort((a, b) => a - b);
  const slots = sum(full.map(mentor => roster.mentors[mentor]!.capacity));
  const countElsewhere = (other: number) =>
    situation.mentorsOf[other]!.filter(mentor => !hasBit(mentors, mentor)).length;
  return {
    mentees,
    wanted: sum(mentees.map(other => roster.mentees[other]!.wants - countElsewhere(other))),
    ...{ mentors: full, limits, slots: slots + sum(limits.map(limit => terms.limits[limit]!.max)) },
    locked: terms.pairs.filter(note => mustMeet(note) && !isHeld(note) && hasBit(mentors, note.mentor)).length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
