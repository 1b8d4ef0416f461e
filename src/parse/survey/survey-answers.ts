import type { Wish } from '../../domain/survey.ts';
import { fold } from '../../domain/text.ts';
import { answerOf } from '../values/answers.ts';

/** What forms let people choose besides yes and no, in seven languages. */
const WORDS: Readonly<Record<Wish, ReadonlySet<string>>> = {
  yes: foldWords(`definitely, certainly, absolutely, of course, probably, rather yes, agree, strongly agree, auf jeden fall, auf alle fälle,
    unbedingt, sicher, natürlich, gerne, gern, eher ja, wahrscheinlich, stimme zu, stimme voll zu, bien sûr, plutôt oui, certainement,
    probablement, d'accord, certamente, probabilmente, piuttosto sì, d'accordo, por supuesto, seguro, probablemente, más bien sí,
    de acuerdo, zeker, waarschijnlijk, eerder wel, mee eens, zdecydowanie tak, raczej tak, na pewno`),
  no: foldWords(`definitely not, certainly not, probably not, rather not, rather no, disagree, strongly disagree, not at all, auf keinen fall,
    eher nein, eher nicht, wahrscheinlich nicht, sicher nicht, stimme nicht zu, stimme gar nicht zu, lieber nicht, plutôt non, pas du tout,
    probablement pas, pas d'accord, probabilmente no, piuttosto no, non d'accordo, probablemente no, más bien no, en desacuerdo,
    waarschijnlijk niet, eerder niet, mee oneens, zeker niet, zdecydowanie nie, raczej nie`),
  undecided:
    foldWords(`maybe, perhaps, not sure, unsure, undecided, don't know, i don't know, neutral, neither agree nor disagree, vielleicht,
    weiß nicht, weiss nicht, unsicher, unentschieden, teils teils, teils/teils, mal sehen, peut-être, je ne sais pas, neutre, forse, non so,
    neutrale, quizás, tal vez, no sé, no lo sé, misschien, weet niet, weet ik niet, neutraal, może, nie wiem`),
};

const WISHES = ['yes', 'no', 'undecided'] as const;

/**
 * What an answer to a question of yes or no says; what stands behind a first comma, dash or full stop
 * explains it. null for any other text.
 */
export function readWish(text: string): Wish | null {
  return findWish(takeAnswer(text));
}

/** What of a text is the answer, without what explains it. */
export function takeAnswer(text: string): string {
  if (findWish(text) !== null) return text;
  const [, first = text] = /^([^,.;:!–—(]+?)\s*(?:[,.;:!–—(]|\s-\s)/u.exec(text) ?? [];
  return first;
}

function findWish(text: string): Wish | null {
  const word = fold(text)
    .replace(/[.!]+$/u, '')
    .trim();
  const known = WISHES.find(wish => WORDS[wish].has(word));
  if (known !== undefined) return known;
  const answer = answerOf(word);
  return answer === null ? null : answer ? 'yes' : 'no';
}

/** Highest and lowest answer on the scale on which people say how likely they are to recommend something. */
const SCALE = [0, 10] as const;

/**
 * Answers from here on say yes: the promoters of Reichheld, The one number you need to grow,
 * Harvard Business Review, December 2003.
 */
const PROMOTER = 9;

/** The largest answer of a scale of five: where none is larger, 5 may be the best there is. */
const MOST_OF_FIVE = 5;

/** A whole number from 0 to 10; null for any other text. */
export function readScale(text: string): number | null {
  const number = /^\d{1,2}$/u.test(text) ? Number(text) : Number.NaN;
  return number >= SCALE[0] && number <= SCALE[1] ? number : null;
}

export function judgeScale(number: number): Wish {
  return number >= PROMOTER ? 'yes' : 'no';
}

/** Whether answers are on a scale from 0 to 10: numbers alone, of which one at least is beyond a scale of five. */
export function areOnScale(texts: readonly string[]): boolean {
  const numbers = texts.map(readScale);
  return numbers.every(number => number !== null) && numbers.some(number => number > MOST_OF_FIVE);
}

/** A number that may be explained behind: "4", "4,5", "4 - good", "4 / 5". null for any other text. */
export function readRating(text: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?(?=$|\s|[-–—:/(=.,;])/u.exec(text);
  return found === null ? null : Number(`${found[1]}.${found[2] ?? '0'}`);
}

function foldWords(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map(word => fold(word.trim().replace(/\s+/gu, ' '))));
}
