import { getLevelName, type Level, type Policy } from './policy.ts';
import type { Roster } from './roster.ts';

/** A level of the objective as it is solved and proven: `mentees` is one level for each priority, the highest first. */
export type ProvenLevel =
  | { readonly name: string; readonly kind: 'mentees'; readonly priority: number }
  | { readonly name: string; readonly kind: 'preference'; readonly preference: number }
  | { readonly name: string; readonly kind: Exclude<Level['kind'], 'mentees' | 'preference'> };

/** The levels that the objective asks for, in order. */
export function listProvenLevels({ objective, prefer }: Policy, { mentees }: Roster): ProvenLevel[] {
  const priorities = [...new Set(mentees.map(({ priority }) => priority))].sort((a, b) => b - a);
  return objective.flatMap((level): ProvenLevel[] => {
    const name = getLevelName(level);
    switch (level.kind) {
      case 'mentees':
        if (priorities.length <= 1) return [{ name, kind: 'mentees', priority: priorities[0] ?? 0 }];
        return priorities.map(priority => ({ name: `${name} of priority ${priority}`, kind: 'mentees', priority }));
      case 'preference':
        return [{ name, kind: 'preference', preference: prefer.findIndex(preference => preference.name === name) }];
      default:
        return [{ name, kind: level.kind }];
    }
  });
}
