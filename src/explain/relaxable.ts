import { type Bits, numbersIn } from '../domain/bits.ts';
import type { RuleKind } from '../domain/policy.ts';
import type { Side } from '../domain/roster.ts';
import type { Findings } from './situation.ts';

/** Finds, among some partners of a person, one whom a single bar keeps away that may be lifted for the two of them. */
export type Relaxable = (index: number, among: Bits) => { readonly partner: number; readonly bar: string } | null;

/** What nobody would lift: a person is not their own partner, and a veto is somebody's own word. */
const NEVER: readonly RuleKind[] = ['not-the-same-person', 'not-vetoed'];

/**
 * @param side that of the person. Rules of the policy come before what the history and pairs.csv say, in the order of the
 * bars, and people in that of the roster.
 */
export function relaxable({ terms, eligibility, candidates }: Findings, side: Side): Relaxable {
  const { must } = terms.policy;
  const isNever = (bar: number) => bar < must.length && NEVER.includes(must[bar]!.rule);
  const barBetween = (index: number, partner: number) => {
    const barred = side === 'mentee' ? eligibility.barred(partner, index) : eligibility.barred(index, partner);
    return 31 - Math.clz32(barred);
  };
  return (index, among) => {
    const near = candidates.missesOf(side, index).barredBy(1);
    const both = near.map((word, at) => word & among[at]!);
    const found = numbersIn(both)
      .map(partner => ({ partner, bar: barBetween(index, partner) }))
      .filter(({ bar }) => !isNever(bar));
    const first = found.reduce((least, { bar }) => Math.min(least, bar), Number.POSITIVE_INFINITY);
    const chosen = found.find(({ bar }) => bar === first);
    return chosen === undefined ? null : { partner: chosen.partner, bar: eligibility.bars[chosen.bar]! };
  };
}
