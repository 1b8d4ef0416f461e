import type { Share } from '../../../domain/share.ts';
import type { Words } from '../en/index.ts';
import { phraseCounts } from './changes.ts';
import { formatCount, grammar, joinNames, quote } from './grammar.ts';
import { reasons } from './reasons.ts';

const { formatPercent, formatNumber } = grammar;
const { names: NAMES } = reasons;

const SIDES = { mentor: 'Mentoren', mentee: 'Mentees' } as const;

export const summary: Words['summary'] = {
  paired: 'MIT TANDEM',
  notPaired: 'OHNE TANDEM',
  changed: 'GEÄNDERT',
  warnings: 'WARNUNGEN',
  proven: 'BEWIESEN',
  files: 'DATEIEN',
  sayZeros: id =>
    `Die ID ${quote(id)} beginnt mit 0, und Excel lässt solche Nullen weg. Um eine CSV-Datei in Excel zu bearbeiten, öffnen Sie sie über Daten > Aus Text/CSV und wählen für die Spalten mit IDs den Typ Text. Oder rufen Sie mit --workbook auf, und bearbeiten Sie run.xlsx.`,
  sayRun: id => `Lauf ${id}. summary.json und certificate.json haben dieselbe Nummer.`,
  dryRun: 'PROBELAUF',
  sayDryRun: (folder, files, replaced) => {
    const instead = replaced.length === 0 ? '' : `, anstelle der bisherigen: ${joinNames(replaced, replaced.length)}`;
    return `Es wurde nichts geschrieben. Ohne --dry-run stünden in ${folder}: ${joinNames(files, files.length)}${instead}.`;
  },
  next: 'WEITER',
  sayPaired: (mentees, mentors) =>
    mentees.whole > 0 && mentees.part === mentees.whole
      ? `${mentees.whole === 1 ? 'der 1 Mentee' : `alle ${mentees.whole} Mentees`}, mit ${mentors.part} von ${formatMentors(mentors.whole)}`
      : `${mentees.part} von ${formatCount(mentees.whole, 'Mentee')} (${formatPercent(mentees)}), mit ${mentors.part} von ${formatMentors(mentors.whole)}`,
  sayTandems: (tandems, crossDepartment, crossBorder) => {
    const shares = [
      ...sayAcross(crossDepartment, tandems, 'über Abteilungen hinweg'),
      ...sayAcross(crossBorder, tandems, 'über Grenzen hinweg'),
    ];
    return `${formatCount(tandems, 'Tandem')}${shares.length === 0 ? '' : `: ${shares.join(', ')}`}`;
  },
  sayFit: (mean, lowest, highest) =>
    `Passung: im Durchschnitt ${formatPoints(mean)} Punkte (${formatPoints(lowest)} bis ${formatPoints(highest)})`,
  sayWishes: (wishing, first, met) =>
    wishing === 1
      ? `Wünsche: der 1 Mentee mit Wünschen hat ${first === 1 ? 'den Erstwunsch' : met === 1 ? 'einen der Wünsche' : 'keinen davon'} bekommen`
      : `Wünsche: ${first} von ${wishing} Mentees mit Wünschen haben ihren Erstwunsch, ${met - first} einen anderen`,
  sayOverrides: tandems =>
    `${formatCount(tandems, 'Tandem')} ${tandems === 1 ? 'verstößt' : 'verstoßen'} gegen eine Regel (festgelegtes Tandem; Grund in tandems.csv)`,
  sayFewer: (people, tandems, wanted) =>
    `${formatCount(people, 'Mentee')} ${people === 1 ? 'hat' : 'haben'} weniger Mentoren als gewünscht (insgesamt ${tandems} von ${wanted})`,
  sayUnmatchedMentees: (people, reason) => `${formatCount(people, 'Mentee')}: ${NAMES[reason]}`,
  sayUnmatchedMentors: (people, reasons) =>
    `${formatCount(people, 'Mentor', 'Mentoren')} ohne Mentee: ${joinNames(
      reasons.map(([count, reason]) => (count === people ? NAMES[reason] : `${count} (${NAMES[reason]})`)),
      9,
    )}`,
  sayAgain: names => `${formatCount(names.length, 'Mentee')} wieder, wie im früheren Lauf: ${joinNames(names, 6)}`,
  sayNever: names =>
    `${formatCount(names.length, 'Mentee')} auch in keiner früheren Runde mit Tandem: ${joinNames(names, 6)}`,
  sayWithdrawn: people => `${formatCount(people, 'Person', 'Personen')} abgemeldet (nicht mitgezählt)`,
  nameLimit: (place, side) => (side === 'mentee' ? place : `${place} (Mentoren)`),
  sayHeldBack: (people, whole) => (whole === null ? `${people}` : `${people} von ${whole}`),
  sayLimit: max => `Obergrenze ${max}`,
  sayMoreLimits: limits =>
    limits === 1 ? 'und 1 weitere Obergrenze (summary.md)' : `und ${limits} weitere Obergrenzen (summary.md)`,
  sayChanges: changes => `seit dem letzten Lauf: ${phraseCounts(changes)}`,
  sayWarnings: (warnings, areOfSheets) =>
    areOfSheets ? `${warnings} (rmentor validate zeigt sie)` : `${warnings} (sie stehen bei den Meldungen)`,
  sayUnchecked: rules =>
    `${rules.length === 1 ? '1 Regel konnte' : `${rules.length} Regeln konnten`} nicht geprüft werden, weil in den Tabellen die Angaben fehlen: ${joinNames(rules, 99)}`,
  sayMoreGaps: rules => `auch für ${joinNames(rules, 99)} fehlen Angaben (siehe summary.md)`,
  sayProven: first => {
    if (first === 'mentees') return 'keine andere Zuordnung nach diesen Regeln bringt mehr Mentees in ein Tandem';
    if (first === 'tandems') return 'keine andere Zuordnung nach diesen Regeln hat mehr Tandems';
    if (first === 'mentors') return 'keine andere Zuordnung nach diesen Regeln bringt mehr Mentoren in ein Tandem';
    if (first === 'score') return 'keine andere Zuordnung nach diesen Regeln passt insgesamt besser';
    return 'keine andere Zuordnung nach diesen Regeln erfüllt Ihre Ziele besser';
  },
  fileNotes: {
    'tandems.csv': 'die Liste',
    'unmatched.csv': 'ohne Tandem, mit Grund',
    'reserve.csv': 'wer wartet, und auf wen',
    'alternates.csv': 'weitere mögliche Mentoren',
    'changes.csv': 'was sich geändert hat, und warum',
    'curve.json': 'was weitere Änderungen bringen',
    'declined.csv': 'abgelehnte Paare',
    'run.xlsx': 'zum Lesen und Entscheiden in Excel',
    'summary.md': 'alle Zahlen',
    'summary.json': 'alle Zahlen, für Programme',
    'report.html': 'zum Ansehen und Drucken',
    'certificate.json': 'der Beweis',
  },

  pageTitles: {
    summary: 'Zusammenfassung',
    objective: 'Ziele',
    places: 'Länder',
    departments: 'Abteilungen',
    load: 'Auslastung der Mentoren',
    wishes: 'Wünsche',
    rules: 'Regeln',
    unmatched: 'Ohne Tandem',
  },
  columns: {
    figure: 'Kennzahl',
    value: 'Wert',
    note: 'Hinweis',
    goal: 'Ziel',
    place: 'Land oder Region',
    country: 'Land',
    department: 'Abteilung',
    mentors: 'Mentoren',
    mentees: 'Mentees',
    slots: 'Plätze',
    tandems: 'Tandems',
    limit: 'Grenze',
    mentorTandems: 'Tandems der Mentoren',
    menteeTandems: 'Tandems der Mentees',
    flows: 'Ihre Mentoren haben Mentees aus',
    wishing: 'Wer sich etwas wünschte',
    got: 'Erfüllt',
    people: 'Personen',
    share: 'Anteil',
    rule: 'Regel',
    pairs: 'Ausgeschlossene Paare',
    who: 'Wer',
    reason: 'Grund',
  },
  figures: {
    withdrawn: 'Abgemeldet',
    tandems: 'Tandems',
    coverage: 'Mentees mit Tandem',
    crossDepartment: 'Über Abteilungen hinweg',
    crossBorder: 'Über Grenzen hinweg',
    fit: 'Passung insgesamt',
  },
  sides: SIDES,
  nowhere: '(ohne)',
  noTandem: 'kein Tandem',
  sayMentors: (slots, paired) =>
    `${formatCount(slots, 'Platz', 'Plätze')}; ${paired} ${paired === 1 ? 'hat' : 'haben'} ein Tandem`,
  sayMentees: (wanted, paired) =>
    `wünschen sich ${formatCount(wanted, 'Mentor', 'Mentoren')}; ${paired} ${paired === 1 ? 'hat' : 'haben'} ein Tandem`,
  notCounted: 'in keiner anderen Zahl enthalten',
  sayShareOfMentees: ({ part, whole }) => `${part} von ${formatCount(whole, 'Mentee')}`,
  sayShareOfTandems: ({ part, whole }, known) =>
    `${part} von ${formatCount(whole, 'Tandem')}${known === null ? '' : `, bei denen ${known === 'departments' ? 'beide Abteilungen' : 'beide Länder'} bekannt sind`}`,
  sayScores: (lowest, median, mean, highest, spread) =>
    `Punkte je Tandem: niedrigster Wert ${formatPoints(lowest)}, Median ${formatPoints(median)}, Durchschnitt ${formatPoints(mean)}, höchster Wert ${formatPoints(highest)}, Standardabweichung ${formatPoints(spread)}`,
  seeWorkload: 'siehe „Auslastung der Mentoren“',
  sayWorkload: rows =>
    `${rows
      .map(([mentors, mentees], at) => {
        const verb = mentors === 1 ? 'hat' : 'haben';
        if (mentees === 0)
          return `${at === 0 ? formatCount(mentors, 'Mentor', 'Mentoren') : mentors} ${verb} ${at === 0 ? 'keinen Mentee' : 'keinen'}`;
        return at === 0
          ? `${formatCount(mentors, 'Mentor', 'Mentoren')} ${verb} ${formatCount(mentees, 'Mentee')}`
          : `${mentors} ${verb} ${mentees}`;
      })
      .join(', ')}.`,
  sayRange: (min, max, isReached) => {
    const range = max === null ? `mindestens ${min}` : min > 0 ? `${min} bis ${max}` : `höchstens ${max}`;
    return isReached ? `${range}, erreicht` : range;
  },
  sayOneMore: (places, side, gain) => {
    const list = `${joinNames(places, 12)} (${SIDES[side]})`;
    const what = places.length === 1 ? 'diese Obergrenze um 1 höher' : 'eine dieser Obergrenzen um 1 höher';
    if (gain === 'mentee') return `Ein weiterer Mentee bekäme ein Tandem, wenn ${what} wäre: ${list}.`;
    if (gain === 'mentor-of-mentee') return `Ein Mentee bekäme einen Mentor mehr, wenn ${what} wäre: ${list}.`;
    return `Auch wenn ${what} wäre, würde das niemandem helfen: ${list}.`;
  },
  sayOneMoreOtherwise: (places, side, mentees, tandems) =>
    `Wenn ${places.length === 1 ? 'diese Obergrenze' : 'eine dieser Obergrenzen'} um 1 höher wäre, gäbe es ${formatDifference(mentees, 'Mentee')} mit Tandem und ${formatDifference(tandems, 'Tandem')}, weil ein anderes Ziel vorgeht: ${joinNames(places, 12)} (${SIDES[side]}).`,
  sayOneMoreUnknown: (places, side) =>
    `Was eine um 1 höhere Obergrenze brächte, wurde nicht berechnet: ${joinNames(places, 12)} (${SIDES[side]}).`,
  sayEligible: pairs =>
    `${formatCount(pairs, 'Paar', 'Paare')} ${pairs === 1 ? 'ist' : 'sind'} nach den Regeln möglich.`,
  sayOverride: (mentor, mentee, rules, reason) =>
    `${mentor} und ${mentee} sind ein festgelegtes Tandem, das gegen ${joinNames(rules)} verstößt: ${reason}`,
  everybody: 'Alle haben ein Tandem.',
  choice: rank => `${rank}. Wunsch`,
  noChoice: 'keiner davon',
};

function formatMentors(count: number): string {
  return count === 1 ? '1 Mentor' : `${count} Mentoren`;
}

function sayAcross(share: Share, tandems: number, what: string): string[] {
  if (share.whole === 0) return [];
  const known = share.whole < tandems ? ` (von ${share.whole}, soweit bekannt)` : '';
  return [`${formatPercent(share)} ${what}${known}`];
}

function formatPoints(points: number): string {
  return formatNumber(Math.round(points * 10) / 10);
}

function formatDifference(count: number, noun: string): string {
  if (count === 0) return `gleich viele ${noun}s`;
  return `${Math.abs(count)} ${noun}${Math.abs(count) === 1 ? '' : 's'} ${count < 0 ? 'weniger' : 'mehr'}`;
}
