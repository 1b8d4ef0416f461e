import type { Words } from '../en/index.ts';
import { formatCount, joinNames, quote } from './grammar.ts';

export const verdict: Words['verdict'] = {
  proven: 'BEWIESEN',
  refuted: 'WIDERLEGT',
  isRefuted: 'Der Lauf ist widerlegt',
  holds: version => `Erstellt von ${version}: Tandems und Beweis stimmen; die Texte wurden nicht verglichen`,
  savedAgain: {
    whole: (file, changes) => `${file} wurde seit diesem Lauf neu gespeichert (${changes}). Der Inhalt ist derselbe.`,
    encoding: encoding => `in ${encoding}`,
    delimiter: sign => `mit ${sign} zwischen den Zellen`,
    tab: 'Tabulator',
    decimals: 'mit anderem Dezimalzeichen',
    zeros: ids => `Nullen fehlen in ${ids === 1 ? 'einer ID' : `${ids} IDs`}`,
    rows: 'Zeilen in anderer Reihenfolge',
    columns: 'Spalten in anderer Reihenfolge',
    more: columns => `hinzugefügt: ${joinNames(columns.map(quote))}`,
    gone: columns => `entfernt oder umbenannt: ${joinNames(columns)}`,
  },
  about: (mentors, mentorFile, mentees, menteeFile) =>
    `Es geht um ${mentors === 1 ? '1 Mentorin oder Mentor' : `${mentors} Mentorinnen und Mentoren`} (${mentorFile}) und ${formatCount(mentees, 'Mentee')} (${menteeFile}).`,
  rules: conditions => `Regeln: ${conditions.join('; ')}.`,
  noRule: 'Es gibt keine Regeln.',
  noWholeRule: 'Für keine der Regeln enthalten die Tabellen alle Angaben.',
  standsAlone:
    'Einstellungen und Regeln sind die aus certificate.json; es gab keine Konfiguration, mit der sie zu vergleichen waren.',
  decisions: what => `Entscheidungen: ${what}.`,
  held: tandems =>
    `${formatCount(tandems, 'Tandem sollte', 'Tandems sollten')} bei dieser Anpassung bleiben; die anderen sind die besten daneben.`,
  overrides: pairs =>
    `${pairs === 1 ? '1 festgelegtes Tandem darf' : `${pairs} festgelegte Tandems dürfen`} gegen eine Regel verstoßen; den Grund nennt tandems.csv.`,
  demandsMet: 'Alle festgelegten Tandems und Mindestzahlen sind erfüllt.',
  noTandem: 'Es gibt kein Tandem, also auch kein schwächstes.',
  best: (better, isFirst) =>
    isFirst
      ? `Keine andere Zuordnung nach diesen Regeln und Obergrenzen ${better}.`
      : `Und keine, die bis hierher gleich gut ist, ${better}.`,
};
