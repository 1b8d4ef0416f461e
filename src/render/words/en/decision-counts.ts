import { formatCount, joinNames } from './grammar.ts';

/** What is said of decisions that people took on the tandems of an earlier run. */
export const decisions = {
  /** "2 approved tandems stay, 1 declined pair is not offered again, 1 person who left is not paired" */
  phrase: (approved: number, declined: number, left: number): string =>
    [
      ...(approved > 0 ? [`${formatCount(approved, 'approved tandem')} ${approved === 1 ? 'stays' : 'stay'}`] : []),
      ...(declined > 0
        ? [`${formatCount(declined, 'declined pair')} ${declined === 1 ? 'is' : 'are'} not offered again`]
        : []),
      ...(left > 0 ? [left === 1 ? '1 person who left is not paired' : `${left} people who left are not paired`] : []),
    ].join(', '),
  sayTaken: (from: readonly string[], what: string, keepsDrafts: boolean): string =>
    `Decisions taken from ${joinNames(from)}: ${what}.${
      keepsDrafts ? '' : ' All other tandems are made anew.'
    } To start without decisions, add --fresh.`,
  /** @param gone how many others waited who take no part now. */
  sayCarriedOver: (from: string, people: number, gone: number): string =>
    `Priority + 1 for ${formatCount(people, 'mentee')} who had no tandem in ${from}.${
      gone === 0
        ? ''
        : ` ${gone} more had none there and ${gone === 1 ? 'takes' : 'take'} no part as ${gone === 1 ? 'a mentee' : 'mentees'} now.`
    }`,
  sayCounted: (from: readonly string[], what: string): string => `Decisions in ${joinNames(from)} count: ${what}.`,
};
