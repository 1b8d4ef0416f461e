import { describe, expect, test } from 'vitest';
import { instrumented } from '../../scripts/mutants/instrument.js';
import { type Mutant, mutantsOf } from '../../scripts/mutants/operators.js';
import { reportOf } from '../../scripts/mutants/report.js';

const CODE = `
function leastOf(list, most) {
  let least = most;
  for (const n of list) if (n < least && n > 0) least = n;
  return list.some(n => n > 3) ? least + 1 : least;
}`;

function numbered(code: string): (Mutant & { number: number })[] {
  return mutantsOf('src/least.ts', code).map((mutant, index) => ({ ...mutant, number: index + 1 }));
}

/** What the function returns, with the switch of one mutant on. */
function valueWith(on: number, list: readonly number[], most: number): unknown {
  const code = instrumented(CODE, numbered(CODE));
  const build = new Function('$mutant', `${code}; return leastOf;`);
  return build((number: number) => number === on)(list, most);
}

describe('mutants of a file', () => {
  test('change conditions, comparisons, logic, sums, numbers, calls and statements', () => {
    const changes = numbered(CODE).map(
      ({ operator, original, replacement }) => `${operator}: ${original} → ${replacement}`,
    );
    expect(changes).toEqual(
      expect.arrayContaining([
        'condition: n < least && n > 0 → true',
        'logic: n < least && n > 0 → n < least || n > 0',
        'comparison: n < least → n <= least',
        'literal: 0 → -1',
        'statement: least = n; → ',
        'call: list.some(n => n > 3) → list.every(n => n > 3)',
        'arithmetic: least + 1 → least - 1',
      ]),
    );
  });

  test('stand in one build, which does without them what the file does', () => {
    expect(valueWith(0, [5, 2], 9)).toBe(3);
  });

  test('change, switched on one at a time, what they are to change and nothing else', () => {
    const values = numbered(CODE).map(({ number, original, replacement }) => ({
      change: `${original} → ${replacement}`,
      value: valueWith(number, [5, 2], 9),
    }));
    expect(values).toContainEqual({ change: 'least + 1 → least - 1', value: 1 });
    expect(values).toContainEqual({ change: 'least = n; → ', value: 10 });
    expect(values).toContainEqual({ change: 'list.some(n => n > 3) → list.every(n => n > 3)', value: 2 });
    expect(values).toContainEqual({ change: 'n < least && n > 0 → false', value: 10 });
  });

  test('keep their ids where the lines around them stay as they are', () => {
    const ids = (code: string) => numbered(code).map(({ id }) => id);
    expect(ids(`const moved = 1;\n${CODE}`)).toEqual(expect.arrayContaining(ids(CODE)));
    expect(new Set(ids(CODE)).size).toBe(ids(CODE).length);
  });
});

describe('the report on mutants', () => {
  const one = numbered(CODE)[0]!;
  const other = numbered(CODE)[1]!;
  const row = ({ id }: Mutant) => `| \`${id}\` | src/least.ts:3 | a → b | equivalent because it is |`;

  test('asks for a reason for each survivor', () => {
    const found = [
      { ...one, killer: 'a test' },
      { ...other, killer: null },
    ];
    expect(reportOf(found, '', 0.5)).toMatchObject({ isGood: false, text: expect.stringContaining(other.id) });
    expect(reportOf(found, row(other), 0.5)).toMatchObject({ isGood: true });
    expect(reportOf(found, row(other), 0.6)).toMatchObject({ isGood: false });
  });

  test('tells of reasons that are about nothing any more', () => {
    const found = [{ ...one, killer: 'a test' }];
    expect(reportOf(found, row(one), 0.5)).toMatchObject({
      isGood: false,
      text: expect.stringContaining(`${one.id} has a reason, but is killed or not there any more`),
    });
  });
});
