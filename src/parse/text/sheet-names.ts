import type { SheetRole } from '../../domain/problem-facts.ts';
import { type Problem, sheetTaken } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';
import type { Grid, Workbook } from '../../domain/workbook.ts';

/**
 * What people call the sheets of a workbook, folded, in the languages that our column names are in. Accents count:
 * Mentores are mentors, Mentorés mentees.
 */
const NAMES: Readonly<Record<SheetRole, readonly string[]>> = {
  mentors: [
    ...[
      'mentors',
      'mentor',
      'mentoren',
      'mentorinnen',
      'mentorenliste',
      'mentorlist',
      'mentora',
      'mentores',
      'mentoras',
    ],
    ...['mentore', 'mentori', 'mentorki', 'mentorzy', 'mentorów', 'mentori e mentrici', 'mentorlijst'],
  ],
  mentees: [
    ...['mentees', 'mentee', 'menteeliste', 'menteesliste', 'menteelist', 'menteelijst', 'mentorés', 'mentorées'],
    ...['mentoré', 'mentorée', 'mentorados', 'mentoradas', 'mentorizados', 'mentorowani', 'mentorowane', 'mentorandos'],
  ],
  limits: [
    ...['limits', 'limit', 'quotas', 'quota', 'grenzen', 'obergrenzen', 'länderquoten', 'quoten', 'kontingente'],
    ...['limites', 'límites', 'cuotas', 'cotas', 'limiti', 'quote', 'limieten', 'limity', 'limite'],
  ],
  pairs: [
    ...[
      'pairs',
      'paare',
      'paarungen',
      'vorgaben',
      'paires',
      'binômes',
      'parejas',
      'coppie',
      'paren',
      'koppels',
      'pary',
    ],
    ...['pares', 'locks', 'locks and bans', 'bans'],
  ],
  previous: [
    ...['previous', 'tandems', 'vorherige', 'bisherige', 'letzte runde', 'précédent', 'précédents', 'anterior'],
    ...['anteriores', 'precedente', 'precedenti', 'vorige', 'poprzednie', 'tándems', 'tandemy'],
  ],
  survey: [
    ...[
      'survey',
      'feedback',
      'answers',
      'responses',
      'form responses',
      'umfrage',
      'antworten',
      'formularantworten',
      'rückmeldungen',
    ],
    ...[
      'sondage',
      'réponses',
      'sondaggio',
      'risposte',
      'encuesta',
      'respuestas',
      'enquête',
      'antwoorden',
      'ankieta',
      'odpowiedzi',
    ],
  ],
  carryOver: ['unmatched', 'ohne tandem', 'nicht zugeordnet'],
  history: [
    ...['history', 'historie', 'frühere', 'frühere tandems', 'vergangene', 'historique', 'historial', 'historia'],
    ...['storico', 'geschiedenis', 'eerdere', 'histórico', 'histórico de tandems', 'earlier', 'earlier tandems'],
  ],
};

/**
 * The sheet of a workbook that is called like what is looked for, where exactly one is and others could be meant:
 * by its whole name, or by a word in it that no other role goes by ("Mentoren 2026"). Hidden sheets, and those
 * without text, are not looked at.
 */
export function findRoleSheet({ sheets }: Workbook, role: SheetRole): Grid | null {
  const visible = listVisibleSheets(sheets);
  if (visible.length < 2) return null;
  const whole = visible.filter(({ name }) => NAMES[role].includes(fold(name)));
  if (whole.length > 0) return whole.length === 1 ? whole[0]! : null;
  const byWord = visible.filter(({ name }) => findRoleInWords(name) === role);
  return byWord.length === 1 ? byWord[0]! : null;
}

/** Says that a sheet was taken by its name. */
export function reportTakenSheet(file: string, role: SheetRole, { name }: Grid, { sheets }: Workbook): Problem {
  const others = listVisibleSheets(sheets).filter(sheet => sheet.name !== name);
  return sheetTaken(
    file,
    role,
    name,
    others.map(other => other.name),
  );
}

/** The sheets that a person sees, and that hold something. */
export function listVisibleSheets(sheets: readonly Grid[]): readonly Grid[] {
  return sheets.filter(sheet => !sheet.isHidden && hasText(sheet));
}

export function hasText({ rows }: Grid): boolean {
  return rows.some(row => row.some(cell => cell.trim() !== ''));
}

/** The only role that words of a name speak of, or null. */
function findRoleInWords(name: string): SheetRole | null {
  const words = fold(name).split(/[^\p{L}\p{M}]+/u);
  const roles = (Object.keys(NAMES) as SheetRole[]).filter(role => words.some(word => NAMES[role].includes(word)));
  return roles.length === 1 ? roles[0]! : null;
}
