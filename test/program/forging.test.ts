/** @module-tag slow */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLE_FILES } from '../../src/domain/run-files.ts';
import { computeRunId, type RunOrigin } from '../../src/domain/run-id.ts';
import type { Json } from '../support/forged-json.ts';
import { rowsOf } from '../support/forged-table.ts';
import {
  type Answer,
  allForgeries,
  answersTo,
  type Forgery,
  held,
  INPUTS,
  RUN_JSON,
  resealed,
} from '../support/forgeries.ts';
import { runMatch } from '../support/run.ts';
import { runs } from '../support/runs.ts';
import { saysTheSame } from '../support/said-the-same.ts';

/** The program as it calls itself, so that the real one takes the run for its own. */
const OURS = `rmentor ${(JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version}`;

/** A programme with everything that a certificate can hold, and one that differs a little; each with its run. */
const folders = { ours: '', other: '' };
let forgeries: readonly Forgery[] = [];

const POLICY = {
  objective: ['mentees', 'tandems', 'kept', 'cross-department', 'worst', 'score', 'balance'],
  start: '2026-03-01',
  repeat: { afterMonths: 240 },
};

/** Settings of each kind: some decide about these sheets, and some would about others. */
const SETTINGS = {
  ours: {
    columns: { department: 'department', city: null, topics: ['topics'] },
    options: { topics: ['AI', 'Apps'] },
    locations: { Berlin: 'DE' },
    regions: { EAST: ['PL', 'CZ'] },
    roles: { mentor: 'Junior', mentee: ['Senior', 'Chef'] },
    same: [['m3', 'e5']],
    different: [
      ['m1', 'e2'],
      ['m2', 'e1'],
    ],
    encoding: 'windows-1252',
    values: { none: { entfällt: true }, status: { Elternzeit: 'withdrawn' }, wants: { zwei: 2 } },
    defaults: { capacity: 1, wants: 1 },
  },
  other: {
    columns: { department: 'department', city: null, country: 'country', topics: ['topics'] },
    options: { topics: ['Apps', 'Podcasts'] },
    locations: { Berlin: 'FR' },
    regions: { EAST: ['DE'] },
    roles: { mentor: 'Senior', mentee: ['Junior'] },
    same: [['m1', 'e1']],
    different: [['m3', 'e5']],
    encoding: 'macroman',
    values: { none: { offen: true }, status: { Urlaub: 'active' }, wants: { zwei: 3 } },
    defaults: { capacity: 1, wants: 2 },
  },
} as const;

const DIFFERENCES = [
  ['mentees', 'AI;Apps', 'Apps'],
  ['limits', 'DE,mentee,1,2', 'DE,mentee,1,1'],
  ['pairs', 'm1,e2,score,7', 'm1,e2,score,9'],
  ['previous', 'm5,e1,draft', 'm1,e1,draft'],
] as const;

/** What people decided on the tandems of a first run. */
const DECISIONS = {
  ours: [
    [/^(m1,.*,e5,.*),draft,/mu, '$1,approved,both said yes'],
    [/^(m3,.*,e3,.*),draft,/mu, '$1,declined,no time'],
  ],
  other: [[/^(m3,.*),draft,/mu, '$1,declined,']],
} as const;

beforeAll(async () => {
  for (const name of ['ours', 'other'] as const) {
    folders[name] = mkdtempSync(join(tmpdir(), 'rmentor-forging-'));
    cpSync('fixtures/released/0.1.0', folders[name], { recursive: true });
    edit(name, 'rmentor.config.json', text => JSON.stringify({ ...JSON.parse(text), ...POLICY, ...SETTINGS[name] }));
  }
  // Somebody waits for one more mentor.
  const WAITING = 'e6,Kai Moor,kai.moor@example.org,HR,FR,5,0,2,de,Apps,,\n';
  for (const name of ['ours', 'other'] as const) edit(name, 'mentees.csv', text => `${text}${WAITING}`);
  for (const [file, from, to] of DIFFERENCES) edit('other', `${file}.csv`, text => text.replace(from, to));
  for (const name of ['ours', 'other'] as const) {
    const folder = folders[name];
    rmSync(join(folder, 'run'), { recursive: true });
    const flags = { config: join(folder, 'rmentor.config.json'), out: join(folder, 'run'), alternates: 2 };
    const first = await runMatch(flags, { program: OURS });
    expect(first, first.err).toMatchObject({ exit: 0 });
    for (const [from, to] of DECISIONS[name]) edit(name, 'run/tandems.csv', text => text.replace(from, to));
    const said = await runMatch(flags, { program: OURS });
    expect(said, said.err).toMatchObject({ exit: 0 });
  }
  forgeries = allForgeries(folders.ours, folders.other);
}, 600_000);

afterAll(() => {
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
});

function edit(folder: keyof typeof folders, file: string, change: (text: string) => string): void {
  const path = join(folders[folder], file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

const read = (file: string) => readFileSync(join(folders.ours, file), 'utf8');

/** So many of all, spread evenly over files, places and ways. */
function some(count: number): readonly Forgery[] {
  const step = Math.max(1, forgeries.length / count);
  return Array.from({ length: Math.min(count, forgeries.length) }, (_, at) => forgeries[Math.floor(at * step)]!);
}

const name = ({ file, what, how }: Forgery) => `${file}: ${what}, ${how}`;

test('there is a forgery of every field of every file, in every way', () => {
  expect(forgeries.length).toBeGreaterThan(29_000);
  const ways = new Map<string, Set<string>>();
  for (const { file, how } of forgeries) ways.set(file, (ways.get(file) ?? new Set()).add(how));
  expect(ways.size).toBe(RUN_JSON.length + TABLE_FILES.length + INPUTS.length + ['summary.md', 'config'].length);
  for (const file of RUN_JSON) expect(ways.get(`run/${file}`)?.size).toBeGreaterThanOrEqual(30);
  for (const [file, found] of ways) expect(found.size, file).toBeGreaterThanOrEqual(file.endsWith('.md') ? 12 : 19);
});

test('no forgery is proven that says anything else, and none ends in a fault', { timeout: 36_000_000 }, async () => {
  const asked = some(runs(2200));
  const answers = answersTo(asked, folders.ours, OURS);
  const wrong: string[] = [];
  for (const [at, forgery] of asked.entries()) wrong.push(...(await wrongAnswer(forgery, answers[at]!)));
  expect(wrong).toEqual([]);
});

/** What is wrong with an answer to a forgery. */
async function wrongAnswer(forgery: Forgery, { exit, out = '', fault }: Answer): Promise<string[]> {
  if (fault !== undefined) return [`${name(forgery)}: ${fault}`];
  if (exit !== 0 || saysTheSame(forgery, read(forgery.file))) return [];
  // A certificate that names another version is told to be another version's.
  if (forgery.what === 'program' && out.startsWith('made by')) return [];
  // Without a config a run is proven by the settings and rules of its certificate, and it is said that there was none.
  const isAlone = out.includes('there was no config to compare them with');
  const certificate = forgery.files['run/certificate.json'] ?? read('run/certificate.json');
  if (isAlone && (await areTandemsOf(certificate))) return [];
  return [`${name(forgery)} is ${out.split('\n')[0]}`];
}

/** Whether matching anew, by a config that asks for what a certificate says, gives the tandems of the run. */
async function areTandemsOf(certificate: string): Promise<boolean> {
  const config = join(folders.ours, 'held.config.json');
  const out = join(folders.ours, 'again');
  const { mentors, mentees, limits, pairs, history, previous } = JSON.parse(read('rmentor.config.json'));
  const sheets = { mentors, mentees, limits, pairs, history, previous };
  writeFileSync(config, JSON.stringify({ ...sheets, ...configSaying(JSON.parse(certificate)) }));
  // With the same decisions, which are taken from where the new run goes.
  rmSync(out, { recursive: true, force: true });
  cpSync(join(folders.ours, 'run'), out, { recursive: true });
  const { exit } = await runMatch({ config, out });
  return exit === 0 && pairsIn(read('again/tandems.csv')) === pairsIn(read('run/tandems.csv'));
}

/** Each pair of ids, in any order. */
function pairsIn(tandems: string): string {
  const [header = [], ...rows] = rowsOf(tandems);
  const at = ['mentor_id', 'mentee_id'].map(column => header.indexOf(column));
  const pairs = rows.map(row => at.map(index => row[index]).join());
  return pairs.sort().join('\n');
}

interface Said {
  readonly settings: object;
  readonly policy: { readonly [key: string]: Json };
}

/** A config that says all of what a certificate holds, and leaves nothing to a preset. */
function configSaying({ settings, policy }: Said): object {
  const { levels, must, prefer, objective, pairsOnly, repeatAfterMonths, start } = policy;
  const asRule = (rule: object) =>
    Object.fromEntries(Object.entries(rule).filter(([, is]) => is !== null && is !== ''));
  const inOnes = ({ ranks, ...rule }: { readonly ranks?: readonly number[] }) =>
    ranks === undefined ? rule : { ...rule, ranks: ranks.map(fit => fit / 1000) };
  return {
    ...settings,
    preset: 'none',
    levels,
    must: (must as object[]).map(asRule),
    prefer: (prefer as object[]).map(asRule).map(inOnes),
    objective: (objective as { kind: string; preference?: string }[]).map(({ kind, preference }) => preference ?? kind),
    ...(start === '' ? {} : { start }),
    ...(repeatAfterMonths === null ? {} : { repeat: { afterMonths: repeatAfterMonths } }),
    ...(pairsOnly ? { pairs: { file: 'pairs.csv', only: true } } : {}),
  };
}

test('what is written otherwise and says the same is proven', () => {
  const turned = (text: string) =>
    JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse()), null, 7);
  const files = RUN_JSON.map(file => `run/${file}`);
  const same = files.map(file => ({ file, what: 'all', how: 'turned', files: { [file]: turned(read(file)) } }));
  for (const { exit, out } of answersTo(same, folders.ours, OURS)) {
    expect(out).toMatch(/^PROVEN/u);
    expect(exit).toBe(0);
  }
});

test('whoever names another version gets no wrong tandem past, only other words', () => {
  const certificate = JSON.parse(read('run/certificate.json')) as { readonly [key: string]: Json };
  const program = 'rmentor 0.1.9';
  const own = String(certificate['run']);
  const run = computeRunId(program, certificate as unknown as RunOrigin);
  const claimed = JSON.stringify(resealed({ ...certificate, program, run }));
  const forged = (file: string, text: string): Forgery => ({
    ...{ file, what: 'all', how: 'as another version' },
    files: {
      'run/certificate.json': claimed,
      'run/summary.json': read('run/summary.json').replace(own, run),
      'run/summary.md': read('run/summary.md').replace(own, run),
      [file]: text,
    },
  });
  const tandems = read('run/tandems.csv');
  const [fine, ...bad] = answersTo(
    [
      forged('run/summary.md', 'Everything is best.'),
      forged('run/tandems.csv', tandems.replace('Finn Roth', 'Hugo Blanc')),
      forged('run/tandems.csv', tandems.replace('finn.roth@', 'hugo.blanc@')),
      forged('run/tandems.csv', tandems.replace(/m5,.*\r\n/u, '')),
      forged('run/tandems.csv', tandems.slice(0, -4)),
      forged('pairs.csv', read('pairs.csv').replace('score,7', 'score,8')),
    ],
    folders.ours,
    OURS,
  );
  expect(fine).toMatchObject({ exit: 0, out: expect.stringMatching(/^made by 0\.1\.9: .* not compared/u) });
  expect(bad.map(({ exit, fault }) => fault ?? exit)).toEqual([4, 4, 4, 4, 2]);
});

test('the program itself answers forgeries with little memory and time, without a fault of its own', () => {
  const deep = forgeries.filter(({ how }) => how === 'nested deep' || how === 'deep' || how === 'a long list');
  const asked = [...deep.filter((_, at) => at % Math.ceil(deep.length / 8) === 0), ...some(12)];
  for (const forgery of asked) {
    for (const [file, text] of Object.entries(forgery.files)) {
      const before = read(file);
      if (text === null) continue;
      writeFileSync(join(folders.ours, file), text);
      const { status, stdout, stderr } = held([resolve('bin/rmentor.js'), 'verify', 'run'], { cwd: folders.ours });
      writeFileSync(join(folders.ours, file), before);
      expect(stderr, name(forgery)).not.toContain('internal error');
      expect([2, 4, 5, ...(saysTheSame(forgery, before) ? [0] : [])], `${name(forgery)}: ${stdout}${stderr}`).toContain(
        status,
      );
    }
  }
});
