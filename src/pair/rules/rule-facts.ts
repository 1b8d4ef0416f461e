import type { Facts, LineKnown } from '../../domain/account.ts';
import type { Policy, Rule } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { getComparison, isAboutNamedColumn, type NamedRuleKind } from '../../domain/rule-table.ts';
import { fold } from '../../domain/text.ts';
import { isList, listParts, readText } from './comparable-values.ts';
import { getPersons, type Persons } from './reporting-lines.ts';
import { rankWishes } from './wishes.ts';

/** Makes a roster ready to be asked what a rule looks at in a pair, in the words of its sheets. */
export function prepareFacts(roster: Roster, policy: Policy): (rule: Rule, mentor: number, mentee: number) => Facts {
  const persons = getPersons(roster);
  const wishes = rankWishes(roster, persons);
  return ({ rule, field }, m, e) => {
    const [mentor, mentee] = [roster.mentors[m]!, roster.mentees[e]!];
    if (isAboutNamedColumn(rule)) return compareCells(rule, [mentor, mentee], field, policy);
    switch (rule) {
      case 'outside-reporting-line':
        return findReportingLine(persons, persons.mentors[m]!, persons.mentees[e]!);
      case 'wished':
        return { kind: 'wishes', ofMentor: wishes.ofMentor(m, e), ofMentee: wishes.ofMentee(m, e) };
      case 'not-vetoed':
        return {
          kind: 'vetoes',
          byMentor: listVetoes(mentor, mentee, persons, persons.mentees[e]!),
          byMentee: listVetoes(mentee, mentor, persons, persons.mentors[m]!),
        };
      case 'not-the-same-person':
        return { kind: 'persons' };
      case 'not-alike':
        return { kind: 'likeness' };
    }
  };
}

function compareCells(
  kind: NamedRuleKind,
  [mentor, mentee]: readonly [Participant, Participant],
  column: string,
  policy: Policy,
): Facts {
  if (getComparison(kind) === 'lists') return findCommonParts(listParts(mentor, column), listParts(mentee, column));
  return { kind: 'values', mentor: formatValue(mentor, column, policy), mentee: formatValue(mentee, column, policy) };
}

/** A value as people write it: a level by its name, a time zone by its distance from UTC. */
export function formatValue(person: Participant, column: string, { levels }: Policy): string {
  if (column === 'level' && person.level !== null) return levels[person.level - 1] ?? String(person.level);
  if (column === 'timezone' && person.offset !== null) return formatZone(person.offset);
  if (isList(column)) return person[column].join(', ');
  return readText(person, column);
}

/** 330 → "UTC+5:30" */
function formatZone(offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `UTC${offset < 0 ? '-' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
}

function findCommonParts(mentor: readonly string[], mentee: readonly string[]): Facts {
  const offered = new Set(mentor.map(fold));
  return { kind: 'lists', mentor, mentee, common: mentee.filter(part => offered.has(fold(part))) };
}

function findReportingLine(persons: Persons, mentor: number, mentee: number): Facts {
  const { above, managers } = persons;
  const first: Side | null = above[mentee]!.includes(mentor)
    ? 'mentor'
    : above[mentor]!.includes(mentee)
      ? 'mentee'
      : null;
  const isShared = managers[mentor]!.some(one => managers[mentee]!.includes(one));
  const known = { mentor: classifyLine(persons, mentor), mentee: classifyLine(persons, mentee) };
  return { kind: 'line', above: first, isShared, known };
}

function classifyLine({ above, inSheets }: Persons, person: number): LineKnown {
  if (above[person]!.length === 0) return 'no-manager';
  return above[person]!.some(one => one >= inSheets) ? 'ends-outside' : 'whole';
}

function listVetoes({ notWith }: Participant, other: Participant, persons: Persons, person: number): readonly string[] {
  return notWith.filter(name => persons.named(name) === person || fold(name) === fold(other.department));
}
