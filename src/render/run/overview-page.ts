import type { LedgerRow } from '../../domain/field-ledger.ts';
import type { Overview, OverviewGroup } from '../../domain/overview.ts';
import type { Words } from '../words/en/index.ts';
import { describeOpenRules } from '../words/letter.ts';
import { describeLimit } from '../words/rules.ts';
import { escapeMarkdown, formatTable, type MarkdownColumn } from './markdown.ts';

/** The files of what works council and sponsor see: a page, and its facts for programs. */
export function renderOverviewFiles(overview: Overview, words: Words): Map<string, string> {
  const facts = { schemaVersion: 1, kind: 'overview', ...overview };
  return new Map([
    ['overview.md', renderOverviewPage(overview, words)],
    ['shared.json', `${JSON.stringify(facts, null, 2)}\n`],
  ]);
}

/** A page in Markdown: figures, rules, which data are used for what, and how long they are kept. */
export function renderOverviewPage(overview: Overview, words: Words): string {
  const say = words.share.overview;
  const { columns } = say;
  return [
    `# ${say.title}`,
    ...say.intro(overview.run),
    `## ${say.figuresHead}`,
    formatFigures(overview, words),
    `## ${say.departmentsHead}`,
    ...formatGroups(overview.departments, columns.department, name => name || words.summary.nowhere, words),
    `## ${say.countriesHead}`,
    ...formatGroups(
      overview.countries,
      columns.country,
      name => (name === '' ? words.summary.nowhere : words.grammar.nameCountry(name)),
      words,
    ),
    `## ${say.reasonsHead}`,
    formatReasons(overview, words),
    `## ${say.rulesHead}`,
    ...formatRules(overview, words),
    `## ${say.ledgerHead}`,
    say.ledgerNote,
    formatLedger(overview.ledger, words),
    `## ${say.programHead}`,
    formatBullets(say.program),
    `## ${say.retentionHead}`,
    `${say.retention}\n`,
  ].join('\n\n');
}

function formatFigures({ sides, tandems, crossDepartment, crossBorder, meanScore }: Overview, words: Words): string {
  const { columns, figures, sayTold, sayShare, notTold } = words.share.overview;
  const rows = [
    [figures.mentors, sayTold(sides.mentor.people)],
    [figures.mentorsWith, sayTold(sides.mentor.withTandem)],
    [figures.mentees, sayTold(sides.mentee.people)],
    [figures.menteesWith, sayTold(sides.mentee.withTandem)],
    [figures.tandems, sayTold(tandems)],
    [figures.crossDepartment, sayShare(crossDepartment)],
    [figures.crossBorder, sayShare(crossBorder)],
    [figures.meanScore, meanScore === null ? notTold : words.grammar.formatNumber(meanScore)],
  ] as const;
  return joinTable<(typeof rows)[number]>(
    [
      { name: columns.figure, cell: ([name]) => name },
      { name: columns.value, cell: ([, value]) => value },
    ],
    rows,
  );
}

function formatGroups(
  groups: readonly OverviewGroup[],
  head: string,
  nameGroup: (name: string) => string,
  words: Words,
): string[] {
  const { columns, notTold, noGroups, groupsNote } = words.share.overview;
  if (groups.length === 0) return [noGroups];
  const show = (count: number | null) => (count === null || count === 0 ? notTold : String(count));
  const table = joinTable<OverviewGroup>(
    [
      { name: head, cell: ({ name }) => nameGroup(name) },
      { name: `${columns.mentors}, ${columns.with}`, cell: ({ mentors }) => show(mentors.withTandem) },
      { name: `${columns.mentors}, ${columns.without}`, cell: ({ mentors }) => show(mentors.without) },
      { name: `${columns.mentees}, ${columns.with}`, cell: ({ mentees }) => show(mentees.withTandem) },
      { name: `${columns.mentees}, ${columns.without}`, cell: ({ mentees }) => show(mentees.without) },
    ],
    groups,
  );
  return [table, groupsNote];
}

function formatReasons({ sides }: Overview, words: Words): string {
  const { columns, noGroups, sides: named } = words.share.overview;
  const rows = (['mentee', 'mentor'] as const).flatMap(side =>
    sides[side].reasons.map(({ reason, people }) => ({ side, reason, people })),
  );
  if (rows.length === 0) return noGroups;
  return joinTable(
    [
      { name: columns.side, cell: ({ side }) => named[side] },
      { name: columns.reason, cell: ({ reason }) => words.reasons.names[reason] },
      { name: columns.people, cell: ({ people }) => people },
    ],
    rows,
  );
}

/** In plain words; who is kept apart from whom is one line, which is always there. */
function formatRules({ policy, hasPriorities, gaps, limits }: Overview, words: Words): string[] {
  const { rules, letter, share } = words;
  const told = describeOpenRules({ policy, hasPriorities, gaps }, words);
  const musts = [...told.musts.slice(0, -1), share.overview.keptApart];
  const bounds = limits.map(limit => describeLimit(limit, gaps, words));
  return [
    `${rules.mustHead}:`,
    formatBullets(musts),
    `${rules.preferHead}:`,
    formatBullets(told.preferences),
    `${rules.limitsHead}:`,
    formatBullets(bounds.length === 0 ? [rules.noLimits] : bounds),
    `${rules.levelsHead}:`,
    told.levels.map((line, at) => `${at + 1}. ${escapeMarkdown(line)}`).join('\n'),
    ...(told.open.length === 0 ? [] : [`${letter.noDataHead}:`, formatBullets(told.open)]),
  ];
}

function formatLedger(ledger: readonly LedgerRow[], words: Words): string {
  const { columns, purposes, ownPurpose, noRule, noFile, sides: named } = words.share.overview;
  return joinTable<LedgerRow>(
    [
      { name: columns.column, cell: ({ column }) => column },
      { name: columns.sheets, cell: ({ sides }) => sides.map(side => named[side]).join(', ') },
      {
        name: columns.use,
        cell: ({ purpose, rules }) => (purpose === null ? ownPurpose(rules.length > 0) : purposes[purpose]),
      },
      { name: columns.rules, cell: ({ rules }) => rules.map(({ name }) => name).join(', ') || noRule },
      { name: columns.files, cell: ({ files }) => files.join(', ') || noFile },
    ],
    ledger,
  );
}

function joinTable<Row>(columns: readonly MarkdownColumn<Row>[], rows: readonly Row[]): string {
  return formatTable(columns, rows).join('\n');
}

function formatBullets(lines: readonly string[]): string {
  return lines.map(line => `- ${escapeMarkdown(line)}`).join('\n');
}
