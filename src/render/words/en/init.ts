import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { CROSS_BORDER, Policy } from '../../../domain/policy.ts';
import type { ProblemFacts } from '../../../domain/problem-facts.ts';
import { COMPARABLE_COLUMNS, type ComparableColumn, type SheetColumn } from '../../../domain/roster.ts';
import { quoteValue, shortenValue } from '../../../domain/text.ts';
import { NUMBER_COLUMNS, nameColumn } from './column-names-in-sentences.ts';
import { formatCount, joinNames } from './grammar.ts';

/** What a form calls our columns besides those that sentences have names for. */
const OTHER_COLUMNS: Readonly<Record<Exclude<SheetColumn, ComparableColumn | 'wish_1'> | 'id', string>> = {
  id: 'ID',
  first_name: 'first name',
  last_name: 'last name',
  not_with: 'not with',
  status: 'participation',
  ...NUMBER_COLUMNS,
};

const COLUMNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(COMPARABLE_COLUMNS.map(column => [column, nameColumn(column)])),
  ...OTHER_COLUMNS,
};

const PRESETS: Readonly<Record<Policy['preset'], string>> = {
  reverse: 'juniors mentor seniors (reverse)',
  classic: 'seniors mentor juniors (classic)',
  peer: 'colleagues at most one level apart (peer)',
  none: 'no rules but those you write (none)',
};

const CROSS_BORDERS: Readonly<Record<(typeof CROSS_BORDER)[number], string>> = {
  allow: 'allowed (allow)',
  avoid: 'only where it pairs more people (avoid)',
  forbid: 'not allowed (forbid)',
};

const MEANINGS: Readonly<Record<string, string>> = { active: 'takes part', withdrawn: 'does not take part' };

const SHEETS = {
  mentors: 'mentors',
  mentees: 'mentees',
  limits: 'limits',
  pairs: 'pairs',
  history: 'earlier tandems',
};

/** The questions of `rmentor init`. */
export const init = {
  again: (choices: readonly string[]): string => `Write ${choices.join(' or ')}.`,
  /** What goes before a screen's prompt where something is guessed. */
  guessMark: '? = a guess, please check.',
  screenPrompt: (canGoBack: boolean): string =>
    `Enter takes all, a letter changes one${canGoBack ? ', < goes back' : ''}: `,
  noLetter: (last: string): string => `Write a letter from a to ${last}, or press Enter.`,
  numberPrompt: (label: string): string => `Number for ${label}, 0 for none: `,
  choicePrompt: (label: string): string => `Number for ${label}: `,
  noNumber: (least: number, last: number): string => `Write a number from ${least} to ${last}.`,
  none: '–',

  sheetsHead: 'The sheets in this folder',
  sheets: SHEETS,
  describeFile: (name: string, rows: number): string => `${name} (${formatCount(rows, 'row')})`,

  columns: COLUMNS,
  columnsHead: (file: string, rows: number, side: 'mentors' | 'mentees', page: ProblemFacts['W106'] | null): string =>
    `${file}: ${formatCount(rows, side === 'mentors' ? 'mentor' : 'mentee')}${page === null ? '' : ` (${page.page}, as in ${quoteValue(page.word)})`}`,
  foundManagers: (found: number, named: number): string => `(${found} of ${named} are in your sheets)`,
  unusedColumns: (headers: readonly string[]): string => `Not used: ${headers.join(', ')}`,
  wishColumns: (headers: readonly string[]): string => `Wishes: ${headers.join(', ')}`,

  levelsHead: 'Levels in your sheets: which is the most junior?',
  levelsPrompt: (order: string | null): string =>
    order === null ? 'Numbers, most junior first (Enter: later): ' : `Numbers, most junior first [${order}]: `,
  badOrder: (count: number): string => `Write each number from 1 to ${count} once, like 2 1 3.`,

  valuesHead: 'What do these words in your sheets mean?',
  sayValue: (word: string, count: number): string => `${quoteValue(word)} (${formatCount(count, 'cell')})`,
  sayMeaning: (meaning: string | number | null): string =>
    meaning === null ? '= ?' : `= ${findEntry(MEANINGS, String(meaning)) ?? meaning}`,
  numberMeaning: (word: string): string => `A number for ${quoteValue(word)}: `,
  choiceMeaning: (word: string): string => `Number for ${quoteValue(word)}: `,
  textMeaning: (word: string): string => `What ${quoteValue(word)} means (like Germany, English, Europe/Berlin): `,
  badMeaning: (answer: string): string => `${quoteValue(answer)} cannot be read here.`,
  readAsEmpty: (words: readonly string[]): string => `Read as empty: ${joinNames(words.map(quoteValue))}.`,

  settingsHead: 'Rules to start with (you can change them later)',
  settings: { preset: 'who mentors whom', crossBorder: 'across borders', capacity: 'mentees for each mentor' },
  presets: PRESETS,
  crossBorders: CROSS_BORDERS,
  sayCapacity: (capacity: number): string => `at most ${capacity}`,
  capacityPrompt: 'How many mentees a mentor can have at most: ',

  sheetHead: (side: 'mentors' | 'mentees'): string => `Is there already a sheet of the ${side}, or an export?`,
  sheetPrompt: 'Its path, or Enter for a template: ',
  noFile: (path: string): string => `${shortenValue(path)} does not exist.`,
  templatesHead: 'Templates can be CSV files, or the sheets of one Excel workbook.',
  delimiterHead: 'In CSV, Excel wants ; between cells where a decimal comma is usual (1,5),\nand , elsewhere.',
  presetHead: 'Who mentors whom?',
  presetLines: [
    '  reverse  juniors mentor seniors',
    '  classic  seniors mentor juniors',
    '  peer     colleagues at most one level apart',
    '  none     no rules but those you write',
  ] as readonly string[],
  levelNamesHead: 'What are the levels of seniority called, lowest first?',
  crossBorderHead: 'May a tandem span two countries?',
  which: 'Which',
  betweenCells: 'Between cells',
  withCommas: 'With commas between them',

  written: (names: readonly string[], where: string | null): string =>
    `Written${where === null ? '' : ` to ${where}`}: ${joinNames(names)}.`,
  notWritten: (names: readonly string[], where: string | null): string =>
    `Nothing was written. Without --dry-run there would be${where === null ? '' : `, in ${where}`}: ${joinNames(names)}.`,
  keptFiles: (names: readonly string[]): string => `Already there, and left as it is: ${joinNames(names)}.`,
  unchanged: 'Your sheets are unchanged.',
  invented: 'The people in the templates are invented: put yours in their place.',
  next: (where: string | null): string => `Next${where === null ? '' : ` in ${where}`}: rmentor check`,
  correct: (where: string | null): string =>
    `Correct what is listed above${where === null ? '' : ` in ${where}`}, then: rmentor check`,
  guessesHead: 'Guessed, and therefore not used:',
  sayGuess: (flag: string, file: string): string => `${flag}  (${file})`,
};
