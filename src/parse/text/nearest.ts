import { distance } from 'fastest-levenshtein';
import { fold } from '../../domain/text.ts';

/**
 * The choice that a misspelt word most likely means: the one with fewest edits, or else one that only goes on further
 * or ends earlier. Null where none is near. Only ever a suggestion.
 */
export function findNearest(word: string, choices: readonly string[]): string | null {
  return findByFewestEdits(word, choices) ?? findByBeginning(word, choices);
}

/** The choice that is at most a third of the word's letters away, or another share of them. */
export function findByFewestEdits(word: string, choices: readonly string[], lettersAnEdit = 3): string | null {
  const key = fold(word);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(key.length / lettersAnEdit)) + 1;
  for (const choice of choices) {
    const other = fold(choice);
    // Each letter more is an edit, so that a long cell is not held against every name letter by letter.
    if (Math.abs(other.length - key.length) >= least) continue;
    const edits = measureEditDistance(key, other);
    if (edits < least) {
      least = edits;
      best = choice;
    }
  }
  return best;
}

/** Levenshtein's distance, but two letters in the wrong order are one edit. */
export function measureEditDistance(a: string, b: string): number {
  const edits = distance(a, b);
  if (edits !== 2 || a.length !== b.length) return edits;
  let first = 0;
  while (a[first] === b[first]) first++;
  return a[first] === b[first + 1] && a[first + 1] === b[first] ? 1 : edits;
}

/** Shorter beginnings say too little. */
const LEAST_BEGINNING = 4;

function findByBeginning(word: string, choices: readonly string[]): string | null {
  const key = fold(word);
  const found = choices.find(choice => {
    const [short = '', long = ''] = [key, fold(choice)].sort((a, b) => a.length - b.length);
    return short.length >= LEAST_BEGINNING && long.startsWith(short);
  });
  return found ?? null;
}
