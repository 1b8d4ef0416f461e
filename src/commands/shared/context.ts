import type { Progress } from '../../domain/progress.ts';
import type { Terminal } from '../../io/conversation.ts';
import type { Paint } from '../../render/layout/paint.ts';
import type { Words } from '../../render/words/en/index.ts';

/** What a command may do to the world besides files: say things. Results go to `out`, messages to `err`. */
export interface Context {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Commands to GitHub Actions on standard error, as they are: `out` and `err` see to it that no text is one. */
  readonly annotate: (commands: string) => void;
  /**
   * A script of ours on standard output, as it is: nothing of a sheet is in it, and `::` means something to PowerShell.
   */
  readonly outScript: (script: string) => void;
  /** The language of what is said; files have their own. */
  readonly words: Words;
  /** For texts on `out` and on `err`: one may be a terminal and the other a file. */
  readonly outPaint: Paint;
  readonly errPaint: Paint;
  /** How many characters a line holds; null where it is no terminal. */
  readonly outWidth: number | null;
  readonly errWidth: number | null;
  /** GitHub Actions, where it runs us: where the repository stands, and the file that becomes the page of the job. */
  readonly actions: { readonly workspace: string; readonly stepSummary?: string | undefined } | null;
  /** Hears how far a command has come. */
  readonly watch: Progress;
  /** Where a person can be asked; null where there is none. */
  readonly terminal: Terminal | null;
  /** What Excel puts between the cells of a CSV file in the language of this machine. */
  readonly listSeparator: () => ',' | ';';
  /** Name and version, for certificates. */
  readonly program: string;
}
