import type { ChangeCorner, CornerWithin } from '../domain/change-curve.ts';
import { UserError } from '../domain/errors.ts';
import { WEIGHED } from '../domain/objective-level-table.ts';
import { setWorth, unweighKept } from '../domain/objective-levels.ts';
import type { Problem } from '../domain/problems.ts';
import type { Progress } from '../domain/progress.ts';
import { findBestWithin, traceCurve } from '../features/match/change-curve.ts';
import type { MatchedOutcome } from '../features/match/match.ts';
import { weighChanges } from '../parse/config/weigh-changes.ts';
import type { Programme } from '../parse/programme.ts';

/** What a call asks about tandems of an earlier run that could be changed. */
export interface ChangeFlags {
  /** Whether the curve is told, and written. */
  readonly curve?: boolean;
  /** The most changes. */
  readonly maxChanges?: number;
  /** Points that a change must bring, whatever the config says; null for none. */
  readonly worthAChange?: number | null;
}

/** The most pairs of people for which a terminal shows the curve unasked: more would keep somebody waiting. */
const MOST_PAIRS = 6_000_000;

/** Refuses questions about changes where no earlier run counts. @returns what is wrong with the objective. */
export function checkChangeFlags(
  flags: ChangeFlags,
  { terms, keepsOwn }: Programme,
  previous: string | null,
  config: string,
): readonly Problem[] {
  const flag = findFlag(flags);
  if (flag === null) return [];
  const { objective } = terms.policy;
  if (!isWeighable(objective))
    throw new UserError({ kind: 'no-changes-to-weigh', flag, hasEarlier: keepsOwn || previous !== null });
  return weighChanges(unweighKept(objective), 0, config).problems;
}

function findFlag({ curve, maxChanges, worthAChange }: ChangeFlags): string | null {
  if (curve) return '--curve';
  if (maxChanges !== undefined) return '--max-changes';
  return typeof worthAChange === 'number' ? '--worth-a-change' : null;
}

function isWeighable(objective: Programme['terms']['policy']['objective']): boolean {
  return objective.some(({ kind }) => kind === 'kept' || kind === WEIGHED);
}

/** The programme with the price of a change at which its best tandems have at most some changes. */
export function limitChanges(
  programme: Programme,
  { matching, proof }: MatchedOutcome,
  most: number,
  watch: Progress,
): { readonly programme: Programme; readonly within: CornerWithin } {
  const { roster, terms } = programme;
  const found = findBestWithin(most, roster, terms, { tandems: matching.tandems, proof }, watch);
  if (found.kind === 'more-needed') throw new UserError({ kind: 'more-changes-needed', fewest: found.changes, most });
  return { programme: { ...programme, terms: setWorth(terms, found.corner.worth) }, within: found };
}

/** The curve where it is asked for, or where a person looks on; else null. */
export function traceIfWanted(
  { roster, terms }: Programme,
  { matching, proof }: MatchedOutcome,
  { curve = false }: ChangeFlags,
  isWatched: boolean,
  watch: Progress,
): readonly ChangeCorner[] | null {
  const isShort = roster.mentors.length * roster.mentees.length <= MOST_PAIRS;
  if (!curve && !(isWatched && isShort && isWeighable(terms.policy.objective))) return null;
  if (weighChanges(unweighKept(terms.policy.objective), 0, '').problems.length > 0) return null;
  return traceCurve(roster, terms, { tandems: matching.tandems, proof }, watch);
}

/** What the certificate says of a price that a bound on changes came to; the config says another one, or none. */
export function getRecordedWorth(within: CornerWithin | null): Pick<ChangeFlags, 'worthAChange'> {
  if (within === null) return {};
  const { worth } = within.corner;
  return { worthAChange: worth && worth / 1000 };
}
