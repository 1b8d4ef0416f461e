import { join } from 'node:path';
import type { FileContent } from '../domain/disk.ts';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import {
  type Audience,
  type EarlierHandOver,
  type ExportTool,
  HAND_OVER_PAGE,
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
import type { Publication } from '../io/publish.ts';
import { locateInSheet, type Programme } from '../parse/programme.ts';
import { checkSheets } from '../render/export/check-limits.ts';
import type { ExportContext, ExportedFile, PersonSheet } from '../render/export/format.ts';
import { FORMATS } from '../render/export/formats.ts';
import { renderHandOverPage } from '../render/export/hand-over-page.ts';
import { isProblemTable } from '../render/run/problem-table.ts';
import { renderHandOver } from '../render/text/hand-over.ts';
import { LOAD_HAND_OVER, LOAD_WORDS } from '../render/words/languages.ts';
import { publishUnlessDry } from './publish-unless-dry.ts';
import type { Context } from './shared/context.ts';
import { findExtraColumns } from './shared/extra-columns.ts';
import { findHandedOverFile, readHandOvers, writeHandOver } from './shared/handed-over-file.ts';
import { getRunFolder, type InputFlags, listInputFiles } from './shared/inputs.ts';
import { printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import {
  makeDoesNotHoldError,
  readDecidedInputs,
  readSavedRun,
  refuseChanged,
  requireProven,
  type SavedRun,
} from './shared/saved-run.ts';
import { readTandemsOfRun } from './shared/tandems-of-run.ts';
import { warnOfGit } from './shared/warn-of-git.ts';

export interface ExportFlags extends InputFlags, TellFlags {
  readonly to: ExportTool;
  readonly out: string;
  /** The folder of the run. */
  readonly from?: string;
  readonly audience?: readonly Audience[];
  readonly includeDraft?: boolean;
  /** A run that people know; true for the one that was handed over last. */
  readonly since?: string | true;
  /** Further columns of the sheets. */
  readonly with?: readonly string[];
  /** Whether it is noted what was handed over. */
  readonly record?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** `rmentor export`: writes the tandems of a finished run for another program, which is told apart from telling people: nothing is sent. */
export async function exportCommand(flags: ExportFlags, shell: Context): Promise<ExitCode> {
  const folder = flags.from ?? getRunFolder(flags);
  const saved = await readSavedRun(folder, pickPlaces(flags), shell);
  if ('kind' in saved) throw makeDoesNotHoldError(folder, saved);
  refuseChanged(saved.changed);
  if (saved.inputs.programme === null) return refuse(saved.inputs, flags, shell);
  const proven = requireProven(folder, saved.inputs.programme, saved, shell);
  const inputs = await readDecidedInputs(folder, saved, { leaving: [], bundle: false }, shell);
  const { programme } = inputs;
  if (programme === null) return refuse(inputs, flags, shell);
  const record = findHandedOverFile(saved.recorded.config, folder);
  const before = readHandOvers(record);
  const since = findEarlier(flags, before, record, proven.roster);
  const handing = handOver(flags, saved, proven, programme, since);
  refuseUnapproved(folder, handing);
  const context = await makeContext(flags, saved, handing);
  const sheets = makeSheets(flags.to, context);
  const problems = findRefused(sheets, flags, programme, inputs.paths.sheets);
  if (problems.length > 0) return refuse({ ...inputs, problems: [...inputs.problems, ...problems] }, flags, shell);
  await tell(inputs, flags, shell);
  if (sheets.length === 0) return tellNothing(handing, shell);
  shell.watch('write');
  const made = FORMATS[flags.to].makeFiles(sheets, context);
  const files = [...made].map(([name, { group, rows }]): ToldFile => ({ name, group, rows }));
  const page = renderHandOverPage(flags.to, files, context);
  const contents = new Map([...(await writeContents(made)), [HAND_OVER_PAGE, page] as const]);
  const own = RUN.known.map(name => join(folder, name));
  const protectedFiles = [...listInputFiles(saved.inputs.paths), ...own, record];
  const replaced = await publishUnlessDry(makePublication(flags, contents, protectedFiles), flags);
  const isWritten = replaced === null;
  if (isWritten) warnOfGit(flags.out, HAND_OVER_PAGE, shell);
  const isRecorded = isWritten && flags.record !== false;
  if (isRecorded) {
    const digest = saved.run.certificate.tandems ?? '';
    writeHandOver(record, before, { tool: flags.to, run: handing.run, digest, tandems: handing.told }, since === null);
  }
  const told = { tool: flags.to, folder: flags.out, isWritten, files, handing, record: isRecorded ? record : null };
  if (flags.json) await printJson('hand-over', told, inputs, shell);
  else if (!flags.quiet) shell.out(renderHandOver(told, replaced ?? [], shell.words, { width: shell.outWidth }));
  return EXIT.done;
}

/** What says where the inputs are. */
function pickPlaces({ to: _to, out: _out, from: _from, since: _since, with: _with, ...places }: ExportFlags) {
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

/** Files are in the language of the run, unless the call asks for another. */
async function makeContext(
  flags: ExportFlags,
  { run: { certificate } }: SavedRun,
  handing: HandOver,
): Promise<ExportContext> {
  const language = flags.lang ?? certificate.language;
  const [words, handOver] = await Promise.all([LOAD_WORDS[language](), LOAD_HAND_OVER[language]()]);
  return { words, handOver, handing, delimiter: certificate.delimiter ?? ';' };
}

/** The groups in which there is anybody, with their columns. */
function makeSheets(tool: ExportTool, context: ExportContext): PersonSheet[] {
  const some = context.handing.mailings.filter(({ recipients }) => recipients.length > 0);
  return some.map(mailing => ({ ...mailing, columns: FORMATS[tool].listColumns(mailing, context) }));
}

function findRefused(
  sheets: readonly PersonSheet[],
  { to, out }: ExportFlags,
  programme: Programme,
  paths: SavedRun['inputs']['paths']['sheets'],
): Problem[] {
  const files = { mentor: paths.mentors ?? '', mentee: paths.mentees ?? '' };
  const target = { tool: to, limits: FORMATS[to].limits, files, out };
  return checkSheets(sheets, target).map(problem => locateInSheet(problem, programme));
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
  /^(?:(?:(?:unmatched-|ended-)?(?:mentors|mentees)(?:-\d{1,6})?\.(?:csv|xlsx|json|ics|vcf|eml))|tandems\.csv|hand-over\.json|connections\.csv|pairs\.(?:csv|xlsx)|(?:(?:unmatched-|ended-)?(?:mentor|mentee)|tandem|cancel)-\d{1,6}\.(?:eml|ics|vcf))$/u;

function makePublication(
  { out: folder, force = false }: ExportFlags,
  files: ReadonlyMap<string, FileContent>,
  inputs: readonly string[],
): Publication {
  const kind = { marker: HAND_OVER_PAGE, known: [HAND_OVER_PAGE], family: FAMILY };
  return { ...kind, folder, files, force, inputs, isOurs: isProblemTable };
}
