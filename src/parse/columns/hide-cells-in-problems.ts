import type { Policy } from '../../domain/policy.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Understood } from '../../domain/understood.ts';
import { listNamedColumns } from '../../domain/used-columns.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import { isRoleHeader } from './side-column.ts';

/**
 * Problems without the cells of columns that neither we nor a rule of the policy use: whoever sent the sheet may have
 * left them in by chance, and they are nobody's business.
 * @param ownRoles the user's names for the column that says who is mentor and who is mentee.
 */
export function hideUnusedCells(
  problems: readonly Problem[],
  sheets: readonly Understood[],
  policy: Policy,
  ownRoles: readonly string[],
): Problem[] {
  const named = listNamedColumns(policy);
  const isUsed = (header: string) => named.has(makeHeaderKey(header)) || isRoleHeader(header, ownRoles);
  const unused = new Set(
    sheets.flatMap(({ file, columns }) =>
      columns
        .filter(({ header, column }) => column === null && !isUsed(header))
        .map(({ header }) => makeColumnKey(file, header)),
    ),
  );
  // A header is no cell: whoever made the sheet chose it.
  return problems.map(problem =>
    problem.column !== null &&
    problem.row !== null &&
    problem.value !== problem.column &&
    unused.has(makeColumnKey(problem.file, problem.column))
      ? hideValue(problem)
      : problem,
  );
}

function makeColumnKey(file: string, header: string): string {
  return `${file}\n${header}`;
}

function hideValue(problem: Problem): Problem {
  const { value } = problem;
  return value === null ? problem : { ...problem, value: null, hidden: value };
}
