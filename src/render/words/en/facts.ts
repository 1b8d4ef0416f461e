import { nameColumn, phraseAny } from './column-names-in-sentences.ts';
import { formatCount, formatNumber, joinNames } from './grammar.ts';

/** What the rules found in two people. */
export const facts = {
  /** Before a rule: kept, broken, or not checked. */
  marks: { yes: 'yes', no: 'NO', open: '-' },
  /** A rule, and what it found. */
  sayRule: (rule: string, name: string, found: string): string => `${rule} (${name}): ${found}`,
  notChecked: (why: string): string => `not checked: ${why}`,
  noRule: 'there is no rule',
  banned: 'the list of pairs bans them (banned-pair)',
  declined: 'one of them declined the other in an earlier run (declined)',
  notListed: 'the list of pairs gives them no points (not-listed)',
  metBefore: 'they have been a tandem before (met-before)',
  notAgain: 'after an earlier round, one of them did not want to meet again (not-again)',
  override: (reason: string): string => `they are a forced pair that may break rules, because: ${reason}`,
  /** @param reason '' for none that is not said already. */
  locked: (reason: string): string =>
    `they are a forced pair: the list of pairs locks them${reason === '' ? '' : `, because: ${reason}`}`,
  continues: 'the tandem continues: both wished to after an earlier round',
  approved: (remark: string): string =>
    `the tandem is approved and stays${remark === '' ? '' : `, with the note "${remark}"`}`,
  held: 'the tandem did not move in the last repair (rmentor drop or rmentor add)',

  /** Before a preference without points, which a level of the objective counts. */
  counted: { yes: 'counts', no: 'no' },
  ofList: 'from the list of pairs',
  score: (points: number): string => formatCount(points, 'point'),

  both: (values: readonly string[]): string => `both have ${joinNames(values, 9)}`,
  /** @param of how many the person called `whose` has. */
  bothOfSome: (values: readonly string[], whose: string, of: number): string =>
    `both have ${joinNames(values, 9)}, ${values.length} of ${whose}'s ${formatNumber(of)}`,
  each: (people: readonly (readonly [name: string, values: readonly string[]])[]): string =>
    people.map(([name, values]) => `${name} has ${joinNames(values, 9) || 'none'}`).join(', '),
  neitherHas: (column: string): string => `neither has ${phraseAny(column)}`,
  lacks: (name: string, column: string): string => `${name} has no ${nameColumn(column)}`,

  isAbove: (one: string, other: string): string => `${one} is above ${other}`,
  sharedManager: 'they share a direct manager',
  noLine: 'neither is, and they share none',
  /** @param open what the sheets do not say. */
  asFarAsKnown: (found: string, open: readonly string[]): string =>
    `${found}, as far as the sheets show (${open.join('; ')})`,
  noManager: (names: readonly string[]): string => `no manager of ${joinNames(names, 2, 'or')} is given`,
  endsOutside: (names: readonly string[]): string =>
    `the line above ${joinNames(names)} ends with somebody who is not in the sheets`,

  wish: (wished: string, rank: number, by: string): string => `${wished} is choice ${rank} of ${by}`,
  noWish: 'neither did',
  veto: (by: string, named: readonly string[]): string => `${by} named ${joinNames(named)}`,
  noVeto: 'neither did',
  persons: { differ: 'ids and e-mail addresses differ', same: 'they share an id or an e-mail address' },
  likeness: { differ: 'both differ', same: 'they have the same name, or nearly the same e-mail address' },
  joinFound: (found: readonly string[]): string => found.join(', and '),
};
