import { isAboutVetoes } from '../../domain/confidential-bars.ts';
import type { LetterReason } from '../../domain/letter.ts';
import type { Policy, Terms } from '../../domain/policy.ts';
import { getRuleColumn } from '../../domain/rule-table.ts';
import type { Group, Reason, Rival, Shortfall } from '../../domain/unmatched-reasons.ts';
import { veilCount } from '../../domain/veiled-count.ts';

/** A reason as it may be told to the person it is about: without who else there is, and with no count of few. */
export function veilReason(reason: Reason | Shortfall, terms: Terms): LetterReason {
  switch (reason.kind) {
    case 'no-eligible-mentor':
    case 'no-eligible-mentee':
      if (reason.partners === 0) return { kind: 'nobody-there' };
      return { kind: 'nobody-left', hasTandem: false, lacking: reason.lacking.map(getRuleColumn) };
    case 'nobody-else':
      return reason.mentors === 0 ? { kind: 'nobody-there' } : { kind: 'nobody-left', hasTandem: true, lacking: [] };
    case 'mentors-full':
      return veilGroup(reason.group);
    case 'limit-reached':
      return {
        kind: 'limit-reached',
        limits: reason.limits.map(limit => {
          const { place, side, max } = terms.limits[limit]!;
          return { place, side, max };
        }),
      };
    case 'outranked':
      return veilOutranked(reason, terms);
    default:
      return { kind: reason.kind };
  }
}

function veilGroup({ mentees, slots }: Group): LetterReason {
  return { kind: 'competition', mentees: veilCount(mentees.length), slots: veilCount(slots) };
}

function veilOutranked(reason: Extract<Reason | Shortfall, { kind: 'outranked' }>, { policy }: Terms): LetterReason {
  switch (reason.by) {
    case 'priority':
      return { kind: 'priority', priority: reason.priority };
    case 'demands':
      return { kind: 'decisions' };
    case 'objective':
      return 'levels' in reason ? veilLevels(reason.levels, policy) : veilRival(reason.rival, policy);
  }
}

function veilRival(rival: Rival, policy: Policy): LetterReason {
  if (rival.kind === 'levels') return veilLevels(rival.levels, policy);
  const { level } = rival;
  return level !== null && isHidden(level, policy) ? { kind: 'decisions' } : { kind: 'no-gain', level };
}

function veilLevels(levels: readonly string[], policy: Policy): LetterReason {
  const open = levels.filter(level => !isHidden(level, policy));
  return open.length === 0 ? { kind: 'decisions' } : { kind: 'goals', levels: open };
}

/** Whether a level counts tandems that nobody wished not to have. */
function isHidden(level: string, { prefer }: Policy): boolean {
  return prefer.some(rule => rule.name === level && isAboutVetoes(rule));
}
