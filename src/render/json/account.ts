import type { Facts, LevelChange, PairAccount, PairVerdict, PersonAccount, WhatIf } from '../../domain/account.ts';
import { isUnchecked } from '../../domain/data-gaps.ts';
import { getOtherSide, makePair } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import { describeCheapestFix } from '../words/cheapest-fix.ts';
import type { Words } from '../words/en/index.ts';
import { describeEvidence } from '../words/evidence.ts';
import { describeShortfall } from '../words/fewer-mentors-than-wanted.ts';
import { describeClash, type NamedRun } from '../words/if-pair-forced-or-ended.ts';
import { convertToPoints } from '../words/levels.ts';
import { makeNameLookup } from '../words/names.ts';
import { buildDemandsJson } from './clash.ts';

export type RunFacts = Omit<NamedRun, 'call'>;

/**
 * Why somebody has what they have, for programs: people by their ids, points as points;
 * sentences in the words of the screen.
 */
export function buildPersonJson(account: PersonAccount, run: RunFacts, words: Words): object {
  const { side, index, person, unmatched, shortfall, alternatives } = account;
  const theirs = getOtherSide(side);
  const { id, name, email, department, country } = person;
  return {
    ...{ side, id, name, email, department, country },
    tandems: account.tandems.map((verdict, at) => {
      const { slots, holders, eligible, waiting } = account.rivalries[at]!;
      return {
        ...buildVerdictJson(verdict, run),
        rivals: { places: slots, holders: listIds(side, holders, run), eligible, waiting: listIds(side, waiting, run) },
      };
    }),
    unmatched: unmatched && {
      reason: unmatched.reason.kind,
      evidence: describeEvidence(unmatched, run.roster, run.terms, words),
      cheapestFix: describeCheapestFix(unmatched, run.roster, run.terms, words),
      fixHelpsOneOf: unmatched.fix.kind === 'change' ? unmatched.fix.sharing : null,
    },
    shortfall: shortfall && {
      ...{ wants: shortfall.wants, has: shortfall.has },
      reason: shortfall.why.kind,
      evidence: describeShortfall(shortfall, run.roster, run.terms, words),
    },
    gaps: account.gaps.rules,
    alternatives: {
      possible: alternatives.others,
      cheapestProven: alternatives.isProven,
      best: alternatives.best.map(({ partner, score, whatIf }) => ({
        [theirs]: getId(theirs, partner, run),
        score: score / 1000,
        ...buildWhatIfJson(whatIf, makePair(side, index, partner), run, words),
      })),
    },
  };
}

/** Why two are a tandem or none, for programs. */
export function buildPairJson({ verdict, isTandem, whatIf, gaps }: PairAccount, run: RunFacts, words: Words): object {
  return {
    ...buildVerdictJson(verdict, run),
    isTandem,
    [isTandem ? 'without' : 'together']: buildWhatIfJson(whatIf, verdict, run, words),
    gaps: gaps.rules,
  };
}

function buildVerdictJson(
  { mentor, mentee, mayMeet, rules, isUnlisted, note, preferences, score }: PairVerdict,
  run: RunFacts,
) {
  return {
    mentor: getId('mentor', mentor, run),
    mentee: getId('mentee', mentee, run),
    mayMeet,
    rules: rules.map(({ rule, holds, bars, facts, gap }) => ({
      ...{ rule: rule.name, checked: gap === null || !isUnchecked(gap), holds, bars },
      ...buildFactsJson(facts),
    })),
    ...(isUnlisted ? { notListed: true } : {}),
    ...(note === null
      ? {}
      : {
          banned: note.banned,
          approved: note.approved,
          declined: note.declined,
          metBefore: note.met,
          ...(note.parted ? { notAgain: true } : {}),
          ...(note.continues ? { continues: true } : {}),
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
        ...buildFactsJson(facts),
      })),
      ...(note === null || note.points === 0 ? [] : [{ preference: 'pairs', points: note.points / 1000 }]),
    ],
  };
}

function buildFactsJson({ kind: _, ...facts }: Facts): object {
  return facts;
}

function buildWhatIfJson(whatIf: WhatIf, pair: Tandem, run: RunFacts, words: Words): object {
  if (whatIf.kind === 'impossible') {
    const why = describeClash(whatIf, pair, { ...run, call: makeNameLookup(run.roster) }, words);
    return { possible: false, why, ...buildDemandsJson(whatIf.clash, run.roster, run.terms, null, words) };
  }
  const { isBetter, levels, moves } = whatIf;
  return {
    possible: true,
    isBetter,
    levels: levels.map(({ level, is, wouldBe }) => ({
      ...buildLevelJson({ level, is, wouldBe }),
      difference: is === null || wouldBe === null ? null : convertToPoints(level, wouldBe - is),
    })),
    moves: moves.map(({ mentee, leaves, joins }) => ({
      mentee: getId('mentee', mentee, run),
      leaves: listIds('mentor', leaves, run),
      joins: listIds('mentor', joins, run),
    })),
  };
}

/** What a level comes to now and then, thousandths as points. */
export function buildLevelJson({ level, is, wouldBe }: LevelChange): LevelChange {
  const convert = (value: number | null) => (value === null ? null : convertToPoints(level, value));
  return { level, is: convert(is), wouldBe: convert(wouldBe) };
}

function getId(side: Side, index: number, { roster }: RunFacts): string {
  return (side === 'mentor' ? roster.mentors : roster.mentees)[index]!.id;
}

function listIds(side: Side, indexes: readonly number[], run: RunFacts): string[] {
  return indexes.map(index => getId(side, index, run));
}
