/** @module-tag slow */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Advice, Change, Measure } from '../../../src/domain/advice.ts';
import type { LevelValue } from '../../../src/domain/certificate.ts';
import { measureCoverage } from '../../../src/domain/forecast.ts';
import { advise } from '../../../src/features/advice/advise.ts';
import { match } from '../../../src/features/match/match.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { troubleOf } from '../../io/support.ts';
import {
  COVERAGE,
  canBeMatched,
  crowds,
  matched,
  nested,
  plain,
  withMenteesFirst,
  without,
} from '../../support/coverage.ts';
import {
  DEFAULT_OBJECTIVE,
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
import { runAdvise, runMatch, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

/** What is advised after matching. */
function adviceOn({ roster, terms }: Programme): Advice {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  const { matching, proof } = outcome;
  return advise({ roster, terms, tandems: matching.tandems, proof, pairing: makePairing(roster, terms) });
}

/** Every way to follow advice: where any one of several places will do, each of them. */
function waysOf({ changes }: Measure): Change[][] {
  return changes.reduce<Change[][]>(
    (ways, change) => ways.flatMap(way => choicesOf(change).map(choice => [...way, choice])),
    [[]],
  );
}

function choicesOf(change: Change): Change[] {
  return change.kind === 'slot' ? change.mentors.map(mentor => ({ kind: 'slot', mentors: [mentor] })) : [change];
}

/** A programme as somebody edits it who follows advice. */
function edited(programme: Programme, changes: readonly Change[]): Programme {
  return changes.reduce(editedBy, programme);
}

function editedBy({ roster, terms }: Programme, change: Change): Programme {
  switch (change.kind) {
    case 'slot': {
      const mentors = roster.mentors.map((mentor, index) =>
        change.mentors.includes(index) ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
      );
      return { roster: { ...roster, mentors }, terms };
    }
    case 'limit': {
      const limits = terms.limits.map((limit, index) =>
        index === change.limit ? { ...limit, max: limit.max + change.by } : limit,
      );
      return { roster, terms: { ...terms, limits } };
    }
    case 'bar':
      return { roster, terms: without(change.bar, terms) };
    case 'mentees-first':
      return { roster, terms: { ...terms, policy: { ...terms.policy, objective: COVERAGE } } };
  }
}

/** How many more mentees have a tandem after some changes. */
function gainOf(programme: Programme, changes: readonly Change[]): number {
  return matched(edited(programme, changes)).mentees - matched(programme).mentees;
}

function holdAgainstMatching(programme: Programme): void {
  const { served, alone, together } = adviceOn(programme);
  expect(matched(programme).mentees).toBe(served);
  for (const measure of [...alone, ...(together ?? [])]) {
    for (const way of waysOf(measure)) {
      expect({ way, gain: gainOf(programme, way) }).toEqual({ way, gain: measure.gain });
    }
  }
  for (const { changes, gain, apart } of together ?? []) {
    const first = changes.map(change => choicesOf(change)[0] as Change);
    expect(first.reduce((sum, change) => sum + gainOf(programme, [change]), 0)).toBe(apart);
    expect(gain).toBeGreaterThan(apart);
  }
}

/** Every change by one that there is. */
function unitChanges({ roster, terms }: Programme): Change[] {
  const noted = (bar: string, is: (note: Programme['terms']['pairs'][number]) => boolean): string[] =>
    terms.pairs.some(is) ? [bar] : [];
  const bars = [
    ...terms.policy.must.flatMap(({ name, rule }) => (ASKED.includes(rule) ? [] : [name])),
    ...noted('banned-pair', ({ banned }) => banned),
    ...noted('met-before', ({ met }) => met),
    ...(terms.policy.pairsOnly ? ['not-listed'] : []),
  ];
  return [
    ...roster.mentors.map((_, index): Change => ({ kind: 'slot', mentors: [index] })),
    ...terms.limits.flatMap(({ max }, limit): Change[] =>
      Number.isFinite(max) ? [{ kind: 'limit', limit, by: 1 }] : [],
    ),
    ...bars.map((bar): Change => ({ kind: 'bar', bar })),
  ];
}

/** What people asked for themselves is not for others to lift. */
const ASKED: readonly string[] = ['not-vetoed', 'not-the-same-person'];

/** Whether advice names some changes, perhaps with a limit raised further. */
function names({ alone, together }: Advice, changes: readonly Change[]): boolean {
  return [...alone, ...(together ?? [])].some(measure =>
    waysOf(measure).some(
      way => way.length === changes.length && way.every(change => changes.some(other => isSame(change, other))),
    ),
  );
}

/** Whether two changes are one, but perhaps for how far a limit is raised. */
function isSame(one: Change, other: Change): boolean {
  if (one.kind === 'limit') return other.kind === 'limit' && one.limit === other.limit;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Nothing that would help is passed over, and no limit could be raised further to any use. */
function isComplete(programme: Programme): void {
  const advice = adviceOn(programme);
  const units = unitChanges(programme).map(change => ({ change, gain: gainOf(programme, [change]) }));
  for (const { change, gain } of units)
    expect({ change, isNamed: names(advice, [change]) }).toEqual({ change, isNamed: gain > 0 });
  for (const { changes, gain } of advice.alone) {
    for (const change of changes) {
      if (change.kind === 'limit') expect(gainOf(programme, [{ ...change, by: change.by + 1 }])).toBe(gain);
    }
  }
  for (const [index, one] of units.entries()) {
    for (const other of units.slice(index + 1)) {
      const pair = [one.change, other.change];
      if (gainOf(programme, pair) > one.gain + other.gain)
        expect({ pair, isNamed: names(advice, pair) }).toEqual({ pair, isNamed: true });
    }
  }
}

describe('advice', () => {
  test('brings what matching the edited inputs brings, where all are alike', () => {
    fc.assert(fc.property(plain, holdAgainstMatching), { numRuns: runs(150) });
  });

  test('brings what matching the edited inputs brings, where limits stand in limits', () => {
    fc.assert(fc.property(nested, holdAgainstMatching), { numRuns: runs(150) });
  });

  test('brings what matching the edited inputs brings, whatever the rules', () => {
    fc.assert(fc.property(crowds, holdAgainstMatching), { numRuns: runs(40) });
  });

  test('brings what matching the edited inputs brings, where people want several mentors or come first', () => {
    const some = programmes({ mentors: 5, mentees: 6 }).map(withMenteesFirst).filter(canBeMatched);
    fc.assert(fc.property(some, holdAgainstMatching), { numRuns: runs(150) });
  });

  test('brings what matching the edited inputs brings, where people want several mentors and nothing is demanded', () => {
    const free = programmes({ mentors: 5, mentees: 6 }).map(withMenteesFirst).map(undemanding);
    fc.assert(fc.property(free, holdAgainstMatching), { numRuns: runs(150) });
  });

  test('passes over no single change that helps, nor any two that bring more together than by themselves', () => {
    fc.assert(fc.property(nested, isComplete), { numRuns: runs(25) });
  });

  test('finds two places where the one takes somebody over from under the limit that the other needs', () => {
    const programme = {
      roster: roster(
        [
          mentor('m0-takes', { country: 'PL', languages: ['a'], capacity: 0 }),
          mentor('m1-gives', { country: 'DE', languages: ['b'] }),
          mentor('m2-gains', { country: 'DE', languages: ['c'], capacity: 0 }),
        ],
        [mentee('e0-moves', { languages: ['a', 'b'] }), mentee('e1-waits', { languages: ['c'] })],
      ),
      terms: terms({ limits: [limit({ place: 'DE', side: 'mentor', max: 1 })] }),
    };
    const { together } = adviceOn(programme);
    const places = [0, 2].map(index => ({ kind: 'slot', mentors: [index] }));
    expect(together).toContainEqual({ changes: places, gain: 1, apart: 0 });
    holdAgainstMatching(programme);
    isComplete(programme);
  });

  test('finds two rules that keep the same people apart', () => {
    const rules = [
      rule({ name: 'overlap-languages', rule: 'overlap', field: 'languages' }),
      rule({ name: 'different-department', rule: 'different', field: 'department' }),
    ];
    const programme = {
      roster: roster(
        [mentor('m0', { department: 'IT', languages: ['a'] })],
        [mentee('e0', { department: 'IT', languages: ['b'] })],
      ),
      terms: terms({ policy: policy({ must: rules }) }),
    };
    const { alone, together } = adviceOn(programme);
    const bars = rules.map(({ name }) => ({ kind: 'bar', bar: name }));
    expect({ alone, together }).toEqual({ alone: [], together: [{ changes: bars, gain: 1, apart: 0 }] });
    holdAgainstMatching(programme);
    isComplete(programme);
  });

  test('tells of changes that bring no mentee the first level that they improve', () => {
    const usual = programmes({ mentors: 5, mentees: 6 }).map(withUsualObjective).filter(canBeMatched);
    fc.assert(
      fc.property(usual, programme => {
        const { alone, besides } = adviceOn(programme);
        for (const { change, ...moved } of besides) expect(firstMoved(programme, [change])).toEqual(moved);
        const single = unitChanges(programme).filter(({ kind }) => kind !== 'slot');
        if (single.length > 3) return;
        const told = [...besides.map(({ change }) => change), ...alone.flatMap(({ changes }) => changes)];
        for (const change of single) {
          const isTold = told.some(other => isSame(change, other));
          expect({ change, isTold }).toEqual({ change, isTold: firstMoved(programme, [change]) !== null });
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('tries no limit whose minimum costs something in place of one whose maximum does', () => {
    const programme: Programme = {
      roster: roster(
        [mentor('ada', { country: 'FR', languages: ['en'] }), mentor('ben', { country: 'FR', languages: ['en'] })],
        [
          mentee('e1', { country: 'DE', languages: ['en'], priority: 5 }),
          mentee('e2', { country: 'PL', languages: ['en'] }),
          mentee('e3', { country: 'DE', languages: ['en'], priority: 5 }),
        ],
      ),
      terms: terms({
        policy: policy({ objective: [{ kind: 'mentees' }, { kind: 'tandems' }] }),
        limits: [
          limit({ place: 'WEST', side: 'mentor', countries: ['DE', 'FR'], min: 2, max: 2 }),
          limit({ place: 'FR', side: 'mentor', min: 2 }),
          limit({ place: 'DE', side: 'mentee', max: 1 }),
        ],
      }),
    };
    expect(adviceOn(programme).besides).toEqual([
      { change: { kind: 'limit', limit: 2, by: 1 }, level: 'mentees of priority 5', is: 1, wouldBe: 2 },
    ]);
  });

  test('brings what matching the edited inputs brings, whatever comes first, and passes over nothing that was tried', () => {
    fc.assert(
      fc.property(tangles().filter(canBeMatched), programme => {
        holdAgainstMatching(programme);
        const advice = adviceOn(programme);
        for (const { change, ...moved } of advice.besides) expect(firstMoved(programme, [change])).toEqual(moved);
        if (advice.untried > 0) return;
        for (const change of unitChanges(programme)) {
          const gain = gainOf(programme, [change]);
          expect({ change, isNamed: names(advice, [change]) }).toEqual({ change, isNamed: gain > 0 });
        }
      }),
      { numRuns: runs(200) },
    );
  });

  test('tells what it would bring to serve mentees first, and what else would where they do not come first', () => {
    const others = programmes({ mentors: 5, mentees: 6 })
      .map(withPointsFirst)
      .filter(canBeMatched)
      .map(programme => ({ programme, advice: adviceOn(programme) }))
      .filter(({ advice }) => advice.alone.some(({ changes }) => changes[0]?.kind === 'mentees-first'));
    fc.assert(
      fc.property(others, ({ programme, advice: { alone } }) => {
        const first = alone.find(({ changes }) => changes[0]?.kind === 'mentees-first');
        const most = measureCoverage(tandemsOf(edited(programme, [{ kind: 'mentees-first' }]))).mentees;
        expect(first?.gain).toBe(most - matched(programme).mentees);
        holdAgainstMatching(programme);
      }),
      { numRuns: runs(50) },
    );
  });

  test('names no slot that other levels leave without a mentee', () => {
    const programme: Programme = {
      roster: roster([mentor('ada'), mentor('ben')], [mentee('e1', { wants: 2 }), mentee('e2'), mentee('e3')]),
      terms: terms({
        policy: policy({ must: [], pairsOnly: true, objective: [{ kind: 'score' }, { kind: 'mentees' }] }),
        pairs: [
          { mentor: 0, mentee: 0, points: 10_000 },
          { mentor: 0, mentee: 2, points: 3000 },
          { mentor: 1, mentee: 0, points: 8000 },
          { mentor: 1, mentee: 1, points: 9000 },
          { mentor: 1, mentee: 2, points: 2000 },
        ].map(given => note({ ...given, listed: true })),
      }),
    };
    holdAgainstMatching(programme);
    expect(adviceOn(programme).alone).toEqual([{ changes: [{ kind: 'slot', mentors: [0] }], gain: 1 }]);
  });
});

/** The first level, but for evenness, that comes to something else after some changes. */
function firstMoved(programme: Programme, changes: readonly Change[]) {
  const [before, after] = [levelsOf(programme), levelsOf(edited(programme, changes))];
  const moved = before.findIndex(({ value }, index) => value !== after[index]?.value);
  const { level, value } = before[moved] ?? { level: null, value: null };
  return level === null ? null : { level, is: value, wouldBe: after[moved]?.value };
}

function levelsOf({ roster, terms }: Programme): readonly LevelValue[] {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  return outcome.proof.levels.filter(({ level }) => level !== 'balance' && level !== 'ties');
}

/** The objective as it is where nobody sets one, after mentees. */
function withUsualObjective({ roster, terms }: Programme): Programme {
  return { roster, terms: { ...terms, policy: { ...terms.policy, objective: DEFAULT_OBJECTIVE } } };
}

/** Nobody comes first, and nothing is demanded. */
function undemanding({ roster, terms }: Programme): Programme {
  return {
    roster: {
      ...roster,
      mentors: roster.mentors.map(mentor => ({ ...mentor, minLoad: 0 })),
      mentees: roster.mentees.map(mentee => ({ ...mentee, priority: 0 })),
    },
    terms: {
      ...terms,
      limits: terms.limits.map(limit => ({ ...limit, min: 0 })),
      pairs: terms.pairs.map(note => ({ ...note, locked: false, continues: false })),
    },
  };
}

/** Points come first, and topics in common cost some: many a mentee is better left without. */
function withPointsFirst({ roster, terms }: Programme): Programme {
  const prefer = terms.policy.prefer.map(preference => ({ ...preference, weight: -preference.weight }));
  const objective = [{ kind: 'score' }, { kind: 'mentees' }] as const;
  return { roster, terms: { ...terms, policy: { ...terms.policy, prefer, objective } } };
}

function tandemsOf({ roster, terms }: Programme) {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') throw new Error(outcome.kind);
  return outcome.matching.tandems;
}

describe('rmentor advise', () => {
  const golden = (name: string) => `../../../fixtures/bottlenecks/expected/${name}`;

  /** A copy of the programme with its run. */
  async function bottlenecks() {
    const folder = workFolder();
    cpSync('fixtures/bottlenecks', folder, { recursive: true });
    const run = join(folder, 'run');
    await runMatch({ config: join(folder, 'rmentor.config.json'), out: run });
    return { folder, run };
  }

  test.each([
    ['advise.txt', {}, null, en],
    ['advise-80-columns.txt', {}, 80, en],
    ['advise-60-columns-de.txt', {}, 60, de],
    ['advise.json', { json: true }, null, en],
  ] as const)('prints %s', async (name, flags, outWidth, words) => {
    const { run } = await bottlenecks();
    const said = await runAdvise(run, flags, { outWidth, words });
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(said.out.split('\n').every(line => line.length <= (outWidth ?? 1000))).toBe(true);
    await expect(said.out).toMatchFileSnapshot(golden(name));
  });

  test('has none where everybody has a tandem', async () => {
    const { folder, run } = await bottlenecks();
    const mentees = readFileSync(join(folder, 'mentees.csv'), 'utf8').split('\n').slice(0, 5);
    writeFileSync(join(folder, 'mentees.csv'), mentees.join('\n'));
    await runMatch({ config: join(folder, 'rmentor.config.json'), out: run });
    expect(await runAdvise(run)).toMatchObject({
      exit: 0,
      out: 'Every mentee is paired: no change would pair more.\n',
    });
  });

  test('says that a run is not there', async () => {
    await expect(runAdvise(join(workFolder(), 'nothing'))).rejects.toMatchObject({ exit: 5 });
  });

  test('gives no advice on inputs that have changed since', async () => {
    const { folder, run } = await bottlenecks();
    const file = join(folder, 'mentors.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('podcasts,2', 'podcasts,3'));
    expect(await troubleOf(() => runAdvise(run))).toMatchObject({
      exit: 2,
      message: expect.stringMatching(/sheet of mentors \(\S*mentors\.csv\) was changed since this run/u),
    });
  });

  test('gives no advice on tandems that somebody edited', async () => {
    const { run } = await bottlenecks();
    const file = join(run, 'tandems.csv');
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd().split('\r\n').slice(0, -1).join('\r\n'));
    expect(await troubleOf(() => runAdvise(run))).toMatchObject({
      exit: 4,
      message: expect.stringContaining('does not hold'),
    });
  });

  test('tells problems of the sheets, and nothing else', async () => {
    const { folder, run } = await bottlenecks();
    const file = join(folder, 'mentors.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('podcasts,2', 'podcasts,two'));
    expect(await runAdvise(run)).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('E012') });
  });
});
