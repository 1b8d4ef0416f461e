import { getPairTerm, LEVELS, type LevelKind, type PairTerm } from './objective-level-table.ts';
import { getLevelName, type Level, type Policy } from './policy.ts';
import type { Roster } from './roster.ts';

/** How the level of each priority is called, but for the number; so no rule may be. */
export const OF_PRIORITY = 'mentees of priority';

/** A level of the objective as it is solved and proven: `mentees` is one level for each priority, the highest first. */
export type ProvenLevel = { readonly name: string; readonly pairTerm: PairTerm } & (
  | { readonly kind: 'mentees'; readonly priority: number }
  | { readonly kind: 'preference' | Exclude<LevelKind, 'mentees'> }
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
  if (level.kind !== 'preference') return getPairTerm(level.kind);
  const preference = prefer.findIndex(({ name }) => name === level.preference);
  return preference < 0 ? { kind: 'none' } : { kind: 'preference', preference };
}

/** What kind of level a name in a proof or a summary is of; no preference has the name of another one. */
export function findLevelKind(name: string): Level['kind'] {
  if (name.startsWith(OF_PRIORITY)) return 'mentees';
  return LEVELS.find(kind => kind === name) ?? 'preference';
}
