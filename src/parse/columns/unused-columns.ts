import type { Policy } from '../../domain/policy.ts';
import type { Problem } from '../../domain/problems.ts';
import { shown } from '../../domain/text.ts';
import type { Understood } from '../../domain/understood.ts';
import { columnsNamed } from '../../domain/used-columns.ts';
import { headerKey } from '../text/text-keys.ts';
import { isRoleHeader } from './roles.ts';

/**
 * Problems without the cells of columns that neither we nor a rule of the policy use: whoever sent the sheet may have left
 * them in by chance, and they are nobody's business.
 * @param ownRoles the user's names for the column that says who is mentor and who is mentee.
 */
export function withoutUnused(
  problems: readonly Problem[],
  sheets: readonly Understood[],
  policy: Policy,
  ownRoles: readonly string[],
): Problem[] {
  const named = columnsNamed(policy);
  const isUsed = (header: string) => named.has(headerKey(header)) || isRoleHeader(header, ownRoles);
  const unused = new Set(
    sheets.flatMap(({ file, columns }) =>
      columns
        .filter(({ header, column }) => column === null && !isUsed(header))
        .map(({ header }) => placeKey(file, header)),
    ),
  );
  // A header is no cell: whoever made the sheet chose it.
  return problems.map(problem =>
    problem.column !== null &&
    problem.row !== null &&
    problem.value !== problem.column &&
    unused.has(placeKey(problem.file, problem.column))
      ? unquoted(problem)
      : problem,
  );
}

function placeKey(file: string, header: string): string {
  return `${file}\n${header}`;
}

function unquoted(problem: Problem): Problem {
  const { value, message } = problem;
  if (value === null) return problem;
  return { ...problem, value: null, message: message.replaceAll(shown(value), 'text of a column that is not used') };
}
