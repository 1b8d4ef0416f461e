import { basename } from 'node:path';
import { FOUND_ROLES, judgeSheets } from '../../features/setup/judge-sheets.ts';
import { listLevelNames, orderLevels } from '../../features/setup/level-order.ts';
import { proposeColumns } from '../../features/setup/propose-columns.ts';
import { listUnknownValues, makeColumnFinder } from '../../features/setup/unknown-values.ts';
import { type Answers, type Draft, hasOwnSheets } from './answers.ts';
import { buildColumnSetting, proposeAllColumns } from './ask-columns.ts';
import { findSheetFiles } from './find-sheets.ts';
import { type AsUnderstood, listPeopleSheets, readSheetsBy, SIDES } from './read-sheets.ts';

/** What was guessed and not taken, each as the flag that takes it, and the sheet that it is about. */
export interface UntakenGuess {
  readonly flag: string;
  readonly file: string;
}

/** @param given what flags and names of files have answered. */
export async function listUntakenGuesses(
  folder: string,
  given: Draft,
  answers: Answers,
): Promise<readonly UntakenGuess[]> {
  const understood = await readSheetsBy(folder, answers);
  const files = given.mentors == null && given.mentees == null ? await findSheetFiles(folder) : [];
  const roles = judgeSheets(files);
  const found = FOUND_ROLES.flatMap(role => {
    const at = roles[role];
    return at === null || given[role] !== undefined ? [] : [makeGuess(role, files[at]!.path, files[at]!.name)];
  });
  const columns = SIDES.flatMap(side => {
    const sheet = understood[side];
    if (answers[side] === null || sheet === null) return [];
    const guessed = proposeColumns(sheet).filter(({ isGuess }) => isGuess);
    return guessed.flatMap(({ column, indexes }) =>
      indexes.map(index => makeGuess('column', `${column}=${sheet.columns[index]!.header}`, basename(sheet.file))),
    );
  });
  const setting = buildColumnSetting(proposeAllColumns(understood));
  const asGuessed = hasOwnSheets(answers) ? await readSheetsBy(folder, { ...answers, columns: setting }) : understood;
  return [...found, ...columns, ...listWordGuesses(asGuessed)];
}

function listWordGuesses(understood: AsUnderstood): UntakenGuess[] {
  const { problems } = understood;
  const names = listLevelNames(problems);
  const { names: levels, isSure } = orderLevels(names);
  const unknown = listUnknownValues(problems, makeColumnFinder(listPeopleSheets(understood)));
  const sheet = (code: string) => basename(problems.find(problem => problem.code === code)?.file ?? '');
  return [
    ...(names.length > 0 && isSure ? [makeGuess('levels', levels.join(','), sheet('E018'))] : []),
    ...unknown.flatMap(({ column, word, proposed, file }) =>
      proposed === null ? [] : [makeGuess('value', `${column}:${word}=${proposed}`, basename(file))],
    ),
  ];
}

function makeGuess(flag: string, value: string, file: string): UntakenGuess {
  return { flag: `--${flag} "${value.replaceAll('"', '\\"')}"`, file };
}
