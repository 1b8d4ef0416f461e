import type { NumberColumn } from '../../../domain/field-ledger.ts';
import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { ComparableColumn } from '../../../domain/roster.ts';

/** What a column holds: of one person, and what two people share, and do not. */
interface ColumnNames {
  readonly name: string;
  readonly many: string;
  readonly same: string;
}

/** What a column of ours holds; a column of the user's own goes by its name. */
const COLUMNS: Readonly<Record<string, ColumnNames>> = {
  level: { name: 'Ebene', many: 'Ebenen', same: 'dieselbe Ebene' },
  department: { name: 'Abteilung', many: 'Abteilungen', same: 'dieselbe Abteilung' },
  country: { name: 'Land', many: 'Länder', same: 'dasselbe Land' },
  city: { name: 'Ort', many: 'Orte', same: 'denselben Ort' },
  languages: { name: 'Sprachen', many: 'Sprachen', same: 'dieselben Sprachen' },
  topics: { name: 'Themen', many: 'Themen', same: 'dieselben Themen' },
  manager: { name: 'Führungskraft', many: 'Führungskräfte', same: 'dieselbe Führungskraft' },
  timezone: { name: 'Zeitzone', many: 'Zeitzonen', same: 'dieselbe Zeitzone' },
  name: { name: 'Name', many: 'Namen', same: 'denselben Namen' },
  email: { name: 'E-Mail-Adresse', many: 'E-Mail-Adressen', same: 'dieselbe E-Mail-Adresse' },
  id: { name: 'ID', many: 'IDs', same: 'dieselbe ID' },
} satisfies Readonly<Record<ComparableColumn, ColumnNames>>;

/** What the columns are called that say how many partners somebody takes, and who comes first. */
export const NUMBER_COLUMNS: Readonly<Record<NumberColumn, string>> = {
  capacity: 'Mentees höchstens',
  min_load: 'Mentees mindestens',
  wants: 'gewünschte Mentoren',
  priority: 'Priorität',
};

/** What a column holds of one person: „Zeitzone“. */
export function nameColumn(column: string): string {
  return findEntry(COLUMNS, column)?.name ?? `„${column}“`;
}

/** What a column holds of two people: „Zeitzonen“. */
export function nameColumns(column: string): string {
  return findEntry(COLUMNS, column)?.many ?? `Werte bei „${column}“`;
}

/** What two people have who have the same: „dieselbe Zeitzone“. */
export function nameSameColumn(column: string): string {
  return findEntry(COLUMNS, column)?.same ?? `denselben Wert bei „${column}“`;
}
