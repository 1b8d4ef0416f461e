import { DEMANDS, type LevelValue } from '../domain/certificate.ts';
import { TIES } from '../domain/ties.ts';

/** What a proof says, in sentences that can be repeated to anybody. */
export function provenText(levels: readonly LevelValue[]): string {
  const first = levels.findIndex(({ level }) => level !== DEMANDS);
  return levels.map((level, index) => `  ${sentence(level, index === first)}\n`).join('');
}

function sentence({ level, value: known }: LevelValue, isFirst: boolean): string {
  const value = known ?? 0;
  const none = isFirst ? 'No other pairing that keeps the rules, places and limits' : 'Among those, none';
  switch (level) {
    case DEMANDS:
      return 'Every lock, minimum and least load is met.';
    case 'mentees':
      return `${none} serves more mentees (${value}).`;
    case 'mentors':
      return `${none} gives more mentors a mentee (${value}).`;
    case 'kept':
      return `${none} keeps more tandems of the previous run (${value}).`;
    case 'worst':
      return known === null
        ? 'There is no tandem, so none is the worst.'
        : `${none} has a better worst tandem (${value / 1000} points).`;
    case 'tandems':
      return `${none} has more tandems (${value}).`;
    case 'score':
      return `${none} has a higher score (${value / 1000} points).`;
    case 'balance':
      return `${none} spreads the mentees more evenly over the mentors.`;
    case TIES:
      return 'What is still equal is decided by a hash of the ids: nobody could choose.';
    default:
      if (level.startsWith('mentees of priority')) return `${none} serves more ${level} (${value}).`;
      return `${none} has more ${level} tandems (${value}).`;
  }
}
