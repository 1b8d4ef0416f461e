/** What refutes a run, as facts: `verify` finds them, and `render/words/` has their sentences. */

import type { findDemander } from './demands.ts';
import type { Role } from './input-roles.ts';
import type { Tandem } from './pairing.ts';
import type { Limit } from './policy.ts';
import type { NoFacts } from './problem-facts.ts';
import type { Problem } from './problems.ts';
import type { Roster, Side } from './roster.ts';
import type { RunFile } from './run-files.ts';

export interface PersonLabel {
  readonly name: string;
  readonly id: string;
}

export interface PairLabel {
  readonly mentor: PersonLabel;
  readonly mentee: PersonLabel;
}

export type LimitLabel = Pick<Limit, 'place' | 'side'>;

export function pickPerson({ name, id }: PersonLabel): PersonLabel {
  return { name, id };
}

export function pickPair(roster: Roster, { mentor, mentee }: Tandem): PairLabel {
  return { mentor: pickPerson(roster.mentors[mentor]!), mentee: pickPerson(roster.mentees[mentee]!) };
}

export function pickLimit({ place, side }: LimitLabel): LimitLabel {
  return { place, side };
}

/** What is said, and what follows from the tandems. Values are JSON; null where there is none. */
interface Contradiction<Value = string> {
  readonly found: Value;
  readonly expected: Value;
}

/** An input that is not that of the run, or what was decided about it. */
interface InputFacts {
  'input-changed': { readonly role: Role | 'history'; readonly path: string };
  'input-added': { readonly role: 'limits' | 'pairs' | 'previous' | 'carryOver' };
  'history-files': { readonly before: number; readonly now: number };
  /** Values are JSON, null where nothing was set; `also` are the names of further settings that changed. */
  'setting-changed': {
    readonly setting: string;
    readonly was: string | null;
    readonly is: string | null;
    readonly also: readonly string[];
  };
  'inputs-with-errors': NoFacts;
  'decisions-changed': { readonly list: 'declined' | 'approved' | 'previous' | 'earlier' | 'left' | 'held' };
}

/** Why a certificate is none; the path of a malformed one leads to what is wrong, and is '' where that is the whole. */
export type CertificateFault =
  | { readonly kind: 'not-plain' | 'too-large' | 'two-prices' }
  | { readonly kind: 'malformed'; readonly path: string };

export type PriceList = 'mentors' | 'mentees' | 'limits';

/** What is wrong with a certificate before anything is proven by it. */
interface CertificateFacts {
  'certificate-broken': { readonly fault: CertificateFault };
  /** @param program this one. */
  'certificate-of-other-form': { readonly program: string };
  'certificate-edited': NoFacts;
  'price-missing': { readonly list: PriceList; readonly of: string };
  'price-of-nobody': { readonly list: PriceList };
  'tandems-of-nobody': NoFacts;
}

/** Why a file of a run cannot be taken for what it is. */
export type TableFault = { readonly kind: 'unreadable'; readonly problem: Problem } | ContentFault;

/** The same of a file that can be read as a table. */
export type ContentFault =
  | { readonly kind: 'invisible' }
  | { readonly kind: 'column-missing'; readonly columns: readonly string[] }
  | { readonly kind: 'unknown-person'; readonly row: number; readonly side: Side; readonly id: string }
  | { readonly kind: 'unknown-status'; readonly row: number; readonly status: string };

/** How a table differs from the one that the tandems make. A row is called by what it is about. */
export type TableDifference =
  | { readonly kind: 'columns-missing'; readonly columns: readonly string[] }
  | { readonly kind: 'column-twice'; readonly column: string }
  | { readonly kind: 'ragged'; readonly row: number; readonly cells: number; readonly expected: number }
  | { readonly kind: 'row-twice' }
  | { readonly kind: 'row-missing'; readonly row: string }
  | ({ readonly kind: 'cell'; readonly row: string; readonly column: string } & Contradiction)
  | { readonly kind: 'rows-more'; readonly rows: number };

/** What a file of a run says otherwise than the sheets and the tandems. */
interface FileFacts {
  'file-missing': { readonly file: string };
  'file-foreign': { readonly file: string };
  /** @param run what the file says of itself; @param expected what the others say, null where they have no number. */
  'file-of-other-run': { readonly file: RunFile; readonly run: string; readonly expected: string | null };
  /** The tandems are not those of the run; and what is wrong with them, null where nothing is. */
  'other-tandems': { readonly file: 'tandems.csv'; readonly why: Refutation | null };
  'file-unreadable': { readonly file: string; readonly problem: Problem };
  'file-faulty': { readonly file: string; readonly fault: ContentFault };
  'table-differs': { readonly file: string; readonly difference: TableDifference };
  'name-differs': Contradiction & { readonly row: number; readonly side: Side; readonly field: 'name' | 'email' };
  'summary-not-plain': { readonly file: string };
  'summary-differs': Contradiction<string | null> & { readonly file: string; readonly path: string };
  'page-differs': Contradiction & { readonly file: string; readonly line: number };
  'page-longer': { readonly file: string; readonly lines: number };
}

/** What is wrong with curve.json. A corner is called by its number, from 1. */
interface CurveFacts {
  'curve-broken': NoFacts;
  'curve-corner': { readonly corner: number; readonly why: CertificateRefutation | RuleRefutation | ProofRefutation };
}

interface MentorLoad {
  readonly mentor: PersonLabel;
  readonly mentees: number;
  readonly bound: number;
}

interface LimitUse {
  readonly limit: LimitLabel;
  readonly tandems: number;
  readonly bound: number;
}

/** What the tandems do not keep. */
interface RuleFacts {
  'barred-tandem': { readonly pair: PairLabel; readonly bars: readonly string[] };
  'tandem-twice': { readonly pair: PairLabel };
  'too-many-mentees': MentorLoad;
  'too-few-mentees': MentorLoad;
  'too-many-mentors': { readonly mentee: PersonLabel; readonly mentors: number; readonly bound: number };
  'above-limit': LimitUse;
  'below-minimum': LimitUse;
  'demand-missed': { readonly pair: PairLabel; readonly by: ReturnType<typeof findDemander> };
}

/** Whose price something is about. */
export type PricedUnit = ({ readonly kind: Side } & PersonLabel) | ({ readonly kind: 'limit' } & LimitLabel);

/** What the prices of a proof say against what is used, and against a pair. */
export type UnitFault = 'left-out' | 'fewer-better' | 'more-better';
export type PairFault = 'mentor-left-out' | 'mentee-left-out' | 'should-be' | 'should-not-be';

/** Why a proof does not show that the tandems are best. Scores are in thousandths of a point. */
interface ProofFacts {
  'levels-differ': { readonly proven: readonly string[]; readonly asked: readonly string[] };
  'worst-not-asked': NoFacts;
  'worst-not-proven': NoFacts;
  'worst-unexplained': { readonly score: number };
  'worst-may-be-better': { readonly score: number };
  'level-value': { readonly level: string; readonly reached: number | null; readonly claimed: number | null };
  'price-unfit': { readonly of: PricedUnit; readonly levels: number };
  'unit-price': {
    readonly of: PricedUnit;
    readonly used: number;
    readonly most: number;
    readonly fault: UnitFault;
  };
  'pair-price': { readonly pair: PairLabel; readonly fault: PairFault };
  'proof-counts-twice': NoFacts;
  'proof-counts-barred': NoFacts;
}

interface RefutationFacts extends InputFacts, CertificateFacts, FileFacts, CurveFacts, RuleFacts, ProofFacts {}

export type RefutationKind = keyof RefutationFacts;

export type Refutation<Kind extends RefutationKind = RefutationKind> = {
  readonly [K in Kind]: { readonly kind: K } & RefutationFacts[K];
}[Kind];

export type InputRefutation = Refutation<keyof InputFacts>;
export type CertificateRefutation = Refutation<keyof CertificateFacts>;
export type FileRefutation = Refutation<keyof FileFacts>;
export type CurveRefutation = Refutation<keyof CurveFacts>;
export type RuleRefutation = Refutation<keyof RuleFacts>;
export type ProofRefutation = Refutation<keyof ProofFacts>;
