import type { Words } from '../en/index.ts';
import { formatCount } from './grammar.ts';

export const curve: Words['curve'] = {
  intro: 'Das brächten weitere Änderungen an Tandems des vorherigen Laufs:',
  nothing: 'Weitere Änderungen an Tandems des vorherigen Laufs brächten nicht mehr Punkte.',
  countChanges,
  fewest: 'so wenige wie möglich',
  sayPoints: points => `${formatCount(points, 'Punkt', 'Punkte')} mehr`,
  thisRun: '(dieser Lauf)',
  sayWays: changes =>
    `Um eine davon zu übernehmen, geben Sie die Zahl der Änderungen an: --max-changes ${changes}. Oder sagen Sie, wie viele Punkte eine Änderung bringen muss: --worth-a-change 15.`,
  sayWithin: (most, changes, points, missed) => {
    const made = `Diese Tandems kommen mit ${countChanges(changes)} aus: ${formatCount(points, 'Punkt', 'Punkte')} mehr als mit so wenigen Änderungen wie möglich.`;
    const asked = `Mit höchstens ${countChanges(most)}`;
    return missed === 0
      ? `${made} ${asked} lässt sich nicht mehr erreichen.`
      : `${made} ${asked} wären es bis zu ${formatCount(missed, 'Punkt', 'Punkte')} mehr, aber nicht darüber hinaus.`;
  },
};

function countChanges(changes: number): string {
  return formatCount(changes, 'Änderung', 'Änderungen');
}
