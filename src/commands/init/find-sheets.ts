import { basename } from 'node:path';
import type { FoundSheet } from '../../domain/disk.ts';
import { UserError } from '../../domain/errors.ts';
import {
  FOUND_ROLES,
  type FoundRole,
  hasPeople,
  judgeSheets,
  type SheetReadings,
} from '../../features/setup/judge-sheets.ts';
import { readInEachRole } from '../../features/setup/read-in-each-role.ts';
import { listSheetFiles } from '../../io/sheet-files.ts';
import { readSheets } from '../../io/sheets.ts';
import { listVisibleSheets } from '../../parse/text/sheet-names.ts';
import type { Source } from '../../parse/text/sheet-source.ts';
import type { Draft } from './answers.ts';
import { askNumber, askScreen, type Dialogue, type Step } from './question-screens.ts';

/** A sheet in the folder, by the path that finds it. */
export interface FoundSheetFile extends SheetReadings {
  readonly path: string;
  readonly rows: number;
}

/**
 * The sheets of a folder that hold tables, a workbook's one by one. What cannot be read is
 * passed over: it may be anything.
 */
export async function findSheetFiles(folder: string): Promise<readonly FoundSheetFile[]> {
  const found: FoundSheetFile[] = [];
  for (const path of listSheetFiles(folder)) {
    for (const source of await openSheets(path)) {
      const readings = readInEachRole(source);
      const rows = readings.reduce((most, one) => Math.max(most, one.rows), 0);
      const name = basename(source.file);
      if (rows > 0) found.push({ path: source.file, name, rows, readings });
    }
  }
  return hasPeople(found) ? found : [];
}

async function openSheets(path: string): Promise<readonly Source[]> {
  const opened = await readSheet(path);
  if (opened === null) return [];
  const sheets = opened.workbook?.value == null ? [] : listVisibleSheets(opened.workbook.value.sheets);
  if (sheets.length < 2) return [{ file: path, ...opened }];
  return sheets.map(({ name }) => ({ file: `${path}#${name}`, ...opened, sheet: name }));
}

/** A file that cannot be read, because another program holds it, is only told where somebody names it. */
async function readSheet(path: string): Promise<FoundSheet | null> {
  try {
    return (await readSheets([path])).get(path)!;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** One screen: which sheet of the folder is what. */
export function makeSheetsStep(
  dialogue: Dialogue,
  files: readonly FoundSheetFile[],
  rebase: (path: string) => string,
): Step<Draft> {
  const { words } = dialogue;
  const describe = (at: number) =>
    `${String(at + 1).padStart(2)} ${words.describeFile(files[at]!.name, files[at]!.rows)}`;
  return async (draft, isFirst) => {
    const roles = FOUND_ROLES.filter(role => draft[role] === undefined);
    const known = [draft.mentors, draft.mentees];
    if (!known.includes(undefined) || files.every(({ path }) => known.includes(rebase(path)))) return null;
    const screen = {
      head: words.sheetsHead,
      listRows: (chosen: ChosenFiles) =>
        roles.map(role => {
          const at = chosen[role];
          return { label: words.sheets[role], shown: [at === null ? ` ${words.none}` : describe(at)], isGuess: false };
        }),
      change: async (chosen: ChosenFiles, at: number, answer: string) => {
        const role = roles[at]!;
        const names = files.map(({ name, rows }) => words.describeFile(name, rows));
        const number = await askNumber(dialogue, words.numberPrompt(words.sheets[role]), names, answer);
        return number === null ? chosen : { ...chosen, [role]: number === 0 ? null : number - 1 };
      },
    };
    const answer = await askScreen<ChosenFiles>(dialogue, screen, judgeSheets(files), isFirst);
    return answer === 'back' ? answer : takeFiles(draft, answer, roles, at => rebase(files[at]!.path));
  };
}

type ChosenFiles = Readonly<Record<FoundRole, number | null>>;

function takeFiles(
  draft: Draft,
  chosen: ChosenFiles,
  roles: readonly FoundRole[],
  findPath: (at: number) => string,
): Draft {
  const pathOf = (role: FoundRole) => (chosen[role] === null ? null : findPath(chosen[role]));
  const paths = roles.map(role => {
    const path = pathOf(role);
    return [role, role === 'history' ? (path === null ? [] : [path]) : path] as const;
  });
  return { ...draft, ...Object.fromEntries(paths) };
}
