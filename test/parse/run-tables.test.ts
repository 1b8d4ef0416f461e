import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problems.ts';
import { phraseFault } from '../../src/features/verify/verify-run.ts';
import { findDifferingName, indexById, readRunTable, readRunTandems } from '../../src/parse/run-tables.ts';
import { mentee, mentor, roster } from '../support/rosters.ts';

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
  return isFault(found) ? phraseFault(found) : found;
}

function isFault<Found extends object>(found: Found | Problem | string): found is Problem | string {
  return typeof found === 'string' || 'code' in found;
}

function tandemsIn(text: string) {
  const found = readRunTandems(bytesOf(text), people);
  return isFault(found) ? phraseFault(found) : found.tandems;
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
    expect(tandemsIn('')).toBe('cannot be read: the file is empty');
  });

  test('stand in a table of which nothing is lost', () => {
    const found = readRunTandems(bytesOf(WHOLE), people);
    expect(found).toMatchObject({ table: { header: HEADER.split(','), delimiter: ',' } });
    expect(isFault(found) ? [] : found.table.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
  });

  test.each(['mentor_id', 'mentee_id', 'status'])('are not read without the column %s', column => {
    expect(tandemsIn(WHOLE.replace(column, 'other'))).toBe('lacks one of the columns mentor_id, mentee_id and status');
  });

  test.each([
    ["'-m1,", 'm9,', 'row 2: "m9" is the id of no mentor'],
    ["'-m1,", 'e0,', 'row 2: "e0" is the id of no mentor'],
    ["'-m1,", ',', 'row 2: "" is the id of no mentor'],
    [',e0,', ',e9,', 'row 3: "e9" is the id of no mentee'],
    [',e0,', ',,', 'row 3: "" is the id of no mentee'],
    [',e0,', ',-m1,', 'row 3: "-m1" is the id of no mentee'],
    ['declined', 'decline', 'row 4: the status is "decline", not one of draft, approved and declined'],
    ['declined', 'xdeclined', 'row 4: the status is "xdeclined", not one of draft, approved and declined'],
    ['declined', '', 'row 4: the status is "", not one of draft, approved and declined'],
  ])('are not read with %s as %s', (was, is, says) => {
    expect(tandemsIn(WHOLE.replace(was, is))).toBe(says);
  });
});

describe('a table of a run', () => {
  const read = (text: string) => readTold('unmatched.csv', bytesOf(text));

  test('is not read with more than its cells say', () => {
    expect(read('role,id,reason\nmentee,e\u200b1,x')).toBe('has invisible characters');
    expect(read('')).toBe('cannot be read: the file is empty');
    expect(read('role,id,reason\nmentee,e1')).toMatch(/^row 2: /u);
    expect(read('role,id,reason\nmentee,e1,x,y')).toMatch(/^row 2: /u);
    expect(read('role,id,reason\nmentee,"e1,x')).toMatch(/^row 2: /u);
    expect(read('colour\nred')).toMatch(/^row 1: /u);
    expect(read('role,id,reason\nmentee,e1,x\nTotal,1,')).toMatch(/^row 3: /u);
    expect(readTold('unmatched.csv', Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).toMatch(/./u);
  });

  test.each(['mentor_', 'mentee_', 'role', 'id', 'reason'])(
    'is found by a column %s, and not by what only ends so',
    name => {
      const column = name.endsWith('_') ? `${name}x` : name;
      expect(read(`${column}\n1`)).toMatchObject({ header: [column] });
      expect(read(`a${column}\n1`)).toMatch(/^row 1: /u);
      if (!name.endsWith('_')) expect(read(`${column}a\n1`)).toMatch(/^row 1: /u);
    },
  );

  test.each(['#NAME?', 'Se?or', "'1"])('is read with a note that looks odd: %j', note => {
    const text = `${HEADER},note\n${ROWS.map(row => `${row},${note}`).join('\n')}`;
    expect(readRunTable('tandems.csv', bytesOf(text))).toMatchObject({ header: expect.arrayContaining(['note']) });
  });

  test('is refused by the first thing that is wrong with it', () => {
    const found = readTold('tandems.csv', bytesOf(`${WHOLE}\nx\n"a"b,2,3,4,5,6,7\n`));
    expect([found, readTold('tandems.csv', bytesOf(`${WHOLE}\nx\n`))]).toEqual([
      expect.stringContaining('row 8'),
      expect.stringContaining('row 7'),
    ]);
  });

  test('is found below no title', () => {
    expect(read('Results\nrole,id,reason\nmentee,e1,x')).toMatch(/^row 2: /u);
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
    if (isFault(found)) throw new Error(phraseFault(found));
    return findDifferingName({ roster: people, ...found });
  }

  test('are those of the sheets', () => {
    expect(differingIn(WHOLE)).toBeNull();
  });

  test.each([
    ['Cy Young', 'Cyd', 'tandems.csv row 3: the mentor is called "Cyd", in the sheet "Cy Young"'],
    ["'=Bo", 'Bo', 'tandems.csv row 2: the mentor is called "Bo", in the sheet "=Bo"'],
    [',cy@', ',dy@', 'tandems.csv row 3: the mentor is called "dy@example.org", in the sheet "cy@example.org"'],
    ['Dee', '', 'tandems.csv row 3: the mentee is called "", in the sheet "Dee"'],
    [',dee@', ',cee@', 'tandems.csv row 3: the mentee is called "cee@example.org", in the sheet "dee@example.org"'],
    ["'=Bo,,", "'=Bo,bo@example.org,", 'tandems.csv row 2: the mentor is called "bo@example.org", in the sheet ""'],
  ])('are told where %s became %s', (was, is, says) => {
    expect(differingIn(WHOLE.replace(was, is))).toBe(says);
  });

  test('are told where they first differ, whatever stands where', () => {
    expect(differingIn(WHOLE.replaceAll(',Eve,', ',Eva,'))).toMatch(/^tandems\.csv row 2: .*"Eva"/u);
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
