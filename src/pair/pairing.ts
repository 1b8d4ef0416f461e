import type { Affinity, Candidates, Eligibility, WishRanks } from '../domain/pairing.ts';
import type { PairNote, Policy, Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import { type Persons, personsOf } from './persons.ts';
import { type ReadyRule, readyRule } from './rules.ts';
import { wishRanks } from './wishes.ts';

/** Names of the bars that come from what is said of single pairs, and not from a rule. */
const NOTED_BARS = ['banned-pair', 'not-listed', 'met-before'];

/** Who may meet whom, and how well they fit: what a policy says of every pair of a roster. */
export interface Pairing {
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  readonly wishes: WishRanks;
  /** The rules that a pair breaks, by name; a lock with a reason may override them. */
  readonly broken: (mentor: number, mentee: number) => readonly string[];
}

/** Makes a policy ready for a roster; cost grows with the people and the pairs listed, not with all pairs. */
export function pairingOf(roster: Roster, terms: Terms): Pairing {
  const persons = personsOf(roster);
  const notes = new Notes(roster, terms.pairs);
  const rules = terms.policy.must.map(rule => readyRule(rule, roster, persons));
  const bars = [...terms.policy.must.map(rule => rule.name), ...NOTED_BARS];
  const barred = barsBetween(terms.policy, rules, notes);
  return {
    eligibility: {
      bars,
      barred: (mentor, mentee) => (notes.at(mentor, mentee)?.override ? 0 : barred(mentor, mentee)),
    },
    broken: (mentor, mentee) => {
      const bits = barred(mentor, mentee);
      return bars.filter((_, bar) => (bits >>> bar) & 1);
    },
    affinity: affinity(roster, terms, persons, notes),
    wishes: wishRanks(roster, persons),
  };
}

/** All eligible pairs with their scores. */
export function candidatesOf(
  roster: Roster,
  { eligibility, affinity }: Pick<Pairing, 'eligibility' | 'affinity'>,
): Candidates {
  const start = new Int32Array(roster.mentees.length + 1);
  const mentor: number[] = [];
  for (let e = 0; e < roster.mentees.length; e++) {
    for (let m = 0; m < roster.mentors.length; m++) if (eligibility.barred(m, e) === 0) mentor.push(m);
    start[e + 1] = mentor.length;
  }
  const score = new Float64Array(mentor.length);
  const held = new Int32Array(mentor.length);
  for (let e = 0; e < roster.mentees.length; e++) {
    for (let c = start[e]!; c < start[e + 1]!; c++) {
      score[c] = affinity.score(mentor[c]!, e);
      held[c] = affinity.held(mentor[c]!, e);
    }
  }
  return { start, mentor: Int32Array.from(mentor), score, held };
}

/** What pairs.csv says, by pair. */
class Notes {
  readonly #mentees: number;
  readonly #byPair = new Map<number, PairNote>();

  constructor(roster: Roster, notes: readonly PairNote[]) {
    this.#mentees = roster.mentees.length;
    for (const note of notes) this.#byPair.set(note.mentor * this.#mentees + note.mentee, note);
  }

  at(mentor: number, mentee: number): PairNote | undefined {
    return this.#byPair.size === 0 ? undefined : this.#byPair.get(mentor * this.#mentees + mentee);
  }
}

/** The bits of all bars between two people, overridden or not. */
function barsBetween({ must, pairsOnly }: Policy, rules: readonly ReadyRule[], notes: Notes): Eligibility['barred'] {
  const first = 1 << must.length;
  return (mentor, mentee) => {
    const note = notes.at(mentor, mentee);
    if (note === undefined) return barsOf(rules, mentor, mentee) | (pairsOnly ? first << 1 : 0);
    const unlisted = pairsOnly && !note.listed && !note.locked;
    const noted = (note.banned ? first : 0) | (unlisted ? first << 1 : 0) | (note.met ? first << 2 : 0);
    return noted | barsOf(rules, mentor, mentee);
  };
}

/** The bits of the rules that bar a pair. */
function barsOf(rules: readonly ReadyRule[], mentor: number, mentee: number): number {
  let bits = 0;
  for (let r = 0; r < rules.length; r++) if (rules[r]!.bars(mentor, mentee)) bits |= 1 << r;
  return bits;
}

/** The parts of a score are the preferences that are worth something, and what pairs.csv adds. */
function affinity(roster: Roster, terms: Terms, persons: Persons, notes: Notes): Affinity {
  const { prefer } = terms.policy;
  const rules = prefer.map(preference => readyRule(preference, roster, persons));
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
