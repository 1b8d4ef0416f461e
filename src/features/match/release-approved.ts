import { countUnits, type Demand, isApproval } from '../../domain/demands.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { PairNote, Terms } from '../../domain/policy.ts';
import { ignoreProgress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import { workAlone } from '../../domain/worker-pool.ts';
import { solveLevels } from '../../model/solve-levels.ts';
import { makePairing } from '../../pair/pairing.ts';
import { makeTask } from './best-tandems.ts';

/**
 * Finds the fewest approved tandems without which all else that must come about can; of equally few, those that score
 * least together, and then as the hash of the ids says. All approved tandems are hoped for below what must come about
 * anyway, so that most of them are met, and only they have points, so that those are met which score most.
 * @param terms of which approved pairs may meet.
 * @returns null where what must come about cannot, even without any approved tandem.
 */
export function findFewestToRelease(roster: Roster, terms: Terms): readonly PairNote[] | null {
  const { affinity } = makePairing(roster, terms);
  const pairs = terms.pairs.map(note => ({
    ...note,
    points: isApproval(note) ? affinity.score(note.mentor, note.mentee) : 0,
  }));
  const scored: Terms = { ...terms, pairs, policy: { ...terms.policy, prefer: [], objective: [{ kind: 'score' }] } };
  const task = makeTask(roster, scored, makePairing(roster, scored), ignoreProgress, workAlone);
  const isHope = (demand: Demand) => demand.kind === 'lock' && isApproval(demand.note);
  const hopes = task.demands.filter(isHope);
  const demands = task.demands.filter(demand => !isHope(demand));
  const { tandems, values } = solveLevels({ ...task, demands, hopes });
  const demanded = demands.reduce((sum, demand) => sum + countUnits(demand), 0);
  if (demands.length > 0 && values[0]?.value !== demanded) return null;
  const makeKey = ({ mentor, mentee }: Tandem) => makePairKey(mentor, mentee, roster.mentees.length);
  const kept = new Set(tandems.map(makeKey));
  return terms.pairs.filter(note => isApproval(note) && !kept.has(makeKey(note)));
}

/** Terms in which some tandems are approved no more. */
export function removeApproval(terms: Terms, released: readonly PairNote[]): Terms {
  const gone = new Set(released);
  return { ...terms, pairs: terms.pairs.map(note => (gone.has(note) ? { ...note, approved: false } : note)) };
}
