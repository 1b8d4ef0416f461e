import type { Words } from '../en/index.ts';
import { nameColumn, nameColumns, nameSameColumn } from './columns.ts';
import { formatCount } from './grammar.ts';

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
    switch (rule) {
      case 'same':
        return `verschiedene ${nameColumns(field)}`;
      case 'different':
        return nameSameColumn(field).replace(/^denselben/u, 'derselbe');
      case 'overlap':
        return COMMON[field] ?? `nichts gemeinsam: ${nameColumn(field)}`;
      case 'at-least-apart':
        return `weniger als ${formatDistance(by ?? 0, field)} Abstand (${nameColumn(field)})`;
      case 'at-most-apart':
        return `mehr als ${formatDistance(by ?? 0, field)} Abstand (${nameColumn(field)})`;
      case 'below':
        return `auf der Mentorenseite nicht niedriger (${nameColumn(field)})`;
      case 'above':
        return `auf der Mentorenseite nicht höher (${nameColumn(field)})`;
      case 'outside-reporting-line':
        return 'Berichtslinie';
      case 'wished':
        return 'kein Wunsch füreinander';
      case 'not-vetoed':
        return 'Ausschlusswunsch';
      case 'not-the-same-person':
        return 'dieselbe Person';
      case 'not-alike':
        return 'vielleicht dieselbe Person';
    }
  },
  breakRule: (names, cause) => `${names} als Tandem zulassen, obwohl eine Regel dagegen spricht (${cause})`,
  changeRule: (rule, condition, isDropped) =>
    `${isDropped ? `die Regel ${rule} streichen` : `${rule} bevorzugen, statt es zu verlangen`}: ${condition}`,
};

/** What people have several of, and may have none of in common. */
const COMMON: Readonly<Record<string, string>> = {
  languages: 'keine gemeinsame Sprache',
  topics: 'kein gemeinsames Thema',
};

function formatDistance(by: number, field: string): string {
  if (field === 'timezone') return formatCount(by, 'Stunde', 'Stunden');
  return field === 'level' ? formatCount(by, 'Stufe', 'Stufen') : String(by);
}
