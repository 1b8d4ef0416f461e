/** @module-tag slow */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMANDS, type Proof } from '../../src/domain/certificate.ts';
import { WEIGHED } from '../../src/domain/objective-level-table.ts';
import type { Tandem } from '../../src/domain/pairing.ts';
import type { Level } from '../../src/domain/policy.ts';
import { TIES } from '../../src/domain/ties.ts';
import { match } from '../../src/features/match/match.ts';
import { bestByTrying, gainsByTrying } from '../support/brute-force.ts';
import {
  mentee,
  mentor,
  note,
  type Programme,
  policy,
  programmes,
  roster,
  tangles,
  terms,
} from '../support/rosters.ts';
import { runs } from '../support/runs.ts';
import { ENTRY, FOLLOWING, type Replacement } from '../support/same-initial.ts';

/** Whoever adds a level to the table must be led by the compiler to every place that has to know it, and can forget none. */

/** A copy of the program. */
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'rmentor-levels-'));
  for (const name of ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
    cpSync(name, join(copy, name), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function change({ file, from, to }: Replacement): void {
  const path = join(copy, 'src', file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(from).length, `how often ${file} has what is replaced, and one more`).toBe(2);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** Compiles the copy. @returns the files that do not compile. */
function compile(...more: readonly string[]): string[] {
  const args = [resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', ...more];
  const { stdout } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return [...new Set([...stdout.matchAll(/^src\/(.+?)\(\d+,\d+\): error/gmu)].map(([, file = '']) => file))];
}

/** A module of the compiled copy. */
function load<Module>(file: string): Promise<Module> {
  return import(pathToFileURL(join(copy, 'dist', file)).href);
}

const SAME_INITIAL: Level = JSON.parse('{ "kind": "same-initial" }');

function isSame({ roster }: Programme, { mentor, mentee }: Tandem): boolean {
  return roster.mentors[mentor]!.name[0] === roster.mentees[mentee]!.name[0];
}

/** Programmes of people who all may meet and whose names begin with few letters, with the level somewhere in place of `kept`. */
function named(some: fc.Arbitrary<Programme>): fc.Arbitrary<Programme> {
  const letters = fc.array(fc.constantFrom('A', 'B', 'Č'), { minLength: 8, maxLength: 8 });
  return fc.tuple(some, letters, fc.nat()).map(([{ roster, terms }, initials, place]): Programme => {
    const rename = <Person extends { readonly id: string }>(person: Person, at: number) => {
      return { ...person, name: `${initials[at]} ${person.id}`, languages: ['en'] };
    };
    const others = terms.policy.objective.filter(({ kind }) => kind !== 'kept' && kind !== WEIGHED);
    const objective = others.toSpliced(place % (others.length + 1), 0, SAME_INITIAL);
    return {
      roster: {
        ...roster,
        mentors: roster.mentors.map(rename),
        mentees: roster.mentees.map((person, at) => rename(person, 4 + at)),
      },
      terms: { ...terms, policy: { ...terms.policy, objective } },
    };
  });
}

/** The same for who knows no such level: to keep all pairs of a previous run in which were all that have the same initial. */
function asKept(programme: Programme): Programme {
  const { roster, terms } = programme;
  const pairs = roster.mentors.flatMap((_, m) =>
    roster.mentees.map((_, e) => {
      const known = terms.pairs.find(({ mentor, mentee }) => mentor === m && mentee === e);
      return note({ ...known, mentor: m, mentee: e, kept: isSame(programme, { mentor: m, mentee: e }) });
    }),
  );
  const objective = terms.policy.objective.map((level): Level => (level === SAME_INITIAL ? { kind: 'kept' } : level));
  return { roster, terms: { ...terms, pairs, policy: { ...terms.policy, objective } } };
}

/** What the trap was: the proof of tandems that are best without the level, with nothing asked and `value` reached on it. */
function ignoring({ levels, prices }: Proof, place: number, value: number): Proof {
  const widen = (vectors: Proof['prices']['mentors']) => vectors.map(price => price?.toSpliced(place, 0, 0) ?? null);
  const { mentors, mentees, limits } = prices;
  return {
    levels: levels.toSpliced(place, 0, { level: 'same-initial', value }),
    prices: { mentors: widen(mentors), mentees: widen(mentees), limits: widen(limits) },
    worst: null,
  };
}

const ADA = mentor('ada@x.org', { name: 'Ada A', department: 'IT', languages: ['en'] });
const BEN = mentor('ben@x.org', { name: 'Ben B', department: 'HR', languages: ['en'] });
const BEA = mentee('ann@x.org', { name: 'Bea X', department: 'Legal', languages: ['en'] });
const AL = mentee('bob@x.org', { name: 'Al Y', department: 'Sales', languages: ['en'] });

describe('a level that counts what no rule tells', () => {
  let own: typeof import('../../src/features/match/match.ts');
  let pair: typeof import('../../src/pair/pairing.ts');
  let prove: typeof import('../../src/certificate/prove.ts');

  test('does not compile by its entry alone, and compiles where the compiler was followed', async () => {
    change(ENTRY);
    expect(compile('--noEmit').toSorted()).toEqual([...new Set(FOLLOWING.map(({ file }) => file))].toSorted());
    for (const replacement of FOLLOWING) change(replacement);
    expect(compile('--outDir', 'dist')).toEqual([]);
    own = await load('features/match/match.js');
    pair = await load('pair/pairing.js');
    prove = await load('certificate/prove.js');
  });

  /** Matches by the copy, and holds the outcome against every set of tandems. @returns what the trap would have lost. */
  function holdAgainstBruteForce(programme: Programme): number {
    const { roster, terms } = programme;
    const outcome = own.match(roster, terms);
    const best = bestByTrying(asKept(programme));
    expect(outcome.kind).toBe(best === null ? 'clash' : 'matched');
    if (outcome.kind !== 'matched') return 0;
    const { proof, matching } = outcome;
    const counted = proof.levels.filter(({ level }) => level !== DEMANDS && level !== TIES);
    expect(counted.map(({ value }) => value ?? Number.POSITIVE_INFINITY)).toEqual(best);
    const makeClaim = (tandems: readonly Tandem[]) => ({ roster, terms, ...pair.makePairing(roster, terms), tandems });
    expect(prove.findRefutation(makeClaim(matching.tandems), proof)).toBeNull();
    const gains = gainsByTrying(asKept(programme));
    matching.summary.objective.forEach(({ oneLess }, at) => {
      if (oneLess !== null) expect(oneLess.gain * (oneLess.level === 'score' ? 1000 : 1)).toBe(gains[at]);
    });
    return measureTrap(programme, proof, makeClaim);
  }

  /** By how much tandems fall short that are best without the level; the proof that the trap made of them must be refuted. */
  function measureTrap(
    programme: Programme,
    { levels, worst }: Proof,
    makeClaim: (tandems: readonly Tandem[]) => Parameters<typeof prove.findRefutation>[0],
  ): number {
    const { roster, terms } = programme;
    if (worst !== null) return 0;
    const objective = terms.policy.objective.filter(level => level !== SAME_INITIAL);
    const without = match(roster, { ...terms, policy: { ...terms.policy, objective } });
    if (without.kind !== 'matched') throw new Error(without.kind);
    const { tandems } = without.matching;
    const place = levels.findIndex(({ level }) => level === 'same-initial');
    const value = tandems.filter(tandem => isSame(programme, tandem)).length;
    const refutation = prove.findRefutation(makeClaim(tandems), ignoring(without.proof, place, value));
    if (value < levels[place]!.value!) expect(refutation).not.toBeNull();
    return levels[place]!.value! - value;
  }

  test.each([
    ['small programmes', named(programmes({ mentors: 4, mentees: 4 })), 150],
    ['programmes with limits in each other', named(tangles({ mentors: 3, mentees: 4 })), 100],
  ])('is solved as trying every set of tandems would, and proven: %s', (_, some, numRuns) => {
    fc.assert(
      fc.property(some, programme => void holdAgainstBruteForce(programme)),
      { numRuns: runs(numRuns) },
    );
  });

  test('refutes the tandems that were proven falsely when the proof looked only at what rules tell', () => {
    const objective: Level[] = [{ kind: 'mentees' }, SAME_INITIAL];
    const people = roster([ADA, BEN], [BEA, AL]);
    expect(holdAgainstBruteForce({ roster: people, terms: terms({ policy: policy({ objective }) }) })).toBe(2);
  });

  test('is what alternates are put in order by', () => {
    const mentors = [ADA, BEN, ...['Bo', 'Ali', 'Ann', 'Bob'].map(name => ({ ...BEN, id: name, name, capacity: 2 }))];
    const people = roster(mentors, [BEA, AL]);
    const objective: Level[] = [{ kind: 'mentees' }, SAME_INITIAL];
    const outcome = own.match(people, terms({ policy: policy({ objective }) }), undefined, undefined, 9);
    if (outcome.kind !== 'matched') throw new Error(outcome.kind);
    for (const [mentee, { name }] of people.mentees.entries()) {
      const order = outcome.alternates!.filter(one => one.mentee === mentee).map(one => mentors[one.mentor]!);
      expect(order.map(one => (one.name[0] === name[0] ? 1 : 0))).toEqual(order.map((_, at) => (at < 2 ? 1 : 0)));
    }
  });

  test('is proven from the sheets on: the tandems with the same initials, and no others', () => {
    const head = 'name,email,department,country\n';
    writeFileSync(join(copy, 'mentors.csv'), `${head}Ada A,ada@x.org,IT,DE\nBen B,ben@x.org,HR,DE\n`);
    writeFileSync(join(copy, 'mentees.csv'), `${head}Bea X,ann@x.org,Legal,DE\nAl Y,bob@x.org,Sales,DE\n`);
    const config = { preset: 'none', mentors: 'mentors.csv', mentees: 'mentees.csv', out: 'run' };
    const objective = ['mentees', 'same-initial'];
    writeFileSync(join(copy, 'rmentor.config.json'), JSON.stringify({ ...config, objective }));
    const launch =
      "const { run } = await import('./dist/cli.js'); process.exitCode = await run(process.argv.slice(1));";
    const run = (...args: readonly string[]) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', launch, ...args], {
        cwd: copy,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    run('match');
    const verified = run('verify', 'run');
    expect(verified).toContain('PROVEN');
    expect(verified).toContain('none has more same-initial tandems (2)');
    expect(readFileSync(join(copy, 'run', 'tandems.csv'), 'utf8')).toMatch(/Ada A.*Al Y[\s\S]*Ben B.*Bea X/u);
  });
});
