import type { Change, Measure } from '../../domain/advice.ts';
import type { Candidates } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { fillUp } from '../../residual/augmenting-path.ts';
import type { Openings } from '../../residual/one-more.ts';
import type { ResidualGraph } from '../../residual/residual-graph.ts';

/** Who could meet without a bar. */
export interface LiftedBar {
  readonly bar: string;
  readonly candidates: Candidates;
}

/** As many tandems as possible without a limit, and how many more these are. */
export interface LimitRaise {
  readonly by: number;
  readonly filled: ResidualGraph;
}

/** Single changes that bring something, and what is worth keeping of the way to them. */
export interface SingleChanges {
  readonly measures: readonly Measure[];
  readonly mentors: readonly number[];
  /**
   * How far raising each limit goes on bringing one tandem each time, and the tandems
   * then; null where it brings nothing.
   */
  readonly limits: readonly (LimitRaise | null)[];
  /** Tandems that are as many as possible without a bar. */
  readonly lifted: readonly { readonly bar: string; readonly gain: number; readonly filled: ResidualGraph }[];
}

/**
 * What single changes bring, each exactly. One more slot, and a limit that is higher by one, bring one more tandem or
 * none: it depends on whether paths of people who move lead up to them from both sides. Raising a limit further
 * brings one each time, and from some point on nothing (flows are concave in a capacity), so that it is enough to
 * know what no limit at all would bring.
 *
 * @param residual of tandems that are as many as possible.
 */
export function findSingleChanges(
  residual: ResidualGraph,
  openings: Openings,
  bars: readonly LiftedBar[],
): SingleChanges {
  const mentors = openings.listMentors();
  const helping = new Set(openings.listLimits());
  const limits = residual.inputs.terms.limits.map((_, limit) =>
    helping.has(limit) ? measureRaise(residual, limit) : null,
  );
  const lifted = bars.map(({ bar, candidates }) => {
    const filled = residual.copyWith({ candidates });
    return { bar, gain: fillUp(filled), filled };
  });
  const raises = limits.flatMap((raise, limit) => (raise === null ? [] : [{ limit, by: raise.by }]));
  const measures: Measure[] = [
    ...(mentors.length > 0 ? [{ changes: [{ kind: 'slot', mentors } as const], gain: 1 }] : []),
    ...raises.map(({ limit, by }) => ({ changes: [{ kind: 'limit', limit, by } as const], gain: by })),
    ...lifted
      .filter(({ gain }) => gain > 0)
      .map(({ bar, gain }) => ({ changes: [{ kind: 'bar', bar } as const], gain })),
  ];
  return { measures, mentors, limits, lifted };
}

function measureRaise(residual: ResidualGraph, limit: number): LimitRaise {
  const { terms } = residual.inputs;
  const filled = copyWithoutLimit(residual, limit);
  return { by: fillUp(filled, terms.limits[limit]!.side), filled };
}

export function copyWithoutLimit(residual: ResidualGraph, limit: number): ResidualGraph {
  return residual.copyWith({ terms: raiseLimitTo(residual.inputs.terms, limit, Number.POSITIVE_INFINITY) });
}

/** Terms in which a limit has another maximum. */
export function raiseLimitTo(terms: Terms, index: number, max: number): Terms {
  return { ...terms, limits: terms.limits.map((limit, other) => (other === index ? { ...limit, max } : limit)) };
}

/** A roster in which a mentor has one more slot. */
export function addSlot(roster: Roster, index: number): Roster {
  const mentors = roster.mentors.map((mentor, other) =>
    other === index ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
  );
  return { ...roster, mentors };
}

/** The changes that would bring one tandem each at some openings: slots together, since any one of them will do. */
export function listChanges(mentors: readonly number[], limits: readonly number[]): Change[] {
  return [
    ...(mentors.length > 0 ? [{ kind: 'slot', mentors } as const] : []),
    ...limits.map(limit => ({ kind: 'limit', limit, by: 1 }) as const),
  ];
}
