import type { ExportTool, RecipientGroup } from '../../../domain/hand-over.ts';
import type { Side } from '../../../domain/roster.ts';
import type { HandOverWords, ToolGuide } from '../en/hand-over.ts';
import { formatCount, joinNames } from './grammar.ts';

const groups: Readonly<Record<RecipientGroup, string>> = {
  mentors: 'Mentoren mit Tandem',
  mentees: 'Mentees mit Tandem',
  'unmatched-mentors': 'Mentoren ohne Tandem',
  'unmatched-mentees': 'Mentees ohne Tandem',
  'ended-mentors': 'Mentoren, deren einziges Tandem beendet ist',
  'ended-mentees': 'Mentees, deren einziges Tandem beendet ist',
};

const roles: Readonly<Record<Side, string>> = { mentor: 'Mentor', mentee: 'Mentee' };

const SEVERAL =
  'Für jede weitere Person im Tandem gibt es Spalten mit einer Nummer: `partner1_name`, `partner2_name` und so weiter.';

const KEEPS_OLD =
  'Bei einer leeren Zelle behält das Programm den alten Wert. Deshalb schreibt rmentor „keine“, wo es nichts zu sagen gibt.';

const tools: Readonly<Record<ExportTool, ToolGuide>> = {
  'mail-merge': {
    name: 'Serienbrief in Word, Outlook oder Gmail, und Power Automate',
    steps: [
      'Word und Outlook: Öffnen Sie Ihren Brief, wählen Sie `Sendungen`, dann `Empfänger auswählen` und `Vorhandene Liste verwenden`, und wählen Sie die Arbeitsmappe.',
      'Fügen Sie Spalten mit `Seriendruckfeld einfügen` ein: `name`, `partner1_name` und so weiter.',
      'LibreOffice: Wählen Sie `Datei`, `Neu` und `Datenbank`, verbinden Sie eine bestehende Datenbank der Art `Tabellendokument`, und wählen Sie die Arbeitsmappe. Writer hat ihre Spalten unter `Extras`, `Serienbrief-Assistent`.',
      'Power Automate: Legen Sie die Arbeitsmappe in OneDrive oder SharePoint ab, und wählen Sie `In einer Tabelle vorhandene Zeilen auflisten`. Die Tabelle heißt wie die Datei.',
    ],
    limits: [
      SEVERAL,
      'Power Automate liest 256 Zeilen, wenn Sie die Paginierung nicht einschalten. Nach der Benutzung ist die Datei einige Minuten gesperrt.',
      'Exchange Online sendet 30 Nachrichten in der Minute und 10.000 am Tag. Ihre Administration kann weniger eingestellt haben.',
    ],
    tryOut: 'Wählen Sie zuerst `Vorschau Ergebnisse` und `Einzelne Dokumente bearbeiten`. Dabei wird nichts gesendet.',
  },
  mailchimp: {
    name: 'Mailchimp',
    steps: [
      'Wählen Sie `Audience`, dann `Add contacts` und `Import contacts`, und laden Sie die Datei hoch.',
      'Ordnen Sie jede Spalte einem Textfeld zu. Die Überschrift der Spalte ist der Platzhalter: `*|P1NAME|*`.',
      'Laden Sie jede Datei unter einem eigenen Tag, und senden Sie jeden Brief an ein Tag.',
    ],
    limits: [
      'Ein Text hat höchstens 255 Bytes; ein Umlaut zählt zwei. Ist ein Text länger, schreibt rmentor nichts.',
      'Eine E-Mail-Adresse darf vor dem @ keine Umlaute und Akzente haben.',
      KEEPS_OLD,
    ],
    tryOut: 'Laden Sie die Datei in eine eigene Audience, in der nur Sie stehen, und senden Sie eine Test-E-Mail.',
  },
  brevo: {
    name: 'Brevo',
    steps: [
      'Wählen Sie `Kontakte`, dann `Kontakte importieren`, und laden Sie die Datei hoch. Die Spalten sind durch Semikolons getrennt.',
      'Lassen Sie Brevo die Attribute, die es nicht kennt, als Text anlegen.',
      'Laden Sie jede Datei in eine eigene Liste.',
    ],
    limits: [
      'Die API lässt Attribute weg, die es nicht gibt, und sagt nichts davon. Auf der Website werden Sie gefragt.',
      KEEPS_OLD,
    ],
    tryOut: 'Laden Sie die Datei in eine Testliste, und senden Sie eine Test-E-Mail an sich selbst.',
  },
  sendgrid: {
    name: 'SendGrid',
    steps: [
      'Jede Datei ist ein Aufruf von `POST /v3/mail/send`. Ergänzen Sie in jeder `from` und `template_id`, bevor Sie sie senden.',
      'Schreiben Sie in die dynamische Vorlage `{{name}}` und `{{#each partners}}{{this.name}}{{/each}}`.',
    ],
    limits: [
      'Ein Aufruf hat höchstens 1.000 Personen, deshalb sind größere Gruppen mehrere Dateien.',
      'SendGrid nimmt keine E-Mail-Adresse, die in einem Aufruf zweimal steht.',
    ],
    tryOut:
      'Ergänzen Sie `"mail_settings": {"sandbox_mode": {"enable": true}}`. Dann prüft SendGrid den Aufruf und sendet nichts.',
  },
  listmonk: {
    name: 'listmonk',
    steps: [
      'Wählen Sie `Subscribers`, dann `Import`, für jede Datei eine eigene Liste, und das Komma als Trennzeichen.',
      'Wählen Sie `Overwrite`, damit Personen, die schon da sind, ihr neues Tandem bekommen.',
      'Schreiben Sie in die Kampagne `{{ .Subscriber.Name }}` und `{{ range .Subscriber.Attribs.partners }}{{ .name }}{{ end }}`.',
    ],
    limits: ['listmonk schreibt E-Mail-Adressen klein.', 'Mit `Overwrite` werden alle Attribute einer Person ersetzt.'],
    tryOut: 'Senden Sie die Kampagne an eine Liste, in der nur Sie stehen.',
  },
  notify: {
    name: 'GOV.UK Notify',
    steps: [
      'Schreiben Sie eine Vorlage mit diesen Platzhaltern: `((name))`, `((partners))`.',
      'Wählen Sie `Upload recipients`, und laden Sie die Datei hoch.',
    ],
    limits: [
      'Jeder Platzhalter muss eine Spalte sein, und keine ihrer Zellen darf leer sein. Deshalb schreibt rmentor „keine“, wo es nichts zu sagen gibt.',
      'Mehrere Spalten heißen `partners`. Notify macht eine Liste daraus.',
      'Eine Datei hat höchstens 100.000 Zeilen, deshalb sind größere Gruppen mehrere Dateien.',
    ],
    tryOut: 'Notify zeigt jeden Brief, bevor Sie senden. Im Testbetrieb sendet es nur an Ihr eigenes Team.',
  },
  chronus: {
    name: 'Chronus',
    steps: [
      'Laden Sie `connections.csv` dort hoch, wo Chronus Tandems übernimmt. Alle Personen darin brauchen ein Konto.',
    ],
    limits: ['Chronus findet Personen nur über ihre E-Mail-Adresse.'],
    tryOut: 'Laden Sie zuerst eine Kopie mit einer einzigen Zeile hoch.',
  },
  eml: {
    name: 'E-Mail-Entwürfe',
    steps: [
      'Öffnen Sie nacheinander die Dateien, die mit `mentor-` und `mentee-` beginnen. Thunderbird und das klassische Outlook zeigen jede als Entwurf. Lesen Sie ihn, und senden Sie ihn.',
      'Um die Briefe zu ändern, bearbeiten Sie die Dateien im Ordner `letters` neben der Konfiguration, und exportieren Sie neu. `--write-letters` schreibt sie.',
      'Mit `--at` sind Dateien, die mit `tandem-` beginnen, Einladungen zum ersten Treffen, und Dateien, die mit `cancel-` beginnen, sagen es ab.',
    ],
    limits: [
      'Ob das neue Outlook eine solche Datei als Entwurf öffnet, ist nicht bekannt.',
      'Eine Einladung sendet die Person, die `--organiser` nennt, und dorthin gehen die Antworten.',
    ],
    tryOut: 'Öffnen Sie eine Datei, setzen Sie sich selbst als Empfänger ein, und senden Sie sie.',
  },
  ics: {
    name: 'Kalender',
    steps: [
      'Importieren Sie `kick-offs.ics` in einen eigenen Kalender: Darin steht das erste Treffen jedes Tandems.',
      'Oder hängen Sie die Datei eines Tandems an Ihren Brief an die zwei Personen.',
    ],
    limits: [
      'Wer eine Datei noch einmal importiert, hat den Termin doppelt. Löschen Sie vorher den alten, oder senden Sie Einladungen: `--to eml --at ZEIT --organiser ADRESSE`.',
      'Eine Datei, die mit `cancel-` beginnt, sagt, welcher Termin zu löschen ist.',
    ],
    tryOut: 'Importieren Sie die Datei zuerst in einen leeren Kalender.',
  },
  vcard: {
    name: 'Adressbuch',
    steps: ['Importieren Sie jede Datei in ein eigenes Adressbuch: Darin steht für jede Person ein Kontakt.'],
    limits: ['Das letzte Wort eines Namens gilt als Nachname. Telefonnummern kommen mit `--with` dazu.'],
    tryOut: 'Importieren Sie die Datei zuerst in ein leeres Adressbuch.',
  },
  chat: {
    name: 'Slack und Teams',
    steps: [
      'Slack: Ein Workflow oder ein Bot, der eine Unterhaltung zu zweit öffnet, liest `pairs.csv`: zwei E-Mail-Adressen in der Zeile.',
      'Teams: Legen Sie `pairs.xlsx` in OneDrive ab. Wählen Sie in Power Automate `In einer Tabelle vorhandene Zeilen auflisten`, dann `Chat erstellen` mit beiden E-Mail-Adressen.',
    ],
    limits: [
      'Power Automate liest 256 Zeilen, wenn Sie die Paginierung nicht einschalten.',
      'Gäste werden womöglich nicht über ihre E-Mail-Adresse gefunden.',
    ],
    tryOut: 'Lassen Sie in einer Kopie eine Zeile stehen, mit Ihrer E-Mail-Adresse und der einer Kollegin.',
  },
  json: {
    name: 'Skripte',
    steps: [
      '`hand-over.json` enthält alles, was übergeben wird: `tandems`, und unter `groups` die Personen jeder Gruppe.',
    ],
    limits: [
      'Die Texte sind genau wie in Ihren Tabellen. Ein Programm, das sie in eine Webseite setzt, muss sie maskieren.',
    ],
    tryOut: 'Lassen Sie Ihr Skript zuerst anzeigen, was es senden würde.',
  },
  csv: {
    name: 'Excel',
    steps: [
      'Öffnen Sie die Dateien mit einem Doppelklick. Jede Person hat eine Zeile, und in `tandems.csv` hat jedes Tandem eine.',
    ],
    limits: [
      'Eine Zelle, die Excel für eine Formel halten könnte, beginnt mit einem Apostroph. Nehmen Sie für E-Mail-Programme den Export für das Programm.',
    ],
    tryOut: 'Es wird nichts gesendet: Diese Dateien sind zum Lesen.',
  },
};

/** Briefe für den Anfang. */
const letters: Readonly<Record<RecipientGroup, string>> = {
  mentors: [
    'Betreff: Ihr Tandem: {partner_names}',
    '',
    'Guten Tag {name},',
    '',
    'Sie sind Mentor oder Mentorin im Programm. Ihr Tandem:',
    '',
    '{partners}',
    '',
    'Bitte schreiben Sie einander bald, und finden Sie einen ersten Termin.',
    '',
    'Vielen Dank, dass Sie dabei sind!',
    '',
  ].join('\n'),
  mentees: [
    'Betreff: Ihr Tandem: {partner_names}',
    '',
    'Guten Tag {name},',
    '',
    'es gibt einen Mentor oder eine Mentorin für Sie:',
    '',
    '{partners}',
    '',
    'Beide Seiten wissen Bescheid. Bitte finden Sie zusammen einen ersten Termin.',
    '',
    'Gute Gespräche!',
    '',
  ].join('\n'),
  'unmatched-mentors': [
    'Betreff: Noch kein Tandem für Sie',
    '',
    'Guten Tag {name},',
    '',
    'vielen Dank, dass Sie Ihre Zeit anbieten. In dieser Runde gibt es noch kein Tandem für Sie.',
    '',
    'Sie hören, sobald sich das ändert.',
    '',
  ].join('\n'),
  'unmatched-mentees': [
    'Betreff: Noch kein Tandem für Sie',
    '',
    'Guten Tag {name},',
    '',
    'vielen Dank für Ihr Interesse. In dieser Runde gibt es noch kein Tandem für Sie.',
    '',
    'Sie hören, sobald sich das ändert.',
    '',
  ].join('\n'),
  'ended-mentors': [
    'Betreff: Ihr Tandem ist beendet',
    '',
    'Guten Tag {name},',
    '',
    'Ihr Tandem mit {former_partners} ist beendet. Sie hören, sobald es ein neues für Sie gibt.',
    '',
  ].join('\n'),
  'ended-mentees': [
    'Betreff: Ihr Tandem ist beendet',
    '',
    'Guten Tag {name},',
    '',
    'Ihr Tandem mit {former_partners} ist beendet. Sie hören, sobald es ein neues für Sie gibt.',
    '',
  ].join('\n'),
};

/** Was gesagt wird, wo ein Lauf übergeben wird. */
export const handOver: HandOverWords = {
  groups,
  letters,
  roles,
  tools,
  nothing: 'keine',
  title: tool => `Übergabe: ${tool}`,
  intro: run => `Diese Dateien sind aus Lauf ${run} entstanden. rmentor hat niemandem etwas gesendet.`,
  since: run =>
    `Sie enthalten nur, was sich seit der Übergabe von Lauf ${run} geändert hat: Personen in einem neuen Tandem, und Personen, deren Tandem beendet ist.`,
  filesHead: 'Dateien',
  tableHead: ['Datei', 'für', 'Zeilen'],
  otherFile: 'alle Tandems',
  notIncludedHead: 'Wer nicht darin steht',
  drafts: count =>
    `${formatCount(count, 'Tandem', 'Tandems')}, noch nicht freigegeben. ${count === 1 ? 'Dessen' : 'Deren'} Personen erfahren nichts.`,
  draftsIncluded: count =>
    `Achtung: ${formatCount(count, 'Tandem', 'Tandems')} in diesen Dateien ${count === 1 ? 'ist' : 'sind'} nicht freigegeben. Das kann sich noch ändern.`,
  declined: count => `${formatCount(count, 'Tandem', 'Tandems')}, abgelehnt.`,
  left: 'Personen, die ausgeschieden oder abgemeldet sind, und Mentoren, die niemanden nehmen.',
  eventTitle: (programme, mentor, mentee) =>
    `${programme === '' ? 'Erstes Treffen' : programme}: ${mentor} & ${mentee}`,
  isOff: title => `Abgesagt: ${title}`,
  forTandem: 'ein Tandem',
  stepsHead: 'Was zu tun ist',
  limitsHead: 'Gut zu wissen',
  tryHead: 'Probieren Sie es zuerst aus',
  privacyHead: 'Personenbezogene Daten',
  privacy: ({ notes, reasons }) => {
    const leftOut = [
      ...(notes > 0 ? [] : ['Notizen']),
      ...(reasons > 0 ? [] : ['Gründe']),
      'Punkte',
      'Ausschlusswünsche',
    ];
    return `Diese Dateien enthalten Namen und E-Mail-Adressen. ${joinNames(leftOut)} stehen nicht darin. Löschen Sie den Ordner, wenn Sie fertig sind.`;
  },
};
