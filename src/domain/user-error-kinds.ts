import type { Role } from './input-roles.ts';
import type { NoFacts } from './problem-facts.ts';
import type { Refutation } from './refutation.ts';

/** Another run of rmentor that is at work: its process, and its host where that is another one. */
export interface RunningWriter {
  readonly pid: number;
  readonly host: string | null;
}

/**
 * What the user has after a folder could not be written: earlier results, put aside or in their place, or nothing new.
 */
export type LeftResults =
  | { readonly kind: 'kept'; readonly path: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'none' };

/** What would make a folder writable. */
export type WayOut = 'check-disk' | 'close-files' | 'free-space' | 'folder-inside' | 'other-folder';

/** What the value of a flag must be. */
export type WantedValue =
  | {
      readonly kind:
        | 'whole-number'
        | 'whole-number-from-0'
        | 'points'
        | 'day'
        | 'time'
        | 'address'
        | 'delimiter'
        | 'column'
        | 'question'
        | 'meaning'
        | 'releasing';
    }
  | { readonly kind: 'choice'; readonly choice: readonly string[] };

interface AboutFile {
  readonly path: string;
}

interface AboutFolder {
  readonly folder: string;
}

/**
 * What there is to know of each trouble with the call or the machine. `-` is standard
 * input; codes are those of the system.
 */
export interface TroubleFacts {
  'not-a-file-name': AboutFile;
  'is-folder': AboutFile;
  'file-missing': AboutFile & AboutFolder & { readonly neighbours: readonly string[] | null };
  'path-of-windows': AboutFile;
  'file-changed': AboutFile;
  'file-too-large': AboutFile & { readonly mebibytes: number };
  'no-permission': AboutFile;
  'file-in-use': AboutFile;
  'file-unreadable': AboutFile & { readonly code: string };
  several: { readonly troubles: readonly Trouble[] };

  /** A code of null: the disk has lost what was written. */
  'folder-unwritable': AboutFolder & {
    readonly code: string | null;
    readonly left: LeftResults;
    readonly wayOut: WayOut;
  };
  'path-is-file': AboutFolder;
  'folder-taken': AboutFolder;
  'folder-is-disk': AboutFolder;
  'folder-is-link': AboutFolder;
  'folder-is-file': AboutFolder;
  'folder-holds-others': AboutFolder & { readonly names: readonly string[] };
  'results-replace-input': AboutFile;
  'result-is-folder': AboutFile;
  'sheet-edited': AboutFile;
  'decisions-changed': AboutFile;
  'taken-over': AboutFolder & { readonly by: RunningWriter | null };
  'folder-busy': AboutFolder & { readonly by: RunningWriter; readonly lock: string };
  'in-the-way': AboutFile;
  /** Another history than would be written now. */
  'history-there': AboutFile;
  /** A file that the run was made from, which nothing replaces. */
  'history-is-input': AboutFile;
  'name-taken': AboutFile & { readonly flag: string; readonly isFolder: boolean };
  'file-unwritable': AboutFile & { readonly flag: string; readonly code: string; readonly isInUse: boolean };
  'output-lost': { readonly code: string };
  'answers-ended': NoFacts;

  'unknown-command': { readonly name: string; readonly near: string | null };
  'unknown-flag': { readonly flag: string; readonly command: string; readonly near: string | null };
  /** The name of the value: file. In a usage, names are in angle brackets. */
  'flag-without-value': { readonly flag: string; readonly value: string };
  'flag-missing': { readonly flag: string; readonly value: string };
  'argument-missing': { readonly argument: string; readonly usage: string };
  'too-many-arguments': { readonly command: string; readonly expected: number; readonly given: number };
  'wrong-value': { readonly flag: string; readonly value: string; readonly wanted: WantedValue };
  'above-most': { readonly flag: string; readonly value: number; readonly most: number };
  'not-a-gate': { readonly text: string; readonly figures: readonly string[] };
  'unknown-encoding': { readonly encoding: string };
  'sheets-missing': { readonly roles: readonly Role[]; readonly config: string };
  'out-missing': NoFacts;
  'run-missing': NoFacts;
  'fresh-and-previous': { readonly previous: string };
  'no-changes-to-weigh': { readonly flag: string; readonly hasEarlier: boolean };
  'more-changes-needed': { readonly fewest: number; readonly most: number };
  'too-many-people': NoFacts;
  /** An answer for one person, in a call that names others too. */
  'answered-alone': NoFacts;
  'nobody-new': AboutFolder;
  /** `drafts` tandems are waiting for a decision, `declined` were declined. */
  'nothing-approved': AboutFolder & { readonly drafts: number; readonly declined: number };
  /** A record of what was handed over that cannot be read as one. */
  'record-broken': AboutFile;
  /** Nothing was handed over yet to that program, so that nothing can have changed since. */
  'nothing-handed-over': AboutFile & { readonly tool: string };
  /** A column that the call wants in an export and that no sheet has. */
  'no-such-column': { readonly name: string; readonly near: string | null; readonly columns: readonly string[] };
  'has-withdrawn': { readonly name: string };
  'unknown-code': { readonly code: string; readonly known: readonly string[] };
  'inputs-moved': { readonly trouble: Trouble };
  'inputs-changed': { readonly why: Refutation };
  'run-does-not-hold': AboutFolder & { readonly why: Refutation };
  /** A reason of null: this version does not know the form of its certificate. */
  'made-by-other-version': AboutFolder & { readonly version: string; readonly why: Refutation | null };
  'read-from-standard-input': { readonly roles: readonly Role[] };
  /** A key file that is not there, and was not asked to be made. */
  'key-missing': AboutFile;
  /** A key file that was asked to be made, and is there. */
  'key-there': AboutFile;
  'key-weak': AboutFile;
  /** A key file in a folder that is handed on, or that holds results. */
  'key-inside': AboutFile & AboutFolder;
  /** What is handed on, in the folder of a run. */
  'shared-into-run': AboutFolder;
  'config-there': AboutFile;
  'workbook-there': AboutFile;
  'standard-input-in-config': { readonly flag: string };
}

export type TroubleKind = keyof TroubleFacts;

/** Trouble with the call or the machine. Its sentences are made in `render/words/`. */
export type Trouble<Kind extends TroubleKind = TroubleKind> = {
  readonly [K in Kind]: { readonly kind: K } & TroubleFacts[K];
}[Kind];
