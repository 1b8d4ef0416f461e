import { findDemander } from '../../domain/demands.ts';
import type { Unmatched } from '../../domain/matching.ts';
import { type Limit, listLevelsBefore, type Terms } from '../../domain/policy.ts';
import type { DemandLever } from '../../domain/remedies.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { getRuleColumn } from '../../domain/rule-table.ts';
import type { Group, Nearest, Reason, Rival } from '../../domain/unmatched-reasons.ts';
import { findAgain } from '../../domain/without-tandem-again.ts';
import { phraseBar } from './bars.ts';
import type { Words } from './en/index.ts';
import type { PlainReasons, ReasonNames } from './en/reasons.ts';
import { findContest, listDecidingLevels } from './find-contest.ts';
import { findLevelWords, nameGoal } from './levels.ts';

/**
 * The evidence for a reason, in sentences that need no knowledge of the program, and whether the
 * person had nobody before either.
 */
export function describeEvidence(known: Unmatched, roster: Roster, terms: Terms, words: Words): string {
  const again = findAgain(known, terms);
  const evidence = describeReason(known, roster, terms, words);
  return again === null ? evidence : joinSentences([evidence, words.reasons.again[again]]);
}

function describeReason({ reason, side, person }: Unmatched, roster: Roster, terms: Terms, words: Words): string {
  switch (reason.kind) {
    case 'no-eligible-mentor':
    case 'no-eligible-mentee':
      return describeRuledOut(reason, person.name, roster, terms, words);
    case 'mentors-full':
      return joinSentences([
        describeCompetition(reason.group, roster, terms, words),
        ...(isContested(reason.group) ? [describeDecision(reason.group, roster, terms, words)] : []),
      ]);
    case 'limit-reached':
      return describeLimitReached(reason, side, roster, terms, words);
    case 'outranked':
      return describeOutranked(reason, side, roster, terms, words);
    default:
      return sayPlainly(reason.kind, reason, makeNames(person.name, roster, terms), words);
  }
}

function sayPlainly<Kind extends keyof PlainReasons>(
  kind: Kind,
  reason: PlainReasons[Kind],
  names: ReasonNames,
  { reasons }: Words,
): string {
  return reasons.sentences[kind](reason, names);
}

function makeNames(person: string, { mentors, mentees }: Roster, { limits }: Terms): ReasonNames {
  return {
    person,
    mentor: index => mentors[index]!.name,
    mentee: index => mentees[index]!.name,
    limit: index => limits[index]!,
  };
}

function describeOutranked(
  reason: Extract<Reason, { kind: 'outranked' }>,
  side: Side,
  roster: Roster,
  terms: Terms,
  words: Words,
): string {
  const say = words.reasons;
  switch (reason.by) {
    case 'priority': {
      const served = reason.served.map(index => {
        const { id, name, priority } = roster.mentees[index]!;
        return [name, priority, terms.carriedOver?.includes(id) ?? false] as const;
      });
      const competition = describeCompetition(reason.group, roster, terms, words);
      return joinSentences([competition, say.higherPriority(reason.priority, served)]);
    }
    case 'demands':
      return joinSentences([
        say.withoutDemands(nameDemands(reason.demands, roster, terms, words), side),
        ...describeObjectiveCaveat(terms, words),
      ]);
    case 'objective':
      return describeRival(reason.rival, side, roster, words);
  }
}

/** "the forced pair of Ada Lang and Eva Lind" */
export function nameDemands(demands: readonly DemandLever[], roster: Roster, terms: Terms, words: Words): string[] {
  return demands.map(demand => phraseDemand(demand, roster, terms, words.reasons.demands));
}

function phraseDemand(
  demand: DemandLever,
  { mentors, mentees }: Roster,
  { limits, pairs }: Terms,
  say: Words['reasons']['demands'],
): string {
  switch (demand.kind) {
    case 'lock': {
      const note = pairs.find(({ mentor, mentee }) => mentor === demand.mentor && mentee === demand.mentee);
      return say[note === undefined ? 'lock' : findDemander(note)](
        mentors[demand.mentor]!.name,
        mentees[demand.mentee]!.name,
        note?.reason ?? '',
      );
    }
    case 'minimum': {
      const { place, min, side } = limits[demand.limit]!;
      return say.minimum(place, side, min);
    }
    case 'load': {
      const { name, minLoad } = mentors[demand.mentor]!;
      return say.load(name, minLoad);
    }
  }
}

/** Where something else comes before mentees, a tandem that is possible need not come about. */
function describeObjectiveCaveat({ policy }: Terms, words: Words): string[] {
  const before = listLevelsBefore('mentees', policy);
  return before.length === 0 ? [] : [words.reasons.upToObjective(nameLevels(before, words))];
}

/** What levels of the objective count. */
export function nameLevels(levels: readonly string[], words: Words): string[] {
  return levels.map(level => findLevelWords(level, words).label);
}

function describeRival(rival: Rival, side: Side, { mentees }: Roster, words: Words): string {
  if (rival.kind === 'levels') return words.reasons.objectiveFirst(side, nameLevels(rival.levels, words));
  const [goal = null] = rival.level === null ? [] : nameLevels([rival.level], words);
  return words.reasons.rivalTandem(mentees[rival.mentee]!.name, goal);
}

type RuledOut = Extract<Reason, { partners: number }>;

function describeRuledOut(
  { kind, partners, ruledOut, nearest, lacking }: RuledOut,
  who: string,
  roster: Roster,
  { policy }: Terms,
  words: Words,
): string {
  const say = words.reasons;
  const side = kind === 'no-eligible-mentor' ? 'mentor' : 'mentee';
  if (partners === 0) return say.nobodyThere(side);
  const causes = ruledOut.map(({ bar, count }) => ({ cause: phraseBar(bar, policy, words), count }));
  const isOneCause = causes.length === 1;
  return joinSentences([
    say.ruledOut(side, partners, causes),
    ...lacking.map(rule => say.emptyCell(who, getRuleColumn(rule))),
    ...(partners === 1 || nearest.examples.length === 0
      ? []
      : [describeNearest(nearest, side, isOneCause, roster, policy, words)]),
  ]);
}

/** Who comes nearest, with what rules them out, where that is not the one cause that was told. */
function describeNearest(
  { partners, bars, examples }: Nearest,
  side: Side,
  isOneCause: boolean,
  { mentors, mentees }: Roster,
  policy: Terms['policy'],
  words: Words,
): string {
  const say = words.reasons;
  const people = side === 'mentor' ? mentors : mentees;
  const known = examples.map(({ partner, bars }) => {
    const { name } = people[partner]!;
    return isOneCause
      ? name
      : say.nearPerson(
          name,
          bars.map(bar => phraseBar(bar, policy, words)),
        );
  });
  const more = partners > known.length ? [say.more(partners - known.length)] : [];
  return say.nearest([...known, ...more], bars);
}

/** "7 mentees compete for 4 slots, offered by Ada, Ben and Cem." */
function describeCompetition(group: Group, roster: Roster, terms: Terms, words: Words): string {
  const { mentees, slots, locked } = group;
  return words.reasons.competition(mentees.length, slots, nameHolders(group, roster, terms), locked);
}

/** Whose slots a group has. Mentors who offer none have none of them. */
export function nameHolders(
  { mentors, limits, slots }: Group,
  roster: Roster,
  terms: Terms,
): { readonly mentors: string[]; readonly places: string[] } {
  const offering = slots === 0 ? mentors : mentors.filter(mentor => roster.mentors[mentor]!.capacity > 0);
  return {
    mentors: offering.map(mentor => roster.mentors[mentor]!.name),
    places: limits.map(limit => terms.limits[limit]!.place),
  };
}

type LimitReached = Extract<Reason, { kind: 'limit-reached' }>;

function describeLimitReached(reason: LimitReached, side: Side, roster: Roster, terms: Terms, words: Words): string {
  const limits = reason.limits.map(limit => terms.limits[limit]!);
  const reached = words.reasons.limitsReached(limits);
  if (side === 'mentor') {
    const isTheirs = limits.every(limit => limit.side === 'mentee');
    return joinSentences([...(isTheirs ? [words.reasons.allUnderLimits] : []), reached]);
  }
  const over = reason.group ?? limits[0]!;
  const rivals =
    reason.group === null
      ? words.reasons.peopleUnder(findContest(over, roster).mentees, limits[0]!.place)
      : describeCompetition(reason.group, roster, terms, words);
  const isOpen = reason.group === null ? limits.every(({ max }) => max > 0) : isContested(reason.group);
  return joinSentences([reached, rivals, ...(isOpen ? [describeDecision(over, roster, terms, words)] : [])]);
}

/** Whether there are slots that forced pairs leave to the others. */
function isContested({ slots, locked }: Group): boolean {
  return slots > locked;
}

/** By what it is decided who of those who want the same slots gets one. */
function describeDecision(over: Group | Limit, roster: Roster, terms: Terms, words: Words): string {
  const { isRanked } = findContest(over, roster);
  const goals = listDecidingLevels(terms, roster).map(level => nameGoal(level, words));
  return words.reasons.decidedBy([...(isRanked ? [words.reasons.priority] : []), ...goals]);
}

function joinSentences(sentences: readonly string[]): string {
  return sentences.join(' ');
}
