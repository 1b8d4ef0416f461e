/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audit } from '../../../src/certificate/feasibility.ts';
import { findRefutation } from '../../../src/certificate/prove.ts';
import type { Proof, WorstProof } from '../../../src/domain/certificate.ts';
import { computeDigest } from '../../../src/domain/digest.ts';
import type { Tandem } from '../../../src/domain/pairing.ts';
import { REASONS, takesPart } from '../../../src/domain/unmatched-reasons.ts';
import { match } from '../../../src/features/match/match.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { limit, type Programme, programmes } from '../../support/rosters.ts';
import { filesIn, runMatch, runVerify, workFolder, writeProgramme } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';
import { refuted } from '../../support/told.ts';

interface Solved extends Programme {
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

const solved: fc.Arbitrary<Solved> = programmes({ mentors: 6, mentees: 6 })
  .map(({ roster, terms }) => ({ roster, terms, outcome: match(roster, terms) }))
  .filter(({ outcome }) => outcome.kind === 'matched' && outcome.matching.tandems.length > 0)
  .map(({ roster, terms, outcome }) => {
    if (outcome.kind !== 'matched') throw new Error('filtered');
    return { roster, terms, tandems: outcome.matching.tandems, proof: outcome.proof };
  });

/** What is said against tandems and a proof, or null where they stand. */
function said({ roster, terms }: Programme, tandems: readonly Tandem[], proof: Proof): string | null {
  const pairing = makePairing(roster, terms);
  return refuted(
    audit(roster, terms, pairing.eligibility, tandems)[0] ??
      findRefutation({ roster, terms, ...pairing, tandems }, proof),
  );
}

describe('the proof', () => {
  test('stands for what the matcher found', () => {
    fc.assert(
      fc.property(solved, run => {
        expect(said(run, run.tandems, run.proof)).toBeNull();
      }),
    );
  });

  test('is refuted when a tandem is dropped', () => {
    fc.assert(
      fc.property(solved, fc.nat(), (run, pick) => {
        const dropped = run.tandems.toSpliced(pick % run.tandems.length, 1);
        expect(said(run, dropped, run.proof)).not.toBeNull();
      }),
      { numRuns: runs(500) },
    );
  });

  test('is refuted when a tandem is added', () => {
    fc.assert(
      fc.property(solved, fc.nat(), fc.nat(), (run, a, b) => {
        const added = { mentor: a % run.roster.mentors.length, mentee: b % run.roster.mentees.length };
        expect(said(run, [...run.tandems, added], run.proof)).not.toBeNull();
      }),
      { numRuns: runs(500) },
    );
  });

  test('is refuted when two tandems swap their mentees', () => {
    fc.assert(
      fc.property(solved, fc.nat(), fc.nat(), (run, a, b) => {
        const one = run.tandems[a % run.tandems.length] as Tandem;
        const two = run.tandems[b % run.tandems.length] as Tandem;
        fc.pre(one.mentor !== two.mentor && one.mentee !== two.mentee);
        const rest = run.tandems.filter(tandem => tandem !== one && tandem !== two);
        const swapped = [...rest, { ...one, mentee: two.mentee }, { ...two, mentee: one.mentee }];
        expect(said(run, swapped, run.proof)).not.toBeNull();
      }),
      { numRuns: runs(500) },
    );
  });

  test('is refuted when the price of somebody with a tandem changes by much on the first level', () => {
    fc.assert(
      fc.property(
        solved,
        fc.nat(),
        fc.constantFrom(2 ** 49, -(2 ** 49)),
        fc.constantFrom('mentor', 'mentee'),
        (run, pick, change, side) => {
          const tandem = run.tandems[pick % run.tandems.length] as Tandem;
          const list = side === 'mentor' ? 'mentors' : 'mentees';
          const prices = run.proof.prices[list].map((price, index) =>
            index === tandem[side] ? (price?.with(0, (price[0] ?? 0) + change) ?? null) : price,
          );
          const changed = { ...run.proof, prices: { ...run.proof.prices, [list]: prices } };
          expect(said(run, run.tandems, changed)).not.toBeNull();
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('is refuted when what it says of the worst tandem is left out, raised or cut short', () => {
    const withWorst = solved.filter(({ proof }) => proof.worst?.better != null);
    fc.assert(
      fc.property(withWorst, fc.nat(), (run, pick) => {
        const { all, better } = run.proof.worst as WorstProof;
        if (better === null) throw new Error('filtered');
        const { mentor } = run.tandems[pick % run.tandems.length] as Tandem;
        const cheaper = all.mentors.map((price, index) =>
          index === mentor ? (price?.with(0, -(2 ** 48)) ?? null) : price,
        );
        const lies: (WorstProof | null)[] = [
          null,
          { all, better: null },
          { all, better: { ...better, floor: better.floor + 1 } },
          { all, better: { ...better, tandems: run.tandems } },
          { all: { ...all, mentors: cheaper }, better },
          ...(better.tandems.length > 0 ? [{ all, better: { ...better, tandems: better.tandems.slice(1) } }] : []),
        ];
        for (const worst of lies) expect(said(run, run.tandems, { ...run.proof, worst })).not.toBeNull();
      }),
      { numRuns: runs(200) },
    );
  });

  test('is refuted when a level is said to come to something else', () => {
    fc.assert(
      fc.property(solved, fc.nat(), fc.constantFrom(1, -1), (run, pick, change) => {
        const at = pick % run.proof.levels.length;
        const levels = run.proof.levels.map((level, index) =>
          index === at ? { ...level, value: (level.value ?? 0) + change } : level,
        );
        expect(said(run, run.tandems, { ...run.proof, levels })).toMatch(/^the tandems reach/u);
      }),
      { numRuns: runs(200) },
    );
  });

  test('is refuted when a limit is lower than what the tandems use, naming the limit', () => {
    fc.assert(
      fc.property(solved, fc.nat(), (run, pick) => {
        const { mentee } = run.tandems[pick % run.tandems.length] as Tandem;
        const country = run.roster.mentees[mentee]?.country ?? '';
        const others = run.terms.limits.filter(known => known.side !== 'mentee' || known.place !== country);
        const limits = [...others, limit({ place: country, side: 'mentee', max: 0 })];
        const terms = { ...run.terms, limits };
        expect(said({ roster: run.roster, terms }, run.tandems, run.proof)).toContain(en.grammar.nameInside(country));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a run', () => {
  test('is the same to the byte in any order of rows, and verify says PROVEN', async () => {
    await fc.assert(
      fc.asyncProperty(solved, fc.infiniteStream(fc.nat()), async (run, numbers) => {
        const shuffled = <Row>(rows: readonly Row[]) =>
          rows
            .map(row => ({ row, key: numbers.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const [first, second] = [workFolder(), workFolder()];
        const one = await runMatch({ ...writeProgramme(run, first), out: join(first, 'run') });
        const two = await runMatch({ ...writeProgramme(run, second, shuffled), out: join(second, 'run') });
        expect([one.exit, two.exit]).toEqual([0, 0]);
        expect(one.out.replaceAll(first, '')).toBe(two.out.replaceAll(second, ''));
        expect(filesIn(join(first, 'run'))).toEqual(filesIn(join(second, 'run')));
        expect(await runVerify(join(second, 'run'))).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
      }),
      { numRuns: runs(150) },
    );
  });

  const programme: Programme = (() => {
    const [first] = fc.sample(
      solved.filter(({ tandems, terms }) => tandems.length > 3 && terms.limits.length > 1),
      { numRuns: 1, seed: 7 },
    );
    if (first === undefined) throw new Error('no sample');
    return first;
  })();

  async function finished() {
    const folder = workFolder();
    const flags = writeProgramme(programme, folder);
    const { exit } = await runMatch({ ...flags, out: join(folder, 'run') });
    expect(exit).toBe(0);
    return { folder, run: join(folder, 'run') };
  }

  function edit(file: string, change: (text: string) => string): void {
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
  }

  const rows = (text: string) => text.split('\r\n');
  const swapMentees = (text: string) => {
    const [header, a = '', ...others] = rows(text);
    // Of two mentors: both tandems of one stay as they are.
    const at = others.findIndex(row => row.split(',')[0] !== a.split(',')[0]);
    const b = others[at]!;
    const rest = others.toSpliced(at, 1);
    const parts = (line: string) => ({ mentor: line.split(',').slice(0, 5), rest: line.split(',').slice(5) });
    const swapped = [
      [...parts(a).mentor, ...parts(b).rest],
      [...parts(b).mentor, ...parts(a).rest],
    ].map(cells => cells.join(','));
    return [header, ...swapped, ...rest].join('\r\n');
  };

  /** Changes certificate.json as somebody would who knows how it is sealed. */
  const reseal = (change: (certificate: Record<string, unknown>) => void) => (text: string) => {
    const { seal: _, ...content } = JSON.parse(text);
    change(content);
    return JSON.stringify({ ...content, seal: computeDigest(content) });
  };

  test.each<[what: string, file: string, change: (text: string) => string, names: RegExp]>([
    ['two tandems swapped', 'run/tandems.csv', swapMentees, /REFUTED: .*(may not be paired|tandem)/u],
    ['a tandem dropped', 'run/tandems.csv', text => rows(text).toSpliced(1, 1).join('\r\n'), /REFUTED: /u],
    [
      'a tandem twice',
      'run/tandems.csv',
      text =>
        rows(text)
          .toSpliced(1, 0, rows(text)[1] ?? '')
          .join('\r\n'),
      /twice/u,
    ],
    [
      'a name changed',
      'run/tandems.csv',
      text => text.replace(/,E(\d),/u, ',X$1,'),
      /tandems\.csv says "X\d" in mentee_name/u,
    ],
    [
      'a score changed',
      'run/tandems.csv',
      text => text.replace(/,(\d),draft/u, ',77,draft'),
      /tandems\.csv says "77"/u,
    ],
    ['an unknown person', 'run/tandems.csv', text => text.replace('\nm', '\nx'), /no mentor has the id/u],
    [
      'a total changed',
      'run/summary.json',
      text => text.replace(/"tandems": \d+/u, '"tandems": 99'),
      /summary\.json says 99 for tandems/u,
    ],
    [
      'a reason changed',
      'run/unmatched.csv',
      text => text.replace(new RegExp(Object.keys(REASONS).filter(takesPart).join('|'), 'u'), 'mood'),
      /unmatched\.csv/u,
    ],
    ['a price changed', 'run/certificate.json', text => text.replace(/"price":\[(-?\d+)/u, '"price":[99'), /REFUTED/u],
    [
      'a price that changes nothing',
      'run/certificate.json',
      text => text.replace(/"config": "/u, '"config": "./'),
      /changed after it was written/u,
    ],
    [
      'a price no number',
      'run/certificate.json',
      text => text.replace(/"price":\[-?\d+/u, '"price":[NaN'),
      /certificate\.json is not JSON/u,
    ],
    [
      'a price left out',
      'run/certificate.json',
      reseal(c => (c['prices'] as { mentors: unknown[] }).mentors.pop()),
      /REFUTED/u,
    ],
    ['a level left out', 'run/certificate.json', reseal(c => (c['levels'] as unknown[]).pop()), /about the goals/u],
    [
      'another level value',
      'run/certificate.json',
      reseal(c => Object.assign((c['levels'] as object[])[0] ?? {}, { value: 99 })),
      /the proof says 99/u,
    ],
    [
      'another policy',
      'run/certificate.json',
      reseal(c => Object.assign(c['policy'] as object, { must: [] })),
      /must\.overlap-languages was changed since this run/u,
    ],
    [
      'another mentee',
      'mentees.csv',
      text => text.replace('Sales', 'Legal'),
      /the sheet of mentees \(\.\.\/mentees\.csv\) was changed/u,
    ],
    [
      'another limit',
      'limits.csv',
      text => `${text.trimEnd()}\nSE,mentor,,5\n`,
      /the sheet of limits \(.*\) was changed since this run/u,
    ],
    [
      'another config',
      'rmentor.config.json',
      text => text.replace('"weight":3', '"weight":4'),
      /prefer\.overlap-topics\.weight was changed since this run: it was 3, and is 4 now/u,
    ],
  ])('is refuted with %s', async (_, file, change, names) => {
    const { folder, run } = await finished();
    edit(join(folder, file), change);
    expect(await runVerify(run)).toMatchObject({ exit: 4, out: expect.stringMatching(names) });
  });

  test('may be sorted otherwise and marked as approved', async () => {
    const { run } = await finished();
    edit(join(run, 'tandems.csv'), text => {
      const [header, ...body] = rows(text.trimEnd().replace(',draft', ',approved'));
      return [header, ...body.reverse(), ''].join('\r\n');
    });
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
  });

  test('is checked against moved inputs when a flag says where they are', async () => {
    const { folder, run } = await finished();
    const moved = writeProgramme(programme, workFolder());
    writeFileSync(join(folder, 'mentors.csv'), '');
    expect(await runVerify(run)).toMatchObject({ exit: 4 });
    expect(await runVerify(run, { mentors: moved.mentors })).toMatchObject({ exit: 0 });
  });
});
