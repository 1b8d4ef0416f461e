import type { ObjectiveRow } from '../../domain/matching.ts';
import { formatCount, makePlain } from '../../domain/text.ts';

/** What giving up one on a level of the objective would bring on the next one; nothing of levels on which there is none to give up. */
export function describeLevelTradeOffs(rows: readonly ObjectiveRow[]): string[] {
  const givable = rows.flatMap(({ level, value, oneLess }) =>
    oneLess === null || value === 0 ? [] : [{ one: `one ${findNouns(level).one}`, ...oneLess }],
  );
  const idle = givable.filter(({ gain }) => gain === 0).map(({ one }) => one);
  const lines = givable
    .filter(({ gain }) => gain > 0)
    .map(({ one, level, gain }) => `Giving up ${one} would allow ${phraseMore(level, gain)}.`);
  const nothing = `Giving up ${joinAlternatives(idle)} would bring nothing that the objective asks for next.`;
  return [...lines, ...(idle.length === 0 ? [] : [nothing])].map(makePlain);
}

/** "4.5 points more", "3 cross-department tandems more" */
function phraseMore(level: string, gain: number): string {
  if (level === 'score') return `${formatCount(gain, 'point')} more`;
  if (level === 'balance') return `a more even load (the squares of the mentors' loads add up to ${gain} less)`;
  const { one, many } = findNouns(level);
  return `${formatCount(gain, one, many)} more`;
}

/** What a level counts: "mentee of priority 5", "cross-department tandems". */
function findNouns(level: string): { readonly one: string; readonly many: string } {
  if (level === 'mentors' || level === 'tandems') return { one: level.slice(0, -1), many: level };
  if (level === 'mentees' || level.startsWith('mentees of priority'))
    return { one: level.replace('mentees', 'mentee'), many: level };
  if (level === 'kept') return { one: 'tandem of the previous run', many: 'tandems of the previous run' };
  return { one: `${level} tandem`, many: `${level} tandems` };
}

/** "a", "a or b", "a, b or c" */
function joinAlternatives(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
}
