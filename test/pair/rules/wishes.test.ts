/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureDistance } from '../../../src/pair/rules/comparable-values.ts';
import { runMatch, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

const MENTORS = ['m1', 'm2', 'm3', 'm4'];

/** The points for wishes of each tandem, by mentor and mentee, of mentees with these cells of wishes. */
async function wishPoints(wishes: readonly (readonly string[])[], columns: number): Promise<Record<string, string>> {
  const folder = workFolder();
  const flags = {
    mentors: join(folder, 'mentors.csv'),
    mentees: join(folder, 'mentees.csv'),
    out: join(folder, 'run'),
  };
  const person = (id: string) => `${id},N${id},${id}@example.org,D${id[0]},DE`;
  const header = 'id,name,email,department,country';
  writeFileSync(flags.mentors, [header, ...MENTORS.map(person), ''].join('\n'));
  const names = Array.from({ length: columns }, (_, index) => `,wish_${index + 1}`).join('');
  const cells = (own: readonly string[]) =>
    Array.from({ length: columns }, (_, index) => `,${own[index] ?? ''}`).join('');
  const mentees = wishes.map((own, index) => person(`e${index}`) + cells(own));
  writeFileSync(flags.mentees, [header + names, ...mentees, ''].join('\n'));
  // Everybody in one mentor's place would hide points: each pair is looked at as a tandem of its own.
  const config = join(folder, 'rmentor.config.json');
  writeFileSync(config, '{ "preset": "none", "prefer": [{ "rule": "wished", "weight": 1000 }] }');
  const { exit, err } = await runMatch({ ...flags, config, alternates: MENTORS.length });
  expect(exit, err).toBe(0);
  const rows = ['tandems.csv', 'alternates.csv'].flatMap(name => {
    const [head = '', ...lines] = readFileSync(join(flags.out, name), 'utf8')
      .replace(/^\ufeff/u, '')
      .trim()
      .split('\r\n');
    const at = (column: string) => head.split(',').indexOf(column);
    return lines
      .map(line => line.split(','))
      .map(row => [`${row[at('mentor_id')]} ${row[at('mentee_id')]}`, row[at('score')]]);
  });
  return Object.fromEntries(rows);
}

const wishLists = fc.array(fc.shuffledSubarray(MENTORS, { minLength: 1 }), { minLength: 1, maxLength: 4 });

test('an empty column changes no points, at the end or in the middle', { timeout: 60_000 }, async () => {
  const holds = async (wishes: readonly (readonly string[])[], at: number, more: number) => {
    const narrow = await wishPoints(wishes, 4);
    const gapped = wishes.map(own => own.toSpliced(at, 0, ''));
    expect(await wishPoints(gapped, 5 + more)).toEqual(narrow);
  };
  await fc.assert(fc.asyncProperty(wishLists, fc.nat(3), fc.nat(3), holds), { numRuns: runs(20) });
});

test('the wishes of others change no points of mine', { timeout: 60_000 }, async () => {
  const holds = async (wishes: readonly (readonly string[])[], other: readonly string[]) => {
    const before = Object.entries(await wishPoints(wishes, 4)).filter(([pair]) => pair.endsWith(' e0'));
    const after = await wishPoints([...wishes.slice(0, 1), ...wishes.slice(1).map(() => other)], 4);
    expect(
      Object.entries(after)
        .filter(([pair]) => pair.endsWith(' e0'))
        .toSorted(),
    ).toEqual(before.toSorted());
  };
  const other = fc.shuffledSubarray(MENTORS, { minLength: 1 });
  await fc.assert(fc.asyncProperty(wishLists, other, holds), { numRuns: runs(20) });
});

test('the first of the wishes that somebody made fits wholly, the last of three by a third', async () => {
  const points = await wishPoints([['m1', 'm2', 'm3'], ['m4']], 4);
  expect(points).toMatchObject({ 'm1 e0': '1000', 'm2 e0': '667', 'm3 e0': '333', 'm4 e0': '0', 'm4 e1': '1000' });
});

test('time zones are as far apart as their clocks, 12 hours at most', () => {
  expect(measureDistance('timezone', -11, 9)).toBe(4);
  expect(measureDistance('timezone', 14, -12)).toBe(2);
  expect(measureDistance('level', -11, 9)).toBe(20);
  const quarter = fc.integer({ min: -48, max: 56 }).map(quarters => quarters / 4);
  const holds = (one: number, other: number) => {
    // Whatever the day: the nearest of the hours at which the other's clock shows the same.
    const apart = [-48, -24, 0, 24, 48].map(days => Math.abs(one - other + days));
    expect(measureDistance('timezone', one, other)).toBe(Math.min(...apart));
    expect(measureDistance('timezone', one, other)).toBeLessThanOrEqual(12);
  };
  fc.assert(fc.property(quarter, quarter, holds), { numRuns: runs(500) });
});

test('a rule about time zones counts hours on the clock', async () => {
  const folder = workFolder();
  const flags = {
    mentors: join(folder, 'mentors.csv'),
    mentees: join(folder, 'mentees.csv'),
    out: join(folder, 'run'),
  };
  const header = 'id,name,email,department,country,timezone\n';
  writeFileSync(flags.mentors, `${header}m1,Ada,ada@example.org,IT,US,UTC-11\n`);
  writeFileSync(flags.mentees, `${header}e1,Eva,eva@example.org,HR,JP,Asia/Tokyo\n`);
  const tandemsBy = async (by: number) => {
    const config = join(folder, `${by}.json`);
    const must = [{ rule: 'at-most-apart', field: 'timezone', by }];
    writeFileSync(config, JSON.stringify({ start: '2026-03-01', must }));
    const { out } = await runMatch({ ...flags, config, json: true });
    return JSON.parse(out).tandems;
  };
  expect([await tandemsBy(4), await tandemsBy(3)]).toEqual([1, 0]);
});
