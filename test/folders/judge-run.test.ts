import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeDigest } from '../../src/domain/digest.ts';
import { judgeRun } from '../../src/folders/judge-run.ts';
import { DISK } from '../../src/io/disk.ts';
import { PROGRAM, runMatch, workFolder } from '../support/run.ts';

const SHEETS = {
  'mentors.csv': ['id;name;department;country', 'm1;Ada;IT;DE', 'm2;Ben;IT;DE', 'm3;Cem;IT;DE'],
  'mentees.csv': ['id;name;department;country', 'e1;Eva;IT;DE', 'e2;Finn;HR;DE', 'e3;Gil;HR;DE', 'e4;Hana;HR;DE'],
  'pairs.csv': ['mentor;mentee;action;reason', 'm1;e1;lock;they know each other', 'm2;e2;lock;'],
};
const CONFIG = {
  preset: 'none',
  ...{ mentors: 'mentors.csv', mentees: 'mentees.csv', pairs: 'pairs.csv', delimiter: ';' },
  must: [{ rule: 'different', field: 'department' }],
  objective: ['mentees'],
};

/** A finished run, of which one tandem was approved and one pair declined before it was made once more. */
async function finish(folder: string): Promise<void> {
  for (const [file, lines] of Object.entries(SHEETS)) writeFileSync(join(folder, file), lines.join('\n'));
  writeFileSync(join(folder, CONFIG_FILE), JSON.stringify(CONFIG));
  const flags = { config: join(folder, CONFIG_FILE), out: join(folder, 'run'), allowOverride: true };
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  const path = join(folder, 'run', 'tandems.csv');
  const rows = readFileSync(path, 'utf8').split('\r\n');
  const decided = rows.map(row =>
    row.replace(/^(m2;.*);draft;/u, '$1;approved;').replace(/^(m3;.*);draft;/u, '$1;declined;'),
  );
  expect(decided).not.toEqual(rows);
  writeFileSync(path, decided.join('\r\n'));
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
}

const CONFIG_FILE = 'rmentor.config.json';

let home = '';
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
  await finish(home);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The verdict on a copy of the run in which something is changed. */
async function judge(change: (folder: string) => void = () => {}, program = PROGRAM) {
  const folder = workFolder();
  cpSync(home, folder, { recursive: true });
  change(folder);
  const stages: string[] = [];
  const judged = await judgeRun(DISK, join(folder, 'run'), {}, { program, watch: stage => stages.push(stage) });
  return { ...judged, stages, folder };
}

/** Changes a file of JSON; a certificate is sealed anew. */
function edit(path: string, change: (content: Record<string, unknown>) => void): void {
  const { seal, ...content } = JSON.parse(readFileSync(path, 'utf8'));
  change(content);
  writeFileSync(path, JSON.stringify(seal === undefined ? content : { ...content, seal: computeDigest(content) }));
}

describe('a finished run', () => {
  test('is judged with what it was proven of', async () => {
    const { verdict, proven, inputs, stages, folder } = await judge();
    expect(verdict).toEqual({ kind: 'proven', saved: [] });
    expect(proven?.about).toMatchObject({
      mentors: { people: 3, file: DISK.relative('', join(folder, 'mentors.csv')) },
      mentees: { people: 4, file: DISK.relative('', join(folder, 'mentees.csv')) },
      must: [{ rule: 'different', field: 'department' }],
      ...{ standsAlone: false, approved: 1, declined: 1, left: 0, held: 0, overrides: 1 },
    });
    expect(proven?.levels.map(({ level }) => level)).toEqual(['demands', 'mentees', 'ties']);
    expect(inputs?.programme?.roster.mentors).toHaveLength(3);
    expect(stages).toContain('prove');
  });

  test('is proven without its page, and without its config, which is told', async () => {
    const { verdict, proven } = await judge(folder => {
      rmSync(join(folder, 'run', 'report.html'));
      rmSync(join(folder, CONFIG_FILE));
    });
    expect(verdict).toEqual({ kind: 'proven', saved: [] });
    expect(proven?.about.standsAlone).toBe(true);
  });

  const OTHER = 'rmentor 9.9.9';

  test('is refuted where the config has sheets read otherwise now; of another version, it is about other inputs', async () => {
    const change = (folder: string) =>
      edit(join(folder, CONFIG_FILE), config => Object.assign(config, { defaults: { capacity: 2 } }));
    const why = { kind: 'setting-changed', setting: 'defaults.capacity' };
    expect(await judge(change)).toMatchObject({ verdict: { kind: 'refuted', by: why }, proven: { about: {} } });
    const other = { kind: 'other-inputs', version: '0.0.0-test', why };
    expect(await judge(change, OTHER)).toMatchObject({ verdict: other });
  });

  test('is refuted where its sheets have errors now', async () => {
    const change = (folder: string) => writeFileSync(join(folder, 'mentees.csv'), 'id;name\ne1;Eva\ne1;Eva\n');
    const by = { kind: 'inputs-with-errors' };
    expect(await judge(change)).toMatchObject({ verdict: { kind: 'refuted', by }, proven: null });
    expect(await judge(change, OTHER)).toMatchObject({ verdict: { kind: 'other-inputs', why: by } });
  });

  test('is refuted before its inputs are looked for where its certificate is none', async () => {
    const { verdict, proven, inputs } = await judge(folder =>
      writeFileSync(join(folder, 'run', 'certificate.json'), '{}'),
    );
    const fault = { kind: 'malformed', path: 'schemaVersion' };
    expect(verdict).toEqual({ kind: 'refuted', by: { kind: 'certificate-broken', fault } });
    expect([proven, inputs]).toEqual([null, null]);
  });
});
