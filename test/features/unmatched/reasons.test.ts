/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Matching, Unmatched } from '../../../src/domain/matching.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import { getLevelName, type Level, type Limit, mustMeet, type PairNote } from '../../../src/domain/policy.ts';
import type { DemandLever } from '../../../src/domain/remedies.ts';
import type { Participant, Side } from '../../../src/domain/roster.ts';
import type { Group, Reason, Rival, Shortfall } from '../../../src/domain/unmatched-reasons.ts';
import { match } from '../../../src/features/match/match.ts';
import { explainFewerMentors } from '../../../src/features/unmatched/reasons.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { describeCheapestFix } from '../../../src/render/words/cheapest-fix.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { describeEvidence } from '../../../src/render/words/evidence.ts';
import { TandemUsage } from '../../../src/residual/usage.ts';
import { barsBetween, eligiblePairs, worthOf } from '../../support/brute-force.ts';
import { canHaveOneMore, setAside, withoutDemands } from '../../support/keeping.ts';
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
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

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

const tangled = tangles({ mentors: 5, mentees: 6 }).filter(
  ({ roster, terms }) => match(roster, terms).kind === 'matched',
);

test.each([
  ['mentees come first', menteesFirst],
  ['anything comes first', anyObjective],
  ['everything is tangled', tangled],
])('every reason holds where %s', (_, some) => {
  fc.assert(
    fc.property(some, programme => {
      const matching = matchingOf(programme);
      for (const person of matching.unmatched) {
        expect(objection(programme, matching, person)).toBeNull();
        for (const words of [describeEvidence, describeCheapestFix])
          expect(words(person, programme.roster, programme.terms, en)).toMatch(/^[A-Z0-9](?!.* , ).*\.$/u);
      }
    }),
    { numRuns: runs(600) },
  );
});

test('everybody with fewer mentors than wanted is told why, and the summary counts them', () => {
  fc.assert(
    fc.property(tangled, programme => {
      const { roster, terms } = programme;
      const { tandems, summary } = matchingOf(programme);
      const findings = { roster, terms, tandems, ...makePairing(roster, terms) };
      const fewer = [...roster.mentees.keys()].filter(index => {
        const has = tandems.filter(({ mentee }) => mentee === index).length;
        return has > 0 && has < (roster.mentees[index]?.wants ?? 0);
      });
      expect(summary.menteesWithFewer).toBe(fewer.length);
      for (const mentee of fewer) {
        const why = explainFewerMentors(findings, new TandemUsage(findings), mentee);
        expect(shortfallObjection(programme, tandems, mentee, why)).toBeNull();
      }
    }),
    { numRuns: runs(300) },
  );
});

/** What is wrong with the reason why a mentee has fewer mentors than wanted; or null. */
function shortfallObjection(programme: Programme, tandems: Matching['tandems'], mentee: number, why: Shortfall) {
  const { roster, terms } = programme;
  const isOwn = (mentor: number) => tandems.some(tandem => tandem.mentor === mentor && tandem.mentee === mentee);
  const others = [...roster.mentors.keys()].filter(mentor => !isOwn(mentor));
  const open = others.filter(mentor => barsBetween(programme, mentor, mentee).length === 0);
  const isPossible = canHaveOneMore(programme, tandems, mentee, 'all');
  switch (why.kind) {
    case 'nobody-else':
      return open.length === 0 && why.mentors === others.length ? null : 'there are others';
    case 'limit-reached':
    case 'mentors-full': {
      if (canHaveOneMore(withoutDemands(programme), tandems, mentee, 'all')) return 'there is a way';
      const group = why.group;
      if (group === null) return null;
      if (!group.mentees.includes(mentee) || group.wanted <= group.slots) return 'there are places enough';
      const countries = group.limits.flatMap(limit => terms.limits[limit]?.countries ?? []);
      const inside = ({ mentor }: { readonly mentor: number }) =>
        group.mentors.includes(mentor) || countries.includes(roster.mentors[mentor]?.country ?? '');
      const taken = tandems.filter(tandem => inside(tandem) && group.mentees.includes(tandem.mentee));
      return taken.length === group.slots ? null : 'others take the places';
    }
    case 'outranked': {
      if (why.by === 'demands') return demandsObjection(programme, tandems, mentee, why.demands, 'all');
      const { objective } = terms.policy;
      const before = objective.slice(0, why.levels.length).map(getLevelName).join();
      if (why.levels.length === 0 || before !== why.levels.join()) return 'other levels come first';
      const next = objective[why.levels.length]?.kind ?? 'tandems';
      return isPossible && next === 'tandems' ? null : 'there is no way, or not all levels are told';
    }
  }
}

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
      if (side === 'mentee' && canHaveOneMore(withoutDemands(programme), tandems, index, 'one'))
        return 'there is a way';
      return reason.group === null ? null : groupObjection(reason.group, programme, tandems, pairs, index);
    }
    case 'mentors-full':
      return groupObjection(reason.group, programme, tandems, pairs, index);
    case 'withdrawn':
      return roster.withdrawn.some(known => known.person === person) ? null : 'did not withdraw';
    case 'outranked': {
      if (reason.by === 'objective') {
        if (side === 'mentee' && !canHaveOneMore(programme, tandems, index, 'one')) return 'there is no way';
        return rivalObjection(programme, tandems, index, reason.rival);
      }
      if (reason.by === 'demands') return demandsObjection(programme, tandems, index, reason.demands, 'one');
      if (terms.policy.objective[0]?.kind !== 'mentees') return 'priority does not come first';
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
  { ruledOut, lacking, nearest, partners }: Extract<Reason, { partners: number }>,
): string | null {
  const others = side === 'mentor' ? programme.roster.mentees : programme.roster.mentors;
  const all = others.map((_, other) =>
    barsBetween(programme, side === 'mentor' ? index : other, side === 'mentor' ? other : index),
  );
  if (partners !== others.length) return 'there are more partners';
  for (const bar of ['overlap-languages', 'banned-pair', 'declined', 'met-before', 'not-again']) {
    const count = ruledOut.find(known => known.bar === bar)?.count ?? 0;
    if (all.filter(bars => bars.includes(bar)).length !== count) return `${bar} rules out others`;
  }
  const isEmpty =
    (side === 'mentor' ? programme.roster.mentors : programme.roster.mentees)[index]?.languages.length === 0;
  if (lacking.map(({ name }) => name).join() !== (isEmpty ? 'overlap-languages' : '')) return 'another cell is empty';
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
    const before = objective.slice(0, rival.levels.length).map(getLevelName);
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
  return (first === undefined ? null : getLevelName(first)) === rival.level ? null : 'another level gets worse';
}

function indexOf({ roster }: Programme, side: Side, person: Participant): number {
  const people: readonly Participant[] = side === 'mentor' ? roster.mentors : roster.mentees;
  return people.indexOf(person);
}

/** Demands stand in the way where there is a way without them, and none with fewer set aside. */
function demandsObjection(
  programme: Programme,
  tandems: Matching['tandems'],
  mentee: number,
  demands: readonly DemandLever[],
  keeping: 'one' | 'all',
): string | null {
  if (demands.length === 0) return 'no demand is named';
  if (!canHaveOneMore(setAside(programme, demands), tandems, mentee, keeping)) return 'there is no way without them';
  const fewer = demands.map(left => demands.filter(demand => demand !== left));
  const isTooMany = fewer.some(some => canHaveOneMore(setAside(programme, some), tandems, mentee, keeping));
  return isTooMany ? 'fewer demands stand in the way' : null;
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
  if (places !== group.slots || group.mentees.length <= places) return 'there are places enough';
  const served = group.mentees.filter(mentee => tandems.some(tandem => tandem.mentee === mentee));
  if (served.length !== places) return 'somebody has two of the places, or could give one up';
  if (mostServed(withoutDemands({ roster, terms }), group.mentees) > places) return 'more of them could have a tandem';
  const isLocked = ({ mentor, ...note }: PairNote) => mustMeet(note) && inside(mentor);
  if (terms.pairs.filter(isLocked).length !== group.locked) return 'other places are locked';
  if (tandems.filter(({ mentor }) => inside(mentor)).length !== places) return 'the places are not all taken';
  const has = (pair: Tandem) => tandems.some(({ mentor, mentee }) => mentor === pair.mentor && mentee === pair.mentee);
  const leaving = pairs.filter(pair => group.mentees.includes(pair.mentee) && !inside(pair.mentor) && !has(pair));
  return leaving.length === 0 ? null : 'somebody of the group could go elsewhere';
}

/** How many of some mentees could have a tandem at once, whatever else comes of it. */
function mostServed({ roster, terms }: Programme, some: readonly number[]): number {
  const mentees = roster.mentees.map((mentee, e) => ({ ...mentee, priority: some.includes(e) ? 1 : 0 }));
  const policy = { ...terms.policy, objective: [{ kind: 'mentees' }] as const };
  const { tandems } = matchingOf({ roster: { ...roster, mentees }, terms: { ...terms, policy } });
  return new Set(tandems.map(({ mentee }) => mentee).filter(mentee => some.includes(mentee))).size;
}

/** What is said behind every competition under the usual objective. */
const DECIDED =
  'Who of them is paired is decided, in this order, by cross-department tandems, points of all tandems together and an ' +
  'even spread of the mentees; ties are settled by a fixed draw.';

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
    expect(describeEvidence(person, people, terms(), en)).toBe(
      `7 mentees compete for 4 slots, offered by Ada, Ben and Cem. ${DECIDED}`,
    );
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
  expect(describeEvidence(person!, people, limited, en)).toBe(
    'The limits for mentors in Austria (1), Switzerland (1), Germany (1), France (1), Italy (1), Poland (1) and the USA (1) ' +
      'are used up. 8 mentees compete for 7 slots, offered by mentors in Austria, Switzerland, Germany, France, Italy and ' +
      `2 more. ${DECIDED}`,
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
    expect(describeEvidence(idle as Unmatched, people, programme.terms, en)).toBe(
      `E0 could have this mentor as well, but your goals would lose by it: ${en.levels[kind](kind).label}.`,
    );
  },
);

describe('the reason that keeps somebody out, whatever comes first', () => {
  const scoreFirst = policy({ must: [], pairsOnly: true, objective: [{ kind: 'score' }, { kind: 'mentees' }] });
  const scored = (mentor: number, mentee: number, points: number) =>
    note({ mentor, mentee, listed: true, points: 1000 * points });
  const toldOf = (programme: Programme) => {
    const [person] = matchingOf(programme).unmatched;
    return person === undefined ? '' : describeEvidence(person, programme.roster, programme.terms, en);
  };

  test('is a lock where that rules out every tandem', () => {
    const people = roster(
      [mentor('m1', { name: 'Ada Lang' }), mentor('m2')],
      [mentee('e1', { name: 'Eva Lind' }), mentee('e2')],
    );
    const locked = { ...scored(0, 0, 10), locked: true, reason: 'the board wants it' };
    const pairs = [locked, scored(0, 1, 3), scored(1, 0, 5)];
    expect(toldOf({ roster: people, terms: terms({ policy: scoreFirst, pairs }) })).toBe(
      'Without the forced pair of Ada Lang and Eva Lind (the board wants it), this mentee could have a tandem while every ' +
        'mentee who has one keeps one. Whether this then happens depends on your goals, which put other things before ' +
        'mentees: points of all tandems together.',
    );
  });

  test('is the objective where somebody with two mentors could give one up', () => {
    const people = roster([mentor('m1'), mentor('m2')], [mentee('e1', { wants: 2 }), mentee('e2')]);
    const pairs = [scored(0, 0, 10), scored(0, 1, 3), scored(1, 0, 10)];
    expect(toldOf({ roster: people, terms: terms({ policy: scoreFirst, pairs }) })).toBe(
      'A tandem for this mentee is possible, but your goals put other things before mentees: points of all tandems together.',
    );
  });

  test('is not a mentor who offers no slot, where others do', () => {
    const people = roster([mentor('m1', { name: 'Ada' }), mentor('m2', { capacity: 0 })], [mentee('e1'), mentee('e2')]);
    const all = policy({ must: [] });
    expect(toldOf({ roster: people, terms: terms({ policy: all }) })).toBe(
      `2 mentees compete for 1 slot, offered by Ada. ${DECIDED}`,
    );
    const pairs = [note({ mentor: 0, mentee: 0, locked: true })];
    expect(toldOf({ roster: people, terms: terms({ policy: all, pairs }) })).toBe(
      '2 mentees compete for 1 slot, offered by Ada; forced pairs use 1 of them.',
    );
  });

  test('is an empty cell where a rule needs one', () => {
    const people = roster([mentor('m1', { name: 'Ada', languages: ['de'] })], [mentee('e1', { name: 'Eva' })]);
    expect(toldOf({ roster: people, terms: terms() })).toBe(
      'The only mentor may not be paired with this mentee: no language in common. Eva has no languages, and a rule needs them.',
    );
  });

  test('is what the previous run declined, which nobody else can take back', () => {
    const people = roster([mentor('m1', { name: 'Ada' })], [mentee('e1', { name: 'Eva' })]);
    const programme = {
      roster: people,
      terms: terms({ policy: policy({ must: [] }), pairs: [note({ mentor: 0, mentee: 0, declined: true })] }),
    };
    expect(toldOf(programme)).toBe(
      'The only mentor may not be paired with this mentee: a tandem declined in an earlier run.',
    );
    const [person] = matchingOf(programme).unmatched;
    expect(person?.fix.kind).toBe('none');
  });
});
