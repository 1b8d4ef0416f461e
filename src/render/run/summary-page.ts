import type { ObjectiveRow, PlaceRow, Summary, WishesMet } from '../../domain/matching.ts';
import type { Share } from '../../domain/share.ts';
import { takesPart } from '../../domain/unmatched-reasons.ts';
import { describeGaps } from '../words/data-gaps.ts';
import type { Words } from '../words/en/index.ts';
import { describeLevelTradeOffs } from '../words/level-trade-offs.ts';
import { isInSquares, nameLevel } from '../words/levels.ts';
import { describeLimitGains, formatLimit, phraseFewerMentors } from '../words/summary.ts';
import { escapeMarkdown, formatTable } from './markdown.ts';

/** The summary as a page in Markdown: what summary.json says, for people. @param run the id of the run. */
export function renderSummaryPage(summary: Summary, run: string, words: Words): string {
  const { pageTitles } = words.summary;
  const sections = [
    [pageTitles.summary, ...formatOverview(summary, words)],
    [pageTitles.objective, ...formatObjective(summary, words)],
    [pageTitles.places, ...formatPlaces(summary, words)],
    [pageTitles.departments, ...formatDepartments(summary, words)],
    [pageTitles.load, ...formatLoad(summary, words)],
    [pageTitles.wishes, ...formatWishes(summary, words)],
    [pageTitles.rules, ...formatRules(summary, words)],
    [words.gaps.head, ...describeGaps(summary.gaps, words).map(line => `- ${escapeMarkdown(line)}`)],
    [pageTitles.unmatched, ...formatUnmatched(summary, words)],
  ] as const;
  const pages = sections
    .filter(([, ...lines]) => lines.length > 0)
    .map(([title, ...lines], at) => [`${at === 0 ? '#' : '##'} ${title}`, '', ...lines, ''].join('\n'));
  return [...pages, `${words.summary.sayRun(run)}\n`].join('\n');
}

function formatOverview(summary: Summary, words: Words): string[] {
  const { columns } = words.summary;
  return formatTable(
    [
      { name: columns.figure, cell: ([name]) => name },
      { name: columns.value, cell: ([, value]) => value },
      { name: columns.note, cell: ([, , note]) => note },
    ],
    listFigures(summary, words),
  );
}

function listFigures(summary: Summary, words: Words): (readonly [string, string | number, string])[] {
  const { people, coverage, crossDepartment, crossBorder, score, tandems } = summary;
  const { columns, figures, ...say } = words.summary;
  const { formatPercent, formatNumber } = words.grammar;
  const nameUnknown = ({ whole }: Share, what: 'departments' | 'countries') => (whole < tandems ? what : null);
  const fewer = phraseFewerMentors(summary, words);
  const mentees = say.sayMentees(summary.wanted, summary.menteesWithTandem);
  return [
    [columns.mentors, people.mentors, say.sayMentors(summary.slots, summary.mentorsWithTandem)],
    [columns.mentees, people.mentees, fewer === '' ? mentees : `${mentees}; ${fewer}`],
    ...(people.withdrawn === 0 ? [] : [[figures.withdrawn, people.withdrawn, say.notCounted] as const]),
    [figures.tandems, tandems, ''],
    [figures.coverage, formatPercent(coverage), say.sayShareOfMentees(coverage)],
    [
      figures.crossDepartment,
      formatPercent(crossDepartment),
      say.sayShareOfTandems(crossDepartment, nameUnknown(crossDepartment, 'departments')),
    ],
    [
      figures.crossBorder,
      formatPercent(crossBorder),
      say.sayShareOfTandems(crossBorder, nameUnknown(crossBorder, 'countries')),
    ],
    ...(score === null
      ? []
      : [
          [
            figures.fit,
            formatNumber(score.total),
            say.sayScores(score.least, score.median, score.mean, score.most, score.spread),
          ] as const,
        ]),
  ];
}

function formatObjective({ objective: rows }: Summary, words: Words): string[] {
  const table = formatTable<ObjectiveRow>(
    [
      { name: words.summary.columns.goal, cell: ({ level }) => nameLevel(level, words) },
      { name: words.summary.columns.value, cell: row => formatValue(row, words) },
    ],
    rows,
  );
  return [...table, ...formatList(describeLevelTradeOffs(rows, words))];
}

function formatValue({ level, value }: ObjectiveRow, { summary, grammar }: Words): string {
  if (value === null) return summary.noTandem;
  return isInSquares(level) ? summary.seeWorkload : grammar.formatNumber(value);
}

function formatPlaces({ countries, regions }: Summary, words: Words): string[] {
  const rows = [...countries, ...regions];
  const { columns, nowhere } = words.summary;
  const table = formatTable<PlaceRow>(
    [
      { name: columns.place, cell: ({ place }) => (place === '' ? nowhere : words.grammar.nameCountry(place)) },
      { name: columns.mentors, cell: ({ mentors }) => mentors },
      { name: columns.slots, cell: row => row.slots },
      { name: columns.mentorTandems, cell: ({ mentorTandems }) => mentorTandems },
      { name: columns.limit, cell: row => formatLimit(row, 'mentor', words) },
      { name: columns.mentees, cell: ({ mentees }) => mentees },
      { name: columns.menteeTandems, cell: ({ menteeTandems }) => menteeTandems },
      { name: columns.limit, cell: row => formatLimit(row, 'mentee', words) },
    ],
    rows,
  );
  return [...table, ...formatList(describeLimitGains(rows, words))];
}

function formatDepartments({ departments: rows, flows }: Summary, { summary: { columns, nowhere } }: Words): string[] {
  const nameDepartment = (department: string) => department || nowhere;
  const listPartners = (department: string) =>
    flows
      .filter(({ mentorDepartment }) => mentorDepartment === department)
      .map(({ menteeDepartment, tandems }) => `${nameDepartment(menteeDepartment)} ${tandems}`)
      .join(', ');
  return formatTable(
    [
      { name: columns.department, cell: ({ department }) => nameDepartment(department) },
      { name: columns.mentors, cell: ({ mentors }) => mentors },
      { name: columns.mentorTandems, cell: ({ mentorTandems }) => mentorTandems },
      { name: columns.mentees, cell: ({ mentees }) => mentees },
      { name: columns.menteeTandems, cell: ({ menteeTandems }) => menteeTandems },
      { name: columns.flows, cell: ({ department }) => listPartners(department) },
    ],
    rows,
  );
}

function formatLoad({ load: rows }: Summary, { summary }: Words): string[] {
  const loads = [...new Set(rows.map(({ load }) => load))]
    .sort((a, b) => b - a)
    .map(load => {
      const alike = rows.filter(row => row.load === load);
      return [alike.reduce((sum, { mentors }) => sum + mentors, 0), load] as const;
    });
  const table = formatTable(
    [
      { name: summary.columns.slots, cell: ({ capacity }) => capacity },
      { name: summary.columns.mentees, cell: row => row.load },
      { name: summary.columns.mentors, cell: ({ mentors }) => mentors },
    ],
    rows,
  );
  return loads.length === 0 ? table : [summary.sayWorkload(loads), '', ...table];
}

function formatWishes({ wishes: { mentees, mentors } }: Summary, { summary, grammar }: Words): string[] {
  const { columns, sides } = summary;
  const listRows = (side: string, { met, byRank, none }: WishesMet) =>
    met.whole === 0
      ? []
      : [
          ...byRank.map(({ rank, share }) => ({ side, met: summary.choice(rank), share })),
          { side, met: summary.noChoice, share: none },
        ];
  const rows = [...listRows(sides.mentee, mentees), ...listRows(sides.mentor, mentors)];
  if (rows.length === 0) return [];
  return formatTable(
    [
      { name: columns.wishing, cell: ({ side }) => side },
      { name: columns.got, cell: ({ met }) => met },
      { name: columns.people, cell: ({ share }) => share.part },
      { name: columns.share, cell: ({ share }) => grammar.formatPercent(share) },
    ],
    rows,
  );
}

function formatRules({ eligiblePairs, ruledOut, overrides }: Summary, { summary }: Words): string[] {
  const table = formatTable(
    [
      { name: summary.columns.rule, cell: ({ rule }) => rule },
      { name: summary.columns.pairs, cell: ({ pairs }) => pairs },
    ],
    ruledOut,
  );
  const broken = overrides.map(({ mentor, mentee, rules, reason }) =>
    summary.sayOverride(mentor, mentee, rules, reason),
  );
  return [summary.sayEligible(eligiblePairs), ...(ruledOut.length === 0 ? [] : ['', ...table]), ...formatList(broken)];
}

/** Those who withdrew are in no figure but their own. */
function formatUnmatched({ unmatched }: Summary, { reasons, summary }: Words): string[] {
  const rows = unmatched.filter(({ reason }) => takesPart(reason));
  if (rows.length === 0) return [summary.everybody];
  return formatTable(
    [
      { name: summary.columns.who, cell: ({ side }) => summary.sides[side] },
      { name: summary.columns.reason, cell: ({ reason }) => reasons.names[reason] },
      { name: summary.columns.people, cell: ({ people }) => people },
    ],
    rows,
  );
}

/** A list below a table; nothing where there is none. */
function formatList(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines.map(line => `- ${escapeMarkdown(line)}`)];
}
