/**
 * Decides by prices whether tandems are best on every level. Shares no code with the solver and knows no algorithm: it
 * reads what a pair, a place, a want and a limit are worth from the policy, and compares.
 *
 * Why it suffices: suppose other tandems keep the rules. Sum over both what each pair is worth less its prices, and what
 * each used unit of a mentor, mentee and limit gains plus its price; prices cancel, because each tandem uses one unit of
 * each, so the sums are what the tandems come to. Ours holds every term that can be positive and none that is negative, so
 * the others' sum is not larger. Terms are vectors, one number a level, in lexicographic order; that order is kept by
 * addition, which is all that the argument needs. (Linear programming duality; Ahuja, Magnanti & Orlin, Network Flows
 * (1993), §9.4.) Units gain less the more are used, so that the last used and the first unused one speak for all.
 */
import { DEMANDS, type LevelValue, type Proof } from '../domain/certificate.ts';
import type { Affinity, Eligibility, Tandem } from '../domain/pairing.ts';
import { type Level, type Limit, levelName, type Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { TIES, tieKey, tieOf } from '../domain/ties.ts';
import { limitName, pairName, personName, tandemsUnder } from './audit.ts';

/** Everything a proof is held against. */
export interface Claim {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  readonly tandems: readonly Tandem[];
}

/** Returns the pair, person, limit or level that refutes the proof, in one sentence, or null: the tandems are best. */
export function refutation(claim: Claim, proof: Proof): string | null {
  const levels = levelsWorth(claim);
  return (
    unfitLevels(levels, proof) ??
    unfitPrices(claim, levels, proof) ??
    wrongUnits(claim, levels, proof) ??
    wrongPair(claim, levels, proof) ??
    wrongValue(claim, levels, proof)
  );
}

/** What a level makes of a pair, and of the k-th unit (from 1) of a mentor, a mentee and a limit. */
interface Worth {
  readonly name: string;
  readonly pair: (mentor: number, mentee: number) => number;
  readonly place: (k: number) => number;
  readonly want: (k: number) => number;
  readonly counted: (k: number, limit: Limit) => number;
}

const nothing = () => 0;
const WORTHLESS = { pair: nothing, place: nothing, want: nothing, counted: nothing };

function levelsWorth(claim: Claim): Worth[] {
  const { terms } = claim;
  const locks = terms.pairs.filter(note => note.locked);
  const demanding = locks.length > 0 || terms.limits.some(limit => limit.min > 0);
  const width = claim.roster.mentees.length;
  const locked = new Set(locks.map(note => note.mentor * width + note.mentee));
  const demands: Worth = {
    ...WORTHLESS,
    name: DEMANDS,
    pair: (mentor, mentee) => (locked.has(mentor * width + mentee) ? 1 : 0),
    counted: (k, limit) => (k <= limit.min ? 1 : 0),
  };
  return [
    ...(demanding ? [demands] : []),
    ...terms.policy.objective.map(level => levelWorth(level, claim)),
    ties(claim),
  ];
}

function levelWorth(level: Level, { terms, affinity }: Claim): Worth {
  const worth = { ...WORTHLESS, name: levelName(level) };
  switch (level.kind) {
    case 'mentees':
      return { ...worth, want: k => (k === 1 ? 1 : 0) };
    case 'tandems':
      return { ...worth, pair: () => 1 };
    case 'score':
      return { ...worth, pair: affinity.score };
    case 'balance':
      return { ...worth, place: k => 1 - 2 * k };
    case 'preference': {
      const bit = terms.policy.prefer.findIndex(({ name }) => name === level.preference);
      return { ...worth, pair: (mentor, mentee) => (affinity.held(mentor, mentee) >>> bit) & 1 };
    }
  }
}

function ties({ roster }: Claim): Worth {
  const mentors = roster.mentors.map(({ id }) => tieKey(id));
  const mentees = roster.mentees.map(({ id }) => tieKey(id));
  return { ...WORTHLESS, name: TIES, pair: (mentor, mentee) => tieOf(mentors[mentor]!, mentees[mentee]!) };
}

function unfitLevels(levels: readonly Worth[], proof: Proof): string | null {
  const expected = levels.map(({ name }) => name).join(', ');
  const found = proof.levels.map(({ level }) => level).join(', ');
  return expected === found ? null : `the proof is about the levels ${found}, the policy asks for ${expected}`;
}

/** Prices must be exact integers, small enough that four of them and a worth add up exactly. */
function unfitPrices({ roster, terms }: Claim, levels: readonly Worth[], { prices }: Proof): string | null {
  const fits = (price: readonly number[] | null | undefined) =>
    price === null ||
    (price?.length === levels.length && price.every(n => Number.isInteger(n) && Math.abs(n) < 2 ** 50));
  const mentor = roster.mentors.find((_, m) => !fits(prices.mentors[m]));
  if (mentor !== undefined)
    return `the price of mentor ${personName(mentor)} is not a list of ${levels.length} integers`;
  const mentee = roster.mentees.find((_, e) => !fits(prices.mentees[e]));
  if (mentee !== undefined)
    return `the price of mentee ${personName(mentee)} is not a list of ${levels.length} integers`;
  const limit = terms.limits.find((_, l) => !fits(prices.limits[l]));
  return limit === undefined ? null : `the price of the ${limitName(limit)} is not a list of ${levels.length} integers`;
}

/** Mentors' places, mentees' wants and limits: used ones must be worth their price, unused ones not more. */
function wrongUnits(claim: Claim, levels: readonly Worth[], { prices }: Proof): string | null {
  const { roster, terms, tandems } = claim;
  const loads = countBy(tandems, 'mentor', roster.mentors.length);
  const served = countBy(tandems, 'mentee', roster.mentees.length);
  for (const [m, mentor] of roster.mentors.entries()) {
    const fault = wrongUse(prices.mentors[m]!, loads[m]!, mentor.capacity, k => levels.map(({ place }) => place(k)));
    if (fault !== null) return `${personName(mentor)} has ${loads[m]} of ${mentor.capacity} mentees: ${fault}`;
  }
  for (const [e, mentee] of roster.mentees.entries()) {
    const fault = wrongUse(prices.mentees[e]!, served[e]!, mentee.wants, k => levels.map(({ want }) => want(k)));
    if (fault !== null) return `${personName(mentee)} has ${served[e]} of ${mentee.wants} mentors: ${fault}`;
  }
  for (const [l, limit] of terms.limits.entries()) {
    const used = tandemsUnder(limit, roster, tandems);
    const fault = wrongUse(prices.limits[l]!, used, limit.max, k => levels.map(({ counted }) => counted(k, limit)));
    if (fault !== null) return `the ${limitName(limit)} has ${used} of ${limit.max} tandems: ${fault}`;
  }
  return null;
}

function countBy(tandems: readonly Tandem[], side: Side, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const tandem of tandems) counts[tandem[side]]!++;
  return counts;
}

function wrongUse(
  price: readonly number[] | null,
  used: number,
  most: number,
  unit: (k: number) => number[],
): string | null {
  if (price === null) return used === 0 ? null : 'the proof leaves this out';
  const sign = (k: number) => signOf(unit(k).map((gain, level) => gain + price[level]!));
  if (used > 0 && sign(used) < 0) return 'at the prices of the proof, one fewer would be better';
  if (used < most && sign(used + 1) > 0) return 'at the prices of the proof, one more would be better';
  return null;
}

function signOf(vector: readonly number[]): number {
  return Math.sign(vector.find(number => number !== 0) ?? 0);
}

/** Looks at every pair that may meet. */
function wrongPair(claim: Claim, levels: readonly Worth[], proof: Proof): string | null {
  const { roster, eligibility, tandems } = claim;
  const asked = askedPrices(claim, levels.length, proof);
  const chosen = new Set(tandems.map(({ mentor, mentee }) => mentor * roster.mentees.length + mentee));
  for (let mentee = 0; mentee < roster.mentees.length; mentee++) {
    if (asked.closedMentee[mentee]) continue;
    for (let mentor = 0; mentor < roster.mentors.length; mentor++) {
      if (asked.closedMentor[mentor] || eligibility.barred(mentor, mentee) !== 0) continue;
      const pair = { mentor, mentee };
      if (asked.mentor[mentor] === null)
        return `${pairName(roster, pair)} may meet, but the proof leaves the mentor out`;
      if (asked.mentee[mentee] === null)
        return `${pairName(roster, pair)} may meet, but the proof leaves the mentee out`;
      const sign = signOfPair(levels, asked.mentor[mentor]!, asked.mentee[mentee]!, mentor, mentee);
      if (sign === 0) continue;
      const tandem = chosen.has(mentor * roster.mentees.length + mentee);
      if (sign > 0 && !tandem)
        return `${pairName(roster, pair)} are no tandem, though at the prices of the proof they should be`;
      if (sign < 0 && tandem)
        return `${pairName(roster, pair)} are a tandem, though at the prices of the proof they should not be`;
    }
  }
  return null;
}

interface Asked {
  readonly mentor: ReadonlyArray<Float64Array | null>;
  readonly mentee: ReadonlyArray<Float64Array | null>;
  /** People who cannot have a tandem at all: no place, no wish, or a limit of 0. */
  readonly closedMentor: readonly boolean[];
  readonly closedMentee: readonly boolean[];
}

/** What each person asks of a pair: their own price and that of the limit that counts them. */
function askedPrices({ roster, terms }: Claim, levels: number, { prices }: Proof): Asked {
  const sum = (own: readonly number[] | null, limit: number) => {
    const above = limit < 0 ? null : prices.limits[limit]!;
    if (own === null || (limit >= 0 && above === null)) return null;
    return Float64Array.from({ length: levels }, (_, level) => own[level]! + (above?.[level] ?? 0));
  };
  const limitIndex = (side: Side, country: string) =>
    terms.limits.findIndex(limit => limit.side === side && limit.country === country);
  const zero = (side: Side, country: string) => terms.limits[limitIndex(side, country)]?.max === 0;
  return {
    mentor: roster.mentors.map(({ country }, m) => sum(prices.mentors[m]!, limitIndex('mentor', country))),
    mentee: roster.mentees.map(({ country }, e) => sum(prices.mentees[e]!, limitIndex('mentee', country))),
    closedMentor: roster.mentors.map(({ capacity, country }) => capacity === 0 || zero('mentor', country)),
    closedMentee: roster.mentees.map(({ wants, country }) => wants === 0 || zero('mentee', country)),
  };
}

function signOfPair(
  levels: readonly Worth[],
  asked: Float64Array,
  alsoAsked: Float64Array,
  mentor: number,
  mentee: number,
): number {
  for (let level = 0; level < levels.length; level++) {
    const gain = levels[level]!.pair(mentor, mentee) - (asked[level]! + alsoAsked[level]!);
    if (gain !== 0) return Math.sign(gain);
  }
  return 0;
}

/** What the tandems come to on each level must be what the proof says; every demand must be met. */
function wrongValue(claim: Claim, levels: readonly Worth[], proof: Proof): string | null {
  const values = valuesOf(claim, levels);
  const wrong = proof.levels.findIndex(({ value }, index) => value !== values[index]!.value);
  if (wrong < 0) return null;
  return `the tandems come to ${values[wrong]!.value} on the level ${levels[wrong]!.name}, the proof says ${proof.levels[wrong]!.value}`;
}

function valuesOf({ roster, terms, tandems }: Claim, levels: readonly Worth[]): LevelValue[] {
  const loads = countBy(tandems, 'mentor', roster.mentors.length);
  const served = countBy(tandems, 'mentee', roster.mentees.length);
  const used = terms.limits.map(limit => tandemsUnder(limit, roster, tandems));
  return levels.map(({ name, pair, place, want, counted }) => {
    let value = 0;
    for (const { mentor, mentee } of tandems) value += pair(mentor, mentee);
    for (const load of loads) for (let k = 1; k <= load; k++) value += place(k);
    for (const number of served) for (let k = 1; k <= number; k++) value += want(k);
    for (const [l, limit] of terms.limits.entries()) for (let k = 1; k <= used[l]!; k++) value += counted(k, limit);
    return { level: name, value };
  });
}
