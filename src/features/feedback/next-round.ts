import type { Tandem } from '../../domain/pairing.ts';
import { getRegister } from '../../domain/person-register.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Answer, NextTandem } from '../../domain/survey.ts';

/**
 * What becomes of each tandem of a run in the next round, whether anybody answered or not: it continues where both wish to, and must not
 * come about again where one of them says so. Nothing else of a survey has any effect: no rating, no recommendation.
 */
export function planNextRound(
  { roster, tandems }: { readonly roster: Roster; readonly tandems: readonly Tandem[] },
  answers: readonly Answer[],
): NextTandem[] {
  const register = getRegister(roster);
  return tandems.map(({ mentor, mentee }, tandem) => {
    const own = [mentor, roster.mentors.length + mentee].map(row =>
      answers.find(one => one.tandem === tandem && one.person === register.findRoot(row)),
    );
    const isParted = own.some(answer => answer?.neverAgain === 'yes');
    const continues = own.every(answer => answer?.continues === 'yes');
    return { mentor, mentee, next: isParted ? 'never' : continues ? 'continue' : '' };
  });
}
