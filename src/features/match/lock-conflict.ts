import type { Demand } from '../../domain/demands.ts';
import { indexLimitPaths } from '../../domain/limit-paths.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';

type LockDemand = Extract<Demand, { kind: 'lock' }>;

/**
 * A smallest set of locks that cannot be met together; null where all can. Each lock takes a slot of its mentor, of
 * its mentee and under their limits, and nothing else, so that locks clash exactly where one of these has fewer
 * slots than locks. Then one more of them than there are slots is a clash, and where slots are fewest, it is a
 * smallest one: fewer fit everywhere.
 * @param demands of which the locks are of people who may meet.
 */
export function findSmallestLockClash(
  demands: readonly Demand[],
  roster: Roster,
  terms: Terms,
): readonly LockDemand[] | null {
  const locks = demands.filter(demand => demand.kind === 'lock');
  let smallest: readonly LockDemand[] | null = null;
  for (const { most, taken } of listTakenSlots(locks, roster, terms)) {
    if (taken.length > most && (smallest === null || most + 1 < smallest.length)) smallest = taken.slice(0, most + 1);
  }
  return smallest;
}

/**
 * The mentors, mentees and limits that locks are about, in this order: how many tandems each may
 * have, and the locks that take one.
 */
function listTakenSlots(
  locks: readonly LockDemand[],
  { mentors, mentees }: Roster,
  { limits }: Terms,
): { readonly most: number; readonly taken: readonly LockDemand[] }[] {
  const paths = indexLimitPaths(limits);
  const listLimits = ({ note }: LockDemand) => [
    ...paths('mentor', mentors[note.mentor]!.country),
    ...paths('mentee', mentees[note.mentee]!.country),
  ];
  const groupLocks = (most: (index: number) => number, takenBy: (lock: LockDemand) => readonly number[]) => {
    const taken = new Map<number, LockDemand[]>();
    for (const lock of locks) {
      for (const index of takenBy(lock)) {
        const known = taken.get(index);
        if (known === undefined) taken.set(index, [lock]);
        else known.push(lock);
      }
    }
    return Array.from(taken, ([index, some]) => ({ most: most(index), taken: some }));
  };
  return [
    ...groupLocks(
      mentor => mentors[mentor]!.capacity,
      ({ note }) => [note.mentor],
    ),
    ...groupLocks(
      mentee => mentees[mentee]!.wants,
      ({ note }) => [note.mentee],
    ),
    ...groupLocks(limit => limits[limit]!.max, listLimits),
  ];
}
