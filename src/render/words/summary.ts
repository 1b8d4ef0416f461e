import { compareGains } from '../../domain/gain-order.ts';
import type { PlaceRow, Summary } from '../../domain/matching.ts';
import type { Side } from '../../domain/roster.ts';
import { makePlain } from '../../domain/text.ts';
import type { Words } from './en/index.ts';

/** "1 to 54, used up", "at most 54", "" */
export function formatLimit({ limits }: PlaceRow, side: Side, { summary }: Words): string {
  const limit = limits.find(candidate => candidate.side === side);
  return limit === undefined ? '' : summary.sayRange(limit.min, limit.max, limit.used === limit.max);
}

/** What coverage leaves out; nothing where there is nobody. */
export function phraseFewerMentors({ menteesWithFewer, tandems, wanted }: Summary, { summary }: Words): string {
  return menteesWithFewer === 0 ? '' : summary.sayFewer(menteesWithFewer, tandems, wanted);
}

/** What the limits that are used up would bring, raised by one: alike ones in one line, those that bring most first. */
export function describeLimitGains(rows: readonly PlaceRow[], words: Words): string[] {
  const reached = rows.flatMap(({ place, limits }) =>
    limits.flatMap(({ side, max, used, oneMore }) => (used === max ? [{ place, side, oneMore }] : [])),
  );
  const ordered = reached.toSorted((a, b) => compareGains(a.oneMore ?? UNTOLD, b.oneMore ?? UNTOLD));
  const isAlike = (one: (typeof ordered)[number], other: (typeof ordered)[number]) =>
    one.side === other.side && keyOf(one.oneMore) === keyOf(other.oneMore);
  return ordered
    .filter((limit, at) => ordered.findIndex(other => isAlike(limit, other)) === at)
    .map(first => {
      const places = ordered
        .filter(limit => isAlike(first, limit))
        .map(({ place }) => words.grammar.nameCountry(place));
      return makePlain(sayOneMore(places, first.side, first.oneMore, words));
    });
}

function keyOf(oneMore: PlaceRow['limits'][number]['oneMore']): string {
  return `${oneMore?.mentees} ${oneMore?.tandems}`;
}

/** Comes after all that is told. */
const UNTOLD = { mentees: Number.NEGATIVE_INFINITY, tandems: 0 };

function sayOneMore(
  places: readonly string[],
  side: Side,
  oneMore: PlaceRow['limits'][number]['oneMore'],
  { summary }: Words,
): string {
  if (oneMore === null) return summary.sayOneMoreUnknown(places, side);
  const { mentees, tandems } = oneMore;
  if (mentees === 0 && tandems === 0) return summary.sayOneMore(places, side, 'nothing');
  if (mentees === 1 && tandems === 1) return summary.sayOneMore(places, side, 'mentee');
  if (mentees === 0 && tandems === 1) return summary.sayOneMore(places, side, 'mentor-of-mentee');
  return summary.sayOneMoreOtherwise(places, side, mentees, tandems);
}
