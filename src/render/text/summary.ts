import type { PlaceRow, Summary } from '../../domain/matching.ts';
import { formatPercent } from '../../domain/share.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import type { Paint } from '../layout/paint.ts';
import { describeGaps, GAPS_HEAD } from '../words/gaps.ts';
import { NOWHERE } from '../words/names.ts';
import { describeLevelTradeOffs } from '../words/objective.ts';
import {
  describeLimitGains,
  formatLimit,
  phraseCrossShare,
  phraseFewerMentors,
  phraseShare,
} from '../words/summary.ts';

/** The summary for a terminal. */
export function renderSummary(summary: Summary, paint: Paint): string {
  return [
    ...formatFigures(summary, paint),
    '',
    ...formatPlaceTable([...summary.countries, ...summary.regions], paint),
    ...describeTradeOffs(summary),
    ...describeUnmatched(summary),
    ...formatGaps(summary, paint),
    '',
  ].join('\n');
}

function formatFigures(summary: Summary, paint: Paint): string[] {
  const { people, places, wanted, tandems, coverage, crossDepartment, crossBorder, score } = summary;
  const facts: [string, string, string][] = [
    [
      'Mentors',
      String(people.mentors),
      `with ${formatCount(places, 'slot')}, ${summary.mentorsWithTandem} have a tandem`,
    ],
    [
      'Mentees',
      String(people.mentees),
      `want ${formatCount(wanted, 'mentor')}, ${summary.menteesWithTandem} have a tandem`,
    ],
    [
      'Tandems',
      String(tandems),
      summary.overrides.length === 0 ? '' : `${summary.overrides.length} against a rule, by a lock with a reason`,
    ],
    ['Coverage', formatPercent(coverage), phraseShare(coverage, 'mentee')],
    ['Cross-department', formatPercent(crossDepartment), phraseCrossShare(crossDepartment, 'departments', summary)],
    ['Cross-border', formatPercent(crossBorder), phraseCrossShare(crossBorder, 'countries', summary)],
  ];
  const { mentees } = summary.wishes;
  if (mentees.met.whole > 0) {
    const ranks = mentees.byRank.map(({ rank, share }) => `${share.part} their wish ${rank}`);
    facts.push([
      'Wishes',
      formatPercent(mentees.met),
      `of ${formatCount(mentees.met.whole, 'wishing mentee')}: ${joinNames([...ranks, `${mentees.none.part} none`], 9)}`,
    ]);
  }
  if (score !== null) {
    const spread = `least ${score.least}, median ${score.median}, mean ${score.mean}, most ${score.most}`;
    facts.push(['Score', String(score.total), 'in all'], ['', '', spread]);
  }
  return facts.map(([name, figure, note]) => `${name.padEnd(17)} ${paint.bold(figure.padStart(8))}  ${note}`.trimEnd());
}

function formatPlaceTable(rows: readonly PlaceRow[], paint: Paint): string[] {
  const header = ['Country', 'Mentors', 'Slots', 'Tandems', 'Limit', 'Mentees', 'Tandems', 'Limit'];
  const cells = rows.map(row => [
    row.place || NOWHERE,
    String(row.mentors),
    String(row.places),
    String(row.mentorTandems),
    formatLimit(row, 'mentor'),
    String(row.mentees),
    String(row.menteeTandems),
    formatLimit(row, 'mentee'),
  ]);
  const widths = header.map((name, column) => Math.max(name.length, ...cells.map(row => row[column]?.length ?? 0)));
  const isText = (column: number) => header[column] === 'Country' || header[column] === 'Limit';
  const padCells = (row: readonly string[]) =>
    row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return [paint.dim(padCells(header).join('  ').trimEnd()), ...cells.map(row => padCells(row).join('  ').trimEnd())];
}

/** What limits and levels of the objective would bring if they gave way by one. */
function describeTradeOffs({ countries, regions, objective }: Summary): string[] {
  const lines = [...describeLimitGains([...countries, ...regions]), ...describeLevelTradeOffs(objective)];
  return lines.length === 0 ? [] : ['', ...lines];
}

function formatGaps({ gaps }: Summary, paint: Paint): string[] {
  const lines = describeGaps(gaps);
  return lines.length === 0 ? [] : ['', paint.bold(GAPS_HEAD), ...lines.map(line => `  ${makePlain(line)}`)];
}

function describeUnmatched(summary: Summary): string[] {
  const { unmatched } = summary;
  const fewer = phraseFewerMentors(summary);
  const sides = (['mentee', 'mentor'] as const).map(side => {
    const reasons = unmatched.filter(row => row.side === side);
    const total = reasons.reduce((sum, { people }) => sum + people, 0);
    const each = reasons.map(({ reason, people }) => `${people} ${reason}`);
    const words = total === 0 ? `Every ${side} has a tandem` : phraseUnmatched(formatCount(total, side), each);
    if (side === 'mentor' || fewer === '') return `${words}.`;
    return total === 0 ? `${words}, but ${fewer}.` : `${words}. ${fewer}.`;
  });
  return ['', ...sides];
}

function phraseUnmatched(people: string, each: readonly string[]): string {
  return makePlain(`Without a tandem: ${people} (${joinNames(each, 9)})`);
}
