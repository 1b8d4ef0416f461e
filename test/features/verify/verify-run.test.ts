/** @module-tag slow */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeDigest } from '../../../src/domain/digest.ts';
import type { Level } from '../../../src/domain/policy.ts';
import { limit, mentee, mentor, note, policy, roster, terms } from '../../support/rosters.ts';
import { runMatch, runVerify, writeProgramme } from '../../support/run.ts';

const USUAL: readonly Level[] = [{ kind: 'mentees' }, { kind: 'kept' }, { kind: 'score' }];

/** Three pairs who share a language, somebody nobody may meet, and a mentor too many. */
async function finish(folder: string, objective: readonly Level[]): Promise<void> {
  const programme = {
    roster: roster(
      [
        mentor('m1', { department: 'IT', languages: ['en'], topics: ['a'] }),
        mentor('m2', { department: 'IT', languages: ['en'], topics: ['b'] }),
        mentor('m3', { department: 'HR', languages: ['de'], country: 'FR' }),
        mentor('m4', { department: 'HR', languages: ['de'], country: 'FR', capacity: 2 }),
      ],
      [
        mentee('e1', { department: 'Sales', languages: ['en'], topics: ['a'] }),
        mentee('e2', { department: 'Sales', languages: ['en'], topics: ['b', 'c'] }),
        mentee('e3', { department: 'Ops', languages: ['de'], country: 'FR' }),
        mentee('e4', { department: 'Ops', languages: ['pl'], country: 'FR' }),
      ],
    ),
    terms: terms({
      policy: policy({ objective }),
      limits: [limit({ place: 'FR', side: 'mentor', max: 1 })],
      pairs: [
        note({ mentor: 0, mentee: 1, banned: true }),
        note({ mentor: 1, mentee: 1, kept: true }),
        note({ mentor: 3, mentee: 3, met: true }),
      ],
    }),
  };
  const { exit } = await runMatch({ ...writeProgramme(programme, folder), out: join(folder, 'run'), alternates: 1 });
  expect(exit).toBe(0);
}

let home = '';
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
  await finish(home, USUAL);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What verify says of the run with a file changed, which is put back; null leaves the file out. */
async function verified(file: string, change: (text: string) => string | null, folder = home) {
  const path = join(folder, file);
  const before = existsSync(path) ? readFileSync(path) : null;
  const after = change(before?.toString('utf8') ?? '');
  expect(after).not.toBe(before?.toString('utf8') ?? '');
  try {
    if (after === null) rmSync(path);
    else writeFileSync(path, after);
    return await runVerify(join(folder, 'run'));
  } finally {
    if (before === null) rmSync(path, { force: true });
    else writeFileSync(path, before);
  }
}

/** Decisions of which there are none. */
const NOTHING = { approved: [], declined: null, previous: null };

type Json = Record<string, unknown>;
// biome-ignore lint/suspicious/noExplicitAny: a certificate is changed in ways that its type forbids
type Certificate = any;

/** Changes certificate.json as somebody would who knows how it is sealed. */
function resealed(change: (certificate: Certificate) => void): (text: string) => string {
  return text => {
    const { seal: _, ...content } = JSON.parse(text) as Json;
    change(content);
    return JSON.stringify({ ...content, seal: computeDigest(content) });
  };
}

const lines = (change: (rows: string[]) => string[]) => (text: string) => {
  const rows = text.trimEnd().split('\r\n');
  return `${change(rows).join('\r\n')}\r\n`;
};
const TANDEMS = 'run/tandems.csv';
const UNMATCHED = 'run/unmatched.csv';
const SUMMARY = 'run/summary.json';
const PAGE = 'run/summary.md';
const ALTERNATES = 'run/alternates.csv';
const CERTIFICATE = 'run/certificate.json';

test('a run as it was written is proven', async () => {
  expect(await runVerify(join(home, 'run'))).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
});

test('a run of which only order and status of tandems changed is proven', async () => {
  const said = await verified(
    TANDEMS,
    lines(([header, ...rows]) => [header!, ...rows.reverse()].map(row => row.replace(',draft', ',approved'))),
  );
  expect(said).toMatchObject({ exit: 0 });
});

describe('a run is refuted', () => {
  test.each<[what: string, file: string, change: (text: string) => string | null, says: RegExp]>([
    ['a tandem less', TANDEMS, lines(rows => rows.toSpliced(1, 1)), /REFUTED: /u],
    ['a tandem twice', TANDEMS, lines(rows => [...rows, rows[1]!]), /twice/u],
    ['a tandem more', TANDEMS, lines(rows => [...rows, rows[1]!.replace(/^m1/u, 'm2')]), /REFUTED: /u],
    ['a mentor nobody knows', TANDEMS, text => text.replace('\nm1,', '\nm9,'), /no mentor has the id "m9"/u],
    ['a mentee nobody knows', TANDEMS, text => text.replace(',e1,', ',e9,'), /no mentee has the id "e9"/u],
    ['a mentor as a mentee', TANDEMS, text => text.replace(',e1,', ',m1,'), /no mentee has the id "m1"/u],
    ['a column called otherwise', TANDEMS, text => text.replace('mentor_id', 'mentor_nr'), /tandems\.csv/u],
    ['no column of mentees', TANDEMS, text => text.replace('mentee_id', 'mentee_nr'), /tandems\.csv/u],
    [
      'a column twice',
      TANDEMS,
      lines(rows => rows.map(row => `${row.split(',')[0]},${row.replace('\ufeff', '')}`)),
      /column mentor_id twice/u,
    ],
    ['a cell more', TANDEMS, lines(rows => rows.with(1, `${rows[1]},x`)), /tandems\.csv/u],
    ['a cell less', TANDEMS, lines(rows => rows.with(1, rows[1]!.split(',').slice(0, 10).join())), /tandems\.csv/u],
    ['another score', TANDEMS, text => text.replace(/,3(,|\.)/u, ',4$1'), /tandems\.csv/u],
    [
      'another name',
      TANDEMS,
      text => text.replace(',E1,', ',EVA,'),
      /says "EVA" in mentee_name of m1 \/ e1; it must be "E1"/u,
    ],
    ['an invisible sign', TANDEMS, text => text.replace(',E1,', ',E\u200b1,'), /invisible/u],
    ['a quote that does not end', TANDEMS, text => `${text}"m`, /tandems\.csv/u],
    ['nothing in it', TANDEMS, () => '', /tandems\.csv/u],
    ['only its header', TANDEMS, lines(rows => rows.slice(0, 1)), /REFUTED: /u],
    ['somebody less without one', UNMATCHED, lines(rows => rows.toSpliced(1, 1)), /unmatched\.csv has no row for/u],
    ['somebody twice', UNMATCHED, lines(rows => [...rows, rows[1]!]), /unmatched\.csv has the same row twice/u],
    [
      'somebody more',
      UNMATCHED,
      lines(rows => [...rows, rows[1]!.replace(/,[em]\d,/u, ',e1,')]),
      /unmatched\.csv has one row too many/u,
    ],
    [
      'another reason',
      UNMATCHED,
      text => text.replace(/limit-reached|not-needed/u, 'mood'),
      /unmatched\.csv says "mood" in reason of/u,
    ],
    ['a key more in the summary', SUMMARY, text => text.replace('{', '{"more": 1,'), /summary\.json says 1 for more/u],
    [
      'a key twice',
      SUMMARY,
      text => text.replace('{', '{"schemaVersion": 1,'),
      /summary\.json is not JSON, says something twice/u,
    ],
    ['no JSON', SUMMARY, text => text.slice(0, -3), /summary\.json is not JSON/u],
    [
      'another number',
      SUMMARY,
      text => text.replace(/"tandems": 3/u, '"tandems": 4'),
      /summary\.json says 4 for \S*tandems; it must be 3/u,
    ],
    [
      'another line in the page',
      PAGE,
      text => text.replace('| Tandems', '| Tndems'),
      /summary\.md says ".*Tnd.*" in line \d+; it must be/u,
    ],
    ['a line more in the page', PAGE, text => `${text}And more\n`, /summary\.md/u],
    ['a line more behind the page', PAGE, text => `${text}\n`, /summary\.md goes on after line \d+/u],
    [
      'a line less in the page',
      PAGE,
      text => text.trimEnd().replace(/\n.*$/u, '\n'),
      /summary\.md says "" in line \d+/u,
    ],
    ['no alternates', ALTERNATES, () => null, /alternates\.csv is missing/u],
    ['an alternate less', ALTERNATES, lines(rows => rows.toSpliced(1, 1)), /alternates\.csv has no row for/u],
    ['an alternate twice', ALTERNATES, lines(rows => [...rows, rows[1]!]), /alternates\.csv has the same row twice/u],
    [
      'another mentor',
      'mentors.csv',
      text => text.replace('HR', 'IT'),
      /the sheet of mentors \(\S*mentors\.csv\) was changed since this run/u,
    ],
    [
      'another mentee',
      'mentees.csv',
      text => text.replace('Ops', 'IT'),
      /the sheet of mentees \(\S*mentees\.csv\) was changed/u,
    ],
    [
      'another limit',
      'limits.csv',
      text => text.replace(',1', ',2'),
      /the sheet of limits \(\S*limits\.csv\) was changed/u,
    ],
    ['another ban', 'pairs.csv', text => text.replace('e2', 'e3'), /the list of pairs \(\S*pairs\.csv\) was changed/u],
    ['another previous run', 'previous.csv', text => text.replace('e2', 'e3'), /previous\.csv/u],
    [
      'another history',
      'history.csv',
      text => text.replace('m4', 'm3'),
      /the list of earlier tandems \(\S*history\.csv\) was changed/u,
    ],
    [
      'another policy',
      'rmentor.config.json',
      text => text.replace('"weight":3', '"weight":4'),
      /prefer\.overlap-topics\.weight was changed since this run: it was 3, and is 4 now/u,
    ],
  ])('with %s', async (_, file, change, says) => {
    expect(await verified(file, change)).toMatchObject({ exit: 4, out: expect.stringMatching(says) });
  });

  const bare = (price: number[]) => (certificate: Certificate) => {
    certificate.prices.mentors[0].price = price;
  };

  test.each<[what: string, change: (certificate: Certificate) => void, says: RegExp]>([
    ['no price of a mentor', c => c.prices.mentors.pop(), /certificate\.json has no price for "m4" among the mentors/u],
    [
      'no price of a mentee',
      c => c.prices.mentees.shift(),
      /certificate\.json has no price for "e1" among the mentees/u,
    ],
    [
      'no price of a limit',
      c => c.prices.limits.pop(),
      /certificate\.json has no price for "mentor FR" among the limits/u,
    ],
    [
      'a price of nobody',
      c => c.prices.mentors.push({ id: 'm9', price: null }),
      /has prices for mentors who are not in the sheets/u,
    ],
    [
      'a price of no mentee',
      c => c.prices.mentees.push({ id: 'm1', price: null }),
      /has prices for mentees who are not in the sheets/u,
    ],
    [
      'a price of no limit',
      c => c.prices.limits.push({ side: 'mentee', place: 'FR', price: null }),
      /has prices for limits/u,
    ],
    [
      'two prices of a mentor',
      c => c.prices.mentors.push(c.prices.mentors[0]),
      /certificate\.json has two prices for the same/u,
    ],
    [
      'two prices of a mentee',
      c => c.prices.mentees.push(c.prices.mentees[0]),
      /certificate\.json has two prices for the same/u,
    ],
    [
      'two prices of a limit',
      c => c.prices.limits.push(c.prices.limits[0]),
      /certificate\.json has two prices for the same/u,
    ],
    ['a price too short', bare([0, 0]), /the price of M1 \(m1\) is not a list of 5 whole numbers/u],
    ['a price too long', bare([0, 0, 0, 0, 0, 0]), /is not a list of 5 whole numbers/u],
    ['a price of one and a half', bare([1.5, 0, 0, 0, 0]), /is not a list of 5 whole numbers/u],
    ['a price of 2 to the power of 60', bare([2 ** 60, 0, 0, 0, 0]), /is not a list of 5 whole numbers/u],
    ['another price', bare([5, 0, 0, 0, 0]), /REFUTED: M1 \(m1\)/u],
    [
      'another value of a level',
      c => Object.assign(c.levels[0], { value: 4 }),
      /the tandems reach 3 on the level mentees, but the proof says 4/u,
    ],
    ['no value of a level', c => Object.assign(c.levels[0], { value: null }), /the proof says no value/u],
    ['a level less', c => c.levels.pop(), /the proof is about the goals/u],
    [
      'a word on the worst tandem',
      c => Object.assign(c, { worst: { all: c.prices, better: null } }),
      /is about the worst tandem/u,
    ],
    ['no rules', c => Object.assign(c.policy, { must: [] }), /must\.overlap-languages was changed since this run/u],
    ['no limits', c => Object.assign(c.inputs, { limits: null }), /has prices for limits that do not exist/u],
    ['no pairs', c => Object.assign(c.inputs, { pairs: null }), /REFUTED: /u],
    ['no previous run', c => Object.assign(c.inputs, { previous: null }), /REFUTED: /u],
    ['no history', c => Object.assign(c.inputs, { history: [] }), /REFUTED: /u],
    ['no alternates', c => Reflect.deleteProperty(c, 'alternates'), /alternates\.csv is not from this run/u],
    ['no alternates at all', c => Object.assign(c, { alternates: 0 }), /alternates is not as rmentor writes it/u],
    ['alternates by the half', c => Object.assign(c, { alternates: 1.5 }), /alternates is not as rmentor writes it/u],
    ['a key more', c => Object.assign(c, { more: 1 }), /is not as rmentor writes it/u],
    ['a key more in decisions', c => Object.assign(c, { decisions: { ...NOTHING, more: 1 } }), /decisions is not as/u],
    [
      'a key more in a decision',
      c => Object.assign(c, { decisions: { ...NOTHING, approved: [{ mentor: 'm1', mentee: 'e1', more: 1 }] } }),
      /decisions\.approved\.0 is not as/u,
    ],
    [
      'an approved tandem',
      c => Object.assign(c, { decisions: { ...NOTHING, approved: [{ mentor: 'm1', mentee: 'e1' }] } }),
      /the proof is about the goals mentees, kept, score, fewer-earlier, ties, but the goals of the run are demands,/u,
    ],
    ['a key more in a price', c => Object.assign(c.prices.mentors[0], { more: 1 }), /prices\.mentors\.0 is not as/u],
    ['a key more in prices', c => Object.assign(c.prices, { more: 1 }), /prices is not as/u],
    ['a key more among inputs', c => Object.assign(c.inputs, { more: null }), /inputs is not as/u],
    ['a key more in a source', c => Object.assign(c.inputs.mentors, { more: 1 }), /inputs\.mentors is not as/u],
    ['a key more in a level', c => Object.assign(c.levels[0], { more: 1 }), /levels\.0 is not as/u],
    ['a key more with a limit', c => Object.assign(c.prices.limits[0], { more: 1 }), /prices\.limits\.0 is not as/u],
    [
      'a side that is none',
      c => Object.assign(c.prices.limits[0], { side: 'middle' }),
      /prices\.limits\.0\.side is not as/u,
    ],
    [
      'a digest that is none',
      c => Object.assign(c.inputs.mentors, { digest: 'sha256:12' }),
      /inputs\.mentors\.digest is not as/u,
    ],
    ['a path that is none', c => Object.assign(c.inputs.mentors, { path: '' }), /inputs\.mentors\.path is not as/u],
    [
      'a price in words',
      c => Object.assign(c.prices.mentors[0], { price: ['0', 0, 0, 0] }),
      /prices\.mentors\.0\.price\.0 is not as/u,
    ],
    ['no settings', c => Reflect.deleteProperty(c, 'settings'), /settings is not as/u],
    ['a setting that is none', c => Object.assign(c.settings, { more: 1 }), /settings is not as/u],
    ['settings of files', c => Object.assign(c.settings, { mentors: 'mentors.csv' }), /settings is not as/u],
    [
      'other settings',
      c => Object.assign(c.settings, { columns: { city: null } }),
      /columns\.city was changed since this run: it was null, and is not set now/u,
    ],
    [
      'settings larger than any config is',
      c => Object.assign(c.settings, { locations: { x: 'x'.repeat(9_000_000) } }),
      /holds more settings and rules than any config can/u,
    ],
    ['a policy that is none', c => Object.assign(c.policy, { start: 'soon' }), /policy is not as rmentor writes it/u],
    ['a code page that is none', c => Object.assign(c, { encoding: 'klingon' }), /encoding is not as/u],
  ])('by a certificate with %s', async (_, change, says) => {
    expect(await verified(CERTIFICATE, resealed(change))).toMatchObject({ exit: 4, out: expect.stringMatching(says) });
  });

  test('by each key of its certificate that is left out or null', async () => {
    const content = JSON.parse(readFileSync(join(home, CERTIFICATE), 'utf8')) as Json;
    const keys = Object.keys(content).filter(key => !['seal', 'schemaVersion', 'program'].includes(key));
    for (const key of keys) {
      const without = resealed(c => Reflect.deleteProperty(c, key));
      expect(await verified(CERTIFICATE, without), key).toMatchObject({ exit: 4 });
      if (content[key] === null) continue;
      expect(
        await verified(
          CERTIFICATE,
          resealed(c => Object.assign(c, { [key]: null })),
        ),
        key,
      ).not.toMatchObject({ exit: 0 });
    }
  });

  test('by a certificate that is not JSON, or was changed behind its seal', async () => {
    expect(await verified(CERTIFICATE, text => text.slice(0, 99))).toMatchObject({
      exit: 4,
      out: expect.stringMatching(/not JSON/u),
    });
    const changed = await verified(CERTIFICATE, text =>
      text.replace('"allowOverride": false', '"allowOverride": true'),
    );
    expect(changed).toMatchObject({ exit: 4, out: expect.stringContaining('was changed after it was written') });
  });
});

describe('a run that read less than there is now is refuted', () => {
  test.each<[role: 'limits' | 'pairs' | 'previous', says: string]>([
    ['limits', 'this run was made without limits, and now there are some'],
    ['pairs', 'this run was made without a list of pairs, and now there is one'],
    ['previous', 'this run was made without previous tandems, and now there are some'],
  ])('of %s', async (role, says) => {
    const path = join(home, CERTIFICATE);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, resealed(c => Object.assign(c.inputs, { [role]: null }))(before));
    const said = await runVerify(join(home, 'run'), { [role]: join(home, `${role}.csv`) });
    writeFileSync(path, before);
    expect(said).toMatchObject({ exit: 4, out: expect.stringContaining(says) });
  });

  test('of history', async () => {
    const path = join(home, CERTIFICATE);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, resealed(c => Object.assign(c.inputs, { history: [] }))(before));
    const said = await runVerify(join(home, 'run'), { history: [join(home, 'history.csv')] });
    writeFileSync(path, before);
    expect(said).toMatchObject({
      exit: 4,
      out: expect.stringContaining('this run read 0 files of earlier tandems, and now there is 1'),
    });
  });
});

describe('a run with the worst tandem as a level is refuted', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
    await finish(folder, [{ kind: 'mentees' }, { kind: 'worst' }, { kind: 'score' }]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('not as it was written', async () => {
    expect(await runVerify(join(folder, 'run'))).toMatchObject({ exit: 0 });
  });

  test.each<[what: string, change: (worst: Certificate) => void, says: RegExp]>([
    [
      'better tandems of a mentor who is not there',
      w => Object.assign(w.better.tandems[0], { mentor: 'm9' }),
      /names tandems of people who are not in the sheets/u,
    ],
    [
      'better tandems of a mentee who is not there',
      w => Object.assign(w.better.tandems[0], { mentee: 'e9' }),
      /names tandems of people who are not in the sheets/u,
    ],
    ['two prices of one for all', w => w.all.mentors.push(w.all.mentors[0]), /two prices for the same/u],
    [
      'two prices of one for the better',
      w => w.better.prices.mentees.push(w.better.prices.mentees[0]),
      /two prices for the same/u,
    ],
    ['a price less for all', w => w.all.mentors.pop(), /has no price for "m4" among the mentors/u],
    ['a price less for the better', w => w.better.prices.mentees.pop(), /has no price for "e4" among the mentees/u],
    ['no better ones', w => Object.assign(w, { better: null }), /does not show why the worst tandem cannot have/u],
    [
      'better ones from another score on',
      w => Object.assign(w.better, { floor: w.better.floor + 1 }),
      /does not show why/u,
    ],
    ['other prices for all', w => Object.assign(w.all.mentees[0], { price: [7] }), /REFUTED: /u],
    ['other prices for the better', w => Object.assign(w.better.prices.mentees[0], { price: [7] }), /REFUTED: /u],
    ['no better tandems', w => Object.assign(w.better, { tandems: [] }), /REFUTED: /u],
    ['a key more', w => Object.assign(w, { more: 1 }), /worst is not as rmentor writes it/u],
    ['a key more with the better', w => Object.assign(w.better, { more: 1 }), /worst\.better is not as/u],
    [
      'a key more in a tandem',
      w => Object.assign(w.better.tandems[0], { more: 1 }),
      /worst\.better\.tandems\.0 is not as/u,
    ],
  ])('by %s', async (_, change, says) => {
    const said = await verified(
      CERTIFICATE,
      resealed(({ worst }) => change(worst)),
      folder,
    );
    expect(said).toMatchObject({ exit: 4, out: expect.stringMatching(says) });
  });

  test('by nothing said of it', async () => {
    const said = await verified(
      CERTIFICATE,
      resealed(c => Object.assign(c, { worst: null })),
      folder,
    );
    expect(said).toMatchObject({ exit: 4, out: expect.stringContaining('does not speak of the worst tandem') });
  });
});
