import { describe, expect, test } from 'vitest';
import { type Claim, listLevelWorths } from '../../src/certificate/level-worths.ts';
import { findRefutation, listSections, makeSectionCheck } from '../../src/certificate/prove.ts';
import type { Prices, Proof } from '../../src/domain/certificate.ts';
import type { Tandem } from '../../src/domain/pairing.ts';
import type { Level } from '../../src/domain/policy.ts';
import { computeTie } from '../../src/domain/ties.ts';
import { CHUNKS, type WorkerPool } from '../../src/domain/worker-pool.ts';
import { makePairing } from '../../src/pair/pairing.ts';
import { limit, mentee, mentor, note, policy, preference, roster, terms } from '../support/rosters.ts';
import { refuted } from '../support/told.ts';

const NO_FLOOR = Number.NEGATIVE_INFINITY;

/** A mentor for two and one for one, who share one topic and two topics with everybody. Nobody may meet whom `open` does not name. */
function claimOf(objective: readonly Level[], open: readonly Tandem[], tandems: readonly Tandem[], points = 0): Claim {
  const people = roster(
    [mentor('m0', { topics: ['a'], capacity: 2 }), mentor('m1', { topics: ['a', 'b'] })],
    [0, 1, 2].map(e => mentee(`e${e}`, { topics: ['a', 'b'], priority: e === 2 ? 1 : 0 })),
  );
  const pairs = people.mentors.flatMap((_, mentor) => people.mentees.map((_, mentee) => ({ mentor, mentee })));
  const isOpen = (pair: Tandem) => open.some(({ mentor, mentee }) => mentor === pair.mentor && mentee === pair.mentee);
  const said = terms({
    policy: policy({
      must: [],
      prefer: [preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 2 })],
      objective,
    }),
    limits: [limit({ place: 'DE', side: 'mentor' })],
    pairs: pairs.map(pair => note(isOpen(pair) ? { ...pair, listed: true, points } : { ...pair, banned: true })),
  });
  return { roster: people, terms: said, ...makePairing(people, said), tandems };
}

const M0E0 = { mentor: 0, mentee: 0 };
const M1E1 = { mentor: 1, mentee: 1 };

/** Prices of nothing on so many levels. */
function free(levels: number): Prices {
  const price = Array.from({ length: levels }, () => 0);
  return { mentors: [price, price], mentees: [price, price, price], limits: [price] };
}

const tieIn = ({ ties }: Claim, { mentor, mentee }: Tandem) => computeTie(ties.mentors, mentor, ties.mentees, mentee);

describe('a proof without a worst tandem', () => {
  const claim = claimOf([{ kind: 'score' }, { kind: 'mentors' }], [M0E0, M1E1], [M0E0, M1E1]);
  const values = [
    { level: 'score', value: 3000 },
    { level: 'mentors', value: 2 },
    { level: 'ties', value: tieIn(claim, M0E0) + tieIn(claim, M1E1) },
  ];
  const proof: Proof = { levels: values, prices: free(3), worst: null };

  test('holds where all tandems that may be are there', () => {
    expect(findRefutation(claim, proof)).toBeNull();
  });

  test('is about the levels of the policy, each in its place', () => {
    const says = (levels: Proof['levels']) =>
      `the proof is about the goals ${levels.map(({ level }) => level).join(', ')}, but the goals of the run are score, mentors, ties`;
    for (const levels of [
      [values[1]!, values[0]!, values[2]!],
      values.slice(0, 2),
      values.slice(1),
      [...values, values[2]!],
    ])
      expect(refuted(findRefutation(claim, { ...proof, levels }))).toBe(says(levels));
  });

  test('says what tandems come to', () => {
    for (const [at, { level, value }] of values.entries()) {
      for (const other of [value + 1, value - 1, null]) {
        const levels = values.with(at, { level, value: other as number });
        expect(refuted(findRefutation(claim, { ...proof, levels }))).toBe(
          `the tandems reach ${value} on the level ${level}, but the proof says ${other ?? 'no value'}`,
        );
      }
    }
  });

  test('says nothing of the worst tandem', () => {
    expect(refuted(findRefutation(claim, { ...proof, worst: { all: free(0), better: null } }))).toBe(
      'the proof is about the worst tandem, but the goals are not',
    );
  });

  test('has one section, of which a crew does the parts', () => {
    expect(listSections(claim, listLevelWorths(claim), proof)).toEqual([
      { levels: expect.anything(), prices: proof.prices, tandems: claim.tandems, floor: NO_FLOOR },
    ]);
    const asked: unknown[] = [];
    const crew: WorkerPool = (work, own) => {
      asked.push(work);
      return Array.from({ length: CHUNKS }, (_, part) => own(part));
    };
    expect(findRefutation(claim, proof, crew)).toBeNull();
    expect(asked).toEqual([{ kind: 'proof', section: 0, tandems: claim.tandems, proof }]);
    const lying: WorkerPool = <Answer>() => ['somebody found this' as Answer];
    expect(findRefutation(claim, proof, lying)).toBe('somebody found this');
  });
});

describe('a proof with a worst tandem', () => {
  const OBJECTIVE: readonly Level[] = [{ kind: 'tandems' }, { kind: 'worst' }];
  const { ties } = claimOf(OBJECTIVE, [], []);
  const tie = (mentor: number, mentee: number) => computeTie(ties.mentors, mentor, ties.mentees, mentee);
  // Somebody whose tandem with M0 the hash prefers to both that M1 could have.
  const [own, other] = [0, 1, 2]
    .flatMap(e => [0, 1, 2].map(f => [e, f] as const))
    .find(([e, f]) => e !== f && tie(0, e) > Math.max(tie(1, e), tie(1, f)))!;
  const OURS = { mentor: 0, mentee: own };
  const BETTER = { mentor: 1, mentee: own };
  const MORE = { mentor: 1, mentee: other };

  /** That a tandem of 1 point is best, where there may be one and no more: on each level but the last, all fits. */
  function lie(objective: readonly Level[], open: readonly Tandem[], better: readonly Tandem[]) {
    const claim = claimOf(objective, [OURS, ...open], [OURS]);
    const limits = [limit({ place: 'DE', side: 'mentor', max: 1 })];
    const before = objective.length - 1;
    const asking = (price: readonly number[]): Prices => ({ ...free(price.length), limits: [price] });
    const ones = Array.from({ length: before }, () => 1);
    const values = { tandems: 1, kept: 1, worst: 1000, ties: tie(0, own) };
    const proof: Proof = {
      levels: listLevelWorths(claim).map(({ name }) => ({ level: name, value: values[name as keyof typeof values] })),
      prices: asking([...ones, tie(0, own)]),
      worst: { all: asking(ones), better: { floor: 1001, tandems: better, prices: asking(ones) } },
    };
    return { claim: { ...claim, terms: { ...claim.terms, limits } }, proof };
  }

  test('has sections about all pairs before it, about those that score as much, and about those that score more', () => {
    const { claim, proof } = lie(OBJECTIVE, [BETTER], [BETTER]);
    const levels = listLevelWorths(claim);
    const [tandems, , ties] = levels;
    const { all, better } = proof.worst!;
    expect(listSections(claim, levels, proof)).toEqual([
      { levels: [tandems, ties], prices: proof.prices, tandems: [OURS], floor: 1000 },
      { levels: [tandems], prices: all, tandems: [OURS], floor: NO_FLOOR },
      { levels: [tandems], prices: better!.prices, tandems: [BETTER], floor: 1001 },
    ]);
    expect(listSections(claim, levels, { ...proof, worst: { all, better: null } })).toHaveLength(2);
    const nobody = listSections({ ...claim, tandems: [] }, levels, proof);
    expect(nobody.map(({ floor }) => floor)).toEqual([NO_FLOOR, NO_FLOOR]);
    const several = listSections({ ...claim, tandems: [BETTER, OURS, BETTER] }, levels, proof);
    expect(several.map(({ floor }) => floor)).toEqual([1000, NO_FLOOR, 1001]);
  });

  test('is asked for part by part, each section by its number', () => {
    const { claim, proof } = lie(OBJECTIVE, [BETTER], [BETTER]);
    const bad = { ...proof, worst: { ...proof.worst!, all: free(1) } };
    const found = [0, 1, 2].map(section => {
      const look = makeSectionCheck(claim, bad, section);
      return Array.from({ length: CHUNKS }, (_, part) => look(part)).filter(fault => fault !== null).length;
    });
    expect(found).toEqual([0, 1, 0]);
  });

  test('is refuted by better tandems that come to as much, or to more, before it', () => {
    const says = 'other tandems that all have at least 1.001 points are as good on the levels before worst';
    const as = lie(OBJECTIVE, [BETTER], [BETTER]);
    expect(refuted(findRefutation(as.claim, as.proof))).toBe(says);
    // The limit allows one; but prices fit, as what they prove is how much there is at most.
    const more = lie(OBJECTIVE, [BETTER, MORE], [BETTER, MORE]);
    expect(refuted(findRefutation(more.claim, more.proof))).toBe(says);
    const none = lie([{ kind: 'worst' }], [BETTER], []);
    expect(refuted(findRefutation(none.claim, none.proof))).toBe(says);
  });

  test('holds where better tandems come to less on any level before it', () => {
    const { claim, proof } = lie([{ kind: 'tandems' }, { kind: 'kept' }, { kind: 'worst' }], [BETTER], [BETTER]);
    const isOurs = ({ mentor, mentee }: Tandem) => mentor === OURS.mentor && mentee === OURS.mentee;
    const pairs = claim.terms.pairs.map(one => ({ ...one, kept: isOurs(one) }));
    const ours = { ...claim, terms: { ...claim.terms, pairs } };
    const { all, better } = proof.worst!;
    const prices = { ...free(2), limits: [[1, 0]] };
    expect(findRefutation(ours, { ...proof, worst: { all, better: { ...better!, prices } } })).toBeNull();
  });

  test('is refuted by better tandems from another score on, or by none', () => {
    const { claim, proof } = lie(OBJECTIVE, [], []);
    const better = { floor: 1001, tandems: [], prices: free(1) };
    const saying = (worst: Proof['worst']) => refuted(findRefutation(claim, { ...proof, worst }));
    const { all } = proof.worst!;
    expect(saying({ all, better })).toBeNull();
    const says = 'the proof does not show why the worst tandem cannot have 1.001 points';
    for (const floor of [1000, 1002]) expect(saying({ all, better: { ...better, floor } })).toBe(says);
    expect(saying({ all, better: null })).toBe(says);
    expect(saying(null)).toBe('the proof does not speak of the worst tandem, but the goals do');
  });
});
