import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { isError } from '../domain/problems.ts';
import { ignoreProgress } from '../domain/progress.ts';
import type { Participant } from '../domain/roster.ts';
import { MOST_ALTERNATES, RUN } from '../domain/run-files.ts';
import { makeShare, type Share } from '../domain/share.ts';
import type { TandemChange } from '../domain/tandem-changes.ts';
import type { MatchedOutcome } from '../features/match/match.ts';
import { getRecordedWorth, traceIfWanted } from '../folders/change-bounds.ts';
import { countTakenDecisions, type DecisionRequest } from '../folders/decisions.ts';
import { countEarlierChanges, listEarlierChanges } from '../folders/earlier-changes.ts';
import { type MatchCall, matchProgramme } from '../folders/match-programme.ts';
import { makeFiles } from '../folders/run-files.ts';
import { DISK } from '../io/disk.ts';
import { refuseOtherSystem } from '../io/paths-of-other-systems.ts';
import type { Programme } from '../parse/programme.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { type MatchReport, renderMatch } from '../render/text/summary.ts';
import { renderCarriedOver, renderDecisions } from '../render/words/decision-counts.ts';
import { matchWithPool } from './match-with-pool.ts';
import { publishUnlessDry } from './publish-unless-dry.ts';
import type { Context } from './shared/context.ts';
import { type InputFlags, type InputPaths, listInputFiles, readInputs } from './shared/inputs.ts';
import { annotate, type InputFindings, printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import { reportClash } from './shared/report-clashing-demands.ts';
import { addStepSummary } from './shared/step-summary.ts';
import { type Gate, listDoubtfulGates, listMissedGates } from './shared/thresholds.ts';
import { warnOfGit } from './shared/warn-of-git.ts';

export interface MatchFlags extends InputFlags, TellFlags, MatchCall {
  readonly out?: string;
  readonly force?: boolean;
  readonly delimiter?: string;
  readonly gates: readonly Gate[];
  /** Whether to start without what people decided in the folder. */
  readonly fresh?: boolean;
  /** People who left the run in the folder, and take part again. */
  readonly rejoin?: readonly string[];
  /** Whether the screen has the table of countries, too. */
  readonly verbose?: boolean;
  /** Whether only what is wrong is told. */
  readonly quiet?: boolean;
  /** Whether the run is written as a workbook too. */
  readonly workbook?: boolean;
  /** Whether the run has its page; it has where nothing is said. */
  readonly report?: boolean;
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
  const { problems, ...end } = matchProgramme(DISK, read, inputs, out, flags, matchWithPool, shell.watch);
  const all = { ...found, problems };
  if (end.kind === 'refused') return refuse(all, flags, shell);
  await tell(all, flags, shell);
  tellDoubtfulGates(flags, shell);
  const { programme } = end;
  if (end.kind === 'clash') return reportClash(end.clash, programme, { paths, ...all }, flags, shell);
  const { outcome, within } = end;
  const taken = countTakenDecisions(programme, paths.sheets.previous, decided, out);
  if (!flags.quiet) shell.err(renderDecisions(taken, shell.words) + tellCarriedOver(programme, paths, shell));
  const corners = traceIfWanted(programme, outcome, flags, shell.outWidth !== null && !flags.quiet, shell.watch);
  shell.watch('write');
  const { force = false } = flags;
  const { asRead } = decided;
  const made = { ...outcome, curve: flags.curve ? corners : null };
  const called = { ...flags, ...getRecordedWorth(within) };
  const { id, files } = await makeFiles(DISK, programme, made, inputs, out, called, shell.program);
  const given = { inputs: listInputFiles(paths), isOurs: isProblemTable };
  const replaced = await publishUnlessDry({ ...RUN, folder: out, files, force, asRead, ...given }, flags);
  if (replaced === null) warnOfGit(out, RUN.marker, shell);
  const warnings = all.problems.filter(problem => !isError(problem)).map(({ code }) => code);
  const earlier = listEarlierChanges(programme, outcome, decided);
  const changes = countEarlierChanges(earlier);
  const zeroId = findZeroId(programme);
  const curve = { corners, within };
  const told = {
    ...{ run: id, terms: programme.terms, changes, curve, warnings, approved: earlier && countApproved(earlier) },
    ...{ folder: out, files: [...files.keys()], zeroId, replaced },
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

/** The first id of digits that begins with 0. */
function findZeroId({ roster: { mentors, mentees } }: Programme): string | null {
  return (mentors.find(hasZeroId) ?? mentees.find(hasZeroId))?.id ?? null;
}

function hasZeroId({ id }: Participant): boolean {
  return /^0\d+$/u.test(id);
}

/** Of the tandems that were approved, how many there are still. */
function countApproved(changes: readonly TandemChange[]): Share {
  const before = changes.filter(({ earlier }) => earlier?.status === 'approved');
  return makeShare(before.filter(({ kind }) => kind === 'approved' || kind === 'kept').length, before.length);
}

async function reportMatch(
  { matching }: MatchedOutcome,
  told: Omit<MatchReport, 'matching' | 'isVerbose'> & { readonly run: string; readonly approved: Share | null },
  found: InputFindings,
  flags: MatchFlags,
  shell: Context,
): Promise<ExitCode> {
  const { json, gates, verbose: isVerbose = false } = flags;
  const { summary } = matching;
  const { words, outPaint: paint, outWidth: width } = shell;
  if (json && told.replaced !== null) shell.err(`${words.summary.sayDryRun(told.folder, told.files, told.replaced)}\n`);
  const missed = listMissedGates(gates, { ...summary, approved: told.approved }, words);
  if (json) {
    const { run, changes, curve } = told;
    await printJson('match', { run, summary, changes, corners: curve.corners, missedGates: missed }, found, shell);
  } else if (!flags.quiet) shell.out(renderMatch({ ...told, matching, isVerbose }, words, { paint, width }));
  await addStepSummary(summary, told.run, missed, shell);
  for (const { message } of missed) {
    shell.err(`${shell.errPaint.bad(words.gates.missed)}: ${message}\n`);
    await annotate(words.gates.isMissed, message, flags, shell);
  }
  return missed.length > 0 ? EXIT.gate : EXIT.done;
}
