import { restoreFormula } from '../../domain/formula.ts';
import { fold } from '../../domain/text.ts';
import { type Directory, type FoundPeople, isOne, type KnownPerson } from './people-index.ts';

/** The cells of a row that name one person together; empty ones count for nothing. */
export interface NamingCells {
  /** Ids and addresses, or whatever stands where there are no columns for each. */
  readonly keys: readonly string[];
  readonly name: string;
}

/** Our own files quote what looks like a formula. */
export function makeNamingCells(keys: readonly string[], name: string): NamingCells {
  return { keys: keys.filter(key => key !== '').map(restoreFormula), name: restoreFormula(name) };
}

/** Whom several cells name. A name counts by itself only where no other cell says anything. */
export function findByCells({ keys, name }: NamingCells, directory: Directory): FoundPeople {
  if (keys.length === 0) return directory.find(name);
  const copied = directory.findCopied(keys, name);
  if (copied !== null) return { kind: 'person', person: copied };
  const found = keys.map(key => directory.find(key));
  const people = filterDistinct(found.flatMap(one => (one.kind === 'person' ? [one.person] : [])));
  const [person, ...others] = people;
  if (others.length > 0) return { kind: 'contrary', people };
  const byName = name === '' ? ({ kind: 'nobody' } as const) : directory.find(name);
  if (person !== undefined) return isOther(byName, person) ? makeContrary(person, byName) : { kind: 'person', person };
  const doubtful = found.find(({ kind }) => kind === 'several' || kind === 'contrary');
  if (doubtful !== undefined) return doubtful;
  const near = filterDistinct(found.flatMap(one => (one.kind === 'near' ? one.people : [])));
  const spoilt = near.filter(one => keys.every(isNumber) && fold(one[0].person.name) === fold(name));
  if (spoilt.length === 1) return { kind: 'person', person: spoilt[0]! };
  const likely = near.length > 0 ? near : listPeople(byName);
  return likely.length > 0 ? { kind: 'near', people: likely } : { kind: 'nobody' };
}

function makeContrary(person: KnownPerson, other: FoundPeople): FoundPeople {
  return { kind: 'contrary', people: [person, ...listPeople(other)] };
}

/** Whether a name is that of other people alone. */
function isOther(byName: FoundPeople, person: KnownPerson): boolean {
  if (byName.kind !== 'person' && byName.kind !== 'several') return false;
  return listPeople(byName).every(other => !isOne(other, person));
}

function listPeople(found: FoundPeople): readonly KnownPerson[] {
  if (found.kind === 'person') return [found.person];
  return found.kind === 'nobody' ? [] : found.people;
}

function filterDistinct(people: readonly KnownPerson[]): KnownPerson[] {
  return people.filter((person, index) => people.findIndex(other => isOne(other, person)) === index);
}

/** A spreadsheet program takes the zeros from the front of a number, and puts `.0` behind it. */
function isNumber(key: string): boolean {
  return /^\d+(?:[.,]0+)?$/u.test(key);
}
