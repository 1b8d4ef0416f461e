import { clearBit, makeEmptyBits, setBit } from '../../domain/bits.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import { listOpenPeople } from '../../domain/people-open-to-tandems.ts';
import type { Side } from '../../domain/roster.ts';
import type { Findings } from '../../residual/usage.ts';

/**
 * Of each tandem, in their order, whether its mentor or its mentee has no other possible partner: nobody besides those
 * they have whom the rules let them meet, and who has a slot and no limit of 0 around them.
 */
export function findOnlyCandidates(findings: Findings): readonly boolean[] {
  const { tandems } = findings;
  const [mentors, mentees] = [findLonely(findings, 'mentor'), findLonely(findings, 'mentee')];
  return tandems.map(({ mentor, mentee }) => mentors.has(mentor) || mentees.has(mentee));
}

/** Those of a side who have tandems, and could have no others. */
function findLonely({ roster, terms, tandems, candidates }: Findings, side: Side): ReadonlySet<number> {
  const other = getOtherSide(side);
  const people = listOpenPeople(roster, terms);
  const open = makeEmptyBits((other === 'mentor' ? roster.mentors : roster.mentees).length);
  for (const index of other === 'mentor' ? people.mentors : people.mentees) setBit(open, index);
  const own = new Map<number, number[]>();
  for (const tandem of tandems) own.set(tandem[side], [...(own.get(tandem[side]) ?? []), tandem[other]]);
  const isLonely = ([index, theirs]: readonly [number, readonly number[]]) => {
    const partners = candidates.partnersOf(side, index).slice();
    for (const partner of theirs) clearBit(partners, partner);
    return partners.every((word, at) => (word & open[at]!) === 0);
  };
  return new Set([...own].filter(isLonely).map(([index]) => index));
}
