import { listWordKeys } from '../../domain/name-spellings.ts';
import { makeHeaderKey } from '../text/text-keys.ts';

/** The rank of a column of wishes ("wish_1", "Wunsch 2", "First choice", "Preferences [1st choice]"), or null. */
export function readWishRank(header: string): number | null {
  const digits = WISH.exec(makeHeaderKey(header))?.[1];
  if (digits !== undefined) return Number(digits);
  if (header.length > LONGEST) return null;
  const words = listWordKeys(header);
  const ranks = words.flatMap(word => RANKS.get(word) ?? []);
  const wishes = words.filter(word => WISHES.has(word) || COMPOUND.test(word));
  const isAll = words.every(word => RANKS.has(word) || WISHES.has(word) || COMPOUND.test(word) || FILLING.has(word));
  const compound = words.flatMap(word => RANKS.get(COMPOUND.exec(word)?.[1] ?? '') ?? []);
  const [rank, ...others] = [...ranks, ...compound];
  return isAll && wishes.length > 0 && others.length === 0 ? (rank ?? null) : null;
}

/** Whether a header names wishes without a rank, which are none that we know. */
export function isUnrankedWish(header: string): boolean {
  const words = header.length > LONGEST ? [] : listWordKeys(header);
  return words.some(word => WISHES.has(word)) && words.every(word => WISHES.has(word) || FILLING.has(word));
}

/** The column of wishes of a rank, as the config may name it; null for any other name. */
export function isWishColumn(name: string): boolean {
  return /^wish_[1-9]\d?$/u.test(name);
}

/** A longer header is a question. */
const LONGEST = 60;

const WISH =
  /^(?:wish|choice|wunsch|wunschmentor|wahl|souhait|voeu|choix|desiderio|scelta|deseo|eleccion|wens|keuze|zyczenie|wybor)(\d{1,2})$/u;

const WISHES: ReadonlySet<string> = new Set(
  `wish wishes choice choices preference wunsch wunsche wunschmentor wunschmentorin wunschmentee mentorwunsch wahl souhait
  voeu choix desiderio scelta deseo eleccion wens keuze zyczenie wybor preferred desired gewunschter bevorzugter`.split(
    /\s+/u,
  ),
);

const FILLING: ReadonlySet<string> = new Set(
  'mentor mentors mentorin mentee mentees preferences preferencias my your mein meine ihr dein of for de di du der'.split(
    ' ',
  ),
);

const ORDINALS: readonly (readonly string[])[] = [
  [
    'first',
    '1st',
    'erster',
    'erste',
    'erstes',
    'erst',
    'premier',
    'premiere',
    'primo',
    'prima',
    'primer',
    'primera',
  ].concat(['primero', 'eerste', 'pierwszy', 'pierwsza', 'pierwsze', '1er', '1ere', '1a', '1e', '1']),
  [
    'second',
    '2nd',
    'zweiter',
    'zweite',
    'zweites',
    'zweit',
    'deuxieme',
    'seconde',
    'secondo',
    'seconda',
    'segundo',
  ].concat(['segunda', 'tweede', 'drugi', 'druga', 'drugie', '2eme', '2a', '2e', '2']),
  ['third', '3rd', 'dritter', 'dritte', 'drittes', 'dritt', 'troisieme', 'terzo', 'terza', 'tercer', 'tercera'].concat([
    'tercero',
    'derde',
    'trzeci',
    'trzecia',
    'trzecie',
    '3eme',
    '3a',
    '3e',
    '3',
  ]),
  [
    'fourth',
    '4th',
    'vierter',
    'vierte',
    'viertes',
    'viert',
    'quatrieme',
    'quarto',
    'quarta',
    'cuarto',
    'cuarta',
  ].concat(['vierde', 'czwarty', 'czwarta', '4eme', '4a', '4e', '4']),
  [
    'fifth',
    '5th',
    'funfter',
    'funfte',
    'funftes',
    'funft',
    'cinquieme',
    'quinto',
    'quinta',
    'vijfde',
    'piaty',
    '5eme',
  ].concat(['5a', '5e', '5']),
];

const RANKS: ReadonlyMap<string, number> = new Map(
  ORDINALS.flatMap((words, index) => words.map(word => [word, index + 1] as const)),
);

/** Erstwunsch, Zweitwahl. */
const COMPOUND = /^(erst|zweit|dritt|viert|funft)(?:wunsch|wahl)$/u;
