import type { ProblemFacts } from '../../domain/problem-facts.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Understood } from '../../domain/understood.ts';
import { countKnownManagers, type KnownManagers } from '../../features/setup/known-managers.ts';
import { applyColumns, type ProposedColumn, proposeColumns } from '../../features/setup/propose-columns.ts';
import { buildColumnsBlock, guessNothing } from '../../parse/columns/derived-columns-setting.ts';
import { isWishColumn } from '../../parse/columns/wish-columns.ts';
import type { Answers, Draft } from './answers.ts';
import { askNumber, askScreen, type Dialogue, type ScreenRow } from './question-screens.ts';
import { type AsUnderstood, SIDES, type SideSheet } from './read-sheets.ts';

/** The sheets as they are read without a word from us, and which of their columns are to be read as what. */
export interface ChosenColumns {
  readonly sheets: Readonly<Record<SideSheet, Understood | null>>;
  readonly chosen: Readonly<Record<SideSheet, readonly ProposedColumn[]>>;
  /** What sheets are written in that are not Unicode, by file, with a word to see it by. */
  readonly pages: ReadonlyMap<string, ProblemFacts['W106']>;
}

export function proposeAllColumns({ mentors, mentees, problems }: AsUnderstood): ChosenColumns {
  const propose = (sheet: Understood | null) => (sheet === null ? [] : proposeColumns(sheet));
  const guessed = problems.filter((problem): problem is Problem<'W106'> => problem.code === 'W106');
  return {
    sheets: { mentors, mentees },
    chosen: { mentors: propose(mentors), mentees: propose(mentees) },
    pages: new Map(guessed.map(({ file, facts }) => [file, facts])),
  };
}

/** Whoever has seen a word of each sheet, and took it, need not be told again; two code pages are no setting. */
export function takeCodePage(draft: Draft, columns: ChosenColumns | null): Draft {
  const pages = new Set([...(columns?.pages.values() ?? [])].map(({ page }) => page.toLowerCase()));
  const [page] = pages;
  return draft.encoding != null || page === undefined || pages.size > 1 ? draft : { ...draft, encoding: page };
}

/** The setting "columns": each column with its headers, and null for one that only its name would have read. */
export function buildColumnSetting({ sheets, chosen }: ChosenColumns): Answers['columns'] {
  const read = SIDES.flatMap(side => (sheets[side] === null ? [] : [sheets[side]]));
  const meant = SIDES.flatMap(side => (sheets[side] === null ? [] : [applyColumns(sheets[side], chosen[side])]));
  const { columns } = buildColumnsBlock(meant, guessNothing);
  const isMeant = (column: string) => meant.some(sheet => sheet.columns.some(one => one.column === column));
  const dropped = read
    .flatMap(sheet => sheet.columns.flatMap(({ column }) => column ?? []))
    .filter(name => !isMeant(name));
  return { ...columns, ...Object.fromEntries(dropped.map(column => [column, null])) };
}

/** One screen: all columns of a sheet. @param read how the sheets are read by the columns chosen so far. */
export async function askColumns(
  dialogue: Dialogue,
  side: SideSheet,
  first: ChosenColumns,
  read: (columns: ChosenColumns) => Promise<AsUnderstood>,
  isFirst: boolean,
): Promise<ChosenColumns | 'back'> {
  const sheet = first.sheets[side];
  if (sheet === null) return first;
  const { words } = dialogue;
  const withManagers = async (columns: ChosenColumns): Promise<Shown> => {
    const { roster } = await read(columns);
    return { columns, managers: countKnownManagers(side === 'mentors' ? 'mentor' : 'mentee', roster) };
  };
  const screen = {
    head: words.columnsHead(sheet.file.replace(/^.*[/\\]/u, ''), sheet.rows, side, first.pages.get(sheet.file) ?? null),
    listRows: (shown: Shown) => shown.columns.chosen[side].map(one => makeRow(one, sheet, shown, dialogue)),
    listNotes: ({ columns }: Shown) => listLeftOver(sheet, columns.chosen[side], dialogue),
    change: async (shown: Shown, at: number, answer: string) => {
      const { column } = shown.columns.chosen[side][at]!;
      const headers = sheet.columns.map(({ header }) => header);
      const number = await askNumber(dialogue, words.numberPrompt(words.columns[column] ?? column), headers, answer);
      return number === null ? shown : withManagers(moveColumn(shown.columns, side, column, number - 1));
    },
  };
  const answer = await askScreen<Shown>(dialogue, screen, await withManagers(first), isFirst);
  return answer === 'back' ? answer : answer.columns;
}

interface Shown {
  readonly columns: ChosenColumns;
  readonly managers: KnownManagers;
}

function makeRow(
  { column, indexes, isGuess }: ProposedColumn,
  sheet: Understood,
  { managers }: Shown,
  { words }: Dialogue,
): ScreenRow {
  const headers = indexes.map(index => `${String(index + 1).padStart(2)} ${sheet.columns[index]!.header}`);
  const isCounted = column === 'manager' && headers.length > 0 && managers.named > 0;
  const told = isCounted ? [`   ${words.foundManagers(managers.found, managers.named)}`] : [];
  const label = words.columns[column] ?? column;
  return { label, shown: headers.length === 0 ? [` ${words.none}`] : [...headers, ...told], isGuess };
}

function listLeftOver(sheet: Understood, chosen: readonly ProposedColumn[], { words }: Dialogue): string[] {
  const used = new Set(chosen.flatMap(({ indexes }) => indexes));
  const number = (is: (column: string | null) => boolean) =>
    sheet.columns.flatMap(({ header, column }, index) =>
      !used.has(index) && header !== '' && is(column) ? [`${index + 1} ${header}`] : [],
    );
  const isWish = (column: string | null) => column !== null && isWishColumn(column);
  const [wishes, others] = [number(isWish), number(column => !isWish(column))];
  return [
    ...(wishes.length > 0 ? [words.wishColumns(wishes)] : []),
    ...(others.length > 0 ? [words.unusedColumns(others)] : []),
  ];
}

/** A column is read from one header, and a header as one column. @param index -1 where it is to be read from none. */
function moveColumn(columns: ChosenColumns, side: SideSheet, column: string, index: number): ChosenColumns {
  const { chosen } = columns;
  const moved = chosen[side].map(one => {
    if (one.column === column) return { column, indexes: index < 0 ? [] : [index], isGuess: false };
    return { ...one, indexes: one.indexes.filter(other => other !== index) };
  });
  return { ...columns, chosen: { ...chosen, [side]: moved } };
}
