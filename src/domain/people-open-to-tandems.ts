import { indexLimitPaths } from './limit-paths.ts';
import type { Terms } from './policy.ts';
import type { Participant, Roster, Side } from './roster.ts';

/** Some people of each side, ascending. */
export interface PeopleBySide {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
}

/** Everybody who could have a tandem as far as slots and limits of 0 go. */
export function listOpenPeople({ mentors, mentees }: Roster, { limits }: Pick<Terms, 'limits'>): PeopleBySide {
  const paths = indexLimitPaths(limits);
  const listUnclosed = (side: Side, people: readonly Participant[]) =>
    Int32Array.from(people.keys()).filter(index =>
      paths(side, people[index]!.country).every(limit => limits[limit]!.max > 0),
    );
  return {
    mentors: listUnclosed('mentor', mentors).filter(mentor => mentors[mentor]!.capacity > 0),
    mentees: listUnclosed('mentee', mentees),
  };
}
