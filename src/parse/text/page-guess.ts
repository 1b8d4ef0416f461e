import { decodeLatin1, encodeLatin1 } from './bytes-to-text.ts';
import { decodePage } from './known-pages.ts';

/** The code pages that spreadsheets in Europe write, in the order in which equally plausible ones are taken. */
export const CODE_PAGES = ['Windows-1252', 'Windows-1254', 'Windows-1250', 'MacRoman', 'CP850'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

/** What a text was most likely written in, by the words in it. */
export interface PageGuess {
  readonly page: CodePage;
  /** A word as the code page gives it, to be looked at: one that would be another in the next best code page. */
  readonly word: string;
  /** Another code page that is about as likely, and what the word would be in it; null where there is none. */
  readonly rival: { readonly page: CodePage; readonly word: string } | null;
}

/** Longer texts say no more about their code page than this much of them, and fewer words than these do as well. */
const SAMPLE = 1024 * 1024;
const MOST_WORDS = 2000;
const LONGEST = 60;
/** A page under which more than so much is wrong with a word on average is none of ours. */
const WORST = 0.6;
/** Pages whose words are this near to the best in all are told as rivals. */
const NEAR = 1;

/**
 * Guesses the code page under which words are most like words: without symbols and capitals in their middle, and with
 * the letters of one language each. Null where they are like words under none.
 */
export function guessPage(bytes: Uint8Array): PageGuess | null {
  const words = collectWords(bytes);
  const ranked = CODE_PAGES.map(page => {
    const read = words.map(word => decodePage(word, page));
    return { page, read, cost: read.reduce((sum, word) => sum + measureOddity(word, page), 0) };
  });
  const best = ranked.reduce((a, b) => (b.cost < a.cost ? b : a));
  if (words.length === 0 || best.cost / words.length > WORST) return null;
  const [second] = ranked.filter(other => other !== best).sort((a, b) => a.cost - b.cost);
  const telling = best.read.findIndex((word, at) => /\p{L}/u.test(word) && word !== second?.read[at]);
  const at = Math.max(0, telling);
  const isRival = second !== undefined && telling >= 0 && second.cost - best.cost < NEAR;
  const rival = isRival ? { page: second.page, word: second.read[at]! } : null;
  return { page: best.page, word: best.read[at]!, rival };
}

/** The different words with bytes beyond ASCII. */
function collectWords(bytes: Uint8Array): Uint8Array[] {
  const text = decodeLatin1(bytes.subarray(0, SAMPLE));
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[A-Za-z\u0080-\u00ff]+/gu)) {
    if (/[\u0080-\u00ff]/u.test(word)) words.add(word.slice(0, LONGEST));
    if (words.size === MOST_WORDS) break;
  }
  return [...words].map(encodeLatin1);
}

const WESTERN = [...['äöüß', 'àâæçéèêëîïôœùûüÿ', 'áéíñóúü', 'áâãàçéêíóôõú', 'àèéìíòóùú', 'åäöæøéšž', 'éèëïóöüáú']];
/** What nobody but a few writes costs a little, so that it loses where others fit as well. */
const RARE = ['áðéíóúýþæö'];
const CENTRAL = ['ąćęłńóśźżé', 'áčďéěíňóřšťúůýž', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'čćđšž', 'ăâîşţ', 'äöüß', 'çë'];
const TURKISH = ['çğıöşüâîûİ'];

const LANGUAGES: Readonly<Record<CodePage, readonly string[]>> = {
  'Windows-1252': WESTERN,
  'Windows-1254': [...TURKISH, ...WESTERN],
  'Windows-1250': CENTRAL,
  MacRoman: WESTERN,
  /** What Excel calls "CSV (MS-DOS)". */
  CP850: WESTERN,
};

/**
 * How much is odd about a word in a code page: 0 for one as people write it, 1 and more for one that cannot be meant.
 */
function measureOddity(read: string, page: CodePage): number {
  const word = read.replace(AT_AN_EDGE, '');
  if (SIGNS.test(word)) return 0;
  const letters = [...word].filter(character => /\p{L}/u.test(character) && character > '\u007f');
  const lone = LONE_LETTER.test(word) ? 1 : 0;
  return (
    lone + countOddSigns(word) + countOddCapitals(word) + countOddNeighbours(word) + countForeignLetters(letters, page)
  );
}

/** Signs that stand alone, as in "£ 100" and "½": they say nothing of the letters around them. */
const SIGNS = /^[£¥¢§©®™°±¹²³¼½¾ªºµ×÷•·¿¡«»„“”‚‘’–—…€]*$/u;
/** Signs that belong to the word of ASCII which they stand at: "Nº", "m²", "µm". */
const AT_AN_EDGE = /(?<=[A-Za-z])[ªº²³°®™]$|^µ(?=[A-Za-z]{1,2}$)/gu;
/** No word is one letter beyond ASCII, but for small vowels: "è", "à", "ó". */
const LONE_LETTER = /^(?![aeiouáàâäéèêëíìîóòôöúùûü])[^\p{ASCII}\P{L}]$/u;

/** Signs that stand at the edges of words, or between two. */
const EDGES = /^[\p{P}€°\u00a0]+|[\p{P}\u00a0°®™]+$/gu;
const BETWEEN = /(?<=\p{L})[’·\u00a0–](?=\p{L})/gu;
/** Signs at an edge that stand beside a word more rarely than a letter that was read wrongly. */
const RARELY = /§|(?<![‚']\p{L}+)‘$|^…(?=\p{Ll})/gu;

function countOddSigns(word: string): number {
  const inside = word.replace(EDGES, '').replace(BETWEEN, '');
  const lost = inside.match(/[\ufffd\p{Cc}]/gu)?.length ?? 0;
  const signs = inside.match(/[^\p{L}\p{M}\p{N}\ufffd\p{Cc}]|\p{No}/gu)?.length ?? 0;
  return 5 * lost + signs + (/\p{L}/u.test(word) ? (word.match(RARELY)?.length ?? 0) / 2 : 0);
}

/** Capitals in the middle of a word, and small letters in one of capitals. */
function countOddCapitals(word: string): number {
  const isShouted = (word.match(/[A-Z]/gu)?.length ?? 0) > (word.match(/[a-z]/gu)?.length ?? 0);
  const found = isShouted
    ? word.match(/(?<=\p{L})(?![a-zß])\p{Ll}/gu)
    : word.match(/(?<=\p{Ll})(?![A-Z])\p{Lu}|(?<=\p{L})(?![A-Z])\p{Lu}(?=\p{Ll})/gu);
  return found?.length ?? 0;
}

const VOWEL = /^[aeiouyáàâãäåæéèêëěęíìîïıóòôõöøőœúùûüůűýÿąă]$/iu;

/** Letters whose neighbours no language gives them, and three in a row that are not of ASCII. */
function countOddNeighbours(word: string): number {
  const letters = [...word.toLowerCase()];
  const odd = letters.filter(
    (letter, at) => letter > '\u007f' && isMisplaced(letter, letters[at - 1], letters[at + 1]),
  );
  return odd.length / 2 + (/[^\p{ASCII}\p{P}]{3}/u.test(word) ? 1 : 0);
}

/** A consonant between two others, ñ that no vowel follows, õ that no e follows, è behind a vowel. */
function isMisplaced(letter: string, before = '', after = ''): boolean {
  if (letter === 'ñ') return !VOWEL.test(after);
  if (letter === 'õ') return after !== 'e';
  if (letter === 'è' || letter === 'ê') return /[aeou]/u.test(before);
  return letter !== 'ß' && [before, letter, after].every(isConsonant);
}

function isConsonant(letter: string): boolean {
  return /\p{L}/u.test(letter) && !VOWEL.test(letter);
}

/** How many letters are of no language that has the others. */
function countForeignLetters(letters: readonly string[], page: CodePage): number {
  const countForeign = (alphabet: string) =>
    letters.filter(letter => !alphabet.includes(letter) && !alphabet.includes(letter.toLowerCase())).length;
  const usual = Math.min(...LANGUAGES[page].map(countForeign));
  return page === 'Windows-1252' ? Math.min(usual, ...RARE.map(alphabet => countForeign(alphabet) + 0.25)) : usual;
}
