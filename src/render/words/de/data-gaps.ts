import { isAboutNamedColumn, type OwnRuleKind } from '../../../domain/rule-table.ts';
import type { Words } from '../en/index.ts';
import { nameColumn } from './column-names-in-sentences.ts';
import { formatCount, joinNames } from './grammar.ts';

const SIDES = { mentors: 'Mentoren', mentees: 'Mentees' } as const;

const SUBJECTS: Readonly<Record<OwnRuleKind, string>> = {
  'outside-reporting-line': 'Berichtslinie',
  wished: 'Wünsche',
  'not-vetoed': 'Ausschlusswünsche',
  'not-the-same-person': 'dieselbe Person in beiden Tabellen',
  'not-alike': 'vielleicht dieselbe Person in beiden Tabellen',
};

const NOTHING_FOR: Words['gaps']['nothingFor'] = {
  'outside-reporting-line': null,
  wished: 'niemand wünscht sich jemanden aus den Tabellen',
  'not-vetoed': 'niemand hat jemanden ausgeschlossen',
  'not-the-same-person': 'eine Seite hat nur IDs, die andere nur E-Mail-Adressen',
  'not-alike': null,
};

export const gaps: Words['gaps'] = {
  head: 'Was in den Tabellen fehlt',
  more: rules => (rules === 1 ? 'und 1 weiteres' : `und ${rules} weitere`),
  effects: {
    'nobody-fits': 'niemand kann ein Tandem bekommen',
    'no-points': 'niemand bekommt dafür Punkte',
    'not-checked': 'nicht geprüft',
    'no-difference': 'macht keinen Unterschied',
    'always-holds': 'gilt für jedes Paar',
  },
  nothingInCommon: column => `Mentoren und Mentees haben nichts gemeinsam (${nameColumn(column)})`,
  nothingFor: NOTHING_FOR,
  neitherHas: column => `in beiden Tabellen fehlt die Angabe ${nameColumn(column)}`,
  sideLacks: (side, column) => `bei den ${SIDES[side]} fehlt die Angabe ${nameColumn(column)}`,
  join: (effect, why) => `${effect}, denn ${why}`,
  partly: what => `nur teilweise geprüft (${what.join('; ')})`,
  lacking: (without, people, column) =>
    `bei ${without} von ${formatCount(people, 'Person', 'Personen')} fehlt die Angabe ${nameColumn(column)}`,
  sideWishesNobody: side => `bei den ${SIDES[side]} wünscht sich niemand jemanden aus den Tabellen`,
  sideVetoesNobody: side => `bei den ${SIDES[side]} hat niemand jemanden ausgeschlossen`,
  stranded: (mentors, mentees, column) => {
    const sides = [
      ...(mentors > 0 ? [formatCount(mentors, 'Mentor', 'Mentoren')] : []),
      ...(mentees > 0 ? [formatCount(mentees, 'Mentee')] : []),
    ];
    return `${joinNames(sides)} ohne die Angabe ${nameColumn(column)} ${mentors + mentees === 1 ? 'kann' : 'können'} kein Tandem bekommen`;
  },
  outsideManagers: (outside, named) =>
    `${outside} von ${formatCount(named, 'Führungskraft', 'Führungskräften')} ${outside === 1 ? 'fehlt' : 'fehlen'} in den Tabellen, darum ist unbekannt, wer über ${outside === 1 ? 'dieser Person' : 'ihnen'} steht`,
  nameRule: (kind, column) => (isAboutNamedColumn(kind) ? nameColumn(column) : SUBJECTS[kind]),
  sayIdleLimits: places =>
    `Obergrenzen: niemand ist in ${joinNames(
      places.map(({ place, side }) => `${place} (${SIDES[`${side}s`]})`),
      12,
    )}`,
};
