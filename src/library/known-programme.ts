import type { Problem as FoundProblem } from '../domain/problems.ts';
import type { Participant } from '../domain/roster.ts';
import type { Inputs } from '../folders/inputs.ts';
import type { Programme as ReadInputs } from '../parse/programme.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import { tellProblems } from './trouble.ts';
import type { InputOptions, Person, Problem, Programme } from './types.ts';

/** What is known of a programme besides what it shows. */
export interface KnownProgramme {
  readonly programme: ReadInputs;
  readonly inputs: Omit<Inputs, 'programme'>;
  readonly lang: InputOptions['lang'];
  readonly releaseApproved: boolean;
  /** What its sheets were said to be written in, if anything was. */
  readonly encoding: Pick<InputOptions, 'encoding'>;
}

const KNOWN = new WeakMap<Programme, KnownProgramme>();

export function keepKnown(programme: Programme, known: KnownProgramme): void {
  KNOWN.set(programme, known);
}

/** What was read to make a programme. */
export function getKnown(programme: Programme): KnownProgramme {
  const known = KNOWN.get(programme);
  if (known === undefined) throw new TypeError('the programme was not made by readProgramme');
  return known;
}

export function showPerson({ id, name, email, department, country }: Participant): Person {
  return { id, name, email, department, country };
}

/** Problems in the language that a call asks for, or the files have. */
export async function tellIn(
  problems: readonly FoundProblem[],
  lang: InputOptions['lang'],
  { language }: Pick<Inputs, 'language'>,
): Promise<Problem[]> {
  return tellProblems(problems, await LOAD_WORDS[lang ?? language]());
}
