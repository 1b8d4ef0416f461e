import { createHash } from 'node:crypto';
import type { PairNote, Terms } from './policy.ts';
import type { Participant, Roster, Side } from './roster.ts';

/** SHA-256 of a value by its content: the order of keys and of a map's entries does not count. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256')
    .update(JSON.stringify(ordered(value)), 'utf8')
    .digest('hex')}`;
}

/** Digests of what a programme's files say, not of their bytes: rows in another order say the same. */
export function contentDigests(roster: Roster, terms: Terms) {
  const withdrawn = (side: Side) =>
    roster.withdrawn.flatMap(known => (known.side === side ? [withoutRow(known.person)] : []));
  const pairs = digestOf(terms.pairs.map(note => named(note, roster)));
  return {
    mentors: digestOf([roster.mentors.map(withoutRow), withdrawn('mentor')]),
    mentees: digestOf([roster.mentees.map(withoutRow), withdrawn('mentee')]),
    limits: digestOf(terms.limits.map(withoutRow)),
    /** What pairs.csv, the previous run and the history say of pairs is one thing by now. */
    pairs,
    previous: pairs,
  };
}

function withoutRow<Rowed extends Participant | Terms['limits'][number]>({
  row: _,
  ...rest
}: Rowed): Omit<Rowed, 'row'> {
  return rest;
}

function named({ row: _, mentor, mentee, ...rest }: PairNote, { mentors, mentees }: Roster) {
  return { ...rest, mentor: mentors[mentor]!.id, mentee: mentees[mentee]!.id };
}

/** The same value with every object's keys in code-unit order; maps become objects, infinity a word. */
function ordered(value: unknown): unknown {
  if (value instanceof Map) return ordered(Object.fromEntries(value));
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, ordered(inner)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
