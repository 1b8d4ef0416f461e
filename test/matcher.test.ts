import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMANDS } from '../src/domain/certificate.ts';
import { type Demand, demandsOf } from '../src/domain/demands.ts';
import type { Terms } from '../src/domain/policy.ts';
import { TIES } from '../src/domain/ties.ts';
import { match, type Outcome } from '../src/match.ts';
import { bestByTrying } from './support/brute-force.ts';
import {
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  preference,
  programmes,
  roster,
  terms,
} from './support/rosters.ts';

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

describe('the matcher', () => {
  test('reaches what trying every set of tandems reaches, on every level', () => {
    fc.assert(
      fc.property(programmes(), ({ roster, terms }) => {
        expect(levelsOf(match(roster, terms))).toEqual(bestByTrying({ roster, terms }));
      }),
      { numRuns: 1500 },
    );
  });

  test('reaches it too where everybody has a language in common and limits are tight', () => {
    fc.assert(
      fc.property(programmes({ mentors: 3, mentees: 4 }), ({ roster, terms }) => {
        const talking = {
          ...roster,
          mentors: roster.mentors.map(person => ({ ...person, languages: ['en'] })),
          mentees: roster.mentees.map(person => ({ ...person, languages: ['en'] })),
        };
        expect(levelsOf(match(talking, terms))).toEqual(bestByTrying({ roster: talking, terms }));
      }),
      { numRuns: 1500 },
    );
  });

  test('names a smallest clash: without any one of its demands the others can be met, and no smaller set clashes', () => {
    const clashing = programmes({ mentors: 3, mentees: 3 }).filter(
      ({ roster, terms }) => bestByTrying({ roster, terms }) === null,
    );
    fc.assert(
      fc.property(clashing, ({ roster, terms }) => {
        const outcome = match(roster, terms);
        if (outcome.kind !== 'clash') throw new Error(outcome.kind);
        const { demands } = outcome.clash;
        const clashes = (some: readonly unknown[]) => bestByTrying(demandingOnly({ roster, terms }, some)) === null;
        const chosen = demands.map(subject);
        expect(clashes(chosen)).toBe(true);
        const all = demandsOf(roster, terms).map(subject);
        for (const smaller of subsets(all, demands.length - 1)) expect(clashes(smaller)).toBe(false);
      }),
      { numRuns: 200 },
    );
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
      pairs: terms.pairs.map(note => ({ ...note, locked: note.locked && some.includes(note) })),
      limits: terms.limits.map(limit => ({ ...limit, min: some.includes(limit) ? limit.min : 0 })),
    },
  };
}

function subsets<Item>(items: readonly Item[], size: number): Item[][] {
  if (size <= 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map(rest => [item, ...rest]));
}
