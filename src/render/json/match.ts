import type { ChangeCorner } from '../../domain/change-curve.ts';
import type { Summary } from '../../domain/matching.ts';
import type { ChangeCounts } from '../../domain/tandem-changes.ts';
import { buildCountsJson } from './changes.ts';
import { buildCornerJson } from './curve-corner.ts';
import { buildSummaryJson } from './summary.ts';

interface MatchFacts {
  /** The id of the run. */
  readonly run: string;
  readonly summary: Summary;
  /** What became of the tandems of the run before; null where there is none. */
  readonly changes: ChangeCounts | null;
  /** What more changes would bring, the fewest first; null where nobody asked. */
  readonly corners: readonly ChangeCorner[] | null;
  readonly missedGates: readonly object[];
}

/** The figures of a run as summary.json has them, and what the screen says besides. */
export function buildMatchJson({ run, summary, changes, corners, missedGates }: MatchFacts): object {
  return {
    run,
    // Done, with every gate reached.
    ok: missedGates.length === 0,
    ...buildSummaryJson(summary),
    changes: changes && buildCountsJson(changes),
    curve: corners === null ? null : corners.map(buildCornerJson),
    missedGates,
  };
}
