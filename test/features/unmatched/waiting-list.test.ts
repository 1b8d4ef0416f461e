/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WaitingMentee } from '../../../src/domain/matching.ts';
import type { PairNote } from '../../../src/domain/policy.ts';
import { match } from '../../../src/features/match/match.ts';
import { explainFewerMentors } from '../../../src/features/unmatched/reasons.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { buildReserveTable } from '../../../src/render/run/csv-tables.ts';
import { TandemUsage } from '../../../src/residual/usage.ts';
import { mentee, mentor, note, type Programme, programmes, roster, tangles, terms } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** A run, and the programme whose tandems are all forced as they are. */
function settle({ roster, terms }: Programme) {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') return null;
  const { tandems, reserve, unmatched } = outcome.matching;
  return { roster, terms, tandems, reserve, unmatched };
}

/**
 * Whether somebody could have a mentor while nobody moves and that mentor has one more slot: as `match` finds, where every tandem
 * that there is, and this one, is forced.
 */
function couldHave(
  { roster, terms, tandems }: NonNullable<ReturnType<typeof settle>>,
  one: number,
  other: number,
): boolean {
  const forced = [...tandems, { mentor: one, mentee: other }];
  const isForced = (m: number, e: number) => forced.some(({ mentor, mentee }) => mentor === m && mentee === e);
  const pairs = roster.mentors.flatMap((_, m) =>
    roster.mentees.map((_, e): PairNote => {
      const known = terms.pairs.find(pair => pair.mentor === m && pair.mentee === e) ?? note({ mentor: m, mentee: e });
      return { ...known, locked: known.locked || isForced(m, e) };
    }),
  );
  const mentors = roster.mentors.map((person, m) => ({ ...person, capacity: person.capacity + (m === one ? 1 : 0) }));
  return match({ ...roster, mentors }, { ...terms, pairs }).kind === 'matched';
}

describe('reserve.csv', () => {
  test.each([
    ['small programmes', programmes({ mentors: 4, mentees: 5 }), 200],
    ['several mentors wanted, and limits in each other', tangles({ mentors: 4, mentees: 4 }), 200],
  ])('names the mentors whose slot would serve each who waits, and no others: %s', (_, some, numRuns) => {
    const named: WaitingMentee[] = [];
    fc.assert(
      fc.property(some, programme => {
        const run = settle(programme);
        fc.pre(run !== null);
        for (const waiting of run.reserve) {
          const all = run.roster.mentors.flatMap(({ capacity }, m) => {
            const isTheirs = run.tandems.some(pair => pair.mentor === m && pair.mentee === waiting.mentee);
            return capacity > 0 && !isTheirs && couldHave(run, m, waiting.mentee) ? [m] : [];
          });
          expect(waiting.mentors).toEqual(all);
          expect(waiting.mentorsInAll).toBe(all.length);
        }
        named.push(...run.reserve.filter(({ mentors }) => mentors.length > 0));
      }),
      { numRuns: runs(numRuns) },
    );
    expect(named.length).toBeGreaterThan(runs(numRuns) / 20);
  });

  test('lists everybody who has fewer mentors than they want and may meet another one, by id, with the reason that is told', () => {
    fc.assert(
      fc.property(tangles({ mentors: 4, mentees: 5 }), programme => {
        const run = settle(programme);
        fc.pre(run !== null);
        const pairing = makePairing(run.roster, run.terms);
        const findings = { ...run, ...pairing };
        const situation = new TandemUsage(findings);
        const expected = [...run.roster.mentees.entries()].flatMap(([e, { id, wants }]) => {
          const has = run.tandems.filter(pair => pair.mentee === e).length;
          const others = run.roster.mentors.filter(
            (_, m) =>
              pairing.eligibility.barred(m, e) === 0 &&
              !run.tandems.some(pair => pair.mentor === m && pair.mentee === e),
          );
          if (has >= wants || others.length === 0) return [];
          const told = run.unmatched.find(({ side, person }) => side === 'mentee' && person.id === id)?.reason;
          return [{ mentee: e, has, reason: (told ?? explainFewerMentors(findings, situation, e)).kind }];
        });
        expect(run.reserve.map(({ mentee, has, reason }) => ({ mentee, has, reason }))).toEqual(expected);
      }),
      { numRuns: runs(200) },
    );
  });

  test('names a hundred mentors at most, and says how many there are', () => {
    const mentors = Array.from({ length: 120 }, (_, m) => mentor(`m${m}`, { languages: ['en'], country: 'DE' }));
    const mentees = Array.from({ length: 121 }, (_, e) => mentee(`e${e}`, { languages: ['en'], country: 'DE' }));
    const [waiting] = settle({ roster: roster(mentors, mentees), terms: terms() })!.reserve;
    expect(waiting).toMatchObject({ has: 0, reason: 'mentors-full', mentorsInAll: 120 });
    expect(waiting?.mentors).toHaveLength(100);
  });

  test('is safe in a spreadsheet, and is not there where nobody waits', () => {
    const people = roster([mentor('=1+1', { languages: ['en'] })], [mentee('e0', { name: '@e' }), mentee('e1')]);
    const waiting = { mentee: 0, has: 0, reason: 'mentors-full' as const, mentors: [0], mentorsInAll: 1 };
    const table = buildReserveTable({ reserve: [waiting] }, people);
    expect([...(table?.rows ?? [])]).toEqual([
      ['e0', "'@e", 'e0@example.org', '', 'DE', '1', '0', 'mentors-full', '1', "'=1+1"],
    ]);
    expect(buildReserveTable({ reserve: [] }, people)).toBeNull();
  });
});
