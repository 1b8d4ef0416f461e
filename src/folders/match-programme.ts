import type { CornerWithin } from '../domain/change-curve.ts';
import type { Clash } from '../domain/demands.ts';
import type { Disk } from '../domain/disk.ts';
import { type Problem, pointsTooLarge } from '../domain/problems.ts';
import type { Progress } from '../domain/progress.ts';
import { CHANGED, RUN } from '../domain/run-files.ts';
import type { MatchedOutcome, Outcome } from '../features/match/match.ts';
import { findFewestToRelease, removeApproval } from '../features/match/release-approved.ts';
import type { Programme } from '../parse/programme.ts';
import { repeatUnchanged } from '../parse/repeated-run.ts';
import { type ChangeFlags, checkChangeFlags, limitChanges } from './change-bounds.ts';
import { listDroppedNotes, makeReleasedProblem } from './decisions.ts';
import { CONFIG_NAME, type Inputs } from './inputs.ts';

/** What a call asks of a match besides its inputs. */
export interface MatchCall extends ChangeFlags {
  /** How many other mentors to tell of each mentee. */
  readonly alternates?: number;
  /** Whether approved tandems that cannot stay are let go of: all, or those whose people are not in the sheets. */
  readonly releaseApproved?: true | 'left';
}

/** Who matches: with whatever help a shell has. */
export type Solve = (programme: Programme, call: MatchCall, watch: Progress) => Outcome;

/** How a match ended, with every problem; only errors stand in the way of one. */
export type MatchEnd =
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'clash';
      readonly clash: Clash;
      readonly programme: Programme;
      readonly problems: readonly Problem[];
    }
  | {
      readonly kind: 'matched';
      readonly outcome: MatchedOutcome;
      readonly programme: Programme;
      /** The price at which changes keep to their bound; null where there is none. */
      readonly within: CornerWithin | null;
      readonly problems: readonly Problem[];
    };

/** Matches a programme as it was read. @param out the folder of the run to come, which may hold one. */
export function matchProgramme(
  disk: Disk,
  read: Programme,
  { paths, problems, decided }: Omit<Inputs, 'programme'>,
  out: string,
  call: MatchCall,
  solve: Solve,
  watch: Progress,
): MatchEnd {
  const unweighable = checkChangeFlags(call, read, paths.sheets.previous, paths.config ?? CONFIG_NAME);
  if (unweighable.length > 0) return { kind: 'refused', problems: [...problems, ...unweighable] };
  const asked = { call, solve, watch };
  const { programme, outcome, released, within } = matchWithin(repeatOwn(disk, read, out), asked);
  if (outcome.kind === 'too-large') {
    const problem = pointsTooLarge(paths.sheets.pairs ?? paths.config ?? '--pairs', outcome.level);
    return { kind: 'refused', problems: [...problems, problem] };
  }
  const told = [...problems, ...released];
  if (outcome.kind === 'clash') return { kind: 'clash', clash: outcome.clash, programme, problems: told };
  const dropped = listDroppedNotes(programme, outcome.matching.tandems, decided);
  return { kind: 'matched', outcome, programme, within, problems: [...told, ...dropped] };
}

/**
 * Where the run to be replaced is the previous one and nothing has changed since, what it
 * was to keep is to be kept again.
 */
function repeatOwn(disk: Disk, read: Programme, folder: string): Programme {
  if (!read.keepsOwn) return read;
  const readFile = (name: string) => {
    const path = disk.join(folder, name);
    return disk.exists(path) ? disk.readBytes(path) : null;
  };
  return repeatUnchanged(read, { certificate: readFile(RUN.marker), changes: readFile(CHANGED) });
}

interface SolveCall {
  readonly call: MatchCall;
  readonly solve: Solve;
  readonly watch: Progress;
}

/** Matches; where demands clash and that is asked for, again without the fewest approved tandems. */
function matchOrRelease(read: Programme, { call, solve, watch }: SolveCall) {
  const first = { programme: read, outcome: solve(read, call, watch), released: [] };
  if (first.outcome.kind !== 'clash' || call.releaseApproved !== true) return first;
  const notes = findFewestToRelease(read.roster, read.terms);
  if (notes === null) return first;
  const programme = { ...read, terms: removeApproval(read.terms, notes) };
  const released = notes.map(note => makeReleasedProblem(note, read.roster));
  return { programme, outcome: solve(programme, call, watch), released };
}

/** Matches; where changes have a bound, again at the price at which the best tandems keep to it. */
function matchWithin(read: Programme, asked: SolveCall) {
  const { call, solve, watch } = asked;
  const first = matchOrRelease(read, asked);
  const { programme, outcome } = first;
  if (call.maxChanges === undefined || outcome.kind !== 'matched') return { ...first, within: null };
  const limited = limitChanges(programme, outcome, call.maxChanges, watch);
  return { ...first, ...limited, outcome: solve(limited.programme, call, watch) };
}
