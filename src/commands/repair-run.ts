import { join, relative } from 'node:path';
import { keyTandem, type SideId } from '../domain/decisions.ts';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import type { Tandem } from '../domain/pairing.ts';
import { pointsTooLarge } from '../domain/problems.ts';
import type { Roster } from '../domain/roster.ts';
import { BUNDLED, REPORT, RUN } from '../domain/run-files.ts';
import { listStaying, type Repair, repairTandems } from '../features/rounds/repair.ts';
import { findWanted, type RepairCall, type RunBefore, reportRepair } from '../features/rounds/report-repair.ts';
import { findHandedOverFile, listToldTandems, readHandOvers } from '../folders/handed-over-file.ts';
import { makeFiles } from '../folders/run-files.ts';
import { DISK } from '../io/disk.ts';
import { exists } from '../io/file-system.ts';
import { makePairing } from '../pair/pairing.ts';
import { hopeForEarlier } from '../parse/config/objective-with-kept.ts';
import type { Programme } from '../parse/programme.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { renderRepair } from '../render/text/repair.ts';
import { matchWithPool } from './match-with-pool.ts';
import { publishUnlessDry } from './publish-unless-dry.ts';
import type { Context } from './shared/context.ts';
import { type InputFlags, type Inputs, listInputFiles } from './shared/inputs.ts';
import { printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import { reportClash } from './shared/report-clashing-demands.ts';
import { readDecidedInputs, type SavedRun } from './shared/saved-run.ts';
import { warnOfGit } from './shared/warn-of-git.ts';

/** What a call asks of a repair. */
export interface RepairFlags extends InputFlags, TellFlags {
  /** The folder of the run. */
  readonly from?: string;
  /** Where the repaired run goes; in its own place where this is not said. */
  readonly out?: string;
  /** How many other tandems may move. */
  readonly mayMove?: number;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** A finished run that is to be repaired, and how its inputs are read for the next one. */
export interface RunToRepair {
  readonly folder: string;
  readonly saved: SavedRun;
  readonly inputs: Inputs;
}

/**
 * Reads the inputs of a finished run as for one that is written over it and keeps its
 * tandems. @param leaving who leaves now.
 */
export async function readForRepair(
  folder: string,
  saved: SavedRun,
  leaving: readonly SideId[],
  shell: Context,
): Promise<RunToRepair> {
  const { config } = saved.recorded;
  const inputs = await readDecidedInputs(folder, saved, { leaving, bundle: isBundled(folder, saved) }, shell);
  const { programme, paths } = inputs;
  return {
    ...{ folder, saved },
    inputs: {
      ...inputs,
      paths: { ...paths, config: paths.config ?? config },
      programme: programme && hopeFor(programme),
    },
  };
}

/** The policy by which the run's own tandems are kept: that of the config, or where it is not there, as it would be. */
function hopeFor({ asked, terms, ...programme }: Programme): Programme {
  return { ...programme, asked, terms: { ...terms, policy: asked ?? hopeForEarlier(terms.policy) } };
}

/** Whether a run took its inputs along, so that the next one does. */
function isBundled(folder: string, { recorded: { asked } }: SavedRun): boolean {
  return asked.mentors !== undefined && isTakenAlong(folder, asked.mentors);
}

function isTakenAlong(folder: string, path: string): boolean {
  return relative(folder, path).startsWith(BUNDLED);
}

/** How a repair is told besides: who left, who is new, and how many tandems each mentee had or is to have. */
export interface RepairTask {
  readonly call: RepairCall;
  readonly before: RunBefore;
  readonly wanted: 'lost' | ReadonlyMap<string, number>;
}

/** Repairs a run, tells what was done, and writes it. */
export async function repairRun(
  { folder, saved, inputs }: RunToRepair,
  programme: Programme,
  { call, before, wanted }: RepairTask,
  flags: RepairFlags,
  shell: Context,
): Promise<ExitCode> {
  const out = flags.out ?? folder;
  refuseOtherRun(out, folder);
  const { roster, terms } = programme;
  const pairing = makePairing(roster, terms);
  const stay = listStaying({ terms, pairing });
  const isTold = makeToldLookup(saved, folder, roster);
  const need = { roster, terms, pairing, wanted: findWanted(roster, stay, countBefore(before), wanted), isTold };
  const { alternates } = saved.run.certificate;
  const watch = shell.watch;
  const repair = repairTandems(need, call.mayMove, tried =>
    matchWithPool({ ...programme, terms: tried }, { alternates }, watch),
  );
  const report = reportRepair(before, need, repair, call);
  await tell(inputs, flags, shell);
  const { outcome } = repair;
  if (outcome.kind === 'too-large') {
    const problem = pointsTooLarge(inputs.paths.sheets.pairs ?? inputs.paths.config ?? '--pairs', outcome.level);
    return refuse({ ...inputs, problems: [problem] }, flags, shell);
  }
  if (outcome.kind === 'clash') {
    return reportClash(outcome.clash, { ...programme, terms: repair.terms }, inputs, flags, shell);
  }
  const replaced = await writeRun(
    { folder, saved, inputs },
    { ...programme, terms: repair.terms },
    repair,
    flags,
    shell,
  );
  if (flags.json) await printJson('repair', report, inputs, shell);
  else if (!flags.quiet) {
    const layout = { paint: shell.outPaint, width: shell.outWidth };
    shell.out(renderRepair(report, { folder: out, replaced }, shell.words, layout));
  }
  return EXIT.done;
}

/** Whether a tandem was handed over, so that its people know of it. */
function makeToldLookup({ recorded }: SavedRun, folder: string, { mentors, mentees }: Roster) {
  const told = listToldTandems(readHandOvers(DISK, findHandedOverFile(DISK, recorded.config, folder)));
  return ({ mentor, mentee }: Tandem) =>
    told.has(keyTandem({ mentor: mentors[mentor]!.id, mentee: mentees[mentee]!.id }));
}

/** What people decided in another run would be lost. */
function refuseOtherRun(out: string, folder: string): void {
  if (relative(out, folder) === '' || !exists(join(out, RUN.marker))) return;
  throw new UserError({ kind: 'name-taken', path: out, flag: '--out', isFolder: true });
}

function countBefore({ roster, tandems }: RunBefore): (id: string) => number {
  const counts = new Map<string, number>();
  for (const { mentee } of tandems) {
    const { id } = roster.mentees[mentee]!;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return id => counts.get(id) ?? 0;
}

async function writeRun(
  { folder, saved, inputs }: RunToRepair,
  programme: Programme,
  { outcome }: Repair,
  flags: RepairFlags,
  shell: Context,
): Promise<readonly string[] | null> {
  if (outcome.kind !== 'matched') return null;
  const out = flags.out ?? folder;
  const { allowOverride, encoding, alternates, worthAChange, delimiter, language } = saved.run.certificate;
  const bundle = isBundled(folder, saved);
  const asked = {
    ...{ allowOverride, encoding, alternates, worthAChange, bundle, report: saved.run.files.has(REPORT) },
    ...(delimiter === null ? {} : { delimiter }),
  };
  shell.watch('write');
  const told = { ...inputs, language: flags.lang ?? language };
  const { files } = await makeFiles(DISK, programme, { ...outcome, curve: null }, told, out, asked, shell.program);
  const isInPlace = relative(out, folder) === '';
  const asRead = isInPlace ? inputs.decided.asRead : new Map<string, null>();
  const protectedInputs = listInputFiles(inputs.paths).filter(path => !(isInPlace && isTakenAlong(folder, path)));
  const replaced = await publishUnlessDry(
    { ...RUN, folder: out, files, force: false, asRead, inputs: protectedInputs, isOurs: isProblemTable },
    flags,
  );
  if (replaced === null) warnOfGit(out, RUN.marker, shell);
  return replaced;
}
