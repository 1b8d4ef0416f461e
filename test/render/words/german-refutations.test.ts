import { expect, test } from 'vitest';
import { emptyFile } from '../../../src/domain/problems.ts';
import type { Refutation, RefutationKind } from '../../../src/domain/refutation.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { tellRefutation } from '../../../src/render/words/refutation.ts';
import { findEnglish } from '../../support/german.ts';

function expectGerman(text: string): void {
  expect(text).not.toBe('');
  expect(findEnglish(text)).toEqual([]);
}

const person = { name: 'Ada', id: 'm1' };
const pair = { mentor: person, mentee: { name: 'Eva', id: 'e1' } };
const limit = { place: 'DE', side: 'mentee' } as const;
const load = { mentor: person, mentees: 2, bound: 1 };
const use = { limit, tandems: 2, bound: 1 };
const both = { found: 'x', expected: 'y' };

/** One of each: the compiler asks for those that lack. */
const REFUTATIONS: { readonly [Kind in RefutationKind]: readonly Omit<Refutation<Kind>, 'kind'>[] } = {
  'input-changed': (['mentors', 'limits', 'history'] as const).map(role => ({ role, path: 'x.csv' })),
  'input-added': (['limits', 'pairs', 'previous', 'carryOver'] as const).map(role => ({ role })),
  'history-files': [{ before: 1, now: 2 }],
  'setting-changed': [{ setting: 'preset', was: null, is: '1', also: ['start'] }],
  'inputs-with-errors': [{}],
  'decisions-changed': (['declined', 'approved', 'previous'] as const).map(list => ({ list })),
  'certificate-broken': [
    ...(['not-plain', 'too-large', 'two-prices'] as const).map(kind => ({ fault: { kind } })),
    ...['', 'x'].map(path => ({ fault: { kind: 'malformed' as const, path } })),
  ],
  'certificate-of-other-form': [{ program: 'rmentor 1.0.0' }],
  'certificate-edited': [{}],
  'price-missing': (['mentors', 'mentees', 'limits'] as const).map(list => ({ list, of: 'x' })),
  'price-of-nobody': (['mentors', 'mentees', 'limits'] as const).map(list => ({ list })),
  'tandems-of-nobody': [{}],
  'file-missing': [{ file: 'x.csv' }],
  'file-foreign': [{ file: 'x.csv' }],
  'file-of-other-run': [null, '0123456789ab'].map(expected => ({
    file: 'summary.json',
    run: 'ba9876543210',
    expected,
  })),
  'other-tandems': [null, { kind: 'tandem-twice', pair } as const].map(why => ({ file: 'tandems.csv', why })),
  'file-unreadable': [{ file: 'x.csv', problem: emptyFile('x.csv') }],
  'file-faulty': (
    [
      { kind: 'invisible' },
      { kind: 'column-missing', columns: ['x'] },
      { kind: 'unknown-person', row: 2, side: 'mentor', id: 'x' },
      { kind: 'unknown-status', row: 2, status: 'x' },
    ] as const
  ).map(fault => ({ file: 'x.csv', fault })),
  'table-differs': (
    [
      { kind: 'columns-missing', columns: ['x'] },
      { kind: 'columns-missing', columns: ['x', 'y'] },
      { kind: 'column-twice', column: 'x' },
      { kind: 'ragged', row: 2, cells: 3, expected: 4 },
      { kind: 'row-twice' },
      { kind: 'row-missing', row: 'm1' },
      { kind: 'cell', row: 'm1', column: 'x', ...both },
      { kind: 'rows-more', rows: 2 },
    ] as const
  ).map(difference => ({ file: 'x.csv', difference })),
  'name-differs': (['name', 'email'] as const).map(field => ({ row: 2, side: 'mentor', field, ...both })),
  'summary-not-plain': [{ file: 'summary.json' }],
  'summary-differs': [{ file: 'summary.json', path: 'x', ...both }],
  'page-differs': [{ file: 'summary.md', line: 2, ...both }],
  'page-longer': [{ file: 'summary.md', lines: 2 }],
  'curve-broken': [{}],
  'curve-corner': [{ corner: 2, why: { kind: 'tandems-of-nobody' } }],
  'barred-tandem': [{ pair, bars: ['x'] }],
  'tandem-twice': [{ pair }],
  'too-many-mentees': [load],
  'too-few-mentees': [load],
  'too-many-mentors': [{ mentee: person, mentors: 2, bound: 1 }],
  'above-limit': [use],
  'below-minimum': [use],
  'demand-missed': (['lock', 'continues', 'approved'] as const).map(by => ({ pair, by })),
  'levels-differ': [{ proven: ['x'], asked: ['y'] }],
  'worst-not-asked': [{}],
  'worst-not-proven': [{}],
  'worst-unexplained': [{ score: 1500 }],
  'worst-may-be-better': [{ score: 1500 }],
  'level-value': [{ level: 'x', reached: 1, claimed: null }],
  'price-unfit': [{ of: { kind: 'limit', ...limit }, levels: 1 }],
  'unit-price': (['left-out', 'fewer-better', 'more-better'] as const).flatMap(fault =>
    (
      [
        { kind: 'mentor', ...person },
        { kind: 'mentee', ...person },
        { kind: 'limit', ...limit },
      ] as const
    ).map(of => ({
      ...{ of, used: 1, most: 2, fault },
    })),
  ),
  'pair-price': (['mentor-left-out', 'mentee-left-out', 'should-be', 'should-not-be'] as const).map(fault => ({
    pair,
    fault,
  })),
  'proof-counts-twice': [{}],
  'proof-counts-barred': [{}],
};

test.each(Object.entries(REFUTATIONS))('what refutes a run is said in German: %s', (kind, all) => {
  for (const facts of all) {
    const refutation = { kind, ...facts } as Refutation;
    const told = tellRefutation(refutation, de);
    expectGerman(told);
    expect(told).not.toBe(tellRefutation(refutation, en));
  }
});

test('what takes long is said in German', () => {
  for (const [stage, text] of Object.entries(de.progress)) {
    expectGerman(text);
    expect(text).not.toBe(Reflect.get(en.progress, stage));
  }
});
