/**
 * Finds a smallest set of demands that cannot be met together.
 *
 * Method: a clashing set must hold something of every set of demands that some tandems leave unmet (otherwise those tandems
 * meet all of it). So take a smallest set that does so for all leftovers seen, and try it: if it cannot be met, no smaller
 * set clashes; if it can, the tandems that meet it leave something else unmet, and the search goes on with one leftover
 * more. Ignatiev, Previti, Liffiton & Marques-Silva, Smallest MUS extraction with minimal hitting set dualization, CP 2015,
 * §3. Where the hitting sets become too many to try, the search ends with a set from which nothing can be left out.
 */

/** Tries to meet all of `required` and then as many of the others as possible; says which of all demands stay unmet. */
export type Attempt<Demand> = (required: readonly Demand[]) => readonly Demand[];

/** Steps of the search for hitting sets, in all, before a set without superfluous demands is good enough. */
const MOST_STEPS = 200_000;

/** @returns a clashing set of demands, or null where all can be met together. */
export function smallestClash<Demand>(demands: readonly Demand[], attempt: Attempt<Demand>): readonly Demand[] | null {
  const leftovers: (readonly Demand[])[] = [];
  const steps = { left: MOST_STEPS };
  if (attempt(demands).length === 0) return null;
  for (;;) {
    const trial = smallestHitting(leftovers, steps);
    if (trial === null) return withoutSuperfluous(demands, attempt);
    const unmet = attempt(trial);
    if (unmet.some(demand => trial.includes(demand))) return trial;
    leftovers.push(unmet);
  }
}

/** A smallest set that holds something of every leftover, or null when the steps are used up. */
function smallestHitting<Demand>(leftovers: readonly (readonly Demand[])[], steps: { left: number }): Demand[] | null {
  for (let size = 0; size <= leftovers.length; size++) {
    const found = hittingOfSize(leftovers, [], size, steps);
    if (found !== null || steps.left <= 0) return found;
  }
  return null;
}

function hittingOfSize<Demand>(
  leftovers: readonly (readonly Demand[])[],
  chosen: readonly Demand[],
  size: number,
  steps: { left: number },
): Demand[] | null {
  const missed = leftovers
    .filter(leftover => !leftover.some(demand => chosen.includes(demand)))
    .toSorted((a, b) => a.length - b.length)[0];
  if (missed === undefined) return [...chosen];
  if (chosen.length === size || --steps.left <= 0) return null;
  for (const demand of missed) {
    const found = hittingOfSize(leftovers, [...chosen, demand], size, steps);
    if (found !== null) return found;
  }
  return null;
}

/** Leaves out one demand after the other for as long as the rest still clash. */
function withoutSuperfluous<Demand>(demands: readonly Demand[], attempt: Attempt<Demand>): readonly Demand[] {
  return demands.reduce<readonly Demand[]>((clash, demand) => {
    const rest = clash.filter(other => other !== demand);
    const unmet = attempt(rest);
    return unmet.some(other => rest.includes(other)) ? rest : clash;
  }, demands);
}
