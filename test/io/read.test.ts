/** @module-tag slow */

import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../src/domain/errors.ts';
import { readAll, readBytes } from '../../src/io/read.ts';
import { CHILD_TELLING, DIST, lay, newFolder, runChild, systemError, troubleOf } from './support.ts';

const onWindows = process.platform === 'win32';
const asRoot = process.getuid?.() === 0;
let home = '';

beforeEach(() => {
  home = newFolder();
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(home, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  fs.writeFileSync(join(home, name), content);
  return join(home, name);
}

describe('readBytes', { timeout: 60_000 }, () => {
  it('gives the bytes of a file as they are', () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 31) % 256);
    expect(Buffer.compare(readBytes(file('mentors.csv', bytes)), bytes)).toBe(0);
  });

  it('gives no bytes for an empty file', () => {
    expect(readBytes(file('mentors.csv', ''))).toEqual(new Uint8Array(0));
  });

  it('names a missing file and what its folder holds instead', async () => {
    lay(home, { 'mentor.csv': '', 'mentees.csv': '', 'notes.txt': '' });
    const path = join(home, 'mentors.csv');
    const trouble = await troubleOf(() => readBytes(path));
    expect(trouble.exit).toBe(EXIT.machine);
    expect(trouble.message).toBe(`${path} does not exist`);
    expect(trouble.hint).toBe('Its folder holds "mentees.csv" and "mentor.csv".');
  });

  it('says that the folder of a missing file is missing too', async () => {
    const trouble = await troubleOf(() => readBytes(join(home, 'round2', 'mentors.csv')));
    expect(trouble.message).toContain('does not exist');
    expect(trouble.hint).toContain(`The folder ${join(home, 'round2')} cannot be read either`);
  });

  it('says of a folder that it is one', async () => {
    const trouble = await troubleOf(() => readBytes(home));
    expect(trouble).toMatchObject({ exit: EXIT.machine, message: `${home} is a folder, not a file` });
    expect(trouble.hint).not.toBeNull();
  });

  it.each([
    ['EACCES', (path: string) => `you have no permission to read ${path}`],
    ['EBUSY', (path: string) => `${path} is in use by another program`],
    ['EIO', (path: string) => `${path} could not be read: the disk reports an error`],
  ])('puts %s of the system into plain words', async (code, saying) => {
    const path = file('mentors.csv', 'id');
    vi.spyOn(fs, 'openSync').mockImplementation(() => {
      throw systemError(code, 'open');
    });
    const trouble = await troubleOf(() => readBytes(path));
    expect(trouble).toMatchObject({ exit: EXIT.machine, message: saying(path) });
    expect(trouble.hint).not.toBeNull();
  });

  it.skipIf(onWindows || asRoot)('says of a file without permission that it may not be read', async () => {
    const path = file('mentors.csv', 'id');
    fs.chmodSync(path, 0o000);
    expect((await troubleOf(() => readBytes(path))).message).toBe(`you have no permission to read ${path}`);
  });

  it('shows a name that no file can have with its invisible character', async () => {
    expect((await troubleOf(() => readBytes('men\0tors.csv'))).message).toContain('men␀tors.csv');
  });

  it('lets a fault of our own through as it is', () => {
    vi.spyOn(fs, 'openSync').mockImplementation(() => {
      throw new TypeError('a bug');
    });
    expect(() => readBytes(file('mentors.csv', 'id'))).toThrow(TypeError);
  });

  it('refuses a file that grows while it is being read', async () => {
    const path = file('mentors.csv', 'id\n1\n');
    onFirstRead(() => fs.appendFileSync(path, '2\n'));
    const trouble = await troubleOf(() => readBytes(path));
    expect(trouble).toMatchObject({ exit: EXIT.machine, message: `${path} changed while it was being read` });
  });

  it('refuses a file that is overwritten with as many bytes while it is being read', async () => {
    const path = file('mentors.csv', 'id\n1\n');
    fs.utimesSync(path, 1000, 1000);
    onFirstRead(() => fs.writeFileSync(path, 'id\n2\n'));
    expect((await troubleOf(() => readBytes(path))).message).toContain('changed while');
  });

  it.skipIf(onWindows)('refuses a file replaced meanwhile by another of the same size and time', async () => {
    const path = file('mentors.csv', 'id\n1\n');
    const other = file('other.csv', 'id\n2\n');
    for (const each of [path, other]) fs.utimesSync(each, 1000, 1000);
    onFirstRead(() => fs.renameSync(other, path));
    expect((await troubleOf(() => readBytes(path))).message).toContain('changed while');
  });

  it('refuses a file that is removed while it is being read', async () => {
    const path = file('mentors.csv', 'id\n1\n');
    onFirstRead(() => fs.rmSync(path));
    expect((await troubleOf(() => readBytes(path))).message).toContain('changed while');
  });

  it('refuses a file over 256 MiB without reading it', async () => {
    const path = file('mentors.csv', '');
    fs.truncateSync(path, 256 * 1024 * 1024 + 1);
    const reads = vi.spyOn(fs, 'readSync');
    const trouble = await troubleOf(() => readBytes(path));
    expect(trouble).toMatchObject({ exit: EXIT.machine, message: `${path} is larger than 256 MiB` });
    expect(reads).not.toHaveBeenCalled();
  });

  it.skipIf(onWindows)('stops reading an endless device at the limit', async () => {
    expect((await troubleOf(() => readBytes('/dev/zero'))).message).toBe('/dev/zero is larger than 256 MiB');
  });

  it.skipIf(!fs.existsSync('/proc/self/status'))('reads a file of the kernel, which states no size', () => {
    expect(readBytes('/proc/self/status').length).toBeGreaterThan(0);
  });

  it.skipIf(onWindows)('reads a named pipe to its end', () => {
    const pipe = join(home, 'pipe');
    execFileSync('mkfifo', [pipe]);
    spawn('sh', ['-c', `printf 'id\\n1\\n' > '${pipe}'`], { stdio: 'ignore' });
    expect(Buffer.from(readBytes(pipe)).toString()).toBe('id\n1\n');
  });

  it('waits where standard input has nothing yet, and takes the EOF error of Windows for the end', () => {
    const answers = ['EAGAIN', 'data', 'EAGAIN', 'EOF'];
    vi.spyOn(fs, 'readSync').mockImplementation(((_fd: number, into: Uint8Array) => {
      const answer = answers.shift() ?? '';
      if (answer !== 'data') throw systemError(answer, 'read');
      into.set([105, 100]);
      return 2;
    }) as never);
    expect(readBytes('-')).toEqual(Uint8Array.of(105, 100));
  });
});

describe.skipIf(onWindows)('standard input', { timeout: 60_000 }, () => {
  const reading = `
    import { readBytes } from '${DIST}read.js';
    ${CHILD_TELLING}
    try { console.log(readBytes('-').length); } catch (error) { console.log(error.exit, tell(error)); }
  `;

  it('is read to its end for "-", however slowly it comes', () => {
    expect(runChild(reading, '(printf id; sleep 0.2; printf 1) | { $NODE; }').out).toBe('3\n');
  });

  it('may be empty', () => {
    expect(runChild(reading, '$NODE < /dev/null').out).toBe('0\n');
  });

  it('is refused over the limit, however long it would go on', () => {
    expect(runChild(reading, '$NODE < /dev/zero').out).toBe('5 standard input is larger than 256 MiB\n');
  });

  it('is named where it is a folder', () => {
    expect(runChild(reading, '$NODE < /').out).toBe('5 standard input is a folder, not a file\n');
  });
});

describe('readAll', () => {
  it('gives every file under its path, each read once', () => {
    const [a, b] = [file('a.csv', 'a'), file('b.csv', 'b')];
    const opened = vi.spyOn(fs, 'openSync');
    expect([...readAll([b, a, b])]).toEqual([
      [b, Uint8Array.of(98)],
      [a, Uint8Array.of(97)],
    ]);
    expect(opened).toHaveBeenCalledTimes(2);
  });

  it('names every file that cannot be read, one line each', async () => {
    const missing = join(home, 'mentees.csv');
    const trouble = await troubleOf(() => readAll([missing, file('mentors.csv', 'id'), home]));
    expect(trouble.exit).toBe(EXIT.machine);
    expect(trouble.message).toBe(`${missing} does not exist\n${home} is a folder, not a file`);
    expect(trouble.hint?.split('\n')).toHaveLength(2);
  });

  it('says the same hint once', async () => {
    const trouble = await troubleOf(() => readAll([join(home, 'a.csv'), join(home, 'b.csv')]));
    expect(trouble.hint).toBe('Check the spelling, and the folder you are in.');
  });
});

/** Something happens to the file when the first bytes have been read. */
function onFirstRead(happens: () => void): void {
  const real = fs.readSync;
  vi.spyOn(fs, 'readSync').mockImplementationOnce(((...args: Parameters<typeof fs.readSync>) => {
    const count = real(...args);
    happens();
    return count;
  }) as never);
}
