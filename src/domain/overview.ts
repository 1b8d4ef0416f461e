/**
 * What works council and sponsor see of a finished run: no names, and no figure about
 * fewer than five, also by subtraction.
 */
import type { Gaps } from './data-gaps.ts';
import type { LedgerRow } from './field-ledger.ts';
import type { Limit, Policy } from './policy.ts';
import type { Side } from './roster.ts';
import type { Reason } from './unmatched-reasons.ts';
import type { VeiledCount } from './veiled-count.ts';

/** `hidden`: it would tell of a group of fewer than five beside another figure. */
export type ToldCount = VeiledCount | { readonly kind: 'hidden' };

/** A share in whole per cent; null where there is nothing to count. */
export type ToldShare =
  | { readonly kind: 'percent'; readonly percent: number }
  | Exclude<ToldCount, { kind: 'exact' }>
  | null;

/** What is told of one side. */
export interface OverviewSide {
  readonly people: ToldCount;
  readonly withTandem: ToldCount;
  /** Why people have no tandem, where five or more have that reason and nothing speaks against telling. */
  readonly reasons: readonly { readonly reason: Reason['kind']; readonly people: number }[];
}

/** People of a group, with and without a tandem; null where that is not told. */
export interface OverviewCells {
  readonly withTandem: number | null;
  readonly without: number | null;
}

/** A department or a country of which something is told. */
export interface OverviewGroup {
  readonly name: string;
  readonly mentors: OverviewCells;
  readonly mentees: OverviewCells;
}

export interface Overview {
  /** The id of the run; null of a form of certificate that holds none. */
  readonly run: string | null;
  readonly sides: Readonly<Record<Side, OverviewSide>>;
  readonly tandems: ToldCount;
  readonly crossDepartment: ToldShare;
  readonly crossBorder: ToldShare;
  /** Whole points; null where there are fewer than five tandems. */
  readonly meanScore: number | null;
  readonly departments: readonly OverviewGroup[];
  readonly countries: readonly OverviewGroup[];
  /** Without what is about vetoes. */
  readonly policy: Policy;
  readonly hasPriorities: boolean;
  readonly limits: readonly Limit[];
  /** The rules that have nothing to judge by, for anybody. */
  readonly gaps: Gaps;
  readonly ledger: readonly LedgerRow[];
}
