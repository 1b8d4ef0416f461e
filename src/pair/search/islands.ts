import type { Roster } from '../../domain/roster.ts';
import { Numbering } from '../rules/number-keys.ts';
import type { ReadyRule } from '../rules/ready-rule.ts';

/** People who can only meet each other: nobody outside passes the rules that want the same value. */
export interface Region {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
}

/**
 * Parts some people by the values that they must have in common, so that pairs that cannot meet are never looked at.
 * @param same the rules of `must` that want the same value of a column. Regions without pairs are left out.
 */
export function splitRegions(
  { mentors, mentees }: Pick<Region, 'mentors' | 'mentees'>,
  same: readonly ReadyRule[],
): Region[] {
  const numbers = new Numbering();
  const listKeys = (side: 'mentor' | 'mentee') =>
    same.flatMap(({ sight }) => (sight.by === 'keys' ? [sight.keys[side]] : []));
  const gather = (people: Int32Array, keys: readonly Int32Array[]) => {
    const members = new Map<number, number[]>();
    for (const person of people) {
      const region = numbers.assignNumber(keys.map(key => key[person]).join(' '));
      const others = members.get(region);
      if (others === undefined) members.set(region, [person]);
      else others.push(person);
    }
    return members;
  };
  const there = gather(mentors, listKeys('mentor'));
  const wishing = gather(mentees, listKeys('mentee'));
  return [...there].flatMap(([region, some]) => {
    const others = wishing.get(region);
    return others === undefined ? [] : [{ mentors: Int32Array.from(some), mentees: Int32Array.from(others) }];
  });
}

/** Everybody of a roster. */
export function listEverybody({ mentors, mentees }: Roster): Region {
  return { mentors: Int32Array.from(mentors.keys()), mentees: Int32Array.from(mentees.keys()) };
}
