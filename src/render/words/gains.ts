import type { Coverage } from '../../domain/forecast.ts';
import { formatCount } from '../../domain/text.ts';

/** "+2 mentees", "+1 mentee and +2 tandems", "+1 tandem"; "none" where nothing is gained. */
export function formatGain({ mentees, tandems }: Coverage): string {
  const parts = [
    ...(mentees === 0 ? [] : [formatSigned(mentees, 'mentee')]),
    ...(tandems === 0 || tandems === mentees ? [] : [formatSigned(tandems, 'tandem')]),
  ];
  return parts.length === 0 ? 'none' : parts.join(' and ');
}

function formatSigned(count: number, noun: string): string {
  const words = formatCount(Math.abs(count), noun);
  return count < 0 ? `−${words}` : `+${words}`;
}

/** The more mentees the better, then the more tandems. */
export function compareGains(one: Coverage, other: Coverage): number {
  return other.mentees - one.mentees || other.tandems - one.tandems;
}

export function isGain({ mentees, tandems }: Coverage): boolean {
  return mentees !== 0 || tandems !== 0;
}
