import { DEMANDS, HOPES } from '../domain/certificate.ts';
import type { Demand } from '../domain/demands.ts';
import { makePairKey } from '../domain/pair-keys.ts';
import type { Limit } from '../domain/policy.ts';

/** Units that a level asks for: the first so many on an arc's way. */
export interface AskedUnits {
  readonly level: string;
  readonly units: number;
}

/** Demands and hopes, and the levels on which meeting them gains. */
export class DemandIndex {
  readonly #width: number;
  readonly #locks = new Map<number, string>();
  readonly #minimums = new Map<Limit, AskedUnits>();
  readonly #loads = new Map<number, AskedUnits>();

  /** @param width the number of mentees. */
  constructor(width: number, demands: readonly Demand[], hopes: readonly Demand[]) {
    this.#width = width;
    for (const demand of demands) this.#note(demand, DEMANDS);
    for (const hope of hopes) this.#note(hope, HOPES);
  }

  findMinimum(limit: Limit): AskedUnits | undefined {
    return this.#minimums.get(limit);
  }

  findLoad(mentor: number): AskedUnits | undefined {
    return this.#loads.get(mentor);
  }

  /** The level that a lock on a pair gains on; undefined where there is none. */
  findLockLevel(mentor: number, mentee: number): string | undefined {
    return this.#locks.size === 0 ? undefined : this.#locks.get(makePairKey(mentor, mentee, this.#width));
  }

  #note(demand: Demand, level: string): void {
    switch (demand.kind) {
      case 'lock':
        this.#locks.set(makePairKey(demand.note.mentor, demand.note.mentee, this.#width), level);
        break;
      case 'minimum':
        this.#minimums.set(demand.limit, { level, units: demand.limit.min });
        break;
      case 'load':
        this.#loads.set(demand.mentor, { level, units: demand.least });
        break;
    }
  }
}
