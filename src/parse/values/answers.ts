import { fold } from '../../domain/text.ts';

/** Ways to say yes in forms and spreadsheets, in seven languages. */
const YES =
  foldWords(`yes, y, true, 1, x, ✓, ✔, ☑, on, selected, checked, ja, j, wahr, ausgewählt, oui, o, vrai, coché, sì, si, sí,
  s, vero, verdadero, waar, tak, t, prawda, sim`);

/** Ways to say no. */
const NO =
  foldWords(`no, n, false, 0, off, not selected, unchecked, nein, falsch, nicht ausgewählt, non, faux, falso, nee, onwaar,
  nie, fałsz, não, ☐`);

/** What an answer to a question of yes or no says; null for any other text. */
export function answerOf(text: string): boolean | null {
  const answer = fold(text);
  if (YES.has(answer)) return true;
  return NO.has(answer) ? false : null;
}

function foldWords(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map(word => fold(word)));
}
