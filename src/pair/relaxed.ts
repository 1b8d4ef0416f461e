import { mayLift, NOTED_BARS, type NotedBar } from '../domain/bars.ts';
import type { Terms } from '../domain/policy.ts';

/** Terms without one of their bars. */
export interface Relaxed {
  readonly bar: string;
  readonly terms: Terms;
}

/**
 * For each bar that is in force, the terms as they would be without it alone. What somebody
 * declined is not for others to change.
 */
export function listRelaxations(terms: Terms): Relaxed[] {
  const { policy } = terms;
  return [
    ...policy.must.map(rule => ({
      bar: rule.name,
      terms: { ...terms, policy: { ...policy, must: policy.must.filter(other => other !== rule) } },
    })),
    ...NOTED_BARS.flatMap(bar => {
      const relaxed = liftNotedBar(bar, terms);
      return relaxed === null ? [] : [{ bar, terms: relaxed }];
    }),
  ];
}

/** null where the bar is not in force, or stays. */
function liftNotedBar(bar: NotedBar, terms: Terms): Terms | null {
  const { policy, pairs } = terms;
  switch (bar) {
    case 'banned-pair':
      return pairs.some(note => note.banned)
        ? { ...terms, pairs: pairs.map(note => ({ ...note, banned: false })) }
        : null;
    case 'declined':
    case 'not-again':
      return null;
    case 'not-listed':
      return policy.pairsOnly ? { ...terms, policy: { ...policy, pairsOnly: false } } : null;
    case 'met-before':
      return pairs.some(note => note.met) ? { ...terms, pairs: pairs.map(note => ({ ...note, met: false })) } : null;
  }
}

/** The relaxations that an organiser may want. */
export function listLiftable(terms: Terms): Relaxed[] {
  return listRelaxations(terms).filter(({ bar }) => mayLift(bar, terms.policy));
}
