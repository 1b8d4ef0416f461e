import { isUnchecked } from '../../domain/data-gaps.ts';
import { listDemands } from '../../domain/demands.ts';
import type { Bottleneck, Coverage, Forecast } from '../../domain/forecast.ts';
import { compareGains, isGain } from '../../domain/gain-order.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { makeShare } from '../../domain/share.ts';
import type { Group } from '../../domain/unmatched-reasons.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { describeBar } from '../words/bars.ts';
import { buildGapSection } from '../words/data-gaps.ts';
import type { Words } from '../words/en/index.ts';
import { describeChoices, formatPlaceTable } from './forecast-tables.ts';

/**
 * A forecast in sentences that need no knowledge of the program: first what rules cannot check, then what is possible,
 * and why not more. All of that fits a screen; what is longer is for who asks for it (`isVerbose`).
 */
export function renderForecast(
  forecast: Forecast,
  roster: Roster,
  terms: Terms,
  layout: Layout,
  words: Words,
  isVerbose: boolean,
): string {
  const most = isVerbose ? ALL : SCREEN;
  const sections: readonly TextSection[] = [
    buildGapSection(forecast.gaps, layout, words, most.gaps),
    ['', [...formatTotals(forecast, roster, layout, words), ...describeOrder(roster, terms, layout, words)]],
    buildBottleneckSection(forecast, roster, terms, layout, words, most.bottlenecks),
    buildRuleSection(forecast, terms, layout, words, most.rules),
    ...(isVerbose
      ? buildLongSections(forecast, roster, terms, layout, words)
      : [['', [wrapText(words.forecast.verbose, layout.width)]] as const]),
  ];
  return renderSections(
    sections.filter(([, lines]) => lines.length > 0),
    layout,
  );
}

/** How many lines of a kind fit a screen together. */
const SCREEN = { gaps: 4, bottlenecks: 3, rules: 3 };
const ALL = { gaps: Number.POSITIVE_INFINITY, bottlenecks: Number.POSITIVE_INFINITY, rules: Number.POSITIVE_INFINITY };

function buildLongSections(
  forecast: Forecast,
  roster: Roster,
  terms: Terms,
  layout: Layout,
  words: Words,
): TextSection[] {
  return [
    buildDeclinedSection(terms, layout, words),
    buildLimitSection(forecast, terms, layout, words),
    [words.forecast.placesHead, formatPlaceTable(forecast.placeRows, layout, words)],
    [words.forecast.choicesHead, describeChoices(forecast, roster, layout, words)],
  ];
}

function formatTotals(
  { slots, wanted, most }: Forecast,
  { mentors, mentees }: Roster,
  { paint, width }: Layout,
  { forecast: words }: Words,
): string[] {
  const share = makeShare(most.mentees, mentees.length);
  const rows = [
    [words.mentors, mentors.length, words.offered(slots)],
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

function buildBottleneckSection(
  { barred, bottlenecks, most: possible }: Forecast,
  roster: Roster,
  terms: Terms,
  { paint, width }: Layout,
  { forecast: words, reasons }: Words,
  most: number,
): TextSection {
  const missing = roster.mentees.length - possible.mentees;
  if (missing === 0) return ['', [paint.good(words.allPossible)]];
  const worst = bottlenecks.toSorted((a, b) => b.without - a.without);
  const sentences = [
    ...(barred === 0 ? [] : [words.barred(barred)]),
    ...worst.map(bottleneck => describeBottleneck(bottleneck, roster, terms, { forecast: words, reasons })),
  ];
  const shown = sentences.slice(0, most);
  const more = sentences.length > most ? [words.moreReasons(sentences.length - most)] : [];
  return [words.missingHead(missing), [...shown, ...more].map(text => wrapText(text, width, 2, 2))];
}

function describeBottleneck(
  bottleneck: Bottleneck,
  roster: Roster,
  terms: Terms,
  { forecast: words, reasons }: Pick<Words, 'forecast' | 'reasons'>,
): string {
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
    case 'reason':
      return words.bottleneck(words.otherReason(reasons.names[bottleneck.reason]), without);
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
function buildRuleSection(
  { bars, gaps }: Forecast,
  terms: Terms,
  layout: Layout,
  words: Words,
  most: number,
): TextSection {
  const unchecked = new Set(gaps.rules.filter(isUnchecked).map(({ rule }) => rule));
  const rows = bars
    .filter(({ bar }) => !unchecked.has(bar))
    .map(({ bar, gain }) => ({ gain, text: `${bar}: ${describeBar(bar, terms.policy, words)}` }));
  return [words.forecast.rulesHead, formatGains(rows, layout, words).slice(0, most)];
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
