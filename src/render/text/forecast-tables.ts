import type { Choices, Forecast } from '../../domain/forecast.ts';
import type { PlaceRow } from '../../domain/matching.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { makePlain } from '../../domain/text.ts';
import { alignColumns } from '../layout/aligned.ts';
import { wrapText } from '../layout/lines.ts';
import type { Layout } from '../layout/sections.ts';
import type { Words } from '../words/en/index.ts';

/** Countries by their names, or by their codes where the line is too short for these. */
export function formatPlaceTable(rows: readonly PlaceRow[], { width }: Layout, words: Words): string[] {
  const named = alignPlaces(rows, words.grammar.nameCountry, words);
  const isTooWide = width !== null && named.some(line => line.length > width);
  return isTooWide ? alignPlaces(rows, place => place, words) : named;
}

function alignPlaces(rows: readonly PlaceRow[], nameOf: (place: string) => string, words: Words): string[] {
  const cells = rows.map(row => [
    row.place === '' ? words.summary.nowhere : makePlain(nameOf(row.place)),
    ...[String(row.mentors), String(row.slots), formatRange(row, 'mentor', words)],
    ...[String(row.mentees), formatRange(row, 'mentee', words)],
  ]);
  return alignColumns([words.forecast.placeColumns, ...cells], column => [0, 3, 5].includes(column));
}

/** "≤ 54", "1 to 54", "≥ 1", "" */
function formatRange({ limits }: PlaceRow, side: Side, { forecast: words }: Words): string {
  const limit = limits.find(candidate => candidate.side === side);
  return limit === undefined ? '' : words.range(limit.min, limit.max);
}

/** How many partners people could have, and who has none or one. */
export function describeChoices({ choices }: Forecast, roster: Roster, layout: Layout, words: Words): string[] {
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
  return [...table, ...sentences.map(text => wrapText(text, layout.width, 2, 2))];
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
