import type { Side } from '../../../domain/roster.ts';
import type { Words } from '../en/index.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';

export const personRules: Words['personRules'] = {
  head: (who, side, { department, country }) => {
    const where = [department, country && grammar.nameCountry(country)].filter(text => text !== '').join(', ');
    return `${who}, ${side === 'mentor' ? 'Mentor' : 'Mentee'}${where === '' ? '' : `: ${where}`}`;
  },
  partners: (people, side) => `Es gibt ${count(people, side)}. So viele lässt jede Regel übrig:`,
  columns: ['Regel', 'schließt aus', 'nur diese Regel', 'übrig'],
  remaining: (side, names, most) =>
    names.length === 0
      ? 'Für diese Person kommt niemand infrage.'
      : `Für diese Person ${names.length === 1 ? 'kommt' : 'kommen'} ${count(names.length, side)} infrage: ${joinNames(names, most)}.`,
};

function count(people: number, side: Side): string {
  return side === 'mentor' ? formatCount(people, 'Mentor', 'Mentoren') : formatCount(people, 'Mentee');
}
