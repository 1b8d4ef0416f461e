import type { ChangeCounts } from '../../../domain/tandem-changes.ts';
import type { Words } from '../en/index.ts';
import { formatCount, formatNumber, grammar, joinNames } from './grammar.ts';

export function phraseCounts({ approved, declined, kept, made, ended }: ChangeCounts): string {
  return [
    ...(approved > 0 ? [`${approved} freigegeben und behalten`] : []),
    ...(declined > 0 ? [`${declined} abgelehnt`] : []),
    ...(kept > 0 ? [`${kept} ${approved > 0 ? 'weitere ' : ''}behalten`] : []),
    ...(made > 0 ? [`${made} neu`] : []),
    ...(ended > 0 ? [`${ended} beendet`] : []),
  ].join(', ');
}

export const changes: Words['changes'] = {
  left: (name, side, how) =>
    how === 'withdrew'
      ? `${name} hat sich abgemeldet.`
      : `${name} steht nicht mehr in der Tabelle der ${side === 'mentor' ? 'Mentoren' : 'Mentees'}.`,
  declined: remark => (remark === '' ? 'Das Tandem wurde abgelehnt.' : `Das Tandem wurde abgelehnt: ${remark}`),
  rule: causes => `Eine Vorgabe trennt die beiden jetzt: ${joinNames(causes, 99)}.`,
  mentorFull: (mentor, slots) =>
    slots === 0
      ? `${mentor} bietet jetzt keinen Platz an.`
      : `${mentor} bietet jetzt ${formatCount(slots, 'Platz', 'Plätze')} an; alle gehören früheren Tandems, die bleiben.`,
  menteeFull: (mentee, mentors) =>
    `${mentee} möchte jetzt ${mentors === 1 ? 'einen Mentor' : `${mentors} Mentoren`}, und hat sie aus früheren Tandems, die bleiben.`,
  limit: (place, side, max) =>
    `Die Obergrenze für ${side === 'mentor' ? 'Mentoren' : 'Mentees'} in ${grammar.nameInside(place)} (${max}) ist durch frühere Tandems erreicht, die bleiben.`,
  released:
    'Das Tandem war freigegeben, aber nicht alle freigegebenen Tandems sind zusammen möglich (--release-approved).',
  noRoom: 'Festgelegte oder freigegebene Tandems, Mindestzahlen oder Obergrenzen lassen für das Tandem keinen Platz.',
  mentorNow: (mentor, mentees) => `${mentor} hat jetzt ${joinNames(mentees)}.`,
  menteeNow: (mentee, mentors) => `${mentee} ist jetzt bei ${joinNames(mentors)}.`,
  keeping: change => `Bliebe dieses Tandem, wäre die Folge: ${change}.`,
  equallyGood: 'Bliebe dieses Tandem, wäre das genauso gut; hier hat ein festes Los entschieden.',
  forced: remark =>
    remark === ''
      ? 'Die Liste der Paare legt dieses Tandem fest.'
      : `Die Liste der Paare legt dieses Tandem fest: ${remark}`,
  continued: 'Beide wollten nach einer früheren Runde weitermachen.',
  firstMentor: mentee => `${mentee} hatte vorher kein Tandem.`,
  oneMore: mentee => `${mentee} hat einen Mentor mehr.`,
  insteadOf: (mentee, mentors) => `${mentee} war vorher bei ${joinNames(mentors)}.`,
  slotOf: (mentor, mentees) => `${mentor} hatte vorher ${joinNames(mentees)}.`,
  points: (now, before) => `Die Punktzahl ist jetzt ${formatNumber(now)}; vorher war sie ${formatNumber(before)}.`,

  heads: {
    ended: 'Beendet',
    declined: 'Abgelehnt',
    new: 'Neu',
    points: 'Andere Punktzahl',
  },
  kinds: {
    ended: 'beendet',
    declined: 'abgelehnt',
    new: 'neu',
    approved: 'freigegeben, bleibt',
    kept: 'bleibt',
  },
  columns: ['Änderung', 'Mentor', 'Mentee', 'Punkte', 'warum', 'Bescheid geben'],
  unnamed: (side, row) => {
    const noun = side === 'mentor' ? 'Mentor' : 'Mentee';
    return row === null ? `${noun} aus dem früheren Lauf` : `${noun} in Zeile ${row}`;
  },
  pair: (mentor, mentee) => `${mentor} und ${mentee}`,
  tell: (told, left) =>
    [
      ...(told.length === 0 ? [] : [`Geben Sie ${joinNames(told)} Bescheid.`]),
      ...(left.length === 0 ? [] : [`Schreiben Sie nicht an ${joinNames(left)}.`]),
    ].join(' '),
  between: (old, run, counts) => `Von ${old} zu ${run}: ${phraseCounts(counts)}.`,
  nothingChanged: tandems =>
    `Nichts hat sich geändert: ${formatCount(tandems, 'Tandem', 'Tandems')} ${tandems === 1 ? 'bleibt' : 'bleiben'} wie zuvor.`,
};
