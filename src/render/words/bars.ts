import { getBarKind } from '../../domain/bars.ts';
import { KEPT_APART } from '../../domain/confidential-bars.ts';
import { InternalError } from '../../domain/errors.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Words } from './en/index.ts';

/** Why two people cannot be paired, as a noun. */
export function phraseBar(bar: string, policy: Policy, words: Words): string {
  if (bar === KEPT_APART) return words.bars.keptApart;
  const kind = getBarKind(bar);
  return kind === 'rule' ? words.rules.cause(findRule(bar, policy)) : words.bars.noted[kind].cause;
}

/** What a bar asks of a pair. */
export function describeBar(bar: string, policy: Policy, words: Words): string {
  const kind = getBarKind(bar);
  return kind === 'rule' ? words.rules.describe(findRule(bar, policy)) : words.bars.noted[kind].condition;
}

/** How two people may be paired whom a bar keeps apart. @param names of the two. */
export function phraseLiftedBar(bar: string, names: string, policy: Policy, words: Words): string {
  const kind = getBarKind(bar);
  if (kind === 'rule') return words.bars.breakRule(names, phraseBar(bar, policy, words));
  return requireLiftable(words.bars.noted[kind].liftedForPair(names));
}

/**
 * How all may be paired whom a bar keeps apart. @param isDropped whether a rule is gone
 * for good, and no preference either.
 */
export function describeBarChange(bar: string, policy: Policy, isDropped: boolean, words: Words): string {
  const kind = getBarKind(bar);
  if (kind !== 'rule') return requireLiftable(words.bars.noted[kind].liftedForAll);
  return words.bars.changeRule(bar, describeBar(bar, policy, words), isDropped);
}

function findRule(bar: string, { must }: Policy): Policy['must'][number] {
  return must.find(({ name }) => name === bar)!;
}

function requireLiftable(sentence: string): string {
  if (sentence === '') throw new InternalError('what somebody declined is not for others to change');
  return sentence;
}
