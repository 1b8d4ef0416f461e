import type { LevelChange } from '../../domain/account.ts';
import type { Level } from '../../domain/policy.ts';
import { findLevelKind } from '../../domain/proven-levels.ts';
import { formatCount } from '../../domain/text.ts';

/** All that is said of a level of the objective. */
export interface LevelWords {
  /** What it asks for. */
  readonly goal: string;
  /** What it counts, as the head of a row, as one of these, and as so many more of them. */
  readonly label: string;
  readonly one: string;
  readonly more: (gain: number) => string;
  /** So much more or less of it than now. */
  readonly change: (size: number, isLess: boolean) => string;
  /** What no other tandems do, where these are best on it. */
  readonly better: (value: number) => string;
  /** What its values are: thousandths of points, squares of loads below 0, or what is counted. */
  readonly unit: 'number' | 'thousandths' | 'squares';
}

/** By the kind of a level, and its name as proofs and summaries write it. */
const LEVEL_WORDS: Readonly<Record<Level['kind'], (name: string) => LevelWords>> = {
  mentees: name => ({
    ...countNouns(name.replace('mentees', 'mentee'), name),
    goal: 'as many mentees as possible have a mentor',
    label: `${name} with a mentor`,
    change: (size, isLess) =>
      name === 'mentees'
        ? `${formatCount(size, 'mentee')} ${phraseFewer(isLess)} with a mentor`
        : `${size} ${phraseFewer(isLess)} ${name} with a mentor`,
    better: value => `serves more ${name} (${value})`,
  }),
  tandems: () => ({
    ...countNouns('tandem'),
    goal: 'as many tandems as possible (mentees may want several mentors)',
    label: 'tandems',
    change: (size, isLess) => `${formatCount(size, 'tandem')} ${phraseFewer(isLess)}`,
    better: value => `has more tandems (${value})`,
  }),
  mentors: () => ({
    ...countNouns('mentor'),
    goal: 'as many mentors as possible have a mentee',
    label: 'mentors with a mentee',
    change: (size, isLess) => `${formatCount(size, 'mentor')} ${phraseFewer(isLess)} with a mentee`,
    better: value => `gives more mentors a mentee (${value})`,
  }),
  kept: () => ({
    ...countNouns('tandem of the previous run', 'tandems of the previous run'),
    goal: 'as many tandems of the previous run as possible are kept',
    label: 'tandems kept from the previous run',
    change: (size, isLess) => `${formatCount(size, 'tandem')} ${phraseFewer(isLess)} kept from the previous run`,
    better: value => `keeps more tandems of the previous run (${value})`,
  }),
  worst: () => ({
    ...countNouns('point'),
    goal: 'the tandem with the fewest points has as many as possible',
    label: 'points of the worst tandem',
    change: (size, isLess) => `${formatCount(size, 'point')} ${phraseLess(isLess)} for the worst tandem`,
    better: value => `has a better worst tandem (${value / 1000} points)`,
    unit: 'thousandths',
  }),
  score: () => ({
    ...countNouns('point'),
    goal: 'the points of all tandems together are as many as possible',
    label: 'points of all tandems together',
    change: (size, isLess) => `${formatCount(size, 'point')} ${phraseLess(isLess)} in all`,
    better: value => `has a higher score (${value / 1000} points)`,
    unit: 'thousandths',
  }),
  balance: () => ({
    goal: 'mentees are spread as evenly over the mentors as possible',
    label: "unevenness of the mentors' loads",
    one: 'even load',
    more: gain => `a more even load (the squares of the mentors' loads add up to ${gain} less)`,
    change: (_, isLess) => `a ${phraseLess(isLess)} even load of the mentors`,
    better: () => 'spreads the mentees more evenly over the mentors',
    unit: 'squares',
  }),
  preference: name => ({
    ...countNouns(`${name} tandem`),
    goal: `as many tandems as possible where ${name}`,
    label: `${name} tandems`,
    change: (size, isLess) => `${formatCount(size, `${name} tandem`)} ${phraseFewer(isLess)}`,
    better: value => `has more ${name} tandems (${value})`,
  }),
};

export function findLevelWords(name: string): LevelWords {
  return LEVEL_WORDS[findLevelKind(name)](name);
}

function countNouns(one: string, many = `${one}s`): Pick<LevelWords, 'one' | 'more' | 'unit'> {
  return { one, more: gain => `${formatCount(gain, one, many)} more`, unit: 'number' };
}

function phraseFewer(isLess: boolean): string {
  return isLess ? 'fewer' : 'more';
}

function phraseLess(isLess: boolean): string {
  return isLess ? 'less' : 'more';
}

/** A value of a level as numbers show it: points for thousandths. */
export function convertToPoints(level: string, value: number): number {
  return findLevelWords(level).unit === 'thousandths' ? value / 1000 : value;
}

/** How much more a level would come to. */
export function computeDifference({ is, wouldBe }: LevelChange): number {
  return (wouldBe ?? 0) - (is ?? 0);
}

/** "3 cross-department tandems more", "12 points less in all". */
export function phraseLevelChange(change: LevelChange): string {
  const difference = computeDifference(change);
  return findLevelWords(change.level).change(convertToPoints(change.level, Math.abs(difference)), difference < 0);
}
