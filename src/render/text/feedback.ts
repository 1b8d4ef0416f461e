import { formatPercent } from '../../domain/share.ts';
import {
  ASIDES,
  BREAKDOWNS,
  type Breakdown,
  type Estimate,
  type Feedback,
  type Survey,
  type SurveyFigures,
  type ToldFeedback,
  type WrittenHistory,
} from '../../domain/survey.ts';
import { alignColumns } from '../layout/aligned.ts';
import { wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import type { Words } from '../words/en/index.ts';

const FIGURES = ['recommend', 'rating', 'continue'] as const;

/**
 * The figures of a survey for a terminal: of all, of groups as far as they are shown, how questions
 * were read, and what did not count.
 */
export function renderFeedback({ survey, feedback, history }: ToldFeedback, layout: Layout, words: Words): string {
  const say = words.feedback;
  const asked = FIGURES.filter(figure => survey.questions.some(({ question }) => question === figure));
  const wrap = (text: string) => wrapText(text, layout.width);
  const tables = BREAKDOWNS.map(breakdown => buildTable(breakdown, feedback, asked, layout.width, words));
  const notes = [
    ...(feedback.isAnyHidden ? [say.hiddenNote] : []),
    ...(asked.includes('continue') ? [say.continueWhere] : []),
  ];
  const sections: TextSection[] = [
    ['', listTotals(survey, feedback, asked, words).map(wrap)],
    ...tables,
    ['', tables.some(([, lines]) => lines.length > 0) ? notes.map(wrap) : []],
    [say.readHead, listReadings(survey, words).map(line => wrapText(line, layout.width, 2, 2))],
    [say.asideHead, listAsides(survey, words).map(line => wrapText(line, layout.width, 2, 2))],
    ['', listHistoryLines(feedback, history, words).map(wrap)],
  ];
  return renderSections(
    sections.filter(([, lines]) => lines.length > 0),
    layout,
  );
}

function listTotals(
  { aside }: Survey,
  { total, halfAnswered }: Feedback,
  asked: readonly (typeof FIGURES)[number][],
  { feedback: say }: Words,
): string[] {
  const { answered, recommend, rating } = total;
  const anonymous = aside.anonymous.length;
  return [
    answered === null
      ? anonymous > 0
        ? say.tooFewNamed
        : say.tooFew
      : say.answered(answered.part, answered.whole, formatPercent(answered)),
    ...(anonymous > 0 ? [say.anonymous(anonymous)] : []),
    ...asked.map(figure => {
      if (figure === 'recommend') return recommend === null ? say.tooFewFor.recommend : say.recommend(recommend);
      if (figure === 'rating') return rating === null ? say.tooFewFor.rating : say.rating(rating.mean, rating.answers);
      return total.continue === null ? say.tooFewFor.continue : say.continue(total.continue);
    }),
    ...(asked.includes('continue') && halfAnswered > 0 ? [say.halfAnswered(halfAnswered)] : []),
  ];
}

function buildTable(
  breakdown: Breakdown,
  { groups }: Feedback,
  asked: readonly (typeof FIGURES)[number][],
  width: number | null,
  words: Words,
): TextSection {
  const say = words.feedback;
  const figures = asked.map(figure => say.columns[figure]);
  const listWhole = () => {
    const header = ['', say.columns.people, say.columns.answered, ...figures];
    const rows = groups[breakdown].map(group => [
      nameGroup(breakdown, group.name, words),
      String(group.people),
      group.answered === null ? say.hidden : String(group.answered.part),
      ...asked.map(figure => formatFigure(figure, group, say.cell, words)),
    ]);
    return alignTable([header, ...rows]);
  };
  /** A screen may be too narrow for intervals; --json has them. */
  const listNarrow = () => {
    const rows = groups[breakdown].map(group => [
      nameGroup(breakdown, group.name, words),
      group.answered === null ? say.hidden : say.count(group.answered),
      ...asked.map(figure => formatFigure(figure, group, say.count, words)),
    ]);
    return alignTable([['', say.columns.answered, ...figures], ...rows]);
  };
  const whole = listWhole();
  const lines = width !== null && whole.some(line => line.length > width) ? listNarrow() : whole;
  // A table of nothing but dashes says nothing.
  const isAnyShown = groups[breakdown].some(
    group => group.answered !== null || asked.some(figure => group[figure] !== null),
  );
  return [say.by[breakdown], isAnyShown ? lines : []];
}

function nameGroup(breakdown: Breakdown, name: string, { feedback: say, grammar }: Words): string {
  if (name === '') return say.unknown;
  if (breakdown === 'crossing') return say.crossing(name);
  return breakdown === 'country' ? grammar.nameCountry(name) : name;
}

function alignTable(rows: readonly (readonly string[])[]): string[] {
  return alignColumns(rows, column => column === 0).map(line => `  ${line}`);
}

function formatFigure(
  figure: (typeof FIGURES)[number],
  figures: SurveyFigures,
  formatShare: (share: Estimate) => string,
  { feedback: say }: Words,
): string {
  if (figure === 'rating') return figures.rating === null ? say.hidden : say.mean(figures.rating.mean);
  const share = figures[figure];
  return share === null ? say.hidden : formatShare(share);
}

function listReadings({ questions }: Survey, { feedback: say }: Words): string[] {
  const isAnyUndecided = questions.some(({ words }) => words.undecided.length > 0);
  const lines = questions.map(({ question, header, isScale, words }) => {
    const read = (['yes', 'no', 'undecided'] as const).flatMap(wish =>
      words[wish].length === 0 ? [] : [say.words(wish, words[wish])],
    );
    const how = isScale ? [say.scale] : read.length === 0 ? [] : [`(${read.join('; ')})`];
    return [say.question(question, header), ...how].join(' ');
  });
  return [...lines, ...(isAnyUndecided ? [say.undecidedNote] : [])];
}

function listAsides({ aside }: Survey, { feedback: say }: Words): string[] {
  return ASIDES.flatMap(kind =>
    kind === 'anonymous' || aside[kind].length === 0 ? [] : [say.aside[kind](aside[kind])],
  );
}

function listHistoryLines({ next }: Feedback, history: WrittenHistory, { feedback: say }: Words): string[] {
  const count = (what: string) => next.filter(one => one.next === what).length;
  const { date, isStart, repeatAfterMonths } = history;
  return [
    `${say.history(history.file, next.length, history.isWritten)} ${say.next(count('continue'), count('never'))}`,
    ...(isStart ? [say.dated(date)] : []),
    ...(date === '' && next.length > 0 ? [say.undated(next.length, repeatAfterMonths)] : []),
  ];
}
