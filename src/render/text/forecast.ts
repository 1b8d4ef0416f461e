import { barKind } from '../../domain/bars.ts';
import { demandsOf } from '../../domain/demands.ts';
import type { Bottleneck, Choices, Coverage, Forecast } from '../../domain/forecast.ts';
import { isUnchecked } from '../../domain/gaps.ts';
import type { Group, PlaceRow } from '../../domain/matching.ts';
import type { Limit, Policy, Terms } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { percentWords, shareOf } from '../../domain/share.ts';
import { counted, listed, plain } from '../../domain/text.ts';
import { aligned } from '../layout/aligned.ts';
import { filled, marked } from '../layout/lines.ts';
import type { Paint } from '../layout/paint.ts';
import { type Layout, type Section, sectionsText } from '../layout/sections.ts';
import { byGain, gainWords, isGain } from '../words/gains.ts';
import { gapSection } from '../words/gaps.ts';
import { NOWHERE } from '../words/names.ts';
import { allowance } from '../words/reasons.ts';
import { ruleWords } from '../words/rules.ts';

/** A forecast in sentences that need no knowledge of the program. */
export function forecastText(forecast: Forecast, roster: Roster, terms: Terms, layout: Layout): string {
  const sections: readonly Section[] = [
    ['', [...headLines(forecast, roster, layout.paint), ...orderLines(roster, terms, layout)]],
    ['Where people and places are', placeLines(forecast.placesByCountry)],
    ['How many people each person may meet who could have a tandem at all', choiceLines(forecast, roster, layout)],
    bottleneckSection(forecast, roster, terms, layout),
    ruleSection(forecast, terms, layout),
    ...(forecast.limits.length > 0 ? [limitSection(forecast, terms, layout)] : []),
    gapSection(forecast.gaps, layout),
  ];
  return sectionsText(sections, layout);
}

function headLines({ places, wanted, most }: Forecast, { mentors, mentees }: Roster, paint: Paint): string[] {
  const share = percentWords(shareOf(most.mentees, mentees.length));
  const rows = [
    ['Mentors', String(mentors.length), `with ${counted(places, 'place')}`],
    ['Mentees', String(mentees.length), `who want ${counted(wanted, 'mentor')}`],
    ['At most', String(most.mentees), `mentees can have a tandem (${share}), in ${counted(most.tandems, 'tandem')}`],
  ];
  return rows.map(
    ([name = '', figure = '', note = '']) => `${name.padEnd(8)} ${paint.bold(figure.padStart(6))}  ${note}`,
  );
}

/** How what is possible at most is counted, where `match` may count otherwise. */
function orderLines({ mentees }: Roster, { policy }: Terms, { width }: Layout): string[] {
  const [first, second] = policy.objective.map(({ kind }) => kind);
  const isSame = first === 'mentees' && (second === 'tandems' || mentees.every(({ wants }) => wants === 1));
  const isRanked = mentees.some(({ priority }) => priority !== mentees[0]!.priority);
  const ranked = isRanked ? 'Mentees of higher priority come first.' : '';
  const other = isSame
    ? ''
    : 'All that is said here counts mentees first, then tandems. The objective has another order, so that rmentor match may come to fewer.';
  const sentences = [ranked, other].filter(sentence => sentence !== '');
  return sentences.length === 0 ? [] : [filled(sentences.join(' '), width)];
}

function placeLines(rows: readonly PlaceRow[]): string[] {
  const header = ['Country', 'Mentors', 'Places', 'Limit', 'Mentees', 'Limit'];
  const cells = rows.map(row => [
    plain(row.place || NOWHERE),
    ...[String(row.mentors), String(row.places), rangeOf(row, 'mentor')],
    ...[String(row.mentees), rangeOf(row, 'mentee')],
  ]);
  return aligned([header, ...cells], column => header[column] === 'Country' || header[column] === 'Limit');
}

/** "≤ 54", "1 to 54", "≥ 1", "" */
function rangeOf({ limits }: PlaceRow, side: Side): string {
  const limit = limits.find(candidate => candidate.side === side);
  if (limit === undefined) return '';
  if (limit.max === null) return `≥ ${limit.min}`;
  return limit.min > 0 ? `${limit.min} to ${limit.max}` : `≤ ${limit.max}`;
}

function choiceLines({ choices }: Forecast, roster: Roster, layout: Layout): string[] {
  const { mentor, mentee } = choices;
  const table = aligned(
    [
      ['', 'nobody', '1 person', '2 to 4', '5 or more'],
      ['Mentees', ...countsOf(mentee)],
      ['Mentors', ...countsOf(mentor)],
    ],
    column => column === 0,
  );
  const sentences = [
    ...fewSentences('mentee', 'mentor', mentee, roster.mentees, roster.mentors),
    ...fewSentences('mentor', 'mentee', mentor, roster.mentors, roster.mentees),
  ];
  return [...table, ...sentences.map(text => filled(text, layout.width, 2))];
}

function countsOf({ none, one, few, many }: Choices): string[] {
  return [none.length, one.length, few, many].map(String);
}

/** How many names a line shows; --json has them all. */
const MOST_NAMES = 12;

function fewSentences(
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
      ? [`${counted(alone.length, noun)} may meet nobody who could have a tandem: ${listed(alone, MOST_NAMES)}.`]
      : []),
    ...(bound.length > 0
      ? [`${counted(bound.length, noun)} may meet one ${partner} only: ${listed(bound, MOST_NAMES)}.`]
      : []),
  ];
}

function bottleneckSection(
  { barred, bottlenecks, most }: Forecast,
  roster: Roster,
  terms: Terms,
  layout: Layout,
): Section {
  const missing = roster.mentees.length - most.mentees;
  if (missing === 0) return ['', [layout.paint.good('Every mentee can have a tandem.')]];
  const lines = bottlenecks.map(bottleneck => filled(bottleneckWords(bottleneck, roster, terms), layout.width, 2));
  const head = `Why ${counted(missing, 'mentee')} must go without, even if everybody else is moved about`;
  const alone = barred === 0 ? [] : [filled(`${counted(barred, 'mentee')} may meet nobody.`, layout.width, 2)];
  return [head, [...alone, ...lines]];
}

function bottleneckWords(bottleneck: Bottleneck, roster: Roster, terms: Terms): string {
  const { without } = bottleneck;
  const go = without === 1 ? '1 goes without' : `${without} go without`;
  switch (bottleneck.kind) {
    case 'group': {
      const { group } = bottleneck;
      return `${groupWords(group, roster, terms)}${group.mentees.length === without ? '' : `: ${go}`}.`;
    }
    case 'limits':
      return `${listed(bottleneck.limits.map(limit => shortOf(terms.limits[limit]!, roster)))}: ${go}.`;
    case 'demands':
      return `${demandWords(roster, terms)} take what others could have: ${go}.`;
  }
}

/** "Locks and least loads": what is demanded, and nothing else. */
function demandWords(roster: Roster, terms: Terms): string {
  const kinds = new Set(demandsOf(roster, terms).map(({ kind }) => kind));
  const names = listed(DEMANDED.flatMap(({ kind, name }) => (kinds.has(kind) ? [name] : [])));
  return names.slice(0, 1).toUpperCase() + names.slice(1);
}

const DEMANDED = [
  { kind: 'lock', name: 'locks' },
  { kind: 'minimum', name: 'minimums' },
  { kind: 'load', name: 'least loads' },
] as const;

/** "DE may have at most 40 tandems of its mentees, who are 52" */
function shortOf(limit: Limit, { mentees }: Roster): string {
  const people = mentees.filter(({ country }) => limit.countries.includes(country)).length;
  return `${allowance(limit)}, who are ${people}`;
}

/** "7 mentees (Eva, Finn and 5 more) can only meet Ada, Ben and Cem, who have 4 places" */
function groupWords({ mentees, mentors, limits }: Group, roster: Roster, terms: Terms): string {
  const names = mentees.map(mentee => roster.mentees[mentee]!.name);
  const holders = [
    ...(mentors.length > 0 ? [mentorsWords(mentors, roster)] : []),
    ...(limits.length > 0 ? [limitedWords(limits, terms)] : []),
  ];
  return `${counted(mentees.length, 'mentee')} (${listed(names, names.length > 3 ? 2 : 3)}) can only meet ${holders.join(', or ')}`;
}

function mentorsWords(indexes: readonly number[], { mentors }: Roster): string {
  const people = indexes.map(index => mentors[index]!);
  const places = people.reduce((sum, { capacity }) => sum + capacity, 0);
  const have = `who ${people.length === 1 ? 'has' : 'have'} ${places === 0 ? 'no place' : counted(places, 'place')}`;
  return `${listed(people.map(({ name }) => name))}, ${have}`;
}

/** "mentors of DE and FR, which may have at most 40 tandems together" */
function limitedWords(indexes: readonly number[], { limits }: Terms): string {
  const reached = indexes.map(index => limits[index]!);
  const most = reached.reduce((sum, { max }) => sum + max, 0);
  const places = listed(reached.map(({ place }) => place));
  return `mentors of ${places}, which may have at most ${counted(most, 'tandem')}${reached.length > 1 ? ' together' : ''}`;
}

function ruleSection({ bars: all, gaps }: Forecast, terms: Terms, layout: Layout): Section {
  const unchecked = new Set(gaps.rules.filter(isUnchecked).map(({ rule }) => rule));
  const bars = all.filter(({ bar }) => !unchecked.has(bar));
  const head = 'What each rule costs: who could have a tandem besides, if that rule alone were dropped';
  const declined = terms.pairs.filter(note => note.declined).length;
  const kept = declined === 0 ? [] : [filled(declinedWords(declined), layout.width, 2)];
  if (bars.length === 0) return [head, [`  ${noRuleWords(declined > 0, unchecked.size > 0)}`, ...kept]];
  const rows = bars.map(({ bar, gain }) => ({ gain, name: bar, words: `${bar}: ${barWords(bar, terms.policy)}` }));
  return [head, [...gainLines(rows, names => listed(names, 99), layout), ...kept]];
}

function noRuleWords(isOther: boolean, isUnchecked: boolean): string {
  return `There is no ${isOther ? 'other ' : ''}rule${isUnchecked ? ' that the sheets have data for' : ''}.`;
}

/** What somebody declined is told, and not offered for change. */
function declinedWords(pairs: number): string {
  return `${counted(pairs, 'pair')} ${pairs === 1 ? 'was' : 'were'} declined in an earlier run, and ${pairs === 1 ? 'stays' : 'stay'} apart.`;
}

/** What a bar asks of a pair. */
export function barWords(bar: string, { must }: Policy): string {
  switch (barKind(bar)) {
    case 'rule':
      return ruleWords(must.find(({ name }) => name === bar)!);
    case 'met-before':
      return 'they have not been a tandem before';
    case 'not-listed':
      return 'the list of pairs gives them points';
    case 'banned-pair':
      return 'the list of pairs does not ban them';
    case 'declined':
      return 'neither declined the other in an earlier run';
  }
}

function limitSection({ limits }: Forecast, terms: Terms, layout: Layout): Section {
  const rows = limits.map(({ limit, gain }) => {
    const { place, side } = terms.limits[limit]!;
    return { gain, name: `${place} (${side}s)`, words: allowance(terms.limits[limit]!) };
  });
  const others = ({ length }: readonly string[]) =>
    `each of the ${length < limits.length ? 'other ' : ''}${counted(length, 'limit')}`;
  return [
    'What each limit costs: who could have a tandem besides, if that limit alone were higher by one',
    gainLines(rows, others, layout),
  ];
}

interface GainRow {
  readonly gain: Coverage;
  readonly name: string;
  readonly words: string;
}

/** What gains something, the most first; then the names of what gains nothing. */
function gainLines(rows: readonly GainRow[], list: (names: readonly string[]) => string, layout: Layout): string[] {
  const gaining = rows.filter(({ gain }) => isGain(gain)).toSorted((a, b) => byGain(a.gain, b.gain));
  const idle = rows.filter(({ gain }) => !isGain(gain)).map(({ name }) => name);
  return marked(
    [
      ...gaining.map(({ gain, words }) => ({ mark: gainWords(gain), text: words })),
      ...(idle.length > 0 ? [{ mark: 'none', text: list(idle) }] : []),
    ],
    layout.width,
  );
}
