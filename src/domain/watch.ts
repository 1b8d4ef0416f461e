/** The stages of a run, for whoever watches it. */
export type Stage = 'read' | 'compile' | 'candidates' | 'solve' | 'price' | 'prove' | 'explain' | 'write';

/** Told that a stage has begun or how far it has come: `done` of `total` steps, where that is known. */
export type Watch = (stage: Stage, done?: number, total?: number) => void;

export const unwatched: Watch = () => {};
