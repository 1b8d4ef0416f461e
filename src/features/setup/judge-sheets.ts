import type { Understood } from '../../domain/understood.ts';
import { proposeColumns } from './propose-columns.ts';

/** A sheet that was found, as it would be understood in each role that it could have. */
export interface SheetReadings {
  readonly name: string;
  readonly readings: readonly Understood[];
}

export const FOUND_ROLES = ['mentors', 'mentees', 'limits', 'pairs', 'history'] as const;
export type FoundRole = (typeof FOUND_ROLES)[number];

/** Which of some sheets is what, by their indexes; people of whom nothing says which side they are have none. */
export type JudgedRoles = Readonly<Record<FoundRole, number | null>>;

/**
 * Judges sheets by their columns, and those of people by their names as well. Where two could be one thing, none is.
 */
export function judgeSheets(sheets: readonly SheetReadings[]): JudgedRoles {
  const kinds = sheets.map(judgeKind);
  const pick = (kind: Kind) => (kinds.filter(other => other === kind).length === 1 ? kinds.indexOf(kind) : null);
  const people = kinds.flatMap((kind, at) => (isOfPeople(kind) ? [at] : []));
  const [mentors, mentees] = [pick('mentors'), pick('mentees')];
  const findOther = (known: number | null) =>
    known !== null && people.length === 2 ? people.find(at => at !== known)! : null;
  return {
    mentors: mentors ?? findOther(mentees),
    mentees: mentees ?? findOther(mentors),
    limits: pick('limits'),
    pairs: pick('pairs'),
    history: pick('history'),
  };
}

/** Whether sheets of people are among them. */
export function hasPeople(sheets: readonly SheetReadings[]): boolean {
  return sheets.some(sheet => isOfPeople(judgeKind(sheet)));
}

type Kind = FoundRole | 'people' | null;

function isOfPeople(kind: Kind): boolean {
  return kind === 'mentors' || kind === 'mentees' || kind === 'people';
}

function judgeKind({ name, readings }: SheetReadings): Kind {
  const columnsIn = (role: Understood['role']) =>
    new Set(readings.find(one => one.role === role)?.columns.map(({ column }) => column) ?? []);
  const pairs = columnsIn('pairs');
  if (pairs.has('mentor') && pairs.has('mentee'))
    return pairs.has('action') || pairs.has('points') ? 'pairs' : 'history';
  const limits = columnsIn('limits');
  const hasIn = (role: Understood['role'], ...columns: readonly string[]) => {
    const sheet = readings.find(one => one.role === role);
    const there = sheet === undefined ? [] : proposeColumns(sheet).filter(({ indexes }) => indexes.length > 0);
    return columns.some(wanted => there.some(({ column }) => column === wanted));
  };
  const areNamed = hasIn('mentees', 'name', 'first_name', 'last_name') && hasIn('mentees', 'email', 'id');
  if (!areNamed) return limits.has('country') && (limits.has('max') || limits.has('min')) ? 'limits' : null;
  if (/mentee/iu.test(name)) return 'mentees';
  if (/mentor(?!ing)/iu.test(name) || hasIn('mentors', 'capacity')) return 'mentors';
  return hasIn('mentees', 'wants') ? 'mentees' : 'people';
}
