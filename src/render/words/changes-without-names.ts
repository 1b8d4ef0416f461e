import { isKeptApart, KEPT_APART } from '../../domain/confidential-bars.ts';
import type { NamedPerson } from '../../domain/decisions.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import type { ChangeReason, ExplainedChange } from '../../domain/tandem-changes.ts';
import type { ToldChanges } from './changes.ts';
import type { Words } from './en/index.ts';

type Mask = (side: Side, person: Pick<NamedPerson, 'id'>) => string;

/**
 * The same changes for a comment or a chat: everybody by id, whoever is known by an address by their row, and without
 * notes. What keeps two apart by a wish or a decision is not told apart.
 */
export function omitNames(told: ToldChanges): ToldChanges {
  const { telling } = told;
  const { roster, terms, words } = telling;
  const mask = makeMask(roster, words);
  const rename = <Person extends Participant>(side: Side, people: readonly Person[]) =>
    people.map(person => ({ ...person, name: mask(side, person), email: '' }));
  return {
    ...told,
    changes: told.changes.map(change => maskChange(change, mask, terms.policy)),
    telling: {
      ...telling,
      roster: { ...roster, mentors: rename('mentor', roster.mentors), mentees: rename('mentee', roster.mentees) },
    },
  };
}

function makeMask({ mentors, mentees }: Roster, { changes: say }: Words): Mask {
  const rows = {
    mentor: new Map(mentors.map(({ id, row }) => [id, row])),
    mentee: new Map(mentees.map(({ id, row }) => [id, row])),
  };
  return (side, { id }) => (id === '' || id.includes('@') ? say.unnamed(side, rows[side].get(id) ?? null) : id);
}

function maskChange(change: ExplainedChange, mask: Mask, policy: Policy): ExplainedChange {
  return {
    ...change,
    mentor: maskPerson('mentor', change.mentor, mask),
    mentee: maskPerson('mentee', change.mentee, mask),
    why: maskReason(change.why, mask, policy),
  };
}

function maskPerson(side: Side, person: NamedPerson, mask: Mask): NamedPerson {
  return { id: person.id, name: mask(side, person), email: '' };
}

function maskReason(why: ChangeReason, mask: Mask, policy: Policy): ChangeReason {
  switch (why.kind) {
    case 'declined':
    case 'forced':
      return { ...why, remark: '' };
    case 'rule':
      return { ...why, bars: [...new Set(why.bars.map(bar => (isKeptApart(bar, policy) ? KEPT_APART : bar)))] };
    case 'first-mentor':
    case 'one-more':
      return { ...why, slotOf: why.slotOf.map(person => maskPerson('mentee', person, mask)) };
    case 'other-mentor':
      return {
        ...why,
        slotOf: why.slotOf.map(person => maskPerson('mentee', person, mask)),
        insteadOf: why.insteadOf.map(person => maskPerson('mentor', person, mask)),
      };
    case 'left':
    case 'slots':
    case 'limit':
    case 'released':
    case 'no-room':
    case 'moved':
    case 'continued':
    case 'points':
    case 'stays':
      return why;
  }
}
