/** @module-tag slow */

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level } from '../../../src/domain/policy.ts';
import { computeTie } from '../../../src/domain/ties.ts';
import { match } from '../../../src/features/match/match.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { troubleOf } from '../../io/support.ts';
import { type Programme, policy, programmes, richProgrammes } from '../../support/rosters.ts';
import { runMatch, runVerify, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

/** The objective that rich programmes get: a level of its own for a preference before the score. */
const withLevels = richProgrammes.map(({ roster, terms }): Programme => {
  const [first] = terms.policy.prefer;
  const own = first === undefined ? [] : [{ kind: 'preference', preference: first.name } as const];
  const objective = [{ kind: 'mentees' } as const, ...own, { kind: 'score' } as const];
  return { roster, terms: { ...terms, policy: policy({ ...terms.policy, objective }) } };
});

/** Weights so large that levels and points do not fit into one number. */
const heavy = withLevels.map(({ roster, terms }): Programme => {
  const prefer = terms.policy.prefer.map(rule => ({ ...rule, weight: rule.weight * 1_000_000 }));
  return { roster, terms: { ...terms, policy: policy({ ...terms.policy, prefer }) } };
});

/** Whom each mentee could have, as "mentor rank free", by looking at every pair. */
function byLooking({ roster, terms }: Programme, most: number): string[][] {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  const { tandems } = outcome.matching;
  const { eligibility, affinity, ties } = makePairing(roster, terms);
  const limitsOf = (side: 'mentor' | 'mentee', country: string) =>
    terms.limits.filter(limit => limit.side === side && limit.countries.includes(country));
  const isOpen = (side: 'mentor' | 'mentee', country: string) => limitsOf(side, country).every(({ max }) => max > 0);
  const free = roster.mentors.map(({ capacity, country }, m) =>
    Math.min(
      capacity - tandems.filter(({ mentor }) => mentor === m).length,
      ...limitsOf('mentor', country).map(
        ({ max, countries }) =>
          max - tandems.filter(({ mentor }) => countries.includes(roster.mentors[mentor]?.country ?? '')).length,
      ),
    ),
  );
  const { objective, prefer } = terms.policy;
  const levels = [...objective, { kind: 'score' } as const];
  const onLevel = (level: Level, m: number, e: number) => {
    if (level.kind === 'score' || level.kind === 'kept-and-score') return affinity.score(m, e);
    if (level.kind !== 'preference') return 0;
    return (affinity.held(m, e) >>> prefer.findIndex(({ name }) => name === level.preference)) & 1;
  };
  const worth = (m: number, e: number) => [
    Number((free[m] ?? 0) > 0),
    ...levels.map(level => onLevel(level, m, e)),
    computeTie(ties.mentors, m, ties.mentees, e),
  ];
  return roster.mentees.map(({ country }, e) =>
    [...roster.mentors.entries()]
      .filter(([, mentor]) => mentor.capacity > 0 && isOpen('mentor', mentor.country) && isOpen('mentee', country))
      .filter(([m]) => eligibility.barred(m, e) === 0)
      .filter(([m]) => !tandems.some(({ mentor, mentee }) => mentor === m && mentee === e))
      .sort(([a], [b]) => firstDifference(worth(b, e), worth(a, e)))
      .slice(0, most)
      .map(([m], at) => `${roster.mentors[m]?.id} ${at + 1} ${free[m]} ${affinity.score(m, e)}`),
  );
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  return one.map((value, at) => value - (other[at] ?? 0)).find(difference => difference !== 0) ?? 0;
}

function found({ roster, terms }: Programme, most: number): string[][] {
  const outcome = match(roster, terms, undefined, undefined, most);
  if (outcome.kind !== 'matched' || outcome.alternates === null) throw new Error(outcome.kind);
  const { alternates } = outcome;
  expect(alternates).toEqual(alternates.toSorted((a, b) => a.mentee - b.mentee || a.rank - b.rank));
  return roster.mentees.map((_, e) =>
    alternates
      .filter(({ mentee }) => mentee === e)
      .map(({ mentor, rank, freeSlots, score }) => `${roster.mentors[mentor]?.id} ${rank} ${freeSlots} ${score}`),
  );
}

const isMatched = ({ roster, terms }: Programme) => match(roster, terms).kind === 'matched';

describe('alternates', () => {
  test.each([
    ['in small programmes with limits', programmes({ mentors: 6, mentees: 5 })],
    ['with every kind of rule', withLevels],
    ['with points too large for one number', heavy],
  ])('are the best other mentors whom a mentee may meet, those with a free slot first: %s', (_, some) => {
    fc.assert(
      fc.property(some.filter(isMatched), fc.integer({ min: 1, max: 5 }), (programme, most) => {
        expect(found(programme, most)).toEqual(byLooking(programme, most));
      }),
      { numRuns: runs(150) },
    );
  });
});

const FOLDER = 'fixtures/explain';
const CONFIG = join(FOLDER, 'rmentor.config.json');

async function finished(alternates: number) {
  const run = join(workFolder(), 'run');
  const said = await runMatch({ config: CONFIG, out: run, alternates });
  expect(said.exit, said.err).toBe(0);
  return { run, file: join(run, 'alternates.csv'), ...said };
}

describe('match --alternates', () => {
  test('writes what an organiser needs when somebody drops out, and verify makes it again', async () => {
    const { run, file, out } = await finished(2);
    expect(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).toBe(
      readFileSync(join(FOLDER, 'alternates.csv'), 'utf8'),
    );
    expect(out).toContain('alternates.csv');
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
  });

  test.each<[what: string, change: (text: string) => string | null, says: RegExp]>([
    ['another mentor', text => text.replace('M3,Cem', 'M3,Ben'), /alternates\.csv says "Ben/u],
    ['a row less', text => text.slice(0, text.lastIndexOf('\r\n', text.length - 3) + 2), /has no row for/u],
    ['no file', () => null, /alternates\.csv/u],
  ])('is refuted with %s', async (_, change, says) => {
    const { run, file } = await finished(2);
    const text = change(readFileSync(file, 'utf8'));
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
    expect(await runVerify(run)).toMatchObject({ exit: 4, out: expect.stringMatching(says) });
  });

  test('goes away with the run that it belongs to', async () => {
    const { run, file } = await finished(1);
    const again = await runMatch({ config: CONFIG, out: run });
    expect(again.exit, again.err).toBe(0);
    expect(existsSync(file)).toBe(false);
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
    writeFileSync(file, 'mentee_id\n');
    expect(await runVerify(run)).toMatchObject({ exit: 4, out: expect.stringContaining('is not from this run') });
  });

  test('has a header where nobody has an alternate', async () => {
    const folder = workFolder();
    const sheet = (name: string) => `name,email,department,country\n${name},${name}@example.org,IT,DE\n`;
    for (const name of ['Ada', 'Eva']) writeFileSync(join(folder, `${name}.csv`), sheet(name));
    const run = join(folder, 'run');
    const flags = { mentors: join(folder, 'Ada.csv'), mentees: join(folder, 'Eva.csv'), out: run };
    expect(await runMatch({ ...flags, alternates: 3 })).toMatchObject({ exit: 0 });
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
  });

  test('is refused for more than anybody reads', async () => {
    expect(
      await troubleOf(() => runMatch({ config: CONFIG, out: join(workFolder(), 'run'), alternates: 101 })),
    ).toMatchObject({
      exit: 2,
      message: '--alternates 101 is too many',
    });
  });
});
