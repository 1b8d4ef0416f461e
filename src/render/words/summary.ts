import type { PlaceRow, Summary } from '../../domain/matching.ts';
import type { Side } from '../../domain/roster.ts';
import type { Share } from '../../domain/share.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import { compareGains, formatGain } from './gains.ts';

/** "14 of 17 mentees" */
export function phraseShare({ part, whole }: Share, noun: string): string {
  return `${part} of ${formatCount(whole, noun)}`;
}

/** "9 of 14 tandems", and which they are where a department or country is not known of everybody. */
export function phraseCrossShare(share: Share, what: string, { tandems }: Summary): string {
  return `${phraseShare(share, 'tandem')}${share.whole < tandems ? ` whose ${what} are known` : ''}`;
}

/** "1–54 reached", "≤ 54", "" */
export function formatLimit({ limits }: PlaceRow, side: Side): string {
  const limit = limits.find(candidate => candidate.side === side);
  if (limit === undefined) return '';
  const { min, max, used } = limit;
  const range = max === null ? `≥ ${min}` : min > 0 ? `${min} to ${max}` : `≤ ${max}`;
  return used === max ? `${range} reached` : range;
}

/** What the limits that are reached would bring, raised by one: alike ones in one line, those that bring most first. */
export function describeLimitGains(rows: readonly PlaceRow[]): string[] {
  const reached = rows.flatMap(({ place, limits }) =>
    limits.flatMap(({ side, max, used, oneMore }) =>
      used === max ? [{ name: `${side}s of ${place}`, oneMore, words: phraseOneMore(oneMore) }] : [],
    ),
  );
  const told = reached.toSorted((a, b) => compareGains(a.oneMore ?? UNTOLD, b.oneMore ?? UNTOLD));
  return [...new Set(told.map(({ words }) => words))].map(words => {
    const names = reached.filter(limit => limit.words === words).map(({ name }) => name);
    return makePlain(`Raised by one, these limits ${words}: ${joinNames(names, 12)}.`);
  });
}

/** Stands behind all that is told. */
const UNTOLD = { mentees: Number.NEGATIVE_INFINITY, tandems: 0 };

function phraseOneMore(oneMore: PlaceRow['limits'][number]['oneMore']): string {
  if (oneMore === null) return 'may bring something that was not worked out, because the worst tandem counts';
  const { mentees, tandems } = oneMore;
  if (mentees === 0 && tandems === 0) return 'make room for no further tandem';
  if (mentees === 1 && tandems === 1) return 'make room for one more mentee';
  if (mentees === 0 && tandems === 1) return 'make room for one more mentor of a mentee';
  return `would lead to ${formatGain(oneMore)}, because the objective asks for something else first`;
}

/** What coverage leaves out: "1 mentee has fewer mentors than wanted (2 of 3 in all)"; nothing where there is nobody. */
export function phraseFewerMentors({ menteesWithFewer, tandems, wanted }: Summary): string {
  if (menteesWithFewer === 0) return '';
  const who = `${formatCount(menteesWithFewer, 'mentee')} ${menteesWithFewer === 1 ? 'has' : 'have'}`;
  return `${who} fewer mentors than wanted (${tandems} of ${wanted} in all)`;
}
