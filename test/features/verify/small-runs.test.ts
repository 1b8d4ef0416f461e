import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyCommand } from '../../../src/commands/verify.ts';
import { computeDigest } from '../../../src/domain/digest.ts';
import type { Progress } from '../../../src/domain/progress.ts';
import { listening, runMatch, runVerify } from '../../support/run.ts';

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const CONFIG = {
  preset: 'none',
  ...{ mentors: 'mentors.csv', mentees: 'mentees.csv', limits: 'limits.csv' },
  must: [{ rule: 'overlap', field: 'languages' }],
  prefer: [{ rule: 'overlap', field: 'topics', weight: 3 }],
  objective: ['tandems', 'score'],
};

/** X1 stands on both sides and shares a language with nobody. */
const SHEETS: Readonly<Record<string, readonly string[]>> = {
  'mentors.csv': [
    'id;name;email;department;languages;topics;country;capacity',
    'x1;Ida;ida@example.org;IT;pl;a;FR;1',
    'm2;Bo;bo@example.org;IT;en;a;DE;2',
    'm3;Cy;cy@example.org;IT;en;b;DE;2',
  ],
  'mentees.csv': [
    'id;name;email;department;languages;topics;country;wants',
    'x1;Ida;ida@example.org;IT;it;a;FR;1',
    'e2;Dee;dee@example.org;IT;en;a|b;DE;2',
    'e3;Eve;eve@example.org;IT;en;b|c;DE;2',
  ],
  'limits.csv': ['country;side;min;max', 'DE;mentor;0;4'],
};

/** A folder with these sheets, some lines of them replaced, and a run of them in `run`. */
async function finished(
  change: Readonly<Record<string, string>> = {},
  flags: Parameters<typeof runMatch>[0] = {},
): Promise<string> {
  const folder = mkdtempSync(join(home, 'run-'));
  writeFileSync(join(folder, 'rmentor.config.json'), JSON.stringify(CONFIG));
  for (const [file, lines] of Object.entries(SHEETS)) {
    const text = lines.map(line => change[line] ?? line).join('\r\n');
    writeFileSync(join(folder, file), text);
  }
  const config = join(folder, 'rmentor.config.json');
  const { exit, err } = await runMatch({ config, out: join(folder, 'run'), ...flags });
  expect(exit, err).toBe(0);
  return folder;
}

const read = (folder: string, file: string) => readFileSync(join(folder, 'run', file), 'utf8');

describe('a run as it was written is proven', () => {
  test('without alternates, with decimal commas, and with somebody who lacks a tandem on both sides', async () => {
    const folder = await finished();
    expect(read(folder, 'tandems.csv')).toContain(';1,5;');
    expect(read(folder, 'unmatched.csv')).toMatch(/^mentee;x1;.*^mentor;x1;/msu);
    expect(await runVerify(join(folder, 'run'))).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  });

  test('with several alternates for one mentee, and of one mentor', async () => {
    const folder = await finished(
      {
        'e2;Dee;dee@example.org;IT;en;a|b;DE;2': 'e2;Dee;dee@example.org;IT;en;c;DE;1',
        'e3;Eve;eve@example.org;IT;en;b|c;DE;2': 'e3;Eve;eve@example.org;IT;en;c;DE;1',
        'm3;Cy;cy@example.org;IT;en;b;DE;2': 'm3;Cy;cy@example.org;IT;en;b;DE;2\r\nm4;Di;di@example.org;IT;en;b;DE;1',
      },
      { alternates: 2 },
    );
    const rows = read(folder, 'alternates.csv').trim().split('\r\n').slice(1);
    const header = read(folder, 'alternates.csv').replace('\ufeff', '').split('\r\n')[0]!.split(';');
    const idsIn = (column: string) => rows.map(row => row.split(';')[header.indexOf(column)]);
    expect(rows).toHaveLength(4);
    expect(new Set(idsIn('mentee_id')).size).toBe(2);
    expect(new Set(idsIn('mentor_id')).size).toBeLessThan(4);
    expect(await runVerify(join(folder, 'run'))).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  });
});

test('who waits for a verdict is told what goes on', async () => {
  const folder = await finished();
  const seen: string[] = [];
  const watch: Progress = stage => {
    seen.push(stage);
  };
  const { exit } = await listening(shell => verifyCommand(join(folder, 'run'), {}, shell), { watch });
  expect(exit).toBe(0);
  expect(seen.filter(stage => ['compile', 'prove'].includes(stage))).toEqual(['compile', 'prove']);
});

describe('a run is refuted', () => {
  /** What verify says of a run of which a file was changed. */
  async function refuted(file: string, change: (text: string) => string): Promise<string> {
    const folder = await finished();
    writeFileSync(join(folder, 'run', file), change(read(folder, file)));
    const { exit, out } = await runVerify(join(folder, 'run'));
    expect(exit).toBe(4);
    return out;
  }

  test('that another table cannot be read of', async () => {
    expect(await refuted('unmatched.csv', text => text.replace('Ida', 'I\u200bda'))).toContain(
      'unmatched.csv has invisible characters',
    );
    expect(await refuted('unmatched.csv', text => `${text}mentor;m9\r\n`)).toMatch(/unmatched\.csv, row \d+: /u);
  });

  test('whose page is another from its first line on, or is cut', async () => {
    expect(await refuted('summary.md', text => `x${text}`)).toContain('in line 1; it must be');
    const out = await refuted('summary.md', text => text.slice(0, text.indexOf('\n')));
    expect(out).toMatch(/summary\.md says "" in line 2; it must be/u);
  });

  test('for the first of two that have no price, and by prices about all before prices about the better', async () => {
    const out = await refuted('certificate.json', text => {
      const { seal: _, ...content } = JSON.parse(text);
      content.worst = { all: { ...content.prices, mentees: [] }, better: null };
      content.prices = { ...content.prices, mentors: [] };
      return JSON.stringify({ ...content, seal: computeDigest(content) });
    });
    expect(out).toContain('no price for "m2" among the mentors');
  });
});

/** Prices fit tandems that are all there may be; what does not fit is only how many there may be, which sheets say later. */
describe('tandems that break one thing, at prices that fit, are refuted', () => {
  async function saidWith(was: string, is: string): Promise<string> {
    const folder = await finished();
    const other = await finished({ [was]: is });
    const { seal: _, ...content } = JSON.parse(read(folder, 'certificate.json'));
    content.inputs = JSON.parse(read(other, 'certificate.json')).inputs;
    for (const file of Object.keys(SHEETS)) writeFileSync(join(folder, file), readFileSync(join(other, file)));
    writeFileSync(
      join(folder, 'run', 'certificate.json'),
      JSON.stringify({ ...content, seal: computeDigest(content) }),
    );
    const { exit, out } = await runVerify(join(folder, 'run'));
    expect(exit).toBe(4);
    return out;
  }

  test('a place', async () => {
    expect(await saidWith('m2;Bo;bo@example.org;IT;en;a;DE;2', 'm2;Bo;bo@example.org;IT;en;a;DE;1')).toContain(
      'Bo (m2) has 2 mentees but only 1 slot',
    );
  });

  test('a wish', async () => {
    expect(await saidWith('e3;Eve;eve@example.org;IT;en;b|c;DE;2', 'e3;Eve;eve@example.org;IT;en;b|c;DE;1')).toContain(
      'Eve (e3) has 2 mentors but wants only 1',
    );
  });

  test('a limit', async () => {
    expect(await saidWith('DE;mentor;0;4', 'DE;mentor;0;3')).toContain(
      'the limit for mentors in Germany is 3 tandems, but there are 4',
    );
  });
});
