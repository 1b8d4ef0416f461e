import type { Prices, Proof } from '../../domain/certificate.ts';
import type { TandemIds } from '../../domain/decisions.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Limit } from '../../domain/policy.ts';
import type { CertificateRefutation, PriceList } from '../../domain/refutation.ts';
import type { Roster } from '../../domain/roster.ts';
import type { WrittenPrices, WrittenProof } from '../../parse/certificate.ts';
import { indexById } from '../../parse/run-tables.ts';

/** The proof with its prices in the order of the roster and the limits, or what is wrong with it. */
export function alignProof(
  { levels, prices, worst }: WrittenProof,
  roster: Roster,
  limits: readonly Limit[],
): Proof | CertificateRefutation {
  const tandems = worst?.better && alignTandems(worst.better.tandems, roster);
  if (worst?.better && tandems === null) return { kind: 'tandems-of-nobody' };
  const lists = [prices, ...(worst === null ? [] : [worst.all]), ...(worst?.better ? [worst.better.prices] : [])];
  const fault = lists.map(list => findPriceMismatch(list, roster, limits)).find(found => found !== null);
  if (fault !== undefined) return fault;
  const better =
    worst?.better && tandems
      ? { floor: worst.better.floor, tandems, prices: alignPrices(worst.better.prices, roster, limits) }
      : null;
  return {
    levels,
    prices: alignPrices(prices, roster, limits),
    worst: worst === null ? null : { all: alignPrices(worst.all, roster, limits), better },
  };
}

/** Tandems by the numbers of their people; null where somebody is not in the roster. */
export function alignTandems(tandems: readonly TandemIds[], roster: Roster): Tandem[] | null {
  const [mentors, mentees] = [indexById(roster.mentors), indexById(roster.mentees)];
  const found = tandems.map(({ mentor, mentee }) => ({
    mentor: mentors.get(mentor) ?? -1,
    mentee: mentees.get(mentee) ?? -1,
  }));
  return found.some(({ mentor, mentee }) => mentor < 0 || mentee < 0) ? null : found;
}

/** Prices that everybody has, if only null. */
function alignPrices(prices: WrittenPrices, roster: Roster, limits: readonly Limit[]): Prices {
  return {
    mentors: roster.mentors.map(({ id }) => prices.mentors.get(id)!),
    mentees: roster.mentees.map(({ id }) => prices.mentees.get(id)!),
    limits: limits.map(({ side, place }) => prices.limits.get(`${side} ${place}`)!),
  };
}

/** Everybody must have a price, if only null, and nobody else. */
function findPriceMismatch(
  prices: WrittenPrices,
  roster: Roster,
  limits: readonly Limit[],
): CertificateRefutation | null {
  const expected = {
    mentors: roster.mentors.map(({ id }) => id),
    mentees: roster.mentees.map(({ id }) => id),
    limits: limits.map(({ side, place }) => `${side} ${place}`),
  };
  for (const list of PRICE_LISTS) {
    const missing = expected[list].find(key => !prices[list].has(key));
    if (missing !== undefined) return { kind: 'price-missing', list, of: missing };
    if (prices[list].size > expected[list].length) return { kind: 'price-of-nobody', list };
  }
  return null;
}

const PRICE_LISTS: readonly PriceList[] = ['mentors', 'mentees', 'limits'];
