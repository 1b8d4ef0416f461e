import type { Level, Limit, Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Group } from '../../domain/unmatched-reasons.ts';

/** The mentees who want the same too few slots. */
interface Contest {
  readonly mentees: number;
  /** Whether some have a higher priority than others. */
  readonly isRanked: boolean;
}

/** Those who want the slots of a group, or what a limit leaves. */
export const findContest = rememberByRoster((over: Group | Limit, { mentees }: Roster): Contest => {
  const rivals =
    'countries' in over
      ? mentees.filter(({ country }) => over.countries.includes(country))
      : over.mentees.map(index => mentees[index]!);
  return { mentees: rivals.length, isRanked: new Set(rivals.map(({ priority }) => priority)).size > 1 };
});

/** The levels that can decide who of several mentees is paired: all that the objective asks for besides that. */
export const listDecidingLevels = rememberByRoster(
  ({ policy, pairs }: Terms, { mentees }: Roster): readonly Level[] => {
    const { objective } = policy;
    const isFirst = objective[0]?.kind === 'mentees';
    return objective.filter(({ kind }) => {
      if (kind === 'mentees') return !isFirst;
      if (kind === 'tandems') return mentees.some(({ wants }) => wants > 1);
      return kind !== 'kept' || pairs.some(({ kept }) => kept);
    });
  },
);

/**
 * The same function, but each key of a roster is worked out once: it takes a walk through all people,
 * and thousands may be told of it.
 */
function rememberByRoster<Key extends object, Value>(
  find: (key: Key, roster: Roster) => Value,
): (key: Key, roster: Roster) => Value {
  const byRoster = new WeakMap<Roster, Map<Key, Value>>();
  return (key, roster) => {
    const known = byRoster.get(roster) ?? new Map<Key, Value>();
    byRoster.set(roster, known);
    const value = known.get(key) ?? find(key, roster);
    known.set(key, value);
    return value;
  };
}
