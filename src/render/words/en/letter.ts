import type { findDemander } from '../../../domain/demands.ts';
import type { LetterReason } from '../../../domain/letter.ts';
import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { Side } from '../../../domain/roster.ts';
import type { VeiledCount } from '../../../domain/veiled-count.ts';
import { isSeveral, NUMBER_COLUMNS, nameColumn } from './column-names-in-sentences.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';
import { reasons } from './reasons.ts';

const DECISIONS: Readonly<Record<ReturnType<typeof findDemander>, string>> = {
  lock: 'HR fixed this tandem in advance.',
  continues: 'This tandem continues from an earlier round.',
  approved: 'HR has approved this tandem.',
  held: 'This tandem stayed as it was when another part of the programme was repaired.',
};

/** What a count of people is called whose exact number would single somebody out. */
function sayCount(count: VeiledCount, noun: string): string {
  switch (count.kind) {
    case 'exact':
      return formatCount(count.count, noun);
    case 'few':
      return `fewer than five ${noun}s (or none)`;
    case 'most':
      return `all ${noun}s (or all but fewer than five)`;
  }
}

/** A count of a group that the reader is in. */
function sayGroup(count: VeiledCount, noun: string): string {
  return count.kind === 'exact' ? formatCount(count.count, noun) : `fewer than five ${noun}s`;
}

/** The answer to "why?" that somebody may hand to the person it is about. */
export const letter = {
  intro: 'This page says why you have your tandem, or none. It names nobody but you.',
  ownHead: 'What the programme knows about you',
  nameOwn: (column: string): string => findEntry<string>(NUMBER_COLUMNS, column) ?? nameColumn(column),
  ownCell: (label: string, value: string): string => `${label}: ${value}`,
  namesOthers: 'Cells of your row that name other people, like a manager or a wish, are not repeated here.',
  leftOut: (columns: readonly string[]): string =>
    `Not repeated, because no rule uses them or they name somebody: ${joinNames(columns, 99)}.`,

  tandemHead: (at: number, of: number): string => (of === 1 ? 'Your tandem' : `Your tandem ${at} of ${of}`),
  decisions: DECISIONS,
  proposed: 'This tandem is a proposal that follows from the rules below. People decide about it.',
  notChecked: (rules: string): string => `Not checked, because the sheets do not say enough: ${rules}.`,
  excepted: (rules: string): string => `Not kept, because HR allowed an exception: ${rules}.`,
  /** @param isAll whether nothing was told of other rules before. */
  kept: (isAll: boolean): string =>
    `It keeps ${isAll ? 'every rule' : 'all other rules'} below, and no wish and no decision keeps you two apart.`,
  pointsHead: 'How well you two fit by the preferences',
  common: (values: readonly string[]): string => `you both have ${joinNames(values, 9)}`,
  noPoints: 'No preference tells pairs apart.',

  whyHead: 'Why you have no tandem',
  /** @param other the side of the partner. */
  why: (reason: LetterReason, other: Side): string => {
    switch (reason.kind) {
      case 'nobody-there':
        return `There is no ${other}.`;
      case 'nobody-left':
        return `Taken together, the rules, wishes and decisions leave no ${reason.hasTandem ? 'other ' : ''}${other} for you.`;
      case 'competition':
        return `More mentees than slots: you and others, ${sayGroup(reason.mentees, 'mentee')} together, could only have the same mentors, who have ${sayGroup(reason.slots, 'slot')}. Who of you is paired follows from what counts, in the order below. A fixed draw settles ties.`;
      case 'limit-reached': {
        const places = reason.limits.map(
          ({ place, side, max }) => `for ${side}s in ${grammar.nameInside(place)} (${max})`,
        );
        return `${places.length === 1 ? 'The limit' : 'The limits'} ${joinNames(places, 99)} ${places.length === 1 ? 'is' : 'are'} used up.`;
      }
      case 'priority':
        return `There are too few slots. Those who got one have a higher priority than you (${reason.priority}).`;
      case 'decisions':
        return 'Decisions of HR come first: fixed or approved tandems, or minimums that must be met.';
      case 'goals':
        return `The goals of the programme put something else first: ${joinNames(reason.levels, 99)}.`;
      case 'no-gain':
        return reason.level === null
          ? 'A tandem is possible, but the goals of the programme gain nothing by it.'
          : `A tandem is possible, but the goals of the programme would lose by it: ${reason.level}.`;
      default:
        return reasons.letters[reason.kind](other);
    }
  },
  lacking: (columns: readonly string[]): string =>
    `Your row has no ${joinNames(columns.map(nameColumn), 9, 'or')}, and a rule needs ${isSeveral(columns) ? 'them' : 'it'}. Please give ${isSeveral(columns) ? 'them' : 'it'} to HR.`,
  again: {
    'carried-over': 'You had no mentor in the earlier run either.',
    'never-before': 'You had no tandem in any earlier round either.',
    both: 'You had no mentor in the earlier run and no tandem in any earlier round either.',
  },
  shortfall: (wants: number, has: number): string =>
    `You want ${formatCount(wants, 'mentor')} and have ${has === 0 ? 'none' : has}.`,

  choiceHead: (other: Side): string => `Which ${other}s are possible for you`,
  choice: (count: VeiledCount, other: Side): string => `The programme has ${sayCount(count, other)}.`,
  /** @param causes what rules somebody out; @param count how many each of them does. */
  ruledOut: (causes: readonly string[], count: VeiledCount, other: Side): string =>
    `Ruled out: ${sayCount(count, other)}${causes.length === 1 ? '' : ' each'}, by ${joinNames(causes, 99)}.`,
  left: (count: VeiledCount, other: Side): string => `The rules together leave ${sayCount(count, other)}.`,
  keptApart: (count: VeiledCount, other: Side): string =>
    `Of these, ${sayCount(count, other)} ${count.kind === 'exact' && count.count === 1 ? 'is' : 'are'} kept apart from you by a wish or a decision.`,
  veiled: 'Numbers below five are not told, so that nobody can be recognised. This line is on everybody’s page.',

  keptApartRule: 'no wish and no decision keeps them apart',
  noDataHead: 'Rules that could not be checked',
  after: [
    'No other pairing that obeys the rules is better by these goals. rmentor has proven it.',
    'The program learns nothing and guesses nothing: people wrote the rules, and people decide about each tandem.',
    'If something about you is wrong, or you do not want this tandem, tell HR. You need not give a reason.',
  ] as readonly string[],
  afterHead: 'What you can do',
};
