import type { Terms } from './policy.ts';

/**
 * How many fewer tandems a mentee has had in the history than whoever has had most; 0
 * for all where there is no history.
 */
export function computeArrears({ pastTandems }: Pick<Terms, 'pastTandems'>, mentee: string): number {
  return pastTandems === null ? 0 : pastTandems.most - (pastTandems.counts.get(mentee) ?? 0);
}
