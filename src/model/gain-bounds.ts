import type { PairWorth } from '../domain/pairing.ts';
import { TIES } from '../domain/ties.ts';
import { addPacked, type Packing } from '../solve/packing.ts';
import { listLevelNames, type Task } from './task.ts';

/** Hashes have 30 bits (see domain/ties.ts). */
const LARGEST_TIE = 2 ** 30 - 1;

/** For each level, the most that a unit can gain or lose on it. */
export function boundGains(task: Task, names: readonly string[]): number[] {
  const { roster, terms, levels, hopes, demands } = task;
  const kindOf = new Map(levels.map(({ name, kind }) => [name, kind]));
  const capacity = roster.mentors.reduce((most, mentor) => Math.max(most, mentor.capacity), 0);
  const kept = terms.pairs.some(note => note.kept) ? 1 : 0;
  const asked = hopes.length + demands.length > 0 ? 1 : 0;
  return names.map(name => {
    switch (kindOf.get(name)) {
      case 'score':
        return boundScore(task);
      case 'balance':
        return 2 * Math.min(capacity, roster.mentees.length + 1) + 1;
      case 'kept':
        return kept;
      case undefined:
        return name === TIES ? LARGEST_TIE : asked;
      default:
        return 1;
    }
  });
}

/** No pair scores more than this many thousandths, in absolute value. */
export function boundScore({ terms }: Task): number {
  const weights = terms.policy.prefer.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  return terms.pairs.reduce((most, note) => Math.max(most, Math.abs(note.points)), 0) + 1000 * weights;
}

/**
 * What a pair is worth to a search, packed like the solver's gains. Locks and kept pairs are left out: they are among the arcs
 * from the start. Where ties count for nothing, the hash still chooses among equals, as a fraction that turns no worth's sign.
 */
export function packWorth(task: Task, packing: Packing): PairWorth {
  const { terms, levels } = task;
  const names = listLevelNames(task);
  const packUnit = (name: string) => {
    const vector = new Float64Array(packing.limbs);
    const level = names.indexOf(name);
    if (level >= 0) addPacked(packing, vector, 0, level, 1);
    return vector;
  };
  const nameOf = (preference: number) =>
    levels.find(level => level.kind === 'preference' && level.preference === preference)?.name ?? '';
  const pair = packUnit('tandems');
  const tie = packUnit(TIES);
  if (tie.every(limb => limb === 0)) {
    pair[packing.limbs - 1]! -= 0.5;
    tie[packing.limbs - 1] = 0.5 / (LARGEST_TIE + 1);
  }
  const held = terms.policy.prefer.map((_, preference) => packUnit(nameOf(preference)));
  return { limbs: packing.limbs, pair, thousandth: packUnit('score'), held, tie };
}
