/** @module-tag slow */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT } from '../../src/domain/errors.ts';
import { publish, recover } from '../../src/io/publish.ts';
import {
  childPublishing,
  contentOf,
  DEAD,
  dieBefore,
  filesOf,
  KIND,
  lay,
  newFolder,
  openFiles,
  publicationOf,
  runChild,
  seeded,
  systemError,
  troubleOf,
} from './support.ts';

const onWindows = process.platform === 'win32';
const asRoot = process.getuid?.() === 0;
const foreign = { 'Urlaub.xlsx': 'not ours' };
let home = '';
let out = '';

beforeEach(() => {
  home = newFolder();
  out = join(home, 'out');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(home, { recursive: true, force: true });
});

function expectTidy(): void {
  expect(fs.readdirSync(home).filter(name => name.startsWith('.'))).toEqual([]);
}

/** The system refuses every call of one kind that the test asks for. */
function failing(name: 'writeSync' | 'fsyncSync' | 'openSync' | 'mkdirSync' | 'renameSync', code: string, from = 1) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  let count = 0;
  return vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
    count += 1;
    if (count >= from) throw systemError(code, name.slice(0, -4));
    return real(...args);
  }) as never);
}

describe('a machine that fails', () => {
  it.each([
    ['ENOSPC', 'the disk is full', 1],
    ['ENOSPC', 'the disk is full', 4],
    ['EFBIG', 'a file may not grow that large here', 2],
    ['EIO', 'the disk reports an error', 3],
  ])('lets the old results stand: %s on write (%s)', async (code, words, from) => {
    await publish(publicationOf(out, 1));
    failing('writeSync', code, from);
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `${out} could not be written: ${words}; the old results are unchanged`,
    });
    expect(trouble.hint).not.toBeNull();
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it.each(['mkdirSync', 'openSync'] as const)('lets the old results stand: EACCES on %s', async call => {
    await publish(publicationOf(out, 1));
    failing(call, 'EACCES', 2);
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.message).toBe(`${out} could not be written: no permission; the old results are unchanged`);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('says that nothing was written where no earlier run stands', async () => {
    failing('writeSync', 'ENOSPC');
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.message).toBe(`${out} could not be written: the disk is full; nothing was written`);
    expect(fs.readdirSync(home)).toEqual([]);
  });

  it('publishes nothing that the disk did not confirm', async () => {
    await publish(publicationOf(out, 1));
    failing('fsyncSync', 'EIO', 2);
    expect((await troubleOf(() => publish(publicationOf(out, 2)))).exit).toBe(EXIT.machine);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('publishes on a disk that knows no confirmation', async () => {
    failing('fsyncSync', 'EINVAL');
    await publish(publicationOf(out, 1));
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it('goes on where the system takes a file in parts', async () => {
    const real = fs.writeSync as (...args: unknown[]) => number;
    vi.spyOn(fs, 'writeSync').mockImplementation(((fd: number, bytes: Uint8Array, offset: number, length: number) =>
      real(fd, bytes, offset, Math.min(length, 7))) as never);
    await publish(publicationOf(out, 1));
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it('publishes nothing where a file is shorter than what was written', async () => {
    await publish(publicationOf(out, 1));
    vi.spyOn(fs, 'writeSync').mockImplementation(
      ((_: number, __: Uint8Array, ___: number, length: number) => length) as never,
    );
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.exit).toBe(EXIT.machine);
    expect(trouble.message).toContain('the disk did not keep what was written; the old results are unchanged');
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it.each([
    ['ENOSPC', 'Free some space and run again, or choose another disk.'],
    ['EDQUOT', 'Free some space and run again, or choose another disk.'],
    ['EXDEV', 'Choose a folder inside it.'],
    ['EIO', 'Choose another folder.'],
    ['EBUSY', 'Choose another folder.'],
  ])('says what to do about %s: %s', async (code, hint) => {
    failing('writeSync', code);
    expect((await troubleOf(() => publish(publicationOf(out, 1)))).hint).toBe(hint);
  });

  it('closes each file that it opens, whether it comes to its end or not', async () => {
    const open = openFiles();
    await publish(publicationOf(out, 1));
    expect(open).toEqual(new Set());
    for (const from of [1, 3]) {
      const write = failing('writeSync', 'ENOSPC', from);
      await troubleOf(() => publish(publicationOf(out, 2)));
      write.mockRestore();
      expect(open).toEqual(new Set());
    }
    await publish(publicationOf(out, 2));
    expect(open).toEqual(new Set());
  });

  it('writes small pieces together, and large ones one by one', async () => {
    const sizes: number[] = [];
    const write = fs.writeFileSync as (...args: unknown[]) => void;
    vi.spyOn(fs, 'writeFileSync').mockImplementation(((fd: number, bytes: Uint8Array) => {
      if (bytes[0] === 'x'.charCodeAt(0)) sizes.push(bytes.length);
      write(fd, bytes);
    }) as never);
    const writing = (pieces: readonly string[]) => {
      sizes.length = 0;
      const files = new Map<string, string | Iterable<string>>([
        ['tandems.csv', pieces],
        ['certificate.json', '{}'],
      ]);
      return publish(publicationOf(out, 1, { files }));
    };
    const x = (length: number) => 'x'.repeat(length);
    await writing([x(10), x(20), x(30)]);
    expect(sizes).toEqual([60]);
    await writing([x(65_535), x(1), x(7)]);
    expect(sizes).toEqual([65_536, 7]);
    await writing([x(65_536), x(70_000), x(7)]);
    expect(sizes).toEqual([65_536, 70_000, 7]);
  });

  it('publishes nothing where a file is gone when all are written', async () => {
    await publish(publicationOf(out, 1));
    const path = join(home, '.out.rmentor-tmp', 'new', 'tandems.csv');
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => fs.rmSync(path, { force: true }));
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.message).toContain('the disk did not keep what was written; the old results are unchanged');
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('leaves what it cannot remove to the next run, when all is done', async () => {
    await publish(publicationOf(out, 1));
    const temp = join(home, '.out.rmentor-tmp');
    const remove = fs.rmSync;
    vi.spyOn(fs, 'rmSync').mockImplementation((path, options) => {
      if (path === join(temp, 'waste') && fs.existsSync(path)) throw systemError('EBUSY', 'rm');
      remove(path, options);
    });
    await publish(publicationOf(out, 2));
    expect(contentOf(out)).toEqual(filesOf(2));
    expect(fs.readdirSync(temp)).toContain('waste');
    vi.restoreAllMocks();
    await publish(publicationOf(out, 3));
    expect(contentOf(out)).toEqual(filesOf(3));
    expectTidy();
  });

  it('makes a folder where it cannot tell in which one it was called', async () => {
    vi.spyOn(fs.realpathSync, 'native').mockImplementation(() => {
      throw systemError('ENOENT', 'realpath');
    });
    await publish(publicationOf(out, 1));
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('publishes nothing where one file alone is shorter', async () => {
    const path = join(home, '.out.rmentor-tmp', 'new', 'tandems.csv');
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      if (fs.existsSync(path)) fs.truncateSync(path, 1);
    });
    expect((await troubleOf(() => publish(publicationOf(out, 1)))).message).toContain('did not keep what was written');
    expect(fs.readdirSync(home)).toEqual([]);
  });

  it('says that the results stand, though an older run stands beside them', async () => {
    lay(out, filesOf(2));
    lay(join(home, '.out.rmentor-old'), filesOf(1));
    failing('mkdirSync', 'EACCES');
    expect((await troubleOf(() => publish(publicationOf(out, 1)))).message).toBe(
      `${out} could not be written: no permission; the old results are unchanged`,
    );
  });

  it('says where the old results are kept that it cannot put back one by one', async () => {
    await publish(publicationOf(out, 1));
    lay(out, foreign);
    failing('renameSync', 'EIO', 2);
    const aside = join(home, '.out.rmentor-tmp', 'aside');
    expect((await troubleOf(() => publish(publicationOf(out, 2, { force: true })))).message).toBe(
      `${out} could not be written: the disk reports an error; the old results are kept in ${aside}, and the next run puts them back`,
    );
    vi.restoreAllMocks();
    recover(out, KIND);
    expect(contentOf(out)).toEqual({ ...filesOf(1), ...foreign });
    expectTidy();
  });

  it.skipIf(onWindows)('puts files back into a folder that is gone, for its owner only', () => {
    const temp = join(home, '.out.rmentor-tmp');
    lay(temp, { names: Object.keys(filesOf(2)).join('\n'), [`lock-${DEAD}`]: '' });
    lay(join(temp, 'aside'), filesOf(1));
    const before = process.umask(0);
    try {
      recover(out, KIND);
    } finally {
      process.umask(before);
    }
    expect(contentOf(out)).toEqual(filesOf(1));
    expect(fs.statSync(out).mode & 0o777).toBe(0o700);
    expectTidy();
  });

  it('does not hide a fault of ours that comes when all is done', async () => {
    vi.spyOn(fs, 'rmdirSync').mockImplementation(() => {
      throw new TypeError('ours');
    });
    await expect(publish(publicationOf(out, 2))).rejects.toThrow(new TypeError('ours'));
    expect(contentOf(out)).toEqual(filesOf(2));
  });

  it('publishes nothing where a stray file turns up among the new ones', async () => {
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => lay(join(home, '.out.rmentor-tmp', 'new'), foreign));
    expect((await troubleOf(() => publish(publicationOf(out, 2)))).exit).toBe(EXIT.machine);
    expect(fs.existsSync(out)).toBe(false);
  });

  it.skipIf(onWindows).each([
    ['link', (path: string) => fs.symlinkSync(join(home, 'precious.csv'), path)],
    ['file', (path: string) => fs.writeFileSync(path, 'planted')],
  ])('never writes onto a %s that somebody plants among the new files', async (_, plant) => {
    lay(home, { 'precious.csv': 'precious' });
    const path = join(home, '.out.rmentor-tmp', 'new', 'certificate.json');
    vi.spyOn(fs, 'fsyncSync').mockImplementationOnce(() => plant(path));
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.message).toBe(`${out} could not be written: another program is writing there; nothing was written`);
    expect(contentOf(home)).toEqual({ 'precious.csv': 'precious' });
  });

  it.skipIf(onWindows)('lets the old results stand where files may not grow any further (ulimit -f)', async () => {
    await publish(publicationOf(out, 1));
    const code = `${childPublishing(out)}
      const big = { files: new Map([['tandems.csv', 'x'.repeat(100_000)], ['certificate.json', '{}']]) };
      try { await publish(publicationOf(${JSON.stringify(out)}, 2, big)); console.log('published'); }
      catch (error) { console.log(error.exit, tell(error)); }`;
    const { out: said } = runChild(code, 'ulimit -f 8; $NODE');
    expect(said).toBe(
      `5 ${out} could not be written: a file may not grow that large here; the old results are unchanged\n`,
    );
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it.skipIf(onWindows || asRoot)('names a folder in which this user may not write', async () => {
    fs.chmodSync(home, 0o500);
    const trouble = await troubleOf(() => publish(publicationOf(out, 1)));
    fs.chmodSync(home, 0o700);
    expect(trouble.message).toBe(`${out} could not be written: no permission; nothing was written`);
  });

  it.skipIf(onWindows || asRoot)('lets a run be read where this user may not tidy up beside it', () => {
    lay(out, filesOf(1));
    lay(join(home, '.out.rmentor-tmp'), { [`lock-${DEAD}`]: '' });
    fs.chmodSync(join(home, '.out.rmentor-tmp'), 0o000);
    fs.chmodSync(home, 0o500);
    recover(out, KIND);
    fs.chmodSync(home, 0o700);
    fs.chmodSync(join(home, '.out.rmentor-tmp'), 0o700);
    expect(contentOf(out)).toEqual(filesOf(1));
  });
});

describe('a folder in use by another program', () => {
  /** Renames that `isHit` picks fail, the first `times` of them. */
  function holding(code: string, times: number, isHit: (from: string, to: string) => boolean): void {
    const real = fs.renameSync;
    let left = times;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (left > 0 && isHit(String(from), String(to))) {
        left -= 1;
        throw systemError(code, 'rename');
      }
      real(from, to);
    });
  }

  it.each(['EPERM', 'EBUSY', 'EACCES'])('is waited for a moment (%s)', async code => {
    await publish(publicationOf(out, 1));
    holding(code, 2, from => from === out);
    await publish(publicationOf(out, 2));
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('keeps its old results where it stays in use, with the advice to close Excel', async () => {
    await publish(publicationOf(out, 1));
    holding('EBUSY', Number.POSITIVE_INFINITY, from => from === out);
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `${out} could not be written: it is in use by another program; the old results are unchanged`,
    });
    expect(trouble.hint).toContain('Close the files in Excel and run again.');
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('gets its old results back where only the second rename fails', async () => {
    await publish(publicationOf(out, 1));
    holding('EPERM', Number.POSITIVE_INFINITY, from => from.endsWith('new'));
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.message).toContain('the old results are unchanged');
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('is not copied into where it is a disk of its own', async () => {
    await publish(publicationOf(out, 1));
    holding('EXDEV', 1, from => from.endsWith('new'));
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.hint).toBe('Choose a folder inside it.');
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it('gets every file back where one of several cannot be replaced', async () => {
    await publish(publicationOf(out, 1));
    lay(out, foreign);
    holding('EBUSY', Number.POSITIVE_INFINITY, (from, to) => from.includes('new') && to.endsWith('certificate.json'));
    const trouble = await troubleOf(() => publish(publicationOf(out, 2, { force: true })));
    expect(trouble.message).toContain('the old results are unchanged');
    expect(contentOf(out)).toEqual({ ...filesOf(1), ...foreign });
    expectTidy();
  });

  it('says where the old results are when not even they can be put back, and the next run puts them back', async () => {
    await publish(publicationOf(out, 1));
    holding('EBUSY', Number.POSITIVE_INFINITY, (_, to) => to === out);
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    const old = join(home, '.out.rmentor-old');
    expect(trouble.message).toContain(`the old results are kept in ${old}, and the next run puts them back`);
    vi.restoreAllMocks();
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });
});

/** What a folder may hold before a run, and what of that stays. */
const beginnings = [
  { name: 'no folder', before: null, force: false, stays: {} },
  { name: 'an empty folder', before: {}, force: false, stays: {} },
  { name: 'an earlier run', before: filesOf(1), force: false, stays: {} },
  { name: 'a run among foreign files', before: { ...filesOf(1), ...foreign }, force: true, stays: foreign },
];

describe('a run that is killed', { timeout: 180_000 }, () => {
  function begin(before: Record<string, string> | null): void {
    for (const name of fs.readdirSync(home)) fs.rmSync(join(home, name), { recursive: true });
    if (before !== null) lay(out, before);
  }

  /** Dies before the nth change and tells whether it came to that. */
  async function killed(n: number, call: () => unknown): Promise<boolean> {
    const death = dieBefore(n);
    try {
      await call();
    } catch (error) {
      if (!death.isDead()) throw error;
    }
    vi.restoreAllMocks();
    return death.isDead();
  }

  function expectOldOrNew(before: Record<string, string> | null, stays: Record<string, string>): 'old' | 'new' {
    expectTidy();
    const content = fs.existsSync(out) ? contentOf(out) : null;
    const isNew = content !== null && content['certificate.json'] === filesOf(2)['certificate.json'];
    expect(content).toEqual(isNew ? { ...filesOf(2), ...stays } : before);
    return isNew ? 'new' : 'old';
  }

  it.each(beginnings)('before any single change leaves the old or the new set: $name', async c => {
    const outcomes: string[] = [];
    for (let n = 1, isDead = true; isDead; n++) {
      begin(c.before);
      isDead = await killed(n, () => publish(publicationOf(out, 2, { force: c.force })));
      recover(out, KIND);
      outcomes.push(expectOldOrNew(c.before, c.stays));
    }
    expect(outcomes.length).toBeGreaterThan(15);
    expect(outcomes.join(' ')).toMatch(/^(old )+(new ?)+$/);
  });

  it.each(beginnings)('and whose recovery is killed too leaves the old or the new set: $name', async c => {
    for (let n = 1, isDead = true; isDead; n++) {
      for (let m = 1, isDeadAgain = true; isDeadAgain; m++) {
        begin(c.before);
        isDead = await killed(n, () => publish(publicationOf(out, 2, { force: c.force })));
        isDeadAgain = await killed(m, () => recover(out, KIND));
        recover(out, KIND);
        expectOldOrNew(c.before, c.stays);
      }
    }
  });

  it.each(beginnings)('does not hinder the next one: $name', async c => {
    for (let n = 1, isDead = true; isDead; n++) {
      begin(c.before);
      isDead = await killed(n, () => publish(publicationOf(out, 2, { force: c.force })));
      await publish(publicationOf(out, 3, { force: c.force }));
      expectTidy();
      expect(contentOf(out)).toEqual({ ...filesOf(3), ...c.stays });
    }
  });
});

/**
 * A process that publishes run after run and says which it has done; killed after so many milliseconds.
 * The signal is repeated until it ends: one that comes while the handlers change may go unheard.
 */
async function interrupted(signal: NodeJS.Signals, force: boolean, delay: number): Promise<[number, string]> {
  const code = `${childPublishing(out, force)}
    for (let k = 2; ; k++) { await run(k); fs.writeSync(1, k + '\\n'); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '') setTimeout(repeat, delay);
    said += chunk.toString();
  });
  const repeat = (): void => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    setTimeout(repeat, 20);
  };
  const end = await new Promise<string>(resolve => {
    child.on('close', (exit, by) => resolve(`${exit ?? by}`));
  });
  return [Number(said.trim().split('\n').at(-1)), end];
}

describe.skipIf(onWindows)('a process that is ended from outside', { timeout: 120_000 }, () => {
  function expectOneRun(last: number, stays: Record<string, string>): void {
    const content = contentOf(out);
    const found = [last, last + 1].find(k => content['certificate.json'] === filesOf(k)['certificate.json']);
    expect(found).toBeDefined();
    expect(content).toEqual({ ...filesOf(found ?? 0), ...stays });
  }

  it.each([
    ['as a whole', false, {}, 20131],
    ['file by file', true, foreign, 20132],
  ])('by kill -9 at any moment leaves one run, replaced %s', async (_, force, stays, seed) => {
    const random = seeded(seed);
    for (let trial = 0; trial < 30; trial++) {
      lay(out, stays);
      const [last] = await interrupted('SIGKILL', force, random() * 30);
      recover(out, KIND);
      expectTidy();
      expectOneRun(last, stays);
      fs.rmSync(out, { recursive: true });
    }
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s at any moment leaves one run and nothing beside it, without recovery', async (signal, exit) => {
    const random = seeded(exit);
    for (let trial = 0; trial < 10; trial++) {
      const [last, end] = await interrupted(signal, false, random() * 30);
      // Between two runs no handler stands, and the signal ends the process by itself.
      expect([String(exit), signal]).toContain(end);
      expectTidy();
      expectOneRun(last, {});
      fs.rmSync(out, { recursive: true });
    }
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('by %s while files are being written keeps the old results and exits with %i', async (signal, exit) => {
    await publish(publicationOf(out, 1));
    const { code } = runChild(`${childPublishing(out)}
      const real = fs.fsyncSync;
      fs.fsyncSync = fd => { real(fd); process.kill(process.pid, '${signal}'); };
      await run(2);`);
    expect(code).toBe(exit);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it.each([
    ['as a whole', false],
    ['file by file', true],
  ])('by a signal between two renames ends with the new results whole, replaced %s', async (_, force) => {
    await publish(publicationOf(out, 1));
    const stays: Record<string, string> = force ? foreign : {};
    lay(out, stays);
    const { code } = runChild(`${childPublishing(out, force)}
      const real = fs.renameSync;
      fs.renameSync = (from, to) => { real(from, to); process.kill(process.pid, 'SIGTERM'); };
      await run(2);`);
    expect(code).toBe(143);
    expect(contentOf(out)).toEqual({ ...filesOf(2), ...stays });
    expectTidy();
  });

  it('among several that publish at once, one publishes whole and the others say why they did not', async () => {
    for (let round = 0; round < 5; round++) {
      lay(join(home, '.out.rmentor-tmp'), { [`lock-${DEAD}`]: '' });
      const children = Array.from({ length: 6 }, (_, i) => {
        const code = `${childPublishing(out)}
          run(${i + 2}).then(() => console.log('done'), error => console.log(error.exit, tell(error)));`;
        const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
        let said = '';
        child.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString();
        });
        return new Promise<string>(resolve => {
          child.on('close', () => resolve(said.trim()));
        });
      });
      const said = await Promise.all(children);
      expect(said).toContain('done');
      for (const each of said) expect(each).toMatch(/^done$|^5 another run \(process \d+ on host \S+\) is writing to /);
      const content = contentOf(out);
      expect([2, 3, 4, 5, 6, 7].map(filesOf)).toContainEqual(content);
      expectTidy();
    }
  });
});
