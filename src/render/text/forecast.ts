import { listDemands } from '../../domain/demands.ts';
import type { Bottleneck, Choices, Coverage, Forecast } from '../../domain/forecast.ts';
import { isUnchecked } from '../../domain/gaps.ts';
import type { Group, PlaceRow } from '../../domain/matching.ts';
import type { Limit, Terms } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { formatPercent, makeShare } from '../../domain/share.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import { alignColumns } from '../layout/aligned.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import type { Paint } from '../layout/paint.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { describeBar } from '../words/bars.ts';
import { compareGains, formatGain, isGain } from '../words/gains.ts';
import { buildGapSection } from '../words/gaps.ts';
import { NOWHERE } from '../words/names.ts';
import { phraseAllowance } from '../words/reasons.ts';

/** A forecast in sentences that need no knowledge of the program. */
export function renderForecast(forecast: Forecast, roster: Roster, terms: Terms, layout: Layout): string {
  const sections: readonly TextSection[] = [
    ['', [...formatTotals(forecast, roster, layout.paint), ...describeOrder(roster, terms, layout)]],
    ['Where people and slots are', formatPlaceTable(forecast.placesByCountry)],
    ['How many people each person may meet who could have a tandem at all', describeChoices(forecast, roster, layout)],
    buildBottleneckSection(forecast, roster, terms, layout),
    buildRuleSection(forecast, terms, layout),
    ...(forecast.limits.length > 0 ? [buildLimitSection(forecast, terms, layout)] : []),
    buildGapSection(forecast.gaps, layout),
  ];
  return renderSections(sections, layout);
}

function formatTotals({ places, wanted, most }: Forecast, { mentors, mentees }: Roster, paint: Paint): string[] {
  const share = formatPercent(makeShare(most.mentees, mentees.length));
  const rows = [
    ['Mentors', String(mentors.length), `with ${formatCount(places, 'slot')}`],
    ['Mentees', String(mentees.length), `who want ${formatCount(wanted, 'mentor')}`],
    [
      'At most',
      String(most.mentees),
      `mentees can have a tandem (${share}), in ${formatCount(most.tandems, 'tandem')}`,
    ],
  ];
  return rows.map(
    ([name = '', figure = '', note = '']) => `${name.padEnd(8)} ${paint.bold(figure.padStart(6))}  ${note}`,
  );
}

/** How what is possible at most is counted, where `match` may count otherwise. */
function describeOrder({ mentees }: Roster, { policy }: Terms, { width }: Layout): string[] {
  const [first, second] = policy.objective.map(({ kind }) => kind);
  const isSame = first === 'mentees' && (second === 'tandems' || mentees.every(({ wants }) => wants === 1));
  const isRanked = mentees.some(({ priority }) => priority !== mentees[0]!.priority);
  const ranked = isRanked ? 'Mentees of higher priority come first.' : '';
  const other = isSame
    ? ''
    : 'All that is said here counts mentees first, then tandems. The objective has another order, so that rmentor match may come to fewer.';
  const sentences = [ranked, other].filter(sentence => sentence !== '');
  return sentences.length === 0 ? [] : [wrapText(sentences.join(' '), width)];
}

function formatPlaceTable(rows: readonly PlaceRow[]): string[] {
  const header = ['Country', 'Mentors', 'Slots', 'Limit', 'Mentees', 'Limit'];
  const cells = rows.map(row => [
    makePlain(row.place || NOWHERE),
    ...[String(row.mentors), String(row.places), formatRange(row, 'mentor')],
    ...[String(row.mentees), formatRange(row, 'mentee')],
  ]);
  return alignColumns([header, ...cells], column => header[column] === 'Country' || header[column] === 'Limit');
}

/** "≤ 54", "1 to 54", "≥ 1", "" */
function formatRange({ limits }: PlaceRow, side: Side): string {
  const limit = limits.find(candidate => candidate.side === side);
  if (limit === undefined) return '';
  if (limit.max === null) return `≥ ${limit.min}`;
  return limit.min > 0 ? `${limit.min} to ${limit.max}` : `≤ ${limit.max}`;
}

function describeChoices({ choices }: Forecast, roster: Roster, layout: Layout): string[] {
  const { mentor, mentee } = choices;
  const table = alignColumns(
    [
      ['', 'nobody', '1 person', '2 to 4', '5 or more'],
      ['Mentees', ...listCounts(mentee)],
      ['Mentors', ...listCounts(mentor)],
    ],
    column => column === 0,
  );
  const sentences = [
    ...describeFewChoices('mentee', 'mentor', mentee, roster.mentees, roster.mentors),
    ...describeFewChoices('mentor', 'mentee', mentor, roster.mentors, roster.mentees),
  ];
  return [...table, ...sentences.map(text => wrapText(text, layout.width, 2))];
}

function listCounts({ none, one, few, many }: Choices): string[] {
  return [none.length, one.length, few, many].map(String);
}

/** How many names a line shows; --json has them all. */
const MOST_NAMES = 12;

function describeFewChoices(
  noun: string,
  partner: string,
  { none, one }: Choices,
  people: readonly Participant[],
  partners: readonly Participant[],
): string[] {
  const alone = none.map(index => people[index]!.name);
  const bound = one.map(pair => `${people[pair.person]!.name} (${partners[pair.partner]!.name})`);
  return [
    ...(alone.length > 0
      ? [`${formatCount(alone.length, noun)} may meet nobody who could have a tandem: ${joinNames(alone, MOST_NAMES)}.`]
      : []),
    ...(bound.length > 0
      ? [`${formatCount(bound.length, noun)} may meet one ${partner} only: ${joinNames(bound, MOST_NAMES)}.`]
      : []),
  ];
}

function buildBottleneckSection(
  { barred, bottlenecks, most }: Forecast,
  roster: Roster,
  terms: Terms,
  layout: Layout,
): TextSection {
  const missing = roster.mentees.length - most.mentees;
  if (missing === 0) return ['', [layout.paint.good('Every mentee can have a tandem.')]];
  const lines = bottlenecks.map(bottleneck => wrapText(describeBottleneck(bottleneck, roster, terms), layout.width, 2));
  const head = `Why ${formatCount(missing, 'mentee')} must go without, even if everybody else is moved about`;
  const alone = barred === 0 ? [] : [wrapText(`${formatCount(barred, 'mentee')} may meet nobody.`, layout.width, 2)];
  return [head, [...alone, ...lines]];
}

function describeBottleneck(bottleneck: Bottleneck, roster: Roster, terms: Terms): string {
  const { without } = bottleneck;
  const go = without === 1 ? '1 goes without' : `${without} go without`;
  switch (bottleneck.kind) {
    case 'group': {
      const { group } = bottleneck;
      return `${describeGroup(group, roster, terms)}${group.mentees.length === without ? '' : `: ${go}`}.`;
    }
    case 'limits':
      return `${joinNames(bottleneck.limits.map(limit => describeLimitShortage(terms.limits[limit]!, roster)))}: ${go}.`;
    case 'demands':
      return `${phraseDemandKinds(roster, terms)} take what others could have: ${go}.`;
  }
}

/** "Locks and least loads": what is demanded, and nothing else. */
function phraseDemandKinds(roster: Roster, terms: Terms): string {
  const kinds = new Set(listDemands(roster, terms).map(({ kind }) => kind));
  const names = joinNames(DEMANDED.flatMap(({ kind, name }) => (kinds.has(kind) ? [name] : [])));
  return names.slice(0, 1).toUpperCase() + names.slice(1);
}

const DEMANDED = [
  { kind: 'lock', name: 'locks' },
  { kind: 'minimum', name: 'minimums' },
  { kind: 'load', name: 'least loads' },
] as const;

/** "DE may have at most 40 tandems of its mentees, who are 52" */
function describeLimitShortage(limit: Limit, { mentees }: Roster): string {
  const people = mentees.filter(({ country }) => limit.countries.includes(country)).length;
  return `${phraseAllowance(limit)}, who are ${people}`;
}

/** "7 mentees (Eva, Finn and 5 more) can only meet Ada, Ben and Cem, who have 4 places" */
function describeGroup({ mentees, mentors, limits }: Group, roster: Roster, terms: Terms): string {
  const names = mentees.map(mentee => roster.mentees[mentee]!.name);
  const holders = [
    ...(mentors.length > 0 ? [phraseMentors(mentors, roster)] : []),
    ...(limits.length > 0 ? [phraseLimitedMentors(limits, terms)] : []),
  ];
  return `${formatCount(mentees.length, 'mentee')} (${joinNames(names, names.length > 3 ? 2 : 3)}) can only meet ${holders.join(', or ')}`;
}

function phraseMentors(indexes: readonly number[], { mentors }: Roster): string {
  const people = indexes.map(index => mentors[index]!);
  const places = people.reduce((sum, { capacity }) => sum + capacity, 0);
  const have = `who ${people.length === 1 ? 'has' : 'have'} ${places === 0 ? 'no slot' : formatCount(places, 'slot')}`;
  return `${joinNames(people.map(({ name }) => name))}, ${have}`;
}

/** "mentors of DE and FR, which may have at most 40 tandems together" */
function phraseLimitedMentors(indexes: readonly number[], { limits }: Terms): string {
  const reached = indexes.map(index => limits[index]!);
  const most = reached.reduce((sum, { max }) => sum + max, 0);
  const places = joinNames(reached.map(({ place }) => place));
  return `mentors of ${places}, which may have at most ${formatCount(most, 'tandem')}${reached.length > 1 ? ' together' : ''}`;
}

function buildRuleSection({ bars: all, gaps }: Forecast, terms: Terms, layout: Layout): TextSection {
  const unchecked = new Set(gaps.rules.filter(isUnchecked).map(({ rule }) => rule));
  const bars = all.filter(({ bar }) => !unchecked.has(bar));
  const head = 'What each rule costs: who could have a tandem besides, if that rule alone were dropped';
  const declined = terms.pairs.filter(note => note.declined).length;
  const kept = declined === 0 ? [] : [wrapText(describeDeclined(declined), layout.width, 2)];
  if (bars.length === 0) return [head, [`  ${describeNoRules(declined > 0, unchecked.size > 0)}`, ...kept]];
  const rows = bars.map(({ bar, gain }) => ({ gain, name: bar, words: `${bar}: ${describeBar(bar, terms.policy)}` }));
  return [head, [...formatGains(rows, names => joinNames(names, 99), layout), ...kept]];
}

function describeNoRules(isOther: boolean, isUnchecked: boolean): string {
  return `There is no ${isOther ? 'other ' : ''}rule${isUnchecked ? ' that the sheets have data for' : ''}.`;
}

/** What somebody declined is told, and not offered for change. */
function describeDeclined(pairs: number): string {
  return `${formatCount(pairs, 'pair')} ${pairs === 1 ? 'was' : 'were'} declined in an earlier run, and ${pairs === 1 ? 'stays' : 'stay'} apart.`;
}

function buildLimitSection({ limits }: Forecast, terms: Terms, layout: Layout): TextSection {
  const rows = limits.map(({ limit, gain }) => {
    const { place, side } = terms.limits[limit]!;
    return { gain, name: `${place} (${side}s)`, words: phraseAllowance(terms.limits[limit]!) };
  });
  const phraseOthers = ({ length }: readonly string[]) =>
    `each of the ${length < limits.length ? 'other ' : ''}${formatCount(length, 'limit')}`;
  return [
    'What each limit costs: who could have a tandem besides, if that limit alone were higher by one',
    formatGains(rows, phraseOthers, layout),
  ];
}

interface GainRow {
  readonly gain: Coverage;
  readonly name: string;
  readonly words: string;
}

/** What gains something, the most first; then the names of what gains nothing. */
function formatGains(rows: readonly GainRow[], list: (names: readonly string[]) => string, layout: Layout): string[] {
  const gaining = rows.filter(({ gain }) => isGain(gain)).toSorted((a, b) => compareGains(a.gain, b.gain));
  const idle = rows.filter(({ gain }) => !isGain(gain)).map(({ name }) => name);
  return formatMarkedLines(
    [
      ...gaining.map(({ gain, words }) => ({ mark: formatGain(gain), text: words })),
      ...(idle.length > 0 ? [{ mark: 'none', text: list(idle) }] : []),
    ],
    layout.width,
  );
}
