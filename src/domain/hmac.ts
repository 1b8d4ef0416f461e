/** HMAC-SHA-256 (RFC 2104, section 2) of text, wherever the core runs: browsers compute theirs only asynchronously. */
import { Sha256 } from './sha256.ts';

const BLOCK = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/** The code of a text under a key, 32 bytes. Keys of more than 64 bytes count as their hash, as the RFC says. */
export function computeHmac(key: Uint8Array, text: string): Uint8Array {
  const short = key.length > BLOCK ? new Sha256().addBytes(key).digest() : key;
  const mask = (by: number) => Uint8Array.from({ length: BLOCK }, (_, at) => (short[at] ?? 0) ^ by);
  const inner = new Sha256().addBytes(mask(INNER)).add(text).digest();
  return new Sha256().addBytes(mask(OUTER)).addBytes(inner).digest();
}
