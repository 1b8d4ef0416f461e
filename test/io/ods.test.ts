import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/io/workbook.ts';
import { told } from '../support/told.ts';
import { zip } from '../support/zip.ts';

const FOLDER = 'fixtures/exports';

const sheetsIn = (file: string) => readWorkbook(file, readFileSync(`${FOLDER}/${file}`)).value?.sheets;

/** An OpenDocument workbook of one sheet with these rows, as XML. */
function book(rows: string, more = ''): Uint8Array {
  const names = ['office', 'table', 'text', 'style', 'calcext'].map(name => `xmlns:${name}="urn:${name}"`).join(' ');
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names}>${more}<office:body>
    <office:spreadsheet><table:table table:name="S">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
  ]);
}

const rowsOf = (rows: string) => readWorkbook('b.ods', book(rows)).value?.sheets[0]?.rows;
const messagesOf = (rows: string) => readWorkbook('b.ods', book(rows)).problems.map(problem => told(problem).message);
const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;

describe('an OpenDocument workbook', () => {
  test('of LibreOffice is read as its .xlsx: groups, repeated titles, notes, merged cells, hidden rows and sheets', () => {
    const sheets = sheetsIn('grown-book.ods');
    expect(sheets?.map(({ name, isHidden, hiddenRows }) => [name, isHidden, hiddenRows.length])).toEqual([
      ['Mentoren', false, 2],
      ['Alt', true, 0],
      ['Mentees', false, 0],
    ]);
    expect(sheets?.[0]?.rows.map(cells => cells[1] ?? '')).toEqual([
      ...['', 'name', 'Ada Brandt', 'Ben Koch', 'Cem Aydin', 'Dora Lenz', '', '', 'Emil Voss', 'Fay Wolf'],
    ]);
    expect(sheets?.[0]?.rows[9]).toEqual([
      ...['16', 'Fay Wolf', 'fay@example.org', 'two\nlines', 'DE', '2021-03-04', '', '', '#DIV/0!', 'anna & b  o'],
    ]);
    expect(sheets).toEqual(sheetsIn('grown-book.xlsx'));
  });

  test('holds each row and cell as often as it is repeated, and nothing that a merged cell covers', () => {
    const twice = row(`${cell('a', 'table:number-columns-repeated="2"')}<table:covered-table-cell/>${cell('b')}`);
    const repeated = twice.replace('<table:table-row ', '<table:table-row table:number-rows-repeated="3" ');
    expect(rowsOf(row('<table:table-cell/>', 'table:number-rows-repeated="1048575"') + row(''))).toEqual([]);
    expect(
      rowsOf(
        `<table:table-row-group><table:table-header-rows>${repeated}</table:table-header-rows></table:table-row-group>`,
      ),
    ).toEqual(Array.from({ length: 3 }, () => ['a', 'a', '', 'b']));
  });

  test('gives numbers as the sheet shows them where it adds zeros or letters, and what people typed', () => {
    const number = (value: string, shown: string) => cell(shown, `office:value-type="float" office:value="${value}"`);
    const bytes = book(
      row(
        number('7', '007') +
          number('7', 'E-07') +
          number('1234', '1.234') +
          number('0.5', '50 %') +
          number('2', '2,00'),
      ),
    );
    const { value } = readWorkbook('b.ods', bytes);
    expect(value?.sheets[0]?.rows).toEqual([['007', '7', '1234', '0.5', '2']]);
    expect(value?.sheets[0]?.shown).toEqual([{ row: 0, column: 1, text: 'E-07' }]);
  });

  test('is told of formulas that no program has worked out, and leaves earlier states of cells out', () => {
    const tracked = `<table:tracked-changes><table:table-cell><text:p>old</text:p></table:table-cell></table:tracked-changes>`;
    const bytes = book(tracked + row(`${cell('x')}<table:table-cell table:formula="of:=A1"/>`));
    const { value } = readWorkbook('b.ods', bytes);
    expect(value?.sheets[0]?.rows).toEqual([['x', '']]);
    expect(value?.sheets[0]?.unknown).toEqual([{ row: 0, column: 1 }]);
  });

  test('with a password, or a document type, is refused', () => {
    const manifest = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' };
    const mimetype = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' };
    const locked = zip([mimetype, manifest, { name: 'content.xml', content: '???' }]);
    expect(readWorkbook('b.ods', locked).problems.map(({ code }) => code)).toEqual(['E102']);
    const entities = zip([mimetype, { name: 'content.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]);
    expect(readWorkbook('b.ods', entities).problems.map(({ code }) => code)).toEqual(['E101']);
  });

  test.each([
    ['beyond the last row', row(cell('x'), 'table:number-rows-repeated="1000000"'), 'it goes on to row 1000000'],
    ['beyond the last column', row(cell('x', 'table:number-columns-repeated="16384"')), 'more than 1,000 columns'],
    [
      'in more cells than there may be',
      row(cell('x', 'table:number-columns-repeated="100"'), 'table:number-rows-repeated="90000"'),
      'more than 5,000,000 cells',
    ],
  ])('that repeats %s is refused before that is done', (_, rows, why) => {
    expect(messagesOf(rows).join()).toContain(why);
  });
});
