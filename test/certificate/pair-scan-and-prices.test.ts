/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, listLevelWorths } from '../../src/certificate/level-worths.ts';
import { findSlacknessFault } from '../../src/certificate/optimality.ts';
import { makePartScan, type ScanTask, type Suspect } from '../../src/certificate/pair-scan.ts';
import { findRefutation } from '../../src/certificate/prove.ts';
import type { Prices } from '../../src/domain/certificate.ts';
import type { Tandem } from '../../src/domain/pairing.ts';
import type { Level } from '../../src/domain/policy.ts';
import { computeTie, makeTies } from '../../src/domain/ties.ts';
import { CHUNKS } from '../../src/domain/worker-pool.ts';
import { match } from '../../src/features/match/match.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import { fitsByTrying } from '../support/claims.ts';
import { type Programme, richProgrammes } from '../support/rosters.ts';
import { runs } from '../support/runs.ts';

/** A sweep over a programme whose preferences are worth some numbers, and the pairs that it must not pass over. */
interface Priced {
  readonly programme: Programme;
  readonly prices: readonly number[];
  readonly unit: number;
  readonly held: number;
  readonly usual: number;
  readonly hasTies: boolean;
  readonly leavingOut: number;
}

const priced: fc.Arbitrary<Priced> = fc.record({
  programme: richProgrammes,
  prices: fc.oneof(
    fc.array(fc.constantFrom(0, 500, 1000, 2000), { minLength: 3, maxLength: 41 }),
    fc.array(fc.integer({ min: -3000, max: 6000 }), { minLength: 3, maxLength: 83 }),
  ),
  unit: fc.constantFrom(0, 1, 2),
  held: fc.constantFrom(0, 0, 500, 1000),
  usual: fc.constantFrom(0, 1000, 3000),
  hasTies: fc.boolean(),
  leavingOut: fc.constantFrom(0, 0, 3),
});

function taskOf({ programme, prices, unit, held, usual, hasTies, leavingOut }: Priced): ScanTask {
  const { roster, terms } = programme;
  const { sights } = makePairing(roster, terms);
  const asked = (factor: number) => ({
    mentors: Float64Array.from(roster.mentors, (_, m) => factor * prices[m % prices.length]!),
    mentees: Float64Array.from(roster.mentees, (_, e) => factor * prices[(e + 5) % prices.length]!),
  });
  const some = (people: readonly unknown[]) =>
    Int32Array.from(people.keys()).filter(index => leavingOut === 0 || index % leavingOut > 0);
  const keys = makeTies(roster);
  return {
    mentors: some(roster.mentors),
    mentees: some(roster.mentees),
    musts: sights.musts,
    preferences: sights.preferences.map(known => ({
      ...known,
      worth: (mentor, mentee) => unit * known.fit(mentor, mentee) + (known.holds(mentor, mentee) ? held : 0),
      most: 1000 * unit + held,
    })),
    usual,
    asked: asked(1),
    ties: hasTies ? { keys, asked: asked(100_000) } : null,
  };
}

/** Whether a pair is worth more than both ask, as far as rules by keys go. */
function isWorthMore(task: ScanTask, { mentor, mentee }: Tandem): boolean {
  if (task.musts.some(({ bars }) => bars(mentor, mentee))) return false;
  const worth = task.preferences.reduce((sum, preference) => sum + preference.worth(mentor, mentee), task.usual);
  const more = worth - task.asked.mentors[mentor]! - task.asked.mentees[mentee]!;
  if (more !== 0 || task.ties === null) return more > 0;
  const { keys, asked } = task.ties;
  return computeTie(keys.mentors, mentor, keys.mentees, mentee) > asked.mentors[mentor]! + asked.mentees[mentee]!;
}

/** Looks at all parts. */
function sweep(task: ScanTask, suspect: Suspect): void {
  const look = makePartScan(task);
  for (let part = 0; part < CHUNKS; part++) look(part, suspect);
}

const nameOf = ({ mentor, mentee }: Tandem) => `${mentor} ${mentee}`;

describe('the sweep over all pairs', () => {
  test('suspects every pair that is worth more than both ask, each once, and none that a rule by keys bars', () => {
    fc.assert(
      fc.property(priced, priced => {
        const task = taskOf(priced);
        const pairs = [...task.mentors].flatMap(mentor => [...task.mentees].map(mentee => ({ mentor, mentee })));
        const suspected: Tandem[] = [];
        sweep(task, (mentor, mentee) => {
          suspected.push({ mentor, mentee });
          return false;
        });
        const names = new Set(suspected.map(nameOf));
        expect(names.size).toBe(suspected.length);
        const missed = pairs.filter(pair => isWorthMore(task, pair) && !names.has(nameOf(pair)));
        expect(missed).toEqual([]);
        const barred = suspected.filter(({ mentor, mentee }) => task.musts.some(({ bars }) => bars(mentor, mentee)));
        expect(barred).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });

  test('ends at the first pair that is no mere suspicion', () => {
    fc.assert(
      fc.property(priced, fc.nat(3), (priced, patience) => {
        const look = makePartScan(taskOf(priced));
        for (let part = 0; part < CHUNKS; part++) {
          let asked = 0;
          look(part, () => ++asked > patience);
          expect(asked).toBeLessThanOrEqual(patience + 1);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

/** Any levels, so that some fold and some do not. `worst` has sections of its own, which the matcher's own check holds. */
const objectives: fc.Arbitrary<(names: readonly string[]) => readonly Level[]> = fc
  .record({
    kinds: fc.shuffledSubarray(['tandems', 'mentors', 'kept', 'score', 'balance'] as const),
    preferred: fc.array(fc.nat(7), { maxLength: 3 }),
    isScoreLast: fc.boolean(),
  })
  .map(({ kinds, preferred, isScoreLast }) => names => {
    const wanted = [...new Set(preferred)].flatMap(place => names[place] ?? []);
    const levels: Level[] = wanted.map(preference => ({ kind: 'preference', preference }));
    const others: Level[] = kinds.map(kind => ({ kind }));
    return [{ kind: 'mentees' }, ...(isScoreLast ? [...levels, ...others] : [...others, ...levels])];
  });

/** A programme whose locks keep the rules or may break them, so that it has a solution more often than not. */
const matchable = fc.tuple(richProgrammes, objectives, fc.boolean()).map(([{ roster, terms }, levels, isLocked]) => {
  const { policy, pairs } = terms;
  return {
    roster,
    terms: {
      ...terms,
      policy: { ...policy, objective: levels(policy.prefer.map(({ name }) => name)) },
      pairs: pairs.map(note => ({ ...note, locked: isLocked && note.locked && note.override !== '' })),
    },
  };
});

/** Changes the price of one person on one level, and perhaps that of a partner the other way. */
interface Bend {
  readonly side: 'mentors' | 'mentees';
  readonly person: number;
  readonly level: number;
  readonly by: number;
  readonly other: number | null;
}

const bends: fc.Arbitrary<Bend> = fc.record({
  side: fc.constantFrom('mentors', 'mentees'),
  person: fc.nat(80),
  level: fc.nat(7),
  by: fc.constantFrom(-1, 1, -1, 1, -1000, 500, -(2 ** 20), 2 ** 31),
  other: fc.option(fc.nat(80), { freq: 2 }),
});

function bent(prices: Prices, { side, person, level, by, other }: Bend, levels: number): Prices {
  const opposite = side === 'mentors' ? 'mentees' : 'mentors';
  const change = (list: Prices['mentors'], at: number, by: number) =>
    list.map((price, index) =>
      price !== null && index === at % list.length
        ? price.map((number, l) => (l === level % levels ? number + by : number))
        : price,
    );
  return {
    ...prices,
    [side]: change(prices[side], person, by),
    ...(other === null ? {} : { [opposite]: change(prices[opposite], other, -by) }),
  };
}

/** A mentor who becomes like another in all that rules look at, a rule that is dropped, or a preference that weighs more. */
interface Change {
  readonly kind: 'person' | 'must' | 'weight';
  readonly which: number;
  readonly like: number;
}

const changes: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('person', 'person', 'must', 'weight'),
  which: fc.nat(80),
  like: fc.nat(80),
});

function changed({ roster, terms }: Programme, { kind, which, like }: Change): Programme {
  const { policy } = terms;
  const isIt = (index: number, list: readonly unknown[]) => index === which % list.length;
  switch (kind) {
    case 'person': {
      const mentors = roster.mentors.map((person, index) => {
        if (!isIt(index, roster.mentors)) return person;
        const { department, country, city, offset, topics, languages, level, extra, notWith, wishes } =
          roster.mentors[like % roster.mentors.length]!;
        const own = { department, country, city, offset, topics, languages, level, extra, notWith, wishes };
        return { ...person, ...own };
      });
      return { roster: { ...roster, mentors }, terms };
    }
    case 'must': {
      const must = policy.must.filter((_, index) => !isIt(index, policy.must));
      return { roster, terms: { ...terms, policy: { ...policy, must } } };
    }
    case 'weight': {
      const prefer = policy.prefer.map((known, index) =>
        isIt(index, policy.prefer) ? { ...known, weight: known.weight + 1 } : known,
      );
      return { roster, terms: { ...terms, policy: { ...policy, prefer } } };
    }
  }
}

describe('the check of prices', () => {
  test('finds a fault exactly where looking at one pair after the other finds one', () => {
    const seen = { sound: 0, faulty: 0 };
    fc.assert(
      fc.property(matchable, fc.array(bends, { minLength: 12, maxLength: 12 }), ({ roster, terms }, all) => {
        const outcome = match(roster, terms);
        if (outcome.kind !== 'matched') return;
        const { tandems } = outcome.matching;
        const claim: Claim = { roster, terms, ...makePairing(roster, terms), tandems };
        expect(findRefutation(claim, outcome.proof)).toBeNull();
        const levels = listLevelWorths(claim);
        for (const bend of all) {
          const prices = bent(outcome.proof.prices, bend, levels.length);
          const section = { levels, prices, tandems, floor: Number.NEGATIVE_INFINITY };
          const isFaulty = !fitsByTrying(claim, section);
          expect(findSlacknessFault(claim, section) !== null).toBe(isFaulty);
          seen[isFaulty ? 'faulty' : 'sound']++;
        }
      }),
      { numRuns: runs(300), endOnFailure: true },
    );
    expect(Math.min(seen.sound, seen.faulty)).toBeGreaterThan(runs(100));
  });

  test('finds it too where only pairs are at fault: after somebody or a rule has changed', () => {
    const seen = { sound: 0, faulty: 0 };
    fc.assert(
      fc.property(matchable, fc.array(changes, { minLength: 12, maxLength: 12 }), (programme, all) => {
        const outcome = match(programme.roster, programme.terms);
        if (outcome.kind !== 'matched') return;
        const { tandems } = outcome.matching;
        for (const change of all) {
          const { roster, terms } = changed(programme, change);
          const claim: Claim = { roster, terms, ...makePairing(roster, terms), tandems };
          const levels = listLevelWorths(claim);
          if (levels.length !== outcome.proof.levels.length) continue;
          const section = { levels, prices: outcome.proof.prices, tandems, floor: Number.NEGATIVE_INFINITY };
          const isFaulty = !fitsByTrying(claim, section);
          expect(findSlacknessFault(claim, section) !== null).toBe(isFaulty);
          seen[isFaulty ? 'faulty' : 'sound']++;
        }
      }),
      { numRuns: runs(300), endOnFailure: true },
    );
    expect(Math.min(seen.sound, seen.faulty)).toBeGreaterThan(runs(100));
  });

  test('looks only at pairs that score no less than the floor of a section', () => {
    fc.assert(
      fc.property(matchable, fc.integer({ min: -500, max: 4000 }), bends, ({ roster, terms }, floor, bend) => {
        const outcome = match(roster, terms);
        if (outcome.kind !== 'matched') return;
        const pairing = makePairing(roster, terms);
        const tandems = outcome.matching.tandems.filter(({ score }) => score >= floor);
        const claim: Claim = { roster, terms, ...pairing, tandems };
        const levels = listLevelWorths(claim);
        const section = { levels, prices: bent(outcome.proof.prices, bend, levels.length), tandems, floor };
        expect(findSlacknessFault(claim, section) !== null).toBe(!fitsByTrying(claim, section));
      }),
      { numRuns: runs(200), endOnFailure: true },
    );
  });
});
