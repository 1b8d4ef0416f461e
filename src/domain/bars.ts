import type { PairNote, Policy } from './policy.ts';
import { getRuleTraits } from './rule-table.ts';

/**
 * What keeps a pair apart besides the rules of the policy, by name, in the order of their bits behind those of the
 * rules: a ban in pairs.csv, somebody's own word in a previous run, no points in pairs.csv where only they may meet, an
 * earlier tandem, and somebody's own word about it after an earlier round.
 */
export const NOTED_BARS = ['banned-pair', 'declined', 'not-listed', 'met-before', 'not-again'] as const;

export type NotedBar = (typeof NOTED_BARS)[number];

/** What kind of bar a name stands for: the names of noted bars are not free for rules. */
export function getBarKind(bar: string): NotedBar | 'rule' {
  return NOTED_BARS.find(noted => noted === bar) ?? 'rule';
}

/** Whether a bar is what one of the two said, so that no exception is possible. */
export function isOwnWord(bar: string): boolean {
  const kind = getBarKind(bar);
  return kind === 'declined' || kind === 'not-again';
}

/** Whether an organiser may lift a bar: not what follows from who people are, and not what they said themselves. */
export function mayLift(bar: string, { must }: Pick<Policy, 'must'>): boolean {
  if (isOwnWord(bar)) return false;
  return !must.some(({ name, rule }) => name === bar && getRuleTraits(rule).basis !== 'policy');
}

/** Whether what is said of a pair bars it, for each noted bar. */
export function isNoted(bar: NotedBar, note: PairNote, pairsOnly: boolean): boolean {
  switch (bar) {
    case 'banned-pair':
      return note.banned;
    case 'declined':
      return note.declined;
    case 'not-listed':
      return pairsOnly && !note.listed;
    case 'met-before':
      return note.met;
    case 'not-again':
      return note.parted;
  }
}
