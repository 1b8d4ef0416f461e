/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../../src/certificate/feasibility.ts';
import { readInputs } from '../../../src/commands/shared/inputs.ts';
import type { Matching, Unmatched } from '../../../src/domain/matching.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import { mustMeet, type PairNote } from '../../../src/domain/policy.ts';
import type { Remedy } from '../../../src/domain/remedies.ts';
import type { Side } from '../../../src/domain/roster.ts';
import { match } from '../../../src/features/match/match.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { describeCheapestFix } from '../../../src/render/words/cheapest-fix.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { describeLimitGains } from '../../../src/render/words/summary.ts';
import { barsBetween } from '../../support/brute-force.ts';
import { changed, everyChange } from '../../support/changes.ts';
import { crowds, programmeOf } from '../../support/crowds.ts';
import {
  DEFAULT_OBJECTIVE,
  limit,
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  programmes,
  richProgrammes,
  roster,
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';
import { refuted } from '../../support/told.ts';

/** Programmes in which mentees come first, as they do unless somebody asks for something else. */
const menteesFirst = (most: { readonly mentors: number; readonly mentees: number }) =>
  programmes(most)
    .map(({ roster, terms }) => ({ roster, terms: { ...terms, policy: policy() } }))
    .filter(({ roster, terms }) => match(roster, terms).kind === 'matched');

const somePeople = menteesFirst({ mentors: 5, mentees: 7 });
/** People of different priorities under limits on the mentees' side: there, who gets what a change brings is least plain. */
const ranked = fc
  .record({
    programme: somePeople,
    priorities: fc.array(fc.constantFrom(0, 1, 1, 2, 3), { minLength: 7, maxLength: 7 }),
    maxima: fc.record({ DE: fc.nat(2), WEST: fc.nat(3) }),
  })
  .map(({ programme: { roster, terms }, priorities, maxima }) => ({
    roster: { ...roster, mentees: roster.mentees.map((mentee, e) => ({ ...mentee, priority: priorities[e] ?? 0 })) },
    terms: {
      ...terms,
      limits: [
        limit({ place: 'DE', side: 'mentee', max: maxima.DE }),
        limit({ place: 'WEST', countries: ['DE', 'FR'], side: 'mentee', max: maxima.WEST }),
      ],
    },
  }));

const tangled = tangles({ mentors: 4, mentees: 4 });

const fewPeople = menteesFirst({ mentors: 3, mentees: 4 });

function matchingOf({ roster, terms }: Programme): Matching | null {
  const outcome = match(roster, terms);
  return outcome.kind === 'matched' ? outcome.matching : null;
}

interface Case {
  readonly programme: Programme;
  readonly tandems: readonly Tandem[];
  readonly side: Side;
  readonly person: number;
}

/**
 * How many tandems there can be while everybody who has one and one person more have one at the same time; null where they
 * cannot. Of each mentee that is asked by a limit around nobody else, so that those who have none count for nothing before tandems.
 */
function tandemsForAll({ programme: { roster, terms }, tandems, side, person }: Case): number | null {
  const has = (on: Side, index: number) =>
    tandems.some(pair => pair[on] === index) || (on === side && index === person);
  const mentors = roster.mentors.map((mentor, m) => ({
    ...mentor,
    minLoad: has('mentor', m) ? Math.max(1, mentor.minLoad) : mentor.minLoad,
  }));
  const mentees = roster.mentees.map((mentee, e) => ({ ...mentee, country: `${mentee.country}${e}` }));
  const limits = terms.limits.map(known => {
    const own = mentees.filter((_, e) => known.countries.includes(roster.mentees[e]!.country));
    return known.side === 'mentor' ? known : { ...known, countries: own.map(({ country }) => country) };
  });
  const asked = mentees.flatMap(({ country }, e) =>
    has('mentee', e) ? [limit({ place: country, side: 'mentee', min: 1 })] : [],
  );
  const found = matchingOf({
    roster: { ...roster, mentors, mentees },
    terms: {
      ...{ ...terms, limits: [...limits, ...asked], pairs: bansFor({ roster, terms }) },
      policy: { ...terms.policy, must: [], pairsOnly: false, objective: [{ kind: 'tandems' }] },
    },
  });
  return found?.tandems.length ?? null;
}

/** Rules and notes as bans alone, and who must meet as locks. */
function bansFor({ roster, terms }: Programme): PairNote[] {
  const { barred } = makePairing(roster, terms).eligibility;
  const demanded = new Set(terms.pairs.filter(mustMeet).map(({ mentor, mentee }) => `${mentor} ${mentee}`));
  return roster.mentors.flatMap((_, m) =>
    roster.mentees.flatMap((_, e) => {
      if (demanded.has(`${m} ${e}`)) return [note({ mentor: m, mentee: e, locked: true })];
      return barred(m, e) === 0 ? [] : [note({ mentor: m, mentee: e, banned: true })];
    }),
  );
}

/** How many mentees of each priority have a tandem at best, the highest first; with one of them certainly among them, or not. */
function servedAtBest({ roster, terms }: Programme, certain: number | null): string | null {
  const mentees = roster.mentees.map((mentee, e) => (e === certain ? { ...mentee, priority: 1000 } : mentee));
  const found = matchingOf({
    roster: { ...roster, mentees },
    terms: { ...terms, policy: { ...terms.policy, objective: [{ kind: 'mentees' }] } },
  });
  if (found === null) return null;
  const served = new Set(found.tandems.map(({ mentee }) => mentee));
  if (certain !== null && !served.has(certain)) return null;
  const priorities = [...new Set(roster.mentees.map(({ priority }) => priority))].sort((a, b) => b - a);
  return priorities.map(priority => [...served].filter(e => roster.mentees[e]?.priority === priority).length).join(' ');
}

function indexOf({ roster }: Programme, { side, person }: Unmatched): number {
  return (side === 'mentor' ? roster.mentors : roster.mentees).findIndex(({ id }) => id === person.id);
}

function servedIn(tandems: readonly Tandem[]): number {
  return new Set(tandems.map(({ mentee }) => mentee)).size;
}

/** What is wrong with a remedy, found by making the change and solving again; or null. */
function objection(
  programme: Programme,
  { tandems }: Matching,
  side: Side,
  person: number,
  remedy: Remedy,
): string | null {
  const after = changed(programme, remedy.lever);
  const again = matchingOf(after);
  if (again === null) return 'after the change, demands clash';
  const together = tandemsForAll({ programme: after, tandems, side, person });
  if (together === null) return 'somebody loses their tandem';
  const fault = chainFault(after, tandems, side, person, remedy);
  if (fault !== null) return fault;
  if (side === 'mentor') {
    const more = remedy.begun.length - remedy.ended.length;
    return more < 1 || together > tandems.length ? null : 'there is no tandem more';
  }
  if (servedIn(again.tandems) <= servedIn(tandems)) return 'no more mentees have a tandem';
  return servedAtBest(after, person) === servedAtBest(after, null) ? null : 'others come first';
}

/** What is wrong with the tandems that a remedy begins and ends: they must be what shows that it works. */
function chainFault(
  { roster, terms }: Programme,
  tandems: readonly Tandem[],
  side: Side,
  person: number,
  { begun, ended }: Remedy,
): string | null {
  if (ended.some(pair => !holds(tandems, pair))) return 'a tandem ends that there is not';
  if (begun.some(pair => holds(tandems, pair))) return 'a tandem begins that there is';
  const then = [...tandems.filter(pair => !holds(ended, pair)), ...begun];
  const [fault] = audit(roster, terms, makePairing(roster, terms).eligibility, then);
  if (fault !== undefined) return refuted(fault);
  const all = [
    ...tandems.map(pair => ['mentor', pair.mentor] as const),
    ...tandems.map(pair => ['mentee', pair.mentee] as const),
  ];
  const left = [...all, [side, person] as const].filter(([on, index]) => !then.some(pair => pair[on] === index));
  return left.length === 0 ? null : `${left.length} are left without a tandem`;
}

function holds(tandems: readonly Tandem[], { mentor, mentee }: Tandem): boolean {
  return tandems.some(pair => pair.mentor === mentor && pair.mentee === mentee);
}

/** What is wrong with what is said of changes, found by making every one that there is; or null. */
function unhelped(programme: Programme, tandems: readonly Tandem[], known: Unmatched): string | null {
  const { side, fix } = known;
  const person = indexOf(programme, known);
  const now = known.fix.kind === 'withdrawn' ? null : tandemsForAll({ programme, tandems, side, person });
  const after = () =>
    everyChange(programme, (mentor, mentee) => barsBetween(programme, mentor, mentee)).flatMap(
      lever => tandemsForAll({ programme: changed(programme, lever), tandems, side, person }) ?? [],
    );
  switch (fix.kind) {
    case 'none':
      return now === null && after().length === 0 ? null : 'a change helps';
    case 'others-first':
    case 'unsettled':
      return after().length > 0 ? null : 'no change helps';
    case 'objective':
      if (side === 'mentee')
        return programme.terms.policy.objective[0]?.kind === 'mentees' ? 'mentees come first' : null;
      return now !== null && now > tandems.length ? null : 'something is missing for one tandem more';
    case 'load':
      if (now === null) return 'something is missing';
      return now > tandems.length || after().some(most => most > tandems.length)
        ? 'there could be one tandem more'
        : null;
    case 'change': {
      const more = fix.remedy.begun.length - fix.remedy.ended.length;
      if (side === 'mentee' || more > 0) return null;
      if (now !== null) return 'nothing is missing';
      return after().some(most => most > tandems.length) ? 'another change brings one tandem more' : null;
    }
    case 'not-needed':
    case 'withdrawn':
      return null;
  }
}

describe('cheapest_fix', () => {
  test.each([
    ['whoever they are', somePeople, 350],
    ['whatever their priorities and limits', ranked, 200],
    ['whatever comes first', tangled, 200],
  ] as const)('gives somebody a tandem and costs nobody theirs, as solving again shows, %s', (_, some, numRuns) => {
    fc.assert(
      fc.property(some, programme => {
        const matching = matchingOf(programme);
        for (const known of matching?.unmatched ?? []) {
          if (known.fix.kind !== 'change' || matching === null) continue;
          const person = indexOf(programme, known);
          expect(objection(programme, matching, known.side, person, known.fix.remedy)).toBeNull();
        }
      }),
      { numRuns: runs(numRuns) },
    );
  });

  test('does so for everybody of the model programme, who all have a reason', async () => {
    const { programme } = await readInputs({ config: 'fixtures/model-programme/rmentor.config.json' });
    if (programme === null) throw new Error('the model programme cannot be read');
    const matching = matchingOf(programme)!;
    const paired = (side: Side) => new Set(matching.tandems.map(pair => pair[side])).size;
    const { mentors, mentees } = programme.roster;
    expect(matching.unmatched).toHaveLength(mentors.length - paired('mentor') + mentees.length - paired('mentee'));
    const changes = matching.unmatched.flatMap(known => (known.fix.kind === 'change' ? [{ known, ...known.fix }] : []));
    expect(changes.length).toBeGreaterThan(0);
    for (const { known, remedy } of changes) {
      expect(objection(programme, matching, known.side, indexOf(programme, known), remedy)).toBeNull();
    }
  });

  test.each([
    ['in a crowd', crowds.map(crowd => programmeOf({ ...crowd, objective: DEFAULT_OBJECTIVE })), 12],
    ['under every rule there is', richProgrammes, 40],
  ] as const)('does so %s', (_, some, numRuns) => {
    fc.assert(
      fc.property(some, programme => {
        const matching = matchingOf(programme);
        if (matching === null) return;
        const kinds = new Map(
          matching.unmatched.flatMap(known => {
            if (known.fix.kind !== 'change') return [];
            const { lever, ended } = known.fix.remedy;
            return [[`${known.side} ${lever.kind} ${ended.length}`, { known, remedy: known.fix.remedy }] as const];
          }),
        );
        for (const { known, remedy } of kinds.values()) {
          expect(objection(programme, matching, known.side, indexOf(programme, known), remedy)).toBeNull();
          if (remedy.lever.kind === 'pair') expect(remedy.lever.bar).not.toMatch(/^not-(vetoed|the-same-person)$/u);
        }
      }),
      { numRuns: runs(numRuns) },
    );
  });

  test.each([
    ['mentees come first', fewPeople],
    ['everything is tangled', tangled],
  ])('leaves nobody without a change whom one would help, where %s', (_, some) => {
    fc.assert(
      fc.property(some, programme => {
        const { tandems, unmatched } = matchingOf(programme) ?? { tandems: [], unmatched: [] };
        for (const known of unmatched) expect(unhelped(programme, tandems, known)).toBeNull();
      }),
      { numRuns: runs(200) },
    );
  });
});

test('no tandem more is promised to a mentor whose limit is reached, where another would only give one up', () => {
  const people = roster(
    [
      mentor('m0', { department: 'Sales', languages: ['en'] }),
      mentor('m1', { department: 'IT', capacity: 2, languages: ['de'] }),
      mentor('m2', { department: 'Sales', country: 'PL', languages: ['en'], topics: ['b'] }),
    ],
    [
      mentee('e0', { department: 'Sales', languages: ['de'] }),
      mentee('e1', { department: 'Sales', wants: 3, languages: ['en', 'de'], topics: ['b'] }),
    ],
  );
  const objective = [
    { kind: 'mentees' },
    { kind: 'preference', preference: 'cross-department' },
    { kind: 'score' },
  ] as const;
  const programme = {
    roster: people,
    terms: terms({ policy: policy({ objective }), limits: [limit({ place: 'DE', side: 'mentor', max: 2 })] }),
  };
  const { tandems, unmatched } = matchingOf(programme)!;
  expect(tandems).toHaveLength(3);
  expect(unmatched.map(({ person, fix }) => [person.id, fix.kind])).toEqual([['m0', 'change']]);
  expect(unhelped(programme, tandems, unmatched[0]!)).toBeNull();
});

describe('what would help is said in words', () => {
  const english = { languages: ['en'] };
  const fixesIn = (programme: Programme) =>
    (matchingOf(programme)?.unmatched ?? []).map(known => [
      known.person.id,
      describeCheapestFix(known, programme.roster, programme.terms, en),
    ]);

  test('a place with a mentor whom they may meet', () => {
    const people = roster(
      [mentor('ada', { ...english, name: 'Ada Lind' })],
      [mentee('e0', english), mentee('e1', english)],
    );
    const [[, words] = []] = fixesIn({ roster: people, terms: terms() });
    expect(words).toBe('Give Ada Lind one more slot.');
  });

  test('a place with a mentor whom they may not meet, but to whom somebody else could move', () => {
    const german = { languages: ['de'] };
    const people = roster(
      [mentor('ada', { ...german, name: 'Ada Lind' }), mentor('cem', { ...english, country: 'FR' })],
      [
        mentee('dan', german),
        mentee('eva', { languages: ['de', 'en'], name: 'Eva Roth', priority: 1 }),
        mentee('gil', { ...english }),
      ],
    );
    const pairs = [note({ mentor: 0, mentee: 0, locked: true })];
    const limits = [limit({ place: 'FR', side: 'mentor', max: 1 })];
    expect(fixesIn({ roster: people, terms: terms({ pairs, limits }) })).toEqual([
      ['gil', 'Give Ada Lind one more slot: Eva Roth could then move to Ada Lind.'],
    ]);
  });

  test('a limit, and in the summary what each limit that is reached would bring', () => {
    const people = roster(
      [mentor('ada', { ...english, capacity: 2 }), mentor('ben', { ...english, country: 'FR' })],
      [mentee('e0', english), mentee('e1', english), mentee('e2', { ...english, country: 'FR', languages: ['pl'] })],
    );
    const limits = [limit({ place: 'DE', side: 'mentee', max: 1 }), limit({ place: 'FR', side: 'mentor', max: 0 })];
    const programme = { roster: people, terms: terms({ limits }) };
    expect(fixesIn(programme)[0]?.[1]).toBe('Raise the limit for mentees in Germany from 1 to 2.');
    const summary = matchingOf(programme)?.summary;
    if (summary === undefined) throw new Error('not matched');
    const text = describeLimitGains([...summary.countries, ...summary.regions], en);
    expect(text).toEqual([
      'One more mentee could be paired if this limit were raised by 1: Germany (mentees).',
      'Raising this limit by 1 would not help anyone: France (mentors).',
    ]);
  });
});
