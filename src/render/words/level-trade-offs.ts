import type { ObjectiveRow } from '../../domain/matching.ts';
import { makePlain } from '../../domain/text.ts';
import type { Words } from './en/index.ts';
import { findLevelWords } from './levels.ts';

/**
 * What accepting one less on a level of the objective would bring on the next one; nothing
 * of levels where it brings nothing.
 */
export function describeLevelTradeOffs(rows: readonly ObjectiveRow[], words: Words): string[] {
  return rows.flatMap(({ level, value, oneLess }) => {
    if (oneLess === null || value === 0 || oneLess.gain === 0) return [];
    const lost = findLevelWords(level, words).change(1, true);
    const won = findLevelWords(oneLess.level, words).change(oneLess.gain, false);
    return [makePlain(words.objective.sayTradeOff(lost, won))];
  });
}
