import type { Affinity } from '../../domain/pairing.ts';
import type { Preference } from '../../domain/policy.ts';
import type { Ties } from '../../domain/ties.ts';
import type { Musts } from './eligible-sets.ts';
import type { RuleIndex } from './rule-classes.ts';

/** What a search needs to know besides who asks, and at what prices. */
export interface SearchContext {
  readonly musts: Musts;
  readonly affinity: Affinity;
  readonly prefer: readonly Preference[];
  readonly preferred: RuleIndex;
  readonly ties: Ties;
}
