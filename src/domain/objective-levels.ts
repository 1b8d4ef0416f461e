import { getPairTerm, LEVELS, type PairTerm, WEIGHED } from './objective-level-table.ts';
import { getLevelName, type Level, type Policy, type Terms } from './policy.ts';
import type { Roster } from './roster.ts';

/** How the level of each priority is called, but for the number; so no rule may be. */
export const OF_PRIORITY = 'mentees of priority';

/** A level of the objective as it is solved and proven: `mentees` is one level for each priority, the highest first. */
export type ProvenLevel = { readonly name: string; readonly pairTerm: PairTerm } & (
  | { readonly kind: 'mentees'; readonly priority: number }
  | { readonly kind: Exclude<Level['kind'], 'mentees'> }
);

/** The levels that the objective asks for, in order. */
export function listProvenLevels({ objective, prefer }: Policy, { mentees }: Roster): ProvenLevel[] {
  const priorities = [...new Set(mentees.map(({ priority }) => priority))].sort((a, b) => b - a);
  return objective.flatMap((level): ProvenLevel[] => {
    const name = getLevelName(level);
    const { kind } = level;
    const pairTerm = findPairTerm(level, prefer);
    if (kind !== 'mentees') return [{ name, kind, pairTerm }];
    if (priorities.length <= 1) return [{ name, kind, pairTerm, priority: priorities[0] ?? 0 }];
    return priorities.map(priority => ({ name: `${OF_PRIORITY} ${priority}`, kind, pairTerm, priority }));
  });
}

/** What a level counts of a pair: nothing where its preference is not one of the policy. */
export function findPairTerm(level: Level, prefer: Policy['prefer']): PairTerm {
  if (level.kind === WEIGHED) return { kind: 'weighed', kept: level.worth };
  if (level.kind !== 'preference') return getPairTerm(level.kind);
  const preference = prefer.findIndex(({ name }) => name === level.preference);
  return preference < 0 ? { kind: 'none' } : { kind: 'preference', preference };
}

/**
 * The objective with kept tandems weighed against points. Where a change need not bring anything, points come first,
 * and what is kept next: so no tandem is changed for nothing.
 * @param worth the thousandths of a point that a change must bring at least.
 */
export function weighKept(objective: readonly Level[], worth: number): Level[] {
  if (objective.some(({ kind }) => kind === WEIGHED)) return [...objective];
  const weighed: Level = { kind: WEIGHED, worth };
  return objective.flatMap(level => (level.kind !== 'kept' ? [level] : worth === 0 ? [weighed, level] : [weighed]));
}

/** The objective as it is where what is kept comes before all points. */
export function unweighKept(objective: readonly Level[]): Level[] {
  return objective.flatMap((level): Level[] => {
    if (level.kind !== WEIGHED) return [level];
    return level.worth === 0 ? [] : [{ kind: 'kept' }];
  });
}

/** The thousandths of a point that a change must bring at least; null where kept tandems are not weighed. */
export function findWorth(objective: readonly Level[]): number | null {
  return objective.flatMap(level => (level.kind === WEIGHED ? [level.worth] : []))[0] ?? null;
}

/**
 * Terms in which a change must bring so much, whatever these say of it; null where kept tandems come before all points.
 */
export function setWorth(terms: Terms, worth: number | null): Terms {
  const plain = unweighKept(terms.policy.objective);
  const objective = worth === null ? plain : weighKept(plain, worth);
  return { ...terms, policy: { ...terms.policy, objective } };
}

/** What kind of level a name in a proof or a summary is of; no preference has the name of another one. */
export function findLevelKind(name: string): Level['kind'] {
  if (name.startsWith(OF_PRIORITY)) return 'mentees';
  if (name === WEIGHED) return WEIGHED;
  return LEVELS.find(kind => kind === name) ?? 'preference';
}
