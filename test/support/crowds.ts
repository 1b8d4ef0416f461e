import fc from 'fast-check';
import type { Level, Limit, PairNote, Preference, Rule } from '../../src/domain/policy.ts';
import type { Mentee, Mentor } from '../../src/domain/roster.ts';
import {
  ALL_LEVELS,
  DEFAULT_OBJECTIVE,
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  preference,
  roster,
  rule,
  terms,
} from './rosters.ts';

/** What makes a crowd hard to match, each by itself. */
export interface Crowd {
  readonly mentors: number;
  readonly mentees: number;
  /** Who is wanted: all alike, one mentor by everybody, a few by everybody and the others nearly alike, or anybody. */
  readonly wanted: 'alike' | 'one' | 'few' | 'anybody';
  /** Places of a mentor and wants of a mentee. */
  readonly places: 'one' | 'some' | 'many';
  readonly wants: 'one' | 'some';
  readonly priorities: 1 | 12;
  readonly must: 'nothing' | 'language' | 'country' | 'names';
  readonly limits: 'none' | 'zeros and ones' | 'tight';
  readonly noted: number;
  readonly objective: readonly Level[];
  /** What is chosen by chance, chosen by this. */
  readonly chance: number;
}

const SCORE_FIRST: readonly Level[] = [{ kind: 'score' }, { kind: 'mentees' }, { kind: 'balance' }];
const PLACES_FIRST: readonly Level[] = [{ kind: 'mentors' }, { kind: 'mentees' }, { kind: 'score' }, { kind: 'kept' }];

export const crowds: fc.Arbitrary<Crowd> = fc.record({
  mentors: fc.integer({ min: 20, max: 110 }),
  mentees: fc.integer({ min: 30, max: 120 }),
  wanted: fc.constantFrom('alike', 'one', 'few', 'few', 'anybody'),
  places: fc.constantFrom('one', 'some', 'many'),
  wants: fc.constantFrom('one', 'some'),
  priorities: fc.constantFrom(1, 12),
  must: fc.constantFrom('nothing', 'language', 'country', 'names'),
  limits: fc.constantFrom('none', 'zeros and ones', 'tight'),
  noted: fc.constantFrom(0, 20),
  objective: fc.constantFrom(DEFAULT_OBJECTIVE, ALL_LEVELS, ALL_LEVELS, SCORE_FIRST, PLACES_FIRST),
  chance: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
});

/** Most people live in the first one. */
const COUNTRIES = ['DE', 'DE', 'DE', 'DE', 'DE', 'FR', 'PL', 'AT'];
const LANGUAGES = [['en'], ['de'], ['en', 'de'], ['pl'], []];

/** A crowd as a programme: the same one for the same description. */
export function programmeOf(crowd: Crowd): Programme {
  const drawn = drawing(crowd.chance);
  const pick = <Item>(items: readonly Item[]) => items[drawn() % items.length] as Item;
  const person = () => ({
    country: pick(COUNTRIES),
    department: pick(['Sales', 'IT', 'Ops']),
    languages: pick(LANGUAGES),
    level: pick([1, 2, 3, 4, null]),
    notWith: crowd.must === 'names' && drawn() % 9 === 0 ? [`e${drawn() % crowd.mentees}`, 'Ops'] : [],
    wishes: drawn() % 5 === 0 ? [`m${drawn() % crowd.mentors}`, `m${drawn() % 3}`] : [],
  });
  const capacity = () => ({ one: 1, some: pick([0, 1, 1, 2, 3]), many: pick([5, 20, 400]) })[crowd.places];
  const mentors = Array.from({ length: crowd.mentors }, (_, m): Mentor => {
    const topics = topicsOf(crowd, m, () => pick([['a'], ['b'], ['a', 'b'], ['c', 'd']]));
    return mentor(`m${m}`, { ...person(), topics, capacity: capacity() });
  });
  const mentees = Array.from({ length: crowd.mentees }, (_, e): Mentee => {
    const topics = crowd.wanted === 'anybody' ? pick([['a'], ['a', 'b', 'c'], ['d'], []]) : ['a', 'b', 'c'];
    const wants = crowd.wants === 'one' ? 1 : pick([1, 2, 3]);
    return mentee(`e${e}`, { ...person(), topics, wants, priority: drawn() % crowd.priorities });
  });
  return {
    roster: roster(mentors, mentees),
    terms: terms({
      policy: policy({ must: MUSTS[crowd.must], prefer: PREFER, objective: crowd.objective }),
      limits: LIMITS[crowd.limits],
      pairs: notesFor(crowd, drawn),
    }),
  };
}

const MUSTS: Readonly<Record<Crowd['must'], readonly Rule[]>> = {
  nothing: [],
  language: [rule({ rule: 'overlap', field: 'languages' })],
  country: [rule({ rule: 'same', field: 'country' })],
  names: [rule({ rule: 'not-vetoed' }), rule({ rule: 'not-the-same-person' })],
};

const PREFER: readonly Preference[] = [
  preference({ name: 'cross-department', rule: 'different', field: 'department' }),
  preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 3 }),
  preference({ name: 'near', rule: 'at-most-apart', field: 'level', by: 1, weight: 1 }),
  preference({ rule: 'wished', weight: 2 }),
];

/** Of every limit that there is, one of 0 and one of 1 on each side; or limits that leave some of a country without. */
const LIMITS: Readonly<Record<Crowd['limits'], readonly Limit[]>> = {
  none: [],
  'zeros and ones': [
    limit({ place: 'FR', side: 'mentee', max: 0 }),
    limit({ place: 'PL', side: 'mentee', max: 1 }),
    limit({ place: 'AT', side: 'mentor', max: 0 }),
    limit({ place: 'FR', side: 'mentor', max: 1 }),
  ],
  tight: [
    limit({ place: 'DE', side: 'mentee', max: 17 }),
    limit({ place: 'ALL', countries: ['AT', 'DE', 'FR', 'PL'], side: 'mentor', max: 25 }),
    limit({ place: 'DE', side: 'mentor', min: 1, max: 20 }),
  ],
};

function topicsOf({ wanted }: Crowd, mentor: number, any: () => readonly string[]): readonly string[] {
  switch (wanted) {
    case 'alike':
      return ['a'];
    case 'one':
      return mentor === 0 ? ['a', 'b', 'c'] : [];
    case 'few':
      return mentor < 4 ? ['a', 'b', 'c'] : ['a', 'b'];
    case 'anybody':
      return any();
  }
}

/** Bans, points and pairs of a previous run; nothing that could clash. */
function notesFor({ noted, mentors, mentees }: Crowd, drawn: () => number): PairNote[] {
  const byPair = new Map<string, PairNote>();
  for (let n = 0; n < noted; n++) {
    const pair = { mentor: drawn() % mentors, mentee: drawn() % mentees };
    const said = [{ banned: true }, { listed: true, points: (drawn() % 4001) - 2000 }, { kept: true }, { met: true }];
    byPair.set(`${pair.mentor} ${pair.mentee}`, note({ ...pair, ...said[n % said.length] }));
  }
  return [...byPair.values()].sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}

/** Numbers that look drawn and follow from the first (Park & Miller, CACM 31 (1988), 1192–1201). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    // The last bits of neighbours are too much alike.
    return state >>> 4;
  };
}
