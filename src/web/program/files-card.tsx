/** The files that were dropped or chosen, and what each is. */
import { useState } from 'preact/hooks';
import type { DroppedFile } from '../engine/dropped-disk.ts';
import type { SortedRole, SortedSheet } from '../engine/questions.ts';
import { countDecided } from './reviewed-runs.ts';
import { hasBoth, type PageActions, type PageState } from './use-program.ts';
import type { PageWords } from './words.ts';
import { LIMITS_NAME } from './write-limits-sheet.ts';

interface FilesCardProps {
  readonly state: PageState;
  readonly actions: PageActions;
  readonly words: PageWords;
}

export function FilesCard({ state, actions, words: { page } }: FilesCardProps) {
  const shown = new Set(state.sheets.map(({ path }) => path.split('#')[0]));
  const { approved, declined } = countDecided(state.decided);
  const others = state.files.filter(({ name }) => !shown.has(name));
  return (
    <section class="card" aria-labelledby="sheets-head">
      <h2 id="sheets-head">{page.sheetsHead}</h2>
      <p class="lead">{page.sheetsLead}</p>
      <DropZone add={actions.add} page={page} />
      {(state.files.length > 0 || state.hasConfig) && (
        <ul class="files">
          {state.sheets.map(sheet => (
            <SheetItem key={sheet.path} sheet={sheet} actions={actions} page={page} />
          ))}
          {state.hasConfig && (
            <FileItem name="rmentor.config.json" note={page.isConfig} remove={actions.remove} page={page} />
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
            others.map(({ name }) => <FileItem key={name} name={name} remove={actions.remove} page={page} />)}
        </ul>
      )}
      {state.files.length > 0 && !state.isRun && !hasBoth(state.sheets) && state.busy === null && (
        <p class="note">{page.needBoth}</p>
      )}
    </section>
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
