import { type Bits, countWords, setBit } from '../domain/bits.ts';
import type { Gaps } from '../domain/data-gaps.ts';
import { indexLimitPaths, type LimitPaths } from '../domain/limit-paths.ts';
import { countTandemsPerLimit, findLimitsAround } from '../domain/limit-tree.ts';
import type { Affinity, Candidates, Eligibility, Tandem, WishRanks } from '../domain/pairing.ts';
import type { Rule, Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';

/** What reasons are found from. */
export interface Findings {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  readonly wishes: WishRanks;
  /** The rules that a pair breaks, by name, overridden or not. */
  readonly broken: (mentor: number, mentee: number) => readonly string[];
  /** The rules by which a person may meet nobody because they leave a cell empty. */
  readonly lacking: (side: Side, index: number) => readonly Rule[];
  /** What the sheets leave open for the policy and the limits. */
  readonly gaps: () => Gaps;
  readonly candidates: Candidates;
  readonly tandems: readonly Tandem[];
}

/** Who has whom, who may meet whom, and how far limits are used: the findings, ready to be asked. */
export class TandemUsage {
  /** The mentees of each mentor, and the mentors of each mentee. */
  readonly menteesOf: readonly number[][];
  readonly mentorsOf: readonly number[][];
  /** The mentees who would take one more mentor, and those of them whose limits would let them. */
  readonly wanting: Bits;
  readonly wantingFreely: Bits;
  readonly #findings: Findings;
  readonly #paths: LimitPaths;
  readonly #used: readonly number[];
  readonly #reached = new Map<readonly number[], readonly number[]>();

  constructor(findings: Findings) {
    const { roster, terms, tandems } = findings;
    this.#findings = findings;
    this.menteesOf = roster.mentors.map(() => []);
    this.mentorsOf = roster.mentees.map(() => []);
    this.#used = countTandemsPerLimit(findLimitsAround(roster, terms), tandems);
    this.#paths = indexLimitPaths(terms.limits);
    for (const { mentor, mentee } of tandems) {
      this.menteesOf[mentor]!.push(mentee);
      this.mentorsOf[mentee]!.push(mentor);
    }
    this.wanting = new Int32Array(countWords(roster.mentees.length));
    this.wantingFreely = new Int32Array(this.wanting.length);
    for (const [mentee, { wants }] of roster.mentees.entries()) {
      if (this.mentorsOf[mentee]!.length >= wants) continue;
      setBit(this.wanting, mentee);
      if (this.listReachedLimits('mentee', mentee).length === 0) setBit(this.wantingFreely, mentee);
    }
  }

  /** How many tandems a limit counts. */
  countUsed(limit: number): number {
    return this.#used[limit]!;
  }

  /** The limits that count the tandems of a country on a side, innermost first. */
  listLimitsAround(side: Side, country: string): readonly number[] {
    return this.#paths(side, country);
  }

  isFull(mentor: number): boolean {
    return this.menteesOf[mentor]!.length >= this.#findings.roster.mentors[mentor]!.capacity;
  }

  /** The limits that count a person's tandems and are reached, innermost first. */
  listReachedLimits(side: Side, index: number): readonly number[] {
    const { roster, terms } = this.#findings;
    const { country } = (side === 'mentor' ? roster.mentors : roster.mentees)[index]!;
    const path = this.#paths(side, country);
    const known = this.#reached.get(path);
    if (known !== undefined) return known;
    const reached = path.filter(limit => this.#used[limit]! >= terms.limits[limit]!.max);
    this.#reached.set(path, reached);
    return reached;
  }
}
