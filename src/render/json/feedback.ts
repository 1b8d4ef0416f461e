import type { ToldFeedback } from '../../domain/survey.ts';

/**
 * What `feedback --json` prints: figures as they are shown, null for what is not; and
 * never what a single person answered.
 */
export function buildFeedbackJson({ survey, feedback, history }: ToldFeedback): object {
  const { next, ...figures } = feedback;
  const count = (what: string) => next.filter(one => one.next === what).length;
  return {
    ...figures,
    questions: survey.questions,
    aside: survey.aside,
    history: {
      ...{ file: history.file, written: history.isWritten, date: history.date || null },
      ...{ tandems: next.length, continue: count('continue'), never: count('never') },
    },
  };
}
