/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BeyondBound, MOST } from '../../src/domain/input-bounds.ts';
import { measureDepths } from '../../src/pair/rules/reporting-lines.ts';
import { readRegions } from '../../src/parse/config/regions.ts';
import { GridMaker } from '../../src/workbook/grid-maker.ts';
import { workFolder } from '../support/run.ts';
import { zip } from '../support/zip.ts';

const PROGRAM = resolve('bin/rmentor.js');
const HEADER = 'id,name,email,department,country';
const ADA = 'm1,Ada Ray,ada@example.org,IT,DE';
const MENTEES = `${HEADER}\ne1,Eva Lin,eva@example.org,HR,DE\n`;

/** No bomb may take more memory than a small machine has, or more than these seconds of a processor. */
const HEAP_MIB = 256;
const SECONDS = 20;

/** Runs the program on files in a folder of their own, held to so little that a bomb that goes off ends it. */
function held(files: Readonly<Record<string, string | Uint8Array>>, args: readonly string[]) {
  const cwd = workFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const call = [process.execPath, `--max-old-space-size=${HEAP_MIB}`, PROGRAM, ...args];
  const limit = process.platform === 'win32' ? '' : `ulimit -t ${SECONDS} && `;
  const { FORCE_COLOR: _, GITHUB_ACTIONS: __, ...env } = process.env;
  const { status, stderr } = spawnSync('sh', ['-c', `${limit}exec "$@"`, 'sh', ...call], {
    cwd,
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { exit: status, said: stderr };
}

const validated = (mentors: string | Uint8Array) =>
  held({ 'mentors.csv': mentors, 'mentees.csv': MENTEES }, [
    'validate',
    '--mentors',
    'mentors.csv',
    '--mentees',
    'mentees.csv',
  ]);

const people = (count: number, more: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `m${index},Ada Ray,a${index}@example.org,IT,${more(index)}\n`).join('');

/** An OpenDocument workbook with these rows. */
function ods(rows: string): Uint8Array {
  const table = `<office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet>`;
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body>${table}</office:body></office:document-content>`,
    },
  ]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of Excel with these sheets, of which each names a part, and with these texts. */
function xlsx(sheets: readonly string[], parts: Readonly<Record<string, string>>, texts = ''): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = sheets.map((part, index) => relation(`r${index}`, 'worksheet', part)).join('');
  const named = sheets.map((_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="r${index}"/>`).join('');
  return zip([
    { name: '[Content_Types].xml', content: '<Types><Override ContentType="spreadsheetml"/></Types>' },
    { name: '_rels/.rels', content: `<R>${relation('r', 'officeDocument', 'xl/workbook.xml')}</R>` },
    { name: 'xl/workbook.xml', content: `<workbook><sheets>${named}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<R>${relations}${relation('t', 'sharedStrings', 'texts.xml')}</R>`,
    },
    { name: 'xl/texts.xml', content: `<sst>${texts}</sst>` },
    ...Object.entries(parts).map(([name, content]) => ({ name: `xl/${name}`, content })),
  ]);
}

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const cell = (address: string) => `<c r="${address}" t="str"><v>x</v></c>`;
const wideRow = `<table:table-row table:number-rows-repeated="90000"><table:table-cell
  table:number-columns-repeated="900"><text:p>x</text:p></table:table-cell></table:table-row>`;

describe('a bomb in a sheet ends with a message', () => {
  test.each<[what: string, mentors: () => string | Uint8Array, message: string]>([
    ['a name of a column of many brackets', () => `${HEADER},${'(x) '.repeat(10_000)}\n${ADA},\n`, 'E141'],
    ['a name of a column of many words', () => `${HEADER},${'wort '.repeat(2000)}\n${ADA},\n`, 'E141'],
    ['a cell of half a million letters', () => `${HEADER}\nm1,Ada,a@example.org,IT,${'a'.repeat(500_000)}\n`, 'E141'],
    ['countries of 30,000 letters', () => `${HEADER}\n${people(100, () => 'ab '.repeat(10_000))}`, 'E016'],
    ['10,000 columns', () => `${HEADER},${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join()}\n${ADA}\n`, 'E141'],
    ['a row of a million cells', () => `${HEADER}\n${ADA}${',x'.repeat(1_000_000)}\n`, 'E141'],
    ['a million rows of one cell', () => `${HEADER}\n${'a\n'.repeat(1_000_000)}`, 'E141'],
    ['100,000 countries that are none', () => `${HEADER}\n${people(100_000, index => `Xland${index}`)}`, 'E141'],
    ['a quoted cell without end', () => `${HEADER}\n${'"a\n'.repeat(100_001)}`, 'E005'],
    ['a binary file', () => new Uint8Array(64 << 20), 'E003'],
    ['a chain of 100,000 managers', () => `${HEADER},manager\n${people(100_000, i => `DE,m${i + 1}`)}`, 'E142'],
    ['a circle of 100,000', () => `${HEADER},manager\n${people(100_000, i => `DE,m${(i + 1) % 100_000}`)}`, 'E142'],
    ['an .ods of a row a million times', () => ods(wideRow.replace('90000', '1000000')), 'E103'],
    ['an .ods of more cells than there may be', () => ods(wideRow), 'E103'],
    ['an .ods that is nested without end', () => ods('<table:table-row-group>'.repeat(100_000)), 'E103'],
    ['a tag of a million letters', () => ods(`<table:table-row a="${'x'.repeat(1_000_000)}"/>`), 'E103'],
    [
      'an .xlsx with a cell far out',
      () => xlsx(['s.xml'], { 's.xml': sheet(`<row r="9">${cell('XFD9')}</row>`) }),
      'E103',
    ],
    [
      'an .xlsx with a cell far below',
      () => xlsx(['s.xml'], { 's.xml': sheet(`<row r="1048576">${cell('A1048576')}</row>`) }),
      'E103',
    ],
    [
      'an .xlsx of one part for 400 sheets',
      () => xlsx(Array<string>(400).fill('s.xml'), { 's.xml': sheet('') }),
      'E101',
    ],
    ['an .xlsx of 1,000 sheets', () => xlsx(Array<string>(1000).fill('s.xml'), { 's.xml': sheet('') }), 'E103'],
    ['an .xlsx of two million texts', () => xlsx([], {}, '<si><t>a</t></si>'.repeat(2_000_000)), 'E103'],
    [
      'an archive of 10,000 parts',
      () => zip(Array.from({ length: 10_000 }, (_, i) => ({ name: `${i}`, content: '' }))),
      'E103',
    ],
    ['an archive that unpacks to too much', () => zip([{ name: 'a', content: 'x'.repeat(70 << 20) }]), 'E103'],
  ])(
    '%s',
    (_, mentors, message) => {
      const { exit, said } = validated(mentors());
      expect({ exit, told: said.includes(` ${message} `) }).toEqual({ exit: 2, told: true });
    },
    600_000,
  );

  test.each<[what: string, mentors: () => string | Uint8Array]>([
    ['80,000 blank lines', () => `${HEADER}\n${ADA}\n${'\n'.repeat(80_000)}`],
    ['100,000 rows of 200 delimiters', () => `${HEADER}\n${ADA}\n${`${','.repeat(200)}\n`.repeat(100_000)}`],
    [
      'a million empty cells beside each row',
      () => `${HEADER}${','.repeat(1_000_000)}\n${ADA}${','.repeat(1_000_000)}\n`,
    ],
    [
      '900 names of columns of 100 words',
      () =>
        `${HEADER},${Array.from({ length: 900 }, (_, i) => `w${i} `.repeat(100)).join()}\n${ADA}${','.repeat(900)}\n`,
    ],
  ])(
    '%s are nothing',
    (_, mentors) => {
      expect(validated(mentors()).exit).toBe(0);
    },
    600_000,
  );
});

describe('a bomb in a config ends with a message, or is read', () => {
  const matched = (config: string) =>
    held({ 'mentors.csv': `${HEADER}\n${ADA}\n`, 'mentees.csv': MENTEES, 'c.json': config }, [
      ...['match', '--mentors', 'mentors.csv', '--mentees', 'mentees.csv', '--config', 'c.json', '--out', 'out'],
    ]);
  const regions = (next: (index: number) => string[]) =>
    JSON.stringify({ regions: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`R${i}`, next(i)])) });

  test.each<[what: string, config: () => string, exit: number]>([
    ['lists in lists', () => '['.repeat(100_000), 2],
    ['lists in lists of a setting', () => `{"must":${'['.repeat(5000)}${']'.repeat(5000)}}`, 2],
    ['a million levels', () => JSON.stringify({ levels: Array.from({ length: 1_000_000 }, (_, i) => `l${i}`) }), 2],
    ['300,000 levels', () => JSON.stringify({ levels: Array.from({ length: 300_000 }, (_, i) => `l${i}`) }), 2],
    ['an objective of 300,000', () => JSON.stringify({ objective: Array.from({ length: 300_000 }, () => 'score') }), 2],
    ['10,000 regions, each in the one before', () => regions(i => (i < 9999 ? [`R${i + 1}`] : ['DE'])), 0],
    ['10,000 regions, each in two', () => regions(i => (i < 9998 ? [`R${i + 1}`, `R${i + 2}`] : ['DE'])), 0],
    ['a circle of 10,000 regions', () => regions(i => [`R${(i + 1) % 10_000}`]), 2],
  ])(
    '%s',
    (_, config, exit) => {
      expect(matched(config()).exit).toBe(exit);
    },
    600_000,
  );
});

describe('what is held before the work', () => {
  test('are cells of a workbook, over all its sheets', () => {
    const room = { cells: 10 };
    new GridMaker('A', room).put(1, 4, { text: 'x' });
    expect(room.cells).toBe(3);
    expect(() => new GridMaker('B', room).put(0, 3, { text: 'x' })).toThrow(BeyondBound);
  });

  test('are managers one above the other, counted once each', () => {
    let asked = 0;
    const managers = Array.from({ length: 50_000 }, (_, index) => [Math.min(index + 1, 49_999)]);
    const counted = (all: (readonly number[])[], key: string | symbol) => {
      asked++;
      return Reflect.get(all, key);
    };
    const counting = new Proxy(managers, { get: counted });
    expect(Math.max(...measureDepths(counting).slice(0, 10))).toBeGreaterThan(MOST.managersAbove);
    expect(asked).toBeLessThan(6 * managers.length);
  });

  test('are regions: each is as wide as what is in it, at any depth', () => {
    const written = { Outer: ['Inner', 'FR'], Inner: ['DE', 'Innermost'], Innermost: ['AT'] };
    const { value, problems } = readRegions(written, 'c.json');
    expect(problems).toEqual([]);
    expect([...value]).toEqual([
      ['Outer', ['AT', 'DE', 'FR']],
      ['Inner', ['AT', 'DE']],
      ['Innermost', ['AT']],
    ]);
  });
});
