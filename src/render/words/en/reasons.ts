import { getOtherSide } from '../../../domain/pair-keys.ts';
import type { Side } from '../../../domain/roster.ts';
import type { Reason, ReasonsWhere } from '../../../domain/unmatched-reasons.ts';
import type { Again } from '../../../domain/without-tandem-again.ts';
import { isPlural, nameColumn } from './column-names-in-sentences.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';

/** A limit as sentences name it. */
export interface NamedLimit {
  readonly place: string;
  readonly side: Side;
  readonly max: number;
}

/** Whose slots some mentees compete for: mentors by name, and mentors of places with a limit. */
export interface Holders {
  readonly mentors: readonly string[];
  readonly places: readonly string[];
}

/** The most people, or limits, that a sentence names. */
const MOST_NAMED = 5;

/**
 * Reasons whose sentences are shared with others, or made of several parts:
 * `render/words/evidence.ts` puts them together.
 */
type ComposedReason = 'no-eligible-mentor' | 'no-eligible-mentee' | 'mentors-full' | 'limit-reached' | 'outranked';

/** Every other reason: one sentence made of its own facts. */
export type PlainReasons = {
  readonly [Kind in Exclude<Reason['kind'], ComposedReason>]: Extract<Reason, { readonly kind: Kind }>;
};

/** Whom and what facts are about: they have indexes. */
export interface ReasonNames {
  /** Who has no tandem. */
  readonly person: string;
  readonly mentor: (index: number) => string;
  readonly mentee: (index: number) => string;
  readonly limit: (index: number) => NamedLimit;
}

/** Why somebody has no tandem, by the kind of the reason: what it is called where people are counted by it. */
const NAMES: Readonly<Record<Reason['kind'], string>> = {
  'no-eligible-mentor': 'the rules allow no mentor',
  'no-eligible-mentee': 'the rules allow no mentee',
  'mentors-full': 'every possible mentor is full',
  'limit-reached': 'a limit is used up',
  'capacity-zero': 'no slot offered',
  'not-needed': 'not needed',
  withdrawn: 'withdrew',
  outranked: 'something else comes first',
};

/** The sentence of each reason that is said as it is. */
const SENTENCES: { readonly [Kind in keyof PlainReasons]: (reason: PlainReasons[Kind], names: ReasonNames) => string } =
  {
    'capacity-zero': () => 'Offers no slot.',
    'not-needed': ({ mentees }) =>
      mentees === 1
        ? 'The only mentee this mentor could take has as many mentors as wanted.'
        : `All ${mentees} mentees this mentor could take have as many mentors as they want.`,
    withdrawn: () => 'Withdrew.',
  };

/** What a letter tells the person themself, by the kind of the reason; where it may tell facts, see `letter.ts`. */
const LETTERS: Readonly<Record<ReasonsWhere<'letter', 'own-sentence'>, (other: Side) => string>> = {
  'capacity-zero': () => 'You offer no slot.',
  'not-needed': other => `Every ${other} whom you could have already has as many mentors as wanted.`,
  withdrawn: () => 'You withdrew.',
};

/** That somebody had no tandem before either. */
const AGAIN: Readonly<Record<Again, string>> = {
  'carried-over': 'Had no mentor in the earlier run either.',
  'never-before': 'Had no tandem in any earlier round either.',
  both: 'Had no mentor in the earlier run and no tandem in any earlier round either.',
};

/** Why people have no tandem, or fewer than they want. */
export const reasons = {
  again: AGAIN,
  names: NAMES,
  sentences: SENTENCES,
  letters: LETTERS,
  nobodyThere: (side: Side): string => `There is no ${side}.`,
  /** @param partners how many there are; @param causes what rules them out, and how many of them. */
  ruledOut: (
    side: Side,
    partners: number,
    causes: readonly { readonly cause: string; readonly count: number }[],
  ): string => {
    const whom = `this ${getOtherSide(side)}`;
    const head =
      partners === 1
        ? `The only ${side} may not be paired with ${whom}`
        : `None of the ${partners} ${side}s may be paired with ${whom}`;
    const told = causes.map(({ cause, count }) => (count === partners ? cause : `${cause} (${count} of them)`));
    return `${head}: ${joinNames(told, 99)}.`;
  },
  /** Somebody leaves a cell empty that a rule needs. */
  emptyCell: (who: string, column: string): string =>
    `${who} has no ${nameColumn(column)}, and a rule needs ${isPlural(column) ? 'them' : 'it'}.`,
  /** @param bars how many things rule each of them out; @param isSame whether that is the same, and was told. */
  nearest: (people: readonly string[], bars: number): string =>
    bars === 1
      ? `Closest ${people.length === 1 ? 'comes' : 'come'} ${joinNames(people, 99)}: nothing else rules ${people.length === 1 ? 'this one' : 'them'} out.`
      : `Closest ${people.length === 1 ? 'comes' : 'come'} ${joinNames(people, 99)}, ruled out for ${bars} reasons${people.length === 1 ? '' : ' each'}.`,
  nearPerson: (name: string, causes: readonly string[]): string => `${name} (${joinNames(causes, 99)})`,
  more: (people: number): string => `${people} more`,
  /** Mentees who can only have slots that others have. @param locked how many of the slots go to forced pairs. */
  competition: (mentees: number, slots: number, holders: Holders, locked: number): string => {
    if (slots === 0)
      return `${formatCount(mentees, 'mentee')} could only be paired with ${nameHolders(holders, 'or')}, and there is no slot.`;
    const forced = locked === 0 ? '' : `; forced pairs use ${locked} of them`;
    return `${formatCount(mentees, 'mentee')} ${mentees === 1 ? 'competes' : 'compete'} for ${formatCount(slots, 'slot')}, offered by ${nameHolders(holders, 'and')}${forced}.`;
  },
  higherPriority: (
    priority: number,
    served: readonly (readonly [name: string, priority: number, isCarriedOver: boolean])[],
  ): string =>
    `Those who got one have a higher priority than ${priority}: ${nameSome(
      served.map(
        ([name, theirs, isCarriedOver]) =>
          `${name} (priority ${theirs}${isCarriedOver ? ', had none in the earlier run' : ''})`,
      ),
      'and',
    )}.`,
  /** The limits that are used up. */
  limitsReached: (limits: readonly NamedLimit[]): string => {
    const [first] = limits;
    if (first !== undefined && limits.length === 1)
      return `The limit for ${first.side}s in ${grammar.nameInside(first.place)} (${first.max}) is used up.`;
    const told = (['mentor', 'mentee'] as const)
      .map(wanted => limits.filter(({ side }) => side === wanted))
      .filter(some => some.length > 0)
      .map(some => {
        const places = some.map(({ place, max }) => `${grammar.nameInside(place)} (${max})`);
        return `${some[0]!.side}s in ${joinNames(places, places.length)}`;
      });
    return `The limits for ${told.join(' and for ')} are used up.`;
  },
  /** @param mentees how many a limit counts; @param place where. */
  peopleUnder: (mentees: number, place: string): string =>
    `${formatCount(mentees, 'mentee')} ${mentees === 1 ? 'is' : 'are'} in ${grammar.nameInside(place)}.`,
  priority: 'higher priority',
  /** What decides who of several people gets one of too few slots, the most important first. */
  decidedBy: (goals: readonly string[]): string =>
    goals.length === 0
      ? 'A fixed draw decides who of them is paired.'
      : `Who of them is paired is decided, in this order, by ${joinNames(goals, 99)}; ties are settled by a fixed draw.`,
  /** Said of a mentor, before the limits of mentees. */
  allUnderLimits: 'Every mentee this mentor could take and who wants a mentor is held back by a limit.',
  /** What would be without the demands that are in the way. */
  withoutDemands: (demands: readonly string[], side: Side): string =>
    `Without ${joinNames(demands, 12)}, this ${side} could have a tandem while every mentee who has one keeps one.`,
  oneMoreWithoutDemands: (demands: readonly string[]): string =>
    `Without ${joinNames(demands, 12)}, one more would be possible while every mentee keeps as many as now.`,
  demands: {
    lock: (mentor: string, mentee: string, reason: string): string =>
      `the forced pair of ${mentor} and ${mentee}${reason === '' ? '' : ` (${reason})`}`,
    continues: (mentor: string, mentee: string): string => `the tandem of ${mentor} and ${mentee}, which continues`,
    approved: (mentor: string, mentee: string, reason: string): string =>
      `the approved tandem of ${mentor} and ${mentee}${reason === '' ? '' : ` (${reason})`}`,
    held: (mentor: string, mentee: string): string =>
      `the tandem of ${mentor} and ${mentee}, which this repair does not move`,
    minimum: (place: string, side: Side, min: number): string =>
      `the minimum for ${side}s in ${grammar.nameInside(place)} (${min})`,
    load: (mentor: string, min: number): string => `the minimum of ${mentor} (${formatCount(min, 'mentee')})`,
  },
  /** Where the objective puts something before mentees. @param goals what these levels count. */
  upToObjective: (goals: readonly string[]): string =>
    `Whether this then happens depends on your goals, which put other things before mentees: ${joinNames(goals, 99)}.`,
  objectiveFirst: (side: Side, goals: readonly string[]): string =>
    `A tandem for this ${side} is possible, but your goals put other things before mentees: ${joinNames(goals, 99)}.`,
  rivalTandem: (mentee: string, goal: string | null): string =>
    goal === null
      ? `${mentee} could have this mentor as well, but your goals gain nothing by it.`
      : `${mentee} could have this mentor as well, but your goals would lose by it: ${goal}.`,
  /** @param wants how many mentors. */
  shortfall: (wants: number, has: number): string => `Wants ${formatCount(wants, 'mentor')}, has ${has}.`,
  noOther: 'There is no other mentor.',
  nobodyElse: (mentors: number): string =>
    mentors === 1
      ? 'The other mentor may not be paired with this mentee.'
      : `None of the ${mentors} other mentors may be paired with this mentee.`,
  slotShortage: (mentees: number, wanted: number, slots: number, holders: Holders): string =>
    `${formatCount(mentees, 'mentee')} would take ${formatCount(wanted, 'slot')} of ${nameHolders(holders, 'and')}, but there ${slots === 1 ? 'is' : 'are'} ${slots === 0 ? 'none' : `only ${slots}`}.`,
  oneMoreLater: (goals: readonly string[]): string =>
    `One more is possible, but your goals put other things before tandems: ${joinNames(goals, 99)}.`,
};

/** The first of some people or places: groups may be large, and many people are told of the same one. */
function nameSome(names: readonly string[], last: 'and' | 'or'): string {
  return joinNames(names, MOST_NAMED, last);
}

/** "Ada, Ben and mentors in Poland" */
function nameHolders({ mentors, places }: Holders, last: 'and' | 'or'): string {
  const within = nameSome(places.map(grammar.nameInside), last);
  return [nameSome(mentors, last), within && `mentors in ${within}`].filter(text => text !== '').join(` ${last} `);
}
