import { formatCount } from './grammar.ts';

/** What the page says that is the whole program. */
export const program = {
  title: 'rmentor: pair two sheets',
  offline: 'Works offline in this page. Nothing leaves this computer, nothing is stored.',
  skip: 'Skip to content',
  language: 'Language',
  languages: { en: 'English', de: 'Deutsch' },

  sheetsHead: 'Sheets',
  sheetsLead: 'One sheet of mentors and one of mentees; limits, a config or a finished run if you have them.',
  dropHere: 'Drop files here.',
  dropKinds: 'CSV, Excel (xlsx), OpenDocument, rmentor.config.json, or the zip of a run',
  choose: 'Choose files',
  remove: 'Remove',
  sayRemove: (file: string): string => `Remove ${file}`,
  sayRole: (file: string): string => `What ${file} is`,
  roles: {
    mentors: 'mentors',
    mentees: 'mentees',
    both: 'mentors and mentees',
    limits: 'limits',
    pairs: 'pairs',
    history: 'earlier tandems',
    previous: 'the last run’s tandems',
    none: 'not used',
  },
  sayRows: (rows: number): string => formatCount(rows, 'row'),
  isConfig: 'the config: rules and settings',
  isDecisions: (approved: number, declined: number): string =>
    `decisions of the review: ${approved} approved, ${declined} declined; they count in each pairing`,
  isRun: 'A finished run',
  sayMissing: (sides: readonly ('mentors' | 'mentees')[], hasSheets: boolean): string =>
    `Still missing: ${sides.map(side => `a sheet of ${side}`).join(' and ')}. Add ${sides.length === 1 ? 'it' : 'them'} above${hasSheets ? ', or choose what each of the sheets is' : ''}.`,
  noConfig: (file: string): string => `${file} is not a config that rmentor can use. Correct it, or remove it.`,

  steps: 'Steps',
  stepNames: {
    sheets: 'Sheets',
    columns: 'Columns',
    problems: 'Problems',
    rules: 'Rules',
    pair: 'Check and pair',
  },
  stepDone: 'done',
  sayGuesses: (guesses: number): string => formatCount(guesses, 'guess', 'guesses'),
  sayLeft: (errors: number): string => `${errors} left`,

  columnsHead: (side: 'mentors' | 'mentees'): string => `Columns of the ${side}`,
  columnsLead: (known: number, guesses: number): string =>
    `${formatCount(known, 'column')} understood${guesses === 0 ? '.' : `; ${formatCount(guesses, 'guess', 'guesses')} to check.`}`,
  ours: 'rmentor needs',
  theirs: 'Column in your sheet',
  firstRow: 'First row',
  noColumn: 'not in this sheet',
  sayColumn: (column: string, side: 'mentors' | 'mentees'): string => `The column for ${column} of the ${side}`,
  guess: 'a guess: please check',
  takeGuess: (header: string): string => `Use “${header}”`,

  problemsHead: 'Problems, at their cells',
  noProblems: 'No problems: every cell is understood.',
  problemsLead: (errors: number, warnings: number): string => {
    const warned = formatCount(warnings, 'warning');
    return errors === 0
      ? `Nothing stops the pairing; ${warned} to read.`
      : `${formatCount(errors, 'error')} ${errors === 1 ? 'stops' : 'stop'} the pairing${warnings === 0 ? '' : `; ${warned} to read`}. Answers go into the config: your sheets are not changed.`;
  },
  error: 'Error',
  warning: 'Warning',
  sayPlace: (row: number | null, column: string | null): string =>
    [row === null ? '' : `Row ${row}`, column ?? ''].filter(part => part !== '').join(', '),
  showCell: (number: number): string => `Show problem ${number} in the sheet`,
  showProblem: (number: number): string => `Problem ${number}`,
  previousProblem: 'Previous problem',
  nextProblem: 'Next problem',
  onlyProblemRows: 'Only rows with a problem',
  row: 'Row',
  sheets: 'Sheets',
  sayShownRows: (from: number, to: number, all: number): string => `Rows ${from} to ${to} of ${all}`,
  sayShownProblems: (from: number, to: number, all: number): string => `Problems ${from} to ${to} of ${all}`,
  back: 'Back',
  on: 'Next',

  wordsHead: 'What do these words mean?',
  wordsLead: 'Each is asked once. Answers are kept in the config; your sheets are not changed.',
  moreWords: (words: number): string =>
    `${formatCount(words, 'more word follows', 'more words follow')} when these are answered.`,
  sayWord: (word: string, count: number): string => `“${word}” (${formatCount(count, 'cell')})`,
  readAs: (word: string): string => `Read “${word}” as`,
  take: 'Take over',
  chooseMeaning: 'Choose …',
  levelsHead: 'Which level is the most junior?',
  levelsLabel: 'The levels, the most junior first, with commas between them',

  alikeHead: 'One person, or two?',
  alikeLead: 'rmentor does not pair two who may be one person. Your answer is kept in the config.',
  sayAlike: (name: string, other: string): string => `${name} of the mentees and ${other} of the mentors`,
  arePeople: { same: 'One person', different: 'Two people' },

  policyHead: 'Rules',
  policyLead: 'What you set here goes into the config.',
  preset: 'Who mentors whom',
  crossBorder: 'Tandems across borders',
  capacity: 'Mentees for a mentor whose row does not say it',
  mustHead: 'A mentor and a mentee may be paired only if',
  preferHead: 'Points for a pair',
  preferLead: 'What makes a pair fit better, and by how much.',
  points: 'points',
  sayWeight: (rule: string): string => `Points: ${rule}`,
  limitsHead: 'Limits',
  limitsLead: 'How many tandems the people of a country must and may have. * means every country that is not named.',
  limitFields: { country: 'Country or region', side: 'Whose', min: 'Minimum', max: 'Maximum' },
  sayLimitField: (field: string, row: number): string => `${field}, limit ${row}`,
  limitsSaid: 'What this means for each country',
  addLimit: 'Add a limit',
  removeLimit: (row: number): string => `Remove limit ${row}`,
  saveLimits: 'Save limits.csv',
  isLimits: (rows: number): string => `the limits of the form: ${rows === 0 ? 'none' : rows}`,
  regionsHead: 'Regions of several countries',
  regionName: 'Name of the region',
  regionCountries: 'Its countries, with commas between them',
  addRegion: 'Add the region',
  orderHead: 'Decided in this order',
  orderLead:
    'A later goal never costs an earlier one anything: it only chooses among the pairings that the earlier ones leave.',
  orderPreset: 'Order',
  orders: {
    usual: 'the usual one of these rules',
    weakest: 'the weakest tandem before the sum of points',
    mentors: 'a mentee for every mentor first',
    own: 'an own one',
  },
  notCounted: 'Not counted',
  add: 'Add',
  sayAdd: (goal: string): string => `Add ${goal}`,
  sayUp: (goal: string): string => `${goal}: earlier`,
  sayDown: (goal: string): string => `${goal}: later`,

  check: 'Check what is possible',
  pair: 'Pair',
  saveConfig: 'Save config',
  ready: 'Ready.',
  notReady: (errors: number): string => `Not ready: ${formatCount(errors, 'error')} left.`,
  large: (people: number): string => `${people} people: the command line is faster, and takes less memory.`,
  cancel: 'Cancel',
  working: 'Working',
  reading: 'Reading your files',

  forecastHead: 'What is possible',
  clashHead: 'These demands cannot be met together',
  troubleHead: 'This did not work',
  failed: (message: string): string =>
    `rmentor made a mistake (${message}). Your files are unchanged. Please report it, without your sheets.`,
  silent:
    'The browser did not start the part of this page that does the work. Try another browser, or the command line.',

  resultHead: 'The tandems',
  resultLead: 'Nothing is stored: download the run to keep it.',
  download: 'Download the run',
  downloadLead: 'A zip with all results and your inputs. Unpacked, “rmentor verify” checks it, and so does this page.',
  saved: (name: string): string => `Saved as ${name}.`,
  noWorkbook:
    'Decisions in run.xlsx were taken. This page writes no run.xlsx: decide in the review, or in tandems.csv.',
  intoFolder: 'Save into a folder',
  savedInto: (folder: string): string => `Saved in the new folder ${folder}.`,
  notSaved: 'Nothing was saved: no folder was chosen, or the browser does not allow it. Download the run instead.',
  saveFailed: (left: string | null): string =>
    left === null
      ? 'Nothing was saved: the browser could not write all files. Download the run instead.'
      : `The run is not saved: the browser could not write all files. Delete the folder ${left}, and download the run instead.`,
  unsaved: 'The run is not saved.',

  again: 'Match again with these decisions',
  againHead: 'What the decisions change',
  againLead: (approved: number, declined: number): string =>
    `Matched with all decisions so far: ${approved} approved, ${declined} declined. Each price in the review now counts with them.`,
  againRefused: 'With these decisions there is no new run. The run above is as it was.',
  level: 'What counts, in this order',
  before: 'Before',
  now: 'Now',
  ended: (tandems: number): string => `No longer tandems: ${tandems}`,
  begun: (tandems: number): string => `New tandems: ${tandems}`,
  goBack: 'Back to the run before',

  verifyHead: 'The finished run',
  verify: 'Check this run',
};

export type ProgramWords = typeof program;
