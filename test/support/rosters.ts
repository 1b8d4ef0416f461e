import fc from 'fast-check';
import type { Level, Limit, PairNote, Policy, Preference, Rule, Terms } from '../../src/domain/policy.ts';
import type { Mentee, Mentor, Participant, Roster, Side } from '../../src/domain/roster.ts';
import { blankNote } from '../../src/parse/notes.ts';

/** A participant with everything a rule could ask for; what matters to a test is given. */
export function participant(id: string, given: Partial<Participant> = {}): Participant {
  return {
    id,
    name: id.toUpperCase(),
    email: `${id.toLowerCase()}@example.org`,
    department: '',
    country: 'DE',
    city: '',
    offset: null,
    languages: [],
    topics: [],
    level: null,
    manager: '',
    wishes: [],
    notWith: [],
    extra: new Map(),
    row: 2,
    ...given,
  };
}

export function mentor(id: string, given: Partial<Mentor> = {}): Mentor {
  return { capacity: 1, minLoad: 0, ...participant(id, given), ...given };
}

export function mentee(id: string, given: Partial<Mentee> = {}): Mentee {
  return { wants: 1, priority: 0, ...participant(id, given), ...given };
}

export function roster(mentors: readonly Mentor[], mentees: readonly Mentee[]): Roster {
  return { mentors, mentees, withdrawn: [] };
}

export function rule(given: Pick<Rule, 'rule'> & Partial<Rule>): Rule {
  return { name: given.rule, field: '', by: null, ...given };
}

export function preference(given: Pick<Rule, 'rule'> & Partial<Preference>): Preference {
  return { weight: 0, ranks: null, ...rule(given), ...given };
}

export const CROSS_DEPARTMENT = preference({ name: 'cross-department', rule: 'different', field: 'department' });

export const ALL_LEVELS: readonly Level[] = [
  { kind: 'mentees' },
  { kind: 'tandems' },
  { kind: 'mentors' },
  { kind: 'kept' },
  { kind: 'preference', preference: 'cross-department' },
  { kind: 'worst' },
  { kind: 'score' },
  { kind: 'balance' },
];

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
    must: [rule({ name: 'overlap-languages', rule: 'overlap', field: 'languages' })],
    prefer: [CROSS_DEPARTMENT, preference({ name: 'overlap-topics', rule: 'overlap', field: 'topics', weight: 3 })],
    objective: DEFAULT_OBJECTIVE,
    pairsOnly: false,
    repeatAfterMonths: null,
    start: '',
    ...given,
  };
}

export function terms(given: Partial<Terms> = {}): Terms {
  return { policy: policy(), limits: [], pairs: [], ...given };
}

export function limit(given: Partial<Limit> & Pick<Limit, 'place' | 'side'>): Limit {
  return { countries: [given.place], min: 0, max: Number.POSITIVE_INFINITY, row: 2, ...given };
}

export function note(given: Partial<PairNote> & Pick<PairNote, 'mentor' | 'mentee'>): PairNote {
  return { ...blankNote(given.mentor, given.mentee, 2), ...given };
}

export interface Programme {
  readonly roster: Roster;
  readonly terms: Terms;
}

const COUNTRIES = ['DE', 'FR', 'PL'];

/** Regions that nest: one in the other, around the countries. */
const REGIONS: Readonly<Record<string, readonly string[]>> = { WEST: ['DE', 'FR'], ALL: ['DE', 'FR', 'PL'] };

/** Small programmes with everything that can get in each other's way, and with many ties. */
export function programmes(most = { mentors: 4, mentees: 4 }): fc.Arbitrary<Programme> {
  const capacity = fc.integer({ min: 0, max: 3 });
  return fc
    .record({
      mentors: fc.array(people({ capacity, minLoad: fc.constantFrom(0, 0, 0, 0, 1, 2) }), {
        minLength: 1,
        maxLength: most.mentors,
      }),
      mentees: fc.array(people({ wants: fc.constantFrom(1, 1, 1, 2), priority: fc.constantFrom(0, 0, 1, 5) }), {
        minLength: 1,
        maxLength: most.mentees,
      }),
      objective: objectives,
      limits: fc.uniqueArray(limits, { selector: ({ side, place }) => `${side} ${place}`, maxLength: 4 }),
      notes: fc.array(notes, { maxLength: 5 }),
    })
    .map(({ mentors, mentees, objective, limits, notes }) => {
      const people = roster(
        mentors.map((given, m) => ({ ...mentor(`m${m}`), ...given, minLoad: Math.min(given.minLoad, given.capacity) })),
        mentees.map((given, e) => ({ ...mentee(`e${e}`), ...given })),
      );
      return {
        roster: people,
        terms: terms({ policy: policy({ objective }), limits, pairs: pairNotes(people, notes) }),
      };
    });
}

function people<Extra>(extra: { [Key in keyof Extra]: fc.Arbitrary<Extra[Key]> }) {
  return fc.record({
    department: fc.constantFrom('Sales', 'IT'),
    country: fc.constantFrom(...COUNTRIES),
    languages: fc.constantFrom([], ['en'], ['de'], ['en', 'de'], ['en', 'de']),
    topics: fc.subarray(['a', 'b', 'c']),
    ...extra,
  }) as fc.Arbitrary<Pick<Participant, 'department' | 'country' | 'languages' | 'topics'> & Extra>;
}

/** Any levels in any order, as long as what is best without any tandem stands behind something that makes tandems. */
const objectives: fc.Arbitrary<readonly Level[]> = fc
  .oneof(
    fc.constant(DEFAULT_OBJECTIVE),
    fc.constant(ALL_LEVELS),
    fc.shuffledSubarray([...ALL_LEVELS], { minLength: 1 }),
  )
  .map(levels => {
    const needy = levels.findIndex(({ kind }) => kind === 'worst' || kind === 'balance');
    const makesTandems = levels.slice(0, needy).some(({ kind }) => MAKES_TANDEMS.includes(kind));
    return needy < 0 || makesTandems
      ? levels
      : [{ kind: 'mentees' }, ...levels.filter(({ kind }) => kind !== 'mentees')];
  });

const MAKES_TANDEMS: readonly string[] = ['mentees', 'tandems', 'mentors'];

const limits: fc.Arbitrary<Limit> = fc
  .record({
    place: fc.constantFrom(...COUNTRIES, ...Object.keys(REGIONS)),
    side: fc.constantFrom<Side>('mentor', 'mentee'),
    min: fc.constantFrom(0, 0, 0, 1, 2),
    spare: fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY),
  })
  .map(({ place, side, min, spare }) => ({
    ...limit({ place, side, min, max: min + spare }),
    countries: REGIONS[place] ?? [place],
  }));

interface Note {
  readonly mentor: number;
  readonly mentee: number;
  readonly action: 'lock' | 'ban' | 'score' | 'met' | 'kept';
  readonly points: number;
}

const notes: fc.Arbitrary<Note> = fc.record({
  mentor: fc.nat(10),
  mentee: fc.nat(10),
  action: fc.constantFrom('lock', 'ban', 'score', 'score', 'met', 'kept', 'kept'),
  points: fc.integer({ min: -3000, max: 3000 }),
});

function pairNotes(people: Roster, notes: readonly Note[]): PairNote[] {
  const byPair = new Map<string, PairNote>();
  for (const { action, points, ...given } of notes) {
    const pair = { mentor: given.mentor % people.mentors.length, mentee: given.mentee % people.mentees.length };
    const key = `${pair.mentor} ${pair.mentee}`;
    if (byPair.has(key) || (action === 'lock' && !mayLock(people, pair))) continue;
    byPair.set(
      key,
      note({
        ...pair,
        locked: action === 'lock',
        banned: action === 'ban',
        listed: action === 'score',
        met: action === 'met',
        kept: action === 'kept',
        points: action === 'score' ? points : 0,
      }),
    );
  }
  return [...byPair.values()].sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}

/** A lock against a rule is refused before matching, so generated locks keep the one rule of these programmes. */
function mayLock({ mentors, mentees }: Roster, pair: { mentor: number; mentee: number }): boolean {
  const wished = mentees[pair.mentee]?.languages ?? [];
  return mentors[pair.mentor]?.languages.some(language => wished.includes(language)) ?? false;
}
