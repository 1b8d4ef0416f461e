import { findEntry } from '../../../domain/own-key-lookup.ts';
import { COMPARABLE_COLUMNS, type ComparableColumn, type SheetColumn } from '../../../domain/roster.ts';
import { shortenValue } from '../../../domain/text.ts';
import type { Words } from '../en/index.ts';
import { NUMBER_COLUMNS, nameColumn } from './column-names-in-sentences.ts';
import { formatCount, joinNames, quote } from './grammar.ts';

/** What a form calls our columns besides those that sentences have names for. */
const OTHER_COLUMNS: Readonly<Record<Exclude<SheetColumn, ComparableColumn | 'wish_1'> | 'id', string>> = {
  id: 'ID',
  first_name: 'Vorname',
  last_name: 'Nachname',
  not_with: 'nicht mit',
  status: 'Teilnahme',
  ...NUMBER_COLUMNS,
};

const COLUMNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(COMPARABLE_COLUMNS.map(column => [column, nameColumn(column)])),
  ...OTHER_COLUMNS,
};

const MEANINGS: Readonly<Record<string, string>> = { active: 'nimmt teil', withdrawn: 'nimmt nicht teil' };

export const init: Words['init'] = {
  again: choices => `Bitte ${choices.join(' oder ')} eingeben.`,
  guessMark: '? = vermutet, bitte prüfen.',
  screenPrompt: canGoBack => `Enter übernimmt alles, Buchstabe ändert${canGoBack ? ', < zurück' : ''}: `,
  noLetter: last => `Bitte einen Buchstaben von a bis ${last} eingeben, oder nur Enter.`,
  numberPrompt: label => `Nummer für „${label}“, 0 für keine: `,
  choicePrompt: label => `Nummer für „${label}“: `,
  noNumber: (least, last) => `Bitte eine Nummer von ${least} bis ${last} eingeben.`,
  none: '–',

  sheetsHead: 'Die Tabellen in diesem Ordner',
  sheets: {
    mentors: 'Mentoren',
    mentees: 'Mentees',
    limits: 'Obergrenzen',
    pairs: 'Paarliste',
    history: 'frühere Tandems',
  },
  describeFile: (name, rows) => `${name} (${formatCount(rows, 'Zeile', 'Zeilen')})`,

  columns: COLUMNS,
  columnsHead: (file, rows, side, page) =>
    `${file}: ${side === 'mentors' ? formatCount(rows, 'Mentor', 'Mentoren') : formatCount(rows, 'Mentee')}${page === null ? '' : ` (${page.page}, etwa ${quote(page.word)})`}`,
  foundManagers: (found, named) => `(${found} von ${named} stehen in Ihren Tabellen)`,
  unusedColumns: headers => `Nicht verwendet: ${headers.join(', ')}`,
  wishColumns: headers => `Wünsche: ${headers.join(', ')}`,

  levelsHead: 'Die Ebenen in Ihren Tabellen: Welche ist die unterste?',
  levelsPrompt: order =>
    order === null ? 'Nummern, unterste Ebene zuerst (Enter: später): ' : `Nummern, unterste Ebene zuerst [${order}]: `,
  badOrder: count => `Bitte jede Nummer von 1 bis ${count} einmal eingeben, zum Beispiel 2 1 3.`,

  valuesHead: 'Was bedeuten diese Angaben in Ihren Tabellen?',
  sayValue: (word, count) => `${quote(word)} (${formatCount(count, 'Zelle', 'Zellen')})`,
  sayMeaning: meaning => (meaning === null ? '= ?' : `= ${findEntry(MEANINGS, String(meaning)) ?? meaning}`),
  numberMeaning: word => `Eine Zahl für ${quote(word)}: `,
  choiceMeaning: word => `Nummer für ${quote(word)}: `,
  textMeaning: word => `Was ${quote(word)} bedeutet (etwa Deutschland, Englisch, Europe/Berlin): `,
  badMeaning: answer => `${quote(answer)} kann hier nicht gelesen werden.`,
  readAsEmpty: words => `Als leer gelesen: ${joinNames(words.map(quote))}.`,

  settingsHead: 'Regeln für den Anfang (Sie können sie später ändern)',
  settings: { preset: 'Wer begleitet wen', crossBorder: 'Über Landesgrenzen', capacity: 'Mentees je Mentor' },
  presets: {
    reverse: 'Jüngere begleiten Führungskräfte (reverse)',
    classic: 'Führungskräfte begleiten Jüngere (classic)',
    peer: 'Gleichrangige, höchstens eine Ebene auseinander (peer)',
    none: 'keine Regeln außer Ihren eigenen (none)',
  },
  crossBorders: {
    allow: 'erlaubt (allow)',
    avoid: 'nur, wenn dadurch mehr Menschen ein Tandem bekommen (avoid)',
    forbid: 'nicht erlaubt (forbid)',
  },
  sayCapacity: capacity => `höchstens ${capacity}`,
  capacityPrompt: 'Wie viele Mentees ein Mentor höchstens haben kann: ',

  sheetHead: side => `Gibt es schon eine Tabelle der ${side === 'mentors' ? 'Mentoren' : 'Mentees'} oder einen Export?`,
  sheetPrompt: 'Der Pfad, oder Enter für eine Vorlage: ',
  noFile: path => `${shortenValue(path)} gibt es nicht.`,
  templatesHead: 'Vorlagen können CSV-Dateien sein oder die Blätter einer Excel-Mappe.',
  delimiterHead:
    'In CSV-Dateien erwartet Excel ; zwischen den Zellen, wo ein Dezimalkomma üblich ist (1,5),\nund sonst ein Komma.',
  presetHead: 'Wer begleitet wen?',
  presetLines: [
    '  reverse  Jüngere begleiten Führungskräfte',
    '  classic  Führungskräfte begleiten Jüngere',
    '  peer     Gleichrangige, höchstens eine Ebene auseinander',
    '  none     keine Regeln außer Ihren eigenen',
  ],
  levelNamesHead: 'Wie heißen die Ebenen, die unterste zuerst?',
  crossBorderHead: 'Darf ein Tandem zwei Länder verbinden?',
  which: 'Auswahl',
  betweenCells: 'Zwischen den Zellen',
  withCommas: 'Mit Komma dazwischen',

  written: (names, where) => `Geschrieben${where === null ? '' : ` in ${where}`}: ${joinNames(names)}.`,
  notWritten: (names, where) =>
    `Es wurde nichts geschrieben. Ohne --dry-run gäbe es nun${where === null ? '' : ` in ${where}`}: ${joinNames(names)}.`,
  keptFiles: names => `Schon vorhanden und unverändert: ${joinNames(names)}.`,
  unchanged: 'Ihre Tabellen sind unverändert.',
  invented: 'Die Personen in den Vorlagen sind erfunden: Setzen Sie Ihre an deren Stelle.',
  next: where => `Weiter${where === null ? '' : ` in ${where}`} mit: rmentor check`,
  correct: where =>
    `Bitte korrigieren Sie, was oben steht${where === null ? '' : ` (in ${where})`}. Danach: rmentor check`,
  guessesHead: 'Nur vermutet und deshalb nicht verwendet:',
  sayGuess: (flag, file) => `${flag}  (${file})`,
};
