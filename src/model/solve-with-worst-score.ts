/**
 * Solves all levels of an objective. `worst` is no sum of gains, so it is solved around: the levels before it are
 * solved on all pairs, then on those that score at least a floor, for the highest floor at which they still come to as
 * much. The levels behind it are solved among the pairs above that floor. Floors are found by halving: of a floor that
 * will do, the worst tandem found there is a higher one (a threshold search, as for bottleneck assignments: Burkard,
 * Dell'Amico & Martello, Assignment Problems (2009), §6.2).
 */
import type { LevelValue, Proof, WorstProof } from '../domain/certificate.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Solved } from './decode.ts';
import { boundScore } from './largest-gains.ts';
import { solveLevels } from './solve-levels.ts';
import type { Task } from './task.ts';

export interface ProvenTandems {
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

export function solveObjective(task: Task): ProvenTandems {
  const at = task.levels.findIndex(({ kind }) => kind === 'worst');
  if (at < 0) return wrapSolved(solveLevels(task));
  const before = { ...task, levels: task.levels.slice(0, at), ties: null };
  const behind = { ...task, levels: task.levels.toSpliced(at, 1) };
  const all = solveLevels(before);
  if (all.tandems.length === 0) return addWorstProof(solveLevels(behind), all, null, null);
  const worst = findHighestFloor(task, all, floor => solveLevels({ ...before, floor }));
  const better = { floor: worst + 1, ...solveLevels({ ...before, floor: worst + 1 }) };
  return addWorstProof(solveLevels({ ...behind, floor: worst }), all, worst, better);
}

function wrapSolved({ tandems, values, prices }: Solved): ProvenTandems {
  return { tandems, proof: { levels: values, prices, worst: null } };
}

function addWorstProof(
  final: Solved,
  all: Solved,
  worst: number | null,
  better: (Solved & { readonly floor: number }) | null,
): ProvenTandems {
  const value: LevelValue = { level: 'worst', value: worst };
  const proof: WorstProof = {
    all: all.prices,
    better: better && { floor: better.floor, tandems: better.tandems, prices: better.prices },
  };
  const levels = final.values.toSpliced(all.values.length, 0, value);
  return { tandems: final.tandems, proof: { levels, prices: final.prices, worst: proof } };
}

/** The highest floor, in thousandths, at which tandems still come to as much as without one: the best worst score. */
function findHighestFloor(task: Task, all: Solved, at: (floor: number) => Solved): number {
  let low = findWorstScore(task, all);
  let high = boundScore(task);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const found = at(middle);
    if (hasSameValues(found, all)) low = findWorstScore(task, found);
    else high = middle - 1;
  }
  return low;
}

function findWorstScore({ affinity }: Task, { tandems }: Solved): number {
  return tandems.reduce(
    (least, { mentor, mentee }) => Math.min(least, affinity.score(mentor, mentee)),
    Number.POSITIVE_INFINITY,
  );
}

function hasSameValues(one: Solved, other: Solved): boolean {
  return one.values.every(({ value }, index) => value === other.values[index]!.value);
}
