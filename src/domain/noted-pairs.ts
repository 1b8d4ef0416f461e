import type { NotedSet } from './objective-level-table.ts';
import { mustMeet, type PairNote } from './policy.ts';

/** A note about a pair without anything to say yet. */
export function makeBlankNote(mentor: number, mentee: number, row: number): PairNote {
  return {
    mentor,
    mentee,
    locked: false,
    override: '',
    reason: '',
    banned: false,
    approved: false,
    declined: false,
    remark: '',
    listed: false,
    points: 0,
    met: false,
    continues: false,
    parted: false,
    kept: false,
    held: false,
    row,
    decided: null,
  };
}

/** Whether a note says nothing of its pair. */
export function isBlank({ decided: _, ...note }: PairNote): boolean {
  const { decided: __, ...blank } = makeBlankNote(note.mentor, note.mentee, note.row);
  return JSON.stringify(Object.entries(note).sort()) === JSON.stringify(Object.entries(blank).sort());
}

/** One note a pair, which says all that is said of it; by mentor, then mentee. */
export function mergeNotes(lists: readonly (readonly PairNote[])[]): PairNote[] {
  const byPair = new Map<string, PairNote>();
  for (const note of lists.flat()) {
    const key = `${note.mentor} ${note.mentee}`;
    const known = byPair.get(key);
    byPair.set(key, known === undefined ? note : combineNotes(known, note));
  }
  return [...byPair.values()].sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}

function combineNotes(first: PairNote, second: PairNote): PairNote {
  return {
    ...first,
    locked: first.locked || second.locked,
    override: first.override || second.override,
    reason: first.reason || second.reason,
    banned: first.banned || second.banned,
    approved: first.approved || second.approved,
    declined: first.declined || second.declined,
    remark: first.remark || second.remark,
    listed: first.listed || second.listed,
    points: first.points + second.points,
    met: first.met || second.met,
    continues: first.continues || second.continues,
    parted: first.parted || second.parted,
    kept: first.kept || second.kept,
    held: first.held || second.held,
    decided: first.decided ?? second.decided,
  };
}

/** Whether a pair is in a set that a level counts. */
export function isInSet(set: NotedSet, note: PairNote): boolean {
  switch (set) {
    case 'kept':
      return note.kept;
    case 'demanded':
      return mustMeet(note);
  }
}
