import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/domain/policy.ts';
import { findChangedPolicy, findChangedSettings } from '../../../src/features/verify/changed-settings.ts';
import { readHeldPolicy } from '../../../src/parse/config/held-policy.ts';
import { PRESETS } from '../../../src/parse/config/presets.ts';
import { policy, preference, rule } from '../../support/rosters.ts';
import { refuted } from '../../support/told.ts';

describe('settings', () => {
  test.each<[then: object, now: object, says: string | null]>([
    [{}, {}, null],
    [{ columns: {} }, {}, null],
    [{ columns: { a: ['x', 'y'] } }, { columns: { a: ['x', 'y'] } }, null],
    [
      { columns: { a: 'x' } },
      { columns: { a: 'y' } },
      'columns.a was changed since this run: it was "x", and is "y" now',
    ],
    [{ columns: { a: 'x' } }, {}, 'columns.a was changed since this run: it was "x", and is not set now'],
    [{}, { columns: { a: null } }, 'columns.a was changed since this run: it was not set, and is null now'],
    [
      { values: { status: { a: 'b' } } },
      { values: { status: { a: 'c' } } },
      'values.status.a was changed since this run: it was "b", and is "c" now',
    ],
    [
      { values: {} },
      { values: { status: { a: 'c' } } },
      'values.status was changed since this run: it was not set, and is {"a":"c"} now',
    ],
    [{ columns: 7 }, { columns: { a: 'x' } }, 'columns was changed since this run: it was 7, and is {"a":"x"} now'],
    [{ columns: null }, { columns: { a: 1 } }, 'columns was changed since this run: it was null, and is {"a":1} now'],
    [{ columns: { a: 1 } }, { columns: null }, 'columns was changed since this run: it was {"a":1}, and is null now'],
    [{ a: { __proto__: null, x: 1 } }, { a: { x: 2 } }, 'a.x was changed since this run: it was 1, and is 2 now'],
    [
      JSON.parse('{"a":{"__proto__":1}}'),
      { a: {} },
      'a.__proto__ was changed since this run: it was 1, and is not set now',
    ],
    [{ a: { toString: 1 } }, { a: {} }, 'a.toString was changed since this run: it was 1, and is not set now'],
    [{ a: 'x'.repeat(300) }, { a: 1 }, `a was changed since this run: it was "${'x'.repeat(199)} …, and is 1 now`],
    [
      { a: 1, b: { c: 1, d: 1 }, e: 1 },
      { a: 2, b: { c: 2, d: 2 }, e: 2 },
      'a was changed since this run: it was 1, and is 2 now (changed as well: b.c, b.d and e)',
    ],
  ])('%j and %j', (then, now, says) => {
    expect(refuted(findChangedSettings(then as Record<string, unknown>, now as Record<string, unknown>))).toBe(says);
  });
});

const FULL: Policy = policy({
  levels: ['junior', 'senior'],
  start: '2026-03-01',
  repeatAfterMonths: 12,
  pairsOnly: true,
  must: [rule({ rule: 'at-most-apart', field: 'level', by: 1.5 }), ...PRESETS.reverse.must],
  prefer: [
    ...PRESETS.reverse.prefer.filter(({ rule }) => rule !== 'wished'),
    preference({ rule: 'wished', weight: -3, ranks: [1000, 333, 7] }),
  ],
  objective: [{ kind: 'mentees' }, { kind: 'preference', preference: 'topics' }, { kind: 'worst' }],
});

/** Ways to change a policy, and what each is called. */
const CHANGES: readonly [change: Partial<Policy>, setting: string][] = [
  [{ preset: 'peer' }, 'preset'],
  [{ levels: ['senior', 'junior'] }, 'levels'],
  [{ start: '2026-03-02' }, 'start'],
  [{ repeatAfterMonths: null }, 'repeat'],
  [{ pairsOnly: false }, 'pairs'],
  [{ must: FULL.must.slice(1) }, 'must.at-most-apart'],
  [{ must: FULL.must.with(0, { ...FULL.must[0]!, by: 1 }) }, 'must.at-most-apart.by'],
  [{ must: FULL.must.toReversed() }, 'must'],
  [{ prefer: FULL.prefer.with(4, { ...FULL.prefer[4]!, ranks: [1000, 333, 8] }) }, 'prefer.wished.ranks'],
  [{ prefer: FULL.prefer.with(4, { ...FULL.prefer[4]!, ranks: null }) }, 'prefer.wished.ranks'],
  [{ prefer: FULL.prefer.with(0, { ...FULL.prefer[0]!, weight: 101 }) }, 'prefer.cross-department.weight'],
  [{ prefer: FULL.prefer.with(0, { ...FULL.prefer[0]!, field: 'city' }) }, 'prefer.cross-department.field'],
  [{ objective: [{ kind: 'mentees' }, { kind: 'worst' }] }, 'objective'],
];

describe('a policy', () => {
  test('has no change where nothing is other', () => {
    expect(findChangedPolicy(FULL, structuredClone(FULL))).toBeNull();
  });

  test.each<[change: Partial<Policy>, says: string]>([
    [{ repeatAfterMonths: null }, 'repeat was changed since this run: it was {"afterMonths":12}, and is "never" now'],
    [{ repeatAfterMonths: 6 }, 'repeat.afterMonths was changed since this run: it was 12, and is 6 now'],
    [
      { must: [...FULL.must, { name: 'same', rule: 'same', field: 'city', by: null }] },
      'must.same was changed since this run: it was not set, and is {"rule":"same","field":"city"} now',
    ],
    [
      { prefer: [...FULL.prefer, { name: 'above', rule: 'above', field: 'level', by: 2, weight: 5, ranks: null }] },
      'prefer.above was changed since this run: it was not set, and is {"rule":"above","field":"level","by":2,"weight":5} now',
    ],
    [
      { must: FULL.must.with(0, { ...FULL.must[0]!, rule: 'not-vetoed', field: '', by: null }) },
      'must.at-most-apart.field was changed since this run: it was "level", and is not set now (changed as well: must.at-most-apart.by and must.at-most-apart.rule)',
    ],
  ])('%j says what it was, and is', (change, says) => {
    expect(refuted(findChangedPolicy(FULL, { ...FULL, ...change }))).toBe(says);
  });

  test.each(CHANGES)('%j is called %s', (change, setting) => {
    const said = refuted(findChangedPolicy(FULL, { ...FULL, ...change }));
    expect(said?.startsWith(`${setting} was changed since this run: it was `), said ?? '').toBe(true);
  });
});

describe('the policy that a certificate holds', () => {
  test.each(Object.entries(PRESETS))('is read as it was written: preset %s', (preset, rules) => {
    const held = policy({ ...rules, preset: preset as Policy['preset'] });
    expect(readHeldPolicy(JSON.parse(JSON.stringify(held)))).toEqual(held);
  });

  test('is read as it was written, whatever is in it', () => {
    expect(readHeldPolicy(structuredClone(FULL))).toEqual(FULL);
    for (const [change] of CHANGES)
      expect(readHeldPolicy({ ...FULL, ...change }), JSON.stringify(change)).not.toBeNull();
  });

  test('may rank wishes by any thousandth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fit => {
        const prefer = [preference({ rule: 'wished', weight: 1, ranks: [fit] })];
        const held = policy({ prefer, objective: [{ kind: 'score' }] });
        expect(readHeldPolicy(held)).toEqual(held);
      }),
      { numRuns: 1001 },
    );
  });

  const [first] = FULL.must;
  test.each<[what: string, written: unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a key less', { ...FULL, start: undefined }],
    ['a key more', { ...FULL, more: 1 }],
    ['a key more in a rule', { ...FULL, must: [{ ...first, more: 1 }] }],
    ['a key more in a level', { ...FULL, objective: [{ kind: 'mentees', preference: 'topics' }] }],
    ['another preset', { ...FULL, preset: 'mine' }],
    ['another rule', { ...FULL, must: [{ ...first, rule: 'near' }] }],
    ['a rule without a name', { ...FULL, must: [{ ...first, name: '' }] }],
    ['a name with a line in it', { ...FULL, must: [{ ...first, name: 'a\nb' }] }],
    ['two rules of one name', { ...FULL, must: [first, first] }],
    ['the name of a level', { ...FULL, prefer: [{ ...FULL.prefer[1], name: 'score' }] }],
    ['a distance for nothing', { ...FULL, must: [rule({ rule: 'same', field: 'city', by: 1 })] }],
    ['no distance', { ...FULL, must: [{ ...first, by: null }] }],
    ['a distance of words', { ...FULL, must: [{ ...first, field: 'city' }] }],
    ['a field for nothing', { ...FULL, must: [rule({ rule: 'not-vetoed', field: 'city' })] }],
    ['no field', { ...FULL, must: [rule({ rule: 'same', field: '' })] }],
    ['half a point', { ...FULL, prefer: [{ ...FULL.prefer[0], weight: 0.5 }] }],
    ['a huge weight', { ...FULL, prefer: [{ ...FULL.prefer[0], weight: 1e9 }] }],
    ['ranks for nothing', { ...FULL, prefer: [{ ...FULL.prefer[0], ranks: [1000] }] }],
    ['a rank above all', { ...FULL, prefer: [{ ...FULL.prefer[4], ranks: [1001] }] }],
    ['half a thousandth', { ...FULL, prefer: [{ ...FULL.prefer[4], ranks: [0.5] }] }],
    ['no objective', { ...FULL, objective: [] }],
    ['an unknown preference', { ...FULL, objective: [{ kind: 'preference', preference: 'x' }] }],
    ['a level called like a preference', { ...FULL, objective: [{ kind: 'preference', preference: 'score' }] }],
    ['a level twice', { ...FULL, objective: [{ kind: 'mentees' }, { kind: 'mentees' }] }],
    ['the worst tandem first', { ...FULL, objective: [{ kind: 'worst' }] }],
    ['a day that is none', { ...FULL, start: '2026-02-30' }],
    ['no day for months', { ...FULL, start: '' }],
    ['months below none', { ...FULL, repeatAfterMonths: -1 }],
    ['a level of seniority twice', { ...FULL, levels: ['a', 'A'] }],
    ['more levels than there may be', { ...FULL, levels: Array.from({ length: 1001 }, (_, level) => `${level}`) }],
    [
      'more rules than there may be',
      { ...FULL, must: Array.from({ length: 29 }, (_, at) => ({ ...first, name: `${at}` })) },
    ],
  ])('is none with %s', (_, written) => {
    expect(readHeldPolicy(written)).toBeNull();
  });
});
