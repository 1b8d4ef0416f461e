import type { ToldCount } from '../../../domain/overview.ts';
import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

function sayTold(count: ToldCount): string {
  switch (count.kind) {
    case 'exact':
      return String(count.count);
    case 'few':
      return 'weniger als fünf oder niemand';
    case 'most':
      return 'alle bis auf weniger als fünf oder alle';
    case 'hidden':
      return 'nicht genannt';
  }
}

export const share: Words['share'] = {
  pseudonymised: {
    title: 'Tandems unter Pseudonymen',
    lines: run => [
      run === null
        ? 'Eine Ansicht eines fertigen Laufs, der vorher nachgeprüft wurde.'
        : `Eine Ansicht des Laufs ${run}, der vorher nachgeprüft wurde.`,
      'Sie ist selbst kein Lauf: rmentor verify und die anderen Befehle brauchen den Lauf, den die Personalabteilung behält.',
      'Jede Person hat ein Pseudonym. Wer den Schlüssel der Personalabteilung hat, findet die Namen; ohne ihn kann das niemand.',
      'Mit demselben Schlüssel hat dieselbe Person in jeder Datei und in jeder Runde dasselbe Pseudonym. Personen gelten als dieselbe nach ihrer E-Mail-Adresse, sonst nach ihrer ID.',
      'Geben Sie sie nicht an jemanden, der overview.md hat: Beides zusammen verrät mehr als jedes für sich.',
    ],
    stillPersonal: (alone, people) =>
      `Das sind weiterhin personenbezogene Daten (DSGVO, Artikel 4 Nummer 5). Von ${formatCount(people, 'Person', 'Personen')} ${alone === 0 ? 'ist niemand' : alone === 1 ? 'ist 1' : `sind ${alone}`} auf der eigenen Seite mit Abteilung und Land allein: Wer sie kennt, könnte sie erkennen.`,
    leftOutHead: 'Weggelassen',
    leftOut: [
      'Namen, IDs, E-Mail-Adressen, Notizen und Gründe in Worten: Sie nennen Personen',
      'wer abgelehnt hat, wer auf wen wartet, Ersatz und Änderungen',
      'wer mit wem kein Tandem bilden möchte',
      'Tabellen, Regeln und Beweis: Sie bleiben im Lauf der Personalabteilung',
    ],
    scorePartial:
      'die Summe der Punkte eines Tandems: Darin stecken Punkte aus Ausschlusswünschen oder für einzelne Paare, und die bleiben bei der Personalabteilung',
    filesHead: 'Dateien',
    files: {
      'tandems.csv': 'eine Zeile je Tandem: Pseudonym, Abteilung und Land von beiden, Punkte, Status',
      'unmatched.csv': 'alle ohne Tandem, mit dem Code des Grundes',
      'shared.json': 'dasselbe für Programme',
    },
  },
  overview: {
    title: 'Das Programm in Zahlen',
    intro: run => [
      `Für Betriebsrat und Leitung: keine Namen und keine Zahl über eine bis vier Personen, auch nicht durch Abziehen.${run === null ? '' : ` Gemacht aus dem Lauf ${run}, der vorher nachgeprüft wurde.`}`,
      'Wo eine Zahl weniger als fünf Personen verriete, fehlt sie, und daneben weitere, wenn der Rest sie verriete. Geprüft sind Summen über zwei Tabellen, nicht über drei.',
      'Geben Sie es nicht an jemanden, der die Tandems unter Pseudonymen hat: Beides zusammen verrät mehr als jedes für sich.',
    ],
    figuresHead: 'Personen und Tandems',
    columns: {
      figure: 'Zahl',
      value: 'Wert',
      mentors: 'Mentoren',
      mentees: 'Mentees',
      with: 'mit Tandem',
      without: 'ohne',
      department: 'Abteilung',
      country: 'Land',
      side: 'wer',
      reason: 'Grund',
      people: 'Personen',
      column: 'Spalte',
      sheets: 'Tabellen',
      use: 'wofür',
      rules: 'Regeln und Präferenzen, die danach urteilen',
      files: 'Dateien des Laufs mit ihren Zellen',
    },
    figures: {
      mentors: 'Mentoren',
      mentorsWith: 'Mentoren mit Tandem',
      mentees: 'Mentees',
      menteesWith: 'Mentees mit Tandem',
      tandems: 'Tandems',
      crossDepartment: 'Tandems über Abteilungen hinweg',
      crossBorder: 'Tandems über Grenzen hinweg',
      meanScore: 'Punkte eines Tandems im Mittel',
    },
    sayTold,
    sayShare: share => (share === null ? '–' : share.kind === 'percent' ? `${share.percent} %` : sayTold(share)),
    notTold: '–',
    sides: { mentor: 'Mentoren', mentee: 'Mentees' },
    departmentsHead: 'Abteilungen',
    countriesHead: 'Länder',
    reasonsHead: 'Warum Personen kein Tandem haben',
    noGroups: 'Hier darf nichts genannt werden: Alle Gruppen sind zu klein.',
    groupsNote: 'Gruppen, von denen nichts genannt werden darf, fehlen. – heißt: nicht genannt.',
    rulesHead: 'Die Regeln',
    keptApart:
      'kein Wunsch und keine Entscheidung sie auseinanderhält (wen das betrifft, sieht nur die Personalabteilung)',
    ledgerHead: 'Welche Angaben wofür gebraucht werden',
    ledgerNote:
      'Jede Spalte, in der jemand etwas stehen hat. Wo keine Datei genannt ist, stehen ihre Zellen in keinem Ergebnis; sie wirkt nur durch die Regeln. run.xlsx enthält dieselben Tabellen, wenn es verlangt war; Dateien von rmentor export enthalten Namen und E-Mail-Adressen für das Programm, für das sie bestimmt sind.',
    purposes: {
      'tell-apart': 'unterscheidet Personen',
      name: 'zeigt der Personalabteilung, wer gemeint ist',
      contact: 'lässt die Personalabteilung schreiben und zeigt, dass zwei Zeilen dieselbe Person sind',
      describe: 'zeigt der Personalabteilung, woher jemand kommt, und zählt Abteilungen',
      limits: 'zählt Länder, auch für Obergrenzen',
      room: 'sagt, mit wie vielen jemand ein Tandem bildet',
      order: 'sagt, wer bei knappen Plätzen vorgeht',
      'taking-part': 'sagt, wer mitmacht',
      'kept-apart': 'hält Personen auseinander; nur für die Personalabteilung',
      'rules-only': 'nur für die hier genannten Regeln',
    },
    ownPurpose: isUsed => (isUsed ? 'nur für die hier genannten Regeln' : 'nicht gebraucht'),
    noRule: '–',
    noFile: 'keine',
    programHead: 'Was dieses Programm ist',
    program: [
      'Es lernt nichts und schließt nicht aus früheren Personen: Jede Regel oben hat ein Mensch geschrieben.',
      'Dieselben Tabellen und Regeln ergeben dieselben Tandems. Punkte gehören zu einem Paar, nie zu einer Person: Niemand bekommt einen Rang.',
      'Was es schreibt, sind Vorschläge; Menschen geben jedes Tandem frei oder lehnen es ab.',
    ],
    retentionHead: 'Wie lange Daten bleiben',
    retention:
      'rmentor sendet nichts und behält nichts außerhalb der Tabellen und des Ordners mit dem Lauf. Die Personalabteilung löscht beides und alle weitergegebenen Kopien bis: ____________ (mit dem Betriebsrat vereinbart).',
  },
  keyMade: path =>
    `Schlüssel geschrieben: ${path}. Bewahren Sie ihn so auf, dass nur die Personalabteilung ihn lesen kann, und mit einer Kopie: Ohne ihn ändern sich die Pseudonyme.`,
  written: (folder, files) => `Geschrieben in ${folder}: ${joinNames(files, 99)}`,
};
