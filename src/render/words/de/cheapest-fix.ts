import type { Words } from '../en/index.ts';
import { formatCount, grammar, joinNames, nameSide } from './grammar.ts';

/** What would help somebody without a tandem. */
export const fixes: Words['fixes'] = {
  oneMoreSlot: (mentor, capacity) =>
    capacity === 0 ? `${mentor} einen Platz geben (bietet keinen an)` : `${mentor} einen Platz mehr geben`,
  raiseLimit: (place, side, max) =>
    `Die Obergrenze für ${nameSide(side)} in ${grammar.nameInside(place)} von ${max} auf ${max + 1} anheben`,
  lowerMinimum: (place, side, min) =>
    `Die Mindestzahl für ${nameSide(side)} in ${grammar.nameInside(place)} von ${min} auf ${min - 1} senken`,
  lowerLoad: (mentor, min) => `Die Mindestzahl von ${mentor} von ${formatCount(min, 'Mentee')} auf ${min - 1} senken`,
  drop: {
    lock: (mentor, mentee) => `Das festgelegte Tandem ${mentor} und ${mentee} aufheben`,
    continues: (mentor, mentee) =>
      `Das Tandem ${mentor} und ${mentee} enden lassen (next_round bei den früheren Tandems)`,
    approved: (mentor, mentee) => `Das freigegebene Tandem ${mentor} und ${mentee} auf draft zurücksetzen`,
    held: (mentor, mentee) => `${mentor} und ${mentee} neu zuordnen lassen, wie es rmentor match tut`,
  },
  pair: (mentor, mentee) => `${mentor} und ${mentee}`,
  goesWithout: (mentee, mentor) => `${mentee} könnte dann auf ${mentor} verzichten, ein Tandem von mehreren`,
  moves: (mentee, mentor) => `${mentee} könnte dann zu ${mentor} wechseln`,
  sayMoves: steps => `: ${steps.join(', und ')}`,
  manyMove: people => `: ${people} andere könnten dann wechseln und Platz machen`,
  sayTotal: more => (more === 0 ? ', bei so vielen Tandems wie jetzt' : ', bei einem Tandem weniger als jetzt'),
  shared: (people, side) =>
    `Das hilft 1 von ${people} ${side === 'mentor' ? 'Personen auf der Mentorenseite' : 'Mentees'}.`,
  none: () => 'Es gibt keine einzelne Änderung, die hier ein Tandem brächte, ohne jemand anderem eines zu nehmen.',
  othersFirst:
    'Keine einzelne Änderung hilft sicher: Jemand mit höherer Priorität hat auch kein Tandem und käme zuerst.',
  unsettled:
    'Keine einzelne Änderung hilft sicher: Obergrenzen sind erreicht, und Mentees anderer Priorität könnten dann Plätze tauschen.',
  menteeObjective: goals =>
    `Keine Änderung hilft sicher, denn in Ihren Zielen kommt anderes vor den Mentees: ${joinNames(goals, 99)}.`,
  mentorObjective: 'Es fehlt nichts: Ihre Ziele verlangen hier kein Tandem.',
  load: 'Jemand anderes könnte ein Tandem abgeben, aber Ihre Ziele verlangen es nicht.',
  notNeeded: 'Von den möglichen Mentees wartet niemand auf ein Tandem.',
  withdrawn: 'Diese Person hat sich abgemeldet.',
};
