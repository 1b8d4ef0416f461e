import type { Preference, Rule } from '../domain/policy.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';
import { listIn, numberIn, valueIn } from './columns.ts';
import { Numbering } from './numbering.ts';
import type { Persons } from './persons.ts';
import { wished } from './wishes.ts';

/**
 * A rule made ready for a roster: asking about a pair costs a few array look-ups. `holds` is what objective levels count;
 * `bars` keeps a pair apart where the rule is a must; `fit` (thousandths, 0 … 1000) is what points are made of. A pair may
 * neither hold nor be barred: rules that measure have nothing to judge by where a cell is empty.
 */
export interface ReadyRule {
  readonly holds: PairTest;
  readonly bars: PairTest;
  readonly fit: (mentor: number, mentee: number) => number;
}

export type PairTest = (mentor: number, mentee: number) => boolean;

/** Makes a rule ready for a roster. */
export function readyRule(rule: Rule | Preference, roster: Roster, persons: Persons): ReadyRule {
  switch (rule.rule) {
    case 'same':
      return yesOrNo(sameIn(rule.field, roster));
    case 'different':
      return yesOrNo(differentIn(rule.field, roster), sameIn(rule.field, roster));
    case 'overlap':
      return overlap(rule.field, roster);
    case 'at-least-apart':
      return measured(rule.field, roster, (mentor, mentee) => Math.abs(mentor - mentee) >= (rule.by ?? 0));
    case 'at-most-apart':
      return measured(rule.field, roster, (mentor, mentee) => Math.abs(mentor - mentee) <= (rule.by ?? 0));
    case 'below':
      return measured(rule.field, roster, (mentor, mentee) => mentor < mentee);
    case 'above':
      return measured(rule.field, roster, (mentor, mentee) => mentor > mentee);
    case 'outside-reporting-line':
      return yesOrNo(outsideReportingLine(persons));
    case 'wished':
      return wished(roster, persons, 'ranks' in rule ? rule.ranks : null);
    case 'not-vetoed':
      return yesOrNo(notVetoed(roster, persons));
    case 'not-the-same-person':
      return yesOrNo((mentor, mentee) => persons.mentors[mentor] !== persons.mentees[mentee]);
  }
}

/** A rule that fits wholly or not at all. */
function yesOrNo(holds: PairTest, bars: PairTest = (mentor, mentee) => !holds(mentor, mentee)): ReadyRule {
  return { holds, bars, fit: (mentor, mentee) => (holds(mentor, mentee) ? 1000 : 0) };
}

/** The values of a column as small numbers, equal for equal values; `empty` for an empty cell. */
function valuesIn(column: string, { mentors, mentees }: Roster) {
  const numbers = new Numbering();
  const empty = numbers.of('');
  const numberOf = (person: Participant) => numbers.of(valueIn(person, column));
  return { mentors: Int32Array.from(mentors, numberOf), mentees: Int32Array.from(mentees, numberOf), empty };
}

function sameIn(column: string, roster: Roster): PairTest {
  const { mentors, mentees, empty } = valuesIn(column, roster);
  return (mentor, mentee) => mentors[mentor] === mentees[mentee] && mentors[mentor] !== empty;
}

function differentIn(column: string, roster: Roster): PairTest {
  const { mentors, mentees, empty } = valuesIn(column, roster);
  return (mentor, mentee) =>
    mentors[mentor] !== mentees[mentee] && mentors[mentor] !== empty && mentees[mentee] !== empty;
}

/** Compares two numbers of a column; where one is missing, the rule neither holds nor bars. */
function measured(column: string, roster: Roster, test: (mentor: number, mentee: number) => boolean): ReadyRule {
  const mentors = Float64Array.from(roster.mentors, person => numberIn(person, column));
  const mentees = Float64Array.from(roster.mentees, person => numberIn(person, column));
  const known: PairTest = (mentor, mentee) => !Number.isNaN(mentors[mentor]! + mentees[mentee]!);
  const passes: PairTest = (mentor, mentee) => test(mentors[mentor]!, mentees[mentee]!);
  return yesOrNo(
    (mentor, mentee) => known(mentor, mentee) && passes(mentor, mentee),
    (mentor, mentee) => known(mentor, mentee) && !passes(mentor, mentee),
  );
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
    ...yesOrNo((mentor, mentee) => shared(mentor, mentee) > 0),
    fit: (mentor, mentee) => {
      const wanted = menteeParts[mentee]!.length;
      return wanted === 0 ? 0 : Math.round((1000 * shared(mentor, mentee)) / wanted);
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

/** Holds where neither is above the other at any depth and they share no direct manager. */
function outsideReportingLine({ mentors, mentees, above, managers }: Persons): PairTest {
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

/** Holds where neither names the other, or the other's department, among those they must not meet. */
function notVetoed({ mentors, mentees }: Roster, persons: Persons): PairTest {
  const vetoes = (person: Participant) => ({
    persons: new Set(person.notWith.flatMap(name => persons.named(name) ?? [])),
    departments: new Set(person.notWith.map(fold)),
    department: fold(person.department),
  });
  const byMentor = mentors.map(vetoes);
  const byMentee = mentees.map(vetoes);
  return (mentor, mentee) => {
    const a = byMentor[mentor]!;
    const b = byMentee[mentee]!;
    return !(
      a.persons.has(persons.mentees[mentee]!) ||
      b.persons.has(persons.mentors[mentor]!) ||
      a.departments.has(b.department) ||
      b.departments.has(a.department)
    );
  };
}
