import { getPairTerm, WEIGHED } from './objective-level-table.ts';
import type { Level, Policy } from './policy.ts';
import { getRuleColumn } from './rule-table.ts';

/** The columns of people by which the rules, preferences, goals and limits judge, by our names for them. */
export function listUsedColumns({ must, prefer, objective }: Policy, hasLimits: boolean): ReadonlySet<string> {
  const ruled = [...must, ...prefer].map(getRuleColumn);
  return new Set([...ruled, ...objective.flatMap(listCountedColumns), ...(hasLimits ? ['country'] : [])]);
}

/** The columns by which a level counts that no rule or note tells of. */
function listCountedColumns({ kind }: Level): readonly string[] {
  if (kind === 'preference' || kind === WEIGHED) return [];
  const term = getPairTerm(kind);
  return term.kind === 'other' ? term.columns : [];
}

/** The columns that rules and preferences name: ours by our name, the user's own by their key. */
export function listNamedColumns({ must, prefer }: Policy): ReadonlySet<string> {
  return new Set([...must, ...prefer].map(({ field }) => field));
}
