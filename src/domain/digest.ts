import type { Role } from './input-roles.ts';
import type { Tandem } from './pairing.ts';
import type { PairFiles, PairNote, Terms } from './policy.ts';
import type { Roster, Side } from './roster.ts';
import { Sha256 } from './sha256.ts';

/**
 * SHA-256 of a value by its content: the order of keys and of a map's entries does not count. What is hashed is JSON
 * without blanks, keys in code-unit order; maps are objects, and infinity is a word.
 * @param without a key that does not count either, unless it is a map's.
 */
export function computeDigest(value: unknown, without: string | null = null): string {
  const canon = new Canon(without);
  canon.write(value);
  return `sha256:${canon.digest()}`;
}

/** A digest for each input; that of a file that there is not is the one of a file that says nothing. */
export type Digests = Readonly<Record<Role, string>> & { readonly history: readonly string[] };

/** Digests of what a programme's files say, not of their bytes: rows in another order say the same. */
export function digestContents(
  roster: Roster,
  { limits, carriedOver }: Terms,
  { pairs, previous, history }: PairFiles,
): Digests {
  const listWithdrawn = (side: Side) => roster.withdrawn.flatMap(known => (known.side === side ? [known.person] : []));
  const digestNotes = (notes: readonly PairNote[] | null) =>
    computeDigest(
      (notes ?? []).map(note => replaceIndexes(note, roster)),
      'row',
    );
  return {
    mentors: computeDigest([omitUnsaid(roster.mentors), omitUnsaid(listWithdrawn('mentor'))], 'row'),
    mentees: computeDigest([omitUnsaid(roster.mentees), omitUnsaid(listWithdrawn('mentee'))], 'row'),
    limits: computeDigest(limits, 'row'),
    pairs: digestNotes(pairs),
    previous: digestNotes(previous),
    carryOver: computeDigest(carriedOver ?? []),
    history: history.map(({ notes, tandems }) =>
      computeDigest([notes.map(note => replaceIndexes(note, roster)), tandems], 'row'),
    ),
  };
}

/** The fields of people that digests have held from the start, whether or not they say anything. */
const FIRST_FIELDS: readonly string[] = [
  ...['id', 'name', 'email', 'department', 'country', 'city', 'offset', 'languages', 'topics', 'level'],
  ...['manager', 'wishes', 'notWith', 'extra', 'row', 'capacity', 'minLoad', 'wants', 'priority'],
];

/**
 * People without later fields that say nothing ('', 0, null, false, an empty list): so these change no digest of an
 * earlier run. The recipe for an input column in ARCHITECTURE.md counts on this.
 */
function omitUnsaid<Person extends object>(people: readonly Person[]): readonly object[] {
  const later = new Set(Object.keys(people[0] ?? {}).filter(key => !FIRST_FIELDS.includes(key)));
  if (later.size === 0) return people;
  const isHeld = ([key, value]: [string, unknown]) => !later.has(key) || !(isEmptyList(value) || !value);
  return people.map(person => Object.fromEntries(Object.entries(person).filter(isHeld)));
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Forms that know no level `fewer-earlier` have digests of which pairs the history keeps apart. */
export function digestHistoryNotes(roster: Roster, { history }: PairFiles): readonly string[] {
  return history.map(({ notes }) =>
    computeDigest(
      notes.map(note => replaceIndexes(note, roster)),
      'row',
    ),
  );
}

/** The digest of tandems, whatever their order. */
export function digestTandems(tandems: readonly Tandem[], { mentors, mentees }: Roster): string {
  const ordered = tandems.toSorted((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
  return computeDigest(ordered.map(({ mentor, mentee }) => [mentors[mentor]!.id, mentees[mentee]!.id]));
}

/**
 * What an earlier round says of the next one is left out where it says nothing: so
 * digests are those of before it could.
 */
function replaceIndexes({ decided: _, held: __, continues, parted, ...note }: PairNote, { mentors, mentees }: Roster) {
  const next = { ...(continues ? { continues } : {}), ...(parted ? { parted } : {}) };
  return { ...note, ...next, mentor: mentors[note.mentor]!.id, mentee: mentees[note.mentee]!.id };
}

/** How much text is gathered before it is hashed: the whole of a large roster is never there at once. */
const GATHERED = 65_536;

/** Hashes a value piece by piece. */
class Canon {
  readonly #hash = new Sha256();
  readonly #without: string | null;
  readonly #orders: KeyOrder[] = [];
  #text = '';

  constructor(without: string | null) {
    this.#without = without;
  }

  write(value: unknown, depth = 0): void {
    if (typeof value === 'string') this.#text += JSON.stringify(value);
    else if (typeof value === 'number') this.#text += Number.isFinite(value) ? `${value}` : `"${value}"`;
    else if (typeof value !== 'object' || value === null) this.#text += `${value}`;
    else if (Array.isArray(value)) this.#writeList(value, depth + 1);
    else if (value instanceof Map) this.#writeMap(value, depth + 1);
    else this.#writeObject(value, depth + 1, this.#without);
    if (this.#text.length > GATHERED) this.#flush();
  }

  digest(): string {
    this.#flush();
    return Array.from(this.#hash.digest(), byte => byte.toString(16).padStart(2, '0')).join('');
  }

  #flush(): void {
    this.#hash.add(this.#text);
    this.#text = '';
  }

  #writeList(list: readonly unknown[], depth: number): void {
    let before = '[';
    for (const value of list) {
      this.#text += before;
      this.write(value, depth);
      before = ',';
    }
    this.#text += before === '[' ? '[]' : ']';
  }

  /** Most people have no columns of their own. */
  #writeMap(map: ReadonlyMap<string, unknown>, depth: number): void {
    if (map.size === 0) this.#text += '{}';
    else this.#writeObject(Object.fromEntries(map), depth, null);
  }

  #writeObject(object: object, depth: number, without: string | null): void {
    const ordered = this.#orderKeys(object, depth);
    const plain = without === null ? null : copyPlain(object, ordered, without);
    if (plain !== null) this.#text += JSON.stringify(plain);
    else this.#writeByKeys(object, ordered, depth, without);
  }

  #writeByKeys(object: object, ordered: readonly Key[], depth: number, without: string | null): void {
    let before = '{';
    for (const { key, text } of ordered) {
      const value: unknown = Reflect.get(object, key);
      if (value === undefined || key === without) continue;
      this.#text += before + text;
      this.write(value, depth);
      before = ',';
    }
    this.#text += before === '{' ? '{}' : '}';
  }

  /**
   * The keys of an object in order. Objects of a list have the keys of the one before, so that sorting once is enough.
   */
  #orderKeys(object: object, depth: number): readonly Key[] {
    const keys = Object.keys(object);
    const last = this.#orders[depth];
    if (last !== undefined && isSame(keys, last.keys)) return last.ordered;
    const ordered = keys.toSorted().map(key => ({ key, text: `${JSON.stringify(key)}:` }));
    this.#orders[depth] = { keys, ordered };
    return ordered;
  }
}

/**
 * A copy of an object with its keys in order, where JSON is just what is hashed: nothing within but texts, finite
 * numbers and lists of texts. Most of what is hashed is people, and written so they take a fraction. null where it is
 * not; no object of ours has keys that are numbers, which would not stay in order.
 */
function copyPlain(object: object, ordered: readonly Key[], without: string): object | null {
  const copy: Record<string, unknown> = {};
  for (const { key } of ordered) {
    const value: unknown = Reflect.get(object, key);
    if (!isPlain(value)) return null;
    if (key !== without) copy[key] = value;
  }
  return copy;
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(item => typeof item === 'string');
  return value instanceof Map && value.size === 0;
}

interface Key {
  readonly key: string;
  readonly text: string;
}

interface KeyOrder {
  readonly keys: readonly string[];
  readonly ordered: readonly Key[];
}

function isSame(keys: readonly string[], others: readonly string[]): boolean {
  if (keys.length !== others.length) return false;
  for (let k = 0; k < keys.length; k++) if (keys[k] !== others[k]) return false;
  return true;
}
