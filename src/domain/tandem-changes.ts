import { keyTandem, type TandemIds } from './decisions.ts';
import type { Tandem } from './pairing.ts';
import type { Terms } from './policy.ts';
import type { Roster } from './roster.ts';

/** What became of the tandems of an earlier run, and how many there are that it did not have. */
export interface TandemChanges {
  /** Approved ones that are tandems again. */
  readonly approved: number;
  /** Declined pairs, which are offered no more. */
  readonly declined: number;
  /** Others that are tandems again. */
  readonly kept: number;
  readonly made: number;
  /** Others that are tandems no more. */
  readonly ended: number;
}

/** Counts what changed since an earlier run. @param earlier its tandems. */
export function countChanges(
  earlier: readonly TandemIds[],
  tandems: readonly Tandem[],
  { mentors, mentees }: Roster,
  { pairs }: Terms,
): TandemChanges {
  const toKey = ({ mentor, mentee }: Tandem) => keyTandem({ mentor: mentors[mentor]!.id, mentee: mentees[mentee]!.id });
  const approved = new Set(pairs.filter(note => note.approved).map(toKey));
  const declined = pairs.filter(note => note.declined);
  const before = new Set(earlier.map(keyTandem));
  const now = new Set(tandems.map(toKey));
  const gone = new Set([...declined.map(toKey), ...now]);
  return {
    approved: [...approved].filter(key => now.has(key)).length,
    declined: declined.length,
    kept: [...before].filter(key => now.has(key) && !approved.has(key)).length,
    made: [...now].filter(key => !before.has(key) && !approved.has(key)).length,
    ended: [...before].filter(key => !gone.has(key)).length,
  };
}
