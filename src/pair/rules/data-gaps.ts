import type { Gaps, Lack, Managers, RuleGap } from '../../domain/data-gaps.ts';
import type { Limit, Rule, Terms } from '../../domain/policy.ts';
import type { Participant, Roster } from '../../domain/roster.ts';
import { getComparison, isAboutNamedColumn } from '../../domain/rule-table.ts';
import { fold } from '../../domain/text.ts';
import { isEmptyIn, isList, listParts, readText, readValue } from './comparable-values.ts';
import { getPersons, type Persons } from './reporting-lines.ts';

/**
 * Finds what the sheets leave open for the rules, preferences and limits. Cost grows
 * with the people, once for each rule.
 */
export function findGaps(roster: Roster, { policy, limits }: Pick<Terms, 'policy' | 'limits'>): Gaps {
  const { mentors, mentees } = roster;
  if (mentors.length === 0 || mentees.length === 0) return { rules: [], limits: [] };
  const persons = getPersons(roster);
  const listGaps = (list: RuleGap['list'], rules: readonly Rule[]) =>
    rules.flatMap(({ name, ...rule }): RuleGap[] => {
      const gap = findGap(rule, roster, persons);
      // That only one side wishes is usual, and takes nothing from a preference.
      const isUsual = list === 'prefer' && rule.rule === 'wished' && gap?.state === 'partial';
      return gap === null || isUsual ? [] : [{ list, rule: name, kind: rule.rule, ...gap }];
    });
  return {
    rules: [...listGaps('must', policy.must), ...listGaps('prefer', policy.prefer)],
    limits: listEmptyLimits(roster, limits),
  };
}

type UnnamedRule = Omit<Rule, 'name'>;

type Gap = Omit<RuleGap, 'list' | 'rule' | 'kind'>;

function findGap(rule: UnnamedRule, roster: Roster, persons: Persons): Gap | null {
  const kind = rule.rule;
  if (isAboutNamedColumn(kind)) return findColumnGap(rule, roster);
  switch (kind) {
    case 'outside-reporting-line':
      return findLineGap(roster, persons);
    case 'wished':
      return findWishGap(roster, persons);
    case 'not-vetoed':
      return findVetoGap(roster, persons);
    case 'not-the-same-person':
      return findIdentityGap(roster);
    case 'not-alike':
      // Everybody has a name.
      return null;
  }
}

type Lacks = Pick<RuleGap, 'mentors' | 'mentees'>;

/** Counts on each side those of whom something is true. */
function countLacks(
  { mentors, mentees }: Roster,
  isLacking: (person: Participant, side: 'mentors' | 'mentees', index: number) => boolean,
): Lacks {
  const countLack = (people: readonly Participant[], side: 'mentors' | 'mentees') => {
    let without = 0;
    for (let index = 0; index < people.length; index++) if (isLacking(people[index]!, side, index)) without++;
    return { without, people: people.length };
  };
  return { mentors: countLack(mentors, 'mentors'), mentees: countLack(mentees, 'mentees') };
}

function isWhole({ without, people }: Lack): boolean {
  return without === people;
}

function isSome({ mentors, mentees }: Lacks): boolean {
  return mentors.without + mentees.without > 0;
}

/** A rule about a column needs it on both sides. */
function findColumnGap(rule: UnnamedRule, roster: Roster): Gap | null {
  const lacks = countLacks(roster, person => isEmptyIn(person, rule));
  const gap = { column: rule.field, ...lacks, managers: null };
  if (isWhole(lacks.mentors) || isWhole(lacks.mentees)) return { state: 'absent', ...gap };
  if (getComparison(rule.rule) !== 'numbers' && !shareValues(rule, roster)) return { state: 'distinct', ...gap };
  return isSome(lacks) ? { state: 'partial', ...gap } : null;
}

/** Whether somebody on one side has a value, or a part of a list, that somebody on the other side has too. */
function shareValues(rule: UnnamedRule, { mentors, mentees }: Roster): boolean {
  const written = new Set<string>();
  for (const mentor of mentors) for (const text of listCompared(mentor, rule)) written.add(text);
  written.delete('');
  const offered = new Set([...written].map(fold));
  return mentees.some(mentee => listCompared(mentee, rule).some(text => offered.has(fold(text))));
}

/** What is compared, as it is written: cells repeat, so that each need be folded once only. */
function listCompared(person: Participant, { rule, field }: UnnamedRule): readonly string[] {
  if (getComparison(rule) === 'lists') return listParts(person, field);
  return [isList(field) ? readValue(person, field) : readText(person, field)];
}

/** Lines are known through either of two people, and as far as managers are in the sheets. */
function findLineGap(roster: Roster, persons: Persons): Gap | null {
  const lacks = countLacks(roster, (_, side, index) => persons.managers[persons[side][index]!]!.length === 0);
  const managers = countManagers(persons);
  const gap = { column: 'manager', ...lacks, managers };
  if (isWhole(lacks.mentors) && isWhole(lacks.mentees)) return { state: 'absent', ...gap };
  return isSome(lacks) || managers.outside > 0 ? { state: 'partial', ...gap } : null;
}

function countManagers({ managers, inSheets }: Persons): Managers {
  const named = new Set<number>();
  for (const theirs of managers) for (const manager of theirs ?? []) named.add(manager);
  let outside = 0;
  for (const manager of named) if (manager >= inSheets) outside++;
  return { named: named.size, outside };
}

/** Not everybody wishes, but there is nothing to go by where nobody wishes for anybody who is here. */
function findWishGap(roster: Roster, persons: Persons): Gap | null {
  const lacks = countLacks(roster, ({ wishes }) => !wishes.some(wish => isHere(wish, persons)));
  if (!isWhole(lacks.mentors) && !isWhole(lacks.mentees)) return null;
  const state = isWhole(lacks.mentors) && isWhole(lacks.mentees) ? 'absent' : 'partial';
  return { state, column: 'wishes', ...lacks, managers: null };
}

function isHere(name: string, { named, inSheets }: Persons): boolean {
  return name !== '' && (named(name) ?? inSheets) < inSheets;
}

/**
 * Not everybody has a veto, but one side may have none at all. One on a department speaks of
 * nobody whose department is not known.
 */
function findVetoGap(roster: Roster, persons: Persons): Gap | null {
  const { mentors, mentees } = roster;
  const vetoing = [...mentors, ...mentees].filter(({ notWith }) => notWith.length > 0);
  const departments = new Set(
    vetoing.length === 0 ? [] : [...mentors, ...mentees].map(({ department }) => fold(department)),
  );
  const isOfDepartment = (name: string) => departments.has(fold(name));
  const hasKnownVeto = ({ notWith }: Participant) =>
    notWith.some(name => isOfDepartment(name) || isHere(name, persons));
  const silent = countLacks(roster, person => person.notWith.length === 0 || !hasKnownVeto(person));
  if (isWhole(silent.mentors) || isWhole(silent.mentees)) {
    const state = isWhole(silent.mentors) && isWhole(silent.mentees) ? 'absent' : 'partial';
    return { state, column: 'not_with', ...silent, managers: null };
  }
  if (!vetoing.some(({ notWith }) => notWith.some(isOfDepartment))) return null;
  const lacks = countLacks(roster, ({ department }) => department === '');
  return isSome(lacks) ? { state: 'partial', column: 'department', ...lacks, managers: null } : null;
}

/** Whether two rows are of one person is seen where both sides have ids of their own, or both have addresses. */
function findIdentityGap(roster: Roster): Gap | null {
  const withoutId = countLacks(roster, ({ id, email }) => id === fold(email));
  const withoutAddress = countLacks(roster, ({ email }) => email === '');
  const areApart = [withoutId, withoutAddress].every(({ mentors, mentees }) => isWhole(mentors) || isWhole(mentees));
  if (areApart) return { state: 'absent', column: 'id', ...withoutId, managers: null };
  // Where nobody has an id, addresses serve.
  const haveIds = !isWhole(withoutId.mentors) || !isWhole(withoutId.mentees);
  if (haveIds && isSome(withoutId)) return { state: 'partial', column: 'id', ...withoutId, managers: null };
  return isSome(withoutAddress) ? { state: 'partial', column: 'email', ...withoutAddress, managers: null } : null;
}

function listEmptyLimits({ mentors, mentees }: Roster, limits: readonly Limit[]): Gaps['limits'] {
  const here = {
    mentor: new Set(mentors.map(({ country }) => country)),
    mentee: new Set(mentees.map(({ country }) => country)),
  };
  return limits
    .filter(({ side, countries }) => !countries.some(country => here[side].has(country)))
    .map(({ place, side }) => ({ place, side }));
}
