import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGate } from '../../../src/commands/shared/gates.ts';
import { verifyCommand } from '../../../src/commands/verify.ts';
import { emptyFile } from '../../../src/domain/problems.ts';
import type { Refutation, RefutationKind } from '../../../src/domain/refutation.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { tellRefutation } from '../../../src/render/words/refutation.ts';
import { listening, runAdvise, runCheck, runMatch, workFolder } from '../../support/run.ts';

/** Words that stand in nearly every English sentence, and in no German one. */
const ENGLISH =
  /\b(?:the|is|are|and|not|of|with|this|that|these|has|have|there|row|rows|it|or|to|be|by|from|only|but|more|limit|slot|slots)\b/u;

/** Without what people or programs wrote: quotes, paths, names of settings and rules, flags. */
function keepProse(text: string): string {
  return text.replaceAll(/„[^“]*“|"[^"]*"|\S*\/\S*|[\w-]+-[\w-]+|\w+\.(?:csv|json|md)/gu, '');
}

function expectGerman(text: string): void {
  expect(text).not.toBe('');
  for (const line of keepProse(text).split('\n')) expect(line).not.toMatch(ENGLISH);
}

/** A copy of a programme with its run, and what was said of it. */
async function finished(fixture: string) {
  const folder = workFolder();
  cpSync(join('fixtures', fixture), folder, { recursive: true });
  const config = join(folder, 'rmentor.config.json');
  const gates = [readGate('coverage=100'), readGate('cross-department=0.5')];
  const run = join(folder, 'run');
  const matched = await runMatch({ config, out: run, gates }, { words: de });
  return { folder, config, run, matched };
}

const verified = (run: string) => listening(shell => verifyCommand(run, {}, shell), { words: de });

describe.each(['bottlenecks', 'without-data'])('in German: %s', fixture => {
  test('match and its gates', async () => {
    const { matched } = await finished(fixture);
    expectGerman(matched.out);
    expectGerman(matched.err);
  });

  test('check, short and long, and of one person', async () => {
    const { config, folder } = await finished(fixture);
    const [, row = ''] = readFileSync(join(folder, 'mentees.csv'), 'utf8').split('\n');
    const person = row.split(',').find(cell => cell.includes('@')) ?? '';
    for (const flags of [{}, { verbose: true }, { person }]) {
      expectGerman((await runCheck({ config, ...flags }, { words: de })).out);
    }
  });

  test('advise', async () => {
    const { run } = await finished(fixture);
    expectGerman((await runAdvise(run, {}, { words: de })).out);
  });

  test('verify, of a run as it is and of edited ones', async () => {
    const { run, folder } = await finished(fixture);
    const proven = await verified(run);
    expect(proven.out).toMatch(/^BEWIESEN\n/u);
    expectGerman(proven.out);
    for (const file of ['run/summary.md', 'run/summary.json', 'run/unmatched.csv', 'run/tandems.csv', 'mentors.csv']) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      writeFileSync(path, before.trimEnd().split('\n').slice(0, -1).join('\n'));
      const { exit, out } = await verified(run);
      writeFileSync(path, before);
      expect({ file, exit, out }).toMatchObject({ exit: 4, out: expect.stringMatching(/^WIDERLEGT: /u) });
      expectGerman(out);
    }
  });
});

const person = { name: 'Ada', id: 'm1' };
const pair = { mentor: person, mentee: { name: 'Eva', id: 'e1' } };
const limit = { place: 'DE', side: 'mentee' } as const;
const load = { mentor: person, mentees: 2, bound: 1 };
const use = { limit, tandems: 2, bound: 1 };
const both = { found: 'x', expected: 'y' };

/** One of each: the compiler asks for those that lack. */
const REFUTATIONS: { readonly [Kind in RefutationKind]: readonly Omit<Refutation<Kind>, 'kind'>[] } = {
  'input-changed': (['mentors', 'limits', 'history'] as const).map(role => ({ role, path: 'x.csv' })),
  'input-added': (['limits', 'pairs', 'previous'] as const).map(role => ({ role })),
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
      { kind: 'columns', columns: ['x'] },
      { kind: 'ragged', row: 2, cells: 3, expected: 4 },
      { kind: 'row-twice' },
      { kind: 'row-missing', row: 'm1' },
      { kind: 'cell', row: 'm1', column: 'x', ...both },
      { kind: 'rows-more', rows: 2 },
    ] as const
  ).map(difference => ({ file: 'x.csv', difference })),
  'name-differs': (['name', 'email'] as const).map(field => ({ row: 2, side: 'mentor', field, ...both })),
  'summary-not-plain': [{}],
  'summary-differs': [{ path: 'x', ...both }],
  'page-differs': [{ line: 2, ...both }],
  'page-longer': [{ lines: 2 }],
  'barred-tandem': [{ pair, bars: ['x'] }],
  'tandem-twice': [{ pair }],
  'too-many-mentees': [load],
  'too-few-mentees': [load],
  'too-many-mentors': [{ mentee: person, mentors: 2, bound: 1 }],
  'above-limit': [use],
  'below-minimum': [use],
  'demand-missed': [true, false].map(isLocked => ({ pair, isLocked })),
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
