import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, runMatch, runVerify, workFolder } from '../support/run.ts';

const PEOPLE = 'id,name,department,country\n';
const MENTORS = `${PEOPLE}m1,Ada Lang,IT,DE\nm2,Ben Okoro,IT,DE\nm3,Cleo Marsh,IT,DE\n`;
const MENTEES = `${PEOPLE}e1,Carla Ruiz,HR,DE\ne2,Dan Moor,HR,DE\ne3,Eve Stone,HR,DE\n`;

/** A programme with an earlier round, and the pairs of its next run. */
async function matchAfter(history: string, config: object = {}) {
  const folder = workFolder();
  const path = (name: string) => join(folder, name);
  writeFileSync(path('mentors.csv'), MENTORS);
  writeFileSync(path('mentees.csv'), MENTEES);
  writeFileSync(path('history.csv'), history);
  const sheets = { mentors: 'mentors.csv', mentees: 'mentees.csv', history: 'history.csv', out: 'run' };
  writeFileSync(path('rmentor.config.json'), JSON.stringify({ ...sheets, ...config }));
  const said = await runMatch({ config: path('rmentor.config.json') });
  const run = path('run');
  const rows = said.exit === 0 ? filesIn(run)['tandems.csv']!.trim().split('\n').slice(1) : [];
  return { said, run, path, pairs: rows.map(row => (row.match(/\b[me]\d\b/gu) ?? []).join(' ')) };
}

test('a tandem that continues is matched again, one that must not meet again never is, whenever they met', async () => {
  const repeat = { repeat: { afterMonths: 1 }, start: '2026-01-01' };
  const rows = ['m1,e1,2020-01-01,continue', 'm2,e2,2020-01-01,never', 'm3,e2,2020-01-01,'];
  const { said, run, pairs } = await matchAfter(`mentor,mentee,date,next_round\n${rows.join('\n')}\n`, repeat);
  expect(said.exit).toBe(0);
  expect(pairs).toContain('m1 e1');
  expect(pairs).not.toContain('m2 e2');
  expect(pairs).toContain('m3 e2');
  expect(await runVerify(run)).toMatchObject({ exit: 0 });
});

test('verify refuses a run whose history says otherwise since, and tandems that leave out who continues', async () => {
  const { run, path } = await matchAfter('mentor,mentee,next_round\nm1,e1,continue\nm2,e2,never\n');
  const history = readFileSync(path('history.csv'), 'utf8');
  for (const other of [
    history.replace('continue', ''),
    history.replace('never', ''),
    history.replace('never', 'continue'),
  ]) {
    writeFileSync(path('history.csv'), other);
    expect(await runVerify(run)).toMatchObject({ exit: 4 });
  }
  writeFileSync(path('history.csv'), history);
  const tandems = filesIn(run)['tandems.csv']!;
  writeFileSync(
    join(run, 'tandems.csv'),
    tandems
      .split('\n')
      .filter(row => !/\bm1\b/u.test(row))
      .join('\n'),
  );
  const { exit, out, err } = await runVerify(run);
  expect(exit).toBe(4);
  expect(out + err).toContain('Ada Lang (m1) and Carla Ruiz (e1)');
});

test('a tandem continues in its own roles alone', async () => {
  const { said, pairs } = await matchAfter('mentor,mentee,next_round\ne1,m1,continue\n');
  expect(said.err).toContain('W221');
  expect(pairs).not.toContain('m1 e1');
});
