import { findEntry } from '../../domain/own-key-lookup.ts';
import { getComparison, type RuleKind } from '../../domain/rule-table.ts';
import { fold } from '../../domain/text.ts';
import { isWishColumn } from '../columns/wish-columns.ts';
import type { Reading } from '../config/sheet-reading.ts';
import { findCountryCode } from '../values/countries.ts';
import { findLanguageCodes } from '../values/languages.ts';
import { makeSplitter } from '../values/lists.ts';
import type { Nothing } from '../values/nothing.ts';
import { readStatus, type StatusQuestion } from '../values/statuses.ts';

/** What the cells of a column may be, as far as it decides whether a word says nothing. */
export interface CellKind {
  /** Whether words may say nothing at all. */
  readonly isEmptiable: boolean;
  /**
   * What a word is that may say nothing or something: nothing here; told, and taken as
   * written; or just taken as written.
   */
  readonly unsure: 'nothing' | 'told' | 'taken';
  /** Whether a word is a value of the column all the same. */
  readonly isValue: (word: string, how: Nothing) => boolean;
  /** The parts of a cell that holds a list; null where a cell is one word. */
  readonly partsOf: ((cell: string) => readonly string[]) | null;
  /** Whether a day is never meant. */
  readonly isDayless: boolean;
  /** What the config maps words of the column to, by their folded text. */
  readonly words: ReadonlyMap<string, string>;
  /** What an empty cell says: '' where the config says nothing of it. */
  readonly otherwise: string;
  /** What an empty cell is read as, where a message should say it; else ''. */
  readonly emptyIs: string;
}

/** What decides how cells are looked at. */
export type CellReading = Pick<Reading, 'levels' | 'options' | 'values' | 'defaults'>;

const ANY: CellKind = {
  isEmptiable: true,
  unsure: 'taken',
  isValue: () => false,
  partsOf: null,
  isDayless: false,
  words: new Map(),
  otherwise: '',
  emptyIs: '',
};

/** Names are what they are; and whether a department of either sheet is called like a veto is seen in references.ts. */
const LEFT = ['name', 'first_name', 'last_name', 'not_with'];

/** What an empty cell of a column of numbers is read as. */
export const WHEN_EMPTY: Readonly<Record<string, number>> = { capacity: 1, min_load: 0, wants: 1, priority: 0 };

/** The kind of a column of ours on sheets of people; null where its cells are left as they are. */
export function findKind(column: string, reading: CellReading, asking: StatusQuestion): CellKind | null {
  if (LEFT.includes(column)) return null;
  return { ...getUsualKind(column, reading, asking), ...takeFromConfig(column, reading) };
}

/** The kind of a column of the user's own that rules use in some way. */
export function buildOwnKind(key: string, rules: ReadonlySet<RuleKind>, reading: CellReading): CellKind {
  const compared = new Set([...rules].map(getComparison));
  const usual = compared.has('lists')
    ? { ...ANY, ...makeListKind([]) }
    : compared.has('numbers')
      ? { ...ANY, unsure: 'nothing' as const }
      : ANY;
  return { ...usual, ...takeFromConfig(key, reading) };
}

/** The kinds of the columns of lists that are no sheets of people, by column. */
export const OTHER_KINDS: Readonly<Record<string, CellKind>> = {
  ...Object.fromEntries(['min', 'max', 'points', 'date'].map(column => [column, { ...ANY, unsure: 'nothing' }])),
  ...Object.fromEntries(['side', 'action', 'reason', 'status', 'next_round'].map(column => [column, ANY])),
  country: { ...ANY, unsure: 'nothing', isValue: isUnsureCountry },
};

function takeFromConfig(
  column: string,
  { values, defaults }: CellReading,
): Pick<CellKind, 'words' | 'otherwise' | 'emptyIs'> {
  const otherwise = findEntry(defaults, column) ?? '';
  const usual = findEntry(WHEN_EMPTY, column);
  return {
    words: findEntry(values, column) ?? ANY.words,
    otherwise,
    emptyIs: otherwise || (usual === undefined ? '' : String(usual)),
  };
}

function getUsualKind(column: string, { levels, options }: CellReading, asking: StatusQuestion): CellKind {
  if (isWishColumn(column)) return { ...ANY, unsure: 'nothing' };
  switch (column) {
    case 'id':
      return { ...ANY, isEmptiable: false, isDayless: true };
    case 'languages':
      return {
        ...ANY,
        ...makeListKind(options.languages ?? []),
        isValue: (word, how) =>
          isAnswer(word, options.languages) || (how === 'unsure' && findLanguageCodes(word) !== null),
      };
    case 'topics':
      return { ...ANY, ...makeListKind(options.topics ?? []), isDayless: true };
    case 'manager':
    case 'email':
    case 'timezone':
      return { ...ANY, unsure: 'nothing' };
    case 'capacity':
    case 'min_load':
    case 'wants':
    case 'priority':
      return { ...ANY, unsure: 'nothing', isValue: word => fold(word) === ZERO };
    case 'level':
      return { ...ANY, unsure: 'nothing', isValue: word => isAnswer(word, levels) };
    case 'country':
      return { ...ANY, unsure: 'nothing', isValue: isUnsureCountry };
    case 'status':
      return { ...ANY, isValue: word => readStatus(word, asking) !== null };
    default:
      return { ...ANY, unsure: 'told', isDayless: true };
  }
}

/** Zero in German, which is asked about (see cells.ts). */
const ZERO = 'null';

function makeListKind(options: readonly string[]): Pick<CellKind, 'unsure' | 'isValue' | 'partsOf'> {
  return { unsure: 'nothing', isValue: word => isAnswer(word, options), partsOf: makeSplitter(options) };
}

function isAnswer(word: string, answers: readonly string[] = []): boolean {
  return answers.some(answer => fold(answer) === fold(word));
}

/** "NA" is Namibia; "n/a" has its letters and is not. */
function isUnsureCountry(word: string, how: Nothing): boolean {
  return how === 'unsure' && findCountryCode(word) !== null;
}
