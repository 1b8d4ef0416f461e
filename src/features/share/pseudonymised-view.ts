import { isAboutVetoes } from '../../domain/confidential-bars.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { getRegister } from '../../domain/person-register.ts';
import type { Participant, Roster } from '../../domain/roster.ts';
import type { SharedPerson, SharedTandem, SharedView } from '../../domain/shared-view.ts';
import { compareText } from '../../domain/text.ts';
import { TandemUsage } from '../../residual/usage.ts';
import { makePseudonyms } from '../privacy/pseudonyms.ts';
import { explainUnmatched } from '../unmatched/reasons.ts';
import type { ProvenRun } from '../verify/verify-run.ts';

/** A run without names, ids, addresses and free texts. @param id of the run; @param key what pseudonyms follow from. */
export function viewUnderPseudonyms(run: ProvenRun, id: string | null, key: Uint8Array): SharedView {
  const { roster, terms, tandems, pairing } = run;
  const findings = { roster, terms, tandems, ...pairing };
  const call = makeCaller(roster, makePseudonyms(roster, key));
  const told = selectParts(run);
  const notes = new Map(terms.pairs.map(note => [`${note.mentor} ${note.mentee}`, note]));
  const describeTandem = ({ mentor, mentee }: Tandem): SharedTandem => ({
    mentor: call(roster.mentors[mentor]!),
    mentee: call(roster.mentees[mentee]!),
    score: told.isPartial ? null : pairing.affinity.score(mentor, mentee),
    points: told.parts.map(part => pairing.affinity.points(part, mentor, mentee)),
    status: notes.get(`${mentor} ${mentee}`)?.approved ? 'approved' : 'draft',
  });
  return {
    run: id,
    parts: told.parts.map(part => pairing.affinity.parts[part]!),
    isScorePartial: told.isPartial,
    tandems: tandems
      .map(describeTandem)
      .toSorted((a, b) => comparePeople(a.mentor, b.mentor) || comparePeople(a.mentee, b.mentee)),
    unmatched: explainUnmatched(findings, new TandemUsage(findings))
      .map(({ side, person, reason }) => ({ side, person: call(person), reason: reason.kind }))
      .toSorted((a, b) => compareText(a.side, b.side) || comparePeople(a.person, b.person)),
    ...countAlone(roster),
  };
}

function comparePeople(one: SharedPerson, other: SharedPerson): number {
  return compareText(one.pseudonym, other.pseudonym);
}

function makeCaller(roster: Roster, pseudonyms: readonly string[]): (person: Participant) => SharedPerson {
  const { people } = getRegister(roster);
  const byPerson = new Map(people.map((person, row) => [person, pseudonyms[row]!]));
  return person => {
    const { department, country } = person;
    return { pseudonym: byPerson.get(person)!, department, country };
  };
}

interface ToldParts {
  /** The numbers of the parts of a score that are told. */
  readonly parts: readonly number[];
  readonly isPartial: boolean;
}

/** Points for what people wished not, and points of single pairs, tell of people: they stay with HR. */
function selectParts({ terms, pairing }: ProvenRun): ToldParts {
  const { parts } = pairing.affinity;
  const open = new Set(terms.policy.prefer.filter(rule => !isAboutVetoes(rule)).map(({ name }) => name));
  const told = [...parts.keys()].filter(part => open.has(parts[part]!));
  return { parts: told, isPartial: told.length < parts.length };
}

/** Who can be told by department and country alone. */
function countAlone({ mentors, mentees }: Roster): Pick<SharedView, 'people' | 'alone'> {
  const countIn = (people: Roster['mentors'] | Roster['mentees']) => {
    const counts = new Map<string, number>();
    for (const { department, country } of people) {
      const key = JSON.stringify([department, country]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [...counts.values()].filter(count => count === 1).length;
  };
  return { people: mentors.length + mentees.length, alone: countIn(mentors) + countIn(mentees) };
}
