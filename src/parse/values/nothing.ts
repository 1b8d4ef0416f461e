import { expandUmlauts, foldAccents } from '../../domain/name-spellings.ts';

/**
 * How sure it is that a text says nothing: `sure` wherever it stands, `unsure` where it may be a value too, like NA
 * (Namibia, North America) and no (Norwegian).
 */
export type Nothing = 'sure' | 'unsure';

/** What the config says of words for nothing. */
export interface NothingWords {
  /** Whether a word says nothing; a word that is not here is as everybody uses it. */
  readonly own: ReadonlyMap<string, boolean>;
}

export const USUAL_WORDS: NothingWords = { own: new Map() };

/** Whether a text says that there is nothing to say; null where it says something. */
export function detectNothing(text: string, { own }: NothingWords = USUAL_WORDS): Nothing | null {
  // Addresses and numbers: there are many, and none is a word for nothing.
  if (text.includes('@') || (own.size === 0 && DIGIT.test(text))) return null;
  if (text.length > LONGEST) return own.size > 0 && own.get(makeNothingKey(text)) === true ? 'sure' : null;
  const key = makeNothingKey(text);
  const said = own.get(key);
  if (said !== undefined) return said ? 'sure' : null;
  if (key === '' || SURE.has(key)) return text === '' ? null : 'sure';
  return UNSURE.has(key) ? 'unsure' : null;
}

/**
 * A word for nothing without case, accents, the blanks in "k. A.", and what people put around it: "(none)", "--None--",
 * "n/a.". Of signs alone nothing is left.
 */
export function makeNothingKey(text: string): string {
  const letters = ASCII.test(text) ? text.toLowerCase() : foldAccents(text);
  if (LETTERS.test(letters)) return letters;
  return letters.replace(/\s*([./\\])\s*/gu, '$1').replace(AROUND, '');
}

const DIGIT = /[0-9]/u;
const ASCII = /^[ -~]*$/u;
/** Letters and blanks alone: nothing stands around them. */
const LETTERS = /^[a-z0-9](?:[a-z0-9 ,;:'&+-]*[a-z0-9])?$/u;
const SIGNS = '[\\p{Pd}\\s_.?…¿#~/\\\\<>()[\\]{}"−]';
const AROUND = new RegExp(`^${SIGNS}+|${SIGNS}+$`, 'gu');

/** Words for nothing in English, German, French, Italian, Spanish, Dutch and Polish. */
export const WORDS_FOR_NOTHING = {
  /** What means nothing wherever it stands. */
  sure: splitWords(`n/a, n.a, n\\a, none, nothing, nobody, no one, nil, null, nan, undefined, unknown, not known, not applicable,
  not available, not assigned, not specified, not stated, not given, not provided, no answer, no response, no data,
  no entry, no preference, no preferences, tbd, t.b.d, tba, t.b.a, tbc, t.b.c, to be defined, to be determined,
  to be confirmed, to be announced, n/k,
  keine, keiner, keines, kein, keinen, keine angabe, keine angaben, ohne angabe, ohne angaben, k.a, o.a, nichts, niemand,
  unbekannt, nicht bekannt, nicht angegeben, nicht verfügbar, nicht vorhanden, nicht zutreffend, nicht zugeordnet,
  trifft nicht zu, n.v, n.z, n.b, noch offen, noch unklar, noch nicht bekannt,
  aucun, aucune, néant, rien, personne, sans objet, s/o, s.o, non applicable, non disponible, non renseigné, non précisé,
  non défini, pas de réponse, sans réponse, inconnu, à définir, à déterminer, à confirmer, à préciser, n/d, n.d, n.c, n/c,
  nessuno, nessuna, niente, nulla, non applicabile, non disponibile, non specificato, non indicato, nessuna risposta,
  sconosciuto, da definire, da confermare, n.p,
  ninguno, ninguna, nada, nadie, no aplica, no disponible, no especificado, no procede, desconocido, por definir,
  por determinar, por confirmar, sin datos, sin respuesta, sin especificar, s/d, s.d, ns/nc,
  geen, niets, niemand, niet van toepassing, n.v.t, nvt, niet beschikbaar, niet bekend, niet opgegeven, onbekend,
  geen antwoord, geen voorkeur, n.n.b, nog te bepalen, n.t.b,
  brak, żaden, żadna, żadne, nic, nikt, nie dotyczy, nieznany, nieznana, nieznane, brak danych, brak odpowiedzi, b.d,
  do ustalenia, do uzgodnienia, nie podano,
  n.n`),
  /** What may say nothing and may be a value: a country, a language, a department, an answer. */
  unsure: splitWords('na, no, nope, nein, non, nee, neen, nie, não, nd, nn, ka'),
};

const SURE = collectWordKeys(WORDS_FOR_NOTHING.sure);
const UNSURE = collectWordKeys(WORDS_FOR_NOTHING.unsure);

/** No word for nothing is longer. */
const LONGEST = 40;

function splitWords(list: string): readonly string[] {
  return list.split(',').map(word => word.trim());
}

function collectWordKeys(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap(word => [word, expandUmlauts(word)].map(makeNothingKey)));
}
