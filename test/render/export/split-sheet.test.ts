import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { HandOver, Recipient } from '../../../src/domain/hand-over.ts';
import type { ExportContext } from '../../../src/render/export/format.ts';
import { FORMATS } from '../../../src/render/export/formats.ts';
import { handOver } from '../../../src/render/words/en/hand-over.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { mentee } from '../../support/rosters.ts';

const COUNTS = { approved: 0, drafts: 0, declined: 0 };

function makeContext(): ExportContext {
  const handing: HandOver = {
    ...{ run: '0123456789ab', tandems: [], told: [], ended: [], mailings: [], counts: COUNTS },
    ...{ includesDrafts: false, since: null, extra: [] },
  };
  return {
    ...{ words: en, handOver, handing, delimiter: ';', columns: [], programme: '', round: '', calendar: null },
    ...{
      people: { mentor: new Map(), mentee: new Map() },
      letters: new Map(),
      confidential: { notes: new Map(), reasons: new Map() },
    },
  };
}

/** A group of so many people without a partner. */
function makeFiles(tool: 'sendgrid' | 'notify', count: number): ReadonlyMap<string, string> {
  const context = makeContext();
  const recipients = Array.from({ length: count }, (_, at): Recipient => {
    return { side: 'mentee', person: mentee(`e${at}`, { email: `e${at}@example.org` }), partners: [], former: [] };
  });
  const mailing = { group: 'mentees', recipients } as const;
  const sheet = { ...mailing, columns: FORMATS[tool].listColumns(mailing, context) };
  return new Map(
    [...FORMATS[tool].makeFiles([sheet], context)].map(([name, { content, rows }]) => {
      if (content.kind !== 'text') throw new Error(`${name} is not a text`);
      expect(rows).toBeGreaterThan(0);
      return [name, [...content.text].join('')];
    }),
  );
}

test('a request to SendGrid has a thousand people at most, and everybody is in one', () => {
  const files = makeFiles('sendgrid', 2001);
  expect([...files.keys()]).toEqual(['mentees-1.json', 'mentees-2.json', 'mentees-3.json']);
  const people = [...files.values()].map(text => JSON.parse(text).personalizations as { to: { email: string }[] }[]);
  expect(people.map(({ length }) => length)).toEqual([1000, 1000, 1]);
  expect(new Set(people.flat().map(({ to }) => to[0]!.email)).size).toBe(2001);
});

test('a file for Notify has 100,000 rows at most, each file with the header', () => {
  const files = makeFiles('notify', 100_001);
  const rows = [...files.values()].map(text => parse(text) as string[][]);
  expect([...files.keys()]).toEqual(['mentees-1.csv', 'mentees-2.csv']);
  expect(rows.map(({ length }) => length)).toEqual([100_001, 2]);
  expect(new Set(rows.map(([header]) => header!.join())).size).toBe(1);
  expect([...makeFiles('notify', 100_000).keys()]).toEqual(['mentees.csv']);
});
