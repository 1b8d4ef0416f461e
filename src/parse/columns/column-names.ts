import { byText } from '../../domain/text.ts';
import { headerKey, keysOf } from '../text/text-keys.ts';
import { ALIASES, PARTS_OF_NAMES, SURVEY_COLUMNS } from './aliases.ts';
import { isWishColumn, wishRank } from './wish-columns.ts';

/** Our columns by the user's own names for them, from "columns" in the config; one without a name is set aside. */
export type OwnNames = Readonly<Record<string, readonly string[]>>;

/** What a header stands for. The user's own names leave no doubt, ours and the usual ones little, the others more. */
export interface Claim {
  readonly column: string;
  readonly doubt: number;
}

export const NO_DOUBT = 0;
const LITTLE_DOUBT = 1;

/**
 * Our column for each header, or null: by the user's own names, which come first, by ours, and by the aliases. Where several
 * headers stand for one column, those of them count whose name is the least doubtful.
 */
export function columnsFor(header: readonly string[], wanted: readonly string[], own: OwnNames): (string | null)[] {
  const claims = claimsOf(header, wanted, own);
  return claims.map((claim, index) => (isSurest(claims, index) ? claim!.column : null));
}

/** What each header stands for beside the others, however doubtful. */
export function claimsOf(header: readonly string[], wanted: readonly string[], own: OwnNames): (Claim | null)[] {
  const keys = header.map(headerKey);
  const here = ownIn(header, own);
  const named = ownClaims(header, wanted, here);
  const claims = claimsByKey(wanted, here);
  return inContext(
    keys,
    header.map((name, index) => named.get(index) ?? others(claimIn(claims, wanted, name), here)),
  );
}

/** A column of wishes that the config names goes by no other name. */
function others(claim: Claim | null, own: OwnNames): Claim | null {
  return claim !== null && isWishColumn(claim.column) && own[claim.column] !== undefined ? null : claim;
}

/** Whether a claim is there and no other header claims its column with less doubt. */
export function isSurest(claims: readonly (Claim | null)[], index: number): boolean {
  const claim = claims[index];
  if (claim == null) return false;
  return claims.every(other => other?.column !== claim.column || other.doubt >= claim.doubt);
}

/** The user's own names that a header has: a sheet that has none of a column's goes by the aliases. */
export function ownIn(header: readonly string[], own: OwnNames): OwnNames {
  const isHere = (names: readonly string[]) =>
    names.length === 0 || names.some(name => indexesOf(name, header).length > 0);
  return Object.fromEntries(Object.entries(own).filter(([, names]) => isHere(names)));
}

/**
 * Where the columns are that a name means: those called just so, else those of its key, or the one whose place among those
 * is behind it.
 * "Topics#2" is the second column called Topics, unless a column is called just that.
 */
export function indexesOf(name: string, header: readonly string[]): number[] {
  const all = (key: string) => header.flatMap((other, index) => (headerKey(other) === key ? [index] : []));
  const literally = header.flatMap((other, index) => (other === name ? [index] : []));
  if (literally.length > 0) return literally;
  const alike = all(headerKey(name));
  const [, base, place] = /^(.*)#(\d{1,3})$/su.exec(name.trim()) ?? [];
  if (alike.length > 0 || base === undefined) return alike;
  const found = all(headerKey(base))[Number(place) - 1];
  return found === undefined ? [] : [found];
}

/** Finds our column that a header stands for wherever it stands, or null. The user's own names come before the aliases. */
export function namedAmong(wanted: readonly string[], own: OwnNames): (header: string) => string | null {
  const claims = claimsByKey(wanted, own);
  return header => claimIn(claims, wanted, header)?.column ?? null;
}

/** Whether a header would be read as one of these columns of ours where the config says nothing of it. */
export function isNamedAmong(wanted: readonly string[]): (header: string) => boolean {
  const columnNamed = namedAmong(wanted, {});
  return header => columnNamed(header) !== null;
}

/** The keys by which a column of ours is known to everybody, the surest first. */
export function keysFor(column: string): readonly string[] {
  return known(column).map(({ key }) => key);
}

/** How doubtful a name of a column is: the place of its list among the aliases, or null where it is none. */
export function doubtOf(column: string, key: string): number | null {
  return known(column).find(one => one.key === key)?.doubt ?? null;
}

/** Sheets of people have wishes. */
export function isOfPeople(wanted: readonly string[]): boolean {
  return wanted.includes('not_with');
}

function ownClaims(header: readonly string[], wanted: readonly string[], own: OwnNames): ReadonlyMap<number, Claim> {
  const claims = new Map<number, Claim>();
  for (const [column, names] of Object.entries(own).sort(([a], [b]) => byText(a, b))) {
    if (!wanted.includes(column) && !(isOfPeople(wanted) && isWishColumn(column))) continue;
    for (const name of names) {
      for (const index of indexesOf(name, header))
        if (header[index] !== '') claims.set(index, { column, doubt: NO_DOUBT });
    }
  }
  return claims;
}

type Claims = ReadonlyMap<string, Claim>;

function claimsByKey(wanted: readonly string[], own: OwnNames): Claims {
  const claims = new Map<string, Claim>();
  const add = (key: string, claim: Claim) => {
    if (!claims.has(key)) claims.set(key, claim);
  };
  for (const column of wanted) for (const name of own[column] ?? []) add(headerKey(name), { column, doubt: NO_DOUBT });
  const others = wanted.filter(column => !own[column]);
  for (const column of others) add(headerKey(column), { column, doubt: LITTLE_DOUBT });
  for (const column of others) for (const { key, doubt } of known(column)) add(key, { column, doubt });
  if (others.includes('first_name')) for (const key of PARTS_OF_NAMES.first_name) add(key, WHOLE_NAME);
  if (others.includes('last_name')) for (const key of PARTS_OF_NAMES.last_name) add(key, WHOLE_NAME);
  return claims;
}

/** A header with a sign for "number" is a number of something: "Employee #" is an employee number, and "Name #" is no name. */
function claimIn(claims: Claims, wanted: readonly string[], header: string): Claim | null {
  const key = headerKey(header);
  if (key === '') return null;
  const rank = isOfPeople(wanted) && !claims.has(key) ? wishRank(header) : null;
  if (rank !== null) return { column: `wish_${rank}`, doubt: LITTLE_DOUBT };
  if (!NUMBERED.test(header)) return claims.get(key) ?? null;
  const numbers = [`${key}number`, `${key}nummer`, `${key}no`, `numberof${key}`, `number${key}`];
  const claim = numbers.map(name => claims.get(name)).find(Boolean) ?? claims.get(key) ?? null;
  return claim === null || NAMES.includes(claim.column) ? null : claim;
}

const NUMBERED = /#(?!\d)|№|\((?:number|no|nr|nummer|num|numéro|numero|número)\.?\)\s*$/iu;
const NAMES: readonly string[] = ['name', 'first_name', 'last_name'];

const WHOLE_NAME: Claim = { column: 'name', doubt: LITTLE_DOUBT };

const remembered = new Map<string, readonly { readonly key: string; readonly doubt: number }[]>();

function known(column: string) {
  const found = remembered.get(column);
  if (found !== undefined) return found;
  const lists = [[column], ...(ALIASES[column] ?? [])];
  const keys = lists.flatMap((names, index) =>
    names.flatMap(keysOf).map(key => ({ key, doubt: Math.max(LITTLE_DOUBT, index) })),
  );
  remembered.set(column, keys);
  return keys;
}

/** What keys stand for beside the others of their header. */
function inContext(keys: readonly string[], claims: readonly (Claim | null)[]): (Claim | null)[] {
  const has = (column: string) => claims.some(claim => claim?.column === column);
  const isSure = (claim: Claim | null) => claim === null || claim.doubt === NO_DOUBT;
  const isSurvey = claims.some(claim => claim?.column === 'id') && keys.some(key => surveyKeys().has(key));
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

function surveyKeys(): ReadonlySet<string> {
  survey ??= new Set(SURVEY_COLUMNS.flatMap(keysOf));
  return survey;
}
