import type { Understood } from '../../domain/understood.ts';
import { readProgramme } from '../../parse/programme.ts';
import type { Source } from '../../parse/text/sheet-source.ts';

/** How a sheet would be understood in each role that it could have. */
export function readInEachRole(source: Source): readonly Understood[] {
  const lists = { limits: source, pairs: source, previous: null, history: [source] };
  const people = { mentors: source, mentees: source, areOne: false, encoding: null };
  return readProgramme({}, { config: '', ...people, ...lists }).value.sheets;
}
