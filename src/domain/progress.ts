/** The stages of a run, in the order in which they come. */
export type Stage = 'read' | 'compile' | 'candidates' | 'solve' | 'price' | 'prove' | 'explain' | 'weigh' | 'write';

/** Hears that a stage begins or goes on; `done` of `total` is how far it has come, where that is known. */
export type Progress = (stage: Stage, done?: number, total?: number) => void;

/** For whom nobody watches. */
export const ignoreProgress: Progress = () => {};
