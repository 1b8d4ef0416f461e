import { distance } from 'fastest-levenshtein';
import { fold } from '../domain/text.ts';

/** The choice that a misspelt word most likely means, or null where none is near. Only ever a suggestion. */
export function nearest(word: string, choices: readonly string[]): string | null {
  const key = fold(word);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(key.length / 3)) + 1;
  for (const choice of choices) {
    const edits = distance(key, fold(choice));
    if (edits < least) {
      least = edits;
      best = choice;
    }
  }
  return best;
}
