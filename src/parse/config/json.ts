import type { JsonFault, JsonPart } from '../../domain/setting-faults.ts';
import { doubleAll, hasStrayBackslash } from './windows-paths.ts';

/**
 * What JSON.parse does not tell: where a text stops being JSON, in facts that are the same in every version of Node,
 * and keys that stand twice in one object, of which JSON.parse silently keeps the last. Grammar: RFC 8259, §2 to §7.
 */
export interface FoundFault {
  /** Row of the text, from 1. */
  readonly row: number;
  readonly fault: JsonFault;
}

/** A key in its object, in a row of the text. */
export interface FoundKey {
  readonly row: number;
  readonly path: readonly PropertyKey[];
}

/** What JSON says of its keys besides its value. */
export interface ScannedJson {
  readonly fault: FoundFault | null;
  /** Keys that stand in their object a second time. */
  readonly doubled: readonly FoundKey[];
  readonly unusable: readonly FoundKey[];
}

/** A key that objects take for something else, so that what it says would be lost. */
export const UNUSABLE = '__proto__';

/** How deep JSON may be nested: no file of ours comes near, and whoever goes through it may do so by calls in calls. */
export const MOST_NESTED = 64;

/**
 * The row, from 1, in which a text is nested deeper than that; null where it is not.
 * Looks at strings and brackets alone.
 */
export function findTooDeepRow(text: string): number | null {
  let depth = 0;
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isString = !isString;
    else if (isString) at += code === BACKSLASH ? 1 : 0;
    else if (isOpening(code) && ++depth > MOST_NESTED) return text.slice(0, at).split('\n').length;
    else if (isClosing(code)) depth--;
  }
  return null;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const isOpening = (code: number) => code === 0x5b || code === 0x7b;
const isClosing = (code: number) => code === 0x5d || code === 0x7d;

/**
 * The value of a text that is JSON, not nested too deep, in which no key stands twice; undefined for anything else.
 * JSON.parse leaves one of two equal keys, so that counting them tells the rest: far sooner than going through a large
 * text token by token. It calls itself at no depth, so that depth is seen in what it leaves.
 */
export function parsePlainJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value) === countWrittenKeys(text) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The keys of all objects in a value, level by level; null where it is nested too deep. */
function countKeys(json: unknown): number | null {
  let count = 0;
  let level = [json];
  for (let depth = 0; level.length > 0; depth++) {
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (depth === MOST_NESTED) return null;
      const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
      if (!Array.isArray(value)) count += inner.length;
      for (const each of inner) if (typeof each === 'object') below.push(each);
    }
    level = below;
  }
  return count;
}

/** In JSON, a string is a key exactly where a colon follows; any other colon stands in a string. */
function countWrittenKeys(json: string): number {
  return json.replace(STRING, '').split(':').length - 1;
}

const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/gu;

/** Reads a text token by token up to its end or its first fault. */
export function scanJson(text: string): ScannedJson {
  const scan = new Scan();
  const { doubled, unusable } = scan;
  for (let at = 0, row = 1; ; ) {
    const { start, end } = readToken(text, at);
    row += text.slice(at, start).split('\n').length - 1;
    if (start === text.length && scan.expected === THE_END) return { fault: null, doubled, unusable };
    if (end === start || !scan.take(text.slice(start, end), row)) {
      return { fault: describeFault(text, start, row, scan.expected), doubled, unusable };
    }
    at = end;
  }
}

/** The next token; empty at the end of the text, and where none can be read. */
function readToken(text: string, at: number): { readonly start: number; readonly end: number } {
  TOKEN.lastIndex = at;
  const [, blank = '', token = ''] = TOKEN.exec(text) ?? [];
  return { start: at + blank.length, end: at + blank.length + token.length };
}

const TOKEN =
  /([ \t\n\r]*)([{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null)(?![\w.])|)/uy;

/** A longer text is cut: where the backslash is can be seen. */
const MOST_QUOTED = 60;

const A_COMMA = 'comma';
const A_KEY = 'name';
const THE_END = 'end';

function describeFault(text: string, start: number, row: number, expected: JsonPart): FoundFault {
  const rest = /^.{0,20}/u.exec(text.slice(start))?.[0].trimEnd() ?? '';
  if (rest === '') return { row, fault: { kind: 'ends early', expected } };
  if (expected === THE_END) return { row, fault: { kind: 'goes on', rest } };
  const afterComma = text.slice(0, start).trimEnd().endsWith(',');
  if (afterComma && /^[\]}]/u.test(rest)) return { row, fault: { kind: 'extra comma', rest } };
  const [, written = ''] = /^"((?:[^"\\\n]|\\.)*)/u.exec(text.slice(start, start + MOST_QUOTED)) ?? [];
  if (hasStrayBackslash(written)) return { row, fault: { kind: 'backslash', written, meant: doubleAll(written) } };
  return { row, fault: { kind: 'lacks', expected, rest } };
}

/** An object or a list that is not closed yet; `key` is the name or number of the value that is read. */
interface Open {
  readonly end: '}' | ']';
  readonly keys: Set<string>;
  key: PropertyKey;
}

class Scan {
  expected: JsonPart = 'value';
  readonly doubled: FoundKey[] = [];
  readonly unusable: FoundKey[] = [];
  readonly #open: Open[] = [];

  /** Takes the next token; false where it must not stand here. */
  take(token: string, row: number): boolean {
    const inner = this.#open.at(-1);
    const orEnd = this.expected.startsWith(A_COMMA) || this.expected.endsWith(`or ${inner?.end}`);
    if (inner !== undefined && token === inner.end) return orEnd && this.#close();
    if (this.expected.startsWith(A_COMMA)) return token === ',' && this.#expectNext(inner);
    if (this.expected.startsWith(A_KEY)) return token.startsWith('"') && this.#name(token, row, inner);
    if (this.expected === 'colon') return token === ':' && this.#expect('value');
    if (this.expected === THE_END || '}],:'.includes(token)) return false;
    return token === '{' || token === '[' ? this.#enter(token) : this.#expectAfterValue();
  }

  #expect(expected: JsonPart): true {
    this.expected = expected;
    return true;
  }

  #expectAfterValue(): true {
    const inner = this.#open.at(-1);
    return this.#expect(inner === undefined ? THE_END : `${A_COMMA} or ${inner.end}`);
  }

  #enter(token: '{' | '['): true {
    const list = token === '[';
    this.#open.push({ end: list ? ']' : '}', keys: new Set(), key: list ? 0 : '' });
    return this.#expect(list ? 'value or ]' : 'name or }');
  }

  #close(): true {
    this.#open.pop();
    return this.#expectAfterValue();
  }

  #expectNext(inner: Open | undefined): true {
    if (typeof inner?.key !== 'number') return this.#expect(A_KEY);
    inner.key++;
    return this.#expect('value');
  }

  #name(token: string, row: number, inner: Open | undefined): true {
    if (inner === undefined) return this.#expect('colon');
    inner.key = JSON.parse(token) as string;
    const found = { row, path: this.#open.map(({ key }) => key) };
    if (inner.keys.has(inner.key)) this.doubled.push(found);
    if (inner.key === UNUSABLE) this.unusable.push(found);
    inner.keys.add(inner.key);
    return this.#expect('colon');
  }
}
