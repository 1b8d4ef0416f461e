/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMANDS } from '../../../src/domain/certificate.ts';
import type { ObjectiveRow } from '../../../src/domain/matching.ts';
import { WEIGHED } from '../../../src/domain/objective-level-table.ts';
import type { Level } from '../../../src/domain/policy.ts';
import { match } from '../../../src/features/match/match.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { describeLevelTradeOffs } from '../../../src/render/words/level-trade-offs.ts';
import { gainsByTrying } from '../../support/brute-force.ts';
import {
  mentee,
  mentor,
  type Programme,
  policy,
  programmes,
  richProgrammes,
  roster,
  tangles,
  terms,
} from '../../support/rosters.ts';
import { runMatch, runVerify, workFolder, writeProgramme } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';
import { gainsByTrips } from '../../support/trips.ts';

/** A run of a programme; programmes whose demands clash are passed over. */
function solve({ roster, terms }: Programme) {
  const outcome = match(roster, terms);
  fc.pre(outcome.kind === 'matched');
  return { roster, terms, ...outcome, rows: outcome.matching.summary.objective };
}

const IN_POINTS = ['score', 'worst', WEIGHED];
const NO_COUNTS: readonly string[] = ['worst', 'score', WEIGHED, 'balance', 'fewer-earlier'];

/** Holds what a summary says of each level against gains, in thousandths where they are points. Returns those that gain. */
function compared(rows: readonly ObjectiveRow[], gains: readonly number[]): number[] {
  return rows.flatMap(({ level, oneLess }, at) => {
    const next = rows[at + 1]?.level;
    if (next === undefined || next === 'worst' || NO_COUNTS.includes(level)) {
      expect(oneLess).toBeNull();
      return [];
    }
    const gain = gains[at]!;
    expect(oneLess).toEqual({ level: next, gain: IN_POINTS.includes(next) ? gain / 1000 : gain });
    return gain > 0 ? [gain] : [];
  });
}

/** Rich programmes whose preferences are levels too, mixed with the others or right before the score. */
const rich = fc
  .record({
    programme: richProgrammes,
    places: fc.array(fc.nat(), { minLength: 13, maxLength: 13 }),
    isMixed: fc.boolean(),
    factor: fc.constantFrom(1, 1, 1_000_000),
  })
  .map(({ programme: { roster, terms }, places, isMixed, factor }): Programme => {
    const prefer = terms.policy.prefer.map(rule => ({ ...rule, weight: rule.weight * factor }));
    const named = prefer.map(({ name }): Level => ({ kind: 'preference', preference: name }));
    const levels: Level[] = [{ kind: 'mentees' }, ...named, { kind: 'score' }, ...MORE];
    const objective = isMixed
      ? levels.toSorted((a, b) => places[levels.indexOf(a)]! - places[levels.indexOf(b)]!)
      : levels;
    return { roster, terms: { ...terms, policy: policy({ ...terms.policy, prefer, objective }) } };
  });

const MORE: readonly Level[] = [{ kind: 'tandems' }, { kind: 'mentors' }, { kind: 'kept' }];

/** Programmes too large to try every set of tandems, with no level that is no sum. */
const larger = programmes({ mentors: 14, mentees: 14 }).map(({ roster, terms }): Programme => {
  const objective = terms.policy.objective.filter(({ kind }) => kind !== 'worst');
  return { roster, terms: { ...terms, policy: policy({ ...terms.policy, objective }) } };
});

describe('what one less on a level of the objective would bring on the next one', () => {
  test.each([
    ['small programmes', programmes({ mentors: 5, mentees: 5 }), 400],
    [
      'programmes with several mentors each, limits in each other and levels in any order',
      tangles({ mentors: 4, mentees: 4 }),
      200,
    ],
  ])('is what trying every set of tandems finds: %s', (_, some, numRuns) => {
    const gaining: number[] = [];
    fc.assert(
      fc.property(some, programme => {
        gaining.push(...compared(solve(programme).rows, gainsByTrying(programme)));
      }),
      { numRuns: runs(numRuns) },
    );
    expect(gaining.length).toBeGreaterThan(20);
  });

  test.each([
    ['with every kind of rule and large weights', rich, 150],
    ['in larger programmes with limits', larger, 300],
  ])('is what looking at every pair and every way finds: %s', (_, some, numRuns) => {
    const gaining: number[] = [];
    fc.assert(
      fc.property(some, programme => {
        const run = solve(programme);
        const claim = { ...run, ...makePairing(run.roster, run.terms), tandems: run.matching.tandems };
        const demands = run.proof.levels[0]!.level === DEMANDS ? 1 : 0;
        gaining.push(...compared(run.rows, gainsByTrips(claim, run.proof).slice(demands)));
      }),
      { numRuns: runs(numRuns) },
    );
  });
});

describe('the summary of a run', () => {
  /** Between departments, nobody is mentored on what they wish for; Ada could be the mentor of both. */
  const swapped: Programme = {
    roster: roster(
      [
        mentor('ada', { department: 'IT', languages: ['en'], topics: ['apps'], capacity: 2 }),
        mentor('ben', { department: 'Sales', languages: ['en'], topics: ['games'] }),
      ],
      [
        mentee('eva', { department: 'IT', languages: ['en'], topics: ['apps'] }),
        mentee('kim', { department: 'Sales', languages: ['en'], topics: ['games'] }),
      ],
    ),
    terms: terms(),
  };

  async function finished() {
    const folder = workFolder();
    const run = join(folder, 'run');
    const said = await runMatch({ ...writeProgramme(swapped, folder), out: run });
    expect(said.exit, said.err).toBe(0);
    return { run, file: join(run, 'summary.json'), ...said };
  }

  test('says in words what giving up one on each level would bring', async () => {
    const { run, file } = await finished();
    expect(readFileSync(join(run, 'summary.md'), 'utf8')).toContain(
      '- If you accepted 1 fewer cross-department tandem, there could be 3 more points in all.\n',
    );
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      objective: [
        { level: 'mentees', value: 2, oneLess: { level: 'tandems', gain: 0 } },
        { level: 'tandems', value: 2, oneLess: { level: 'cross-department', gain: 0 } },
        { level: 'cross-department', value: 2, oneLess: { level: 'score', gain: 3 } },
        { level: 'score', value: 0, oneLess: null },
        { level: 'balance', value: -2, oneLess: null },
        { level: 'fewer-earlier', value: 0, oneLess: null },
      ],
    });
  });

  test('is proven with these numbers, and refuted with others', async () => {
    const { run, file } = await finished();
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
    writeFileSync(file, readFileSync(file, 'utf8').replace('"gain": 3', '"gain": 4'));
    expect(await runVerify(run)).toMatchObject({
      exit: 4,
      out: 'REFUTED: summary.json says 4 for objective.2.oneLess.gain; it must be 3\n',
    });
  });

  test.each<[level: string, next: string, gain: number, says: string]>([
    ['mentees', 'tandems', 2, 'If you accepted 1 fewer mentee with a mentor, there could be 2 more tandems.'],
    [
      'mentees of priority 5',
      'mentees of priority 1',
      1,
      'If you accepted 1 fewer mentee of priority 5 with a mentor, there could be 1 more mentee of priority 1 with a mentor.',
    ],
    ['tandems', 'mentors', 1, 'If you accepted 1 fewer tandem, there could be 1 more mentor with a mentee.'],
    [
      'mentors',
      'kept',
      3,
      'If you accepted 1 fewer mentor with a mentee, there could be 3 more tandems kept from the previous run.',
    ],
    [
      'kept',
      'cross-department',
      3,
      'If you accepted 1 fewer tandem kept from the previous run, there could be 3 more cross-department tandems.',
    ],
    ['city', 'score', 4.5, 'If you accepted 1 fewer city tandem, there could be 4.5 more points in all.'],
    [
      'tandems',
      'balance',
      3,
      'If you accepted 1 fewer tandem, there could be a more even spread of mentees over mentors.',
    ],
  ])('names %s and %s', (level, next, gain, says) => {
    expect(describeLevelTradeOffs([{ level, value: 9, oneLess: { level: next, gain } }], en)).toEqual([says]);
  });

  test('says nothing of a level on which there is nothing to give up, or where that brings nothing', () => {
    const idle = (level: string, value: number) => ({ level, value, oneLess: { level: 'score', gain: 0 } });
    expect(describeLevelTradeOffs([idle('kept', 0), { level: 'score', value: 0, oneLess: null }], en)).toEqual([]);
    expect(describeLevelTradeOffs([idle('mentees', 1), idle('tandems', 1), idle('city', 1)], en)).toEqual([]);
  });
});
