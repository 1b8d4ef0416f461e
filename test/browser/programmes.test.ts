import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, openPage } from '../support/browsers.ts';
import { askEngine, PROGRAM_PAGE } from '../support/engine.ts';

const PROGRAM = resolve('bin/rmentor.js');

/** Folders of which each is a programme, and programmes. */
const FOLDERS = ['fixtures/policy', 'fixtures/tasks'];
const SINGLE = ['bottlenecks', 'without-data', 'first-steps', 'explain', 'feedback', 'hand-over', 'released/0.2.0'];

/** One folder for all, since all browsers are held against the same runs. */
const work = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function makeFolder(): string {
  return mkdtempSync(join(work, 'programme-'));
}

/** A programme, and what the command line makes of it. */
interface Programme {
  readonly name: string;
  readonly files: readonly string[];
  readonly json: string;
  readonly run: Readonly<Record<string, string>>;
}

/** Flags are no part of a programme: the page has none. */
function listFolders(): readonly string[] {
  const inside = FOLDERS.flatMap(folder => readdirSync(folder).map(name => join(folder, name)));
  const all = [...inside, ...SINGLE.map(name => join('fixtures', name))];
  return all.filter(folder => !existsSync(join(folder, 'args.txt')));
}

/** The files that a programme is read from; what is expected of it lies beside them. */
function listInputs(folder: string): readonly string[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile());
  return names
    .map(({ name }) => name)
    .filter(name => /\.(?:csv|xlsx)$/u.test(name) || name === 'rmentor.config.json')
    .filter(name => !/^(?:expected|alternates)/u.test(name))
    .map(name => join(folder, name));
}

const POLICY = { preset: 'none', objective: ['mentees', 'score'], pairs: { file: 'pairs.csv', only: true } };

/** A case of the collection as a programme: its scores are pairs that may meet, in thousandths. */
function writeCase(name: string): string {
  const [source, folder] = [join('fixtures/cases', name), join(makeFolder(), name)];
  mkdirSync(folder);
  const scores: Readonly<Record<string, string>>[] = parse(readFileSync(join(source, 'pair_scores.csv')), {
    bom: true,
    columns: true,
  });
  const rows = scores.map(row => `${row['mentor_id']},${row['mentee_id']},score,${Number(row['score']).toFixed(3)}`);
  writeFileSync(join(folder, 'pairs.csv'), ['mentor,mentee,action,points', ...rows].join('\n'));
  writeFileSync(
    join(folder, 'rmentor.config.json'),
    JSON.stringify({ ...POLICY, mentors: 'mentors.csv', mentees: 'mentees.csv' }),
  );
  for (const sheet of ['mentors.csv', 'mentees.csv']) cpSync(join(source, sheet), join(folder, sheet));
  return folder;
}

function matchByCommand(source: string): Promise<Programme> {
  const files = listInputs(source);
  const folder = makeFolder();
  for (const path of files) cpSync(path, join(folder, basename(path)));
  const args = [PROGRAM, 'match', '--bundle', '--out', 'run', '--json'];
  const read = (): Programme['run'] => {
    if (!existsSync(join(folder, 'run'))) return {};
    const names = readdirSync(join(folder, 'run'));
    return Object.fromEntries(names.map(name => [name, readFileSync(join(folder, 'run', name)).toString('base64')]));
  };
  return new Promise(settle =>
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }, (_, json) =>
      settle({ name: source, files, json, run: read() }),
    ),
  );
}

/** So many at once: a machine has few cores. */
const AT_ONCE = 3;

async function mapInTurns<One, Other>(list: readonly One[], act: (one: One) => Promise<Other>): Promise<Other[]> {
  const done: Other[] = [];
  for (let at = 0; at < list.length; at += AT_ONCE) {
    done.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(act))));
  }
  return done;
}

let programmes: readonly Programme[] = [];
const LONG = 300_000;

beforeAll(async () => {
  const cases = readdirSync('fixtures/cases', { withFileTypes: true }).filter(entry => entry.isDirectory());
  const folders = [...listFolders(), ...cases.map(({ name }) => writeCase(name))];
  programmes = await mapInTurns(folders, matchByCommand);
  expect(programmes.length).toBeGreaterThan(95);
  expect(programmes.filter(({ run }) => 'certificate.json' in run).length).toBeGreaterThan(90);
}, LONG);

describe.each(BROWSERS)('in %s', browser => {
  test(
    'every programme of the fixtures comes to what the command line makes of it, byte for byte',
    async () => {
      const page = await openPage(browser, PROGRAM_PAGE);
      const others = await mapInTurns(programmes, async ({ name, files, json, run }) => {
        const roles = { mentors: 'mentors.csv', mentees: 'mentees.csv' };
        const answer = await askEngine(page, 'match', files, roles);
        const made = answer.run ?? {};
        const differing = Object.keys({ ...run, ...made }).filter(file => run[file] !== made[file]);
        return [
          ...((answer.json ?? '') === json ? [] : [`${name}: JSON`]),
          ...differing.map(file => `${name}: ${file}`),
        ];
      });
      expect(others.flat()).toEqual([]);
    },
    LONG,
  );
});
