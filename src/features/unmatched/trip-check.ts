import type { Tandem } from '../../domain/pairing.ts';
import type { Remedy } from '../../domain/remedies.ts';
import type { Side } from '../../domain/roster.ts';
import type { Findings, TandemUsage } from '../../residual/usage.ts';

/** What a round trip does to tandems. */
export type TripEffect = Pick<Remedy, 'begun' | 'ended'>;

/**
 * Whether tandems stay within places, wants, limits, minimums and least loads after a trip and a change, and everybody who has one
 * keeps one. A simple trip does so by itself; one that is put together from two ways may go through the same step twice.
 */
export function isSound(
  { roster, terms }: Findings,
  situation: TandemUsage,
  { begun, ended }: TripEffect,
  lever: Remedy['lever'] | null,
): boolean {
  if (!areDistinct(begun) || !areDistinct(ended)) return false;
  const deltas = { mentor: countDeltas(begun, ended, 'mentor'), mentee: countDeltas(begun, ended, 'mentee') };
  const byLimit = new Map<number, number>();
  for (const side of ['mentor', 'mentee'] as const) {
    const people = side === 'mentor' ? roster.mentors : roster.mentees;
    for (const [person, by] of deltas[side]) {
      for (const limit of situation.listLimitsAround(side, people[person]!.country)) {
        byLimit.set(limit, (byLimit.get(limit) ?? 0) + by);
      }
    }
  }
  const countEased = (kind: 'slot' | 'load', mentor: number) =>
    lever?.kind === kind && lever.mentor === mentor ? 1 : 0;
  const countMoved = (kind: 'limit' | 'minimum', limit: number) =>
    lever?.kind === kind && lever.limit === limit ? 1 : 0;
  return (
    [...deltas.mentor].every(([mentor, by]) => {
      const had = situation.menteesOf[mentor]!.length;
      const { capacity, minLoad } = roster.mentors[mentor]!;
      const least = Math.max(minLoad - countEased('load', mentor), Math.min(1, had));
      return isWithin(had + by, least, capacity + countEased('slot', mentor));
    }) &&
    [...deltas.mentee].every(([mentee, by]) => {
      const had = situation.mentorsOf[mentee]!.length;
      return isWithin(had + by, Math.min(1, had), roster.mentees[mentee]!.wants);
    }) &&
    [...byLimit].every(([limit, by]) => {
      const { min, max } = terms.limits[limit]!;
      return isWithin(
        situation.countUsed(limit) + by,
        min - countMoved('minimum', limit),
        max + countMoved('limit', limit),
      );
    })
  );
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function areDistinct(tandems: readonly Tandem[]): boolean {
  return new Set(tandems.map(({ mentor, mentee }) => `${mentor} ${mentee}`)).size === tandems.length;
}

/** How many tandems more the people of a side have, where a trip touches them. */
function countDeltas(begun: readonly Tandem[], ended: readonly Tandem[], side: Side): ReadonlyMap<number, number> {
  const deltas = new Map<number, number>();
  for (const tandem of begun) deltas.set(tandem[side], (deltas.get(tandem[side]) ?? 0) + 1);
  for (const tandem of ended) deltas.set(tandem[side], (deltas.get(tandem[side]) ?? 0) - 1);
  return deltas;
}
