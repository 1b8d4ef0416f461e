import { makePairKey } from '../../domain/pair-keys.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';

const NONE: readonly PairNote[] = [];

/** What pairs.csv, the history and a previous run say, by pair and by person. */
export class Notes {
  readonly #mentees: number;
  readonly #byPair = new Map<number, PairNote>();
  readonly #byPerson: Readonly<Record<Side, Map<number, PairNote[]>>> = { mentor: new Map(), mentee: new Map() };

  constructor(roster: Roster, notes: readonly PairNote[]) {
    this.#mentees = roster.mentees.length;
    for (const note of notes) {
      this.#byPair.set(makePairKey(note.mentor, note.mentee, this.#mentees), note);
      this.#addNote('mentor', note.mentor, note);
      this.#addNote('mentee', note.mentee, note);
    }
  }

  findNote(mentor: number, mentee: number): PairNote | undefined {
    return this.#byPair.size === 0 ? undefined : this.#byPair.get(makePairKey(mentor, mentee, this.#mentees));
  }

  /** The pairs of a person that something is said of. */
  listNotes(side: Side, index: number): readonly PairNote[] {
    return this.#byPerson[side].get(index) ?? NONE;
  }

  #addNote(side: Side, index: number, note: PairNote): void {
    const filed = this.#byPerson[side].get(index);
    if (filed === undefined) this.#byPerson[side].set(index, [note]);
    else filed.push(note);
  }
}
