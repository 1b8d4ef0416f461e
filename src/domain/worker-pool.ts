import type { Proof } from './certificate.ts';
import type { Query, Tandem } from './pairing.ts';

/** In how many parts a piece of work is done: enough that nobody waits long for the last one. */
export const CHUNKS = 16;

/** A piece of work that can be done in parts, by anybody who knows the roster and its terms. */
export type Work =
  /** The candidates that a query asks for; see CandidateSearch. The answer is Pairs. */
  | { readonly kind: 'search'; readonly query: Query }
  /** All pairs held against the prices of a section of a proof. The answer is the fault that was found, or null. */
  | { readonly kind: 'proof'; readonly section: number; readonly tandems: readonly Tandem[]; readonly proof: Proof };

/**
 * Those who do a piece of work: has every part done, by `own` or by somebody who would answer alike, and returns the
 * answers in the order of the parts, whoever gave them.
 */
export type WorkerPool = <Answer>(work: Work, own: (part: number) => Answer) => readonly Answer[];

/** A crew of nobody else. */
export const workAlone: WorkerPool = (_work, own) => runAllChunks(own);

/** Does every part, one after the other. */
export function runAllChunks<Answer>(own: (part: number) => Answer): readonly Answer[] {
  return Array.from({ length: CHUNKS }, (_, part) => own(part));
}

/** The index in a list of some length at which a part begins; part PARTS begins at its end. */
export function findChunkStart(part: number, length: number): number {
  return Math.floor((part * length) / CHUNKS);
}
