import { type Problem, severalQuestions, unknownQuestion } from '../../domain/problems.ts';
import { QUESTIONS, SURVEY_COLUMNS, type SurveyColumn, type SurveyQuestion } from '../../domain/survey.ts';
import { fold } from '../../domain/text.ts';
import { getCell } from '../cell-codes/dictionary-encoded-rows.ts';
import { findIndexes, makeColumnFinder, matchColumns, type OwnNames } from '../columns/column-claims.ts';
import type { Table } from '../table/table.ts';
import { detectNothing } from '../values/nothing.ts';
import { readRating, readScale, readWish } from './survey-answers.ts';

/** Where the columns of a survey are, by the index of their headers. */
export type SurveyColumns = ReadonlyMap<SurveyColumn, number>;

const IDENTITY = ['id', 'name', 'first_name', 'last_name', 'email'] as const;

/** How questions speak of what they ask for, in seven languages: forms have whole sentences as headers. */
const SPEAKS: Readonly<Record<SurveyQuestion | 'partner', RegExp>> = {
  recommend: /recomm|empfehl|empfiehl|consigli|raccomand|recomend|aanbevel|aanrad|polec/u,
  rating:
    /\brat(?:e|ing)\b|bewert|zufrieden|satisf|how (?:good|happy|useful|valuable)|wie (?:gut|hilfreich|nützlich)|sterne|\bstars?\b|\bnote\b|évalu|soddisf|valuta|valora|puntu|tevred|beoordel|ocen|zadowol/u,
  continue:
    /continu|carry on|keep (?:on )?meeting|stay a tandem|fortsetz|fortführ|weiterführ|weitermach|weiterhin treffen|poursuiv|prosegu|proseguir|seguir|voortzet|doorgaan|kontynu/u,
  never:
    /\bnever\b|not [^?]*\bagain\b|no longer|avoid|nie (?:mehr|wieder)|nicht (?:mehr|wieder|noch einmal|nochmal)|kein[^?]* mehr\b|plus jamais|ne [^?]* plus|mai più|nunca más|no [^?]* de nuevo|nooit meer|niet meer|nigdy więcej|już nie/u,
  partner:
    /partner|tandem|\bmentor|\bmentee|with whom|who (?:was|is) your|mit wem|wer (?:war|ist)|avec qui|con chi|con quién|met wie|z kim/u,
};

/** Our column that a header speaks of wherever it stands, or null: so the table is found. */
export function makeSurveyColumnFinder(own: OwnNames): (header: string) => string | null {
  const named = makeColumnFinder(SURVEY_COLUMNS, own);
  return header => named(header) ?? findSpoken(header);
}

/** A header that speaks of two questions is neither: "not continue" may mean either. */
function findSpoken(header: string): SurveyQuestion | null {
  const text = fold(header);
  const spoken = QUESTIONS.filter(question => SPEAKS[question].test(text));
  return spoken.length === 1 ? spoken[0]! : null;
}

/**
 * Finds the columns of a survey: those that the call names, those that say who answers, and the questions by what they
 * speak of, where the cells are such answers. @param isPerson whether a cell names somebody of the run.
 */
export function findSurveyColumns(
  table: Table,
  own: OwnNames,
  isPerson: (cell: string) => boolean,
): { readonly columns: SurveyColumns; readonly problems: readonly Problem[] } {
  const columns = new Map<SurveyColumn, number>();
  const problems: Problem[] = [];
  const listFree = () => [...table.header.keys()].filter(index => ![...columns.values()].includes(index));
  for (const column of SURVEY_COLUMNS) {
    const [name] = own[column] ?? [];
    const index = name === undefined ? undefined : findIndexes(name, table.header)[0];
    if (index !== undefined) columns.set(column, index);
    else if (name !== undefined && own[column] !== undefined && isAskedFor(column))
      problems.push(unknownQuestion({ file: table.file, row: 1 }, name, table.header));
  }
  for (const [column, index] of findIdentity(table, own)) if (!columns.has(column)) columns.set(column, index);
  for (const question of QUESTIONS) {
    if (columns.has(question)) continue;
    const found = listFree().filter(index => isQuestion(question, table, index));
    if (found.length > 1) {
      const headers = found.map(index => table.header[index]!);
      problems.push(severalQuestions({ file: table.file, row: 1, column: headers[0]! }, question, headers));
    } else if (found.length === 1) columns.set(question, found[0]!);
  }
  const isPartner = (index: number) =>
    SPEAKS.partner.test(fold(table.header[index]!)) && areMostly(listCells(table, index), isPerson);
  const [partner] = columns.has('partner') ? [] : listFree().filter(isPartner);
  if (partner !== undefined) columns.set('partner', partner);
  if (problems.length === 0 && !QUESTIONS.some(question => columns.has(question)))
    problems.push(unknownQuestion({ file: table.file, row: 1 }, null, table.header));
  return { columns, problems };
}

/** Who answers may be called as the config has it, in sheets that are not the survey. */
function isAskedFor(column: SurveyColumn): boolean {
  return column === 'partner' || QUESTIONS.some(question => question === column);
}

/**
 * Of several columns of addresses, the first that has some: forms that ask nobody to log in
 * write "anonymous" into their own.
 */
function findIdentity(table: Table, own: OwnNames): ReadonlyMap<SurveyColumn, number> {
  const matched = matchColumns(table.header, IDENTITY, own);
  const found = new Map<SurveyColumn, number>();
  const hasText = (index: number) => listCells(table, index).length > 0;
  const hasAddress = (index: number) => listCells(table, index).some(cell => cell.includes('@'));
  for (const column of IDENTITY) {
    const named = makeColumnFinder([column], own);
    const isAddress = column === 'email';
    const indexes = [...matched.keys()].filter(
      index => matched[index] === column || (isAddress && named(table.header[index]!) === column),
    );
    const first = indexes.find(isAddress ? hasAddress : hasText) ?? indexes[0];
    if (first !== undefined) found.set(column, first);
  }
  return found;
}

function isQuestion(question: SurveyQuestion, table: Table, index: number): boolean {
  const header = table.header[index]!;
  const isNamed = makeColumnFinder([question], {})(header) === question;
  if (!isNamed && findSpoken(header) !== question) return false;
  return areMostly(listCells(table, index), cell => isAnswer(question, cell));
}

function isAnswer(question: SurveyQuestion, cell: string): boolean {
  switch (question) {
    case 'rating':
      return readRating(cell) !== null;
    case 'recommend':
      return readWish(cell) !== null || readScale(cell) !== null;
    case 'continue':
    case 'never':
      return readWish(cell) !== null;
  }
}

/** The different cells of a column that say something. */
export function listCells({ rows }: Table, index: number): readonly string[] {
  const cells = rows.map(row => getCell(row, index) ?? '');
  return [...new Set(cells)].filter(cell => cell !== '' && detectNothing(cell) !== 'sure');
}

function areMostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  return cells.length > 0 && 2 * cells.filter(is).length >= cells.length;
}
