import { describe, expect, test } from 'vitest';
import { listLevelWorths } from '../../src/certificate/level-worths.ts';
import type { Level, Terms } from '../../src/domain/policy.ts';
import { computeTie } from '../../src/domain/ties.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import {
  ALL_LEVELS,
  CROSS_DEPARTMENT,
  limit,
  mentee,
  mentor,
  note,
  policy,
  preference,
  roster,
  terms,
} from '../support/rosters.ts';

/** Three mentors, the second of whom must have two, and four mentees of two priorities. */
const people = roster(
  [
    mentor('m0', { department: 'IT', topics: ['a'] }),
    mentor('m1', { department: 'HR', topics: ['a', 'b'], capacity: 3, minLoad: 2 }),
    mentor('m2', { department: 'HR' }),
  ],
  [0, 1, 2, 3].map(e => mentee(`e${e}`, { department: 'IT', topics: ['a', 'b'], priority: e === 3 ? 5 : 0, wants: 2 })),
);

function claimOf(objective: readonly Level[], given: Partial<Terms> = {}, who = people) {
  const said = terms({
    policy: policy({
      must: [],
      prefer: [preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 2 }), CROSS_DEPARTMENT],
      objective,
    }),
    ...given,
  });
  return { roster: who, terms: said, ...makePairing(who, said), tandems: [] };
}

const NOTES = [
  note({ mentor: 0, mentee: 1, locked: true }),
  note({ mentor: 1, mentee: 2, locked: true }),
  note({ mentor: 2, mentee: 3, kept: true }),
  note({ mentor: 1, mentee: 0, listed: true, points: 300 }),
];

/** The same people, of whom nobody must have a tandem. */
function without({ mentors, mentees }: typeof people) {
  return roster(
    mentors.map(one => ({ ...one, minLoad: 0 })),
    mentees,
  );
}

/** What each level that is worth anything there makes of something, by the level's name. */
function worths(
  claim: ReturnType<typeof claimOf>,
  of: (level: ReturnType<typeof listLevelWorths>[number]) => number[],
) {
  return Object.fromEntries(
    listLevelWorths(claim)
      .filter(({ kind }) => kind !== 'ties')
      .map(level => [level.name, of(level)] as const)
      .filter(([, numbers]) => numbers.some(number => number !== 0)),
  );
}

describe('what a level counts', () => {
  const claim = claimOf(ALL_LEVELS, { pairs: NOTES, limits: [limit({ place: 'DE', side: 'mentee', min: 2 })] });
  const pairs = people.mentors.flatMap((_, m) => people.mentees.map((_, e) => [m, e] as const));

  test('is named and in the order of the objective, between demands and ties', () => {
    expect(listLevelWorths(claim).map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      'demands: demands',
      'mentees of priority 5: mentees',
      'mentees of priority 0: mentees',
      'tandems: tandems',
      'mentors: mentors',
      'kept: kept',
      'cross-department: preference',
      'worst: worst',
      'score: score',
      'balance: balance',
      'fewer-earlier: fewer-earlier',
      'ties: ties',
    ]);
  });

  test('of a pair', () => {
    expect(worths(claim, ({ pair }) => pairs.map(([m, e]) => pair(m, e)))).toEqual({
      demands: [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0],
      tandems: Array(12).fill(1),
      kept: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      'cross-department': [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
      score: [1000, 1000, 1000, 1000, 2300, 2000, 2000, 2000, 0, 0, 0, 0],
    });
    const { ties } = claim;
    const last = listLevelWorths(claim).at(-1)!;
    for (const [m, e] of pairs) expect(last.pair(m, e)).toBe(computeTie(ties.mentors, m, ties.mentees, e));
  });

  test('of the first, second and third place of a mentor', () => {
    const of = (mentor: number) => worths(claim, ({ slot }) => [1, 2, 3].map(k => slot(k, people.mentors[mentor]!)));
    expect(of(0)).toEqual({ mentors: [1, 0, 0], balance: [-1, -3, -5] });
    expect(of(1)).toEqual({ demands: [1, 1, 0], mentors: [1, 0, 0], balance: [-1, -3, -5] });
  });

  test('of the first and second mentor of a mentee, by priority', () => {
    const of = (mentee: number) => worths(claim, ({ want }) => [1, 2].map(k => want(k, people.mentees[mentee]!)));
    expect(of(0)).toEqual({ 'mentees of priority 0': [1, 0] });
    expect(of(3)).toEqual({ 'mentees of priority 5': [1, 0] });
  });

  test('of a pair that may stay, where what is kept is weighed against points', () => {
    const weighing = claimOf([{ kind: 'kept-and-score', worth: 700 }], { pairs: NOTES });
    expect(worths(weighing, ({ pair }) => pairs.map(([m, e]) => pair(m, e)))).toMatchObject({
      'kept-and-score': [1000, 1000, 1000, 1000, 2300, 2000, 2000, 2000, 0, 0, 0, 700],
    });
  });

  test('of each mentor of a mentee, by how many fewer tandems they have had than who has had most', () => {
    const pastTandems = {
      counts: new Map([
        ['e0', 3],
        ['e1', 1],
      ]),
      most: 3,
    };
    const counting = claimOf([{ kind: 'tandems' }, { kind: 'fewer-earlier' }], { pastTandems }, without(people));
    const of = (mentee: number) => worths(counting, ({ want }) => [1, 2].map(k => want(k, people.mentees[mentee]!)));
    expect([0, 1, 2].map(of)).toEqual([{}, { 'fewer-earlier': [2, 2] }, { 'fewer-earlier': [3, 3] }]);
    const nobody = claimOf([{ kind: 'tandems' }, { kind: 'fewer-earlier' }], { pastTandems: null }, without(people));
    expect(worths(nobody, ({ want }) => [1, 2].map(k => want(k, people.mentees[1]!)))).toEqual({});
  });

  test('of the tandems that a limit counts', () => {
    expect(worths(claim, ({ counted }) => [1, 2, 3].map(k => counted(k, claim.terms.limits[0]!)))).toEqual({
      demands: [1, 1, 0],
    });
  });
});

test('demands are a level where something is demanded, whatever it is', () => {
  const nobodys = roster([mentor('m0', { capacity: 2 }), mentor('m1')], [mentee('e0'), mentee('e1')]);
  const names = (given: Partial<Terms> = {}, who = nobodys) =>
    listLevelWorths(claimOf([{ kind: 'tandems' }], given, who)).map(({ name }) => name);
  expect(names()).toEqual(['tandems', 'ties']);
  expect(
    names({ limits: [limit({ place: 'DE', side: 'mentor', max: 1 })], pairs: [note({ mentor: 0, mentee: 0 })] }),
  ).toEqual(['tandems', 'ties']);
  const demanding = ['demands', 'tandems', 'ties'];
  const both = [limit({ place: 'FR', side: 'mentor' }), limit({ place: 'DE', side: 'mentor', min: 1 })];
  expect(names({ limits: both })).toEqual(demanding);
  expect(names({ pairs: [note({ mentor: 0, mentee: 0 }), note({ mentor: 1, mentee: 0, locked: true })] })).toEqual(
    demanding,
  );
  expect(names({}, roster([mentor('m0'), mentor('m1', { minLoad: 1 })], nobodys.mentees))).toEqual(demanding);
});

test('locks and tandems kept are those of their pair and no other, on a wide and on a narrow roster', () => {
  for (const [width, height] of [
    [2, 5],
    [5, 2],
  ] as const) {
    const who = roster(
      Array.from({ length: height }, (_, m) => mentor(`m${m}`)),
      Array.from({ length: width }, (_, e) => mentee(`e${e}`)),
    );
    const pairs = who.mentors.flatMap((_, mentor) => who.mentees.map((_, mentee) => ({ mentor, mentee })));
    for (const one of pairs) {
      const claim = claimOf([{ kind: 'kept' }], { pairs: [note({ ...one, locked: true, kept: true })] }, who);
      const [demands, kept] = listLevelWorths(claim);
      for (const level of [demands!, kept!]) {
        expect(pairs.filter(({ mentor, mentee }) => level.pair(mentor, mentee) !== 0)).toEqual([one]);
      }
    }
  }
});
