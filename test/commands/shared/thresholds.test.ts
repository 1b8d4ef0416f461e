/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listDoubtfulGates, listMissedGates, readGate } from '../../../src/commands/shared/thresholds.ts';
import { formatPercent, makeShare } from '../../../src/domain/share.ts';
import { match } from '../../../src/features/match/match.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { mentee, mentor, roster, terms } from '../../support/rosters.ts';
import { runMatch, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

/** Tenths of a percent by the definition, in fractions of whole numbers. */
function tenthsByDefinition(part: bigint, whole: bigint): bigint {
  const [least, most] = [part > 0n ? 1n : 0n, part < whole ? 999n : 1000n];
  for (let tenths = least; tenths < most; tenths++) {
    // Half up: the first value whose upper half-tenth lies above the share.
    if (2000n * part < (2n * tenths + 1n) * whole) return tenths;
  }
  return most;
}

describe('a share', () => {
  test('is rounded once, half up, for every part of every whole up to 400', () => {
    for (let whole = 1; whole <= 400; whole++) {
      for (let part = 0; part <= whole; part++) {
        const tenths = tenthsByDefinition(BigInt(part), BigInt(whole));
        const share = makeShare(part, whole);
        expect([part, whole, share.percent]).toEqual([part, whole, Number(tenths) / 10]);
        expect(formatPercent(share)).toBe(`${tenths / 10n}.${tenths % 10n} %`);
      }
    }
  });

  test('is 100 only for all and 0 only for none, however many they are', () => {
    expect(makeShare(2499, 2500).percent).toBe(99.9);
    const whole = fc.integer({ min: 1, max: 10 ** 12 });
    const pair = whole.chain(count =>
      fc.record({ part: fc.integer({ min: 0, max: count }), whole: fc.constant(count) }),
    );
    const holds = ({ part, whole: count }: { part: number; whole: number }) => {
      const { percent } = makeShare(part, count);
      expect(percent === 100).toBe(part === count);
      expect(percent === 0).toBe(part === 0);
      expect(percent).toBe(Number(tenthsByDefinition(BigInt(part), BigInt(count))) / 10);
    };
    fc.assert(fc.property(pair, holds), { numRuns: runs(200) });
  });

  test('of nothing is null, and a dash for people', () => {
    expect(makeShare(0, 0).percent).toBeNull();
    expect(formatPercent(makeShare(0, 0))).toBe('–');
  });
});

/** One mentor with places for some of the mentees. */
function summaryOf(places: number, mentees: number) {
  const people = roster(
    [mentor('ada', { capacity: places })],
    Array.from({ length: mentees }, (_, index) => mentee(`e${index}`)),
  );
  const outcome = match(people, terms());
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  return outcome.matching.summary;
}

describe('a gate', () => {
  test.each([
    [14, 17, '82.35', undefined],
    [14, 17, '82.36', 'coverage is 82.35 % (14 of 17), required 82.36 %'],
    [14, 17, '82.4', 'coverage is 82.35 % (14 of 17), required 82.4 %'],
    [14, 17, '100', 'coverage is 82.4 % (14 of 17), required 100 %'],
    [2499, 2500, '100', 'coverage is 99.96 % (2499 of 2500), required 100 %'],
    [1, 3, '33.33333333333333', undefined],
    [1, 3, '33.3333333333333334', 'coverage is 33.3 % (1 of 3), required 33.3333333333333334 %'],
    [0, 3, '0', undefined],
    [0, 3, '1', 'coverage is 0 % (0 of 3), required 1 %'],
  ])('for %i of %i of %s %%: %s', (part, whole, percent, missed) => {
    const summary = { ...figuresOf(1, 1), coverage: makeShare(part, whole) };
    const found = listMissedGates([readGate(`coverage=${percent}`)], summary, en);
    expect(found.map(({ message }) => message)).toEqual(missed === undefined ? [] : [missed]);
  });

  test('shows a percentage under the one asked for, and is missed exactly where the counts are under it', () => {
    const whole = fc.integer({ min: 1, max: 5000 });
    const cases = whole.chain(count =>
      fc.tuple(fc.integer({ min: 0, max: count }), fc.constant(count), fc.integer({ min: 0, max: 10_000_000 })),
    );
    const holds = ([part, count, millionths]: [number, number, number]) => {
      const percent = (millionths / 100_000).toFixed(5);
      const summary = { ...figuresOf(1, 1), coverage: makeShare(part, count) };
      const [gate] = listMissedGates([readGate(`coverage=${percent}`)], summary, en);
      const missed = gate?.message ?? '';
      expect(missed !== '').toBe(BigInt(part) * 10_000_000n < BigInt(millionths) * BigInt(count));
      if (missed === '') return;
      expect(Number(/is (\S+) % /u.exec(missed)?.[1])).toBeLessThan(millionths / 100_000);
    };
    fc.assert(fc.property(cases, holds), { numRuns: runs(50) });
  });

  test('that is missed has its numbers for programs', () => {
    const coverage = makeShare(14, 17);
    expect(listMissedGates([readGate('coverage=82.5')], { ...figuresOf(1, 1), coverage }, en)).toEqual([
      {
        figure: 'coverage',
        required: 82.5,
        share: { part: 14, whole: 17, percent: 82.4 },
        message: 'coverage is 82.4 % (14 of 17), required 82.5 %',
      },
    ]);
  });

  test('asks back where a share was written for a percentage', () => {
    const gates = [
      'coverage=0.99',
      'coverage=0.995',
      'cross-department=0.05',
      'coverage=0',
      'coverage=1',
      'coverage=95',
    ];
    expect(listDoubtfulGates(gates.map(readGate), en)).toEqual([
      'coverage=0.99 means 0.99 %; did you mean coverage=99?',
      'coverage=0.995 means 0.995 %; did you mean coverage=99.5?',
      'cross-department=0.05 means 0.05 %; did you mean cross-department=5?',
    ]);
  });
});

/** What gates are held against where there is no earlier run. */
function figuresOf(places: number, mentees: number) {
  return { ...summaryOf(places, mentees), approved: null };
}

describe('approved tandems', () => {
  const sheet = (ids: readonly string[]) =>
    `id,name,email,department,country,status\n${ids.map(id => `${id},Person ${id},${id}@example.org,${id},DE,`).join('active\n')}active\n`;

  /** A job in a new checkout: sheets and a file of decisions, and no folder of a run. */
  function checkOut(mentors: readonly string[], mentees: readonly string[], decisions: readonly string[]) {
    const folder = workFolder();
    const [one, other, previous] = ['mentors.csv', 'mentees.csv', 'decisions.csv'].map(name => join(folder, name));
    writeFileSync(one!, sheet(mentors));
    writeFileSync(other!, sheet(mentees));
    writeFileSync(previous!, `mentor_id,mentee_id,status\n${decisions.join('\n')}\n`);
    return {
      mentors: one!,
      mentees: other!,
      previous: previous!,
      out: join(folder, 'run'),
      gates: [readGate('approved=100')],
    };
  }

  test('that all stay reach the gate, and where nothing is approved nothing is lost', async () => {
    const kept = checkOut(['m1', 'm2'], ['e1', 'e2'], ['m1,e2,approved', 'm2,e1,draft']);
    expect(await runMatch(kept)).toMatchObject({ exit: 0 });
    expect(readFileSync(join(kept.out, 'tandems.csv'), 'utf8')).toMatch(/m1,.*,e2,.*,approved/u);
    expect(await runMatch(checkOut(['m1', 'm2'], ['e1', 'e2'], ['m1,e2,draft']))).toMatchObject({ exit: 0 });
  });

  test('of whom somebody withdrew miss it, and so does a call that names no decisions', async () => {
    const calls = checkOut(['m1', 'm2'], ['e1', 'e2'], ['m1,e2,approved', 'm2,e1,approved']);
    writeFileSync(calls.mentees, readFileSync(calls.mentees, 'utf8').replace('e2,DE,active', 'e2,DE,withdrawn'));
    const { exit, err } = await runMatch(calls);
    expect([exit, err]).toEqual([1, expect.stringContaining('FAILED: approved is 50 % (1 of 2), required 100 %\n')]);
    const { previous: _, ...without } = calls;
    const alone = await runMatch({ ...without, out: join(workFolder(), 'run') });
    expect(alone.exit).toBe(1);
    expect(alone.err).toContain('FAILED: approved: no previous run is named; add --previous');
    const json = await runMatch({ ...without, out: join(workFolder(), 'run'), json: true });
    expect(JSON.parse(json.out)).toMatchObject({ ok: false, missedGates: [{ figure: 'approved' }] });
  });

  test('that are no longer in the sheets end the call before anything is written', async () => {
    const gone = checkOut(['m1', 'm2'], ['e1'], ['m1,e2,approved']);
    expect(await runMatch(gone)).toMatchObject({ exit: 2 });
  });
});

describe('where there is nobody to count', () => {
  const header = 'id,name,email,department,country,status\n';
  const programme = () => {
    const folder = workFolder();
    const flags = { mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') };
    writeFileSync(flags.mentors, `${header}m1,Ada Brandt,ada@example.org,IT,DE,active\n`);
    writeFileSync(flags.mentees, `${header}a1,Dora Nagy,dora@example.org,Sales,DE,withdrawn\n`);
    return { ...flags, out: join(folder, 'run') };
  };

  test('gates are missed, shares are null, and people see a dash', async () => {
    const flags = programme();
    const gates = [readGate('coverage=0'), readGate('cross-department=50')];
    const { exit, out: said, err } = await runMatch({ ...flags, gates });
    expect(exit).toBe(1);
    expect(err).toContain('FAILED: coverage: there is no mentee to count\n');
    expect(err).toContain('FAILED: cross-department: there is no tandem to count\n');
    expect(said).toMatch(/^PAIRED +0 of 0 mentees \(–\)/mu);
    const nothing = { part: 0, whole: 0, percent: null };
    const summary: unknown = JSON.parse(readFileSync(join(flags.out, 'summary.json'), 'utf8'));
    expect(summary).toMatchObject({ coverage: nothing, crossDepartment: nothing, crossBorder: nothing });
    expect(readFileSync(join(flags.out, 'summary.md'), 'utf8')).toContain(
      '| Mentees with a mentor | – | 0 of 0 mentees |',
    );
  });

  test('a doubtful gate is told and taken', async () => {
    const { err } = await runMatch({ ...programme(), gates: [readGate('coverage=0.99')] });
    expect(err).toContain('warning  coverage=0.99 means 0.99 %; did you mean coverage=99?\n');
  });
});
