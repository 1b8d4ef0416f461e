import { describe, expect, test } from 'vitest';
import { tableOf } from '../../support/tables.ts';

const ROWS = [
  ['Ada Lang', 'ada@example.org', 'Finance', 'DE'],
  ['Ben Okoro', 'ben@example.org', 'Sales', 'FR'],
];
const HEADER = ['name', 'email', 'department', 'country'];

function read(text: string) {
  const { value, problems } = tableOf(Buffer.from(text));
  return {
    delimiter: value?.delimiter,
    headerRow: value?.headerRow,
    header: value?.header,
    rows: value?.rows.map(({ row, cells }) => [row, ...cells]),
    lines: value?.rows.map(({ row }) => value.lineOf(row)),
    told: problems.map(({ code, row }) => (row === null ? code : `${code}:${row}`)),
  };
}

const csv = (delimiter: string, end: string, rows = [HEADER, ...ROWS]) =>
  rows.map(row => row.join(delimiter) + end).join('');

describe('delimiters and line ends', () => {
  const variants = [';', ',', '\t', '|'].flatMap(delimiter =>
    ['\n', '\r\n', '\r'].map(end => ({ delimiter, end, shown: JSON.stringify([delimiter, end]) })),
  );

  test.each(variants)('$shown', ({ delimiter, end }) => {
    const { rows, told, ...found } = read(csv(delimiter, end));
    expect({ ...found, rows, told }).toMatchObject({ delimiter, header: HEADER, told: [] });
    expect(rows).toEqual(ROWS.map((cells, index) => [index + 2, ...cells]));
  });

  test('line ends of all kinds in one file', () => {
    expect(read(`name;email\r\nAda;a@example.org\rBen;b@example.org\nCem;c@example.org`).rows).toEqual([
      [2, 'Ada', 'a@example.org'],
      [3, 'Ben', 'b@example.org'],
      [4, 'Cem', 'c@example.org'],
    ]);
  });

  test('a delimiter that stands oftener in the cells than the right one', () => {
    const { delimiter, rows } = read('name;email;topics\nAda;a@example.org;a,b,c,d,e\nBen;b@example.org;a,b,c\n');
    expect([delimiter, rows?.length]).toEqual([';', 2]);
  });

  test.each(['sep=|\r\n', 'SEP=|\n', '\ufeffsep=|\r', '"sep=|"\n'])('the line %j names it, and is no row', first => {
    const { delimiter, headerRow, rows, lines } = read(first + csv('|', '\n'));
    expect([delimiter, headerRow, rows?.[0]?.[0], lines]).toEqual(['|', 1, 2, [3, 4]]);
  });

  test('rows have the numbers of the spreadsheet, and lines those of the file', () => {
    const { rows, lines } = read(
      'name;email;remark\nAda;a@example.org;"one\ntwo\r\nthree"\n\nBen;b@example.org;"x\ny"\nCem;c@example.org;\n',
    );
    expect(rows?.map(([row]) => row)).toEqual([2, 4, 5]);
    expect(lines).toEqual([2, 6, 8]);
  });
});

describe('what stands beside the table', () => {
  test.each([
    ['a title in a cell', 'Mentoring 2026\n\n', 3],
    ['a title with delimiters', 'Mentoring 2026;;;\n;;;\n', 3],
    ['a title with commas and quotes', '"Mentoring, 2026, ""global"""\nCreated: 1.2.2026, 10:00\n', 3],
    ['a prompt that is named like a column', 'Department;Finance\nCountry;DE\n', 3],
  ])('%s above', (_, above, headerRow) => {
    const found = read(above + csv(';', '\n'));
    expect(found).toMatchObject({ delimiter: ';', headerRow, header: HEADER, told: [`W120:${headerRow}`] });
    expect(found.rows?.map(([row]) => row)).toEqual([headerRow + 1, headerRow + 2]);
  });

  test('blank lines above are no titles', () => {
    expect(read(`\n;;;\n${csv(';', '\n')}`)).toMatchObject({ headerRow: 3, told: [] });
  });

  test('a table that begins behind thirty rows of spaces has no column names', () => {
    const found = read(`${' \n'.repeat(30)}id,name\nm1,Ada\n`);
    expect(found).toMatchObject({ header: undefined, told: ['E061:1'] });
  });

  test('labels below the names are not a person, and a person is no label', () => {
    expect(read(csv(';', '\n', [HEADER, ['Name', 'E-Mail', 'Abteilung', 'Land'], ...ROWS]))).toMatchObject({
      rows: [
        [3, ...ROWS[0]!],
        [4, ...ROWS[1]!],
      ],
      told: ['W121:2'],
    });
    const person = ['Name', 'name@example.org', 'Department', 'DE'];
    expect(read(csv(';', '\n', [HEADER, person, ...ROWS]))).toMatchObject({ told: [], rows: { length: 3 } });
  });

  test.each([
    'Summe;;;2',
    'Total: 2;;;',
    'Gesamt:;2;;',
    ';;Razem;2',
    'TOTAL',
    'Grand total;1.234,50;;',
    'Total records: 2',
    'Anzahl Teilnehmer;2;;',
  ])('the total %j below is no person', total => {
    const { rows, told } = read(`${csv(';', '\n')};;;\n${total}\n`);
    expect([rows?.length, told]).toEqual([2, ['W122:5']]);
  });

  test.each(['Total Eclipse;t@example.org;Music;DE', 'Sum;sum@example.org;Music;DE'])(
    '%j at the end is a person',
    person => {
      expect(read(`${csv(';', '\n')}${person}\n`)).toMatchObject({ told: [], rows: { length: 3 } });
    },
  );

  test('a total that is not at the end is no total: something follows it', () => {
    expect(read(`${csv(';', '\n')}Summe;;;2\nCem;c@example.org;IT;DE\n`)).toMatchObject({
      told: [],
      rows: { length: 4 },
    });
  });

  test('empty columns behind the last, in all rows or in the header, are nothing', () => {
    expect(read(csv(';', ';;\n'))).toMatchObject({ header: HEADER, told: [] });
    expect(read(`${HEADER.join(';')}\n${csv(';', ';;\n', ROWS)}`)).toMatchObject({ header: HEADER, told: [] });
  });

  test('one row with more delimiters than the others is told, even where nothing stands behind them', () => {
    const rows = [...ROWS, ['Cem', 'Ak', 'c@example.org', 'IT', '']];
    expect(read(csv(';', '\n', [HEADER, ...rows])).told).toEqual(['E007:4']);
  });

  test('what stands in a column without a name is told once', () => {
    expect(read(csv(';', ';;ask\n', [...ROWS]).replace(/^/u, `${HEADER.join(';')};;\n`)).told).toEqual(['W123:2']);
  });
});

describe('quotes', () => {
  test.each([
    ['Bernd "Bernie" Fuchs', 'Bernd "Bernie" Fuchs'],
    ['"Bernd ""Bernie"" Fuchs"', 'Bernd "Bernie" Fuchs'],
    ['"a;b"', 'a;b'],
    ['""', ''],
  ])('%s is %j', (written, cell) => {
    expect(read(`name;email\n${written};b@example.org\n`)).toMatchObject({
      rows: [[2, cell, 'b@example.org']],
      told: [],
    });
  });

  test.each(['5" screen', ' "Ada"', '"Ada"x', 'x"Ada;b"'])('%s is told', written => {
    expect(read(`name;email\n${written};b@example.org\nBen;c@example.org\n`).told).toContain('E006:2');
  });

  test('one that is never closed is told with its column', () => {
    const { problems } = tableOf(Buffer.from('name;email\nAda;"a@example.org\nBen;b@example.org\n'));
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([['E005', 2, 'email']]);
  });
});

describe('cells that another program spoilt', () => {
  test.each(['#REF!', '#N/A', '#NV', '#BEZUG!', '#NAME?', '#DIV/0!', '#¡VALOR!', '1,23E+11', '1.23457e+15'])(
    '%s is an error in a column of ours, and elsewhere empty with a warning',
    cell => {
      const { rows, told } = read(`name;email;department;shoe size\nAda;a@example.org;${cell};${cell}\n`);
      expect(told).toEqual(['E107:2', 'W108:2']);
      expect(rows?.[0]?.at(-1)).toBe('');
    },
  );

  test.each(['#1', '#TeamFinance', '#FINANCE', '5E', '007E12', '#'])('%s is a text like any other', cell => {
    expect(read(`name;email;department\nAda;a@example.org;${cell}\n`).told).toEqual([]);
  });
});
