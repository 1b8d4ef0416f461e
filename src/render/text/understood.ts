import { findGap, type Gaps, isWithoutData, type RuleGap } from '../../domain/gaps.ts';
import type { Policy, Rule } from '../../domain/policy.ts';
import { getLevelName } from '../../domain/policy.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import type { Defaults, Understood } from '../../domain/understood.ts';
import { listUsedColumns, OPTIONAL_COLUMNS } from '../../domain/used-columns.ts';
import type { Paint } from '../layout/paint.ts';
import { en } from '../words/en/index.ts';
import { describeGaps } from '../words/gaps.ts';
import { describeDefaults } from '../words/rules.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

/** What a column is, where its name may mean the contrary to somebody. */
const MEANING: Readonly<Record<string, string>> = { priority: ' (the larger number is served first)' };

interface UnderstoodInputs {
  readonly sheets: readonly Understood[];
  readonly policy: Policy;
  readonly defaults: Defaults;
  /** null where not everything could be read. */
  readonly gaps: Gaps | null;
}

/** What `validate` says it understood, for a terminal. */
export function renderUnderstood({ sheets, policy, defaults, gaps }: UnderstoodInputs, paint: Paint): string {
  const used = listUsedColumns(
    policy,
    sheets.some(({ role }) => role === 'limits'),
  );
  return [
    ...sheets.map(sheet => formatSheet(sheet, used, paint)),
    ...formatDefaults(defaults, paint),
    formatPolicy(policy, gaps, paint),
    ...(gaps === null ? [] : formatGaps(gaps, paint)),
  ].join('\n');
}

function formatDefaults(defaults: Defaults, paint: Paint): string[] {
  const lines = describeDefaults(defaults, en).map(line => `  ${makePlain(line)}`);
  return lines.length === 0 ? [] : [[paint.bold(en.rules.defaultsHead), ...lines, ''].join('\n')];
}

function formatSheet(sheet: Understood, used: ReadonlySet<string>, paint: Paint): string {
  const { role, file, encoding, delimiter, rows, columns } = sheet;
  const mapped = columns.filter(({ column }) => column !== null);
  const kept = columns.filter(({ column, header }) => column === null && header !== '');
  const between = delimiter === null ? '' : `, ${DELIMITER_NAMES[delimiter] ?? delimiter} between cells`;
  const width = Math.max(...mapped.map(({ header }) => makePlain(header).length), 0);
  const lines = mapped.map(
    ({ header, column }) => `  ${makePlain(header).padEnd(width)} → ${column}${MEANING[column ?? ''] ?? ''}`,
  );
  const others = kept.map(({ header }) => makePlain(header));
  return [
    `${paint.bold(makePlain(file))}: ${formatCount(rows, 'row')} of ${role}, ${encoding}${between}`,
    ...lines,
    ...(others.length === 0 ? [] : [`  kept under their own names: ${joinNames(others, 20)}`]),
    ...describeColumnUse(sheet, used),
    '',
  ].join('\n');
}

/** Which columns rules look for in vain, and which they have no use for. */
function describeColumnUse({ role, columns }: Understood, used: ReadonlySet<string>): string[] {
  if (role !== 'mentors' && role !== 'mentees') return [];
  const isHere = (name: string) => columns.some(({ column }) => column === name);
  // A city may say the country, as the config says.
  const isSaid = (name: string) => isHere(name) || (name === 'country' && isHere('city'));
  const absent = OPTIONAL_COLUMNS.filter(name => !isSaid(name));
  const lines = [
    ['not there, though rules use them', absent.filter(name => used.has(name))],
    ['not there, and not needed', absent.filter(name => !used.has(name))],
    ['used by no rule', OPTIONAL_COLUMNS.filter(name => isHere(name) && !used.has(name))],
  ] as const;
  return lines.flatMap(([what, names]) => (names.length === 0 ? [] : [`  ${what}: ${joinNames(names, 99)}`]));
}

function formatPolicy(policy: Policy, gaps: Gaps | null, paint: Paint): string {
  const hasData = (list: RuleGap['list']) => (rule: Rule) => {
    const gap = gaps === null ? undefined : findGap(gaps, list, rule.name);
    return gap === undefined || !isWithoutData(gap);
  };
  const must = policy.must.filter(hasData('must')).map(({ name }) => name);
  const preferences = policy.prefer.filter(hasData('prefer')).map(({ name, weight }) => `${name} (${weight})`);
  return [
    `${paint.bold('Policy')}: preset ${policy.preset}`,
    `  must       ${must.join(', ') || 'nothing'}`,
    `  prefer     ${preferences.join(', ') || 'nothing'}`,
    `  objective  ${policy.objective.map(getLevelName).join(', then ')}`,
    ...(policy.pairsOnly ? ['  pairs      nobody may meet outside the pairs with points'] : []),
    '',
  ].join('\n');
}

function formatGaps(gaps: Gaps, paint: Paint): string[] {
  const lines = describeGaps(gaps);
  return lines.length === 0
    ? []
    : [[paint.bold(en.gaps.head), ...lines.map(line => `  ${makePlain(line)}`), ''].join('\n')];
}
