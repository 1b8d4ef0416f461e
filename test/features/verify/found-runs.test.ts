import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeDigest } from '../../../src/domain/digest.ts';
import { ignoreProgress } from '../../../src/domain/progress.ts';
import type { RunFile } from '../../../src/domain/run-files.ts';
import { type FoundRun, proveRun, readOwnTandems, verifyRun } from '../../../src/features/verify/verify-run.ts';
import { readSavedRun } from '../../../src/folders/saved-run.ts';
import { DISK } from '../../../src/io/disk.ts';
import type { Programme } from '../../../src/parse/programme.ts';
import { loadReport } from '../../../src/render/page/load-report.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { PROGRAM, runMatch } from '../../support/run.ts';

const SHEETS = {
  'mentors.csv': [
    'id;name;department;topics',
    'm1;Ada Lang;Sales;podcasts, video',
    'm2;Ben Okoro;Sales;video',
    'm3;Cem Aydin;IT;games',
  ],
  'mentees.csv': [
    'id;name;department;topics',
    'e1;Eva Lind;Legal;podcasts',
    'e2;Finn Roth;Legal;video',
    'e3;Gil Moss;IT;games',
  ],
  'previous.csv': ['mentor_id;mentee_id', 'm1;e2', 'm2;e1', 'm3;e3'],
} as const;

const CONFIG = {
  preset: 'none',
  ...{ mentors: 'mentors.csv', mentees: 'mentees.csv' },
  prefer: [{ rule: 'overlap', field: 'topics', weight: 10 }],
  objective: ['mentees', 'kept', 'score'],
};

interface Finished {
  readonly programme: Programme;
  readonly run: FoundRun;
  readonly renderPage: Awaited<ReturnType<typeof loadReport>>;
}

/** A run that was made with changes.csv, curve.json and a page, written over the run of which it was to keep the tandems. */
async function finish(folder: string): Promise<Finished> {
  const at = (name: string) => join(folder, name);
  for (const [file, lines] of Object.entries(SHEETS)) writeFileSync(at(file), lines.join('\n'));
  writeFileSync(at('rmentor.config.json'), JSON.stringify(CONFIG));
  const flags = { config: at('rmentor.config.json'), out: at('run') };
  expect(await runMatch({ ...flags, previous: at('previous.csv') })).toMatchObject({ exit: 0 });
  expect(await runMatch({ ...flags, previous: at('run/tandems.csv'), curve: true })).toMatchObject({ exit: 0 });
  const saved = await readSavedRun(DISK, at('run'), {}, { watch: ignoreProgress });
  if ('kind' in saved) throw new Error(saved.kind);
  return { programme: saved.inputs.programme!, run: saved.run, renderPage: await loadReport('en') };
}

let home = '';
let finished: Finished;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
  finished = await finish(home);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The run with some files changed or, for null, taken away; and with a certificate that says something else. */
function change(
  texts: Partial<Record<RunFile, ((text: string) => string) | null>>,
  certificate: Partial<FoundRun['certificate']> = {},
): FoundRun {
  const files = new Map(finished.run.files);
  for (const [name, edit] of Object.entries(texts)) {
    const file = name as RunFile;
    const before = new TextDecoder().decode(files.get(file));
    files.delete(file);
    if (edit === null) continue;
    expect(edit(before)).not.toBe(before);
    files.set(file, new TextEncoder().encode(edit(before)));
  }
  return { files, certificate: { ...finished.run.certificate, ...certificate } };
}

const withoutTandem = (text: string) => text.split('\r\n').toSpliced(1, 1).join('\r\n');
const withoutColumn = (text: string) => text.replace('mentee_id', 'mentee');

/** The digest of tandems that are no run's. */
const OTHER = computeDigest('other tandems');

const UNREADABLE = { kind: 'file-unreadable', file: 'tandems.csv', problem: { severity: 'error' } };
const UNNAMED = {
  ...{ kind: 'file-faulty', file: 'tandems.csv' },
  fault: { kind: 'column-missing', columns: ['mentor_id', 'mentee_id'] },
};

describe('the tandems of a run that is to be repaired', () => {
  const read = (run: FoundRun) => readOwnTandems(finished.programme, run);

  test('are those in tandems.csv', () => {
    expect(read(finished.run)).toEqual([
      { mentor: 0, mentee: 1 },
      { mentor: 1, mentee: 0 },
      { mentor: 2, mentee: 2 },
    ]);
    expect(read(change({ 'tandems.csv': text => text.replace(';draft;', ';approved;') }))).toHaveLength(3);
  });

  test('must be those that the certificate is about, if its form has their digest', () => {
    const other = { kind: 'other-tandems', file: 'tandems.csv', why: null };
    expect(read(change({ 'tandems.csv': withoutTandem }))).toEqual(other);
    expect(read(change({}, { tandems: OTHER }))).toEqual(other);
    expect(read(change({ 'tandems.csv': withoutTandem }, { tandems: null }))).toHaveLength(2);
  });

  test('cannot be read from what is not tandems.csv', () => {
    expect(read(change({ 'tandems.csv': null }))).toMatchObject(UNREADABLE);
    expect(read(change({ 'tandems.csv': withoutColumn }))).toEqual(UNNAMED);
  });

  test('are nobody\u2019s where other decisions were taken since', () => {
    const decisions = { approved: [{ mentor: 'm1', mentee: 'e2' }], declined: null, previous: null };
    expect(read(change({}, { decisions }))).toEqual({ kind: 'decisions-changed', list: 'approved' });
  });
});

describe('the tandems of a run that is to be proven', () => {
  const prove = (run: FoundRun) => proveRun(finished.programme, run);

  test('are proven by its prices', () => {
    expect(prove(finished.run)).toMatchObject({ tandems: { length: 3 }, zeros: 0 });
  });

  test('must be those that the certificate is about, and what else is wrong with them is told', () => {
    const other = { kind: 'other-tandems', file: 'tandems.csv' };
    expect(prove(change({ 'tandems.csv': withoutTandem }))).toMatchObject({ ...other, why: { kind: 'unit-price' } });
    expect(prove(change({}, { tandems: OTHER }))).toEqual({ ...other, why: null });
    expect(prove(change({ 'tandems.csv': withoutTandem }, { tandems: null }))).toMatchObject({ kind: 'unit-price' });
  });

  test('cannot be read from what is not tandems.csv', () => {
    expect(prove(change({ 'tandems.csv': null }))).toMatchObject(UNREADABLE);
    expect(prove(change({ 'tandems.csv': withoutColumn }))).toEqual(UNNAMED);
  });
});

describe('a run with changes.csv and curve.json', () => {
  const verify = (run: FoundRun) => verifyRun(finished.programme, run, PROGRAM, en, finished.renderPage);

  test('is proven as it was written, with its page and without', () => {
    expect(verify(finished.run)).toEqual({ kind: 'proven', saved: [] });
    expect(verify(change({ 'report.html': null }))).toEqual({ kind: 'proven', saved: [] });
  });

  test('is refuted where changes.csv is gone, or is about other earlier tandems', () => {
    const by = (refutation: object) => ({ kind: 'refuted', by: refutation });
    expect(verify(change({ 'changes.csv': null }))).toEqual(by({ kind: 'file-missing', file: 'changes.csv' }));
    expect(verify(change({ 'changes.csv': withoutTandem }))).toEqual(
      by({ kind: 'decisions-changed', list: 'earlier' }),
    );
    const said = verify(change({ 'changes.csv': text => text.replace('kept;', 'moved;') }));
    expect(said).toMatchObject(by({ kind: 'table-differs', file: 'changes.csv' }));
  });

  test('is refuted where curve.json is none, or says something else', () => {
    const by = (refutation: object) => ({ kind: 'refuted', by: refutation });
    expect(verify(change({ 'curve.json': text => text.slice(1) }))).toEqual(by({ kind: 'curve-broken' }));
    const said = verify(change({ 'curve.json': text => text.replace(/"points": ?\d+/u, '"points": 999') }));
    expect(said).toMatchObject(by({ kind: 'summary-differs', file: 'curve.json', path: 'corners.0.points' }));
  });

  test('is refuted where a file is of another run, whichever version made it', () => {
    const { run: own } = finished.run.certificate;
    const foreign = change({ 'summary.json': text => text.replace(own!, '0123456789ab') });
    const by = { kind: 'file-of-other-run', file: 'summary.json', run: '0123456789ab', expected: own };
    expect(verify(foreign)).toEqual({ kind: 'refuted', by });
    const older = { ...foreign, certificate: { ...foreign.certificate, version: '0.0.1' } };
    expect(verify(older)).toEqual({ kind: 'refuted', by });
    expect(verify(change({}, { version: '0.0.1' }))).toEqual({ kind: 'holds', version: '0.0.1' });
  });
});
