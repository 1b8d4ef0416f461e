/** Answers the page's questions as the commands of the same names do, from the same functions. */
import { UserError } from '../../domain/errors.ts';
import { hasErrors, type Problem } from '../../domain/problems.ts';
import type { Progress } from '../../domain/progress.ts';
import { WORKBOOK } from '../../domain/run-files.ts';
import { check } from '../../features/forecast/check.ts';
import { match } from '../../features/match/match.ts';
import type { DecisionRequest } from '../../folders/decisions.ts';
import { countEarlierChanges, listEarlierChanges } from '../../folders/earlier-changes.ts';
import { CONFIG_NAME, type InputFlags, type Inputs, readInputs } from '../../folders/inputs.ts';
import { judgeRun } from '../../folders/judge-run.ts';
import { type MatchEnd, matchProgramme } from '../../folders/match-programme.ts';
import { makeFiles } from '../../folders/run-files.ts';
import { makeOtherVersionError } from '../../folders/saved-run.ts';
import { findGaps } from '../../pair/rules/data-gaps.ts';
import { readConfig } from '../../parse/config/config.ts';
import { encodeUtf8 } from '../../parse/text/bytes-to-text.ts';
import { renderTold } from '../../render/json/outputs.ts';
import { UNPAINTED } from '../../render/layout/paint.ts';
import { loadContents } from '../../render/page/load-report.ts';
import { renderForecast } from '../../render/text/forecast.ts';
import { renderVerdict } from '../../render/text/verdict.ts';
import { renderClash } from '../../render/words/clash.ts';
import type { Words } from '../../render/words/en/index.ts';
import { LOAD_WORDS } from '../../render/words/languages.ts';
import { describeLevels, describeLimit } from '../../render/words/rules.ts';
import { tellTrouble } from '../../render/words/trouble.ts';
import { packFiles } from './archives.ts';
import { makeDisk, RUN_FOLDER } from './dropped-disk.ts';
import { listLimitRows } from './list-limit-rows.ts';
import { makeProposals } from './make-proposals.ts';
import { placeFiles } from './place-files.ts';
import type { EngineAnswer, EngineTask } from './questions.ts';
import { showSheets } from './shown-sheets.ts';
import { sortSheets } from './sort-sheets.ts';

/** What an answer is made with: the name and version for certificates, and whoever hears how far it has come. */
export interface Asking {
  readonly program: string;
  readonly watch: Progress;
}

/** Trouble with the call is an answer, too; anything else that goes wrong is thrown. */
export async function answerTask(task: EngineTask, asking: Asking): Promise<EngineAnswer> {
  const words = await LOAD_WORDS[task.language]();
  try {
    return await answerBy(task, asking, words);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'trouble', ...tellTrouble(error.trouble, words) };
  }
}

function answerBy(task: EngineTask, asking: Asking, words: Words): Promise<EngineAnswer> {
  const files = placeFiles(task.files);
  const asked: AskedTask = { ...task, ...asking, placed: files, disk: makeDisk(files), words };
  switch (task.kind) {
    case 'sort':
      return sortSheets(asked.disk, files);
    case 'validate':
      return validate(asked);
    case 'check':
      return forecast(asked);
    case 'match':
      return pair(asked);
    case 'verify':
      return judge(asked);
  }
}

interface AskedTask extends EngineTask, Asking {
  readonly placed: ReadonlyMap<string, Uint8Array>;
  readonly disk: ReturnType<typeof makeDisk>;
  readonly words: Words;
}

/** What people decided in a run that was dropped counts as in the next run there. */
const NEXT_RUN: DecisionRequest = {
  ...{ kind: 'to-come', out: RUN_FOLDER, isFresh: false, releasing: 'none', force: false },
  ...{ rejoining: [], leaving: [] },
};

/** Files are in the language that the config says, and else in that of the page. */
function makeFlags({ disk, roles, language }: Pick<AskedTask, 'disk' | 'roles' | 'language'>): InputFlags {
  const config = disk.exists(CONFIG_NAME) ? readConfig(CONFIG_NAME, disk.readBytes(CONFIG_NAME)).value : {};
  return { ...roles, ...(config.language === undefined ? { lang: language } : {}), bundle: true };
}

async function validate(asked: AskedTask): Promise<EngineAnswer> {
  const { disk, watch, words } = asked;
  const inputs = await readInputs(disk, makeFlags(asked), watch);
  const { programme, understood, problems } = inputs;
  const gaps = programme && findGaps(programme.roster, programme.terms);
  const json = renderTold('understood', { ok: !hasErrors(problems), ...understood, gaps }, problems, words);
  const limits = gaps === null ? [] : programme!.terms.limits.map(limit => describeLimit(limit, gaps, words));
  const order = gaps === null ? [] : describeLevels(programme!.terms.policy, false, gaps, words);
  const sheets = await showSheets(disk, inputs);
  const writtenLimits = listLimitRows(inputs, sheets);
  return { kind: 'validated', json, sheets, proposals: makeProposals(inputs, sheets), writtenLimits, limits, order };
}

function refuse(problems: readonly Problem[], words: Words): EngineAnswer {
  return { kind: 'refused', json: renderTold('refused', {}, problems, words) };
}

async function forecast(asked: AskedTask): Promise<EngineAnswer> {
  const { disk, watch, words } = asked;
  const inputs = await readInputs(disk, makeFlags(asked), watch, null, NEXT_RUN);
  const { programme, problems } = inputs;
  if (programme === null) return refuse(problems, words);
  const { roster, terms } = programme;
  const checked = check(roster, terms, watch);
  if (checked.kind === 'clash') return tellClash({ ...checked, programme, problems }, inputs, words);
  const json = renderTold('forecast', { forecast: checked.forecast, roster, terms }, problems, words);
  // With its long tables: a page is as long as it must be.
  return { kind: 'checked', json, text: renderForecast(checked.forecast, roster, terms, PAGE_LAYOUT, words, true) };
}

/** Lines that a page has room for. */
const PAGE_LAYOUT = { paint: UNPAINTED, width: 100 };

function tellClash(
  { clash, programme, problems }: Omit<Extract<MatchEnd, { kind: 'clash' }>, 'kind'>,
  { paths: { sheets } }: Inputs,
  words: Words,
): EngineAnswer {
  const { roster, terms } = programme;
  const json = renderTold('clash', { clash, roster, terms, files: sheets }, problems, words);
  return { kind: 'clash', json, text: renderClash(clash, roster, terms, sheets, words) };
}

async function pair(asked: AskedTask): Promise<EngineAnswer> {
  const { disk, watch, words, program } = asked;
  const flags = makeFlags(asked);
  const inputs = await readInputs(disk, flags, watch, null, NEXT_RUN);
  if (inputs.programme === null) return refuse(inputs.problems, words);
  const solve = ({ roster, terms, earlier }: NonNullable<Inputs['programme']>) =>
    match(roster, terms, watch, undefined, null, earlier);
  const end = matchProgramme(disk, inputs.programme, inputs, RUN_FOLDER, {}, solve, watch);
  if (end.kind === 'refused') return refuse(end.problems, words);
  if (end.kind === 'clash') return tellClash(end, inputs, words);
  watch('write');
  const { programme, outcome, problems } = end;
  const {
    id,
    files,
    run: made,
  } = await makeFiles(disk, programme, { ...outcome, curve: null }, inputs, RUN_FOLDER, flags, program);
  const run = new Map([...files].map(([name, content]) => [name, writeBytes(content)]));
  const { summary } = outcome.matching;
  const changes = countEarlierChanges(listEarlierChanges(programme, outcome, inputs.decided));
  const json = renderTold('match', { run: id, summary, changes, corners: null, missedGates: [] }, problems, words);
  const report = (await loadContents(inputs.language))(made);
  const isWithoutWorkbook = Boolean(inputs.decided.asRead.get(WORKBOOK));
  return { kind: 'matched', json, report, run, zip: packFiles(run), isWithoutWorkbook };
}

function writeBytes(content: Uint8Array | string | Iterable<string>): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return encodeUtf8(typeof content === 'string' ? content : [...content].join(''));
}

async function judge(asked: AskedTask): Promise<EngineAnswer> {
  const { disk, words } = asked;
  const { verdict, proven, inputs } = await judgeRun(disk, RUN_FOLDER, { ...asked.roles }, asked);
  if (verdict.kind === 'other-inputs') throw makeOtherVersionError(RUN_FOLDER, verdict.version, verdict.why);
  const json = renderTold('verdict', { verdict, proof: proven }, inputs?.problems ?? [], words);
  return { kind: 'judged', json, text: renderVerdict(verdict, proven, words, { paint: UNPAINTED, width: null }) };
}
