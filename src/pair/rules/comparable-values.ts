import type { Rule } from '../../domain/policy.ts';
import {
  COMPARABLE_COLUMNS,
  type ComparableColumn,
  type MeasurableColumn,
  type Participant,
} from '../../domain/roster.ts';
import { getComparison, getRuleColumn } from '../../domain/rule-table.ts';
import { fold, splitList } from '../../domain/text.ts';

/** The value of a column for comparing: folded; a list's parts in one order. */
export function readValue(person: Participant, column: string): string {
  return isList(column) ? [...new Set(person[column].map(fold))].toSorted().join(';') : fold(readText(person, column));
}

/** Columns of ours that rules may compare whose cells are known in parts. */
type ComparableListColumn = 'languages' | 'topics';

/** Whether the cells of a column are known in parts. */
export function isList(column: string): column is ComparableListColumn {
  return column === 'languages' || column === 'topics';
}

/** The parts of a list column as they are written. Any other column is split like a list. */
export function listParts(person: Participant, column: string): readonly string[] {
  return isList(column) ? person[column] : splitList(readText(person, column));
}

/**
 * Whether somebody has nothing in the column that a rule judges by; also of rules with a column of
 * their own, of which none asks so far.
 */
export function isEmptyIn(person: Participant, { rule, field }: Pick<Rule, 'rule' | 'field'>): boolean {
  const column = getRuleColumn({ rule, field });
  if (isList(column)) return person[column].length === 0;
  if (column === 'wish_1') return person.wishes.length === 0;
  if (column === 'not_with') return person.notWith.length === 0;
  const text = readText(person, column);
  return getComparison(rule) === 'lists' && text !== '' ? splitList(text).length === 0 : text === '';
}

/**
 * The number in a column, in the unit that distances are measured in: hours for time zones; NaN where there is none.
 */
export function readNumber(person: Participant, column: string): number {
  if (column === 'timezone') return person.offset === null ? Number.NaN : person.offset / 60;
  if (column === 'level') return person.level ?? Number.NaN;
  const text = readText(person, column);
  return text === '' ? Number.NaN : Number(text.replace(',', '.'));
}

/**
 * How far two numbers of a column are apart. Time zones are as far apart as their clocks: 12
 * hours at most, whatever the day.
 */
export function measureDistance(column: string, one: number, other: number): number {
  const distance = Math.abs(one - other);
  if (column !== 'timezone') return distance;
  return Math.min(distance % 24, 24 - (distance % 24));
}

/** A cell as it is written. */
export function readText(person: Participant, column: string): string {
  if (isText(column)) return person[column];
  const write = WRITERS.get(column);
  return write === undefined ? (person.extra.get(column) ?? '') : write(person);
}

/** Columns of ours that rules may compare whose cells are kept as texts. */
type TextField = {
  [Column in ComparableColumn & keyof Participant]: Participant[Column] extends string ? Column : never;
}[ComparableColumn & keyof Participant];

/**
 * Those that are kept as something else, but for lists; in any other, a rule finds what columns of the user's own say.
 */
type WrittenColumn = Exclude<ComparableColumn, TextField | ComparableListColumn>;

const WRITERS: ReadonlyMap<string, (person: Participant) => string> = new Map(
  Object.entries({
    level: ({ level }) => (level === null ? '' : String(level)),
    timezone: ({ offset }) => (offset === null ? '' : String(offset)),
  } satisfies Record<WrittenColumn | MeasurableColumn, (person: Participant) => string>),
);

function isText(column: string): column is TextField {
  return TEXTS.has(column);
}

const TEXTS: ReadonlySet<string> = new Set(
  COMPARABLE_COLUMNS.filter(column => !WRITERS.has(column) && !isList(column)),
);
