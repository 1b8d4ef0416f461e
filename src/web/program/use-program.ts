/** What the page knows: the files that were dropped, what each is, the settings, and the last answers of the engine. */
import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { Language } from '../../domain/language.ts';
import type { Stage } from '../../domain/progress.ts';
import type { DroppedFile } from '../engine/dropped-disk.ts';
import type { EngineAnswer, EngineTask, Roles, SortedRole, SortedSheet } from '../engine/questions.ts';
import { askEngine, EngineFault, type OpenQuestion } from './ask-engine.ts';
import { type PageSettings, readSettings, writeSettings } from './settings.ts';

export type Validated = Extract<EngineAnswer, { kind: 'validated' }>;
export type Matched = Extract<EngineAnswer, { kind: 'matched' }>;

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
  readonly hasConfig: boolean;
  readonly read: Validated | null;
  /** The last answer to a question that somebody asked. */
  readonly answer: EngineAnswer | null;
  readonly fault: EngineFault | null;
  readonly busy: Busy | null;
  readonly saved: string | null;
}

export const NOTHING: PageState = {
  ...{ files: [], sheets: [], isRun: false, brokenConfig: null, settings: {}, hasConfig: false },
  ...{ read: null, answer: null, fault: null, busy: null, saved: null },
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
  readonly ask: (kind: 'check' | 'match' | 'verify') => void;
  readonly cancel: () => void;
  readonly noteSaved: (name: string) => void;
}

const CONFIG_NAME = 'rmentor.config.json';

export function useProgram(language: Language): readonly [PageState, PageActions] {
  const [state, change] = useReducer((old: PageState, next: StateChange) => ({ ...old, ...next(old) }), NOTHING);
  const asking = useRef<OpenQuestion | null>(null);
  const run = async (kind: EngineTask['kind'], take: (answer: EngineAnswer) => Partial<PageState>) => {
    asking.current?.cancel();
    const task = makeTask(state, kind, language);
    const own = askEngine(task, ({ stage, done, total }) => change(() => ({ busy: { kind, stage, done, total } })));
    asking.current = own;
    change(() => ({ busy: { kind, stage: 'read', done: 0, total: 0 }, fault: null }));
    const next = await own.answer.then(take, fault => ({ fault: makeFault(fault) }));
    if (asking.current === own) change(() => ({ ...next, busy: null }));
  };
  const paths = state.files.map(({ name, bytes }) => `${name} ${bytes.length}`).join('\n');
  useEffect(() => {
    if (state.files.length > 0) run('sort', answer => (answer.kind === 'sorted' ? answer : { answer }));
  }, [paths]);
  useEffect(() => {
    if (hasBoth(state.sheets)) run('validate', takeRead);
  }, [state.sheets, state.settings, state.brokenConfig, language]);
  const actions: PageActions = {
    add: files => change(old => addFiles(old, files)),
    remove: name => change(old => removeFile(old, name)),
    removeRun: () => change(removeRun),
    choose: (path, role) => change(old => ({ ...chooseRole(old, path, role), ...NO_ANSWER })),
    set: settings => change(() => ({ settings, brokenConfig: null, ...NO_ANSWER })),
    ask: kind => run(kind, answer => ({ answer, saved: null })),
    cancel: () => {
      asking.current?.cancel();
      asking.current = null;
      change(() => ({ busy: null }));
    },
    noteSaved: saved => change(() => ({ saved })),
  };
  return [state, actions];
}

/** An answer is about the files and settings that it was asked of. */
const NO_ANSWER = { answer: null, saved: null, fault: null } as const;

function takeRead(answer: EngineAnswer): Partial<PageState> {
  return answer.kind === 'validated' ? { read: answer } : { read: null, answer };
}

function makeFault(fault: unknown): EngineFault {
  return fault instanceof EngineFault ? fault : new EngineFault(String(fault), false);
}

function addFiles(old: PageState, files: readonly DroppedFile[]): Partial<PageState> {
  const config = files.find(isConfig);
  const others = files.filter(file => file !== config);
  const kept = old.files.filter(({ name }) => !others.some(file => file.name === name));
  return { files: [...kept, ...others], ...(config === undefined ? {} : takeConfig(config)), ...NO_ANSWER };
}

/** A run has files of JSON, too. */
function isConfig({ name }: DroppedFile): boolean {
  return /\.json$/iu.test(name) && !/^(?:certificate|summary|curve|understood)\.json$|^input-/u.test(name);
}

function takeConfig({ bytes }: DroppedFile): Partial<PageState> {
  const settings = readSettings(bytes);
  return { settings: settings ?? {}, brokenConfig: settings === null ? bytes : null, hasConfig: true };
}

function removeFile(old: PageState, name: string): Partial<PageState> {
  if (name === CONFIG_NAME) return { settings: {}, brokenConfig: null, hasConfig: false, ...NO_ANSWER };
  const files = old.files.filter(file => file.name !== name);
  const sheets = old.sheets.filter(({ path }) => path !== name && !path.startsWith(`${name}#`));
  return { files, sheets, isRun: files.length > 0 && old.isRun, read: null, ...NO_ANSWER };
}

/** What is shown as no sheet is a part of the run. */
function removeRun({ files, sheets }: PageState): Partial<PageState> {
  const isSheet = ({ name }: DroppedFile) => sheets.some(({ path }) => path.split('#')[0] === name);
  return { files: files.filter(isSheet), isRun: false, ...NO_ANSWER };
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

/** A sheet of both stands for two. */
function listSides(role: SortedRole | null): readonly SortedRole[] {
  if (role === null) return [];
  return role === 'both' ? ['mentors', 'mentees'] : [role];
}

export function hasBoth(sheets: readonly SortedSheet[]): boolean {
  return listSides('both').every(wanted => sheets.some(({ role }) => listSides(role).includes(wanted)));
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
export function makeConfig({ settings, brokenConfig, hasConfig }: PageState): DroppedFile | null {
  if (brokenConfig !== null) return { name: CONFIG_NAME, bytes: brokenConfig };
  const isEmpty = !hasConfig && Object.keys(settings).length === 0;
  return isEmpty ? null : { name: CONFIG_NAME, bytes: writeSettings(settings) };
}

function makeTask(state: PageState, kind: EngineTask['kind'], language: Language): EngineTask {
  const config = makeConfig(state);
  const files = config === null || kind === 'verify' ? state.files : [...state.files, config];
  return { kind, files, roles: kind === 'verify' ? {} : listRoles(state.sheets), language };
}
