import { isOwnWord } from '../domain/bars.ts';
import type { Releasing } from '../domain/decisions.ts';
import { findDemander, isApproval } from '../domain/demands.ts';
import { MOST } from '../domain/input-bounds.ts';
import { getOtherSide } from '../domain/pair-keys.ts';
import { mustMeet, type Policy, type Terms } from '../domain/policy.ts';
import {
  alikePeople,
  approvedAndDeclined,
  approvedBarred,
  continuedBarred,
  lockAgainstRule,
  managerCircle,
  managersTooHigh,
  noNumber,
  type Parsed,
  type Problem,
  releasedTandem,
  sharedId,
  tooManyPriorities,
  unmetWish,
} from '../domain/problems.ts';
import type { Participant, Roster, Side } from '../domain/roster.ts';
import { getComparison } from '../domain/rule-table.ts';
import { fold } from '../domain/text.ts';
import { makePairing } from './pairing.ts';
import { listAlikePairs } from './rules/likely-same-person.ts';
import { getPersons, measureDepths, type Persons } from './rules/reporting-lines.ts';

/** The files that rows are rows of. */
export interface SheetFiles {
  readonly mentors: string;
  readonly mentees: string;
  readonly pairs: string;
}

/** Problems that show only once people, rules and pairs are put together, and the terms with locks settled. */
export function settleTerms(
  roster: Roster,
  terms: Terms,
  files: SheetFiles,
  allowOverride: boolean,
  releasing: Releasing = 'none',
): Parsed<Terms> {
  const persons = getPersons(roster);
  const depths = measureDepths(persons.managers);
  const tooHigh = checkManagerDepth(roster, persons, depths, files);
  if (tooHigh !== null) return { value: terms, problems: [tooHigh] };
  const locks = settleLocks(roster, terms, files.pairs, allowOverride);
  const approvals = settleApprovals(roster, locks.value, releasing);
  const continued = checkContinued(roster, approvals.value);
  const problems = [
    ...checkPriorities(roster, files),
    ...checkSharedIds(roster, persons, files),
    ...checkAlikePeople(roster, terms.policy, persons, files),
    ...(hasCircle(persons, depths) ? reportManagerCircles(roster, persons, files) : []),
    ...checkWishes(roster, persons, files),
    ...checkNumbers(roster, terms.policy, files),
    ...locks.problems,
    ...approvals.problems,
    ...continued,
  ];
  return { value: approvals.value, problems };
}

/**
 * Only a lock that breaks rules, with a reason and by permission, overrides them; but nobody's own word, where somebody
 * declined the other. A pair that is locked is not banned.
 */
function settleLocks(roster: Roster, terms: Terms, file: string, allowOverride: boolean): Parsed<Terms> {
  if (!terms.pairs.some(({ locked }) => locked)) return { value: terms, problems: [] };
  const { broken } = makePairing(roster, terms);
  const problems: Problem[] = [];
  const pairs = terms.pairs.map(note => {
    const { mentor, mentee, row, locked, override } = note;
    const rules = locked ? broken(mentor, mentee) : [];
    if (rules.length === 0) return { ...note, override: '' };
    const names = [roster.mentors[mentor]!.name, roster.mentees[mentee]!.name] as const;
    const isDeclined = rules.some(isOwnWord);
    const lacks = isDeclined ? 'word' : override === '' ? 'reason' : 'flag';
    if (isDeclined || override === '' || !allowOverride)
      problems.push(lockAgainstRule({ file, row }, names, rules, lacks));
    return note;
  });
  return { value: { ...terms, pairs }, problems };
}

/**
 * Tells of approved tandems that a rule, or a decline, has come between; or lets go of them where that is asked for.
 */
function settleApprovals(roster: Roster, terms: Terms, releasing: Releasing): Parsed<Terms> {
  if (!terms.pairs.some(({ approved }) => approved)) return { value: terms, problems: [] };
  const { broken } = makePairing(roster, terms);
  const problems: Problem[] = [];
  const pairs = terms.pairs.map(note => {
    // What pairs.csv locks against a rule is told there, or may break it; what continues is told below.
    const bars = isApproval(note) ? broken(note.mentor, note.mentee) : [];
    if (bars.length === 0) return note;
    const names = [roster.mentors[note.mentor]!.name, roster.mentees[note.mentee]!.name] as const;
    const location = { file: '', ...note.decided, column: 'status', value: 'approved' };
    if (releasing === 'all') problems.push(releasedTandem(location, names, { kind: 'barred', bars }));
    else if (note.declined) problems.push(approvedAndDeclined(location, names));
    else problems.push(approvedBarred(location, names, bars));
    return releasing === 'all' ? { ...note, approved: false } : note;
  });
  return { value: { ...terms, pairs }, problems };
}

/** Tells of tandems that are to continue although a rule, or a later word, has come between. */
function checkContinued(roster: Roster, terms: Terms): Problem[] {
  const asked = terms.pairs.filter(note => mustMeet(note) && findDemander(note) === 'continues');
  if (asked.length === 0) return [];
  const { broken } = makePairing(roster, terms);
  return asked.flatMap(({ mentor, mentee, decided }) => {
    const bars = broken(mentor, mentee);
    if (bars.length === 0) return [];
    const names = [roster.mentors[mentor]!.name, roster.mentees[mentee]!.name] as const;
    return [continuedBarred({ file: '', ...decided, column: 'next_round' }, names, bars)];
  });
}

interface Listed {
  readonly person: Participant;
  readonly file: string;
  readonly side: Side;
}

/** Everybody who is meant, with the file they are in. */
function listPeople(roster: Roster, files: SheetFiles, isMeant: (person: Participant) => boolean): Listed[] {
  return [
    ...roster.mentors.filter(isMeant).map(person => ({ person, file: files.mentors, side: 'mentor' }) as const),
    ...roster.mentees.filter(isMeant).map(person => ({ person, file: files.mentees, side: 'mentee' }) as const),
  ];
}

/** Each priority is a level of the objective, with gains and prices of its own. */
const MOST_PRIORITIES = 300;

function checkPriorities({ mentees }: Roster, { mentees: file }: SheetFiles): Problem[] {
  const found = new Set(mentees.map(({ priority }) => priority)).size;
  return found > MOST_PRIORITIES ? [tooManyPriorities({ file, column: 'priority' }, found, MOST_PRIORITIES)] : [];
}

/** People of the two sheets with one id who share neither name nor address: sheets that both count from 1. */
function checkSharedIds({ mentors, mentees }: Roster, persons: Persons, files: SheetFiles): Problem[] {
  const isMentor = new Uint8Array(persons.end);
  for (const number of persons.mentors) isMentor[number] = 1;
  const inBoth = mentees.filter((_, mentee) => isMentor[persons.mentees[mentee]!]);
  if (inBoth.length === 0) return [];
  const byId = new Map(mentors.map(mentor => [mentor.id, mentor]));
  return inBoth.flatMap(({ id, name, email, row }) => {
    const mentor = byId.get(id);
    const isOther = mentor !== undefined && fold(mentor.name) !== fold(name) && fold(mentor.email) !== fold(email);
    return isOther ? [sharedId({ file: files.mentees, row, column: 'id', value: id }, id, mentor.name)] : [];
  });
}

/**
 * People of the two sheets who may be one under two ids and addresses. Of many, as in a
 * large company, one is told for all.
 */
function checkAlikePeople(roster: Roster, { must }: Policy, persons: Persons, files: SheetFiles): Problem[] {
  if (!must.some(({ rule }) => rule === 'not-alike')) return [];
  const { first, count } = listAlikePairs(roster, persons, MOST_TOLD);
  const told =
    count > MOST_TOLD ? first.slice(0, 1) : first.toSorted((a, b) => a.mentee - b.mentee || a.mentor - b.mentor);
  return told.map(pair => {
    const [mentor, mentee] = [roster.mentors[pair.mentor]!, roster.mentees[pair.mentee]!];
    const location = { file: files.mentees, row: mentee.row, column: 'name', value: mentee.name };
    const other = `${mentor.id} (${mentor.name})`;
    return alikePeople(location, mentee.name, other, [mentor.id, mentee.id], told.length < count ? count : 1);
  });
}

/** More would hide what else is told. */
const MOST_TOLD = 20;

/** Wishes for people of the own side: whoever is asked for can never be the partner. */
function checkWishes(roster: Roster, persons: Persons, files: SheetFiles): Problem[] {
  const wishing = listPeople(roster, files, ({ wishes }) => wishes.length > 0);
  if (wishing.length === 0) return [];
  const isUnmet = makeUnmetTest(roster, persons);
  return wishing.flatMap(({ person: { row, wishes }, file, side }) =>
    wishes.flatMap((wish, index) => {
      const location = { file, row, column: `wish_${index + 1}`, value: wish };
      return isUnmet(wish, side) ? [unmetWish(location, wish, getOtherSide(side))] : [];
    }),
  );
}

/** Whether a text names somebody whom nobody of a side can meet: who is in no sheet but the side's own. */
function makeUnmetTest({ withdrawn }: Roster, persons: Persons): (text: string, side: Side) => boolean {
  const { named, mentors, mentees, inSheets } = persons;
  const gone = withdrawn.map(({ person }) => named(person.id));
  const others = { mentor: new Set([...mentees, ...gone]), mentee: new Set([...mentors, ...gone]) };
  return (text, side) => {
    const person = named(text);
    return person !== undefined && person < inSheets && !others[side].has(person);
  };
}

/** Cells that are no numbers in columns that rules measure. */
function checkNumbers(roster: Roster, { must, prefer }: Policy, files: SheetFiles): Problem[] {
  const measuring = [...must, ...prefer].filter(({ rule }) => getComparison(rule) === 'numbers');
  const rules = new Map(measuring.toReversed().map(rule => [rule.field, rule]));
  return [...rules.values()].toReversed().flatMap(({ name, field }) => {
    const readCell = ({ extra }: Participant) => extra.get(field) ?? '';
    return listPeople(roster, files, person => !isNumber(readCell(person))).map(({ person, file }) => {
      const cell = readCell(person);
      return noNumber({ file, row: person.row, column: field, value: cell }, cell, name);
    });
  });
}

function isNumber(cell: string): boolean {
  return cell === '' || /^[+-]?\d{1,9}(?:[.,]\d{1,6})?$/u.test(cell);
}

/**
 * The first person with more managers one above the other than there may be; looked for
 * before anything follows them upwards.
 */
function checkManagerDepth(roster: Roster, persons: Persons, depths: Int32Array, files: SheetFiles): Problem | null {
  const findTooHigh = (people: readonly Participant[], numbers: Int32Array, file: string) => {
    const person = people.find((_, index) => depths[numbers[index]!]! > MOST.managersAbove);
    if (person === undefined) return null;
    return managersTooHigh({ file, row: person.row, column: 'manager', value: person.manager }, MOST.managersAbove);
  };
  return (
    findTooHigh(roster.mentors, persons.mentors, files.mentors) ??
    findTooHigh(roster.mentees, persons.mentees, files.mentees)
  );
}

/**
 * Whether somebody has no more managers above them than one of these has: going around a
 * circle, depths cannot always fall.
 */
function hasCircle({ managers }: Persons, depths: Int32Array): boolean {
  return managers.some((above, person) => above.some(manager => depths[manager]! >= depths[person]!));
}

/** Managers who are above themselves by way of others: each circle once, at the first of its people in the sheets. */
function reportManagerCircles(roster: Roster, persons: Persons, files: SheetFiles): Problem[] {
  const isManager = new Uint8Array(persons.end);
  for (const managers of persons.managers) for (const manager of managers ?? []) isManager[manager] = 1;
  const told = new Set<number>();
  const listCircleProblems = (people: readonly Participant[], numbers: Int32Array, file: string) =>
    // In a circle, everybody is somebody's manager.
    people.flatMap((person, index) => {
      if (!isManager[numbers[index]!]) return [];
      const circle = findCircle(numbers[index]!, persons);
      if (circle.length === 0 || circle.some(number => told.has(number))) return [];
      for (const number of circle) told.add(number);
      const names = circle.map(number => findId(number, roster, persons));
      return [
        managerCircle({ file, row: person.row, column: 'manager', value: person.manager }, [...names, names[0]!]),
      ];
    });
  return [
    ...listCircleProblems(roster.mentors, persons.mentors, files.mentors),
    ...listCircleProblems(roster.mentees, persons.mentees, files.mentees),
  ];
}

/** The way up from a person back to the person, or nothing where there is none. */
function findCircle(person: number, { managers }: Persons): number[] {
  const cameFrom = new Map<number, number>();
  const ahead = [person];
  for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
    for (const manager of managers[next] ?? []) {
      if (manager === person) return tracePath(next, cameFrom);
      if (cameFrom.has(manager)) continue;
      cameFrom.set(manager, next);
      ahead.push(manager);
    }
  }
  return [];
}

function tracePath(last: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const path = [last];
  for (let next = cameFrom.get(last); next !== undefined; next = cameFrom.get(next)) path.unshift(next);
  return path;
}

function findId(number: number, { mentors, mentees }: Roster, persons: Persons): string {
  const mentor = persons.mentors.indexOf(number);
  return (mentor >= 0 ? mentors[mentor]?.id : mentees[persons.mentees.indexOf(number)]?.id) ?? '?';
}
