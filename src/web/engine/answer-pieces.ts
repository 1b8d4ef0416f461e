/** An answer in pieces, of which a page reads one at a time: it can answer whoever uses it in between. */
import type { EngineAnswer, Piece } from './questions.ts';

/** A list of so many rows is read within a few milliseconds. */
const MOST_ROWS = 400;

/**
 * Takes long lists out of an answer. What is left has empty ones in their places; the pieces fill these
 * in the order in which they come.
 */
export function splitAnswer(answer: EngineAnswer): { readonly rest: EngineAnswer; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  const takeOut = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value) && value.length > MOST_ROWS) {
      for (let at = 0; at < value.length; at += MOST_ROWS) pieces.push({ path, rows: value.slice(at, at + MOST_ROWS) });
      return [];
    }
    if (Array.isArray(value)) return value.map((one, at) => takeOut(one, [...path, String(at)]));
    if (!isPlain(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, takeOut(one, [...path, name])]));
  };
  return { rest: takeOut(answer, []) as EngineAnswer, pieces };
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Puts a piece where it was taken out. */
export function putBack(rest: EngineAnswer, { path, rows }: Piece): void {
  const list = path.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>>)[name], rest);
  (list as unknown[]).push(...rows);
}

/** The bytes of an answer, each once: they are handed over and not copied. */
export function listBuffers(answer: EngineAnswer): ArrayBuffer[] {
  if (answer.kind !== 'matched') return [];
  return [...new Set([answer.zip, ...answer.run.values()].map(({ buffer }) => buffer as ArrayBuffer))];
}
