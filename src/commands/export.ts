import { join } from 'node:path';
import type { FileContent } from '../domain/disk.ts';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import {
  type EarlierHandOver,
  type ExportTool,
  HAND_OVER_PAGE,
  type HandedOver,
  type HandOver,
  type HandOverRecord,
  type ToldHandOver,
  USUAL_AUDIENCES,
} from '../domain/hand-over.ts';
import type { Problem } from '../domain/problems.ts';
import type { Roster } from '../domain/roster.ts';
import { RUN } from '../domain/run-files.ts';
import { makeHandOver } from '../features/hand-over/hand-over.ts';
import type { ProvenRun } from '../features/verify/verify-run.ts';
import type { Publication } from '../io/publish.ts';
import { locateInSheet, type Programme } from '../parse/programme.ts';
import { findNearest } from '../parse/text/nearest.ts';
import { checkLetters } from '../render/export/check-letters.ts';
import { checkSheets } from '../render/export/check-limits.ts';
import type { ExportContext, ExportedFile, PersonSheet } from '../render/export/format.ts';
import { FORMATS } from '../render/export/formats.ts';
import { listToldFiles, renderHandOverPage } from '../render/export/hand-over-page.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { renderHandOver } from '../render/text/hand-over.ts';
import { makeExportContext, writeStarterLetters } from './export-context.ts';
import type { ExportFlags } from './export-flags.ts';
import { publishUnlessDry } from './publish-unless-dry.ts';
import type { Context } from './shared/context.ts';
import { findExtraColumns } from './shared/extra-columns.ts';
import { findHandedOverFile, readHandOvers, writeHandOver } from './shared/handed-over-file.ts';
import { getRunFolder, type InputFlags, listInputFiles } from './shared/inputs.ts';
import { printJson, refuse, tell } from './shared/report.ts';
import { readDecidedInputs, requireProven, requireSavedRun, type SavedRun } from './shared/saved-run.ts';
import { readTandemsOfRun } from './shared/tandems-of-run.ts';
import { warnOfGit } from './shared/warn-of-git.ts';

/** `rmentor export`: writes the tandems of a finished run for another program, which is told apart from telling people: nothing is sent. */
export async function exportCommand(flags: ExportFlags, shell: Context): Promise<ExitCode> {
  const folder = flags.from ?? getRunFolder(flags);
  const saved = await requireSavedRun(folder, pickPlaces(flags), shell);
  if (flags.writeLetters) return tellLetters(flags, saved, shell);
  if (saved.inputs.programme === null) return refuse(saved.inputs, flags, shell);
  const proven = requireProven(folder, saved.inputs.programme, saved, shell);
  const inputs = await readDecidedInputs(folder, saved, { leaving: [], bundle: false }, shell);
  const { programme } = inputs;
  if (programme === null) return refuse(inputs, flags, shell);
  const task = await prepareHandOver(flags, folder, saved, { proven, programme });
  const problems = findProblems(task, flags, programme, inputs.paths.sheets);
  if (problems.length > 0) return refuse({ ...inputs, problems: [...inputs.problems, ...problems] }, flags, shell);
  await tell(inputs, flags, shell);
  if (task.sheets.length === 0) return tellNothing(task.context.handing, shell);
  shell.watch('write');
  const { told, replaced } = await writeHandOverFiles(task, flags, folder, saved);
  if (told.isWritten) warnOfGit(flags.out, HAND_OVER_PAGE, shell);
  if (flags.json) await printJson('hand-over', told, inputs, shell);
  else if (!flags.quiet) shell.out(renderHandOver(told, replaced ?? [], shell.words, { width: shell.outWidth }));
  return EXIT.done;
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
  flags: ExportFlags,
  folder: string,
  saved: SavedRun,
  { proven, programme }: { readonly proven: ProvenRun; readonly programme: Programme },
): Promise<HandOverTask> {
  const record = findHandedOverFile(saved.recorded.config, folder);
  const before = readHandOvers(record);
  const since = findEarlier(flags, before.records, record, proven.roster);
  const handing = handOver(flags, saved, proven, programme, since);
  refuseUnapproved(folder, handing);
  const known = { ...programme, roster: proven.roster };
  const context = await makeExportContext(flags, saved, known, handing, before.events);
  return { context, sheets: makeSheets(flags.to, context), record, before };
}

async function writeHandOverFiles(
  { context, sheets, record, before }: HandOverTask,
  flags: ExportFlags,
  folder: string,
  saved: SavedRun,
): Promise<{ readonly told: ToldHandOver; readonly replaced: readonly string[] | null }> {
  const { handing } = context;
  const made = FORMATS[flags.to].makeFiles(sheets, context);
  const files = listToldFiles(made);
  const page = renderHandOverPage(flags.to, files, context);
  const contents = new Map([...(await writeContents(made)), [HAND_OVER_PAGE, page] as const]);
  const own = RUN.known.map(name => join(folder, name));
  const protectedFiles = [...listInputFiles(saved.inputs.paths), ...own, record];
  const replaced = await publishUnlessDry(makePublication(flags, contents, protectedFiles), flags);
  const isWritten = replaced === null;
  const isRecorded = isWritten && flags.record !== false;
  if (isRecorded) {
    const digest = saved.run.certificate.tandems ?? '';
    const now = { tool: flags.to, run: handing.run, digest, tandems: handing.told };
    writeHandOver(record, before, now, handing.since === null, context.calendar?.plan.known ?? null);
  }
  const told = { tool: flags.to, folder: flags.out, isWritten, files, handing, record: isRecorded ? record : null };
  return { told, replaced };
}

/** Writes letters to begin with, which somebody then edits. */
async function tellLetters(flags: ExportFlags, saved: SavedRun, { words, err }: Context): Promise<ExitCode> {
  const written = await writeStarterLetters(saved.recorded.config, flags.lang ?? saved.run.certificate.language);
  err(`${words.exported.letters(written)}\n`);
  return EXIT.done;
}

/** What says where the inputs are. */
function pickPlaces(flags: ExportFlags): InputFlags {
  const { to: _to, out: _out, from: _from, since: _since, with: _with, ...places } = flags;
  return places;
}

/** What people were told of before; null where all is to be told. */
function findEarlier(
  { since, to }: ExportFlags,
  records: readonly HandOverRecord[],
  file: string,
  roster: Roster,
): EarlierHandOver | null {
  if (since === undefined) return null;
  if (typeof since === 'string') return readTandemsOfRun(since, roster);
  const last = records.find(({ tool }) => tool === to);
  if (last === undefined) throw new UserError({ kind: 'nothing-handed-over', path: file, tool: to });
  return last;
}

function handOver(
  flags: ExportFlags,
  { run: { certificate } }: SavedRun,
  { roster, tandems }: ProvenRun,
  { terms, sheets }: Programme,
  since: EarlierHandOver | null,
): HandOver {
  const audiences = FORMATS[flags.to].isOfPairs ? USUAL_AUDIENCES : (flags.audience ?? USUAL_AUDIENCES);
  return makeHandOver(
    { run: certificate.run ?? '', roster, tandems, notes: terms.pairs },
    {
      ...{ audiences, since, includesDrafts: flags.includeDraft ?? false },
      extra: findExtraColumns(flags.with ?? [], sheets),
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
function makeSheets(tool: ExportTool, context: ExportContext): PersonSheet[] {
  const some = context.handing.mailings.filter(({ recipients }) => recipients.length > 0);
  return some.map(mailing => ({ ...mailing, columns: FORMATS[tool].listColumns(mailing, context) }));
}

/** What the program would cut or refuse, and what is wrong with letters. */
function findProblems(
  { sheets, context }: HandOverTask,
  { to, out }: ExportFlags,
  programme: Programme,
  paths: SavedRun['inputs']['paths']['sheets'],
): Problem[] {
  const files = { mentor: paths.mentors ?? '', mentee: paths.mentees ?? '' };
  const target = { tool: to, limits: FORMATS[to].limits, files, out };
  const refused = checkSheets(sheets, target).map(problem => locateInSheet(problem, programme));
  return to === 'eml' ? [...refused, ...checkLetters(sheets, context, findNearest)] : refused;
}

function tellNothing({ since }: HandOver, { words, err }: Context): ExitCode {
  err(`${since === null ? words.exported.nobody : words.exported.nothingNew(since)}\n`);
  return EXIT.done;
}

async function writeContents(files: ReadonlyMap<string, ExportedFile>): Promise<[string, FileContent][]> {
  const written: [string, FileContent][] = [];
  for (const [name, { content }] of files) {
    switch (content.kind) {
      case 'text':
        written.push([name, content.text]);
        break;
      case 'workbook': {
        const { writeWorkbook } = await import('../io/write-workbook.ts');
        written.push([name, await writeWorkbook(content.sheets)]);
      }
    }
  }
  return written;
}

/** Every name that a hand-over may have written, today or in an earlier version. */
const FAMILY =
  /^(?:(?:(?:unmatched-|ended-)?(?:mentors|mentees)(?:-\d{1,6})?\.(?:csv|xlsx|json|ics|vcf|eml))|tandems\.csv|hand-over\.json|kick-offs\.ics|connections\.csv|pairs\.(?:csv|xlsx)|(?:(?:unmatched-|ended-)?(?:mentor|mentee)|tandem|cancel)-\d{1,6}\.(?:eml|ics|vcf))$/u;

function makePublication(
  { out: folder, force = false }: ExportFlags,
  files: ReadonlyMap<string, FileContent>,
  inputs: readonly string[],
): Publication {
  const kind = { marker: HAND_OVER_PAGE, known: [HAND_OVER_PAGE], family: FAMILY };
  return { ...kind, folder, files, force, inputs, isOurs: isProblemTable };
}
