import type { Prices } from '../domain/certificate.ts';
import { limitChains } from '../domain/limits.ts';
import type { Side } from '../domain/roster.ts';
import type { Claim } from './worth.ts';

/** What each person asks of a pair: their own price and those of the limits that count them. */
export interface Asking {
  readonly mentors: ReadonlyArray<Float64Array | null>;
  readonly mentees: ReadonlyArray<Float64Array | null>;
  readonly closed: Closed;
}

/** People who cannot have a tandem at all: no place, or a limit of 0. */
interface Closed {
  readonly mentors: readonly boolean[];
  readonly mentees: readonly boolean[];
}

type People = Pick<Claim, 'roster' | 'terms'>;

/** What everybody asks on some levels at the prices that are about these. */
export function askedPrices(
  { roster, terms }: People,
  { levels, prices }: { readonly levels: readonly unknown[]; readonly prices: Prices },
): Asking {
  const chains = limitChains(terms.limits);
  const sum = (own: readonly number[] | null, side: Side, country: string) => {
    const all = [own, ...chains(side, country).map(limit => prices.limits[limit]!)];
    if (all.includes(null)) return null;
    return Float64Array.from(levels, (_, level) => all.reduce((total, price) => total + price![level]!, 0));
  };
  return {
    mentors: roster.mentors.map(({ country }, m) => sum(prices.mentors[m]!, 'mentor', country)),
    mentees: roster.mentees.map(({ country }, e) => sum(prices.mentees[e]!, 'mentee', country)),
    closed: closedPeople({ roster, terms }),
  };
}

function closedPeople({ roster, terms }: People): Closed {
  const chains = limitChains(terms.limits);
  const isClosed = (side: Side, country: string) => chains(side, country).some(limit => terms.limits[limit]!.max === 0);
  return {
    mentors: roster.mentors.map(({ capacity, country }) => capacity === 0 || isClosed('mentor', country)),
    mentees: roster.mentees.map(({ country }) => isClosed('mentee', country)),
  };
}
