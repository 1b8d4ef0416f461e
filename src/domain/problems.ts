/**
 * Every message about the files of a user, one constructor each. A problem has a location (file, row as
 * the spreadsheet numbers it, column), a code that stays, and facts; what is wrong and the next thing
 * to do are said in `render/words/`.
 */
import { type Excess, MOST } from './input-bounds.ts';
import type {
  AskedPerson,
  FileFormat,
  LetteredColumns,
  MisfitCells,
  ProblemCode,
  ProblemFacts,
  ReleaseReason,
  SheetRole,
  Spoiling,
  TandemNames,
  TextOddity,
  UnpairedReason,
} from './problem-facts.ts';
import type { Side } from './roster.ts';
import type { JsonFault, KindOfName, SettingFault } from './setting-faults.ts';
import type { SurveyQuestion } from './survey.ts';
import type { Damage } from './workbook.ts';

export interface Problem<Code extends ProblemCode = ProblemCode> {
  readonly severity: 'error' | 'warning';
  readonly code: Code;
  readonly file: string;
  readonly row: number | null;
  /** The line of the text file, where it is not the row: cells with line breaks take several lines. */
  readonly line?: number;
  readonly column: string | null;
  /** The cell or setting that it is about, or the part of it that is wrong; null where it is about more than one. */
  readonly value: string | null;
  /** What its sentence needs besides. */
  readonly facts: ProblemFacts[Code];
  /** In how many rows it is the same, where that is more than one and only the first is told. */
  readonly rows?: number;
  /** A text that its sentence would quote, and that is not to be shown. */
  readonly hidden?: string;
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

export function isError({ severity }: Pick<Problem, 'severity'>): boolean {
  return severity === 'error';
}

function makeProblem<Code extends ProblemCode>(
  severity: Problem['severity'],
  code: Code,
  location: Location,
  facts: ProblemFacts[Code],
): Problem<Code> {
  const { file, row = null, column = null, value = null } = location;
  return { severity, code, file, row, column, value, facts };
}

const error = <Code extends ProblemCode>(code: Code, location: Location, facts: ProblemFacts[Code]): Problem =>
  makeProblem('error', code, location, facts);
const warning = <Code extends ProblemCode>(code: Code, location: Location, facts: ProblemFacts[Code]): Problem =>
  makeProblem('warning', code, location, facts);

// Files as a whole.

export const emptyFile = (file: string) => error('E001', { file }, {});
export const noRows = (file: string, role: 'mentors' | 'mentees') => error('E002', { file, row: 1 }, { role });
/** A sheet that may be empty: most who give one mean what stands in it. */
export const emptySheet = (location: Location, role: SheetRole) => warning('W153', location, { role });
export const notCsv = (file: string, looks: FileFormat) => error('E003', { file }, { looks });
/** `encoding` is what the rest of the file is written in. */
export const damagedText = (location: Location, cell: string, encoding: string) =>
  error('E004', location, { cell, encoding });
export const unknownEncoding = (file: string) => error('E104', { file }, {});
export const lostCharacter = (location: Location, cell: string) => error('E105', location, { cell });
/** @param address as spreadsheets have it: F5; @param others how many further cells there are, from this row on. */
export const controlCharacters = (location: Location, address: string, others: number) =>
  warning('W071', location, { address, others });
/** `rival` is what else the file may be written in, and the word then. */
export const codePageTaken = (
  file: string,
  page: string,
  word: string,
  rival: { readonly page: string; readonly word: string } | null,
) => warning('W106', { file }, { page, word, rival });
export const utf8AfterAll = (file: string, encoding: string, wanted: string) =>
  warning('W111', { file }, { encoding, wanted });
export const csvByOtherName = (file: string) => warning('W112', { file }, {});
export const sameFile = (file: string) => error('E010', { file }, {});
/** `likely` is the role that the cell speaks of; null where it speaks of none, or of both. */
export const unknownRole = (location: Location, cell: string, likely: Side | null) =>
  error('E113', location, { cell, likely });

// Workbooks.

export const damagedWorkbook = (file: string, damage: Damage) => error('E101', { file }, { damage });
export const lockedWorkbook = (file: string) => error('E102', { file }, {});
export const largeWorkbook = (file: string, excess: Excess) => error('E103', { file }, { excess });
export const unreadWorkbook = (file: string, ending: '.xls' | '.xlsb') => error('E140', { file }, { ending });

export const beyondBound = (location: Location, excess: Excess) => error('E141', location, { excess });
export const tooManyProblems = (file: string, row: number) =>
  beyondBound({ file, row }, { of: 'problems', most: MOST.problems });
export const managersTooHigh = (location: Location, most: number) => error('E142', location, { most });

export const unknownSheet = (file: string, name: string, near: string | null, sheets: readonly string[]) =>
  error('E114', { file }, { name, near, sheets });
export const severalSheets = (file: string, sheets: readonly string[]) => error('E115', { file }, { file, sheets });
/** `role` is what the sheet is read as. */
export const sheetTaken = (file: string, role: SheetRole, name: string, others: readonly string[]) =>
  warning('W116', { file }, { file, role, name, others });
export const hiddenSheets = (file: string, sheets: readonly string[]) => warning('W117', { file }, { sheets });
export const hiddenRowsRead = (file: string, rows: readonly number[]) => warning('W118', { file }, { rows });
/** @param range like D2:D4; @param others how many more of the column are merged. */
export const mergedCells = (location: Location, range: string, text: string, others: number) =>
  warning('W198', location, { range, text, others });
export const noSheetInCsv = (file: string, name: string) => error('E119', { file }, { name });

// The table in a file.

export const rowsAbove = (file: string, header: number, text: string) =>
  warning('W120', { file, row: header }, { text });
export const secondHeader = (file: string, row: number) => warning('W121', { file, row }, {});
/** `count` cells of a column, of which `cell` is the first. */
export const oddText = (location: Location, cell: string, why: TextOddity, count: number) =>
  warning('W147', location, { cell, why, count });
/** `name` is one of those that come of both. */
export const twoRows = (location: Location, name: string) => warning('W146', location, { name });
export const totalRow = (file: string, row: number, text: string) => warning('W122', { file, row }, { text });
/** @param letters of the column, as spreadsheets have them. */
export const namelessCells = (location: Location, letters: string) => warning('W123', location, { letters });
/** `address` as spreadsheets have it: F5. */
export const spoiltCell = (location: Location, address: string, cell: string, why: Spoiling) =>
  error('E107', location, { address, cell, why });
export const spoiltExtraCell = (location: Location, address: string, cell: string, why: Spoiling) =>
  warning('W108', location, { address, cell, why });
export const unknownFormula = (location: Location, address: string) => error('E109', location, { address });

export const unclosedQuote = (location: Location) => error('E005', location, {});
export const strayQuote = (file: string, row: number) => error('E006', { file, row }, {});
/** `other` is another delimiter that would give the row as many cells as the header, where there is one. */
export const raggedRow = (
  location: Location,
  found: number,
  expected: number,
  isHeaders: boolean,
  other: string | null,
) => error('E007', location, { found, expected, isHeaders, other });
/** @param usual how many cells `count` of `all` rows have, which is not the `found` of the header. */
export const raggedHeader = (location: Location, found: number, usual: number, count: number, all: number) =>
  error('E163', location, { found, usual, count, all });

/** `columns` by letter and name; `setting` names the one that is most likely meant. */
export const doubleColumn = (location: Location, columns: LetteredColumns, column: string, setting: string) =>
  error('E008', location, { columns, column, setting });
export const repeatedColumns = (location: Location, columns: LetteredColumns) => warning('W141', location, { columns });
export const severalColumns = (location: Location, field: string) => error('E152', location, { field });
/**
 * `why` speaks against reading a column as its header says; `read` is the header that is read as it instead, or null.
 */
export const unfitColumn = (location: Location, column: string, why: MisfitCells, read: string | null) =>
  warning('W140', location, { column, why, read });
export const numberedNames = (location: Location, cells: readonly string[]) => warning('W143', location, { cells });
/** `question` stands over several columns, one for each of the answers. */
export const gridRead = (location: Location, question: string, column: string, answers: readonly string[]) =>
  warning('W145', location, { question, column, answers });
export const unreadRank = (location: Location, setting: string) => warning('W144', location, { setting });
/** `setting` is what the config needs to read the column that comes nearest; null where it can name none. */
/** `city` stands in a column of places, where there is one: it may say which country each is in. */
export const missingColumn = (
  file: string,
  column: string,
  near: string | null,
  setting: string | null,
  city: string | null = null,
) => error('E009', { file, row: 1 }, { column, near, setting, city });
export const noHeader = (file: string, row: number, cells: readonly string[], wanted: readonly string[]) =>
  error('E061', { file, row }, { cells, wanted });
export const unreadColumn = (location: Location, column: string, setting: string | null) =>
  warning('W063', location, { column, setting });

// Cells of mentors and mentees.

export const emptyCell = (location: Location) => error('E011', location, {});
/**
 * @param words for nothing in `count` cells of a column; @param emptyIs what empty cells of it are
 * read as, where that is worth saying.
 */
export const cellsAreEmpty = (location: Location, words: readonly string[], count: number, emptyIs: string) =>
  warning('W190', location, { words, count, emptyIs });
/** `word` may say nothing or something. */
export const mayBeEmpty = (location: Location, word: string, count: number) =>
  warning('W191', location, { word, count });
/** @param column of ours whose words the config may map; null where it cannot. */
export const notWhole = (
  location: Location,
  cell: string,
  [least, most]: readonly [number, number],
  near: number | null,
  column: string | null = null,
) => error('E012', location, { cell, least, most, near, column });

export const doubleId = (location: Location, id: string, row: number) => error('E013', location, { id, row });
export const doubleEmail = (location: Location, email: string, row: number) => error('E014', location, { email, row });
/** @param near the address that the cell holds or nearly is; null where there is none, or more than one. */
export const badEmail = (location: Location, cell: string, near: string | null) =>
  error('E015', location, { cell, near });
/**
 * @param besides what may be done but to write a country: map the word, name a region (which there are), or nothing.
 */
export const unknownCountry = (
  location: Location,
  cell: string,
  near: readonly string[],
  besides: 'map it' | readonly string[] = [],
) => error('E016', location, { cell, near, besides });
export const unknownLevel = (location: Location, cell: string, near: string | null, levels: readonly string[]) =>
  error('E017', location, { cell, near, levels });
export const unorderedLevels = (location: Location, names: readonly string[]) => error('E018', location, { names });
export const tooManyPriorities = (location: Location, found: number, most: number) =>
  error('E058', location, { found, most });
export const sharedId = (location: Location, id: string, other: string) => warning('W068', location, { id, other });
export const managerCircle = (location: Location, ids: readonly string[]) => warning('W050', location, { ids });

export const unknownZone = (location: Location, cell: string) => error('E051', location, { cell });
/** @param likely what the config may map the cell to, the first most likely; none where it cannot. */
export const unknownStatus = (
  location: Location,
  cell: string,
  near: string | null,
  choice: readonly string[],
  likely: readonly string[],
) => error('E052', location, { cell, near, choice, likely });
/** A problem that is the same in several rows, told at the first. */
export const inRows = (problem: Problem, rows: number): Problem => (rows === 1 ? problem : { ...problem, rows });
export const contraryLoad = (location: Location, least: number, capacity: number) =>
  error('E053', location, { least, capacity });
export const noNumber = (location: Location, cell: string, rule: string) => error('E054', location, { cell, rule });
/** People are named as their id with their name: "m1 (Ada Brandt)". */
export const unknownWish = (location: Location, cell: string, near: readonly string[]) =>
  warning('W064', location, { cell, near });
export const unmetWish = (location: Location, cell: string, side: Side) => warning('W066', location, { cell, side });
export const unknownVeto = (location: Location, cell: string, near: readonly string[]) =>
  warning('W065', location, { cell, near });
export const likelyPerson = (location: Location, cell: string, near: readonly string[]) =>
  warning('W170', location, { cell, near });
export const severalPeople = (location: Location, cell: string, people: readonly string[]) =>
  warning('W171', location, { cell, people });
export const contraryPerson = (location: Location, cell: string, people: readonly string[]) =>
  warning('W172', location, { cell, people });

export const unknownLanguages = (location: Location, names: readonly string[], near: string | null) =>
  error('E130', location, { names, near });
export const unplacedCity = (location: Location, city: string) => error('E131', location, { city });
/** `count` rows of people whose status is a word of personnel files, like "inactive". */
export const leftOut = (location: Location, word: string, count: number) => warning('W132', location, { word, count });
export const markedNames = (location: Location, cell: string, name: string, count: number) =>
  warning('W148', location, { cell, name, count });
export const awayByName = (location: Location, cell: string, count: number) =>
  warning('W149', location, { cell, count });
/** `first` is the largest number, `last` the smallest. */
export const priorityRead = (location: Location, first: number, last: number, setting: string) =>
  warning('W151', location, { first, last, setting });
export const turnedNames = (location: Location, cell: string, name: string, count: number) =>
  warning('W133', location, { cell, name, count });
export const nearDuplicate = (location: Location, name: string, other: string, row: number) =>
  warning('W134', location, { name, other, row });

/** `pairs` rows of mentees that look like a mentor's, the first of them here. */
export const alikePeople = (
  location: Location,
  name: string,
  other: string,
  pair: readonly [string, string],
  pairs: number,
) => warning('W178', location, { name, other, pair, pairs });

// The config.

export const notJson = (file: string, row: number, fault: JsonFault) => error('E020', { file, row }, { fault });
export const unknownKey = (location: Location, key: string, near: string | null, choice: readonly string[]) =>
  error('E021', location, { key, near, choice });
/** @param of whether it is the name of a setting that is wrong. */
export const badSetting = (location: Location, fault: SettingFault, of: 'value' | 'name' = 'value') =>
  error('E022', location, { fault, of });
export const unknownName = (
  location: Location,
  kind: KindOfName,
  name: string,
  near: string | null,
  choice: readonly string[],
) => error('E023', location, { kind, name, near, choice });
export const doubleName = (location: Location, kind: KindOfName, name: string) =>
  error('E024', location, { kind, name });
export const uselessField = (location: Location, rule: string) => error('E025', location, { rule });
export const missingField = (location: Location, rule: string) => error('E026', location, { rule });
export const tooManyRules = (location: Location, most: number) => error('E027', location, { most });
export const absentHeader = (location: Location, header: string, near: string | null, choice: readonly string[]) =>
  error('E028', location, { header, near, choice });

export const unknownInSetting = (location: Location, text: string, near: readonly string[]) =>
  error('E179', location, { text, near });
export const severalInSetting = (location: Location, text: string, people: readonly string[]) =>
  error('E180', location, { text, people });
export const sharedIdentity = (location: Location, texts: readonly string[]) => error('E181', location, { texts });

// limits.csv

export const unknownSide = (location: Location, cell: string) => error('E030', location, { cell });
export const contraryLimit = (location: Location, min: number, max: number) => error('E031', location, { min, max });
export const pointlessLimit = (location: Location) => error('E032', location, {});
export const doubleLimit = (location: Location, country: string, side: Side, row: number) =>
  error('E033', location, { country, side, row });
export const unusedLimit = (location: Location, country: string, side: Side) =>
  warning('W034', location, { country, side });

export const crossingLimits = (location: Location, one: string, other: string, country: string, side: Side) =>
  error('E048', location, { one, other, country, side });
export const pairLimit = (file: string) => error('E049', { file, row: 1 }, {});

/** Limits by department, where no column says a country. */
export const departmentLimit = (file: string, column: string) => error('E050', { file, row: 1, column }, {});

// History and previous runs.

export const badDate = (location: Location, cell: string) => error('E055', location, { cell });
export const undated = (file: string) => warning('W067', { file }, {});
export const nobodyInFile = (file: string) => error('E176', { file }, {});
export const onlyStrangers = (file: string, rows: number) => warning('W177', { file }, { rows });
/** Some tandems of a history have no date, where tandems may be repeated after some months. */
export const partlyUndated = (location: Location, undatedRows: number, rows: number) =>
  warning('W072', location, { undatedRows, rows });
/** @param isBoth whether one file is named as both. */
export const keptInHistory = (file: string, met: number, all: number, isBoth: boolean) =>
  warning('W073', { file }, { met, all, isBoth });

export const unknownNextRound = (location: Location, cell: string, near: string | null) =>
  error('E220', location, { cell, near });
/** @param side of whom nobody of that name takes part now. */
export const continuedWithout = (location: Location, names: TandemNames, side: Side) =>
  warning('W221', location, { names, side });
export const continuedBarred = (location: Location, names: TandemNames, bars: readonly string[]) =>
  error('E222', location, { names, bars });
/** @param file the other row's, where it is another one. */
export const contraryRounds = (location: Location, file: string | null, row: number) =>
  warning('W223', location, { file, row });

// Surveys.

/** @param header that the call names, and that the survey does not have; null where no question is known in it. */
export const unknownQuestion = (location: Location, header: string | null, headers: readonly string[]) =>
  error('E224', location, { header, headers });
export const severalQuestions = (location: Location, question: SurveyQuestion, headers: readonly string[]) =>
  error('E225', location, { question, headers });
export const unreadAnswer = (location: Location, cell: string, question: SurveyQuestion) =>
  error('E226', location, { cell, question });

// What people decided on tandems.

/** `person` is not among the people of `side`; `near` is whom the row may mean. */
export const approvedLeft = (
  location: Location,
  names: TandemNames,
  person: string,
  side: Side,
  near: readonly string[],
) => error('E190', location, { names, person, side, near });
export const approvedBarred = (location: Location, names: TandemNames, bars: readonly string[]) =>
  error('E191', location, { names, bars });
export const approvedWithdrew = (location: Location, names: TandemNames, person: string) =>
  warning('W192', location, { names, person });
export const releasedTandem = (location: Location, names: TandemNames, why: ReleaseReason) =>
  warning('W193', location, { names, why });
export const approvedAndDeclined = (location: Location, names: TandemNames) => error('E194', location, { names });
/** `remarks` are what was noted of tandems that there are no more. */
export const notesDropped = (location: Location, remarks: readonly string[]) => warning('W195', location, { remarks });
/**
 * Two files of a run say different things of a tandem; `location` is where the one
 * stands, `other` where the other does.
 */
export const decisionsDiffer = (location: Location, names: TandemNames, { file, row = 0, value = '' }: Location) =>
  error('E197', location, { names, value: location.value ?? '', other: { file, row, value } });
export const approvalTakenBack = (location: Location, names: TandemNames) => warning('W199', location, { names });
/** @param previous the file that is read instead. */
export const workbookNotRead = (file: string, previous: string) => warning('W200', { file }, { previous });
export const unlistedReason = (location: Location, cell: string, near: string | null, reasons: readonly string[]) =>
  warning('W205', location, { cell, near, reasons });
/**
 * Somebody left a finished run whose row says otherwise. @param column the header that
 * says it; null where there is none.
 */
export const leftButActive = (
  location: Location,
  { id, name }: { readonly id: string; readonly name: string },
  { column, word }: { readonly column: string | null; readonly word: 'withdrawn' | 'no' | 'yes' },
) => warning('W210', location, { id, name, column, word });
export const leftAndGone = (file: string, id: string) => warning('W211', { file, value: id }, { id });
/** `left` are the ids of those who did leave. */
export const notAmongLeft = (run: string, text: string, left: readonly string[]) =>
  error('E212', { file: run, value: text }, { text, left });
export const certificateNotRead = (folder: string, file: string) => warning('W213', { file: folder }, { file });
export const tandemsMissing = (folder: string, file: string) => error('E196', { file: folder }, { file });

export const needsStart = (location: Location, need: 'time zones' | 'repeat') => error('E056', location, { need });

// pairs.csv

export const unknownPerson = (location: Location, cell: string, side: Side, near: readonly string[]) =>
  error('E040', location, { cell, side, near });
export const notOfSide = (location: Location, cell: string, side: Side) => error('E173', location, { cell, side });
export const severalPeopleOfPair = (location: Location, cell: string, people: readonly string[]) =>
  error('E174', location, { cell, people });
export const contraryPersonOfPair = (location: Location, cell: string, people: readonly string[]) =>
  error('E175', location, { cell, people });
export const lockedAway = (location: Location, cell: string) => error('E057', location, { cell });
/** Who left the run that is started without. */
export const leftForgotten = (folder: string, ids: readonly string[]) => warning('W217', { file: folder }, { ids });
/** The lock of somebody who left a finished run. */
export const lockOfLeft = (location: Location, cell: string) => warning('W214', location, { cell });
export const unknownAction = (location: Location, cell: string, near: string | null) =>
  error('E041', location, { cell, near });
/** @param most the largest number of points that can be written, where the cell is a number beyond it. */
export const badPoints = (location: Location, cell: string, most: number | null = null) =>
  error('E042', location, { cell, most });
export const doublePair = (location: Location, action: string, row: number) => error('E043', location, { action, row });
export const lockedAndBanned = (location: Location, row: number) => error('E044', location, { row });
/** @param lacks what would let the lock count; nothing does where somebody's own word is against it. */
export const lockAgainstRule = (
  location: Location,
  names: TandemNames,
  bars: readonly string[],
  lacks: 'reason' | 'flag' | 'word',
) => error('E045', location, { names, bars, lacks });
/** `pairs` is the file of pairs, where there is one. */
export const nothingListed = (file: string, pairs: string | null) =>
  error('E046', { file, column: 'pairs' }, { pairs });
export const pointsTooLarge = (file: string, level: string) => error('E047', { file }, { level });

// Sheets from which people come into a finished run.

/** @param was what the run's tables say. */
export const rowChanged = (
  location: Location,
  name: string,
  { was, is }: { readonly was: string; readonly is: string },
) => error('E215', location, { name, was, is });
export const rowGone = (location: Location, name: string) => error('E216', location, { name });

// People named in a call.

/** `run` is the folder of the run that the call is about. */
export const nobodyNamed = (run: string, text: string, near: readonly AskedPerson[]) =>
  error('E160', { file: run, value: text }, { text, near });
export const severalNamed = (run: string, text: string, people: readonly AskedPerson[]) =>
  error('E161', { file: run, value: text }, { text, people });
export const noPair = (run: string, why: UnpairedReason) => error('E162', { file: run }, { why });

// What a run is handed over to.

export const addressMissing = (location: Location, facts: ProblemFacts['E240']) => error('E240', location, facts);
export const addressRefused = (location: Location, facts: ProblemFacts['E241']) => error('E241', location, facts);
export const textTooLong = (location: Location, facts: ProblemFacts['E242']) => error('E242', location, facts);
/** @param folder where the hand-over was to go. */
export const columnsCollide = (folder: string, facts: ProblemFacts['E243']) => error('E243', { file: folder }, facts);
export const unknownPlaceholder = (location: Location, facts: ProblemFacts['E244']) => error('E244', location, facts);
export const emptyPlaceholder = (location: Location, facts: ProblemFacts['E245']) => error('E245', location, facts);
/** @param location the line with the first character that is not in UTF-8. */
export const letterNotUtf8 = (location: Location, facts: ProblemFacts['E247']) => error('E247', location, facts);
export const letterWithoutSubject = (location: Location, facts: ProblemFacts['E246']) => error('E246', location, facts);
