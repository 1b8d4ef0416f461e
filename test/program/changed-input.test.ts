/** @module-tag slow */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, runMatch, runVerify, workFolder } from '../support/run.ts';

/** A programme with every kind of input, and a fresh run of it. */
async function finished(): Promise<string> {
  const folder = workFolder();
  cpSync('fixtures/released/0.1.0', folder, { recursive: true });
  rmSync(join(folder, 'run'), { recursive: true });
  expect(await runMatch({ config: join(folder, 'rmentor.config.json'), out: join(folder, 'run') })).toMatchObject({
    exit: 0,
  });
  return folder;
}

test.each<[file: string, from: string, to: string, says: string]>([
  ['mentors.csv', 'Apps', 'Podcasts', 'the sheet of mentors (../mentors.csv) was changed since this run'],
  ['mentees.csv', 'Apps', 'Podcasts', 'the sheet of mentees (../mentees.csv) was changed since this run'],
  [
    'limits.csv',
    'EAST,mentor,0,1',
    'EAST,mentor,0,2',
    'the sheet of limits (../limits.csv) was changed since this run',
  ],
  ['pairs.csv', 'score,7', 'score,8', 'the list of pairs (../pairs.csv) was changed since this run'],
  [
    'previous.csv',
    'm5,e1,draft',
    'm5,e1,declined',
    'the list of previous tandems (../previous.csv) was changed since this run',
  ],
  ['history.csv', 'm3,e5', 'm2,e5', 'the list of earlier tandems (../history.csv) was changed since this run'],
  [
    'history-2024.csv',
    'e3,m1',
    'e3,m3',
    'the list of earlier tandems (../history-2024.csv) was changed since this run',
  ],
  ['rmentor.config.json', 'languages', 'topics', 'must.overlap-languages was changed since this run: it was {'],
  [
    'rmentor.config.json',
    '"CZ"',
    '"SK"',
    'regions.EAST was changed since this run: it was ["CZ","PL"], and is ["PL","SK"]',
  ],
])('an input that changed is named, and no other: %s', async (file, from, to, says) => {
  const folder = await finished();
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(path, before.replace(from, to));
  expect(await runVerify(join(folder, 'run'))).toMatchObject({ exit: 4, out: expect.stringContaining(says) });
});

test('a file of history more is told', async () => {
  const folder = await finished();
  const history = ['history.csv', 'history-2024.csv', 'previous.csv'].map(name => join(folder, name));
  const out = expect.stringContaining('this run read 2 files of earlier tandems, and now there are 3');
  expect(await runVerify(join(folder, 'run'), { history })).toMatchObject({ exit: 4, out });
});

test('the order in which files of history are named changes no byte', async () => {
  const folder = await finished();
  const config = join(folder, 'rmentor.config.json');
  const history = ['history-2024.csv', 'history.csv'].map(name => join(folder, name));
  const then = filesIn(join(folder, 'run'));
  expect(await runMatch({ config, history, out: join(folder, 'run') })).toMatchObject({ exit: 0 });
  expect(filesIn(join(folder, 'run'))).toEqual(then);
  expect(await runVerify(join(folder, 'run'), { history: history.toReversed() })).toMatchObject({ exit: 0 });
});
