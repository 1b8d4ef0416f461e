import type { Claim } from '../../certificate/level-values.ts';
import { sweepTask } from '../../certificate/optimality.ts';
import { type Stroll, strollOf } from '../../certificate/pair-scan.ts';
import { couldCost, type Wanted } from './pair-filter.ts';
import type { Standing } from './section-graph.ts';

/**
 * Goes along the pairs that cost what is wanted, and perhaps some others: the look at all pairs by which a proof is checked
 * (certificate/pair-scan.ts), with one preference more, which tells who could cost so much.
 */
export function pairsCosting(standing: Standing, wanted: Wanted): Stroll {
  const { claim, asked } = standing;
  const { walk, renew } = strollFor(standing, wanted);
  return {
    renew,
    walk: (mentee, take) => {
      if (asked.mentees.isLeftOut[mentee] || asked.closed.mentees[mentee]) return;
      claim.sights.singled(mentee, mentor => void take(mentor, mentee));
      walk(mentee, take);
    },
  };
}

function strollFor(standing: Standing, wanted: Wanted): Stroll {
  const { claim, section, asked } = standing;
  const { at, cost, within } = wanted;
  const could = couldCost(standing, wanted);
  if (could === null) return NOBODY;
  const task = sweepTask(claim, section.levels.slice(0, at + 2), asked, cost === 0 ? -1 : at);
  if (task === null) return everybody(claim);
  // Prices are whole numbers: the half keeps those out that cost more by one.
  const less = task.asked.mentees.map(price => price - within - 0.5);
  return strollOf({
    ...{ ...task, mentors: standing.open.mentor, mentees: standing.open.mentee },
    preferences: [...task.preferences, could],
    asked: { mentors: task.asked.mentors, mentees: less },
  });
}

const NOBODY: Stroll = { walk: () => {}, renew: () => {} };

/** Where levels cannot be folded, pair after pair. */
function everybody({ roster }: Claim): Stroll {
  const walk: Stroll['walk'] = (mentee, take) => {
    for (const mentor of roster.mentors.keys()) take(mentor, mentee);
  };
  return { walk, renew: () => {} };
}
