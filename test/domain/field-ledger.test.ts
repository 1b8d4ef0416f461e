/** @module-tag slow */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEDGER_COLUMNS, listFieldLedger } from '../../src/domain/field-ledger.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS, type SheetColumn } from '../../src/domain/roster.ts';
import { RESULT_FILES } from '../../src/domain/run-files.ts';
import { mentee, mentor, policy, preference, roster, rule } from '../support/rosters.ts';
import { filesIn, runMatch, workFolder } from '../support/run.ts';

test('the ledger has every column that a sheet may have', () => {
  expect(new Set(LEDGER_COLUMNS)).toEqual(new Set([...MENTOR_COLUMNS, ...MENTEE_COLUMNS, 'wish_1']));
});

/** What stands in each column of the people who are looked for, and nowhere else; null for what cannot be told from anything else. */
const MARKS: Readonly<Record<SheetColumn, string | null>> = {
  id: 'qid\\d',
  name: 'Qname \\d',
  first_name: null,
  last_name: null,
  email: 'qmail\\d@example\\.org',
  department: 'Qdepartment',
  country: 'NP|Nepal',
  city: 'Qcity',
  topics: 'qtopic',
  languages: 'Icelandic',
  timezone: 'Kathmandu|UTC\\+5:45',
  level: '7431',
  manager: 'qboss',
  not_with: 'Qunwanted',
  wish_1: 'Qwished',
  status: null,
  capacity: null,
  min_load: null,
  wants: null,
  priority: null,
};

/** A programme in which one of them has a tandem, and one waits; and its run with every file that there is. */
async function finishMarked(): Promise<Readonly<Record<string, string>>> {
  const folder = workFolder();
  const put = (name: string, rows: readonly string[]) => writeFileSync(join(folder, name), `${rows.join('\n')}\n`);
  const columns = 'id,name,email,department,country,city,topics,languages,timezone,level,manager,not_with,wish_1';
  const writeMarked = (number: number) =>
    `qid${number},Qname ${number},qmail${number}@example.org,Qdepartment,NP,Qcity,qtopic,Icelandic,Asia/Kathmandu,7431,qboss@example.org,Qunwanted,Qwished`;
  const writeOther = (id: string) => `${id},Person ${id},${id}@example.org,Sales,DE,,,,,,,,`;
  put('mentors.csv', [columns, writeMarked(1), writeOther('m2')]);
  put('mentees.csv', [columns, writeMarked(2), ...['e1', 'e2', 'e3'].map(writeOther)]);
  put('limits.csv', ['country,side,min,max', 'NP,mentee,,1']);
  put('previous.csv', [
    'mentor_id,mentee_id,status',
    'qid1,e1,approved',
    'm2,e2,approved',
    'qid1,e3,declined',
    'm2,qid2,draft',
  ]);
  put('rmentor.config.json', [
    '{ "preset": "none", "start": "2026-03-01", "must": [{ "rule": "not-vetoed" }, { "rule": "outside-reporting-line" }], "prefer": [{ "rule": "same", "field": "timezone", "weight": 1 }, { "rule": "same", "field": "level", "weight": 1 }, { "rule": "overlap", "field": "topics", "weight": 1 }, { "rule": "wished", "weight": 1 }], "mentors": "mentors.csv", "mentees": "mentees.csv", "limits": "limits.csv" }',
  ]);
  const out = join(folder, 'run');
  const config = join(folder, 'rmentor.config.json');
  const flags = { config, out, previous: join(folder, 'previous.csv'), alternates: 3, curve: true };
  const { exit, err } = await runMatch(flags);
  expect(exit, err).toBe(0);
  return filesIn(out);
}

test('the cells of a column stand in the files that the ledger names, and in no other', async () => {
  const files = await finishMarked();
  const rich = {
    department: 'D',
    country: 'NP',
    city: 'C',
    offset: 345,
    languages: ['is'],
    topics: ['t'],
    level: 1,
    manager: 'b',
    wishes: ['w'],
  };
  const prefer = ['timezone', 'level', 'topics'].map(field => preference({ name: field, rule: 'same', field }));
  const rows = listFieldLedger(roster([mentor('q', { ...rich, notWith: ['x'] })], [mentee('e')]), policy({ prefer }));
  for (const [column, mark] of Object.entries(MARKS)) {
    if (mark === null) continue;
    const found = Object.keys(files).filter(file =>
      new RegExp(`(?<![\\p{L}\\p{N}])(?:${mark})(?![\\p{L}\\p{N}])`, 'u').test(files[file]!),
    );
    const named = rows.find(row => row.column === column)!.files.filter(file => file in files);
    expect([column, ...found.toSorted()]).toEqual([column, ...named.toSorted()]);
  }
  expect(Object.keys(files)).toEqual(expect.arrayContaining([...RESULT_FILES]));
});

test('the ledger says which rules judge by a column, and nothing of those about vetoes', () => {
  const must = [rule({ rule: 'not-vetoed' }), rule({ name: 'team', rule: 'different', field: 'team' })];
  const rows = listFieldLedger(
    roster(
      [
        mentor('m', {
          notWith: ['e'],
          extra: new Map([
            ['team', 'red'],
            ['note', 'secret'],
          ]),
        }),
      ],
      [mentee('e')],
    ),
    policy({ must }),
  );
  const find = (column: string) => rows.find(row => row.column === column);
  expect(find('not_with')).toMatchObject({ sides: ['mentor'], purpose: 'kept-apart', rules: [], files: [] });
  expect(find('team')).toMatchObject({ purpose: null, rules: [must[1]] });
  expect(find('note')).toMatchObject({ purpose: null, rules: [], files: [] });
  expect(find('city')).toBeUndefined();
});
