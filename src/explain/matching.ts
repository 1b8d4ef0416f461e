import type { Tandem } from '../domain/pairing.js';
import type { Terms } from '../domain/policy.js';
import type { Roster } from '../domain/roster.js';
import type { Pairing } from '../pair/pairing.js';

export interface Matching {
  readonly tandems: readonly Tandem[];
}
export function explain(_roster: Roster, _terms: Terms, _pairing: Pairing, tandems: readonly Tandem[]): Matching {
  return { tandems };
}
