import { keyPerson, type SideId } from '../../domain/decisions.ts';
import { leftAndGone, leftButActive, notAmongLeft, type Parsed, type Problem } from '../../domain/problems.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { compareText } from '../../domain/text.ts';
import type { Understood } from '../../domain/understood.ts';
import { detectStatusQuestion } from '../values/statuses.ts';
import { findAskedPerson } from './people-in-call.ts';

/** Who left a finished run, whatever their rows say. */
export interface LeftSource {
  readonly people: readonly SideId[];
  /** How a call names those of them who take part again. */
  readonly rejoining: readonly string[];
  /** The run's folder, for messages. */
  readonly folder: string;
  /** Whether these are what a finished run took, so that there is nothing to tell. */
  readonly areTaken: boolean;
}

/** A sheet of people as it was understood; null where it could not be read. */
export type UnderstoodSheets = Readonly<
  Record<Side, { readonly file: string; readonly understood: Understood | null }>
>;

/** People of whom some left, and who that is. */
export interface RosterWithLeft {
  readonly roster: Roster;
  readonly left: readonly SideId[];
}

/**
 * Withdraws who left a finished run although their rows say otherwise. Where a row says it too, the sheet alone counts
 * from now on; who is in no sheet is forgotten, and told.
 */
export function withdrawLeft(
  roster: Roster,
  source: LeftSource | null,
  sheets: UnderstoodSheets,
): Parsed<RosterWithLeft> {
  if (source === null) return { value: { roster, left: [] }, problems: [] };
  const { value: back, problems } = findRejoining(roster, source);
  const asked = source.people.filter(person => !back.has(keyPerson(person)));
  const keys = new Set(asked.map(keyPerson));
  const isLeaving = (side: Side) => (person: Participant) => keys.has(keyPerson({ side, id: person.id }));
  const leaving = [
    ...roster.mentees.filter(isLeaving('mentee')).map(person => ({ side: 'mentee', person }) as const),
    ...roster.mentors.filter(isLeaving('mentor')).map(person => ({ side: 'mentor', person }) as const),
  ];
  const known = new Set(roster.withdrawn.map(({ side, person }) => keyPerson({ side, id: person.id })));
  const away = leaving.map(({ side, person }) => ({ side, id: person.id }));
  const here = new Set(away.map(keyPerson));
  const gone = asked.filter(person => !known.has(keyPerson(person)) && !here.has(keyPerson(person)));
  return {
    value: {
      roster:
        leaving.length === 0
          ? roster
          : { ...roster, ...takeOut(roster, isLeaving), withdrawn: addWithdrawn(roster, leaving) },
      left: source.areTaken
        ? asked.filter(person => known.has(keyPerson(person)) || here.has(keyPerson(person)))
        : away,
    },
    problems: source.areTaken
      ? []
      : [
          ...problems,
          ...leaving.map(({ side, person }) => reportActive(person, sheets[side])),
          ...gone.flatMap(({ side, id }) =>
            sheets[side].understood === null ? [] : [leftAndGone(sheets[side].file, id)],
          ),
        ],
  };
}

/** Keys of those who take part again. */
function findRejoining(roster: Roster, { people, rejoining, folder }: LeftSource): Parsed<ReadonlySet<string>> {
  const left = new Set(people.map(keyPerson));
  const back = new Set<string>();
  const problems: Problem[] = [];
  for (const text of rejoining) {
    const found = findAskedPerson(text, roster, folder);
    const keys = 'code' in found ? [] : found.map(({ side, person }) => keyPerson({ side, id: person.id }));
    const own = keys.filter(key => left.has(key));
    for (const key of own) back.add(key);
    if ('code' in found) problems.push(found);
    else if (own.length === 0)
      problems.push(
        notAmongLeft(
          folder,
          text,
          people.map(({ id }) => id),
        ),
      );
  }
  return { value: back, problems };
}

function takeOut({ mentors, mentees }: Roster, isLeaving: (side: Side) => (person: Participant) => boolean) {
  const [isMentor, isMentee] = [isLeaving('mentor'), isLeaving('mentee')];
  return {
    mentors: mentors.filter(person => !isMentor(person)),
    mentees: mentees.filter(person => !isMentee(person)),
  };
}

/** Mentees first, then by id, as the sheets' own are. */
function addWithdrawn({ withdrawn }: Roster, leaving: Roster['withdrawn']): Roster['withdrawn'] {
  return [...withdrawn, ...leaving].sort(
    (a, b) => compareText(a.side, b.side) || compareText(a.person.id, b.person.id),
  );
}

/** Where the row says otherwise, and what to write there. */
function reportActive({ id, name, row }: Participant, { file, understood }: UnderstoodSheets[Side]): Problem {
  const header = understood?.columns.find(({ column }) => column === 'status')?.header ?? null;
  return leftButActive({ file, row, column: 'status' }, { id, name }, findLeavingWord(header));
}

/** What a cell of a column of statuses says of who left; where there is no such column, what one would say. */
export function findLeavingWord(header: string | null): { readonly column: string | null; readonly word: LeavingWord } {
  if (header === null) return { column: null, word: 'withdrawn' };
  switch (detectStatusQuestion(header)) {
    case 'words':
      return { column: header, word: 'withdrawn' };
    case 'in':
      return { column: header, word: 'no' };
    case 'out':
      return { column: header, word: 'yes' };
  }
}

export type LeavingWord = 'withdrawn' | 'no' | 'yes';
