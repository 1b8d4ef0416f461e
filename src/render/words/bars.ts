import { getBarKind, type NotedBar } from '../../domain/bars.ts';
import { InternalError } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';
import { describeRule } from './rules.ts';

/** What is said of a bar. */
interface BarWords {
  /** What keeps two people apart, as a part of a sentence. */
  readonly cause: string;
  /** What it asks of a pair. */
  readonly condition: string;
  /** How one pair may meet all the same, and how all may; null where that is not for others to change. */
  readonly lifted: { readonly forPair: (names: string) => string; readonly forAll: string } | null;
}

const NOTED_WORDS: Readonly<Record<NotedBar, BarWords>> = {
  'banned-pair': {
    cause: 'a ban',
    condition: 'the list of pairs does not ban them',
    lifted: {
      forPair: names => `Lift the ban on ${names}`,
      forAll: 'people may meet whom the list of pairs bans',
    },
  },
  declined: {
    cause: 'a tandem declined in an earlier run',
    condition: 'neither declined the other in an earlier run',
    lifted: null,
  },
  'not-listed': {
    cause: 'the list of pairs',
    condition: 'the list of pairs gives them points',
    lifted: {
      forPair: names => `Add ${names} to the list of pairs`,
      forAll: 'people may meet whom the list of pairs gives no points',
    },
  },
  'met-before': {
    cause: 'an earlier tandem',
    condition: 'they have not been a tandem before',
    lifted: {
      forPair: names => `Let ${names} be a tandem once more`,
      forAll: 'people may meet who have been a tandem before',
    },
  },
};

/** What keeps two people apart, as a part of a sentence. */
export function phraseBar(bar: string): string {
  const kind = getBarKind(bar);
  return kind === 'rule' ? `the rule ${bar}` : NOTED_WORDS[kind].cause;
}

/** What a bar asks of a pair. */
export function describeBar(bar: string, { must }: Policy): string {
  const kind = getBarKind(bar);
  return kind === 'rule' ? describeRule(must.find(({ name }) => name === bar)!) : NOTED_WORDS[kind].condition;
}

/** How two people may meet whom a bar keeps apart. @param names of the two. */
export function phraseLiftedBar(bar: string, names: string): string {
  const kind = getBarKind(bar);
  if (kind === 'rule') return `Let ${names} meet although the rule ${bar} keeps them apart`;
  return findLifted(kind).forPair(names);
}

/** How all may meet whom a bar keeps apart. @param isDropped whether a rule is gone for good, and no preference either. */
export function describeBarChange(bar: string, policy: Policy, isDropped: boolean): string {
  const kind = getBarKind(bar);
  if (kind !== 'rule') return findLifted(kind).forAll;
  return `rule ${bar} ${isDropped ? 'dropped' : 'from must to prefer'}: ${describeBar(bar, policy)}`;
}

function findLifted(bar: NotedBar): NonNullable<BarWords['lifted']> {
  const { lifted } = NOTED_WORDS[bar];
  if (lifted === null) throw new InternalError('what somebody declined is not for others to change');
  return lifted;
}
