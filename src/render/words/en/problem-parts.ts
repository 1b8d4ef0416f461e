import { type Excess, groupDigits } from '../../../domain/bounds.ts';
import type { FileFormat, SheetRole, Spoiling, TextOddity } from '../../../domain/problem-facts.ts';
import type { Damage } from '../../../domain/workbook.ts';

export const FILE_FORMATS: Readonly<Record<FileFormat, string>> = {
  zip: 'an Excel workbook or another zip archive',
  'another archive': 'a zip archive or an old Office file that is no workbook',
  'old Excel': 'an old Excel workbook',
  gzip: 'a gzip archive',
  PDF: 'a PDF',
  'web page': 'a web page',
  JSON: 'JSON',
  XML: 'XML',
  'XML spreadsheet': 'an XML spreadsheet of Excel 2003',
  'UTF-32': 'UTF-32 text',
  binary: 'a binary file',
};

/** What a sheet lacks that has no rows. */
export const ROWS_OF: Readonly<Record<SheetRole, string>> = {
  mentors: 'mentors',
  mentees: 'mentees',
  limits: 'limits',
  pairs: 'pairs',
  previous: 'tandems',
  history: 'tandems',
};

export const DAMAGES: Readonly<Record<Damage, string>> = {
  'cell address': 'a cell of it has no right address',
  'cell in another row': 'a cell of it stands in another row',
  'contents damaged': 'its table of contents is damaged',
  'end missing': 'its end is missing',
  'number damaged': 'a number of it is damaged',
  packing: 'it is packed in an unusual way',
  'part cut off': 'a part of it is cut off',
  'part damaged': 'a part of it is damaged',
  'part missing': 'a part of it is missing',
  'part not UTF-8': 'a part of it is not in UTF-8',
  'part renamed': 'a part of it goes by two names',
  'part twice': 'a part of it is there twice',
  'sheet missing': 'a sheet of it is missing',
  'sheet twice': 'two sheets of it are one part',
  'table in a cell': 'a table of it stands in a cell',
  'text missing': 'a text of it is missing',
};

/** A cell whose content is lost: why. */
export const SPOILINGS: Readonly<Record<Spoiling, string>> = {
  'formula error': 'a formula ends there in an error',
  'shortened number': 'of this number only the beginning is left',
};

/** What a text is like, after the text itself. */
export const TEXT_ODDITIES: Readonly<Record<TextOddity, string>> = {
  'misread UTF-8': 'was UTF-8 and has been read as something else',
  'two alphabets': 'mixes Latin and Cyrillic letters in a word',
  'lost letter': 'has a question mark where a letter was lost',
  'web signs': 'has signs written as web pages write them',
  apostrophe: 'begins with an apostrophe, which counts as a part of it',
  day: 'is a day, which a spreadsheet may have made of something else',
};

/** "it has more than 1,000 columns" */
export function sayExcess({ of, most, row, column }: Excess): string {
  const bound = groupDigits(most);
  switch (of) {
    case 'MiB of a file':
      return `it is larger than ${bound} MiB`;
    case 'MiB of a config':
      return `it has more than ${bound} MiB, which no config needs`;
    case 'MiB unpacked':
      return `it unpacks to more than ${bound} MiB`;
    case 'parts':
    case 'sheets':
    case 'rows':
    case 'columns':
    case 'cells':
      return `it has more than ${bound} ${of}`;
    case 'shared texts':
      return `it has more than ${bound} different texts`;
    case 'nested tags':
      return `a part of it is nested deeper than ${bound} levels`;
    case 'letters of a tag':
      return `a part of it has a tag of more than ${bound} letters`;
    case 'row number':
      return `it goes on to row ${row}, beyond row ${bound}`;
    case 'columns of a row':
      return `row ${row} has more than ${bound} columns`;
    case 'letters of a cell':
      return `${row === undefined ? 'a cell' : `the cell in row ${row} and column ${column}`} has more than ${bound} letters`;
    case 'letters of a header':
      return `the name of column ${column} has more than ${bound} letters`;
    case 'letters of a line':
      return `a line has more than ${bound} letters`;
    case 'problems':
      return `the rows up to here have ${bound} problems, and what is below was not looked at`;
  }
}
