import type { ProgramWords } from '../en/program.ts';
import { formatCount, joinNames } from './grammar.ts';

const OF: Readonly<Record<'mentors' | 'mentees', string>> = { mentors: 'Mentoren', mentees: 'Mentees' };

function nameSheet(side: 'mentors' | 'mentees'): string {
  return `eine Tabelle der ${OF[side]}`;
}

export const program: ProgramWords = {
  title: 'rmentor: zwei Tabellen zuordnen',
  offline: 'Läuft ohne Netz in dieser Seite. Nichts verlässt diesen Computer, nichts wird gespeichert.',
  skip: 'Zum Inhalt',
  language: 'Sprache',
  languages: { en: 'English', de: 'Deutsch' },

  sheetsHead: 'Tabellen',
  sheetsLead:
    'Eine Tabelle der Mentoren und eine der Mentees; Obergrenzen, Konfiguration oder ein fertiger Lauf, falls vorhanden.',
  dropHere: 'Dateien hier ablegen.',
  dropKinds: 'CSV, Excel (xlsx), OpenDocument, rmentor.config.json oder das Zip eines Laufs',
  choose: 'Dateien auswählen',
  remove: 'Entfernen',
  sayRemove: file => `${file} entfernen`,
  sayRole: file => `Was ${file} ist`,
  roles: {
    mentors: 'Mentoren',
    mentees: 'Mentees',
    both: 'Mentoren und Mentees',
    limits: 'Obergrenzen',
    pairs: 'Paarliste',
    history: 'frühere Tandems',
    previous: 'Tandems des letzten Laufs',
    none: 'nicht verwendet',
  },
  sayRows: rows => formatCount(rows, 'Zeile', 'Zeilen'),
  isConfig: 'die Konfiguration: Regeln und Einstellungen',
  isDecisions: (approved, declined) =>
    `Entscheidungen der Durchsicht: ${approved} genehmigt, ${declined} abgelehnt; sie gelten bei jeder Zuordnung`,
  isRun: 'Ein fertiger Lauf',
  sayMissing: (sides, hasSheets) =>
    `Es ${sides.length === 1 ? 'fehlt' : 'fehlen'} noch ${joinNames(sides.map(nameSheet), sides.length)}. Fügen Sie sie oben hinzu${hasSheets ? ', oder wählen Sie aus, was jede der Tabellen ist' : ''}.`,
  noConfig: file =>
    `${file} ist keine Konfiguration, die rmentor verwenden kann. Korrigieren oder entfernen Sie die Datei.`,

  steps: 'Schritte',
  stepNames: {
    sheets: 'Tabellen',
    columns: 'Spalten',
    problems: 'Probleme',
    rules: 'Regeln',
    pair: 'Prüfen und zuordnen',
  },
  stepDone: 'erledigt',
  sayGuesses: guesses => formatCount(guesses, 'Vermutung', 'Vermutungen'),
  sayLeft: errors => `${errors} offen`,

  columnsHead: side => `Spalten der ${OF[side]}`,
  columnsLead: (known, guesses) =>
    `${formatCount(known, 'Spalte', 'Spalten')} verstanden${guesses === 0 ? '.' : `; ${formatCount(guesses, 'Vermutung', 'Vermutungen')} zu prüfen.`}`,
  ours: 'rmentor braucht',
  theirs: 'Spalte in Ihrer Tabelle',
  firstRow: 'Erste Zeile',
  noColumn: 'nicht in dieser Tabelle',
  sayColumn: (column, side) => `Die Spalte für ${column} der ${OF[side]}`,
  guess: 'vermutet: bitte prüfen',
  takeGuess: header => `„${header}“ verwenden`,

  problemsHead: 'Probleme, an ihren Zellen',
  noProblems: 'Keine Probleme: Jede Zelle ist verstanden.',
  problemsLead: (errors, warnings) => {
    const warned = formatCount(warnings, 'Warnung', 'Warnungen');
    return errors === 0
      ? `Nichts verhindert die Zuordnung; ${warned} zu lesen.`
      : `${formatCount(errors, 'Fehler', 'Fehler')} ${errors === 1 ? 'verhindert' : 'verhindern'} die Zuordnung${warnings === 0 ? '' : `; ${warned} zu lesen`}. Antworten kommen in die Konfiguration: Ihre Tabellen werden nicht geändert.`;
  },
  error: 'Fehler',
  warning: 'Warnung',
  sayPlace: (row, column) => [row === null ? '' : `Zeile ${row}`, column ?? ''].filter(part => part !== '').join(', '),
  showCell: number => `Problem ${number} in der Tabelle zeigen`,
  showProblem: number => `Problem ${number}`,
  previousProblem: 'Voriges Problem',
  nextProblem: 'Nächstes Problem',
  onlyProblemRows: 'Nur Zeilen mit einem Problem',
  row: 'Zeile',
  sheets: 'Tabellen',
  sayShownRows: (from, to, all) => `Zeilen ${from} bis ${to} von ${all}`,
  sayShownProblems: (from, to, all) => `Probleme ${from} bis ${to} von ${all}`,
  back: 'Zurück',
  on: 'Weiter',

  wordsHead: 'Was bedeuten diese Wörter?',
  wordsLead:
    'Nach jedem wird einmal gefragt. Antworten stehen in der Konfiguration; Ihre Tabellen werden nicht geändert.',
  moreWords: words =>
    `${formatCount(words, 'weiteres Wort folgt', 'weitere Wörter folgen')}, wenn diese beantwortet sind.`,
  sayWord: (word, count) => `„${word}“ (${formatCount(count, 'Zelle', 'Zellen')})`,
  readAs: word => `„${word}“ lesen als`,
  take: 'Übernehmen',
  chooseMeaning: 'Auswählen …',
  levelsHead: 'Welche Ebene ist die unterste?',
  levelsLabel: 'Die Ebenen, die unterste zuerst, mit Kommas dazwischen',

  alikeHead: 'Eine Person oder zwei?',
  alikeLead:
    'rmentor ordnet zwei, die vielleicht eine Person sind, einander nicht zu. Ihre Antwort steht in der Konfiguration.',
  sayAlike: (name, other) => `${name} bei den Mentees und ${other} bei den Mentoren`,
  arePeople: { same: 'Eine Person', different: 'Zwei Personen' },

  policyHead: 'Regeln',
  policyLead: 'Was Sie hier festlegen, kommt in die Konfiguration.',
  preset: 'Wer wen begleitet',
  crossBorder: 'Tandems über Ländergrenzen',
  capacity: 'Mentees je Mentor, wo die Zeile nichts sagt',
  mustHead: 'Mentor und Mentee dürfen nur ein Tandem sein, wenn',
  preferHead: 'Punkte für ein Paar',
  preferLead: 'Was ein Paar besser passen lässt, und um wie viel.',
  points: 'Punkte',
  sayWeight: rule => `Punkte: ${rule}`,
  limitsHead: 'Obergrenzen und Mindestzahlen',
  limitsLead:
    'Wie viele Tandems die Personen eines Landes haben müssen und dürfen. * bedeutet: jedes Land, das nicht genannt ist.',
  limitFields: { country: 'Land oder Region', side: 'Von wem', min: 'Minimum', max: 'Maximum' },
  sayLimitField: (field, row) => `${field}, Zeile ${row}`,
  limitsSaid: 'Was das für jedes Land bedeutet',
  addLimit: 'Obergrenze hinzufügen',
  removeLimit: row => `Obergrenze ${row} entfernen`,
  saveLimits: 'limits.csv speichern',
  isLimits: rows => `die Obergrenzen des Formulars: ${rows === 0 ? 'keine' : rows}`,
  regionsHead: 'Regionen aus mehreren Ländern',
  regionName: 'Name der Region',
  regionCountries: 'Ihre Länder, mit Kommas dazwischen',
  addRegion: 'Region hinzufügen',
  orderHead: 'Entschieden wird in dieser Reihenfolge',
  orderLead:
    'Ein späteres Ziel kostet ein früheres nie etwas: Es wählt nur unter den Zuordnungen, die die früheren übrig lassen.',
  orderPreset: 'Reihenfolge',
  orders: {
    usual: 'die übliche dieser Regeln',
    weakest: 'das schwächste Tandem vor der Summe der Punkte',
    mentors: 'zuerst ein Mentee für jeden Mentor',
    own: 'eine eigene',
  },
  notCounted: 'Zählt nicht',
  add: 'Hinzufügen',
  sayAdd: goal => `${goal} hinzufügen`,
  sayUp: goal => `${goal}: früher`,
  sayDown: goal => `${goal}: später`,

  check: 'Prüfen, was möglich ist',
  pair: 'Zuordnen',
  saveConfig: 'Konfiguration speichern',
  ready: 'Bereit.',
  notReady: errors => `Nicht bereit: noch ${formatCount(errors, 'Fehler', 'Fehler')}.`,
  large: people => `${people} Personen: Auf der Kommandozeile geht es schneller und mit weniger Speicher.`,
  cancel: 'Abbrechen',
  working: 'In Arbeit',
  reading: 'Ihre Dateien werden gelesen',

  forecastHead: 'Was möglich ist',
  clashHead: 'Diese Vorgaben lassen sich nicht zusammen erfüllen',
  troubleHead: 'Das ging nicht',
  failed: message =>
    `rmentor hat einen Fehler gemacht (${message}). Ihre Dateien sind unverändert. Bitte melden Sie ihn, ohne Ihre Tabellen.`,
  silent:
    'Der Browser hat den Teil dieser Seite nicht gestartet, der die Arbeit macht. Versuchen Sie einen anderen Browser oder die Kommandozeile.',

  resultHead: 'Die Tandems',
  resultLead: 'Nichts wird gespeichert: Laden Sie den Lauf herunter, um ihn zu behalten.',
  download: 'Lauf herunterladen',
  downloadLead:
    'Ein Zip mit allen Ergebnissen und Ihren Tabellen. Entpackt prüft es „rmentor verify“, und diese Seite auch.',
  saved: name => `Gespeichert als ${name}.`,
  noWorkbook:
    'Entscheidungen in run.xlsx wurden übernommen. Diese Seite schreibt kein run.xlsx: Entscheiden Sie in der Durchsicht oder in tandems.csv.',
  intoFolder: 'In einen Ordner speichern',
  savedInto: folder => `Gespeichert im neuen Ordner ${folder}.`,
  notSaved:
    'Nichts wurde gespeichert: Es wurde kein Ordner gewählt, oder der Browser erlaubt es nicht. Laden Sie den Lauf stattdessen herunter.',
  saveFailed: left =>
    left === null
      ? 'Nichts wurde gespeichert: Der Browser konnte nicht alle Dateien schreiben. Laden Sie den Lauf stattdessen herunter.'
      : `Der Lauf ist nicht gespeichert: Der Browser konnte nicht alle Dateien schreiben. Löschen Sie den Ordner ${left} und laden Sie den Lauf stattdessen herunter.`,
  unsaved: 'Der Lauf ist nicht gespeichert.',

  again: 'Mit diesen Entscheidungen neu zuordnen',
  againHead: 'Was die Entscheidungen ändern',
  againLead: (approved, declined) =>
    `Zugeordnet mit allen bisherigen Entscheidungen: ${approved} genehmigt, ${declined} abgelehnt. Jeder Preis in der Durchsicht zählt jetzt zusammen mit ihnen.`,
  againRefused: 'Mit diesen Entscheidungen gibt es keinen neuen Lauf. Der Lauf oben ist, wie er war.',
  level: 'Was zählt, in dieser Reihenfolge',
  before: 'Vorher',
  now: 'Jetzt',
  ended: tandems => `Keine Tandems mehr: ${tandems}`,
  begun: tandems => `Neue Tandems: ${tandems}`,
  goBack: 'Zurück zum Lauf davor',

  verifyHead: 'Der fertige Lauf',
  verify: 'Diesen Lauf prüfen',
};
