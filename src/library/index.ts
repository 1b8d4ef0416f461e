/**
 * What other programs import: the same pipeline as the command line, for programs. Nothing is asked, printed or sent; files are
 * read by `readProgramme` and `verify`, and written by `writeRun` alone.
 */
export { match, writeRun } from './match.ts';
export { readProgramme } from './read-programme.ts';
export type * from './types.ts';
export { verify } from './verify.ts';
