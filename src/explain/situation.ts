import { type LimitChains, limitChains } from '../domain/limits.ts';
import type { Candidates, Eligibility, Tandem, WishRanks } from '../domain/pairing.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';

/** What reasons are found from. */
export interface Findings {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly eligibility: Eligibility;
  readonly wishes: WishRanks;
  /** The rules that a pair breaks, by name, overridden or not. */
  readonly broken: (mentor: number, mentee: number) => readonly string[];
  readonly candidates: Candidates;
  readonly tandems: readonly Tandem[];
}

/** Who has whom, who may meet whom, and how far limits are used: the findings, ready to be asked. */
export class Situation {
  /** The mentees of each mentor, and the mentors of each mentee. */
  readonly menteesOf: readonly number[][];
  readonly mentorsOf: readonly number[][];
  /** The mentees whom each mentor may meet. */
  readonly eligibleFor: readonly number[][];
  readonly #findings: Findings;
  readonly #chains: LimitChains;
  readonly #used: number[];

  constructor(findings: Findings) {
    const { roster, terms, tandems } = findings;
    this.#findings = findings;
    this.menteesOf = roster.mentors.map(() => []);
    this.mentorsOf = roster.mentees.map(() => []);
    this.eligibleFor = roster.mentors.map(() => []);
    this.#used = terms.limits.map(() => 0);
    this.#chains = limitChains(terms.limits);
    for (const { mentor, mentee } of tandems) this.#note(mentor, mentee);
    for (let mentee = 0; mentee < roster.mentees.length; mentee++) {
      for (const mentor of this.eligibleMentors(mentee)) this.eligibleFor[mentor]!.push(mentee);
    }
  }

  eligibleMentors(mentee: number): Int32Array {
    const { start, mentor } = this.#findings.candidates;
    return mentor.subarray(start[mentee]!, start[mentee + 1]!);
  }

  isFull(mentor: number): boolean {
    return this.menteesOf[mentor]!.length >= this.#findings.roster.mentors[mentor]!.capacity;
  }

  /** The limits that count a person's tandems and are reached, innermost first. */
  reachedLimits(side: Side, index: number): number[] {
    const { roster, terms } = this.#findings;
    const { country } = (side === 'mentor' ? roster.mentors : roster.mentees)[index]!;
    return this.#chains(side, country).filter(limit => this.#used[limit]! >= terms.limits[limit]!.max);
  }

  #note(mentor: number, mentee: number): void {
    const { mentors, mentees } = this.#findings.roster;
    this.menteesOf[mentor]!.push(mentee);
    this.mentorsOf[mentee]!.push(mentor);
    for (const limit of this.#chains('mentor', mentors[mentor]!.country)) this.#used[limit]!++;
    for (const limit of this.#chains('mentee', mentees[mentee]!.country)) this.#used[limit]!++;
  }
}
