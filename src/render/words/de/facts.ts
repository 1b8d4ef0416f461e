import type { Words } from '../en/index.ts';
import { nameColumn } from './column-names-in-sentences.ts';
import { formatCount, formatNumber, joinNames, quote } from './grammar.ts';

export const facts: Words['facts'] = {
  marks: { yes: 'ja', no: 'NEIN', open: '-' },
  sayRule: (rule, name, found) => `${rule} (${name}): ${found}`,
  notChecked: why => `nicht geprüft: ${why}`,
  noRule: 'es gibt keine Regel',
  banned: 'die Paarliste schließt sie aus (banned-pair)',
  declined: 'eine Seite hat die andere in einem früheren Lauf abgelehnt (declined)',
  notListed: 'die Paarliste gibt ihnen keine Punkte (not-listed)',
  metBefore: 'sie waren schon einmal ein Tandem (met-before)',
  notAgain: 'nach einer früheren Runde wollte eine Seite kein weiteres Treffen (not-again)',
  override: reason => `sie sind ein festgelegtes Tandem, das gegen Regeln verstoßen darf; Grund: ${reason}`,
  locked: reason => `die Paarliste legt sie als Tandem fest${reason === '' ? '' : `; Grund: ${reason}`}`,
  continues: 'das Tandem macht weiter: beide wollten es nach einer früheren Runde',
  approved: remark => `das Tandem ist freigegeben und bleibt${remark === '' ? '' : `; Notiz: ${quote(remark)}`}`,
  held: 'das Tandem blieb bei der letzten Anpassung, wie es war (rmentor drop oder rmentor add)',

  counted: { yes: 'zählt', no: 'nein' },
  ofList: 'aus der Paarliste',
  score: points => formatCount(points, 'Punkt', 'Punkte'),

  both: values => `beide: ${joinNames(values, 9)}`,
  bothOfSome: (values, whose, of) =>
    `beide: ${joinNames(values, 9)} (${values.length} von ${formatNumber(of)} bei ${whose})`,
  each: people => people.map(([name, values]) => `${name}: ${joinNames(values, 9) || 'keine Angabe'}`).join('; '),
  neitherHas: column => `bei beiden fehlt die Angabe ${nameColumn(column)}`,
  lacks: (name, column) => `bei ${name} fehlt die Angabe ${nameColumn(column)}`,

  isAbove: (one, other) => `${one} ist ${other} vorgesetzt`,
  sharedManager: 'sie haben dieselbe direkte Führungskraft',
  noLine: 'beides trifft zu',
  asFarAsKnown: (found, open) => `${found}, soweit bekannt (${open.join('; ')})`,
  noManager: names => `für ${joinNames(names, 2)} ist keine Führungskraft angegeben`,
  endsOutside: names =>
    `über ${joinNames(names)} endet die Berichtslinie bei einer Person, die nicht in den Tabellen ist`,

  wish: (wished, rank, by) => `${wished} ist Wunsch ${rank} von ${by}`,
  noWish: 'niemand von beiden',
  veto: (by, named) => `${by} hat ${joinNames(named)} ausgeschlossen`,
  noVeto: 'trifft zu',
  persons: { differ: 'IDs und E-Mail-Adressen sind verschieden', same: 'gleiche ID oder gleiche E-Mail-Adresse' },
  likeness: { differ: 'beides ist verschieden', same: 'gleicher Name oder fast gleiche E-Mail-Adresse' },
  joinFound: found => found.join(', und '),
};
