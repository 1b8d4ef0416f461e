import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unpackFiles } from '../../src/web/engine/archives.ts';
import { BROWSERS, type BrowserName, openPage } from '../support/browsers.ts';
import { askEngine, PROGRAM_PAGE } from '../support/engine.ts';
import { workFolder } from '../support/run.ts';

const PROGRAM = resolve('bin/rmentor.js');

/** What the program prints for a call in a folder. */
function call(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const said = new Map<string, ReturnType<typeof call>>();

/** The same for a folder that holds copies of files: asked once for all browsers. */
function callOnCopies(paths: readonly string[], ...args: string[]) {
  const key = [...paths, ...args].join('\n');
  const known = said.get(key) ?? call(copyFiles(paths), ...args);
  said.set(key, known);
  return known;
}

function listFiles(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(folder, name)).toString('base64')]));
}

/** A folder with copies of files: nothing but what the page is given. */
function copyFiles(paths: readonly string[]): string {
  const folder = workFolder();
  for (const path of paths) cpSync(path, join(folder, basename(path)));
  return folder;
}

const MODEL = ['mentors.csv', 'mentees.csv', 'limits.csv', 'rmentor.config.json'].map(
  name => `fixtures/model-programme/${name}`,
);

const REALWORLD = readdirSync('fixtures/realworld').filter(name => name !== 'expected.json');

/** Cases of which nothing says how they are called: their sheets are matched. */
const FAULTY = readdirSync('fixtures/bad-inputs', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)
  .filter(name => !['args.txt', 'before.txt'].some(file => existsSync(join('fixtures/bad-inputs', name, file))))
  .filter(name => readdirSync(join('fixtures/bad-inputs', name), { withFileTypes: true }).every(file => file.isFile()));

const makeFlags = (roles: Readonly<Record<string, string>>) =>
  Object.entries(roles).flatMap(([role, file]) => [`--${role}`, file]);

/** A call of the command line takes its time. */
const LONG = { timeout: 300_000 };

const open = (browser: BrowserName) => openPage(browser, PROGRAM_PAGE);

describe.each(BROWSERS)('in %s', browser => {
  test('the model programme is matched as on the command line, byte for byte, and what is downloaded is proven', async () => {
    const folder = copyFiles(MODEL);
    const page = await open(browser);
    const validated = await askEngine(page, 'validate', MODEL, {});
    expect(validated.json).toBe(call(folder, 'validate', '--json').stdout);
    const checked = await askEngine(page, 'check', MODEL, {});
    expect(checked.json).toBe(call(folder, 'check', '--json').stdout);
    expect(call(folder, 'match', '--bundle', '--out', 'run').status).toBe(0);
    const matched = await askEngine(page, 'match', MODEL, {});
    expect(matched.kind).toBe('matched');
    expect(matched.run).toEqual(listFiles(join(folder, 'run')));
    const unpacked = unpackFiles(Buffer.from(matched.zip, 'base64'));
    const [target, archive] = [join(folder, 'unpacked'), join(folder, 'rmentor-run.zip')];
    mkdirSync(join(target, 'run'), { recursive: true });
    for (const [name, bytes] of unpacked) writeFileSync(join(target, 'run', name), bytes);
    writeFileSync(archive, Buffer.from(matched.zip, 'base64'));
    const verified = call(target, 'verify', 'run', '--json');
    expect([verified.status, JSON.parse(verified.stdout).proven]).toEqual([0, true]);
    const judged = await askEngine(page, 'verify', [archive], {});
    expect(judged.json).toBe(verified.stdout);
  });

  test('a run that was edited is refuted as on the command line', async () => {
    const folder = copyFiles(MODEL);
    call(folder, 'match', '--bundle', '--out', 'run');
    const path = join(folder, 'run', 'tandems.csv');
    const lines = readFileSync(path, 'utf8').split('\r\n');
    writeFileSync(path, [...lines.slice(0, 1), ...lines.slice(2)].join('\r\n'));
    const page = await open(browser);
    const files = readdirSync(join(folder, 'run')).map(name => join(folder, 'run', name));
    const judged = await askEngine(page, 'verify', files, {});
    const verified = call(folder, 'verify', 'run', '--json');
    expect([verified.status, JSON.parse(judged.json).proven]).toEqual([4, false]);
    expect(judged.json).toBe(verified.stdout);
  });

  test('of every sheet of the collection the same is understood, and the same problems are told', LONG, async () => {
    const page = await open(browser);
    for (const name of REALWORLD) {
      const paths = ['fixtures/first-steps/mentees.csv', join('fixtures/realworld', name)];
      for (const roles of [
        { mentors: name, mentees: 'mentees.csv' },
        { mentors: 'mentees.csv', mentees: name },
      ]) {
        const { json } = await askEngine(page, 'validate', paths, roles);
        expect([name, json]).toEqual([name, callOnCopies(paths, 'validate', '--json', ...makeFlags(roles)).stdout]);
        expect(JSON.parse(json).sheets.length).toBeGreaterThan(0);
      }
    }
  });

  test('inputs that are wrong are refused as on the command line', LONG, async () => {
    const page = await open(browser);
    const kinds = new Set<string>();
    for (const name of FAULTY) {
      const source = join('fixtures/bad-inputs', name);
      const files = readdirSync(source).filter(file => file !== 'expected.txt');
      const roles = Object.fromEntries(
        ['mentors', 'mentees', 'limits', 'pairs'].flatMap(role =>
          files.includes(`${role}.csv`) ? [[role, `${role}.csv`]] : [],
        ),
      );
      const paths = files.map(file => join(source, file));
      const { kind, json, message } = await askEngine(page, 'match', paths, roles);
      kinds.add(kind);
      const told = callOnCopies(paths, 'match', '--json', '--bundle', '--out', 'run', ...makeFlags(roles));
      expect([name, json ?? '']).toEqual([name, told.stdout]);
      if (kind === 'trouble') expect(told.stderr.replace(/\s+/gu, ' ')).toContain(message.replace(/\s+/gu, ' '));
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['refused', 'clash', 'trouble']));
  });
});
