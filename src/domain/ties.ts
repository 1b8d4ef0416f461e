import { createHash } from 'node:crypto';

/** The name of the last level of every objective: among equally good matchings, the one that the hash of the ids prefers. */
export const TIES = 'ties';

/** Two numbers of 32 bits that stand for an id in the breaking of ties: the first 8 bytes of its SHA-256. */
export type TieKey = readonly [number, number];

export function tieKey(id: string): TieKey {
  const digest = createHash('sha256').update(id, 'utf8').digest();
  return [digest.readInt32LE(0), digest.readInt32LE(4)];
}

/**
 * What a pair counts on the level `ties`: an integer from 0 to 2^30 − 1 that depends on the two ids and nothing else, so
 * that neither the order of rows nor the alphabet decides. The mixing is MurmurHash3's finaliser (Appleby, 2011).
 */
export function tieOf(mentor: TieKey, mentee: TieKey): number {
  const first = mixed(mentor[0] ^ Math.imul(mentee[0], 0x9e3779b1));
  return mixed(first ^ mentor[1] ^ Math.imul(mentee[1], 0x85ebca77)) >>> 2;
}

function mixed(bits: number): number {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
