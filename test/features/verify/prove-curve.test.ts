import { describe, expect, test } from 'vitest';
import { setWorth } from '../../../src/domain/objective-levels.ts';
import type { Level } from '../../../src/domain/policy.ts';
import { match } from '../../../src/features/match/match.ts';
import { proveCurve } from '../../../src/features/verify/prove-curve.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { buildCurve } from '../../../src/render/run/curve.ts';
import {
  CROSS_DEPARTMENT,
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  roster,
  terms,
} from '../../support/rosters.ts';

/** The points of each pair: to change two tandems brings 4 points each, to change all three 2 for the third. */
const POINTS = [
  [0, 4, -1],
  [4, 0, 3],
  [3, -1, 0],
];

/** As many mentors as mentees, who were tandems in the previous run on the diagonal; all but one mentee across departments. */
function makeProgramme(objective: readonly Level[], points: readonly (readonly number[])[] = POINTS): Programme {
  const people = points.map((_, index) => index);
  const pairs = people.flatMap(m =>
    people.map(e => note({ mentor: m, mentee: e, listed: true, points: 1000 * points[m]![e]!, kept: m === e })),
  );
  return {
    roster: roster(
      people.map(m => mentor(`m${m}`, { department: 'IT' })),
      people.map(e => mentee(`e${e}`, { department: e === 0 ? 'IT' : 'Sales' })),
    ),
    terms: terms({
      policy: policy({ must: [], prefer: [CROSS_DEPARTMENT], objective }),
      limits: [limit({ place: 'DE', side: 'mentor' })],
      pairs,
    }),
  };
}

const KEEPING = makeProgramme([{ kind: 'mentees' }, { kind: 'kept' }, { kind: 'score' }]);

// biome-ignore lint/suspicious/noExplicitAny: corners are changed in ways that their type forbids
type Json = any;

/** curve.json with the best tandems at these thousandths of a point a change. */
function writeCurve({ roster, terms }: Programme, worths: readonly (number | null)[]): Json {
  const corners = worths.map(worth => {
    const outcome = match(roster, setWorth(terms, worth));
    if (outcome.kind !== 'matched') throw new Error(outcome.kind);
    const figures = { changes: 0, score: 0, levels: [] };
    return { worth, tandems: outcome.matching.tandems, proof: outcome.proof, figures };
  });
  return JSON.parse(JSON.stringify(buildCurve('0123456789ab', corners, roster, terms.limits)));
}

function prove(curve: unknown, { roster, terms }: Programme = KEEPING) {
  const bytes = new TextEncoder().encode(JSON.stringify(curve));
  return proveCurve(bytes, { roster, terms, pairing: makePairing(roster, terms) });
}

/** What each corner comes to: changes and points. */
function figuresOf(proven: ReturnType<typeof prove>): readonly (readonly [changes: number, points: number])[] {
  if ('kind' in proven) throw new Error(JSON.stringify(proven));
  return proven.map(({ figures: { changes, score } }) => [changes, score / 1000]);
}

const MORE = { kind: 'too-many-mentees', bound: 1 };
const PAIR = { kind: 'pair-price' };
const LEVELS = { kind: 'levels-differ' };

/** The last corner is worth 1.001 points a change; in floating point, a thousand times that is less than 1001. */
const CURVE = writeCurve(KEEPING, [null, 3000, 1001]);

/** What is said of a curve of which one corner, numbered from 0, is another. */
function proveChanged(at: number, change: (corner: Json) => void, programme = KEEPING) {
  const curve = structuredClone(CURVE);
  change(curve.corners[at]);
  return prove(curve, programme);
}

describe('the corners of curve.json', () => {
  test('come to what their tandems come to, whatever is said of them', () => {
    const figures = [
      [0, 0],
      [2, 8],
      [3, 10],
    ];
    expect(figuresOf(prove(CURVE))).toEqual(figures);
    expect(figuresOf(prove(writeCurve(KEEPING, [null])))).toEqual([[0, 0]]);
    expect(figuresOf(proveChanged(1, corner => Object.assign(corner, { changes: 9, points: 99 })))).toEqual(figures);
  });

  test('have the worth of a change in whole thousandths', () => {
    expect(1000 * 1.001).toBeLessThan(1001);
    expect(prove(CURVE)).toMatchObject([{ worth: null }, { worth: 3000 }, { worth: 1001 }]);
  });

  test('have what their tandems come to on the levels that changes may cost', () => {
    const across: Level = { kind: 'preference', preference: CROSS_DEPARTMENT.name };
    const programme = makeProgramme([{ kind: 'mentees' }, { kind: 'kept' }, across, { kind: 'score' }]);
    expect(prove(writeCurve(programme, [null, 0]), programme)).toMatchObject([
      { figures: { changes: 0, levels: [{ level: CROSS_DEPARTMENT.name, value: 2 }] } },
      { figures: { changes: 3, levels: [{ level: CROSS_DEPARTMENT.name, value: 2 }] } },
    ]);
  });

  test('may have as many changes as the one before, if they have more points', () => {
    // Nobody was in a tandem: what more points cost is a tandem across departments.
    const across: Level = { kind: 'preference', preference: CROSS_DEPARTMENT.name };
    const { roster, terms } = makeProgramme(
      [{ kind: 'kept' }, { kind: 'tandems' }, across, { kind: 'score' }],
      [[5, 2]],
    );
    const alone: Programme = {
      roster: { ...roster, mentees: [mentee('e0', { department: 'IT' }), mentee('e1', { department: 'Sales' })] },
      terms: {
        ...terms,
        pairs: [0, 1].map(e => note({ mentor: 0, mentee: e, listed: true, points: [5000, 2000][e]! })),
      },
    };
    expect(figuresOf(prove(writeCurve(alone, [null, 0]), alone))).toEqual([
      [0, 2],
      [0, 5],
    ]);
  });
});

describe('curve.json is refuted', () => {
  test('where it is none', () => {
    expect(prove({ ...CURVE, corners: [] })).toEqual({ kind: 'curve-broken' });
    expect(prove(null)).toEqual({ kind: 'curve-broken' });
  });

  test('where it does not begin with the fewest changes', () => {
    expect(prove(writeCurve(KEEPING, [3000, 1001]))).toEqual({ kind: 'curve-broken' });
    expect(prove(writeCurve(KEEPING, [0]))).toEqual({ kind: 'curve-broken' });
  });

  test('where a corner has no more points than the one before', () => {
    expect(prove(writeCurve(KEEPING, [null, 1001, 3000]))).toEqual({ kind: 'curve-broken' });
    expect(prove(writeCurve(KEEPING, [null, 3000, 3001]))).toEqual({ kind: 'curve-broken' });
    expect(prove(writeCurve(KEEPING, [null, null]))).toEqual({ kind: 'curve-broken' });
  });

  test.each<[what: string, corner: number, change: (corner: Json) => void, why: object]>([
    [
      'tandems of somebody who takes no part',
      1,
      corner => Object.assign(corner.tandems[0], { mentee: 'e9' }),
      { kind: 'tandems-of-nobody' },
    ],
    ['no price for somebody', 2, corner => corner.prices.mentors.pop(), { kind: 'price-missing', of: 'm2' }],
    ['no price for a limit', 0, corner => corner.prices.limits.pop(), { kind: 'price-missing', of: 'mentor DE' }],
    ['a mentor with a tandem too many', 0, corner => corner.tandems.push({ mentor: 'm0', mentee: 'e1' }), MORE],
    ['the tandems of another corner', 2, corner => Object.assign(corner, { tandems: CURVE.corners[1].tandems }), PAIR],
    ['the worth of another corner', 2, corner => Object.assign(corner, { worthAChange: 3 }), PAIR],
    ['a worth where there is none', 0, corner => Object.assign(corner, { worthAChange: 3 }), LEVELS],
    ['no worth where there is one', 1, corner => Object.assign(corner, { worthAChange: null }), LEVELS],
    ['the prices of another corner', 2, corner => Object.assign(corner, { prices: CURVE.corners[1].prices }), PAIR],
  ])('where a corner has %s', (_, at, change, why) => {
    expect(proveChanged(at, change)).toMatchObject({ kind: 'curve-corner', corner: at + 1, why });
  });

  test('where two people of a corner may not meet', () => {
    const { roster, terms } = KEEPING;
    const pairs = terms.pairs.map(pair => (pair.mentor === 0 && pair.mentee === 1 ? { ...pair, banned: true } : pair));
    const banning = { roster, terms: { ...terms, pairs } };
    const why = { kind: 'barred-tandem', pair: { mentor: { id: 'm0' }, mentee: { id: 'e1' } } };
    expect(prove(CURVE, banning)).toMatchObject({ kind: 'curve-corner', corner: 2, why });
  });
});
