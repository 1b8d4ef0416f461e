import { findEntry } from '../../domain/own-key-lookup.ts';
import { compareText } from '../../domain/text.ts';
import { listHeaderKeys, makeHeaderKey } from '../text/text-keys.ts';
import { ALIASES, PARTS_OF_NAMES, SURVEY_COLUMNS } from './aliases.ts';
import { isWishColumn, readWishRank } from './wish-columns.ts';

/** Our columns by the user's own names for them, from "columns" in the config; one without a name is set aside. */
export type OwnNames = Readonly<Record<string, readonly string[]>>;

/** What a header stands for. The user's own names leave no doubt, ours and the usual ones little, the others more. */
export interface ColumnClaim {
  readonly column: string;
  readonly doubt: number;
}

export const NO_DOUBT = 0;
const LITTLE_DOUBT = 1;

/**
 * Our column for each header, or null: by the user's own names, which come first, by ours, and by the aliases. Where
 * several headers stand for one column, those of them count whose name is the least doubtful.
 */
export function matchColumns(header: readonly string[], wanted: readonly string[], own: OwnNames): (string | null)[] {
  const claims = listClaims(header, wanted, own);
  return claims.map((claim, index) => (isSurest(claims, index) ? claim!.column : null));
}

/** What each header stands for beside the others, however doubtful. */
export function listClaims(
  header: readonly string[],
  wanted: readonly string[],
  own: OwnNames,
): (ColumnClaim | null)[] {
  const keys = header.map(makeHeaderKey);
  const here = filterOwnNames(header, own);
  const named = collectOwnClaims(header, wanted, here);
  const claims = indexClaims(wanted, here);
  return refineClaims(
    keys,
    header.map((name, index) => named.get(index) ?? dropNamedWish(findClaim(claims, wanted, name), here)),
  );
}

/** A column of wishes that the config names goes by no other name. */
function dropNamedWish(claim: ColumnClaim | null, own: OwnNames): ColumnClaim | null {
  return claim !== null && isWishColumn(claim.column) && own[claim.column] !== undefined ? null : claim;
}

/** Whether a claim is there and no other header claims its column with less doubt. */
export function isSurest(claims: readonly (ColumnClaim | null)[], index: number): boolean {
  const claim = claims[index];
  if (claim == null) return false;
  return claims.every(other => other?.column !== claim.column || other.doubt >= claim.doubt);
}

/** The user's own names that a header has: a sheet that has none of a column's goes by the aliases. */
export function filterOwnNames(header: readonly string[], own: OwnNames): OwnNames {
  const isHere = (names: readonly string[]) =>
    names.length === 0 || names.some(name => findIndexes(name, header).length > 0);
  return Object.fromEntries(Object.entries(own).filter(([, names]) => isHere(names)));
}

/**
 * Where the columns are that a name means: those called just so, else those of its key, or the one whose number among
 * those is behind it. "Topics#2" is the second column called Topics, unless a column is called just that.
 */
export function findIndexes(name: string, header: readonly string[]): number[] {
  const findByKey = (key: string) => header.flatMap((other, index) => (makeHeaderKey(other) === key ? [index] : []));
  const literally = header.flatMap((other, index) => (other === name ? [index] : []));
  if (literally.length > 0) return literally;
  const alike = findByKey(makeHeaderKey(name));
  const [, base, ordinal] = /^(.*)#(\d{1,3})$/su.exec(name.trim()) ?? [];
  if (alike.length > 0 || base === undefined) return alike;
  const found = findByKey(makeHeaderKey(base))[Number(ordinal) - 1];
  return found === undefined ? [] : [found];
}

/**
 * Finds our column that a header stands for wherever it stands, or null. The user's own names come before the aliases.
 */
export function makeColumnFinder(wanted: readonly string[], own: OwnNames): (header: string) => string | null {
  const claims = indexClaims(wanted, own);
  return header => findClaim(claims, wanted, header)?.column ?? null;
}

/** Whether a header would be read as one of these columns of ours where the config says nothing of it. */
export function isNamedAmong(wanted: readonly string[]): (header: string) => boolean {
  const columnNamed = makeColumnFinder(wanted, {});
  return header => columnNamed(header) !== null;
}

/** The keys by which a column of ours is known to everybody, the surest first. */
export function listKeys(column: string): readonly string[] {
  return listKeysWithDoubt(column).map(({ key }) => key);
}

/** How doubtful a name of a column is: the index of its list among the aliases, or null where it is none. */
export function findDoubt(column: string, key: string): number | null {
  return listKeysWithDoubt(column).find(one => one.key === key)?.doubt ?? null;
}

/** Sheets of people have wishes. */
export function isOfPeople(wanted: readonly string[]): boolean {
  return wanted.includes('not_with');
}

function collectOwnClaims(
  header: readonly string[],
  wanted: readonly string[],
  own: OwnNames,
): ReadonlyMap<number, ColumnClaim> {
  const claims = new Map<number, ColumnClaim>();
  for (const [column, names] of Object.entries(own).sort(([a], [b]) => compareText(a, b))) {
    if (!wanted.includes(column) && !(isOfPeople(wanted) && isWishColumn(column))) continue;
    for (const name of names) {
      for (const index of findIndexes(name, header))
        if (header[index] !== '') claims.set(index, { column, doubt: NO_DOUBT });
    }
  }
  return claims;
}

type ClaimsByKey = ReadonlyMap<string, ColumnClaim>;

function indexClaims(wanted: readonly string[], own: OwnNames): ClaimsByKey {
  const claims = new Map<string, ColumnClaim>();
  const add = (key: string, claim: ColumnClaim) => {
    if (!claims.has(key)) claims.set(key, claim);
  };
  for (const column of wanted)
    for (const name of own[column] ?? []) add(makeHeaderKey(name), { column, doubt: NO_DOUBT });
  const others = wanted.filter(column => !own[column]);
  for (const column of others) add(makeHeaderKey(column), { column, doubt: LITTLE_DOUBT });
  for (const column of others) for (const { key, doubt } of listKeysWithDoubt(column)) add(key, { column, doubt });
  if (others.includes('first_name')) for (const key of PARTS_OF_NAMES.first_name) add(key, WHOLE_NAME);
  if (others.includes('last_name')) for (const key of PARTS_OF_NAMES.last_name) add(key, WHOLE_NAME);
  return claims;
}

/**
 * A header with a sign for "number" is a number of something: "Employee #" is an employee
 * number, and "Name #" is no name.
 */
function findClaim(claims: ClaimsByKey, wanted: readonly string[], header: string): ColumnClaim | null {
  const key = makeHeaderKey(header);
  if (key === '') return null;
  const rank = isOfPeople(wanted) && !claims.has(key) ? readWishRank(header) : null;
  if (rank !== null) return { column: `wish_${rank}`, doubt: LITTLE_DOUBT };
  if (!NUMBERED.test(header)) return claims.get(key) ?? null;
  const numbers = [`${key}number`, `${key}nummer`, `${key}no`, `numberof${key}`, `number${key}`];
  const claim = numbers.map(name => claims.get(name)).find(Boolean) ?? claims.get(key) ?? null;
  return claim === null || NAMES.includes(claim.column) ? null : claim;
}

const NUMBERED = /#(?!\d)|№|\((?:number|no|nr|nummer|num|numéro|numero|número)\.?\)\s*$/iu;
const NAMES: readonly string[] = ['name', 'first_name', 'last_name'];

const WHOLE_NAME: ColumnClaim = { column: 'name', doubt: LITTLE_DOUBT };

const remembered = new Map<string, readonly { readonly key: string; readonly doubt: number }[]>();

function listKeysWithDoubt(column: string) {
  const found = remembered.get(column);
  if (found !== undefined) return found;
  const lists = [[column], ...(findEntry(ALIASES, column) ?? [])];
  const keys = lists.flatMap((names, index) =>
    names.flatMap(listHeaderKeys).map(key => ({ key, doubt: Math.max(LITTLE_DOUBT, index) })),
  );
  remembered.set(column, keys);
  return keys;
}

/** What keys stand for beside the others of their header. */
function refineClaims(keys: readonly string[], claims: readonly (ColumnClaim | null)[]): (ColumnClaim | null)[] {
  const has = (column: string) => claims.some(claim => claim?.column === column);
  const isSure = (claim: ColumnClaim | null) => claim === null || claim.doubt === NO_DOUBT;
  const isSurvey = claims.some(claim => claim?.column === 'id') && keys.some(key => getSurveyKeys().has(key));
  const part = (['first_name', 'last_name'] as const).find(name => !has(name) && has(OTHER_PART[name]));
  return claims.map((claim, index) => {
    const key = keys[index]!;
    if (isSure(claim)) return claim;
    if (isSurvey && key === 'id') return null;
    if (part !== undefined && PARTS_OF_NAMES[part].includes(key)) return { column: part, doubt: LITTLE_DOUBT };
    return claim;
  });
}

const OTHER_PART = { first_name: 'last_name', last_name: 'first_name' } as const;

let survey: ReadonlySet<string> | null = null;

function getSurveyKeys(): ReadonlySet<string> {
  survey ??= new Set(SURVEY_COLUMNS.flatMap(listHeaderKeys));
  return survey;
}
