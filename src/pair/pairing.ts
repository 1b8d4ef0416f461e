import { isNoted, NOTED_BARS, type NotedBar } from '../domain/bars.ts';
import type { Gaps } from '../domain/data-gaps.ts';
import type { Affinity, Candidates, Eligibility, KeyedRule, RuleKeys, WishRanks } from '../domain/pairing.ts';
import type { Policy, Rule, Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { makeTies, type Ties } from '../domain/ties.ts';
import { findGaps } from './rules/data-gaps.ts';
import { prepareLackingRules } from './rules/lacking-cells.ts';
import { Notes } from './rules/noted-pair-index.ts';
import type { ReadyRule } from './rules/ready-rule.ts';
import { getPersons } from './rules/reporting-lines.ts';
import { prepareRule } from './rules/rules.ts';
import { rankWishes } from './rules/wishes.ts';
import { makeCandidates } from './search/candidates.ts';
import { indexRules, type RuleIndex } from './search/rule-classes.ts';
import type { SearchContext } from './search/search-context.ts';

/** Who may meet whom, and how well they fit: what a policy says of every pair of a roster. */
export interface Pairing {
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  readonly wishes: WishRanks;
  readonly candidates: Candidates;
  readonly sights: RuleKeys;
  readonly ties: Ties;
  /** The rules that a pair breaks, by name; a lock with a reason may override them. */
  readonly broken: (mentor: number, mentee: number) => readonly string[];
  /** The rules of `must` by which a person may meet nobody because they leave a cell empty. */
  readonly lacking: (side: Side, index: number) => readonly Rule[];
  /** What the sheets leave open for the policy and the limits. */
  readonly gaps: () => Gaps;
}

/** Makes a policy ready for a roster; cost grows with the people and the pairs listed, not with all pairs. */
export function makePairing(roster: Roster, terms: Terms): Pairing {
  const { must, pairsOnly, prefer } = terms.policy;
  const persons = getPersons(roster);
  const notes = new Notes(roster, terms.pairs);
  const { rules, preferred } = getReadyRules(terms.policy, roster);
  const bars = [...must.map(rule => rule.name), ...NOTED_BARS];
  const raw = makeBarLookup(terms.policy, rules, notes);
  const barred = (mentor: number, mentee: number) =>
    notes.findNote(mentor, mentee)?.override ? 0 : raw(mentor, mentee);
  const affinity = makeAffinity(terms, preferred, notes);
  const sizes = { mentor: roster.mentors.length, mentee: roster.mentees.length };
  const musts = { roster, rules: indexRules(rules, sizes), notes, pairsOnly, barred };
  const ties = makeTies(roster);
  const scene = { musts, affinity, prefer, preferred: indexRules(preferred, sizes), ties };
  const same = rules.filter((_, at) => must[at]!.rule === 'same');
  return {
    eligibility: { bars, barred },
    broken: (mentor, mentee) => {
      const bits = raw(mentor, mentee);
      return bars.filter((_, bar) => (bits >>> bar) & 1);
    },
    affinity,
    lacking: prepareLackingRules(roster, must),
    gaps: () => findGaps(roster, terms),
    wishes: rankWishes(roster, persons),
    candidates: makeCandidates(scene, terms.pairs, same, raw),
    sights: makeSights(scene),
    ties,
  };
}

/** How well two people fit, in thousandths, for whoever asks nothing else. */
export function makeScore(roster: Roster, terms: Terms): Affinity['score'] {
  const persons = getPersons(roster);
  const preferred = terms.policy.prefer.map(preference => prepareRule(preference, roster, persons));
  return makeAffinity(terms, preferred, new Notes(roster, terms.pairs)).score;
}

/** The rules of a policy, ready for a roster. */
interface ReadyRules {
  readonly rules: readonly ReadyRule[];
  readonly preferred: readonly ReadyRule[];
}

const READY = new WeakMap<Roster, WeakMap<Rule, ReadyRule>>();

/**
 * Rules know nothing of each other and of notes on pairs: whoever leaves one out, or tries
 * other notes, has the others ready.
 */
function getReadyRules({ must, prefer }: Policy, roster: Roster): ReadyRules {
  const persons = getPersons(roster);
  const known = READY.get(roster) ?? new WeakMap<Rule, ReadyRule>();
  READY.set(roster, known);
  const getReadyRule = (rule: Rule) => {
    const ready = known.get(rule) ?? prepareRule(rule, roster, persons);
    known.set(rule, ready);
    return ready;
  };
  return { rules: must.map(getReadyRule), preferred: prefer.map(getReadyRule) };
}

function makeSights({ musts, preferred }: SearchContext): RuleKeys {
  const makeKeyedRule = ({ rule, keys }: RuleIndex['byKeys'][number]): KeyedRule => ({
    ...{ bars: rule.bars, holds: rule.holds, fit: rule.fit },
    mentorKeys: keys.mentor,
    menteeKeys: keys.mentee,
  });
  return {
    musts: musts.rules.byKeys.map(makeKeyedRule),
    preferences: preferred.byKeys.map(known => ({ ...makeKeyedRule(known), preference: known.at })),
    usual: preferred.byNames.map(({ at, usually }) => ({ preference: at, holds: usually === 'holds' })),
    singled: (mentee, each) => {
      for (const { mentor } of musts.notes.listNotes('mentee', mentee)) each(mentor);
      for (const { exceptions } of preferred.byNames) exceptions.visit('mentee', mentee, each);
    },
  };
}

/** The bits of all bars between two people, overridden or not. */
function makeBarLookup({ must, pairsOnly }: Policy, rules: readonly ReadyRule[], notes: Notes): Eligibility['barred'] {
  const getBit = (bar: NotedBar) => 1 << (must.length + NOTED_BARS.indexOf(bar));
  const unlisted = pairsOnly ? getBit('not-listed') : 0;
  return (mentor, mentee) => {
    const note = notes.findNote(mentor, mentee);
    const bits = findBrokenRules(rules, mentor, mentee);
    if (note === undefined) return bits | unlisted;
    return NOTED_BARS.reduce((sum, bar) => (isNoted(bar, note, pairsOnly) ? sum | getBit(bar) : sum), bits);
  };
}

/** The bits of the rules that bar a pair. */
function findBrokenRules(rules: readonly ReadyRule[], mentor: number, mentee: number): number {
  let bits = 0;
  for (let r = 0; r < rules.length; r++) if (rules[r]!.bars(mentor, mentee)) bits |= 1 << r;
  return bits;
}

/** The parts of a score are the preferences that are worth something, and what pairs.csv adds. */
function makeAffinity(terms: Terms, rules: readonly ReadyRule[], notes: Notes): Affinity {
  const { prefer } = terms.policy;
  const weighed = prefer.flatMap(({ name, weight }, p) => (weight === 0 ? [] : [{ name, weight, fit: rules[p]!.fit }]));
  const withPairs = terms.pairs.some(note => note.points !== 0);
  const parts = [...weighed.map(({ name }) => name), ...(withPairs ? ['pairs'] : [])];
  const findNotedPoints = (mentor: number, mentee: number) => notes.findNote(mentor, mentee)?.points ?? 0;
  return {
    parts,
    points: (part, mentor, mentee) => {
      const known = weighed[part];
      return known === undefined ? findNotedPoints(mentor, mentee) : known.weight * known.fit(mentor, mentee);
    },
    score: (mentor, mentee) => {
      let sum = withPairs ? findNotedPoints(mentor, mentee) : 0;
      for (let part = 0; part < weighed.length; part++) {
        const preference = weighed[part]!;
        sum += preference.weight * preference.fit(mentor, mentee);
      }
      return sum;
    },
    holds: (preference, mentor, mentee) => rules[preference]!.holds(mentor, mentee),
    held: (mentor, mentee) => {
      let bits = 0;
      for (let p = 0; p < rules.length; p++) if (rules[p]!.holds(mentor, mentee)) bits |= 1 << p;
      return bits;
    },
  };
}
