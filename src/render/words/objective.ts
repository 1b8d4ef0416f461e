import type { ObjectiveRow } from '../../domain/matching.ts';
import { makePlain } from '../../domain/text.ts';
import { findLevelWords } from './levels.ts';

/** What giving up one on a level of the objective would bring on the next one; nothing of levels on which there is none to give up. */
export function describeLevelTradeOffs(rows: readonly ObjectiveRow[]): string[] {
  const givable = rows.flatMap(({ level, value, oneLess }) =>
    oneLess === null || value === 0 ? [] : [{ one: `one ${findLevelWords(level).one}`, ...oneLess }],
  );
  const idle = givable.filter(({ gain }) => gain === 0).map(({ one }) => one);
  const lines = givable
    .filter(({ gain }) => gain > 0)
    .map(({ one, level, gain }) => `Giving up ${one} would allow ${findLevelWords(level).more(gain)}.`);
  const nothing = `Giving up ${joinAlternatives(idle)} would bring nothing that the objective asks for next.`;
  return [...lines, ...(idle.length === 0 ? [] : [nothing])].map(makePlain);
}

/** "a", "a or b", "a, b or c" */
function joinAlternatives(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
}
