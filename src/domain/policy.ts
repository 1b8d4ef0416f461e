import type { LevelKind, WEIGHED } from './objective-level-table.ts';
import type { Side } from './roster.ts';
import type { RuleKind } from './rule-table.ts';

/** A rule of the policy. `name` is unique within `must` and within `prefer`; `field` is '' for rules that need none. */
export interface Rule {
  readonly name: string;
  readonly rule: RuleKind;
  readonly field: string;
  /** How far apart, in the field's unit (levels, hours, numbers); null for rules that measure nothing. */
  readonly by: number | null;
}

/** A rule that is worth `weight` points (whole) × fit to a pair. */
export interface Preference extends Rule {
  readonly weight: number;
  /** For `wished`: the fit of a first, second, third … wish in thousandths; null for an even descent. */
  readonly ranks: readonly number[] | null;
}

/** One level of the objective. A later level never costs an earlier one anything. */
export type Level =
  | { readonly kind: LevelKind }
  | { readonly kind: 'preference'; readonly preference: string }
  /** In the place of `kept`: its score, and `worth` thousandths more for each tandem of the previous run. */
  | { readonly kind: typeof WEIGHED; readonly worth: number };

export const PRESET_NAMES = ['reverse', 'classic', 'peer', 'none'] as const;
/** Whether a tandem may span two countries. */
export const CROSS_BORDER = ['allow', 'avoid', 'forbid'] as const;

/** The policy in force: preset and config merged. */
export interface Policy {
  readonly preset: (typeof PRESET_NAMES)[number];
  /** Names of the seniority levels, lowest first; empty where levels are numbers. */
  readonly levels: readonly string[];
  readonly must: readonly Rule[];
  readonly prefer: readonly Preference[];
  readonly objective: readonly Level[];
  /** Nobody may meet outside the pairs with a `score` row. */
  readonly pairsOnly: boolean;
  /** Months after which an earlier tandem may be repeated; null for never. */
  readonly repeatAfterMonths: number | null;
  /** The programme's first day as YYYY-MM-DD; '' where the config gives none. */
  readonly start: string;
}

/** The name of a level, as the config, the summary and the certificate write it. */
export function getLevelName(level: Level): string {
  return level.kind === 'preference' ? level.preference : level.kind;
}

/** The levels of the objective that stand before one, by name: all of them where it is not there. */
export function listLevelsBefore(kind: Level['kind'], { objective }: Policy): readonly string[] {
  const at = objective.findIndex(level => level.kind === kind);
  return objective.slice(0, at < 0 ? objective.length : at).map(getLevelName);
}

/**
 * How many tandems a country or region may and must have, counted on one side. The limits of a side nest: of two that
 * share a country, one holds all countries of the other.
 */
export interface Limit {
  /** An alpha-2 code, or the name of a region. */
  readonly place: string;
  /** The alpha-2 codes that it counts, in code-unit order. */
  readonly countries: readonly string[];
  readonly side: Side;
  readonly min: number;
  /** Infinity where there is none. */
  readonly max: number;
  /** The row of limits.csv, for messages. */
  readonly row: number;
}

/** What pairs.csv, the history and a previous run say of one pair. */
export interface PairNote {
  /** Index into the roster's mentors and mentees. */
  readonly mentor: number;
  readonly mentee: number;
  readonly locked: boolean;
  /** Why a lock may break rules; '' where it may not. */
  readonly override: string;
  /** Why the pair is locked; '' where no reason is given. */
  readonly reason: string;
  /** Whether pairs.csv bans the pair. */
  readonly banned: boolean;
  /** Whether somebody approved the two as a tandem of an earlier run, so that they stay one. */
  readonly approved: boolean;
  /**
   * Whether one of the two declined the other, in an earlier run. It is their own word, and nobody else's to take back.
   */
  readonly declined: boolean;
  /** What somebody noted beside the tandem in an earlier run; '' for nothing. */
  readonly remark: string;
  /** Whether a `score` row names the pair, and the thousandths of a point that it adds. */
  readonly listed: boolean;
  readonly points: number;
  /** Whether the two were a tandem before, so that they may not be one again. */
  readonly met: boolean;
  /** Whether the history says that the tandem goes on in the next round, so that the two stay one. */
  readonly continues: boolean;
  /**
   * Whether the history says that the two must not meet again: the word of one of them, and nobody else's to take back.
   */
  readonly parted: boolean;
  /** Whether the previous run paired them. */
  readonly kept: boolean;
  /** Whether a repair holds them together as they were, because nobody else was to move. No file says it. */
  readonly held: boolean;
  /** The row of pairs.csv that locks the pair or else the first that names it, for messages. */
  readonly row: number;
  /**
   * Where it stands that the pair is approved, declined or continues, or what is noted of
   * it, for messages; null for nowhere.
   */
  readonly decided: { readonly file: string; readonly row: number } | null;
}

/**
 * Whether a pair must become a tandem: pairs.csv locks it, somebody approved it, it continues from an
 * earlier round, or a repair holds it.
 */
export function mustMeet({
  locked,
  approved,
  continues,
  held,
}: Pick<PairNote, 'locked' | 'approved' | 'continues' | 'held'>): boolean {
  return locked || approved || continues || held;
}

/** What each file says of pairs, one note a pair, by mentor and mentee; null for a file that there is not. */
export interface PairFiles {
  readonly pairs: readonly PairNote[] | null;
  readonly previous: readonly PairNote[] | null;
  readonly history: readonly HistoryFile[];
}

/** What a file of the history says: who may not meet again, and which tandems there were. */
export interface HistoryFile {
  readonly notes: readonly PairNote[];
  readonly tandems: readonly PastTandem[];
}

/** A tandem of an earlier round, whether or not the two are still in the sheets. */
export interface PastTandem {
  readonly mentor: PastPerson;
  readonly mentee: PastPerson;
  /** YYYY-MM-DD; '' where the file gives none. */
  readonly date: string;
}

/** The id of somebody in the sheets, or as whom the file names somebody else. */
export interface PastPerson {
  readonly isHere: boolean;
  readonly name: string;
}

/**
 * Everything that decides a matching, apart from the people. Limits are ordered by side and
 * place, pairs by mentor and mentee.
 */
export interface Terms {
  readonly policy: Policy;
  readonly limits: readonly Limit[];
  readonly pairs: readonly PairNote[];
  /** null where there is no history. */
  readonly pastTandems: PastTandemCounts | null;
  /**
   * The ids of mentees whom an earlier run left waiting, so that their priority is one
   * higher; null where none was named.
   */
  readonly carriedOver: readonly string[] | null;
}

/** How many tandems mentees have had in the history, by id; who has had none may be missing. */
export interface PastTandemCounts {
  readonly counts: ReadonlyMap<string, number>;
  /** The most that anybody has had there, of whom some may be in no sheet any more. */
  readonly most: number;
}
