import type { Tandem } from '../../domain/pairing.ts';
import { getRegister } from '../../domain/person-register.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Answer, NextTandem } from '../../domain/survey.ts';

/**
 * What becomes of each tandem of a run in the next round, whether anybody answered or not: it continues where
 * both wish to, and must not come about again where one of them says so. Nothing else of a survey has any
 * effect: no rating, no recommendation.
 */
export function planNextRound(
  { roster, tandems }: { readonly roster: Roster; readonly tandems: readonly Tandem[] },
  answers: readonly Answer[],
): NextTandem[] {
  const register = getRegister(roster);
  const answerOf = indexAnswers(answers);
  return tandems.map(({ mentor, mentee }, tandem) => {
    const own = [mentor, roster.mentors.length + mentee].map(row => answerOf(register.findRoot(row), tandem));
    const isParted = own.some(answer => answer?.neverAgain === 'yes');
    const continues = own.every(answer => answer?.continues === 'yes');
    return { mentor, mentee, next: isParted ? 'never' : continues ? 'continue' : '' };
  });
}

/** Finds what somebody answered about a tandem. */
export function indexAnswers(answers: readonly Answer[]): (person: number, tandem: number) => Answer | undefined {
  const byKey = new Map(answers.map(answer => [`${answer.person} ${answer.tandem}`, answer]));
  return (person, tandem) => byKey.get(`${person} ${tandem}`);
}
