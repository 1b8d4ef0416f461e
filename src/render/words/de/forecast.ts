import type { Side } from '../../../domain/roster.ts';
import { capitalise } from '../../../domain/text.ts';
import type { Words } from '../en/index.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';

const DEMANDS = {
  lock: 'festgelegte Tandems',
  minimum: 'Mindestzahlen von Ländern',
  load: 'Mindestzahlen von Mentoren',
} as const;

export const forecast: Words['forecast'] = {
  mentors: 'Mentoren',
  mentees: 'Mentees',
  most: 'Höchstens',
  offered: slots => `mit ${countSlots(slots)}`,
  wanted: mentors => `wünschen sich ${count(mentors, 'mentor')}`,
  possible: ({ mentees, share, tandems }) =>
    `${mentees === 1 ? 'Mentee' : 'Mentees'} mit Tandem möglich (${grammar.formatPercent(share)}), insgesamt ${formatCount(tandems, 'Tandem')}`,
  allPossible: 'Für alle Mentees ist ein Tandem möglich.',
  priorityFirst: 'Mentees mit höherer Priorität haben Vorrang.',
  otherOrder:
    'Diese Zahlen stellen Mentees an die erste Stelle, dann Tandems. Ihre Ziele haben eine andere Reihenfolge; rmentor match bildet daher vielleicht weniger Tandems.',
  placesHead: 'Verteilung nach Ländern',
  placeColumns: ['Land', 'Mentoren', 'Plätze', 'Grenze', 'Mentees', 'Grenze'],
  range: (min, max) => (max === null ? `≥ ${min}` : min > 0 ? `${min} bis ${max}` : `≤ ${max}`),
  choicesHead: 'Auswahl: Wie viele Personen kommen infrage?',
  choiceColumns: ['', 'keine', '1', '2 bis 4', '5 oder mehr'],
  noChoice: (side, names, most) => `Für ${count(names.length, side)} kommt niemand infrage: ${joinNames(names, most)}.`,
  oneChoice: (side, names, most) =>
    `Für ${count(names.length, side)} kommt nur eine Person infrage: ${joinNames(names, most)}.`,
  missingHead: mentees =>
    mentees === 1
      ? 'Warum 1 Mentee auf jeden Fall ohne Tandem bleibt'
      : `Warum ${mentees} Mentees auf jeden Fall ohne Tandem bleiben`,
  moreReasons: reasons => (reasons === 1 ? 'und 1 weiterer Grund' : `und ${reasons} weitere Gründe`),
  verbose: 'Obergrenzen, Länder und mögliche Partner: rmentor check --verbose',
  barred: mentees => `Für ${count(mentees, 'mentee')} lassen die Regeln niemanden zu.`,
  bottleneck: (why, without) =>
    without === null ? `${why}.` : `${why}: ${without} ${without === 1 ? 'bleibt' : 'bleiben'} ohne Tandem.`,
  group: (mentees, holders) =>
    `Für ${count(mentees.length, 'mentee')} (${joinNames(mentees, mentees.length > 3 ? 2 : 3)}) ${mentees.length === 1 ? 'kommt' : 'kommen'} nur infrage: ${holders.join(', oder ')}`,
  holders: (mentors, slots) => `${joinNames(mentors)} mit ${slots === 0 ? '0 Plätzen' : countSlots(slots)}`,
  limitedHolders: (places, most) =>
    `Mentoren aus ${joinNames(places.map(grammar.nameCountry))} mit höchstens ${most === 1 ? '1 Tandem' : `${most} Tandems`}${places.length > 1 ? ' insgesamt' : ''}`,
  limitShortage: limits =>
    limits
      .map(
        ({ place, people, max }) =>
          `${grammar.nameCountry(place)} hat ${count(people, 'mentee')}, die Obergrenze ist ${max}`,
      )
      .join('; '),
  demandShortage: kinds => {
    const words = joinNames(kinds.map(kind => DEMANDS[kind]));
    return `${capitalise(words)} belegen Plätze, die andere brauchen`;
  },
  otherReason: name => capitalise(name),
  rulesHead: 'Wie viele Mentees mehr ein Tandem bekämen, wenn nur diese Regel wegfiele',
  declined: pairs =>
    pairs === 1
      ? '1 Tandem wurde in einem früheren Lauf abgelehnt und bleibt ausgeschlossen.'
      : `${pairs} Tandems wurden in einem früheren Lauf abgelehnt und bleiben ausgeschlossen.`,
  limitsHead: 'Wie viele Mentees mehr ein Tandem bekämen, wenn nur diese Obergrenze um 1 stiege',
  limit: (place, side, max) => `${grammar.nameCountry(place)}: höchstens ${count(max, side)} mit Tandem`,
  gain: (mentees, tandems) =>
    [
      ...(mentees === 0 ? [] : [formatSigned(mentees, 'Mentee')]),
      ...(tandems === 0 || tandems === mentees ? [] : [formatSigned(tandems, 'Tandem')]),
    ].join(' und '),
};

function count(people: number, side: Side): string {
  return side === 'mentor' ? formatCount(people, 'Mentor', 'Mentoren') : formatCount(people, 'Mentee');
}

function countSlots(slots: number): string {
  return formatCount(slots, 'Platz', 'Plätzen');
}

function formatSigned(gain: number, noun: string): string {
  return `${gain < 0 ? '−' : '+'}${formatCount(Math.abs(gain), noun)}`;
}
