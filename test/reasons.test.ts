import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group, Matching, Reason, Rival, Unmatched } from '../src/domain/matching.ts';
import type { Tandem } from '../src/domain/pairing.ts';
import { type Level, type Limit, levelName } from '../src/domain/policy.ts';
import type { Participant, Side } from '../src/domain/roster.ts';
import { match } from '../src/match.ts';
import { cheapestFix } from '../src/render/fixes.ts';
import { evidence } from '../src/render/reasons.ts';
import { barsBetween, eligiblePairs, worthOf } from './support/brute-force.ts';
import {
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  programmes,
  roster,
  rule,
  terms,
} from './support/rosters.ts';
import { runs } from './support/runs.ts';

/** Programmes in which mentees come first, as they do unless somebody asks for something else. */
const menteesFirst = programmes({ mentors: 5, mentees: 7 })
  .map(({ roster, terms }) => ({ roster, terms: { ...terms, policy: policy() } }))
  .filter(({ roster, terms }) => match(roster, terms).kind === 'matched');

function matchingOf({ roster, terms }: Programme): Matching {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  return outcome.matching;
}

test('everybody without a tandem has one reason, and nobody else has', () => {
  fc.assert(
    fc.property(menteesFirst, programme => {
      const { tandems, unmatched } = matchingOf(programme);
      const people = [
        ...programme.roster.mentees.map((_, index) => `mentee ${index}`),
        ...programme.roster.mentors.map((_, index) => `mentor ${index}`),
      ];
      const paired = tandems.flatMap(pair => [`mentor ${pair.mentor}`, `mentee ${pair.mentee}`]);
      const told = unmatched.map(({ side, person }) => `${side} ${indexOf(programme, side, person)}`);
      expect(told.toSorted()).toEqual(people.filter(person => !paired.includes(person)).toSorted());
    }),
    { numRuns: runs(500) },
  );
});

const anyObjective = programmes({ mentors: 5, mentees: 7 }).filter(
  ({ roster, terms }) => match(roster, terms).kind === 'matched',
);

test.each([
  ['mentees come first', menteesFirst],
  ['anything comes first', anyObjective],
])('every reason holds where %s', (_, some) => {
  fc.assert(
    fc.property(some, programme => {
      const matching = matchingOf(programme);
      for (const person of matching.unmatched) {
        expect(objection(programme, matching, person)).toBeNull();
        for (const words of [evidence, cheapestFix])
          expect(words(person, programme.roster, programme.terms)).toMatch(/^[A-Z0-9](?!.* , ).*\.$/u);
      }
    }),
    { numRuns: runs(600) },
  );
});

/** What is wrong with a reason, found from the sheets and the tandems in words of its own; or null. */
function objection(programme: Programme, { tandems }: Matching, { side, person, reason }: Unmatched): string | null {
  const index = indexOf(programme, side, person);
  const { roster, terms } = programme;
  const pairs = eligiblePairs(programme).map(pair => ({
    mentor: roster.mentors.indexOf(pair.mentor),
    mentee: roster.mentees.indexOf(pair.mentee),
  }));
  const own = pairs.filter(pair => pair[side] === index);
  const used = (limit: number) => {
    const { side: on, countries } = terms.limits[limit] as Limit;
    const people = on === 'mentor' ? roster.mentors : roster.mentees;
    return tandems.filter(tandem => countries.includes(people[tandem[on]]?.country ?? '')).length;
  };
  switch (reason.kind) {
    case 'no-eligible-mentor':
    case 'no-eligible-mentee':
      return own.length === 0 ? missObjection(programme, side, index, reason) : 'there are eligible partners';
    case 'capacity-zero':
      return roster.mentors[index]?.capacity === 0 ? null : 'there are places';
    case 'not-needed': {
      const left = own.filter(
        pair => tandems.filter(t => t.mentee === pair.mentee).length < (roster.mentees[pair.mentee]?.wants ?? 0),
      );
      return left.length === 0 && own.length === reason.mentees ? null : 'somebody would like this mentor';
    }
    case 'limit-reached': {
      const open = reason.limits.filter(limit => used(limit) !== terms.limits[limit]?.max);
      if (open.length > 0) return 'the limit is not reached';
      return reason.group === null ? null : groupObjection(reason.group, programme, tandems, pairs, index);
    }
    case 'mentors-full':
      return groupObjection(reason.group, programme, tandems, pairs, index);
    case 'withdrawn':
      return roster.withdrawn.some(known => known.person === person) ? null : 'did not withdraw';
    case 'outranked': {
      if (reason.by === 'objective') return rivalObjection(programme, tandems, index, reason.rival);
      if (reason.by === 'demands')
        return servedWithoutDemands(programme) > served(tandems) ? null : 'demands cost nobody';
      const own = roster.mentees[index]?.priority ?? 0;
      const ahead = reason.group.mentees.filter(other => tandems.some(tandem => tandem.mentee === other));
      if (ahead.some(other => (roster.mentees[other]?.priority ?? 0) <= own)) return 'not all have a higher priority';
      return groupObjection(reason.group, programme, tandems, pairs, index);
    }
  }
}

/** The counts of each bar and the nearest people must be those that the sheets say. */
function missObjection(
  programme: Programme,
  side: Side,
  index: number,
  { ruledOut, nearest, partners }: Extract<Reason, { partners: number }>,
): string | null {
  const others = side === 'mentor' ? programme.roster.mentees : programme.roster.mentors;
  const all = others.map((_, other) =>
    barsBetween(programme, side === 'mentor' ? index : other, side === 'mentor' ? other : index),
  );
  if (partners !== others.length) return 'there are more partners';
  for (const bar of ['overlap-languages', 'banned-pair', 'met-before']) {
    const count = ruledOut.find(known => known.bar === bar)?.count ?? 0;
    if (all.filter(bars => bars.includes(bar)).length !== count) return `${bar} rules out others`;
  }
  const fewest = Math.min(...all.map(bars => bars.length));
  if (nearest.bars !== fewest) return 'somebody is nearer';
  if (nearest.partners !== all.filter(bars => bars.length === fewest).length) return 'others are as near';
  const isTold = nearest.examples.every(({ partner, bars }) => all[partner]?.join() === bars.join());
  return isTold && nearest.examples.length === Math.min(3, nearest.partners) ? null : 'the examples are wrong';
}

/** Levels that stand before `mentees` must do so; a tandem that is told of must be free, and first make worse the level that is named. */
function rivalObjection(programme: Programme, tandems: readonly Tandem[], mentor: number, rival: Rival): string | null {
  const { roster, terms } = programme;
  const { objective } = terms.policy;
  if (rival.kind === 'levels') {
    const before = objective.slice(0, rival.levels.length).map(levelName);
    const next = objective[rival.levels.length];
    if (rival.levels.length === 0 || before.join() !== rival.levels.join()) return 'other levels come first';
    return next === undefined || next.kind === 'mentees' ? null : 'not all levels that come first are told';
  }
  const pairs = eligiblePairs(programme);
  const pairOf = (tandem: Tandem) =>
    pairs.filter(
      pair => pair.mentor === roster.mentors[tandem.mentor] && pair.mentee === roster.mentees[tandem.mentee],
    );
  const now = tandems.flatMap(pairOf);
  const more = [...now, ...pairOf({ mentor, mentee: rival.mentee })];
  if (more.length !== now.length + 1) return 'the two may not meet';
  const change = (level: Level) =>
    worthOf(level, programme, more)
      .map((value, at) => value - (worthOf(level, programme, now)[at] ?? 0))
      .find(by => by !== 0) ?? 0;
  const first = objective.find(level => change(level) !== 0);
  if (first !== undefined && change(first) > 0) return 'the tandem would do good';
  return (first === undefined ? null : levelName(first)) === rival.level ? null : 'another level gets worse';
}

function indexOf({ roster }: Programme, side: Side, person: Participant): number {
  const people: readonly Participant[] = side === 'mentor' ? roster.mentors : roster.mentees;
  return people.indexOf(person);
}

function served(tandems: Matching['tandems']): number {
  return new Set(tandems.map(({ mentee }) => mentee)).size;
}

function servedWithoutDemands({ roster, terms }: Programme): number {
  const pairs = terms.pairs.map(note => ({ ...note, locked: false }));
  const limits = terms.limits.map(limit => ({ ...limit, min: 0 }));
  const mentors = roster.mentors.map(mentor => ({ ...mentor, minLoad: 0 }));
  return served(matchingOf({ roster: { ...roster, mentors }, terms: { ...terms, pairs, limits } }).tandems);
}

/** A group must hold the person, be closed, and have fewer places than mentees. */
function groupObjection(
  group: Group,
  { roster, terms }: Programme,
  tandems: Matching['tandems'],
  pairs: readonly { mentor: number; mentee: number }[],
  person: number,
): string | null {
  const countries = group.limits.flatMap(limit => terms.limits[limit]?.countries ?? []);
  const inside = (mentor: number) =>
    group.mentors.includes(mentor) || countries.includes(roster.mentors[mentor]?.country ?? '');
  const places =
    group.mentors.reduce((sum, mentor) => sum + (roster.mentors[mentor]?.capacity ?? 0), 0) +
    group.limits.reduce((sum, limit) => sum + (terms.limits[limit]?.max ?? 0), 0);
  if (!group.mentees.includes(person)) return 'the group lacks the person';
  if (places !== group.places || group.mentees.length <= places) return 'there are places enough';
  if (tandems.filter(({ mentor }) => inside(mentor)).length !== places) return 'the places are not all taken';
  const has = (pair: Tandem) => tandems.some(({ mentor, mentee }) => mentor === pair.mentor && mentee === pair.mentee);
  const leaving = pairs.filter(pair => group.mentees.includes(pair.mentee) && !inside(pair.mentor) && !has(pair));
  return leaving.length === 0 ? null : 'somebody of the group could go elsewhere';
}

test('seven mentees who can only go to three full mentors are told so by name', () => {
  const people = roster(
    ['Ada', 'Ben', 'Cem'].map((name, index) =>
      mentor(`m${index}`, { name, capacity: index === 0 ? 2 : 1, languages: ['en'] }),
    ),
    Array.from({ length: 7 }, (_, index) => mentee(`e${index}`, { languages: ['en'] })),
  );
  const { unmatched } = matchingOf({ roster: people, terms: terms() });
  expect(unmatched).toHaveLength(3);
  for (const person of unmatched) {
    expect(person.reason.kind).toBe('mentors-full');
    expect(evidence(person, people, terms())).toBe('7 mentees compete for 4 places with Ada, Ben and Cem.');
  }
});

test('who could go to many countries is told of their limits in one breath, and of where the first are', () => {
  const countries = ['AT', 'CH', 'DE', 'FR', 'IT', 'PL', 'US'];
  const people = roster(
    countries.flatMap(country => [1, 2].map(nth => mentor(`m-${country}-${nth}`, { country, languages: ['en'] }))),
    Array.from({ length: 8 }, (_, index) => mentee(`e${index}`, { languages: ['en'] })),
  );
  const limited = terms({ limits: countries.map(place => limit({ side: 'mentor', place, max: 1 })) });
  const [person] = matchingOf({ roster: people, terms: limited }).unmatched.filter(({ side }) => side === 'mentee');
  expect(evidence(person!, people, limited)).toBe(
    'AT may have at most 1 tandem of its mentors, CH 1, DE 1, FR 1, IT 1, PL 1 and US 1, and that is reached. ' +
      '8 mentees compete for 7 places in AT, CH, DE, FR, IT or 2 more.',
  );
});

test('somebody whom nobody may meet is told how many each rule rules out', () => {
  const people = roster(
    [
      mentor('m0', { languages: ['de'] }),
      mentor('m1', { languages: ['fr'] }),
      mentor('e0x', { email: 'e0@example.org' }),
    ],
    [mentee('e0', { languages: ['en'] })],
  );
  const must = [
    rule({ name: 'overlap-languages', rule: 'overlap', field: 'languages' }),
    rule({ rule: 'not-the-same-person' }),
  ];
  const strict = terms({ policy: policy({ must }) });
  const [person] = matchingOf({ roster: people, terms: strict }).unmatched;
  expect(person?.reason).toMatchObject({
    kind: 'no-eligible-mentor',
    ruledOut: [
      { bar: 'overlap-languages', count: 3 },
      { bar: 'not-the-same-person', count: 1 },
    ],
  });
});

test.each(['balance', 'worst', 'score'] as const)(
  'an idle mentor is told that a tandem would cost the level %s',
  kind => {
    const people = roster(
      [mentor('m0', { languages: ['en'], topics: ['x'] }), mentor('m1', { languages: ['en'] })],
      [mentee('e0', { languages: ['en'], topics: ['x'], wants: 2 })],
    );
    const pairs = [note({ mentor: 1, mentee: 0, listed: true, points: -1 })];
    const objective = [{ kind: 'mentees' }, { kind }, { kind: 'tandems' }] as const;
    const programme = { roster: people, terms: terms({ pairs, policy: policy({ objective }) }) };
    const [idle] = matchingOf(programme).unmatched;
    expect(idle?.person.id).toMatch(kind === 'balance' ? /^m[01]$/u : /^m1$/u);
    expect(evidence(idle as Unmatched, people, programme.terms)).toBe(
      `E0 would take this mentor, but a tandem of the two would cost the objective on its level ${kind}.`,
    );
  },
);
