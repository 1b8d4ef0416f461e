import type { ChangeFigures } from '../../domain/change-curve.ts';
import { findPairTerm, unweighKept } from '../../domain/objective-levels.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { Affinity, Eligibility, Tandem } from '../../domain/pairing.ts';
import { listOpenPeople } from '../../domain/people-open-to-tandems.ts';
import { getLevelName, type Level, type Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';

/** What figures of changes are made from. */
export interface ChangeContext {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
}

/**
 * The tandems of the previous run that could stay, by the keys of pairs: of two who are
 * open, and whom nothing keeps apart.
 */
export function collectStayable({ roster, terms, eligibility }: Omit<ChangeContext, 'affinity'>): ReadonlySet<number> {
  const open = listOpenPeople(roster, terms);
  const [mentors, mentees] = [new Set(open.mentors), new Set(open.mentees)];
  const stayable = terms.pairs.filter(
    ({ kept, mentor, mentee }) =>
      kept && mentors.has(mentor) && mentees.has(mentee) && eligibility.barred(mentor, mentee) === 0,
  );
  return new Set(stayable.map(({ mentor, mentee }) => makePairKey(mentor, mentee, roster.mentees.length)));
}

/** What tandems come to, held against those of the previous run. @param stayable see `collectStayable`. */
export function measureChanges(
  context: ChangeContext,
  stayable: ReadonlySet<number>,
  tandems: readonly Tandem[],
): ChangeFigures {
  const { roster, terms, affinity } = context;
  const kept = tandems.filter(({ mentor, mentee }) => stayable.has(makePairKey(mentor, mentee, roster.mentees.length)));
  return {
    changes: stayable.size - kept.length,
    score: tandems.reduce((sum, { mentor, mentee }) => sum + affinity.score(mentor, mentee), 0),
    levels: listLevelsBetween(terms).flatMap(level => {
      const value = countOnLevel(level, context, tandems);
      return value === null ? [] : [{ level: getLevelName(level), value }];
    }),
  };
}

/** The levels between what is kept and the score, which changes may cost something. */
function listLevelsBetween({ policy: { objective } }: Terms): Level[] {
  const plain = unweighKept(objective);
  const [kept, score] = (['kept', 'score'] as const).map(kind => plain.findIndex(level => level.kind === kind));
  return kept! < 0 ? [] : plain.slice(kept! + 1, score);
}

/** null for levels that do not count mentees or tandems: they are never between the two. */
function countOnLevel(
  level: Level,
  { roster, terms, affinity }: ChangeContext,
  tandems: readonly Tandem[],
): number | null {
  const term = findPairTerm(level, terms.policy.prefer);
  switch (term.kind) {
    case 'constant':
      return tandems.length;
    case 'preference':
      return tandems.filter(({ mentor, mentee }) => affinity.holds(term.preference, mentor, mentee)).length;
    case 'other':
      return tandems.reduce(
        (sum, { mentor, mentee }) => sum + term.count(roster.mentors[mentor]!, roster.mentees[mentee]!),
        0,
      );
    case 'none':
      return level.kind === 'mentees' ? new Set(tandems.map(({ mentee }) => mentee)).size : null;
    case 'noted':
    case 'score':
    case 'weighed':
      return null;
  }
}
