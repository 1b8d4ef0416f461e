import { formatCount, makePlain } from '../../domain/text.ts';

/** How many decisions a run took, and where they stood. */
export interface TakenDecisions {
  readonly from: readonly string[];
  readonly approved: number;
  readonly declined: number;
  /** Whether the other tandems were to be kept as well. */
  readonly keepsDrafts: boolean;
}

/** A line that says what was taken and how to start without; nothing where nothing was decided. */
export function renderDecisions({ from, keepsDrafts, ...taken }: TakenDecisions): string {
  const words = phraseDecisions(taken);
  if (words === '') return '';
  const drafts = keepsDrafts ? '' : ' Drafts are matched anew.';
  return `${makePlain(`Decisions taken from ${from.join(' and ')}: ${words}.${drafts} --fresh starts without decisions.`)}\n`;
}

/** A line for what no run takes, but a forecast goes by; nothing where nothing was decided. */
export function renderCountedDecisions({ from, ...taken }: TakenDecisions): string {
  const words = phraseDecisions(taken);
  return words === '' ? '' : `${makePlain(`Decisions in ${from.join(' and ')} count: ${words}.`)}\n`;
}

/** "2 approved tandems stay, 1 declined pair stays apart"; '' for none. */
export function phraseDecisions({ approved, declined }: Pick<TakenDecisions, 'approved' | 'declined'>): string {
  const stay = (count: number) => (count === 1 ? 'stays' : 'stay');
  return [
    ...(approved > 0 ? [`${formatCount(approved, 'approved tandem')} ${stay(approved)}`] : []),
    ...(declined > 0 ? [`${formatCount(declined, 'declined pair')} ${stay(declined)} apart`] : []),
  ].join(', ');
}
