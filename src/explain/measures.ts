import type { Change, Measure } from '../domain/advice.ts';
import type { Candidates } from '../domain/pairing.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import type { Arrangement } from './arrangement.ts';
import type { Openings } from './openings.ts';

/** Who could meet without a bar. */
export interface Lifted {
  readonly bar: string;
  readonly candidates: Candidates;
}

/** Single changes that bring something, and what is worth keeping of the way to them. */
export interface Alone {
  readonly measures: readonly Measure[];
  readonly mentors: readonly number[];
  /** What raising each limit brings; 0 where nothing. */
  readonly limits: readonly number[];
  /** Tandems that are as many as possible without a bar. */
  readonly lifted: readonly { readonly bar: string; readonly gain: number; readonly filled: Arrangement }[];
}

/**
 * What single changes bring, each exactly. One more place, and a limit that is higher by one, bring one more tandem or none: it
 * depends on whether chains of people who move lead up to them from both sides. Raising a limit further brings one each time, and
 * from some point on nothing (flows are concave in a capacity), so that it is enough to know what no limit at all would bring.
 *
 * @param arrangement tandems that are as many as possible.
 */
export function changesAlone(arrangement: Arrangement, openings: Openings, bars: readonly Lifted[]): Alone {
  const mentors = openings.mentors();
  const limits = raisesOf(arrangement, openings);
  const lifted = bars.map(({ bar, candidates }) => {
    const filled = arrangement.under({ candidates });
    return { bar, gain: filled.fill(), filled };
  });
  const measures: Measure[] = [
    ...(mentors.length > 0 ? [{ changes: [{ kind: 'place', mentors } as const], gain: 1 }] : []),
    ...limits.map((by, limit) => ({ changes: [{ kind: 'limit', limit, by } as const], gain: by })),
    ...lifted.map(({ bar, gain }) => ({ changes: [{ kind: 'bar', bar } as const], gain })),
  ];
  return { measures: measures.filter(({ gain }) => gain > 0), mentors, limits, lifted };
}

/** For each limit, how far raising it goes on bringing one tandem each time. */
export function raisesOf(arrangement: Arrangement, openings: Openings): number[] {
  const helping = new Set(openings.limits());
  const { terms } = arrangement.ground;
  return terms.limits.map((_, limit) =>
    helping.has(limit) ? arrangement.under({ terms: raisedTo(terms, limit, Number.POSITIVE_INFINITY) }).fill() : 0,
  );
}

/** Terms in which a limit has another maximum. */
export function raisedTo(terms: Terms, index: number, max: number): Terms {
  return { ...terms, limits: terms.limits.map((limit, other) => (other === index ? { ...limit, max } : limit)) };
}

/** A roster in which a mentor has one more place. */
export function withPlace(roster: Roster, index: number): Roster {
  const mentors = roster.mentors.map((mentor, other) =>
    other === index ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
  );
  return { ...roster, mentors };
}

/** The changes that would bring one tandem each at some openings: places together, since any one of them will do. */
export function changesAt(mentors: readonly number[], limits: readonly number[]): Change[] {
  return [
    ...(mentors.length > 0 ? [{ kind: 'place', mentors } as const] : []),
    ...limits.map(limit => ({ kind: 'limit', limit, by: 1 }) as const),
  ];
}
