import { bitCount } from '../../domain/bits.ts';
import type { Preference, Rule } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import { likenessNumbers } from './alike-people.ts';
import { distanceIn, listIn, numberIn, valueIn } from './column-values.ts';
import { Numbering } from './numbering.ts';
import type { Persons } from './persons.ts';
import type { NamesOf, PairTest, ReadyRule, Shares, Sight } from './ready-rule.ts';
import { wished } from './wishes.ts';

/** Makes a rule ready for a roster. */
export function readyRule(rule: Rule | Preference, roster: Roster, persons: Persons): ReadyRule {
  switch (rule.rule) {
    case 'same':
      return sameIn(rule.field, roster);
    case 'different':
      return differentIn(rule.field, roster);
    case 'overlap':
      return overlap(rule.field, roster);
    case 'at-least-apart':
      return measured(rule.field, roster, (mentor, mentee) => distanceIn(rule.field, mentor, mentee) >= (rule.by ?? 0));
    case 'at-most-apart':
      return measured(rule.field, roster, (mentor, mentee) => distanceIn(rule.field, mentor, mentee) <= (rule.by ?? 0));
    case 'below':
      return measured(rule.field, roster, (mentor, mentee) => mentor < mentee);
    case 'above':
      return measured(rule.field, roster, (mentor, mentee) => mentor > mentee);
    case 'outside-reporting-line':
      return outsideReportingLine(persons);
    case 'wished':
      return wished(roster, persons, 'ranks' in rule ? rule.ranks : null);
    case 'not-vetoed':
      return notVetoed(roster, persons);
    case 'not-the-same-person':
      return notTheSamePerson(persons);
    case 'not-alike':
      return notAlike(roster, persons);
  }
}

/** A rule that fits wholly or not at all. */
function yesOrNo(
  sight: Sight,
  holds: PairTest,
  bars: PairTest = (mentor, mentee) => !holds(mentor, mentee),
): ReadyRule {
  return { holds, bars, fit: (mentor, mentee) => (holds(mentor, mentee) ? 1000 : 0), sight };
}

/** The values of a column as small numbers, equal for equal values; `empty` for an empty cell. */
function valuesIn(column: string, { mentors, mentees }: Roster) {
  const numbers = new Numbering();
  const empty = numbers.of('');
  const numberOf = (person: Participant) => numbers.of(valueIn(person, column));
  return { mentors: Int32Array.from(mentors, numberOf), mentees: Int32Array.from(mentees, numberOf), empty };
}

function sameIn(column: string, roster: Roster): ReadyRule {
  const { mentors, mentees, empty } = valuesIn(column, roster);
  return yesOrNo(
    byKeys(mentors, mentees),
    (mentor, mentee) => mentors[mentor] === mentees[mentee] && mentors[mentor] !== empty,
  );
}

function differentIn(column: string, roster: Roster): ReadyRule {
  const { mentors, mentees, empty } = valuesIn(column, roster);
  const known: PairTest = (mentor, mentee) => mentors[mentor] !== empty && mentees[mentee] !== empty;
  return yesOrNo(
    byKeys(mentors, mentees),
    (mentor, mentee) => mentors[mentor] !== mentees[mentee] && known(mentor, mentee),
    (mentor, mentee) => mentors[mentor] === mentees[mentee] && known(mentor, mentee),
  );
}

function byKeys(mentor: Int32Array, mentee: Int32Array): Sight {
  return { by: 'keys', keys: { mentor, mentee } };
}

/** Compares two numbers of a column; where one is missing, the rule neither holds nor bars. */
function measured(column: string, roster: Roster, test: (mentor: number, mentee: number) => boolean): ReadyRule {
  const mentors = Float64Array.from(roster.mentors, person => numberIn(person, column));
  const mentees = Float64Array.from(roster.mentees, person => numberIn(person, column));
  const numbers = new Numbering();
  const keyOf = (number: number) => numbers.of(String(number));
  const known: PairTest = (mentor, mentee) => !Number.isNaN(mentors[mentor]! + mentees[mentee]!);
  const passes: PairTest = (mentor, mentee) => test(mentors[mentor]!, mentees[mentee]!);
  return yesOrNo(
    byKeys(Int32Array.from(mentors, keyOf), Int32Array.from(mentees, keyOf)),
    (mentor, mentee) => known(mentor, mentee) && passes(mentor, mentee),
    (mentor, mentee) => known(mentor, mentee) && !passes(mentor, mentee),
  );
}

/** Holds where the lists share a part; fits by the share of the mentee's list that the mentor covers. */
function overlap(column: string, roster: Roster): ReadyRule {
  const parts = new Numbering();
  const lists = new Numbering();
  const numbered = (person: Participant) => listIn(person, column).map(part => parts.of(part));
  const mentorParts = roster.mentors.map(numbered);
  const menteeParts = roster.mentees.map(numbered);
  const keys = (some: readonly (readonly number[])[]) =>
    Int32Array.from(some, list => lists.of(list.toSorted((a, b) => a - b).join()));
  const words = Math.ceil(parts.size / 32);
  const mentors = bitSets(mentorParts, words);
  const mentees = bitSets(menteeParts, words);
  const shared = sharedBits(mentors, mentees, words);
  const wanted = Int32Array.from(menteeParts, parts => parts.length);
  const share = (covered: number, mentee: number) =>
    covered === 0 ? 0 : Math.round((1000 * covered) / wanted[mentee]!);
  const rule = {
    ...yesOrNo(byKeys(keys(mentorParts), keys(menteeParts)), (mentor, mentee) => shared(mentor, mentee) > 0),
    fit: (mentor: number, mentee: number) => share(shared(mentor, mentee), mentee),
  };
  return words === 1 ? { ...rule, shares: sharesOf(mentors, mentees, wanted, share) } : rule;
}

function sharesOf(
  mentor: Int32Array,
  mentee: Int32Array,
  wanted: Int32Array,
  share: (covered: number, mentee: number) => number,
): Shares {
  const answers = new Int32Array(33 * (1 + wanted.reduce((a, b) => Math.max(a, b), 0)));
  wanted.forEach((parts, index) => {
    const most = bitCount(mentee[index]!);
    for (let covered = 1; covered <= most; covered++) answers[33 * parts + covered] = 2 * share(covered, index) + 1;
  });
  return { parts: { mentor, mentee }, wanted, answers };
}

/** How many bits two people have in common; most lists fit into one word, which is asked millions of times. */
function sharedBits(
  mentors: Int32Array,
  mentees: Int32Array,
  words: number,
): (mentor: number, mentee: number) => number {
  if (words === 1) return (mentor, mentee) => bitCount(mentors[mentor]! & mentees[mentee]!);
  return (mentor, mentee) => {
    let count = 0;
    for (let word = 0; word < words; word++) {
      count += bitCount(mentors[mentor * words + word]! & mentees[mentee * words + word]!);
    }
    return count;
  };
}

function bitSets(parts: readonly (readonly number[])[], words: number): Int32Array {
  const bits = new Int32Array(parts.length * words);
  parts.forEach((numbers, person) => {
    for (const number of numbers) bits[person * words + (number >>> 5)]! |= 1 << (number & 31);
  });
  return bits;
}

/** Holds where neither is above the other at any depth and they share no direct manager. */
function outsideReportingLine({ mentors, mentees, above, managers }: Persons): ReadyRule {
  const ABOVE = 0;
  const BELOW = 1;
  const MANAGED = 2;
  const namesOf = (person: number, own: number, others: number) => {
    const names = [3 * person + own];
    for (const other of above[person]!) names.push(3 * other + others);
    for (const manager of managers[person]!) names.push(3 * manager + MANAGED);
    return names;
  };
  const personAt = (side: Side, index: number) => (side === 'mentor' ? mentors : mentees)[index]!;
  const sight = byNames(
    (side, index) => namesOf(personAt(side, index), BELOW, ABOVE),
    (side, index) => namesOf(personAt(side, index), ABOVE, BELOW),
  );
  return yesOrNo(sight, (mentor, mentee) => {
    const a = mentors[mentor]!;
    const b = mentees[mentee]!;
    return !above[a]!.includes(b) && !above[b]!.includes(a) && !meet(managers[a]!, managers[b]!);
  });
}

/** The rule holds, except where a name is found. */
function byNames(seeks: NamesOf, bears: NamesOf): Sight {
  return { by: 'names', usually: 'holds', seeks, bears };
}

function meet(some: readonly number[], others: readonly number[]): boolean {
  return some.some(number => others.includes(number));
}

function notTheSamePerson({ mentors, mentees }: Persons): ReadyRule {
  const names: NamesOf = (side, index) => [(side === 'mentor' ? mentors : mentees)[index]!];
  return yesOrNo(byNames(names, names), (mentor, mentee) => mentors[mentor] !== mentees[mentee]);
}

/** Holds unless the two may be one person under two ids and addresses. What they have in common is a name that both bear. */
function notAlike(roster: Roster, persons: Persons): ReadyRule {
  const numbers = likenessNumbers(roster, persons);
  const names: NamesOf = (side, index) => numbers[side](index);
  return yesOrNo(byNames(names, names), (mentor, mentee) => !meet(names('mentor', mentor), names('mentee', mentee)));
}

const NOBODY: readonly number[] = [];

/** Holds where neither names the other, or the other's department, among those they must not meet. */
function notVetoed({ mentors, mentees }: Roster, persons: Persons): ReadyRule {
  const departments = new Numbering();
  const vetoes = ({ notWith, department }: Participant) => ({
    persons: notWith.length === 0 ? NOBODY : [...new Set(notWith.flatMap(name => persons.named(name) ?? []))],
    departments: notWith.length === 0 ? NOBODY : [...new Set(notWith.map(name => departments.of(fold(name))))],
    department: departments.of(fold(department)),
  });
  const byMentor = mentors.map(vetoes);
  const byMentee = mentees.map(vetoes);
  const namesOf = (side: Side, index: number, own: number, vetoed: number) => {
    const person = (side === 'mentor' ? persons.mentors : persons.mentees)[index]!;
    const { persons: others, departments, department } = (side === 'mentor' ? byMentor : byMentee)[index]!;
    const names = [4 * person + own, 4 * department + 1 + own];
    for (const other of others) names.push(4 * other + vetoed);
    for (const other of departments) names.push(4 * other + 1 + vetoed);
    return names;
  };
  const sight = byNames(
    (side, index) => namesOf(side, index, 2, 0),
    (side, index) => namesOf(side, index, 0, 2),
  );
  return yesOrNo(sight, (mentor, mentee) => {
    const a = byMentor[mentor]!;
    const b = byMentee[mentee]!;
    return !(
      a.persons.includes(persons.mentees[mentee]!) ||
      b.persons.includes(persons.mentors[mentor]!) ||
      a.departments.includes(b.department) ||
      b.departments.includes(a.department)
    );
  });
}
