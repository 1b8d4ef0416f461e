/** @module-tag slow */

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCommand } from '../../src/commands/sample.ts';
import { type ShareFlags, shareCommand } from '../../src/commands/share.ts';
import { verifyCommand } from '../../src/commands/verify.ts';
import { filesIn, listening, runMatch } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

const MODEL = { mentors: 163, mentees: 224, countries: 17, departments: 12, seed: 1 };

function share(run: string, flags: ShareFlags) {
  return listening(shell => shareCommand(run, flags, shell));
}

interface Finished {
  readonly folder: string;
  readonly run: string;
  /** Every name, id and address, and words that only notes, reasons and vetoes hold. */
  readonly marks: readonly string[];
}

/** The model programme with approved and declined tandems, notes, vetoes, a lock with a reason and bans; run twice. */
async function finishModel(folder: string): Promise<Finished> {
  await listening(shell => sampleCommand({ ...MODEL, out: folder, quiet: true }, shell));
  const [mentors, mentees] = ['mentors', 'mentees'].map(name => readRows(join(folder, `${name}.csv`)));
  const addVetoes = (name: string, ids: readonly string[]) => {
    const path = join(folder, `${name}.csv`);
    const [head, ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/u);
    const lines = rows.map((row, at) => `${row},${ids[(at * 7) % ids.length]},secret quarrel ${at}`);
    writeFileSync(path, [`${head},not_with,remark`, ...lines].join('\n'));
  };
  addVetoes(
    'mentors',
    mentees!.map(row => row['id']!),
  );
  addVetoes(
    'mentees',
    mentors!.map(row => row['id']!),
  );
  const pairs = join(folder, 'pairs.csv');
  writeFileSync(
    pairs,
    `mentor,mentee,action,points,reason\n${mentors![3]!['id']},${mentees![9]!['id']},lock,,an old promise\n${mentors![4]!['id']},${mentees![8]!['id']},score,7.5,\n`,
  );
  const run = join(folder, 'run');
  const flags = { config: join(folder, 'rmentor.config.json'), pairs, allowOverride: true, out: run };
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  const tandems = join(run, 'tandems.csv');
  const lines = readFileSync(tandems, 'utf8').split('\r\n');
  const decided = lines.map((line, at) =>
    line.replace(
      /draft,$/u,
      at % 3 === 0 ? 'approved,whispered note' : at % 20 === 1 ? 'declined,whispered note' : 'draft,',
    ),
  );
  writeFileSync(tandems, decided.join('\r\n'));
  expect(await runMatch({ ...flags, alternates: 2, workbook: true })).toMatchObject({ exit: 0 });
  const marks = [...mentors!, ...mentees!].flatMap(row => [
    row['id']!,
    row['last_name']!,
    `${row['first_name']} ${row['last_name']}`,
    row['email']!,
  ]);
  return { folder, run, marks: [...new Set(marks), 'whispered', 'promise', 'quarrel', 'veto'] };
}

let model: Finished;
const home = mkdtempSync(join(tmpdir(), 'rmentor-test-'));
beforeAll(async () => {
  model = await finishModel(home);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Marks that a text holds as whole words. */
function findMarks(text: string, marks: readonly string[]): string[] {
  return marks.filter(mark =>
    new RegExp(`(?<![\\p{L}\\p{N}])${mark.replace(/[.()+]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu').test(text),
  );
}

describe('rmentor share', () => {
  test.each(['en', 'de'] as const)(
    'puts no name, id, address, note or reason into a view under pseudonyms (%s)',
    async lang => {
      const { folder, run, marks } = model;
      const [out, key] = [join(folder, `shared-${lang}`), join(folder, `key-${lang}.txt`)];
      const { exit, err } = await share(run, { out, pseudonymise: key, newKey: true, lang });
      expect(exit, err).toBe(0);
      const files = filesIn(out);
      expect(Object.keys(files)).toEqual(['README.md', 'shared.json', 'tandems.csv', 'unmatched.csv']);
      for (const [name, text] of Object.entries(files)) expect([name, ...findMarks(text, marks)]).toEqual([name]);
      expect(findMarks(readFileSync(join(run, 'tandems.csv'), 'utf8'), marks).length).toBeGreaterThan(500);
      expect(readRows(join(out, 'tandems.csv'))).toHaveLength(readRows(join(run, 'tandems.csv')).length);
      expect(readRows(join(out, 'unmatched.csv'))).toHaveLength(readRows(join(run, 'unmatched.csv')).length);
      expect(files['tandems.csv']).not.toMatch(/score|points_pairs/u);
      expect(statSync(key).mode & 0o077).toBe(0);
    },
  );

  test('gives the same people the same pseudonyms in each file and each round, and others others', async () => {
    const { folder, run } = model;
    const key = join(folder, 'key-rounds.txt');
    const [first, again, other] = ['first', 'again', 'other'].map(name => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await share(run, { out: first, pseudonymise: key, newKey: true });
    await share(run, { out: again, pseudonymise: key });
    expect(filesIn(again)).toEqual(filesIn(first));
    await share(run, { out: other, pseudonymise: join(folder, 'key-other.txt'), newKey: true });
    const idsIn = (out: string) =>
      new Set(readRows(join(out, 'tandems.csv')).flatMap(row => [row['mentor_id']!, row['mentee_id']!]));
    expect([...idsIn(other)].filter(id => idsIn(first).has(id))).toEqual([]);
    const people = new Set(readRows(join(run, 'tandems.csv')).flatMap(row => [row['mentor_id']!, row['mentee_id']!]));
    expect(idsIn(first).size).toBe(people.size);
    // The next round: somebody is gone, and everybody else is who they were.
    const mentees = join(folder, 'mentees.csv');
    const later = join(folder, 'mentees-later.csv');
    writeFileSync(
      later,
      readFileSync(mentees, 'utf8')
        .split('\n')
        .filter((_, at) => at !== 30)
        .join('\n'),
    );
    const next = join(folder, 'run-later');
    const flags = { config: join(folder, 'rmentor.config.json'), mentees: later, out: next };
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    const third = join(folder, 'third');
    await share(next, { out: third, pseudonymise: key });
    const all = (out: string) =>
      new Set([...idsIn(out), ...readRows(join(out, 'unmatched.csv')).map(row => row['id']!)]);
    expect([...all(third)].filter(id => !all(first).has(id))).toEqual([]);
    expect(all(third).size).toBe(all(first).size - 1);
  });

  test.each(['en', 'de'] as const)(
    'tells works council and sponsor no name, and no count from one to four (%s)',
    async lang => {
      const { folder, run, marks } = model;
      const out = join(folder, `overview-${lang}`);
      expect(await share(run, { out, lang })).toMatchObject({ exit: 0 });
      const files = filesIn(out);
      expect(Object.keys(files)).toEqual(['overview.md', 'shared.json']);
      for (const [name, text] of Object.entries(files)) expect([name, ...findMarks(text, marks)]).toEqual([name]);
      const figures = files['overview.md']!.slice(
        0,
        files['overview.md']!.indexOf(lang === 'en' ? '## The rules' : '## Die Regeln'),
      );
      const cells = [...figures.matchAll(/(?<=\| )(\d+)(?= \|)/gu)].map(([cell]) => Number(cell));
      expect(cells.length).toBeGreaterThan(20);
      expect(cells.filter(cell => cell < 5)).toEqual([]);
      expect(files['overview.md']).toContain('not\\_with');
      expect(files['overview.md']).toContain('remark');
    },
  );

  test('refuses a key that is missing, weak, there already, or among what is handed on', async () => {
    const { folder, run } = model;
    const out = join(folder, 'refused');
    const put = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const kindOf = async (flags: Partial<ShareFlags>) => {
      try {
        return (await share(run, { out, ...flags })).exit;
      } catch (error) {
        return (error as { trouble?: { kind: string } }).trouble?.kind;
      }
    };
    expect(await kindOf({ pseudonymise: join(folder, 'no-key.txt') })).toBe('key-missing');
    expect(await kindOf({ pseudonymise: put('empty.txt', '') })).toBe('key-weak');
    expect(await kindOf({ pseudonymise: put('short.txt', `${'abcdefghijklmnopqrstuvwxyz01234'}\n\n\n`) })).toBe(
      'key-weak',
    );
    expect(await kindOf({ pseudonymise: put('same.txt', 'abababab'.repeat(20)) })).toBe('key-weak');
    const good = put('good.txt', 'abcdefghijklmnopqrstuvwxyz012345\r\n');
    expect(await kindOf({ pseudonymise: good, newKey: true })).toBe('key-there');
    expect(readFileSync(good, 'utf8')).toBe('abcdefghijklmnopqrstuvwxyz012345\r\n');
    expect(await kindOf({ pseudonymise: join(run, 'key.txt'), newKey: true })).toBe('key-inside');
    expect(await kindOf({ pseudonymise: join(out, 'deep', 'key.txt'), newKey: true })).toBe('key-inside');
    symlinkSync(run, join(folder, 'link'));
    expect(await kindOf({ pseudonymise: join(folder, 'link', 'key.txt'), newKey: true })).toBe('key-inside');
    expect(existsSync(out)).toBe(false);
    expect(await kindOf({ out: run })).toBe('shared-into-run');
    expect(await kindOf({ newKey: true })).toBe('flag-missing');
    expect(await kindOf({ pseudonymise: good })).toBe(0);
    // The same key with another end of line is the same key.
    const first = filesIn(out);
    expect(await kindOf({ pseudonymise: put('good-unix.txt', 'abcdefghijklmnopqrstuvwxyz012345') })).toBe(0);
    expect(filesIn(out)).toEqual(first);
  });

  test('what is handed on is no run, and a run that does not hold is not handed on', async () => {
    const { folder, run } = model;
    const out = join(folder, 'no-run');
    await share(run, { out });
    await expect(listening(shell => verifyCommand(out, {}, shell))).rejects.toMatchObject({ exit: 5 });
    const tandems = join(run, 'tandems.csv');
    const before = readFileSync(tandems);
    writeFileSync(tandems, `${before.toString('utf8').split('\r\n').slice(0, -2).join('\r\n')}\r\n`);
    await expect(share(run, { out: join(dirname(out), 'torn') })).rejects.toMatchObject({ exit: 4 });
    writeFileSync(tandems, before);
    expect(existsSync(join(folder, 'torn'))).toBe(false);
  });
});
