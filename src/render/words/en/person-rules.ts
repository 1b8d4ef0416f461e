import type { Side } from '../../../domain/roster.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';

/** What `check --person` says: which partners each rule leaves to somebody. */
export const personRules = {
  /** "Eva Lind (eva@example.org), mentee: Finance, Germany" */
  head: (who: string, side: Side, { department, country }: { department: string; country: string }): string => {
    const where = [department, country && grammar.nameCountry(country)].filter(text => text !== '').join(', ');
    return `${who}, ${side}${where === '' ? '' : `: ${where}`}`;
  },
  partners: (count: number, side: Side): string =>
    `There ${count === 1 ? 'is' : 'are'} ${formatCount(count, side)}. Each rule leaves these:`,
  columns: ['Rule', 'rules out', 'only this rule', 'left'],
  remaining: (side: Side, names: readonly string[], most: number): string =>
    names.length === 0
      ? `No ${side} may be paired with this person.`
      : `${formatCount(names.length, side)} may be paired with this person: ${joinNames(names, most)}.`,
};
