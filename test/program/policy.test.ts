/** @module-tag slow */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../src/domain/objective-level-table.ts';
import { RULES } from '../../src/domain/rule-table.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

const ROOT = 'fixtures/policy';
const names = readdirSync(ROOT).sort();

/** The two columns that name the people of each tandem, as "mentor mentee". */
function pairsIn(file: string, mentor: string, mentee: string): string[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
  return rows.map(row => `${row[mentor]} ${row[mentee]}`).sort();
}

/** Matches a fixture by one of its configs, has the run verified, and tells the tandems. */
async function tandemsBy(name: string, config: string): Promise<string[]> {
  const args = join(ROOT, name, 'args.txt');
  const allowOverride = existsSync(args) && readFileSync(args, 'utf8').trim() === '--allow-override';
  const run = join(workFolder(), 'run');
  const { exit, err } = await runMatch({ config: join(ROOT, name, config), out: run, allowOverride });
  expect(exit, err).toBe(0);
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  return pairsIn(join(run, 'tandems.csv'), 'mentor_id', 'mentee_id');
}

describe('tandems flip when this is taken away', () => {
  test.each(names)('%s', async name => {
    const expected = pairsIn(join(ROOT, name, 'expected.csv'), 'mentor', 'mentee');
    const without = pairsIn(join(ROOT, name, 'expected-without.csv'), 'mentor', 'mentee');
    expect(expected).not.toEqual(without);
    expect(await tandemsBy(name, 'rmentor.config.json')).toEqual(expected);
    expect(await tandemsBy(name, 'without.json')).toEqual(without);
  });
});

interface Written {
  readonly must?: readonly object[];
  readonly prefer?: readonly object[];
  readonly objective?: readonly string[];
}

/** What the config of each fixture says under a key and its `without.json` does not. */
function takenAway(said: (config: Written) => readonly unknown[]): string[] {
  const read = (name: string, file: string): Written => JSON.parse(readFileSync(join(ROOT, name, file), 'utf8'));
  return names.flatMap(name => {
    const rest = said(read(name, 'without.json')).map(item => JSON.stringify(item));
    const items = said(read(name, 'rmentor.config.json')).map(item => JSON.stringify(item));
    return items.filter(item => !rest.includes(item));
  });
}

test('there is a fixture for every rule, as a must and as a preference, and for every level', () => {
  const musts = takenAway(({ must }) => must ?? []).join();
  const preferences = takenAway(({ prefer }) => prefer ?? []).join();
  const levels = takenAway(({ objective }) => objective ?? []).join();
  expect(RULES.filter(rule => !musts.includes(`"rule":"${rule}"`))).toEqual([]);
  expect(RULES.filter(rule => !preferences.includes(`"rule":"${rule}"`))).toEqual([]);
  expect([...LEVELS, 'cross-department'].filter(level => !levels.includes(`"${level}"`))).toEqual([]);
});
