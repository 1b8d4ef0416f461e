import type { Coverage } from '../../domain/forecast.ts';
import { counted } from '../../domain/text.ts';

/** "+2 mentees", "+1 mentee and +2 tandems", "+1 tandem"; "none" where nothing is gained. */
export function gainWords({ mentees, tandems }: Coverage): string {
  const parts = [
    ...(mentees === 0 ? [] : [signed(mentees, 'mentee')]),
    ...(tandems === 0 || tandems === mentees ? [] : [signed(tandems, 'tandem')]),
  ];
  return parts.length === 0 ? 'none' : parts.join(' and ');
}

function signed(count: number, noun: string): string {
  const words = counted(Math.abs(count), noun);
  return count < 0 ? `−${words}` : `+${words}`;
}

/** The more mentees the better, then the more tandems. */
export function byGain(one: Coverage, other: Coverage): number {
  return other.mentees - one.mentees || other.tandems - one.tandems;
}

export function isGain({ mentees, tandems }: Coverage): boolean {
  return mentees !== 0 || tandems !== 0;
}
