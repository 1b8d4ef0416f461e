/** What the page knows: the files that were dropped, what each is, the settings, and the last answers of the engine. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Language } from '../../domain/language.ts';
import type { Stage } from '../../domain/progress.ts';
import { RUN } from '../../domain/run-files.ts';
import { type DroppedFile, RUN_FOLDER } from '../engine/dropped-disk.ts';
import type {
  ColumnMapping,
  EngineAnswer,
  EngineTask,
  LimitSetting,
  Matched,
  Roles,
  SortedRole,
  SortedSheet,
  Validated,
} from '../engine/questions.ts';
import {
  beginDecisions,
  type DecidedRow,
  listDecided,
  type ReviewDecisions,
  writeDecided,
} from '../report/decisions.ts';
import { askEngine, EngineFault, type OpenQuestion } from './ask-engine.ts';
import { type PageSettings, readSettings, writeSettings } from './config-edits.ts';
import type { ReviewedRun } from './reviewed-runs.ts';
import { LIMITS_NAME, writeLimits } from './write-limits-sheet.ts';

/** What is being done, and how far it has come. */
export interface Busy {
  readonly kind: EngineTask['kind'];
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface PageState {
  readonly files: readonly DroppedFile[];
  readonly sheets: readonly SortedSheet[];
  readonly isRun: boolean;
  /** A config that was dropped and is none: it is told what is wrong with it. */
  readonly brokenConfig: Uint8Array | null;
  readonly settings: PageSettings;
  /** The limits of the form, in the place of a sheet's; null where nobody has changed any. */
  readonly limits: readonly LimitSetting[] | null;
  /** The config as it was dropped, by its own name. */
  readonly config: DroppedFile | null;
  readonly read: Validated | null;
  /** The last answer to a question that somebody asked. */
  readonly answer: EngineAnswer | null;
  readonly fault: EngineFault | null;
  readonly busy: Busy | null;
  readonly saved: string | null;
  /** What was decided in reviews: it counts in each pairing until it is removed. */
  readonly decided: readonly DecidedRow[];
  /** The certificate of the run in which it was decided. */
  readonly marker: Uint8Array | null;
  /** What the review of the run begins with. */
  readonly desk: ReviewDecisions;
  /** The runs before the one that is shown, since somebody asked for a first one. */
  readonly rounds: readonly ReviewedRun[];
  /** Why there is no run with the decisions; the one without them stays. */
  readonly refusal: Exclude<EngineAnswer, Matched> | null;
}

export const NOTHING: PageState = {
  ...{ files: [], sheets: [], isRun: false, brokenConfig: null, settings: {}, config: null },
  limits: null,
  ...{ read: null, answer: null, fault: null, busy: null, saved: null },
  ...{ decided: [], marker: null, desk: beginDecisions(), rounds: [], refusal: null },
};

type StateChange = (state: PageState) => Partial<PageState>;

/** What can be done on the page. */
export interface PageActions {
  readonly add: (files: readonly DroppedFile[]) => void;
  readonly remove: (name: string) => void;
  /** Removes all files of a finished run. */
  readonly removeRun: () => void;
  readonly choose: (path: string, role: SortedRole | null) => void;
  readonly set: (settings: PageSettings) => void;
  /** null: those of a sheet count again. */
  readonly setLimits: (limits: readonly LimitSetting[] | null) => void;
  readonly ask: (kind: 'check' | 'match' | 'verify') => void;
  /** What the review holds by now. */
  readonly hear: (decisions: ReviewDecisions) => void;
  readonly matchAgain: () => void;
  /** Shows the run before as it was left. */
  readonly goBack: () => void;
  readonly forgetDecisions: () => void;
  readonly cancel: () => void;
  readonly noteSaved: (name: string) => void;
}

/** As the engine finds it, and as problems name it. */
export const CONFIG_NAME = 'rmentor.config.json';

export function useProgram(language: Language): readonly [PageState, PageActions] {
  const [state, change] = useReducer((old: PageState, next: StateChange) => ({ ...old, ...next(old) }), NOTHING);
  const asking = useRef<OpenQuestion | null>(null);
  const desk = useRef<HeardDecisions>({ of: null, decisions: NOTHING.desk });
  // Parts of the page that are not drawn again still ask of what there is now.
  const latest = useRef(state);
  latest.current = state;
  const gather = (old: PageState) => gatherDecisions(old, getDesk(old, desk.current));
  const run = async (kind: EngineTask['kind'], take: (answer: EngineAnswer) => Partial<PageState>) => {
    asking.current?.cancel();
    const task = makeTask({ ...latest.current, decided: gather(latest.current) }, kind, language);
    const own = askEngine(task, ({ stage, done, total }) => change(() => ({ busy: { kind, stage, done, total } })));
    asking.current = own;
    change(() => ({ busy: { kind, stage: 'read', done: 0, total: 0 }, fault: null, refusal: null }));
    const next = await own.answer.then(take, fault => ({ fault: makeFault(fault) }));
    if (asking.current === own) change(() => ({ ...next, busy: null }));
  };
  const paths = state.files.map(({ name, bytes }) => `${name} ${bytes.length}`).join('\n');
  useEffect(() => {
    if (state.files.length > 0) run('sort', answer => (answer.kind === 'sorted' ? answer : { answer }));
  }, [paths]);
  useEffect(() => {
    if (hasBoth(state.sheets)) run('validate', takeRead);
  }, [state.sheets, state.settings, state.limits, state.brokenConfig, language]);
  /** An answer is about the files and settings that it was asked of; decisions outlive it. */
  const changeInputs = (next: StateChange) =>
    change(old => ({ ...NO_ANSWER, decided: gather(old), ...next({ ...old, decided: gather(old) }) }));
  const actions: PageActions = {
    add: files => changeInputs(old => addFiles(old, files)),
    remove: name => changeInputs(old => removeFile(old, name)),
    removeRun: () => changeInputs(removeRun),
    choose: (path, role) => changeInputs(old => chooseRole(old, path, role)),
    set: settings => changeInputs(() => ({ settings, brokenConfig: null })),
    setLimits: limits => changeInputs(old => replaceLimits(old, limits)),
    ask: kind => run(kind, answer => ({ ...NO_ANSWER, ...takeAnswer(answer, gather(latest.current)) })),
    hear: decisions => {
      desk.current = { of: latest.current.answer, decisions };
    },
    matchAgain: () => run('match', answer => takeAgain(latest.current, getDesk(latest.current, desk.current), answer)),
    goBack: () => change(takeBefore),
    forgetDecisions: () => change(() => ({ ...NO_ANSWER, decided: [] })),
    cancel: () => {
      asking.current?.cancel();
      asking.current = null;
      change(() => ({ busy: null }));
    },
    noteSaved: saved => change(() => ({ saved })),
  };
  return [state, actions];
}

const NO_ANSWER = { answer: null, saved: null, fault: null, rounds: [], refusal: null } as const;

/** What a review said last, and of which run it is. */
interface HeardDecisions {
  readonly of: EngineAnswer | null;
  readonly decisions: ReviewDecisions;
}

/** What is decided in the run that is shown: until its review is drawn, what that begins with. */
function getDesk({ answer, desk }: PageState, { of, decisions }: HeardDecisions): ReviewDecisions {
  return answer !== null && answer === of ? decisions : desk;
}

/** All that is decided by now: in the review of the run that is shown, and before. */
function gatherDecisions({ answer, decided }: PageState, desk: ReviewDecisions): readonly DecidedRow[] {
  return answer?.kind === 'matched' ? listDecided(desk, answer.report.data) : decided;
}

function takeAnswer(answer: EngineAnswer, decided: readonly DecidedRow[]): Partial<PageState> {
  if (answer.kind !== 'matched') return { answer, decided };
  const marker = answer.run.get(RUN.marker) ?? null;
  return { answer, decided, marker, desk: beginDecisions(decided, answer.report.data), saved: null };
}

/** A run with all decisions follows the one that they were made in; without one, that stays. */
function takeAgain(state: PageState, desk: ReviewDecisions, next: EngineAnswer): Partial<PageState> {
  const { answer, decided, rounds } = state;
  if (next.kind !== 'matched') return { refusal: next };
  if (answer?.kind !== 'matched') return {};
  return { ...takeAnswer(next, gatherDecisions(state, desk)), rounds: [...rounds, { answer, desk, decided }] };
}

function takeBefore({ rounds }: PageState): Partial<PageState> {
  const last = rounds.at(-1);
  return last === undefined ? {} : { ...last, rounds: rounds.slice(0, -1), saved: null, refusal: null };
}

function takeRead(answer: EngineAnswer): Partial<PageState> {
  return answer.kind === 'validated' ? { read: answer } : { read: null, answer };
}

function makeFault(fault: unknown): EngineFault {
  return fault instanceof EngineFault ? fault : new EngineFault(String(fault), false);
}

function addFiles(old: PageState, files: readonly DroppedFile[]): Partial<PageState> {
  const config = files.find(({ name }) => name === CONFIG_NAME) ?? files.find(isConfig);
  const others = files.filter(file => file !== config);
  const kept = old.files.filter(({ name }) => !others.some(file => file.name === name));
  return { files: [...kept, ...others], ...(config === undefined ? {} : takeConfig(config)) };
}

/** Runs and hand-overs have files of JSON, too. */
function isConfig({ name }: DroppedFile): boolean {
  return /\.json$/iu.test(name) && !/^(?:certificate|summary|curve|understood|handed-over)\.json$|^input-/u.test(name);
}

function takeConfig(config: DroppedFile): Partial<PageState> {
  const settings = readSettings(config.bytes);
  return { settings: settings ?? {}, brokenConfig: settings === null ? config.bytes : null, config };
}

function removeFile(old: PageState, name: string): Partial<PageState> {
  if (name === old.config?.name) return { settings: {}, brokenConfig: null, config: null };
  const files = old.files.filter(file => file.name !== name);
  const sheets = old.sheets.filter(({ path }) => path !== name && !path.startsWith(`${name}#`));
  return { files, sheets, isRun: files.length > 0 && old.isRun, read: null };
}

/** What is shown as no sheet is a part of the run. */
function removeRun({ files, sheets }: PageState): Partial<PageState> {
  const isSheet = ({ name }: DroppedFile) => sheets.some(({ path }) => path.split('#')[0] === name);
  return { files: files.filter(isSheet), isRun: false };
}

/** Each role but earlier tandems is of one sheet. */
function chooseRole({ sheets }: PageState, path: string, role: SortedRole | null): Partial<PageState> {
  const isTaken = (other: SortedSheet) =>
    role !== 'history' && listSides(other.role).some(one => listSides(role).includes(one));
  return {
    sheets: sheets.map(sheet => {
      if (sheet.path === path) return { ...sheet, role };
      return isTaken(sheet) ? { ...sheet, role: null } : sheet;
    }),
    read: null,
  };
}

/** The form says all limits, so that neither a sheet nor the config does. */
function replaceLimits({ settings, sheets }: PageState, limits: PageState['limits']): Partial<PageState> {
  const { limits: _, ...others } = settings;
  const freed = sheets.map(sheet => (sheet.role === 'limits' ? { ...sheet, role: null } : sheet));
  return { limits, settings: others, sheets: freed };
}

/** A sheet of both stands for two. */
function listSides(role: SortedRole | null): readonly SortedRole[] {
  if (role === null) return [];
  return role === 'both' ? SIDES : [role];
}

const SIDES = ['mentors', 'mentees'] as const;

export function hasBoth(sheets: readonly SortedSheet[]): boolean {
  return listMissing(sheets).length === 0;
}

/** The sides of which there is no sheet yet. */
export function listMissing(sheets: readonly SortedSheet[]): readonly ColumnMapping['role'][] {
  return SIDES.filter(wanted => !sheets.some(({ role }) => listSides(role).includes(wanted)));
}

export function listRoles(sheets: readonly SortedSheet[]): Roles {
  const one = (wanted: SortedRole) => sheets.find(({ role }) => listSides(role).includes(wanted))?.path;
  const history = sheets.filter(({ role }) => role === 'history').map(({ path }) => path);
  const named = (['mentors', 'mentees', 'limits', 'pairs', 'previous'] as const).flatMap(role => {
    const path = one(role);
    return path === undefined ? [] : [[role, path] as const];
  });
  return { ...Object.fromEntries(named), ...(history.length === 0 ? {} : { history }) };
}

/** Settings that nobody made are no config, so that a run names none. */
export function makeConfig({ settings, brokenConfig, config }: PageState): DroppedFile | null {
  if (brokenConfig !== null) return { name: CONFIG_NAME, bytes: brokenConfig };
  const isEmpty = config === null && Object.keys(settings).length === 0;
  return isEmpty ? null : { name: CONFIG_NAME, bytes: writeSettings(settings) };
}

function makeTask(state: PageState, kind: EngineTask['kind'], language: Language): EngineTask {
  const config = makeConfig(state);
  const files = config === null || kind === 'verify' ? state.files : [...state.files, config];
  const plain = { kind, files, roles: kind === 'verify' ? {} : listRoles(state.sheets), language };
  const task = kind === 'verify' || kind === 'sort' ? plain : addLimits(plain, state);
  return kind === 'check' || kind === 'match' ? addDecisions(task, state) : task;
}

function addLimits(task: EngineTask, { limits }: PageState): EngineTask {
  if (limits === null || limits.length === 0) return task;
  const others = task.files.filter(({ name }) => name !== LIMITS_NAME);
  const file = { name: LIMITS_NAME, bytes: writeLimits(limits) };
  return { ...task, files: [...others, file], roles: { ...task.roles, limits: LIMITS_NAME } };
}

const DECISIONS = 'decisions.csv';

/**
 * Decisions are the previous run's, as `--previous` takes them; where there is another one, they stand
 * in the run that is to be replaced.
 */
function addDecisions(task: EngineTask, state: PageState): EngineTask {
  if (state.decided.length === 0) return task;
  const bytes = new TextEncoder().encode(writeDecided(state.decided));
  const isFree = task.roles.previous === undefined && state.settings['previous'] === undefined;
  if (!isFree) return { ...task, files: [...task.files, ...placeInRun(bytes, state.marker)] };
  const files = [...task.files, { name: DECISIONS, bytes }];
  return { ...task, files, roles: { ...task.roles, previous: DECISIONS } };
}

function placeInRun(decisions: Uint8Array, marker: Uint8Array | null): readonly DroppedFile[] {
  const run = [{ name: `${RUN_FOLDER}/tandems.csv`, bytes: decisions }];
  return marker === null ? run : [...run, { name: `${RUN_FOLDER}/${RUN.marker}`, bytes: marker }];
}
