import { formatPercent } from '../../../domain/share.ts';
import type { Aside, Breakdown, Estimate, SurveyQuestion, Wish } from '../../../domain/survey.ts';
import { formatCount, joinNames } from './grammar.ts';

const QUESTION: Readonly<Record<SurveyQuestion, string>> = {
  recommend: 'whether they would recommend the programme',
  rating: 'how they rate it',
  continue: 'whether they wish to continue',
  never: 'whether they do not want to be paired again',
};

const WISH: Readonly<Record<Wish, string>> = { yes: 'yes', no: 'no', undecided: 'undecided' };

const BY: Readonly<Record<Breakdown, string>> = {
  country: 'By country',
  department: 'By department',
  crossing: 'By whether tandems are across departments',
};

const CROSSING: Readonly<Record<string, string>> = {
  across: 'across departments',
  within: 'within a department',
  both: 'some of each',
};

function formatBounds({ from, to }: Estimate): string {
  return `${from.toFixed(1)}–${to.toFixed(1)} %`;
}

/** What a survey says of the tandems of a run. */
export const feedback = {
  answered: (part: number, whole: number, percent: string): string =>
    `${part} of ${formatCount(whole, 'person', 'people')} with a tandem answered (${percent}).`,
  anonymous: (rows: number): string =>
    `${formatCount(rows, 'answer')} ${rows === 1 ? 'names' : 'name'} nobody, and ${rows === 1 ? 'counts' : 'count'} for the recommendation alone.`,
  tooFewNamed: 'Fewer than five of those who answered are named, so the share of answers is not shown.',
  tooFew: 'Fewer than five people answered, so no figure is shown.',
  recommend: (share: Estimate): string =>
    `${share.part} of ${share.whole} would recommend the programme (${formatPercent(share)}; 95 % confidence: ${formatBounds(share)}).`,
  rating: (mean: number, answers: number): string =>
    `The rating is ${mean.toFixed(1)} on average, from ${formatCount(answers, 'person', 'people')}.`,
  continue: (share: Estimate): string =>
    `${share.part} of ${formatCount(share.whole, 'tandem')} in which both answered ${share.part === 1 ? 'continues' : 'continue'}: both wish it (${formatPercent(share)}; 95 % confidence: ${formatBounds(share)}).`,
  halfAnswered: (tandems: number): string =>
    `In ${formatCount(tandems, 'more tandem')}, only one of the two answered whether they wish to continue.`,
  tooFewFor: {
    recommend: 'Fewer than five people said whether they would recommend the programme, so the figure is not shown.',
    rating: 'Fewer than five people rated the programme, so the figure is not shown.',
    continue: 'In fewer than five tandems, both answered whether they wish to continue, so the figure is not shown.',
  },
  by: BY,
  crossing: (name: string): string => CROSSING[name] ?? name,
  unknown: '(not known)',
  columns: {
    people: 'people',
    answered: 'answered',
    recommend: 'recommend',
    rating: 'rating',
    continue: 'continue',
  },
  mean: (mean: number): string => mean.toFixed(1),
  cell: (share: Estimate): string => `${share.part} of ${share.whole} (${formatBounds(share)})`,
  count: ({ part, whole }: Pick<Estimate, 'part' | 'whole'>): string => `${part} of ${whole}`,
  hidden: '–',
  hiddenNote:
    '–: not shown. Figures of fewer than five are left out, and as many others as it takes that nobody can compute them from the totals.',
  continueWhere: 'Tandems are counted where the mentee is.',
  readHead: 'How rmentor read the questions',
  question: (question: SurveyQuestion, header: string): string => `"${header}": ${QUESTION[question]}`,
  scale: 'Answers from 0 to 10: 9 and 10 count as yes, all others as no.',
  words: (wish: Wish, texts: readonly string[]): string => `${WISH[wish]}: ${joinNames(texts, 9)}`,
  undecidedNote: 'Who is undecided counts among those who answered, but not among those who say yes.',
  asideHead: 'What did not count, or only in part',
  aside: {
    anonymous: '',
    stranger: (rows: readonly number[]): string => `${sayRows(rows)}: nobody in the sheets`,
    unclear: (rows: readonly number[]): string => `${sayRows(rows)}: not clear who answers (see the warnings)`,
    'without-tandem': (rows: readonly number[]): string => `${sayRows(rows)}: somebody without a tandem in this run`,
    repeated: (rows: readonly number[]): string => `${sayRows(rows)}: answered again in a row below, which counts`,
    'other-partner': (rows: readonly number[]): string =>
      `${sayRows(rows)}: the two named are not a tandem of this run`,
    'which-tandem': (rows: readonly number[]): string =>
      `${sayRows(rows)}: somebody with several tandems names none of them, so the row says nothing about continuing`,
  } satisfies Record<Aside, unknown>,
  history: (file: string, tandems: number, isWritten: boolean): string =>
    `${isWritten ? 'Written' : 'Would be written'}: ${file}, with ${formatCount(tandems, 'tandem')} for "history" in the config of the next round.`,
  next: (continuing: number, never: number): string =>
    `${continuing} ${continuing === 1 ? 'continues' : 'continue'}, and ${never} must not be paired again.`,
  dated: (day: string): string =>
    `All are dated ${day}, the first day of the programme ("start"). Name the last day with --ended.`,
  undated: (rows: number, months: number | null): string =>
    months === null
      ? `${formatCount(rows, 'row')} ${rows === 1 ? 'has' : 'have'} no date. Name the last day of the programme with --ended.`
      : `${formatCount(rows, 'row')} ${rows === 1 ? 'has' : 'have'} no date, so the ${months} months of "repeat" would never pass. Name the last day of the programme with --ended.`,
};

function sayRows(rows: readonly number[]): string {
  const [first, ...more] = rows;
  return more.length === 0 ? `Row ${first}` : `Rows ${joinNames(rows.map(String), 9)}`;
}
