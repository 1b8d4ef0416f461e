import type { Refutation } from './refutation.ts';
import type { SavedTable } from './table-saved-again.ts';

/** What verify found of a run. */
export type Verdict =
  | { readonly kind: 'proven'; readonly saved: readonly SavedTable[] }
  /** @param version that made it. */
  | { readonly kind: 'holds'; readonly version: string }
  | { readonly kind: 'refuted'; readonly by: Refutation };
