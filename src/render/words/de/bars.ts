import type { Words } from '../en/index.ts';
import { formatCount, quote } from './grammar.ts';

/** What keeps people apart. */
export const bars: Words['bars'] = {
  noted: {
    'banned-pair': {
      cause: 'Ausschluss in der Paarliste',
      condition: 'die Paarliste schließt sie nicht aus',
      liftedForPair: names => `${names}: den Ausschluss aus der Paarliste nehmen`,
      liftedForAll: 'Ausschlüsse in der Paarliste zählen nicht mehr',
    },
    declined: {
      cause: 'in einem früheren Lauf abgelehnt',
      condition: 'keine Seite hat die andere in einem früheren Lauf abgelehnt',
      liftedForPair: () => '',
      liftedForAll: '',
    },
    'not-listed': {
      cause: 'keine Punkte in der Paarliste',
      condition: 'die Paarliste gibt ihnen Punkte',
      liftedForPair: names => `${names} in die Paarliste aufnehmen`,
      liftedForAll: 'auch Paare, die nicht in der Paarliste sind, sind erlaubt',
    },
    'met-before': {
      cause: 'früheres Tandem',
      condition: 'sie waren noch kein Tandem',
      liftedForPair: names => `${names} noch einmal als Tandem zulassen`,
      liftedForAll: 'wer schon ein Tandem war, darf es wieder sein',
    },
  },
  ruleCause: ({ rule, field, by }) => {
    const known = COLUMNS[field] ?? {
      same: `gleicher Wert bei ${quote(field)}`,
      different: `verschiedene Werte bei ${quote(field)}`,
      common: `nichts gemeinsam bei ${quote(field)}`,
      dative: quote(field),
    };
    switch (rule) {
      case 'same':
        return known.different;
      case 'different':
        return known.same;
      case 'overlap':
        return known.common;
      case 'at-least-apart':
        return `weniger als ${formatDistance(by ?? 0, field)} Abstand bei ${known.dative}`;
      case 'at-most-apart':
        return `mehr als ${formatDistance(by ?? 0, field)} Abstand bei ${known.dative}`;
      case 'below':
        return `auf der Mentorenseite nicht niedriger bei ${known.dative}`;
      case 'above':
        return `auf der Mentorenseite nicht höher bei ${known.dative}`;
      case 'outside-reporting-line':
        return 'Berichtslinie';
      case 'wished':
        return 'kein Wunsch füreinander';
      case 'not-vetoed':
        return 'Wunsch, kein Tandem zu sein';
      case 'not-the-same-person':
        return 'dieselbe Person';
      case 'not-alike':
        return 'vielleicht dieselbe Person';
    }
  },
  breakRule: (names, cause) => `${names} als Tandem zulassen, obwohl eine Regel dagegen spricht (${cause})`,
  changeRule: (rule, condition, isDropped) =>
    `Regel ${rule} ${isDropped ? 'fallen lassen' : 'nur als Vorliebe statt als Muss'}: ${condition}`,
};

interface Column {
  readonly same: string;
  readonly different: string;
  readonly common: string;
  /** Behind "bei". */
  readonly dative: string;
}

const COLUMNS: Readonly<Record<string, Column>> = {
  level: nameOne('dieselbe Ebene', 'verschiedene Ebenen', 'der Ebene'),
  department: nameOne('dieselbe Abteilung', 'verschiedene Abteilungen', 'der Abteilung'),
  country: nameOne('dasselbe Land', 'verschiedene Länder', 'dem Land'),
  city: nameOne('derselbe Ort', 'verschiedene Orte', 'dem Ort'),
  manager: nameOne('dieselbe Führungskraft', 'verschiedene Führungskräfte', 'der Führungskraft'),
  timezone: nameOne('dieselbe Zeitzone', 'verschiedene Zeitzonen', 'der Zeitzone'),
  name: nameOne('derselbe Name', 'verschiedene Namen', 'dem Namen'),
  email: nameOne('dieselbe E-Mail-Adresse', 'verschiedene E-Mail-Adressen', 'der E-Mail-Adresse'),
  languages: {
    ...nameOne('dieselben Sprachen', 'verschiedene Sprachen', 'den Sprachen'),
    common: 'keine gemeinsame Sprache',
  },
  topics: { ...nameOne('dieselben Themen', 'verschiedene Themen', 'den Themen'), common: 'kein gemeinsames Thema' },
};

function nameOne(same: string, different: string, dative: string): Column {
  return { same, different, common: `nichts gemeinsam bei ${dative}`, dative };
}

function formatDistance(by: number, field: string): string {
  if (field === 'timezone') return formatCount(by, 'Stunde', 'Stunden');
  return field === 'level' ? formatCount(by, 'Ebene', 'Ebenen') : String(by);
}
