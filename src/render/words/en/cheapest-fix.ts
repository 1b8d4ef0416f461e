import type { Side } from '../../../domain/roster.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';

/** What would help somebody without a tandem. */
export const fixes = {
  oneMoreSlot: (mentor: string, capacity: number): string =>
    capacity === 0 ? `Give ${mentor}, who offers none, a slot` : `Give ${mentor} one more slot`,
  raiseLimit: (place: string, side: Side, max: number): string =>
    `Raise the limit for ${side}s in ${grammar.nameInside(place)} from ${max} to ${max + 1}`,
  lowerMinimum: (place: string, side: Side, min: number): string =>
    `Lower the minimum for ${side}s in ${grammar.nameInside(place)} from ${min} to ${min - 1}`,
  lowerLoad: (mentor: string, min: number): string =>
    `Lower the minimum of ${mentor} from ${formatCount(min, 'mentee')} to ${min - 1}`,
  /** A pair that must be a tandem no longer, by who asks for it. */
  drop: {
    lock: (mentor: string, mentee: string): string => `Drop the forced pair of ${mentor} and ${mentee}`,
    continues: (mentor: string, mentee: string): string =>
      `Let the tandem of ${mentor} and ${mentee} end (next_round in the history)`,
    approved: (mentor: string, mentee: string): string =>
      `Set the approved tandem of ${mentor} and ${mentee} back to draft`,
    held: (mentor: string, mentee: string): string =>
      `Let ${mentor} and ${mentee} be paired anew, as rmentor match does`,
  },
  pair: (mentor: string, mentee: string): string => `${mentor} and ${mentee}`,
  /** What one of the others could do then. */
  goesWithout: (mentee: string, mentor: string): string =>
    `${mentee} could then do without ${mentor}, one of several mentors`,
  moves: (mentee: string, mentor: string): string => `${mentee} could then move to ${mentor}`,
  sayMoves: (steps: readonly string[]): string => `: ${steps.join(', and ')}`,
  manyMove: (people: number): string => `: ${people} others could then move and make room`,
  /** Where the change brings no tandem more. */
  sayTotal: (more: number): string =>
    more === 0 ? ', with as many tandems as now' : ', with one tandem fewer than now',
  /** Where the same change would help several people, but only one at a time. */
  shared: (people: number, side: Side): string => `It helps 1 of ${people} ${side}s.`,
  none: (side: Side): string =>
    side === 'mentee'
      ? 'There is no single change that would pair this mentee without unpairing someone else.'
      : 'There is no single change that would give this mentor a mentee without unpairing someone else.',
  othersFirst:
    'No single change is certain to help: somebody with a higher priority has no tandem either and would come first.',
  unsettled:
    'No single change is certain to help: limits are used up, and people of other priorities could then trade slots.',
  menteeObjective: (goals: readonly string[]): string =>
    `No change is certain to help this mentee, because your goals put other things before mentees: ${joinNames(goals, 99)}.`,
  mentorObjective: 'Nothing is missing: your goals do not ask for a tandem of this mentor.',
  load: 'Another mentor could give this one a mentee, but your goals do not ask for it.',
  notNeeded: 'No mentee this mentor could take is waiting for a mentor.',
  withdrawn: 'This person withdrew.',
};
