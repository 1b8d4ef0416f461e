import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../src/domain/errors.ts';
import { createFiles } from '../../src/io/create.ts';
import { putSheet, readStart, writeNew } from '../../src/io/put.ts';
import { contentOf, lay, newFolder, openFiles, systemError, troubleOf } from './support.ts';

const onWindows = process.platform === 'win32';
const isOurs = (start: string) => start.startsWith('ours');
let home = '';
let path = '';
let fresh = '';

beforeEach(() => {
  home = newFolder();
  path = join(home, 'errors.csv');
  fresh = join(home, '.errors.csv.rmentor-tmp');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(home, { recursive: true, force: true });
});

/** The system refuses a call, from the nth one on. */
function failing(name: 'writeFileSync' | 'fsyncSync' | 'openSync' | 'renameSync', code: string, from = 1): void {
  const real = fs[name] as (...args: unknown[]) => unknown;
  let count = 0;
  vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
    count += 1;
    if (count >= from) throw systemError(code, name.slice(0, -4));
    return real(...args);
  }) as never);
}

const put = (text = 'ours 2') => putSheet(path, '--errors', text, isOurs);

describe('a sheet that is put in its place', () => {
  it.skipIf(onWindows).each([0o000, 0o077])('is for its owner only, whatever the umask: %o', umask => {
    const before = process.umask(umask);
    try {
      put();
    } finally {
      process.umask(before);
    }
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);
    expect(contentOf(home)).toEqual({ 'errors.csv': 'ours 2' });
  });

  it('replaces an earlier one, and is kept by the disk before and after', () => {
    lay(home, { 'errors.csv': 'ours 1' });
    const events: string[] = [];
    const rename = fs.renameSync;
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => void events.push('keep'));
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      events.push(`${from} > ${to}`);
      rename(from, to);
    });
    put();
    expect(contentOf(home)).toEqual({ 'errors.csv': 'ours 2' });
    expect(events).toEqual(['keep', `${fresh} > ${path}`, ...(onWindows ? [] : ['keep'])]);
  });

  it.each([
    ['another file', () => lay(home, { 'errors.csv': 'mine' }), 'is there already, and rmentor did not write it'],
    ['a folder', () => fs.mkdirSync(path), 'is a folder'],
  ])('takes the place of nothing else: %s', async (_, laying, words) => {
    laying();
    const before = contentOf(home);
    const hint = 'Name another file with --errors.';
    expect(await troubleOf(put)).toMatchObject({ exit: EXIT.input, message: `${path} ${words}`, hint });
    expect(contentOf(home)).toEqual(before);
  });

  it.each([
    ['writeFileSync', 'ENOSPC', 'the disk is full'],
    ['fsyncSync', 'EIO', 'the disk reports an error'],
    ['openSync', 'EROFS', 'the disk is read-only'],
    ['renameSync', 'EXDEV', 'it is a disk of its own'],
  ] as const)('lets the earlier one stand where %s fails with %s', async (call, code, words) => {
    lay(home, { 'errors.csv': 'ours 1' });
    // The first file that is opened is the earlier sheet, to see whose it is.
    failing(call, code, call === 'openSync' ? 2 : 1);
    expect(await troubleOf(put)).toMatchObject({
      exit: EXIT.machine,
      message: `${path} could not be written: ${words}`,
      hint: 'Name another file with --errors.',
    });
    expect(contentOf(home)).toEqual({ 'errors.csv': 'ours 1' });
  });

  it('waits a moment for Excel, and says then to close it', async () => {
    const waits = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
    failing('renameSync', 'EBUSY');
    expect(await troubleOf(put)).toMatchObject({
      exit: EXIT.machine,
      message: `${path} could not be written: it is in use by another program`,
      hint: 'Close it in Excel and run again.',
    });
    expect(waits.mock.calls.map(([, , , milliseconds]) => milliseconds)).toEqual([50, 100, 200, 400]);
    expect(fs.renameSync).toHaveBeenCalledTimes(5);
    expect(contentOf(home)).toEqual({});
  });

  it.each(['EPERM', 'EBUSY', 'EACCES'])('is put when it is let go after four times: %s', code => {
    vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out');
    const rename = fs.renameSync;
    let left = 4;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      left -= 1;
      if (left >= 0) throw systemError(code, 'rename');
      rename(from, to);
    });
    put();
    expect(contentOf(home)).toEqual({ 'errors.csv': 'ours 2' });
  });

  it('clears away what a run that was killed left of it', () => {
    lay(home, { '.errors.csv.rmentor-tmp': 'half' });
    put();
    expect(contentOf(home)).toEqual({ 'errors.csv': 'ours 2' });
  });

  it('says what is in the way where a folder has the name of what it writes first', async () => {
    lay(fresh, { 'precious.txt': 'mine' });
    expect(await troubleOf(put)).toMatchObject({
      exit: EXIT.machine,
      message: `${fresh} is in the way and is not from a run of yours`,
    });
    expect(contentOf(fresh)).toEqual({ 'precious.txt': 'mine' });
  });

  it('passes on what is a fault of ours', () => {
    expect(() => put(7 as never)).toThrow(TypeError);
    expect(contentOf(home)).toEqual({});
  });
});

describe('the start of a file', () => {
  it('is read as far as any header goes', () => {
    lay(home, { 'errors.csv': 'é'.repeat(2000) });
    expect(readStart(path)).toBe('é'.repeat(512));
    lay(home, { 'errors.csv': '' });
    expect(readStart(path)).toBe('');
  });
});

describe('a new file', () => {
  it('is closed, and so is one that it replaces', () => {
    const open = openFiles();
    put();
    put('ours 3');
    expect(open).toEqual(new Set());
  });

  it('is told of once it is there, and never written over another', () => {
    const told: string[] = [];
    writeNew(path, 'new', () => told.push(fs.readFileSync(path, 'utf8')));
    expect(told).toEqual(['']);
    expect(fs.readFileSync(path, 'utf8')).toBe('new');
    expect(() => writeNew(path, 'newer', () => told.push('again'))).toThrow('EEXIST');
    expect(told).toHaveLength(1);
    expect(fs.readFileSync(path, 'utf8')).toBe('new');
  });
});

describe('files that are made all or none', () => {
  const files = new Map([
    ['one.csv', 'one'],
    ['two.csv', 'two'],
  ]);

  it.skipIf(onWindows).each([0o000, 0o077])('are for their owner only, whatever the umask: %o', umask => {
    const before = process.umask(umask);
    try {
      createFiles(join(home, 'new'), files);
    } finally {
      process.umask(before);
    }
    expect(contentOf(join(home, 'new'))).toEqual({ 'one.csv': 'one', 'two.csv': 'two' });
    for (const name of files.keys()) expect(fs.statSync(join(home, 'new', name)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['writeFileSync', 'ENOSPC', 'the disk is full', 2],
    ['fsyncSync', 'EIO', 'the disk reports an error', 2],
    ['openSync', 'EACCES', 'no permission', 2],
    ['openSync', 'EROFS', 'the disk is read-only', 1],
  ] as const)('leave nothing where %s fails with %s', async (call, code, words, from) => {
    lay(home, { 'mine.csv': 'mine' });
    failing(call, code, from);
    expect(await troubleOf(() => createFiles(home, files))).toMatchObject({
      exit: EXIT.machine,
      message: `${home} could not be written: ${words}; nothing was written`,
      hint: 'Choose another folder.',
    });
    expect(contentOf(home)).toEqual({ 'mine.csv': 'mine' });
  });

  it('leave no folder that was made for them', async () => {
    failing('fsyncSync', 'EIO', 2);
    expect((await troubleOf(() => createFiles(join(home, 'a', 'b'), files))).exit).toBe(EXIT.machine);
    expect(contentOf(home)).toEqual({});
  });

  it('leave a folder that somebody has put something into meanwhile', async () => {
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      lay(join(home, 'a'), { 'mine.csv': 'mine' });
      throw systemError('EIO', 'fsync');
    });
    expect((await troubleOf(() => createFiles(join(home, 'a', 'b'), files))).exit).toBe(EXIT.machine);
    expect(contentOf(home)).toEqual({ a: '(folder)' });
    expect(contentOf(join(home, 'a'))).toEqual({ 'mine.csv': 'mine' });
  });

  it('leave what has come to be meanwhile, and take their own back', async () => {
    lay(home, { 'two.csv': 'mine' });
    expect(await troubleOf(() => createFiles(home, files))).toMatchObject({
      exit: EXIT.input,
      message: `another program has written a file of the same name to ${home}; nothing was written`,
    });
    expect(contentOf(home)).toEqual({ 'two.csv': 'mine' });
  });

  it.each(['one.csv', 'one.csv/deep'])('cannot be made where a part of the path is a file: %s', async name => {
    lay(home, { 'one.csv': 'mine' });
    expect(await troubleOf(() => createFiles(join(home, name), files))).toMatchObject({
      exit: EXIT.input,
      message: `${join(home, name)} cannot be created: a part of its path is a file`,
    });
  });

  it('are kept by the disk, and their folder too', () => {
    const kept = vi.spyOn(fs, 'fsyncSync').mockImplementation(() => undefined);
    createFiles(home, files);
    expect(kept).toHaveBeenCalledTimes(onWindows ? 2 : 3);
  });

  it('pass on what is a fault of ours', () => {
    expect(() => createFiles(home, new Map([['one.csv', 7 as never]]))).toThrow(TypeError);
    expect(contentOf(home)).toEqual({});
  });

  it('pass on what is a fault of ours while folders are taken back', () => {
    failing('fsyncSync', 'EIO', 2);
    vi.spyOn(fs, 'rmdirSync').mockImplementation(() => {
      throw new TypeError('ours');
    });
    expect(() => createFiles(join(home, 'a', 'b'), files)).toThrow(new TypeError('ours'));
  });

  it('are closed, whether all can be made or not', async () => {
    const open = openFiles();
    createFiles(home, files);
    expect(open).toEqual(new Set());
    await troubleOf(() => createFiles(home, files));
    failing('writeFileSync', 'ENOSPC');
    await troubleOf(() => createFiles(join(home, 'other'), files));
    expect(open).toEqual(new Set());
  });

  it('may be gone already when they are taken back', async () => {
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      fs.rmSync(join(home, 'one.csv'));
      throw systemError('EIO', 'fsync');
    });
    expect((await troubleOf(() => createFiles(home, files))).message).toBe(
      `${home} could not be written: the disk reports an error; nothing was written`,
    );
  });
});
