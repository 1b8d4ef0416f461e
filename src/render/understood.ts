import type { Policy } from '../domain/policy.ts';
import { levelName } from '../domain/policy.ts';
import { counted, listed, plain } from '../domain/text.ts';
import type { Understood } from '../domain/understood.ts';
import type { Paint } from './problems.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

/** What a column is, where its name may mean the contrary to somebody. */
const MEANING: Readonly<Record<string, string>> = { priority: ' (the larger number is served first)' };

/** What `validate` says it understood, for a terminal. */
export function understoodText(sheets: readonly Understood[], policy: Policy, paint: Paint): string {
  return [...sheets.map(sheet => sheetText(sheet, paint)), policyText(policy, paint)].join('\n');
}

function sheetText({ role, file, encoding, delimiter, rows, columns }: Understood, paint: Paint): string {
  const mapped = columns.filter(({ column }) => column !== null);
  const kept = columns.filter(({ column, header }) => column === null && header !== '');
  const between = delimiter === null ? '' : `, ${DELIMITER_NAMES[delimiter] ?? delimiter} between cells`;
  const width = Math.max(...mapped.map(({ header }) => plain(header).length), 0);
  const lines = mapped.map(
    ({ header, column }) => `  ${plain(header).padEnd(width)} → ${column}${MEANING[column ?? ''] ?? ''}`,
  );
  const others = kept.map(({ header }) => plain(header));
  return [
    `${paint.bold(plain(file))}: ${counted(rows, 'row')} of ${role}, ${encoding}${between}`,
    ...lines,
    ...(others.length === 0 ? [] : [`  kept under their own names: ${listed(others, 20)}`]),
    '',
  ].join('\n');
}

function policyText(policy: Policy, paint: Paint): string {
  const preferences = policy.prefer.map(({ name, weight }) => `${name} (${weight})`);
  return [
    `${paint.bold('Policy')}: preset ${policy.preset}`,
    `  must       ${policy.must.map(({ name }) => name).join(', ') || 'nothing'}`,
    `  prefer     ${preferences.join(', ') || 'nothing'}`,
    `  objective  ${policy.objective.map(levelName).join(', then ')}`,
    ...(policy.pairsOnly ? ['  pairs      nobody may meet outside the pairs with points'] : []),
    '',
  ].join('\n');
}
