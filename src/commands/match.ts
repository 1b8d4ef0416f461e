import { join } from 'node:path';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { isError, pointsTooLarge } from '../domain/problems.ts';
import { ignoreProgress } from '../domain/progress.ts';
import type { Participant } from '../domain/roster.ts';
import { CHANGED, MOST_ALTERNATES, RUN } from '../domain/run-files.ts';
import { type ChangeCounts, countChanges, listChanges } from '../domain/tandem-changes.ts';
import type { MatchedOutcome } from '../features/match/match.ts';
import { findFewestToRelease, removeApproval } from '../features/match/release-approved.ts';
import { exists } from '../io/file-system.ts';
import { refuseOtherSystem } from '../io/paths-of-other-systems.ts';
import { readBytes } from '../io/read.ts';
import type { Programme } from '../parse/programme.ts';
import { repeatUnchanged } from '../parse/repeated-run.ts';
import { readRunEarlier } from '../parse/run-table-ids.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { type MatchReport, renderMatch } from '../render/text/summary.ts';
import { renderCarriedOver, renderDecisions } from '../render/words/decision-counts.ts';
import { matchWithPool } from './match-with-pool.ts';
import {
  type ChangeFlags,
  checkChangeFlags,
  getRecordedWorth,
  limitChanges,
  traceIfWanted,
} from './price-of-change.ts';
import { makeFiles, publishUnlessDry } from './run-files.ts';
import type { Context } from './shared/context.ts';
import {
  countTakenDecisions,
  type DecisionRequest,
  type FoundDecisions,
  listDroppedNotes,
  makeReleasedProblem,
} from './shared/decisions.ts';
import { CONFIG_NAME, type InputFlags, type InputPaths, listInputFiles, readInputs } from './shared/inputs.ts';
import { annotate, type InputFindings, printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import { reportClash } from './shared/report-clashing-demands.ts';
import { type Gate, listDoubtfulGates, listMissedGates } from './shared/thresholds.ts';

export interface MatchFlags extends InputFlags, TellFlags, ChangeFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly delimiter?: string;
  readonly gates: readonly Gate[];
  /** How many other mentors to tell of each mentee. */
  readonly alternates?: number;
  /** Whether to start without what people decided in the folder. */
  readonly fresh?: boolean;
  /** People who left the run in the folder, and take part again. */
  readonly rejoin?: readonly string[];
  /** Whether approved tandems that cannot stay are let go of: all, or those whose people are not in the sheets. */
  readonly releaseApproved?: true | 'left';
  /** Whether the screen has the table of countries, too. */
  readonly verbose?: boolean;
  /** Whether only what is wrong is told. */
  readonly quiet?: boolean;
  /** Whether the run is written as a workbook too. */
  readonly workbook?: boolean;
  /** Whether everything is done but the writing. */
  readonly dryRun?: boolean;
}

/** `rmentor match`: reads a programme, pairs it, and writes the run. */
export async function matchCommand(flags: MatchFlags, asked: Context): Promise<ExitCode> {
  const shell = flags.quiet ? { ...asked, watch: ignoreProgress } : asked;
  refuseManyAlternates(flags);
  const inputs = await readInputs(flags, shell.watch, null, makeDecisionRequest(flags));
  const { paths, programme: read, decided, ...found } = inputs;
  if (read === null) return refuse(found, flags, shell);
  const out = flags.out ?? paths.out;
  if (out === null) throw new UserError({ kind: 'out-missing' });
  refuseOtherSystem(out);
  const unweighable = checkChangeFlags(flags, read, paths.sheets.previous, paths.config ?? CONFIG_NAME);
  if (unweighable.length > 0) return refuse({ ...found, problems: [...found.problems, ...unweighable] }, flags, shell);
  const { programme, outcome, released, within } = matchWithin(repeatOwn(read, out), flags, shell);
  if (outcome.kind === 'too-large') {
    const problem = pointsTooLarge(paths.sheets.pairs ?? paths.config ?? '--pairs', outcome.level);
    return refuse({ ...found, problems: [...found.problems, problem] }, flags, shell);
  }
  const dropped = outcome.kind === 'matched' ? listDroppedNotes(programme, outcome.matching.tandems, decided) : [];
  const all = { ...found, problems: [...found.problems, ...released, ...dropped] };
  await tell(all, flags, shell);
  tellDoubtfulGates(flags, shell);
  if (outcome.kind === 'clash') return reportClash(outcome.clash, programme, { paths, ...all }, flags, shell);
  const taken = countTakenDecisions(programme, paths.sheets.previous, decided, out);
  if (!flags.quiet) shell.err(renderDecisions(taken, shell.words) + tellCarriedOver(programme, paths, shell));
  const corners = traceIfWanted(programme, outcome, flags, shell.outWidth !== null && !flags.quiet, shell.watch);
  shell.watch('write');
  const { force = false } = flags;
  const { asRead } = decided;
  const made = { ...outcome, curve: flags.curve ? corners : null };
  const { id, files } = await makeFiles(programme, made, inputs, out, { ...flags, ...getRecordedWorth(within) }, shell);
  const given = { inputs: listInputFiles(paths), isOurs: isProblemTable };
  const replaced = await publishUnlessDry({ ...RUN, folder: out, files, force, asRead, ...given }, flags);
  const warnings = all.problems.filter(problem => !isError(problem)).map(({ code }) => code);
  const changes = countEarlier(programme, outcome, decided);
  const zeroId = findZeroId(programme);
  const curve = { corners, within };
  const told = {
    run: id,
    terms: programme.terms,
    changes,
    curve,
    warnings,
    folder: out,
    files: [...files.keys()],
    zeroId,
    replaced,
  };
  return reportMatch(outcome, told, all, flags, shell);
}

/** A line about whose priority is higher, where an earlier run was named. */
function tellCarriedOver(
  { terms: { carriedOver }, waitingGone: gone }: Programme,
  { sheets }: InputPaths,
  { words }: Context,
): string {
  if (carriedOver === null || sheets.carryOver === null) return '';
  return renderCarriedOver({ from: sheets.carryOver, people: carriedOver.length, gone }, words);
}

/** Where the run to be replaced is the previous one and nothing has changed since, what it was to keep is to be kept again. */
function repeatOwn(read: Programme, folder: string): Programme {
  if (!read.keepsOwn) return read;
  const readFile = (name: string) => (exists(join(folder, name)) ? readBytes(join(folder, name)) : null);
  return repeatUnchanged(read, { certificate: readFile(RUN.marker), changes: readFile(CHANGED) });
}

function refuseManyAlternates({ alternates: value = 0 }: MatchFlags): void {
  if (value > MOST_ALTERNATES) {
    throw new UserError({ kind: 'above-most', flag: '--alternates', value, most: MOST_ALTERNATES });
  }
}

function tellDoubtfulGates({ gates }: MatchFlags, { err, errPaint, words }: Context): void {
  for (const doubt of listDoubtfulGates(gates, words)) err(`${errPaint.warn(words.trouble.warning)}  ${doubt}\n`);
}

/** Which decisions a run takes: those in the folder where it goes. */
function makeDecisionRequest(flags: MatchFlags): DecisionRequest {
  const { out, fresh = false, force = false, releaseApproved, rejoin: rejoining = [] } = flags;
  const releasing = releaseApproved === true ? 'all' : (releaseApproved ?? 'none');
  return { kind: 'to-come', out: out ?? null, isFresh: fresh, force, releasing, rejoining, leaving: [] };
}

/** Matches; where demands clash and that is asked for, again without the fewest approved tandems. */
function matchOrRelease(read: Programme, flags: MatchFlags, shell: Context) {
  const first = { programme: read, outcome: matchWithPool(read, flags, shell.watch), released: [] };
  if (first.outcome.kind !== 'clash' || flags.releaseApproved !== true) return first;
  const notes = findFewestToRelease(read.roster, read.terms);
  if (notes === null) return first;
  const programme = { ...read, terms: removeApproval(read.terms, notes) };
  const released = notes.map(note => makeReleasedProblem(note, read.roster));
  return { programme, outcome: matchWithPool(programme, flags, shell.watch), released };
}

/** Matches; where changes have a bound, again at the price at which the best tandems keep to it. */
function matchWithin(read: Programme, flags: MatchFlags, shell: Context) {
  const first = matchOrRelease(read, flags, shell);
  const { programme, outcome } = first;
  if (flags.maxChanges === undefined || outcome.kind !== 'matched') return { ...first, within: null };
  const limited = limitChanges(programme, outcome, flags.maxChanges, shell.watch);
  return { ...first, ...limited, outcome: matchWithPool(limited.programme, flags, shell.watch) };
}

/** The first id of digits that begins with 0. */
function findZeroId({ roster: { mentors, mentees } }: Programme): string | null {
  return (mentors.find(hasZeroId) ?? mentees.find(hasZeroId))?.id ?? null;
}

function hasZeroId({ id }: Participant): boolean {
  return /^0\d+$/u.test(id);
}

/** What became of the tandems of the previous run, or of the one in the folder; null where there is none. */
function countEarlier(
  { roster, terms }: Programme,
  { matching, changes }: MatchedOutcome,
  { asRead }: FoundDecisions,
): ChangeCounts | null {
  const bytes = changes === null ? (asRead.get('tandems.csv') ?? null) : null;
  const read = bytes && readRunEarlier(bytes, roster);
  const replaced = read === null || 'kind' in read ? null : read;
  const all = changes ?? (replaced && listChanges(replaced, matching.tandems, roster, terms));
  return all?.some(({ earlier }) => earlier !== null) ? countChanges(all) : null;
}

async function reportMatch(
  { matching }: MatchedOutcome,
  told: Omit<MatchReport, 'matching' | 'isVerbose'> & { readonly run: string },
  found: InputFindings,
  flags: MatchFlags,
  shell: Context,
): Promise<ExitCode> {
  const { json, gates, verbose: isVerbose = false } = flags;
  const { summary } = matching;
  const { words, outPaint: paint, outWidth: width } = shell;
  if (json && told.replaced !== null) shell.err(`${words.summary.sayDryRun(told.folder, told.files, told.replaced)}\n`);
  const missed = listMissedGates(gates, summary, words);
  if (json) {
    const { run, changes, curve } = told;
    await printJson('match', { run, summary, changes, corners: curve.corners, missedGates: missed }, found, shell);
  } else if (!flags.quiet) shell.out(renderMatch({ ...told, matching, isVerbose }, words, { paint, width }));
  for (const { message } of missed) {
    shell.err(`${shell.errPaint.bad(words.gates.missed)}: ${message}\n`);
    await annotate(words.gates.isMissed, message, flags, shell);
  }
  return missed.length > 0 ? EXIT.gate : EXIT.done;
}
