import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computeDigest } from '../../src/domain/digest.ts';
import { FORM } from '../../src/domain/run-files.ts';
import { readCertificate } from '../../src/parse/certificate.ts';
import { filesIn, PROGRAM, runMatch, runVerify, workFolder } from '../support/run.ts';

/** A programme, and the run of it that each released version made. */
const RELEASED = 'fixtures/released';
const versions = readdirSync(RELEASED);

/** A copy of a released version's programme and run, with one file changed. */
function copyOf(version: string, file: string, change: (text: string) => string): string {
  const folder = workFolder();
  cpSync(join(RELEASED, version), folder, { recursive: true });
  const before = readFileSync(join(folder, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
  return join(folder, 'run');
}

/** Changes a certificate as somebody would who knows how it is sealed. */
const resealed = (change: (certificate: Record<string, unknown>) => void) => (text: string) => {
  const { seal: _, ...content } = JSON.parse(text);
  change(content);
  return JSON.stringify({ ...content, seal: computeDigest(content) });
};

const CERTIFICATE = 'run/certificate.json';
const edited = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

test('a run of each form of certificate that was released is kept', () => {
  const forms = versions.map(version => {
    const read = readCertificate(readFileSync(join(RELEASED, version, CERTIFICATE)));
    if (read.kind !== 'read') throw new Error(version);
    expect(read.certificate.version).toBe(version);
    return read.certificate.form;
  });
  expect(new Set([...forms, FORM])).toEqual(new Set(Array.from({ length: FORM }, (_, form) => form + 1)));
});

describe.each(versions)('a run made by %s', version => {
  test('holds, and its texts are not compared', async () => {
    const { exit, out } = await runVerify(join(RELEASED, version, 'run'));
    expect(out).toContain(`made by ${version}: tandems and proof hold; its texts were not compared\n  About 4 mentors`);
    expect(exit).toBe(0);
    const { out: json } = await runVerify(join(RELEASED, version, 'run'), { json: true });
    expect(JSON.parse(json)).toMatchObject({ proven: false, holds: true, refutedBy: null, madeBy: version });
  });

  test('has the tandems that are best by this version too', async () => {
    const run = join(workFolder(), 'run');
    const config = join(RELEASED, version, 'rmentor.config.json');
    expect(await runMatch({ config, out: run })).toMatchObject({ exit: 0 });
    const pairsIn = (text = '') =>
      text
        .split('\r\n')
        .map(row => row.split(','))
        .map(cells => [cells[0], cells[5]]);
    const then = filesIn(join(RELEASED, version, 'run'));
    expect(pairsIn(filesIn(run)['tandems.csv'])).toEqual(pairsIn(then['tandems.csv']));
  });

  test('holds with other words in its texts', async () => {
    const run = copyOf(version, 'run/unmatched.csv', edited('None of the 4', 'Not one of the four'));
    expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringContaining('were not compared') });
  });

  test.each<[what: string, file: string, change: (text: string) => string, says: RegExp]>([
    ['a tandem left out', 'run/tandems.csv', edited(/m5,Elif.*\r\n/u, ''), /REFUTED/u],
    ['a tandem of others', 'run/tandems.csv', edited('\nm5,', '\nm1,'), /may not be paired|REFUTED/u],
    [
      'another name beside an id',
      'run/tandems.csv',
      edited('Finn Roth', 'Hugo Blanc'),
      /the name of the mentee is "Hugo Blanc"/u,
    ],
    ['a status cut off', 'run/tandems.csv', edited(/draft(,?)\r\n$/u, 'dra$1'), /"dra" is not a status/u],
    ['another price', CERTIFICATE, resealed(doublePrice), /at the prices|has \d of/u],
    [
      'another level value',
      CERTIFICATE,
      resealed(c => Object.assign((c['levels'] as object[])[1]!, { value: 4 })),
      /4/u,
    ],
    ['a certificate that was edited', CERTIFICATE, edited('"config": "', '"config": "./'), /changed after it was/u],
    [
      'digests left out',
      CERTIFICATE,
      resealed(c => Object.assign(c['inputs'] as object, { mentors: null })),
      /inputs/u,
    ],
  ])('is refuted with %s', async (_, file, change, says) => {
    const run = copyOf(version, file, change);
    expect(await runVerify(run)).toMatchObject({ exit: 4, out: expect.stringMatching(says) });
  });

  test.each<[what: string, file: string, change: (text: string) => string, says: unknown]>([
    [
      'changed mentees',
      'mentees.csv',
      edited('AI;Apps', 'AI'),
      { kind: 'input-changed', role: 'mentees', path: '../mentees.csv' },
    ],
    ['inputs with errors', 'mentees.csv', edited(/^id,/u, 'nobody,'), { kind: 'inputs-with-errors' }],
    ['a form to come', CERTIFICATE, resealed(c => Object.assign(c, { schemaVersion: FORM + 1 })), null],
  ])('is not judged with %s, but by the version that made it', async (_, file, change, says) => {
    const run = copyOf(version, file, change);
    const trouble = { kind: 'made-by-other-version', folder: run, version, why: says };
    await expect(runVerify(run)).rejects.toMatchObject({ exit: 2, trouble });
  });
});

function doublePrice(certificate: Record<string, unknown>): void {
  const { mentees } = certificate['prices'] as { mentees: { price: number[] }[] };
  mentees[0]!.price = mentees[0]!.price.map(price => 2 * price + 1);
}

test('an older form that says it was made by this version is refuted', async () => {
  const run = copyOf(
    '0.1.0',
    CERTIFICATE,
    resealed(c => Object.assign(c, { program: PROGRAM })),
  );
  expect(await runVerify(run)).toMatchObject({ exit: 4, out: expect.stringContaining('not as rmentor 0.0.0-test') });
});
