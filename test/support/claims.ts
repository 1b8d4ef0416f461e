import type { Claim } from '../../src/certificate/level-worths.ts';
import type { ProofSection } from '../../src/certificate/optimality.ts';
import type { Proof } from '../../src/domain/certificate.ts';
import { match } from '../../src/features/match/match.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import type { Programme } from './rosters.ts';

/** What the matcher makes of a programme that it can match: its tandems and everything they are held against, and the proof. */
export function solvedClaim({ roster, terms }: Programme): { readonly claim: Claim; readonly proof: Proof } {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  const { matching, proof } = outcome;
  return { claim: { roster, terms, ...makePairing(roster, terms), tandems: matching.tandems }, proof };
}

type Vector = readonly number[];

/**
 * Whether prices fit tandems as domain/certificate.ts says that they must, pair by pair and unit by unit, with nothing of what
 * `verify` does to be quick.
 */
export function fitsByTrying(claim: Claim, { levels, prices, tandems, floor }: ProofSection): boolean {
  const { roster, terms, eligibility, affinity } = claim;
  const isPrice = (price: Vector | null | undefined) =>
    price === null ||
    (price?.length === levels.length && price.every(n => Number.isInteger(n) && Math.abs(n) <= 2 ** 49));
  const all = [...roster.mentors.map((_, m) => prices.mentors[m]), ...roster.mentees.map((_, e) => prices.mentees[e])];
  if (![...all, ...terms.limits.map((_, l) => prices.limits[l])].every(isPrice)) return false;

  const units = (price: Vector | null, used: number, most: number, gain: (k: number, level: number) => number) => {
    if (price === null) return used === 0;
    const signAt = (k: number) => signOf(price.map((n, level) => n + gain(k, level)));
    const upTo = (n: number) => Array.from({ length: n }, (_, k) => k + 1);
    const next = upTo(Math.min(most, used + 2)).slice(used);
    return upTo(used).every(k => signAt(k) >= 0) && next.every(k => signAt(k) <= 0);
  };
  const count = (side: 'mentor' | 'mentee', index: number) => tandems.filter(t => t[side] === index).length;
  const under = terms.limits.map(
    ({ side, countries }) => tandems.filter(t => countries.includes(roster[`${side}s`][t[side]]!.country)).length,
  );
  const unitsFit =
    roster.mentors.every((own, m) =>
      units(prices.mentors[m]!, count('mentor', m), own.capacity, (k, level) => levels[level]!.slot(k, own)),
    ) &&
    roster.mentees.every((own, e) =>
      units(prices.mentees[e]!, count('mentee', e), own.wants, (k, level) => levels[level]!.want(k, own)),
    ) &&
    terms.limits.every((own, l) =>
      units(prices.limits[l]!, under[l]!, own.max, (k, level) => levels[level]!.counted(k, own)),
    );
  if (!unitsFit) return false;

  const limitsOf = (side: 'mentor' | 'mentee', country: string) =>
    terms.limits.flatMap((own, l) => (own.side === side && own.countries.includes(country) ? [l] : []));
  const around = {
    mentors: roster.mentors.map(({ country }) => limitsOf('mentor', country)),
    mentees: roster.mentees.map(({ country }) => limitsOf('mentee', country)),
  };
  const chosen = new Set(tandems.map(t => `${t.mentor} ${t.mentee}`));
  if (chosen.size < tandems.length) return false;
  return roster.mentors.every((mentor, m) =>
    roster.mentees.every((_, e) => {
      const limits = [...around.mentors[m]!, ...around.mentees[e]!];
      const isOpen = mentor.capacity > 0 && limits.every(l => terms.limits[l]!.max > 0);
      const isTandem = chosen.has(`${m} ${e}`);
      if (!isOpen || eligibility.barred(m, e) !== 0 || affinity.score(m, e) < floor) return !isTandem;
      const asked = [prices.mentors[m]!, prices.mentees[e]!, ...limits.map(l => prices.limits[l]!)];
      if (asked.includes(null as never)) return false;
      const gain = signOf(levels.map(({ pair }, level) => pair(m, e) - asked.reduce((sum, n) => sum + n[level]!, 0)));
      return isTandem ? gain >= 0 : gain <= 0;
    }),
  );
}

/** Of a vector in lexicographic order. */
function signOf(vector: Vector): number {
  return Math.sign(vector.find(n => n !== 0) ?? 0);
}
