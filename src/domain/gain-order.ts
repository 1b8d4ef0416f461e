import type { Coverage } from './forecast.ts';

/** The more mentees the better, then the more tandems. */
export function compareGains(one: Coverage, other: Coverage): number {
  return other.mentees - one.mentees || other.tandems - one.tandems;
}

export function isGain({ mentees, tandems }: Coverage): boolean {
  return mentees !== 0 || tandems !== 0;
}
