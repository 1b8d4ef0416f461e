/** @module-tag slow */

import fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeKey, readKey } from '../../src/io/key-file.ts';
import { publish, recover } from '../../src/io/publish.ts';
import { putSheet } from '../../src/io/put.ts';
import { runs } from '../support/runs.ts';
import { cutPower, describeTree, layTree, listOpen, type PowerCut, type Recording, record } from './power-cut.ts';
import { contentOf, DEAD, filesOf, KIND, lay, newFolder, publicationOf } from './support.ts';

/** Who writes when the power goes: nobody that lives afterwards. */
const GONE = { host: 'here', pid: DEAD };
const HERE = { host: 'here', pid: process.pid };
const foreign = { 'Urlaub.xlsx': 'not ours' };

/** What the folder holds before, and what of that stays. */
const beginnings = [
  { name: 'no folder', before: null, stays: {}, at: ['out'] },
  { name: 'no folder around it', before: null, stays: {}, at: ['deep', 'er', 'out'] },
  { name: 'an empty folder', before: {}, stays: {}, at: ['out'] },
  { name: 'an earlier run', before: filesOf(1), stays: {}, at: ['out'] },
  { name: 'a run among foreign files', before: { ...filesOf(1), ...foreign }, stays: foreign, at: ['out'] },
] as const;

type Beginning = (typeof beginnings)[number];

let home = '';
let out = '';

beforeEach(() => {
  home = newFolder();
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(home, { recursive: true, force: true });
});

/** All that publishing run 2 changes. */
function publishing({ before, at }: Beginning): Promise<Recording> {
  out = join(home, ...at);
  if (before !== null) lay(out, before);
  return record(home, () => publish(publicationOf(out, 2, { force: true }), GONE));
}

function layAnew(tree: ReturnType<typeof cutPower>): void {
  for (const name of fs.readdirSync(home)) fs.rmSync(join(home, name), { recursive: true });
  layTree(tree, home);
}

/** One run stands there, whole, and nothing beside it. */
function expectOldOrNew({ before, stays }: Beginning, isOver: boolean): void {
  const content = fs.existsSync(out) ? contentOf(out) : null;
  const isNew = content !== null && content['certificate.json'] === filesOf(2)['certificate.json'];
  expect(content).toEqual(isNew ? { ...filesOf(2), ...stays } : before);
  if (isOver) expect(isNew).toBe(true);
  const parent = join(out, '..');
  expect(fs.existsSync(parent) ? fs.readdirSync(parent).filter(name => name.startsWith('.')) : []).toEqual([]);
}

/** Of what the disk need not keep: the first so many, one alone, all but one. */
function* listCuts(recording: Recording): Generator<PowerCut> {
  for (let after = 0; after <= recording.changes.length; after++) {
    const open = listOpen(recording, after);
    for (const harm of [0, 0.5, 1]) yield { after, isKept: () => true, harm: () => harm };
    for (const one of [...open, after]) {
      yield { after, isKept: at => at < one, harm: () => 0.5 };
      yield { after, isKept: at => at === one, harm: () => 0.5 };
      yield { after, isKept: at => at !== one, harm: () => 0.5 };
    }
  }
}

/** @returns any power cut during a recording, by three numbers from 0 to 1 and what is kept of so many changes. */
const anyCut = fc.record({
  when: fc.double({ min: 0, max: 1, noNaN: true }),
  kept: fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }),
  harms: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }),
});

function makeCut(
  { changes }: Recording,
  { when, kept, harms }: typeof anyCut extends fc.Arbitrary<infer C> ? C : never,
): PowerCut {
  return {
    after: Math.round(when * changes.length),
    isKept: at => kept[at % kept.length]!,
    harm: at => harms[at % harms.length]!,
  };
}

describe('a power cut at any moment', { timeout: 180_000 }, () => {
  it.each(beginnings)(
    'leaves the old or the new run, and the new one where it was said to be there: $name',
    async c => {
      const recording = await publishing(c);
      vi.spyOn(fs, 'fsyncSync').mockReturnValue();
      const seen = new Set<string>();
      for (const cut of listCuts(recording)) {
        const tree = cutPower(recording, cut);
        const isOver = cut.after === recording.changes.length;
        const state = `${isOver} ${describeTree(tree)}`;
        if (seen.has(state)) continue;
        seen.add(state);
        layAnew(tree);
        recover(out, KIND, HERE);
        expectOldOrNew(c, isOver);
      }
      expect(seen.size).toBeGreaterThan(50);
    },
  );

  it.each(beginnings)('and another one while that is put right leave the old or the new run: $name', async c => {
    const recording = await publishing(c);
    vi.spyOn(fs, 'fsyncSync').mockReturnValue();
    const hinder = fc.asyncProperty(anyCut, anyCut, async (first, second) => {
      layAnew(cutPower(recording, makeCut(recording, first)));
      const again = await record(home, () => recover(out, KIND, GONE));
      layAnew(cutPower(again, makeCut(again, second)));
      recover(out, KIND, HERE);
      expectOldOrNew(c, false);
      await publish(publicationOf(out, 3, { force: true }), HERE);
      expect(contentOf(out)).toEqual({ ...filesOf(3), ...c.stays });
    });
    await fc.assert(hinder, { numRuns: runs(200) });
  });
});

it('a power cut while earlier files are taken back leaves the earlier run', async () => {
  out = join(home, 'out');
  const temp = join(home, '.out.rmentor-tmp');
  const names = Object.keys(filesOf(2));
  lay(temp, { names: names.join('\n'), [`lock-${DEAD}`]: '' });
  lay(join(temp, 'aside'), filesOf(1));
  lay(join(temp, 'new'), { 'certificate.json': filesOf(2)['certificate.json']! });
  lay(out, { 'tandems.csv': filesOf(2)['tandems.csv']!, ...foreign });
  const recording = await record(home, () => recover(out, KIND, GONE));
  vi.spyOn(fs, 'fsyncSync').mockReturnValue();
  for (const cut of listCuts(recording)) {
    layAnew(cutPower(recording, cut));
    recover(out, KIND, HERE);
    expect(contentOf(out)).toEqual({ ...filesOf(1), ...foreign });
    expect(fs.readdirSync(home)).toEqual(['out']);
  }
});

describe('a power cut after it was said to be there', () => {
  /** @returns each state in which the disk may be then. */
  async function* cutAfter(call: () => void): AsyncGenerator<void> {
    const recording = await record(home, call);
    vi.spyOn(fs, 'fsyncSync').mockReturnValue();
    for (const cut of listCuts(recording)) {
      if (cut.after < recording.changes.length) continue;
      layAnew(cutPower(recording, cut));
      yield;
    }
  }

  it('loses no key', async () => {
    const path = join(home, 'key');
    for await (const _ of cutAfter(() => makeKey(path))) expect(readKey(path)).toHaveLength(64);
  });

  it('loses no file that was put in its place', async () => {
    const path = join(home, 'handed-over.json');
    fs.writeFileSync(path, 'old');
    for await (const _ of cutAfter(() => putSheet(path, '--from', 'new', () => true))) {
      expect(fs.readFileSync(path, 'utf8')).toBe('new');
    }
  });
});

it('of what no call to keep it was made for, the disk of these tests may lose each', async () => {
  out = join(home, 'out');
  lay(out, { a: 'old' });
  const recording = await record(home, () => {
    const fd = fs.openSync(join(out, 'b'), 'wx');
    fs.writeFileSync(fd, 'new');
    fs.closeSync(fd);
    fs.renameSync(join(out, 'b'), join(out, 'a'));
  });
  const states = new Set([...listCuts(recording)].map(cut => describeTree(cutPower(recording, cut))));
  const inFolder = (...names: string[]) => `{out:{${names.join()}}}`;
  const [old, fresh, half, zeros, empty] = ['old', 'new', 'n', '\0\0\0', ''].map(text => JSON.stringify(text));
  expect(states).toEqual(
    new Set([
      inFolder(`a:${old}`),
      ...[empty, half, fresh, zeros].map(b => inFolder(`a:${old}`, `b:${b}`)),
      ...[empty, half, fresh, zeros].map(a => inFolder(`a:${a}`)),
    ]),
  );
});
