import type { ObjectiveRow, PlaceRow, Summary, WishesMet } from '../../domain/matching.ts';
import { percentWords } from '../../domain/share.ts';
import { counted, listed } from '../../domain/text.ts';
import { GAPS_HEAD, gapLines } from '../words/gaps.ts';
import { NOWHERE } from '../words/names.ts';
import { objectiveLines } from '../words/objective.ts';
import { apartWords, fewerWords, limitCell, limitLines, partWords } from '../words/summary.ts';
import { escaped, tableLines } from './markdown.ts';

/** The summary as a page in Markdown: what summary.json says, for people. */
export function summaryPage(summary: Summary): string {
  const sections = [
    ['Summary', ...overview(summary)],
    ['Objective', ...objective(summary)],
    ['Countries', ...places(summary)],
    ['Departments', ...departments(summary)],
    ["Mentors' load", ...load(summary)],
    ['Wishes', ...wishes(summary)],
    ['Rules', ...rules(summary)],
    [GAPS_HEAD, ...gapLines(summary.gaps).map(line => `- ${escaped(line)}`)],
    ['Without a tandem', ...unmatched(summary)],
  ] as const;
  const pages = sections
    .filter(([, ...lines]) => lines.length > 0)
    .map(([title, ...lines], at) => [`${at === 0 ? '#' : '##'} ${title}`, '', ...lines, ''].join('\n'));
  return pages.join('\n');
}

function overview(summary: Summary): string[] {
  const { people, coverage, crossDepartment, crossBorder, score } = summary;
  const facts: (readonly [string, string | number, string])[] = [
    ['Mentors', people.mentors, `${counted(summary.places, 'place')}, ${summary.mentorsWithTandem} have a tandem`],
    [
      'Mentees',
      people.mentees,
      [`want ${counted(summary.wanted, 'mentor')}`, `${summary.menteesWithTandem} have a tandem`, fewerWords(summary)]
        .filter(words => words !== '')
        .join(', '),
    ],
    ...(people.withdrawn === 0 ? [] : [['Withdrawn', people.withdrawn, 'count nowhere else'] as const]),
    ['Tandems', summary.tandems, ''],
    ['Coverage', percentWords(coverage), partWords(coverage, 'mentee')],
    ['Cross-department', percentWords(crossDepartment), apartWords(crossDepartment, 'departments', summary)],
    ['Cross-border', percentWords(crossBorder), apartWords(crossBorder, 'countries', summary)],
  ];
  if (score !== null) {
    const { least, median, mean, most, spread } = score;
    const inside = `least ${least}, median ${median}, mean ${mean}, most ${most}, standard deviation ${spread}`;
    facts.push(['Score', score.total, inside]);
  }
  return tableLines(
    [
      { name: 'Figure', cell: ([name]) => name },
      { name: 'Value', cell: ([, value]) => value },
      { name: 'Note', cell: ([, , note]) => note },
    ],
    facts,
  );
}

function objective({ objective: rows }: Summary): string[] {
  const table = tableLines<ObjectiveRow>(
    [
      { name: 'Level', cell: ({ level }) => level },
      { name: 'Comes to', cell: valueCell },
    ],
    rows,
  );
  return [...table, ...listOf(objectiveLines(rows))];
}

function valueCell({ level, value }: ObjectiveRow): string | number {
  if (value === null) return 'no tandem';
  return level === 'balance' ? `${0 - value}, the sum of the squares of the mentors' loads` : value;
}

function places({ countries, regions }: Summary): string[] {
  const rows = [...countries, ...regions];
  const table = tableLines<PlaceRow>(
    [
      { name: 'Country or region', cell: ({ place }) => place || NOWHERE },
      { name: 'Mentors', cell: ({ mentors }) => mentors },
      { name: 'Places', cell: row => row.places },
      { name: 'Tandems of mentors', cell: ({ mentorTandems }) => mentorTandems },
      { name: 'Limit', cell: row => limitCell(row, 'mentor') },
      { name: 'Mentees', cell: ({ mentees }) => mentees },
      { name: 'Tandems of mentees', cell: ({ menteeTandems }) => menteeTandems },
      { name: 'Limit', cell: row => limitCell(row, 'mentee') },
    ],
    rows,
  );
  return [...table, ...listOf(limitLines(rows))];
}

function departments({ departments: rows, flows }: Summary): string[] {
  const namesOf = (department: string) => department || NOWHERE;
  const partnersOf = (department: string) =>
    flows
      .filter(({ mentorDepartment }) => mentorDepartment === department)
      .map(({ menteeDepartment, tandems }) => `${namesOf(menteeDepartment)} ${tandems}`)
      .join(', ');
  return tableLines(
    [
      { name: 'Department', cell: ({ department }) => namesOf(department) },
      { name: 'Mentors', cell: ({ mentors }) => mentors },
      { name: 'Tandems of mentors', cell: ({ mentorTandems }) => mentorTandems },
      { name: 'Mentees', cell: ({ mentees }) => mentees },
      { name: 'Tandems of mentees', cell: ({ menteeTandems }) => menteeTandems },
      { name: 'Its mentors meet mentees of', cell: ({ department }) => partnersOf(department) },
    ],
    rows,
  );
}

function load({ load: rows }: Summary): string[] {
  return tableLines(
    [
      { name: 'Places', cell: ({ capacity }) => capacity },
      { name: 'Mentees', cell: row => row.load },
      { name: 'Mentors', cell: ({ mentors }) => mentors },
    ],
    rows,
  );
}

function wishes({ wishes: { mentees, mentors } }: Summary): string[] {
  const rowsOf = (side: string, { met, byRank, none }: WishesMet) =>
    met.whole === 0
      ? []
      : [
          ...byRank.map(({ rank, share }) => ({ side, met: `wish ${rank}`, share })),
          { side, met: 'none', share: none },
        ];
  const rows = [...rowsOf('mentees', mentees), ...rowsOf('mentors', mentors)];
  if (rows.length === 0) return [];
  return tableLines(
    [
      { name: 'Wishing', cell: ({ side }) => side },
      { name: 'Got', cell: ({ met }) => met },
      { name: 'People', cell: ({ share }) => share.part },
      { name: 'Share', cell: ({ share }) => percentWords(share) },
    ],
    rows,
  );
}

function rules({ eligiblePairs, ruledOut, overrides }: Summary): string[] {
  const table = tableLines(
    [
      { name: 'Rule', cell: ({ rule }) => rule },
      { name: 'Pairs kept apart', cell: ({ pairs }) => pairs },
    ],
    ruledOut,
  );
  const broken = overrides.map(
    ({ mentor, mentee, rules: names, reason }) =>
      `${mentor} and ${mentee} are a tandem by a lock, against ${listed(names)}: ${reason}`,
  );
  return [
    `${counted(eligiblePairs, 'pair')} may meet.`,
    ...(ruledOut.length === 0 ? [] : ['', ...table]),
    ...listOf(broken),
  ];
}

function unmatched({ unmatched: rows }: Summary): string[] {
  if (rows.length === 0) return ['Everybody has a tandem.'];
  return tableLines(
    [
      { name: 'Who', cell: ({ side }) => `${side}s` },
      { name: 'Reason', cell: ({ reason }) => reason },
      { name: 'People', cell: ({ people }) => people },
    ],
    rows,
  );
}

/** A list below a table; nothing where there is none. */
function listOf(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines.map(line => `- ${escaped(line)}`)];
}
