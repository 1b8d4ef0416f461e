import { makeBlankNote, mergeNotes } from '../../domain/noted-pairs.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { mustMeet, type PairNote, type Terms } from '../../domain/policy.ts';
import { ignoreProgress } from '../../domain/progress.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { workAlone } from '../../domain/worker-pool.ts';
import { makePairing, type Pairing } from '../../pair/pairing.ts';
import { findBestTandems, makeTask } from '../match/best-tandems.ts';
import type { Outcome } from '../match/match.ts';
import { type Arrangement, findFewestMoves } from './fewest-moves.ts';

/** A programme whose notes say which tandems an earlier run had, and who is to have more than can stay. */
export interface RepairNeed {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly pairing: Pairing;
  readonly wanted: Wanted;
  /** Whether people know of a tandem, so that others move before it; absent where nobody knows of any. */
  readonly isTold?: (tandem: Tandem) => boolean;
}

/** Mentees who are to have more than can stay: who lost a mentor, who is new, or else who has none yet. */
export interface Wanted {
  readonly who: 'lost' | 'new' | 'waiting';
  /** How many tandems each is to have, by their numbers in the roster. */
  readonly of: ReadonlyMap<number, number>;
}

/** A repaired run. */
export interface Repair {
  readonly outcome: Outcome;
  /** The terms that it is matched under: what is held is noted in them. */
  readonly terms: Terms;
  /** The tandems that could stay. */
  readonly stay: readonly Tandem[];
  /** Those of them that do not; null where there is no outcome. */
  readonly moved: readonly Tandem[] | null;
  /** Whether it is proven that no fewer moves serve as many, and how many would serve one more (null: none would). */
  readonly isFewest: boolean;
  readonly nextAt: number | null;
}

/**
 * Repairs a run with the smallest neighbourhood (Phillips, Walker, Ehrgott & Ryan, Minimal perturbation problems in
 * course timetabling, 2016): all tandems that can stay are held, but for the fewest that have to move so that as many
 * people as possible have what they are to have. What is not held is matched by the policy, and so proven best beside
 * what is. Where the policy would then serve others, or fewer, what serves those people best is held too.
 * @param most moves. @param solve matches under given terms.
 */
export function repairTandems(need: RepairNeed, most: number, solve: (terms: Terms) => Outcome): Repair {
  const { roster, terms, pairing, wanted, isTold } = need;
  const stay = listStaying(need);
  const task = { roster, terms, candidates: pairing.candidates, stay, wanted: wanted.of };
  const found = findFewestMoves(isTold === undefined ? task : { ...task, isTold }, most);
  const held = subtract(stay, found.moved, roster);
  const tryHolding = (some: readonly Tandem[]) => {
    const tried = holdTandems(terms, some);
    const outcome = solve(tried);
    const tandems = outcome.kind === 'matched' ? outcome.matching.tandems : null;
    return { outcome, terms: tried, moved: tandems && subtract(stay, tandems, roster) };
  };
  const isGood = ({ outcome }: Pick<Repair, 'outcome'>) =>
    outcome.kind === 'matched' && servesAsMany(outcome.matching.tandems, { roster, stay, wanted: wanted.of, found });
  const about = { stay, isFewest: found.isFewest, nextAt: found.nextAt };
  const first = tryHolding(held);
  if (first.outcome.kind !== 'matched' || isGood(first)) return { ...first, ...about };
  const second = tryHolding([...held, ...findTandemsFirst(need, first.terms, found)]);
  return { ...(isGood(second) ? second : tryHolding(found.tandems)), ...about };
}

/** The earlier tandems that may still be. */
export function listStaying({ terms, pairing }: Pick<RepairNeed, 'terms' | 'pairing'>): Tandem[] {
  return terms.pairs
    .filter(note => note.kept && pairing.eligibility.barred(note.mentor, note.mentee) === 0)
    .map(({ mentor, mentee }) => ({ mentor, mentee }));
}

/** Terms in which some tandems are held, as far as nothing else asks for them. */
export function holdTandems(terms: Terms, tandems: readonly Tandem[]): Terms {
  const noted = new Map(terms.pairs.map(note => [`${note.mentor} ${note.mentee}`, note]));
  const held = tandems.flatMap(({ mentor, mentee }): PairNote[] => {
    const note = noted.get(`${mentor} ${mentee}`);
    return note !== undefined && mustMeet(note) ? [] : [{ ...makeBlankNote(mentor, mentee, 0), held: true }];
  });
  return { ...terms, pairs: mergeNotes([terms.pairs, held]) };
}

interface Wants {
  readonly roster: Roster;
  readonly stay: readonly Tandem[];
  readonly wanted: ReadonlyMap<number, number>;
  readonly found: Arrangement;
}

/** Whether nobody who had a tandem is left without, and as many of those who are to have more do. */
function servesAsMany(tandems: readonly Tandem[], { roster, stay, wanted, found }: Wants): boolean {
  const count = (some: readonly Tandem[], side: Side) => countBySide(some, side, roster);
  const [now, then, could] = [tandems, stay, found.tandems].map(some => count(some, 'mentee'));
  const [mentors, before] = [tandems, stay].map(some => count(some, 'mentor'));
  const keepAll = roster.mentees.every((_, mentee) => now![mentee]! >= then![mentee]!);
  const keepOne = roster.mentors.every((_, mentor) => mentors![mentor]! >= Math.min(1, before![mentor]!));
  if (!keepAll || !keepOne) return false;
  const asked = [...wanted];
  if (!found.isFewest) return asked.every(([mentee]) => now![mentee]! >= could![mentee]!);
  const gained = asked.reduce((sum, [mentee, most]) => sum + Math.min(now![mentee]!, most) - then![mentee]!, 0);
  return gained >= found.gained;
}

/** How many tandems everybody of a side has, by their numbers in the roster. */
export function countBySide(tandems: readonly Tandem[], side: Side, roster: Roster): Int32Array {
  const counts = new Int32Array(roster[`${side}s`].length);
  for (const tandem of tandems) counts[tandem[side]]!++;
  return counts;
}

/** The best tandems of those who are served or move in an arrangement, if they come before everybody else. */
function findTandemsFirst({ roster, wanted }: RepairNeed, held: Terms, found: Arrangement): Tandem[] {
  const could = countBySide(found.tandems, 'mentee', roster);
  const first = new Set([
    ...[...wanted.of.keys()].filter(mentee => could[mentee]! > 0),
    ...found.moved.map(({ mentee }) => mentee),
  ]);
  const mentees = roster.mentees.map((mentee, index) => ({ ...mentee, priority: first.has(index) ? 1 : 0 }));
  const others = held.policy.objective.filter(({ kind }) => kind !== 'mentees');
  const terms: Terms = { ...held, policy: { ...held.policy, objective: [{ kind: 'mentees' }, ...others] } };
  const people = { ...roster, mentees };
  const best = findBestTandems(makeTask(people, terms, makePairing(people, terms), ignoreProgress, workAlone));
  return best.kind === 'solved' ? best.tandems.filter(({ mentee }) => first.has(mentee)) : [...found.tandems];
}

function subtract(tandems: readonly Tandem[], others: readonly Tandem[], { mentees }: Roster): Tandem[] {
  const gone = new Set(others.map(({ mentor, mentee }) => makePairKey(mentor, mentee, mentees.length)));
  return tandems.filter(({ mentor, mentee }) => !gone.has(makePairKey(mentor, mentee, mentees.length)));
}
