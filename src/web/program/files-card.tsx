/** The files that were dropped or chosen, and what each is. */
import { useMemo, useState } from 'preact/hooks';
import { tellProblems } from '../../render/words/problem.ts';
import { findConfigProblems } from '../engine/config-problems.ts';
import type { DroppedFile } from '../engine/dropped-disk.ts';
import type { SortedRole, SortedSheet } from '../engine/questions.ts';
import { countDecided } from './reviewed-runs.ts';
import { StepHead } from './steps.tsx';
import { beginLarge } from './told-problems.ts';
import { listMissing, type PageActions, type PageState } from './use-program.ts';
import type { PageWords } from './words.ts';
import { LIMITS_NAME } from './write-limits-sheet.ts';

interface FilesCardProps {
  readonly state: PageState;
  readonly actions: PageActions;
  readonly words: PageWords;
}

export function FilesCard({ state, actions, words }: FilesCardProps) {
  const { page } = words;
  const shown = new Set(state.sheets.map(({ path }) => path.split('#')[0]));
  const { approved, declined } = countDecided(state.decided);
  const others = state.files.filter(({ name }) => !shown.has(name));
  return (
    <section class="card" aria-labelledby="sheets-head">
      <StepHead step="sheets" id="sheets-head">
        {page.sheetsHead}
      </StepHead>
      <p class="lead">{page.sheetsLead}</p>
      <DropZone add={actions.add} page={page} />
      {(state.files.length > 0 || state.config !== null) && (
        <ul class="files">
          {state.sheets.map(sheet => (
            <SheetItem key={sheet.path} sheet={sheet} actions={actions} page={page} />
          ))}
          {state.config !== null && (
            <FileItem name={state.config.name} note={page.isConfig} remove={actions.remove} page={page} />
          )}
          {state.limits !== null && (
            <FileItem
              name={LIMITS_NAME}
              note={page.isLimits(state.limits.length)}
              remove={() => actions.setLimits(null)}
              page={page}
            />
          )}
          {state.decided.length > 0 && (
            <FileItem
              name="decisions.csv"
              note={page.isDecisions(approved, declined)}
              remove={actions.forgetDecisions}
              page={page}
            />
          )}
          {state.isRun && (
            <FileItem name={page.isRun} note={listNames(others)} remove={actions.removeRun} page={page} />
          )}
          {!state.isRun &&
            others.map(({ name }) => (
              <FileItem key={name} name={name} note={sayOther(state, page)} remove={actions.remove} page={page} />
            ))}
        </ul>
      )}
      {state.busy === null && <Missing state={state} words={words} />}
    </section>
  );
}

/** While files are looked at, nobody knows yet what those are that are no sheets. */
function sayOther({ busy }: PageState, page: PageWords['page']): string {
  return busy === null ? page.roles.none : '';
}

/**
 * What is still to be dropped, and what is wrong with a config: with both sheets there, all problems are told together.
 */
function Missing({ state: { files, sheets, config, isRun }, words }: Omit<FilesCardProps, 'actions'>) {
  const missing = listMissing(sheets);
  if (isRun || missing.length === 0 || (files.length === 0 && config === null)) return null;
  return (
    <>
      {config !== null && <ConfigProblems config={config} words={words} />}
      <p class="note" id="missing">
        {words.page.sayMissing(missing, sheets.length > 0)}
      </p>
    </>
  );
}

interface ConfigProps {
  readonly config: DroppedFile;
  readonly words: PageWords;
}

function ConfigProblems({ config, words: { page, program } }: ConfigProps) {
  const problems = useMemo(() => findConfigProblems(config), [config]);
  if (problems.length === 0) return null;
  const told = tellProblems(problems, program);
  // What to do may be the same for many; it is said behind the last of them.
  const hints = told.map(({ hint }, at) => (told[at + 1]?.hint === hint ? null : hint));
  return (
    <div class="note trouble" role="status" id="config-problems">
      <p>{page.noConfig(config.name)}</p>
      <ul>
        {told.map(({ code, message }, at) => (
          <li key={at}>
            {code}:{' '}
            {[message, hints[at] ?? '']
              .filter(text => text !== '')
              .map(beginLarge)
              .join('. ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

function listNames(files: readonly DroppedFile[]): string {
  return files.map(({ name }) => name).join(', ');
}

interface DropProps {
  readonly add: PageActions['add'];
  readonly page: PageWords['page'];
}

function DropZone({ add, page }: DropProps) {
  const [isOver, setOver] = useState(false);
  const take = async (list: FileList | null | undefined) => {
    if (list != null) add(await readFiles([...list]));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is besides; the button does the same
    <div
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p>
        <b>{page.dropHere}</b> {page.dropKinds}
      </p>
      <label class="button">
        {page.choose}
        <input
          id="files"
          class="vh"
          type="file"
          multiple
          onChange={event => {
            take(event.currentTarget.files);
          }}
        />
      </label>
    </div>
  );
}

export function readFiles(files: readonly File[]): Promise<DroppedFile[]> {
  return Promise.all(files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

const ROLES = ['mentors', 'mentees', 'both', 'limits', 'pairs', 'history', 'previous'] as const;

interface SheetProps {
  readonly sheet: SortedSheet;
  readonly actions: PageActions;
  readonly page: PageWords['page'];
}

function SheetItem({ sheet: { path, rows, role }, actions, page }: SheetProps) {
  const file = path.split('#')[0]!;
  return (
    <li class="file">
      <div>
        <b>{path}</b>
        <p class="m s">{page.sayRows(rows)}</p>
      </div>
      <div class="row">
        <select
          aria-label={page.sayRole(path)}
          value={role ?? ''}
          onChange={({ currentTarget: { value } }) =>
            actions.choose(path, ROLES.find((one): one is SortedRole => one === value) ?? null)
          }
        >
          {ROLES.map(one => (
            <option key={one} value={one}>
              {page.roles[one]}
            </option>
          ))}
          <option value="">{page.roles.none}</option>
        </select>
        <RemoveButton name={file} remove={actions.remove} page={page} />
      </div>
    </li>
  );
}

interface FileProps {
  readonly name: string;
  readonly note?: string;
  readonly remove: PageActions['remove'];
  readonly page: PageWords['page'];
}

function FileItem({ name, note = '', remove, page }: FileProps) {
  return (
    <li class="file">
      <div>
        <b>{name}</b>
        <p class="m s">{note}</p>
      </div>
      <RemoveButton name={name} remove={remove} page={page} />
    </li>
  );
}

function RemoveButton({ name, remove, page }: FileProps) {
  return (
    <button type="button" aria-label={page.sayRemove(name)} onClick={() => remove(name)}>
      {page.remove}
    </button>
  );
}
