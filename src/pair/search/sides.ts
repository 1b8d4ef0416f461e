import type { Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';

export function flipSide(side: Side): Side {
  return side === 'mentor' ? 'mentee' : 'mentor';
}

/** What there is of each side, that of one. */
export function pickSide<A, B>({ mentors, mentees }: { readonly mentors: A; readonly mentees: B }, side: Side): A | B {
  return side === 'mentor' ? mentors : mentees;
}

/** What is made for each side when it is first asked for. */
export function cachePerSide<Value>(make: (side: Side) => Value): (side: Side) => Value {
  const made: { [Key in Side]?: Value } = {};
  return side => {
    made[side] ??= make(side);
    return made[side];
  };
}

/** A pair of somebody who asks and a partner. */
export function makePair(asking: Side, asker: number, partner: number): Tandem {
  return asking === 'mentor' ? { mentor: asker, mentee: partner } : { mentor: partner, mentee: asker };
}
