import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

const MENTORS = [
  'id;name;email;department;country;topics;capacity;languages',
  '0007;Łukasz Öztürk;lukasz@example.org;Sales;PL;AI, Apps;2;en',
  '0012;Jörg Müller;joerg@example.org;IT;DE;AI;1;en',
  '0103;Ada Lang;ada@example.org;Legal;FR;Apps;1;en',
];
const MENTEES = [
  'id;name;email;department;country;topics;languages',
  '0207;Zoë Nagy;zoe@example.org;Legal;DE;AI, Apps, VR;en',
  '0208;Eva Šimková;eva@example.org;Legal;CZ;AI;en',
  '0209;Finn Roth;finn@example.org;Sales;DE;Apps, VR, AI;en',
  '0210;Gus Vidal;gus@example.org;Sales;DE;VR;en',
  '0211;Ida Wolf;ida@example.org;Sales;DE;VR;fr',
];

type Rows = string[][];

let run: string;
let flags: { mentors: string; mentees: string; config: null; out: string; alternates: number };

beforeEach(async () => {
  const folder = workFolder();
  run = join(folder, 'run');
  flags = {
    ...{ mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') },
    ...{ config: null, out: run, alternates: 2 },
  };
  writeFileSync(flags.mentors, MENTORS.join('\n'));
  writeFileSync(flags.mentees, MENTEES.join('\n'));
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
});

function rowsOf(file: string): Rows {
  return parse(readFileSync(join(run, file)), { bom: true, delimiter: ';' });
}

interface Saving {
  readonly delimiter?: string;
  readonly bom?: boolean;
  readonly page?: string;
  readonly quoted?: boolean;
}

function save(file: string, rows: Rows, { delimiter = ';', bom = true, page = 'utf8', quoted = false }: Saving): void {
  const text = stringify(rows, { delimiter, quoted, record_delimiter: '\r\n' });
  writeFileSync(join(run, file), iconv.encode(`${bom ? '\ufeff' : ''}${text}`, page));
}

const mapCells = (rows: Rows, change: (cell: string, column: string) => string): Rows =>
  rows.map((row, at) => (at === 0 ? row : row.map((cell, index) => change(cell, rows[0]![index]!))));
const isId = (column: string) => /(?:^|_)id$/u.test(column);
const dropZeros = (rows: Rows) => mapCells(rows, (cell, column) => (isId(column) ? cell.replace(/^0+/u, '') : cell));
const addColumn = (rows: Rows) => rows.map((row, at) => [...row, at === 0 ? 'Kommentar' : at === 1 ? 'gut' : '']);
const FILES = ['tandems.csv', 'unmatched.csv', 'alternates.csv'];

/** What a spreadsheet program makes of a file, and what verify says of it. */
const MANGLINGS: readonly [what: string, save: (file: string, rows: Rows) => void, says: RegExp][] = [
  ['tabs', (file, rows) => save(file, rows, { delimiter: '\t' }), /\(with a tab between cells\)/u],
  ['commas', (file, rows) => save(file, rows, { delimiter: ',' }), /\(with , between cells\)/u],
  ['no byte order mark', (file, rows) => save(file, rows, { bom: false }), /\(in UTF-8\)/u],
  ['UTF-16', (file, rows) => save(file, rows, { page: 'utf16le', delimiter: '\t' }), /\(in UTF-16LE; with a tab/u],
  ['no zeros', (file, rows) => save(file, dropZeros(rows), {}), /\(zeros lost in \d+ ids?\)/u],
  ['other rows', (file, rows) => save(file, [rows[0]!, ...rows.slice(1).reverse()], {}), /^(?!.*columns)/u],
  [
    'other columns',
    (file, rows) =>
      save(
        file,
        rows.map(row => row.toReversed()),
        {},
      ),
    /columns in another order/u,
  ],
  ['columns more', (file, rows) => save(file, addColumn(rows), {}), /\(added: "Kommentar"\)/u],
];

describe.each(MANGLINGS)('a run whose files were saved with %s', (_, mangle, says) => {
  test.each(FILES)('is proven, with a line on that: %s', async file => {
    mangle(file, rowsOf(file));
    const { exit, out } = await runVerify(run);
    expect(out).toMatch(/^PROVEN/u);
    expect(exit).toBe(0);
    expect(out.split('\n').find(line => line.includes('saved again')) ?? '').toMatch(says);
  });

  test('has its decisions taken by the next match', async () => {
    const [header, ...rows] = rowsOf('tandems.csv');
    const [statusAt, noteAt] = [header!.indexOf('status'), header!.indexOf('note')];
    const decided = rows.map((row, at) => {
      if (at === 0) return row.with(statusAt, 'approved').with(noteAt, 'both said yes');
      return at === 1 ? row.with(statusAt, 'declined') : row;
    });
    mangle('tandems.csv', [header!, ...decided]);
    const said = await runMatch(flags);
    expect(said.err).toContain('1 approved tandem stays, 1 declined pair is not offered again');
    expect(said.exit).toBe(0);
    const [, ...now] = rowsOf('tandems.csv');
    expect(now.filter(row => row[statusAt] === 'approved')).toEqual([decided[0]]);
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
    mangle('declined.csv', rowsOf('declined.csv'));
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
    const before = readFileSync(join(run, 'tandems.csv'));
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(readFileSync(join(run, 'tandems.csv'))).toEqual(before);
  });
});

test('a run is proven that Excel saved in Windows-1252, without the letters that this lacks', async () => {
  for (const file of FILES) save(file, rowsOf(file), { bom: false, page: 'win1252' });
  expect(readFileSync(join(run, 'tandems.csv'), 'latin1')).toContain('?ukasz Öztürk');
  const { out } = await runVerify(run);
  expect(out).toMatch(/^PROVEN/u);
  expect(out.match(/saved again since this run \(in Windows-125\d\)/gu)).toHaveLength(3);
});

test('a run is proven whose rows end before their last empty cells, as Excel writes them', async () => {
  const text = readFileSync(join(run, 'tandems.csv'), 'utf8');
  writeFileSync(join(run, 'tandems.csv'), text.replaceAll(/;draft;\r\n/gu, ';draft\r\n'));
  expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
  writeFileSync(
    join(run, 'tandems.csv'),
    text.replace(/;draft;\r\n/u, ';approved\r\n').replaceAll(/;draft;\r\n/gu, ';draft\r\n'),
  );
  expect((await runMatch(flags)).err).toContain('1 approved tandem stays');
});

describe('34,5 is 34.5, and no other number', () => {
  test.each<[what: string, change: (cell: string) => string, verdict: RegExp]>([
    ['points for commas', cell => cell.replace(',', '.'), /^PROVEN/u],
    ['more zeros', cell => (cell.includes(',') ? `${cell}0` : `${cell},00`), /^PROVEN/u],
    ['a point more', cell => `${cell}1`, /^REFUTED: tandems\.csv says/u],
    ['a sign', cell => `-${cell}`, /^REFUTED: tandems\.csv says/u],
    ['nothing', () => '', /^REFUTED: tandems\.csv says/u],
  ])('%s', async (_, change, verdict) => {
    const rows = rowsOf('tandems.csv');
    save(
      'tandems.csv',
      mapCells(rows, (cell, column) => (column === 'score' ? change(cell) : cell)),
      {},
    );
    expect((await runVerify(run)).out).toMatch(verdict);
  });
});

describe('no other pairing is proven', () => {
  const swap = (rows: Rows, columns: readonly string[]): Rows => {
    const at = columns.map(column => rows[0]!.indexOf(column));
    const [header, first, second, ...others] = rows as [string[], string[], string[], ...string[][]];
    const take = (row: string[], from: string[]) => at.reduce((now, index) => now.with(index, from[index]!), row);
    return [header, take(first, second), take(second, first), ...others];
  };
  const MENTEE = ['id', 'name', 'email', 'department', 'country'].map(field => `mentee_${field}`);

  test.each<[what: string, change: (rows: Rows) => Rows]>([
    ['two swap their mentees', rows => swap(rows, MENTEE)],
    ['two swap ids alone', rows => swap(rows, ['mentee_id'])],
    ['two swap ids that lost their zeros', rows => dropZeros(swap(rows, ['mentee_id']))],
    ['two swap names alone', rows => swap(rows, ['mentee_name'])],
    ['a row is gone', rows => rows.slice(0, -1)],
    ['a row is twice', rows => [...rows, rows[1]!]],
    ['a column of ids twice', rows => rows.map(row => [row[0]!, ...row])],
    ['ids gone', rows => rows.map(row => row.slice(1))],
    ['the score gone', rows => rows.map(row => row.toSpliced(rows[0]!.indexOf('score'), 1))],
    [
      'another name beside an id without zeros',
      rows => mapCells(dropZeros(rows), (cell, column) => (column === 'mentor_name' ? 'Ada Lang' : cell)),
    ],
  ])('%s', async (_, change) => {
    for (const saving of [{}, { delimiter: '\t', bom: false }, { page: 'win1252', bom: false }]) {
      const before = readFileSync(join(run, 'tandems.csv'));
      save('tandems.csv', change(rowsOf('tandems.csv')), saving);
      const { exit, out } = await runVerify(run);
      expect(out).toMatch(/^REFUTED: tandems\.csv/u);
      expect(exit).toBe(4);
      writeFileSync(join(run, 'tandems.csv'), before);
    }
  });
});
