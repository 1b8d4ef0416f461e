import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeKey, readKey } from '../../src/io/key-file.ts';
import { newFolder, systemError, troubleOf } from './support.ts';

let home = '';
let path = '';

beforeEach(() => {
  home = newFolder();
  path = join(home, 'key');
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(home, { recursive: true, force: true });
});

function readBack(text: string): string {
  fs.writeFileSync(path, text);
  return Buffer.from(readKey(path)).toString();
}

it.each(['', '\n', '\r\n', '\n\n'])('a key is read without line breaks at its end: %j', end => {
  const key = '0123456789'.repeat(3).concat('01');
  expect(readBack(`${key}${end}`)).toBe(key);
});

it.each(['\f', '\x0e', '\v'])('a key keeps what is no line break: %j', end =>
  expect(readBack(`${'0123456789'.repeat(4)}${end}`)).toContain(end),
);

it.each([
  ['one character too few', '0123456789'.repeat(3).concat('0')],
  ['one different character too few', '012345678'.repeat(9)],
  ['nothing but line breaks', '\n'.repeat(64)],
  ['nothing', ''],
])('a weak key is refused: %s', (_, text) =>
  expect(() => readBack(text)).toThrow(expect.objectContaining({ trouble: { kind: 'key-weak', path } })),
);

it('a key that is not there is said to be missing', () => {
  expect(() => readKey(path)).toThrow(expect.objectContaining({ trouble: { kind: 'key-missing', path } }));
});

it('a key is never made where a file is', () => {
  makeKey(path);
  const before = fs.readFileSync(path, 'utf8');
  expect(before).toMatch(/^[0-9a-f]{64}\n$/u);
  expect(() => makeKey(path)).toThrow(expect.objectContaining({ trouble: { kind: 'key-there', path } }));
  expect(fs.readFileSync(path, 'utf8')).toBe(before);
});

it('a key that the system cannot write is trouble of the user, and a fault of ours stays one', async () => {
  const open = vi.spyOn(fs, 'openSync').mockImplementation(() => {
    throw systemError('EACCES', 'open');
  });
  expect(() => makeKey(path)).toThrow(
    expect.objectContaining({
      trouble: { kind: 'file-unwritable', path, flag: '--pseudonymise', code: 'EACCES', isInUse: false },
    }),
  );
  expect((await troubleOf(() => makeKey(path))).exit).toBe(5);
  open.mockImplementation(() => {
    throw new TypeError('ours');
  });
  expect(() => makeKey(path)).toThrow(new TypeError('ours'));
});
