import type { Audience, ExportTool } from '../domain/hand-over.ts';
import type { InputFlags } from './shared/inputs.ts';
import type { TellFlags } from './shared/report.ts';

/** What a call of `export` asks for. */
export interface ExportFlags extends InputFlags, TellFlags {
  readonly to: ExportTool;
  readonly out: string;
  /** The folder of the run. */
  readonly from?: string;
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
  /** Whether only letters to begin with are written. */
  readonly writeLetters?: boolean;
  /** Whether it is noted what was handed over. */
  readonly record?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}
