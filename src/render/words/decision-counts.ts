import { makePlain } from '../../domain/text.ts';
import type { Words } from './en/index.ts';

/** How many decisions a run took, and where they stood. */
export interface TakenDecisions {
  readonly from: readonly string[];
  readonly approved: number;
  readonly declined: number;
  /** People who left, whatever their rows say. */
  readonly left: number;
  /** Whether the other tandems were to be kept as well. */
  readonly keepsDrafts: boolean;
}

/** A line that says what was taken and how to start without; nothing where nothing was decided. */
export function renderDecisions({ from, keepsDrafts, ...taken }: TakenDecisions, words: Words): string {
  const what = phraseDecisions(taken, words);
  return what === '' ? '' : `${makePlain(words.decisions.sayTaken(from, what, keepsDrafts))}\n`;
}

/** A line for what no run takes, but a forecast goes by; nothing where nothing was decided. */
export function renderCountedDecisions({ from, ...taken }: TakenDecisions, words: Words): string {
  const what = phraseDecisions(taken, words);
  return what === '' ? '' : `${makePlain(words.decisions.sayCounted(from, what))}\n`;
}

/** "2 approved tandems stay, 1 declined pair is not offered again, 1 person who left stays out"; '' for none. */
export function phraseDecisions(
  { approved, declined, left }: Pick<TakenDecisions, 'approved' | 'declined' | 'left'>,
  words: Words,
): string {
  return words.decisions.phrase(approved, declined, left);
}

/** Whom an earlier run left waiting. */
export interface CarriedOver {
  /** That run, or its file. */
  readonly from: string;
  readonly people: number;
  readonly gone: number;
}

/** A line that says whose priority is higher, and why. */
export function renderCarriedOver({ from, people, gone }: CarriedOver, words: Words): string {
  return `${makePlain(words.decisions.sayCarriedOver(from, people, gone))}\n`;
}
