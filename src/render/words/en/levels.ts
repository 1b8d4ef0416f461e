import type { Level } from '../../../domain/policy.ts';
import { formatCount, formatNumber } from './grammar.ts';

/** All that is said of a level of the objective. Values are points or whatever it counts. */
export interface LevelWords {
  /** What it asks for. */
  readonly goal: string;
  /** What it counts, as the head of a row. */
  readonly label: string;
  /** So much more or less of it. */
  readonly change: (size: number, isLess: boolean) => string;
  /** What no other tandems do, where these are best on it. */
  readonly better: (value: number) => string;
}

/** By the kind of a level. @param name of a preference, and of the mentees of one priority: "mentees of priority 2". */
export const levels: Readonly<Record<Level['kind'], (name: string) => LevelWords>> = {
  mentees: name => ({
    goal: 'as many mentees as possible have a mentor',
    label: `${name} with a mentor`,
    change: (size, isLess) => `${formatChange(size, isLess, name.replace('mentees', 'mentee'), name)} with a mentor`,
    better: value => `gives more ${name} a mentor (${value})`,
  }),
  tandems: () => ({
    goal: 'as many tandems as possible (mentees may want several mentors)',
    label: 'tandems',
    change: (size, isLess) => formatChange(size, isLess, 'tandem'),
    better: value => `has more tandems (${value})`,
  }),
  mentors: () => ({
    goal: 'as many mentors as possible have a mentee',
    label: 'mentors with a mentee',
    change: (size, isLess) => `${formatChange(size, isLess, 'mentor')} with a mentee`,
    better: value => `gives more mentors a mentee (${value})`,
  }),
  kept: () => ({
    goal: 'as many tandems of the previous run as possible are kept',
    label: 'tandems kept from the previous run',
    change: (size, isLess) => `${formatChange(size, isLess, 'tandem')} kept from the previous run`,
    better: value => `keeps more tandems of the previous run (${value})`,
  }),
  worst: () => ({
    goal: 'the tandem with the lowest fit has as many points as possible',
    label: 'points of the lowest tandem',
    change: (size, isLess) => `${formatChange(size, isLess, 'point')} for the lowest tandem`,
    better: value => `has a better lowest tandem (${formatCount(value, 'point')})`,
  }),
  score: () => ({
    goal: 'the points of all tandems together are as many as possible',
    label: 'points of all tandems together',
    change: (size, isLess) => `${formatChange(size, isLess, 'point')} in all`,
    better: value => `fits better in all (${formatCount(value, 'point')})`,
  }),
  'kept-and-score': () => ({
    goal: 'a tandem of the previous run is only changed where that brings enough points',
    label: 'points, with those for kept tandems',
    change: (size, isLess) => `${formatChange(size, isLess, 'point')}, with those for kept tandems`,
    better: value => `comes to more points, with those for kept tandems (${formatCount(value, 'point')})`,
  }),
  balance: () => ({
    goal: 'mentees are spread as evenly over the mentors as possible',
    label: 'uneven spread of the mentees',
    change: (_, isLess) => `a ${sayLess(isLess)} even spread of mentees over mentors`,
    better: () => 'spreads the mentees more evenly over the mentors',
  }),
  'fewer-earlier': () => ({
    goal: 'mentees who had fewer earlier tandems come first',
    label: 'precedence of mentees with fewer earlier tandems',
    change: (_, isLess) => `${sayLess(isLess)} precedence for mentees with fewer earlier tandems`,
    better: () => 'gives more of the mentees a mentor who had fewer earlier tandems',
  }),
  preference: name => ({
    goal: `as many ${name} tandems as possible`,
    label: `${name} tandems`,
    change: (size, isLess) => formatChange(size, isLess, `${name} tandem`),
    better: value => `has more ${name} tandems (${value})`,
  }),
};

/** "1 fewer mentee", "3 more tandems" */
function formatChange(size: number, isLess: boolean, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(size)} ${isLess ? 'fewer' : 'more'} ${size === 1 ? noun : plural}`;
}

function sayLess(isLess: boolean): string {
  return isLess ? 'less' : 'more';
}

/** What is said of several levels of the objective. */
export const objective = {
  /** What giving up a little of one level would bring on the next one. */
  sayTradeOff: (lost: string, won: string): string => `If you accepted ${lost}, there could be ${won}.`,
  levelColumns: ['what counts, in this order', 'now', 'then'],
  /** What the level `balance` asks for: its label says what it counts, which is to be small. */
  evenSpread: 'an even spread of the mentees',
  sayDifference: (difference: number): string =>
    difference === 0 ? 'the same' : `${formatNumber(Math.abs(difference))} ${sayLess(difference < 0)}`,
};
