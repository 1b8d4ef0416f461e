import type { LevelChange } from '../../domain/account.ts';
import type { Words } from './en/index.ts';
import { computeDifference, phraseLevelChange } from './levels.ts';

/** What would be more and less of what counts. */
export interface LevelCost {
  /** "1 fewer mentee with a mentor and 12 more points in all" */
  readonly changes: string;
  /** Whether what counts most is among it. */
  readonly isFirst: boolean;
}

/** What would be more and less on the levels of the objective, or null where all stay as they are. */
export function phraseCost(levels: readonly LevelChange[], words: Words): LevelCost | null {
  const changed = levels.filter(change => computeDifference(change) !== 0);
  if (changed.length === 0) return null;
  const changes = changed.map(change => phraseLevelChange(change, words));
  return { changes: words.grammar.joinNames(changes, changes.length), isFirst: changed[0] === levels[0] };
}
