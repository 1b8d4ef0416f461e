/** @module-tag slow */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

type Row = Readonly<Record<string, string>>;

function rowsOf(...path: readonly string[]): Row[] {
  return parse(readFileSync(join(...path)), { bom: true, columns: true });
}

/** Matches a task and has the run verified. */
async function runOf(folder: string): Promise<{ readonly tandems: readonly Row[]; readonly summary: string }> {
  const run = join(workFolder(), 'run');
  const { exit, err } = await runMatch({ config: join(folder, 'rmentor.config.json'), out: run });
  expect(exit, err).toBe(0);
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  return { tandems: rowsOf(run, 'tandems.csv'), summary: readFileSync(join(run, 'summary.json'), 'utf8') };
}

interface Assignment {
  readonly pairs: readonly string[];
  /** Papers with a reviewer, reviews, and the score in thousandths. */
  readonly worth: readonly [number, number, number];
}

/** Every assignment of a reviewing task that keeps its rules: for each paper in turn, every set of at most two reviewers. */
function assignments(folder: string, minimumsHold: boolean): Assignment[] {
  const reviewers = rowsOf(folder, 'mentors.csv');
  const papers = rowsOf(folder, 'mentees.csv');
  const said = rowsOf(folder, 'pairs.csv');
  const saying = (action: string) => said.filter(row => row['action'] === action).map(key);
  const banned = saying('ban');
  const scores = new Map(
    said
      .filter(row => row['action'] === 'score')
      .map(row => [key(row), Math.round(1000 * Number(row['points']))] as const),
  );
  const setsFor = (paper: Row) => {
    const open = reviewers
      .map(({ id }) => `${id} ${paper['id']}`)
      .filter(pair => scores.has(pair) && !banned.includes(pair));
    const twos = open.flatMap((one, index) => open.slice(index + 1).map(two => [one, two]));
    return [[], ...open.map(one => [one]), ...twos];
  };
  const all = papers.reduce<string[][]>(
    (some, paper) => some.flatMap(chosen => setsFor(paper).map(set => [...chosen, ...set])),
    [[]],
  );
  const load = (pairs: readonly string[], reviewer: Row) =>
    pairs.filter(pair => pair.startsWith(`${reviewer['id']} `)).length;
  return all
    .filter(pairs => saying('lock').every(pair => pairs.includes(pair)))
    .filter(pairs => reviewers.every(reviewer => load(pairs, reviewer) <= Number(reviewer['capacity'])))
    .filter(
      pairs => !minimumsHold || reviewers.every(reviewer => load(pairs, reviewer) >= Number(reviewer['min_load'])),
    )
    .map(pairs => ({
      pairs: pairs.toSorted(),
      worth: [
        new Set(pairs.map(pair => pair.split(' ')[1])).size,
        pairs.length,
        pairs.reduce((sum, pair) => sum + (scores.get(pair) ?? 0), 0),
      ],
    }));
}

function key({ mentor, mentee }: Row): string {
  return `${mentor} ${mentee}`;
}

function bestOf(all: readonly Assignment[]): Assignment[] {
  const worth = (assignment: Assignment) => assignment.worth.map(part => String(part).padStart(9, '0')).join();
  const best = all.map(worth).toSorted().at(-1);
  return all.filter(assignment => worth(assignment) === best);
}

test('papers get the reviewers that trying every assignment finds: scores from elsewhere, least and most loads, bids', async () => {
  const folder = 'fixtures/tasks/paper-assignment';
  const { tandems } = await runOf(folder);
  const found = tandems.map(row => `${row['mentor_id']} ${row['mentee_id']}`).toSorted();
  const [best, ...others] = bestOf(assignments(folder, true));
  expect(others).toEqual([]);
  expect(found).toEqual(best?.pairs);
  const score = tandems.reduce((sum, row) => sum + Math.round(1000 * Number(row['score'])), 0);
  expect([new Set(tandems.map(row => row['mentee_id'])).size, tandems.length, score]).toEqual(best?.worth);
  const [free] = bestOf(assignments(folder, false));
  expect(free?.pairs).not.toEqual(best?.pairs);
});

test('ranked wishes need no code, and the summary tells how many got their first, second and third', async () => {
  const folder = 'fixtures/tasks/ranked-wishes';
  const { tandems, summary } = await runOf(folder);
  const [mentors, mentees] = [rowsOf(folder, 'mentors.csv'), rowsOf(folder, 'mentees.csv')];
  expect([mentors.length, mentees.length, tandems.length]).toEqual([11, 19, 19]);
  const wishes = ({ wish_1 = '', wish_2 = '', wish_3 = '' }: Row) => [wish_1, wish_2, wish_3];
  const wishing = mentees.filter(person => wishes(person).some(wish => wish !== ''));
  const ranks = wishing.map(person => {
    const tandem = tandems.find(row => row['mentee_id'] === person['id']);
    return (
      1 +
      wishes(person).findIndex(wish => wish !== '' && [tandem?.['mentor_id'], tandem?.['mentor_email']].includes(wish))
    );
  });
  const met = (rank: number) => ranks.filter(found => found === rank).length;
  const share = (part: number) => {
    const percent = Number(((100 * part) / wishing.length).toFixed(1));
    return { part, whole: wishing.length, percent };
  };
  const byRank = [1, 2, 3].map(rank => ({ rank, share: share(met(rank)) }));
  expect(byRank.every(({ share: { part } }) => part > 0)).toBe(true);
  const all = share(met(1) + met(2) + met(3));
  expect(JSON.parse(summary).wishes.mentees).toEqual({ met: all, byRank, none: share(met(0)) });
  expect(JSON.parse(summary).score.total).toBe(20 * met(1) + 18 * met(2) + 15 * met(3));
});
