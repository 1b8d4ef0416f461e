/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeNotes } from '../../../src/domain/noted-pairs.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import type { PairNote, Terms } from '../../../src/domain/policy.ts';
import type { Roster } from '../../../src/domain/roster.ts';
import { match } from '../../../src/features/match/match.ts';
import { listStaying, type Repair, type RepairNeed, repairTandems } from '../../../src/features/rounds/repair.ts';
import { findWanted } from '../../../src/features/rounds/report-repair.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { bestByTrying, repairByTrying, worthOfTandems } from '../../support/brute-force.ts';
import { mentor, note, type Programme, programmes } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** A programme, who leaves its best run, which of its tandems are approved, and how many others may move. */
const damaged = (programme: fc.Arbitrary<Programme>) =>
  fc.record({
    programme,
    leaving: fc.array(fc.tuple(fc.constantFrom(true, true, false), fc.nat(9)), { minLength: 1, maxLength: 2 }),
    approved: fc.array(fc.nat(9), { maxLength: 2 }),
    most: fc.constantFrom(0, 1, 1, 2, 3, 9),
  });

type Damaged = typeof damaged extends (one: fc.Arbitrary<Programme>) => fc.Arbitrary<infer Value> ? Value : never;

interface Case {
  readonly need: RepairNeed;
  readonly stay: readonly Tandem[];
  readonly repair: Repair;
}

/** Each mentee wants one mentor and nobody has priority. */
function makeAlike({ roster, terms }: Programme): Programme {
  return { roster: { ...roster, mentees: roster.mentees.map(one => ({ ...one, wants: 1, priority: 0 })) }, terms };
}

/** Matches, lets some people go, and repairs; null where there is nothing to repair. */
function repairCase({ programme: { roster, terms }, leaving, approved, most }: Damaged): Case | null {
  const first = match(roster, terms);
  if (first.kind !== 'matched') return null;
  const tandems = first.matching.tandems.map(({ mentor, mentee }) => ({ mentor, mentee }));
  const gone = {
    mentor: new Set(leaving.flatMap(([isMentor, at]) => (isMentor ? [at % roster.mentors.length] : []))),
    mentee: new Set(leaving.flatMap(([isMentor, at]) => (isMentor ? [] : [at % roster.mentees.length]))),
  };
  const left: Roster = {
    ...roster,
    mentors: roster.mentors.filter((_, m) => !gone.mentor.has(m)),
    mentees: roster.mentees.filter((_, e) => !gone.mentee.has(e)),
  };
  const moveNote = (one: PairNote): PairNote[] => {
    const [mentor, mentee] = [roster.mentors[one.mentor], roster.mentees[one.mentee]];
    if (gone.mentor.has(one.mentor) || gone.mentee.has(one.mentee)) return [];
    return [{ ...one, mentor: left.mentors.indexOf(mentor!), mentee: left.mentees.indexOf(mentee!) }];
  };
  const own = tandems.map((pair, at) =>
    note({ ...pair, kept: true, approved: approved.some(one => one % tandems.length === at) }),
  );
  const notes = mergeNotes([terms.pairs.map(one => ({ ...one, kept: false })), own]).flatMap(moveNote);
  const now: Terms = { ...terms, pairs: mergeNotes([notes]) };
  const pairing = makePairing(left, now);
  const stay = listStaying({ terms: now, pairing });
  const before = (id: string) => tandems.filter(({ mentee }) => roster.mentees[mentee]!.id === id).length;
  const need = { roster: left, terms: now, pairing, wanted: findWanted(left, stay, before, 'lost'), isTold };
  return { need, stay, repair: repairTandems(need, most, tried => match(left, tried)) };
}

/** Whether people know of a tandem: of every second one. */
function isTold({ mentor, mentee }: Tandem): boolean {
  return (mentor + mentee) % 2 === 0;
}

/** A programme whose approved and held tandems are locks, which is all that trying knows of. */
function asLocks({ roster, terms }: Pick<RepairNeed, 'roster' | 'terms'>): Programme {
  const pairs = terms.pairs.map(one => ({ ...one, locked: one.locked || one.approved || one.held }));
  return { roster, terms: { ...terms, pairs } };
}

const small = programmes({ mentors: 4, mentees: 5 });

/** The same with tight slots, and pairs that are ruled out one by one: in these, a gap can mostly be filled only if others move. */
const tight = fc
  .tuple(
    programmes({ mentors: 5, mentees: 5 }),
    fc.array(fc.boolean(), { minLength: 25, maxLength: 25 }),
    fc.array(fc.constantFrom(1, 1, 1, 1, 2), { minLength: 5, maxLength: 5 }),
  )
  .map(([{ roster, terms }, may, capacities]): Programme => {
    const speak = { languages: ['en'] };
    const bans = may.flatMap((isOpen, at) => {
      const pair = { mentor: Math.floor(at / 5), mentee: at % 5 };
      return pair.mentee < Math.min(4, roster.mentees.length) && !isOpen ? [note({ ...pair, banned: true })] : [];
    });
    const isFree = (one: PairNote) => !one.locked && !one.banned && !one.met && one.mentee < 4;
    return {
      roster: {
        ...roster,
        mentors: capacities.map((capacity, m) => ({
          ...(roster.mentors[m] ?? mentor(`m${m}`, { country: 'DE', department: 'Sales' })),
          ...{ ...speak, minLoad: 0, capacity },
        })),
        mentees: roster.mentees.slice(0, 4).map(one => ({ ...one, ...speak })),
      },
      terms: {
        ...terms,
        limits: terms.limits.map(one => ({ ...one, min: 0 })),
        pairs: mergeNotes([terms.pairs.filter(isFree), bans]),
      },
    };
  });

test('a repair serves the most people with the fewest moves, by trying all', () => {
  let [repaired, moving] = [0, 0];
  fc.assert(
    fc.property(
      damaged(fc.oneof({ weight: 1, arbitrary: small }, { weight: 3, arbitrary: tight }).map(makeAlike)),
      given => {
        const found = repairCase(given);
        if (found === null) return;
        const { need, stay, repair } = found;
        const all = { stay, wanted: new Set(need.wanted.of.keys()), most: given.most };
        const staying = repairByTrying(asLocks(need), { ...all, wanted: new Set(), most: 0 });
        // Where minimums or least loads cannot be met by those who stay alone, nothing is promised.
        if (staying === null || repair.outcome.kind !== 'matched') return;
        const { tandems } = repair.outcome.matching;
        const served = [...all.wanted].filter(one => tandems.some(({ mentee }) => mentee === one)).length;
        expect(repair.isFewest).toBe(true);
        const told = repair.moved!.filter(isTold).length;
        expect({ served, moved: repair.moved!.length, told }).toEqual(
          repairByTrying(asLocks(need), { ...all, isTold }),
        );
        repaired++;
        if (repair.moved!.length > 0) moving++;
      },
    ),
    { numRuns: runs(400) },
  );
  expect(repaired).toBeGreaterThan(runs(400) / 4);
  if (runs(400) >= 400) expect(moving).toBeGreaterThan(0);
});

test('the moves that one more would need are the fewest, by trying all', () => {
  fc.assert(
    fc.property(
      damaged(fc.oneof({ weight: 1, arbitrary: small }, { weight: 3, arbitrary: tight }).map(makeAlike)),
      given => {
        const found = repairCase(given);
        if (found === null || found.repair.outcome.kind !== 'matched') return;
        const { need, stay, repair } = found;
        const attempt = (most: number) =>
          repairByTrying(asLocks(need), { stay, wanted: new Set(need.wanted.of.keys()), most });
        const now = attempt(given.most);
        if (now === null) return;
        const next = [...Array(12).keys()].find(most => (attempt(most)?.served ?? 0) > now.served) ?? null;
        expect(repair.nextAt).toBe(next);
      },
    ),
    { numRuns: runs(60) },
  );
});

test('whatever people want, nobody who could keep a tandem is left without, and no more move than may', () => {
  fc.assert(
    fc.property(damaged(fc.oneof(small, tight)), given => {
      const found = repairCase(given);
      if (found === null || found.repair.outcome.kind !== 'matched') return;
      const { stay, repair } = found;
      const { tandems } = found.repair.outcome.matching;
      const count = (some: readonly Tandem[], side: 'mentor' | 'mentee', index: number) =>
        some.filter(one => one[side] === index).length;
      for (const { mentor, mentee } of stay) {
        expect(count(tandems, 'mentor', mentor)).toBeGreaterThan(0);
        expect(count(tandems, 'mentee', mentee)).toBeGreaterThanOrEqual(count(stay, 'mentee', mentee));
      }
      expect(repair.moved!.length).toBeLessThanOrEqual(given.most);
    }),
    { numRuns: runs(200) },
  );
});

test('beside what a repair holds, its tandems are the best, by trying all', () => {
  fc.assert(
    fc.property(damaged(fc.oneof(small, tight)), given => {
      const found = repairCase(given);
      if (found === null || found.repair.outcome.kind !== 'matched') return;
      const { need, repair } = found;
      const held = asLocks({ roster: need.roster, terms: repair.terms });
      expect(worthOfTandems(held, found.repair.outcome.matching.tandems)).toEqual(bestByTrying(held));
    }),
    { numRuns: runs(100) },
  );
});
