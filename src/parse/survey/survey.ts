import { getRegister } from '../../domain/person-register.ts';
import { emptySheet, type Parsed, type Problem, unreadAnswer } from '../../domain/problems.ts';
import {
  type Answer,
  ASIDES,
  type Aside,
  type Given,
  QUESTIONS,
  type Survey,
  type SurveyColumn,
  type SurveyedRun,
  type SurveyQuestion,
  type UnderstoodQuestion,
  type Wish,
} from '../../domain/survey.ts';
import { compareText, fold } from '../../domain/text.ts';
import { countCells, getCell, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { OwnNames } from '../columns/column-claims.ts';
import { describeDoubtfulPerson } from '../people/earlier-strangers.ts';
import { Directory, type FoundPeople, type KnownPerson } from '../people/people-index.ts';
import { findByCells, makeNamingCells } from '../people/row-cells-naming-a-person.ts';
import { readTable, type Table } from '../table/table.ts';
import { locateProblems } from '../table/told-once.ts';
import type { Source } from '../text/sheet-source.ts';
import { detectNothing } from '../values/nothing.ts';
import { areOnScale, judgeScale, readRating, readScale, readWish, takeAnswer } from './survey-answers.ts';
import { findSurveyColumns, listCells, makeSurveyColumnFinder, type SurveyColumns } from './survey-columns.ts';

/**
 * Reads a survey as forms export it, a row an answer: who answers, and what. With an error among the
 * problems, the value is not to be used.
 * @param own headers for columns of ours, by the call and the config; @param encoding of
 * text that is not Unicode, or null.
 */
export function readSurvey(
  source: Source,
  run: SurveyedRun,
  own: OwnNames,
  encoding: string | null,
): Parsed<Survey | null> {
  const looking = {
    role: 'survey',
    columnOf: makeSurveyColumnFinder(own),
    columns: ['email', 'partner', ...QUESTIONS],
    restores: true,
    encoding,
  } as const;
  const { value: table, problems } = readTable(source, looking);
  if (table === null) return { value: null, problems };
  const directory = new Directory(run.roster);
  const found = findSurveyColumns(table, own, cell => directory.find(cell).kind === 'person');
  if (found.problems.length > 0)
    return { value: null, problems: [...problems, ...locateProblems(table, found.problems)] };
  const questions = QUESTIONS.flatMap(question => describeQuestion(question, table, found.columns) ?? []);
  const { value, problems: unread } = readAnswers(table, found.columns, questions, {
    ...run,
    directory,
    tandemsOf: indexTandems(run),
  });
  const empty = table.rows.length === 0 ? [emptySheet({ file: table.file, row: table.headerRow }, 'survey')] : [];
  return { value: { questions, ...value }, problems: [...problems, ...empty, ...locateProblems(table, unread)] };
}

function describeQuestion(question: SurveyQuestion, table: Table, columns: SurveyColumns): UnderstoodQuestion | null {
  const index = columns.get(question);
  if (index === undefined) return null;
  const cells = listCells(table, index);
  const isScale = question === 'recommend' && areOnScale(cells);
  const isWords = question !== 'rating' && !isScale;
  const listWords = (wish: Wish) =>
    isWords ? [...new Set(cells.filter(cell => readWish(cell) === wish).map(takeAnswer))].sort(compareText) : [];
  const words = { yes: listWords('yes'), no: listWords('no'), undecided: listWords('undecided') };
  return { question, header: table.header[index]!, isScale, words };
}

interface AnsweredRun extends SurveyedRun {
  readonly directory: Directory;
  readonly tandemsOf: ReadonlyMap<number, readonly OwnTandem[]>;
}

/** Of several rows of one person on one tandem, the lowest counts: forms write answers one below the other. */
function readAnswers(
  table: Table,
  columns: SurveyColumns,
  questions: readonly UnderstoodQuestion[],
  scene: AnsweredRun,
): Parsed<Pick<Survey, 'answers' | 'anonymous' | 'aside'>> {
  const aside = Object.fromEntries(ASIDES.map(kind => [kind, [] as number[]])) as Record<Aside, number[]>;
  const byKey = new Map<string, Answer & { readonly row: number }>();
  const anonymous: Given[] = [];
  const problems: Problem[] = [];
  for (const row of table.rows) {
    if (countCells(row) !== table.header.length) continue;
    const cellOf = (column: SurveyColumn) => readCell(row, columns.get(column));
    const { value: given, problems: faults } = readGiven(table, row, cellOf, columns, questions);
    problems.push(...faults);
    const who = findRespondent(cellOf, scene.directory);
    if (who === null || who.kind !== 'person') {
      aside[who === null ? 'anonymous' : who.kind === 'nobody' ? 'stranger' : 'unclear'].push(row.row);
      if (who === null) anonymous.push(given);
      else problems.push(...tellDoubtful(who, table, row, columns));
      continue;
    }
    const about = findTandem(who.person, cellOf('partner'), scene);
    if (typeof about === 'string') {
      aside[about].push(row.row);
      continue;
    }
    if (about.tandem === null && (given.continues !== null || given.neverAgain !== null))
      aside['which-tandem'].push(row.row);
    const key = `${about.person} ${about.tandem}`;
    const before = byKey.get(key);
    if (before !== undefined) aside.repeated.push(before.row);
    byKey.set(key, { ...about, ...given, row: row.row });
  }
  const answers = [...byKey.values()]
    .map(({ row: _, ...answer }): Answer => answer)
    .sort((a, b) => a.person - b.person || (a.tandem ?? -1) - (b.tandem ?? -1));
  return { value: { answers, anonymous, aside }, problems };
}

/** What forms write where nobody had to log in, in seven languages. */
const ANONYMOUS: readonly string[] = ['anonymous', 'anonym', 'anonyme', 'anonimo', 'anónimo', 'anoniem', 'anonim'];

function readCell(row: Row, index: number | undefined): string {
  const cell = index === undefined ? '' : getCell(row, index)!;
  return detectNothing(cell) === 'sure' ? '' : cell;
}

/** null where a row names nobody. */
function findRespondent(cellOf: (column: SurveyColumn) => string, directory: Directory): FoundPeople | null {
  const read = (column: SurveyColumn) => (ANONYMOUS.includes(fold(cellOf(column))) ? '' : cellOf(column));
  const whole = read('name') || `${read('first_name')} ${read('last_name')}`.trim();
  const keys = [read('email'), read('id')].filter(key => key !== '');
  if (keys.length === 0 && whole === '') return null;
  return findByCells(makeNamingCells(keys, whole), directory);
}

const NAMING = ['email', 'id', 'name', 'last_name'] as const;

/** Tells of somebody who is not clearly in the sheets. */
function tellDoubtful(found: FoundPeople, table: Table, row: Row, columns: SurveyColumns): readonly Problem[] {
  const index = NAMING.map(column => columns.get(column)).find(at => at !== undefined && getCell(row, at) !== '');
  if (index === undefined) return [];
  const location = { file: table.file, row: row.row, column: table.header[index]!, value: getCell(row, index) };
  const told = describeDoubtfulPerson(found, location);
  return told === null ? [] : [told];
}

type About = Pick<Answer, 'person' | 'tandem'>;

/** The tandem that somebody's answer is about; null where they have several and name none. */
function findTandem(
  person: KnownPerson,
  partner: string,
  { roster, directory, tandemsOf }: AnsweredRun,
): About | Aside {
  const register = getRegister(roster);
  const numberOf = ([{ person }]: KnownPerson) => register.find(person.id)!;
  const number = numberOf(person);
  const own = tandemsOf.get(number) ?? [];
  if (own.length === 0) return 'without-tandem';
  if (partner === '') return { person: number, tandem: own.length === 1 ? own[0]!.tandem : null };
  const named = directory.find(partner);
  // Of several people of one name, one alone is a partner of theirs.
  const meant = new Set(
    (named.kind === 'person' ? [named.person] : named.kind === 'several' ? named.people : []).map(numberOf),
  );
  const [about, ...others] = own.filter(one => meant.has(one.partner));
  return about === undefined || others.length > 0 ? 'other-partner' : { person: number, tandem: about.tandem };
}

/** A tandem of somebody, and the number of the other one. */
interface OwnTandem {
  readonly tandem: number;
  readonly partner: number;
}

/** The tandems of everybody who has any, by their number in the register. */
function indexTandems({ roster, tandems }: SurveyedRun): ReadonlyMap<number, readonly OwnTandem[]> {
  const register = getRegister(roster);
  const byPerson = new Map<number, OwnTandem[]>();
  const add = (person: number, own: OwnTandem) => {
    const known = byPerson.get(person);
    if (known === undefined) byPerson.set(person, [own]);
    else known.push(own);
  };
  for (const [tandem, pair] of tandems.entries()) {
    const [mentor, mentee] = [register.findRoot(pair.mentor), register.findRoot(roster.mentors.length + pair.mentee)];
    add(mentor, { tandem, partner: mentee });
    add(mentee, { tandem, partner: mentor });
  }
  return byPerson;
}

/** What a row answers. A cell that cannot be read is told, and answers nothing. */
function readGiven(
  table: Table,
  { row }: Row,
  cellOf: (column: SurveyColumn) => string,
  columns: SurveyColumns,
  questions: readonly UnderstoodQuestion[],
): Parsed<Given> {
  const problems: Problem[] = [];
  const isScale = questions.some(question => question.isScale);
  const read = <Value>(question: SurveyQuestion, reader: (cell: string) => Value | null): Value | null => {
    const cell = cellOf(question);
    const value = cell === '' ? null : reader(cell);
    if (cell !== '' && value === null) {
      const column = table.header[columns.get(question)!]!;
      problems.push(unreadAnswer({ file: table.file, row, column, value: cell }, cell, question));
    }
    return value;
  };
  const readRecommends = (cell: string) => {
    const number = isScale ? readScale(cell) : null;
    return number === null ? readWish(cell) : judgeScale(number);
  };
  const value = {
    recommends: read('recommend', readRecommends),
    rating: read('rating', readRating),
    continues: read('continue', readWish),
    neverAgain: read('never', readWish),
  };
  return { value, problems };
}
