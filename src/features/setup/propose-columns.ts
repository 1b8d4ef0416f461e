import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../../domain/roster.ts';
import type { Understood } from '../../domain/understood.ts';
import { SURVEY_COLUMNS } from '../../parse/columns/aliases.ts';
import { guessColumns } from '../../parse/columns/suggestions.ts';
import { isWishColumn } from '../../parse/columns/wish-columns.ts';
import { makeHeaderKey } from '../../parse/text/text-keys.ts';

/** A column of ours, and the headers of a sheet that it is proposed to be read from: by their indexes, from 0. */
export interface ProposedColumn {
  readonly column: string;
  readonly indexes: readonly number[];
  /** Whether header and cells only suggest it: no name of ours, and none that the user gave. */
  readonly isGuess: boolean;
}

/**
 * The columns of ours that a sheet of people has, as read or as its headers and cells suggest, in our order; and, with
 * no header, those that most rules are about. Wishes go by their headers alone and are left out.
 */
export function proposeColumns(sheet: Understood): readonly ProposedColumn[] {
  const read = groupRead(sheet);
  const guessed = new Map([...guessByWords(sheet)].filter(([column]) => !read.has(column)));
  const isThere = (column: string) => read.has(column) || guessed.has(column);
  return listOurs(sheet.role)
    .map(column => ({ column, indexes: read.get(column) ?? guessed.get(column) ?? [], isGuess: guessed.has(column) }))
    .filter(({ column, indexes }) => indexes.length > 0 || (WANTED.includes(column) && !isNeedless(column, isThere)));
}

/** The places that a sheet is to be read by, as if they were read so already: what the config is made of. */
export function applyColumns(sheet: Understood, chosen: readonly ProposedColumn[]): Understood {
  const byIndex = new Map(chosen.flatMap(({ column, indexes }) => indexes.map(index => [index, column] as const)));
  const columns = sheet.columns.map(({ header, column }, index) => {
    const isWish = column !== null && isWishColumn(column);
    return { header, column: isWish ? column : (byIndex.get(index) ?? null) };
  });
  return { ...sheet, columns };
}

/** The columns that come first, in the order in which people read them; all others of a sheet come behind. */
const FIRST: readonly string[] = [
  ...['id', 'name', 'first_name', 'last_name', 'email', 'department', 'country', 'city', 'level', 'manager'],
  ...['topics', 'languages', 'not_with'],
];

function listOurs(role: Understood['role']): readonly string[] {
  const ours = role === 'mentors' ? MENTOR_COLUMNS : MENTEE_COLUMNS;
  return [...FIRST, ...ours.filter(column => !FIRST.includes(column))];
}

/** Shown even where a sheet has none: somebody may know better. */
const WANTED = [
  'name',
  'email',
  'department',
  'country',
  'level',
  'manager',
  'topics',
  'languages',
  'not_with',
  'capacity',
];

function isNeedless(column: string, isThere: (column: string) => boolean): boolean {
  return column === 'name' && isThere('first_name') && isThere('last_name');
}

function groupRead({ columns }: Understood): ReadonlyMap<string, readonly number[]> {
  const read = new Map<string, readonly number[]>();
  for (const [index, { column }] of columns.entries()) {
    if (column !== null) read.set(column, [...(read.get(column) ?? []), index]);
  }
  return read;
}

/**
 * What headers suggest: by our names in a question, and where they have none by stems of
 * words. Cells must be able to be it.
 */
function guessByWords(sheet: Understood): ReadonlyMap<string, readonly number[]> {
  const guessed = new Map<string, readonly number[]>();
  const isSurvey = sheet.columns.some(({ header }) => SURVEY_KEYS.has(makeHeaderKey(header)));
  for (const [header, column] of guessColumns(sheet)) {
    // Beside the columns that survey forms add, "ID" numbers the answers and not the people.
    if (column === 'id' && isSurvey) continue;
    guessed.set(column, [sheet.columns.findIndex(one => one.header === header)]);
  }
  for (const [column, stems] of STEMS) {
    if (!listOurs(sheet.role).includes(column) || guessed.has(column)) continue;
    if (sheet.columns.some(one => one.column === column)) continue;
    const taken = new Set([...guessed.values()].flat());
    const found = sheet.columns.findIndex(
      (one, index) => one.column === null && !taken.has(index) && stems.test(one.header) && sheet.fits(index, column),
    );
    if (found >= 0) guessed.set(column, [found]);
  }
  return guessed;
}

const SURVEY_KEYS: ReadonlySet<string> = new Set(SURVEY_COLUMNS.map(makeHeaderKey));

/** How people ask, in German and English; those whose cells tell most come first. */
const STEMS: readonly (readonly [column: string, stems: RegExp])[] = [
  ['email', /mail/iu],
  ['capacity', /wie ?viele|anzahl|höchstens|maximal|how many|at most|maximum/iu],
  ['wants', /wie ?viele.*mentor|anzahl.*mentor|how many.*mentor/iu],
  [
    'not_with',
    /nicht (?:mit|zusammen|gepaart|gemeinsam)|ausschl|befangen|not (?:be )?(?:with|paired|matched|meet)|avoid|conflict/iu,
  ],
  ['country', /land\b|länder|countr|nation/iu],
  ['languages', /sprache|language/iu],
  ['manager', /vorgesetzt|führungskraft|manager|reports? to|supervisor/iu],
  ['level', /karriere|stufe|ebene|hierarch|seniorit|\blevel|\bgrade/iu],
  ['topics', /thema|themen|topic|interess|schwerpunkt|skill/iu],
  ['department', /bereich|abteilung|department|division|business unit/iu],
  ['city', /standort|arbeitsort|stadt|\bcity|location|\boffice/iu],
  ['priority', /priorit/iu],
];
