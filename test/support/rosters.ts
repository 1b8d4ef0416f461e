import fc from 'fast-check';
import type { Level, Limit, PairNote, Policy, Preference, Terms } from '../../src/domain/policy.ts';
import type { Mentee, Mentor, Participant, Roster, Side } from '../../src/domain/roster.ts';

/** A participant with everything a rule could ask for; what matters to a test is given. */
export function participant(id: string, given: Partial<Participant> = {}): Participant {
  return {
    id,
    name: id.toUpperCase(),
    email: `${id.toLowerCase()}@example.org`,
    department: '',
    country: 'DE',
    city: '',
    languages: [],
    topics: [],
    level: null,
    manager: '',
    extra: new Map(),
    row: 2,
    ...given,
  };
}

export function mentor(id: string, given: Partial<Mentor> = {}): Mentor {
  return { capacity: 1, ...participant(id, given), ...given };
}

export function mentee(id: string, given: Partial<Mentee> = {}): Mentee {
  return { wants: 1, ...participant(id, given), ...given };
}

export const CROSS_DEPARTMENT: Preference = {
  name: 'cross-department',
  rule: 'different',
  field: 'department',
  weight: 0,
};

export const DEFAULT_OBJECTIVE: readonly Level[] = [
  { kind: 'mentees' },
  { kind: 'tandems' },
  { kind: 'preference', preference: 'cross-department' },
  { kind: 'score' },
  { kind: 'balance' },
];

export function policy(given: Partial<Policy> = {}): Policy {
  return {
    preset: 'none',
    levels: [],
    must: [{ name: 'overlap-languages', rule: 'overlap', field: 'languages' }],
    prefer: [CROSS_DEPARTMENT, { name: 'overlap-topics', rule: 'overlap', field: 'topics', weight: 3 }],
    objective: DEFAULT_OBJECTIVE,
    pairsOnly: false,
    ...given,
  };
}

export function terms(given: Partial<Terms> = {}): Terms {
  return { policy: policy(), limits: [], pairs: [], ...given };
}

export interface Programme {
  readonly roster: Roster;
  readonly terms: Terms;
}

const COUNTRIES = ['DE', 'FR', 'PL'];

/** Small programmes with everything that can get in each other's way, and with many ties. */
export function programmes(most = { mentors: 4, mentees: 4 }): fc.Arbitrary<Programme> {
  return fc
    .record({
      mentors: fc.array(people({ capacity: fc.integer({ min: 0, max: 3 }) }), {
        minLength: 1,
        maxLength: most.mentors,
      }),
      mentees: fc.array(people({ wants: fc.constantFrom(1, 1, 1, 2) }), { minLength: 1, maxLength: most.mentees }),
      objective: objectives,
      limits: fc.uniqueArray(limits, { selector: ({ side, country }) => `${side} ${country}`, maxLength: 4 }),
      notes: fc.array(notes, { maxLength: 4 }),
    })
    .map(({ mentors, mentees, objective, limits, notes }) => {
      const roster: Roster = {
        mentors: mentors.map((given, m) => ({ ...mentor(`m${m}`), ...given })),
        mentees: mentees.map((given, e) => ({ ...mentee(`e${e}`), ...given })),
      };
      const pairs = pairNotes(roster, notes);
      return { roster, terms: terms({ policy: policy({ objective }), limits, pairs }) };
    });
}

function people<Extra>(extra: { [Key in keyof Extra]: fc.Arbitrary<Extra[Key]> }) {
  return fc.record({
    department: fc.constantFrom('Sales', 'IT'),
    country: fc.constantFrom(...COUNTRIES),
    languages: fc.subarray(['en', 'de'], { minLength: 0 }),
    topics: fc.subarray(['a', 'b', 'c']),
    ...extra,
  }) as fc.Arbitrary<Pick<Participant, 'department' | 'country' | 'languages' | 'topics'> & Extra>;
}

const objectives: fc.Arbitrary<readonly Level[]> = fc.oneof(
  fc.constant(DEFAULT_OBJECTIVE),
  fc.shuffledSubarray([...DEFAULT_OBJECTIVE], { minLength: 1 }),
);

const limits: fc.Arbitrary<Limit> = fc
  .record({
    country: fc.constantFrom(...COUNTRIES),
    side: fc.constantFrom<Side>('mentor', 'mentee'),
    min: fc.constantFrom(0, 0, 0, 1, 2),
    spare: fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY),
  })
  .map(({ country, side, min, spare }) => ({ country, side, min, max: min + spare, row: 2 }));

interface Note {
  readonly mentor: number;
  readonly mentee: number;
  readonly action: 'lock' | 'ban' | 'score';
  readonly points: number;
}

const notes: fc.Arbitrary<Note> = fc.record({
  mentor: fc.nat(10),
  mentee: fc.nat(10),
  action: fc.constantFrom('lock', 'ban', 'ban', 'score', 'score'),
  points: fc.integer({ min: -3000, max: 3000 }),
});

function pairNotes(roster: Roster, notes: readonly Note[]): PairNote[] {
  const byPair = new Map<string, PairNote>();
  for (const { action, points, ...given } of notes) {
    const pair = { mentor: given.mentor % roster.mentors.length, mentee: given.mentee % roster.mentees.length };
    const key = `${pair.mentor} ${pair.mentee}`;
    if (byPair.has(key)) continue;
    if (action === 'lock' && !mayLock(roster, pair)) continue;
    byPair.set(key, {
      ...pair,
      locked: action === 'lock',
      banned: action === 'ban',
      listed: action === 'score',
      points: action === 'score' ? points : 0,
      row: 2,
    });
  }
  return [...byPair.values()];
}

/** A lock against a rule is refused before matching, so generated locks keep the one rule of these programmes. */
function mayLock({ mentors, mentees }: Roster, pair: { mentor: number; mentee: number }): boolean {
  const wished = mentees[pair.mentee]?.languages ?? [];
  return mentors[pair.mentor]?.languages.some(language => wished.includes(language)) ?? false;
}
