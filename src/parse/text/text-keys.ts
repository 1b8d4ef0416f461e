import { expandUmlauts, foldAccents } from '../../domain/name-spellings.ts';

/**
 * A header without case, accents, blanks, hyphens, underscores, tags of web pages and a hint in brackets:
 * "E-Mail (dienstlich)" → "email", "First Name [Required]" → "firstname".
 */
export function makeHeaderKey(header: string): string {
  const shown = /[<&[]/u.test(header) ? header.replace(MARKUP, ' ').replace(DECORATION, '') : header;
  const name = shown.replace(/\([^()]*\)\s*$/u, '');
  // The same as below, and far sooner: most names are of ASCII, and a sheet's
  // understanding begins with a thousand of them.
  if (/^[ -~]*$/u.test(name)) return name.toLowerCase().replace(/[^a-z0-9]/gu, '');
  const letters = foldAccents(name);
  // Without their accents most names are of ASCII; classes of Unicode take milliseconds to begin with.
  if (/^[ -~]*$/u.test(letters)) return letters.replace(/[^a-z0-9]/gu, '');
  return letters.replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The key of a column that a rule names: of several that are called so, by its number among them. */
export function makeFieldKey(name: string): string {
  const [, base, ordinal] = /^(.*)#(\d{1,3})$/su.exec(name.trim()) ?? [];
  if (base === undefined) return makeHeaderKey(name);
  return Number(ordinal) === 1 ? makeHeaderKey(base) : `${makeHeaderKey(base)}#${ordinal}`;
}

const MARKUP = /<\/?[a-z][^<>]{0,200}>|&nbsp;|&amp;/giu;
/** What programs write behind a header to say how it is to be filled in. */
const DECORATION =
  /\s*\[(?:required|optional|mandatory|read[ -]only|upload[ -]only|pflichtfeld|obligatoire|obbligatorio|obligatorio|verplicht)\]\s*$/iu;

/** The keys of a name of ours: German umlauts are also written as two letters. */
export function listHeaderKeys(name: string): string[] {
  if (!/[äöü]/iu.test(name)) return [makeHeaderKey(name)];
  return [makeHeaderKey(name), makeHeaderKey(expandUmlauts(name))];
}
