import { type Duals, getDual, type SideDuals } from '../../certificate/duals.ts';
import type { Claim, LevelWorth } from '../../certificate/level-worths.ts';
import type { ScanTask } from '../../certificate/pair-scan.ts';
import type { KeyedRule } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import type { SectionGraph } from './proof-section-graph.ts';

/**
 * What pairs are looked for: those that cost nothing before a level of a section, so much
 * on it, and so little on the next.
 */
export interface WantedCost {
  /** The index of the level among those of the section. */
  readonly at: number;
  readonly cost: 0 | 1;
  /** The most that they may cost on the next level; less than 0 where they must gain. */
  readonly within: number;
}

/** Where there are more combinations of keys, it is not worth asking who could cost so much. */
const MANY = 2 ** 16;

/**
 * A preference that tells who could cost what is wanted, worth nothing between them and less than anything between
 * others, by what people ask and what the levels up to the wanted one count: those with the same of both have one key.
 * It is not about pairs that are singled out by name. null where nobody could.
 */
export function makeCostPreference(standing: SectionGraph, wanted: WantedCost): ScanTask['preferences'][number] | null {
  const { claim, section, asked, open } = standing;
  const counts = section.levels.slice(0, wanted.at + 1).map(level => makeLevelCount(level, claim));
  const groupSide = (side: Side, people: SideDuals) => groupByKeys(open[side], people, counts, side, wanted.at + 1);
  const mentors = groupSide('mentor', asked.mentors);
  const mentees = groupSide('mentee', asked.mentees);
  if (mentors.examples.length * mentees.examples.length > MANY) return makeNeutralPreference(asked);
  const most = boundLevelCount(section.levels[wanted.at + 1]!, claim, counts);
  const could = (mentor: number, mentee: number) =>
    hasWantedCost(asked, counts, wanted, mentor, mentee) &&
    mentors.least[mentors.keys[mentor]!]! + mentees.least[mentees.keys[mentee]!]! - most(mentor, mentee) <=
      wanted.within;
  if (!mentors.examples.some(mentor => mentees.examples.some(mentee => could(mentor, mentee)))) return null;
  return {
    ...{ mentorKeys: mentors.keys, menteeKeys: mentees.keys, most: 0 },
    worth: (mentor, mentee) => (could(mentor, mentee) ? 0 : Number.NEGATIVE_INFINITY),
  };
}

function makeNeutralPreference({ mentors, mentees }: Duals): ScanTask['preferences'][number] {
  const makeSameKeys = ({ isLeftOut }: SideDuals) => new Int32Array(isLeftOut.length);
  return { mentorKeys: makeSameKeys(mentors), menteeKeys: makeSameKeys(mentees), most: 0, worth: () => 0 };
}

/** Whether two cost nothing up to a level and what is wanted on it, as far as keys tell. */
function hasWantedCost(
  { mentors, mentees }: Duals,
  counts: readonly (LevelCount | null)[],
  { at, cost }: WantedCost,
  mentor: number,
  mentee: number,
): boolean {
  return counts.every(
    (count, level) =>
      count === null ||
      getDual(mentors, mentor, level) + getDual(mentees, mentee, level) - count.pair(mentor, mentee) ===
        (level < at ? 0 : cost),
  );
}

/** What a level counts for a pair, and the rule by which it tells people apart, if any. */
interface LevelCount {
  readonly pair: (mentor: number, mentee: number) => number;
  readonly rule: PreferenceRule | null;
}

type PreferenceRule = KeyedRule & { readonly preference: number };

/** null for what nearly everybody would have a key of their own by: then any two could. */
function makeLevelCount({ pairTerm }: LevelWorth, { sights }: Claim): LevelCount | null {
  const makeConstantCount = (count: number) => ({ pair: () => count, rule: null });
  switch (pairTerm.kind) {
    case 'none':
    case 'noted':
      return makeConstantCount(0);
    case 'constant':
      return makeConstantCount(1);
    case 'preference': {
      const isIt = ({ preference }: { readonly preference: number }) => preference === pairTerm.preference;
      const rule = sights.preferences.find(isIt);
      if (rule === undefined) return makeConstantCount(sights.usual.find(isIt)?.holds ? 1 : 0);
      return { pair: (mentor, mentee) => (rule.holds(mentor, mentee) ? 1 : 0), rule };
    }
    case 'score':
    case 'weighed':
    case 'other':
    case 'tie':
      return null;
  }
}

/** The most that a level may count for a pair, as far as the rules tell by which people have their keys. */
function boundLevelCount(
  { pairTerm }: LevelWorth,
  claim: Claim,
  counts: readonly (LevelCount | null)[],
): (mentor: number, mentee: number) => number {
  switch (pairTerm.kind) {
    case 'none':
    case 'noted':
      return () => 0;
    case 'constant':
    case 'preference':
      return () => 1;
    case 'score':
    case 'weighed':
      return boundScore(claim, counts);
    case 'other':
      return () => pairTerm.most;
    case 'tie':
      return () => Number.POSITIVE_INFINITY;
  }
}

function boundScore(
  { terms, sights }: Claim,
  counts: readonly (LevelCount | null)[],
): (mentor: number, mentee: number) => number {
  const weighInThousandths = (preference: number) => 1000 * terms.policy.prefer[preference]!.weight;
  const rules = counts.flatMap(count => count?.rule ?? []);
  const others = sights.preferences.filter(({ preference }) => !rules.some(rule => rule.preference === preference));
  const most =
    others.reduce((sum, { preference }) => sum + Math.max(0, weighInThousandths(preference)), 0) +
    sights.usual.reduce((sum, { preference, holds }) => sum + (holds ? weighInThousandths(preference) : 0), 0);
  return (mentor, mentee) =>
    rules.reduce((sum, rule) => sum + terms.policy.prefer[rule.preference]!.weight * rule.fit(mentor, mentee), most);
}

/** People by keys: somebody with each key, and what those with it ask on the next level at least. */
interface KeyGroups {
  readonly keys: Int32Array;
  readonly examples: readonly number[];
  readonly least: readonly number[];
}

function groupByKeys(
  people: Int32Array,
  asked: SideDuals,
  counts: readonly (LevelCount | null)[],
  side: Side,
  next: number,
): KeyGroups {
  const keys = new Int32Array(asked.isLeftOut.length);
  counts.forEach((count, level) => {
    if (count === null) return;
    refine(keys, people, person => getDual(asked, person, level));
    const told = getKeys(count.rule, side);
    if (told !== null) refine(keys, people, person => told[person]!);
  });
  const examples: number[] = [];
  const least: number[] = [];
  for (const person of people) {
    const key = keys[person]!;
    examples[key] ??= person;
    least[key] = Math.min(least[key] ?? Number.POSITIVE_INFINITY, getDual(asked, person, next));
  }
  return { keys, examples, least };
}

/** Gives those of some people who have the same key and the same number one key, and others another, from 0 on. */
function refine(keys: Int32Array, people: Int32Array, numberOf: (person: number) => number): void {
  const refined = new Map<number, Map<number, number>>();
  let count = 0;
  for (const person of people) {
    const within = refined.get(keys[person]!) ?? new Map<number, number>();
    if (within.size === 0) refined.set(keys[person]!, within);
    const number = numberOf(person);
    const known = within.get(number) ?? count++;
    within.set(number, known);
    keys[person] = known;
  }
}

function getKeys(rule: PreferenceRule | null, side: Side): Int32Array | null {
  return rule && (side === 'mentor' ? rule.mentorKeys : rule.menteeKeys);
}
