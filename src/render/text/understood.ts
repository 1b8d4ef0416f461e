import { findGap, type Gaps, isWithoutData, type RuleGap } from '../../domain/data-gaps.ts';
import type { Policy, Rule } from '../../domain/policy.ts';
import { OPTIONAL_COLUMNS } from '../../domain/roster.ts';
import { makePlain } from '../../domain/text.ts';
import type { Defaults, Understood } from '../../domain/understood.ts';
import { listUsedColumns } from '../../domain/used-columns.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { leaveUnpainted, splitIntoWords, wrapWords } from '../layout/wrapped.ts';
import { buildGapSection } from '../words/data-gaps.ts';
import type { Words } from '../words/en/index.ts';
import { nameGoal } from '../words/levels.ts';
import { describeDefaults } from '../words/rules.ts';

interface UnderstoodInputs {
  readonly sheets: readonly Understood[];
  readonly policy: Policy;
  readonly defaults: Defaults;
  /** null where not everything could be read. */
  readonly gaps: Gaps | null;
}

/** What `validate` says it understood. */
export function renderUnderstood(
  { sheets, policy, defaults, gaps }: UnderstoodInputs,
  words: Words,
  layout: Layout,
): string {
  const used = listUsedColumns(
    policy,
    sheets.some(({ role }) => role === 'limits'),
  );
  const said = describeDefaults(defaults, words).map(line => wrapText(line, layout.width, 2, 2));
  return renderSections(
    [
      ...sheets.map((sheet): TextSection => ['', formatSheet(sheet, used, words, layout)]),
      [said.length === 0 ? '' : words.rules.defaultsHead, said],
      ['', formatPolicy(policy, gaps, words, layout)],
      gaps === null ? ['', []] : buildGapSection(gaps, layout, words),
    ],
    layout,
  );
}

function formatSheet(sheet: Understood, used: ReadonlySet<string>, words: Words, layout: Layout): string[] {
  const { role, file, encoding, delimiter, rows, columns } = sheet;
  const { width } = layout;
  const kept = columns.flatMap(({ column, header }) => (column === null && header !== '' ? [header] : []));
  return [
    formatHead(file, words.understood.sheet(rows, role, encoding, delimiter), layout),
    ...formatColumns(columns, words, width),
    ...(kept.length === 0 ? [] : [wrapText(words.understood.kept(kept), width, 2, 2)]),
    ...describeColumnUse(sheet, used, words).map(line => wrapText(line, width, 2, 2)),
  ];
}

/** "mentors.csv: 5 rows of mentors", of which the beginning is a heading. */
function formatHead(head: string, rest: string, { paint, width }: Layout): string {
  const title = splitIntoWords(`${makePlain(head)}:`, 0, paint.bold);
  return wrapWords([...title, ...splitIntoWords(makePlain(rest), 1, leaveUnpainted)], width, '  ');
}

/** Headers are whole questions at times; the columns of the others stand below each other. */
function formatColumns(columns: Understood['columns'], { understood }: Words, width: number | null): string[] {
  const most = width === null ? Number.POSITIVE_INFINITY : Math.floor(width / 2);
  const headers = columns.map(({ header }) => makePlain(header).length).filter(length => length <= most);
  const widest = Math.max(...headers, 0);
  return columns.flatMap(({ header, column }) => {
    if (column === null) return [];
    const meaning = understood.meanings[column];
    const is = `→ ${column}${meaning === undefined ? '' : ` (${meaning})`}`;
    return [wrapText(`${makePlain(header).padEnd(widest)} ${is}`, width, 2, 2)];
  });
}

/** Which columns rules look for in vain, and which they have no use for. */
function describeColumnUse({ role, columns }: Understood, used: ReadonlySet<string>, { understood }: Words): string[] {
  if (role !== 'mentors' && role !== 'mentees') return [];
  const isHere = (name: string) => columns.some(({ column }) => column === name);
  // A city may say the country, as the config says.
  const isSaid = (name: string) => isHere(name) || (name === 'country' && isHere('city'));
  const absent = OPTIONAL_COLUMNS.filter(name => !isSaid(name));
  const lines = [
    [understood.missing, absent.filter(name => used.has(name))],
    [understood.missingUnused, absent.filter(name => !used.has(name))],
    [understood.unused, OPTIONAL_COLUMNS.filter(name => isHere(name) && !used.has(name))],
  ] as const;
  return lines.flatMap(([say, names]) => (names.length === 0 ? [] : [say(names)]));
}

function formatPolicy(policy: Policy, gaps: Gaps | null, words: Words, layout: Layout): string[] {
  const say = words.understood;
  const hasData = (list: RuleGap['list']) => (rule: Rule) => {
    const gap = gaps === null ? undefined : findGap(gaps, list, rule.name);
    return gap === undefined || !isWithoutData(gap);
  };
  const must = policy.must.filter(hasData('must')).map(words.rules.cause);
  const preferences = policy.prefer
    .filter(hasData('prefer'))
    .map(rule => say.points(words.rules.describe(rule), rule.weight));
  const rows = [
    [say.must, must.join('; ') || say.none],
    [say.prefer, preferences.join('; ') || say.none],
    [say.objective, say.levels(policy.objective.map(level => nameGoal(level, words)))],
    ...(policy.pairsOnly ? [[say.pairs, say.pairsOnly] as const] : []),
  ] as const;
  const widest = Math.max(...rows.map(([mark]) => mark.length));
  const lines = rows.map(([mark, text]) => ({ mark: mark.padEnd(widest), text }));
  return [formatHead(say.policy, say.preset(policy.preset), layout), ...formatMarkedLines(lines, layout.width)];
}
