import { type DecisionRecord, keyTandem, type TandemIds } from '../domain/decisions.ts';
import { isBlank, makeBlankNote, mergeNotes } from '../domain/noted-pairs.ts';
import type { PairNote } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';

/** What a finished run took of decisions, as notes on the pairs of its roster. */
export function makeTakenNotes(taken: DecisionRecord | null, roster: Roster): PairNote[] {
  if (taken === null) return [];
  const noteOf = makePairFinder(roster);
  return [
    ...taken.approved.flatMap(pair => noteOf(pair).map(note => ({ ...note, approved: true }))),
    ...(taken.previous ?? []).flatMap(pair => noteOf(pair).map(note => ({ ...note, kept: true }))),
    ...(taken.held ?? []).flatMap(pair => noteOf(pair).map(note => ({ ...note, held: true }))),
  ];
}

/** Notes of which only these pairs are to be kept. */
export function keepOnly(notes: readonly PairNote[], kept: readonly TandemIds[], roster: Roster): PairNote[] {
  const noteOf = makePairFinder(roster);
  const others = notes.map(note => ({ ...note, kept: false })).filter(note => !isBlank(note));
  return mergeNotes([others, kept.flatMap(pair => noteOf(pair).map(note => ({ ...note, kept: true })))]);
}

/** Notes of which only those are approved that a finished run took: it let go of the others. */
export function approveOnlyTaken(
  notes: readonly PairNote[],
  taken: DecisionRecord,
  { mentors, mentees }: Roster,
): PairNote[] {
  const approved = new Set(taken.approved.map(keyTandem));
  return notes.map(note => {
    const isTaken = approved.has(keyTandem({ mentor: mentors[note.mentor]!.id, mentee: mentees[note.mentee]!.id }));
    return note.approved && !isTaken ? { ...note, approved: false } : note;
  });
}

/** Finds a pair by ids: one note, or none where somebody is not there. */
function makePairFinder({ mentors, mentees }: Roster): (pair: TandemIds) => PairNote[] {
  const mentorAt = new Map(mentors.map(({ id }, index) => [id, index]));
  const menteeAt = new Map(mentees.map(({ id }, index) => [id, index]));
  return ({ mentor, mentee }) => {
    const [one, other] = [mentorAt.get(mentor), menteeAt.get(mentee)];
    return one === undefined || other === undefined ? [] : [makeBlankNote(one, other, 0)];
  };
}
