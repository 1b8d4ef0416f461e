import { formatCount, formatNumber } from './grammar.ts';

/** What is said of changing more tandems of the previous run. Points are more than with the fewest changes. */
export const curve = {
  intro: 'What changing more tandems of the previous run would bring:',
  nothing: 'Changing more tandems of the previous run would bring no more points.',
  countChanges: (changes: number): string => formatCount(changes, 'change'),
  /** Of the fewest changes, which bring no points. */
  fewest: 'the fewest possible',
  sayPoints: (points: number): string => `${formatNumber(points)} ${points === 1 ? 'point' : 'points'} more`,
  /** Beside the tandems that the run has. */
  thisRun: '(this run)',
  sayWays: (changes: number): string =>
    `To take one of these, add its number of changes: --max-changes ${changes}. Or say how many points a change must bring: --worth-a-change 15.`,
  sayWithin: (most: number, changes: number, points: number, missed: number): string => {
    const made = `These tandems make ${formatCount(changes, 'change')}: ${formatNumber(points)} points more than with the fewest changes possible.`;
    const asked = most === 1 ? 'With 1 change' : `With at most ${formatNumber(most)} changes`;
    return missed === 0
      ? `${made} ${asked}, nothing brings more.`
      : `${made} ${asked}, there could be ${formatNumber(missed)} points more than that, and not more.`;
  },
};
