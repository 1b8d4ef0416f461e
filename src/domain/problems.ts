/**
 * Every message about the files of a user, one constructor each. A problem has a location (file, row as the spreadsheet
 * numbers it, column), a code that stays, what is wrong, and the next thing to do.
 */
import type { Side } from './roster.ts';
import { formatCount, joinNames, quoteValue, shortenValue } from './text.ts';

export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly file: string;
  readonly row: number | null;
  /** The line of the text file, where it is not the row: cells with line breaks take several lines. */
  readonly line?: number;
  readonly column: string | null;
  /** The cell or setting that it is about, or the part of it that is wrong; null where it is about more than one. */
  readonly value: string | null;
  readonly message: string;
  readonly hint: string | null;
}

/** Where a problem is, and what stands there (see Problem). A config has a path of keys in place of a column. */
export interface Location {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string | undefined;
}

/** A value, and every problem that was found on the way to it. */
export interface Parsed<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(isError);
}

export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function problem(
  severity: Problem['severity'],
  code: string,
  location: Location,
  message: string,
  hint: string | null,
) {
  const { file, row = null, column = null, value = null } = location;
  return { severity, code, file, row, column, value, message, hint };
}

const error = (code: string, location: Location, message: string, hint: string | null = null): Problem =>
  problem('error', code, location, message, hint);
const warning = (code: string, location: Location, message: string, hint: string | null = null): Problem =>
  problem('warning', code, location, message, hint);

/** "did you mean x?", or the whole choice where nothing is near. */
const nearest = (near: string | null, choice: readonly string[]) => {
  if (near !== null) return `did you mean ${near}?`;
  return choice.length === 0 ? 'leave it out: none is known here' : `known are: ${choice.join(', ')}`;
};

// Files as a whole.

export const emptyFile = (file: string) =>
  error('E001', { file }, 'the file is empty', 'export the sheet again, with its header row');
export const noRows = (file: string, what: string) =>
  error('E002', { file, row: 1 }, `there is a header but no ${what} below it`, 'export the sheet again, with its rows');
/** A sheet that may be empty: most who give one mean what stands in it. */
export const emptySheet = (location: Location, what: string) =>
  warning(
    'W153',
    location,
    `there is a header but no ${what} below it`,
    'leave the file out where that is meant, or export the sheet again, with its rows',
  );
export const notCsv = (file: string, looks: string) =>
  error(
    'E003',
    { file },
    `this is not a CSV file: it looks like ${looks}`,
    'save the sheet as "CSV UTF-8" and use that file',
  );
/** `encoding` is what the rest of the file is written in. */
export const damagedText = (location: Location, cell: string, encoding: string) =>
  error(
    'E004',
    location,
    `${quoteValue(cell)} has bytes that mean nothing in ${encoding}`,
    'in Excel choose "Save as" and "CSV UTF-8", or say with --encoding what the file is written in',
  );
export const unknownEncoding = (file: string) =>
  error(
    'E104',
    { file },
    'this is not UTF-8 text, and under no code page that we know are its words like words',
    'in Excel choose "Save as" and "CSV UTF-8", or say with --encoding what it is written in',
  );
export const lostCharacter = (location: Location, cell: string) =>
  error(
    'E105',
    location,
    `${quoteValue(cell)} has lost a character: \ufffd stands for one that another program could not read`,
    'export the sheet again, or type the character in',
  );
/** @param address as spreadsheets have it: F5; @param others how many further cells there are, from this row on. */
export const controlCharacters = (location: Location, address: string, others: number) =>
  warning(
    'W071',
    location,
    `cell ${address} holds control characters, which are left out${others === 0 ? '' : `; so do ${formatCount(others, 'cell')} further on`}`,
    'look at where the text was copied from, and type it in again',
  );
/** `rival` is what else the file may be written in, and the word then. */
export const codePageTaken = (
  file: string,
  page: string,
  word: string,
  rival: { readonly page: string; readonly word: string } | null,
) =>
  warning(
    'W106',
    { file },
    `this is not UTF-8 text: read as ${page}, with words like ${quoteValue(word)}`,
    rival === null
      ? 'if that word is wrong, say with --encoding what the file is written in'
      : `${rival.page} would make it ${quoteValue(rival.word)}: if that is right, call with --encoding ${rival.page.toLowerCase()}`,
  );
export const utf8AfterAll = (file: string, encoding: string, wanted: string) =>
  warning('W111', { file }, `this is ${encoding} and read as that, not as ${wanted}`, 'it needs no --encoding');
export const csvByOtherName = (file: string) =>
  warning('W112', { file }, 'this is no workbook but text, and is read as CSV', 'name it .csv');
export const sameFile = (file: string) =>
  error(
    'E010',
    { file },
    'mentors and mentees are the same sheet, and no column says who is what',
    'add a column role with mentor or mentee in each row, name yours as "columns": {"role": …}, or give two sheets',
  );
/** `likely` is the role that the cell speaks of; null where it speaks of none, or of both. */
export const unknownRole = (location: Location, cell: string, likely: Side | null) =>
  error(
    'E113',
    location,
    `${quoteValue(cell)} is neither mentor nor mentee`,
    `write mentor, mentee or both, or ${mapping('role', cell, likely ?? 'mentor')}${likely === null ? ' or "mentee"' : ''}`,
  );

// Workbooks.

export const damagedWorkbook = (file: string, why: string) =>
  error('E101', { file }, `the workbook cannot be read: ${why}`, 'open it in Excel, save it again, and use that file');
export const lockedWorkbook = (file: string) =>
  error('E102', { file }, 'the workbook is protected with a password', 'save a copy without, or as "CSV UTF-8"');
export const largeWorkbook = (file: string, why: string) =>
  error(
    'E103',
    { file },
    `the workbook is too large to be read: ${why}`,
    'delete what is empty below and beside the table, or save the sheet as "CSV UTF-8"',
  );
/** `what` is a kind of workbook that is known and not read. */
export const unreadWorkbook = (file: string, what: string) =>
  error('E140', { file }, `this is ${what}, which is not read`, 'open it, save it as .xlsx, and use that file');

/** `what` says which bound of what is read it goes beyond. */
export const beyondBound = (location: Location, what: string) =>
  error('E141', location, `the file is not read: ${what}`, 'keep what is needed of it, or name the right file');
export const tooManyProblems = (file: string, row: number, most: string) =>
  beyondBound({ file, row }, `the rows up to here have ${most} problems, and what is below was not looked at`);
export const managersTooHigh = (location: Location, most: number) =>
  error('E142', location, `more than ${most} managers stand one above the other here`, 'correct the manager column');

export const unknownSheet = (file: string, name: string, near: string | null, sheets: readonly string[]) =>
  error('E114', { file }, `the workbook has no sheet ${quoteValue(name)}`, nearest(near, sheets));
export const severalSheets = (file: string, sheets: readonly string[]) =>
  error(
    'E115',
    { file },
    `the workbook has several sheets that may be meant: ${sheets.map(quoteValue).join(', ')}`,
    `say which, like ${file}#${sheets[0] ?? ''}`,
  );
/** `role` is what the sheet is read as. */
export const sheetTaken = (file: string, role: string, name: string, others: readonly string[]) =>
  warning(
    'W116',
    { file },
    `the sheet ${quoteValue(name)} is read as ${role}, and not ${joinNames(others.map(quoteValue), 5, 'or')}`,
    `name the sheet, like ${file}#${name}`,
  );
export const hiddenSheets = (file: string, sheets: readonly string[]) =>
  warning(
    'W117',
    { file },
    `${formatCount(sheets.length, 'hidden sheet')} not read: ${joinNames(sheets.map(quoteValue))}`,
    'show what is meant, or name the sheet that is',
  );
export const hiddenRowsRead = (file: string, rows: number) =>
  warning(
    'W118',
    { file },
    `${formatCount(rows, 'row')} that a filter or somebody has hidden ${rows === 1 ? 'is' : 'are'} read like the others`,
    'delete them if they are not meant',
  );
/** @param range like D2:D4; @param others how many more of the column are merged. */
export const mergedCells = (location: Location, range: string, text: string, others: number) =>
  warning(
    'W198',
    location,
    `the cells ${range} are merged, and each is read as ${quoteValue(text)}${others === 0 ? '' : `; so are ${formatCount(others, 'other range')} of this column`}`,
    'unmerge them and write what is meant in each row, if that is not it',
  );
export const noSheetInCsv = (file: string, name: string) =>
  error('E119', { file }, `this is no workbook and has no sheet ${quoteValue(name)}`, 'leave out # and what follows');

// The table in a file.

export const rowsAbove = (file: string, header: number, text: string) =>
  warning(
    'W120',
    { file, row: header },
    `the column names stand here; what is above is passed over, like ${quoteValue(text)}`,
    'delete what is above if this row is right',
  );
export const secondHeader = (file: string, row: number) =>
  warning('W121', { file, row }, 'this row names the columns again and is passed over', 'delete it if that is right');
/** `count` cells of a column, of which `cell` is the first. */
export const oddText = (location: Location, cell: string, why: string, count: number) =>
  warning(
    'W147',
    location,
    `${quoteValue(cell)} ${why}${count === 1 ? '' : `, and so ${formatCount(count - 1, 'cell')} more`}`,
    'correct the cells, or export again where they come from',
  );
/** `name` is one of those that come of both. */
export const twoRows = (location: Location, name: string) =>
  warning(
    'W146',
    location,
    `the column names take two rows and are read as one${name === '' ? '' : `, like ${quoteValue(name)}`}`,
    'put them into one row if that is wrong',
  );
export const totalRow = (file: string, row: number, text: string) =>
  warning('W122', { file, row }, `${quoteValue(text)} is taken for a total and passed over`, 'delete the row');
/** @param letters of the column, as spreadsheets have them. */
export const namelessCells = (location: Location, letters: string) =>
  warning(
    'W123',
    location,
    `column ${letters} has no name, and what stands in it is not read`,
    'name the column, or delete what is in it',
  );
/** `address` as spreadsheets have it: F5. */
export const spoiltCell = (location: Location, address: string, cell: string, why: string) =>
  error('E107', location, `cell ${address} holds ${quoteValue(cell)}: ${why}`, SPOILT);
export const spoiltExtraCell = (location: Location, address: string, cell: string, why: string) =>
  warning('W108', location, `cell ${address} holds ${quoteValue(cell)}: ${why}; it counts as empty`, SPOILT);
export const unknownFormula = (location: Location, address: string) =>
  error(
    'E109',
    location,
    `cell ${address} holds a formula that no program has worked out`,
    'open the workbook in Excel, save it, and run again',
  );
const SPOILT = 'correct it in the spreadsheet, and export again';

export const unclosedQuote = (location: Location) =>
  error(
    'E005',
    location,
    'a quote is opened here and never closed',
    'close it, or double a quote that is meant as a character',
  );
export const strayQuote = (file: string, row: number) =>
  error('E006', { file, row }, 'a quote stands inside a cell', 'double it ("") and put the whole cell in quotes');
/** `other` is another delimiter that would give the row as many cells as the header, where there is one. */
export const raggedRow = (
  location: Location,
  found: number,
  expected: number,
  isHeaders: boolean,
  other: string | null,
) =>
  error(
    'E007',
    location,
    `the row has ${formatCount(found, 'cell')}, ${isHeaders ? `the header has ${expected}` : `most rows have ${expected}`}`,
    other !== null
      ? `${quoteValue(other)} stands between its cells: put there what the header has`
      : found > expected
        ? 'put cells that hold the delimiter in quotes'
        : 'add the missing delimiters',
  );
/** @param usual how many cells `count` of `all` rows have, which is not the `found` of the header. */
export const raggedHeader = (location: Location, found: number, usual: number, count: number, all: number) =>
  error(
    'E163',
    location,
    `the header has ${formatCount(found, 'cell')}, and ${count === all ? 'every row' : `${count} of ${formatCount(all, 'row')}`} below it ${count === all ? 'has' : 'have'} ${usual}`,
    found > usual
      ? 'take the column name out that has no cells below it, or put names that hold the delimiter in quotes'
      : 'name every column, or put cells that hold the delimiter in quotes',
  );
type Lettered = readonly (readonly [letters: string, header: string])[];

/** "D and F (“Topics”)", where they are called alike; else each with its name. */
function lettered(columns: Lettered): string {
  const [, name = ''] = columns[0] ?? [];
  const isOne = columns.every(([, other]) => other === name);
  if (isOne) return `${joinNames(columns.map(([letters]) => letters))} (${quoteValue(name)})`;
  return joinNames(columns.map(([letters, header]) => `${letters} (${quoteValue(header)})`));
}

/** `columns` by letter and name; `setting` names the one that is most likely meant. */
export const doubleColumn = (location: Location, columns: Lettered, column: string, setting: string) =>
  error(
    'E008',
    location,
    `columns ${lettered(columns)} are ${columns.length > 2 ? 'all' : 'both'} read as ${column}`,
    `say which one is meant, like "columns": ${setting} in the config, or rename the others`,
  );
export const repeatedColumns = (location: Location, columns: Lettered) => {
  const name = columns[0]?.[1] ?? '';
  return warning(
    'W141',
    location,
    `columns ${joinNames(columns.map(([letters]) => letters))} are all called ${quoteValue(name)}`,
    `rename one, or write ${JSON.stringify(`${name}#2`)} in the config for the second`,
  );
};
export const severalColumns = (location: Location, field: string) =>
  error(
    'E152',
    location,
    `several columns are called ${quoteValue(field)}`,
    `say which one the rule is about, like ${JSON.stringify(`${field}#2`)} for the second`,
  );
/** `why` says what speaks against reading a column as its header says; `read` is the header that is read as it instead, or null. */
export const unfitColumn = (location: Location, column: string, why: string, read: string | null) =>
  warning(
    'W140',
    location,
    `this column is not read as ${column}: ${why}`,
    `rename it if that is right, or write "columns": {"${column}": ${JSON.stringify(read)}} in the config`,
  );
export const numberedNames = (location: Location, cells: string) =>
  warning(
    'W143',
    location,
    `the names in this column are ${cells}`,
    'name the right column as "columns": {"name": …} in the config, if it is another',
  );
/** `question` stands over several columns, one for each of the answers. */
export const gridRead = (location: Location, question: string, column: string, answers: readonly string[]) =>
  warning(
    'W145',
    location,
    `${quoteValue(question)} is read as ${column}: ${joinNames(answers.map(quoteValue))}, where they are marked`,
    `if it asks for something else, write "columns": {"${column}": null} in the config`,
  );
export const unreadRank = (location: Location, setting: string) =>
  warning(
    'W144',
    location,
    'this column is not read as priority: a rank begins with 1, and a priority ends with it',
    `where the larger number is to be served first, write "columns": ${setting} in the config`,
  );
/** `setting` is what the config needs to read the column that comes nearest; null where it can name none. */
/** `city` stands in a column of places, where there is one: it may say which country each is in. */
export const missingColumn = (
  file: string,
  column: string,
  near: string | null,
  setting: string | null,
  city: string | null = null,
) =>
  error(
    'E009',
    { file, row: 1 },
    `there is no column for ${column}`,
    near === null && city !== null
      ? `add one, or say under "locations" in the config where each place is, like {${JSON.stringify(city)}: "DE"}`
      : columnHint(near, setting),
  );
export const noHeader = (file: string, row: number, cells: readonly string[], wanted: readonly string[]) =>
  error(
    'E061',
    { file, row },
    `no cell of this row is a column name that we know: ${cells.slice(0, 5).map(quoteValue).join(', ')}`,
    `the first row must name the columns, like ${wanted.join(', ')}`,
  );
export const unreadColumn = (location: Location, column: string, setting: string | null) =>
  warning(
    'W063',
    location,
    `this column is not read as ${column}, and no other is`,
    setting === null
      ? `if it is meant, rename it to ${column}`
      : `if it is meant, rename it to ${column}, or write "columns": ${setting} in the config`,
  );

function columnHint(near: string | null, setting: string | null): string {
  if (setting === null) return near === null ? 'add one' : `is it ${quoteValue(near)}? Then rename it`;
  if (near === null) return 'add one, or name yours under "columns" in the config';
  return `is it ${quoteValue(near)}? Then write "columns": ${setting} in the config`;
}

// Cells of mentors and mentees.

export const emptyCell = (location: Location) => error('E011', location, 'this cell must not be empty', 'fill it in');
/** @param words for nothing in `count` cells of a column; @param emptyIs what empty cells of it are read as, where that is worth saying. */
export const cellsAreEmpty = (location: Location, words: readonly string[], count: number, emptyIs: string) =>
  warning(
    'W190',
    location,
    `${joinNames(words.map(quoteValue))} ${words.length === 1 ? 'counts' : 'count'} as empty${count === 1 ? '' : ` in ${count} cells`}${emptyIs === '' ? '' : `, and so as ${emptyIs}`}`,
    emptyIs === ''
      ? `if it is a value here, write "values": {"none": {${JSON.stringify(words[0])}: false}} in the config`
      : 'write what is meant where it is something else',
  );
/** `word` may say nothing or something. */
export const mayBeEmpty = (location: Location, word: string, count: number) =>
  warning(
    'W191',
    location,
    `${quoteValue(word)} is taken as it stands${count === 1 ? '' : `, with ${formatCount(count - 1, 'cell')} like it`}: it may mean that there is nothing`,
    `write "values": {"none": [${JSON.stringify(word)}]} in the config where it does, {"none": {${JSON.stringify(word)}: false}} where not`,
  );
/** @param column of ours whose words the config may map; null where it cannot. */
export const notWhole = (
  location: Location,
  cell: string,
  [least, most]: readonly [number, number],
  near: number | null,
  column: string | null = null,
) =>
  error(
    'E012',
    location,
    /^\d+$/u.test(cell) && Number(cell) > most
      ? `${quoteValue(cell)} is too large`
      : `${quoteValue(cell)} is not a whole number from ${least}`,
    near !== null
      ? `did you mean ${near}?`
      : column === 'wants' && Number(cell) === 0
        ? 'write withdrawn in a column status where somebody takes no part'
        : /^-?\d+$/u.test(cell)
          ? `write a number from ${least} to ${most}`
          : `write digits only${column === null || !isWord(cell) ? '' : `, or ${mapping(column, cell, numberIn(cell, least, most))}`}`,
  );

/** The number that a text speaks of, like that of "max. 2"; else one that may stand there. */
function numberIn(cell: string, least: number, most: number): number {
  const number = Number(/\d{1,7}/u.exec(cell)?.[0] ?? Number.NaN);
  return number >= least && number <= most ? number : Math.max(1, least);
}

/** Whether a text is a word that can be shown as it is, and no number that is written in some other way. */
function isWord(text: string): boolean {
  return /\p{L}{2}/u.test(text) && shortenValue(text) === text;
}

/** What the config says so that a word of a column needs no change in the sheets. */
function mapping(column: string, word: string, meaning: string | number): string {
  const words = shortenValue(word) === word ? `{${JSON.stringify(word)}: ${JSON.stringify(meaning)}}` : '…';
  return `map it in the config: "values": {"${column}": ${words}}`;
}
export const doubleId = (location: Location, id: string, row: number) =>
  error(
    'E013',
    location,
    `the id ${quoteValue(id)} stands in row ${row} too`,
    'remove the row that is there twice, or give each person an id of their own',
  );
export const doubleEmail = (location: Location, email: string, row: number) =>
  error(
    'E014',
    location,
    `the address ${quoteValue(email)} stands in row ${row} too`,
    'keep one row for each person, with lists where they differ (a; b), or correct the address',
  );
/** @param near the address that the cell holds or nearly is; null where there is none, or more than one. */
export const badEmail = (location: Location, cell: string, near: string | null) =>
  error(
    'E015',
    location,
    `${quoteValue(cell)} is not an e-mail address`,
    near === null ? 'write one address, like ada@example.org' : `did you mean ${near}?`,
  );
/** @param besides what may be done but to write a country: map the word, name a region (which there are), or nothing. */
export const unknownCountry = (
  location: Location,
  cell: string,
  near: string | null,
  besides: 'map it' | readonly string[] = [],
) =>
  error(
    'E016',
    location,
    near?.includes(' or ') === true
      ? `${quoteValue(cell)} is the name of two countries`
      : `${quoteValue(cell)} is no country we know`,
    near !== null
      ? `did you mean ${near}?`
      : `write its name or its two-letter code, like DE${waysBesides(cell, besides)}`,
  );
function waysBesides(cell: string, besides: 'map it' | readonly string[]): string {
  if (besides === 'map it') return `; or ${mapping('country', cell, 'DE')}`;
  return besides.length > 0 ? `; known regions are: ${besides.join(', ')}` : '';
}
export const unknownLevel = (location: Location, cell: string, near: string | null, levels: readonly string[]) =>
  error(
    'E017',
    location,
    `${quoteValue(cell)} is neither a number nor one of the levels`,
    `${nearest(near, levels)}${near !== null ? '' : `; or ${mapping('level', cell, levels.at(-1) ?? 3)}`}`,
  );
export const unorderedLevels = (location: Location, names: readonly string[]) =>
  error(
    'E018',
    location,
    `levels are written as names (${names.slice(0, 8).map(quoteValue).join(', ')}), and nothing says which is higher`,
    'list them lowest first under "levels" in the config',
  );
export const tooManyPriorities = (location: Location, found: number, most: number) =>
  error(
    'E058',
    location,
    `there are ${found} different priorities, more than ${most}`,
    'each is decided by itself: use a few classes, like 0, 1 and 2',
  );
export const sharedId = (location: Location, id: string, other: string) =>
  warning(
    'W068',
    location,
    `the id ${quoteValue(id)} is that of ${other} in the other sheet too: they count as one person and are not paired`,
    'where they are two, give them different ids (M1, E1)',
  );
export const managerCircle = (location: Location, ids: readonly string[]) =>
  warning(
    'W050',
    location,
    `the managers run in a circle: ${ids.join(' → ')}`,
    'correct the manager column; until then each counts as above the others',
  );

export const unknownZone = (location: Location, cell: string) =>
  error('E051', location, `${quoteValue(cell)} is no time zone we know`, 'write one like Europe/Berlin or UTC+2');
/** @param likely what the config may map the cell to, the first most likely; none where it cannot. */
export const unknownStatus = (
  location: Location,
  cell: string,
  near: string | null,
  choice: readonly string[],
  [likely, other]: readonly string[],
) =>
  error(
    'E052',
    location,
    `${quoteValue(cell)} is no status`,
    likely === undefined || near !== null
      ? nearest(near, choice)
      : `${mapping('status', cell, likely)}${other === undefined ? '' : ` or "${other}"`}, or "columns": {"status": null} where it says nothing of the programme`,
  );
/** A problem that is the same in several rows, told at the first. */
export const inRows = (problem: Problem, rows: number): Problem =>
  rows === 1 ? problem : { ...problem, message: `${problem.message}, and stands in ${rows} rows` };
export const contraryLoad = (location: Location, least: number, capacity: number) =>
  error(
    'E053',
    location,
    `at least ${least} mentees and at most ${capacity} cannot both be`,
    'lower min_load, or raise capacity (1 where it is empty)',
  );
export const noNumber = (location: Location, cell: string, rule: string) =>
  error(
    'E054',
    location,
    `${quoteValue(cell)} is not a number, and the rule "${rule}" measures this column`,
    'write digits only, or let the rule measure another column',
  );
/** People are named as their id with their name: "m1 (Ada Brandt)". */
export const unknownWish = (location: Location, cell: string, near: readonly string[]) =>
  warning(
    'W064',
    location,
    `${quoteValue(cell)} is nobody in the sheets`,
    likely(near, 'correct it, or it is a wish for nobody'),
  );
export const unmetWish = (location: Location, cell: string, side: string) =>
  warning('W066', location, `${quoteValue(cell)} is no ${side}`, `wish for a ${side}, or it is a wish for nobody`);
export const unknownVeto = (location: Location, cell: string, near: readonly string[]) =>
  warning(
    'W065',
    location,
    `${quoteValue(cell)} is neither a person nor a department in the sheets`,
    likely(near, 'correct it, or it keeps nobody away'),
  );
export const likelyPerson = (location: Location, cell: string, near: readonly string[]) =>
  warning('W170', location, `${quoteValue(cell)} is nobody in the sheets`, likely(near, 'correct it'));
export const severalPeople = (location: Location, cell: string, people: readonly string[]) =>
  warning('W171', location, `${quoteValue(cell)} may be ${alternatives(people)}: it counts as nobody`, ONE_KEY);
export const contraryPerson = (location: Location, cell: string, people: readonly string[]) =>
  warning('W172', location, `${quoteValue(cell)} names two people: ${joinNames(people)}; it counts as nobody`, ONE_KEY);

const ONE_KEY = 'write the id or the e-mail address alone';

function likely(near: readonly string[], otherwise: string): string {
  return near.length === 0 ? otherwise : `did you mean ${alternatives(near)}?`;
}

export const unknownLanguages = (location: Location, names: readonly string[], near: string | null) =>
  error(
    'E130',
    location,
    names.length === 1
      ? `${quoteValue(names[0] ?? '')} is no language we know`
      : `${names.map(quoteValue).join(' and ')} are no languages we know`,
    near === null
      ? 'write names or codes, like German or de; or list it under "options" in the config: {"languages": [ … ]}'
      : `did you mean ${near}?`,
  );
export const unplacedCity = (location: Location, city: string) =>
  error(
    'E131',
    location,
    `there is no column for the country, and nothing says in which one ${quoteValue(city)} is`,
    `add it to "locations" in the config, like {${JSON.stringify(city)}: "DE"}`,
  );
/** `count` rows of people whose status is a word of personnel files, like "inactive". */
export const leftOut = (location: Location, word: string, count: number) =>
  warning(
    'W132',
    location,
    `${formatCount(count, 'person is', 'people are')} left out because of a status like ${quoteValue(word)}`,
    'write active in this column where somebody takes part',
  );
export const markedNames = (location: Location, cell: string, name: string, count: number) =>
  warning(
    'W148',
    location,
    `${formatCount(count, 'name has a mark', 'names have marks')} that is taken off: ${quoteValue(cell)} is read as ${quoteValue(name)}`,
    'write what tells two people apart without brackets',
  );
export const awayByName = (location: Location, cell: string, count: number) =>
  warning(
    'W149',
    location,
    `${formatCount(count, 'name says', 'names say')} that somebody is away or has left, like ${quoteValue(cell)}: they take part`,
    'write withdrawn in a column status where somebody does not',
  );
/** `first` is the largest number, `last` the smallest. */
export const priorityRead = (location: Location, first: number, last: number, setting: string) =>
  warning(
    'W151',
    location,
    `the larger number is served first here: ${first} before ${last}`,
    `turn the numbers round if ${last} comes first; write "columns": ${setting} in the config if this is right`,
  );
export const turnedNames = (location: Location, cell: string, name: string, count: number) =>
  warning(
    'W133',
    location,
    `${formatCount(count, 'name is', 'names are')} written last name first: ${quoteValue(cell)} is read as ${quoteValue(name)}`,
    'where that is wrong, write the name without a comma',
  );
export const nearDuplicate = (location: Location, name: string, other: string, row: number) =>
  warning(
    'W134',
    location,
    `${quoteValue(name)} may be the same person as ${quoteValue(other)} in row ${row}`,
    'where they are one, delete one of the rows',
  );

/** `pairs` rows of mentees that look like a mentor's, the first of them here. */
export const alikePeople = (
  location: Location,
  name: string,
  other: string,
  pair: readonly [string, string],
  pairs: number,
) =>
  warning(
    'W178',
    location,
    `${quoteValue(name)} may be the same person as ${other} of the other sheet: the two are not paired${pairs > 1 ? `; neither are ${formatCount(pairs - 1, 'pair')} more like them` : ''}`,
    `write "different": [${JSON.stringify(pair)}] in the config where they are two people, "same" where they are one`,
  );

// The config.

export const notJson = (file: string, row: number, why: string, hint = 'check commas, quotes and brackets there') =>
  error('E020', { file, row }, `this is not JSON: ${why}`, hint);
export const unknownKey = (location: Location, key: string, near: string | null, choice: readonly string[]) =>
  error('E021', location, `${quoteValue(key)} is no setting`, nearest(near, choice));
export const badSetting = (location: Location, why: string, hint: string | null = null) =>
  error('E022', location, why, hint);
export const unknownName = (
  location: Location,
  what: string,
  name: string,
  near: string | null,
  choice: readonly string[],
) => error('E023', location, `${quoteValue(name)} is no ${what}`, nearest(near, choice));
export const doubleName = (location: Location, what: string, name: string) =>
  error('E024', location, `the ${what} ${quoteValue(name)} is there twice`, 'keep one');
export const uselessField = (location: Location, rule: string) =>
  error('E025', location, `the rule "${rule}" needs no field`, 'leave "field" out');
export const missingField = (location: Location, rule: string) =>
  error('E026', location, `the rule "${rule}" needs a field`, 'say which column it is about: "field": "department"');
export const tooManyRules = (location: Location, most: number) =>
  error('E027', location, `there are more than ${most} rules`, 'merge or drop some');
export const absentHeader = (location: Location, header: string, near: string | null, choice: readonly string[]) =>
  error('E028', location, `neither sheet has a column ${quoteValue(header)}`, nearest(near, choice));

export const unknownInSetting = (location: Location, text: string, near: readonly string[]) =>
  error(
    'E179',
    location,
    `${quoteValue(text)} is nobody in the sheets`,
    likely(near, 'write an id or an e-mail address as in the sheet'),
  );
export const severalInSetting = (location: Location, text: string, people: readonly string[]) =>
  error('E180', location, `${quoteValue(text)} may be ${alternatives(people)}`, ONE_KEY);
export const sharedIdentity = (location: Location, texts: readonly string[]) =>
  error(
    'E181',
    location,
    `${joinNames(texts.map(quoteValue))} share an id or an address, so that they are one person`,
    'correct the sheet, or drop the pair',
  );

// limits.csv

export const unknownSide = (location: Location, cell: string) =>
  error('E030', location, `${quoteValue(cell)} is no side`, 'write mentor or mentee');
export const contraryLimit = (location: Location, min: number, max: number) =>
  error('E031', location, `at least ${min} and at most ${max} cannot both be`, 'make max at least as large as min');
export const pointlessLimit = (location: Location) =>
  error('E032', location, 'this limit has neither min nor max', 'fill in one, or delete the row');
export const doubleLimit = (location: Location, country: string, side: string, row: number) =>
  error('E033', location, `${country} has a limit on the ${side}s' side in row ${row} already`, 'keep one');
export const unusedLimit = (location: Location, country: string, side: string) =>
  warning('W034', location, `no ${side} is in ${country}`, 'delete the row, or correct the country');

export const crossingLimits = (location: Location, one: string, other: string, country: string, side: string) =>
  error(
    'E048',
    location,
    `${one} and ${other} both have a limit on the ${side}s' side, both hold ${country}, and neither holds the other`,
    'let one region hold the other, or give them no country in common: limits must nest',
  );
export const pairLimit = (file: string) =>
  error(
    'E049',
    { file, row: 1 },
    'this limits pairs of countries: such limits do not nest, and no exact answer can be promised for them',
    'write country,side,min,max: limits count the tandems of one country on one side; crossBorder or a rule can keep countries apart',
  );

/** Limits by department, where no column says a country. */
export const departmentLimit = (file: string, column: string) =>
  error(
    'E050',
    { file, row: 1, column },
    'limits count by country or region; departments cannot be limited, because such limits would not nest with those of countries',
    'write country,side,min,max; a preference like cross-department can favour pairs of two departments',
  );

// History and previous runs.

export const badDate = (location: Location, cell: string) =>
  error('E055', location, `${quoteValue(cell)} is no date`, 'write it like 2025-03-31 or 31.03.2025');
export const undated = (file: string) =>
  warning(
    'W067',
    { file },
    'no tandem here has a date, so that none of them is ever repeated',
    'add a column date with the day on which each ended, or drop "repeat"',
  );
export const nobodyInFile = (file: string) =>
  error('E176', { file }, 'no row of this file names anybody of the sheets', 'correct how it names people, as below');
export const onlyStrangers = (file: string, rows: number) =>
  warning(
    'W177',
    { file },
    `all people in ${rows === 1 ? 'the one row' : `the ${rows} rows`} of this file have left, or are named otherwise than in the sheets`,
    'check that it is the right file; where it is, it changes nothing',
  );
/** Some tandems of a history have no date, where tandems may be repeated after some months. */
export const partlyUndated = (location: Location, undatedRows: number, rows: number) =>
  warning(
    'W072',
    location,
    `${undatedRows} of ${formatCount(rows, 'row')} ${undatedRows === 1 ? 'has no date: these two are' : 'have no date: these tandems are'} never repeated`,
    'write the day on which each ended into the column date',
  );
/** @param isBoth whether one file is named as both. */
export const keptInHistory = (file: string, met: number, all: number, isBoth: boolean) =>
  warning(
    'W073',
    { file },
    `${met} of ${formatCount(all, 'tandem')} here cannot be kept: the history has ${met === 1 ? 'it' : 'them'}${isBoth ? ', because this file is both previous and history' : ''}`,
    isBoth
      ? 'name this file as previous only, to keep its tandems'
      : 'take tandems that should go on out of the history',
  );

// What people decided on tandems.

/** `names` are those of the two, `why` says who is not there, `near` whom the row may mean. */
export const approvedLeft = (location: Location, names: string, why: string, near: readonly string[]) =>
  error(
    'E190',
    location,
    `the approved tandem of ${names} cannot stay: ${why}`,
    near.length > 0
      ? `did you mean ${alternatives(near)}? Then write that id; else let go of the tandem with --release-approved=left`
      : 'put the person back into the sheet, or let go of the tandem with --release-approved=left',
  );
export const approvedBarred = (location: Location, names: string, rules: readonly string[]) =>
  error(
    'E191',
    location,
    `the approved tandem of ${names} cannot stay: the two may not meet (${rules.join(', ')})`,
    'change the rule, set the status to draft, or let go of the tandem with --release-approved',
  );
export const approvedWithdrew = (location: Location, names: string, person: string) =>
  warning(
    'W192',
    location,
    `the approved tandem of ${names} ends: ${person} has withdrawn`,
    `correct the status of ${person} in the sheet if that is wrong`,
  );
/** `why` says why it cannot stay. */
export const releasedTandem = (location: Location, names: string, why: string) =>
  warning(
    'W193',
    location,
    `the approved tandem of ${names} is let go: ${why}`,
    'lock the pair in pairs.csv if it should come back',
  );
export const approvedAndDeclined = (location: Location, names: string) =>
  error(
    'E194',
    location,
    `the tandem of ${names} is approved and declined`,
    'set the status to declined, or delete the row in declined.csv',
  );
/** `remarks` are what was noted of tandems that there are no more. */
export const notesDropped = (location: Location, remarks: readonly string[]) =>
  warning(
    'W195',
    location,
    remarks.length === 1
      ? `the note ${quoteValue(remarks[0] ?? '')} is dropped with its draft, which is no tandem any more`
      : `${remarks.length} notes are dropped with their drafts, which are no tandems any more: ${joinNames(remarks.map(quoteValue), 5)}`,
    'approve or decline what a note is to stay with',
  );
export const tandemsMissing = (folder: string, file: string) =>
  error(
    'E196',
    { file: folder },
    `there is a run here without its ${file}, so that nobody knows what was decided`,
    'put the file back, or start without decisions with --fresh',
  );

export const needsStart = (location: Location, why: string) =>
  error(
    'E056',
    location,
    `${why} needs the day on which the programme starts`,
    'write "start": "2026-03-01" in the config',
  );

// pairs.csv

export const unknownPerson = (location: Location, cell: string, side: string, near: readonly string[]) =>
  error(
    'E040',
    location,
    `${quoteValue(cell)} is not a ${side} in the sheets`,
    likely(near, 'write an id or an e-mail address as in the sheet'),
  );
export const notOfSide = (location: Location, cell: string, side: string) =>
  error(
    'E173',
    location,
    `${quoteValue(cell)} is only in the sheet of the ${side === 'mentor' ? 'mentees' : 'mentors'}`,
    `name a ${side}, or swap the two cells`,
  );
export const severalPeopleOfPair = (location: Location, cell: string, people: readonly string[]) =>
  error('E174', location, `${quoteValue(cell)} may be ${alternatives(people)}`, ONE_KEY);
export const contraryPersonOfPair = (location: Location, cell: string, people: readonly string[]) =>
  error('E175', location, `${quoteValue(cell)} names two people: ${joinNames(people)}`, ONE_KEY);
export const lockedAway = (location: Location, cell: string) =>
  error('E057', location, `${quoteValue(cell)} has withdrawn`, 'delete the lock, or correct the status in the sheet');
export const unknownAction = (location: Location, cell: string, near: string | null) =>
  error('E041', location, `${quoteValue(cell)} is no action`, nearest(near, ['lock', 'ban', 'score']));
/** @param most the largest number of points that can be written, where the cell is a number beyond it. */
export const badPoints = (location: Location, cell: string, most: number | null = null) =>
  error(
    'E042',
    location,
    most === null
      ? `${quoteValue(cell)} is not a number with at most three decimals`
      : `${quoteValue(cell)} is too large`,
    most === null ? 'write points like 12 or 2.5' : `write a number from -${most} to ${most}`,
  );
export const doublePair = (location: Location, action: string, row: number) =>
  error('E043', location, `row ${row} says "${action}" of this pair already`, 'keep one of the two');
export const lockedAndBanned = (location: Location, row: number) =>
  error('E044', location, `row ${row} says the opposite of this pair`, 'keep either the lock or the ban');
/** @param lacks what would let the lock count; nothing does where somebody's own word is against it. */
export const lockAgainstRule = (
  location: Location,
  pair: string,
  rules: readonly string[],
  lacks: 'reason' | 'flag' | 'word',
) =>
  error(
    'E045',
    location,
    `${pair} may not meet: ${rules.join(', ')}`,
    lacks === 'word'
      ? 'delete the lock; or where the decline is taken back, its row in declined.csv or its status'
      : lacks === 'reason'
        ? 'delete the lock, or say why under "reason" and call with --allow-override'
        : 'delete the lock, or call with --allow-override to let its reason count',
  );
/** `pairs` is the file of pairs, where there is one. */
export const nothingListed = (file: string, pairs: string | null) =>
  error(
    'E046',
    { file, column: 'pairs' },
    `nobody may meet outside the pairs with points, and ${pairs === null ? 'there is no file of pairs' : `${pairs} has none`}`,
    pairs === null ? 'name one with --pairs, or as {"file": …, "only": true}' : 'add rows with points, or drop "only"',
  );
export const pointsTooLarge = (file: string, level: string) =>
  error(
    'E047',
    { file },
    `the points are so large that their sums on the level "${level}" would not be exact`,
    'divide all weights and points by a thousand',
  );

// People named in a call.

/** `run` is the folder of the run that the call is about. */
export const nobodyNamed = (run: string, text: string, near: readonly string[]) =>
  error(
    'E160',
    { file: run, value: text },
    `${quoteValue(text)} is nobody in the sheets`,
    near.length === 0
      ? 'give an id, an e-mail address, or a name or part of one'
      : `did you mean ${alternatives(near)}?`,
  );
export const severalNamed = (run: string, text: string, people: readonly string[]) =>
  error(
    'E161',
    { file: run, value: text },
    `${quoteValue(text)} may be ${alternatives(people)}`,
    'give the id or the e-mail address of the one who is meant',
  );
export const noPair = (run: string, why: string) =>
  error('E162', { file: run }, why, 'name a mentor and a mentee who take part, or one person alone');

function alternatives(names: readonly string[]): string {
  const head = names.length > 5 ? [...names.slice(0, 5), `one of ${names.length - 5} more`] : names;
  return head.length <= 1 ? head.join('') : `${head.slice(0, -1).join(', ')} or ${head.at(-1)}`;
}
