import { FEWEST } from '../../domain/veiled-count.ts';

/**
 * Who counts in a figure, as the number of the group that each is in, by breakdown: [0, 2] is in the first of
 * the first, the third of the second.
 */
export type CountedUnits = readonly (readonly number[])[];

/** A breakdown: how many groups it has, those that are never shown, and those in which nobody could be. */
export interface Groups {
  readonly count: number;
  readonly neverShown: readonly number[];
  readonly empty: readonly number[];
  /** Those that are hidden only where hiding all others is not enough. */
  readonly kept?: readonly number[];
}

/**
 * Finds the groups of each breakdown whose figure must not be shown beside the total and the others.
 *
 * Primary suppression: a group of fewer than five, also one of which nobody answered. Secondary (complementary)
 * suppression: where the hidden groups of a breakdown are fewer than five together, the total less what is shown would
 * tell of them; so the smallest that is shown is hidden too, until it does not. And of any two breakdowns, no sum and
 * difference of what is shown may be about fewer than five. Not covered: what somebody knows beforehand, bounds that
 * follow from this rule, and sums over three breakdowns.
 * @returns for each breakdown, whether each group is hidden.
 */
export function hideSmallGroups(units: CountedUnits, breakdowns: readonly Groups[]): readonly (readonly boolean[])[] {
  const sizes = breakdowns.map(({ count }, at) => countUnits(units, at, count));
  const hidden = breakdowns.map(({ neverShown }, at) =>
    sizes[at]!.map((size, group) => size < FEWEST || neverShown.includes(group)),
  );
  const settle = () => {
    for (const [at, { empty, kept = [] }] of breakdowns.entries())
      hideUntilSafe(hidden[at]!, sizes[at]!, group => !empty.includes(group), kept);
  };
  settle();
  const isShown = ({ at, group }: Place) => !hidden[at]![group];
  const isFree = ({ at, group }: Place) => breakdowns[at]!.kept?.includes(group) !== true;
  const sizeOf = ({ at, group }: Place) => sizes[at]![group]!;
  for (let leak = findLeak(units, hidden); leak !== null; leak = findLeak(units, hidden)) {
    // Where one group alone is hidden, the total less the others still tells of it: then another one must go with it.
    const choices = [leak.cut.filter(isFree), leak.all.filter(isFree), leak.cut, leak.all].map(some =>
      some.filter(isShown),
    );
    const [first, ...others] = choices.find(some => some.length > 0) ?? [];
    if (first === undefined) break;
    const smallest = others.reduce((least, one) => (sizeOf(one) < sizeOf(least) ? one : least), first);
    hidden[smallest.at]![smallest.group] = true;
    settle();
  }
  return hidden;
}

function countUnits(units: CountedUnits, breakdown: number, count: number): number[] {
  const sizes = Array.from({ length: count }, () => 0);
  for (const groups of units) sizes[groups[breakdown]!]!++;
  return sizes;
}

/** Hides more groups of a breakdown until the total less the others tells nothing of fewer than five. */
function hideUntilSafe(
  hidden: boolean[],
  sizes: readonly number[],
  isSecret: (group: number) => boolean,
  kept: readonly number[],
): void {
  for (;;) {
    const rest = sizes.filter((_, group) => hidden[group] && isSecret(group));
    const isSafe = rest.length === 0 || rest.reduce((a, b) => a + b) >= FEWEST;
    const next = isSafe ? null : (findSmallestShown(hidden, sizes, kept) ?? findSmallestShown(hidden, sizes, []));
    if (next === null) return;
    hidden[next] = true;
  }
}

function findSmallestShown(
  hidden: readonly boolean[],
  sizes: readonly number[],
  kept: readonly number[],
): number | null {
  let smallest: number | null = null;
  for (const [group, size] of sizes.entries())
    if (!hidden[group] && !kept.includes(group) && (smallest === null || size < sizes[smallest]!)) smallest = group;
  return smallest;
}

/** A group by its breakdown and its number there. */
interface Place {
  readonly at: number;
  readonly group: number;
}

/**
 * Two breakdowns of which sums and differences of what is shown would be about fewer than five: the
 * groups of those, and all groups.
 */
interface Leak {
  readonly cut: readonly Place[];
  readonly all: readonly Place[];
}

/**
 * Finds two breakdowns that would tell of fewer than five together; null where there are none.
 *
 * A sum gives each shown group (and the hidden ones of a breakdown together) a number, and counts somebody as often as
 * the numbers of the two groups that they are in differ. So it is about those who are cut, where groups are nodes,
 * people are arcs between the two of theirs, and each number is a side: so a cut of a connected part of that graph is
 * looked for that cuts fewer than five.
 */
function findLeak(units: CountedUnits, hidden: readonly (readonly boolean[])[]): Leak | null {
  const listAll = (at: number) => hidden[at]!.map((_, group) => ({ at, group }));
  for (const at of hidden.keys()) {
    for (let other = at + 1; other < hidden.length; other++) {
      const cut = findSmallCut(units, [at, other], hidden);
      if (cut !== null) return { cut, all: [...listAll(at), ...listAll(other)] };
    }
  }
  return null;
}

function findSmallCut(
  units: CountedUnits,
  pair: readonly [number, number],
  hidden: readonly (readonly boolean[])[],
): readonly Place[] | null {
  const nodes = new Map<string, number>();
  const nodeOf = (at: number, group: number) => {
    const key = `${at} ${hidden[at]![group] ? 'hidden' : group}`;
    const known = nodes.get(key) ?? nodes.size;
    nodes.set(key, known);
    return known;
  };
  const arcs = units.map(groups => pair.map(at => nodeOf(at, groups[at]!)) as [number, number]);
  const weights = Array.from(nodes, () => Array.from(nodes, () => 0));
  for (const [one, other] of arcs) {
    weights[one]![other]!++;
    weights[other]![one]!++;
  }
  for (const part of listParts(weights)) {
    const side = findCutOfFew(weights, part);
    if (side === null) continue;
    const isCut = arcs.map(([one, other]) => side.has(one) !== side.has(other));
    const crossing = units.filter((_, unit) => isCut[unit]);
    return crossing.flatMap(groups => pair.map(at => ({ at, group: groups[at]! })));
  }
  return null;
}

/** The connected parts of a graph that have several nodes. */
function listParts(weights: readonly (readonly number[])[]): number[][] {
  const seen = new Set<number>();
  return [...weights.keys()].flatMap(start => {
    const part: number[] = [];
    const ahead = seen.has(start) ? [] : [start];
    for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      part.push(node);
      ahead.push(...[...weights.keys()].filter(next => weights[node]![next]! > 0));
    }
    return part.length > 1 ? [part] : [];
  });
}

/**
 * A cut of a connected graph by which fewer than five are cut; null where there is none. By Stoer and Wagner, A
 * simple min-cut algorithm, Journal of the ACM 44 (1997), 585–591: of the nodes in the order in which most holds
 * them to those before, the last is cut from all others by as few as any cut between it and the one before; so
 * these two may be one from then on.
 * @param part its nodes, at least two. @returns the nodes on one side.
 */
function findCutOfFew(weights: readonly (readonly number[])[], part: readonly number[]): ReadonlySet<number> | null {
  const between = part.map(one => Float64Array.from(part, other => weights[one]![other]!));
  const merged = part.map(node => [node]);
  let left = [...part.keys()];
  while (left.length > 1) {
    const { before, last, weight } = findLastInOrder(between, left);
    if (weight < FEWEST) return new Set(merged[last]);
    merged[before] = [...merged[before]!, ...merged[last]!];
    for (const node of left) {
      between[before]![node]! += between[last]![node]!;
      between[node]![before] = between[before]![node]!;
    }
    between[before]![before] = 0;
    left = left.filter(node => node !== last);
  }
  return null;
}

/** The last two nodes in the order of how much holds each to those before it, and what holds the last. */
function findLastInOrder(between: readonly Float64Array[], nodes: readonly number[]) {
  const held = new Float64Array(between.length);
  const ahead = new Set(nodes);
  let [before, last] = [nodes[0]!, nodes[0]!];
  while (ahead.size > 0) {
    let next = -1;
    for (const node of ahead) if (next < 0 || held[node]! > held[next]!) next = node;
    ahead.delete(next);
    before = last;
    last = next;
    for (const node of ahead) held[node]! += between[next]![node]!;
  }
  return { before, last, weight: held[last]! };
}
