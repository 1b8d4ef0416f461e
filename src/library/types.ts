/**
 * What the library speaks of. Everything is data that can be written as JSON; texts are in
 * the language that was asked for.
 */

/**
 * Where the inputs of a programme are: what the flags of `rmentor match` say. Paths are relative to the current folder.
 */
export interface InputOptions {
  /** The config; `rmentor.config.json` where this is absent and that is there. null: without one. */
  readonly config?: string | null;
  /**
   * Sheets, each in place of the one that the config names: a CSV file or a workbook,
   * `book.xlsx#Sheet` for one sheet of it.
   */
  readonly mentors?: string;
  readonly mentees?: string;
  readonly limits?: string;
  readonly pairs?: string;
  /** The tandems of an earlier run, or its folder. */
  readonly previous?: string;
  readonly history?: readonly string[];
  /** The folder of the run to come. What people decided in a run that stands there counts. */
  readonly out?: string;
  /** Whether approved tandems that cannot stay are let go of, the fewest that make it possible. */
  readonly releaseApproved?: boolean;
  /** What sheets are written in that are not UTF-8, such as `windows-1252`. */
  readonly encoding?: string;
  /** That of problems and files; else the config's, else English. */
  readonly lang?: 'en' | 'de';
}

/** Something about the inputs that is wrong (an error) or doubtful (a warning), with where it is and what to do. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** As the spreadsheet program counts: the header is row 1. null where it is about the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** '' where the sheet has none, here and below. */
  readonly email: string;
  readonly department: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A programme whose inputs have no error. Made by `readProgramme`; a copy of it is none. */
export interface Programme {
  readonly mentors: readonly Person[];
  readonly mentees: readonly Person[];
  /** The folder of the run to come. */
  readonly out: string;
}

/** What `readProgramme` found. */
export type ReadProgramme =
  | { readonly ok: true; readonly programme: Programme; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly programme: null; readonly problems: readonly Problem[] };

/** What `match` may be asked for besides. */
export interface MatchOptions {
  /** How many other mentors to find for each mentee, 9 at most. */
  readonly alternates?: number;
  /** How many tandems of the earlier run may change at most. */
  readonly maxChanges?: number;
  /** Whether the run takes copies of its inputs along, so that it can be verified anywhere. */
  readonly bundle?: boolean;
}

export interface Tandem {
  readonly mentor: Person;
  readonly mentee: Person;
  /** Points: how well the two fit. */
  readonly score: number;
}

/** Somebody without a tandem, and why. */
export interface Unmatched {
  readonly role: 'mentor' | 'mentee';
  readonly person: Person;
  /** A code, such as `mentors-full`. */
  readonly reason: string;
  /** The reason in a sentence. */
  readonly evidence: string;
  /** What would help, where anything would; else ''. */
  readonly cheapestFix: string;
}

/** A part of a whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** The figures of a run: those of summary.json, of which some are named here. */
export interface Summary {
  readonly people: { readonly mentors: number; readonly mentees: number; readonly withdrawn: number };
  readonly slots: number;
  readonly tandems: number;
  readonly menteesWithTandem: number;
  readonly mentorsWithTandem: number;
  /** Mentees with a tandem, of all mentees. */
  readonly coverage: Share;
  readonly crossDepartment: Share;
  readonly crossBorder: Share;
  /** Points; null where there is no tandem. */
  readonly score: {
    readonly total: number;
    readonly least: number;
    readonly median: number;
    readonly mean: number;
  } | null;
  readonly [figure: string]: unknown;
}

/** A run: tandems that are proven best, with all its files. Nothing is written until `writeRun` does. */
export interface Run {
  readonly id: string;
  readonly tandems: readonly Tandem[];
  readonly unmatched: readonly Unmatched[];
  readonly summary: Summary;
  /** What is written, by name: tandems.csv, unmatched.csv, summary.json, certificate.json … */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** How a match ended. */
export type MatchResult =
  | { readonly kind: 'matched'; readonly run: Run; readonly problems: readonly Problem[] }
  /** Demands cannot be met together: `message` names the smallest set of them that clashes. */
  | { readonly kind: 'clash'; readonly message: string; readonly problems: readonly Problem[] }
  /** The inputs have errors that only a match can find. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Where the inputs of a finished run are now, if they are not where it says. */
export type VerifyOptions = Pick<
  InputOptions,
  'config' | 'mentors' | 'mentees' | 'limits' | 'pairs' | 'previous' | 'history' | 'lang'
>;

/** What `verify` found of a run. */
export type VerifyResult =
  /** The tandems are best, and every file says what follows from them. */
  | { readonly kind: 'proven' }
  /** The tandems are best; another version of rmentor made the run, whose words are not judged. */
  | { readonly kind: 'holds'; readonly version: string }
  | { readonly kind: 'refuted'; readonly reason: string }
  /** Another version made the run, and its inputs have changed since: only that version can judge it. */
  | { readonly kind: 'other-version'; readonly version: string };

/** A program that a run is handed over to. */
export type ExportTool =
  | 'mail-merge'
  | 'mailchimp'
  | 'brevo'
  | 'sendgrid'
  | 'listmonk'
  | 'notify'
  | 'chronus'
  | 'eml'
  | 'ics'
  | 'vcard'
  | 'chat'
  | 'json'
  | 'csv';

/** Who may be told: people with a tandem, and people without any. */
export type Audience = 'mentors' | 'mentees' | 'unmatched-mentors' | 'unmatched-mentees';

/** What `exportRun` is asked for: what the flags of `rmentor export` say. */
export interface ExportOptions extends VerifyOptions {
  readonly to: ExportTool;
  /** The folder that the files go to. Without it nothing is written, and nothing is noted. */
  readonly out?: string;
  /** Mentors and mentees with a tandem where nothing is said. */
  readonly audience?: readonly Audience[];
  /** Whether tandems are handed over that are not approved. */
  readonly includeDraft?: boolean;
  /** Only what changed since the run in this folder; true for what was handed over to the same program last. */
  readonly since?: string | true;
  /** Further columns of the sheets, by their headers. */
  readonly with?: readonly string[];
  /** When first meetings are, and how long they are in minutes: 60 where nothing is said. */
  readonly at?: Date;
  readonly minutes?: number;
  /** What this programme and this round are called. */
  readonly programme?: string;
  readonly round?: string;
  /** The address of whoever invites. */
  readonly organiser?: string;
  /** Whether it is noted in handed-over.json that people know of their tandems; it is where nothing is said. */
  readonly record?: boolean;
  /** Whether to write into a folder that holds other things too. */
  readonly force?: boolean;
}

/** The files of a hand-over, and what they tell of whom. */
export interface ExportedRun {
  /** The run that was handed over, and the one since which only changes are told; null where all is. */
  readonly run: string;
  readonly since: string | null;
  readonly tandems: {
    readonly approved: number;
    readonly drafts: number;
    readonly declined: number;
    readonly handedOver: number;
    /** Of the earlier hand-over, those that are none any more. */
    readonly ended: number;
  };
  /**
   * How many people are told by their letter what is otherwise for HR alone: notes on tandems, and why they have none.
   */
  readonly disclosed: { readonly notes: number; readonly reasons: number };
  /**
   * Each file, for whom it is, and how many rows it has; many of one kind are one. null where it
   * is for no group, or has no rows.
   */
  readonly sheets: readonly { readonly name: string; readonly group: string | null; readonly rows: number | null }[];
  /** What is written, by name, HAND-OVER.md included. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Where it was noted that people know of their tandems now; null where it was not. */
  readonly record: string | null;
}

/** How a hand-over ended. */
export type ExportResult =
  | { readonly kind: 'exported'; readonly handOver: ExportedRun; readonly problems: readonly Problem[] }
  /** There is nobody to be told, or nothing new: nothing was written. */
  | { readonly kind: 'nobody'; readonly problems: readonly Problem[] }
  /** The inputs have errors, or hold what the program would cut or refuse: nothing was written. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Trouble with a call or the machine: an Error with the exit code that the command line would end with. */
export interface RmentorError extends Error {
  readonly name: 'RmentorError';
  readonly exit: number;
  /** What to do, where that is known. */
  readonly hint: string | null;
}
