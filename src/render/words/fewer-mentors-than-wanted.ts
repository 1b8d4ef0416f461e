import type { PersonAccount } from '../../domain/account.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Shortfall } from '../../domain/unmatched-reasons.ts';
import type { Words } from './en/index.ts';
import { nameDemands, nameHolders, nameLevels } from './evidence.ts';

/** "Wants 2 mentors, has 1. …" */
export function describeShortfall(
  { wants, has, why }: NonNullable<PersonAccount['shortfall']>,
  roster: Roster,
  terms: Terms,
  words: Words,
): string {
  return [words.reasons.shortfall(wants, has), ...describeShortfallReason(why, roster, terms, words)].join(' ');
}

function describeShortfallReason(why: Shortfall, roster: Roster, terms: Terms, words: Words): string[] {
  const say = words.reasons;
  switch (why.kind) {
    case 'nobody-else':
      return [why.mentors === 0 ? say.noOther : say.nobodyElse(why.mentors)];
    case 'mentors-full':
      return [describeSlotShortage(why.group, roster, terms, words)];
    case 'limit-reached':
      return [
        say.limitsReached(why.limits.map(limit => terms.limits[limit]!)),
        ...(why.group === null ? [] : [describeSlotShortage(why.group, roster, terms, words)]),
      ];
    case 'outranked':
      return [
        why.by === 'demands'
          ? say.oneMoreWithoutDemands(nameDemands(why.demands, roster, terms, words))
          : say.oneMoreLater(nameLevels(why.levels, words)),
      ];
  }
}

/** "2 mentees would take 3 slots of Ada and Ben, but there are only 2." */
function describeSlotShortage(
  group: Extract<Shortfall, { kind: 'mentors-full' }>['group'],
  roster: Roster,
  terms: Terms,
  words: Words,
): string {
  const { mentees, wanted, slots } = group;
  return words.reasons.slotShortage(mentees.length, wanted, slots, nameHolders(group, roster, terms));
}
