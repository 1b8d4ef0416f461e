/** The points of a tandem, part by part: a bar, and a table with what was found in the two. */
import { NAME_MARKS } from './page-data.ts';
import type { ReviewStep } from './review-desk.ts';
import { formatPoints, formatWhole } from './tables.tsx';

interface StackedBarProps {
  readonly parts: readonly string[];
  readonly points: readonly number[];
  readonly most: number;
  readonly format: (thousandths: number) => string;
}

/** Points part by part, in a fixed order; what is empty is missing to the most possible. */
export function StackedBar({ parts, points, most, format }: StackedBarProps) {
  const share = (thousandths: number) => (most <= 0 ? 0 : (100 * Math.max(0, thousandths)) / most);
  const starts = points.map((_, at) => points.slice(0, at).reduce((sum, one) => sum + share(one), 0));
  const say = parts.map((part, at) => `${part} ${format(points[at]!)}`).join(', ');
  return (
    <svg class="stacked" width="100%" height="24" role="img" aria-label={say}>
      <rect class="track" x="0" y="0.5" width="100%" height="23" />
      {points.map((one, at) => (
        <rect
          key={parts[at]}
          class={`p${at % PARTS}`}
          x={`${starts[at]}%`}
          y="2"
          width={`${Math.max(0, share(one) - 0.3)}%`}
          height="20"
        />
      ))}
    </svg>
  );
}

/** What each part of the score comes to, of what, and what was found in the two. */
export function PointsTable({ data, review: { words, weights, reasons }, row }: ReviewStep) {
  const [mentor, mentee, , points] = data.tandems[row]!;
  const [, found] = reasons[row]!;
  const [first, second] = [data.people[mentor]![0], data.people[mentee]![0]];
  const format = (thousandths: number) => formatPoints(thousandths, data.words.decimal);
  return (
    <table class="points">
      <tbody>
        {data.parts.map((part, at) => (
          <tr key={part}>
            <th scope="row">
              <i class={`sw p${at % PARTS}`} />
              {part}
            </th>
            <td class="num b">{format(points[at]!)}</td>
            <td class="m of">
              {words.of} {formatWhole(weights[at]!, data.words.decimal)}
            </td>
            <td class="found">{found[at]! >= 0 && fillNames(data.sentences[found[at]!]!, first, second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Puts names where a sentence has marks for them. */
export function fillNames(sentence: string, mentor: string, mentee: string): string {
  return sentence.replaceAll(NAME_MARKS.mentor, () => mentor).replaceAll(NAME_MARKS.mentee, () => mentee);
}

/** How many colours there are for parts; they come again where there are more. */
const PARTS = 5;
