/** Problems as the page shows them: numbered, and each at its cell where it has one. */
import type { Policy } from '../../domain/policy.ts';
import { isError } from '../../domain/problems.ts';
import type { ToldProblem } from '../../render/words/problem.ts';
import type { ShownSheet } from '../engine/questions.ts';

/** What the command of an answer tells with `--json`. */
export interface Told {
  readonly ok: boolean;
  readonly policy: Policy | null;
  readonly problems: readonly ToldProblem[];
}

export interface NumberedProblem extends ToldProblem {
  readonly number: number;
  /** Where it is among the cells that are shown; null where it is of no cell. */
  readonly cell: ProblemCell | null;
}

export interface ProblemCell {
  readonly file: string;
  readonly row: number;
  /** From 0; -1 for the whole row. */
  readonly column: number;
}

/** Errors first, as the command line tells them; then in the order of the sheets. */
export function numberProblems(
  problems: readonly ToldProblem[],
  sheets: readonly ShownSheet[],
): readonly NumberedProblem[] {
  const rowsOf = new Map(sheets.map(({ file, rows }) => [file, new Set(rows.map(({ row }) => row))]));
  const ordered = [...problems.filter(isError), ...problems.filter(problem => !isError(problem))];
  return ordered.map((problem, at) => ({ ...problem, number: at + 1, cell: findCell(problem, sheets, rowsOf) }));
}

function findCell(
  { file, row, column }: ToldProblem,
  sheets: readonly ShownSheet[],
  rowsOf: ReadonlyMap<string, ReadonlySet<number>>,
): ProblemCell | null {
  const sheet = sheets.find(one => one.file === file);
  if (sheet === undefined || row === null) return null;
  if (row !== sheet.headerRow && rowsOf.get(file)?.has(row) !== true) return null;
  return { file, row, column: column === null ? -1 : sheet.header.indexOf(column) };
}

/** The problems of a field of a form: of a cell of a sheet, or of a setting by its path in the config. */
export function findFieldProblems(
  problems: readonly ToldProblem[],
  place: Pick<ToldProblem, 'file' | 'column'> & { readonly row?: number },
): readonly ToldProblem[] {
  return problems.filter(
    ({ file, row, column }) => file === place.file && column === place.column && (place.row ?? row) === row,
  );
}

/** Says by which key problems of a cell are found. */
export function keyCell({ row, column }: Pick<ProblemCell, 'row' | 'column'>): string {
  return `${row} ${column}`;
}

export function groupByCell(
  problems: readonly NumberedProblem[],
  file: string,
): ReadonlyMap<string, readonly NumberedProblem[]> {
  const found = new Map<string, NumberedProblem[]>();
  for (const problem of problems) {
    if (problem.cell?.file !== file) continue;
    // What is of a whole row stands at its number.
    const key = keyCell(problem.cell);
    const here = found.get(key) ?? [];
    here.push(problem);
    found.set(key, here);
  }
  return found;
}

/** Sentences of the command line begin small where something stands before them. */
export function beginLarge(sentence: string): string {
  return sentence.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
