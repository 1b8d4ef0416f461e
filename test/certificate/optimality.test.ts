/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeDuals, getDual, type SideDuals } from '../../src/certificate/duals.ts';
import { type Claim, type LevelWorth, listLevelWorths } from '../../src/certificate/level-worths.ts';
import {
  findSlacknessFault,
  makePairTest,
  makePartCheck,
  makeScanTask,
  type ProofSection,
} from '../../src/certificate/optimality.ts';
import { makeFold } from '../../src/certificate/packed-levels.ts';
import type { Prices } from '../../src/domain/certificate.ts';
import type { Level } from '../../src/domain/policy.ts';
import type { ProofRefutation } from '../../src/domain/refutation.ts';
import { TIES } from '../../src/domain/ties.ts';
import { CHUNKS, findChunkStart } from '../../src/domain/worker-pool.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import { fitsByTrying } from '../support/claims.ts';
import {
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  preference,
  programmes,
  richProgrammes,
  roster,
  terms,
} from '../support/rosters.ts';
import { runs } from '../support/runs.ts';
import { refuted } from '../support/told.ts';

function claimOf({ roster, terms }: Programme, tandems: Claim['tandems'] = []): Claim {
  return { roster, terms, ...makePairing(roster, terms), tandems };
}

const NO_FLOOR = Number.NEGATIVE_INFINITY;

/** Prices for everybody, a number a level, drawn from a list; every so many are null. */
function drawnPrices(claim: Claim, levels: number, drawn: readonly number[], nulls: number): Prices {
  let next = 0;
  const price = () => {
    next += 1;
    if (nulls > 0 && next % nulls === 0) return null;
    return Array.from({ length: levels }, (_, level) => drawn[(next * 3 + level) % drawn.length]!);
  };
  return {
    mentors: claim.roster.mentors.map(price),
    mentees: claim.roster.mentees.map(price),
    limits: claim.terms.limits.map(price),
  };
}

describe('prices, whatever they are', () => {
  /** Few people, any tandems among them, and prices of −1, 0 and 1 about some of the levels. */
  const drafts = fc.record({
    programme: programmes({ mentors: 2, mentees: 2 }),
    chosen: fc.array(fc.constantFrom(true, false, false), { minLength: 4, maxLength: 4 }),
    kept: fc.array(fc.constantFrom(true, false, false, false), { minLength: 12, maxLength: 12 }),
    hasTies: fc.constantFrom(true, false, false, false),
    drawn: fc.oneof(
      fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: 5, maxLength: 17 }),
      fc.array(fc.constantFrom(0, 0, 1, -1), { minLength: 5, maxLength: 17 }),
    ),
    nulls: fc.constantFrom(0, 0, 0, 0, 2, 3, 5),
    floor: fc.constantFrom(NO_FLOOR, NO_FLOOR, 0, 1000),
  });

  test('fit exactly where looking at each unit and each pair says so', () => {
    const seen = { fits: 0, not: 0 };
    fc.assert(
      fc.property(drafts, ({ programme, chosen, kept, hasTies, drawn, nulls, floor }) => {
        const { mentors, mentees } = programme.roster;
        const tandems = mentors
          .flatMap((_, mentor) => mentees.map((_, mentee) => ({ mentor, mentee })))
          .filter((_, at) => chosen[at]);
        const claim = claimOf(programme, tandems);
        const levels = listLevelWorths(claim).filter(({ name }, at) => (name === TIES ? hasTies : kept[at]));
        const section = { levels, prices: drawnPrices(claim, levels.length, drawn, nulls), tandems, floor };
        const fits = fitsByTrying(claim, section);
        expect(findSlacknessFault(claim, section) === null).toBe(fits);
        seen[fits ? 'fits' : 'not'] += 1;
      }),
      { numRuns: runs(1500) },
    );
    expect(Math.min(seen.fits, seen.not)).toBeGreaterThan(runs(75));
  });
});

describe('the sweep of a section', () => {
  const sections = fc.record({
    programme: fc.oneof(richProgrammes, programmes()),
    drawn: fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: 5, maxLength: 23 }),
    nulls: fc.constantFrom(0, 7),
    kept: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    hasTies: fc.boolean(),
    without: fc.integer({ min: -1, max: 3 }),
  });

  /** The largest number that anybody asks on a level. */
  const largest = (asked: readonly SideDuals[], level: number) =>
    asked.flatMap(own => [...own.isLeftOut.keys()].map(index => Math.abs(getDual(own, index, level))));

  test('says of each pair that no rule names what the levels say of it, in one number', () => {
    fc.assert(
      fc.property(sections, ({ programme, drawn, nulls, kept, hasTies, without }) => {
        const claim = claimOf(programme);
        const all = listLevelWorths(claim).filter(({ kind }) => kind !== 'worst');
        const levels = all.filter(({ name }, at) => (name === TIES ? hasTies : kept[at]));
        const prices = drawnPrices(claim, levels.length, drawn, nulls);
        const asked = computeDuals(claim, { levels, prices });
        const { mentors, mentees, closed } = asked;
        const folded = levels.filter(({ name }) => name !== TIES);
        const fold = makeFold(
          claim,
          folded,
          folded.map((_, level) => Math.max(...largest([mentors, mentees], level))),
        );
        const task = makeScanTask(claim, levels, asked, without);
        expect(task === null).toBe(fold === null);
        if (task === null || fold === null) return;
        const inOne = (of: (worth: LevelWorth, level: number) => number) =>
          folded.reduce(
            (sum, worth, level) => sum + (level === without ? 0 : fold.units[level]!) * of(worth, level),
            0,
          );
        expect([...task.mentors]).toEqual([...claim.roster.mentors.keys()].filter(m => !closed.mentors[m]));
        expect([...task.mentees]).toEqual([...claim.roster.mentees.keys()].filter(e => !closed.mentees[e]));
        for (const side of ['mentors', 'mentees'] as const) {
          const own = asked[side];
          claim.roster[side].forEach((_, index) => {
            const isOut = own.isLeftOut[index] === 1;
            expect(task.asked[side][index]! + 0).toBe(
              isOut ? NO_FLOOR : inOne((_, level) => getDual(own, index, level)) + 0,
            );
            if (task.ties !== null && !isOut)
              expect(task.ties.asked[side][index]).toBe(getDual(own, index, folded.length));
          });
        }
        expect(task.ties?.keys).toBe(hasTies ? claim.ties : undefined);
        expect(task.musts).toBe(claim.sights.musts);
        claim.roster.mentees.forEach((_, mentee) => {
          const singled = new Set<number>();
          claim.sights.singled(mentee, mentor => singled.add(mentor));
          claim.roster.mentors.forEach((_, mentor) => {
            if (singled.has(mentor)) return;
            const worths = task.preferences.map(preference => preference.worth(mentor, mentee));
            expect(worths.every((worth, at) => worth <= task.preferences[at]!.most)).toBe(true);
            expect(worths.reduce((sum, worth) => sum + worth, task.usual) + 0).toBe(
              inOne(({ pair }) => pair(mentor, mentee)) + 0,
            );
          });
        });
      }),
      { numRuns: runs(300) },
    );
  });
});

/** Two mentors of two departments, and so many mentees, the last of whom cannot have a tandem. */
function handmade(mentees: number, pairs: Programme['terms']['pairs'] = []): Claim {
  const people = roster(
    [
      mentor('m0', { department: 'IT', topics: ['a', 'b'] }),
      mentor('m1', { department: 'HR', topics: ['a'] }),
      mentor('m2', { department: 'HR', topics: ['a'], capacity: 0 }),
    ],
    Array.from({ length: mentees }, (_, e) =>
      mentee(`e${e}`, { department: 'IT', topics: ['a', 'b'], country: e === mentees - 1 ? 'FR' : 'DE' }),
    ),
  );
  const said = terms({
    policy: policy({
      must: [],
      prefer: [
        preference({ name: 'cross-department', rule: 'different', field: 'department', weight: -1 }),
        preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 2 }),
        preference({ name: 'worthless', rule: 'same', field: 'city' }),
      ],
      objective: [{ kind: 'score' }, { kind: 'preference', preference: 'cross-department' }],
    }),
    limits: [limit({ place: 'FR', side: 'mentee', max: 0 })],
    pairs,
  });
  return claimOf({ roster: people, terms: said });
}

describe('the preferences of a sweep', () => {
  const claim = handmade(2);
  const levels = listLevelWorths(claim).slice(0, -1);
  const prices = {
    mentors: [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    mentees: [
      [0, 0],
      [0, 0],
    ],
    limits: [[0, 0]],
  };
  const mostOf = (own: readonly LevelWorth[], without = -1) =>
    makeScanTask(claim, own, computeDuals(claim, { levels: own, prices }), without)?.preferences.map(
      ({ preference: at, most }: { preference?: number; most: number }) => [at, most],
    );

  test('are those that count, with the most that each may be worth', () => {
    // A thousandth of the score counts 3, that different departments meet 1; that costs a point.
    expect(mostOf(levels)).toEqual([
      [0, 1],
      [1, 2000 * 3],
    ]);
    expect(mostOf(levels.slice(0, 1))).toEqual([
      [0, 0],
      [1, 2000],
    ]);
    expect(mostOf(levels.slice(1))).toEqual([[0, 1]]);
    expect(mostOf(levels, 0)).toEqual([[0, 1]]);
    expect(mostOf([])).toEqual([]);
  });
});

describe('the look at all pairs', () => {
  const MENTEES = 40;
  const claim = handmade(MENTEES);
  const levels = listLevelWorths(claim).slice(0, 1);

  /** Prices at which only some pairs are worth more than they ask; too large to be one number where `far`. */
  function sectionOf(cheap: readonly number[], far: number): ProofSection {
    return {
      levels,
      prices: {
        mentors: [[far], [far + 1000], null],
        mentees: claim.roster.mentees.map((_, e) => [2000 - far - (cheap.includes(e) ? 1 : 0)]),
        limits: [null],
      },
      tandems: [],
      floor: NO_FLOOR,
    };
  }

  /** In the part of each pair looked at. */
  function faultsIn(section: ProofSection): (string | null)[] {
    const look = makePartCheck(claim, section);
    return Array.from({ length: CHUNKS }, (_, part) => refuted(look(part)));
  }

  const fault = (mentee: number) =>
    `M0 (m0) and E${mentee} (e${mentee}) are not a tandem, but at the prices of the proof they should be`;

  test.each([
    ['folded', 0],
    ['pair by pair', 2 ** 49],
  ])('finds each fault in one part, %s', (_, far) => {
    expect(faultsIn(sectionOf([], far))).toEqual(Array(CHUNKS).fill(null));
    for (const mentee of [0, 1, 2, 17, MENTEES - 2]) {
      const faults = faultsIn(sectionOf([mentee], far));
      expect(faults.filter(found => found !== null)).toEqual([fault(mentee)]);
    }
    // The last mentee cannot have a tandem.
    expect(faultsIn(sectionOf([MENTEES - 1], far))).toEqual(Array(CHUNKS).fill(null));
  });

  test('folded, asks nothing about pairs that are not suspected', () => {
    let asked = 0;
    const barred = () => {
      asked += 1;
      return 0;
    };
    const counted = { ...claim, eligibility: { ...claim.eligibility, barred } };
    const look = makePartCheck(counted, sectionOf([], 0));
    for (let part = 0; part < CHUNKS; part++) expect(look(part)).toBeNull();
    expect(asked).toBe(0);
  });

  test('pair by pair, is in the order of mentees and gives the first fault of each part', () => {
    const faults = faultsIn(sectionOf([...claim.roster.mentees.keys()], 2 ** 49));
    expect(faults).toEqual(Array.from({ length: CHUNKS }, (_, part) => fault(findChunkStart(part, MENTEES))));
  });

  test('is pair by pair too where levels are too many for one number, and none is of points', () => {
    const far = 2 ** 49;
    const prices = {
      mentors: [[far], [far], null],
      mentees: claim.roster.mentees.map(() => [-far]),
      limits: [null],
    };
    // M1 is of another department than everybody, which costs nothing.
    const section = { levels: listLevelWorths(claim).slice(1, 2), prices, tandems: [], floor: NO_FLOOR };
    const first = Array.from({ length: CHUNKS }, (_, part) =>
      fault(findChunkStart(part, MENTEES)).replace('M0 (m0)', 'M1 (m1)'),
    );
    expect(faultsIn(section)).toEqual(first);
  });

  test.each([
    ['mentees', 0, 1_000_000],
    ['mentors', 1_000_000, 0],
  ])(
    'folded, finds who is worth more on an earlier level, however much %s ask on a later one',
    (_, mentors, mentees) => {
      const section: ProofSection = {
        levels: listLevelWorths(claim).slice(0, 2),
        prices: {
          mentors: [[0, mentors], [2000, mentors], null],
          mentees: claim.roster.mentees.map((_, e) => [e === 17 ? 1999 : 2000, mentees]),
          limits: [null],
        },
        ...{ tandems: [], floor: NO_FLOOR },
      };
      expect(faultsIn(section).filter(found => found !== null)).toEqual([fault(17)]);
    },
  );

  const CROSS: Level = { kind: 'preference', preference: 'cross-department' };
  const LAST: Level = { kind: 'tandems' };

  describe.each<[what: string, objective: readonly Level[]]>([
    ['points', [{ kind: 'score' }, LAST]],
    ['points, behind another level', [CROSS, { kind: 'score' }, LAST]],
    ['weighed points', [CROSS, { kind: 'kept-and-score', worth: 5 }, LAST]],
  ])('where all levels are too many for one number, as far as %s', (_, objective) => {
    const { roster, terms } = claim;
    const weighing = claimOf({ roster, terms: { ...terms, policy: { ...terms.policy, objective } } });
    const levels = listLevelWorths(weighing).slice(0, -1);
    const points = levels.length - 2;

    /** Everybody asks what they are worth to each other; but a mentee asks so much more in points, and on the last level. */
    function sectionAsking(more: (mentee: number) => readonly [points: number, last: number]): ProofSection {
      const far = 2 ** 49;
      const worthOf = (mentor: number) => levels.map(({ pair }, at) => pair(mentor, 0) + (at > points ? far - 1 : 0));
      return {
        levels,
        prices: {
          mentors: [worthOf(0), worthOf(1), null],
          mentees: roster.mentees.map((_, e) => {
            const [inPoints, last] = more(e);
            return levels.map((_, at) => (at === points ? inPoints : at > points ? 1 - far + last : 0));
          }),
          limits: [levels.map(() => 0)],
        },
        ...{ tandems: [], floor: NO_FLOOR },
      };
    }

    /** The first fault of each part that has one, and how many pairs were looked at one by one. */
    function look(section: ProofSection) {
      let asked = 0;
      const barred = () => {
        asked += 1;
        return 0;
      };
      const counting = { ...weighing, eligibility: { ...weighing.eligibility, barred } };
      const check = makePartCheck(counting, section);
      const faults = Array.from({ length: CHUNKS }, (_, part) => refuted(check(part)));
      return { asked, faults: faults.filter(found => found !== null) };
    }

    test('finds who is worth more there, or on a later level', () => {
      expect(look(sectionAsking(() => [0, 0])).faults).toEqual([]);
      for (const less of [
        [-1, 0],
        [-1, 1],
        [0, -1],
      ] as const) {
        const { faults } = look(sectionAsking(e => (e === 17 ? less : [0, 0])));
        expect(faults).toEqual([expect.stringContaining('E17 (e17) are not a tandem')]);
      }
    });

    test('asks nothing about those who ask more there', () => {
      expect(look(sectionAsking(() => [1, -1]))).toEqual({ asked: 0, faults: [] });
      expect(look(sectionAsking(e => (e === 17 ? [0, 0] : [1, -1])))).toEqual({ asked: 2, faults: [] });
    });
  });

  test('is everybody’s who shares in it, and the first part that found something is told', () => {
    // M1 is of another department than everybody, which costs nothing.
    const levels = listLevelWorths(claim).slice(1, 2);
    const prices = {
      mentors: [[0], [0], null],
      mentees: claim.roster.mentees.map(() => [0]),
      limits: [null],
    };
    const section = { levels, prices, tandems: [], floor: NO_FLOOR };
    const said: (ProofRefutation | null)[] = [];
    const one: ProofRefutation = { kind: 'proof-counts-twice' };
    const other: ProofRefutation = { kind: 'proof-counts-barred' };
    const found = findSlacknessFault(claim, section, look => {
      for (let part = 0; part < CHUNKS; part++) said.push(look(part));
      return [null, one, other];
    });
    expect(said).toHaveLength(CHUNKS);
    expect(said.every(fault => refuted(fault)?.startsWith('M1 (m1) and '))).toBe(true);
    expect(found).toBe(one);
    expect(findSlacknessFault(claim, section, () => [null, null])).toBeNull();
    expect(findSlacknessFault(claim, section)).toEqual(said[0]);
  });
});

describe('what is wrong is told', () => {
  const pair = { mentor: 0, mentee: 0 };

  function faultOf(
    change: { mentors?: Prices['mentors']; mentees?: Prices['mentees']; limits?: Prices['limits'] },
    tandems: Claim['tandems'] = [pair],
    pairs: Programme['terms']['pairs'] = [],
    floor = NO_FLOOR,
  ): string | null {
    const claim = { ...handmade(2, pairs), tandems };
    const levels = listLevelWorths(claim).filter(({ kind }) => kind === 'score');
    const prices = { mentors: [[1000], [0], [0]], mentees: [[1000], null], limits: [[0]], ...change };
    return refuted(findSlacknessFault(claim, { levels, prices, tandems, floor }));
  }

  test('of nothing where prices fit', () => {
    expect(faultOf({})).toBeNull();
    expect(faultOf({ mentors: [[2000], [0], [0]], mentees: [[0], null] })).toBeNull();
  });

  test('of a person, and the number of tandems that they have and may have', () => {
    expect(faultOf({ mentors: [[-1], [0], [0]], mentees: [[2000], null] })).toBe(
      'M0 (m0) has 1 of 1 mentee: at the prices of the proof, one fewer would be better',
    );
    expect(faultOf({ mentors: [[1000], [1], [0]] })).toBe(
      'M1 (m1) has 0 of 1 mentee: at the prices of the proof, one more would be better',
    );
    expect(faultOf({ mentees: [[-1], null] })).toBe(
      'E0 (e0) has 1 of 1 mentor: at the prices of the proof, one fewer would be better',
    );
    expect(faultOf({ mentees: [[1], null] }, [])).toBe(
      'M0 (m0) has 0 of 1 mentee: at the prices of the proof, one more would be better',
    );
    expect(faultOf({ mentors: [[0], [0], [0]], mentees: [[1], null] }, [])).toBe(
      'E0 (e0) has 0 of 1 mentor: at the prices of the proof, one more would be better',
    );
    expect(faultOf({ mentors: [null, [0], [0]] })).toBe('M0 (m0) has 1 of 1 mentee: the proof leaves this out');
    expect(faultOf({ limits: [[5]] })).toBeNull();
  });

  test('of a limit', () => {
    const claim = { ...handmade(2), tandems: [] };
    const open = { ...claim, terms: { ...claim.terms, limits: [limit({ place: 'FR', side: 'mentee', max: 3 })] } };
    const levels = listLevelWorths(open).slice(0, 1);
    const prices = { mentors: [[2000], [2000], null], mentees: [[0], [0]], limits: [[1]] };
    const closed = { ...prices, mentors: [[0], [0], null], mentees: [[0], [0]] };
    expect(refuted(findSlacknessFault(open, { levels, prices: closed, tandems: [], floor: NO_FLOOR }))).toBe(
      'the limit for mentees in France has 0 of 3 tandems: at the prices of the proof, one more would be better',
    );
  });

  test('of a tandem, and of a pair that is none', () => {
    expect(faultOf({ mentors: [[1001], [0], [0]] })).toBe(
      'M0 (m0) and E0 (e0) are a tandem, but at the prices of the proof they should not be',
    );
    expect(faultOf({ mentors: [[2000], [-1], [0]], mentees: [[0], null] })).toBe(
      'M1 (m1) and E0 (e0) are not a tandem, but at the prices of the proof they should be',
    );
    expect(faultOf({ mentors: [[2000], null, [0]], mentees: [[0], null] })).toBe(
      'M1 (m1) and E0 (e0) may be paired, but the proof leaves the mentor out',
    );
    expect(faultOf({ mentors: [[0], [0], [0]], mentees: [null, null] }, [])).toBe(
      'M0 (m0) and E0 (e0) may be paired, but the proof leaves the mentee out',
    );
    expect(faultOf({}, [pair, pair])).toBe('the proof counts the same tandem twice');
  });

  test('of prices that are no prices, the first of several', () => {
    const list = 'is not a list of 1 whole number';
    const bad: [what: string, price: readonly number[]][] = [
      ['too short', []],
      ['too long', [0, 0]],
      ['a half', [0.5]],
      ['too large', [2 ** 49 + 1]],
      ['too small', [-(2 ** 49) - 1]],
      ['not a number', [Number.NaN]],
      ['without an end', [Number.POSITIVE_INFINITY]],
    ];
    for (const [what, price] of bad) {
      expect(faultOf({ mentors: [[0], price, price] }), what).toBe(`the price of M1 (m1) ${list}`);
      expect(faultOf({ mentees: [price, price] }), what).toBe(`the price of E0 (e0) ${list}`);
      expect(faultOf({ limits: [price] }), what).toBe(`the price of the limit for mentees in France ${list}`);
    }
    expect(faultOf({ mentors: [[0]] })).toBe(`the price of M1 (m1) ${list}`);
    expect(faultOf({ mentees: [[0]] })).toBe(`the price of E1 (e1) ${list}`);
    expect(faultOf({ mentors: [[2 ** 49], [0], [0]], mentees: [[0], null] })).toMatch(/they should not be$/u);
    expect(faultOf({ mentors: [[2000], [-(2 ** 49)], [0]], mentees: [[0], null] })).toMatch(/they should be$/u);
    const claim = handmade(2);
    const two = [limit({ place: 'FR', side: 'mentee' }), limit({ place: 'PL', side: 'mentee' })];
    const prices = { mentors: [null, null, null], mentees: [null, null], limits: [[], []] };
    expect(
      refuted(
        findSlacknessFault(
          { ...claim, terms: { ...claim.terms, limits: two } },
          { levels: listLevelWorths(claim), prices, tandems: [], floor: NO_FLOOR },
        ),
      ),
    ).toBe('the price of the limit for mentees in France is not a list of 3 whole numbers');
  });

  test('of a pair that a note makes better', () => {
    const said = note({ mentor: 1, mentee: 0, listed: true, points: 5000 });
    const fit = { mentors: [[0], [0], [0]], mentees: [[2000], null] };
    expect(faultOf(fit, [pair])).toBeNull();
    expect(faultOf(fit, [pair], [said])).toBe(
      'M1 (m1) and E0 (e0) are not a tandem, but at the prices of the proof they should be',
    );
  });

  test('of nothing where a tandem is worth more than it asks, whoever has it', () => {
    const claim = handmade(3, [
      ...[0, 1].map(mentee => note({ mentor: 0, mentee, banned: true })),
      note({ mentor: 1, mentee: 1, listed: true, points: 500 }),
    ]);
    const levels = listLevelWorths(claim).slice(0, 1);
    const prices = { mentors: [[0], [0], [0]], mentees: [[0], [0], null], limits: [[0]] };
    const tandems = [{ mentor: 1, mentee: 1 }];
    expect(findSlacknessFault({ ...claim, tandems }, { levels, prices, tandems, floor: NO_FLOOR })).toBeNull();
  });

  test('of a pair that a note singles out, the first of several', () => {
    const notes = [0, 1].map(mentor => note({ mentor, mentee: 0, listed: true, points: 5000 }));
    expect(faultOf({ mentors: [[0], [0], [0]], mentees: [[0], null] }, [], notes)).toMatch(
      /^M[01] .* are not a tandem/u,
    );
    expect(faultOf({ mentors: [[0], [0], [0]], mentees: [[7000], null] }, [], notes)).toBe(
      'E0 (e0) has 0 of 1 mentor: at the prices of the proof, one more would be better',
    );
  });

  test('of tandems that do not count: barred, of nobody’s, or of too low a score', () => {
    const says = 'the proof counts tandems of people who may not be paired';
    expect(faultOf({}, [pair], [note({ ...pair, banned: true })])).toBe(says);
    expect(faultOf({ mentees: [[1000], [0]] }, [pair, { mentor: 1, mentee: 1 }])).toBe(says);
    expect(faultOf({}, [pair, { mentor: 2, mentee: 0 }])).toBe(says);
    expect(faultOf({}, [pair], [], 2001)).toBe(says);
    expect(faultOf({}, [pair], [], 2000)).toBeNull();
  });
});

test('a pair counts where both are open, may meet and score enough', () => {
  const claim = handmade(2, [note({ mentor: 1, mentee: 0, banned: true })]);
  const asked = computeDuals(claim, { levels: [], prices: { mentors: [[], [], []], mentees: [[], []], limits: [[]] } });
  const counting = (floor: number) => {
    const counts = makePairTest(claim, { floor }, asked);
    return [0, 1, 2].flatMap(m => [0, 1].filter(e => counts(m, e)).map(e => `${m} ${e}`));
  };
  expect(counting(NO_FLOOR)).toEqual(['0 0']);
  expect(counting(2000)).toEqual(['0 0']);
  expect(counting(2001)).toEqual([]);
});
