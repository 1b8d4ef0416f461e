import { listWordKeys } from '../../domain/name-spellings.ts';
import { gridRead, type Parsed } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';
import type { Table } from '../table/table.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import { answerOf } from '../values/answers.ts';
import { sampleOf } from './cell-samples.ts';
import { isOfPeople, listClaims, type OwnNames } from './column-claims.ts';
import { makeAskedColumnFinder } from './suggestions.ts';

/**
 * A question that a survey tool wrote as a column for each answer: "Which topics? [Podcasts]" with Yes and No below.
 */
interface AnswerGrid {
  /** Our column that the answers are of. */
  readonly column: string;
  readonly question: string;
  readonly options: readonly Option[];
  /** Whether the question is not one of the names of the column but asks for it in a sentence. */
  readonly isAsked: boolean;
}

interface Option {
  readonly index: number;
  readonly option: string;
}

/** A table in which each question of several columns has a column of its own, with the answers that are marked. */
export interface Gridded {
  readonly table: Table;
  /** Our column by the index of each header that became a part of one. */
  readonly parts: ReadonlyMap<number, string>;
}

/** Lists that survey tools ask for with a box to tick for each answer. */
const ASKED_FOR = ['topics', 'languages'] as const;

/**
 * Puts together what survey tools take apart. Where the question only seems to ask for a column of ours, that is told.
 */
export function joinAnswerGrids(table: Table, wanted: readonly string[], own: OwnNames): Parsed<Gridded> {
  const grids = isOfPeople(wanted) ? findGrids(table, own) : [];
  const parts = new Map(grids.flatMap(({ column, options }) => options.map(({ index }) => [index, column] as const)));
  if (grids.length === 0) return { value: { table, parts }, problems: [] };
  const width = table.header.length;
  const header = [...table.header, ...grids.map(({ question }) => question)];
  const given = new Map<number, string | null>([...parts.keys()].map(index => [index, null]));
  for (const [index, { column }] of grids.entries()) given.set(width + index, column);
  const rows = table.rows.map(({ row, cells }) => {
    const isWhole = cells.length === width;
    return { row, cells: [...cells, ...grids.map(grid => (isWhole ? joinMarked(grid, cells) : ''))] };
  });
  const problems = grids
    .filter(({ isAsked }) => isAsked)
    .map(({ column, question, options }) => {
      const location = { file: table.file, row: 1, column: table.header[options[0]!.index]!, value: question };
      return gridRead(
        location,
        question,
        column,
        options.map(({ option }) => option),
      );
    });
  return { value: { table: { ...table, header, rows, given }, parts }, problems };
}

/** The answers that a row marks, as a list that is split nowhere else. */
function joinMarked({ options }: AnswerGrid, cells: readonly string[]): string {
  return options
    .flatMap(({ index, option }) => {
      const cell = cells[index] ?? '';
      const answer = isLike(cell, option) ? true : answerOf(cell);
      if (answer === false || cell === '') return [];
      return [answer === true ? option : cell];
    })
    .map(option => `${option.replace(/[;|\s]+/gu, ' ')};`)
    .join(' ');
}

function isLike(cell: string, option: string): boolean {
  return fold(cell) === fold(option);
}

function findGrids(table: Table, own: OwnNames): AnswerGrid[] {
  const claims = listClaims(table.header, ASKED_FOR, own);
  const byQuestion = new Map<string, { question: string; options: Option[] }>();
  for (const [index, header] of table.header.entries()) {
    const found = parseOption(header);
    if (found === null) continue;
    const known = byQuestion.get(makeHeaderKey(found.question)) ?? { question: found.question, options: [] };
    byQuestion.set(makeHeaderKey(found.question), known);
    known.options.push({ index, option: found.option });
  }
  const grids = [...byQuestion.values()].flatMap(({ question, options }) => {
    const ticked = options.filter(one => isTicked(one, sampleOf(table, one.index)));
    const isBoxes = ticked.length > 0 && options.every(one => ticked.includes(one) || isOther(one));
    const kind = isBoxes ? identifyQuestion(question, options, table, own) : null;
    return kind === null ? [] : [{ ...kind, question, options }];
  });
  const isRead = (column: string) =>
    claims.some((claim, index) => claim?.column === column && !grids.some(grid => has(grid, index)));
  return grids.filter(
    ({ column, isAsked }) =>
      !isRead(column) &&
      own[column]?.length !== 0 &&
      (!isAsked || grids.filter(other => other.column === column).length === 1),
  );
}

function has({ options }: AnswerGrid, index: number): boolean {
  return options.some(option => option.index === index);
}

/** Which column of ours a question is, by its name or by what it asks for. */
function identifyQuestion(
  question: string,
  options: readonly Option[],
  table: Table,
  own: OwnNames,
): Pick<AnswerGrid, 'column' | 'isAsked'> | null {
  const headers = [question, ...options.map(({ index }) => table.header[index]!)];
  const named = listClaims(headers, ASKED_FOR, own).find(claim => claim !== null);
  if (named != null) return { column: named.column, isAsked: false };
  if (options.length < LEAST_OPTIONS || listWordKeys(question).some(word => DENIALS.includes(word))) return null;
  const asked = makeAskedColumnFinder(ASKED_FOR)({ header: question, fits: () => true });
  return asked === null ? null : { column: asked, isAsked: true };
}

/** One box alone may ask for anything. */
const LEAST_OPTIONS = 2;

/** A question with one of these asks for the contrary. */
const DENIALS = ['not', 'no', 'never', 'avoid', 'nicht', 'kein', 'keine', 'pas', 'non', 'nie', 'niet', 'geen'];

/** "Which topics? [Podcasts]", "Topics: Podcasts", "Topics - Podcasts". */
function parseOption(header: string): { readonly question: string; readonly option: string } | null {
  const [, question, option] =
    /^(.*[^\s[])\s*\[([^[\]]+)\]$/su.exec(header) ??
    /^([^:]{2,60}):\s+(\S.*)$/su.exec(header) ??
    /^(.{2,60}?) [-–] (\S.*)$/su.exec(header) ??
    [];
  return question === undefined || option === undefined ? null : { question, option };
}

/** Boxes hold answers of yes and no, or the answer itself; those that nobody ticked hold nothing. */
function isTicked({ option }: Option, cells: readonly string[]): boolean {
  return cells.every(cell => answerOf(cell) !== null || isLike(cell, option));
}

const OTHERS = [
  'other',
  'others',
  'sonstige',
  'sonstiges',
  'andere',
  'anderes',
  'autre',
  'autres',
  'altro',
  'otro',
  'otros',
].concat(['anders', 'inne']);

/** Beside boxes there is often one in which people write. */
function isOther({ option }: Option): boolean {
  return listWordKeys(option).some(word => OTHERS.includes(word));
}
