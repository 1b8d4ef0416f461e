import { DEMANDS, type LevelValue } from '../../domain/certificate.ts';
import { type Clash, listDemands } from '../../domain/demands.ts';
import { makeBlankNote, mergeNotes } from '../../domain/noted-pairs.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { PairNote, Terms } from '../../domain/policy.ts';
import { ignoreProgress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import { workAlone } from '../../domain/worker-pool.ts';
import { makePairing, type Pairing } from '../../pair/pairing.ts';
import { findBestTandems, makeTask } from '../match/best-tandems.ts';

/** What a pair is forced to: to be a tandem, whatever keeps the two apart, or to be none. */
export type ForcedStatus = 'together' | 'apart';

/** The best tandems with a pair forced, or what the force clashes with. */
export type ForcedResult =
  | {
      readonly kind: 'possible';
      readonly tandems: readonly Tandem[];
      /**
       * What the levels come to, without what must come about anyway: a value for each
       * level of the objective, and ties.
       */
      readonly values: readonly LevelValue[];
    }
  | { readonly kind: 'impossible'; readonly clash: Clash };

/**
 * Says of one pair after the other what the best tandems would be if that pair were forced and all else were as it is.
 * To be together is one more lock, which may break rules; to be apart is a ban in place of any lock.
 */
export function makePairForcer(
  roster: Roster,
  terms: Terms,
  pairing: Pairing,
): (wish: ForcedStatus, pair: Tandem) => ForcedResult {
  const usual = makeTask(roster, terms, pairing, ignoreProgress, workAlone);
  return (wish, pair) => {
    const forced = makeForcedTerms(wish, pair, terms, pairing);
    // A lock that breaks no rule changes nothing in what is known of pairs, and all that was made
    // for searching them serves again.
    const isAllowed = wish === 'together' && pairing.eligibility.barred(pair.mentor, pair.mentee) === 0;
    const task = isAllowed
      ? { ...usual, terms: forced, demands: listDemands(roster, forced) }
      : makeTask(roster, forced, makePairing(roster, forced), ignoreProgress, workAlone);
    const best = findBestTandems(task);
    if (best.kind === 'clash') return { kind: 'impossible', clash: best.clash };
    return { kind: 'possible', tandems: best.tandems, values: omitDemands(best.proof.levels) };
  };
}

/** What levels come to, but for that demands are met. */
export function omitDemands(levels: readonly LevelValue[]): LevelValue[] {
  return levels.filter(({ level }) => level !== DEMANDS);
}

function makeForcedTerms(
  wish: ForcedStatus,
  { mentor, mentee }: Tandem,
  terms: Terms,
  { eligibility }: Pairing,
): Terms {
  const isIt = (note: PairNote) => note.mentor === mentor && note.mentee === mentee;
  const known = terms.pairs.find(isIt) ?? makeBlankNote(mentor, mentee, 0);
  const override = eligibility.barred(mentor, mentee) === 0 ? known.override : 'to see what would be';
  const note =
    wish === 'together'
      ? { ...known, locked: true, override }
      : { ...known, locked: false, continues: false, approved: false, held: false, override: '', banned: true };
  return { ...terms, pairs: mergeNotes([terms.pairs.filter(other => !isIt(other)), [note]]) };
}
