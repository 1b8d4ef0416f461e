import type { Progress, Stage } from '../../domain/progress.ts';

/** Whoever waits for less than this needs no progress. */
const SILENT_MS = 1000;

/** What progress is shown with. */
export interface Screen {
  /** Milliseconds since any moment. */
  readonly now: () => number;
  readonly write: (text: string) => void;
  /** Whether a line can be written over. */
  readonly isTerminal: boolean;
  /** What each stage is called. */
  readonly words: Readonly<Record<Stage, string>>;
}

/**
 * Tells the stages of a run once it takes more than a second: on a terminal in one line, elsewhere in a line
 * each. On a terminal the cursor waits at the start of the line, so that whatever comes next, be it the
 * shell after Ctrl-C, stands there.
 */
export class ProgressDisplay {
  readonly #screen: Screen;
  readonly #start: number;
  readonly #spent = new Map<Stage, number>();
  #stage: Stage | null = null;
  #since = 0;
  #shown = '';

  constructor(screen: Screen) {
    this.#screen = screen;
    this.#start = screen.now();
  }

  readonly watch: Progress = (stage, done = 0, total = 0) => {
    const now = this.#screen.now();
    if (stage !== this.#stage) this.#begin(stage, now);
    if (now - this.#start < SILENT_MS) return;
    const share = this.#screen.isTerminal && total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
    this.#show(`${this.#screen.words[stage]} …${share}`);
  };

  /** Takes the line away; for whoever wants to write something else. */
  clear(): void {
    if (this.#screen.isTerminal && this.#shown !== '') this.#screen.write(`${' '.repeat(this.#shown.length)}\r`);
    this.#shown = '';
  }

  /** Milliseconds of each stage so far, in the order in which they began. */
  getTimings(): Readonly<Record<string, number>> {
    const running = this.#stage === null ? [] : [[this.#stage, this.#measureStage(this.#stage)] as const];
    const spent = new Map([...this.#spent, ...running]);
    return Object.fromEntries([...spent].map(([stage, ms]) => [stage, Math.round(10 * ms) / 10]));
  }

  #begin(stage: Stage, now: number): void {
    if (this.#stage !== null) this.#spent.set(this.#stage, this.#measureStage(this.#stage));
    this.#stage = stage;
    this.#since = now;
    this.#spent.set(stage, this.#spent.get(stage) ?? 0);
  }

  #measureStage(stage: Stage): number {
    return (this.#spent.get(stage) ?? 0) + this.#screen.now() - this.#since;
  }

  #show(text: string): void {
    if (text === this.#shown) return;
    if (this.#screen.isTerminal) this.#screen.write(`${text.padEnd(this.#shown.length)}\r`);
    else this.#screen.write(`${text}\n`);
    this.#shown = text;
  }
}
