import type { Side } from '../../domain/roster.ts';

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
