import type { Terms } from '../domain/policy.ts';
import { NOTED_BARS } from './candidates.ts';

/** Terms without one of their bars. */
export interface Relaxed {
  readonly bar: string;
  readonly terms: Terms;
}

/** For each bar that is in force, the terms as they would be without it alone. */
export function relaxations(terms: Terms): Relaxed[] {
  const { policy, pairs } = terms;
  const [banned, unlisted, met] = NOTED_BARS as [string, string, string];
  const isAny = (is: (note: Terms['pairs'][number]) => boolean) => pairs.some(is);
  return [
    ...policy.must.map(rule => ({
      bar: rule.name,
      terms: { ...terms, policy: { ...policy, must: policy.must.filter(other => other !== rule) } },
    })),
    ...(isAny(note => note.banned)
      ? [{ bar: banned, terms: { ...terms, pairs: pairs.map(note => ({ ...note, banned: false })) } }]
      : []),
    ...(policy.pairsOnly ? [{ bar: unlisted, terms: { ...terms, policy: { ...policy, pairsOnly: false } } }] : []),
    ...(isAny(note => note.met)
      ? [{ bar: met, terms: { ...terms, pairs: pairs.map(note => ({ ...note, met: false })) } }]
      : []),
  ];
}
