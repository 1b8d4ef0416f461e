import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileContent } from '../../src/domain/disk.ts';
import { EXIT } from '../../src/domain/errors.ts';
import { publish, recover } from '../../src/io/publish.ts';
import { contentOf, filesOf, KIND, lay, newFolder, publicationOf, systemError, troubleOf } from './support.ts';

let home = '';
let out = '';
let temp = '';
let old = '';

beforeEach(() => {
  home = newFolder();
  out = join(home, 'out');
  temp = join(home, '.out.rmentor-tmp');
  old = join(home, '.out.rmentor-old');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(home, { recursive: true, force: true });
});

function expectTidy(): void {
  expect(fs.readdirSync(home).filter(name => name.startsWith('.'))).toEqual([]);
}

/** Run 2, whose first file has two pieces; something happens before the second. */
function during(happening: () => void) {
  function* pieces() {
    yield 'x'.repeat(70_000);
    happening();
    yield 'y';
  }
  const files = new Map<string, FileContent>([
    ['tandems.csv', pieces()],
    ['certificate.json', '{"run":2}'],
  ]);
  return publicationOf(out, 2, { files });
}

const SIGNALS = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

describe('a signal', () => {
  it.each(SIGNALS)('while files are written tidies up and ends the process: %s', async (signal, code) => {
    await publish(publicationOf(out, 1));
    const exit = vi.spyOn(process, 'exit').mockImplementation(end => {
      expectTidy();
      throw new Error(`ended with ${end}`);
    });
    await expect(publish(during(() => process.emit(signal)))).rejects.toThrow(`ended with ${code}`);
    expect(exit.mock.calls).toEqual([[code]]);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it.each(SIGNALS)('is heard between two pieces of a file: %s', async (signal, code) => {
    await publish(publicationOf(out, 1));
    const stood: unknown[] = [];
    vi.spyOn(process, 'exit').mockImplementation(((end: number) => stood.push(end, contentOf(out))) as never);
    // As the system delivers it: when nothing else is at work.
    const trouble = await troubleOf(() => publish(during(() => setImmediate(() => process.emit(signal)))));
    expect(stood).toEqual([code, filesOf(1)]);
    // This process has not ended, and finds that it has given the folder up.
    expect(trouble.message).toContain('another run has taken over');
  });

  it.each(SIGNALS)('between the renames is heard when all is done: %s', async (signal, code) => {
    await publish(publicationOf(out, 1));
    const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never);
    const rename = fs.renameSync;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      rename(from, to);
      // As the system delivers it: when nothing else is at work.
      if (to === old) setImmediate(() => process.emit(signal));
    });
    await publish(publicationOf(out, 2));
    expect(exit.mock.calls).toEqual([[code]]);
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });
});

describe('a folder that is not for us', () => {
  it('is refused before anything is written', async () => {
    lay(out, { 'mine.txt': 'mine' });
    let isMade = false;
    const publication = during(() => {
      isMade = true;
    });
    expect((await troubleOf(() => publish(publication))).exit).toBe(EXIT.input);
    expect(isMade).toBe(false);
  });
});

describe('a reader of a run', () => {
  /** The system refuses what recovery begins with, or goes on with. */
  const refusing = (name: 'mkdirSync' | 'renameSync', error: Error) =>
    vi.spyOn(fs, name).mockImplementation((() => {
      throw error;
    }) as never);

  it('does not touch the disk where nothing was left undone', async () => {
    await publish(publicationOf(out, 1));
    const made = vi.spyOn(fs, 'mkdirSync');
    recover(out, KIND);
    expect(made).not.toHaveBeenCalled();
  });

  it('may read a run that stands where it may not tidy up', () => {
    lay(out, filesOf(2));
    lay(old, filesOf(1));
    refusing('mkdirSync', systemError('EACCES', 'mkdir'));
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(2));
    expect(contentOf(old)).toEqual(filesOf(1));
  });

  it('is told where the run stands that it may not put back', async () => {
    lay(old, filesOf(1));
    refusing('mkdirSync', systemError('EROFS', 'mkdir'));
    expect(await troubleOf(() => recover(out, KIND))).toMatchObject({
      exit: EXIT.machine,
      message: `${out} could not be written: the disk is read-only; the old results are kept in ${old}, and the next run puts them back`,
      hint: 'Choose another folder.',
    });
  });

  it('is told nothing of a run that is being written for the first time', () => {
    lay(temp, { [`lock-${process.ppid}`]: '' });
    recover(out, KIND);
    expect(fs.readdirSync(home)).toEqual(['.out.rmentor-tmp']);
  });

  it('passes on what is a fault of ours', () => {
    lay(out, filesOf(2));
    lay(old, filesOf(1));
    refusing('renameSync', new TypeError('ours'));
    expect(() => recover(out, KIND)).toThrow('ours');
  });
});
