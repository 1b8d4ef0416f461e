import type { ExportTool, PlaceholderSource } from './hand-over.ts';
import type { Excess } from './input-bounds.ts';
import type { Role } from './input-roles.ts';
import type { Side } from './roster.ts';
import type { JsonFault, KindOfName, SettingFault } from './setting-faults.ts';
import type { SurveyQuestion } from './survey.ts';
import type { Damage } from './workbook.ts';

/** What a file is that should be a table. */
export type FileFormat =
  | 'zip'
  | 'another archive'
  | 'old Excel'
  | 'gzip'
  | 'PDF'
  | 'web page'
  | 'JSON'
  | 'XML'
  | 'XML spreadsheet'
  | 'UTF-32'
  | 'binary';

/** How another program lost what was in a cell. */
export type Spoiling = 'formula error' | 'shortened number';

/** How another program changed a text on its way. */
export type TextOddity = 'misread UTF-8' | 'two alphabets' | 'lost letter' | 'web signs' | 'apostrophe' | 'day';

/** What the cells of a column are that its header does not say, with the first of them. */
export interface MisfitCells {
  readonly kind:
    | 'answers'
    | 'numbers'
    | 'employment'
    | 'no languages'
    | 'not all statuses'
    | 'no addresses'
    | 'another status';
  readonly cells: readonly string[];
}

/** The names of a mentor and a mentee. */
export type TandemNames = readonly [mentor: string, mentee: string];

/** Why an approved tandem is let go. */
export type ReleaseReason =
  | { readonly kind: 'left'; readonly person: string; readonly side: Side }
  | { readonly kind: 'barred'; readonly bars: readonly string[] }
  | { readonly kind: 'clash' };

/** A person as somebody who asked for them is shown them. */
export interface AskedPerson {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly department: string;
  readonly country: string;
}

/** Why two people who were asked for are no mentor and mentee. */
export type UnpairedReason =
  | { readonly kind: 'withdrawn'; readonly person: AskedPerson }
  | { readonly kind: 'one side'; readonly people: readonly [AskedPerson, AskedPerson]; readonly side: Side };

/** What a sheet is read as. */
export type SheetRole = Role | 'history' | 'survey';

/** Columns by letter and name. */
export type LetteredColumns = readonly (readonly [letters: string, header: string])[];

export type NoFacts = Readonly<Record<never, never>>;

/** What each message needs to know besides its location, by its code. Its sentences are made in `render/words/`. */
export interface ProblemFacts {
  E001: NoFacts;
  E002: { readonly role: 'mentors' | 'mentees' };
  E003: { readonly looks: FileFormat };
  E004: { readonly cell: string; readonly encoding: string };
  E005: NoFacts;
  E006: NoFacts;
  E007: {
    readonly found: number;
    readonly expected: number;
    readonly isHeaders: boolean;
    readonly other: string | null;
  };
  E008: { readonly columns: LetteredColumns; readonly column: string; readonly setting: string };
  E009: {
    readonly column: string;
    readonly near: string | null;
    readonly setting: string | null;
    readonly city: string | null;
  };
  E010: NoFacts;
  E011: NoFacts;
  E012: {
    readonly cell: string;
    readonly least: number;
    readonly most: number;
    readonly near: number | null;
    readonly column: string | null;
  };
  E013: { readonly id: string; readonly row: number };
  E014: { readonly email: string; readonly row: number };
  E015: { readonly cell: string; readonly near: string | null };
  E016: { readonly cell: string; readonly near: readonly string[]; readonly besides: 'map it' | readonly string[] };
  E017: { readonly cell: string; readonly near: string | null; readonly levels: readonly string[] };
  E018: { readonly names: readonly string[] };
  E020: { readonly fault: JsonFault };
  E021: { readonly key: string; readonly near: string | null; readonly choice: readonly string[] };
  E022: { readonly fault: SettingFault; readonly of: 'value' | 'name' };
  E023: {
    readonly kind: KindOfName;
    readonly name: string;
    readonly near: string | null;
    readonly choice: readonly string[];
  };
  E024: { readonly kind: KindOfName; readonly name: string };
  E025: { readonly rule: string };
  E026: { readonly rule: string };
  E027: { readonly most: number };
  E028: { readonly header: string; readonly near: string | null; readonly choice: readonly string[] };
  E030: { readonly cell: string };
  E031: { readonly min: number; readonly max: number };
  E032: NoFacts;
  E033: { readonly country: string; readonly side: Side; readonly row: number };
  E040: { readonly cell: string; readonly side: Side; readonly near: readonly string[] };
  E041: { readonly cell: string; readonly near: string | null };
  E042: { readonly cell: string; readonly most: number | null };
  E043: { readonly action: string; readonly row: number };
  E044: { readonly row: number };
  E224: { readonly header: string | null; readonly headers: readonly string[] };
  E225: { readonly question: SurveyQuestion; readonly headers: readonly string[] };
  E226: { readonly cell: string; readonly question: SurveyQuestion };
  E220: { readonly cell: string; readonly near: string | null };
  W221: { readonly names: TandemNames; readonly side: Side };
  E222: { readonly names: TandemNames; readonly bars: readonly string[] };
  W223: { readonly file: string | null; readonly row: number };
  E045: { readonly names: TandemNames; readonly bars: readonly string[]; readonly lacks: 'reason' | 'flag' | 'word' };
  E046: { readonly pairs: string | null };
  E047: { readonly level: string };
  E048: { readonly one: string; readonly other: string; readonly country: string; readonly side: Side };
  E049: NoFacts;
  E050: NoFacts;
  E051: { readonly cell: string };
  E052: {
    readonly cell: string;
    readonly near: string | null;
    readonly choice: readonly string[];
    readonly likely: readonly string[];
  };
  E053: { readonly least: number; readonly capacity: number };
  E054: { readonly cell: string; readonly rule: string };
  E055: { readonly cell: string };
  E056: { readonly need: 'time zones' | 'repeat' };
  E057: { readonly cell: string };
  E058: { readonly found: number; readonly most: number };
  E061: { readonly cells: readonly string[]; readonly wanted: readonly string[] };
  E101: { readonly damage: Damage };
  E102: NoFacts;
  E103: { readonly excess: Excess };
  E104: NoFacts;
  E105: { readonly cell: string };
  E107: { readonly address: string; readonly cell: string; readonly why: Spoiling };
  E109: { readonly address: string };
  E113: { readonly cell: string; readonly likely: Side | null };
  E114: { readonly name: string; readonly near: string | null; readonly sheets: readonly string[] };
  E115: { readonly file: string; readonly sheets: readonly string[] };
  E119: { readonly name: string };
  E130: { readonly names: readonly string[]; readonly near: string | null };
  E131: { readonly city: string };
  E140: { readonly ending: '.xls' | '.xlsb' };
  E141: { readonly excess: Excess };
  E142: { readonly most: number };
  E152: { readonly field: string };
  E160: { readonly text: string; readonly near: readonly AskedPerson[] };
  E161: { readonly text: string; readonly people: readonly AskedPerson[] };
  E162: { readonly why: UnpairedReason };
  E163: { readonly found: number; readonly usual: number; readonly count: number; readonly all: number };
  E173: { readonly cell: string; readonly side: Side };
  E174: { readonly cell: string; readonly people: readonly string[] };
  E175: { readonly cell: string; readonly people: readonly string[] };
  E176: NoFacts;
  E179: { readonly text: string; readonly near: readonly string[] };
  E180: { readonly text: string; readonly people: readonly string[] };
  E181: { readonly texts: readonly string[] };
  E190: { readonly names: TandemNames; readonly person: string; readonly side: Side; readonly near: readonly string[] };
  E191: { readonly names: TandemNames; readonly bars: readonly string[] };
  E194: { readonly names: TandemNames };
  E196: { readonly file: string };
  E197: {
    readonly names: TandemNames;
    readonly value: string;
    readonly other: { readonly file: string; readonly row: number; readonly value: string };
  };
  W034: { readonly country: string; readonly side: Side };
  W050: { readonly ids: readonly string[] };
  W063: { readonly column: string; readonly setting: string | null };
  W064: { readonly cell: string; readonly near: readonly string[] };
  W065: { readonly cell: string; readonly near: readonly string[] };
  W066: { readonly cell: string; readonly side: Side };
  W067: NoFacts;
  W068: { readonly id: string; readonly other: string };
  W071: { readonly address: string; readonly others: number };
  W072: { readonly undatedRows: number; readonly rows: number };
  W073: { readonly met: number; readonly all: number; readonly isBoth: boolean };
  W106: {
    readonly page: string;
    readonly word: string;
    readonly rival: { readonly page: string; readonly word: string } | null;
  };
  W108: { readonly address: string; readonly cell: string; readonly why: Spoiling };
  W111: { readonly encoding: string; readonly wanted: string };
  W112: NoFacts;
  W116: { readonly file: string; readonly role: SheetRole; readonly name: string; readonly others: readonly string[] };
  W117: { readonly sheets: readonly string[] };
  W118: { readonly rows: readonly number[] };
  W120: { readonly text: string };
  W121: NoFacts;
  W122: { readonly text: string };
  W123: { readonly letters: string };
  W132: { readonly word: string; readonly count: number };
  W133: { readonly cell: string; readonly name: string; readonly count: number };
  W134: { readonly name: string; readonly other: string; readonly row: number };
  W140: { readonly column: string; readonly why: MisfitCells; readonly read: string | null };
  W141: { readonly columns: LetteredColumns };
  W143: { readonly cells: readonly string[] };
  W144: { readonly setting: string };
  W145: { readonly question: string; readonly column: string; readonly answers: readonly string[] };
  W146: { readonly name: string };
  W147: { readonly cell: string; readonly why: TextOddity; readonly count: number };
  W148: { readonly cell: string; readonly name: string; readonly count: number };
  W149: { readonly cell: string; readonly count: number };
  W151: { readonly first: number; readonly last: number; readonly setting: string };
  W153: { readonly role: SheetRole };
  W170: { readonly cell: string; readonly near: readonly string[] };
  W171: { readonly cell: string; readonly people: readonly string[] };
  W172: { readonly cell: string; readonly people: readonly string[] };
  W177: { readonly rows: number };
  W178: {
    readonly name: string;
    readonly other: string;
    readonly pair: readonly [string, string];
    readonly pairs: number;
  };
  W190: { readonly words: readonly string[]; readonly count: number; readonly emptyIs: string };
  W191: { readonly word: string; readonly count: number };
  W192: { readonly names: TandemNames; readonly person: string };
  W193: { readonly names: TandemNames; readonly why: ReleaseReason };
  W195: { readonly remarks: readonly string[] };
  W199: { readonly names: TandemNames };
  W200: { readonly previous: string };
  /** @param reasons those that the config allows. */
  W210: {
    readonly id: string;
    readonly name: string;
    /** The header of the column that says who takes part; null where the sheet has none. */
    readonly column: string | null;
    /** What to write there. */
    readonly word: 'withdrawn' | 'no' | 'yes';
  };
  W211: { readonly id: string };
  E212: { readonly text: string; readonly left: readonly string[] };
  W213: { readonly file: string };
  W214: { readonly cell: string };
  E215: { readonly name: string; readonly was: string; readonly is: string };
  E216: { readonly name: string };
  W217: { readonly ids: readonly string[] };
  W205: { readonly cell: string; readonly near: string | null; readonly reasons: readonly string[] };
  E240: { readonly tool: ExportTool; readonly name: string };
  E241: {
    readonly tool: ExportTool;
    readonly address: string;
    /**
     * More characters than are taken, signs before the @ that are not, or a start that a
     * spreadsheet takes for a formula.
     */
    readonly why: 'too long' | 'signs' | 'formula';
  };
  /** `name` is that of the column in the export. */
  E242: {
    readonly tool: ExportTool;
    readonly name: string;
    readonly size: number;
    readonly most: number;
    readonly unit: 'bytes' | 'characters';
  };
  /** `characters` within which names must differ; null for all. */
  E243: { readonly tool: ExportTool; readonly names: readonly string[]; readonly characters: number | null };
  /** `person` is the first who would have got it. */
  E244: { readonly name: string; readonly near: string | null; readonly person: string };
  /** `others` is how many more people it would have hit. */
  E245: {
    readonly name: string;
    readonly person: string;
    readonly others: number;
    readonly source: PlaceholderSource;
  };
  E246: NoFacts;
  E247: NoFacts;
  W198: { readonly range: string; readonly text: string; readonly others: number };
}

export type ProblemCode = keyof ProblemFacts;
