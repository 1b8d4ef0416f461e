/** A sheet as its spreadsheet numbers it, with the problems at their cells; a hundred rows at a time. */

import { useMemo, useState } from 'preact/hooks';
import { isError } from '../../domain/problems.ts';
import type { ShownSheet } from '../engine/questions.ts';
import { groupByCell, keyCell, type NumberedProblem } from './told-problems.ts';
import type { PageWords } from './words.ts';

interface SheetViewProps {
  readonly sheet: ShownSheet;
  readonly problems: readonly NumberedProblem[];
  /** The number of the problem that somebody looks at. */
  readonly current: number;
  readonly show: (problem: NumberedProblem, target: 'cell' | 'problem') => void;
  readonly page: PageWords['page'];
}

/** More rows at once would be slow to draw. */
export const PAGE_ROWS = 100;

/** A sheet without problems is only looked at. */
const FIRST_ROWS = 10;

export function SheetView({ sheet, problems, current, show, page }: SheetViewProps) {
  const { file, header, headerRow, rows } = sheet;
  const byCell = useMemo(() => groupByCell(problems, file), [problems, file]);
  const marked = new Set([...byCell.values()].flat().map(({ cell }) => cell!.row));
  const [isOnly, setOnly] = useState(marked.size > 0 && rows.length > FIRST_ROWS);
  const [turned, setPage] = useState<{ readonly at: number; readonly by: number } | null>(null);
  const listed = isOnly ? rows.filter(({ row }) => marked.has(row)) : rows;
  const wanted = listed.findIndex(({ row }) => row === problems[current - 1]?.cell?.row);
  const followed = wanted < 0 ? 0 : Math.floor(wanted / PAGE_ROWS);
  // Whoever turns the page looks for something else than the problem.
  const at = turned !== null && turned.by === current ? turned.at : followed;
  const size = marked.size === 0 ? FIRST_ROWS : PAGE_ROWS;
  const shown = listed.slice(at * size, (at + 1) * size);
  const cells = { byCell, show, page };
  return (
    <div>
      {marked.size > 0 && (
        <label class="check">
          <input type="checkbox" checked={isOnly} onChange={({ currentTarget }) => setOnly(currentTarget.checked)} />
          {page.onlyProblemRows}
        </label>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section class="sheet-scroll" tabIndex={0} aria-label={file}>
        <table class="sheet">
          <SheetHead header={header} headerRow={headerRow} {...cells} />
          <tbody>
            {shown.map(({ row, cells: values }) => (
              <SheetRow key={row} row={row} values={values} header={header} {...cells} />
            ))}
          </tbody>
        </table>
      </section>
      <Pages
        at={at}
        size={size}
        all={listed.length}
        go={next => setPage({ at: next, by: current })}
        say={page.sayShownRows}
        page={page}
      />
    </div>
  );
}

interface SheetHeadProps extends Omit<MarksProps, 'found'> {
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly byCell: ReadonlyMap<string, readonly NumberedProblem[]>;
}

function SheetHead({ header, headerRow, byCell, show, page }: SheetHeadProps) {
  const find = (column: number) => byCell.get(keyCell({ row: headerRow, column }));
  return (
    <thead>
      <tr>
        <th scope="col">
          <Marks found={find(-1)} show={show} page={page} />
          <span class="vh">{page.row}</span>
        </th>
        {header.map((name, column) => (
          <th key={column} scope="col" class={findTone(find(column))}>
            {name}
            <Marks found={find(column)} show={show} page={page} />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SheetRowProps extends Omit<MarksProps, 'found'> {
  readonly row: number;
  readonly values: readonly string[];
  readonly header: readonly string[];
  readonly byCell: ReadonlyMap<string, readonly NumberedProblem[]>;
}

function SheetRow({ row, values, header, byCell, show, page }: SheetRowProps) {
  const ofRow = byCell.get(keyCell({ row, column: -1 }));
  return (
    <tr>
      <th scope="row" class={findTone(ofRow)}>
        {row}
        <Marks found={ofRow} show={show} page={page} />
      </th>
      {header.map((_, column) => {
        const found = byCell.get(keyCell({ row, column }));
        return (
          <td key={column} class={findTone(found)}>
            {values[column] ?? ''}
            <Marks found={found} show={show} page={page} />
          </td>
        );
      })}
    </tr>
  );
}

function findTone(found: readonly NumberedProblem[] | undefined): string {
  if (found === undefined) return '';
  return found.some(isError) ? 'bad' : 'warn';
}

interface MarksProps {
  readonly found: readonly NumberedProblem[] | undefined;
  readonly show: SheetViewProps['show'];
  readonly page: PageWords['page'];
}

function Marks({ found = [], show, page }: MarksProps) {
  return (
    <>
      {found.map(problem => (
        <a
          key={problem.number}
          id={`cell-${problem.number}`}
          class={isError(problem) ? 'mark bad' : 'mark warn'}
          href={`#problem-${problem.number}`}
          aria-label={page.showProblem(problem.number)}
          onClick={event => {
            event.preventDefault();
            show(problem, 'problem');
          }}
        >
          {problem.number}
        </a>
      ))}
    </>
  );
}

interface PagesProps {
  readonly at: number;
  readonly size: number;
  readonly all: number;
  readonly go: (at: number) => void;
  readonly say: (from: number, to: number, all: number) => string;
  readonly page: PageWords['page'];
}

/** Leads from one part of a list to the next. */
export function Pages({ at, size, all, go, say, page }: PagesProps) {
  if (all <= size) return null;
  const last = Math.ceil(all / size) - 1;
  return (
    <div class="row nav">
      <button type="button" aria-disabled={at === 0} onClick={() => go(Math.max(0, at - 1))}>
        {page.back}
      </button>
      <p role="status">{say(at * size + 1, Math.min(all, (at + 1) * size), all)}</p>
      <button type="button" aria-disabled={at === last} onClick={() => go(Math.min(last, at + 1))}>
        {page.on}
      </button>
    </div>
  );
}
