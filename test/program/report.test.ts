import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportCommand } from '../../src/commands/report.ts';
import { REPORT } from '../../src/domain/run-files.ts';
import type { PageData } from '../../src/web/report/page-data.ts';
import { programmes } from '../support/rosters.ts';
import { filesIn, listening, runMatch, runVerify, workFolder, writeProgramme } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';
import { runs } from '../support/runs.ts';
import { MENTEES, MENTORS } from '../support/small-programme.ts';

/** Writes two sheets, matches them, and returns the folder of the run. */
async function matchSheets(
  mentors: readonly string[],
  mentees: readonly string[],
  flags: Parameters<typeof runMatch>[0] = {},
): Promise<string> {
  const folder = workFolder();
  const paths = { mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') };
  writeFileSync(paths.mentors, `${mentors.join('\n')}\n`);
  writeFileSync(paths.mentees, `${mentees.join('\n')}\n`);
  const out = join(folder, 'run');
  expect(await runMatch({ ...paths, out, config: null, ...flags })).toMatchObject({ exit: 0 });
  return out;
}

/** What a page holds for its tables. */
function readData(page: string): PageData {
  return JSON.parse(/<script id="data" type="application\/json">([\s\S]*?)<\/script>/u.exec(page)![1]!);
}

test('nothing else of a run depends on whether it has its page', async () => {
  const [plain, without] = [
    await matchSheets(MENTORS, MENTEES),
    await matchSheets(MENTORS, MENTEES, { report: false }),
  ];
  const { [REPORT]: page, ...others } = filesIn(plain);
  expect(page).toMatch(/^<!doctype html>\n/u);
  expect(filesIn(without)).toEqual(others);
  for (const run of [plain, without]) expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
});

test('a page that says anything else is refuted, and can be written again as it was', async () => {
  const run = await matchSheets(MENTORS, MENTEES);
  const path = join(run, REPORT);
  const page = readFileSync(path, 'utf8');
  writeFileSync(path, page.replace('Ada Lang', 'Ada Long'));
  const { exit, out } = await runVerify(run);
  expect({ exit, isNamed: out.includes(REPORT), isShort: out.length < 1000 }).toEqual({
    exit: 4,
    isNamed: true,
    isShort: true,
  });
  expect(await listening(shell => reportCommand(run, {}, shell))).toMatchObject({ exit: 0 });
  expect(readFileSync(path, 'utf8')).toBe(page);
  rmSync(path);
  expect(await listening(shell => reportCommand(run, {}, shell))).toMatchObject({ exit: 0 });
  expect(readFileSync(path, 'utf8')).toBe(page);
  writeFileSync(path, 'my own page');
  await expect(listening(shell => reportCommand(run, {}, shell))).rejects.toThrow();
  expect(readFileSync(path, 'utf8')).toBe('my own page');
});

test('its figures are those of the tables, whatever the programme; the order of rows changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(programmes(), async programme => {
      const folder = workFolder();
      const out = join(folder, 'run');
      const { exit } = await runMatch({ ...writeProgramme(programme, folder), out });
      if (exit !== 0) return;
      const page = readFileSync(join(out, REPORT), 'utf8');
      const { tandems, without, people } = readData(page);
      const rows = readRows(join(out, 'tandems.csv'));
      const names = rows.map(row => [row['mentor_name'], row['mentee_name'], Number(row['score']?.replace(',', '.'))]);
      const shown = tandems.map(row => [people[row[0]]![0], people[row[1]]![0], row[2] / 1000]);
      const sort = (list: readonly unknown[]) => list.map(row => JSON.stringify(row)).sort();
      expect(sort(shown)).toEqual(sort(names));
      const unmatched = readRows(join(out, 'unmatched.csv')).map(row => row['name']);
      expect(without.map(row => people[row[0]]![0]).sort()).toEqual(unmatched.sort());
      const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
      const slots = programme.roster.mentors.reduce((sum, { capacity }) => sum + capacity, 0);
      const figures = [...page.matchAll(/<dd class="n">([\d.–]+)/gu)].map(([, figure]) => figure);
      expect(figures[0]).toBe(String(summary.tandems));
      expect(figures[6]).toBe(String(slots - summary.tandems));
      expect(await runMatch({ ...writeProgramme(programme, folder, list => list.toReversed()), out })).toMatchObject({
        exit: 0,
      });
      expect(readFileSync(join(out, REPORT), 'utf8')).toBe(page);
    }),
    { numRuns: runs(30) },
  );
});

test('who asked not to be paired with whom, and who is banned, is not on it', async () => {
  const person = (id: string, name: string, more: string) => [id, name, id.startsWith('m') ? 'IT' : 'Sales', more];
  const header = ['id', 'name', 'department', 'not_with'];
  const folder = workFolder();
  const write = (name: string, rows: readonly (readonly string[])[]) => {
    writeFileSync(join(folder, name), stringify(rows.map(row => [...row])));
    return join(folder, name);
  };
  const out = join(folder, 'run');
  const { exit } = await runMatch({
    config: null,
    mentors: write('mentors.csv', [header, person('m1', 'Ada Lang', ''), person('m2', 'Ben Okoro', '')]),
    mentees: write('mentees.csv', [header, person('e1', 'Eva Lind', 'm2'), person('e2', 'Finn Roth', 'm2')]),
    pairs: write('pairs.csv', [
      ['mentor', 'mentee', 'action', 'reason'],
      ['m1', 'e1', 'ban', 'a quarrel'],
    ]),
    out,
  });
  expect(exit).toBe(0);
  const page = readFileSync(join(out, REPORT), 'utf8');
  const { people, without, sentences } = readData(page);
  const said = without.map(row => [people[row[0]]![0], sentences[row[2]], sentences[row[3]]].join(' | '));
  expect(said.map(one => one.split(' | ')[0])).toEqual(['Eva Lind', 'Ben Okoro']);
  for (const one of said) {
    expect(one).toContain('a wish or a decision');
    const others = ['Ada Lang', 'Ben Okoro', 'Eva Lind', 'Finn Roth'].filter(name => !one.startsWith(name));
    expect(others.filter(name => one.includes(name))).toEqual([]);
  }
  expect(page).not.toMatch(/quarrel|not to be paired with (?:Ben|Eva|Finn)|ban in the list/u);
});
