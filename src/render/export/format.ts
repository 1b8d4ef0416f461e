/**
 * What a program is that a run is handed over to: which sheets it takes, what it would cut or
 * refuse, and which files it gets.
 */
import type {
  ConfidentialFacts,
  EventPlan,
  ExtraColumn,
  HandOver,
  KickOff,
  LetterText,
  Mailing,
  Recipient,
  RecipientGroup,
} from '../../domain/hand-over.ts';
import type { Participant, Side } from '../../domain/roster.ts';
import type { WrittenSheet } from '../../domain/workbook.ts';
import type { ExportColumn, ExportWords } from './columns.ts';

/** A sheet of a group with its columns: what is checked is what is written. */
export interface PersonSheet extends Mailing {
  readonly columns: readonly ExportColumn[];
}

/**
 * A file of a hand-over: for which group it is, and how many rows it has; null where it
 * is for no group, or has no rows.
 */
export interface ExportedFile {
  readonly group: RecipientGroup | null;
  readonly rows: number | null;
  readonly content: FileBody;
}

/** Text as it is, or sheets of a workbook, which the shell writes. */
export type FileBody =
  | { readonly kind: 'text'; readonly text: Iterable<string> }
  | { readonly kind: 'workbook'; readonly sheets: readonly WrittenSheet[] };

/** A file of text. */
export function makeTextFile(
  text: Iterable<string>,
  rows: number | null,
  group: RecipientGroup | null = null,
): ExportedFile {
  return { group, rows, content: { kind: 'text', text } };
}

/** What a program would cut or refuse. */
export interface TargetLimits {
  /** Whether people are found by their address, so that nobody may be without and no two may share one. */
  readonly needsAddress: boolean;
  /** The characters that an address may have at most; null where any address is taken. */
  readonly longestAddress: number | null;
  /** What stands before the @ of every address that is taken; null where anything may. */
  readonly mailbox: RegExp | null;
  /** How much one cell may hold; null where there is no bound. */
  readonly longestText: { readonly most: number; readonly unit: 'bytes' | 'characters' } | null;
  /** Names of columns must differ within so many characters, without regard to case. */
  readonly nameLength: number;
  /** Whether people open the files in a spreadsheet program, which would run a formula. */
  readonly isForPeople: boolean;
}

/** A program that takes anything. */
export const NO_LIMITS: TargetLimits = {
  needsAddress: false,
  longestAddress: null,
  mailbox: null,
  longestText: null,
  nameLength: Number.POSITIVE_INFINITY,
  isForPeople: false,
};

/** What files are made of. */
export interface ExportContext extends ExportWords {
  readonly handing: HandOver;
  /** Between the cells of CSV files for people. */
  readonly delimiter: string;
  /** The people of the sheets by id, those who left and withdrew not among them. */
  readonly people: Readonly<Record<Side, ReadonlyMap<string, Participant>>>;
  /** Every further column of the sheets, which letters may name. */
  readonly columns: readonly ExtraColumn[];
  readonly programme: string;
  readonly round: string;
  /** When first meetings are, and what is said of each; null where the call names no time. */
  readonly calendar: { readonly kickOff: KickOff; readonly plan: EventPlan } | null;
  /** The letter to each group. */
  readonly letters: ReadonlyMap<RecipientGroup, LetterText>;
  /** What is for HR alone, as far as some letter names it. */
  readonly confidential: ConfidentialFacts;
}

/** A workbook of one sheet. */
export function makeBookFile(sheet: WrittenSheet, rows: number, group: RecipientGroup | null = null): ExportedFile {
  return { group, rows, content: { kind: 'workbook', sheets: [sheet] } };
}

/** A program as a hand-over knows it. */
export interface ExportFormat {
  readonly limits: TargetLimits;
  /** Whether it takes tandems and not people, so that both sides are asked for. */
  readonly isOfPairs: boolean;
  /** The columns of a group. */
  readonly listColumns: (mailing: Mailing, context: ExportContext) => readonly ExportColumn[];
  /** The files, by name. @param sheets those of the groups in which there is anybody. */
  readonly makeFiles: (sheets: readonly PersonSheet[], context: ExportContext) => ReadonlyMap<string, ExportedFile>;
}

/** The cells of a sheet, row by row, as they are. */
export function* listRows({ recipients, columns }: PersonSheet): Generator<readonly string[]> {
  for (const recipient of recipients) yield listCells(columns, recipient);
}

function listCells(columns: readonly ExportColumn[], recipient: Recipient): string[] {
  return columns.map(({ getCell }) => getCell(recipient));
}

/** A sheet as a workbook of one sheet with one table, whose name is that of the group. */
export function makeTableSheet(name: string, columns: readonly string[], rows: Iterable<readonly string[]>) {
  const table = name.replace(/(?:^|-)(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  return { name, rows: [columns, ...rows], hasHeader: true, table } satisfies WrittenSheet;
}

/** A sheet in parts of so many rows at most, each with what its file is called. */
export function splitSheet(sheet: PersonSheet, most: number): readonly (PersonSheet & { readonly file: string })[] {
  const { group, recipients } = sheet;
  const parts = Math.ceil(recipients.length / most);
  return Array.from({ length: parts }, (_, at) => ({
    ...{ ...sheet, recipients: recipients.slice(at * most, (at + 1) * most) },
    file: parts === 1 ? group : `${group}-${at + 1}`,
  }));
}
