/**
 * Finds a smallest set of demands that cannot be met together.
 *
 * Method, in two steps. First a set from which nothing can be left out, by halving (Junker, QUICKXPLAIN: preferred
 * explanations and relaxations for over-constrained problems, AAAI 2004, alg. 1). Then a smaller one is looked for:
 * a clashing set must hold something of every leftover, that is of all that some tandems leave unmet (otherwise
 * those tandems meet all of it). So take a smallest set that hits all leftovers seen and try it: if it cannot be
 * met, it is a smallest clash; if it can, there is one leftover more. When no set smaller than the first hits them
 * all, the first was smallest. (Ignatiev, Previti, Liffiton & Marques-Silva, Smallest MUS extraction with minimal
 * hitting set dualization, CP 2015, §3.)
 *
 * The second step may take exponentially long, so it has a bound; beyond it, the first set is the answer. Of that one,
 * too, taking back any one demand lets the others be met.
 */

/** Tries to meet all of `required` and then as many of the others as possible; says which of all demands stay unmet. */
export type DemandAttempt<Demand> = (required: readonly Demand[]) => readonly Demand[];

const MOST_STEPS = 20_000;
const MOST_ATTEMPTS = 60;

/** A clash that is known beforehand, and others of which each smaller clash holds one at least. */
export interface KnownClash<Demand> {
  readonly clash: readonly Demand[];
  readonly others: readonly Demand[];
}

/**
 * @param known where there is one, nothing has to be tried to find it.
 * @returns a clashing set of demands, or null where all can be met together.
 */
export function findSmallestClash<Demand>(
  demands: readonly Demand[],
  attempt: DemandAttempt<Demand>,
  known: KnownClash<Demand> | null = null,
): readonly Demand[] | null {
  // Whatever each clash holds something of is as good as a leftover.
  const leftovers: (readonly Demand[])[] = known === null ? [] : [known.others];
  const isClash = (required: readonly Demand[]) => {
    const unmet = attempt(required);
    if (unmet.some(demand => required.includes(demand))) return true;
    leftovers.push(unmet);
    return false;
  };
  if (known === null && !isClash(demands)) return null;
  const first = known?.clash ?? removeSuperfluous(demands, isClash);
  // Where the others can be met, what they leave unmet shows that a smaller clash holds something besides.
  if (known !== null && known.others.length > 0) isClash(known.others);
  const steps = { left: MOST_STEPS };
  for (let tried = 0; tried < MOST_ATTEMPTS; tried++) {
    const trial = findSmallestHittingSet(leftovers, first.length - 1, steps);
    if (trial === null) return first;
    if (isClash(trial)) return trial;
  }
  return first;
}

/** The demands that clash with each other, all of them needed: halves are tried before single ones. */
function removeSuperfluous<Demand>(
  demands: readonly Demand[],
  clashes: (required: readonly Demand[]) => boolean,
): readonly Demand[] {
  const findNeeded = (given: readonly Demand[], isNew: boolean, rest: readonly Demand[]): readonly Demand[] => {
    if (isNew && clashes(given)) return [];
    if (rest.length === 1) return rest;
    const half = rest.length >> 1;
    const [one, other] = [rest.slice(0, half), rest.slice(half)];
    const fromOther = findNeeded([...given, ...one], one.length > 0, other);
    const fromOne = findNeeded([...given, ...fromOther], fromOther.length > 0, one);
    return [...fromOne, ...fromOther];
  };
  return findNeeded([], false, demands);
}

/** A smallest set of at most so many demands that holds something of every leftover; null for none, or out of steps. */
function findSmallestHittingSet<Demand>(
  leftovers: readonly (readonly Demand[])[],
  most: number,
  steps: { left: number },
): Demand[] | null {
  const ordered = leftovers.toSorted((a, b) => a.length - b.length);
  for (let size = 0; size <= most && steps.left > 0; size++) {
    const found = findHittingSet(ordered, new Set(), size, steps);
    if (found !== null) return found;
  }
  return null;
}

function findHittingSet<Demand>(
  leftovers: readonly (readonly Demand[])[],
  chosen: ReadonlySet<Demand>,
  size: number,
  steps: { left: number },
): Demand[] | null {
  const missed = leftovers.find(leftover => !leftover.some(demand => chosen.has(demand)));
  if (missed === undefined) return [...chosen];
  if (chosen.size === size || --steps.left <= 0) return null;
  for (const demand of missed) {
    const found = findHittingSet(leftovers, new Set([...chosen, demand]), size, steps);
    if (found !== null || steps.left <= 0) return found;
  }
  return null;
}
