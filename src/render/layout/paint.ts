/** Marks up parts of a text for a terminal, or leaves them as they are. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

const leaveAsIs = (text: string) => text;

/** No colours, as in files. */
export const UNPAINTED: Paint = { bold: leaveAsIs, dim: leaveAsIs, good: leaveAsIs, bad: leaveAsIs, warn: leaveAsIs };
