import fs from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileContent } from '../../src/domain/disk.ts';
import { EXIT, InternalError } from '../../src/domain/errors.ts';
import { publish, recover } from '../../src/io/publish.ts';
import { contentOf, DEAD, filesOf, KIND, lay, newFolder, publicationOf, systemError, troubleOf } from './support.ts';

const onWindows = process.platform === 'win32';
const foreign = { 'Urlaub.xlsx': 'not ours' };
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

/** Nothing of ours stands beside the folder. */
function expectTidy(): void {
  expect(fs.readdirSync(home).filter(name => name.startsWith('.'))).toEqual([]);
}

describe('publish', () => {
  it('makes the folder and those above it', async () => {
    const deep = join(home, 'a', 'b', 'out');
    await publish(publicationOf(deep, 1));
    expect(contentOf(deep)).toEqual(filesOf(1));
    expect(fs.readdirSync(dirname(deep))).toEqual(['out']);
  });

  it('fills an empty folder', async () => {
    fs.mkdirSync(out);
    await publish(publicationOf(out, 1));
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('replaces an earlier run as a set: a file that the new run lacks is gone', async () => {
    await publish(publicationOf(out, 1));
    await publish(publicationOf(out, 2));
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('leaves a run alone of which a file has changed since it was read, or has come or gone', async () => {
    await publish(publicationOf(out, 1));
    const bytes = fs.readFileSync(join(out, 'tandems.csv'));
    const read = new Map<string, Uint8Array | null>([
      ['tandems.csv', bytes],
      ['unmatched.csv', null],
    ]);
    const changes: (() => void)[] = [
      () => fs.appendFileSync(join(out, 'tandems.csv'), 'approved'),
      () => fs.rmSync(join(out, 'tandems.csv')),
      () => fs.writeFileSync(join(out, 'unmatched.csv'), ''),
    ];
    for (const change of changes) {
      change();
      const before = contentOf(out);
      const trouble = await troubleOf(() => publish(publicationOf(out, 2, { asRead: read })));
      expect(trouble.exit).toBe(EXIT.machine);
      expect(trouble.message).toMatch(
        /(tandems|unmatched)\.csv has changed since it was read; the old results are unchanged/u,
      );
      expect(contentOf(out)).toEqual(before);
      fs.writeFileSync(join(out, 'tandems.csv'), bytes);
      fs.rmSync(join(out, 'unmatched.csv'), { force: true });
    }
    await publish(publicationOf(out, 2, { asRead: read }));
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('leaves a run alone of which a file changed while the new one was written', async () => {
    await publish(publicationOf(out, 1));
    const read = new Map([['tandems.csv', fs.readFileSync(join(out, 'tandems.csv'))]]);
    function* changing() {
      fs.appendFileSync(join(out, 'tandems.csv'), 'approved');
      yield 'tandems';
    }
    const files = new Map<string, FileContent>([
      ['tandems.csv', changing()],
      ['certificate.json', '{}'],
    ]);
    const trouble = await troubleOf(() => publish(publicationOf(out, 2, { files, asRead: read })));
    expect(trouble.exit).toBe(EXIT.machine);
    expect(contentOf(out)['tandems.csv']).toMatch(/approved$/u);
    expectTidy();
  });

  it('writes bytes as they are and text as UTF-8', async () => {
    const files = new Map<string, string | Uint8Array>([
      ['certificate.json', 'Zoë 👩‍💼'],
      ['tandems.csv', Uint8Array.of(0xef, 0xbb, 0xbf, 0, 255)],
    ]);
    await publish(publicationOf(out, 1, { files }));
    expect([...fs.readFileSync(join(out, 'tandems.csv'))]).toEqual([0xef, 0xbb, 0xbf, 0, 255]);
    expect(fs.readFileSync(join(out, 'certificate.json'), 'utf8')).toBe('Zoë 👩‍💼');
  });

  it('writes text in the pieces in which it comes, made while they are written', async () => {
    let made = 0;
    function* pieces() {
      for (; made < 5000; made++) yield `${made} Zoë 👩‍💼 ${'x'.repeat(made % 50)}\n`;
    }
    const files = new Map<string, FileContent>([
      ['tandems.csv', pieces()],
      ['certificate.json', []],
    ]);
    expect(made).toBe(0);
    await publish(publicationOf(out, 1, { files }));
    const lines = Array.from({ length: 5000 }, (_, index) => `${index} Zoë 👩‍💼 ${'x'.repeat(index % 50)}\n`);
    expect(contentOf(out)).toEqual({ 'tandems.csv': lines.join(''), 'certificate.json': '' });
    expectTidy();
  });

  it('leaves the old results where a piece cannot be made', async () => {
    await publish(publicationOf(out, 1));
    function* pieces() {
      yield 'x'.repeat(200_000);
      throw new InternalError('no more');
    }
    const files = new Map<string, FileContent>([...Object.entries(filesOf(2)), ['summary.json', pieces()]]);
    await expect(publish(publicationOf(out, 2, { files }))).rejects.toThrow('no more');
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('takes an empty file for a file', async () => {
    await publish(publicationOf(out, 1, { files: new Map([['certificate.json', '']]) }));
    expect(contentOf(out)).toEqual({ 'certificate.json': '' });
  });

  it.skipIf(onWindows).each([
    [0o000, 'as a whole'],
    [0o077, 'as a whole'],
    [0o000, 'file by file'],
    [0o077, 'file by file'],
  ])('keeps results to their owner, whatever the umask: %o, %s', async (umask, way) => {
    const modeOf = (path: string) => fs.statSync(path).mode & 0o777;
    const isBeside = way === 'file by file';
    if (isBeside) lay(out, foreign);
    const seen: number[] = [];
    function* looking() {
      yield '';
      for (const path of [temp, join(temp, 'new')]) seen.push(modeOf(path));
      for (const name of fs.readdirSync(join(temp, 'new'))) seen.push(modeOf(join(temp, 'new', name)));
      for (const name of fs.readdirSync(temp)) if (name !== 'new') seen.push(modeOf(join(temp, name)));
    }
    const files = new Map<string, FileContent>([...Object.entries(filesOf(1)), ['summary.json', looking()]]);
    const before = process.umask(umask);
    try {
      await publish(publicationOf(out, 1, { files, force: isBeside }));
    } finally {
      process.umask(before);
    }
    expect(new Set(seen)).toEqual(new Set([0o700, 0o600]));
    if (!isBeside) expect(modeOf(out)).toBe(0o700);
    for (const name of files.keys()) expect(modeOf(join(out, name))).toBe(0o600);
  });

  it.skipIf(onWindows).each([
    [0o000, 'aside'],
    [0o077, 'aside'],
  ])('keeps earlier results to their owner while new ones come, whatever the umask: %o', async (umask, name) => {
    await publish(publicationOf(out, 1));
    lay(out, foreign);
    const modes: number[] = [];
    const real = fs.renameSync;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      const aside = join(temp, name);
      if (fs.existsSync(aside)) modes.push(fs.statSync(aside).mode & 0o777);
      real(from, to);
    });
    const before = process.umask(umask);
    try {
      await publish(publicationOf(out, 2, { force: true }));
    } finally {
      process.umask(before);
    }
    expect(new Set(modes)).toEqual(new Set([0o700]));
  });

  describe.skipIf(onWindows)('has the disk keep names', () => {
    /** Renames, and the folders that the disk was told to keep, in their order. */
    function recording(): string[] {
      const events: string[] = [];
      const folders = new Map<number, string>();
      const open = fs.openSync as (...args: unknown[]) => number;
      vi.spyOn(fs, 'openSync').mockImplementation(((...args: unknown[]) => {
        const fd = open(...args);
        if (args[1] === 'r') folders.set(fd, relative(home, String(args[0])));
        return fd;
      }) as never);
      const close = fs.closeSync;
      vi.spyOn(fs, 'closeSync').mockImplementation(fd => {
        folders.delete(fd);
        close(fd);
      });
      vi.spyOn(fs, 'fsyncSync').mockImplementation(fd => {
        events.push(`keep ${folders.get(fd) ?? 'a file'}`);
      });
      const rename = fs.renameSync;
      vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
        events.push(`${relative(home, String(from))} > ${relative(home, String(to))}`);
        rename(from, to);
      });
      return events;
    }

    it('before and after the folder is replaced as a whole', async () => {
      await publish(publicationOf(out, 1));
      const events = recording();
      await publish(publicationOf(out, 2));
      expect(events).toEqual([
        ...Array(4).fill('keep a file'),
        'keep .out.rmentor-tmp/new',
        'out > .out.rmentor-old',
        '.out.rmentor-tmp/new > out',
        'keep ',
        '.out.rmentor-old > .out.rmentor-tmp/waste',
        'keep .out.rmentor-tmp',
      ]);
    });

    it('before the earlier files are given up where they are replaced one by one', async () => {
      await publish(publicationOf(out, 1));
      lay(out, foreign);
      const events = recording();
      await publish(publicationOf(out, 2, { force: true }));
      expect(events.slice(0, 5)).toEqual([...Array(4).fill('keep a file'), 'keep .out.rmentor-tmp/new']);
      expect(events.slice(5, 9)).toEqual([
        'keep ',
        'keep .out.rmentor-tmp',
        'keep .out.rmentor-tmp',
        'out/certificate.json > .out.rmentor-tmp/aside/certificate.json',
      ]);
      expect(events.slice(-4)).toEqual([
        '.out.rmentor-tmp/new/certificate.json > out/certificate.json',
        'keep out',
        '.out.rmentor-tmp/aside > .out.rmentor-tmp/waste',
        'keep .out.rmentor-tmp',
      ]);
    });

    it('and publishes where a folder cannot be opened for that', async () => {
      const open = fs.openSync as (...args: unknown[]) => number;
      vi.spyOn(fs, 'openSync').mockImplementation(((...args: unknown[]) => {
        if (args[1] === 'r') throw systemError('EISDIR', 'open');
        return open(...args);
      }) as never);
      await publish(publicationOf(out, 1));
      expect(contentOf(out)).toEqual(filesOf(1));
    });
  });

  it('takes a folder named by a relative path, with a slash at its end or not', async () => {
    const path = `${relative(process.cwd(), out)}/`;
    await publish(publicationOf(path, 1));
    await publish(publicationOf(path, 2));
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('leaves no handler for signals behind, neither after success nor after failure', async () => {
    const count = () => ['SIGINT', 'SIGTERM', 'SIGHUP'].map(signal => process.listenerCount(signal));
    const before = count();
    await publish(publicationOf(out, 1));
    lay(out, foreign);
    await troubleOf(() => publish(publicationOf(out, 1)));
    expect(count()).toEqual(before);
  });

  it.each([
    ['a name with a folder', '../tandems.csv'],
    ['no name', '..'],
  ])('takes %s for a fault of our own', async (_, name) => {
    const files = new Map([...Object.entries(filesOf(1)), [name, ''] as const]);
    await expect(publish(publicationOf(out, 1, { files }))).rejects.toThrow(InternalError);
    expect(fs.readdirSync(home)).toEqual([]);
  });

  it('takes a run without its marker for a fault of our own', async () => {
    await expect(publish(publicationOf(out, 1, { marker: 'other.json' }))).rejects.toThrow(InternalError);
  });
});

describe('a folder that is not for us', () => {
  async function expectRefusal(message: string, force = false): Promise<void> {
    const trouble = await troubleOf(() => publish(publicationOf(out, 2, { force })));
    expect(trouble).toMatchObject({ exit: EXIT.input, message });
    expect(trouble.hint).not.toBeNull();
    expectTidy();
  }

  it('is refused where it is a file', async () => {
    fs.writeFileSync(out, 'mine');
    await expectRefusal(`${out} is a file, not a folder`, true);
    expect(fs.readFileSync(out, 'utf8')).toBe('mine');
  });

  it('is refused where a part of its path is a file', async () => {
    fs.writeFileSync(out, 'mine');
    const trouble = await troubleOf(() => publish(publicationOf(join(out, 'deep', 'out'), 2)));
    expect(trouble.exit).toBe(EXIT.input);
    expect(trouble.message).toContain('a part of its path is a file');
  });

  it('is refused where it is a whole disk', async () => {
    const trouble = await troubleOf(() => publish(publicationOf('/', 2, { force: true })));
    expect(trouble).toMatchObject({ exit: EXIT.input, message: '/ is a whole disk, not a folder' });
  });

  it.skipIf(onWindows)('is refused where it is a link, even one to an earlier run', async () => {
    const target = join(home, 'elsewhere');
    await publish(publicationOf(target, 1));
    fs.symlinkSync(target, out);
    await expectRefusal(`${out} is a symbolic link, not a folder`, true);
    expect(contentOf(target)).toEqual(filesOf(1));
  });

  it.skipIf(onWindows)('is refused where it is a link into nowhere', async () => {
    fs.symlinkSync(join(home, 'nowhere'), out);
    await expectRefusal(`${out} is a symbolic link, not a folder`);
    expect(fs.existsSync(join(home, 'nowhere'))).toBe(false);
  });

  it('is refused where it holds a foreign file beside an earlier run', async () => {
    await publish(publicationOf(out, 1));
    lay(out, foreign);
    await expectRefusal(`${out} holds files that are not from an earlier run: "Urlaub.xlsx"`);
    expect(contentOf(out)).toEqual({ ...filesOf(1), ...foreign });
  });

  it('is refused where it holds files with the names of results, but no run', async () => {
    lay(out, { 'summary.md': 'my own summary' });
    await expectRefusal(`${out} holds files that are not from an earlier run: "summary.md"`);
    expect(contentOf(out)).toEqual({ 'summary.md': 'my own summary' });
  });

  it('is refused where it holds a folder, though with the name of a result', async () => {
    await publish(publicationOf(out, 1));
    fs.mkdirSync(join(out, 'summary.json'));
    await expectRefusal(`${out} holds files that are not from an earlier run: "summary.json"`);
  });

  it('is refused even with force where a folder has the name of a new file', async () => {
    lay(join(out, 'tandems.csv'), foreign);
    await expectRefusal(`${join(out, 'tandems.csv')} is a folder, and a result has that name`, true);
    expect(contentOf(join(out, 'tandems.csv'))).toEqual(foreign);
  });

  it('shows foreign names without the characters that would move the cursor', async () => {
    if (onWindows) return;
    lay(out, { 'a\u001b[2Jb': '' });
    await expectRefusal(`${out} holds files that are not from an earlier run: "a␛[2Jb"`);
  });

  it('is refused where a foreign file turns up while the new ones are being written', async () => {
    await publish(publicationOf(out, 1));
    const sync = vi.spyOn(fs, 'fsyncSync').mockImplementationOnce(() => lay(out, foreign));
    await expectRefusal(`${out} holds files that are not from an earlier run: "Urlaub.xlsx"`);
    expect(sync).toHaveBeenCalled();
    expect(contentOf(out)).toEqual({ ...filesOf(1), ...foreign });
  });
});

describe('an input file', () => {
  it('is never overwritten, not even with force', async () => {
    lay(out, { 'tandems.csv': 'my input' });
    const input = join(out, 'tandems.csv');
    const trouble = await troubleOf(() => publish(publicationOf(out, 1, { force: true, inputs: ['-', input] })));
    expect(trouble).toMatchObject({
      exit: EXIT.input,
      message: `${input} is an input, and the results would replace it`,
    });
    expect(contentOf(out)).toEqual({ 'tandems.csv': 'my input' });
    expectTidy();
  });

  it('is not removed with an earlier run either', async () => {
    await publish(publicationOf(out, 1));
    const inputs = [join(out, '..', 'out', 'summary.md')];
    expect((await troubleOf(() => publish(publicationOf(out, 2, { inputs })))).exit).toBe(EXIT.input);
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it.skipIf(onWindows)('is protected where it is reached by a link', async () => {
    await publish(publicationOf(out, 1));
    fs.symlinkSync(out, join(home, 'link'));
    const inputs = [join(home, 'link', 'tandems.csv')];
    expect((await troubleOf(() => publish(publicationOf(out, 2, { inputs })))).exit).toBe(EXIT.input);
  });

  it.skipIf(onWindows)('is protected where a result in the folder is a link to it', async () => {
    lay(home, { 'mentors.csv': 'id' });
    fs.mkdirSync(out);
    fs.symlinkSync(join(home, 'mentors.csv'), join(out, 'tandems.csv'));
    const trouble = await troubleOf(() =>
      publish(publicationOf(out, 2, { force: true, inputs: [join(home, 'mentors.csv')] })),
    );
    expect(trouble.exit).toBe(EXIT.input);
  });

  it.each([undefined, /^input-/u])('may stand in the folder under another name when forced: %j', async family => {
    lay(out, { 'mentors.csv': 'id' });
    const kind = family === undefined ? {} : { family };
    await publish(publicationOf(out, 1, { force: true, ...kind, inputs: [join(out, 'mentors.csv')] }));
    expect(contentOf(out)).toEqual({ ...filesOf(1), 'mentors.csv': 'id' });
  });

  it('is protected where an earlier run took it along, under a name that is in no list', async () => {
    await publish(publicationOf(out, 1));
    lay(out, { 'input-mentors.csv': 'id' });
    const inputs = [join(out, 'input-mentors.csv')];
    const trouble = await troubleOf(() => publish(publicationOf(out, 2, { force: true, family: /^input-/u, inputs })));
    expect(trouble).toMatchObject({
      exit: EXIT.input,
      message: `${inputs[0]} is an input, and the results would replace it`,
    });
    expect(contentOf(out)).toEqual({ ...filesOf(1), 'input-mentors.csv': 'id' });
  });
});

describe('publish with force', () => {
  it('writes beside foreign files and removes what the earlier run has more', async () => {
    await publish(publicationOf(out, 1));
    lay(out, foreign);
    lay(join(out, 'photos'), { 'a.jpg': 'x' });
    await publish(publicationOf(out, 2, { force: true }));
    expect(contentOf(out)).toEqual({ ...filesOf(2), ...foreign, photos: '(folder)' });
    expect(contentOf(join(out, 'photos'))).toEqual({ 'a.jpg': 'x' });
    expectTidy();
  });

  it('keeps a file with the name of a result that the new run lacks, where no run stands', async () => {
    lay(out, { 'summary.md': 'my own', 'tandems.csv': 'to be replaced' });
    await publish(publicationOf(out, 2, { force: true }));
    expect(contentOf(out)).toEqual({ ...filesOf(2), 'summary.md': 'my own' });
  });

  it('removes the marker first and brings the new one last', async () => {
    const marker = 'tandems.csv';
    await publish(publicationOf(out, 1, { marker }));
    lay(out, foreign);
    const real = fs.renameSync;
    const moves: string[] = [];
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (dirname(String(from)) === out) moves.push(`- ${basename(String(from))}`);
      if (dirname(String(to)) === out) moves.push(`+ ${basename(String(to))}`);
      real(from, to);
    });
    await publish(publicationOf(out, 2, { marker, force: true }));
    expect([moves[0], moves.at(-1), moves.length]).toEqual(['- tandems.csv', '+ tandems.csv', 6]);
  });

  it.skipIf(onWindows)('replaces a link of a result name itself, and never writes through it', async () => {
    lay(home, { 'precious.csv': 'precious' });
    fs.mkdirSync(out);
    fs.symlinkSync(join(home, 'precious.csv'), join(out, 'tandems.csv'));
    await publish(publicationOf(out, 2, { force: true }));
    expect(fs.lstatSync(join(out, 'tandems.csv')).isFile()).toBe(true);
    expect(contentOf(out)).toEqual(filesOf(2));
    expect(fs.readFileSync(join(home, 'precious.csv'), 'utf8')).toBe('precious');
  });
});

describe('a file that the run must know', () => {
  it('is a fault of our own where it is not known', async () => {
    const files = new Map([...Object.entries(filesOf(1)), ['stray.csv', ''] as const]);
    await expect(publish(publicationOf(out, 1, { files }))).rejects.toThrow(InternalError);
    expect(fs.readdirSync(home)).toEqual([]);
  });
});

describe('a sheet that an earlier call put into the folder at its caller\u2019s word', () => {
  const sheet = { 'problems.csv': 'file,row,column\n' };
  const isOurs = (start: string) => start.startsWith('file,row');

  it('is no reason to refuse a run without force, and stays', async () => {
    lay(out, sheet);
    await publish(publicationOf(out, 1, { isOurs }));
    await publish(publicationOf(out, 2, { isOurs }));
    expect(contentOf(out)).toEqual({ ...filesOf(2), ...sheet });
    expectTidy();
  });

  it('is told by how it begins, not by its name', async () => {
    lay(out, { 'problems.csv': 'mine' });
    expect((await troubleOf(() => publish(publicationOf(out, 1, { isOurs })))).message).toContain('"problems.csv"');
    lay(out, sheet);
    expect((await troubleOf(() => publish(publicationOf(out, 1)))).message).toContain('"problems.csv"');
  });

  it('is told of plain files that can be read only', async () => {
    lay(join(out, 'problems.csv'), {});
    expect((await troubleOf(() => publish(publicationOf(out, 1, { isOurs: () => true })))).message).toContain('holds');
    fs.rmdirSync(join(out, 'problems.csv'));
    lay(out, sheet);
    const open = fs.openSync as (...args: unknown[]) => number;
    vi.spyOn(fs, 'openSync').mockImplementation(((...args: unknown[]) => {
      if (args[0] === join(out, 'problems.csv')) throw systemError('EACCES', 'open');
      return open(...args);
    }) as never);
    expect((await troubleOf(() => publish(publicationOf(out, 1, { isOurs })))).message).toContain('"problems.csv"');
    await expect(
      publish(
        publicationOf(out, 1, {
          isOurs: () => {
            throw new TypeError('ours');
          },
        }),
      ),
    ).rejects.toMatchObject({ exit: EXIT.input });
  });
});

describe('a file that may not be replaced', () => {
  it.each([false, true])('is refused, with force or without: %s', async force => {
    await publish(publicationOf(out, 1));
    const asked: string[] = [];
    const mayReplace = (path: string) => asked.push(path) === 0 || !path.endsWith('tandems.csv');
    const trouble = await troubleOf(() => publish(publicationOf(out, 2, { mayReplace, force })));
    expect(trouble).toMatchObject({
      exit: EXIT.input,
      message: `${join(out, 'tandems.csv')} is there already, and is not as rmentor wrote it`,
    });
    expect(asked).toEqual([join(out, 'tandems.csv')]);
    expect(contentOf(out)).toEqual(filesOf(1));
    await publish(publicationOf(out, 2, { mayReplace: () => true, force }));
    expect(contentOf(out)).toEqual(filesOf(2));
  });

  it.skipIf(onWindows)('is not asked about where it is a link', async () => {
    lay(home, { 'mine.csv': 'mine' });
    fs.mkdirSync(out);
    fs.symlinkSync(join(home, 'mine.csv'), join(out, 'tandems.csv'));
    const publication = publicationOf(out, 2, { mayReplace: () => true, force: true });
    expect((await troubleOf(() => publish(publication))).message).toContain('is there already');
  });
});

describe('what nobody means to keep from us', () => {
  const clutter = {
    '.gitignore': '*\n',
    '.gitkeep': '',
    '.DS_Store': 'x',
    '.~lock.tandems.csv#': 'x',
    'Thumbs.db': 'x',
  };

  it.each(['my.gitkeep', '.gitignore.csv', 'a.DS_Store', '.gitkeeper'])(
    'is not what only has such a part: %s',
    async name => {
      lay(out, { [name]: 'mine' });
      expect((await troubleOf(() => publish(publicationOf(out, 1)))).message).toContain(`"${name}"`);
    },
  );

  it('is no reason to refuse a run without force, and stays', async () => {
    lay(out, clutter);
    await publish(publicationOf(out, 1));
    await publish(publicationOf(out, 2));
    expect(contentOf(out)).toEqual({ ...filesOf(2), ...clutter });
  });

  it.skipIf(onWindows)('a shell that stands in the folder keeps its folder', async () => {
    await publish(publicationOf(out, 1));
    const inode = fs.statSync(out).ino;
    vi.spyOn(process, 'cwd').mockReturnValue(out);
    const real = fs.realpathSync.native;
    vi.spyOn(fs.realpathSync, 'native').mockImplementation(((path: string) =>
      real(path === '.' ? out : path)) as never);
    await publish(publicationOf('.', 2));
    expect(contentOf(out)).toEqual(filesOf(2));
    expect(fs.statSync(out).ino).toBe(inode);
  });
});

describe('the lock', () => {
  it('of a living process makes a second run give way, and stays', async () => {
    await publish(publicationOf(out, 1));
    lay(temp, { [`lock-${process.ppid}`]: '' });
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `another run (process ${process.ppid}) is writing to ${out}`,
    });
    expect(trouble.hint).toContain(temp);
    expect(fs.readdirSync(temp)).toEqual([`lock-${process.ppid}`]);
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it('is given up by whoever sees another beside it', async () => {
    const real = fs.mkdirSync as (...args: unknown[]) => undefined;
    vi.spyOn(fs, 'mkdirSync').mockImplementation((...args: unknown[]) => {
      real(...args);
      if (args[0] === temp) fs.writeFileSync(join(temp, `lock-${process.ppid}`), '');
      return undefined;
    });
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble.message).toBe(`another run (process ${process.ppid}) is writing to ${out}`);
    expect(fs.readdirSync(temp)).toEqual([`lock-${process.ppid}`]);
  });

  it('makes the second of two runs in one process give way, and the first goes through', async () => {
    const results = await Promise.allSettled([publish(publicationOf(out, 1)), publish(publicationOf(out, 2))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it.each([
    ['of a dead process', `lock-${DEAD}`],
    ['of a dead process that had the number of this one, as in containers', `lock-${process.pid}`],
  ])('%s is taken over, with the personal data it left removed', async (_, lock) => {
    await publish(publicationOf(out, 1));
    lay(join(temp, 'new'), { 'tandems.csv': 'half a line' });
    lay(temp, { [lock]: '', names: 'tandems.csv' });
    await publish(publicationOf(out, 2));
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('that a run was killed before writing does not stop the next', async () => {
    fs.mkdirSync(temp);
    await publish(publicationOf(out, 1));
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('is not taken for ours where a file or somebody\u2019s folder has its name', async () => {
    fs.writeFileSync(temp, 'x');
    expect(await troubleOf(() => publish(publicationOf(out, 1)))).toMatchObject({ exit: EXIT.machine });
    fs.rmSync(temp);
    lay(temp, foreign);
    const trouble = await troubleOf(() => publish(publicationOf(out, 1)));
    expect(trouble.message).toContain(`${temp} is in the way`);
    expect(contentOf(temp)).toEqual(foreign);
    expect(fs.existsSync(out)).toBe(false);
  });

  it.skipIf(onWindows)('is not sought through a link', async () => {
    lay(join(home, 'trap'), { [`lock-${DEAD}`]: '' });
    fs.symlinkSync(join(home, 'trap'), temp);
    expect((await troubleOf(() => publish(publicationOf(out, 1)))).message).toContain('is in the way');
    expect(fs.readdirSync(join(home, 'trap'))).toEqual([`lock-${DEAD}`]);
  });
});

describe('recover', () => {
  it('does nothing where nothing was left undone', async () => {
    recover(out, KIND);
    expect(fs.readdirSync(home)).toEqual([]);
    await publish(publicationOf(out, 1));
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it('puts the earlier run back where a run was killed between the two renames', () => {
    lay(old, filesOf(1));
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('removes the earlier run where the new one stands', () => {
    lay(old, filesOf(1));
    lay(out, filesOf(2));
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(2));
    expectTidy();
  });

  it('happens at the start of publish: the earlier run counts as such', async () => {
    lay(old, { ...filesOf(1), ...foreign });
    expect((await troubleOf(() => publish(publicationOf(out, 2)))).exit).toBe(EXIT.input);
    expect(contentOf(out)).toEqual({ ...filesOf(1), ...foreign });
    expectTidy();
  });

  it.each([
    ['files of other people', (path: string) => lay(path, { 'precious.txt': 'mine' })],
    ['a run and a file of other people', (path: string) => lay(path, { ...filesOf(1), 'precious.txt': 'mine' })],
    ['files of a run, but no run', (path: string) => lay(path, { 'tandems.csv': 'mine' })],
    ['a folder in a run', (path: string) => lay(join(path, 'summary.md'), filesOf(1))],
  ])('leaves what is not ours under the name of an earlier run: %s', async (_, laying) => {
    await publish(publicationOf(out, 1));
    laying(old);
    const before = contentOf(old);
    recover(out, KIND);
    expect(contentOf(old)).toEqual(before);
    expect(contentOf(out)).toEqual(filesOf(1));
    const trouble = await troubleOf(() => publish(publicationOf(out, 2)));
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `${old} is in the way and is not from a run of yours`,
    });
    expect(contentOf(old)).toEqual(before);
    expect(contentOf(out)).toEqual(filesOf(1));
    expect(fs.existsSync(temp)).toBe(false);
  });

  it('takes nothing for an earlier run that lacks its marker, where no run stands either', async () => {
    lay(old, { 'precious.txt': 'mine' });
    recover(out, KIND);
    expect(contentOf(home)).toEqual({ '.out.rmentor-old': '(folder)' });
    await publish(publicationOf(out, 1));
    expect(contentOf(old)).toEqual({ 'precious.txt': 'mine' });
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it.skipIf(onWindows).each([
    ['file', () => fs.writeFileSync(old, 'mine')],
    ['link', () => fs.symlinkSync(out, old)],
  ])('leaves a %s under that name', async (_, laying) => {
    await publish(publicationOf(out, 1));
    laying();
    recover(out, KIND);
    expect(fs.lstatSync(old).isDirectory()).toBe(false);
    expect((await troubleOf(() => publish(publicationOf(out, 2)))).message).toContain(`${old} is in the way`);
    expect(contentOf(out)).toEqual(filesOf(1));
  });

  it('takes an empty folder under that name for the empty one that was there before', async () => {
    fs.mkdirSync(old);
    recover(out, KIND);
    expect(contentOf(out)).toEqual({});
    await publish(publicationOf(out, 1));
    fs.mkdirSync(old);
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('puts the earlier run back after a crash between the two renames', async () => {
    await publish(publicationOf(out, 1));
    const [real, remove] = [fs.renameSync, fs.rmSync];
    let isDead = false;
    const dying = <Args extends unknown[], Result>(call: (...args: Args) => Result) => {
      return (...args: Args): Result => {
        if (isDead) throw new Error('killed');
        return call(...args);
      };
    };
    vi.spyOn(fs, 'rmSync').mockImplementation(dying(remove));
    vi.spyOn(fs, 'renameSync').mockImplementation(
      dying((from, to) => {
        real(from, to);
        isDead = to === old;
      }),
    );
    await expect(publish(publicationOf(out, 2))).rejects.toThrow('killed');
    vi.restoreAllMocks();
    expect(fs.existsSync(out)).toBe(false);
    expect(contentOf(old)).toEqual(filesOf(1));
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('removes what a dead run left beside the folder', () => {
    lay(out, filesOf(1));
    lay(join(temp, 'new'), filesOf(2));
    lay(temp, { [`lock-${DEAD}`]: '' });
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(1));
    expectTidy();
  });

  it('leaves a living run alone, and lets its reader read', () => {
    lay(out, filesOf(1));
    lay(temp, { [`lock-${process.ppid}`]: '' });
    recover(out, KIND);
    expect(contentOf(out)).toEqual(filesOf(1));
    expect(fs.readdirSync(temp)).toEqual([`lock-${process.ppid}`]);
  });

  it('says so where a living run is between its renames', async () => {
    lay(old, filesOf(1));
    lay(temp, { [`lock-${process.ppid}`]: '' });
    expect((await troubleOf(() => recover(out, KIND))).message).toContain('another run');
  });
});
