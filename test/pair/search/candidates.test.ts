/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBits, listNumbers } from '../../../src/domain/bits.ts';
import { makePair } from '../../../src/domain/pair-keys.ts';
import type { CandidateSearch, PairWorth, Query, Tandem } from '../../../src/domain/pairing.ts';
import type { Participant, Side } from '../../../src/domain/roster.ts';
import { RULES } from '../../../src/domain/rule-table.ts';
import { computeTie, makeTies } from '../../../src/domain/ties.ts';
import { CHUNKS } from '../../../src/domain/worker-pool.ts';
import { makePairing, type Pairing } from '../../../src/pair/pairing.ts';
import { type Programme, richProgrammes } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** What a search is asked, before it is known how many people and preferences there are. */
interface Asked {
  readonly asking: Side;
  readonly limbs: number;
  readonly pair: readonly number[];
  readonly thousandth: readonly number[];
  readonly held: readonly (readonly number[])[];
  readonly tie: 'none' | 'whole' | 'fraction';
  readonly prices: readonly number[];
  /** Who pays nothing at all, by its number modulo this; 0 for nobody. */
  readonly hopeless: number;
  readonly gaining: boolean;
  readonly most: number;
  readonly floor: number;
  /** Who is marked on each side, by their numbers modulo this; 0 for nobody. Null where all pairs are looked for. */
  readonly marked: { readonly mentors: number; readonly mentees: number } | null;
}

const vector = (numbers: fc.Arbitrary<number>) => fc.array(numbers, { minLength: 3, maxLength: 3 });

const asked: fc.Arbitrary<Asked> = fc.record({
  asking: fc.constantFrom<Side[]>('mentee', 'mentor'),
  limbs: fc.integer({ min: 2, max: 3 }),
  pair: vector(fc.integer({ min: -2, max: 4000 })),
  thousandth: vector(fc.constantFrom(0, 0, 1, 3)),
  held: fc.array(vector(fc.constantFrom(-700, 0, 0, 1, 2000)), { minLength: RULES.length, maxLength: RULES.length }),
  tie: fc.constantFrom('none', 'whole', 'fraction'),
  prices: fc.oneof(
    fc.constant([0]),
    fc.array(fc.constantFrom(0, 1000, 2000, 5000), { minLength: 3, maxLength: 41 }),
    fc.array(fc.integer({ min: -4000, max: 9000 }), { minLength: 3, maxLength: 83 }),
  ),
  hopeless: fc.constantFrom(0, 0, 3),
  gaining: fc.boolean(),
  most: fc.constantFrom(1, 2, 3, 5, 16, 50),
  floor: fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), fc.integer({ min: -1000, max: 6000 })),
  marked: fc.option(fc.record({ mentors: fc.constantFrom(0, 1, 2, 5), mentees: fc.constantFrom(0, 1, 2, 5) })),
});

/** With everything in one limb, and nothing to decide between equals. */
const askedInOne = asked.map((asked): Asked => ({ ...asked, limbs: 1, tie: 'none' }));
const anyAsked = fc.oneof(asked, asked, askedInOne);

function worthOf({ limbs, pair, thousandth, held, tie }: Asked, preferences: number): PairWorth {
  const cut = (some: readonly number[]) => Float64Array.from(some.slice(0, limbs));
  const worth = {
    limbs,
    pair: cut(pair),
    thousandth: cut(thousandth),
    held: held.slice(0, preferences).map(cut),
    tie: new Float64Array(limbs),
  };
  if (tie === 'whole') worth.tie[limbs - 1] = 1;
  if (tie === 'fraction') {
    worth.pair[limbs - 1]! -= 0.5;
    worth.tie[limbs - 1] = 2 ** -31;
  }
  return worth;
}

function queryOf(asked: Asked, { roster, terms }: Programme): Query {
  const { asking, limbs, prices, hopeless, gaining, most, floor, marked } = asked;
  const priced = (people: number, from: number) =>
    Float64Array.from({ length: people * limbs }, (_, index) => prices[(from + index) % prices.length]!);
  const mentees = priced(roster.mentees.length, 7);
  // As in pricing: whoever may meet nobody asks for more than anything is worth.
  if (hopeless > 0 && gaining) {
    for (let e = 0; e < roster.mentees.length; e += hopeless) {
      mentees.fill(Number.POSITIVE_INFINITY, e * limbs, (e + 1) * limbs);
    }
  }
  const worth = worthOf(asked, terms.policy.prefer.length);
  const marks = (people: readonly unknown[], every: number) =>
    Uint8Array.from(people, (_, index) => (every > 0 && index % every === 0 ? 1 : 0));
  const only = marked && {
    mentors: marks(roster.mentors, marked.mentors),
    mentees: marks(roster.mentees, marked.mentees),
  };
  return { asking, worth, mentors: priced(roster.mentors.length, 0), mentees, gaining, most, floor, only };
}

/** What a pair is worth to a query, from the words of its definition. */
function plainWorth({ roster }: Programme, { affinity }: Pairing, query: Query): (pair: Tandem) => number[] {
  const keys = makeTies(roster);
  const { limbs, pair, thousandth, held, tie } = query.worth;
  return ({ mentor, mentee }) => {
    const holding = affinity.held(mentor, mentee);
    const hash = computeTie(keys.mentors, mentor, keys.mentees, mentee);
    return Array.from({ length: limbs }, (_, l) => {
      const preferred = held.reduce((sum, worth, p) => sum + ((holding >>> p) & 1 ? worth[l]! : 0), 0);
      const own = pair[l]! + thousandth[l]! * affinity.score(mentor, mentee) + preferred + tie[l]! * hash;
      return own - query.mentors[mentor * limbs + l]! - query.mentees[mentee * limbs + l]!;
    });
  };
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((number, limb) => number !== other[limb]);
  return at < 0 ? 0 : one[at]! - other[at]!;
}

/** Whether a pair breaks a rule of `must` that wants the same value, which only a lock with a reason can do. */
function isApart({ roster, terms }: Programme, { mentor, mentee }: Tandem): boolean {
  const valueIn = (person: Participant, field: string) =>
    field === 'country' || field === 'city' || field === 'department' ? person[field] : person.extra.get(field);
  return terms.policy.must.some(
    ({ rule, field }) =>
      rule === 'same' &&
      valueIn(roster.mentors[mentor]!, field)?.toLowerCase() !== valueIn(roster.mentees[mentee]!, field)?.toLowerCase(),
  );
}

/** What a query must find for somebody: the worths, best first. Who may meet across regions comes besides, without a limit. */
function expected(programme: Programme, pairing: Pairing, query: Query, partners: Int32Array, asker: number) {
  const worth = plainWorth(programme, pairing, query);
  const pairs = [...partners]
    .map(partner => makePair(query.asking, asker, partner))
    .filter(({ mentor, mentee }) => !query.only || query.only.mentors[mentor] || query.only.mentees[mentee])
    .filter(({ mentor, mentee }) => pairing.eligibility.barred(mentor, mentee) === 0)
    .filter(pair => pairing.affinity.score(pair.mentor, pair.mentee) >= query.floor);
  const near = pairs.filter(pair => !isApart(programme, pair)).map(worth);
  const gaining = near.filter(vector => !query.gaining || (vector.find(number => number !== 0) ?? 0) > 0);
  return {
    best: gaining.sort((a, b) => compared(b, a)).slice(0, query.most),
    apart: query.gaining || query.only ? [] : pairs.filter(pair => isApart(programme, pair)),
  };
}

const indexes = (people: readonly unknown[]) => [...people.keys()];

describe('the candidates', () => {
  test('are for everybody of both sides those that are found by asking pair by pair', () => {
    fc.assert(
      fc.property(richProgrammes, ({ roster, terms }) => {
        const { candidates, eligibility } = makePairing(roster, terms);
        const open = (pair: Tandem) => eligibility.barred(pair.mentor, pair.mentee) === 0;
        for (const mentor of indexes(roster.mentors)) {
          const partners = indexes(roster.mentees).filter(mentee => open({ mentor, mentee }));
          expect(listNumbers(candidates.partnersOf('mentor', mentor))).toEqual(partners);
        }
        for (const mentee of indexes(roster.mentees)) {
          const partners = indexes(roster.mentors).filter(mentor => open({ mentor, mentee }));
          expect(listNumbers(candidates.partnersOf('mentee', mentee))).toEqual(partners);
        }
      }),
      { numRuns: runs(400) },
    );
  });

  test('are counted bar by bar as by asking pair by pair, for everybody and in all', () => {
    fc.assert(
      fc.property(richProgrammes, ({ roster, terms }) => {
        const { candidates, eligibility } = makePairing(roster, terms);
        const counts = (barred: readonly number[]) =>
          eligibility.bars.map((_, bar) => barred.filter(bits => (bits >>> bar) & 1).length);
        for (const mentor of indexes(roster.mentors)) {
          const barred = indexes(roster.mentees).map(mentee => eligibility.barred(mentor, mentee));
          expect(candidates.barsOf('mentor', mentor)).toEqual(counts(barred));
        }
        for (const mentee of indexes(roster.mentees)) {
          const barred = indexes(roster.mentors).map(mentor => eligibility.barred(mentor, mentee));
          expect(candidates.barsOf('mentee', mentee)).toEqual(counts(barred));
        }
        const all = indexes(roster.mentors).flatMap(mentor =>
          indexes(roster.mentees).map(mentee => eligibility.barred(mentor, mentee)),
        );
        expect(candidates.census()).toEqual({ pairs: all.filter(bits => bits === 0).length, barred: counts(all) });
      }),
      { numRuns: runs(400) },
    );
  });

  test('are missed by as many bars as by asking pair by pair', () => {
    fc.assert(
      fc.property(richProgrammes, ({ roster, terms }) => {
        const { candidates, eligibility } = makePairing(roster, terms);
        const counts = (side: Side, index: number) =>
          indexes(side === 'mentor' ? roster.mentees : roster.mentors).map(other =>
            countBits(side === 'mentor' ? eligibility.barred(index, other) : eligibility.barred(other, index)),
          );
        for (const side of ['mentor', 'mentee'] as const) {
          for (const index of indexes(side === 'mentor' ? roster.mentors : roster.mentees)) {
            const misses = candidates.missesOf(side, index);
            const bars = counts(side, index);
            expect(misses.fewest).toBe(Math.min(...bars));
            for (const many of [0, 1, 2]) {
              const missed = indexes(bars).filter(other => bars[other] === many);
              expect(listNumbers(misses.barredBy(many))).toEqual(missed);
            }
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

/** All parts of what a search finds. */
function foundIn(search: CandidateSearch, query: Query): Tandem[] {
  return Array.from({ length: CHUNKS }, (_, part) => search.best(query, part)).flatMap(({ mentors, mentees }) =>
    Array.from(mentors, (mentor, p) => ({ mentor, mentee: mentees[p]! })),
  );
}

/** Asks the same search one query after the other, and compares each answer with looking at all pairs. */
function askAll(
  programme: Programme,
  some: { readonly mentors: Int32Array; readonly mentees: Int32Array },
  all: readonly Asked[],
) {
  const pairing = makePairing(programme.roster, programme.terms);
  const search = pairing.candidates.searchAmong(some.mentors, some.mentees);
  for (const asked of all) {
    const query = queryOf(asked, programme);
    const worth = plainWorth(programme, pairing, query);
    const found = foundIn(search, query);
    const [askers, partners] = query.asking === 'mentee' ? [some.mentees, some.mentors] : [some.mentors, some.mentees];
    expect(found.every(pair => askers.includes(pair[query.asking]))).toBe(true);
    for (const asker of askers) {
      const own = found.filter(pair => pair[query.asking] === asker);
      const { best, apart } = expected(programme, pairing, query, partners, asker);
      const others = own.map(pair => pair[query.asking === 'mentee' ? 'mentor' : 'mentee']);
      expect(new Set(others).size).toBe(own.length);
      expect(others.every(partner => partners.includes(partner))).toBe(true);
      expect(own.every(({ mentor, mentee }) => pairing.eligibility.barred(mentor, mentee) === 0)).toBe(true);
      expect(own.every(({ mentor, mentee }) => pairing.affinity.score(mentor, mentee) >= query.floor)).toBe(true);
      const met = own.filter(pair => isApart(programme, pair));
      expect(met.map(({ mentor, mentee }) => ({ mentor, mentee }))).toEqual(apart);
      expect(own.filter(pair => !isApart(programme, pair)).map(worth)).toEqual(best);
    }
  }
}

describe('a search among the candidates', () => {
  test('finds what is worth most to each person of a side at any prices, query after query', () => {
    fc.assert(
      fc.property(richProgrammes, fc.array(anyAsked, { minLength: 1, maxLength: 3 }), (programme, all) => {
        const { mentors, mentees } = programme.roster;
        askAll(programme, { mentors: Int32Array.from(mentors.keys()), mentees: Int32Array.from(mentees.keys()) }, all);
      }),
      { numRuns: runs(500) },
    );
  });

  test('finds nobody but those whom it is among', () => {
    fc.assert(
      fc.property(richProgrammes, anyAsked, fc.integer({ min: 2, max: 4 }), (programme, query, every) => {
        const some = (people: readonly unknown[], rest: number) =>
          Int32Array.from(people.keys()).filter(index => index % every !== rest);
        askAll(programme, { mentors: some(programme.roster.mentors, 0), mentees: some(programme.roster.mentees, 1) }, [
          query,
        ]);
      }),
      { numRuns: runs(200) },
    );
  });

  test('counts the hash in where all levels share one limb', () => {
    const inOne = fc
      .tuple(asked, fc.constantFrom('whole', 'fraction'))
      .map(([asked, tie]): Asked => ({ ...asked, limbs: 1, tie }));
    fc.assert(
      fc.property(richProgrammes, inOne, inOne, (programme, first, second) => {
        const { mentors, mentees } = programme.roster;
        const everybody = { mentors: Int32Array.from(mentors.keys()), mentees: Int32Array.from(mentees.keys()) };
        askAll(programme, everybody, [first, second]);
      }),
      { numRuns: runs(150), endOnFailure: true },
    );
  });
});
