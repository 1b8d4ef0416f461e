import fs from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openOutput } from '../../src/io/output.ts';
import { newFolder, systemError } from './support.ts';

let home = '';
let fd = 0;

beforeEach(() => {
  home = newFolder();
  fd = fs.openSync(join(home, 'out.txt'), 'a+');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.closeSync(fd);
  fs.rmSync(home, { recursive: true, force: true });
});

type Stream = Parameters<typeof openOutput>[0];

/** A stream as a process has it, with what came through it. */
function streamOf(isTTY: boolean, write: (text: string) => Error | null = () => null) {
  const taken: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      const trouble = write(chunk.toString());
      if (trouble === null) taken.push(chunk.toString());
      setImmediate(done, trouble);
    },
  });
  return { taken, stream: Object.assign(stream, { fd, isTTY }) as unknown as Stream };
}

const written = () => fs.readFileSync(join(home, 'out.txt'), 'utf8');

describe('an output into a file', () => {
  it('is written to its end where the disk takes it in parts', async () => {
    const real = fs.writeSync as (...args: unknown[]) => number;
    vi.spyOn(fs, 'writeSync').mockImplementation(((to: number, bytes: Uint8Array, offset: number, length: number) =>
      real(to, bytes, offset, Math.min(length, 3))) as never);
    const output = openOutput(streamOf(false).stream);
    output.write('Zoë sagt ');
    output.write('viel');
    expect(await output.end()).toBeNull();
    expect(written()).toBe('Zoë sagt viel');
  });

  it.each([
    ['ENOSPC', 'ENOSPC'],
    ['EDQUOT', 'EDQUOT'],
    ['EBADF', 'EBADF'],
    ['EIO', 'EIO'],
    ['EPIPE', null],
  ])('knows the first cause of what was lost, and is silent from then on: %s', async (code, cause) => {
    const output = openOutput(streamOf(false).stream);
    output.write('whole\n');
    const write = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw systemError(code);
    });
    output.write('lost\n');
    write.mockRestore();
    output.write('late\n');
    expect(await output.end()).toBe(cause);
    expect(written()).toBe('whole\n');
  });

  it('passes on what is a fault of ours', () => {
    vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw new TypeError('ours');
    });
    expect(() => openOutput(streamOf(false).stream).write('text')).toThrow('ours');
  });
});

describe('an output into a terminal or a pipe', () => {
  it('goes through the stream, and is waited for', async () => {
    const { stream, taken } = streamOf(true);
    const output = openOutput(stream);
    for (const text of ['one\n', 'two\n', 'three\n']) output.write(text);
    expect(await output.end()).toBeNull();
    expect(taken.join('')).toBe('one\ntwo\nthree\n');
    expect(written()).toBe('');
  });

  it('goes through the stream where the system does not say what stands behind it', async () => {
    vi.spyOn(fs, 'fstatSync').mockImplementation(() => {
      throw systemError('EISDIR', 'fstat');
    });
    const { stream, taken } = streamOf(false);
    openOutput(stream).write('text');
    expect(taken).toEqual(['text']);
  });

  it.each([
    ['EPIPE', null],
    ['EIO', 'EIO'],
  ])('hears of trouble that comes later: %s', async (code, cause) => {
    const { stream, taken } = streamOf(true, text => (text === 'lost\n' ? systemError(code) : null));
    const output = openOutput(stream);
    output.write('whole\n');
    output.write('lost\n');
    expect(await output.end()).toBe(cause);
    output.write('late\n');
    expect(taken.filter(text => text !== '')).toEqual(['whole\n']);
    expect(await output.end()).toBe(cause);
  });
});
