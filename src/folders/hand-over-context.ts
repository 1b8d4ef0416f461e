/** What the files of a hand-over are made with: words, letters, and when first meetings are. */
import type { Disk } from '../domain/disk.ts';
import { UserError } from '../domain/errors.ts';
import {
  type Audience,
  type ExportTool,
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
import type { ProvenRun } from '../features/verify/verify-run.ts';
import type { Programme } from '../parse/programme.ts';
import type { ExportContext } from '../render/export/format.ts';
import { type ConfidentialName, listConfidential } from '../render/export/letters.ts';
import type { HandOverWords } from '../render/words/en/hand-over.ts';
import { LOAD_HAND_OVER, LOAD_WORDS } from '../render/words/languages.ts';
import { listExtraColumns } from './extra-columns.ts';
import { gatherConfidential } from './letter-only-facts.ts';
import type { SavedRun } from './saved-run.ts';

/** What a call asks of a hand-over. */
export interface HandOverCall {
  readonly to: ExportTool;
  /** The folder that the files go to: it is named where a sheet as a whole is wrong. */
  readonly out: string;
  readonly audience?: readonly Audience[];
  readonly includeDraft?: boolean;
  /** A run that people know; true for the one that was handed over last. */
  readonly since?: string | true;
  /** Further columns of the sheets. */
  readonly with?: readonly string[];
  /** When first meetings are, in milliseconds since 1970, and how long they are. */
  readonly at?: number;
  readonly minutes?: number;
  /** What this programme and this round are called. */
  readonly programme?: string;
  readonly round?: string;
  /** The address of whoever invites. */
  readonly organiser?: string;
  /** The language of the files; that of the run where nothing is said. */
  readonly lang?: Language;
}

/** @param earlier what calendars know already. */
export async function makeExportContext(
  disk: Disk,
  call: HandOverCall,
  { run: { certificate }, recorded }: SavedRun,
  { proven, programme: { terms, sheets } }: { readonly proven: ProvenRun; readonly programme: Programme },
  handing: HandOver,
  earlier: readonly HandedEvent[],
): Promise<ExportContext> {
  const language = call.lang ?? certificate.language;
  const [words, handOver] = await Promise.all([LOAD_WORDS[language](), LOAD_HAND_OVER[language]()]);
  const { programme = '', round = terms.policy.start } = call;
  const columns = listExtraColumns(sheets);
  const letters =
    call.to === 'eml' ? readLetters(disk, findLettersFolder(disk, recorded.config), handOver) : new Map<never, never>();
  return {
    ...{ words, handOver, handing, programme, round, delimiter: certificate.delimiter ?? ';' },
    ...{ people: indexPeople(proven.roster), columns, letters },
    calendar: planCalendar(call, { programme, round }, handing, earlier),
    confidential: gatherConfidential(findConfidential(letters, handing, columns), proven, terms.pairs, words),
  };
}

/** What the letters to somebody name that is for HR alone. */
function findConfidential(
  letters: ExportContext['letters'],
  { mailings }: HandOver,
  columns: ExportContext['columns'],
): ReadonlySet<ConfidentialName> {
  const written = mailings.filter(({ recipients }) => recipients.length > 0).map(({ group }) => letters.get(group));
  return new Set(written.flatMap(letter => (letter === undefined ? [] : listConfidential(letter, columns))));
}

function indexPeople({ mentors, mentees }: Roster): ExportContext['people'] {
  return {
    mentor: new Map(mentors.map(person => [person.id, person])),
    mentee: new Map(mentees.map(person => [person.id, person])),
  };
}

/**
 * When the call says that first meetings are; without a time there are none. An invitation needs somebody who invites.
 */
function planCalendar(
  { to, at, minutes = 60, organiser }: HandOverCall,
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
export function findLettersFolder(disk: Disk, config: string | null): string {
  return disk.join(disk.dirname(config ?? ''), LETTERS_FOLDER);
}

/** The letters of a programme; ours for groups for which it has none. */
function readLetters(disk: Disk, folder: string, { letters }: HandOverWords): ReadonlyMap<RecipientGroup, LetterText> {
  return new Map(
    GROUPS.map(group => {
      const file = disk.join(folder, `${group}.txt`);
      return [
        group,
        disk.exists(file)
          ? { file, text: new TextDecoder().decode(disk.readBytes(file)) }
          : { file: null, text: letters[group] },
      ];
    }),
  );
}
