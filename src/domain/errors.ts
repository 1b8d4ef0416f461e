import type { Trouble } from './user-error-kinds.ts';

/** Exit codes of the program; PRODUCT-level contract, also printed by `rmentor --help`. */
export const EXIT = { done: 0, gate: 1, input: 2, clash: 3, check: 4, machine: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Trouble with the call or the machine: caught once, in cli.ts, and said there without a stack.
 * Trouble in the user's files is not thrown but collected (see problems.ts).
 */
export class UserError extends Error {
  readonly trouble: Trouble;
  readonly exit: ExitCode;

  constructor(trouble: Trouble, exit: ExitCode = EXIT.input) {
    super(JSON.stringify(trouble));
    this.name = 'UserError';
    this.trouble = trouble;
    this.exit = exit;
  }
}

/** Trouble with us: an invariant of the program does not hold. Never dressed up as the user's fault. */
export class InternalError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InternalError';
  }
}

/** Points are so large that their sums on a level would not be exact. */
export class PointsTooLarge extends Error {
  readonly level: string;

  constructor(level: string) {
    super(`sums on the level ${level} leave the exact integers`);
    this.name = 'PointsTooLarge';
    this.level = level;
  }
}
