import type { Change, Combination } from '../../domain/advice.ts';
import type { Candidates } from '../../domain/pairing.ts';
import { fillUp } from '../../residual/augmenting-path.ts';
import { Openings } from '../../residual/one-more.ts';
import type { ResidualGraph } from '../../residual/residual-graph.ts';
import { addSlot, copyWithoutLimit, listChanges, raiseLimitTo, type SingleChanges } from './single-changes.ts';

/**
 * Pairs of changes that bring more together than both by themselves, each exactly.
 *
 * Of two slots or limits that bring nothing alone, but a tandem together, paths lead up to the one from the free slots
 * and to the other from the mentees, and on from the one to the other. So whatever one side alone comes up to is
 * changed, and its paths are followed further: what the other side comes up to there is the second change.
 *
 * @param both who could meet without two bars.
 */
export function findCombinations(
  residual: ResidualGraph,
  openings: Openings,
  alone: SingleChanges,
  both: (bar: string, other: string) => Candidates,
): Combination[] {
  return [
    ...findLimitCombinations(residual, openings),
    ...findSlotCombinations(residual, openings),
    ...findBarCombinations(residual, alone),
    ...findTwoBarCombinations(alone, both),
  ];
}

/** A limit, and a slot or another limit. */
function findLimitCombinations(residual: ResidualGraph, openings: Openings): Combination[] {
  const { terms } = residual.inputs;
  const found = new Map<string, Combination>();
  for (const [limit, { max }] of terms.limits.entries()) {
    const node = residual.getLimitNode(limit);
    const isGiven = openings.isGivenTo(node);
    if (isGiven === openings.isWantedFrom(node) || residual.hasRoom(node)) continue;
    const changed = residual.copyWith({ terms: raiseLimitTo(terms, limit, max + 1) });
    const further = isGiven ? openings.copyWithSlots(changed) : openings.copyWithWishes(changed);
    for (const change of listNewChanges(openings, further, limit)) {
      const pair = [change, { kind: 'limit', limit, by: 1 } as const].toSorted(compareChanges);
      found.set(JSON.stringify(pair), { changes: pair, gain: 1, apart: 0 });
    }
  }
  return [...found.values()];
}

/** What helps at some openings and does not at others. */
function listNewChanges(before: Openings, after: Openings, besides: number): Change[] {
  const [mentors, limits] = [new Set(before.listMentors()), new Set([...before.listLimits(), besides])];
  return listChanges(
    after.listMentors().filter(mentor => !mentors.has(mentor)),
    after.listLimits().filter(limit => !limits.has(limit)),
  );
}

function compareChanges(one: Change, other: Change): number {
  if (one.kind === 'limit' && other.kind === 'limit') return one.limit - other.limit;
  return one.kind === 'slot' ? -1 : 1;
}

/** A slot with a mentor whose limit is reached, where somebody else of that limit takes a slot elsewhere for it. */
function findSlotCombinations(residual: ResidualGraph, openings: Openings): Combination[] {
  const { roster } = residual.inputs;
  const behind = new Map<number, number[]>();
  for (const mentor of roster.mentors.keys()) {
    const node = residual.getNode('mentor', mentor);
    if (openings.isGivenTo(node) || !openings.isWantedFrom(node)) continue;
    const hub = residual.getHub(node);
    behind.set(hub, [...(behind.get(hub) ?? []), mentor]);
  }
  const known = new Set(openings.listMentors());
  return [...behind.values()].flatMap(seconds => {
    const changed = residual.copyWith({ roster: addSlot(roster, seconds[0]!) });
    const firsts = openings
      .copyWithWishes(changed)
      .listMentors()
      .filter(mentor => !known.has(mentor));
    if (firsts.length === 0) return [];
    return [
      {
        changes: [
          { kind: 'slot', mentors: firsts },
          { kind: 'slot', mentors: seconds },
        ],
        gain: 1,
        apart: 0,
      } satisfies Combination,
    ];
  });
}

/** A bar, and a slot or a limit that brings more without it. */
function findBarCombinations(residual: ResidualGraph, { mentors, limits, lifted }: SingleChanges): Combination[] {
  const known = new Set(mentors);
  return lifted.flatMap(({ bar, gain, filled }) => {
    const openings = new Openings(filled);
    const slots = openings.listMentors().filter(mentor => !known.has(mentor));
    const change = { kind: 'bar', bar } as const;
    const slot = { kind: 'slot', mentors: slots } as const;
    const raises = openings.listLimits().flatMap((limit): Combination[] => {
      const raise = limits[limit] ?? { by: 0, filled: copyWithoutLimit(residual, limit) };
      const together = raise.by + fillUp(raise.filled.copyWith({ candidates: filled.inputs.candidates }));
      const apart = gain + raise.by;
      return together > apart
        ? [{ changes: [change, { kind: 'limit', limit, by: together - gain }], gain: together, apart }]
        : [];
    });
    return [...(slots.length > 0 ? [{ changes: [change, slot], gain: gain + 1, apart: gain }] : []), ...raises];
  });
}

function findTwoBarCombinations(
  { lifted }: SingleChanges,
  both: (bar: string, other: string) => Candidates,
): Combination[] {
  return lifted.flatMap(({ bar, gain, filled }, index) =>
    lifted.slice(index + 1).flatMap(other => {
      const together = gain + fillUp(filled.copyWith({ candidates: both(bar, other.bar) }));
      const apart = gain + other.gain;
      const changes = [bar, other.bar].map(lifted => ({ kind: 'bar', bar: lifted }) as const);
      return together > apart ? [{ changes, gain: together, apart }] : [];
    }),
  );
}
