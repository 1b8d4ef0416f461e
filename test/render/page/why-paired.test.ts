/** @module-tag slow */

import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainCommand } from '../../../src/commands/explain.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { fillNames } from '../../../src/web/report/pair-points.tsx';
import { readPageData } from '../../support/report-data.ts';
import { mentee, mentor, note, type Programme, programmes, roster, terms } from '../../support/rosters.ts';
import { listening, runMatch, workFolder, writeProgramme } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

/** What the review says of each tandem, with the ids of the two. */
function listReviewed(folder: string) {
  const { tandems, people, sentences, review } = readPageData(folder);
  return tandems.map(([one, other], row) => {
    const [why, found] = review!.reasons[row]!;
    const say = (sentence: number) => fillNames(sentences[sentence]!, people[one]![0], people[other]![0]);
    return {
      ids: [review!.details[one]![0], review!.details[other]![0]],
      sentences: [why, ...found].filter(sentence => sentence >= 0).map(say),
    };
  });
}

/** A sentence as it may stand within a line: there it begins small, and has no full stop. */
const relax = (sentence: string) => sentence.toLowerCase().replace(/\.$/u, '');

/** Holds the page of a programme against `explain`, tandem by tandem, and returns all that it says. */
async function holdAgainstExplain(programme: Programme, language: 'en' | 'de'): Promise<readonly string[]> {
  const folder = workFolder();
  const run = join(folder, 'run');
  const { exit } = await runMatch({ ...writeProgramme(programme, folder), out: run, lang: language });
  if (exit !== 0) return [];
  const reviewed = listReviewed(run);
  for (const { ids, sentences } of reviewed) {
    const words = language === 'en' ? en : de;
    const { out } = await listening(shell => explainCommand(ids, { run }, shell), { words });
    for (const sentence of sentences) expect(relax(out)).toContain(relax(sentence));
    expect(sentences.length).toBeGreaterThan(0);
  }
  return reviewed.flatMap(({ sentences }) => sentences);
}

test('the review says of each tandem what explain says of it', async () => {
  const seen = { en: 0, de: 0 };
  await fc.assert(
    fc.asyncProperty(programmes(), fc.constantFrom('en', 'de'), async (programme, language) => {
      seen[language] += (await holdAgainstExplain(programme, language)).length;
    }),
    { numRuns: runs(80) },
  );
  expect(Object.values(seen).filter(count => count === 0)).toEqual([]);
});

test.each([
  ['en', 'They are a forced pair: the list of pairs locks them.'],
  ['de', 'Die Paarliste legt sie als Tandem fest.'],
] as const)('of a tandem that must be, it says what holds it: %s', async (language, sentence) => {
  const speaking = { languages: ['en'] };
  const people = roster([mentor('m1', speaking), mentor('m2', speaking)], [mentee('e1', speaking)]);
  const programme = { roster: people, terms: terms({ pairs: [note({ mentor: 1, mentee: 0, locked: true })] }) };
  expect(await holdAgainstExplain(programme, language)).toContain(sentence);
});
