/** What the files of a hand-over are made with: words, letters, and when first meetings are. */
import { dirname, join } from 'node:path';
import { UserError } from '../domain/errors.ts';
import {
  GROUPS,
  type HandedEvent,
  type HandOver,
  type KickOff,
  LETTERS_FOLDER,
  type LetterText,
  type RecipientGroup,
} from '../domain/hand-over.ts';
import type { Language } from '../domain/language.ts';
import type { Roster } from '../domain/roster.ts';
import { planEvents } from '../features/hand-over/plan-events.ts';
import { createFiles } from '../io/create.ts';
import { exists } from '../io/file-system.ts';
import { readBytes } from '../io/read.ts';
import type { Programme } from '../parse/programme.ts';
import type { ExportContext } from '../render/export/format.ts';
import type { HandOverWords } from '../render/words/en/hand-over.ts';
import { LOAD_HAND_OVER, LOAD_WORDS } from '../render/words/languages.ts';
import type { ExportFlags } from './export-flags.ts';
import { listExtraColumns } from './shared/extra-columns.ts';
import type { SavedRun } from './shared/saved-run.ts';

/** @param earlier what calendars know already. */
export async function makeExportContext(
  flags: ExportFlags,
  { run: { certificate }, recorded }: SavedRun,
  { roster, terms, sheets }: Pick<Programme, 'roster' | 'terms' | 'sheets'>,
  handing: HandOver,
  earlier: readonly HandedEvent[],
): Promise<ExportContext> {
  const language = flags.lang ?? certificate.language;
  const [words, handOver] = await Promise.all([LOAD_WORDS[language](), LOAD_HAND_OVER[language]()]);
  const { programme = '', round = terms.policy.start } = flags;
  return {
    ...{ words, handOver, handing, programme, round, delimiter: certificate.delimiter ?? ';' },
    people: indexPeople(roster),
    columns: listExtraColumns(sheets),
    calendar: planCalendar(flags, { programme, round }, handing, earlier),
    letters: flags.to === 'eml' ? readLetters(findLettersFolder(recorded.config), handOver) : new Map(),
  };
}

function indexPeople({ mentors, mentees }: Roster): ExportContext['people'] {
  return {
    mentor: new Map(mentors.map(person => [person.id, person])),
    mentee: new Map(mentees.map(person => [person.id, person])),
  };
}

/** When the call says that first meetings are; without a time there are none. An invitation needs somebody who invites. */
function planCalendar(
  { to, at, minutes = 60, organiser }: ExportFlags,
  { programme, round }: { readonly programme: string; readonly round: string },
  { tandems, ended }: HandOver,
  earlier: readonly HandedEvent[],
): ExportContext['calendar'] {
  if (to !== 'ics' && to !== 'eml') return null;
  if (at === undefined && to === 'eml') return null;
  if (at === undefined) throw new UserError({ kind: 'flag-missing', flag: '--at', value: 'time' });
  if (round === '') throw new UserError({ kind: 'flag-missing', flag: '--round', value: 'name' });
  if (to === 'eml' && organiser === undefined) {
    throw new UserError({ kind: 'flag-missing', flag: '--organiser', value: 'address' });
  }
  const kickOff: KickOff = { start: at, minutes, programme, round, organiser: organiser ?? null };
  const ids = tandems.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id }));
  const off = ended.map(({ mentor, mentee }) => ({ mentor: mentor.id, mentee: mentee.id }));
  return { kickOff, plan: planEvents(ids, off, kickOff, earlier) };
}

/** Where a programme has its letters: beside its config. */
function findLettersFolder(config: string | null): string {
  return join(dirname(config ?? ''), LETTERS_FOLDER);
}

/** The letters of a programme; ours for groups for which it has none. */
function readLetters(folder: string, { letters }: HandOverWords): ReadonlyMap<RecipientGroup, LetterText> {
  return new Map(
    GROUPS.map(group => {
      const file = join(folder, `${group}.txt`);
      return [
        group,
        exists(file) ? { file, text: new TextDecoder().decode(readBytes(file)) } : { file: null, text: letters[group] },
      ];
    }),
  );
}

/** Writes letters to begin with, a file a group; those that are there stay. Returns the files that were written. */
export async function writeStarterLetters(config: string | null, language: Language): Promise<readonly string[]> {
  const folder = findLettersFolder(config);
  const { letters } = await LOAD_HAND_OVER[language]();
  const missing = GROUPS.map(group => [`${group}.txt`, letters[group]] as const).filter(
    ([name]) => !exists(join(folder, name)),
  );
  if (missing.length > 0) createFiles(folder, new Map(missing));
  return missing.map(([name]) => join(folder, name));
}
