import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXIT, InternalError } from '../../src/domain/errors.ts';
import { publish } from '../../src/io/publish.ts';
import {
  contentOf,
  filesOf,
  KIND,
  lay,
  newFolder,
  publicationOf,
  readingBackwards,
  systemError,
  troubleOf,
} from './support.ts';

const onWindows = process.platform === 'win32';
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

describe('names of files', () => {
  const publishing = (names: readonly string[]) => {
    const files = new Map(names.map(name => [name, '']));
    return publish(publicationOf(out, 1, { files, known: [...KIND.known, ...names] }));
  };

  it.each(['a/b', '..', '.', '', 'a\\b', 'a\nb', 'a\0b'])(
    'that are none are refused, one alone too: %j',
    async name => {
      await expect(publishing([name, 'certificate.json'])).rejects.toThrow(InternalError);
      await expect(publishing([name, 'certificate.json'])).rejects.toThrow(/^no plain file names: "/u);
      expect(fs.existsSync(out)).toBe(false);
    },
  );

  it.each(['.a', 'a.', '...a', 'a b', '-'])('may look like much: %j', async name => {
    await publishing([name, 'certificate.json']);
    expect(Object.keys(contentOf(out)).sort()).toEqual([name, 'certificate.json'].sort());
  });

  it('must have the one that marks a run', async () => {
    await expect(publishing(['tandems.csv'])).rejects.toThrow('the files lack the marker certificate.json');
  });

  it('must be known, each of them', async () => {
    const files = new Map(Object.entries({ ...filesOf(1), 'other.csv': '' }));
    await expect(publish(publicationOf(out, 1, { files }))).rejects.toThrow('files that are not known: "other.csv"');
  });
});

describe('the folder around', () => {
  it('that the machine does not let us make is told as the machine has it', async () => {
    vi.spyOn(fs, 'mkdirSync').mockImplementation(() => {
      throw systemError('EROFS', 'mkdir');
    });
    expect(await troubleOf(() => publish(publicationOf(join(out, 'deep'), 1)))).toMatchObject({
      exit: EXIT.machine,
      message: `${join(out, 'deep')} could not be written: the disk is read-only; nothing was written`,
    });
  });

  it('that a fault of ours keeps us from making is passed on', async () => {
    vi.spyOn(fs, 'mkdirSync').mockImplementation(() => {
      throw new TypeError('ours');
    });
    await expect(publish(publicationOf(out, 1))).rejects.toThrow(new TypeError('ours'));
  });

  it.each(['file', 'file/deep'])('that cannot be, because a part is a file, is refused: %s', async name => {
    lay(home, { file: 'mine' });
    expect(await troubleOf(() => publish(publicationOf(join(home, name, 'out'), 1)))).toMatchObject({
      exit: EXIT.input,
      message: `${join(home, name, 'out')} cannot be created: a part of its path is a file`,
    });
  });
});

describe('files that were read before', () => {
  const bytesOf = (text: string) => Buffer.from(text);
  const reading = (asRead: ReadonlyMap<string, Uint8Array | null>) => publish(publicationOf(out, 2, { asRead }));

  it('are replaced where they are as they were, there or not', async () => {
    await publish(publicationOf(out, 1));
    await reading(
      new Map([
        ['tandems.csv', fs.readFileSync(join(out, 'tandems.csv'))],
        ['declined.csv', null],
      ]),
    );
    expect(contentOf(out)).toEqual(filesOf(2));
  });

  it.each<[what: string, file: string, asRead: Uint8Array | null]>([
    ['edited', 'tandems.csv', bytesOf('tandems 0')],
    ['emptied', 'tandems.csv', bytesOf('')],
    ['made', 'tandems.csv', null],
    ['removed', 'declined.csv', bytesOf('declined')],
  ])('are kept where one was %s meanwhile', async (_, file, asRead) => {
    await publish(publicationOf(out, 1));
    const first = fs.readFileSync(join(out, 'certificate.json'));
    const trouble = await troubleOf(() =>
      reading(
        new Map([
          ['certificate.json', first],
          [file, asRead],
        ]),
      ),
    );
    expect(trouble).toMatchObject({
      exit: EXIT.machine,
      message: `${join(out, file)} has changed since it was read; the old results are unchanged`,
    });
    expect(contentOf(out)).toEqual(filesOf(1));
  });
});

describe('files of others', () => {
  it('are named in the order of their names', async () => {
    const names = ['b.txt', 'a.txt', 'd.txt', 'c.txt', 'f.txt', 'e.txt'];
    for (const name of names) lay(out, { [name]: 'mine' });
    readingBackwards();
    expect((await troubleOf(() => publish(publicationOf(out, 1)))).message).toMatch(/a\.txt.*b\.txt.*c\.txt/u);
  });

  it.each(['my.gitignore', 'x.DS_Store', '.gitignore.txt', '.DS_Store~'])(
    'are not clutter because of a part of their name: %s',
    async name => {
      lay(out, { [name]: 'mine' });
      expect((await troubleOf(() => publish(publicationOf(out, 1)))).message).toContain(name);
    },
  );

  it.skipIf(onWindows)('are not ours where they are a link to what begins like ours', async () => {
    lay(home, { 'problems.csv': 'file,row' });
    fs.mkdirSync(out);
    fs.symlinkSync(join(home, 'problems.csv'), join(out, 'problems.csv'));
    const isOurs = () => true;
    expect((await troubleOf(() => publish(publicationOf(out, 1, { isOurs })))).message).toContain('"problems.csv"');
  });

  it('are asked about, and a fault of ours in that is passed on', async () => {
    lay(out, { 'problems.csv': 'file,row' });
    const isOurs = () => {
      throw new TypeError('ours');
    };
    await expect(publish(publicationOf(out, 1, { isOurs }))).rejects.toThrow(new TypeError('ours'));
    expect(contentOf(out)).toEqual({ 'problems.csv': 'file,row' });
  });

  it('that have the name of a result go aside with force, and come back where the run fails', async () => {
    lay(out, { 'tandems.csv': 'mine', 'mine.txt': 'mine' });
    const rename = fs.renameSync;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      if (to === join(out, 'certificate.json')) throw systemError('EIO', 'rename');
      rename(from, to);
    });
    expect((await troubleOf(() => publish(publicationOf(out, 1, { force: true })))).exit).toBe(EXIT.machine);
    expect(contentOf(out)).toEqual({ 'tandems.csv': 'mine', 'mine.txt': 'mine' });
  });
});
