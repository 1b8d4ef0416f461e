import type { Words } from '../en/index.ts';
import { formatCount, grammar, joinNames, nameSide } from './grammar.ts';

export const advice: Words['advice'] = {
  served: (served, mentees) => {
    const missing = mentees - served;
    return `${served} von ${formatCount(mentees, 'Mentee')} ${served === 1 ? 'hat' : 'haben'} ein Tandem, ${missing} ${missing === 1 ? 'hat' : 'haben'} keines`;
  },
  allServed: 'Alle Mentees haben ein Tandem: Keine Änderung brächte mehr.',
  noMentees: 'Es gibt keine Mentees.',
  aloneHead: 'So viele Mentees mehr bekämen durch eine einzelne Änderung ein Tandem',
  noneAlone: 'Keine einzelne Änderung (Platz, Obergrenze, Regel) brächte weitere Mentees in ein Tandem',
  noneOfTried: 'Keine der geprüften Änderungen brächte weitere Mentees in ein Tandem',
  togetherHead: 'Je zwei Änderungen, die zusammen mehr bringen als einzeln',
  besidesHead: 'Änderungen, die die Tandems verbessern, aber keine weiteren Mentees in ein Tandem bringen',
  both: (one, other) => `${one}, und ${other}`,
  separately: gain => ` (einzeln: ${gain === 0 ? 'keine' : `+${gain}`})`,
  slot: (mentors, most) =>
    mentors.length === 1
      ? `${joinNames(mentors)} einen Platz mehr geben`
      : `einer dieser Personen einen Platz mehr geben: ${joinNames(mentors, most, 'or')}`,
  raiseLimit: (place, side, from, to) =>
    `die Obergrenze für ${nameSide(side)} in ${grammar.nameInside(place)} von ${from} auf ${to} anheben`,
  menteesFirst: 'in Ihren Zielen die Mentees an die erste Stelle setzen',
  more: changes => `und ${changes} weitere`,
  noPairsTried:
    'Zwei Änderungen zugleich hat rmentor nicht geprüft: Ihre Ziele beginnen nicht mit den Mentees, oder einige Mentees haben eine Priorität oder wünschen mehrere Tandems.',
  untried: changes =>
    `${changes === 1 ? 'Eine weitere Änderung' : `${changes} weitere Änderungen`} hat rmentor nicht geprüft: Jede würde so lange dauern wie ein ganzer Lauf.`,
};
