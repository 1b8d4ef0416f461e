import { isError, type Problem } from '../../domain/problems.ts';
import type { Table } from './table.ts';

/**
 * Problems about cells of which nothing is told yet: where a cell is spoilt, what else is
 * wrong with it follows from that.
 */
export function dropFollowUps(problems: readonly Problem[], told: readonly Problem[]): Problem[] {
  const spoilt = new Set(
    told.filter(isError).flatMap(({ row, column }) => (column === null ? [] : [`${row} ${column}`])),
  );
  return spoilt.size === 0 ? [...problems] : problems.filter(({ row, column }) => !spoilt.has(`${row} ${column}`));
}

/**
 * Problems at the rows and lines where they are. Readers of tables take row 1 for the header, and where titles stand
 * above it, nothing else is there.
 */
export function locateProblems({ headerRow, lineOf }: Table, problems: readonly Problem[]): Problem[] {
  return problems.map(problem => {
    if (problem.row === null) return problem;
    const row = problem.row === 1 ? headerRow : problem.row;
    const line = lineOf(row);
    return line === row ? { ...problem, row } : { ...problem, row, line };
  });
}

/** Problems of what was read for both sides, each told once. */
export function dropRepeats(problems: readonly Problem[]): Problem[] {
  const told = new Set<string>();
  return problems.filter(problem => {
    const key = JSON.stringify(problem);
    return !told.has(key) && told.add(key);
  });
}
