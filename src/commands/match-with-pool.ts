import type { Progress } from '../domain/progress.ts';
import { match, type Outcome } from '../features/match/match.ts';
import { spawnPool } from '../io/worker-pool.ts';
import type { Programme } from '../parse/programme.ts';

/** Matches with whatever help pays. */
export function matchWithPool(
  { roster, terms, earlier }: Pick<Programme, 'roster' | 'terms' | 'earlier'>,
  { alternates }: { readonly alternates?: number | undefined },
  watch: Progress,
): Outcome {
  const hired = spawnPool({ roster, terms });
  const forwardProgress: Progress = (stage, done, total) => {
    // Once the tandems are proven, only alternates are looked for by two; explaining has the memory for itself.
    if (stage === 'explain' && alternates === undefined) hired?.dismiss();
    watch(stage, done, total);
  };
  const outcome = match(roster, terms, forwardProgress, hired?.crew, alternates ?? null, earlier);
  hired?.dismiss();
  return outcome;
}
