import { ALIASES, PARTS_OF_NAMES, SURVEY_COLUMNS } from './aliases.ts';
import { headerKey, keysOf } from './keys.ts';

/** Our columns by the user's own names for them, from "columns" in the config. */
export type OwnNames = Readonly<Record<string, readonly string[]>>;

/**
 * Our column for each header, or null: by the user's own names, which come first, by ours, and by the aliases. Where several
 * headers stand for one column, those of them count whose name is the least doubtful.
 */
export function columnsFor(header: readonly string[], wanted: readonly string[], own: OwnNames): (string | null)[] {
  const keys = header.map(headerKey);
  const claims = claimsOf(wanted, ownIn(header, own));
  const found = inContext(
    keys,
    keys.map(key => claims.get(key) ?? null),
  );
  const surest = new Map<string, number>();
  for (const claim of found) {
    if (claim) surest.set(claim.column, Math.min(claim.doubt, surest.get(claim.column) ?? claim.doubt));
  }
  return found.map(claim => (claim && claim.doubt === surest.get(claim.column) ? claim.column : null));
}

/** The user's own names that a header has: a sheet that has none of a column's goes by the aliases. */
export function ownIn(header: readonly string[], own: OwnNames): OwnNames {
  const keys = new Set(header.map(headerKey));
  return Object.fromEntries(Object.entries(own).filter(([, names]) => names.some(name => keys.has(headerKey(name)))));
}

/** Finds our column that a header's key stands for wherever it stands, or null. The user's own names come before the aliases. */
export function namedAmong(wanted: readonly string[], own: OwnNames): (key: string) => string | null {
  const claims = claimsOf(wanted, own);
  return key => claims.get(key)?.column ?? null;
}

/** Whether a header would be read as one of these columns of ours where the config says nothing of it. */
export function isNamedAmong(wanted: readonly string[]): (header: string) => boolean {
  const columnNamed = namedAmong(wanted, {});
  return header => columnNamed(headerKey(header)) !== null;
}

/** The keys by which a column of ours is known to everybody, the surest first. */
export function keysFor(column: string): readonly string[] {
  return known(column).map(({ key }) => key);
}

/** What a key stands for. The user's own names leave no doubt, ours and the usual ones little, the others more. */
interface Claim {
  readonly column: string;
  readonly doubt: number;
}

const NO_DOUBT = 0;
const LITTLE_DOUBT = 1;

function claimsOf(wanted: readonly string[], own: OwnNames): ReadonlyMap<string, Claim> {
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
function inContext(keys: readonly string[], claims: readonly (Claim | null)[]): readonly (Claim | null)[] {
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
