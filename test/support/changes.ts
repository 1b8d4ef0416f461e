import type { PairNote } from '../../src/domain/policy.ts';
import type { Lever } from '../../src/domain/remedies.ts';
import { note, type Programme } from './rosters.ts';

/** A programme after an organiser made one change, by the words of the change alone. */
export function changed({ roster, terms }: Programme, lever: Lever): Programme {
  const mentorsWith = (mentor: number, given: object) => ({
    ...roster,
    mentors: roster.mentors.map((person, m) => (m === mentor ? { ...person, ...given } : person)),
  });
  const limitsWith = (limit: number, given: object) => ({
    ...terms,
    limits: terms.limits.map((known, at) => (at === limit ? { ...known, ...given } : known)),
  });
  switch (lever.kind) {
    case 'slot':
      return {
        roster: mentorsWith(lever.mentor, { capacity: (roster.mentors[lever.mentor]?.capacity ?? 0) + 1 }),
        terms,
      };
    case 'load':
      return {
        roster: mentorsWith(lever.mentor, { minLoad: (roster.mentors[lever.mentor]?.minLoad ?? 0) - 1 }),
        terms,
      };
    case 'limit':
      return { roster, terms: limitsWith(lever.limit, { max: (terms.limits[lever.limit]?.max ?? 0) + 1 }) };
    case 'minimum':
      return { roster, terms: limitsWith(lever.limit, { min: (terms.limits[lever.limit]?.min ?? 0) - 1 }) };
    case 'lock':
      return {
        roster,
        terms: { ...terms, pairs: noted(terms.pairs, lever, { locked: false, continues: false, override: '' }) },
      };
    case 'pair':
      return { roster, terms: { ...terms, pairs: noted(terms.pairs, lever, lifting(lever.bar)) } };
  }
}

/** What a note says of a pair when a bar is lifted for it: a rule by a lock with a reason. */
function lifting(bar: string): Partial<PairNote> {
  if (bar === 'banned-pair') return { banned: false };
  if (bar === 'met-before') return { met: false };
  if (bar === 'not-listed') return { listed: true };
  if (bar === 'declined' || bar === 'not-again') throw new Error('what somebody declined is not for others to change');
  return { locked: true, override: 'the organiser lets them meet' };
}

function noted(
  pairs: readonly PairNote[],
  { mentor, mentee }: { readonly mentor: number; readonly mentee: number },
  given: Partial<PairNote>,
): PairNote[] {
  const isTheirs = (pair: PairNote) => pair.mentor === mentor && pair.mentee === mentee;
  const known = pairs.find(isTheirs);
  return [...pairs.filter(pair => !isTheirs(pair)), note({ ...known, mentor, mentee, ...given })].sort(
    (a, b) => a.mentor - b.mentor || a.mentee - b.mentee,
  );
}

/** Every single change that an organiser could make, found from the sheets. @param barsOf the bars between two people. */
export function everyChange(
  { roster, terms }: Programme,
  barsOf: (mentor: number, mentee: number) => readonly string[],
): Lever[] {
  const pairs = roster.mentors.flatMap((_, mentor) => roster.mentees.map((_, mentee) => ({ mentor, mentee })));
  return [
    ...roster.mentors.map((_, mentor): Lever => ({ kind: 'slot', mentor })),
    ...terms.limits.map((_, limit): Lever => ({ kind: 'limit', limit })),
    ...terms.limits.flatMap(({ min }, limit): Lever[] => (min > 0 ? [{ kind: 'minimum', limit }] : [])),
    ...roster.mentors.flatMap(({ minLoad }, mentor): Lever[] => (minLoad > 0 ? [{ kind: 'load', mentor }] : [])),
    ...terms.pairs.flatMap((pair): Lever[] =>
      pair.locked || pair.continues ? [{ kind: 'lock', mentor: pair.mentor, mentee: pair.mentee }] : [],
    ),
    ...pairs.flatMap(({ mentor, mentee }): Lever[] => {
      const [bar, ...more] = barsOf(mentor, mentee);
      return bar === undefined || more.length > 0 || bar === 'declined' || bar === 'not-again'
        ? []
        : [{ kind: 'pair', mentor, mentee, bar }];
    }),
  ];
}
