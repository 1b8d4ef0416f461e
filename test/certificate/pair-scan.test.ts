import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePairScan, makePartScan, type PairScan, type ScanTask } from '../../src/certificate/pair-scan.ts';
import type { KeyedRule } from '../../src/domain/pairing.ts';
import { computeTie } from '../../src/domain/ties.ts';
import { CHUNKS } from '../../src/domain/worker-pool.ts';
import { runs } from '../support/runs.ts';

/** Small numbers for everybody: whole people are not needed here. */
interface Given {
  readonly mentors: readonly Person[];
  readonly mentees: readonly Person[];
  /** For each rule, whether keys of mentors (rows) and mentees bar each other. */
  readonly musts: readonly (readonly (readonly boolean[])[])[];
  /** For each preference, what keys of mentors (rows) and mentees are worth to each other. */
  readonly preferences: readonly { readonly worth: readonly (readonly number[])[]; readonly spare: number }[];
  readonly usual: number;
  readonly hasTies: boolean;
}

interface Person {
  /** One for each rule, those of musts first. */
  readonly keys: readonly number[];
  readonly asks: number;
  readonly tie: number;
  readonly isIn: boolean;
}

const MUSTS = 2;
const PREFERENCES = 3;
const KEYS = 3;

const person: fc.Arbitrary<Person> = fc.record({
  keys: fc.array(fc.nat(KEYS - 1), { minLength: MUSTS + PREFERENCES, maxLength: MUSTS + PREFERENCES }),
  asks: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -2, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(Number.NEGATIVE_INFINITY) },
  ),
  tie: fc.integer({ min: 0, max: 2 ** 29 }),
  isIn: fc.constantFrom(true, true, true, true, true, false),
});

const table = <Cell>(cell: fc.Arbitrary<Cell>) =>
  fc.array(fc.array(cell, { minLength: KEYS, maxLength: KEYS }), { minLength: KEYS, maxLength: KEYS });

const some = { minLength: 1, maxLength: 20 };

const given: fc.Arbitrary<Given> = fc.record({
  mentors: fc.array(person, some),
  mentees: fc.array(person, some),
  musts: fc.array(table(fc.constantFrom(false, false, true)), { maxLength: MUSTS }),
  preferences: fc.array(
    fc.record({ worth: table(fc.integer({ min: -2, max: 2 })), spare: fc.constantFrom(0, 0, 1, 9) }),
    { maxLength: PREFERENCES },
  ),
  usual: fc.integer({ min: -1, max: 2 }),
  hasTies: fc.boolean(),
});

type Count = (what: string) => void;

/** The task, in which each question to a rule is counted. */
function taskOf({ mentors, mentees, musts, preferences, usual, hasTies }: Given, count: Count = () => {}): ScanTask {
  const inside = (people: readonly Person[]) => Int32Array.from(people.keys()).filter(index => people[index]!.isIn);
  const keysOf = (at: number) => ({
    mentorKeys: Int32Array.from(mentors, ({ keys }) => keys[at]!),
    menteeKeys: Int32Array.from(mentees, ({ keys }) => keys[at]!),
  });
  const inTable = <Cell>(cells: readonly (readonly Cell[])[], at: number, mentor: number, mentee: number) =>
    cells[mentors[mentor]!.keys[at]!]![mentees[mentee]!.keys[at]!]!;
  const asks = (people: readonly Person[]) => Float64Array.from(people, ({ asks }) => asks);
  const ties = (people: readonly Person[]) => Float64Array.from(people, ({ tie }) => tie);
  const hashes = (people: readonly Person[]) => Int32Array.from({ length: 2 * people.length }, (_, at) => at * 77_777);
  return {
    mentors: inside(mentors),
    mentees: inside(mentees),
    musts: musts.map((bars, at): KeyedRule => {
      const barred = (mentor: number, mentee: number) => {
        count(`must ${at}`);
        return inTable(bars, at, mentor, mentee);
      };
      return { ...keysOf(at), bars: barred, holds: () => false, fit: () => 0 };
    }),
    preferences: preferences.map(({ worth, spare }, at) => ({
      ...keysOf(MUSTS + at),
      worth: (mentor, mentee) => {
        count(`preference ${at}`);
        return inTable(worth, MUSTS + at, mentor, mentee);
      },
      most: Math.max(...worth.flat()) + spare,
    })),
    usual,
    asked: { mentors: asks(mentors), mentees: asks(mentees) },
    ties: hasTies
      ? {
          keys: { mentors: hashes(mentors), mentees: hashes(mentees) },
          asked: { mentors: ties(mentors), mentees: ties(mentees) },
        }
      : null,
  };
}

/** What a pair is worth beyond what both ask; null where a rule bars it. */
function gainOf(task: ScanTask, mentor: number, mentee: number): number | null {
  if (task.musts.some(({ bars }) => bars(mentor, mentee))) return null;
  const worth = task.preferences.reduce((sum, preference) => sum + preference.worth(mentor, mentee), task.usual);
  return worth - task.asked.mentors[mentor]! - task.asked.mentees[mentee]!;
}

function isWorthMore(task: ScanTask, mentor: number, mentee: number): boolean {
  const gain = gainOf(task, mentor, mentee);
  if (gain !== 0 || task.ties === null) return gain !== null && gain > 0;
  const { keys, asked } = task.ties;
  return computeTie(keys.mentors, mentor, keys.mentees, mentee) > asked.mentors[mentor]! + asked.mentees[mentee]!;
}

function pairsOf(task: ScanTask): (readonly [mentor: number, mentee: number])[] {
  return [...task.mentees].flatMap(mentee => [...task.mentors].map(mentor => [mentor, mentee] as const));
}

/** Everybody who is suspected, in all parts. */
function suspectedIn(task: ScanTask): string[] {
  const look = makePartScan(task);
  const found: string[] = [];
  for (let part = 0; part < CHUNKS; part++) {
    look(part, (mentor, mentee) => {
      found.push(`${mentor} ${mentee}`);
      return false;
    });
  }
  return found;
}

describe('a sweep', () => {
  test('suspects exactly the pairs that are worth more than both ask, each once', () => {
    fc.assert(
      fc.property(given, given => {
        const task = taskOf(given);
        const expected = pairsOf(task).filter(([mentor, mentee]) => isWorthMore(task, mentor, mentee));
        expect(suspectedIn(task).sort()).toEqual(expected.map(pair => pair.join(' ')).sort());
      }),
      { numRuns: runs(3000) },
    );
  });

  test('ends each part where a suspicion is confirmed', () => {
    fc.assert(
      fc.property(given, fc.nat(2), (given, patience) => {
        const task = taskOf(given);
        const look = makePartScan(task);
        for (let part = 0; part < CHUNKS; part++) {
          const all: string[] = [];
          look(part, (...pair) => all.push(pair.join(' ')) < 0);
          const some: string[] = [];
          look(part, (...pair) => some.push(pair.join(' ')) > patience);
          expect(some).toEqual(all.slice(0, patience + 1));
        }
      }),
      { numRuns: runs(400) },
    );
  });

  test('looks at everybody in a part, or only until a suspicion is confirmed there', () => {
    const alike = { keys: [0, 0, 0, 0, 0], asks: 0, tie: 0, isIn: true };
    const task = taskOf({
      ...{ musts: [], preferences: [], usual: 1, hasTies: false },
      mentors: [alike, alike],
      mentees: Array.from({ length: 3 * CHUNKS }, () => alike),
    });
    expect(suspectedIn(task)).toHaveLength(2 * 3 * CHUNKS);
    let confirmed = 0;
    const look = makePartScan(task);
    for (let part = 0; part < CHUNKS; part++) look(part, () => ++confirmed > 0);
    expect(confirmed).toBe(CHUNKS);
  });

  test('does not suspect a pair that is worth just what both ask, ties and all', () => {
    const alike = { keys: [0, 0, 0, 0, 0], asks: 0, isIn: true };
    const tied = (tie: number) =>
      taskOf({
        ...{ musts: [], preferences: [], usual: 0, hasTies: true },
        mentors: [{ ...alike, tie }],
        mentees: [{ ...alike, tie: 0 }],
      });
    const { mentors, mentees } = tied(0).ties!.keys;
    const tie = computeTie(mentors, 0, mentees, 0);
    expect(suspectedIn(tied(tie))).toEqual([]);
    expect(suspectedIn(tied(tie - 1))).toEqual(['0 0']);
  });

  test('begins, among mentors alike, with who asks least, and then in their order', () => {
    const asks = [2, 0, 1, 0, Number.NEGATIVE_INFINITY, 2, Number.NEGATIVE_INFINITY];
    const task = taskOf({
      ...{ musts: [], preferences: [], usual: 9, hasTies: false },
      mentors: asks.map(asks => ({ keys: [0, 0, 0, 0, 0], asks, tie: 0, isIn: true })),
      mentees: [{ keys: [0, 0, 0, 0, 0], asks: 0, tie: 0, isIn: true }],
    });
    expect(suspectedIn(task)).toEqual(['4 0', '6 0', '1 0', '3 0', '2 0', '0 0', '5 0']);
  });
});

/** 24 mentors with two keys by the first rule and three by each preference, and 12 mentees; nobody asks anything. */
const MANY: Given = {
  mentors: Array.from({ length: 24 }, (_, m) => ({
    ...{ asks: 0, tie: 0, isIn: true },
    keys: [m % 2, 0, m % 2, (m >> 1) % 3, 0],
  })),
  mentees: Array.from({ length: 12 }, (_, e) => ({
    ...{ asks: 0, tie: 0, isIn: true },
    keys: [e % 2, 0, e % 3, e % 3, 0],
  })),
  musts: [
    [
      [false, true, false],
      [false, false, false],
      [false, false, false],
    ],
  ],
  preferences: [0, 1].map(() => ({
    worth: [
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ],
    spare: 0,
  })),
  usual: 0,
  hasTies: false,
};

function countsIn(given: Given): Record<string, number> {
  const counts: Record<string, number> = {};
  suspectedIn(
    taskOf(given, what => {
      counts[what] = (counts[what] ?? 0) + 1;
    }),
  );
  return counts;
}

describe('a sweep asks the rules little', () => {
  test('once for those whom a rule does not tell apart', () => {
    // Two groups of mentors with two keys of mentees; keys of mentors times keys of mentees for each preference.
    expect(countsIn(MANY)).toEqual({ 'must 0': 2 * 2, 'preference 0': 2 * 3, 'preference 1': 3 * 3 });
  });

  test('and nothing of mentees who ask more than anybody could be worth to them', () => {
    const asking = (asks: number) => {
      const mentees = MANY.mentees.map(mentee => ({ ...mentee, asks }));
      return countsIn({ ...MANY, mentees });
    };
    expect(asking(2)).not.toEqual({});
    expect(asking(3)).toEqual({});
  });

  test('and the preference that tells most mentors apart only as far as it could make up for what is asked', () => {
    const asking = (asks: number) => ({
      ...MANY,
      mentors: MANY.mentors.map((mentor, m) => ({ ...mentor, asks: m < 6 ? 2 : asks })),
    });
    expect(countsIn(asking(2))['preference 1']).toBe(9);
    expect(countsIn(asking(3))['preference 1']).toBe(9);
    const few = (asks: number) => ({
      ...asking(asks),
      mentors: asking(asks).mentors.map((mentor, m) => ({ ...mentor, asks: m === 0 ? 2 : asks })),
    });
    expect(countsIn(few(2))['preference 1']).toBe(9);
    // Only the first mentor is looked at, by each of three keys.
    expect(countsIn(few(3))['preference 1']).toBe(3);
    expect(countsIn(few(3))['preference 0']).toBe(6);
  });
});

describe('a stroll', () => {
  /** Walks with each mentee in turn, and takes out who is picked. */
  function walked(stroll: PairScan, task: ScanTask, isTaken: (mentor: number, mentee: number) => boolean): string[] {
    const met: string[] = [];
    for (const mentee of task.mentees) {
      stroll.walk(mentee, (mentor, own) => {
        met.push(`${mentor} ${own}`);
        return isTaken(mentor, own);
      });
    }
    return met;
  }

  test('asks the preference that tells most mentors apart only about those whom it could make gain', () => {
    const countFor = (asks: readonly number[]) => {
      const counts = { worth: 0 };
      const alike = { keys: [0, 0, 0, 0, 0], asks: 0, tie: 0, isIn: true };
      const given = {
        ...{ musts: [], preferences: MANY.preferences.slice(0, 1), usual: 0, hasTies: false },
        mentors: asks.map((asks, m) => ({ ...alike, asks, keys: [0, 0, m, 0, 0] })),
        mentees: [alike],
      };
      const task = taskOf(given, () => {
        counts.worth += 1;
      });
      makePairScan(task).walk(0, () => false);
      return counts.worth;
    };
    expect(countFor([-1, 0, 0.5])).toBe(3);
    expect(countFor([-1, 1, 0.5])).toBe(2);
    expect(countFor([2, 1, 3])).toBe(0);
  });

  test('meets exactly those who gain and were not taken out before, and everybody again once renewed', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 7 }), (given, every) => {
        const task = taskOf(given);
        const stroll = makePairScan(task);
        const isTaken = (mentor: number, mentee: number) => (mentor * 5 + mentee * 3) % every === 0;
        const gone = new Set<number>();
        const expected = pairsOf(task).filter(([mentor, mentee]) => {
          const gain = gainOf(task, mentor, mentee);
          if (gone.has(mentor) || gain === null || gain <= 0) return false;
          if (isTaken(mentor, mentee)) gone.add(mentor);
          return true;
        });
        const names = expected.map(pair => pair.join(' ')).sort();
        expect(walked(stroll, task, isTaken).sort()).toEqual(names);
        stroll.renew();
        expect(walked(stroll, task, isTaken).sort()).toEqual(names);
      }),
      { numRuns: runs(2000) },
    );
  });
});
