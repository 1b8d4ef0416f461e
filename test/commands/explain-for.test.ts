/** @module-tag slow */

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainCommand } from '../../src/commands/explain.ts';
import { sampleCommand } from '../../src/commands/sample.ts';
import { de } from '../../src/render/words/de/index.ts';
import { en } from '../../src/render/words/en/index.ts';
import { listening, runMatch, workFolder } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

const MODEL = { mentors: 163, mentees: 224, countries: 17, departments: 12, seed: 1 };

/** The model programme with vetoes, wishes, bans, a lock with a reason, and notes that name people; and its run. */
async function finishModel() {
  const folder = workFolder();
  await listening(shell => sampleCommand({ ...MODEL, out: folder, quiet: true }, shell));
  const [mentors, mentees] = ['mentors', 'mentees'].map(name => join(folder, `${name}.csv`)) as [string, string];
  const people = { mentors: readRows(mentors), mentees: readRows(mentees) };
  const addColumns = (path: string, cells: (row: number) => string) => {
    const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/u);
    writeFileSync(path, [`${head},not_with,wish_1,remark`, ...rows.map((row, at) => `${row},${cells(at)}`)].join('\n'));
  };
  const [idsOfMentors, idsOfMentees] = [people.mentors, people.mentees].map(rows => rows.map(row => row['id'] ?? ''));
  addColumns(
    mentors,
    at => `${idsOfMentees![(at * 7) % 224]},${idsOfMentees![(at * 3) % 224]},met ${idsOfMentees![at]}`,
  );
  addColumns(mentees, at => `${idsOfMentors![(at * 5) % 163]},${idsOfMentors![at % 163]},`);
  const pairs = join(folder, 'pairs.csv');
  writeFileSync(pairs, 'mentor,mentee,action,reason\n');
  for (let at = 0; at < 30; at++) appendFileSync(pairs, `${idsOfMentors![at]},${idsOfMentees![at + 40]},ban,quarrel\n`);
  const run = join(folder, 'run');
  const { exit, err } = await runMatch({ config: join(folder, 'rmentor.config.json'), pairs, out: run });
  expect(exit, err).toBe(0);
  return { run, people: [...people.mentors, ...people.mentees] };
}

test('of the model programme, an answer holds no name, id or address of anybody else, and says nothing of vetoes and bans', async () => {
  const { run, people } = await finishModel();
  const readers = [...[0, 7, 40, 162].map(at => people[at]!), ...[0, 43, 60, 223].map(at => people[163 + at]!)];
  const unmatched = readRows(join(run, 'unmatched.csv'));
  const without = [unmatched[0]!, unmatched.find(row => row['role'] === 'mentor') ?? unmatched.at(-1)!];
  for (const id of [...readers, ...without].map(row => row['id'] ?? '')) {
    const own = people.find(person => person['id'] === id)!;
    const others = people
      .filter(person => person !== own)
      .flatMap(person => [
        `${person['first_name']} ${person['last_name']}`,
        person['last_name'],
        person['id'],
        person['email'],
      ])
      .filter(mark => mark !== own['last_name']);
    for (const [words, json] of [
      [en, false],
      [de, false],
      [en, true],
    ] as const) {
      const { exit, out } = await listening(shell => explainCommand([], { for: [id], run, json }, shell), { words });
      expect(exit).toBe(0);
      expect(out).toContain(id);
      expect(others.filter(mark => new RegExp(`(?<!\\p{L})${mark}(?![\\p{L}\\p{N}])`, 'u').test(out))).toEqual([]);
      expect(out).not.toMatch(/veto|ban(?:ned|s)\b|quarrel|not_with|declin|ausschlusswunsch|paarliste/iu);
    }
  }
});

test('a call for one person names nobody else, and takes a name of several words without quotes', async () => {
  const out = join(workFolder(), 'run');
  expect(await runMatch({ config: 'fixtures/explain/rmentor.config.json', out })).toMatchObject({ exit: 0 });
  const answer = await listening(shell => explainCommand([], { for: ['Finn', 'Roth'], run: out }, shell));
  expect(answer).toMatchObject({ exit: 0, out: expect.stringMatching(/^Finn Roth \(/u) });
  await expect(listening(shell => explainCommand(['Ben'], { for: ['Finn'], run: out }, shell))).rejects.toMatchObject({
    exit: 2,
    trouble: { kind: 'answered-alone' },
  });
  const nobody = await listening(shell => explainCommand([], { for: ['Nobody'], run: out }, shell));
  expect(nobody).toMatchObject({ exit: 2, out: '' });
});
