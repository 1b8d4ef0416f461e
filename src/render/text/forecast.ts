import { listDemands } from '../../domain/demands.ts';
import type { Bottleneck, Choices, Coverage, Forecast } from '../../domain/forecast.ts';
import { isUnchecked } from '../../domain/gaps.ts';
import type { Group, PlaceRow } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { makeShare } from '../../domain/share.ts';
import { makePlain } from '../../domain/text.ts';
import { alignColumns } from '../layout/aligned.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { describeBar } from '../words/bars.ts';
import type { Words } from '../words/en/index.ts';
import { compareGains, isGain } from '../words/gains.ts';
import { buildGapSection } from '../words/gaps.ts';
import { NOWHERE } from '../words/names.ts';

/** A forecast in sentences that need no knowledge of the program: first what rules cannot check, then what is possible, and why not more. */
export function renderForecast(forecast: Forecast, roster: Roster, terms: Terms, layout: Layout, words: Words): string {
  const sections: readonly TextSection[] = [
    buildGapSection(forecast.gaps, layout, words),
    ['', [...formatTotals(forecast, roster, layout, words), ...describeOrder(roster, terms, layout, words)]],
    buildBottleneckSection(forecast, roster, terms, layout, words),
    buildRuleSection(forecast, terms, layout, words),
    buildDeclinedSection(terms, layout, words),
    buildLimitSection(forecast, terms, layout, words),
    [words.forecast.placesHead, formatPlaceTable(forecast.placesByCountry, layout, words)],
    [words.forecast.choicesHead, describeChoices(forecast, roster, layout, words)],
  ];
  return renderSections(
    sections.filter(([, lines]) => lines.length > 0),
    layout,
  );
}

function formatTotals(
  { places, wanted, most }: Forecast,
  { mentors, mentees }: Roster,
  { paint, width }: Layout,
  { forecast: words }: Words,
): string[] {
  const share = makeShare(most.mentees, mentees.length);
  const rows = [
    [words.mentors, mentors.length, words.offered(places)],
    [words.mentees, mentees.length, words.wanted(wanted)],
    [words.most, most.mentees, words.possible({ ...most, share })],
  ] as const;
  const widest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, figure, note]) => {
    const start = `${name.padEnd(widest)} ${String(figure).padStart(6)}`;
    const rest = wrapText(note, width === null ? null : width - start.length - 2);
    return `${name.padEnd(widest)} ${paint.bold(String(figure).padStart(6))}  ${rest.replaceAll('\n', `\n${' '.repeat(start.length + 2)}`)}`;
  });
}

/** How what is possible at most is counted, where `match` may count otherwise. */
function describeOrder(
  { mentees }: Roster,
  { policy }: Terms,
  { width }: Layout,
  { forecast: words }: Words,
): string[] {
  const [first, second] = policy.objective.map(({ kind }) => kind);
  const isSame = first === 'mentees' && (second === 'tandems' || mentees.every(({ wants }) => wants === 1));
  const isRanked = mentees.some(({ priority }) => priority !== mentees[0]!.priority);
  const sentences = [...(isRanked ? [words.priorityFirst] : []), ...(isSame ? [] : [words.otherOrder])];
  return sentences.length === 0 ? [] : [wrapText(sentences.join(' '), width)];
}

/** Countries by their names, or by their codes where the line is too short for these. */
function formatPlaceTable(rows: readonly PlaceRow[], { width }: Layout, words: Words): string[] {
  const named = alignPlaces(rows, words.grammar.nameCountry, words);
  const isTooWide = width !== null && named.some(line => line.length > width);
  return isTooWide ? alignPlaces(rows, place => place, words) : named;
}

function alignPlaces(rows: readonly PlaceRow[], nameOf: (place: string) => string, words: Words): string[] {
  const cells = rows.map(row => [
    row.place === '' ? NOWHERE : makePlain(nameOf(row.place)),
    ...[String(row.mentors), String(row.places), formatRange(row, 'mentor', words)],
    ...[String(row.mentees), formatRange(row, 'mentee', words)],
  ]);
  return alignColumns([words.forecast.placeColumns, ...cells], column => [0, 3, 5].includes(column));
}

/** "≤ 54", "1 to 54", "≥ 1", "" */
function formatRange({ limits }: PlaceRow, side: Side, { forecast: words }: Words): string {
  const limit = limits.find(candidate => candidate.side === side);
  return limit === undefined ? '' : words.range(limit.min, limit.max);
}

function describeChoices({ choices }: Forecast, roster: Roster, layout: Layout, words: Words): string[] {
  const { mentor, mentee } = choices;
  const table = alignColumns(
    [
      words.forecast.choiceColumns,
      [words.forecast.mentees, ...listCounts(mentee)],
      [words.forecast.mentors, ...listCounts(mentor)],
    ],
    column => column === 0,
  );
  const sentences = [
    ...describeFewChoices('mentee', mentee, roster.mentees, roster.mentors, words),
    ...describeFewChoices('mentor', mentor, roster.mentors, roster.mentees, words),
  ];
  return [...table, ...sentences.map(text => wrapText(text, layout.width, 2))];
}

function listCounts({ none, one, few, many }: Choices): string[] {
  return [none.length, one.length, few, many].map(String);
}

/** How many names a line shows; --json has them all. */
const MOST_NAMES = 12;

function describeFewChoices(
  side: Side,
  { none, one }: Choices,
  people: readonly Participant[],
  partners: readonly Participant[],
  { forecast: words }: Words,
): string[] {
  const alone = none.map(index => people[index]!.name);
  const bound = one.map(pair => `${people[pair.person]!.name} (${partners[pair.partner]!.name})`);
  return [
    ...(alone.length > 0 ? [words.noChoice(side, alone, MOST_NAMES)] : []),
    ...(bound.length > 0 ? [words.oneChoice(side, bound, MOST_NAMES)] : []),
  ];
}

function buildBottleneckSection(
  { barred, bottlenecks, most }: Forecast,
  roster: Roster,
  terms: Terms,
  { paint, width }: Layout,
  { forecast: words }: Words,
): TextSection {
  const missing = roster.mentees.length - most.mentees;
  if (missing === 0) return ['', [paint.good(words.allPossible)]];
  const worst = bottlenecks.toSorted((a, b) => b.without - a.without);
  const sentences = [
    ...(barred === 0 ? [] : [words.barred(barred)]),
    ...worst.map(bottleneck => describeBottleneck(bottleneck, roster, terms, words)),
  ];
  return [words.missingHead(missing), sentences.map(text => wrapText(text, width, 2))];
}

function describeBottleneck(bottleneck: Bottleneck, roster: Roster, terms: Terms, words: Words['forecast']): string {
  const { without } = bottleneck;
  switch (bottleneck.kind) {
    case 'group': {
      const isAll = bottleneck.group.mentees.length === without;
      return words.bottleneck(describeGroup(bottleneck.group, roster, terms, words), isAll ? null : without);
    }
    case 'limits':
      return words.bottleneck(words.limitShortage(countUnderLimits(bottleneck.limits, roster, terms)), without);
    case 'demands':
      return words.bottleneck(words.demandShortage(listDemandKinds(roster, terms)), without);
  }
}

function listDemandKinds(roster: Roster, terms: Terms): ('lock' | 'minimum' | 'load')[] {
  const kinds = new Set(listDemands(roster, terms).map(({ kind }) => kind));
  return (['lock', 'minimum', 'load'] as const).filter(kind => kinds.has(kind));
}

function countUnderLimits(indexes: readonly number[], { mentees }: Roster, { limits }: Terms) {
  return indexes.map(index => {
    const { place, countries, max } = limits[index]!;
    return { place, max, people: mentees.filter(({ country }) => countries.includes(country)).length };
  });
}

function describeGroup(
  { mentees, mentors, limits }: Group,
  roster: Roster,
  terms: Terms,
  words: Words['forecast'],
): string {
  const people = mentors.map(mentor => roster.mentors[mentor]!);
  const reached = limits.map(limit => terms.limits[limit]!);
  const slots = people.reduce((sum, { capacity }) => sum + capacity, 0);
  const most = reached.reduce((sum, { max }) => sum + max, 0);
  return words.group(
    mentees.map(mentee => roster.mentees[mentee]!.name),
    [
      ...(people.length > 0
        ? [
            words.holders(
              people.map(({ name }) => name),
              slots,
            ),
          ]
        : []),
      ...(reached.length > 0
        ? [
            words.limitedHolders(
              reached.map(({ place }) => place),
              most,
            ),
          ]
        : []),
    ],
  );
}

/** What each rule costs that could be checked at all. */
function buildRuleSection({ bars, gaps }: Forecast, terms: Terms, layout: Layout, words: Words): TextSection {
  const unchecked = new Set(gaps.rules.filter(isUnchecked).map(({ rule }) => rule));
  const rows = bars
    .filter(({ bar }) => !unchecked.has(bar))
    .map(({ bar, gain }) => ({ gain, text: `${bar}: ${describeBar(bar, terms.policy, words)}` }));
  return [words.forecast.rulesHead, formatGains(rows, layout, words)];
}

/** What somebody declined is told, and not offered for change. */
function buildDeclinedSection({ pairs }: Terms, { width }: Layout, { forecast: words }: Words): TextSection {
  const declined = pairs.filter(note => note.declined).length;
  return ['', declined === 0 ? [] : [wrapText(words.declined(declined), width)]];
}

function buildLimitSection({ limits }: Forecast, terms: Terms, layout: Layout, words: Words): TextSection {
  const rows = limits.map(({ limit, gain }) => {
    const { place, side, max } = terms.limits[limit]!;
    return { gain, text: words.forecast.limit(place, side, max) };
  });
  return [words.forecast.limitsHead, formatGains(rows, layout, words)];
}

interface GainRow {
  readonly gain: Coverage;
  readonly text: string;
}

/** What gains something, the most first. */
function formatGains(rows: readonly GainRow[], { width }: Layout, { forecast: words }: Words): string[] {
  const gaining = rows.filter(({ gain }) => isGain(gain)).toSorted((a, b) => compareGains(a.gain, b.gain));
  return formatMarkedLines(
    gaining.map(({ gain, text }) => ({ mark: words.gain(gain.mentees, gain.tandems), text })),
    width,
  );
}
