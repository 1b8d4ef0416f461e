import type { Side } from '../../../domain/roster.ts';
import { formatCount, joinNames } from './grammar.ts';

/** Of two people: a tandem, allowed to be one, or not. */
export type PairState = 'tandem' | 'possible' | 'barred';

/** What `explain` says of two people. */
export const pair = {
  /** "mentor in Marketing, Germany", as far as that is known. */
  role: (side: Side, where: readonly string[]): string =>
    where.length === 0 ? side : `${side} in ${where.join(', ')}`,
  verdict: (mentor: string, mentee: string, state: PairState): string =>
    `${mentor} and ${mentee} ${{ tandem: 'are a tandem', possible: 'are not a tandem, although no rule keeps them apart', barred: 'may not be paired' }[state]}.`,
  /** @param changes what would be more and less; @param isFirst whether the first goal is among it. */
  cost: (state: PairState, changes: string, isFirst: boolean): string => {
    const rest = isFirst ? '' : ' Everything that counts more would stay the same.';
    if (state === 'tandem') return `Without it there would be ${changes}.${rest}`;
    if (state === 'possible') return `Pairing them is possible, at a cost: ${changes}.${rest}`;
    return `Even if they were allowed to be paired, they would not be a tandem. Cost: ${changes}.${rest}`;
  },
  noCost: (state: PairState): string =>
    ({
      tandem: 'Another pairing without it would be just as good. The fixed draw between ties decided.',
      possible: 'Pairing them would cost nothing that counts. The fixed draw between ties decided.',
      barred: 'If they were allowed to be paired, it would cost nothing that counts.',
    })[state],
  /** If two who may not be paired were allowed to. */
  better: (changes: string): string =>
    `If they were allowed to be paired, they would be a tandem, and there would be ${changes}.`,
  impossible: (state: PairState, why: string): string =>
    state === 'barred'
      ? `Even if they were allowed to be paired, it would not be possible, because ${why}.`
      : `Pairing them is not possible, because ${why}.`,
  whatIfHead: (state: PairState): string =>
    ({
      tandem: 'Without this tandem, at best',
      possible: 'If they were paired',
      barred: 'If they were paired all the same',
    })[state],
  movesHead: 'Who would move if as few as possible do',
  mustHead: (isAllowed: boolean): string => `May they be paired? ${isAllowed ? 'Yes' : 'No'}`,
  fitHead: (score: string): string => `How well they fit: ${score}`,
};

/** What `explain` says of one person. */
export const person = {
  head: (name: string, id: string, role: string): string => `${name} (${id}, ${role})`,
  unmatched: (other: Side, why: string): string => `Has no ${other}. ${why}`,
  help: (fix: string): string => `What would help: ${fix}`,
  tandemHead: (name: string, role: string): string => `Tandem with ${name} (${role})`,
  mustHead: 'Why they may be paired',
  rivalsHead: (name: string): string => `Who competes for ${name}`,
  /** Who has the slots of a mentor, or is a mentor of a mentee. @param holders those besides. */
  slots: (who: string, side: Side, slots: number, holders: readonly string[]): string => {
    const room = side === 'mentor' ? `has ${formatCount(slots, 'slot')}` : `wants ${formatCount(slots, 'mentor')}`;
    const others =
      holders.length === 0 ? '' : `, and also ${side === 'mentor' ? 'mentors' : 'has'} ${joinNames(holders)}`;
    return `${who} ${room}${others}.`;
  },
  /**
   * How many others could have them. @param rivals people of one side; @param waiting those of them who have nobody.
   */
  rivals: (who: string, side: Side, rivals: number, waiting: readonly string[]): string => {
    const other = side === 'mentor' ? 'mentee' : 'mentor';
    if (rivals === 0) return `No other ${side} may be paired with ${who}.`;
    const rest =
      waiting.length === 0
        ? rivals === 1
          ? `and has a ${other}`
          : `and all of them have a ${other}`
        : `of whom ${joinNames(waiting)} ${waiting.length === 1 ? 'has' : 'have'} no ${other}`;
    return `${formatCount(rivals, `other ${side}`)} may be paired with ${who}${waiting.length === 0 && rivals === 1 ? '' : ','} ${rest}.`;
  },
  noAlternative: (who: string, other: Side, hasTandem: boolean): string =>
    `There is no ${hasTandem ? 'other ' : ''}${other} for ${who}`,
  /** @param shown how many of `all` are shown; @param isProven whether no other costs less. */
  alternativesHead: (
    who: string,
    other: Side,
    hasTandem: boolean,
    { shown, all, isProven }: { readonly shown: number; readonly all: number; readonly isProven: boolean },
  ): string => {
    const head = `${hasTandem ? 'Other possible' : 'Possible'} ${other}s for ${who}`;
    if (all === 1) return head;
    if (!isProven) return `${head} (${shown} of ${all}; others may cost less)`;
    return shown < all ? `${head} (the ${shown} of ${all} that cost least)` : `${head} (lowest cost first)`;
  },
  cost: (changes: string): string => `Cost: ${changes}.`,
  noCost: 'Cost: nothing that counts.',
  impossible: (why: string): string => `Not possible, because ${why}.`,
};
