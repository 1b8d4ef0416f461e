import type { PlaceRow, Summary } from '../domain/matching.ts';
import type { Side } from '../domain/roster.ts';
import { percentWords, type Share } from '../domain/share.ts';
import { counted, listed, plain } from '../domain/text.ts';
import { byGain, gainWords } from './gains.ts';
import { GAPS_HEAD, gapLines } from './gaps.ts';
import { NOWHERE } from './names.ts';
import { objectiveLines } from './objective.ts';
import type { Paint } from './problems.ts';

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

/** "14 of 17 mentees" */
export function partWords({ part, whole }: Share, noun: string): string {
  return `${part} of ${counted(whole, noun)}`;
}

/** "9 of 14 tandems", and which they are where a department or country is not known of everybody. */
export function apartWords(share: Share, what: string, { tandems }: Summary): string {
  return `${partWords(share, 'tandem')}${share.whole < tandems ? ` whose ${what} are known` : ''}`;
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

/** "1–54 reached", "≤ 54", "" */
export function limitCell({ limits }: PlaceRow, side: Side): string {
  const limit = limits.find(candidate => candidate.side === side);
  if (limit === undefined) return '';
  const { min, max, used } = limit;
  const range = max === null ? `≥ ${min}` : min > 0 ? `${min} to ${max}` : `≤ ${max}`;
  return used === max ? `${range} reached` : range;
}

/** What limits and levels of the objective would bring if they gave way by one. */
function givingWay({ countries, regions, objective }: Summary): string[] {
  const lines = [...limitLines([...countries, ...regions]), ...objectiveLines(objective)];
  return lines.length === 0 ? [] : ['', ...lines];
}

/** What the limits that are reached would bring, raised by one: alike ones in one line, those that bring most first. */
export function limitLines(rows: readonly PlaceRow[]): string[] {
  const reached = rows.flatMap(({ place, limits }) =>
    limits.flatMap(({ side, max, used, oneMore }) =>
      used === max ? [{ name: `${side}s of ${place}`, oneMore, words: oneMoreWords(oneMore) }] : [],
    ),
  );
  const told = reached.toSorted((a, b) => byGain(a.oneMore ?? UNTOLD, b.oneMore ?? UNTOLD));
  return [...new Set(told.map(({ words }) => words))].map(words => {
    const names = reached.filter(limit => limit.words === words).map(({ name }) => name);
    return plain(`Raised by one, these limits ${words}: ${listed(names, 12)}.`);
  });
}

/** Stands behind all that is told. */
const UNTOLD = { mentees: Number.NEGATIVE_INFINITY, tandems: 0 };

function oneMoreWords(oneMore: PlaceRow['limits'][number]['oneMore']): string {
  if (oneMore === null) return 'may bring something that was not worked out, because the worst tandem counts';
  const { mentees, tandems } = oneMore;
  if (mentees === 0 && tandems === 0) return 'make room for no further tandem';
  if (mentees === 1 && tandems === 1) return 'make room for one more mentee';
  if (mentees === 0 && tandems === 1) return 'make room for one more mentor of a mentee';
  return `would lead to ${gainWords(oneMore)}, because the objective asks for something else first`;
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

/** What coverage leaves out: "1 mentee has fewer mentors than wanted (2 of 3 in all)"; nothing where there is nobody. */
export function fewerWords({ menteesWithFewer, tandems, wanted }: Summary): string {
  if (menteesWithFewer === 0) return '';
  const who = `${counted(menteesWithFewer, 'mentee')} ${menteesWithFewer === 1 ? 'has' : 'have'}`;
  return `${who} fewer mentors than wanted (${tandems} of ${wanted} in all)`;
}
