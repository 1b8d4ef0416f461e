import { type Bits, clearBit, countNumbers, listNumbers, setBit } from '../../domain/bits.ts';
import type { Unmatched, WaitingMentee } from '../../domain/matching.ts';
import { MOST_ALTERNATES } from '../../domain/run-files.ts';
import type { Reason } from '../../domain/unmatched-reasons.ts';
import type { Findings, TandemUsage } from '../../residual/usage.ts';
import { FewerMentors } from './reasons.ts';

/**
 * Who waits for a mentor, or for one more, by id: nobody comes before anybody else. A mentor is named where one
 * more slot there would give the mentee a tandem while nobody moves: the mentor offers slots, the two may meet, and
 * no limit around either is reached.
 */
export function listReserve(
  findings: Findings,
  situation: TandemUsage,
  unmatched: readonly Unmatched[],
): WaitingMentee[] {
  const { roster, candidates } = findings;
  const reasons = new Map(
    unmatched.flatMap(({ side, person, reason }) => (side === 'mentee' ? [[person.id, reason.kind]] : [])),
  );
  const fewer = new FewerMentors(findings, situation);
  const givers = findGivers(findings, situation);
  return [...roster.mentees.entries()].flatMap(([mentee, { id, wants }]): WaitingMentee[] => {
    const own = situation.mentorsOf[mentee]!;
    if (own.length >= wants) return [];
    const partners = candidates.partnersOf('mentee', mentee);
    for (const mentor of own) clearBit(partners, mentor);
    if (partners.every(word => word === 0)) return [];
    const mentors = situation.listReachedLimits('mentee', mentee).length > 0 ? null : meet(partners, givers);
    const reason: Reason['kind'] = own.length === 0 ? reasons.get(id)! : fewer.findKind(mentee);
    return [{ mentee, has: own.length, reason, ...nameMentors(mentors) }];
  });
}

/** The mentors who offer slots, and under whose limits one more tandem has room. */
function findGivers({ roster }: Findings, situation: TandemUsage): Bits {
  const givers = new Int32Array(Math.ceil(roster.mentors.length / 32));
  for (const [mentor, { capacity }] of roster.mentors.entries()) {
    if (capacity > 0 && situation.listReachedLimits('mentor', mentor).length === 0) setBit(givers, mentor);
  }
  return givers;
}

function meet(partners: Bits, givers: Bits): Bits {
  return partners.map((word, at) => word & givers[at]!);
}

function nameMentors(mentors: Bits | null): Pick<WaitingMentee, 'mentors' | 'mentorsInAll'> {
  if (mentors === null) return { mentors: [], mentorsInAll: 0 };
  return { mentors: listNumbers(mentors).slice(0, MOST_ALTERNATES), mentorsInAll: countNumbers(mentors) };
}
