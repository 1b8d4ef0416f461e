/** Most names are so, and telling costs less than taking accents away. */
const PLAIN = /^[ -~]*$/u;

/** The words of a text, each as a key. */
export function listWordKeys(text: string): string[] {
  return foldAccents(text)
    .split(PLAIN.test(text) ? /[^a-z0-9]+/u : /[^\p{L}\p{N}\p{M}]+/u)
    .filter(word => word !== '');
}

/** A text without case and without the accents of Latin letters. */
export function foldAccents(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ł/gu, 'l');
}

/** "Führungskraft" → "Fuehrungskraft". */
export function expandUmlauts(text: string): string {
  return text.replace(/[äöü]/giu, umlaut => EXPANDED[umlaut.toLowerCase()] ?? umlaut);
}

const EXPANDED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Keys under which names are the same however they are spelt: without regard to case, accents, umlauts and the order of words. */
export function listSpellings(name: string): string[] {
  const plain = makeSpellingKey(name);
  if (plain === '') return [];
  return /[äöü]/iu.test(name) ? [plain, makeSpellingKey(expandUmlauts(name))] : [plain];
}

function makeSpellingKey(name: string): string {
  const words = listWordKeys(name);
  return words.length < 2 ? (words[0] ?? '') : words.sort().join(' ');
}
