import type { Prices } from '../domain/certificate.ts';
import { indexLimitPaths } from '../domain/limit-paths.ts';
import type { Participant, Side } from '../domain/roster.ts';
import type { Claim } from './level-worths.ts';

/** What each person asks of a pair: their own price and those of the limits that count them. */
export interface Duals {
  readonly mentors: SideDuals;
  readonly mentees: SideDuals;
  readonly closed: ClosedPeople;
}

/** Vectors one after the other, a number a level; 1 for people who have no price. */
export interface SideDuals {
  readonly levels: number;
  readonly prices: Float64Array;
  readonly isLeftOut: Uint8Array;
}

/** What somebody asks on a level. */
export function getDual({ levels, prices }: SideDuals, index: number, level: number): number {
  return prices[index * levels + level]!;
}

/** People who cannot have a tandem at all: no slot, or a limit of 0. */
interface ClosedPeople {
  readonly mentors: readonly boolean[];
  readonly mentees: readonly boolean[];
}

type RosterAndTerms = Pick<Claim, 'roster' | 'terms'>;

/** What everybody asks on some levels at the prices that are about these. */
export function computeDuals(
  { roster, terms }: RosterAndTerms,
  { levels, prices }: { readonly levels: readonly unknown[]; readonly prices: Prices },
): Duals {
  const paths = indexLimitPaths(terms.limits);
  const ask = (people: readonly Participant[], side: Side, own: Prices['mentors']): SideDuals => {
    const asked = new Float64Array(people.length * levels.length);
    const isLeftOut = new Uint8Array(people.length);
    for (const [index, { country }] of people.entries()) {
      for (const price of [own[index]!, ...paths(side, country).map(limit => prices.limits[limit]!)]) {
        if (price === null) isLeftOut[index] = 1;
        else for (let level = 0; level < price.length; level++) asked[index * levels.length + level]! += price[level]!;
      }
    }
    return { levels: levels.length, prices: asked, isLeftOut };
  };
  return {
    mentors: ask(roster.mentors, 'mentor', prices.mentors),
    mentees: ask(roster.mentees, 'mentee', prices.mentees),
    closed: findClosedPeople({ roster, terms }),
  };
}

/**
 * Asked anew, not of domain/people-open-to-tandems.ts by which the solver goes: whom that left out
 * by mistake, the proof must miss.
 */
function findClosedPeople({ roster, terms }: RosterAndTerms): ClosedPeople {
  const paths = indexLimitPaths(terms.limits);
  const isClosed = (side: Side, country: string) => paths(side, country).some(limit => terms.limits[limit]!.max === 0);
  return {
    mentors: roster.mentors.map(({ capacity, country }) => capacity === 0 || isClosed('mentor', country)),
    mentees: roster.mentees.map(({ country }) => isClosed('mentee', country)),
  };
}
