import type { ObjectiveRow, PlaceRow, Summary, WishesMet } from '../../domain/matching.ts';
import { formatPercent } from '../../domain/share.ts';
import { formatCount, joinNames } from '../../domain/text.ts';
import { describeGaps, GAPS_HEAD } from '../words/gaps.ts';
import { findLevelWords } from '../words/levels.ts';
import { NOWHERE } from '../words/names.ts';
import { describeLevelTradeOffs } from '../words/objective.ts';
import {
  describeLimitGains,
  formatLimit,
  phraseCrossShare,
  phraseFewerMentors,
  phraseShare,
} from '../words/summary.ts';
import { escapeMarkdown, formatTable } from './markdown.ts';

/** The summary as a page in Markdown: what summary.json says, for people. */
export function renderSummaryPage(summary: Summary): string {
  const sections = [
    ['Summary', ...formatOverview(summary)],
    ['Objective', ...formatObjective(summary)],
    ['Countries', ...formatPlaces(summary)],
    ['Departments', ...formatDepartments(summary)],
    ["Mentors' load", ...formatLoad(summary)],
    ['Wishes', ...formatWishes(summary)],
    ['Rules', ...formatRules(summary)],
    [GAPS_HEAD, ...describeGaps(summary.gaps).map(line => `- ${escapeMarkdown(line)}`)],
    ['Without a tandem', ...formatUnmatched(summary)],
  ] as const;
  const pages = sections
    .filter(([, ...lines]) => lines.length > 0)
    .map(([title, ...lines], at) => [`${at === 0 ? '#' : '##'} ${title}`, '', ...lines, ''].join('\n'));
  return pages.join('\n');
}

function formatOverview(summary: Summary): string[] {
  const { people, coverage, crossDepartment, crossBorder, score } = summary;
  const facts: (readonly [string, string | number, string])[] = [
    ['Mentors', people.mentors, `${formatCount(summary.places, 'slot')}, ${summary.mentorsWithTandem} have a tandem`],
    [
      'Mentees',
      people.mentees,
      [
        `want ${formatCount(summary.wanted, 'mentor')}`,
        `${summary.menteesWithTandem} have a tandem`,
        phraseFewerMentors(summary),
      ]
        .filter(words => words !== '')
        .join(', '),
    ],
    ...(people.withdrawn === 0 ? [] : [['Withdrawn', people.withdrawn, 'count nowhere else'] as const]),
    ['Tandems', summary.tandems, ''],
    ['Coverage', formatPercent(coverage), phraseShare(coverage, 'mentee')],
    ['Cross-department', formatPercent(crossDepartment), phraseCrossShare(crossDepartment, 'departments', summary)],
    ['Cross-border', formatPercent(crossBorder), phraseCrossShare(crossBorder, 'countries', summary)],
  ];
  if (score !== null) {
    const { least, median, mean, most, spread } = score;
    const inside = `least ${least}, median ${median}, mean ${mean}, most ${most}, standard deviation ${spread}`;
    facts.push(['Score', score.total, inside]);
  }
  return formatTable(
    [
      { name: 'Figure', cell: ([name]) => name },
      { name: 'Value', cell: ([, value]) => value },
      { name: 'Note', cell: ([, , note]) => note },
    ],
    facts,
  );
}

function formatObjective({ objective: rows }: Summary): string[] {
  const table = formatTable<ObjectiveRow>(
    [
      { name: 'Level', cell: ({ level }) => level },
      { name: 'Comes to', cell: formatValue },
    ],
    rows,
  );
  return [...table, ...formatList(describeLevelTradeOffs(rows))];
}

function formatValue({ level, value }: ObjectiveRow): string | number {
  if (value === null) return 'no tandem';
  return findLevelWords(level).unit === 'squares'
    ? `${0 - value}, the sum of the squares of the mentors' loads`
    : value;
}

function formatPlaces({ countries, regions }: Summary): string[] {
  const rows = [...countries, ...regions];
  const table = formatTable<PlaceRow>(
    [
      { name: 'Country or region', cell: ({ place }) => place || NOWHERE },
      { name: 'Mentors', cell: ({ mentors }) => mentors },
      { name: 'Slots', cell: row => row.places },
      { name: 'Tandems of mentors', cell: ({ mentorTandems }) => mentorTandems },
      { name: 'Limit', cell: row => formatLimit(row, 'mentor') },
      { name: 'Mentees', cell: ({ mentees }) => mentees },
      { name: 'Tandems of mentees', cell: ({ menteeTandems }) => menteeTandems },
      { name: 'Limit', cell: row => formatLimit(row, 'mentee') },
    ],
    rows,
  );
  return [...table, ...formatList(describeLimitGains(rows))];
}

function formatDepartments({ departments: rows, flows }: Summary): string[] {
  const nameDepartment = (department: string) => department || NOWHERE;
  const listPartners = (department: string) =>
    flows
      .filter(({ mentorDepartment }) => mentorDepartment === department)
      .map(({ menteeDepartment, tandems }) => `${nameDepartment(menteeDepartment)} ${tandems}`)
      .join(', ');
  return formatTable(
    [
      { name: 'Department', cell: ({ department }) => nameDepartment(department) },
      { name: 'Mentors', cell: ({ mentors }) => mentors },
      { name: 'Tandems of mentors', cell: ({ mentorTandems }) => mentorTandems },
      { name: 'Mentees', cell: ({ mentees }) => mentees },
      { name: 'Tandems of mentees', cell: ({ menteeTandems }) => menteeTandems },
      { name: 'Its mentors meet mentees of', cell: ({ department }) => listPartners(department) },
    ],
    rows,
  );
}

function formatLoad({ load: rows }: Summary): string[] {
  return formatTable(
    [
      { name: 'Slots', cell: ({ capacity }) => capacity },
      { name: 'Mentees', cell: row => row.load },
      { name: 'Mentors', cell: ({ mentors }) => mentors },
    ],
    rows,
  );
}

function formatWishes({ wishes: { mentees, mentors } }: Summary): string[] {
  const listRows = (side: string, { met, byRank, none }: WishesMet) =>
    met.whole === 0
      ? []
      : [
          ...byRank.map(({ rank, share }) => ({ side, met: `wish ${rank}`, share })),
          { side, met: 'none', share: none },
        ];
  const rows = [...listRows('mentees', mentees), ...listRows('mentors', mentors)];
  if (rows.length === 0) return [];
  return formatTable(
    [
      { name: 'Wishing', cell: ({ side }) => side },
      { name: 'Got', cell: ({ met }) => met },
      { name: 'People', cell: ({ share }) => share.part },
      { name: 'Share', cell: ({ share }) => formatPercent(share) },
    ],
    rows,
  );
}

function formatRules({ eligiblePairs, ruledOut, overrides }: Summary): string[] {
  const table = formatTable(
    [
      { name: 'Rule', cell: ({ rule }) => rule },
      { name: 'Pairs kept apart', cell: ({ pairs }) => pairs },
    ],
    ruledOut,
  );
  const broken = overrides.map(
    ({ mentor, mentee, rules: names, reason }) =>
      `${mentor} and ${mentee} are a tandem by a lock, against ${joinNames(names)}: ${reason}`,
  );
  return [
    `${formatCount(eligiblePairs, 'pair')} may meet.`,
    ...(ruledOut.length === 0 ? [] : ['', ...table]),
    ...formatList(broken),
  ];
}

function formatUnmatched({ unmatched: rows }: Summary): string[] {
  if (rows.length === 0) return ['Everybody has a tandem.'];
  return formatTable(
    [
      { name: 'Who', cell: ({ side }) => `${side}s` },
      { name: 'Reason', cell: ({ reason }) => reason },
      { name: 'People', cell: ({ people }) => people },
    ],
    rows,
  );
}

/** A list below a table; nothing where there is none. */
function formatList(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines.map(line => `- ${escapeMarkdown(line)}`)];
}
