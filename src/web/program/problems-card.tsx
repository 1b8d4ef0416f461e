/**
 * Every problem twice: at its cell in a view of the sheet, and as a sentence with what to do. Each leads to the other.
 */

import { useState } from 'preact/hooks';
import { isError } from '../../domain/problems.ts';
import type { DroppedFile } from '../engine/dropped-disk.ts';
import type { ShownSheet } from '../engine/questions.ts';
import { PAGE_ROWS, Pages, SheetView } from './sheet-view.tsx';
import { StepHead } from './steps.tsx';
import { beginLarge, type NumberedProblem } from './told-problems.ts';
import { CONFIG_NAME } from './use-program.ts';
import type { PageWords } from './words.ts';

interface ProblemsCardProps {
  readonly problems: readonly NumberedProblem[];
  readonly sheets: readonly ShownSheet[];
  /** The config as it was dropped: the engine knows it by another name. */
  readonly config: DroppedFile | null;
  readonly words: PageWords;
}

export function ProblemsCard({ problems, sheets, config, words: { page } }: ProblemsCardProps) {
  const [asked, setFile] = useState<string | null>(null);
  const [at, setAt] = useState(-1);
  const first = problems.find(({ cell }) => cell !== null)?.cell?.file;
  const sheet = sheets.find(({ file }) => file === (asked ?? first)) ?? sheets[0];
  const errors = problems.filter(isError).length;
  const show = (problem: NumberedProblem, target: 'cell' | 'problem') => {
    if (problem.cell !== null) setFile(problem.cell.file);
    setAt(problem.number - 1);
    // The sheet may have to be drawn first.
    setTimeout(() => focusOn(`${target}-${problem.number}`));
  };
  const step = (by: number) => {
    const next = problems[(at + by + problems.length) % problems.length];
    if (next !== undefined) show(next, next.cell === null ? 'problem' : 'cell');
  };
  return (
    <section class="card" aria-labelledby="problems-head">
      <StepHead step="problems" id="problems-head">
        {page.problemsHead}
      </StepHead>
      <p class="lead">
        {problems.length === 0 ? page.noProblems : page.problemsLead(errors, problems.length - errors)}
      </p>
      <SheetTabs sheets={sheets} shown={sheet} choose={setFile} page={page} />
      {sheet !== undefined && (
        <SheetView key={sheet.file} sheet={sheet} problems={problems} current={at + 1} show={show} page={page} />
      )}
      {problems.length > 0 && (
        <div class="row nav">
          <button type="button" onClick={() => step(at < 0 ? 0 : -1)}>
            {page.previousProblem}
          </button>
          <button type="button" onClick={() => step(1)}>
            {page.nextProblem}
          </button>
        </div>
      )}
      <ProblemList
        key={at}
        problems={problems}
        first={Math.max(0, at)}
        sayFile={file => (file === CONFIG_NAME ? (config?.name ?? file) : file)}
        show={show}
        page={page}
      />
    </section>
  );
}

interface ListProps {
  readonly problems: readonly NumberedProblem[];
  /** The one that must be among those that are listed. */
  readonly first: number;
  readonly sayFile: ItemProps['sayFile'];
  readonly show: ItemProps['show'];
  readonly page: PageWords['page'];
}

/** A hundred at a time: thousands would be slow to draw. */
function ProblemList({ problems, first, sayFile, show, page }: ListProps) {
  const [at, go] = useState(Math.floor(first / PAGE_ROWS));
  const from = at * PAGE_ROWS;
  return (
    <>
      <ol class="problems" start={from + 1}>
        {problems.slice(from, from + PAGE_ROWS).map(problem => (
          <ProblemItem key={problem.number} problem={problem} sayFile={sayFile} show={show} page={page} />
        ))}
      </ol>
      <Pages at={at} size={PAGE_ROWS} all={problems.length} go={go} say={page.sayShownProblems} page={page} />
    </>
  );
}

function focusOn(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}

interface TabsProps {
  readonly sheets: readonly ShownSheet[];
  readonly shown: ShownSheet | undefined;
  readonly choose: (file: string) => void;
  readonly page: PageWords['page'];
}

function SheetTabs({ sheets, shown, choose, page }: TabsProps) {
  if (sheets.length < 2) return null;
  return (
    <fieldset class="row tabs-of-sheets">
      <legend class="vh">{page.sheets}</legend>
      {sheets.map(({ file }) => (
        <button key={file} type="button" aria-pressed={file === shown?.file} onClick={() => choose(file)}>
          {file}
        </button>
      ))}
    </fieldset>
  );
}

interface ItemProps {
  readonly problem: NumberedProblem;
  readonly sayFile: (file: string) => string;
  readonly show: (problem: NumberedProblem, target: 'cell' | 'problem') => void;
  readonly page: PageWords['page'];
}

function ProblemItem({ problem, sayFile, show, page }: ItemProps) {
  const { number, severity, code, file, row, column, message, hint, cell } = problem;
  const place = [sayFile(file), page.sayPlace(row, column)].filter(part => part !== '').join(' · ');
  const mark = severity === 'error' ? 'mark bad' : 'mark warn';
  return (
    <li id={`problem-${number}`} tabIndex={-1}>
      {cell === null ? (
        <span class={mark}>{number}</span>
      ) : (
        <a
          class={mark}
          href={`#cell-${number}`}
          aria-label={page.showCell(number)}
          onClick={event => {
            event.preventDefault();
            show(problem, 'cell');
          }}
        >
          {number}
        </a>
      )}
      <div>
        <p>
          <span class={severity === 'error' ? 'tag bad' : 'tag warn'}>
            {severity === 'error' ? page.error : page.warning}
          </span>{' '}
          {beginLarge(message)}
        </p>
        {hint !== null && <p class="hint">{beginLarge(hint)}</p>}
        <p class="m s">
          {place} · {code}
        </p>
      </div>
    </li>
  );
}
