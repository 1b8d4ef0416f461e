import { getSubject, type Policy, type Rule } from './policy.ts';

/** The columns of people by which the rules, preferences and limits judge, by our names for them. */
export function listUsedColumns({ must, prefer }: Policy, hasLimits: boolean): ReadonlySet<string> {
  return new Set([...[...must, ...prefer].map(getColumn), ...(hasLimits ? ['country'] : [])]);
}

/** The columns that rules and preferences name: ours by our name, the user's own by their key. */
export function listNamedColumns({ must, prefer }: Policy): ReadonlySet<string> {
  return new Set([...must, ...prefer].map(({ field }) => field));
}

function getColumn({ rule, field }: Rule): string {
  const subject = getSubject(rule);
  return subject.kind === 'own' ? subject.column : field;
}

/** The columns of people that may serve rules and limits, and that a sheet may do without. */
export const OPTIONAL_COLUMNS = [
  ...['email', 'department', 'country', 'city', 'languages', 'topics', 'level', 'manager', 'timezone'],
  ...['wish_1', 'not_with'],
] as const;
