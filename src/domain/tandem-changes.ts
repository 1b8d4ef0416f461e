import type { LevelChange } from './account.ts';
import type { EarlierTandem, NamedPerson } from './decisions.ts';
import { makePairKey } from './pair-keys.ts';
import type { Tandem } from './pairing.ts';
import type { PairNote, Terms } from './policy.ts';
import type { Participant, Roster, Side } from './roster.ts';

/** What became of a tandem, in the order in which it is told. */
export const CHANGES = ['ended', 'declined', 'new', 'approved', 'kept'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** A tandem of an earlier run, of this one, or of both. */
export interface TandemChange {
  readonly kind: ChangeKind;
  readonly mentor: NamedPerson;
  readonly mentee: NamedPerson;
  /** By their numbers in the roster; null where somebody takes no part now. */
  readonly pair: Tandem | null;
  /** As the earlier run had it; null where it had not. */
  readonly earlier: EarlierTandem | null;
}

/** Whether somebody is no longer in a sheet, or withdrew. */
export type Leaving = 'not-there' | 'withdrew';

/** Why a tandem changed. People are numbers in the roster where they take part. */
export type ChangeReason =
  | { readonly kind: 'left'; readonly who: Readonly<Record<Side, Leaving | null>> }
  | { readonly kind: 'declined'; readonly remark: string }
  | { readonly kind: 'rule'; readonly bars: readonly string[] }
  /** Everybody whom this person can have, and the earlier tandems that stay use all of it. */
  | { readonly kind: 'slots'; readonly side: Side; readonly slots: number }
  /** The earlier tandems that stay use all of a limit. */
  | { readonly kind: 'limit'; readonly limit: number }
  | { readonly kind: 'released' }
  /** No tandems that meet all demands have this one among them. */
  | { readonly kind: 'no-room' }
  /** It could have stayed. `keeping`: what the levels would come to with it; null where nobody worked it out. */
  | {
      readonly kind: 'moved';
      readonly mentees: readonly number[];
      readonly mentors: readonly number[];
      readonly keeping: readonly LevelChange[] | null;
    }
  | { readonly kind: 'forced'; readonly remark: string }
  /** The two were a tandem in an earlier round, and go on. */
  | { readonly kind: 'continued' }
  /** The mentee had no tandem, had others, or has one more; the slot was that of these mentees, or nobody's. */
  | { readonly kind: 'first-mentor' | 'one-more'; readonly slotOf: readonly NamedPerson[] }
  | {
      readonly kind: 'other-mentor';
      readonly slotOf: readonly NamedPerson[];
      readonly insteadOf: readonly NamedPerson[];
    }
  | { readonly kind: 'points' }
  | { readonly kind: 'stays' };

/** Whether somebody is to be told; who left is not there to be told. */
export type Telling = 'yes' | 'no' | 'left';

/** What became of a tandem, and why. */
export interface ExplainedChange extends TandemChange {
  readonly why: ChangeReason;
  readonly tell: Readonly<Record<Side, Telling>>;
  /** Its points, if it is a tandem now. */
  readonly score: number | null;
}

/** Whether there is anything to say of a tandem: it began, ended, or is worth other points. */
export function isChanged({ kind, why }: ExplainedChange): boolean {
  return kind === 'new' || kind === 'ended' || kind === 'declined' || why.kind === 'points';
}

/** What became of the tandems of an earlier run, and how many there are that it did not have. */
export interface ChangeCounts {
  /** Approved ones that are tandems again. */
  readonly approved: number;
  /** Declined ones. */
  readonly declined: number;
  /** Others that are tandems again. */
  readonly kept: number;
  readonly made: number;
  /** Others that are tandems no more. */
  readonly ended: number;
}

export function countChanges(changes: readonly Pick<TandemChange, 'kind'>[]): ChangeCounts {
  const count = (wanted: ChangeKind) => changes.filter(({ kind }) => kind === wanted).length;
  return {
    approved: count('approved'),
    declined: count('declined'),
    kept: count('kept'),
    made: count('new'),
    ended: count('ended'),
  };
}

/** What became of each tandem of an earlier run and of this one, by what became of them, mentor and mentee. */
export function listChanges(
  earlier: readonly EarlierTandem[],
  tandems: readonly Tandem[],
  { mentors, mentees }: Roster,
  { pairs }: Pick<Terms, 'pairs'>,
): TandemChange[] {
  const indexOf = { mentor: indexById(mentors), mentee: indexById(mentees) };
  const keyPair = ({ mentor, mentee }: Tandem) => makePairKey(mentor, mentee, mentees.length);
  const now = new Set(tandems.map(keyPair));
  const notes = new Map(pairs.map(note => [keyPair(note), note]));
  const before = new Set<number>();
  const classify = (pair: Tandem | null, status: string): ChangeKind => {
    const note = pair === null ? undefined : notes.get(keyPair(pair));
    if (pair !== null && now.has(keyPair(pair))) return note?.approved ? 'approved' : 'kept';
    return note?.declined || status === 'declined' ? 'declined' : 'ended';
  };
  const all = earlier.map((one): TandemChange => {
    const [mentor, mentee] = [indexOf.mentor.get(one.mentor.id), indexOf.mentee.get(one.mentee.id)];
    const pair = mentor === undefined || mentee === undefined ? null : { mentor, mentee };
    if (pair !== null) before.add(keyPair(pair));
    return { kind: classify(pair, one.status), mentor: one.mentor, mentee: one.mentee, pair, earlier: one };
  });
  const added = tandems.filter(pair => !before.has(keyPair(pair)));
  const rest = added.map((pair): TandemChange => {
    const kind = isApproved(notes.get(keyPair(pair))) ? 'approved' : 'new';
    const [mentor, mentee] = [mentors[pair.mentor]!, mentees[pair.mentee]!].map(pickName) as [NamedPerson, NamedPerson];
    return { kind, mentor, mentee, pair, earlier: null };
  });
  const changes = [...all, ...rest];
  return CHANGES.flatMap(kind => changes.filter(change => change.kind === kind));
}

function isApproved(note: PairNote | undefined): boolean {
  return note?.approved === true;
}

function indexById(people: readonly Participant[]): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, index) => [id, index]));
}

function pickName({ id, name, email }: Participant): NamedPerson {
  return { id, name, email };
}
