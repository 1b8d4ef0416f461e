/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMANDS } from '../../../src/domain/certificate.ts';
import { type Demand, listDemands } from '../../../src/domain/demands.ts';
import type { PairNote, Terms } from '../../../src/domain/policy.ts';
import type { Participant, Roster } from '../../../src/domain/roster.ts';
import { TIES } from '../../../src/domain/ties.ts';
import { match, type Outcome } from '../../../src/features/match/match.ts';
import { bestByTrying } from '../../support/brute-force.ts';
import { type Crowd, crowds, programmeOf } from '../../support/crowds.ts';
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
  programmes,
  roster,
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** What each level of the objective comes to, or null where demands clash. */
function levelsOf(outcome: Outcome): number[] | null {
  if (outcome.kind === 'too-large') throw new Error(`too large on ${outcome.level}`);
  if (outcome.kind === 'clash') return null;
  const levels = outcome.proof.levels.filter(({ level }) => level !== DEMANDS && level !== TIES);
  return levels.map(({ value }) => value ?? Number.POSITIVE_INFINITY);
}

function tandemIds({ roster, terms }: Programme): string[] {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  return outcome.matching.tandems.map(pair => `${roster.mentors[pair.mentor]?.id} ${roster.mentees[pair.mentee]?.id}`);
}

const solvable = programmes({ mentors: 6, mentees: 6 }).filter(
  ({ roster, terms }) => match(roster, terms).kind === 'matched',
);

/** Programmes in which many of those who all may meet are locked. */
const locked = fc
  .tuple(tangles({ mentors: 3, mentees: 3 }), fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }))
  .map(([{ roster, terms }, isLocked]): Programme => {
    const pairs = roster.mentors.flatMap((_, m) =>
      roster.mentees.flatMap((_, e) => (isLocked[3 * m + e] ? [note({ mentor: m, mentee: e, locked: true })] : [])),
    );
    return { roster: talking(roster), terms: { ...terms, pairs } };
  });

function talking(roster: Roster): Roster {
  const languages = ['en'];
  return {
    ...roster,
    mentors: roster.mentors.map(person => ({ ...person, languages })),
    mentees: roster.mentees.map(person => ({ ...person, languages })),
  };
}

function namesSmallestClash({ roster, terms }: Programme): void {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'clash') throw new Error(outcome.kind);
  const { demands } = outcome.clash;
  const clashes = (some: readonly unknown[]) => bestByTrying(demandingOnly({ roster, terms }, some)) === null;
  const chosen = demands.map(subject);
  expect(clashes(chosen)).toBe(true);
  const all = listDemands(roster, terms).map(subject);
  for (const smaller of subsets(all, demands.length - 1)) expect(clashes(smaller)).toBe(false);
}

describe('the matcher', () => {
  test('reaches what trying every set of tandems reaches, on every level', () => {
    fc.assert(
      fc.property(programmes(), ({ roster, terms }) => {
        expect(levelsOf(match(roster, terms))).toEqual(bestByTrying({ roster, terms }));
      }),
      { numRuns: runs(1500) },
    );
  });

  test('reaches it too where everybody has a language in common and limits are tight', () => {
    fc.assert(
      fc.property(programmes({ mentors: 3, mentees: 4 }), ({ roster, terms }) => {
        const people = talking(roster);
        expect(levelsOf(match(people, terms))).toEqual(bestByTrying({ roster: people, terms }));
      }),
      { numRuns: runs(1500) },
    );
  });

  test('names a smallest clash: without any one of its demands the others can be met, and no smaller set clashes', () => {
    const clashing = programmes({ mentors: 3, mentees: 3 }).filter(
      ({ roster, terms }) => bestByTrying({ roster, terms }) === null,
    );
    fc.assert(fc.property(clashing, namesSmallestClash), { numRuns: runs(200) });
  });

  test('names a smallest clash where many are locked, minimums and least loads among them or not', () => {
    const clashing = locked.filter(programme => bestByTrying(programme) === null);
    fc.assert(fc.property(clashing, namesSmallestClash), { numRuns: runs(200) });
  });

  test('names 2,000 locks that a limit has one place too few for', () => {
    const size = 2000;
    const people = roster(
      Array.from({ length: size }, (_, index) => mentor(`m${index}`, { languages: ['en'] })),
      Array.from({ length: size }, (_, index) => mentee(`e${index}`, { languages: ['en'] })),
    );
    const pairs = people.mentors.map((_, index) => note({ mentor: index, mentee: index, locked: true }));
    const limits = [limit({ place: 'DE', side: 'mentee', max: size - 1 })];
    const outcome = match(people, terms({ pairs, limits }));
    expect(outcome).toMatchObject({ kind: 'clash', clash: { short: { mentors: [], mentees: [], limits: [0] } } });
    expect(outcome.kind === 'clash' && outcome.clash.demands.length).toBe(size);
  });

  test('names as many locks as are too many, however many there are', () => {
    const people = roster(
      [mentor('a', { capacity: 3, languages: ['en'] })],
      Array.from({ length: 40 }, (_, index) => mentee(`e${index}`, { languages: ['en'] })),
    );
    const pairs = people.mentees.map((_, index) => note({ mentor: 0, mentee: index, locked: true }));
    const outcome = match(people, terms({ pairs }));
    expect(outcome).toMatchObject({ kind: 'clash', clash: { short: { mentors: [0], mentees: [], limits: [] } } });
    expect(outcome.kind === 'clash' && outcome.clash.demands.length).toBe(4);
  });

  test('finds the same tandems when an unused pair is banned', () => {
    fc.assert(
      fc.property(solvable, fc.nat(), ({ roster, terms }, pick) => {
        const before = tandemIds({ roster, terms });
        const pair = { mentor: pick % roster.mentors.length, mentee: (pick >> 4) % roster.mentees.length };
        const key = `${roster.mentors[pair.mentor]?.id} ${roster.mentees[pair.mentee]?.id}`;
        fc.pre(
          !before.includes(key) &&
            !terms.pairs.some(note => note.mentor === pair.mentor && note.mentee === pair.mentee),
        );
        const pairs = [...terms.pairs, note({ ...pair, banned: true })];
        expect(tandemIds({ roster, terms: { ...terms, pairs } })).toEqual(before);
      }),
    );
  });

  test('finds the same tandems when they are all locked', () => {
    fc.assert(
      fc.property(solvable, ({ roster, terms }) => {
        const outcome = match(roster, terms);
        if (outcome.kind !== 'matched') throw new Error(outcome.kind);
        const others = terms.pairs.filter(
          note =>
            !outcome.matching.tandems.some(({ mentor, mentee }) => mentor === note.mentor && mentee === note.mentee),
        );
        const locks = outcome.matching.tandems.map(({ mentor, mentee }) => {
          const known = terms.pairs.find(pair => pair.mentor === mentor && pair.mentee === mentee);
          return note({ ...known, mentor, mentee, locked: true });
        });
        const locked = { ...terms, pairs: [...others, ...locks] };
        expect(tandemIds({ roster, terms: locked })).toEqual(tandemIds({ roster, terms }));
      }),
    );
  });

  test('serves no fewer mentees when a place is added, and no more when a limit is', () => {
    fc.assert(
      fc.property(solvable, fc.nat(), ({ roster, terms }, pick) => {
        const objective = [{ kind: 'mentees' }] as const;
        const first = { ...terms, policy: { ...terms.policy, objective } };
        const before = levelsOf(match(roster, first)) ?? [0];
        const more = roster.mentors.map((person, index) =>
          index === pick % roster.mentors.length ? { ...person, capacity: person.capacity + 1 } : person,
        );
        expect(levelsOf(match({ ...roster, mentors: more }, first))?.[0]).toBeGreaterThanOrEqual(before[0] ?? 0);
        const none = limit({ place: 'ES', side: 'mentee', max: 0 });
        const abroad = roster.mentees.map((person, index) => (index === 0 ? { ...person, country: 'ES' } : person));
        const limited = levelsOf(match({ ...roster, mentees: abroad }, { ...first, limits: [...terms.limits, none] }));
        const free = levelsOf(match({ ...roster, mentees: abroad }, first));
        expect(limited?.[0] ?? 0).toBeLessThanOrEqual(free?.[0] ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  test('pairs nobody with a mentor without places', () => {
    const people = roster([mentor('a', { capacity: 0 })], [mentee('b')]);
    const free = policy({ must: [], prefer: [], objective: [{ kind: 'mentees' }] });
    expect(tandemIds({ roster: people, terms: terms({ policy: free }) })).toEqual([]);
  });

  test('gives up a better score for one more mentee, and not the other way round', () => {
    const people = roster(
      [mentor('a', { topics: ['x'] }), mentor('b', { topics: ['y'] })],
      [mentee('c', { topics: ['x'] }), mentee('d', { topics: ['x'] })],
    );
    const pairs = [
      note({ mentor: 1, mentee: 0, banned: true }),
      note({ mentor: 1, mentee: 1, points: -5000, listed: true }),
    ];
    const topics = preference({ name: 'topics', rule: 'overlap', field: 'topics', weight: 1 });
    const ids = (objective: Terms['policy']['objective']) =>
      tandemIds({ roster: people, terms: terms({ pairs, policy: policy({ must: [], prefer: [topics], objective }) }) });
    expect(ids([{ kind: 'mentees' }, { kind: 'score' }])).toEqual(['a c', 'b d']);
    expect(ids([{ kind: 'score' }, { kind: 'mentees' }])).toHaveLength(1);
  });
});

/** A crowd matched; match() has then held its proof against a look at all pairs. Limits that ask too much may clash. */
function matched(programme: Programme) {
  const outcome = match(programme.roster, programme.terms);
  if (outcome.kind === 'too-large') throw new Error(`too large on ${outcome.level}`);
  return outcome.kind === 'matched' ? outcome : null;
}

/** The tandems by their ids, and what each level comes to. */
function resultOf(programme: Programme) {
  const outcome = matched(programme);
  if (outcome === null) return null;
  const { mentors, mentees } = programme.roster;
  const ids = outcome.matching.tandems.map(pair => `${mentors[pair.mentor]?.id} ${mentees[pair.mentee]?.id}`);
  return { ids, levels: levelsOf(outcome), tandems: outcome.matching.tandems };
}

const crowd = (given: Partial<Crowd>): Crowd => ({
  ...{ mentors: 60, mentees: 60, wanted: 'anybody', places: 'one', wants: 'one', priorities: 1, must: 'nothing' },
  ...{ limits: 'none', noted: 0, objective: DEFAULT_OBJECTIVE, chance: 1 },
  ...given,
});

/** One crowd for each thing that hurts. */
const HURTING: Readonly<Record<string, Crowd>> = {
  'who are all alike': crowd({ wanted: 'alike', mentors: 90, mentees: 110 }),
  'who all want the same mentor': crowd({ wanted: 'one', mentors: 40, mentees: 120 }),
  'who want the same few, with many nearly as good': crowd({ wanted: 'few', mentors: 110, mentees: 120 }),
  'under limits of 0 and 1 on both sides': crowd({ limits: 'zeros and ones', must: 'language' }),
  'under limits around limits': crowd({ limits: 'tight', places: 'many', wants: 'some', mentees: 100 }),
  'of one huge country': crowd({ must: 'country', mentors: 100, mentees: 120, wanted: 'few' }),
  'with several mentors each and many places': crowd({ wants: 'some', places: 'many', mentors: 45, mentees: 90 }),
  'of twelve priorities': crowd({ priorities: 12, mentors: 40, mentees: 120, wanted: 'few' }),
  'whose worst tandem counts': crowd({ objective: ALL_LEVELS, mentors: 70, mentees: 70, noted: 20 }),
  'who veto one another': crowd({ must: 'names', mentors: 35, mentees: 120, places: 'some', noted: 20 }),
};

describe('the matcher, with a crowd', () => {
  test.each(Object.entries(HURTING))('%s: proves what it found, and finds it whoever is called what', (_, crowd) => {
    const programme = programmeOf(crowd);
    const found = resultOf(programme);
    expect(found?.tandems.length).toBeGreaterThan(0);
    expect(resultOf(renamed(programme))?.levels).toEqual(found?.levels);
  });

  test('lets the hash decide among more mentors than a word holds where levels are few', () => {
    const people = roster(
      Array.from({ length: 40 }, (_, m) => mentor(`m${m}`, { capacity: 3 })),
      Array.from({ length: 80 }, (_, e) => mentee(`e${e}`)),
    );
    const few = (objective: Terms['policy']['objective']) =>
      resultOf({ roster: people, terms: terms({ policy: policy({ must: [], prefer: [], objective }) }) });
    expect(few([{ kind: 'mentees' }])?.levels).toEqual([80]);
    expect(few([{ kind: 'mentees' }, { kind: 'tandems' }])?.levels).toEqual([80, 80]);
  });

  test('proves what it found, whatever hurts at once', () => {
    fc.assert(
      fc.property(crowds, crowd => {
        const outcome = matched(programmeOf(crowd));
        if (crowd.limits !== 'tight') expect(outcome).not.toBeNull();
      }),
      { numRuns: runs(60) },
    );
  });

  test('finds the same tandems when pairs that it did not use are banned', () => {
    fc.assert(
      fc.property(crowds, fc.array(fc.nat(2 ** 20), { minLength: 1, maxLength: 30 }), (crowd, picks) => {
        const { roster, terms } = programmeOf(crowd);
        const before = resultOf({ roster, terms });
        if (before === null) return;
        const keyOf = ({ mentor, mentee }: { mentor: number; mentee: number }) => `${mentor} ${mentee}`;
        const spoken = new Set([...before.tandems, ...terms.pairs].map(keyOf));
        const bans = new Map<string, PairNote>();
        for (const pick of picks) {
          const pair = { mentor: pick % roster.mentors.length, mentee: (pick >> 8) % roster.mentees.length };
          if (!spoken.has(keyOf(pair))) bans.set(keyOf(pair), note({ ...pair, banned: true }));
        }
        const pairs = sorted([...terms.pairs, ...bans.values()]);
        const after = resultOf({ roster, terms: { ...terms, pairs } });
        expect(after?.ids).toEqual(before.ids);
        expect(after?.levels).toEqual(before.levels);
      }),
      { numRuns: runs(25) },
    );
  });

  test('finds the same tandems when they are all locked', () => {
    fc.assert(
      fc.property(crowds, crowd => {
        const { roster, terms } = programmeOf(crowd);
        const before = resultOf({ roster, terms });
        if (before === null) return;
        const known = new Map(terms.pairs.map(pair => [`${pair.mentor} ${pair.mentee}`, pair]));
        for (const { mentor, mentee } of before.tandems) {
          const key = `${mentor} ${mentee}`;
          known.set(key, note({ ...known.get(key), mentor, mentee, locked: true }));
        }
        const after = resultOf({ roster, terms: { ...terms, pairs: sorted([...known.values()]) } });
        expect(after?.ids).toEqual(before.ids);
        expect(after?.levels).toEqual(before.levels);
      }),
      { numRuns: runs(25) },
    );
  });

  test('comes to the same on every level when everybody is called something else', () => {
    fc.assert(
      fc.property(crowds, crowd => {
        const programme = programmeOf(crowd);
        expect(resultOf(renamed(programme))?.levels).toEqual(resultOf(programme)?.levels);
      }),
      { numRuns: runs(25) },
    );
  });
});

function sorted(pairs: readonly PairNote[]): PairNote[] {
  return pairs.toSorted((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}

/** Other ids, by which ties fall otherwise; whoever names somebody names the same person. */
function renamed({ roster, terms }: Programme): Programme {
  const newName = (name: string) => (/^[me]\d+$/u.test(name) ? `other-${name}` : name);
  const rename = <Person extends Participant>(person: Person): Person => ({
    ...person,
    id: newName(person.id),
    wishes: person.wishes.map(newName),
    notWith: person.notWith.map(newName),
  });
  return { roster: { ...roster, mentors: roster.mentors.map(rename), mentees: roster.mentees.map(rename) }, terms };
}

/** What a demand is about: a note, a limit, or the number of a mentor. */
function subject(demand: Demand): unknown {
  return demand.kind === 'lock' ? demand.note : demand.kind === 'minimum' ? demand.limit : demand.mentor;
}

/** A programme with some of its demands only. */
function demandingOnly({ roster, terms }: Programme, some: readonly unknown[]): Programme {
  return {
    roster: {
      ...roster,
      mentors: roster.mentors.map((mentor, m) => ({ ...mentor, minLoad: some.includes(m) ? mentor.minLoad : 0 })),
    },
    terms: {
      ...terms,
      pairs: terms.pairs.map(note => ({
        ...note,
        locked: note.locked && some.includes(note),
        continues: note.continues && some.includes(note),
      })),
      limits: terms.limits.map(limit => ({ ...limit, min: some.includes(limit) ? limit.min : 0 })),
    },
  };
}

function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  if (size <= 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map(rest => [item, ...rest]));
}
