import type { Words } from '../en/index.ts';
import { formatCount, formatNumber, joinNames } from './grammar.ts';

const SIDES = { mentor: 'Mentor', mentee: 'Mentee' } as const;

export const repair: Words['repair'] = {
  leaves: (name, side, id) => `${name} (${SIDES[side]}, ${id}) wird abgemeldet.`,
  nobodyAffected: 'Niemand verliert ein Tandem.',
  scored: (name, points) => `${name} (${sayPoints(points)})`,
  loses: (name, id, side, partners) =>
    `${name} (${SIDES[side]}, ${id}) hatte ein Tandem mit ${joinNames(partners, 9)}.`,
  looksFor: (name, id, side) => `${name} (${SIDES[side]}, ${id}) ist neu.`,
  stepIns: names => `Einspringen könnten, ohne dass sonst jemand wechselt: ${joinNames(names, 9)}.`,
  more: mentors => `${mentors} weitere`,
  noStepIn: 'Niemand könnte einspringen, ohne dass sonst jemand wechselt.',
  stepIn: (name, points, change) => `${name} (${sayPoints(points)}${sayChange(change)})`,
  now: names => `Jetzt: ${joinNames(names, 9)}.`,
  nobodyNow: 'Jetzt: niemand.',
  served: (served, people, who) => {
    switch (who) {
      case 'lost':
        return `${served} von ${formatCount(people, 'Mentee')} mit beendetem Tandem ${served === 1 || people === 1 ? 'hat' : 'haben'} wieder eines.`;
      case 'new':
        return `${served} von ${formatCount(people, 'neuen Mentee', 'neuen Mentees')} ${served === 1 || people === 1 ? 'hat' : 'haben'} ein Tandem.`;
      case 'waiting':
        return `${served} von ${formatCount(people, 'Mentee')} ohne Tandem ${served === 1 || people === 1 ? 'hat' : 'haben'} jetzt eines.`;
    }
  },
  moved: tandems =>
    tandems === 0
      ? 'Kein anderes Tandem ändert sich.'
      : `${formatCount(tandems, 'anderes Tandem ändert', 'andere Tandems ändern')} sich:`,
  move: (mentee, from, to) =>
    to.length === 0 ? `${mentee} verlässt ${from}` : `${mentee} wechselt von ${from} zu ${joinNames(to, 9)}`,
  movedTold: tandems =>
    `${formatCount(tandems, 'geändertes Tandem', 'geänderte Tandems')} ${tandems === 1 ? 'wurde' : 'wurden'} schon übergeben. Sagen Sie es diesen Personen mit: rmentor export --since`,
  notProven:
    'Dass es nicht mit weniger Wechseln geht, ist nicht bewiesen: Manche Mentees wünschen sich mehrere Tandems oder haben Vorrang.',
  noWay: 'Auch wenn andere Tandems sich ändern, bekommt sonst niemand von ihnen eines.',
  nextAt: moves =>
    `Damit jemand mehr ein Tandem hat, müssten ${formatCount(moves, 'Tandem', 'Tandems')} sich ändern: --may-move ${moves}.`,
  rowsHead: 'IN DEN TABELLEN',
  row: (file, row, column, word, name) =>
    column === null
      ? `${file}, Zeile ${row} (${name}): eine Spalte „status“ anlegen und „${word}“ eintragen`
      : `${file}, Zeile ${row} (${name}): in die Spalte „${column}“ „${word}“ eintragen`,
  written: folder =>
    `Geschrieben nach ${folder}. Wem Sie etwas mitteilen müssen, steht in ${folder}/changes.csv. Nachprüfen: rmentor verify ${folder}`,
  dryRun: (folder, replaced) =>
    `Nichts wurde geschrieben. Ohne --dry-run stünde der angepasste Lauf in ${folder}${
      replaced.length === 0 ? '' : `, anstelle von ${joinNames(replaced, replaced.length)}`
    }.`,
};

function sayPoints(points: number): string {
  return points === 1 ? '1 Punkt' : `${formatNumber(points)} Punkte`;
}

function sayChange(change: number | null): string {
  if (change === null) return '';
  if (change === 0) return ', wie bisher';
  return change < 0 ? `, ${formatNumber(-change)} weniger` : `, ${formatNumber(change)} mehr`;
}
