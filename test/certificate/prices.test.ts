import { describe, expect, test } from 'vitest';
import { compareCosts, makeLeastCost } from '../../src/certificate/least-cost-of-pair.ts';
import { type Claim, listLevelWorths } from '../../src/certificate/level-worths.ts';
import { findSlacknessFault, type ProofSection } from '../../src/certificate/optimality.ts';
import { findRefutation, listSections } from '../../src/certificate/prove.ts';
import { DEMANDS, type LevelValue, type Prices, type Proof } from '../../src/domain/certificate.ts';
import type { Level } from '../../src/domain/policy.ts';
import { match } from '../../src/features/match/match.ts';
import { fitsByTrying, solvedClaim } from '../support/claims.ts';
import {
  ALL_LEVELS,
  CROSS_DEPARTMENT,
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  preference,
  roster,
  rule,
  terms,
} from '../support/rosters.ts';
import { refuted } from '../support/told.ts';

/** Few people, for whom everything counts that can: wishes, vetoes, regions in each other, notes, places, least loads. */
function programme(
  objective: readonly Level[],
  priorities: readonly number[],
  given: Partial<Programme['terms']> = {},
  weight = 3,
): Programme {
  const countries = ['DE', 'FR', 'PL'];
  const mentors = [0, 1, 2, 3, 4].map(m =>
    mentor(`m${m}`, {
      ...{ country: countries[m % 3]!, department: ['IT', 'Sales'][m % 2]!, capacity: [2, 1, 3, 1, 0][m]! },
      ...{ languages: ['en', ...(m === 1 ? ['pl'] : [])], topics: [['a'], ['a', 'b'], ['b'], [], ['a']][m]! },
      minLoad: m === 2 ? 1 : 0,
      notWith: m === 3 ? ['e1'] : [],
    }),
  );
  const mentees = [0, 1, 2, 3, 4, 5].map(e =>
    mentee(`e${e}`, {
      ...{ country: countries[(e + 1) % 3]!, department: ['IT', 'Sales', 'HR'][e % 3]! },
      ...{ languages: e === 5 ? ['pl'] : ['en'], topics: [['a'], ['a', 'b'], ['b', 'c'], [], ['c'], ['a']][e]! },
      ...{ wants: e === 2 ? 2 : 1, priority: priorities[e % priorities.length]!, wishes: e === 0 ? ['m1', 'm0'] : [] },
    }),
  );
  return {
    roster: roster(mentors, mentees),
    terms: terms({
      policy: policy({
        must: [rule({ rule: 'overlap', field: 'languages' })],
        prefer: [
          CROSS_DEPARTMENT,
          preference({ name: 'topics', rule: 'overlap', field: 'topics', weight }),
          preference({ rule: 'wished', weight: 2, ranks: [1000, 500] }),
          preference({ rule: 'not-vetoed', weight: 1 }),
        ],
        objective,
      }),
      limits: [
        limit({ place: 'DE', side: 'mentee', max: 1 }),
        limit({ place: 'EU', countries: ['DE', 'FR', 'PL'], side: 'mentee', min: 1, max: 5 }),
        limit({ place: 'FR', side: 'mentor', max: 1 }),
        limit({ place: 'WEST', countries: ['DE', 'FR'], side: 'mentor', max: 4 }),
      ],
      pairs: [
        note({ mentor: 0, mentee: 1, banned: true }),
        note({ mentor: 0, mentee: 3, listed: true, points: 1500 }),
        note({ mentor: 2, mentee: 1, kept: true }),
        note({ mentor: 2, mentee: 4, locked: true }),
      ],
      ...given,
    }),
  };
}

const DEFAULT: readonly Level[] = [
  { kind: 'mentees' },
  { kind: 'tandems' },
  { kind: 'kept' },
  { kind: 'preference', preference: 'cross-department' },
  { kind: 'score' },
  { kind: 'balance' },
];

const PROGRAMMES: Readonly<Record<string, Programme>> = {
  'the usual objective': programme(DEFAULT, [0, 1]),
  'all levels, the worst tandem in their midst': programme(ALL_LEVELS, [0]),
  'the worst tandem first': programme([{ kind: 'worst' }, { kind: 'mentors' }, { kind: 'mentees' }], [0]),
  'more levels than one number holds': programme(
    [{ kind: 'mentees' }, { kind: 'score' }, { kind: 'balance' }],
    [9, 8, 7, 6, 5, 4],
    {},
    1_000_000,
  ),
  'no demands, a limit of nothing and of no end': programme([{ kind: 'score' }, { kind: 'balance' }], [0], {
    pairs: [],
    limits: [limit({ place: 'PL', side: 'mentee', max: 0 }), limit({ place: 'DE', side: 'mentor' })],
  }),
};

const solved = new Map(Object.entries(PROGRAMMES).map(([name, given]) => [name, lazy(() => solvedClaim(given))]));

function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The section with one price list changed, for each list. */
function* changed(
  section: ProofSection,
  change: (price: readonly number[] | null) => readonly (readonly number[] | null)[],
): Generator<ProofSection> {
  for (const kind of ['mentors', 'mentees', 'limits'] as const) {
    for (const [index, price] of section.prices[kind].entries()) {
      for (const other of change(price)) {
        yield { ...section, prices: { ...section.prices, [kind]: section.prices[kind].with(index, other) } };
      }
    }
  }
}

describe.each([...solved.keys()])('prices about %s', name => {
  const sections = (): readonly { claim: Claim; section: ProofSection }[] => {
    const { claim, proof } = solved.get(name)!();
    return listSections(claim, listLevelWorths(claim), proof).map(section => ({ claim, section }));
  };

  test('fit as the matcher makes them', () => {
    const { claim, proof } = solved.get(name)!();
    expect(findRefutation(claim, proof)).toBeNull();
    for (const { claim, section } of sections()) expect(fitsByTrying(claim, section)).toBe(true);
  });

  test('changed by one, or left out, are refused exactly where they do not fit any more', () => {
    const answers = { fits: 0, not: 0 };
    for (const { claim, section } of sections()) {
      const near = (price: readonly number[] | null) =>
        price === null
          ? [section.levels.map(() => 0), section.levels.map(() => -1)]
          : [null, ...price.flatMap((n, level) => [price.with(level, n + 1), price.with(level, n - 1)])];
      for (const other of changed(section, near)) {
        const fits = fitsByTrying(claim, other);
        expect(findSlacknessFault(claim, other) === null).toBe(fits);
        answers[fits ? 'fits' : 'not'] += 1;
      }
    }
    expect(answers.fits).toBeGreaterThan(5);
    expect(answers.not).toBeGreaterThan(5);
  });

  test('are refused for other tandems exactly where they do not fit them', () => {
    for (const { claim, section } of sections()) {
      const { tandems } = section;
      const pairs = claim.roster.mentors.flatMap((_, mentor) =>
        claim.roster.mentees.map((_, mentee) => ({ mentor, mentee })),
      );
      const others = [...tandems.map((_, at) => tandems.toSpliced(at, 1)), ...pairs.map(pair => [...tandems, pair])];
      for (const other of others) {
        const fits = fitsByTrying(claim, { ...section, tandems: other });
        expect(findSlacknessFault(claim, { ...section, tandems: other }) === null).toBe(fits);
      }
    }
  });

  test('prove what each level comes to, and neither one more nor one less', () => {
    const { claim, proof } = solved.get(name)!();
    for (const at of proof.levels.keys()) {
      for (const value of [(proof.levels[at]!.value ?? 0) + 1, (proof.levels[at]!.value ?? 0) - 1, null]) {
        const levels = proof.levels.with(at, { ...proof.levels[at]!, value });
        expect(refuted(findRefutation(claim, { ...proof, levels }))).toContain(
          `reach ${proof.levels[at]!.value} on the level ${proof.levels[at]!.level}`,
        );
      }
    }
  });

  test('are about the levels of the policy, each by its name', () => {
    const { claim, proof } = solved.get(name)!();
    const { levels } = proof;
    const named = levels.with(0, { ...levels[0]!, level: 'luck' });
    for (const other of [named, levels.slice(1), levels.slice(0, -1), [...levels, levels[0]!]]) {
      expect(refuted(findRefutation(claim, { ...proof, levels: other }))).toMatch(
        /^the proof is about the goals .*, but the goals of the run are .*ties$/u,
      );
    }
  });
});

describe('a list of prices', () => {
  const { claim, proof } = solvedClaim(PROGRAMMES['the usual objective']!);
  const withPrice = (kind: keyof Prices, index: number, price: readonly number[] | null): Proof => ({
    ...proof,
    prices: { ...proof.prices, [kind]: proof.prices[kind].with(index, price) },
  });
  const length = listLevelWorths(claim).length;

  test.each<[what: string, change: (price: readonly number[]) => readonly number[]]>([
    ['too short', price => price.slice(0, -1)],
    ['too long', price => [...price, 0]],
    ['without an entry', () => []],
    ['with a half', price => price.with(-1, 1.5)],
    ['with 2 to the power of 60', price => price.with(-1, 2 ** 60)],
    ['with one more than 2 to the power of 49', price => price.with(-1, 2 ** 49 + 1)],
    ['with as much less than nothing', price => price.with(-1, -(2 ** 49) - 1)],
    ['with what is not a number', price => price.with(-1, Number.NaN)],
    ['without an end', price => price.with(-1, Number.POSITIVE_INFINITY)],
  ])('%s is refused, and named', (_, change) => {
    const list = `is not a list of ${length} whole numbers`;
    const zeros = Array.from({ length }, () => 0);
    expect(refuted(findRefutation(claim, withPrice('mentors', 1, change(zeros))))).toBe(`the price of M1 (m1) ${list}`);
    expect(refuted(findRefutation(claim, withPrice('mentees', 2, change(zeros))))).toBe(`the price of E2 (e2) ${list}`);
    expect(refuted(findRefutation(claim, withPrice('limits', 0, change(zeros))))).toBe(
      `the price of the limit for mentees in Germany ${list}`,
    );
  });

  test('may hold 2 to the power of 49, and minus nothing', () => {
    const section = listSections(claim, listLevelWorths(claim), proof)[0]!;
    const none = section.prices.mentors[4]!;
    expect(none === null || none.length === length).toBe(true);
    for (const n of [2 ** 49, -(2 ** 49), -0]) {
      const fault = findRefutation(claim, withPrice('mentors', 0, proof.prices.mentors[0]!.with(-1, n)));
      expect(fault?.kind).not.toBe('price-unfit');
    }
  });

  test('that is missing is refused', () => {
    const { mentors } = proof.prices;
    const cut = { ...proof, prices: { ...proof.prices, mentors: mentors.slice(0, -1) } };
    expect(refuted(findRefutation(claim, cut))).toContain('the price of M4 (m4) is not a list');
  });
});

/** Two mentors and one mentee who fits one of them better: with `worst` behind `mentees`, the better one is taken. */
describe('the worst tandem', () => {
  const people = roster(
    [mentor('m0', { topics: ['a'] }), mentor('m1', { topics: ['a', 'b'] })],
    [mentee('e0', { topics: ['a', 'b'] }), mentee('e1', { topics: ['c'] })],
  );
  const said = terms({
    policy: policy({
      must: [],
      prefer: [preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 2 })],
      objective: [{ kind: 'mentees' }, { kind: 'worst' }],
    }),
    pairs: [note({ mentor: 0, mentee: 1, banned: true })],
  });
  const { claim, proof } = solvedClaim({ roster: people, terms: said });
  const worst = proof.worst!;
  const better = worst.better!;

  test('is as the programme has it: both are served, one by a mentor who shares nothing', () => {
    expect(claim.tandems).toMatchObject([
      { mentor: 0, mentee: 0 },
      { mentor: 1, mentee: 1 },
    ]);
    expect(proof.levels.map(({ value }) => value).slice(0, 2)).toEqual([2, 0]);
    expect(better).toMatchObject({ floor: 1, tandems: [expect.anything()] });
    expect(findRefutation(claim, proof)).toBeNull();
  });

  test.each<[what: string, change: Proof['worst'], says: string]>([
    ['nothing', null, 'the proof does not speak of the worst tandem, but the goals do'],
    [
      'no better tandems',
      { ...worst, better: null },
      'the proof does not show why the worst tandem cannot have 0.001 points',
    ],
    [
      'better ones from a higher score on',
      { ...worst, better: { ...better, floor: 2 } },
      'the proof does not show why the worst tandem cannot have 0.001 points',
    ],
    [
      'better ones from our own score on',
      { ...worst, better: { ...better, floor: 0 } },
      'the proof does not show why the worst tandem cannot have 0.001 points',
    ],
    ['our own tandems as better ones', { ...worst, better: { ...better, tandems: claim.tandems } }, 'leaves this out'],
  ])('is not proven by %s', (_, change, says) => {
    expect(refuted(findRefutation(claim, { ...proof, worst: change }))).toContain(says);
  });

  test('is not proven where better tandems come to as much before it', () => {
    const served = mentee('e0', { topics: ['a', 'b'] });
    const among = (topics: readonly (readonly string[])[]) =>
      roster(
        topics.map((own, m) => mentor(`m${m}`, { topics: own })),
        [served],
      );
    const objective = [{ kind: 'mentees' }] as const;
    const asked = { ...said, pairs: [] };
    // Whoever is taken where scores count for nothing is the worse of two who serve the same mentee.
    const plain = solvedClaim({
      roster: among([[], []]),
      terms: { ...asked, policy: { ...said.policy, objective } },
    });
    const ours = plain.claim.tandems[0]!.mentor;
    const worse = solvedClaim({
      roster: among([0, 1].map(m => (m === ours ? ['a'] : ['a', 'b']))),
      terms: asked,
    });
    const lying = { ...worse.claim, tandems: [{ mentor: ours, mentee: 0 }] };
    const [mentees, ties] = plain.proof.levels as [LevelValue, LevelValue];
    const free = { mentors: [[0], [0]], mentees: [[0]], limits: [] };
    const lie: Proof = {
      levels: [mentees, { level: 'worst', value: 1000 }, ties],
      prices: plain.proof.prices,
      worst: { all: free, better: { floor: 1001, tandems: [{ mentor: 1 - ours, mentee: 0 }], prices: free } },
    };
    // All prices fit. Only that the better tandem serves no fewer mentees refutes the proof.
    for (const section of listSections(lying, listLevelWorths(lying), lie))
      expect(findSlacknessFault(lying, section)).toBeNull();
    expect(refuted(findRefutation(lying, lie))).toBe(
      'other tandems that all have at least 1.001 points are as good on the levels before worst',
    );
  });

  test('is not spoken of where it is no level', () => {
    const { claim, proof } = solvedClaim(PROGRAMMES['the usual objective']!);
    expect(refuted(findRefutation(claim, { ...proof, worst }))).toBe(
      'the proof is about the worst tandem, but the goals are not',
    );
  });
});

describe('the least cost of a pair', () => {
  test('is what its people and limits ask, less what it is worth', () => {
    const { claim, proof } = solvedClaim(PROGRAMMES['the usual objective']!);
    const costs = makeLeastCost(claim, proof);
    const levels = listLevelWorths(claim);
    const { prices } = proof;
    let said = 0;
    claim.roster.mentors.forEach(({ country: from }, m) => {
      claim.roster.mentees.forEach(({ country: to }, e) => {
        const limits = claim.terms.limits.flatMap(({ side, countries }, l) =>
          countries.includes(side === 'mentor' ? from : to) ? [prices.limits[l]!] : [],
        );
        const asked = [prices.mentors[m]!, prices.mentees[e]!, ...limits];
        const isOpen = claim.roster.mentors[m]!.capacity > 0 && !asked.includes(null as never);
        const cost = levels.map(
          ({ pair }, level) => asked.reduce((sum, price) => sum + (price?.[level] ?? 0), 0) - pair(m, e),
        );
        expect(costs(m, e)).toEqual(isOpen ? cost : null);
        if (isOpen) said += 1;
      });
    });
    expect(said).toBeGreaterThan(10);
  });

  test('is never more than what the pair costs where it is locked, with a worst tandem or without', () => {
    for (const name of ['the usual objective', 'the worst tandem first']) {
      const { roster, terms } = PROGRAMMES[name]!;
      const { claim, proof } = solved.get(name)!();
      const costs = makeLeastCost(claim, proof);
      const pairs = roster.mentors.flatMap((_, m) => roster.mentees.map((_, e) => [m, e] as const));
      const free = pairs.filter(
        ([m, e]) => claim.eligibility.barred(m, e) === 0 && !claim.tandems.some(t => t.mentor === m && t.mentee === e),
      );
      for (const [m, e] of free.filter((_, at) => at % 3 === 0)) {
        const forced = match(roster, {
          ...terms,
          pairs: [...terms.pairs, note({ mentor: m, mentee: e, locked: true })],
        });
        if (forced.kind !== 'matched') continue;
        const least = costs(m, e);
        const loss = proof.levels.map(({ level, value }) => {
          const other = forced.proof.levels.find(known => known.level === level);
          return level === DEMANDS ? 0 : (value ?? 0) - (other?.value ?? 0);
        });
        expect(least, `${m} ${e}`).not.toBeNull();
        expect(compareCosts(least!, loss)).toBeLessThanOrEqual(0);
      }
    }
  });

  test('goes level after level', () => {
    expect(compareCosts([1, 2], [1, 3])).toBeLessThan(0);
    expect(compareCosts([1, 4], [1, 3])).toBeGreaterThan(0);
    expect(compareCosts([0, 9], [1, 0])).toBeLessThan(0);
    expect(compareCosts([1, 2], [1, 2, 5])).toBe(0);
    expect(compareCosts([], [1])).toBe(0);
  });
});

test('nobody with a tandem, nothing worst: proven so, by a word on it', () => {
  const nobody = solvedClaim({
    roster: roster([mentor('m0', { languages: ['en'] })], [mentee('e0', { languages: ['pl'] })]),
    terms: terms({ policy: policy({ objective: [{ kind: 'mentees' }, { kind: 'worst' }] }) }),
  });
  expect(nobody.claim.tandems).toEqual([]);
  expect(nobody.proof.levels.map(({ value }) => value)).toEqual([0, null, 0]);
  expect(findRefutation(nobody.claim, nobody.proof)).toBeNull();
});
