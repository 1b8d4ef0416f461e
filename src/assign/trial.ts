import type { Clash, Demand } from '../domain/demands.ts';
import type { Candidates, Tandem } from '../domain/pairing.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import { solve } from '../solve/simplex.ts';
import { proofOf, tandemsOf } from './decode.ts';
import { encode } from './encode.ts';

/** What came of trying to meet some demands, and then as many of the others as possible. */
export interface Trial {
  /** Which of all demands are not met. */
  readonly unmet: readonly Demand[];
  /** What has too little room, where the required demands cannot be met together. */
  readonly short: Clash['short'];
}

/**
 * Tries to meet `required` and then what it can of the rest of `demands`; the objective does not count here.
 * @param required some of `demands`, the same objects.
 */
export function tryDemands(
  roster: Roster,
  terms: Terms,
  candidates: Candidates,
  demands: readonly Demand[],
  required: readonly Demand[],
): Trial {
  const hopes = demands.filter(demand => !required.includes(demand));
  const demandsOnly = { ...terms, policy: { ...terms.policy, objective: [] } };
  const encoding = encode(roster, demandsOnly, candidates, required, hopes);
  const solution = solve({ ...encoding.network, gains: encoding.network.gains.slice(0, -1) });
  const tandems = tandemsOf(encoding, solution);
  const { prices } = proofOf(roster, terms, encoding, solution);
  const scarce = (vectors: ReadonlyArray<readonly number[] | null>) =>
    vectors.flatMap((price, index) => ((price?.[0] ?? 0) > 0 ? [index] : []));
  return {
    unmet: demands.filter(demand => !isMet(demand, roster, tandems)),
    short: { mentors: scarce(prices.mentors), mentees: scarce(prices.mentees), limits: scarce(prices.limits) },
  };
}

function isMet(demand: Demand, roster: Roster, tandems: readonly Tandem[]): boolean {
  if (demand.kind === 'lock') {
    return tandems.some(({ mentor, mentee }) => mentor === demand.note.mentor && mentee === demand.note.mentee);
  }
  const { side, country, min } = demand.limit;
  const people = side === 'mentor' ? roster.mentors : roster.mentees;
  return tandems.filter(tandem => people[tandem[side]]!.country === country).length >= min;
}
