/** What is wrong with letters: all of it, with the person whom it would have hit, before anything is written. */
import { groupBy } from '../../domain/group-by.ts';
import type { LetterText } from '../../domain/hand-over.ts';
import {
  emptyPlaceholder,
  letterNotUtf8,
  letterWithoutSubject,
  type Problem,
  unknownPlaceholder,
} from '../../domain/problems.ts';
import type { ExportContext, PersonSheet } from './format.ts';
import { findSource, listPlaceholders, PLACEHOLDERS, readLetter, tellPlaceholder } from './letters.ts';

/** @param findNearest the choice that a misspelt name most likely means. */
export function checkLetters(
  sheets: readonly PersonSheet[],
  context: ExportContext,
  findNearest: (name: string, choices: readonly string[]) => string | null,
): Problem[] {
  const names = [...PLACEHOLDERS, ...context.columns.map(({ header }) => header)];
  return sheets.flatMap(sheet => {
    const letter = context.letters.get(sheet.group);
    if (letter === undefined) return [];
    const file = letter.file ?? sheet.group;
    const lost = letter.text.indexOf('\ufffd');
    if (lost >= 0) return [letterNotUtf8({ file, row: letter.text.slice(0, lost).split('\n').length }, {})];
    if (readLetter(letter) === null) return [letterWithoutSubject({ file, row: 1 }, {})];
    return checkPlaceholders(file, letter, sheet, context, name => findNearest(name, names));
  });
}

/** Each placeholder is told once, with the first person whom it would hit and how many others. */
function checkPlaceholders(
  file: string,
  letter: LetterText,
  { recipients }: PersonSheet,
  context: ExportContext,
  findNearest: (name: string) => string | null,
): Problem[] {
  const lines = groupBy(
    listPlaceholders(letter),
    ({ name }) => name,
    ({ line }) => line,
  );
  return [...lines].flatMap(([name, [line = 1]]): Problem[] => {
    const location = { file, row: line, value: `{${name}}` };
    const told = recipients.map(recipient => tellPlaceholder(name, recipient, context));
    const [unknown] = recipients;
    if (told.includes(null))
      return [unknownPlaceholder(location, { name, near: findNearest(name), person: unknown!.person.name })];
    const hit = recipients.filter((_, at) => told[at] === '');
    if (hit.length === 0) return [];
    const source = findSource(name, context.columns);
    return [emptyPlaceholder(location, { name, person: hit[0]!.person.name, others: hit.length - 1, source })];
  });
}
