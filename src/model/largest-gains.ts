import { isInSet } from '../domain/noted-pairs.ts';
import type { PairWorth } from '../domain/pairing.ts';
import { addPacked, type LevelPacking } from '../solve/packing.ts';
import { listTaskLevels, type Task, type TaskLevel } from './task.ts';

/** Hashes have 30 bits (see domain/ties.ts). */
const LARGEST_TIE = 2 ** 30 - 1;

/** For each level, the most that a unit can gain or lose on it: a pair, or somebody's or a limit's next one. */
export function boundGains(task: Task, levels: readonly TaskLevel[]): number[] {
  return levels.map(level => Math.max(boundPairGain(task, level), boundUnitGain(task, level)));
}

function boundPairGain(task: Task, { pairTerm }: TaskLevel): number {
  switch (pairTerm.kind) {
    case 'none':
      return 0;
    case 'constant':
    case 'preference':
    case 'asked':
      return 1;
    case 'noted':
      return task.terms.pairs.some(note => isInSet(pairTerm.set, note)) ? 1 : 0;
    case 'score':
      return boundScore(task);
    case 'weighed':
      return boundScore(task) + pairTerm.kept;
    case 'other':
      return pairTerm.most;
    case 'tie':
      return LARGEST_TIE;
  }
}

function boundUnitGain({ roster: { mentors, mentees }, terms }: Task, { kind }: TaskLevel): number {
  switch (kind) {
    case 'mentees':
    case 'mentors':
    case 'demands':
      return 1;
    case 'balance': {
      const capacity = mentors.reduce((most, mentor) => Math.max(most, mentor.capacity), 0);
      return 2 * Math.min(capacity, mentees.length + 1) + 1;
    }
    case 'fewer-earlier':
      return terms.pastTandems?.most ?? 0;
    case 'tandems':
    case 'kept':
    case 'worst':
    case 'score':
    case 'kept-and-score':
    case 'preference':
    case 'ties':
      return 0;
  }
}

/** No pair scores more than this many thousandths, in absolute value. */
export function boundScore({ terms }: Task): number {
  const weights = terms.policy.prefer.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  return terms.pairs.reduce((most, note) => Math.max(most, Math.abs(note.points)), 0) + 1000 * weights;
}

/**
 * What a pair is worth to a search, packed like the solver's gains. Pairs that something is noted of are left out: they
 * are among the arcs from the start, and where a level counts what no rule tells, so are all. Where ties count for
 * nothing, the hash still chooses among equals, as a fraction that turns no worth's sign.
 */
export function packWorth(task: Task, packing: LevelPacking): PairWorth {
  const makeZeros = () => new Float64Array(packing.limbs);
  const [pair, thousandth, tie] = [makeZeros(), makeZeros(), makeZeros()];
  const held = task.terms.policy.prefer.map(makeZeros);
  const findVector = (term: TaskLevel['pairTerm']): Float64Array | null => {
    switch (term.kind) {
      case 'constant':
        return pair;
      case 'score':
      case 'weighed':
        return thousandth;
      case 'preference':
        return held[term.preference]!;
      case 'tie':
        return tie;
      case 'none':
      case 'noted':
      case 'asked':
      case 'other':
        return null;
    }
  };
  for (const [level, { pairTerm }] of listTaskLevels(task).entries()) {
    const vector = findVector(pairTerm);
    if (vector !== null) addPacked(packing, vector, 0, level, 1);
  }
  if (tie.every(limb => limb === 0)) {
    pair[packing.limbs - 1]! -= 0.5;
    tie[packing.limbs - 1] = 0.5 / (LARGEST_TIE + 1);
  }
  return { limbs: packing.limbs, pair, thousandth, held, tie };
}
