/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PairNote } from '../../src/domain/policy.ts';
import { match } from '../../src/features/match/match.ts';
import { mentee, mentor, note, roster, terms } from '../support/rosters.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';
import { runs } from '../support/runs.ts';

/** Rounds of a programme in which slots are short, each with all earlier ones as its history. */

const MENTEES = 12;
const SLOTS = 9;
const ROUNDS = 6;

interface Story {
  readonly mentees: readonly { readonly id: string; readonly topics: string }[];
  readonly slots: readonly { readonly capacity: number; readonly topics: string }[];
}

const idsOfMentees = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/u), { minLength: MENTEES, maxLength: MENTEES });

/** Who takes part: mentees by names that sort anyhow, and mentors who have nine slots together. */
function makeStories(topics: fc.Arbitrary<string>): fc.Arbitrary<Story> {
  const wishes = fc.array(topics, { minLength: MENTEES + SLOTS, maxLength: MENTEES + SLOTS });
  return fc
    .record({ ids: idsOfMentees, wishes, capacities: fc.constantFrom([1, 1], [2]) })
    .map(({ ids, wishes, capacities }) => ({
      mentees: ids.map((id, at) => ({ id, topics: wishes[at]! })),
      slots: [...capacities, 1, 1, 1, 1, 1, 1, 1].map((capacity, at) => ({ capacity, topics: wishes[MENTEES + at]! })),
    }));
}

/** How often each mentee has been left out after all rounds. @param objective of the config; undefined for the usual one. */
async function tellStory({ mentees, slots }: Story, objective?: readonly string[]): Promise<number[]> {
  const folder = workFolder();
  const path = (name: string) => join(folder, name);
  writeFileSync(
    path('mentors.csv'),
    `id,name,capacity,topics\n${slots.map(({ capacity, topics }, m) => `m${m},M ${m},${capacity},${topics}\n`).join('')}`,
  );
  writeFileSync(
    path('mentees.csv'),
    `id,name,topics\n${mentees.map(({ id, topics }) => `${id},E ${id},${topics}\n`).join('')}`,
  );
  const leftOut = new Map(mentees.map(({ id }) => [id, 0]));
  const history: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const config = {
      preset: 'none',
      prefer: [{ rule: 'overlap', field: 'topics', weight: 10 }],
      history,
      ...(objective && { objective }),
    };
    writeFileSync(path('rmentor.config.json'), JSON.stringify(config));
    const flags = { config: path('rmentor.config.json'), mentors: path('mentors.csv'), mentees: path('mentees.csv') };
    const out = path(`round-${round}`);
    expect(await runMatch({ ...flags, out })).toMatchObject({ exit: 0 });
    expect(await runVerify(out)).toMatchObject({ exit: 0 });
    const unmatched: Record<string, string>[] = parse(readFileSync(join(out, 'unmatched.csv')), {
      columns: true,
      bom: true,
    });
    for (const { role, id } of unmatched) if (role === 'mentee') leftOut.set(id!, leftOut.get(id!)! + 1);
    history.push(`round-${round}/tandems.csv`);
  }
  return [...leftOut.values()].sort();
}

describe('twelve mentees, nine slots, six rounds', () => {
  const sameTopics = makeStories(fc.constant('a'));
  const someTopics = makeStories(fc.constantFrom('a', 'b', 'c', 'a;b', 'b;c'));

  test.each([
    ['where all fit alike', sameTopics, undefined],
    ['where the objective names it before the points', someTopics, ['mentees', 'tandems', 'fewer-earlier', 'score']],
  ])('leave nobody out three times while somebody never is: %s', async (_, stories, objective) => {
    await fc.assert(
      fc.asyncProperty(stories, async story => {
        const leftOut = await tellStory(story, objective);
        expect(leftOut.reduce((sum, times) => sum + times)).toBe(ROUNDS * (MENTEES - SLOTS));
        expect(leftOut.includes(0) && Math.max(...leftOut) > 2, `left out: ${leftOut}`).toBe(false);
      }),
      { numRuns: Math.ceil(runs(200) / 20) },
    );
  });

  test('would leave somebody out again and again by the hash of ids alone', () => {
    const isUneven = (ids: readonly string[]) => {
      const leftOut = tellStoryOfTies(ids);
      return leftOut.includes(0) && Math.max(...leftOut) > 2;
    };
    const uneven = fc.sample(idsOfMentees, runs(200)).filter(isUneven);
    expect(uneven.length).toBeGreaterThan(runs(200) / 2);
  });
});

/** The same story, with what decides where there is no history. */
function tellStoryOfTies(ids: readonly string[]): number[] {
  const mentors = Array.from({ length: SLOTS }, (_, m) => mentor(`m${m}`, { languages: ['en'] }));
  const mentees = ids.map(id => mentee(id, { languages: ['en'] }));
  const leftOut = mentees.map(() => 0);
  let pairs: PairNote[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const outcome = match(roster(mentors, mentees), terms({ pairs }));
    if (outcome.kind !== 'matched') throw new Error(outcome.kind);
    const { tandems } = outcome.matching;
    mentees.forEach((_, e) => {
      if (!tandems.some(({ mentee }) => mentee === e)) leftOut[e]!++;
    });
    const met = tandems.map(({ mentor, mentee }) => note({ mentor, mentee, met: true }));
    pairs = [...pairs, ...met].sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
  }
  return leftOut;
}
