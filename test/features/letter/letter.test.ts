/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Participant, Roster, Side } from '../../../src/domain/roster.ts';
import { FEWEST } from '../../../src/domain/veiled-count.ts';
import { writeLetter } from '../../../src/features/letter/letter.ts';
import { match } from '../../../src/features/match/match.ts';
import type { ProvenRun } from '../../../src/features/verify/verify-run.ts';
import { makePairing } from '../../../src/pair/pairing.ts';
import { buildJson } from '../../../src/render/json/outputs.ts';
import { UNPAINTED } from '../../../src/render/layout/paint.ts';
import { renderLetter } from '../../../src/render/text/letter.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { note, type Programme, policy, preference, richProgrammes, rule, tangles } from '../../support/rosters.ts';
import { runs } from '../../support/runs.ts';

function runOf({ roster, terms }: Programme): ProvenRun | null {
  const outcome = match(roster, terms);
  if (outcome.kind !== 'matched') return null;
  const { matching, proof } = outcome;
  return { roster, terms, pairing: makePairing(roster, terms), tandems: matching.tandems, proof };
}

interface Reader {
  readonly side: Side;
  readonly index: number;
  readonly person: Participant;
}

function listReaders({ mentors, mentees, withdrawn }: Roster): Reader[] {
  return [
    ...mentors.map((person, index) => ({ side: 'mentor' as const, index, person })),
    ...mentees.map((person, index) => ({ side: 'mentee' as const, index, person })),
    ...withdrawn.map(({ side, person }) => ({ side, index: -1, person })),
  ];
}

/** Every form of a letter: in both languages, as text and as JSON. */
function listTexts(run: ProvenRun, reader: Reader): string[] {
  const letter = writeLetter(run, reader);
  return [en, de].flatMap(words => [
    renderLetter(letter, words, { paint: UNPAINTED, width: null }),
    JSON.stringify(buildJson('letters', { letters: [letter] }, words)),
  ]);
}

/** What the words say of vetoes, bans, declines and refusals, in both languages; and how policies and columns call them. */
const FORBIDDEN = [en, de].flatMap(({ rules, bars, facts }) => [
  rules.cause(rule({ rule: 'not-vetoed' })),
  rules.describe(rule({ rule: 'not-vetoed' })),
  ...(['banned-pair', 'declined', 'not-again'] as const).flatMap(bar => [
    bars.noted[bar].cause,
    bars.noted[bar].condition,
  ]),
  ...[facts.banned, facts.declined, facts.notAgain, facts.noVeto],
]);
const CODES = /not[-_]vetoed|not_with|banned|declined|not-again|veto|abgelehnt|ausschlusswunsch|sperr/iu;

function holdsWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu').test(
    text,
  );
}

function expectNobodyElse(run: ProvenRun, reader: Reader): void {
  const { person } = reader;
  const own = [person.id, person.name, person.email].map(mark => mark.toLowerCase());
  const marks = listReaders(run.roster)
    .flatMap(({ person: { id, name, email } }) => [id, name, email])
    .filter(mark => mark !== '' && !own.includes(mark.toLowerCase()));
  for (const text of listTexts(run, reader)) {
    expect(marks.filter(mark => holdsWord(text, mark))).toEqual([]);
    expect(FORBIDDEN.filter(words => text.includes(words))).toEqual([]);
    expect(text).not.toMatch(CODES);
  }
}

/** How many mentors a wish or a decision keeps from a mentee. */
function countApart({ roster, pairing }: ProvenRun, mentee: number): number {
  const { bars, barred } = pairing.eligibility;
  const own = bars.flatMap((bar, bit) =>
    ['not-vetoed', 'banned-pair', 'declined', 'not-again'].includes(bar) ? [bit] : [],
  );
  return roster.mentors.filter((_, mentor) => own.some(bit => ((barred(mentor, mentee) >>> bit) & 1) === 1)).length;
}

const rich = richProgrammes.map(runOf).filter(run => run !== null);
const tangled = tangles({ mentors: 8, mentees: 9 })
  .map(runOf)
  .filter(run => run !== null);

describe('an answer for one person', () => {
  test.each([
    ['every rule and everything that is said of pairs', rich],
    ['tight limits, demands and people who withdrew', tangled],
  ])('names nobody else and tells of no veto and no ban: %s', (_, programmes) => {
    fc.assert(
      fc.property(programmes, fc.nat(99), (run, pick) => {
        const readers = listReaders(run.roster);
        expectNobodyElse(run, readers[pick % readers.length]!);
      }),
      { numRuns: runs(150) },
    );
  });

  test('tells of no count from one to four, but for how many partners the person has or wants', () => {
    fc.assert(
      fc.property(rich, fc.nat(99), (run, pick) => {
        const readers = listReaders(run.roster);
        const { choice, why } = writeLetter(run, readers[pick % readers.length]!);
        const counts = [
          ...(choice === null
            ? []
            : [choice.partners, choice.left, choice.keptApart, ...choice.ruledOut.map(one => one.count)]),
          ...(why?.kind === 'competition' ? [why.mentees, why.slots] : []),
        ];
        for (const count of counts) if (count.kind === 'exact') expect(count.count).toBeGreaterThanOrEqual(FEWEST);
      }),
      { numRuns: runs(100) },
    );
  });

  test('is the same to the byte whether or not one more person vetoed the reader, or is banned from them', () => {
    let same = 0;
    fc.assert(
      fc.property(richProgrammes, fc.nat(99), fc.nat(99), fc.boolean(), ({ roster, terms }, who, by, isBan) => {
        const must = [rule({ rule: 'not-vetoed' }), ...terms.policy.must.filter(one => one.rule !== 'not-vetoed')];
        const open = { ...terms, policy: { ...terms.policy, must } };
        const index = who % roster.mentees.length;
        const mentor = by % roster.mentors.length;
        const person = roster.mentees[index]!;
        const other = roster.mentors[mentor]!;
        fc.pre(person.id !== other.id && !terms.pairs.some(known => known.mentor === mentor && known.mentee === index));
        const mentors = roster.mentors.map((one, at) =>
          at === mentor ? { ...one, notWith: [...one.notWith, person.id] } : one,
        );
        const [before, after] = [
          runOf({ roster, terms: open }),
          isBan
            ? runOf({
                roster,
                terms: { ...open, pairs: [...terms.pairs, note({ mentor, mentee: index, banned: true })] },
              })
            : runOf({ roster: { ...roster, mentors }, terms: open }),
        ];
        fc.pre(before !== null && after !== null);
        const reader = { side: 'mentee', index, person } as const;
        const [one, two] = [writeLetter(before!, reader), writeLetter(after!, reader)];
        // Whose tandems or reason have changed is told so; and where wishes and decisions keep five or more away, how many.
        const isTold = ({ tandems, why, shortfall }: typeof one) => JSON.stringify([tandems, why, shortfall]);
        fc.pre(
          isTold(one) === isTold(two) && countApart(before!, index) < FEWEST && countApart(after!, index) < FEWEST,
        );
        same++;
        expect(listTexts(after!, reader)).toEqual(listTexts(before!, reader));
      }),
      { numRuns: runs(100) },
    );
    expect(same).toBeGreaterThan(0);
  });

  test('a level that counts vetoes is told as decisions, and a preference about them not at all', () => {
    const veto = preference({ name: 'peace', rule: 'not-vetoed', weight: 7 });
    fc.assert(
      fc.property(richProgrammes, fc.nat(99), ({ roster, terms }, pick) => {
        const asked = policy({
          must: terms.policy.must,
          prefer: [...terms.policy.prefer.filter(one => one.rule !== 'not-vetoed'), veto],
          objective: [{ kind: 'preference', preference: 'peace' }, { kind: 'mentees' }, { kind: 'score' }],
        });
        const run = runOf({ roster, terms: { ...terms, policy: asked } });
        fc.pre(run !== null);
        const readers = listReaders(roster);
        const texts = listTexts(run!, readers[pick % readers.length]!);
        for (const text of texts) expect(text).not.toMatch(/peace/u);
        expectNobodyElse(run!, readers[pick % readers.length]!);
      }),
      { numRuns: runs(60) },
    );
  });
});
