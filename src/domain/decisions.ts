import { computeDigest } from './digest.ts';
import type { PairNote, Terms } from './policy.ts';
import type { Roster, Side } from './roster.ts';
import { compareText } from './text.ts';

/** Somebody as a row of declined.csv names them. */
export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A declined pair as declined.csv has it. */
export interface DeclinedPair {
  readonly mentor: NamedPerson;
  readonly mentee: NamedPerson;
  readonly remark: string;
}

/** A tandem of an earlier run as its row has it; people who are in the sheets by their sheets. */
export interface EarlierTandem {
  readonly mentor: NamedPerson;
  readonly mentee: NamedPerson;
  readonly status: string;
  /** In thousandths of a point; null where the row does not give it. */
  readonly score: number | null;
}

/** What people decided on the tandems of an earlier run. */
export interface Decisions {
  readonly notes: readonly PairNote[];
  /** The tandems themselves, where they were to be kept. */
  readonly earlier: readonly EarlierTandem[];
  /** Declined pairs of whom somebody takes no part now: there is nothing to bar, but the decision stays on file. */
  readonly gone: readonly DeclinedPair[];
}

/** Which approved tandems that cannot stay are let go of: none, those whose people are not in the sheets, or all. */
export const RELEASES = ['none', 'left', 'all'] as const;
export type Releasing = (typeof RELEASES)[number];

/** Two people by id. */
export interface TandemIds {
  readonly mentor: string;
  readonly mentee: string;
}

/** A tandem as one text, for sets and maps of people who need not be in the sheets. */
export function keyTandem({ mentor, mentee }: TandemIds): string {
  return JSON.stringify([mentor, mentee]);
}

/** Somebody of one side by id. */
export interface SideId {
  readonly side: Side;
  readonly id: string;
}

/**
 * The decisions that a run took, as its certificate has them. What was declined is in
 * declined.csv, notes are in both tables.
 */
export interface DecisionRecord {
  readonly approved: readonly TandemIds[];
  /** The digest of what declined.csv says; null where there is no such file. */
  readonly declined: string | null;
  /**
   * The tandems of the run's own earlier tandems.csv, where they were to be kept: the file
   * is another one since; else null.
   */
  readonly previous: readonly TandemIds[] | null;
  /** Who left, so that they are withdrawn whatever their row says; absent where nobody did. */
  readonly left?: readonly SideId[] | undefined;
  /**
   * The tandems that a repair held together as they were; absent where there are none. It is no
   * decision: the next run lets go of them.
   */
  readonly held?: readonly TandemIds[] | undefined;
}

/** What decisions a run is made with. */
export interface DecidedProgramme {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly gone: readonly DeclinedPair[];
  /** Whether `kept` tandems are the run's own. */
  readonly keepsOwn: boolean;
  readonly left: readonly SideId[];
}

/** All declined pairs, by the ids of mentor and mentee, each once. */
export function listDeclinedPairs(
  { mentors, mentees }: Roster,
  notes: readonly PairNote[],
  gone: readonly DeclinedPair[],
): DeclinedPair[] {
  const here = notes
    .filter(({ declined }) => declined)
    .map(({ mentor, mentee, remark }) => ({ mentor: mentors[mentor]!, mentee: mentees[mentee]!, remark }));
  const once = new Map<string, DeclinedPair>();
  for (const { mentor, mentee, remark } of [...here, ...gone]) {
    const pair = { mentor: pickNamedPerson(mentor), mentee: pickNamedPerson(mentee) };
    const key = JSON.stringify(pair);
    once.set(key, { ...pair, remark: once.get(key)?.remark || remark });
  }
  return [...once].sort(([a, one], [b, other]) => compareIds(one, other) || compareText(a, b)).map(([, pair]) => pair);
}

/** What a certificate says of decisions; null where none were taken. */
export function makeDecisionRecord({
  roster,
  terms: { pairs },
  gone,
  keepsOwn,
  left,
}: DecidedProgramme): DecisionRecord | null {
  const { mentors, mentees } = roster;
  const pickIds = ({ mentor, mentee }: PairNote) => ({ mentor: mentors[mentor]!.id, mentee: mentees[mentee]!.id });
  const approved = pairs.filter(note => note.approved).map(pickIds);
  const held = pairs.filter(note => note.held).map(pickIds);
  const declined = listDeclinedPairs(roster, pairs, gone);
  const isAny = [approved, declined, left, held].some(({ length }) => length > 0);
  if (!isAny && !keepsOwn) return null;
  return {
    approved,
    declined: declined.length === 0 ? null : computeDigest(declined),
    previous: keepsOwn ? pairs.filter(({ kept }) => kept).map(pickIds) : null,
    ...(left.length === 0 ? {} : { left: orderSideIds(left) }),
    ...(held.length === 0 ? {} : { held }),
  };
}

/** Each person once, mentees first, then by id. */
export function orderSideIds(people: readonly SideId[]): SideId[] {
  const once = new Map(people.map(({ side, id }) => [keyPerson({ side, id }), { side, id }]));
  return [...once.values()].sort((a, b) => compareText(a.side, b.side) || compareText(a.id, b.id));
}

/** Somebody of one side as one text, for sets and maps. */
export function keyPerson({ side, id }: SideId): string {
  return `${side} ${id}`;
}

/** The two people of a tandem by id. */
export function pickIds({ mentor, mentee }: Pick<EarlierTandem, 'mentor' | 'mentee'>): TandemIds {
  return { mentor: mentor.id, mentee: mentee.id };
}

/** Each tandem of some rows once, by mentor and mentee. Of two rows of one, that counts on which somebody decided. */
export function orderEarlier(rows: readonly EarlierTandem[]): EarlierTandem[] {
  const once = new Map<string, EarlierTandem>();
  const ordered = rows.toSorted((one, other) => compareEarlier(one, other) || compareText(one.status, other.status));
  for (const row of ordered) {
    const key = JSON.stringify([row.mentor, row.mentee]);
    const known = once.get(key);
    if (known === undefined || known.status === 'draft')
      once.set(key, { ...row, score: row.score ?? known?.score ?? null });
  }
  return [...once.values()];
}

function compareEarlier(one: EarlierTandem, other: EarlierTandem): number {
  const [first, second] = [one, other].map(({ mentor, mentee }) => [mentor, mentee].flatMap(Object.values) as string[]);
  const at = first!.findIndex((text, index) => text !== second![index]);
  return at < 0 ? 0 : compareText(first![at]!, second![at]!);
}

/** Somebody as tables name them, without whatever else is known. */
export function pickNamedPerson({ id, name, email }: NamedPerson): NamedPerson {
  return { id, name, email };
}

function compareIds(one: DeclinedPair, other: DeclinedPair): number {
  return compareText(one.mentor.id, other.mentor.id) || compareText(one.mentee.id, other.mentee.id);
}

/** Of a run that was made before there were any. */
export const NONE_TAKEN: DecisionRecord = { approved: [], declined: null, previous: null };
