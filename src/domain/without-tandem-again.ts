import type { Unmatched } from './matching.ts';
import type { Terms } from './policy.ts';
import { takesPart } from './unmatched-reasons.ts';

/**
 * Whether a mentee who has no tandem had none before: in the earlier run that was
 * named, or in any round of the history.
 */
export type Again = 'carried-over' | 'never-before' | 'both';

/** What is known of somebody without a tandem; null where nothing is, or the person takes no part. */
export function findAgain(
  { side, person, reason }: Pick<Unmatched, 'side' | 'person' | 'reason'>,
  { carriedOver, pastTandems }: Pick<Terms, 'carriedOver' | 'pastTandems'>,
): Again | null {
  if (side !== 'mentee' || !takesPart(reason.kind)) return null;
  const isCarriedOver = carriedOver?.includes(person.id) ?? false;
  const isNever = pastTandems !== null && pastTandems.most > 0 && !pastTandems.counts.has(person.id);
  if (isCarriedOver) return isNever ? 'both' : 'carried-over';
  return isNever ? 'never-before' : null;
}
