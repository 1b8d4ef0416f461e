import type { Words } from '../words/en/index.ts';
import type { ToldProblem } from '../words/problem.ts';

/** After so many of one kind in a column the others are told by their rows alone. */
const MOST_OF_A_KIND = 5;
/** So many rows, or runs of rows, are named. */
const MOST_ROWS = 10;

/**
 * Problems as people read them: the gravest first, and alike ones as one that names their rows. What says the same of
 * several rows is one; of what says nearly the same of a column, five are told and the rest is one.
 */
export function mergeAlikeProblems(problems: readonly ToldProblem[], words: Words): ToldProblem[] {
  const kinds = groupByKey(problems.toSorted(compareGravity), makeKindKey);
  return [...kinds.values()].flatMap(kind => shortenKind([...groupByKey(kind, makeSayingKey).values()], words));
}

/** Errors first, and of them what is wrong with a file or setting as a whole: the rest may follow from it. */
function compareGravity(one: ToldProblem, other: ToldProblem): number {
  return rankGravity(one) - rankGravity(other);
}

function rankGravity(problem: ToldProblem): number {
  return (problem.severity === 'error' ? 0 : 2) + (problem.row === null ? 0 : 1);
}

function makeKindKey({ severity, code, file, column }: ToldProblem): string {
  return JSON.stringify([severity, code, file, column]);
}

/** Settings have no rows to be named by. */
function makeSayingKey({ row, message, hint }: ToldProblem, index: number): string {
  return JSON.stringify(row === null ? [index] : [message, hint]);
}

type AlikeProblems = readonly [ToldProblem, ...ToldProblem[]];

function groupByKey(
  problems: readonly ToldProblem[],
  keyOf: (problem: ToldProblem, index: number) => string,
): Map<string, [ToldProblem, ...ToldProblem[]]> {
  const groups = new Map<string, [ToldProblem, ...ToldProblem[]]>();
  for (const [index, problem] of problems.entries()) {
    const key = keyOf(problem, index);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return groups;
}

/** @param sayings of one kind: in each, the same is said of every row. */
function shortenKind(sayings: readonly AlikeProblems[], words: Words): ToldProblem[] {
  const isLong = sayings.length > MOST_OF_A_KIND + 1 && sayings[0]![0].row !== null;
  const told = isLong ? sayings.slice(0, MOST_OF_A_KIND) : sayings;
  const [next, ...others] = isLong ? sayings.slice(MOST_OF_A_KIND).flat() : [];
  const rest = next === undefined ? [] : [summariseRest(next, others, words)];
  return [...told.map(saying => mergeRows(saying, words)), ...rest];
}

function mergeRows([first, ...others]: AlikeProblems, words: Words): ToldProblem {
  if (others.length === 0) return first;
  return { ...first, message: words.report.alsoIn(first.message, phraseRows(others, words)) };
}

function summariseRest(first: ToldProblem, others: readonly ToldProblem[], words: Words): ToldProblem {
  const message = words.report.moreLikeThese(others.length + 1, phraseRows([first, ...others], words));
  return { ...first, message, hint: null };
}

/** "row 8", "rows 8, 12–19 and 40", "rows 3, 5, …, 41 and 12 more" */
function phraseRows(problems: readonly ToldProblem[], { report }: Words): string {
  const rows = [...new Set(problems.map(({ row }) => row ?? 0))].sort((a, b) => a - b);
  const runs = findRuns(rows);
  const named = runs.slice(0, MOST_ROWS).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const left = runs.slice(MOST_ROWS).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return report.rows(named, left, rows.length === 1);
}

/** Numbers that follow one another, as the first and the last of each run. */
function findRuns(rows: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
