import type { Rule } from '../domain/policy.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { listIn, valueIn } from './columns.ts';
import { Numbering } from './numbering.ts';
import type { Persons } from './persons.ts';

/**
 * A rule made ready for a roster: asking about a pair costs a few array look-ups.
 * `holds` is what counts for `must` and for objective levels; `fit` (thousandths, 0 … 1000) is what points are made of.
 */
export interface ReadyRule {
  readonly holds: (mentor: number, mentee: number) => boolean;
  readonly fit: (mentor: number, mentee: number) => number;
}

/** Makes a rule ready for a roster. */
export function readyRule(rule: Rule, roster: Roster, persons: Persons): ReadyRule {
  switch (rule.rule) {
    case 'same':
      return allOrNothing(sameIn(rule.field, roster));
    case 'different':
      return allOrNothing(not(sameIn(rule.field, roster)));
    case 'overlap':
      return overlap(rule.field, roster);
    case 'below':
      return allOrNothing(below(roster));
    case 'outside-reporting-line':
      return allOrNothing(outsideReportingLine(persons));
    case 'not-the-same-person':
      return allOrNothing((mentor, mentee) => persons.mentors[mentor] !== persons.mentees[mentee]);
  }
}

function allOrNothing(holds: ReadyRule['holds']): ReadyRule {
  return { holds, fit: (mentor, mentee) => (holds(mentor, mentee) ? 1000 : 0) };
}

function not(holds: ReadyRule['holds']): ReadyRule['holds'] {
  return (mentor, mentee) => !holds(mentor, mentee);
}

/** Whether two people have the same value in a column; an empty cell is the same as nothing. */
function sameIn(column: string, roster: Roster): ReadyRule['holds'] {
  const numbers = new Numbering();
  const empty = numbers.of('');
  const numberOf = (person: Participant) => numbers.of(valueIn(person, column));
  const mentors = Int32Array.from(roster.mentors, numberOf);
  const mentees = Int32Array.from(roster.mentees, numberOf);
  return (mentor, mentee) => mentors[mentor] === mentees[mentee] && mentors[mentor] !== empty;
}

/** Holds where the lists share a part; fits by the share of the mentee's list that the mentor covers. */
function overlap(column: string, roster: Roster): ReadyRule {
  const numbers = new Numbering();
  const numbered = (person: Participant) => listIn(person, column).map(part => numbers.of(part));
  const mentorParts = roster.mentors.map(numbered);
  const menteeParts = roster.mentees.map(numbered);
  const words = Math.ceil(numbers.size / 32);
  const mentors = bitSets(mentorParts, words);
  const mentees = bitSets(menteeParts, words);
  const shared = (mentor: number, mentee: number) => {
    let count = 0;
    for (let word = 0; word < words; word++) {
      count += bitCount(mentors[mentor * words + word]! & mentees[mentee * words + word]!);
    }
    return count;
  };
  return {
    holds: (mentor, mentee) => shared(mentor, mentee) > 0,
    fit: (mentor, mentee) => {
      const wished = menteeParts[mentee]!.length;
      return wished === 0 ? 0 : Math.round((1000 * shared(mentor, mentee)) / wished);
    },
  };
}

function bitSets(parts: readonly (readonly number[])[], words: number): Int32Array {
  const bits = new Int32Array(parts.length * words);
  parts.forEach((numbers, person) => {
    for (const number of numbers) bits[person * words + (number >>> 5)]! |= 1 << (number & 31);
  });
  return bits;
}

/** The set bits of 32. Warren, Hacker's Delight (2nd ed., 2012), fig. 5-2. */
function bitCount(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Holds where the mentor's level is below the mentee's, and where either has none: a rule needs something to judge by. */
function below(roster: Roster): ReadyRule['holds'] {
  const mentors = Float64Array.from(roster.mentors, person => person.level ?? Number.NaN);
  const mentees = Float64Array.from(roster.mentees, person => person.level ?? Number.NaN);
  return (mentor, mentee) => !(mentors[mentor]! >= mentees[mentee]!);
}

/** Holds where neither is above the other at any depth and they share no direct manager. */
function outsideReportingLine({ mentors, mentees, above, managers }: Persons): ReadyRule['holds'] {
  return (mentor, mentee) => {
    const a = mentors[mentor]!;
    const b = mentees[mentee]!;
    return !above[a]!.has(b) && !above[b]!.has(a) && !meet(managers[a]!, managers[b]!);
  };
}

function meet(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  for (const number of some) if (others.has(number)) return true;
  return false;
}
