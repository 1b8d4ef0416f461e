/**
 * Paths in a config as Windows shows them: "data\Mentoren.xlsx". JSON takes a backslash and the letter behind it for
 * one character, \t for a tab, and most such pairs for a fault; a path that has one is what somebody typed, letter
 * by letter. Grammar: RFC 8259, §7.
 */

/** The settings that are paths, by where they are: those in a list too. */
const PATH_SETTINGS = ['mentors', 'mentees', 'limits', 'pairs', 'pairs.file', 'history', 'previous', 'out'];

/** The text with the backslashes of such paths as JSON writes them. */
export function doubleBackslashes(source: string): string {
  if (!source.includes('\\')) return source;
  const doubled = doubleInPaths(source, STRINGS);
  const other = doubleInPaths(source, STRINGS_TO_NEXT_QUOTE);
  return !isJson(doubled) && isJson(other) ? other : doubled;
}

/**
 * The second ends a path at the next quote, so that the backslash of "runs\" is a part of it. Both
 * match whatever begins like a string.
 */
const STRINGS = /"((?:[^"\\\n]|\\.)*)("(?:\s*:)?)?|[{}[\]]/gu;
const STRINGS_TO_NEXT_QUOTE = /"([^"\n]*)("(?:\s*:)?)?|[{}[\]]/gu;

interface OpenBracket {
  readonly isList: boolean;
  key: string;
}

function doubleInPaths(source: string, strings: RegExp): string {
  const open: OpenBracket[] = [];
  return source.replace(strings, (token: string, inner?: string, end?: string) => {
    const last = open.at(-1);
    if (inner === undefined) {
      if (token === '{' || token === '[') open.push({ isList: token === '[', key: '' });
      else open.pop();
    } else if (last?.isList === false && end !== undefined && end !== '"') last.key = inner;
    else if (end === '"' && isTyped(inner) && PATH_SETTINGS.includes(joinKeys(open))) return `"${doubleAll(inner)}"`;
    return token;
  });
}

function joinKeys(open: readonly OpenBracket[]): string {
  return open.flatMap(({ isList, key }) => (isList ? [] : key)).join('.');
}

/** Whether a path holds what no path means: a control character, or a pair that JSON does not know. */
function isTyped(inner: string): boolean {
  return hasStrayBackslash(inner) || /\\[bfnrt]/u.test(omitPairs(inner));
}

/** Whether a string has a backslash that is the start of nothing JSON knows. @param inner between its quotes. */
export function hasStrayBackslash(inner: string): boolean {
  return /\\(?!["/bfnrt]|u[\dA-Fa-f]{4})/u.test(omitPairs(inner));
}

export function doubleAll(inner: string): string {
  return inner.replaceAll('\\', '\\\\');
}

/** Two backslashes are one that is meant. */
function omitPairs(inner: string): string {
  return inner.replaceAll('\\\\', '  ');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
