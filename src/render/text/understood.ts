import { type Gaps, gapOf, isWithoutData, type RuleGap } from '../../domain/gaps.ts';
import type { Policy, Rule } from '../../domain/policy.ts';
import { levelName } from '../../domain/policy.ts';
import { counted, listed, plain } from '../../domain/text.ts';
import type { Defaults, Understood } from '../../domain/understood.ts';
import { columnsUsed, OPTIONAL_COLUMNS } from '../../domain/used-columns.ts';
import type { Paint } from '../layout/paint.ts';
import { defaultLines, NOTHING_SAID } from '../words/defaults.ts';
import { GAPS_HEAD, gapLines } from '../words/gaps.ts';

const DELIMITER_NAMES: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

/** What a column is, where its name may mean the contrary to somebody. */
const MEANING: Readonly<Record<string, string>> = { priority: ' (the larger number is served first)' };

interface Known {
  readonly sheets: readonly Understood[];
  readonly policy: Policy;
  readonly defaults: Defaults;
  /** null where not everything could be read. */
  readonly gaps: Gaps | null;
}

/** What `validate` says it understood, for a terminal. */
export function understoodText({ sheets, policy, defaults, gaps }: Known, paint: Paint): string {
  const used = columnsUsed(
    policy,
    sheets.some(({ role }) => role === 'limits'),
  );
  return [
    ...sheets.map(sheet => sheetText(sheet, used, paint)),
    ...defaultsText(defaults, paint),
    policyText(policy, gaps, paint),
    ...(gaps === null ? [] : gapsText(gaps, paint)),
  ].join('\n');
}

function defaultsText(defaults: Defaults, paint: Paint): string[] {
  const lines = defaultLines(defaults).map(line => `  ${plain(line)}`);
  return lines.length === 0 ? [] : [[paint.bold(NOTHING_SAID), ...lines, ''].join('\n')];
}

function sheetText(sheet: Understood, used: ReadonlySet<string>, paint: Paint): string {
  const { role, file, encoding, delimiter, rows, columns } = sheet;
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
    ...useLines(sheet, used),
    '',
  ].join('\n');
}

/** Which columns rules look for in vain, and which they have no use for. */
function useLines({ role, columns }: Understood, used: ReadonlySet<string>): string[] {
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
  return lines.flatMap(([what, names]) => (names.length === 0 ? [] : [`  ${what}: ${listed(names, 99)}`]));
}

function policyText(policy: Policy, gaps: Gaps | null, paint: Paint): string {
  const hasData = (list: RuleGap['list']) => (rule: Rule) => {
    const gap = gaps === null ? undefined : gapOf(gaps, list, rule.name);
    return gap === undefined || !isWithoutData(gap);
  };
  const must = policy.must.filter(hasData('must')).map(({ name }) => name);
  const preferences = policy.prefer.filter(hasData('prefer')).map(({ name, weight }) => `${name} (${weight})`);
  return [
    `${paint.bold('Policy')}: preset ${policy.preset}`,
    `  must       ${must.join(', ') || 'nothing'}`,
    `  prefer     ${preferences.join(', ') || 'nothing'}`,
    `  objective  ${policy.objective.map(levelName).join(', then ')}`,
    ...(policy.pairsOnly ? ['  pairs      nobody may meet outside the pairs with points'] : []),
    '',
  ].join('\n');
}

function gapsText(gaps: Gaps, paint: Paint): string[] {
  const lines = gapLines(gaps);
  return lines.length === 0 ? [] : [[paint.bold(GAPS_HEAD), ...lines.map(line => `  ${plain(line)}`), ''].join('\n')];
}
