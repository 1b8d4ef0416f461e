import { describe, expect, test } from 'vitest';
import type { TableFault } from '../../src/domain/refutation.ts';
import { findDifferingName, indexById, readRunTable, readRunTandems } from '../../src/parse/run-tables.ts';
import { mentee, mentor, roster } from '../support/rosters.ts';
import { refuted } from '../support/told.ts';

const people = roster(
  [
    mentor('m0', { name: 'Ada Byron', email: 'ada@example.org' }),
    mentor('-m1', { name: '=Bo', email: '' }),
    mentor('m2', { name: 'Cy  Young', email: 'cy@example.org' }),
  ],
  [
    mentee('e0', { name: 'Dee', email: 'dee@example.org' }),
    mentee('e1', { name: 'Eve', email: 'eve@example.org' }),
    mentee('m0', { name: 'Ada Byron', email: 'ada@example.org' }),
  ],
);

const bytesOf = (text: string) => new TextEncoder().encode(text);

const HEADER = 'mentor_id,mentor_name,mentor_email,mentee_id,mentee_name,mentee_email,status';
const ROWS = [
  "'-m1,'=Bo,,e1,Eve,eve@example.org,draft",
  'm2,Cy Young,cy@example.org,e0,Dee,dee@example.org,Approved',
  'm0,Ada Byron,ada@example.org,m0,Ada Byron,ada@example.org,declined',
  'm0,Ada Byron,ada@example.org,e1,Eve,eve@example.org,draft',
  'm0,Ada Byron,ada@example.org,e0,Dee,dee@example.org,draft',
];
const WHOLE = [HEADER, ...ROWS].join('\n');

function readTold(file: string, bytes: Uint8Array) {
  const found = readRunTable(file, bytes);
  return 'kind' in found ? tellFault(file, found) : found;
}

function tellFault(file: string, fault: TableFault): string | null {
  return refuted(
    fault.kind === 'unreadable'
      ? { kind: 'file-unreadable', file, problem: fault.problem }
      : { kind: 'file-faulty', file, fault },
  );
}

function tandemsIn(text: string) {
  const found = readRunTandems(bytesOf(text), people);
  return 'kind' in found ? tellFault('tandems.csv', found) : found.tandems;
}

describe('the tandems of a run', () => {
  test('are in order of mentors and then mentees, by ids that may look like formulas', () => {
    expect(tandemsIn(WHOLE)).toEqual([
      { mentor: 0, mentee: 0 },
      { mentor: 0, mentee: 1 },
      { mentor: 0, mentee: 2 },
      { mentor: 1, mentee: 1 },
      { mentor: 2, mentee: 0 },
    ]);
    expect(tandemsIn(HEADER)).toEqual([]);
    expect(tandemsIn('')).toBe('tandems.csv cannot be read: the file is empty');
  });

  test('stand in a table of which nothing is lost', () => {
    const found = readRunTandems(bytesOf(WHOLE), people);
    expect(found).toMatchObject({ table: { header: HEADER.split(','), delimiter: ',' } });
    expect('kind' in found ? [] : found.table.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
  });

  test.each(['mentor_id', 'mentee_id'])('are not read without the column %s', column => {
    expect(tandemsIn(WHOLE.replace(column, 'other'))).toBe(
      'tandems.csv lacks one of the columns mentor_id and mentee_id',
    );
  });

  test.each([
    ["'-m1,", 'm9,', 'tandems.csv, row 2: no mentor has the id "m9"'],
    ["'-m1,", 'e0,', 'tandems.csv, row 2: no mentor has the id "e0"'],
    ["'-m1,", ',', 'tandems.csv, row 2: no mentor has the id ""'],
    [',e0,', ',e9,', 'tandems.csv, row 3: no mentee has the id "e9"'],
    [',e0,', ',,', 'tandems.csv, row 3: no mentee has the id ""'],
    [',e0,', ',-m1,', 'tandems.csv, row 3: no mentee has the id "-m1"'],
    ['declined', 'decline', 'tandems.csv, row 4: "decline" is not a status; it must be draft, approved or declined'],
    [
      'declined',
      'xdeclined',
      'tandems.csv, row 4: "xdeclined" is not a status; it must be draft, approved or declined',
    ],
    ['declined', '', 'tandems.csv, row 4: "" is not a status; it must be draft, approved or declined'],
  ])('are not read with %s as %s', (was, is, says) => {
    expect(tandemsIn(WHOLE.replace(was, is))).toBe(says);
  });
});

describe('the tandems of a run that was saved again', () => {
  const numbered = roster(
    [mentor('001', { name: 'Ada' }), mentor('x', { name: 'Bo' })],
    [mentee('007', { name: 'Eve' }), mentee('y', { name: 'Dee' })],
  );
  const read = (text: string) => readRunTandems(bytesOf(text), numbered);

  test.each([
    ['a mentor', '1,Ada,y,Dee', { mentor: 0, mentee: 1 }],
    ['a mentee', 'x,Bo,7,Eve', { mentor: 1, mentee: 0 }],
  ])('are those of %s whose id has lost its zeros', (_, row, tandem) => {
    const text = `mentor_id,mentor_name,mentee_id,mentee_name\n${row}`;
    expect(read(text)).toMatchObject({ tandems: [tandem], zeros: 1 });
  });

  test('are read where the column of what people decided is gone', () => {
    expect(read('mentor_id,mentee_id\n001,y\nx,007')).toMatchObject({
      tandems: [
        { mentor: 0, mentee: 1 },
        { mentor: 1, mentee: 0 },
      ],
    });
    const fault = { kind: 'unknown-status', row: 2, status: 'y' };
    expect(read('mentor_id,mentee_id,status\n001,y,y')).toEqual(fault);
    expect(read('status,mentee_id,mentor_id\ny,y,001')).toEqual(fault);
  });
});

describe('a table of a run', () => {
  const read = (text: string) => readTold('unmatched.csv', bytesOf(text));

  test('is not read with more than its cells say', () => {
    expect(read('role,id,reason\nmentee,e\u200b1,x')).toBe('unmatched.csv has invisible characters');
    expect(read('')).toBe('unmatched.csv cannot be read: the file is empty');
    expect(read('role,id,reason\nmentee,e1')).toMatch(/^unmatched\.csv, row 2: /u);
    expect(read('role,id,reason\nmentee,e1,x,y')).toMatch(/^unmatched\.csv, row 2: /u);
    expect(read('role,id,reason\nmentee,"e1,x')).toMatch(/^unmatched\.csv, row 2: /u);
    expect(read('colour\nred')).toMatch(/^unmatched\.csv, row 1: /u);
    expect(read('role,id,reason\nmentee,e1,x\nTotal,1,')).toMatch(/^unmatched\.csv, row 3: /u);
    expect(readTold('unmatched.csv', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).toMatch(/./u);
  });

  test.each(['mentor_', 'mentee_', 'role', 'id', 'reason'])(
    'is found by a column %s, and not by what only ends so',
    name => {
      const column = name.endsWith('_') ? `${name}x` : name;
      expect(read(`${column}\n1`)).toMatchObject({ header: [column] });
      expect(read(`a${column}\n1`)).toMatch(/^unmatched\.csv, row 1: /u);
      if (!name.endsWith('_')) expect(read(`${column}a\n1`)).toMatch(/^unmatched\.csv, row 1: /u);
    },
  );

  test.each(['#NAME?', 'Se?or', "'1"])('is read with a note that looks odd: %j', note => {
    const text = `${HEADER},note\n${ROWS.map(row => `${row},${note}`).join('\n')}`;
    expect(readRunTable('tandems.csv', bytesOf(text))).toMatchObject({ header: expect.arrayContaining(['note']) });
  });

  test('is read where cells stand beside it, in whichever encoding it was saved', () => {
    const western = Uint8Array.from('role,id,reason\nmentee,é1,x\nmentee,é2,ß', letter => letter.charCodeAt(0));
    expect(readTold('unmatched.csv', western)).toMatchObject({ rows: { length: 2 } });
    expect(read('role,id,reason,\nmentee,e1,x,beside')).toMatchObject({ rows: { length: 1 } });
  });

  test('may have rows that end before empty cells of columns that people added, whatever those are called', () => {
    const ended = (header: string) => read(`role,id,reason,${header}\nmentee,e1,x,1\nmentee,e2,x`);
    for (const header of ['note', 'my score', 'identity']) expect(ended(header)).toMatchObject({ rows: { length: 2 } });
    for (const header of ['score', 'evidence', 'mentor_room']) expect(ended(header)).toMatch(/row 3: /u);
  });

  test('is refused by the first thing that is wrong with it', () => {
    const found = readTold('tandems.csv', bytesOf(`${WHOLE}\nx\n"a"b,2,3,4,5,6,7\n`));
    expect([found, readTold('tandems.csv', bytesOf(`${WHOLE}\nx\n`))]).toEqual([
      expect.stringContaining('row 8'),
      expect.stringContaining('row 7'),
    ]);
  });

  test('is found below no title', () => {
    expect(read('Results\nrole,id,reason\nmentee,e1,x')).toMatch(/^unmatched\.csv, row 2: /u);
  });

  test('keeps its cells as they were neutralised', () => {
    expect(read("role,id,reason\nmentee,'=e1,007")).toMatchObject({
      rows: [{ row: 2, cells: ['mentee', "'=e1", '007'] }],
    });
  });
});

describe('names beside ids', () => {
  function differingIn(text: string) {
    const found = readRunTandems(bytesOf(text), people);
    if ('kind' in found) throw new Error(found.kind);
    return refuted(findDifferingName({ roster: people, ...found }));
  }

  test('are those of the sheets', () => {
    expect(differingIn(WHOLE)).toBeNull();
  });

  test.each([
    ['Cy Young', 'Cyd', 'tandems.csv, row 3: the name of the mentor is "Cyd"; in the sheet it is "Cy Young"'],
    ["'=Bo", 'Bo', 'tandems.csv, row 2: the name of the mentor is "Bo"; in the sheet it is "=Bo"'],
    [
      ',cy@',
      ',dy@',
      'tandems.csv, row 3: the e-mail address of the mentor is "dy@example.org"; in the sheet it is "cy@example.org"',
    ],
    ['Dee', '', 'tandems.csv, row 3: the name of the mentee is ""; in the sheet it is "Dee"'],
    [
      ',dee@',
      ',cee@',
      'tandems.csv, row 3: the e-mail address of the mentee is "cee@example.org"; in the sheet it is "dee@example.org"',
    ],
    [
      "'=Bo,,",
      "'=Bo,bo@example.org,",
      'tandems.csv, row 2: the e-mail address of the mentor is "bo@example.org"; in the sheet it is ""',
    ],
  ])('are told where %s became %s', (was, is, says) => {
    expect(differingIn(WHOLE.replace(was, is))).toBe(says);
  });

  test('are told where they first differ, whatever stands where', () => {
    expect(differingIn(WHOLE.replaceAll(',Eve,', ',Eva,'))).toMatch(/^tandems\.csv, row 2: .*"Eva"/u);
    expect(differingIn('mentor_name,mentor_id,mentee_id,status\nBob,-m1,e0,draft')).toMatch(/"Bob"/u);
  });

  test('are not asked for where the table has no column of them', () => {
    const ids = WHOLE.split('\n').map(line => {
      const cells = line.split(',');
      return [cells[0], cells[3], cells[6]].join(',');
    });
    expect(differingIn(ids.join('\n'))).toBeNull();
  });
});

test('people stand where their id says', () => {
  expect([...indexById(people.mentees)]).toEqual([
    ['e0', 0],
    ['e1', 1],
    ['m0', 2],
  ]);
});
