import { hashToWords } from './sha256.ts';

/**
 * The name of the last level of every objective: among equally good matchings, the one
 * that the hash of the ids prefers.
 */
export const TIES = 'ties';

/** For each of some people, the two numbers of 32 bits that stand for them in the breaking of ties. */
export type TieKeys = Int32Array;

/** What stands for everybody of a roster in the breaking of ties. */
export interface Ties {
  readonly mentors: TieKeys;
  readonly mentees: TieKeys;
}

interface Identified {
  readonly id: string;
}

/** The numbers come from the first 8 bytes of an id's SHA-256; factors tell mentees from mentors with the same id. */
export function makeTies({
  mentors,
  mentees,
}: {
  readonly mentors: readonly Identified[];
  readonly mentees: readonly Identified[];
}): Ties {
  return {
    mentors: getTieKeys(KEYS_OF_MENTORS, mentors, 1, 1),
    mentees: getTieKeys(KEYS_OF_MENTEES, mentees, 0x9e3779b1, 0x85ebca77),
  };
}

type Known = WeakMap<readonly Identified[], TieKeys>;

/** Several pairings of a run are about the same people. */
const KEYS_OF_MENTORS: Known = new WeakMap();
const KEYS_OF_MENTEES: Known = new WeakMap();

function getTieKeys(known: Known, people: readonly Identified[], first: number, second: number): TieKeys {
  const keys = known.get(people) ?? makeTieKeys(people, first, second);
  known.set(people, keys);
  return keys;
}

function makeTieKeys(people: readonly Identified[], first: number, second: number): TieKeys {
  const keys = new Int32Array(2 * people.length);
  for (let index = 0; index < people.length; index++) {
    const [one, other] = hashToWords(people[index]!.id);
    keys[2 * index] = Math.imul(one, first);
    keys[2 * index + 1] = Math.imul(other, second);
  }
  return keys;
}

/**
 * What a pair counts on the level `ties`: an integer from 0 to 2^30 − 1 that depends on the two ids and nothing else,
 * so that neither the order of rows nor the alphabet decides. The mixing is MurmurHash3's finaliser (Appleby, 2011).
 */
export function computeTie(mentors: TieKeys, mentor: number, mentees: TieKeys, mentee: number): number {
  const first = mixBits(mentors[2 * mentor]! ^ mentees[2 * mentee]!);
  return mixBits(first ^ mentors[2 * mentor + 1]! ^ mentees[2 * mentee + 1]!) >>> 2;
}

function mixBits(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
