import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleCommand } from '../../src/commands/sample.ts';
import { EXIT } from '../../src/domain/errors.ts';
import { troubleOf } from '../io/support.ts';
import { filesIn, listening, workFolder } from '../support/run.ts';

const SIZE = { mentors: 4, mentees: 5, countries: 2, departments: 2, seed: 1 };
const NAMES = ['limits.csv', 'mentees.csv', 'mentors.csv', 'rmentor.config.json', 'sample.json'];

const sampled = (out: string, more: object = {}) => listening(shell => sampleCommand({ ...SIZE, out, ...more }, shell));

describe('rmentor sample', () => {
  test('replaces an earlier sample as a set, and says what it was asked for', async () => {
    const out = join(workFolder(), 'demo');
    expect((await sampled(out)).exit).toBe(EXIT.done);
    const first = filesIn(out);
    expect(Object.keys(first)).toEqual(NAMES);
    expect(JSON.parse(first['sample.json'] ?? '')).toMatchObject({ schemaVersion: 1, ...SIZE });
    expect((await sampled(out, { seed: 2 })).exit).toBe(EXIT.done);
    const second = filesIn(out);
    expect(Object.keys(second)).toEqual(NAMES);
    expect(second['mentors.csv']).not.toBe(first['mentors.csv']);
    expect((await sampled(out)).exit).toBe(EXIT.done);
    expect(filesIn(out)).toEqual(first);
  });

  test.each(NAMES)('replaces no %s that it did not write, with --force or without', async name => {
    const out = workFolder();
    writeFileSync(join(out, name), 'id,name\nm1,Ada Ray\n');
    for (const force of [false, true]) {
      const trouble = await troubleOf(() => sampled(out, { force }));
      expect(trouble).toMatchObject({
        exit: EXIT.input,
        message: `${join(out, name)} is there already, and is not as rmentor wrote it`,
        hint: 'Choose another folder.',
      });
      expect(filesIn(out)).toEqual({ [name]: 'id,name\nm1,Ada Ray\n' });
    }
  });

  test.each([
    ['another cell', (text: string) => text.replace(/\d$/mu, '9')],
    ['a row more', (text: string) => `${text}m99,Ada\n`],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
  ])('replaces no sheet that was edited since: %s', async (_, edit) => {
    const out = workFolder();
    await sampled(out);
    const path = join(out, 'mentees.csv');
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
    const before = filesIn(out);
    for (const force of [false, true]) {
      expect((await troubleOf(() => sampled(out, { seed: 3, force }))).message).toContain(
        'mentees.csv is there already',
      );
      expect(filesIn(out)).toEqual(before);
    }
  });

  test('does not take a record for one that is damaged, or lacks', async () => {
    for (const record of ['{', 'null', '7', '{"digests":null}', '{"digests":{"mentors.csv":1}}', null]) {
      const out = workFolder();
      await sampled(out);
      if (record === null) rmSync(join(out, 'sample.json'));
      else writeFileSync(join(out, 'sample.json'), record);
      expect((await troubleOf(() => sampled(out, { force: true }))).message).toContain('is there already');
    }
  });

  test('writes beside other files with --force, and leaves them', async () => {
    const out = workFolder();
    writeFileSync(join(out, 'notes.txt'), 'mine');
    expect((await troubleOf(() => sampled(out))).exit).toBe(EXIT.input);
    expect(existsSync(join(out, 'mentors.csv'))).toBe(false);
    await sampled(out, { force: true });
    await sampled(out, { force: true, seed: 2 });
    expect(Object.keys(filesIn(out)).sort()).toEqual([...NAMES, 'notes.txt'].sort());
  });
});
