/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../../src/certificate/feasibility.ts';
import { compareCosts, makeLeastCost } from '../../../src/certificate/least-cost-of-pair.ts';
import type { PairAccount, WhatIf } from '../../../src/domain/account.ts';
import { DEMANDS } from '../../../src/domain/certificate.ts';
import { mergeNotes } from '../../../src/domain/noted-pairs.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import type { Side } from '../../../src/domain/roster.ts';
import { TIES } from '../../../src/domain/ties.ts';
import { match } from '../../../src/features/match/match.ts';
import type { ProvenRun } from '../../../src/features/verify/verify-run.ts';
import { explainPair, explainPerson } from '../../../src/features/what-if/what-if.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { bestByTrying, worthOfTandems } from '../../support/brute-force.ts';
import { crowds, programmeOf } from '../../support/crowds.ts';
import { ALL_LEVELS, note, type Programme, policy, programmes, tangles } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

/** The run of a programme; null where its demands clash. */
function runOf({ roster, terms }: Programme): ProvenRun | null {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') return null;
  const { matching, proof } = outcome;
  return { roster, terms, pairing: makePairing(roster, terms), tandems: matching.tandems, proof };
}

const proven = programmes()
  .map(runOf)
  .filter(run => run !== null);

const withWorst = programmes()
  .map(({ roster, terms }) => runOf({ roster, terms: { ...terms, policy: policy({ objective: ALL_LEVELS }) } }))
  .filter(run => run !== null);

/** Runs in which one change moves many: several mentors each, limits in each other, levels in any order, who withdrew. */
const tangled = tangles({ mentors: 4, mentees: 4 })
  .map(runOf)
  .filter(run => run !== null);

/** Runs of a few dozen people. */
const largeRuns = crowds
  .map(crowd => runOf(programmeOf({ ...crowd, mentors: 8 + (crowd.mentors % 12), mentees: 8 + (crowd.mentees % 16) })))
  .filter(run => run !== null);

function pairIn({ roster: { mentors, mentees } }: ProvenRun, pick: number): Tandem {
  return { mentor: pick % mentors.length, mentee: Math.floor(pick / mentors.length) % mentees.length };
}

const isSame = (one: Tandem) => (other: Tandem) => one.mentor === other.mentor && one.mentee === other.mentee;

/** What each level would come to, or null where the pair cannot be forced. */
function wouldBe(whatIf: WhatIf): number[] | null {
  if (whatIf.kind === 'impossible') return null;
  return whatIf.levels.map(({ wouldBe }) => wouldBe ?? Number.POSITIVE_INFINITY);
}

/** What each level comes to in the run. */
function is(whatIf: Extract<WhatIf, { kind: 'possible' }>): number[] {
  return whatIf.levels.map(({ is }) => is ?? Number.POSITIVE_INFINITY);
}

/** A programme in which more is said of one pair. */
function saying({ roster, terms }: ProvenRun, pair: Tandem, more: Parameters<typeof note>[0] | object): Programme {
  const known = terms.pairs.find(isSame(pair)) ?? note(pair);
  const others = terms.pairs.filter(other => other !== known);
  return { roster, terms: { ...terms, pairs: mergeNotes([others, [{ ...known, ...more }]]) } };
}

/** Tandems in an order of their own. */
function ordered(tandems: readonly Tandem[]): Tandem[] {
  return tandems
    .map(({ mentor, mentee }) => ({ mentor, mentee }))
    .sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}

function moved(tandems: readonly Tandem[], { moves }: Extract<WhatIf, { kind: 'possible' }>): Tandem[] {
  const gone = moves.flatMap(({ mentee, leaves }) => leaves.map(mentor => ({ mentor, mentee })));
  const come = moves.flatMap(({ mentee, joins }) => joins.map(mentor => ({ mentor, mentee })));
  expect(gone.filter(pair => !tandems.some(isSame(pair)))).toEqual([]);
  return ordered([...tandems.filter(tandem => !gone.some(isSame(tandem))), ...come]);
}

describe('what it would cost to pair two people, or to part them', () => {
  test.each([
    ['with any objective', proven],
    ['with the worst tandem as a level', withWorst],
    ['where one change moves many', tangled],
  ])('is what trying every set of tandems finds, %s', (_, some) => {
    fc.assert(
      fc.property(some, fc.nat(), (run, pick) => {
        const pair = pairIn(run, pick);
        const { isTandem, whatIf } = explainPair(run, pair);
        expect(wouldBe(whatIf)).toEqual(bestByTrying(run, { ...pair, wish: isTandem ? 'apart' : 'together' }));
        if (whatIf.kind === 'possible') expect(is(whatIf)).toEqual(bestByTrying(run));
      }),
      { numRuns: runs(500) },
    );
  });

  test('is what matching again finds in larger programmes, where the pair is locked or banned', () => {
    fc.assert(
      fc.property(largeRuns, fc.nat(), (run, pick) => {
        const pair = pairIn(run, pick);
        const { isTandem, whatIf } = explainPair(run, pair);
        const change = isTandem
          ? { locked: false, continues: false, banned: true }
          : { locked: true, override: 'asked' };
        const again = runOf(saying(run, pair, change));
        const values = again?.proof.levels.filter(({ level }) => level !== DEMANDS && level !== TIES);
        expect(wouldBe(whatIf)).toEqual(values?.map(({ value }) => value ?? Number.POSITIVE_INFINITY) ?? null);
      }),
      { numRuns: runs(150) },
    );
  });

  test.each([
    ['small', proven],
    ['tangled', tangled],
    ['larger', largeRuns],
  ])(
    'is what those who would move bring about, and where no tandem must be the worst they are fewest: %s programmes',
    (_, some) => {
      fc.assert(
        fc.property(some, fc.nat(), (run, pick) => {
          const pair = pairIn(run, pick);
          const { isTandem, whatIf } = explainPair(run, pair);
          if (whatIf.kind === 'impossible') return;
          const after = moved(run.tandems, whatIf);
          expect(after.some(isSame(pair))).toBe(!isTandem);
          const change = isTandem
            ? { locked: false, continues: false, banned: true }
            : { locked: true, override: 'asked' };
          const forced = saying(run, pair, change);
          const { eligibility, affinity } = makePairing(forced.roster, forced.terms);
          expect(audit(forced.roster, forced.terms, eligibility, after)).toEqual([]);
          if (some !== largeRuns) expect(worthOfTandems(run, after)).toEqual(wouldBe(whatIf));
          const score = after.reduce((sum, { mentor, mentee }) => sum + affinity.score(mentor, mentee), 0);
          const told = whatIf.levels.find(({ level }) => level === 'score');
          if (told !== undefined) expect(score).toBe(told.wouldBe);
          if (run.proof.worst !== null) return;
          const again = runOf(forced)?.tandems.filter(tandem => !run.tandems.some(isSame(tandem))) ?? [];
          expect(after.filter(tandem => !run.tandems.some(isSame(tandem))).length).toBeLessThanOrEqual(again.length);
        }),
        { numRuns: runs(150) },
      );
    },
  );

  test('is a gain for two who would become a tandem by themselves if nothing barred them, and for nobody else', () => {
    fc.assert(
      fc.property(proven, fc.nat(), (run, pick) => {
        const pair = pairIn(run, pick);
        const { verdict, whatIf } = explainPair(run, pair);
        fc.pre(!verdict.mayMeet);
        const isEqual = whatIf.kind === 'possible' && whatIf.levels.every(({ is, wouldBe }) => is === wouldBe);
        fc.pre(!isEqual);
        const allowed = runOf(saying(run, pair, { override: 'asked' }));
        expect(allowed?.tandems.some(isSame(pair))).toBe(whatIf.kind === 'possible' && whatIf.isBetter);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** What pairing somebody with each partner they may meet and have not comes to, solved one by one; those that can be had. */
function everyAlternative(run: ProvenRun, side: Side, index: number): { partner: number; account: PairAccount }[] {
  const partners = side === 'mentor' ? run.roster.mentees : run.roster.mentors;
  return [...partners.keys()].flatMap(partner => {
    const pair = side === 'mentor' ? { mentor: index, mentee: partner } : { mentor: partner, mentee: index };
    if (run.tandems.some(isSame(pair)) || run.pairing.eligibility.barred(pair.mentor, pair.mentee) !== 0) return [];
    const account = explainPair(run, pair);
    return account.whatIf.kind === 'possible' ? [{ partner, account }] : [];
  });
}

function compare(one: readonly number[] | null, other: readonly number[] | null): number {
  const level = one?.findIndex((value, at) => value !== other?.[at]) ?? -1;
  return level < 0 ? 0 : (other?.[level] ?? 0) - (one?.[level] ?? 0);
}

/** What a forced pair costs on each level, as far as it has a value before and after. */
function costOf(whatIf: WhatIf): number[] {
  return whatIf.kind === 'possible' ? whatIf.levels.map(({ is, wouldBe }) => (is ?? 0) - (wouldBe ?? is ?? 0)) : [];
}

describe('the alternatives of somebody', () => {
  test('cost no less than prices say, where the worst tandem is a level', () => {
    fc.assert(
      fc.property(withWorst, fc.nat(), (run, pick) => {
        fc.pre(run.proof.worst !== null && run.proof.levels.every(({ level }) => level !== DEMANDS));
        const { roster, terms, tandems, pairing, proof } = run;
        const leastOf = makeLeastCost({ roster, terms, tandems, ...pairing }, proof);
        const index = pick % roster.mentees.length;
        for (const { partner, account } of everyAlternative(run, 'mentee', index)) {
          expect(compareCosts(costOf(account.whatIf), leastOf(partner, index)!)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  test('cost what forcing them costs, and those that are proven are the cheapest there are', () => {
    let proven = 0;
    fc.assert(
      fc.property(largeRuns, fc.constantFrom<Side>('mentor', 'mentee'), fc.nat(), (run, side, pick) => {
        const people = side === 'mentor' ? run.roster.mentors : run.roster.mentees;
        const index = pick % people.length;
        const { best, isProven } = explainPerson(run, { side, index, person: people[index]! }).alternatives;
        const all = everyAlternative(run, side, index);
        const values = best.map(({ whatIf }) => wouldBe(whatIf));
        expect(values).toEqual(values.toSorted(compare));
        for (const { partner, whatIf } of best) {
          const other = all.find(known => known.partner === partner)?.account.whatIf;
          expect(wouldBe(whatIf)).toEqual(other && wouldBe(other));
        }
        expect(run.proof.worst !== null || isProven).toBe(true);
        if (!isProven) return;
        proven++;
        const cheapest = all.map(({ account }) => wouldBe(account.whatIf)).sort(compare);
        expect(values).toEqual(cheapest.slice(0, 3));
      }),
      { numRuns: runs(100) },
    );
    expect(proven).toBeGreaterThan(runs(50));
  });
});
