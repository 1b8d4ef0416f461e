import { type Location, type Problem, unknownStatus } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';
import { findNearest } from '../text/nearest.ts';
import { listHeaderKeys, makeHeaderKey } from '../text/text-keys.ts';
import { answerOf } from './answers.ts';

/** What a column of statuses holds: words, or answers to whether somebody is in, or out. */
export type StatusQuestion = 'words' | 'in' | 'out';

/** Headers that ask whether somebody takes part, in seven languages. */
export const ASKING_IN =
  list(`active, is active, still active, still participating, still taking part, still interested, noch dabei, enabled, is enabled, account enabled, available, is available,
  participating, participates, takes part, aktiv, ist aktiv, noch aktiv, aktiviert, verfügbar, nimmt teil, Teilnahme, actif,
  est actif, disponible, participe, attivo, attiva, disponibile, partecipa, activo, activa, está activo, participa, actief,
  is actief, beschikbaar, doet mee, neemt deel, aktywny, aktywna, czy aktywny, dostępny, bierze udział`);

/** Headers that ask whether somebody has left. */
export const ASKING_OUT =
  list(`withdrawn, has withdrawn, on leave, no longer participating, nicht mehr dabei, suspended, is suspended, inactive, is inactive, deactivated, disabled,
  account disabled, terminated, left, has left, left the company, cancelled, canceled, archived, opted out, zurückgezogen,
  abgemeldet, ausgetreten, ausgeschieden, gesperrt, deaktiviert, inaktiv, storniert, retiré, suspendu, désactivé, inactif,
  désinscrit, ritirato, sospeso, disattivato, inattivo, suspendido, desactivado, inactivo, baja, teruggetrokken, geschorst,
  gedeactiveerd, inactief, uitgeschreven, wycofany, zawieszony, nieaktywny, wypisany`);

/** Whether a header asks whether somebody is in, or out; else its cells are words. */
export function detectStatusQuestion(header: string): StatusQuestion {
  const key = makeHeaderKey(header);
  if (getKeys(ASKING_IN).has(key)) return 'in';
  return getKeys(ASKING_OUT).has(key) ? 'out' : 'words';
}

/** What says that somebody takes no part in the programme. */
const WITHDRAWN = foldWords('withdrawn, zurückgezogen, abgemeldet');

/** What personnel files, directories and forms in seven languages call those who have left, or were not admitted. */
const GONE =
  foldWords(`inactive, terminated, left, former, leaver, resigned, retired, exited, offboarded, deactivated, disabled,
  suspended, cancelled, canceled, denied, rejected, declined, inaktiv, ausgetreten, ausgeschieden, gekündigt, deaktiviert,
  gesperrt, storniert, abgelehnt, inactif, parti, sorti, désactivé, suspendu, annulé, refusé, démissionnaire, licencié,
  inattivo, inattiva, cessato, cessata, dimesso, sospeso, disattivato, annullato, rifiutato, inactivo, inactiva, baja,
  suspendido, desactivado, cancelado, rechazado, despedido, inactief, uit dienst, geschorst, gedeactiveerd, geannuleerd,
  afgewezen, vertrokken, nieaktywny, nieaktywna, zwolniony, zwolniona, zawieszony, anulowany, odrzucony`);

/** What they call those who are there. How much somebody works, and for how long, says that they do. */
const ACTIVE =
  foldWords(`active, employed, onboarding, enabled, approved, confirmed, registered, participating, aktiv, angestellt,
  genehmigt, bestätigt, angemeldet, actif, approuvé, confirmé, inscrit, attivo, attiva, approvato, confermato, iscritto,
  activo, activa, alta, aprobado, confirmado, inscrito, actief, in dienst, goedgekeurd, bevestigd, ingeschreven, aktywny,
  aktywna, zatwierdzony, potwierdzony`);

const EMPLOYED =
  foldWords(`full-time, full time, fulltime, part-time, part time, parttime, permanent, fixed term, fixed-term,
  regular, temporary, vollzeit, teilzeit, unbefristet, befristet, festangestellt, temps plein, temps partiel, temps complet,
  cdi, cdd, tempo pieno, tempo parziale, tempo indeterminato, tempo determinato, tiempo completo, tiempo parcial,
  jornada completa, jornada parcial, indefinido, voltijd, deeltijd, pełny etat, niepełny etat`);

/** Whether a text says how much somebody works. */
export function isEmployment(text: string): boolean {
  return EMPLOYED.has(fold(text));
}

/** Whether somebody takes part by a cell of a column that asks so; null where that is not known. */
export function readStatus(text: string, asking: StatusQuestion): boolean | null {
  const word = fold(text);
  if (word === '' || ACTIVE.has(word) || EMPLOYED.has(word)) return true;
  if (WITHDRAWN.has(word) || GONE.has(word)) return false;
  const answer = asking === 'words' ? null : answerOf(text);
  return answer === null ? null : answer === (asking === 'in');
}

/** Whether a cell that says that somebody takes no part does so otherwise than in our own word for it. */
export function isGone(text: string, asking: StatusQuestion): boolean {
  return readStatus(text, asking) === false && !WITHDRAWN.has(fold(text));
}

const STATUSES = ['active', 'withdrawn'];

/** Whether somebody takes part. */
export function makeStatusParser(
  asking: StatusQuestion,
): (text: string) => boolean | ((location: Location) => Problem) {
  return text => {
    const found = readStatus(text, asking);
    const answer = answerOf(text);
    // Whoever pastes the first is told that nobody is left, rather than pairing people who are away.
    const likely = answer === null ? ['withdrawn', 'active'] : [answer ? 'active' : 'withdrawn'];
    return found ?? (location => unknownStatus(location, text, findNearest(text, STATUSES), STATUSES, likely));
  };
}

function list(names: string): readonly string[] {
  return names.split(',').map(name => name.trim());
}

function foldWords(names: string): ReadonlySet<string> {
  return new Set(list(names).map(fold));
}

const known = new Map<readonly string[], ReadonlySet<string>>();

function getKeys(names: readonly string[]): ReadonlySet<string> {
  const found = known.get(names) ?? new Set(names.flatMap(listHeaderKeys));
  known.set(names, found);
  return found;
}
