import fc from 'fast-check';
import { type Coverage, measureCoverage } from '../../src/domain/forecast.ts';
import type { Level, Limit, Terms } from '../../src/domain/policy.ts';
import { match } from '../../src/features/match/match.ts';
import {
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  programmes,
  richProgrammes,
  roster,
  rule,
  terms,
} from './rosters.ts';

/** Programmes for what counts mentees and tandems alone, and what somebody may change in them. */
export const COVERAGE: readonly Level[] = [{ kind: 'mentees' }, { kind: 'tandems' }];

/** Programmes with mentees first, in which everybody wants one mentor and nobody comes first: then nothing has to be solved again. */
export const plain = programmes({ mentors: 5, mentees: 7 }).map(withMenteesFirst).map(alike).filter(canBeMatched);
export const crowds = richProgrammes.map(withMenteesFirst).map(alike).filter(canBeMatched);

const SPEAKING = [rule({ name: 'overlap-languages', rule: 'overlap', field: 'languages' })];

const speaking = (extra: object) =>
  fc.record({
    country: fc.constantFrom('DE', 'FR', 'PL'),
    department: fc.constantFrom('IT', 'Sales', 'HR'),
    languages: fc.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1, maxLength: 2 }),
    ...extra,
  });

/** Few may meet, and limits stand in limits, tight ones with minimums, on both sides: room is far away, and minimums cost tandems. */
export const nested: fc.Arbitrary<Programme> = fc
  .record({
    mentors: fc.array(speaking({ capacity: fc.constantFrom(1, 1, 2), minLoad: fc.constantFrom(0, 0, 0, 1) }), {
      minLength: 3,
      maxLength: 7,
    }),
    mentees: fc.array(speaking({}), { minLength: 4, maxLength: 10 }),
    limits: fc.array(
      fc.record({ min: fc.constantFrom(0, 0, 1, 2), spare: fc.constantFrom(0, 1, 2, 2, Number.POSITIVE_INFINITY) }),
      { minLength: 10, maxLength: 10 },
    ),
    notes: fc.array(fc.record({ mentor: fc.nat(6), mentee: fc.nat(9), isBan: fc.boolean() }), { maxLength: 5 }),
    departments: fc.boolean(),
  })
  .map(({ mentors, mentees, limits, notes, departments }) => ({
    roster: roster(
      mentors.map((given, index) => mentor(`m${index}`, given)),
      mentees.map((given, index) => mentee(`e${index}`, given)),
    ),
    terms: terms({
      policy: policy({
        objective: COVERAGE,
        must: [...SPEAKING, ...(departments ? [rule({ rule: 'different', field: 'department' })] : [])],
      }),
      pairs: [...new Map(notes.map(given => [`${given.mentor} ${given.mentee}`, given])).values()]
        .filter(given => given.mentor < mentors.length && given.mentee < mentees.length)
        .map(({ isBan, ...pair }) => note({ ...pair, banned: isBan, met: !isBan }))
        .sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee),
      limits: (['mentee', 'mentor'] as const).flatMap((side, at) =>
        [['DE'], ['FR'], ['PL'], ['DE', 'FR'], ['DE', 'FR', 'PL']].map((countries, index): Limit => {
          const { min, spare } = limits[5 * at + index] ?? { min: 0, spare: 0 };
          const isCountry = countries.length === 1;
          const max = isCountry ? min + spare : countries.length - 1 + spare;
          return { ...limit({ place: countries.join('+'), side }), countries, min: isCountry ? min : 0, max };
        }),
      ),
    }),
  }))
  .filter(canBeMatched);

export function withMenteesFirst({ roster, terms }: Programme): Programme {
  const { must, prefer, pairsOnly } = terms.policy;
  return { roster, terms: { ...terms, policy: policy({ must, prefer, pairsOnly, objective: COVERAGE }) } };
}

function alike({ roster, terms }: Programme): Programme {
  const mentees = roster.mentees.map(mentee => ({ ...mentee, wants: 1, priority: 0 }));
  return { roster: { ...roster, mentees }, terms };
}

export function canBeMatched({ roster, terms }: Programme): boolean {
  return match(roster, terms).kind === 'matched';
}

/** What matching comes to. */
export function matched({ roster, terms }: Programme): Coverage {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  return measureCoverage(outcome.matching.tandems);
}

/** Terms that somebody has edited so that a bar is gone. */
export function without(bar: string, { policy, pairs, ...others }: Terms): Terms {
  switch (bar) {
    case 'banned-pair':
      return { policy, ...others, pairs: pairs.map(note => ({ ...note, banned: false })) };
    case 'met-before':
      return { policy, ...others, pairs: pairs.map(note => ({ ...note, met: false })) };
    case 'not-listed':
      return { policy: { ...policy, pairsOnly: false }, ...others, pairs };
    default:
      return { policy: { ...policy, must: policy.must.filter(({ name }) => name !== bar) }, ...others, pairs };
  }
}
