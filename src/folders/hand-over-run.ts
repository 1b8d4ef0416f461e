/**
 * Hands a finished run over to another program: which files that makes, and what is
 * told of them; the shell writes them.
 */
import type { Disk, FileContent } from '../domain/disk.ts';
import { UserError } from '../domain/errors.ts';
import {
  type Disclosed,
  type EarlierHandOver,
  HAND_OVER_PAGE,
  type HandedOver,
  type HandOver,
  type HandOverRecord,
  type ToldFile,
  USUAL_AUDIENCES,
} from '../domain/hand-over.ts';
import type { Problem } from '../domain/problems.ts';
import type { Roster } from '../domain/roster.ts';
import { RUN } from '../domain/run-files.ts';
import { makeHandOver } from '../features/hand-over/hand-over.ts';
import type { ProvenRun } from '../features/verify/verify-run.ts';
import { locateInSheet, type Programme } from '../parse/programme.ts';
import { findNearest } from '../parse/text/nearest.ts';
import { checkLetters } from '../render/export/check-letters.ts';
import { checkSheets } from '../render/export/check-limits.ts';
import type { ExportContext, ExportedFile, PersonSheet } from '../render/export/format.ts';
import { FORMATS } from '../render/export/formats.ts';
import { listToldFiles, renderHandOverPage } from '../render/export/hand-over-instructions.ts';
import { countDisclosed } from '../render/export/letters.ts';
import { findExtraColumns } from './extra-columns.ts';
import { type HandOverCall, makeExportContext } from './hand-over-context.ts';
import { addHandOver, findHandedOverFile, readHandOvers } from './handed-over-file.ts';
import { type Inputs, listInputFiles } from './inputs.ts';
import { readDecidedInputs, requireProven, type SavedRun, type Watched } from './saved-run.ts';
import { readTandemsOfRun } from './tandems-of-run.ts';

/** How a hand-over ended, with the inputs and every problem; only errors stand in the way of one. */
export type HandOverEnd =
  | { readonly kind: 'refused'; readonly inputs: Inputs }
  /** There is nobody to be told, or nothing new. */
  | { readonly kind: 'nobody'; readonly inputs: Inputs; readonly handing: HandOver }
  | { readonly kind: 'made'; readonly inputs: Inputs; readonly made: MadeHandOver };

/** The files of a hand-over on their way. */
export interface MadeHandOver {
  readonly handing: HandOver;
  readonly files: ReadonlyMap<string, FileContent>;
  readonly told: readonly ToldFile[];
  readonly disclosed: Disclosed;
  /** What is never overwritten: inputs, the run, and the record. */
  readonly kept: readonly string[];
  /** Where it is noted what was handed over, and what is to stand there once this is. */
  readonly record: { readonly file: string; readonly next: HandedOver };
}

/**
 * Proves a run, takes what people decided in its folder since, and makes the files for a program.
 * @throws UserError where the run does not hold, nothing is approved, or the call asks for what is not there.
 */
export async function handOverRun(
  disk: Disk,
  folder: string,
  saved: SavedRun,
  call: HandOverCall,
  shell: Watched,
): Promise<HandOverEnd> {
  if (saved.inputs.programme === null) return { kind: 'refused', inputs: saved.inputs };
  const proven = requireProven(folder, saved.inputs.programme, saved, shell);
  const inputs = await readDecidedInputs(disk, folder, saved, { leaving: [], bundle: false }, shell);
  const { programme } = inputs;
  if (programme === null) return { kind: 'refused', inputs };
  const task = await prepareHandOver(disk, folder, saved, call, { proven, programme });
  const problems = findProblems(task, call, programme, inputs.paths.sheets);
  if (problems.length > 0)
    return { kind: 'refused', inputs: { ...inputs, problems: [...inputs.problems, ...problems] } };
  if (task.sheets.length === 0) return { kind: 'nobody', inputs, handing: task.context.handing };
  return { kind: 'made', inputs, made: await makeHandOverFiles(disk, folder, saved, call, task) };
}

/** What is to be written, and what was handed over before. */
interface HandOverTask {
  readonly context: ExportContext;
  readonly sheets: readonly PersonSheet[];
  /** The record of what was handed over: its file, and what it says. */
  readonly record: string;
  readonly before: HandedOver;
}

async function prepareHandOver(
  disk: Disk,
  folder: string,
  saved: SavedRun,
  call: HandOverCall,
  { proven, programme }: { readonly proven: ProvenRun; readonly programme: Programme },
): Promise<HandOverTask> {
  const record = findHandedOverFile(disk, saved.recorded.config, folder);
  const before = readHandOvers(disk, record);
  const since = findEarlier(disk, call, before.records, record, proven.roster);
  const handing = choosePeople(call, saved, proven, programme, since);
  refuseUnapproved(folder, handing);
  const context = await makeExportContext(disk, call, saved, { proven, programme }, handing, before.events);
  return { context, sheets: makeSheets(call, context), record, before };
}

async function makeHandOverFiles(
  disk: Disk,
  folder: string,
  { run: { certificate }, inputs }: SavedRun,
  { to }: HandOverCall,
  { context, sheets, record, before }: HandOverTask,
): Promise<MadeHandOver> {
  const { handing, calendar } = context;
  const made = FORMATS[to].makeFiles(sheets, context);
  const told = listToldFiles(made);
  const disclosed = countDisclosed(sheets, context);
  const page = renderHandOverPage(to, { files: told, disclosed }, context);
  const now = { tool: to, run: handing.run, digest: certificate.tandems ?? '', tandems: handing.told };
  const own = RUN.known.map(name => disk.join(folder, name));
  return {
    ...{ handing, told, disclosed },
    files: new Map([...(await writeContents(disk, made)), [HAND_OVER_PAGE, page] as const]),
    kept: [...listInputFiles(disk, inputs.paths), ...own, record],
    record: { file: record, next: addHandOver(before, now, handing.since === null, calendar?.plan.known ?? null) },
  };
}

/** What people were told of before; null where all is to be told. */
function findEarlier(
  disk: Disk,
  { since, to }: HandOverCall,
  records: readonly HandOverRecord[],
  file: string,
  roster: Roster,
): EarlierHandOver | null {
  if (since === undefined) return null;
  if (typeof since === 'string') return readTandemsOfRun(disk, since, roster);
  const last = records.find(({ tool }) => tool === to);
  if (last === undefined) throw new UserError({ kind: 'nothing-handed-over', path: file, tool: to });
  return last;
}

function choosePeople(
  call: HandOverCall,
  { run: { certificate } }: SavedRun,
  { roster, tandems }: ProvenRun,
  { terms, sheets }: Programme,
  since: EarlierHandOver | null,
): HandOver {
  const audiences = FORMATS[call.to].isOfPairs ? USUAL_AUDIENCES : (call.audience ?? USUAL_AUDIENCES);
  return makeHandOver(
    { run: certificate.run ?? '', roster, tandems, notes: terms.pairs },
    {
      ...{ audiences, since, includesDrafts: call.includeDraft ?? false },
      extra: findExtraColumns(call.with ?? [], sheets),
    },
  );
}

/** Nobody is told of what nobody decided, unless the call says so. */
function refuseUnapproved(folder: string, { counts, includesDrafts, ended }: HandOver): void {
  const { approved, drafts, declined } = counts;
  if (approved > 0 || (includesDrafts && drafts > 0) || ended.length > 0) return;
  throw new UserError({ kind: 'nothing-approved', folder, drafts, declined });
}

/** The groups in which there is anybody, with their columns. */
function makeSheets({ to }: HandOverCall, context: ExportContext): PersonSheet[] {
  const some = context.handing.mailings.filter(({ recipients }) => recipients.length > 0);
  return some.map(mailing => ({ ...mailing, columns: FORMATS[to].listColumns(mailing, context) }));
}

/** What the program would cut or refuse, and what is wrong with letters. */
function findProblems(
  { sheets, context }: HandOverTask,
  { to, out }: HandOverCall,
  programme: Programme,
  paths: Inputs['paths']['sheets'],
): Problem[] {
  const files = { mentor: paths.mentors ?? '', mentee: paths.mentees ?? '' };
  const target = { tool: to, limits: FORMATS[to].limits, files, out };
  const refused = checkSheets(sheets, target).map(problem => locateInSheet(problem, programme));
  return to === 'eml' ? [...refused, ...checkLetters(sheets, context, findNearest)] : refused;
}

async function writeContents(disk: Disk, files: ReadonlyMap<string, ExportedFile>): Promise<[string, FileContent][]> {
  const written: [string, FileContent][] = [];
  for (const [name, { content }] of files) {
    switch (content.kind) {
      case 'text':
        written.push([name, content.text]);
        break;
      case 'workbook':
        written.push([name, await disk.writeWorkbook(content.sheets)]);
    }
  }
  return written;
}
