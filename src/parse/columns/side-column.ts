import { listWordKeys } from '../../domain/name-spellings.ts';
import { emptyCell, type Parsed, type Problem, sameFile, unknownRole } from '../../domain/problems.ts';
import type { Side } from '../../domain/roster.ts';
import { fold, splitList } from '../../domain/text.ts';
import { countCells, getCell } from '../cell-codes/dictionary-encoded-rows.ts';
import type { Table } from '../table/table.ts';
import { makeHeaderKey } from '../text/text-keys.ts';

/** The column that says who is what, in a sheet that holds both mentors and mentees. */
export const ROLE = 'role';

/** What that column is called, as keys (see find-columns.ts). */
const NAMES: readonly string[] = [
  ...['role', 'roles', 'rolle', 'rola', 'ruolo', 'rol', 'papel', 'funcao', 'participantrole', 'programmerole'],
  ...['programrole', 'teilnehmerrolle', 'teilnahmeals', 'mentormentee', 'mentorormentee', 'mentorodermentee'],
];

const WORDS: Readonly<Record<Side | 'both', readonly string[]>> = {
  mentor: [
    ...[
      'mentor',
      'mentors',
      'mentorin',
      'mentoren',
      'mentorinnen',
      'mentor/in',
      'mentor:in',
      'mentor*in',
      'mentor(in)',
    ],
    ...['mentora', 'mentores', 'mentore', 'mentori', 'mentorka', 'mentorzy', 'mentrice', 'als mentor', 'as mentor'],
  ],
  mentee: [
    ...['mentee', 'mentees', 'als mentee', 'as mentee', 'mentoree', 'mentoré', 'mentorée', 'mentorado', 'mentorada'],
    ...['mentorizado', 'mentorizada', 'mentorowany', 'mentorowana', 'mentie'],
  ],
  both: [
    ...['both', 'beide', 'beides', 'les deux', 'ambos', 'entrambi', 'entrambe', 'oba', 'obie', 'mentor and mentee'],
    ...['mentor & mentee', 'mentor und mentee', 'mentor, mentee', 'mentor; mentee', 'mentor;mentee', 'mentor/mentee'],
  ],
};

/** More words for the roles, from the config. */
export type RoleWords = Readonly<Partial<Record<Side, string | readonly string[] | undefined>>>;

/** Whether a header names the column of roles. @param own the user's names for it. */
export function isRoleHeader(header: string, own: readonly string[]): boolean {
  const key = makeHeaderKey(header);
  return (own.length > 0 ? own.map(makeHeaderKey) : NAMES).includes(key);
}

/**
 * The rows of one side of a sheet that holds both. A row may be of both sides; what its role says is told where it says
 * nothing that we understand.
 * @param words and values: what the config says of words, by role and by word.
 */
export function selectRowsOfSide(
  table: Table,
  side: Side,
  own: readonly string[],
  words: RoleWords,
  values: ReadonlyMap<string, string> = NO_WORDS,
): Parsed<Table> {
  const column = table.header.findIndex(header => isRoleHeader(header, own));
  if (column < 0) return { value: { ...table, rows: [] }, problems: [sameFile(table.file)] };
  const roleOf = makeRoleReader(words, values);
  const problems: Problem[] = [];
  const rows = table.rows.filter(one => {
    if (countCells(one) !== table.header.length) return true;
    const cell = getCell(one, column) ?? '';
    const role = roleOf(cell);
    const location = { file: table.file, row: one.row, column: table.header[column] ?? ROLE, value: cell };
    if (role === null) problems.push(cell === '' ? emptyCell(location) : unknownRole(location, cell, sideIn(cell)));
    return role === side || role === 'both';
  });
  return { value: { ...table, rows }, problems };
}

/** The one side of which a phrase has a word: "I would like to be a mentor". */
function sideIn(cell: string): Side | null {
  const words = new Set(listWordKeys(cell));
  const [side = null, ...others] = (['mentor', 'mentee'] as const).filter(one =>
    WORDS[one].some(word => words.has(word)),
  );
  return others.length === 0 ? side : null;
}

const NO_WORDS: ReadonlyMap<string, string> = new Map();

function makeRoleReader(words: RoleWords, values: ReadonlyMap<string, string>): (cell: string) => Side | 'both' | null {
  const roles = new Map<string, Side | 'both'>();
  for (const role of ['mentor', 'mentee', 'both'] as const) for (const word of WORDS[role]) roles.set(word, role);
  for (const side of ['mentor', 'mentee'] as const) {
    for (const word of [words[side] ?? []].flat()) roles.set(fold(word), side);
  }
  for (const [word, role] of values)
    if (role === 'mentor' || role === 'mentee' || role === 'both') roles.set(word, role);
  return cell => {
    const role = roles.get(fold(cell));
    if (role !== undefined || !/[;,|\n]/u.test(cell)) return role ?? null;
    const parts = new Set(splitList(cell).map(part => roles.get(fold(part)) ?? null));
    const [only = null] = parts;
    return parts.has(null) || parts.size === 0 ? null : parts.size === 1 ? only : 'both';
  };
}
