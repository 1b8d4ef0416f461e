import type { HandOverCall } from '../folders/hand-over-context.ts';
import type { InputFlags } from './shared/inputs.ts';
import type { TellFlags } from './shared/report.ts';

/** What a call of `export` asks for. */
export interface ExportFlags extends HandOverCall, InputFlags, TellFlags {
  /** The folder of the run. */
  readonly from?: string;
  /** Whether only letters to begin with are written. */
  readonly writeLetters?: boolean;
  /** Whether it is noted what was handed over. */
  readonly record?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}
