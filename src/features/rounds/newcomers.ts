import { keyPerson, type SideId } from '../../domain/decisions.ts';
import type { PairFiles, PairNote, Terms } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';

/** Everything that sheets say of people and pairs. */
export interface PeopleAndPairs {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly said: PairFiles;
}

/**
 * Everybody in the sheets whom a run did not know, whether they take part or not.
 * @param known keys of people (see keyPerson).
 */
export function listNewcomers({ mentors, mentees, withdrawn }: Roster, known: ReadonlySet<string>): SideId[] {
  const all: readonly { readonly side: Side; readonly person: Participant }[] = [
    ...mentees.map(person => ({ side: 'mentee' as const, person })),
    ...mentors.map(person => ({ side: 'mentor' as const, person })),
    ...withdrawn,
  ];
  return all.map(({ side, person }) => ({ side, id: person.id })).filter(one => !known.has(keyPerson(one)));
}

/** The same sheets without some rows, and without what is said of pairs with these people. */
export function removePeople<Sheets extends PeopleAndPairs>(sheets: Sheets, people: readonly SideId[]): Sheets {
  const gone = new Set(people.map(keyPerson));
  const isHere = (side: Side) => (person: Participant) => !gone.has(keyPerson({ side, id: person.id }));
  const { roster, terms, said } = sheets;
  const left: Roster = {
    ...roster,
    mentors: roster.mentors.filter(isHere('mentor')),
    mentees: roster.mentees.filter(isHere('mentee')),
    withdrawn: roster.withdrawn.filter(({ side, person }) => isHere(side)(person)),
  };
  const move = makeNoteMover(roster, left);
  return {
    ...sheets,
    roster: left,
    terms: { ...terms, pairs: move(terms.pairs) },
    said: {
      pairs: said.pairs && move(said.pairs),
      previous: said.previous && move(said.previous),
      history: said.history.map(({ notes, tandems }) => ({ notes: move(notes), tandems })),
    },
  };
}

/** Makes what gives notes the numbers of another roster, and drops those of people who are not in it. */
function makeNoteMover(from: Roster, to: Roster): (notes: readonly PairNote[]) => PairNote[] {
  const byId = { mentor: indexById(to.mentors), mentee: indexById(to.mentees) };
  return notes =>
    notes.flatMap(note => {
      const mentor = byId.mentor.get(from.mentors[note.mentor]!.id);
      const mentee = byId.mentee.get(from.mentees[note.mentee]!.id);
      return mentor === undefined || mentee === undefined ? [] : [{ ...note, mentor, mentee }];
    });
}

function indexById(people: readonly Participant[]): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, index) => [id, index]));
}
