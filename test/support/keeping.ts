import type { Tandem } from '../../src/domain/pairing.ts';
import type { DemandLever } from '../../src/domain/remedies.ts';
import { match } from '../../src/features/match/match.ts';
import { changed } from './changes.ts';
import type { Programme } from './rosters.ts';

/** Whether a mentee could have one mentor more while every mentee keeps one of theirs, or as many as they have, as solving again shows. */
export function canHaveOneMore(
  { roster, terms }: Programme,
  tandems: readonly Tandem[],
  mentee: number,
  keeping: 'one' | 'all',
): boolean {
  const has = (index: number) => tandems.filter(tandem => tandem.mentee === index).length;
  const needs = roster.mentees.map((_, index) => {
    const kept = keeping === 'one' ? Math.min(1, has(index)) : has(index);
    return index === mentee ? kept + 1 : kept;
  });
  if (needs[mentee]! > roster.mentees[mentee]!.wants) return false;
  return keeping === 'one' ? canServeAll({ roster, terms }, needs) : canGive({ roster, terms }, needs);
}

/** Whether all who need a mentor can have one. */
function canServeAll({ roster, terms }: Programme, needs: readonly number[]): boolean {
  const mentees = roster.mentees.map((person, e) => ({ ...person, priority: needs[e]! > 0 ? 1 : 0 }));
  const tandems = bestFor({ roster: { ...roster, mentees }, terms }, 'mentees');
  const served = new Set(tandems?.map(({ mentee }) => mentee));
  return tandems !== null && needs.every((need, e) => need === 0 || served.has(e));
}

/** Whether everybody can have as many mentors as they need: where nobody takes more, the most tandems are all that are needed. */
function canGive({ roster, terms }: Programme, needs: readonly number[]): boolean {
  const needing = [...roster.mentees.keys()].filter(mentee => needs[mentee]! > 0);
  const people = { ...roster, mentees: needing.map(mentee => ({ ...roster.mentees[mentee]!, wants: needs[mentee]! })) };
  const pairs = terms.pairs.flatMap(note => {
    const mentee = needing.indexOf(note.mentee);
    return mentee < 0 ? [] : [{ ...note, mentee }];
  });
  const tandems = bestFor({ roster: people, terms: { ...terms, pairs } }, 'tandems');
  return tandems?.length === needs.reduce((a, b) => a + b, 0);
}

function bestFor({ roster, terms }: Programme, kind: 'mentees' | 'tandems'): readonly Tandem[] | null {
  const outcome = match(roster, { ...terms, policy: { ...terms.policy, objective: [{ kind }] } });
  return outcome.kind === 'matched' ? outcome.matching.tandems : null;
}

/** A programme in which some demands ask for one less. */
export function setAside(programme: Programme, demands: readonly DemandLever[]): Programme {
  return demands.reduce<Programme>(changed, programme);
}

/** A programme in which nothing must come about. */
export function withoutDemands({ roster, terms }: Programme): Programme {
  return {
    roster: { ...roster, mentors: roster.mentors.map(mentor => ({ ...mentor, minLoad: 0 })) },
    terms: {
      ...terms,
      pairs: terms.pairs.map(note => ({ ...note, locked: false, continues: false })),
      limits: terms.limits.map(limit => ({ ...limit, min: 0 })),
    },
  };
}
