import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../src/domain/errors.ts';
import { identifyWriter, type Writer } from '../../src/io/file-system.ts';
import { abandon, acquire, isKept, keep, release } from '../../src/io/lock.ts';
import { makeRunPaths } from '../../src/io/publication-paths.ts';
import { publish, recover } from '../../src/io/publish.ts';
import {
  contentOf,
  DEAD,
  filesOf,
  KIND,
  lay,
  newFolder,
  publicationOf,
  readingBackwards,
  systemError,
  troubleOf,
} from './support.ts';

/** Two containers: their processes have the same number. */
const HERE: Writer = { host: 'alpha', pid: 7 };
const THERE: Writer = { host: 'beta', pid: 7 };
const LIMIT_S = 600;

let home = '';
let out = '';
let temp = '';

beforeEach(() => {
  home = newFolder();
  out = join(home, 'out');
  temp = join(home, '.out.rmentor-tmp');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(home, { recursive: true, force: true });
});

const lockOf = ({ host, pid }: Writer) => join(temp, `lock-${pid}@${host}`);

/** The time that the folder's machine gives a new file, in seconds. */
function now(): number {
  const path = join(home, 'now');
  fs.writeFileSync(path, '');
  const { mtimeMs } = fs.statSync(path);
  fs.rmSync(path);
  return mtimeMs / 1000;
}

/** A lock that was touched so many seconds ago. */
function layLock(writer: Writer, age: number): void {
  lay(temp, { [`lock-${writer.pid}@${writer.host}`]: '' });
  setAge(lockOf(writer), age);
}

function setAge(path: string, age: number): void {
  const then = now() - age;
  fs.utimesSync(path, then, then);
}

function expectTidy(): void {
  expect(fs.readdirSync(home).filter(name => name.startsWith('.'))).toEqual([]);
}

/** Pieces of a file; something happens before the second. */
function* interrupted(happening: () => void): Generator<string> {
  yield 'x'.repeat(70_000);
  happening();
  yield 'y'.repeat(70_000);
}

/** Run k, with something that happens while its first file is written. */
function during(k: number, happening: () => void) {
  const files = new Map<string, string | Iterable<string>>([
    ['tandems.csv', interrupted(happening)],
    ['certificate.json', `{"run":${k}}`],
  ]);
  return publicationOf(out, k, { files });
}

describe('the lock of a run on another host', () => {
  it.each([0, 1, LIMIT_S - 5])('holds the folder while it is younger than ten minutes: %i s', async age => {
    await publish(publicationOf(out, 1));
    layLock(THERE, age);
    const trouble = await troubleOf(() => publish(publicationOf(out, 2), HERE));
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `another run (process 7 on host beta) is writing to ${out}`,
    });
    expect(trouble.hint).toContain(`delete ${lockOf(THERE)} first`);
    expect(fs.readdirSync(temp)).toEqual(['lock-7@beta']);
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it.each([LIMIT_S, LIMIT_S + 1, 10 * LIMIT_S])(
    'is dead when it is ten minutes older than a new file: %i s',
    async age => {
      layLock(THERE, age + 1);
      lay(join(temp, 'new'), { 'tandems.csv': 'half a line' });
      await publish(publicationOf(out, 2), HERE);
      expect(contentOf(out)).toEqual(filesOf(2));
      expectTidy();
    },
  );

  it('is measured by the clock of the folder alone: ours may be a year ahead', async () => {
    layLock(THERE, 60);
    vi.spyOn(Date, 'now').mockReturnValue((now() + 365 * 86_400) * 1000);
    expect((await troubleOf(() => publish(publicationOf(out, 2), HERE))).exit).toBe(EXIT.machine);
  });

  it('ends at exactly ten minutes', async () => {
    const times = new Map([
      [lockOf(THERE), 1_000_000],
      [join(temp, 'time-7@alpha'), 1_600_000],
    ]);
    layLock(THERE, 0);
    const real = fs.lstatSync as (...args: unknown[]) => fs.Stats | undefined;
    vi.spyOn(fs, 'lstatSync').mockImplementation(((...args: [string]) => {
      const stat = real(...args);
      const time = times.get(args[0]);
      return stat === undefined || time === undefined ? stat : Object.assign(stat, { mtimeMs: time });
    }) as never);
    const place = makeRunPaths(out, HERE);
    times.set(lockOf(THERE), 1_000_001);
    expect((await troubleOf(() => acquire(place))).message).toContain('another run (process 7 on host beta)');
    times.set(lockOf(THERE), 1_000_000);
    acquire(place);
    release(place);
    expectTidy();
  });

  it('is not taken for our own dead one, though it has our number', async () => {
    layLock(THERE, 0);
    const kill = vi.spyOn(process, 'kill');
    await troubleOf(() => publish(publicationOf(out, 2), HERE));
    expect(kill).not.toHaveBeenCalled();
    expect(fs.existsSync(lockOf(THERE))).toBe(true);
  });

  it('keeps the run that a reader would have tidied up', async () => {
    await publish(publicationOf(out, 1));
    layLock(THERE, 0);
    lay(join(temp, 'new'), { 'tandems.csv': 'half a line' });
    recover(out, KIND, HERE);
    expect(fs.readdirSync(temp).sort()).toEqual(['lock-7@beta', 'new']);
    setAge(lockOf(THERE), LIMIT_S + 1);
    recover(out, KIND, HERE);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('may be deleted by hand, as the message says, with all that the dead run left', async () => {
    await publish(publicationOf(out, 1));
    layLock(THERE, 0);
    lay(join(temp, 'new'), { 'tandems.csv': 'half a line' });
    lay(temp, { names: 'tandems.csv', 'time-9@gamma': 'now' });
    const { hint } = await troubleOf(() => publish(publicationOf(out, 2), HERE));
    const [, path = ''] = /delete (\S+) first/.exec(hint ?? '') ?? [];
    fs.rmSync(path);
    await publish(publicationOf(out, 2), HERE);
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });
});

describe('two hosts that publish into one folder', () => {
  it('one after the other replace each other', async () => {
    await publish(publicationOf(out, 1), HERE);
    await publish(publicationOf(out, 2), THERE);
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('at once: the second gives way, and the first goes through', async () => {
    const results = await Promise.allSettled([
      publish(publicationOf(out, 1), HERE),
      publish(publicationOf(out, 2), THERE),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('shows at every piece that it is at work', async () => {
    const ages: number[] = [];
    function* pieces() {
      for (let piece = 0; piece < 5; piece++) {
        ages.push(now() - fs.statSync(lockOf(HERE)).mtimeMs / 1000);
        setAge(lockOf(HERE), LIMIT_S + 1);
        yield 'x'.repeat(70_000);
      }
    }
    const files = new Map<string, Iterable<string>>([
      ['tandems.csv', pieces()],
      ['certificate.json', []],
    ]);
    await publish(publicationOf(out, 1, { files }), HERE);
    expect(ages).toHaveLength(5);
    // Had a piece not been followed by a touch, the lock would be as old as it was made.
    expect(Math.max(...ages)).toBeLessThan(LIMIT_S / 2);
  });

  it('after a silence of ten minutes belongs to the other one: the earlier run of it is never lost', async () => {
    await publish(publicationOf(out, 1));
    let other: Promise<void> | null = null;
    const trouble = await troubleOf(() =>
      publish(
        during(4, () => {
          setAge(lockOf(HERE), LIMIT_S + 1);
          other = publish(publicationOf(out, 2), THERE);
        }),
        HERE,
      ),
    );
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `another run (process 7 on host beta) has taken over ${out}; this run wrote nothing`,
    });
    expect(trouble.hint).toContain('Run again when it is done.');
    await other;
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('looks again just before the renames, when the other one is already done', async () => {
    await publish(publicationOf(out, 1));
    const real = fs.readdirSync as (...args: unknown[]) => unknown;
    let isOver = false;
    // The last look at the new files comes right before the switch.
    vi.spyOn(fs, 'readdirSync').mockImplementation(((...args: unknown[]) => {
      const found = real(...args);
      if (args[0] === join(temp, 'new') && !isOver) {
        isOver = true;
        fs.renameSync(lockOf(HERE), lockOf(THERE));
      }
      return found;
    }) as never);
    const renames = vi.spyOn(fs, 'renameSync');
    const trouble = await troubleOf(() => publish(publicationOf(out, 2), HERE));
    expect(trouble.message).toContain('another run (process 7 on host beta) has taken over');
    expect(renames.mock.calls).toEqual([[lockOf(HERE), lockOf(THERE)]]);
    expect(contentOf(out)).toEqual(filesOf(1));
    // What stands there is the other's now.
    expect(fs.readdirSync(temp).sort()).toEqual(['lock-7@beta', 'names', 'new']);
  });

  it('leaves what the heir writes where this run fails before it looks again', async () => {
    const failing = () => {
      fs.renameSync(lockOf(HERE), lockOf(THERE));
      throw systemError('EIO');
    };
    expect((await troubleOf(() => publish(during(4, failing), HERE))).message).toContain('the disk reports an error');
    expect(fs.readdirSync(temp).sort()).toEqual(['lock-7@beta', 'names', 'new']);
  });

  it('says so where the lock is gone without an heir', async () => {
    const trouble = await troubleOf(() =>
      publish(
        during(4, () => fs.rmSync(temp, { recursive: true })),
        HERE,
      ),
    );
    expect(trouble.message).toBe(`another run has taken over ${out}; this run wrote nothing`);
    expect(fs.existsSync(out)).toBe(false);
  });
});

describe('a folder that a run left without a lock', () => {
  it.skipIf(process.platform === 'win32')('is made anew, for its owner only', () => {
    fs.mkdirSync(temp);
    fs.chmodSync(temp, 0o777);
    const place = makeRunPaths(out, HERE);
    acquire(place);
    expect(fs.statSync(temp).mode & 0o777).toBe(0o700);
    release(place);
    expectTidy();
  });
});

describe('locks of this host', () => {
  const gone = () => {
    throw systemError('ESRCH', 'kill');
  };

  it('are alive where their holder may not be asked (EPERM)', async () => {
    layLock({ host: 'alpha', pid: 8 }, 10 * LIMIT_S);
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw systemError('EPERM', 'kill');
    });
    const trouble = await troubleOf(() => publish(publicationOf(out, 2), HERE));
    expect(trouble.message).toBe(`another run (process 8 on host alpha) is writing to ${out}`);
    expect(kill).toHaveBeenCalledWith(8, 0);
    expect(fs.readdirSync(temp)).toEqual(['lock-8@alpha']);
  });

  it('are alive where their holder answers, however old they are', async () => {
    layLock({ host: 'alpha', pid: 8 }, 10 * LIMIT_S);
    vi.spyOn(process, 'kill').mockReturnValue(true);
    expect((await troubleOf(() => publish(publicationOf(out, 2), HERE))).message).toContain('process 8 on host alpha');
  });

  it('are dead where their holder is gone, however young they are', async () => {
    layLock({ host: 'alpha', pid: 8 }, 0);
    vi.spyOn(process, 'kill').mockImplementation(gone);
    await publish(publicationOf(out, 2), HERE);
    expectTidy();
  });

  it('are dead with our own number where this process does not hold them', async () => {
    layLock(HERE, 0);
    await publish(publicationOf(out, 2), HERE);
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('of a version that named no host are asked as ours', async () => {
    lay(temp, { [`lock-${DEAD}`]: '' });
    vi.spyOn(process, 'kill').mockImplementation(gone);
    await publish(publicationOf(out, 2), HERE);
    expectTidy();
  });

  it.each([
    ['of this host', { host: 'alpha', pid: 8 }, { host: 'alpha', pid: 9 }],
    ['of other hosts', { host: 'beta', pid: 8 }, { host: 'gamma', pid: 8 }],
  ])('two dead ones at once are both taken over: %s', async (_, one, two) => {
    await publish(publicationOf(out, 1));
    layLock(one, LIMIT_S + 1);
    layLock(two, LIMIT_S + 1);
    vi.spyOn(process, 'kill').mockImplementation(gone);
    await publish(publicationOf(out, 2), HERE);
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it.each([
    [{ host: 'alpha', pid: 8 }, THERE],
    [THERE, { host: 'alpha', pid: 8 }],
  ])('a dead one does not open a folder that a living one holds: %o', async (dead, living) => {
    layLock(dead, dead === THERE ? LIMIT_S + 1 : 0);
    layLock(living, 0);
    vi.spyOn(process, 'kill').mockImplementation(() => (living === THERE ? gone() : true));
    const { message } = await troubleOf(() => publish(publicationOf(out, 2), HERE));
    expect(message).toContain(`process ${living.pid} on host ${living.host}`);
    expect(fs.readdirSync(temp)).toHaveLength(2);
  });

  it('go back where an heir of another dead one was first', async () => {
    layLock({ host: 'alpha', pid: 8 }, 0);
    vi.spyOn(process, 'kill').mockImplementation(gone);
    const real = fs.renameSync;
    const moves: string[] = [];
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      real(from, to);
      moves.push(`${from} > ${to}`);
      // Seen only now: reading a folder may pass over what is renamed meanwhile.
      if (moves.length === 1) layLock(THERE, 0);
    });
    const { message } = await troubleOf(() => publish(publicationOf(out, 2), HERE));
    expect(message).toContain('process 7 on host beta');
    expect(fs.readdirSync(temp).sort()).toEqual(['lock-7@beta', 'lock-8@alpha']);
    expect(moves).toEqual([
      `${join(temp, 'lock-8@alpha')} > ${lockOf(HERE)}`,
      `${lockOf(HERE)} > ${join(temp, 'lock-8@alpha')}`,
    ]);
  });

  it.each([
    ['before it is renamed', 'before'],
    ['before it is touched', 'after'],
  ])('are given up to another heir who takes them %s', async (_, moment) => {
    layLock({ host: 'alpha', pid: 8 }, 0);
    vi.spyOn(process, 'kill').mockImplementation(gone);
    const real = fs.renameSync;
    vi.spyOn(fs, 'renameSync').mockImplementationOnce((from, to) => {
      if (moment === 'before') real(from, lockOf(THERE));
      real(from, to);
      real(to, lockOf(THERE));
    });
    const { message } = await troubleOf(() => publish(publicationOf(out, 2), HERE));
    expect(message).toContain('process 7 on host beta');
    expect(fs.readdirSync(temp)).toEqual(['lock-7@beta']);
  });

  it('are not taken over where the system refuses', async () => {
    for (const call of ['renameSync', 'openSync'] as const) {
      layLock({ host: 'alpha', pid: 8 }, 0);
      vi.spyOn(process, 'kill').mockImplementation(gone);
      vi.spyOn(fs, call).mockImplementation((() => {
        throw systemError('EROFS', call.slice(0, -4));
      }) as never);
      expect((await troubleOf(() => publish(publicationOf(out, 2), HERE))).message).toContain('the disk is read-only');
      vi.restoreAllMocks();
    }
  });

  it('are given a new time when they are taken over: no other host takes them for dead', async () => {
    layLock({ host: 'alpha', pid: 8 }, 10 * LIMIT_S);
    vi.spyOn(process, 'kill').mockImplementation(gone);
    const place = makeRunPaths(out, HERE);
    acquire(place);
    expect(now() - fs.statSync(lockOf(HERE)).mtimeMs / 1000).toBeLessThan(LIMIT_S / 2);
    expect((await troubleOf(() => acquire(makeRunPaths(out, THERE)))).message).toContain('process 7 on host alpha');
    release(place);
    expectTidy();
  });

  it('say in the file whose they are, for its owner only', () => {
    const place = makeRunPaths(out, HERE);
    acquire(place);
    expect(fs.readFileSync(lockOf(HERE), 'utf8')).toBe('process 7 on host alpha\n');
    expect(fs.statSync(lockOf(HERE)).mode & 0o077).toBe(0);
    keep(place);
    expect(fs.readFileSync(lockOf(HERE), 'utf8')).toBe('process 7 on host alpha\n');
    expect(isKept(place)).toBe(true);
    release(place);
    expect(isKept(place)).toBe(false);
  });

  it('that were abandoned are the next run\u2019s', () => {
    const place = makeRunPaths(out, HERE);
    acquire(place);
    lay(join(temp, 'new'), filesOf(1));
    abandon(place);
    expect(isKept(place)).toBe(false);
    acquire(place);
    expect(isKept(place)).toBe(true);
    release(place);
  });
});

describe('a lock that cannot be had', () => {
  it('is tried for twenty times, where others come and go', async () => {
    let tries = 0;
    vi.spyOn(fs, 'mkdirSync').mockImplementation(() => {
      tries += 1;
      throw systemError('EEXIST', 'mkdir');
    });
    expect((await troubleOf(() => acquire(makeRunPaths(out, HERE)))).message).toContain(`${temp} is in the way`);
    expect(tries).toBe(20);
  });

  it('is laid anew where another run took the folder away in between', () => {
    const place = makeRunPaths(out, HERE);
    const open = fs.openSync as (...args: unknown[]) => number;
    vi.spyOn(fs, 'openSync').mockImplementationOnce(((...args: unknown[]) => {
      fs.rmdirSync(temp);
      return open(...args);
    }) as never);
    acquire(place);
    expect(fs.readdirSync(temp)).toEqual(['lock-7@alpha']);
    release(place);
    expectTidy();
  });

  it('is told of where the folder may not be looked into', async () => {
    layLock({ host: 'alpha', pid: 8 }, 0);
    vi.spyOn(fs, 'readdirSync').mockImplementation(() => {
      throw systemError('EACCES', 'scandir');
    });
    expect((await troubleOf(() => publish(publicationOf(out, 1), HERE))).message).toContain('no permission');
  });

  it('is told of where it cannot be written, though it is gone by then', async () => {
    vi.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      fs.rmSync(lockOf(HERE));
      throw systemError('ENOSPC');
    });
    expect((await troubleOf(() => publish(publicationOf(out, 1), HERE))).message).toContain('the disk is full');
    expectTidy();
  });

  it('is had where the system knows no users', () => {
    layLock(HERE, 0);
    const known = Object.getOwnPropertyDescriptor(process, 'getuid');
    Object.defineProperty(process, 'getuid', { value: undefined, configurable: true });
    const place = makeRunPaths(out, HERE);
    try {
      acquire(place);
    } finally {
      if (known !== undefined) Object.defineProperty(process, 'getuid', known);
    }
    expect(isKept(place)).toBe(true);
    release(place);
  });

  it('is told to be held by the first of several who are at work', async () => {
    layLock({ host: 'gamma', pid: 9 }, 0);
    layLock(THERE, 0);
    expect((await troubleOf(() => publish(publicationOf(out, 1), HERE))).message).toContain('process 7 on host beta');
  });

  it('leaves a fault of ours as it is, when the folder is removed too', () => {
    const place = makeRunPaths(out, HERE);
    acquire(place);
    vi.spyOn(fs, 'rmdirSync').mockImplementation(() => {
      throw new TypeError('ours');
    });
    expect(() => release(place)).toThrow(new TypeError('ours'));
  });
});

describe('what a run left that was killed before it had a lock', () => {
  it.each(['new', 'names', 'aside', 'waste', 'time-9@gamma'])('is taken over, whatever it is: %s', name => {
    lay(temp, { [name]: '' });
    const place = makeRunPaths(out, HERE);
    acquire(place);
    expect(fs.readdirSync(temp).sort()).toEqual(['lock-7@alpha', name].sort());
    fs.rmSync(join(temp, name));
    release(place);
    expectTidy();
  });

  it('is not what only begins or ends like a lock', async () => {
    for (const name of ['lock-8x', 'xlock-8', 'lock-', 'lock-x', 'lock-8@', 'xtime-9@gamma']) {
      lay(temp, { [name]: '' });
      vi.spyOn(process, 'kill').mockImplementation(() => {
        throw systemError('ESRCH', 'kill');
      });
      expect((await troubleOf(() => acquire(makeRunPaths(out, HERE)))).message, name).toContain(
        `${temp} is in the way`,
      );
      fs.rmSync(temp, { recursive: true });
    }
  });
});

describe('several dead locks', () => {
  it('are reached for in the order of their names by everybody', () => {
    for (const pid of [8, 9, 6]) layLock({ host: 'alpha', pid }, 0);
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw systemError('ESRCH', 'kill');
    });
    readingBackwards();
    const move = vi.spyOn(fs, 'renameSync');
    const place = makeRunPaths(out, HERE);
    acquire(place);
    expect(move.mock.calls).toEqual([[join(temp, 'lock-6@alpha'), lockOf(HERE)]]);
    release(place);
    expectTidy();
  });

  it('may be gone while they are looked at', () => {
    layLock(THERE, LIMIT_S + 1);
    const real = fs.lstatSync as (...args: unknown[]) => fs.Stats | undefined;
    vi.spyOn(fs, 'lstatSync').mockImplementation(((...args: [string]) => {
      if (args[0] === lockOf(THERE) && fs.existsSync(lockOf(THERE))) fs.unlinkSync(lockOf(THERE));
      return real(...args);
    }) as never);
    const place = makeRunPaths(out, HERE);
    acquire(place);
    expect(isKept(place)).toBe(true);
    release(place);
  });
});

describe('what is in the way of a lock', () => {
  it.each(['lock-7@alpha', `lock-${DEAD}`, 'lock-3@beta'])('is named where it is a folder: %s', async name => {
    fs.mkdirSync(join(temp, name), { recursive: true });
    const trouble = await troubleOf(() => publish(publicationOf(out, 1), HERE));
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `${join(temp, name)} is in the way and is not from a run of yours`,
    });
    expect(fs.readdirSync(temp)).toEqual([name]);
  });

  it('is named where it stands among what a run left', async () => {
    lay(temp, { 'precious.txt': 'mine', names: '' });
    expect((await troubleOf(() => publish(publicationOf(out, 1), HERE))).message).toContain(`${temp} is in the way`);
    expect(contentOf(temp)).toEqual({ 'precious.txt': 'mine', names: '' });
  });

  it('is named where it stands in the place of the file that tells the time', async () => {
    layLock(THERE, 0);
    fs.mkdirSync(join(temp, 'time-7@alpha'));
    expect((await troubleOf(() => publish(publicationOf(out, 1), HERE))).message).toContain(
      'time-7@alpha is in the way',
    );
  });

  it('is left where somebody else made the folder', async () => {
    if (process.getuid === undefined) return;
    layLock({ host: 'alpha', pid: 8 }, 0);
    vi.spyOn(process, 'getuid').mockReturnValue(process.getuid() + 1);
    expect((await troubleOf(() => publish(publicationOf(out, 1), HERE))).message).toContain(`${temp} is in the way`);
    expect(fs.readdirSync(temp)).toEqual(['lock-8@alpha']);
  });
});

describe('this process', () => {
  it('is known by the name of its host, in characters that a file may have', () => {
    vi.spyOn(fs, 'readlinkSync').mockReturnValue('pid:[4026531836]');
    vi.spyOn(os, 'hostname').mockReturnValue('pc of/Zoë.local');
    expect(identifyWriter()).toEqual({ host: 'pc_of_Zo_.local', pid: process.pid });
  });

  it('is another host\u2019s in another namespace of process numbers, though its host has the same name', () => {
    vi.spyOn(os, 'hostname').mockReturnValue('web');
    const read = vi.spyOn(fs, 'readlinkSync').mockReturnValue('pid:[4026532198]');
    expect(identifyWriter().host).toBe('web~4026532198');
    expect(read).toHaveBeenCalledWith('/proc/self/ns/pid');
  });

  it('is known without namespaces, too', () => {
    vi.spyOn(os, 'hostname').mockReturnValue('mac');
    const read = vi.spyOn(fs, 'readlinkSync').mockImplementation(() => {
      throw systemError('ENOENT', 'readlink');
    });
    expect(identifyWriter().host).toBe('mac');
    read.mockImplementation(() => {
      throw new TypeError('ours');
    });
    expect(identifyWriter).toThrow('ours');
  });
});
