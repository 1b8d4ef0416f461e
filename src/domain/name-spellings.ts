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

/**
 * Keys under which names are the same however they are spelt: without regard to case,
 * accents, umlauts and the order of words.
 * @param keysOf those of the words of a text, where somebody keeps them.
 */
export function listSpellings(name: string, keysOf: (text: string) => readonly string[] = listWordKeys): string[] {
  const plain = makeSpellingKey(keysOf(name));
  if (plain === '') return [];
  return /[äöü]/iu.test(name) ? [plain, makeSpellingKey(keysOf(expandUmlauts(name)))] : [plain];
}

function makeSpellingKey(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : words.toSorted().join(' ');
}

/** The same as `listWordKeys` for many names, whose words repeat: the keys of each word are found once. */
export function makeWordKeyLister(): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const keysOfWord = (word: string) => {
    const keys = known.get(word) ?? listWordKeys(word);
    known.set(word, keys);
    return keys;
  };
  return text => text.split(' ').flatMap(keysOfWord);
}
