import type { Gaps } from './data-gaps.ts';
import type { Rule } from './policy.ts';

/** What a proven run was made from. */
export interface AboutProvenRun {
  readonly mentors: { readonly people: number; readonly file: string };
  readonly mentees: { readonly people: number; readonly file: string };
  /** Whether there was no config to hold against what the certificate says of settings and rules. */
  readonly standsAlone: boolean;
  /** The rules that no tandem may break. */
  readonly must: readonly Rule[];
  /** What the sheets leave open for rules, preferences and limits. */
  readonly gaps: Gaps;
  /** How many tandems are approved, and how many pairs declined. */
  readonly approved: number;
  readonly declined: number;
  /** How many people left who are in the sheets all the same, and how many tandems a repair held where they were. */
  readonly left: number;
  readonly held: number;
  /** How many locked pairs break one all the same. */
  readonly overrides: number;
}
