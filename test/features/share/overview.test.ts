/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Overview, OverviewGroup, ToldCount } from '../../../src/domain/overview.ts';
import type { Participant, Side } from '../../../src/domain/roster.ts';
import { FEWEST } from '../../../src/domain/veiled-count.ts';
import { match } from '../../../src/features/match/match.ts';
import { makeOverview } from '../../../src/features/share/overview.ts';
import type { ProvenRun } from '../../../src/features/verify/verify-run.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { renderOverviewFiles } from '../../../src/render/run/overview-page.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { crowds, programmeOf } from '../../support/crowds.ts';
import { type Programme, richProgrammes } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

function runOf({ roster, terms }: Programme): ProvenRun | null {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') return null;
  const { matching, proof } = outcome;
  return { roster, terms, pairing: makePairing(roster, terms), tandems: matching.tandems, proof };
}

const people = fc
  .oneof(
    richProgrammes,
    crowds.map(crowd =>
      programmeOf({ ...crowd, mentors: 10 + (crowd.mentors % 30), mentees: 10 + (crowd.mentees % 40) }),
    ),
  )
  .map(runOf)
  .filter(run => run !== null);

/** A figure, and whom it is about: a number for each person. */
type Told = readonly boolean[];

/** What is told of a side: the total and who has a tandem first, then each table. */
function listTold(overview: Overview, side: Side, run: ProvenRun): { totals: Told[]; tables: Told[][] } {
  const all: readonly Participant[] = side === 'mentor' ? run.roster.mentors : run.roster.mentees;
  const served = new Set(run.tandems.map(tandem => tandem[side]));
  const pick = (is: (person: Participant, hasTandem: boolean) => boolean): Told =>
    all.map((person, at) => is(person, served.has(at)));
  const { people: whole, withTandem } = overview.sides[side];
  const list = (groups: readonly OverviewGroup[], place: 'department' | 'country') =>
    groups.flatMap(group => {
      const cells = side === 'mentor' ? group.mentors : group.mentees;
      return ([true, false] as const).flatMap(isServed => {
        const count = isServed ? cells.withTandem : cells.without;
        if (count === null) return [];
        const told = pick((person, hasTandem) => person[place] === group.name && hasTandem === isServed);
        expect(told.filter(Boolean)).toHaveLength(count);
        return [told];
      });
    });
  const isExact = (count: ToldCount) => count.kind === 'exact';
  return {
    totals: [
      ...(isExact(whole) ? [pick(() => true)] : []),
      ...(isExact(withTandem) ? [pick((_, hasTandem) => hasTandem)] : []),
      ...(isExact(whole) && isExact(withTandem) ? [pick((_, hasTandem) => !hasTandem)] : []),
    ],
    tables: [list(overview.departments, 'department'), list(overview.countries, 'country')],
  };
}

/** How many people each total less some figures of a table is about, and each figure by itself. */
function* trySubtractions({ totals, tables }: ReturnType<typeof listTold>): Generator<number> {
  for (const told of [...totals, ...tables.flat()]) yield told.filter(Boolean).length;
  for (const total of totals) {
    for (const table of tables) {
      const shown = table.slice(0, 12);
      for (let some = 0; some < 1 << shown.length; some++) {
        const rest = total.map(
          (is, at) =>
            Number(is) - shown.reduce((sum, told, bit) => sum + (((some >> bit) & 1) === 1 && told[at] ? 1 : 0), 0),
        );
        yield rest.filter(value => value !== 0).length;
      }
    }
  }
}

test('no figure of departments and countries, and no total less some of them, is about one to four people', () => {
  let told = 0;
  fc.assert(
    fc.property(people, run => {
      const overview = makeOverview(run, null);
      for (const side of ['mentor', 'mentee'] as const) {
        const figures = listTold(overview, side, run);
        told += figures.tables.flat().length;
        for (const about of trySubtractions(figures)) expect(about === 0 || about >= FEWEST).toBe(true);
        for (const { people: count } of overview.sides[side].reasons) expect(count).toBeGreaterThanOrEqual(FEWEST);
      }
    }),
    { numRuns: runs(100) },
  );
  expect(told).toBeGreaterThan(0);
});

test('how many tandems there are tells of nobody who has several, beside how many people have one', () => {
  fc.assert(
    fc.property(people, run => {
      const { tandems, sides } = makeOverview(run, null);
      if (tandems.kind !== 'exact') return;
      expect(tandems.count).toBe(run.tandems.length);
      for (const side of ['mentor', 'mentee'] as const) {
        const served = new Set(run.tandems.map(tandem => tandem[side])).size;
        const rest = tandems.count - served;
        expect(rest >= FEWEST || (rest === 0 && sides[side].withTandem.kind === 'exact')).toBe(true);
      }
    }),
    { numRuns: runs(100) },
  );
});

test('neither page nor facts hold a name, an id or an address, nor tell of vetoes, bans and declines', () => {
  fc.assert(
    fc.property(people, run => {
      const marks = [...run.roster.mentors, ...run.roster.mentees]
        .flatMap(({ id, name, email }) => [id, name, email])
        .filter(mark => mark !== '');
      for (const words of [en, de]) {
        for (const text of renderOverviewFiles(makeOverview(run, '0123456789ab'), words).values()) {
          const found = marks.filter(mark =>
            new RegExp(`(?<![\\p{L}\\p{N}])${mark}(?![\\p{L}\\p{N}])`, 'iu').test(text),
          );
          expect(found).toEqual([]);
          expect(text).not.toMatch(/not-vetoed|banned|declined(?!\.csv)|not-again/u);
        }
      }
    }),
    { numRuns: runs(60) },
  );
});
