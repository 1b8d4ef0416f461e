import { countBits } from '../../domain/bits.ts';
import type { Preference, Rule } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import { isList, listParts, measureDistance, readNumber, readText, readValue } from './comparable-values.ts';
import { indexLikenesses } from './likely-same-person.ts';
import { Numbering } from './number-keys.ts';
import type { NamesOf, PairTest, ReadyRule, Shares, Sight } from './ready-rule.ts';
import type { Persons } from './reporting-lines.ts';
import { makeWishedRule } from './wishes.ts';

/** Makes a rule ready for a roster. */
export function prepareRule(rule: Rule | Preference, roster: Roster, persons: Persons): ReadyRule {
  switch (rule.rule) {
    case 'same':
      return makeSameRule(rule.field, roster);
    case 'different':
      return makeDifferentRule(rule.field, roster);
    case 'overlap':
      return makeOverlapRule(rule.field, roster);
    case 'at-least-apart':
      return makeMeasuredRule(
        rule.field,
        roster,
        (mentor, mentee) => measureDistance(rule.field, mentor, mentee) >= (rule.by ?? 0),
      );
    case 'at-most-apart':
      return makeMeasuredRule(
        rule.field,
        roster,
        (mentor, mentee) => measureDistance(rule.field, mentor, mentee) <= (rule.by ?? 0),
      );
    case 'below':
      return makeMeasuredRule(rule.field, roster, (mentor, mentee) => mentor < mentee);
    case 'above':
      return makeMeasuredRule(rule.field, roster, (mentor, mentee) => mentor > mentee);
    case 'outside-reporting-line':
      return makeReportingLineRule(persons);
    case 'wished':
      return makeWishedRule(roster, persons, 'ranks' in rule ? rule.ranks : null);
    case 'not-vetoed':
      return makeVetoRule(roster, persons);
    case 'not-the-same-person':
      return makeSamePersonRule(persons);
    case 'not-alike':
      return makeAlikeRule(roster, persons);
  }
}

/** A rule that fits wholly or not at all. */
function makeYesNoRule(
  sight: Sight,
  holds: PairTest,
  bars: PairTest = (mentor, mentee) => !holds(mentor, mentee),
): ReadyRule {
  return { holds, bars, fit: (mentor, mentee) => (holds(mentor, mentee) ? 1000 : 0), sight };
}

/** The values of a column as small numbers, equal for equal values; `empty` for an empty cell. */
function indexValues(column: string, { mentors, mentees }: Roster) {
  const numbers = new Numbering();
  const empty = numbers.assignNumber('');
  const assignText = makeTextNumbering(numbers);
  const assignValue = (person: Participant) =>
    isList(column) ? numbers.assignNumber(readValue(person, column)) : assignText(readText(person, column));
  return { mentors: Int32Array.from(mentors, assignValue), mentees: Int32Array.from(mentees, assignValue), empty };
}

/** Numbers for texts as they are compared, folded. Most repeat as they are written, and are folded once. */
function makeTextNumbering(numbers: Numbering): (text: string) => number {
  const known = new Map<string, number>();
  return text => {
    const number = known.get(text) ?? numbers.assignNumber(fold(text));
    known.set(text, number);
    return number;
  };
}

function makeSameRule(column: string, roster: Roster): ReadyRule {
  const { mentors, mentees, empty } = indexValues(column, roster);
  return makeYesNoRule(
    makeKeySight(mentors, mentees),
    (mentor, mentee) => mentors[mentor] === mentees[mentee] && mentors[mentor] !== empty,
  );
}

function makeDifferentRule(column: string, roster: Roster): ReadyRule {
  const { mentors, mentees, empty } = indexValues(column, roster);
  const hasValues: PairTest = (mentor, mentee) => mentors[mentor] !== empty && mentees[mentee] !== empty;
  return makeYesNoRule(
    makeKeySight(mentors, mentees),
    (mentor, mentee) => mentors[mentor] !== mentees[mentee] && hasValues(mentor, mentee),
    (mentor, mentee) => mentors[mentor] === mentees[mentee] && hasValues(mentor, mentee),
  );
}

function makeKeySight(mentor: Int32Array, mentee: Int32Array): Sight {
  return { by: 'keys', keys: { mentor, mentee } };
}

/** Compares two numbers of a column; where one is missing, the rule neither holds nor bars. */
function makeMeasuredRule(
  column: string,
  roster: Roster,
  test: (mentor: number, mentee: number) => boolean,
): ReadyRule {
  const mentors = Float64Array.from(roster.mentors, person => readNumber(person, column));
  const mentees = Float64Array.from(roster.mentees, person => readNumber(person, column));
  const numbers = new Numbering();
  const assignKey = (number: number) => numbers.assignNumber(String(number));
  const hasNumbers: PairTest = (mentor, mentee) => !Number.isNaN(mentors[mentor]! + mentees[mentee]!);
  const isPassing: PairTest = (mentor, mentee) => test(mentors[mentor]!, mentees[mentee]!);
  return makeYesNoRule(
    makeKeySight(Int32Array.from(mentors, assignKey), Int32Array.from(mentees, assignKey)),
    (mentor, mentee) => hasNumbers(mentor, mentee) && isPassing(mentor, mentee),
    (mentor, mentee) => hasNumbers(mentor, mentee) && !isPassing(mentor, mentee),
  );
}

/** Holds where the lists share a part; fits by the share of the mentee's list that the mentor covers. */
function makeOverlapRule(column: string, roster: Roster): ReadyRule {
  const parts = new Numbering();
  const lists = new Numbering();
  const assignPart = makeTextNumbering(parts);
  const indexParts = (person: Participant) => [...new Set(listParts(person, column).map(assignPart))];
  const mentorParts = roster.mentors.map(indexParts);
  const menteeParts = roster.mentees.map(indexParts);
  const indexLists = (some: readonly (readonly number[])[]) =>
    Int32Array.from(some, list => lists.assignNumber(list.toSorted((a, b) => a - b).join()));
  const words = Math.ceil(parts.size / 32);
  const mentors = makeBitSets(mentorParts, words);
  const mentees = makeBitSets(menteeParts, words);
  const shared = makeSharedCounter(mentors, mentees, words);
  const wanted = Int32Array.from(menteeParts, parts => parts.length);
  const share = (covered: number, mentee: number) =>
    covered === 0 ? 0 : Math.round((1000 * covered) / wanted[mentee]!);
  const rule = {
    ...makeYesNoRule(
      makeKeySight(indexLists(mentorParts), indexLists(menteeParts)),
      (mentor, mentee) => shared(mentor, mentee) > 0,
    ),
    fit: (mentor: number, mentee: number) => share(shared(mentor, mentee), mentee),
  };
  return words === 1 ? { ...rule, shares: tabulateShares(mentors, mentees, wanted, share) } : rule;
}

function tabulateShares(
  mentor: Int32Array,
  mentee: Int32Array,
  wanted: Int32Array,
  share: (covered: number, mentee: number) => number,
): Shares {
  const answers = new Int32Array(33 * (1 + wanted.reduce((a, b) => Math.max(a, b), 0)));
  wanted.forEach((parts, index) => {
    const most = countBits(mentee[index]!);
    for (let covered = 1; covered <= most; covered++) answers[33 * parts + covered] = 2 * share(covered, index) + 1;
  });
  return { parts: { mentor, mentee }, wanted, answers };
}

/** How many bits two people have in common; most lists fit into one word, which is asked millions of times. */
function makeSharedCounter(
  mentors: Int32Array,
  mentees: Int32Array,
  words: number,
): (mentor: number, mentee: number) => number {
  if (words === 1) return (mentor, mentee) => countBits(mentors[mentor]! & mentees[mentee]!);
  return (mentor, mentee) => {
    let count = 0;
    for (let word = 0; word < words; word++) {
      count += countBits(mentors[mentor * words + word]! & mentees[mentee * words + word]!);
    }
    return count;
  };
}

function makeBitSets(parts: readonly (readonly number[])[], words: number): Int32Array {
  const bits = new Int32Array(parts.length * words);
  parts.forEach((numbers, person) => {
    for (const number of numbers) bits[person * words + (number >>> 5)]! |= 1 << (number & 31);
  });
  return bits;
}

/** Holds where neither is above the other at any depth and they share no direct manager. */
function makeReportingLineRule({ mentors, mentees, above, managers }: Persons): ReadyRule {
  const ABOVE = 0;
  const BELOW = 1;
  const MANAGED = 2;
  const listLineNames = (person: number, own: number, others: number) => {
    const names = [3 * person + own];
    for (const other of above[person]!) names.push(3 * other + others);
    for (const manager of managers[person]!) names.push(3 * manager + MANAGED);
    return names;
  };
  const getPerson = (side: Side, index: number) => (side === 'mentor' ? mentors : mentees)[index]!;
  const sight = makeNameSight(
    (side, index) => listLineNames(getPerson(side, index), BELOW, ABOVE),
    (side, index) => listLineNames(getPerson(side, index), ABOVE, BELOW),
  );
  return makeYesNoRule(sight, (mentor, mentee) => {
    const a = mentors[mentor]!;
    const b = mentees[mentee]!;
    return !above[a]!.includes(b) && !above[b]!.includes(a) && !meet(managers[a]!, managers[b]!);
  });
}

/** The rule holds, except where a name is found. */
function makeNameSight(seeks: NamesOf, bears: NamesOf): Sight {
  return { by: 'names', usually: 'holds', seeks, bears };
}

function meet(some: readonly number[], others: readonly number[]): boolean {
  return some.some(number => others.includes(number));
}

function makeSamePersonRule({ mentors, mentees }: Persons): ReadyRule {
  const listOwnName: NamesOf = (side, index) => [(side === 'mentor' ? mentors : mentees)[index]!];
  return makeYesNoRule(
    makeNameSight(listOwnName, listOwnName),
    (mentor, mentee) => mentors[mentor] !== mentees[mentee],
  );
}

/**
 * Holds unless the two may be one person under two ids and addresses. What they have in
 * common is a name that both bear.
 */
function makeAlikeRule(roster: Roster, persons: Persons): ReadyRule {
  const numbers = indexLikenesses(roster, persons);
  const listLikenesses: NamesOf = (side, index) => numbers[side](index);
  return makeYesNoRule(
    makeNameSight(listLikenesses, listLikenesses),
    (mentor, mentee) => !meet(listLikenesses('mentor', mentor), listLikenesses('mentee', mentee)),
  );
}

const NOBODY: readonly number[] = [];

/** Holds where neither names the other, or the other's department, among those they must not meet. */
function makeVetoRule({ mentors, mentees }: Roster, persons: Persons): ReadyRule {
  const departments = new Numbering();
  const resolveVetoes = ({ notWith, department }: Participant) => ({
    persons: notWith.length === 0 ? NOBODY : [...new Set(notWith.flatMap(name => persons.named(name) ?? []))],
    departments:
      notWith.length === 0 ? NOBODY : [...new Set(notWith.map(name => departments.assignNumber(fold(name))))],
    department: departments.assignNumber(fold(department)),
  });
  const byMentor = mentors.map(resolveVetoes);
  const byMentee = mentees.map(resolveVetoes);
  const listVetoNames = (side: Side, index: number, own: number, vetoed: number) => {
    const person = (side === 'mentor' ? persons.mentors : persons.mentees)[index]!;
    const { persons: others, departments, department } = (side === 'mentor' ? byMentor : byMentee)[index]!;
    const names = [4 * person + own, 4 * department + 1 + own];
    for (const other of others) names.push(4 * other + vetoed);
    for (const other of departments) names.push(4 * other + 1 + vetoed);
    return names;
  };
  const sight = makeNameSight(
    (side, index) => listVetoNames(side, index, 2, 0),
    (side, index) => listVetoNames(side, index, 0, 2),
  );
  return makeYesNoRule(sight, (mentor, mentee) => {
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
