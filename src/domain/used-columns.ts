import type { Policy, Rule } from './policy.ts';
import { getRuleTraits } from './rule-table.ts';

/** The columns of people by which the rules, preferences and limits judge, by our names for them. */
export function listUsedColumns({ must, prefer }: Policy, hasLimits: boolean): ReadonlySet<string> {
  return new Set([...[...must, ...prefer].map(getColumn), ...(hasLimits ? ['country'] : [])]);
}

/** The columns that rules and preferences name: ours by our name, the user's own by their key. */
export function listNamedColumns({ must, prefer }: Policy): ReadonlySet<string> {
  return new Set([...must, ...prefer].map(({ field }) => field));
}

function getColumn({ rule, field }: Rule): string {
  const { subject } = getRuleTraits(rule);
  return subject.kind === 'own' ? subject.column : field;
}
