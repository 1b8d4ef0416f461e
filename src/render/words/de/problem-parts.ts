import { getBarKind } from '../../../domain/bars.ts';
import type { ExportTool, PlaceholderSource } from '../../../domain/hand-over.ts';
import { type Excess, groupDigits } from '../../../domain/input-bounds.ts';
import type {
  AskedPerson,
  FileFormat,
  MisfitCells,
  ReleaseReason,
  SheetRole,
  Spoiling,
  TextOddity,
  UnpairedReason,
} from '../../../domain/problem-facts.ts';
import type { Side } from '../../../domain/roster.ts';
import type {
  JsonFault,
  JsonPart,
  KindOfName,
  Refinement,
  SettingFault,
  SettingKind,
} from '../../../domain/setting-faults.ts';
import type { Damage } from '../../../domain/workbook.ts';
import type { Said } from '../en/message-types.ts';
import type { RuleFault } from '../en/problem-parts.ts';
import { joinNames, quote } from './grammar.ts';

export const FILE_FORMATS: Readonly<Record<FileFormat, string>> = {
  zip: 'eine Excel-Mappe oder ein anderes zip-Archiv',
  'another archive': 'ein zip-Archiv oder eine alte Office-Datei, aber keine Mappe',
  'old Excel': 'eine alte Excel-Mappe',
  gzip: 'ein gzip-Archiv',
  PDF: 'ein PDF',
  'web page': 'eine Webseite',
  JSON: 'JSON',
  XML: 'XML',
  'XML spreadsheet': 'eine XML-Kalkulationstabelle aus Excel 2003',
  'UTF-32': 'Text in UTF-32',
  binary: 'eine Binärdatei',
};

/** What a sheet lacks that has no rows. */
export const ROWS_OF: Readonly<Record<SheetRole, string>> = {
  mentors: 'keine Mentorinnen und Mentoren',
  mentees: 'keine Mentees',
  limits: 'keine Obergrenzen',
  pairs: 'keine Paare',
  previous: 'keine Tandems',
  carryOver: 'keine Personen',
  history: 'keine Tandems',
  survey: 'keine Antworten',
};

export const DAMAGES: Readonly<Record<Damage, string>> = {
  'cell address': 'die Position einer Zelle ist beschädigt',
  'cell in another row': 'eine Zelle darin gehört zu einer anderen Zeile',
  'contents damaged': 'ihr Inhaltsverzeichnis ist beschädigt',
  'end missing': 'ihr Ende fehlt',
  'number damaged': 'eine Zahl darin ist beschädigt',
  packing: 'sie ist auf ungewöhnliche Weise gepackt',
  'part cut off': 'ein Teil davon ist abgeschnitten',
  'part damaged': 'ein Teil davon ist beschädigt',
  'part missing': 'ein Teil davon fehlt',
  'part not UTF-8': 'ein Teil davon ist nicht in UTF-8',
  'part renamed': 'ein Teil davon hat zwei Namen',
  'part twice': 'ein Teil davon ist doppelt vorhanden',
  'sheet missing': 'ein Blatt darin fehlt',
  'sheet twice': 'zwei Blätter darin sind derselbe Teil',
  'table in a cell': 'eine Tabelle darin ist in einer Zelle',
  'text missing': 'ein Text darin fehlt',
};

/** A cell whose content is lost: why. */
export const SPOILINGS: Readonly<Record<Spoiling, string>> = {
  'formula error': 'ihre Formel ergab einen Fehler',
  'shortened number': 'die Zahl wurde gekürzt',
};

/** What a text is like, after the text itself. */
export const TEXT_ODDITIES: Readonly<Record<TextOddity, string>> = {
  'misread UTF-8': 'war UTF-8 und wurde in einer anderen Kodierung gelesen',
  'two alphabets': 'mischt lateinische und kyrillische Buchstaben in einem Wort',
  'lost letter': 'hat ein Fragezeichen, wo ein Buchstabe verloren ging',
  'web signs': 'hat Zeichen, wie Webseiten sie schreiben',
  apostrophe: 'beginnt mit einem Apostroph, der als Teil des Textes zählt',
  day: 'ist ein Datum, das eine Tabellenkalkulation aus etwas anderem gemacht haben kann',
};

/** "sie hat mehr als 1000 Spalten" */
export function sayExcess({ of, most, row, column }: Excess): string {
  const bound = groupDigits(most).replaceAll(',', '.');
  switch (of) {
    case 'MiB of a file':
      return `sie ist größer als ${bound} MiB`;
    case 'MiB of a config':
      return `sie hat mehr als ${bound} MiB, die keine Konfiguration braucht`;
    case 'MiB unpacked':
      return `entpackt hat sie mehr als ${bound} MiB`;
    case 'parts':
      return `sie hat mehr als ${bound} Teile`;
    case 'sheets':
      return `sie hat mehr als ${bound} Blätter`;
    case 'rows':
      return `sie hat mehr als ${bound} Zeilen`;
    case 'columns':
      return `sie hat mehr als ${bound} Spalten`;
    case 'cells':
      return `sie hat mehr als ${bound} Zellen`;
    case 'shared texts':
      return `sie hat mehr als ${bound} verschiedene Texte`;
    case 'nested tags':
      return `ein Teil davon ist tiefer als ${bound} Stufen verschachtelt`;
    case 'letters of a tag':
      return `ein Teil davon hat ein Element mit mehr als ${bound} Zeichen`;
    case 'row number':
      return `sie reicht bis Zeile ${row}, über Zeile ${bound} hinaus`;
    case 'columns of a row':
      return `Zeile ${row} hat mehr als ${bound} Spalten`;
    case 'letters of a cell':
      return `${row === undefined ? 'eine Zelle' : `die Zelle in Zeile ${row} und Spalte ${column}`} hat mehr als ${bound} Zeichen`;
    case 'letters of a header':
      return `der Name von Spalte ${column} hat mehr als ${bound} Zeichen`;
    case 'letters of a line':
      return `eine Zeile hat mehr als ${bound} Zeichen`;
    case 'problems':
      return `die Zeilen bis hier haben ${bound} Probleme, alles darunter wurde nicht mehr geprüft`;
  }
}

const JSON_PARTS: Readonly<Record<JsonPart, string>> = {
  value: 'ein Wert',
  'value or ]': 'ein Wert oder ]',
  name: 'ein Name in doppelten Anführungszeichen',
  'name or }': 'ein Name in doppelten Anführungszeichen oder }',
  colon: 'ein Doppelpunkt',
  'comma or }': 'ein Komma oder }',
  'comma or ]': 'ein Komma oder ]',
  end: 'das Ende',
};

export function sayJsonFault(fault: JsonFault): Said {
  const hint = 'Kommas, Anführungszeichen und Klammern dort prüfen';
  switch (fault.kind) {
    case 'not UTF-8':
      return { message: 'es ist kein UTF-8-Text', hint: 'als UTF-8 speichern' };
    case 'unknown':
      return { message: 'es ist nicht lesbar', hint };
    case 'ends early':
      return { message: `es endet zu früh: ${JSON_PARTS[fault.expected]} fehlt`, hint };
    case 'goes on':
      return { message: `nach dem Ende geht es weiter mit ${fault.rest}`, hint };
    case 'extra comma':
      return { message: `vor ${fault.rest} ist ein Komma zu viel`, hint };
    case 'lacks':
      return { message: `vor ${fault.rest} fehlt ${JSON_PARTS[fault.expected]}`, hint };
    case 'backslash':
      return {
        message: `ein Backslash in ${quote(fault.written)} hat keine Bedeutung`,
        hint: `jeden Backslash doppelt schreiben: ${quote(fault.meant)}`,
      };
  }
}

const SETTING_KINDS: Readonly<Record<SettingKind, string>> = {
  list: 'eine Liste in [ ]',
  'true or false': 'true oder false',
  'whole number': 'eine ganze Zahl',
  number: 'eine Zahl',
  settings: 'Einstellungen in { }',
  text: 'ein Text in doppelten Anführungszeichen',
  null: 'null',
};

const REFINEMENT_WORDS: Readonly<Record<Refinement, string>> = {
  'whole characters': 'darf kein halbes Zeichen enthalten, wie \\ud800 allein',
  'no control characters': 'darf keine Steuerzeichen enthalten',
  day: 'muss ein Tag sein, wie 2026-03-01',
  encoding: 'muss eine Kodierung sein, wie windows-1252 oder macroman',
};

/** @param fault of a setting whose name stands before the message. */
export function saySettingFault(fault: SettingFault): Said {
  const says = (message: string, hint: string | null = null): Said => ({ message, hint });
  switch (fault.kind) {
    case 'wrong kind': {
      const ways = [
        ...fault.literals.map(text => JSON.stringify(text)),
        ...fault.kinds.map(kind => SETTING_KINDS[kind]),
      ];
      return says(`${fault.isMissing ? 'fehlt: es ' : ''}muss ${ways.join(' oder ')} sein`);
    }
    case 'not of choice':
      return says(`muss eins davon sein: ${fault.choice.join(', ')}`);
    case 'empty':
      return says('darf nicht leer sein');
    case 'too exact':
      return says('darf höchstens drei Nachkommastellen haben');
    case 'not two people':
      return says('muss zwei Personen nennen, wie ["m7", "e3"]');
    case 'too low':
      return says(`muss mindestens ${fault.least} sein`);
    case 'too high':
      return says(`darf höchstens ${fault.most} sein`);
    case 'too long':
      return says(`darf höchstens ${groupDigits(fault.most).replaceAll(',', '.')} nennen`);
    case 'unfit text':
      return says(REFINEMENT_WORDS[fault.needs]);
    case 'nested too deep':
      return says(
        `Klammern sind tiefer als ${fault.most} verschachtelt`,
        'keine Einstellung braucht das: die Klammern entfernen',
      );
    case 'unusable name':
      return says(`${quote(fault.name)} kann kein Name sein`, 'einen anderen Namen wählen');
    default:
      return sayRuleFault(fault, says);
  }
}

function sayRuleFault(fault: RuleFault, says: (message: string, hint: string) => Said): Said {
  switch (fault.kind) {
    case 'taken name':
      return says(`den Namen „${fault.name}“ verwendet rmentor selbst`, 'der Regel einen anderen "name" geben');
    case 'region called *':
      return says('„*“ steht für jedes Land ohne eigene Obergrenze', OWN_NAME);
    case 'region called like a country':
      return says(`„${fault.name}“ ist der Name eines Landes`, OWN_NAME);
    case 'region in itself': {
      const how = fault.through === null ? 'enthält sich selbst' : `enthält „${fault.through}“, das sie wieder enthält`;
      return says(`die Region „${fault.name}“ ${how}`, 'eine der beiden herausnehmen');
    }
    case 'level too early':
      return says(
        `„${fault.level}“ kommt vor jedem Ziel, das Tandems bildet`,
        fault.level === 'balance'
          ? 'an das Ende setzen: nichts ist gleichmäßiger verteilt als gar keine Mentees'
          : `nach einem davon setzen: ${fault.after.join(', ')}; ohne Tandem ist keines schlecht`,
      );
    case 'no score to weigh':
      return says(
        'um Änderungen gegen Punkte abzuwägen, muss „score“ nach „kept“ kommen',
        '"score" hinter "kept" schreiben oder worthAChange weglassen',
      );
    case 'not weighable':
      return says(
        `${joinNames(fault.levels.map(quote))} darf nicht zwischen „kept“ und „score“ stehen`,
        'hinter "score" setzen oder worthAChange weglassen',
      );
    case 'no distance':
      return says(`der Regel „${fault.rule}“ fehlt, wie weit`, '"by": 2 schreiben');
    case 'needless distance':
      return says(`die Regel „${fault.rule}“ misst nichts`, '"by" weglassen');
    case 'needless ranks':
      return says(`die Regel „${fault.rule}“ kennt keine Ränge`, '"ranks" weglassen: nur "wished" hat sie');
    case 'unmeasurable':
      return says(
        `„${fault.rule}“ kann ${fault.field} nicht messen`,
        'sie misst level, timezone oder eine Spalte mit Zahlen',
      );
    case 'not compared':
      return says(`Regeln vergleichen „${fault.field}“ nicht`, `sie vergleichen ${fault.fields.join(', ')}`);
  }
}

const OWN_NAME = 'der Region einen eigenen Namen geben';

/** Behind "no": „kein Status“. */
export const KINDS_OF_NAMES: Readonly<Record<KindOfName, readonly [no: string, the: string]>> = {
  preset: ['keine Voreinstellung', 'die Voreinstellung'],
  rule: ['keine Regel', 'die Regel'],
  crossBorder: ['kein Wert von crossBorder', 'der Wert von crossBorder'],
  delimiter: ['kein Trennzeichen', 'das Trennzeichen'],
  language: ['keine Sprache, die rmentor spricht', 'die Sprache'],
  role: ['keine Rolle', 'die Rolle'],
  value: ['kein Wert dieser Einstellung', 'der Wert'],
  status: ['kein Status', 'der Status'],
  level: ['keine Ebene', 'die Ebene'],
  region: ['keine Region', 'die Region'],
  setting: ['keine Einstellung', 'die Einstellung'],
  column: ['keine Spalte von rmentor', 'die Spalte'],
  'column with a default': ['keine Spalte, die einen Standardwert haben kann', 'die Spalte'],
  'column of lists': ['keine Spalte mit Listen', 'die Spalte'],
  'rule of the preset': ['keine Regel der Voreinstellung', 'die Regel der Voreinstellung'],
  'level of the objective': ['kein Ziel', 'das Ziel'],
};

const MISFITS: Readonly<Record<Exclude<MisfitCells['kind'], 'another status'>, string>> = {
  answers: 'Antworten wie',
  numbers: 'Zahlen wie',
  employment: 'Arten der Beschäftigung wie',
  'no languages': 'Antworten wie',
  'not all statuses': 'nicht nur Angaben zum Status, etwa',
  'no addresses': 'keine E-Mail-Adressen, etwa',
};

/** What speaks against a header. @param read the header that is read in its place, or null. */
export function sayMisfit({ kind, cells }: MisfitCells, read: string | null): string {
  const shown = cells.map(quote).join(' und ');
  if (kind === 'another status') return `${quote(read ?? '')} ist es, und hier steht ${shown}`;
  return `ihre Zellen sind ${MISFITS[kind]} ${shown}`;
}

/** What keeps the two of a tandem apart, each as a part of a message. */
export function sayBars(bars: readonly string[]): string {
  return bars.map(sayBar).join(', ');
}

function sayBar(bar: string): string {
  switch (getBarKind(bar)) {
    case 'declined':
      return 'das Tandem wurde abgelehnt';
    case 'not-listed':
      return 'erlaubt sind nur Paare mit Punkten, und die Paarliste gibt ihnen keine';
    case 'banned-pair':
      return 'die Paarliste schließt es aus';
    case 'met-before':
      return 'sie waren schon ein Tandem';
    case 'not-again':
      return 'eine Seite wollte kein weiteres Treffen';
    case 'rule':
      return `Regel ${bar}`;
  }
}

export function sayReleaseReason(why: ReleaseReason): string {
  switch (why.kind) {
    case 'left':
      return sayLeft(why.person, why.side);
    case 'barred':
      return `die beiden dürfen kein Tandem sein (${sayBars(why.bars)})`;
    case 'clash':
      return 'nicht alle Vorgaben lassen sich zusammen erfüllen';
  }
}

export function sayLeft(person: string, side: Side): string {
  return `${person} ist in den Tabellen nicht unter den ${side === 'mentor' ? 'Mentorinnen und Mentoren' : 'Mentees'}`;
}

/** "Ada Brandt (ada@example.org, Mentor, Marketing, DE)" */
export function sayAskedPerson({ id, name, side, department, country }: AskedPerson): string {
  const where = [department, country].filter(text => text !== '');
  return `${name} (${[id, side === 'mentor' ? 'Mentorenseite' : 'Mentee', ...where].join(', ')})`;
}

export function sayUnpaired(why: UnpairedReason): string {
  if (why.kind === 'withdrawn') return `${sayAskedPerson(why.person)} hat sich abgemeldet`;
  const side = why.side === 'mentor' ? 'beide auf der Mentorenseite' : 'beide Mentees';
  return `${why.people.map(sayAskedPerson).join(' und ')} sind ${side}`;
}

/** Programs that a run is handed over to. */
export const TOOLS: Readonly<Record<ExportTool, string>> = {
  'mail-merge': 'ein Serienbrief',
  mailchimp: 'Mailchimp',
  brevo: 'Brevo',
  sendgrid: 'SendGrid',
  listmonk: 'listmonk',
  notify: 'GOV.UK Notify',
  chronus: 'Chronus',
  eml: 'eine E-Mail',
  ics: 'ein Kalender',
  vcard: 'ein Kontakt',
  chat: 'Slack',
  json: 'ein Skript',
  csv: 'Excel',
};

/** Why a program does not take an address. */
export const REFUSALS: Readonly<Record<'too long' | 'signs' | 'formula', string>> = {
  'too long': 'sie ist zu lang',
  signs: 'darin stehen Zeichen, die nicht erlaubt sind',
  formula: 'ein Tabellenprogramm hält ihren Anfang für eine Formel',
};

/** What to do where a letter names something that there is nothing for. */
export function sayHowToFill(source: PlaceholderSource): string {
  switch (source.kind) {
    case 'sheet':
      return 'in der Tabelle ergänzen, dann neu zuordnen und exportieren; oder aus dem Brief nehmen';
    case 'note':
      return 'in die Spalte note von tandems.csv eine schreiben; oder aus dem Brief nehmen';
    case 'call':
      return `${source.flag} angeben; oder aus dem Brief nehmen`;
    case 'nowhere':
      return 'aus diesem Brief nehmen';
  }
}
