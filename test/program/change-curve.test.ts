/** @module-tag slow */

import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computeDigest } from '../../src/domain/digest.ts';
import { forgedJson, type Json } from '../support/forged-json.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

/** Two of a country each, who share topics with one of the other. */
const MENTORS = [
  'id,name,email,department,country,city,topics',
  'm1,Ada Lang,ada@example.org,Sales,DE,Bonn,podcasts;video',
  'm2,Ben Okoro,ben@example.org,Sales,DE,Kiel,video',
  'm3,Cem Aydin,cem@example.org,IT,DE,Ulm,games',
  'm4,Dora Nagy,dora@example.org,IT,DE,Jena,games;video',
];
const MENTEES = [
  'id,name,email,department,country,city,topics',
  'e1,Eva Lind,eva@example.org,Legal,DE,Kiel,podcasts',
  'e2,Finn Roth,finn@example.org,Legal,DE,Bonn,video',
  'e3,Gil Moss,gil@example.org,IT,DE,Jena,games',
  'e4,Hana Sato,hana@example.org,Sales,DE,Ulm,games;video',
];
const PREVIOUS = ['mentor_id,mentee_id', 'm1,e1', 'm2,e2', 'm3,e4', 'm4,e3'];

function begin(config: object = {}) {
  const folder = workFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('mentors.csv', MENTORS.join('\n'));
  write('mentees.csv', MENTEES.join('\n'));
  write('previous.csv', PREVIOUS.join('\n'));
  const prefer = [
    { rule: 'overlap', field: 'topics', weight: 10 },
    { rule: 'same', field: 'city', weight: 30 },
  ];
  write('rmentor.config.json', JSON.stringify({ preset: 'reverse', prefer, ...config }));
  const at = (name: string) => join(folder, name);
  return {
    folder,
    run: at('run'),
    flags: {
      ...{ mentors: at('mentors.csv'), mentees: at('mentees.csv'), previous: at('previous.csv') },
      ...{ config: at('rmentor.config.json'), out: at('run') },
    },
  };
}

/** What a screen says of changes, from the head of its block to the next. */
function changed(out: string): string {
  return /^CHANGED[\s\S]*?\n\n/mu.exec(out)?.[0].trim() ?? '';
}

interface Corner {
  readonly worthAChange: number | null;
  readonly changes: number;
  readonly points: number;
}

function cornersIn(run: string): Corner[] {
  return JSON.parse(readFileSync(join(run, 'curve.json'), 'utf8')).corners;
}

describe('what changes would bring', () => {
  test('is told where somebody looks on, and written only where that is asked for', async () => {
    const { flags, run } = begin();
    const watched = await runMatch(flags, { outWidth: 100 });
    expect(changed(watched.out)).toMatchInlineSnapshot(`
      "CHANGED     since the last run: 4 kept
                  What changing more tandems of the previous run would bring:
                    0 changes  the fewest possible                             (this run)
                    2 changes  60 points more, 1 more cross-department tandem
                    3 changes  80 points more, 1 more cross-department tandem
                  To take one of these, add its number of changes:
                    --max-changes 2. Or say how many points a change must
                    bring: --worth-a-change 15."
    `);
    expect(existsSync(join(run, 'curve.json'))).toBe(false);
    expect(changed((await runMatch(flags)).out)).toMatchInlineSnapshot(`"CHANGED     since the last run: 4 kept"`);
    expect(changed((await runMatch({ ...flags, curve: true })).out)).toBe(changed(watched.out));
    expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
  });

  test('is what a run at each price comes to, and is proven', async () => {
    const { flags, run, folder } = begin();
    await runMatch({ ...flags, curve: true });
    const corners = cornersIn(run);
    expect(corners.length).toBeGreaterThan(2);
    for (const { worthAChange, changes, points } of corners) {
      const out = join(folder, 'again');
      const { out: said } = await runMatch({ ...flags, out, curve: true, worthAChange });
      expect(changed(said)).toMatch(new RegExp(`^ +${changes} changes? .*\\(this run\\)$`, 'mu'));
      const { score } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
      expect(score.mean * 4).toBeCloseTo(points);
      expect(await runVerify(out)).toMatchObject({ exit: 0 });
      const within = join(folder, 'within');
      expect(await runMatch({ ...flags, out: within, maxChanges: changes })).toMatchObject({ exit: 0 });
      const file = (of: string) => readFileSync(join(of, 'tandems.csv'), 'utf8');
      expect(file(within)).toBe(file(out));
      expect(await runVerify(within)).toMatchObject({ exit: 0 });
    }
  });

  test('keeps to the most changes, and says how many are needed', async () => {
    const { flags, run } = begin();
    writeFileSync(flags.previous, [...PREVIOUS, 'm1,e2', 'm2,e1'].join('\n'));
    await expect(runMatch({ ...flags, maxChanges: 1 })).rejects.toMatchObject({
      exit: 2,
      trouble: { kind: 'more-changes-needed', fewest: 2, most: 1 },
    });
    expect(existsSync(run)).toBe(false);
    expect(await runMatch({ ...flags, maxChanges: 2 })).toMatchObject({ exit: 0 });
  });

  test('is asked of an earlier run, and of goals that can be weighed', async () => {
    const { flags } = begin();
    const { previous: _, ...first } = flags;
    for (const asked of [{ curve: true }, { maxChanges: 1 }, { worthAChange: 5 }]) {
      await expect(runMatch({ ...first, ...asked })).rejects.toMatchObject({
        trouble: { kind: 'no-changes-to-weigh', hasEarlier: false },
      });
      const other = begin({ objective: ['mentees', 'score'] });
      await expect(runMatch({ ...other.flags, ...asked })).rejects.toMatchObject({
        trouble: { kind: 'no-changes-to-weigh', hasEarlier: true },
      });
      const between = begin({ objective: ['mentees', 'kept', 'balance', 'mentors', 'score'] });
      expect(await runMatch({ ...between.flags, ...asked })).toMatchObject({
        exit: 2,
        err: expect.stringContaining('"balance" and "mentors" must not come between "kept" and "score"'),
      });
      const without = begin({ objective: ['mentees', 'score', 'kept'] });
      expect(await runMatch({ ...without.flags, ...asked })).toMatchObject({
        exit: 2,
        err: expect.stringContaining('to weigh changes against points, "score" must come after "kept"'),
      });
    }
  });

  test("may be the config's to say, and a call's to say otherwise", async () => {
    const { flags, run } = begin({ worthAChange: 1000 });
    await runMatch({ ...flags, curve: true });
    expect(cornersIn(run)[0]).toMatchObject({ changes: 0 });
    const rows = readFileSync(join(run, 'tandems.csv'), 'utf8');
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
    await runMatch({ ...flags, worthAChange: 0 });
    expect(readFileSync(join(run, 'tandems.csv'), 'utf8')).not.toBe(rows);
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
  });

  test('is refuted where anything in curve.json is not as it was written', async () => {
    const { flags, run, folder } = begin();
    await runMatch({ ...flags, curve: true });
    const other = join(folder, 'other');
    cpSync(run, other, { recursive: true });
    await runMatch({ ...flags, out: other, curve: true, worthAChange: 12 });
    const [own, foreign] = [run, other].map(of => JSON.parse(readFileSync(join(of, 'curve.json'), 'utf8')) as Json);
    let count = 0;
    for (const { what, how, text } of forgedJson(own!, foreign!, document => document)) {
      // What another run says alike is no forgery.
      if (++count % STEP !== 0 || text === JSON.stringify(own)) continue;
      writeFileSync(join(run, 'curve.json'), text);
      const { exit, out } = await runVerify(run);
      expect({ what, how, exit, isProven: out.startsWith('PROVEN') }).toEqual({ what, how, exit: 4, isProven: false });
    }
    expect(count).toBeGreaterThan(500);
    copyFileSync(join(other, 'curve.json'), join(run, 'curve.json'));
    expect(await runVerify(run)).toMatchObject({ exit: 4 });
  });

  test('is refuted where a corner is not the best, with its seal made anew', async () => {
    const { flags, run } = begin();
    await runMatch({ ...flags, curve: true });
    const { seal: _, ...own } = JSON.parse(readFileSync(join(run, 'curve.json'), 'utf8'));
    const [first, second, ...rest] = own.corners;
    const forgeries = [
      [{ ...first, points: first.points + 1 }, second, ...rest],
      [{ ...first, changes: first.changes + 1 }, second, ...rest],
      [{ ...first, worthAChange: 1 }, second, ...rest],
      [first, { ...second, worthAChange: second.worthAChange + 1 }, ...rest],
      [first, { ...second, tandems: first.tandems }, ...rest],
      [first, { ...first, worthAChange: second.worthAChange }, ...rest],
      [second, first, ...rest],
      [second, ...rest],
      [first, first],
      [first, { ...second, prices: first.prices }, ...rest],
      [first, { ...second, tandems: second.tandems.slice(1) }, ...rest],
      [first, { ...second, tandems: [...second.tandems, second.tandems[0]] }, ...rest],
      [first, { ...second, tandems: [{ mentor: 'm1', mentee: 'nobody' }] }, ...rest],
    ];
    for (const corners of forgeries) {
      const content = { ...own, corners };
      writeFileSync(join(run, 'curve.json'), JSON.stringify({ ...content, seal: computeDigest(content) }));
      expect(await runVerify(run)).toMatchObject({ exit: 4, out: expect.stringMatching(/curve\.json/u) });
    }
  });
});

/** Each so many-th forgery is tried: all of them take minutes. */
const STEP = 11;
