/**
 * What other programs import: the same pipeline as the command line, for programs. Nothing is asked, printed or
 * sent; files are read by `readProgramme`, `verify` and `exportRun`, and written by `writeRun`, and by
 * `exportRun` where it is told where to.
 */
export { exportRun } from './export-run.ts';
export { match, writeRun } from './match.ts';
export { readProgramme } from './read-programme.ts';
export type * from './types.ts';
export { verify } from './verify.ts';
