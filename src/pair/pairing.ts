import { isNoted, NOTED_BARS, type NotedBar } from '../domain/bars.ts';
import type { Gaps } from '../domain/gaps.ts';
import type { Affinity, Candidates, Eligibility, KeyedRule, Sights, WishRanks } from '../domain/pairing.ts';
import type { Policy, Rule, Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { type Ties, tiesOf } from '../domain/ties.ts';
import { gapsIn } from './rules/gaps.ts';
import { lackingIn } from './rules/lacking-cells.ts';
import { Notes } from './rules/notes.ts';
import { personsOf } from './rules/persons.ts';
import type { ReadyRule } from './rules/ready-rule.ts';
import { readyRule } from './rules/rules.ts';
import { wishRanks } from './rules/wishes.ts';
import { candidatesOf } from './search/candidates.ts';
import { type SightedRules, sighted } from './search/rule-classes.ts';
import type { Scene } from './search/search-context.ts';

/** Who may meet whom, and how well they fit: what a policy says of every pair of a roster. */
export interface Pairing {
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  readonly wishes: WishRanks;
  readonly candidates: Candidates;
  readonly sights: Sights;
  readonly ties: Ties;
  /** The rules that a pair breaks, by name; a lock with a reason may override them. */
  readonly broken: (mentor: number, mentee: number) => readonly string[];
  /** The rules of `must` by which a person may meet nobody because they leave a cell empty. */
  readonly lacking: (side: Side, index: number) => readonly Rule[];
  /** What the sheets leave open for the policy and the limits. */
  readonly gaps: () => Gaps;
}

/** Makes a policy ready for a roster; cost grows with the people and the pairs listed, not with all pairs. */
export function pairingOf(roster: Roster, terms: Terms): Pairing {
  const { must, prefer, pairsOnly } = terms.policy;
  const persons = personsOf(roster);
  const notes = new Notes(roster, terms.pairs);
  const rules = must.map(rule => readyRule(rule, roster, persons));
  const preferred = prefer.map(preference => readyRule(preference, roster, persons));
  const bars = [...must.map(rule => rule.name), ...NOTED_BARS];
  const raw = barsBetween(terms.policy, rules, notes);
  const barred = (mentor: number, mentee: number) => (notes.at(mentor, mentee)?.override ? 0 : raw(mentor, mentee));
  const affinity = affinityOf(terms, preferred, notes);
  const sizes = { mentor: roster.mentors.length, mentee: roster.mentees.length };
  const musts = { roster, rules: sighted(rules, sizes), notes, pairsOnly, barred };
  const ties = tiesOf(roster);
  const scene = { musts, affinity, prefer, preferred: sighted(preferred, sizes), ties };
  const same = rules.filter((_, at) => must[at]!.rule === 'same');
  return {
    eligibility: { bars, barred },
    broken: (mentor, mentee) => {
      const bits = raw(mentor, mentee);
      return bars.filter((_, bar) => (bits >>> bar) & 1);
    },
    affinity,
    lacking: lackingIn(roster, must),
    gaps: () => gapsIn(roster, terms),
    wishes: wishRanks(roster, persons),
    candidates: candidatesOf(scene, terms.pairs, same, raw),
    sights: sightsOf(scene),
    ties,
  };
}

function sightsOf({ musts, preferred }: Scene): Sights {
  const keyed = ({ rule, keys }: SightedRules['byKeys'][number]): KeyedRule => ({
    ...{ bars: rule.bars, holds: rule.holds, fit: rule.fit },
    mentorKeys: keys.mentor,
    menteeKeys: keys.mentee,
  });
  return {
    musts: musts.rules.byKeys.map(keyed),
    preferences: preferred.byKeys.map(known => ({ ...keyed(known), preference: known.at })),
    usual: preferred.byNames.map(({ at, usually }) => ({ preference: at, holds: usually === 'holds' })),
    singled: (mentee, each) => {
      for (const { mentor } of musts.notes.of('mentee', mentee)) each(mentor);
      for (const { exceptions } of preferred.byNames) exceptions.visit('mentee', mentee, each);
    },
  };
}

/** The bits of all bars between two people, overridden or not. */
function barsBetween({ must, pairsOnly }: Policy, rules: readonly ReadyRule[], notes: Notes): Eligibility['barred'] {
  const bit = (bar: NotedBar) => 1 << (must.length + NOTED_BARS.indexOf(bar));
  const unlisted = pairsOnly ? bit('not-listed') : 0;
  return (mentor, mentee) => {
    const note = notes.at(mentor, mentee);
    const bits = barsOf(rules, mentor, mentee);
    if (note === undefined) return bits | unlisted;
    return NOTED_BARS.reduce((sum, bar) => (isNoted(bar, note, pairsOnly) ? sum | bit(bar) : sum), bits);
  };
}

/** The bits of the rules that bar a pair. */
function barsOf(rules: readonly ReadyRule[], mentor: number, mentee: number): number {
  let bits = 0;
  for (let r = 0; r < rules.length; r++) if (rules[r]!.bars(mentor, mentee)) bits |= 1 << r;
  return bits;
}

/** The parts of a score are the preferences that are worth something, and what pairs.csv adds. */
function affinityOf(terms: Terms, rules: readonly ReadyRule[], notes: Notes): Affinity {
  const { prefer } = terms.policy;
  const weighed = prefer.flatMap(({ name, weight }, p) => (weight === 0 ? [] : [{ name, weight, fit: rules[p]!.fit }]));
  const withPairs = terms.pairs.some(note => note.points !== 0);
  const parts = [...weighed.map(({ name }) => name), ...(withPairs ? ['pairs'] : [])];
  const points = (part: number, mentor: number, mentee: number) => {
    const known = weighed[part];
    return known === undefined ? (notes.at(mentor, mentee)?.points ?? 0) : known.weight * known.fit(mentor, mentee);
  };
  return {
    parts,
    points,
    score: (mentor, mentee) => {
      let sum = 0;
      for (let part = 0; part < parts.length; part++) sum += points(part, mentor, mentee);
      return sum;
    },
    held: (mentor, mentee) => {
      let bits = 0;
      for (let p = 0; p < rules.length; p++) if (rules[p]!.holds(mentor, mentee)) bits |= 1 << p;
      return bits;
    },
  };
}
