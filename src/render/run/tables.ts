import type { Alternate } from '../../domain/alternate.ts';
import type { DeclinedPair, NamedPerson } from '../../domain/decisions.ts';
import { neutralised } from '../../domain/formula.ts';
import type { Matching, ScoredTandem, Unmatched } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { cheapestFix } from '../words/fixes.ts';
import { evidence } from '../words/reasons.ts';
import { pointsCell } from './cell.ts';
import type { Table } from './csv.ts';

const PERSON = ['id', 'name', 'email', 'department', 'country'] as const;

function personCells(person: Participant): string[] {
  return PERSON.map(column => neutralised(person[column]));
}

/**
 * tandems.csv: one row a tandem, by the ids of mentor and mentee, with what people decided on it and noted; a last column says
 * why a lock may break rules, where one does. @param parts the names of the parts of a score.
 */
export function tandemsTable(
  matching: Matching,
  roster: Roster,
  { pairs }: Terms,
  parts: readonly string[],
  delimiter: string,
): Table {
  const noted = new Map(pairs.map(note => [`${note.mentor} ${note.mentee}`, note]));
  const isAnyOverridden = pairs.some(({ override }) => override !== '');
  const header = [
    ...PERSON.map(column => `mentor_${column}`),
    ...PERSON.map(column => `mentee_${column}`),
    'score',
    ...parts.map(part => neutralised(`points_${part}`)),
    ...['status', 'note'],
    ...(isAnyOverridden ? ['override'] : []),
  ];
  const rowOf = ({ mentor, mentee, score, points }: ScoredTandem) => {
    const note = noted.get(`${mentor} ${mentee}`);
    return [
      ...personCells(roster.mentors[mentor]!),
      ...personCells(roster.mentees[mentee]!),
      pointsCell(score, delimiter),
      ...points.map(part => pointsCell(part, delimiter)),
      ...[note?.approved ? 'approved' : 'draft', neutralised(note?.remark ?? '')],
      ...(isAnyOverridden ? [neutralised(note?.override ?? '')] : []),
    ];
  };
  return { header, rows: each(matching.tandems, rowOf) };
}

/** declined.csv: the pairs that people declined; null where there are none. */
export function declinedTable(pairs: readonly DeclinedPair[]): Table | null {
  if (pairs.length === 0) return null;
  const columns = (side: Side) => [`${side}_id`, `${side}_name`, `${side}_email`];
  const cells = ({ id, name, email }: NamedPerson) => [id, name, email];
  const rowOf = ({ mentor, mentee, remark }: DeclinedPair) =>
    [...cells(mentor), ...cells(mentee), remark].map(neutralised);
  return { header: [...columns('mentor'), ...columns('mentee'), 'note'], rows: each(pairs, rowOf) };
}

/** alternates.csv: the mentors whom each mentee could have if somebody dropped out, by the mentee's id, the best first. */
export function alternatesTable(alternates: readonly Alternate[], roster: Roster, delimiter: string): Table {
  const header = [
    ...PERSON.map(column => `mentee_${column}`),
    'rank',
    ...PERSON.map(column => `mentor_${column}`),
    'score',
    'free_places',
  ];
  const rowOf = ({ mentor, mentee, rank, score, freePlaces }: Alternate) => [
    ...personCells(roster.mentees[mentee]!),
    String(rank),
    ...personCells(roster.mentors[mentor]!),
    pointsCell(score, delimiter),
    String(freePlaces),
  ];
  return { header, rows: each(alternates, rowOf) };
}

/** unmatched.csv: everybody without a tandem, mentees first, by id. */
export function unmatchedTable({ unmatched }: Matching, roster: Roster, terms: Terms): Table {
  const rowOf = (known: Unmatched) => {
    const words = neutralised(evidence(known, roster, terms));
    const fix = neutralised(cheapestFix(known, roster, terms));
    return [known.side, ...personCells(known.person), known.reason.kind, words, fix];
  };
  return { header: ['role', ...PERSON, 'reason', 'evidence', 'cheapest_fix'], rows: each(unmatched, rowOf) };
}

/** Makes each row only when it is asked for. */
function* each<Item>(items: readonly Item[], rowOf: (item: Item) => readonly string[]): Generator<readonly string[]> {
  for (const item of items) yield rowOf(item);
}
