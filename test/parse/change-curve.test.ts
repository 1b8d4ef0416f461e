import { describe, expect, test } from 'vitest';
import { readCurve } from '../../src/parse/change-curve.ts';

/** A corner with prices of one mentor, one mentee and one limit. */
function corner(given: object = {}) {
  const prices = {
    mentors: [{ id: 'm1', price: [1, 2] }],
    mentees: [{ id: 'e1', price: null }],
    limits: [{ side: 'mentor', place: 'DE', price: [0, 0] }],
  };
  return {
    ...{ worthAChange: 1.5, changes: 2, points: 7.25, between: [{ level: 'cross-department', value: 1 }] },
    ...{ tandems: [{ mentor: 'm1', mentee: 'e1' }], levels: [{ level: 'mentees', value: 1 }], prices, worst: null },
    ...given,
  };
}

/** What is read of a curve with these corners, and whatever else is given. */
function read(corners: unknown, given: object = {}) {
  const curve = { schemaVersion: 1, run: '0123456789ab', corners, seal: 'sha256:0', ...given };
  return readCurve(new TextEncoder().encode(JSON.stringify(curve)));
}

describe('curve.json', () => {
  test('has corners, each with its tandems and its prices by id', () => {
    expect(read([corner({ worthAChange: null }), corner()])).toMatchObject([
      { worthAChange: null },
      {
        worthAChange: 1.5,
        tandems: [{ mentor: 'm1', mentee: 'e1' }],
        levels: [{ level: 'mentees', value: 1 }],
        prices: {
          mentors: new Map([['m1', [1, 2]]]),
          mentees: new Map([['e1', null]]),
          limits: new Map([['mentor DE', [0, 0]]]),
        },
        worst: null,
      },
    ]);
  });

  test('may have levels without a value, and says what the worst tandem is proven by', () => {
    const { prices } = corner();
    const better = { floor: 3, tandems: [{ mentor: 'm1', mentee: 'e1' }], prices };
    const levels = [{ level: 'worst', value: null }];
    expect(read([corner({ levels, worst: { all: prices, better } })])).toMatchObject([
      { levels, worst: { better: { floor: 3, prices: { mentors: new Map([['m1', [1, 2]]]) } } } },
    ]);
  });

  test('is none without corners, or with more than anybody writes', () => {
    const many = (count: number) => Array.from({ length: count }, () => corner());
    expect(read([])).toBeNull();
    expect(read(many(20))).toHaveLength(20);
    expect(read(many(21))).toBeNull();
  });

  test('is none where it is no JSON, or says something twice', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const text = JSON.stringify({ schemaVersion: 1, run: 'r', corners: [corner()], seal: 's' });
    expect(readCurve(bytes(text))).toHaveLength(1);
    expect(readCurve(bytes(text.slice(1)))).toBeNull();
    expect(readCurve(bytes(text.replace('{', '{"run":"r",')))).toBeNull();
  });

  const { prices } = corner();
  const twice = { ...prices, mentors: [...prices.mentors, { id: 'm1', price: null }] };
  const tandem = { mentor: 'm1', mentee: 'e1' };
  const level = { level: 'mentees', value: 1 };

  test.each<[what: string, corner: object]>([
    ['a price twice', { prices: twice }],
    ['a price twice behind its worst tandem', { worst: { all: twice, better: null } }],
    ['half a change', { changes: 1.5 }],
    ['no number of points', { points: null }],
    ['a worth below nothing', { worthAChange: -1 }],
    ['no worth', { worthAChange: undefined }],
    ['something more', { more: 1 }],
    ['something more of a tandem', { tandems: [{ ...tandem, more: 1 }] }],
    ['a tandem of one', { tandems: [{ mentor: 'm1' }] }],
    ['something more of a level', { levels: [{ ...level, more: 1 }] }],
    ['something more of a level between', { between: [{ ...level, more: 1 }] }],
    ['more levels than there are', { levels: Array.from({ length: 1001 }, () => level) }],
  ])('is none where a corner has %s', (_, given) => {
    // The one before is as it should be.
    expect(read([corner(), corner(given)])).toBeNull();
  });

  test('is none where something else is not as it is written', () => {
    expect(read([corner()], { more: 1 })).toBeNull();
    expect(read([corner()], { schemaVersion: 2 })).toBeNull();
    expect(read([corner()], { seal: undefined })).toBeNull();
  });
});
