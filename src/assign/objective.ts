/**
 * Solves all levels of an objective. `worst` is no sum of gains, so it is solved around: the levels before it are solved on
 * all pairs, then on those that score at least a floor, for the highest floor at which they still come to as much. The
 * levels behind it are solved among the pairs above that floor. A floor is one of the pairs' scores, found by halving
 * (a threshold search, as for bottleneck assignments: Burkard, Dell'Amico & Martello, Assignment Problems (2009), §6.2).
 */
import type { LevelValue, Proof, WorstProof } from '../domain/certificate.ts';
import { limitChains } from '../domain/limits.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Solved } from './decode.ts';
import type { Task } from './encode.ts';
import { openPairs } from './open.ts';
import { solved } from './solved.ts';

export interface Solution {
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

export function solveObjective(task: Task): Solution {
  const at = task.levels.findIndex(({ kind }) => kind === 'worst');
  if (at < 0) return plain(solved(task));
  const before = { ...task, levels: task.levels.slice(0, at), ties: false };
  const behind = { ...task, levels: task.levels.toSpliced(at, 1) };
  const all = solved(before);
  if (all.tandems.length === 0) return withWorst(solved(behind), all, null, null);
  const floors = scoresOf(task);
  const best = highest(floors, floor => comesTo(solved({ ...before, floor }), all));
  const next = floors[best + 1];
  const better = next === undefined ? null : { floor: next, ...solved({ ...before, floor: next }) };
  return withWorst(solved({ ...behind, floor: floors[best]! }), all, floors[best]!, better);
}

function plain({ tandems, values, prices }: Solved): Solution {
  return { tandems, proof: { levels: values, prices, worst: null } };
}

function withWorst(
  final: Solved,
  all: Solved,
  worst: number | null,
  better: (Solved & { readonly floor: number }) | null,
): Solution {
  const value: LevelValue = { level: 'worst', value: worst };
  const proof: WorstProof = {
    all: all.prices,
    better: better && { floor: better.floor, tandems: better.tandems, prices: better.prices },
  };
  const levels = final.values.toSpliced(all.values.length, 0, value);
  return { tandems: final.tandems, proof: { levels, prices: final.prices, worst: proof } };
}

/** The different scores of open pairs, ascending. */
function scoresOf({ roster, terms, candidates, floor }: Task): number[] {
  const { candidate } = openPairs(roster, terms.limits, limitChains(terms.limits), candidates, floor);
  return [...new Set(Array.from(candidate, number => candidates.score[number]!))].sort((a, b) => a - b);
}

/** The index of the highest floor that will do. The lowest always does, and above one that does not, none does. */
function highest(floors: readonly number[], willDo: (floor: number) => boolean): number {
  let low = 0;
  let high = floors.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (willDo(floors[middle]!)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function comesTo(one: Solved, other: Solved): boolean {
  return one.values.every(({ value }, index) => value === other.values[index]!.value);
}
