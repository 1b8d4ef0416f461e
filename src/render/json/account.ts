import type { Facts, PairAccount, PairVerdict, PersonAccount, WhatIf } from '../../domain/account.ts';
import { isUnchecked } from '../../domain/gaps.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import { cheapestFix } from '../words/fixes.ts';
import { callingIn } from '../words/names.ts';
import { evidence } from '../words/reasons.ts';
import { shortfallWords } from '../words/shortfall.ts';
import { clashWords, type Known } from '../words/what-if.ts';

type Run = Omit<Known, 'call'>;

/** Why somebody has what they have, for programs: people by their ids, points as points. */
export function personJson(account: PersonAccount, run: Run): object {
  const { side, index, person, unmatched, shortfall, alternatives } = account;
  const theirs = side === 'mentor' ? 'mentee' : 'mentor';
  const { id, name, email, department, country } = person;
  return {
    ...{ side, id, name, email, department, country },
    tandems: account.tandems.map((verdict, at) => {
      const { places, holders, eligible, waiting } = account.rivalries[at]!;
      return {
        ...verdictJson(verdict, run),
        rivals: { places, holders: idsOf(side, holders, run), eligible, waiting: idsOf(side, waiting, run) },
      };
    }),
    unmatched: unmatched && {
      reason: unmatched.reason.kind,
      evidence: evidence(unmatched, run.roster, run.terms),
      cheapestFix: cheapestFix(unmatched, run.roster, run.terms),
    },
    shortfall: shortfall && {
      ...{ wants: shortfall.wants, has: shortfall.has },
      reason: shortfall.why.kind,
      evidence: shortfallWords(shortfall, run.roster, run.terms),
    },
    gaps: account.gaps.rules,
    alternatives: {
      possible: alternatives.others,
      cheapestProven: alternatives.isProven,
      best: alternatives.best.map(({ partner, score, whatIf }) => ({
        [theirs]: idOf(theirs, partner, run),
        score: score / 1000,
        ...whatIfJson(
          whatIf,
          side === 'mentor' ? { mentor: index, mentee: partner } : { mentor: partner, mentee: index },
          run,
        ),
      })),
    },
  };
}

/** Why two are a tandem or none, for programs. */
export function pairJson({ verdict, isTandem, whatIf, gaps }: PairAccount, run: Run): object {
  return {
    ...verdictJson(verdict, run),
    isTandem,
    [isTandem ? 'without' : 'together']: whatIfJson(whatIf, verdict, run),
    gaps: gaps.rules,
  };
}

function verdictJson({ mentor, mentee, mayMeet, rules, isUnlisted, note, preferences, score }: PairVerdict, run: Run) {
  return {
    mentor: idOf('mentor', mentor, run),
    mentee: idOf('mentee', mentee, run),
    mayMeet,
    rules: rules.map(({ rule, holds, bars, facts, gap }) => ({
      ...{ rule: rule.name, checked: gap === null || !isUnchecked(gap), holds, bars },
      ...factsJson(facts),
    })),
    ...(isUnlisted ? { notListed: true } : {}),
    ...(note === null
      ? {}
      : {
          banned: note.banned,
          approved: note.approved,
          declined: note.declined,
          metBefore: note.met,
          locked: note.locked,
          reason: note.reason,
          override: note.override,
        }),
    score: score / 1000,
    points: [
      ...preferences.map(({ rule, holds, points, facts }) => ({
        ...{ preference: rule.name, holds, weight: rule.weight },
        fit: rule.weight === 0 ? null : points / rule.weight / 1000,
        points: points / 1000,
        ...factsJson(facts),
      })),
      ...(note === null || note.points === 0 ? [] : [{ preference: 'pairs', points: note.points / 1000 }]),
    ],
  };
}

function factsJson({ kind: _, ...facts }: Facts): object {
  return facts;
}

function whatIfJson(whatIf: WhatIf, pair: Tandem, run: Run): object {
  if (whatIf.kind === 'impossible') {
    return { possible: false, why: clashWords(whatIf, pair, { ...run, call: callingIn(run.roster) }) };
  }
  const { isBetter, levels, moves } = whatIf;
  return {
    possible: true,
    isBetter,
    levels: levels.map(({ level, is, wouldBe }) => ({
      ...{ level, is: pointsOn(level, is), wouldBe: pointsOn(level, wouldBe) },
      difference: is === null || wouldBe === null ? null : pointsOn(level, wouldBe - is),
    })),
    moves: moves.map(({ mentee, leaves, joins }) => ({
      mentee: idOf('mentee', mentee, run),
      leaves: idsOf('mentor', leaves, run),
      joins: idsOf('mentor', joins, run),
    })),
  };
}

/** Points from thousandths. */
export function pointsOn(level: string, value: number | null): number | null {
  return value !== null && (level === 'score' || level === 'worst') ? value / 1000 : value;
}

function idOf(side: Side, index: number, { roster }: Run): string {
  return (side === 'mentor' ? roster.mentors : roster.mentees)[index]!.id;
}

function idsOf(side: Side, indexes: readonly number[], run: Run): string[] {
  return indexes.map(index => idOf(side, index, run));
}
