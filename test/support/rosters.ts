import fc from 'fast-check';
import { makeBlankNote } from '../../src/domain/noted-pairs.ts';
import { LEVELS, WEIGHED } from '../../src/domain/objective-level-table.ts';
import type { Level, Limit, PairNote, Policy, Preference, Rule, Terms } from '../../src/domain/policy.ts';
import type { Mentee, Mentor, Participant, Roster, Side } from '../../src/domain/roster.ts';
import { getComparison, RULES, type RuleKind } from '../../src/domain/rule-table.ts';

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
  return { mentors, mentees, withdrawn: [], meanings: new Map(), same: [], different: [] };
}

export function rule(given: Pick<Rule, 'rule'> & Partial<Rule>): Rule {
  return { name: given.rule, field: '', by: null, ...given };
}

export function preference(given: Pick<Rule, 'rule'> & Partial<Preference>): Preference {
  return { weight: 0, ranks: null, ...rule(given), ...given };
}

export const CROSS_DEPARTMENT = preference({ name: 'cross-department', rule: 'different', field: 'department' });

/** Every level that there is, a preference's before the worst tandem. */
export const ALL_LEVELS: readonly Level[] = LEVELS.flatMap((kind): readonly Level[] =>
  kind === 'worst' ? [{ kind: 'preference', preference: CROSS_DEPARTMENT.name }, { kind }] : [{ kind }],
);

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
  return { policy: policy(), limits: [], pairs: [], pastTandems: null, carriedOver: null, ...given };
}

export function limit(given: Partial<Limit> & Pick<Limit, 'place' | 'side'>): Limit {
  return { countries: [given.place], min: 0, max: Number.POSITIVE_INFINITY, row: 2, ...given };
}

export function note(given: Partial<PairNote> & Pick<PairNote, 'mentor' | 'mentee'>): PairNote {
  return { ...makeBlankNote(given.mentor, given.mentee, 2), ...given };
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
  return built(most, {
    wants: fc.constantFrom(1, 1, 1, 2),
    objective: objectives,
    limits: limitsOf(4),
    withdrawn: fc.constant([]),
  });
}

/**
 * Small programmes in which one change moves many: levels in any order, several mentors wanted, tight limits in each other on
 * both sides, and people who withdrew.
 */
export function tangles(most = { mentors: 5, mentees: 5 }): fc.Arbitrary<Programme> {
  const gone = fc.record({ side: fc.constantFrom<Side>('mentor', 'mentee'), country: fc.constantFrom(...COUNTRIES) });
  return built(most, {
    wants: fc.constantFrom(1, 1, 2, 3),
    objective: weighing(fc.shuffledSubarray([...ALL_LEVELS], { minLength: 1 }).map(withTandems)),
    limits: limitsOf(7),
    withdrawn: fc.array(gone, { maxLength: 2 }),
  });
}

interface Parts {
  readonly wants: fc.Arbitrary<number>;
  readonly objective: fc.Arbitrary<readonly Level[]>;
  readonly limits: fc.Arbitrary<readonly Limit[]>;
  readonly withdrawn: fc.Arbitrary<readonly { readonly side: Side; readonly country: string }[]>;
}

function built(
  most: { readonly mentors: number; readonly mentees: number },
  { wants, objective, limits, withdrawn }: Parts,
): fc.Arbitrary<Programme> {
  const capacity = fc.integer({ min: 0, max: 3 });
  return fc
    .record({
      mentors: fc.array(people({ capacity, minLoad: fc.constantFrom(0, 0, 0, 0, 1, 2) }), {
        minLength: 1,
        maxLength: most.mentors,
      }),
      mentees: fc.array(people({ wants, priority: fc.constantFrom(0, 0, 1, 5) }), {
        minLength: 1,
        maxLength: most.mentees,
      }),
      objective,
      limits,
      notes: fc.array(notes, { maxLength: 5 }),
      withdrawn,
      past: fc.option(fc.array(fc.nat(3), { maxLength: most.mentees }), { freq: 3 }),
    })
    .map(({ mentors, mentees, objective, limits, notes, withdrawn, past }) => {
      const people: Roster = {
        mentors: mentors.map((given, m) => ({
          ...mentor(`m${m}`),
          ...given,
          minLoad: Math.min(given.minLoad, given.capacity),
        })),
        mentees: mentees.map((given, e) => ({ ...mentee(`e${e}`), ...given })),
        withdrawn: withdrawn.map(({ side, country }, index) =>
          side === 'mentor'
            ? { side, person: mentor(`gone${index}`, { country }) }
            : { side, person: mentee(`gone${index}`, { country }) },
        ),
        meanings: new Map(),
        same: [],
        different: [],
      };
      return {
        roster: people,
        terms: terms({
          policy: policy({ objective }),
          limits,
          pairs: pairNotes(people, notes),
          pastTandems: past && { counts: new Map(past.map((count, e) => [`e${e}`, count])), most: 3 },
        }),
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
const objectives: fc.Arbitrary<readonly Level[]> = weighing(
  fc
    .oneof(
      fc.constant(DEFAULT_OBJECTIVE),
      fc.constant(ALL_LEVELS),
      fc.shuffledSubarray([...ALL_LEVELS], { minLength: 1 }),
    )
    .map(withTandems),
);

/** Some objectives weigh kept tandems against points. */
function weighing(objectives: fc.Arbitrary<readonly Level[]>): fc.Arbitrary<readonly Level[]> {
  return fc
    .tuple(objectives, fc.constantFrom(null, null, 1, 1500, 4000))
    .map(([levels, worth]) =>
      worth === null ? levels : levels.map(level => (level.kind === 'kept' ? { kind: WEIGHED, worth } : level)),
    );
}

function withTandems(levels: readonly Level[]): readonly Level[] {
  const needy = levels.findIndex(({ kind }) => kind === 'worst' || kind === 'balance');
  const makesTandems = levels.slice(0, needy).some(({ kind }) => MAKES_TANDEMS.includes(kind));
  return needy < 0 || makesTandems ? levels : [{ kind: 'mentees' }, ...levels.filter(({ kind }) => kind !== 'mentees')];
}

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
  readonly action: 'lock' | 'continues' | 'ban' | 'declined' | 'parted' | 'score' | 'met' | 'kept';
  readonly points: number;
}

function limitsOf(maxLength: number): fc.Arbitrary<readonly Limit[]> {
  return fc.uniqueArray(limits, { selector: ({ side, place }) => `${side} ${place}`, maxLength });
}

const notes: fc.Arbitrary<Note> = fc.record({
  mentor: fc.nat(10),
  mentee: fc.nat(10),
  action: fc.constantFrom(
    'lock',
    'lock',
    'continues',
    'ban',
    'declined',
    'parted',
    'score',
    'score',
    'met',
    'kept',
    'kept',
  ),
  points: fc.integer({ min: -3000, max: 3000 }),
});

function pairNotes(people: Roster, notes: readonly Note[]): PairNote[] {
  const byPair = new Map<string, PairNote>();
  for (const { action, points, ...given } of notes) {
    const pair = { mentor: given.mentor % people.mentors.length, mentee: given.mentee % people.mentees.length };
    const key = `${pair.mentor} ${pair.mentee}`;
    if (byPair.has(key) || ((action === 'lock' || action === 'continues') && !mayLock(people, pair))) continue;
    byPair.set(
      key,
      note({
        ...pair,
        locked: action === 'lock',
        banned: action === 'ban',
        declined: action === 'declined',
        continues: action === 'continues',
        parted: action === 'parted',
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

const FIELDS = ['country', 'city', 'department', 'team'];
const LISTS = ['languages', 'topics', 'team'];
const MEASURES = ['level', 'timezone', 'age'];
const DISTANCES: Readonly<Partial<Record<RuleKind, number>>> = { 'at-least-apart': 1, 'at-most-apart': 2 };

/** Every kind of rule on every kind of column. */
const EVERY_RULE: readonly Rule[] = [
  ...listRules('words').flatMap(kind =>
    (getComparison(kind) === 'lists' ? LISTS : FIELDS).map(field =>
      rule({ name: `${kind}-${field}`, rule: kind, field }),
    ),
  ),
  ...MEASURES.flatMap(field =>
    listRules('numbers').map(kind =>
      rule({ name: `${field}-${kind}`, rule: kind, field, by: DISTANCES[kind] ?? null }),
    ),
  ),
  ...listRules('own').map(kind => rule({ rule: kind })),
];

/** The rules about a column of words or of numbers that is named, or about one of their own. */
function listRules(about: 'words' | 'numbers' | 'own'): readonly RuleKind[] {
  return RULES.filter(kind => {
    const compared = getComparison(kind);
    return about === (compared === null ? 'own' : compared === 'numbers' ? 'numbers' : 'words');
  });
}

/** The rules that go by names, once more: among all kinds they would be rare. */
const NAMING_RULES = EVERY_RULE.filter(({ field }) => field === '');

const mustRules: fc.Arbitrary<readonly Rule[]> = fc.oneof(
  fc.shuffledSubarray([...EVERY_RULE], { maxLength: 3 }),
  fc.shuffledSubarray([...NAMING_RULES, ...EVERY_RULE.filter(({ rule }) => rule === 'same')], { maxLength: 2 }),
  fc.shuffledSubarray(NAMING_RULES.filter(({ rule }) => rule !== 'wished')),
);

const preferences: fc.Arbitrary<readonly Preference[]> = fc
  .tuple(fc.shuffledSubarray([...EVERY_RULE], { maxLength: 4 }), fc.subarray([...NAMING_RULES]))
  .chain(([some, naming]) => {
    const rules = [...some, ...naming.filter(({ name }) => !some.some(known => known.name === name))];
    const weights = fc.array(fc.constantFrom(0, 1, 1, 2, 5), { minLength: rules.length, maxLength: rules.length });
    return fc
      .tuple(weights, fc.constantFrom(null, [1000, 400], [900]))
      .map(([weights, ranks]) => rules.map((rule, index) => ({ ...rule, weight: weights[index] ?? 0, ranks })));
  });

interface RichPerson extends Omit<Participant, 'id' | 'name' | 'email' | 'manager' | 'wishes' | 'notWith' | 'row'> {
  /** null for one of their own. */
  readonly name: string | null;
  /** Numbers that stand for names; null for none. */
  readonly managedBy: number | null;
  readonly wishing: readonly number[];
  readonly vetoing: readonly number[];
  /** Whether a mentee is the mentor in the same place of the other sheet. */
  readonly isMentorToo: boolean;
  readonly places: number;
  readonly priority: number;
}

const DEPARTMENTS = ['Sales', 'sales', 'IT', 'Ops', ''];

const richPerson: fc.Arbitrary<RichPerson> = fc
  .record({
    name: fc.constantFrom(null, null, null, 'Zoë Müller', 'Mueller Zoe', 'Muller, Zoe'),
    department: fc.constantFrom(...DEPARTMENTS),
    country: fc.constantFrom(...COUNTRIES),
    city: fc.constantFrom('Berlin', 'berlin', 'Paris', ''),
    offset: fc.constantFrom(null, 0, 60, 330),
    languages: fc.subarray(['en', 'EN', 'de', 'pl']),
    topics: fc.subarray(['a', 'b', 'c', 'd']),
    level: fc.constantFrom(null, 1, 2, 3),
    team: fc.constantFrom('', 'red', 'blue', 'blue; red'),
    age: fc.constantFrom('', '2', '2,5', '7'),
    managedBy: fc.option(fc.nat(200), { freq: 2 }),
    wishing: fc.oneof(fc.constant([]), fc.array(fc.nat(200), { maxLength: 3 })),
    vetoing: fc.oneof(fc.constant([]), fc.constant([]), fc.array(fc.nat(200), { maxLength: 2 })),
    isMentorToo: fc.constantFrom(false, false, false, true),
    places: fc.constantFrom(0, 1, 1, 1, 2, 3),
    priority: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ team, age, ...person }) => ({
    ...person,
    extra: new Map([
      ['team', team],
      ['age', age],
    ]),
  }));

/** People of one side: a few, or more than one word of 32 bits holds. */
const richSide = fc.oneof(
  fc.array(richPerson, { minLength: 1, maxLength: 6 }),
  fc.array(richPerson, { minLength: 30, maxLength: 40 }),
);

const richNote = fc.record({
  mentor: fc.nat(60),
  mentee: fc.nat(60),
  locked: fc.boolean(),
  override: fc.constantFrom('', 'they asked for it'),
  banned: fc.constantFrom(false, false, true),
  declined: fc.constantFrom(false, false, false, true),
  listed: fc.boolean(),
  points: fc.integer({ min: -3000, max: 3000 }),
  met: fc.constantFrom(false, false, true),
  continues: fc.constantFrom(false, false, true),
  parted: fc.constantFrom(false, false, false, true),
  kept: fc.boolean(),
  held: fc.constant(false),
});

/** Programmes with every rule that there is, as a must and as a preference, and with everything that may be said of pairs. */
export const richProgrammes: fc.Arbitrary<Programme> = fc
  .record({
    mentors: richSide,
    mentees: richSide,
    must: mustRules,
    prefer: preferences,
    notes: fc.uniqueArray(richNote, { maxLength: 14, selector: ({ mentor, mentee }) => `${mentor} ${mentee}` }),
    pairsOnly: fc.constantFrom(false, false, false, false, true),
  })
  .map(({ mentors, mentees, must, prefer, notes, pairsOnly }) => {
    const people = richRoster(mentors, mentees);
    return {
      roster: people,
      terms: terms({ policy: policy({ must, prefer, pairsOnly }), pairs: richNotes(people, notes) }),
    };
  });

function richRoster(mentors: readonly RichPerson[], mentees: readonly RichPerson[]): Roster {
  const ids = {
    mentor: mentors.map((_, m) => `m${m}`),
    mentee: mentees.map(({ isMentorToo }, e) => (isMentorToo && e < mentors.length ? `m${e}` : `e${e}`)),
  };
  const names = [...ids.mentor, ...ids.mentee];
  const named = (number: number) => names[number % names.length] ?? '';
  const whole = (side: Side, { name, managedBy, wishing, vetoing, ...person }: RichPerson, index: number) => {
    const id = ids[side][index] ?? '';
    // Managers stand further up in the same list, or are in no sheet, so that nobody is above themselves.
    const manager = managedBy === null ? '' : managedBy % 3 === 0 ? `boss${managedBy % 4}` : above(managedBy, id, ids);
    const wishes = [...new Set(wishing.map(named))];
    const notWith = vetoing.map(number => (number % 2 ? named(number) : (DEPARTMENTS[number % 4] ?? '')));
    return { ...participant(id, name === null ? {} : { name }), ...person, manager, wishes, notWith };
  };
  return roster(
    mentors.map((person, m) => ({ ...mentor(''), ...whole('mentor', person, m), capacity: person.places, minLoad: 0 })),
    mentees.map((person, e) => ({ ...mentee(''), ...whole('mentee', person, e), wants: Math.max(1, person.places) })),
  );
}

/** Somebody with a smaller number than a person. */
function above(pick: number, id: string, ids: Readonly<Record<Side, readonly string[]>>): string {
  const own = Number(id.slice(1));
  const names = [...ids.mentor, ...ids.mentee].filter(name => Number(name.slice(1)) < own);
  return names[pick % Math.max(1, names.length)] ?? '';
}

function richNotes(
  { mentors, mentees }: Roster,
  notes: readonly Omit<PairNote, 'row' | 'reason' | 'approved' | 'remark' | 'decided'>[],
): PairNote[] {
  const inside = notes.filter(note => note.mentor < mentors.length && note.mentee < mentees.length);
  return inside
    .map(given =>
      note({ ...given, override: given.locked ? given.override : '', points: given.listed ? given.points : 0 }),
    )
    .sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}
