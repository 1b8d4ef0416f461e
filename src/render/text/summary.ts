import type { PlaceRow, Summary } from '../../domain/matching.ts';
import { percentWords } from '../../domain/share.ts';
import { counted, listed, plain } from '../../domain/text.ts';
import type { Paint } from '../layout/paint.ts';
import { GAPS_HEAD, gapLines } from '../words/gaps.ts';
import { NOWHERE } from '../words/names.ts';
import { objectiveLines } from '../words/objective.ts';
import { apartWords, fewerWords, limitCell, limitLines, partWords } from '../words/summary.ts';

/** The summary for a terminal. */
export function summaryText(summary: Summary, paint: Paint): string {
  return [
    ...head(summary, paint),
    '',
    ...placeTable([...summary.countries, ...summary.regions], paint),
    ...givingWay(summary),
    ...unmatchedLines(summary),
    ...openLines(summary, paint),
    '',
  ].join('\n');
}

function head(summary: Summary, paint: Paint): string[] {
  const { people, places, wanted, tandems, coverage, crossDepartment, crossBorder, score } = summary;
  const facts: [string, string, string][] = [
    ['Mentors', String(people.mentors), `with ${counted(places, 'place')}, ${summary.mentorsWithTandem} have a tandem`],
    [
      'Mentees',
      String(people.mentees),
      `want ${counted(wanted, 'mentor')}, ${summary.menteesWithTandem} have a tandem`,
    ],
    [
      'Tandems',
      String(tandems),
      summary.overrides.length === 0 ? '' : `${summary.overrides.length} against a rule, by a lock with a reason`,
    ],
    ['Coverage', percentWords(coverage), partWords(coverage, 'mentee')],
    ['Cross-department', percentWords(crossDepartment), apartWords(crossDepartment, 'departments', summary)],
    ['Cross-border', percentWords(crossBorder), apartWords(crossBorder, 'countries', summary)],
  ];
  const { mentees } = summary.wishes;
  if (mentees.met.whole > 0) {
    const ranks = mentees.byRank.map(({ rank, share }) => `${share.part} their wish ${rank}`);
    facts.push([
      'Wishes',
      percentWords(mentees.met),
      `of ${counted(mentees.met.whole, 'wishing mentee')}: ${listed([...ranks, `${mentees.none.part} none`], 9)}`,
    ]);
  }
  if (score !== null) {
    const spread = `least ${score.least}, median ${score.median}, mean ${score.mean}, most ${score.most}`;
    facts.push(['Score', String(score.total), 'in all'], ['', '', spread]);
  }
  return facts.map(([name, figure, note]) => `${name.padEnd(17)} ${paint.bold(figure.padStart(8))}  ${note}`.trimEnd());
}

function placeTable(rows: readonly PlaceRow[], paint: Paint): string[] {
  const header = ['Country', 'Mentors', 'Places', 'Tandems', 'Limit', 'Mentees', 'Tandems', 'Limit'];
  const cells = rows.map(row => [
    row.place || NOWHERE,
    String(row.mentors),
    String(row.places),
    String(row.mentorTandems),
    limitCell(row, 'mentor'),
    String(row.mentees),
    String(row.menteeTandems),
    limitCell(row, 'mentee'),
  ]);
  const widths = header.map((name, column) => Math.max(name.length, ...cells.map(row => row[column]?.length ?? 0)));
  const isText = (column: number) => header[column] === 'Country' || header[column] === 'Limit';
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return [paint.dim(line(header).join('  ').trimEnd()), ...cells.map(row => line(row).join('  ').trimEnd())];
}

/** What limits and levels of the objective would bring if they gave way by one. */
function givingWay({ countries, regions, objective }: Summary): string[] {
  const lines = [...limitLines([...countries, ...regions]), ...objectiveLines(objective)];
  return lines.length === 0 ? [] : ['', ...lines];
}

function openLines({ gaps }: Summary, paint: Paint): string[] {
  const lines = gapLines(gaps);
  return lines.length === 0 ? [] : ['', paint.bold(GAPS_HEAD), ...lines.map(line => `  ${plain(line)}`)];
}

function unmatchedLines(summary: Summary): string[] {
  const { unmatched } = summary;
  const fewer = fewerWords(summary);
  const sides = (['mentee', 'mentor'] as const).map(side => {
    const reasons = unmatched.filter(row => row.side === side);
    const total = reasons.reduce((sum, { people }) => sum + people, 0);
    const each = reasons.map(({ reason, people }) => `${people} ${reason}`);
    const words = total === 0 ? `Every ${side} has a tandem` : withoutWords(counted(total, side), each);
    if (side === 'mentor' || fewer === '') return `${words}.`;
    return total === 0 ? `${words}, but ${fewer}.` : `${words}. ${fewer}.`;
  });
  return ['', ...sides];
}

function withoutWords(people: string, each: readonly string[]): string {
  return plain(`Without a tandem: ${people} (${listed(each, 9)})`);
}
