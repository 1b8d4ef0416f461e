/** What became of tandems that there were before: those of a previous run, or of the run that is replaced. */
import { type ChangeCounts, countChanges, listChanges, type TandemChange } from '../domain/tandem-changes.ts';
import type { MatchedOutcome } from '../features/match/match.ts';
import type { Programme } from '../parse/programme.ts';
import { readRunEarlier } from '../parse/run-table-ids.ts';
import type { FoundDecisions } from './decisions.ts';

/** What became of the tandems of the previous run, or of the one in the folder; null where there is none. */
export function listEarlierChanges(
  { roster, terms }: Programme,
  { matching, changes }: MatchedOutcome,
  { asRead }: FoundDecisions,
): readonly TandemChange[] | null {
  const bytes = changes === null ? (asRead.get('tandems.csv') ?? null) : null;
  const read = bytes && readRunEarlier(bytes, roster);
  const replaced = read === null || 'kind' in read ? null : read;
  return changes ?? (replaced && listChanges(replaced, matching.tandems, roster, terms));
}

/** How many of them changed; null where there were none. */
export function countEarlierChanges(changes: readonly TandemChange[] | null): ChangeCounts | null {
  return changes?.some(({ earlier }) => earlier !== null) ? countChanges(changes) : null;
}
