import { quoteValue } from '../../../domain/text.ts';
import { formatCount, joinNames } from './grammar.ts';

/** What `verify` says of a run, and what a proof says, so that it can be repeated to anybody. */
export const verdict = {
  proven: 'PROVEN',
  refuted: 'REFUTED',
  /** What annotations are headed by. */
  isRefuted: 'the run is refuted',
  holds: (version: string): string => `made by ${version}: tandems and proof hold; its texts were not compared`,
  /** What a spreadsheet program changed of a file that says the same, in one line. */
  savedAgain: {
    whole: (file: string, changes: string): string =>
      `${file} was saved again since this run (${changes}). It says the same.`,
    encoding: (encoding: string): string => `in ${encoding}`,
    delimiter: (sign: string): string => `with ${sign} between cells`,
    tab: 'a tab',
    decimals: 'with another decimal sign',
    zeros: (ids: number): string => `zeros lost in ${formatCount(ids, 'id')}`,
    rows: 'rows in another order',
    columns: 'columns in another order',
    more: (columns: readonly string[]): string => `added: ${joinNames(columns.map(quoteValue))}`,
    gone: (columns: readonly string[]): string => `removed or renamed: ${joinNames(columns)}`,
  },
  about: (mentors: number, mentorFile: string, mentees: number, menteeFile: string): string =>
    `About ${formatCount(mentors, 'mentor')} (${mentorFile}) and ${formatCount(mentees, 'mentee')} (${menteeFile}).`,
  /** @param conditions each a clause about "they", the two of a tandem. */
  rules: (conditions: readonly string[]): string => `Rules: ${conditions.join('; ')}.`,
  noRule: 'There are no rules.',
  noWholeRule: 'The sheets lack some of the data for every rule.',
  standsAlone: 'Settings and rules are those in certificate.json; there was no config to compare them with.',
  decisions: (what: string): string => `Decisions: ${what}.`,
  held: (tandems: number): string =>
    `${formatCount(tandems, 'tandem')} ${tandems === 1 ? 'was' : 'were'} not to move in this repair: the others are the best beside ${tandems === 1 ? 'it' : 'them'}.`,
  overrides: (pairs: number): string =>
    `${formatCount(pairs, 'forced pair')} may break a rule; tandems.csv says for what reason.`,
  demandsMet: 'Every forced pair and every minimum is met.',
  noTandem: 'There is no tandem, so none has the lowest fit.',
  /** @param better what no other tandems do. */
  best: (better: string, isFirst: boolean): string =>
    isFirst ? `No other pairing that obeys the rules and limits ${better}.` : `Of those, none ${better}.`,
};
