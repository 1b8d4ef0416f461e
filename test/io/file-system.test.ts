import fs from 'node:fs';
import { sep } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import {
  exists,
  findErrorCode,
  findFailedCall,
  identifyWriter,
  isOfOtherSystem,
  pause,
  sync,
} from '../../src/io/file-system.ts';
import { isKnown } from '../../src/io/publication-paths.ts';
import { systemError } from './support.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const notErrors = [null, undefined, 'EIO', { code: 'EIO', syscall: 'open' }, new Error('EIO')];

it.each(notErrors)('what is no error of the system has neither code nor call: %j', error => {
  expect([findErrorCode(error), findFailedCall(error)]).toEqual([null, null]);
});

it('codes and calls of the system are found, and those of Node are not', () => {
  expect([findErrorCode(systemError('EIO', 'open')), findFailedCall(systemError('EIO', 'open'))]).toEqual([
    'EIO',
    'open',
  ]);
  expect(findErrorCode(systemError('ERR_INVALID_ARG_TYPE'))).toBeNull();
  expect(findErrorCode(systemError('NODE_EIO'))).toBeNull();
  const coded = [5, undefined, ['EIO']].map(code => Object.assign(new Error(''), { code }));
  expect(coded.map(findErrorCode)).toEqual([null, null, null]);
  expect([5, undefined].map(syscall => findFailedCall(Object.assign(new Error(''), { syscall })))).toEqual([
    null,
    null,
  ]);
});

it.each(['EINVAL', 'ENOTSUP', 'ENOSYS'])('a disk that cannot confirm is no failure: %s', code => {
  vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw systemError(code, 'fsync');
  });
  expect(() => sync(1)).not.toThrow();
});

it('a fault of ours while the disk confirms is not hidden', () => {
  vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw new TypeError('ours');
  });
  expect(() => sync(1)).toThrow(new TypeError('ours'));
});

it('below a file there is nothing, and where nobody may look is told', () => {
  expect(exists('package.json/x')).toBe(false);
  vi.spyOn(fs, 'lstatSync').mockImplementation(() => {
    throw systemError('EACCES', 'lstat');
  });
  expect(() => exists('package.json')).toThrow('EACCES');
});

it.skipIf(sep !== '/')('a drive or a computer of Windows leads nowhere elsewhere', () => {
  expect(['C:\\a', 'c:/a', '\\\\host\\a'].map(isOfOtherSystem)).toEqual([true, true, true]);
  expect(['a', '/a', 'C:', 'x/C:/a', 'ab\\\\c'].map(isOfOtherSystem)).toEqual([false, false, false, false, false]);
});

it('a name is known by the list or by its family', () => {
  const kind = { marker: 'a', known: ['a'] };
  expect(['a', 'b', 'b-1'].map(name => isKnown(name, kind))).toEqual([true, false, false]);
  expect(['a', 'b', 'b-1'].map(name => isKnown(name, { ...kind, family: /^b-\d$/u }))).toEqual([true, false, true]);
});

it('a pause takes as long as was asked for', () => {
  const begun = performance.now();
  pause(40);
  expect(performance.now() - begun).toBeGreaterThan(35);
});

it('a host is told from its containers by the number of their namespace, where the system has one', () => {
  const readlink = vi.spyOn(fs, 'readlinkSync').mockReturnValue('pid:[4026531836]');
  const { host } = identifyWriter();
  readlink.mockReturnValue('pid:[4026532999]');
  expect(identifyWriter().host).toBe(`${host}~4026532999`);
  readlink.mockReturnValue('pid:[]');
  expect(identifyWriter().host).toBe(host);
});
