import type { ProblemCode } from '../../domain/problem-facts.ts';
import type { Problem } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';
import type { Understood } from '../../domain/understood.ts';
import { findCountryCode } from '../../parse/values/countries.ts';
import { findLanguageCodes } from '../../parse/values/languages.ts';
import { findZoneName } from '../../parse/values/zones.ts';
import { isMapped, MAPPED, type MappedColumn } from './value-settings.ts';

/** A word of the sheets that a column of ours does not understand. */
export interface UnknownValue {
  readonly column: MappedColumn;
  readonly word: string;
  /** The sheet in which it is first. */
  readonly file: string;
  /** In how many cells. */
  readonly count: number;
  /** What it most likely means; null where nothing suggests it. */
  readonly proposed: string | number | null;
}

/** The words that columns of people do not understand, each once, in the order of their columns. */
export function listUnknownValues(problems: readonly Problem[], columnOf: ColumnFinder): readonly UnknownValue[] {
  const found = new Map<string, UnknownValue>();
  for (const problem of problems) {
    const column = columnOf(problem);
    if (!isMapped(column)) continue;
    for (const { word, proposed } of readUnknown(problem)) {
      const key = `${column} ${fold(word)}`;
      const known = found.get(key) ?? { column, word, file: problem.file, count: 0, proposed };
      found.set(key, { ...known, count: known.count + (problem.rows ?? 1) });
    }
  }
  return [...found.values()].toSorted((a, b) => MAPPED.indexOf(a.column) - MAPPED.indexOf(b.column));
}

/** Our name for the column that a problem is about, or null. */
export type ColumnFinder = (problem: Problem) => string | null;

/** Problems of people go by the header that the sheet has. */
export function makeColumnFinder(sheets: readonly Understood[]): ColumnFinder {
  return ({ file, column: header }) => {
    const here = sheets.filter(sheet => sheet.file === file).flatMap(({ columns }) => columns);
    return here.find(one => one.header === header && one.column !== null)?.column ?? header;
  };
}

function readUnknown(problem: Problem): readonly Pick<UnknownValue, 'word' | 'proposed'>[] {
  if (isOf(problem, 'E012')) {
    const { cell, near, least } = problem.facts;
    const proposed = near ?? findLargestNumber(cell);
    return [{ word: cell, proposed: proposed !== null && proposed >= least ? proposed : null }];
  }
  if (isOf(problem, 'E016')) {
    const { cell, near } = problem.facts;
    return [{ word: cell, proposed: near.length === 1 ? near[0]! : null }];
  }
  if (isOf(problem, 'E017')) return [{ word: problem.facts.cell, proposed: problem.facts.near }];
  if (isOf(problem, 'E051')) return [{ word: problem.facts.cell, proposed: null }];
  if (isOf(problem, 'E052')) {
    const { cell, near, likely } = problem.facts;
    return [{ word: cell, proposed: near ?? likely[0] ?? null }];
  }
  if (!isOf(problem, 'E130')) return [];
  const { names, near } = problem.facts;
  return names.map((word, index) => ({ word, proposed: index === 0 ? near : null }));
}

function isOf<Code extends ProblemCode>(problem: Problem, code: Code): problem is Problem<Code> {
  return problem.code === code;
}

/** "max. 2" is 2, and "1-2" at most 2. */
function findLargestNumber(text: string): number | null {
  const numbers = (text.match(/\d{1,6}/gu) ?? []).map(Number);
  const [first, second = first, ...more] = numbers;
  return first === undefined || second === undefined || more.length > 0 ? null : Math.max(first, second);
}

/** What an answer means for a column, or null where the column would not understand it either. */
export function readMeaning(column: MappedColumn, answer: string, levels: readonly string[]): string | number | null {
  switch (column) {
    case 'capacity':
    case 'min_load':
    case 'wants':
    case 'priority':
      return /^\d{1,6}$/u.test(answer) && Number(answer) >= (column === 'wants' ? 1 : 0) ? Number(answer) : null;
    case 'status':
      return STATUSES.find(status => status === fold(answer)) ?? null;
    case 'level':
      return levels.find(level => fold(level) === fold(answer)) ?? null;
    case 'country':
      return findCountryCode(answer);
    case 'languages':
      return findLanguageCodes(answer) === null ? null : answer;
    case 'timezone':
      return findZoneName(answer) === null ? null : answer;
  }
}

export const STATUSES = ['active', 'withdrawn'] as const;
