import type { Facts, PairVerdict, PersonAccount, RuleVerdict } from '../../domain/account.ts';
import { isAboutVetoes, isKeptApart, omitVetoes } from '../../domain/confidential-bars.ts';
import { isUnchecked } from '../../domain/data-gaps.ts';
import { findDemander } from '../../domain/demands.ts';
import type { Letter, LetterChoice, LetterTandem, RuleState } from '../../domain/letter.ts';
import type { Unmatched } from '../../domain/matching.ts';
import { mustMeet, type Policy } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import { veilCount, veilPart } from '../../domain/veiled-count.ts';
import { findAgain } from '../../domain/without-tandem-again.ts';
import { prepareVerdicts } from '../../pair/verdict.ts';
import { type Findings, TandemUsage } from '../../residual/usage.ts';
import { explainFewerMentors, explainUnmatched } from '../unmatched/reasons.ts';
import type { ProvenRun } from '../verify/verify-run.ts';
import { listOwnCells, makeOtherSearch } from './own-cells.ts';
import { veilReason } from './veil-reason.ts';

/**
 * The answer to "why?" for the person themself. It holds their own data, rules and counts; nobody else's name, id or
 * address, and no data of others but what their own entries have in common with a partner's. Whom a wish or a decision
 * keeps apart from them is in no number below five.
 */
export function writeLetter(
  { roster, terms, pairing, tandems }: ProvenRun,
  { side, index, person }: Pick<PersonAccount, 'side' | 'index' | 'person'>,
): Letter {
  const findings = { roster, terms, tandems, ...pairing };
  const situation = new TandemUsage(findings);
  const own = tandems.filter(tandem => tandem[side] === index);
  const verdictOf = prepareVerdicts(roster, terms, pairing);
  const isTheirs = (one: Unmatched) => one.side === side && one.person.id === person.id;
  const unmatched = own.length > 0 ? null : (explainUnmatched(findings, situation).find(isTheirs) ?? null);
  const policy = omitVetoes(terms.policy);
  const namesOther = makeOtherSearch(person, roster);
  return {
    ...{ side, id: person.id, name: person.name },
    ...listOwnCells(person, policy, namesOther),
    tandems: own.map(({ mentor, mentee }) => describeTandem(verdictOf(mentor, mentee), side, namesOther)),
    why: unmatched && veilReason(unmatched.reason, terms),
    again: unmatched && findAgain(unmatched, terms),
    shortfall: side === 'mentee' && own.length > 0 ? findShortfall(findings, situation, index) : null,
    choice: index < 0 ? null : countChoice(findings, side, index),
    policy,
    hasPriorities: new Set(roster.mentees.map(({ priority }) => priority)).size > 1,
    gaps: {
      rules: pairing.gaps().rules.filter(({ state, kind }) => state === 'absent' && !isAboutVetoes({ rule: kind })),
      limits: [],
    },
  };
}

function findShortfall(findings: Findings, situation: TandemUsage, mentee: number): Letter['shortfall'] {
  const { wants } = findings.roster.mentees[mentee]!;
  const has = situation.mentorsOf[mentee]!.length;
  if (has >= wants) return null;
  return { wants, has, why: veilReason(explainFewerMentors(findings, situation, mentee), findings.terms) };
}

/** A tandem without who the partner is. Points of single pairs are decisions, and stay with HR. */
function describeTandem(
  { note, rules, preferences }: PairVerdict,
  side: Side,
  namesOther: (text: string) => boolean,
): LetterTandem {
  return {
    decision: note !== null && mustMeet(note) ? findDemander(note) : null,
    rules: rules
      .filter(({ rule }) => !isAboutVetoes(rule))
      .map(verdict => ({ rule: verdict.rule, state: judgeState(verdict) })),
    preferences: preferences
      .filter(({ rule }) => !isAboutVetoes(rule))
      .map(({ rule, holds, points, facts }) => ({
        ...{ rule, holds, points },
        common: listCommon(facts, side).filter(entry => !namesOther(entry)),
      })),
  };
}

/** What both have, as the person wrote it. */
function listCommon(facts: Facts, side: Side): readonly string[] {
  if (facts.kind !== 'lists') return [];
  const known = new Set(facts.common.map(fold));
  return facts[side].filter(entry => known.has(fold(entry)));
}

function judgeState({ bars, holds, gap }: RuleVerdict): RuleState {
  if (gap !== null && isUnchecked(gap)) return 'not-checked';
  if (bars) return 'excepted';
  return holds ? 'kept' : 'not-checked';
}

/** How many of the other side each rule leaves, in the order of the rules. */
function countChoice({ roster, terms, eligibility }: Findings, side: Side, index: number): LetterChoice {
  const { policy } = terms;
  const { bars, barred } = eligibility;
  const partners = (side === 'mentor' ? roster.mentees : roster.mentors).length;
  const isHidden = bars.map(bar => isKeptApart(bar, policy));
  const counts = bars.map(() => 0);
  let [left, apart] = [0, 0];
  for (let partner = 0; partner < partners; partner++) {
    const bits = side === 'mentor' ? barred(index, partner) : barred(partner, index);
    const found = [...bars.keys()].filter(bar => ((bits >>> bar) & 1) === 1);
    for (const bar of found) counts[bar]!++;
    if (found.some(bar => !isHidden[bar])) continue;
    left++;
    if (found.length > 0) apart++;
  }
  return {
    partners: veilCount(partners),
    ruledOut: bars.flatMap((bar, at) =>
      isHidden[at] || !isToldOf(bar, counts[at]!, policy) ? [] : [{ bar, count: veilPart(counts[at]!, partners) }],
    ),
    left: veilPart(left, partners),
    keptApart: veilPart(apart, left),
  };
}

/**
 * Rules are told whatever they rule out; what is said of single pairs, where it is the
 * person's own history or a list for all.
 */
function isToldOf(bar: string, count: number, { must }: Policy): boolean {
  return must.some(({ name }) => name === bar) || count > 0;
}
