import { DEMANDS, type LevelValue } from '../domain/certificate.ts';
import { TIES } from '../domain/ties.ts';

/** What a proof says, in sentences that can be repeated to anybody. */
export function provenText(levels: readonly LevelValue[]): string {
  return levels.map((level, index) => `  ${sentence(level, index === 0)}\n`).join('');
}

function sentence({ level, value }: LevelValue, isFirst: boolean): string {
  const none = isFirst ? 'No other pairing that keeps the rules, places and limits' : 'Among those, none';
  switch (level) {
    case DEMANDS:
      return `Every lock and minimum is met; no pairing that keeps the rules, places and limits meets more.`;
    case 'mentees':
      return `${none} serves more mentees (${value}).`;
    case 'tandems':
      return `${none} has more tandems (${value}).`;
    case 'score':
      return `${none} has a higher score (${value / 1000} points).`;
    case 'balance':
      return `${none} spreads the mentees more evenly over the mentors.`;
    case TIES:
      return 'What is still equal is decided by a hash of the ids: nobody could choose.';
    default:
      return `${none} has more ${level} tandems (${value}).`;
  }
}
