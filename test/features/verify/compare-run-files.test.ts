import { describe, expect, test } from 'vitest';
import type { DeclinedPair } from '../../../src/domain/decisions.ts';
import { RESULT_FILES, type ResultFile, type RunFile } from '../../../src/domain/run-files.ts';
import { match } from '../../../src/features/match/match.ts';
import { compareRunFiles } from '../../../src/features/verify/compare-run-files.ts';
import { readRunTandems } from '../../../src/parse/run-tables.ts';
import { writeCsv } from '../../../src/render/run/csv.ts';
import { makeContents } from '../../../src/render/run/run.ts';
import type { Run } from '../../../src/render/run/run-facts.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { mentee, mentor, note, policy, roster, terms } from '../../support/rosters.ts';

/** A page whose long lines are shown in part, of which the third is long. */
const LONG = `${'<p>'.repeat(40)}tandems${'</p>'.repeat(40)}`;
const SHORT = `<p>${'short '.repeat(8)}</p>`;
const HTML = `<html>\n${SHORT}\n${LONG}\n</html>\n`;

/** One tandem too few for everybody, ids that begin with zeros, somebody who withdrew, and a pair whose mentor is not there any more. */
function makeRun(given: Partial<Run> = {}): Run {
  const people = {
    ...roster(
      [mentor('001', { name: 'Ada Löw', topics: ['a'] }), mentor('002', { name: 'Ben Okoro', topics: ['a', 'b'] })],
      [
        mentee('0101', { name: 'Dora Nagy', topics: ['a', 'b'] }),
        mentee('0102', { name: 'Eva Lind', topics: ['a', 'b', 'c'] }),
        mentee('0103', { name: 'Finn Roth', department: 'Łódź', topics: ['a'] }),
      ],
    ),
    withdrawn: [{ side: 'mentee' as const, person: mentee('0104', { name: 'Ida Berg' }) }],
  };
  const said = terms({
    policy: policy({ must: [] }),
    pairs: [note({ mentor: 0, mentee: 2, declined: true })],
  });
  const outcome = match(people, said, undefined, undefined, 2);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  const { matching, alternates, changes, parts } = outcome;
  return {
    ...{ id: '0123456789ab', roster: people, terms: said, matching, gone: GONE, alternates, changes, curve: null },
    ...{ parts, words: en, delimiter: ';', renderPage: () => HTML, idlePrices: null, review: null },
    ...given,
  };
}

const GONE: readonly DeclinedPair[] = [
  {
    mentor: { id: '09', name: 'Gil Moss', email: '' },
    mentee: { id: '08', name: 'Hana Sato', email: '' },
    remark: 'moved away',
  },
];

const RUN = makeRun();

const encode = (text: string) => new TextEncoder().encode(text);

/** The text of a file of the run, as it is written. */
function textOf(file: Parameters<typeof makeContents>[0], run = RUN): string {
  const contents = makeContents(file, run)!;
  switch (contents.kind) {
    case 'table':
      return [...writeCsv(contents.table, { bom: true, delimiter: run.delimiter, lineEnd: '\r\n' })].join('');
    case 'json':
    case 'long-json':
      return JSON.stringify(contents.value);
    case 'page':
    case 'html':
      return contents.text;
  }
}

/** Those that the run has. */
const FILES = RESULT_FILES.filter(file => makeContents(file, RUN) !== null);

/** What is found of the run with some files changed; null for a file that is not there. */
function compare(changes: Partial<Record<RunFile, string | Uint8Array | null>> = {}, run = RUN) {
  const files = new Map<RunFile, Uint8Array>();
  const own = Object.fromEntries(FILES.map(file => [file, textOf(file)]));
  for (const [file, content] of Object.entries({ ...own, ...changes })) {
    if (content !== null) files.set(file as RunFile, typeof content === 'string' ? encode(content) : content);
  }
  const tandems = readRunTandems(files.get('tandems.csv') ?? encode(textOf('tandems.csv')), run.roster);
  if ('kind' in tandems) throw new Error(tandems.kind);
  return compareRunFiles(run, files, tandems);
}

/** The same of one file, of which the text is changed. */
function compareChanged(file: ResultFile, change: (text: string) => string) {
  const text = textOf(file);
  expect(change(text)).not.toBe(text);
  return compare({ [file]: change(text) });
}

/** Changes the cells of a table line by line; nothing in these needs quotes. */
const lines = (change: (cells: string[], row: number) => string[]) => (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line, row) => change(line.split(';'), row).join(';'))
    .join('\r\n');

const AS_WRITTEN = {
  ...{ encoding: null, delimiter: null, hasOtherDecimals: false, zeros: 0, areRowsMoved: false },
  ...{ areColumnsMoved: false, more: [], gone: [] },
};

describe('the files of a run', () => {
  test('say what follows from its tandems where they are as they were written', () => {
    expect(compare()).toEqual({ saved: [] });
  });

  test.each(FILES)('must all be there: %s', file => {
    expect(compare({ [file]: null })).toEqual({ kind: 'file-missing', file });
  });

  test.each<[RunFile, Partial<Run>]>([
    ['alternates.csv', { alternates: null }],
    ['report.html', { renderPage: null }],
  ])('must not be there where the run has none: %s', (file, given) => {
    expect(compare({}, makeRun(given))).toEqual({ kind: 'file-foreign', file });
  });

  test('do not say what somebody else would make of them', () => {
    expect(compare({ 'curve.json': '{}' })).toEqual({ kind: 'file-foreign', file: 'curve.json' });
  });
});

describe('a table of a run that was saved again', () => {
  const isSaved = (file: ResultFile, how: object) => ({ saved: [{ file, ...AS_WRITTEN, ...how }] });

  test('may be written in another encoding', () => {
    const withoutMark = (text: string) => text.replace('\ufeff', '');
    expect(compareChanged('declined.csv', withoutMark)).toEqual(isSaved('declined.csv', { encoding: 'UTF-8' }));
  });

  test('may have another delimiter', () => {
    const tabbed = (text: string) => text.replaceAll(';', '\t');
    expect(compareChanged('declined.csv', tabbed)).toEqual(isSaved('declined.csv', { delimiter: '\t' }));
  });

  test('may have another decimal sign', () => {
    const dotted = (text: string) => text.replaceAll(/(\d),(\d)/gu, '$1.$2');
    expect(compareChanged('tandems.csv', dotted)).toEqual(isSaved('tandems.csv', { hasOtherDecimals: true }));
  });

  test.each<[ResultFile, zeros: number]>([
    ['tandems.csv', 4],
    ['unmatched.csv', 2],
    ['reserve.csv', 1],
    ['alternates.csv', 6],
    ['declined.csv', 4],
  ])('may have lost zeros: %s', (file, zeros) => {
    const lost = lines((cells, row) => cells.map(cell => (row > 0 ? cell.replace(/^0+(?=\d+$)/u, '') : cell)));
    expect(compareChanged(file, lost)).toEqual(isSaved(file, { zeros }));
  });

  test('has lost the zeros of those who have tandems, whoever left with the same name and number', () => {
    const left = { side: 'mentor' as const, person: mentor('01', { name: 'Ada Löw' }) };
    const run = makeRun({ roster: { ...RUN.roster, withdrawn: [...RUN.roster.withdrawn, left] } });
    const changed = textOf('tandems.csv').replace('\n001;Ada', '\n1;Ada');
    expect(compare({ 'tandems.csv': changed }, run)).toEqual(isSaved('tandems.csv', { zeros: 1 }));
  });

  test('may have rows in another order', () => {
    const reversed = (text: string) => {
      const [header, ...rows] = text.trimEnd().split('\r\n');
      return [header, ...rows.reverse()].join('\r\n');
    };
    expect(compareChanged('unmatched.csv', reversed)).toEqual(isSaved('unmatched.csv', { areRowsMoved: true }));
  });

  test('may have columns in another order, more of them, and none of those that are free', () => {
    const moved = lines(([id, name, email, ...cells]) => [id!, email!, name!, ...cells]);
    expect(compareChanged('declined.csv', moved)).toMatchObject(isSaved('declined.csv', { areColumnsMoved: true }));
    const more = lines((cells, row) => [...cells, row === 0 ? 'room' : `room ${row}`]);
    expect(compareChanged('declined.csv', more)).toEqual(isSaved('declined.csv', { more: ['room'] }));
    const fewer = lines(cells => cells.slice(0, -1));
    expect(compareChanged('tandems.csv', fewer)).toEqual(isSaved('tandems.csv', { gone: ['note'] }));
  });

  test('is told with each other one', () => {
    const withoutMark = (file: ResultFile) => textOf(file).replace('\ufeff', '');
    const compared = compare({ 'tandems.csv': withoutMark('tandems.csv'), 'reserve.csv': withoutMark('reserve.csv') });
    expect(compared).toMatchObject({ saved: [{ file: 'tandems.csv' }, { file: 'reserve.csv' }] });
  });
});

describe('a file of a run is refuted', () => {
  test.each<[ResultFile, change: (text: string) => string]>([
    ['tandems.csv', text => text.replace(';1,5;', ';2,5;')],
    ['unmatched.csv', text => text.replace('mentors-full', 'outranked')],
    ['reserve.csv', text => text.replace(';1;0;', ';2;0;')],
    ['declined.csv', text => text.replace('moved away', 'moved')],
    ['alternates.csv', text => text.replace(';1;', ';2;')],
  ])('where its table says something else: %s', (file, change) => {
    expect(compareChanged(file, change)).toMatchObject({ kind: 'table-differs', file });
  });

  test('where its table cannot be read, with what is in the way', () => {
    const invisible = (text: string) => text.replace('Gil', 'G\u200bil');
    expect(compareChanged('declined.csv', invisible)).toEqual({
      kind: 'file-faulty',
      file: 'declined.csv',
      fault: { kind: 'invisible' },
    });
    expect(compareChanged('declined.csv', text => `${text}"x`)).toMatchObject({
      kind: 'file-unreadable',
      file: 'declined.csv',
      problem: { severity: 'error' },
    });
  });

  test('where its summary says something else, or is none', () => {
    const other = (text: string) => text.replace(`"run":"${RUN.id}"`, '"run":"x"');
    expect(compareChanged('summary.json', other)).toEqual({
      ...{ kind: 'summary-differs', file: 'summary.json', path: 'run' },
      ...{ found: '"x"', expected: `"${RUN.id}"` },
    });
    for (const text of ['', '{"a":1,"a":1}']) {
      expect(compare({ 'summary.json': text })).toEqual({ kind: 'summary-not-plain', file: 'summary.json' });
    }
  });

  test('where a line of its page is another, shown whole however long it is', () => {
    const [first, second, ...rest] = textOf('summary.md').split('\n');
    const long = 'x'.repeat(500);
    expect(compare({ 'summary.md': [first, `${second}${long}`, ...rest].join('\n') })).toEqual({
      ...{ kind: 'page-differs', file: 'summary.md', line: 2 },
      ...{ found: `${second}${long}`, expected: second },
    });
    expect(compare({ 'summary.md': [`${first}!`, second, ...rest].join('\n') })).toEqual({
      ...{ kind: 'page-differs', file: 'summary.md', line: 1, found: `${first}!`, expected: first },
    });
    expect(compare({ 'summary.md': first! })).toMatchObject({ line: 2, found: '', expected: second });
    const count = textOf('summary.md').split('\n').length;
    const longer = `${textOf('summary.md')}\nmore`;
    expect(compare({ 'summary.md': longer })).toEqual({ kind: 'page-longer', file: 'summary.md', lines: count });
  });

  const shown = (change: (html: string) => string) => {
    const found = compareChanged('report.html', change);
    if (!('kind' in found) || found.kind !== 'page-differs') throw new Error(JSON.stringify(found));
    return found;
  };

  test('where a line for browsers is another, of which 60 signs are shown around the difference', () => {
    const found = shown(html => html.replace('tandems', 'tandxms'));
    // Half of them stand before it.
    const at = LONG.indexOf('ems');
    expect(found).toEqual({
      ...{ kind: 'page-differs', file: 'report.html', line: 3 },
      found: LONG.slice(at - 30, at + 30).replace('tandems', 'tandxms'),
      expected: LONG.slice(at - 30, at + 30),
    });
  });

  test('where a line for browsers is another in its first sign alone', () => {
    expect(shown(html => html.replace(LONG, `[${LONG.slice(1)}`))).toMatchObject({
      ...{ found: `[${LONG.slice(1, 60)}`, expected: LONG.slice(0, 60) },
    });
  });

  test('where a short line for browsers is another, which is shown whole', () => {
    expect(shown(html => html.replace('short', 'shorn'))).toMatchObject({
      ...{ line: 2, found: SHORT.replace('short', 'shorn'), expected: SHORT },
    });
    // Up to 60 signs, wherever they differ.
    const sixty = SHORT.padEnd(60, '!');
    expect(shown(html => html.replace(SHORT, sixty))).toMatchObject({ found: sixty, expected: SHORT });
  });

  test('where a line for browsers begins otherwise, or ends early: shown from where it begins', () => {
    expect(shown(html => html.replace(LONG, `x${LONG}`))).toMatchObject({
      ...{ found: `x${LONG}`.slice(0, 60), expected: LONG.slice(0, 60) },
    });
    expect(shown(html => html.replace(LONG, LONG.slice(0, 50)))).toMatchObject({
      ...{ found: LONG.slice(20, 50), expected: LONG.slice(20, 80) },
    });
    // A line that goes on where the right one is over.
    expect(shown(html => html.replace(SHORT, `${SHORT}${'z'.repeat(90)}`))).toMatchObject({
      ...{ found: `${SHORT.slice(-30)}${'z'.repeat(30)}`, expected: SHORT.slice(-30) },
    });
  });
});
