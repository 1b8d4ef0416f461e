import { type Clash, countUnits, type Demand } from '../domain/demands.ts';
import { countTandemsPerLimit, findLimitsAround } from '../domain/limit-tree.ts';
import type { Tandem } from '../domain/pairing.ts';
import { solveLevels } from './solve-levels.ts';
import type { Task } from './task.ts';

/** What came of trying to meet some demands, and then as many of the others as possible. */
export interface DemandTrial {
  /** Which of all demands are not met. */
  readonly unmet: readonly Demand[];
  /** What has too little room, where the required demands cannot be met together. */
  readonly short: Clash['short'];
}

/**
 * Tries to meet `required` and then what it can of the rest of the task's demands; the objective does not count here.
 * @param required some of the task's demands, the same objects.
 */
export function tryDemands(task: Task, required: readonly Demand[]): DemandTrial {
  const hopes = task.demands.filter(demand => !required.includes(demand));
  const { tandems, prices } = solveLevels({ ...task, demands: required, hopes, levels: [], ties: null });
  const countTandemsFor = makeTandemCounter(task, tandems);
  const listScarce = (vectors: ReadonlyArray<readonly number[] | null>) =>
    vectors.flatMap((price, index) => ((price?.[0] ?? 0) > 0 ? [index] : []));
  return {
    unmet: task.demands.filter(demand => countTandemsFor(demand) < countUnits(demand)),
    short: {
      mentors: listScarce(prices.mentors),
      mentees: listScarce(prices.mentees),
      limits: listScarce(prices.limits),
    },
  };
}

/** Says how many tandems count towards a demand. */
function makeTandemCounter({ roster, terms }: Task, tandems: readonly Tandem[]): (demand: Demand) => number {
  const used = countTandemsPerLimit(findLimitsAround(roster, terms), tandems);
  return demand => {
    switch (demand.kind) {
      case 'lock': {
        const { note } = demand;
        return tandems.filter(({ mentor, mentee }) => mentor === note.mentor && mentee === note.mentee).length;
      }
      case 'load':
        return tandems.filter(({ mentor }) => mentor === demand.mentor).length;
      case 'minimum':
        return used[terms.limits.indexOf(demand.limit)]!;
    }
  };
}
