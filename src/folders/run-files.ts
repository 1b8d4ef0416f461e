import type { Disk, FileContent } from '../domain/disk.ts';
import type { Role } from '../domain/input-roles.ts';
import { type RunRecord, WORKBOOK } from '../domain/run-files.ts';
import { computeRunId } from '../domain/run-id.ts';
import type { MatchedOutcome } from '../features/match/match.ts';
import { makeRunRecord, type RecordedCall, type RecordedPaths } from '../features/match/run-record.ts';
import type { Programme } from '../parse/programme.ts';
import { UNPAINTED } from '../render/layout/paint.ts';
import { loadReport } from '../render/page/load-report.ts';
import { renderRunFiles } from '../render/run/run.ts';
import type { Run } from '../render/run/run-facts.ts';
import { buildRunWorkbook } from '../render/run/run-workbook.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import { renderRules } from '../render/words/rules.ts';
import { makeBundle } from './copy-inputs-into-run.ts';
import type { InputPaths, Inputs } from './inputs.ts';

/** What a call asks of the files of a run. */
export interface RunFileFlags
  extends Partial<Pick<RecordedCall, 'allowOverride' | 'encoding' | 'alternates' | 'worthAChange'>> {
  readonly delimiter?: string;
  /** Whether the run takes its inputs along. */
  readonly bundle?: boolean;
  /** Whether the run is written as a workbook too. */
  readonly workbook?: boolean;
  /** Whether the run has its page; it has where nothing is said. */
  readonly report?: boolean;
}

/** The files of a run, by name. */
export async function makeFiles(
  disk: Disk,
  programme: Programme,
  made: MadeRun,
  { paths: named, bytes, delimiter, language, decided }: Omit<Inputs, 'programme'>,
  out: string,
  flags: RunFileFlags,
  program: string,
): Promise<{ readonly id: string; readonly run: Run; readonly files: ReadonlyMap<string, FileContent> }> {
  const bundle = flags.bundle ? makeBundle(disk, named, bytes) : null;
  const between = flags.delimiter ?? findDelimiter(programme) ?? delimiter ?? FOR_WORKBOOKS;
  const paths = bundle?.paths ?? rebasePaths(disk, named, out);
  const called = { ...flags, ...paths, language, delimiter: between };
  const record = makeRunRecord(programme, { ...made.matching, proof: made.proof }, called);
  const id = computeRunId(program, record);
  const run = await buildRun(programme, made, record, id, flags.report ?? true);
  const files = new Map<string, FileContent>([...renderRunFiles(run, record, program), ...(bundle?.files ?? [])]);
  // Whoever decides in a workbook finds the new run there again.
  const isWanted = flags.workbook || decided.asRead.get(WORKBOOK);
  if (isWanted && disk.writesWorkbooks) files.set(WORKBOOK, await makeWorkbook(disk, run, programme));
  return { id, run, files };
}

/** The run as a workbook, for people who open workbooks. */
async function makeWorkbook(disk: Disk, run: Run, { roster, terms, defaults }: Programme): Promise<Uint8Array> {
  const gaps = run.matching.summary.gaps;
  const rules = renderRules({ roster, terms, defaults, gaps }, run.words, { paint: UNPAINTED, width: null });
  return disk.writeWorkbook(buildRunWorkbook(run, rules.trimEnd().split('\n')));
}

/** What a run is made from: with the curve, where it is written. */
export type MadeRun = MatchedOutcome & Pick<Run, 'curve'>;

async function buildRun(
  { roster, terms, gone }: Programme,
  { matching, alternates, changes, curve, parts, findPageFacts }: MadeRun,
  { language, delimiter }: RunRecord,
  id: string,
  hasPage: boolean,
): Promise<Run> {
  const words = await LOAD_WORDS[language]();
  const page = hasPage
    ? { renderPage: await loadReport(language), ...findPageFacts() }
    : { renderPage: null, idlePrices: null, review: null };
  return { id, roster, terms, gone, matching, alternates, changes, curve, parts, words, delimiter, ...page };
}

/** What stands between cells of the mentors' sheet; null where it is one of a workbook. */
function findDelimiter({ sheets }: Programme): string | null {
  return sheets.find(({ role }) => role === 'mentors')?.delimiter ?? null;
}

/** Opens by a double click wherever a comma is a decimal sign, and where it is not, in a spreadsheet that asks. */
const FOR_WORKBOOKS = ';';

/** Paths as they are seen from the folder of the run. */
function rebasePaths(disk: Disk, { config, sheets, history }: InputPaths, out: string): RecordedPaths {
  const rebasePath = (path: string) =>
    path === '-' ? path : disk.writeSlashes(disk.relative(disk.resolve(out), disk.resolve(path)));
  const rebaseSheet = (role: Role) => sheets[role] && rebasePath(sheets[role]);
  return {
    config: config && rebasePath(config),
    sheets: {
      mentors: rebaseSheet('mentors'),
      mentees: rebaseSheet('mentees'),
      limits: rebaseSheet('limits'),
      pairs: rebaseSheet('pairs'),
      previous: rebaseSheet('previous'),
      carryOver: rebaseSheet('carryOver'),
    },
    history: history.map(rebasePath),
  };
}
