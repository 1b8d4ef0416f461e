import { getFigure } from '../../domain/objective-level-table.ts';
import { weighKept } from '../../domain/objective-levels.ts';
import { getLevelName, type Level } from '../../domain/policy.ts';
import { badSetting, type Parsed } from '../../domain/problems.ts';

/**
 * Weighs kept tandems against points.
 * @param worth the thousandths of a point that a change must bring at least.
 * @returns the objective as it is where nothing is to be kept, or where it cannot be weighed.
 */
export function weighChanges(objective: readonly Level[], worth: number, file: string): Parsed<Level[]> {
  const kept = objective.findIndex(({ kind }) => kind === 'kept');
  const score = objective.findIndex(({ kind }) => kind === 'score');
  if (kept < 0) return { value: [...objective], problems: [] };
  const place = { file, column: 'objective' };
  if (score < kept) return { value: [...objective], problems: [badSetting(place, { kind: 'no score to weigh' })] };
  const levels = objective
    .slice(kept + 1, score)
    .filter(({ kind }) => !canComeBehind(kind))
    .map(getLevelName);
  if (levels.length > 0) {
    return { value: [...objective], problems: [badSetting(place, { kind: 'not weighable', levels })] };
  }
  return { value: weighKept(objective, worth), problems: [] };
}

/** Levels that count tandems can come behind points; whoever asks for even loads before points means something else. */
function canComeBehind(kind: Level['kind']): boolean {
  return kind !== 'mentors' && getFigure(kind) === 'ones';
}
