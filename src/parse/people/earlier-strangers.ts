import {
  contraryPerson,
  type Location,
  likelyPerson,
  nobodyInFile,
  onlyStrangers,
  type Problem,
  severalPeople,
} from '../../domain/problems.ts';
import type { Side } from '../../domain/roster.ts';
import type { Unread } from '../text/names-in-faulty-rows.ts';
import { type FoundPeople, formatPerson } from './people-index.ts';

/** A row that names a mentor and a mentee of some earlier time. */
interface EarlierRow extends Readonly<Record<Side, FoundPeople>> {
  readonly row: number;
}

/**
 * What a list of earlier tandems says of people who are not clearly in the sheets. That some have left is normal; that
 * nobody in the whole list is known is not.
 * @param isTold of which rows people are told one by one.
 */
export function reportStrangers<Row extends EarlierRow>(
  rows: readonly Row[],
  file: string,
  locate: (side: Side, row: number) => Location,
  unread: Unread,
  isTold: (row: Row) => boolean = () => true,
): Problem[] {
  const problems = rows
    .filter(isTold)
    .flatMap(row => SIDES.flatMap(side => reportStranger(row[side], locate(side, row.row), unread[side]) ?? []));
  const isKnown = rows.some(row => SIDES.some(side => row[side].kind === 'person'));
  if (isKnown || rows.length === 0 || unread.mentor.some || unread.mentee.some) return problems;
  return problems.length > 0 ? [nobodyInFile(file), ...problems] : [onlyStrangers(file, rows.length)];
}

const SIDES = ['mentor', 'mentee'] as const;

function reportStranger(found: FoundPeople, location: Location, unread: Unread[Side]): Problem | null {
  const isUnread = found.kind === 'near' && unread.mayBe(location.value ?? '');
  return isUnread ? null : describeDoubtfulPerson(found, location);
}

/** What a cell says of people who are not clearly in the sheets; null where it is one person, or nobody. */
export function describeDoubtfulPerson(found: FoundPeople, location: Location): Problem | null {
  const cell = location.value ?? '';
  switch (found.kind) {
    case 'person':
    case 'nobody':
      return null;
    case 'several':
      return severalPeople(location, cell, found.people.map(formatPerson));
    case 'contrary':
      return contraryPerson(location, cell, found.people.map(formatPerson));
    case 'near':
      return likelyPerson(location, cell, found.people.map(formatPerson));
  }
}
