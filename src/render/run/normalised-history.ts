import type { HistoryFile, PairNote, PastPerson } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';

/** What earlier tandems come to: rows of history.csv, by the names of its columns. */
export interface HistoryRow {
  readonly mentor_id: string;
  readonly mentee_id: string;
  readonly date: string;
  readonly status: string;
  readonly next_round: string;
}

/**
 * The history as one list: every tandem that it tells, and the pairs that may not meet again besides. Who is in no
 * sheet any more is called left-1, left-2 …: only how many tandems they had counts.
 */
export function listHistoryRows(
  history: readonly HistoryFile[],
  pairs: readonly PairNote[],
  { mentors, mentees }: Roster,
): HistoryRow[] {
  const left = new Map<string, string>();
  const nameOf = ({ isHere, name }: PastPerson): string => {
    if (isHere) return name;
    left.set(name, left.get(name) ?? `left-${left.size + 1}`);
    return left.get(name)!;
  };
  const key = (mentor: string, mentee: string) => `${mentor}\n${mentee}`;
  const said = pairs.flatMap(note => {
    const ids = { mentor_id: mentors[note.mentor]!.id, mentee_id: mentees[note.mentee]!.id };
    return note.met || note.continues || note.parted ? [{ ...ids, next_round: sayNextRound(note) }] : [];
  });
  const nextOf = new Map(said.map(row => [key(row.mentor_id, row.mentee_id), row.next_round]));
  const tandems = history
    .flatMap(file => file.tandems)
    .map(({ mentor, mentee, date }): HistoryRow => {
      const [mentor_id, mentee_id] = [nameOf(mentor), nameOf(mentee)];
      return { mentor_id, mentee_id, date, status: '', next_round: nextOf.get(key(mentor_id, mentee_id)) ?? '' };
    });
  const told = new Set(tandems.flatMap(({ mentor_id: one, mentee_id: two }) => [key(one, two), key(two, one)]));
  const others = said.filter(row => !told.has(key(row.mentor_id, row.mentee_id)));
  return [...tandems, ...others.map(row => ({ ...row, date: '', status: 'declined' }))];
}

function sayNextRound({ continues, parted }: PairNote): string {
  return continues ? 'continue' : parted ? 'never' : '';
}
