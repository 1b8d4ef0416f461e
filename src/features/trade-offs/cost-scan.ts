import type { Claim } from '../../certificate/level-worths.ts';
import { makeScanTask } from '../../certificate/optimality.ts';
import { makePairScan, type PairScan } from '../../certificate/pair-scan.ts';
import { makeCostPreference, type WantedCost } from './pair-filter.ts';
import type { SectionGraph } from './proof-section-graph.ts';

/**
 * Goes along the pairs that cost what is wanted, and perhaps some others: the look at all pairs by which a proof is
 * checked (certificate/pair-scan.ts), with one preference more, which tells who could cost so much.
 */
export function makeCostScan(standing: SectionGraph, wanted: WantedCost): PairScan {
  const { claim, asked } = standing;
  const { walk, renew } = makeFilteredScan(standing, wanted);
  return {
    renew,
    walk: (mentee, take) => {
      if (asked.mentees.isLeftOut[mentee] || asked.closed.mentees[mentee]) return;
      claim.sights.singled(mentee, mentor => void take(mentor, mentee));
      walk(mentee, take);
    },
  };
}

function makeFilteredScan(standing: SectionGraph, wanted: WantedCost): PairScan {
  const { claim, section, asked } = standing;
  const { at, cost, within } = wanted;
  const could = makeCostPreference(standing, wanted);
  if (could === null) return NOBODY;
  const task = makeScanTask(claim, section.levels.slice(0, at + 2), asked, cost === 0 ? -1 : at);
  if (task === null) return scanEverybody(claim);
  // Prices are whole numbers: the half keeps those out that cost more by one.
  const less = task.asked.mentees.map(price => price - within - 0.5);
  return makePairScan({
    ...{ ...task, mentors: standing.open.mentor, mentees: standing.open.mentee },
    preferences: [...task.preferences, could],
    asked: { mentors: task.asked.mentors, mentees: less },
  });
}

const NOBODY: PairScan = { walk: () => {}, renew: () => {} };

/** Where levels cannot be folded, pair after pair. */
function scanEverybody({ roster }: Claim): PairScan {
  const walk: PairScan['walk'] = (mentee, take) => {
    for (const mentor of roster.mentors.keys()) take(mentor, mentee);
  };
  return { walk, renew: () => {} };
}
