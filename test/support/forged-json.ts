/** A JSON text with one thing in it changed. */
export interface ForgedText {
  /** What was done, and to what. */
  readonly what: string;
  readonly how: string;
  readonly text: string;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Path = readonly (string | number)[];

/** Is replaced in the text by what JSON.stringify would not write. */
const MARK = '\u00a7mark\u00a7';

/** What is put in the place of a value; a text in `raw` stands there as it is. */
type Instead = { readonly value: Json } | { readonly raw: string };

const value = (instead: Json): Instead => ({ value: instead });
const raw = (text: string): Instead => ({ raw: text });

/** Every way to forge a value; null where it is not for this one. `other` is what stands there in another run. */
const INSTEAD: Readonly<Record<string, (was: Json, other: Json | undefined) => Instead | null>> = {
  emptied: was => value(typeof was === 'string' ? '' : typeof was === 'number' ? 0 : Array.isArray(was) ? [] : {}),
  null: () => value(null),
  negative: was => value(typeof was === 'number' && was !== 0 ? -was : -1),
  'one more': was => (typeof was === 'number' ? value(was + 1) : null),
  'one less': was => (typeof was === 'number' ? value(was - 1) : null),
  'a fraction more': was => (typeof was === 'number' ? value(was + 0.5) : null),
  huge: () => raw('1e308'),
  'beyond all numbers': () => raw('1e999'),
  'beyond exact numbers': () => value(2 ** 53),
  'far below': () => value(-(2 ** 60)),
  NaN: () => raw('NaN'),
  'NaN in quotes': () => value('NaN'),
  'a text': was => (was === 'x' ? null : value('x')),
  'true or false': was => value(was !== true),
  nested: was => value([was]),
  'nested in braces': was => value({ x: was }),
  'nested deep': () => raw(`${'['.repeat(3000)}${']'.repeat(3000)}`),
  'a long list': was => value(Array.from({ length: 2000 }, () => was)),
  cut: was => (typeof was === 'string' && was !== '' ? value(was.slice(0, -1)) : null),
  'cut to half': was => (Array.isArray(was) && was.length > 1 ? value(was.slice(0, was.length >> 1)) : null),
  turned: was => (Array.isArray(was) && was.length > 1 ? value(was.toReversed()) : null),
  'from another run': (_, other) => (other === undefined ? null : value(other)),
  'with a key more': was => (isObject(was) ? value({ ...was, x: 1 }) : null),
  'with a key of all objects more': was => (isObject(was) ? raw(withKey(was, '__proto__')) : null),
};

/**
 * All forgeries of a JSON document, one change each: every value in it by every way above, every key and entry dropped and
 * doubled, and the text cut off before it. @param seal makes a document's seal anew. @param other the document of another run.
 */
export function* forgedJson(document: Json, other: Json, seal: (document: Json) => Json): Generator<ForgedText> {
  for (const path of pathsIn(document)) {
    const was = at(document, path)!;
    const what = path.join('.') || 'all';
    const told = (how: string, text: string): ForgedText => ({ what, how, text });
    for (const [how, insteadOf] of Object.entries(INSTEAD)) {
      const instead = insteadOf(was, at(other, path));
      if (instead !== null) yield told(how, written(document, path, instead, seal));
    }
    if (path.length === 0) continue;
    yield told('dropped', JSON.stringify(seal(changed(document, path, () => undefined))));
    yield* doubled(document, path, told, seal);
    yield told('cut off', written(document, path, raw(MARK), same => same).split(MARK)[0]!);
  }
}

function* doubled(
  document: Json,
  path: Path,
  told: (how: string, text: string) => ForgedText,
  seal: (document: Json) => Json,
): Generator<ForgedText> {
  const key = path.at(-1)!;
  const around = at(document, path.slice(0, -1))!;
  const was = at(document, path)!;
  if (typeof key === 'number') {
    const twice = changed(document, path.slice(0, -1), list => (list as Json[]).toSpliced(key, 0, was));
    yield told('doubled', JSON.stringify(seal(twice)));
    return;
  }
  for (const [how, first] of [
    ['doubled', was],
    ['doubled with null', null],
  ] as const) {
    const entries = Object.entries(around).flatMap(([name, entry]) =>
      name === key ? [[`${MARK}${name}`, first] as const, [name, entry] as const] : [[name, entry] as const],
    );
    const twice = changed(seal(document), path.slice(0, -1), () => Object.fromEntries(entries));
    yield told(how, JSON.stringify(twice).replace(MARK, ''));
  }
}

function written(document: Json, path: Path, instead: Instead, seal: (document: Json) => Json): string {
  if ('value' in instead) return JSON.stringify(seal(changed(document, path, () => instead.value)));
  return JSON.stringify(seal(changed(document, path, () => MARK))).replace(JSON.stringify(MARK), () => instead.raw);
}

function withKey(object: object, key: string): string {
  const entries = [...Object.entries(object).map(([name, entry]) => [name, entry] as const), [key, {}] as const];
  return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${JSON.stringify(entry)}`).join(',')}}`;
}

function isObject(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Where there is a value: the whole, and everything in it. */
export function* pathsIn(json: Json, path: Path = []): Generator<Path> {
  yield path;
  if (typeof json !== 'object' || json === null) return;
  const keys = Array.isArray(json) ? [...json.keys()] : Object.keys(json);
  for (const key of keys) yield* pathsIn(at(json, [key])!, [...path, key]);
}

function at(json: Json, path: Path): Json | undefined {
  let inner: Json | undefined = json;
  for (const key of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = Reflect.get(inner, key) as Json;
  }
  return inner;
}

/** A document with another value at a path; undefined takes it out. */
function changed(json: Json, [key, ...rest]: Path, change: (was: Json) => Json | undefined): Json {
  if (key === undefined) return change(json) ?? null;
  const inner = rest.length === 0 ? change(at(json, [key])!) : changed(at(json, [key])!, rest, change);
  if (Array.isArray(json)) return inner === undefined ? json.toSpliced(Number(key), 1) : json.with(Number(key), inner);
  const entries = Object.entries(json as object).flatMap(([name, entry]) =>
    name !== key ? [[name, entry] as const] : inner === undefined ? [] : [[name, inner] as const],
  );
  return Object.fromEntries(entries);
}

/** The value of a JSON text; throws where it is none, or where writing it again shows that a key stands in it twice. */
export function plainJsonOf(text: string): Json {
  const json = JSON.parse(text) as Json;
  const without = (written: string) => written.replace(/\s/gu, '').length;
  if (without(JSON.stringify(json)) !== without(text)) throw new Error('not plain');
  return json;
}
