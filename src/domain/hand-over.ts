/** What is handed over of a run to programs that tell people of their tandems. */
import type { NamedPerson, TandemIds } from './decisions.ts';
import type { Mentee, Mentor, Participant, Side } from './roster.ts';
import type { TANDEM_STATUSES } from './run-files.ts';

/** The programs that a run is handed over to, in the order in which they are told. */
export const EXPORT_TOOLS = [
  'mail-merge',
  'mailchimp',
  'brevo',
  'sendgrid',
  'listmonk',
  'notify',
  'chronus',
  'eml',
  'ics',
  'vcard',
  'chat',
  'json',
  'csv',
] as const;
export type ExportTool = (typeof EXPORT_TOOLS)[number];

/** Who may be told: people with a tandem, and people without any. */
export const AUDIENCES = ['mentors', 'mentees', 'unmatched-mentors', 'unmatched-mentees'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Who is told unless the call says otherwise: nobody hears by accident that there is no tandem for them. */
export const USUAL_AUDIENCES: readonly Audience[] = ['mentors', 'mentees'];

/** The people of one letter: an audience, or those whose only tandem ended since an earlier hand-over. */
export const GROUPS = [...AUDIENCES, 'ended-mentors', 'ended-mentees'] as const;
export type RecipientGroup = (typeof GROUPS)[number];

/** On which side the people of a group are. */
export function getGroupSide(group: RecipientGroup): Side {
  return group.endsWith('mentors') ? 'mentor' : 'mentee';
}

/** The file by which a folder is told to hold a hand-over. */
export const HAND_OVER_PAGE = 'HAND-OVER.md';

/**
 * By what a folder is told to hold a hand-over, and every name that one may have
 * written, today or in an earlier version.
 */
export const HAND_OVER_FILES = {
  marker: HAND_OVER_PAGE,
  known: [HAND_OVER_PAGE],
  family:
    /^(?:(?:(?:unmatched-|ended-)?(?:mentors|mentees)(?:-\d{1,6})?\.(?:csv|xlsx|json|ics|vcf|eml))|tandems\.csv|hand-over\.json|kick-offs\.ics|connections\.csv|pairs\.(?:csv|xlsx)|(?:(?:unmatched-|ended-)?(?:mentor|mentee)|tandem|cancel)-\d{1,6}\.(?:eml|ics|vcf))$/u,
} as const;

/** What each sheet of a hand-over is called that is not about a group. */
export const TANDEMS_FILE = 'tandems';

export interface HandedTandem {
  readonly mentor: Mentor;
  readonly mentee: Mentee;
  readonly status: Exclude<(typeof TANDEM_STATUSES)[number], 'declined'>;
}

/** Somebody who is to be told something, once in a group. */
export interface Recipient {
  readonly side: Side;
  readonly person: Participant;
  /** With whom they have a tandem now. */
  readonly partners: readonly Participant[];
  /** With whom they had one at the earlier hand-over, and have none now. */
  readonly former: readonly NamedPerson[];
}

export interface Mailing {
  readonly group: RecipientGroup;
  readonly recipients: readonly Recipient[];
}

/** How many tandems of a run there are of each kind. */
export interface TandemCounts {
  readonly approved: number;
  readonly drafts: number;
  readonly declined: number;
}

/** What of a run is handed over. */
export interface HandOver {
  /** By which the run is told from others. */
  readonly run: string;
  /** Those of which nobody was told at the earlier hand-over; all where there is none. */
  readonly tandems: readonly HandedTandem[];
  /** All that people know of once this is sent. */
  readonly told: readonly TandemIds[];
  /** Tandems of the earlier hand-over that are none any more; empty where there is no earlier one. */
  readonly ended: readonly { readonly mentor: NamedPerson; readonly mentee: NamedPerson }[];
  readonly mailings: readonly Mailing[];
  readonly counts: TandemCounts;
  readonly includesDrafts: boolean;
  /** The run of the earlier hand-over, where only changes are told; else null. */
  readonly since: string | null;
  /** Further columns of the sheets that are handed over. */
  readonly extra: readonly ExtraColumn[];
}

/**
 * A column of the sheets that rmentor has no name for: as it is headed, and by what people's further cells are found.
 */
export interface ExtraColumn {
  readonly header: string;
  readonly key: string;
}

/** The tandems that an earlier hand-over told of. */
export interface EarlierHandOver {
  readonly run: string;
  readonly tandems: readonly TandemIds[];
}

/**
 * A file of a hand-over as it is told: for whom it is, and how many rows it has; null where it
 * is for no group, or has no rows.
 */
export interface ToldFile {
  readonly name: string;
  readonly group: RecipientGroup | null;
  readonly rows: number | null;
}

/**
 * What is for HR alone, and told only where a letter names it: the notes on tandems by their keys, and why
 * people have none by side and id.
 */
export interface ConfidentialFacts {
  readonly notes: ReadonlyMap<string, string>;
  readonly reasons: ReadonlyMap<string, string>;
}

/** How many people are told such facts. */
export type Disclosed = Readonly<Record<keyof ConfidentialFacts, number>>;

/** A hand-over as it is told. */
export interface ToldHandOver {
  readonly tool: ExportTool;
  readonly folder: string;
  readonly isWritten: boolean;
  readonly files: readonly ToldFile[];
  readonly handing: HandOver;
  readonly disclosed: Disclosed;
  /** Where it was noted that people know of their tandems now; null where it was not. */
  readonly record: string | null;
}

/** What was handed over last to a program: of which run, and every tandem that people know of by it. */
export interface HandOverRecord extends EarlierHandOver {
  readonly tool: ExportTool;
  /** The digest of the tandems of that run. */
  readonly digest: string;
}

/** All that handed-over.json says: the last hand-over to each program, and what calendars know. */
export interface HandedOver {
  readonly records: readonly HandOverRecord[];
  readonly events: readonly HandedEvent[];
}

/** The file beside the config that says what was handed over. */
export const HANDED_OVER = 'handed-over.json';

/** When the first meetings are, and what they are known by. */
export interface KickOff {
  /** In milliseconds since 1970, UTC. */
  readonly start: number;
  readonly minutes: number;
  /** What tells this programme from others, and this round from the next. */
  readonly programme: string;
  readonly round: string;
  /** The address of whoever invites; null where nobody is invited. */
  readonly organiser: string | null;
}

/** What was said last of the first meeting of a tandem, by ids. */
export interface HandedEvent extends TandemIds {
  readonly sequence: number;
  /** The digest of when it is; null once it is cancelled. */
  readonly digest: string | null;
}

/** A mail that is to be drafted. */
export interface MailDraft {
  /** The address of the sender; null where the mail program knows it. */
  readonly from: string | null;
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string } | null;
}

/** A letter with placeholders, as its file has it. */
export interface LetterText {
  /** The file; null for one of ours. */
  readonly file: string | null;
  readonly text: string;
}

/**
 * Where what stands in place of a placeholder comes from: the sheets, the notes on tandems, a flag of the call,
 * or nothing that anybody fills in.
 */
export type PlaceholderSource =
  | { readonly kind: 'sheet' | 'note' | 'nowhere' }
  | { readonly kind: 'call'; readonly flag: '--at' | '--programme' | '--round' };

/** The folder beside the config in which a programme has its letters, a file a group. */
export const LETTERS_FOLDER = 'letters';

/** A first meeting, or that there is none any more, with what calendars know it by. */
export interface PlannedEvent extends TandemIds {
  readonly uid: string;
  readonly sequence: number;
}

export interface EventPlan {
  readonly events: readonly PlannedEvent[];
  readonly cancelled: readonly PlannedEvent[];
  /** What is known once this is sent, by mentor and mentee. */
  readonly known: readonly HandedEvent[];
}
