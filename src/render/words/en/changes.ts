import type { Side } from '../../../domain/roster.ts';
import type { ChangeCounts, ChangeKind, Leaving } from '../../../domain/tandem-changes.ts';
import { formatCount, formatNumber, grammar, joinNames } from './grammar.ts';

/** "5 approved kept, 203 others kept, 7 new" */
export function phraseCounts({ approved, declined, kept, made, ended }: ChangeCounts): string {
  return [
    ...(approved > 0 ? [`${approved} approved kept`] : []),
    ...(declined > 0 ? [`${declined} declined`] : []),
    ...(kept > 0 ? [`${kept} ${approved > 0 ? 'others ' : ''}kept`] : []),
    ...(made > 0 ? [`${made} new`] : []),
    ...(ended > 0 ? [`${ended} ended`] : []),
  ].join(', ');
}

/** What became of the tandems of an earlier run, and why. */
export const changes = {
  left: (name: string, side: Side, how: Leaving): string =>
    how === 'withdrew' ? `${name} withdrew.` : `${name} is not in the ${side}s' sheet any more.`,
  declined: (remark: string): string =>
    remark === '' ? 'The tandem was declined.' : `The tandem was declined: ${remark}`,
  rule: (causes: readonly string[]): string => `A rule keeps the two apart now: ${joinNames(causes, 99)}.`,
  /** All slots go to people who were with this mentor before, too. */
  mentorFull: (mentor: string, slots: number): string =>
    slots === 0
      ? `${mentor} offers no slot now.`
      : `${mentor} offers ${formatCount(slots, 'slot')} now, all used by earlier tandems that stay.`,
  menteeFull: (mentee: string, mentors: number): string =>
    `${mentee} wants ${formatCount(mentors, 'mentor')} now, all from earlier tandems that stay.`,
  limit: (place: string, side: Side, max: number): string =>
    `The limit for ${side}s in ${grammar.nameInside(place)} (${max}) is used up by earlier tandems that stay.`,
  released: 'The tandem was approved, but not all approved tandems are possible together (--release-approved).',
  noRoom: 'Forced pairs, approved tandems, minimum numbers or limits leave no room for the tandem.',
  mentorNow: (mentor: string, mentees: readonly string[]): string => `${mentor} now has ${joinNames(mentees)}.`,
  menteeNow: (mentee: string, mentors: readonly string[]): string => `${mentee} is now with ${joinNames(mentors)}.`,
  /** @param change "1 fewer mentee with a mentor" */
  keeping: (change: string): string => `Keeping this tandem would mean ${change}.`,
  equallyGood: 'Keeping this tandem would be just as good; a fixed draw decided.',
  forced: (remark: string): string =>
    remark === '' ? 'The list of pairs forces this pair.' : `The list of pairs forces this pair: ${remark}`,
  continued: 'Both wished to continue after an earlier round.',
  firstMentor: (mentee: string): string => `${mentee} had no mentor before.`,
  oneMore: (mentee: string): string => `${mentee} has one more mentor.`,
  insteadOf: (mentee: string, mentors: readonly string[]): string => `${mentee} was with ${joinNames(mentors)} before.`,
  slotOf: (mentor: string, mentees: readonly string[]): string => `${mentor} was with ${joinNames(mentees)} before.`,
  points: (now: number, before: number): string =>
    `The points are now ${formatNumber(now)}, and were ${formatNumber(before)}.`,

  heads: {
    ended: 'Ended',
    declined: 'Declined',
    new: 'New',
    points: 'Other points',
  },
  /** As a cell of a table. */
  kinds: {
    ended: 'ended',
    declined: 'declined',
    new: 'new',
    approved: 'approved, kept',
    kept: 'kept',
  } satisfies Readonly<Record<ChangeKind, string>> as Readonly<Record<ChangeKind, string>>,
  columns: ['change', 'mentor', 'mentee', 'points', 'why', 'tell'] as readonly string[],
  /**
   * Somebody who is known by an address, where names do not belong. @param row of the sheet;
   * null where the person is in none.
   */
  unnamed: (side: Side, row: number | null): string =>
    row === null ? `a ${side} of the earlier run` : `${side} in row ${row}`,
  pair: (mentor: string, mentee: string): string => `${mentor} and ${mentee}`,
  /** @param told whom to tell; @param left who is not there to be told. */
  tell: (told: readonly string[], left: readonly string[]): string =>
    [
      ...(told.length === 0 ? [] : [`Tell ${joinNames(told)}.`]),
      ...(left.length === 0 ? [] : [`Do not write to ${joinNames(left)}.`]),
    ].join(' '),
  /** @param old and @param run folders. */
  between: (old: string, run: string, counts: ChangeCounts): string =>
    `From ${old} to ${run}: ${phraseCounts(counts)}.`,
  nothingChanged: (tandems: number): string =>
    `Nothing changed: ${tandems === 1 ? '1 tandem stays' : `${tandems} tandems stay`} as before.`,
};
