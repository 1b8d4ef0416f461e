import type { NotedBar } from '../../../domain/bars.ts';

/** What is said of something besides the rules that keeps two people apart. */
export interface BarWords {
  /** Why the two cannot be paired, as a noun. */
  readonly cause: string;
  /** What it asks of a pair. */
  readonly condition: string;
  /** How one pair may be paired all the same, and how all may; '' where that is not for others to change. */
  readonly liftedForPair: (names: string) => string;
  readonly liftedForAll: string;
}

const NOTED: Readonly<Record<NotedBar, BarWords>> = {
  'banned-pair': {
    cause: 'a ban in the list of pairs',
    condition: 'the list of pairs does not ban them',
    liftedForPair: names => `Take the ban on ${names} out of the list of pairs`,
    liftedForAll: 'bans in the list of pairs no longer count',
  },
  declined: {
    cause: 'a tandem declined in an earlier run',
    condition: 'neither declined the other in an earlier run',
    liftedForPair: () => '',
    liftedForAll: '',
  },
  'not-listed': {
    cause: 'no points in the list of pairs',
    condition: 'the list of pairs gives them points',
    liftedForPair: names => `Add ${names} to the list of pairs`,
    liftedForAll: 'pairs that are not in the list of pairs are allowed as well',
  },
  'met-before': {
    cause: 'an earlier tandem',
    condition: 'they have not been a tandem before',
    liftedForPair: names => `Let ${names} be a tandem once more`,
    liftedForAll: 'those who were a tandem before may be one again',
  },
  'not-again': {
    cause: 'no wish to meet again after an earlier round',
    condition: 'neither refused to meet the other again',
    liftedForPair: () => '',
    liftedForAll: '',
  },
};

/** What keeps people apart. */
export const bars = {
  noted: NOTED,
  /** What is said outside of HR of everything that somebody wished or decided about two people. */
  keptApart: 'a wish or a decision',
  /** How two may be paired although a rule keeps them apart. */
  breakRule: (names: string, cause: string): string =>
    `Allow ${names} as a pair although a rule keeps them apart (${cause})`,
  /** @param isDropped whether the rule is gone for good, and no preference either. */
  changeRule: (rule: string, condition: string, isDropped: boolean): string =>
    `${isDropped ? `drop the rule ${rule}` : `prefer ${rule} instead of requiring it`}: ${condition}`,
};
