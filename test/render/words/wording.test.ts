import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSentences } from '../../../scripts/words/sentences.js';
import { LANGUAGES } from '../../../src/domain/language.ts';

interface Rule {
  /** What to write instead. */
  readonly rule: string;
  readonly pattern: string;
}

/** Sentences that nobody understood at first sight, and what made them so. */
const FORBIDDEN: { readonly sentences: readonly string[]; readonly en: readonly Rule[]; readonly de: readonly Rule[] } =
  JSON.parse(readFileSync('fixtures/wording/forbidden.json', 'utf8'));

/** All texts of a language with their names. What facts put into one is left out: `{}`. */
function readCatalogue(language: string): { where: string; text: string }[] {
  const folder = join('src/render/words', language);
  return listFiles(folder, /(?<!assembled)\.ts$/u).flatMap(file =>
    listSentences(readFileSync(file, 'utf8')).map(({ key, text }) => ({
      where: `${file}: ${key}`,
      text: text.replaceAll(/\{[^{}]*\}/gu, '{}'),
    })),
  );
}

function listFiles(folder: string, names: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => names.test(name))
    .map(name => join(folder, name))
    .sort();
}

describe.each(LANGUAGES)('what is said in %s', language => {
  const texts = readCatalogue(language);

  test('is much', () => expect(texts.length).toBeGreaterThan(1000));

  test.each(FORBIDDEN[language])('follows the rule "$rule"', ({ pattern }) => {
    const faulty = new RegExp(pattern, 'u');
    expect(texts.filter(({ text }) => faulty.test(text))).toEqual([]);
  });
});

/** Without comments, which may speak of what is said. */
function readCode(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
}

test('nothing that nobody understood is said again', () => {
  const said = [
    ...listFiles('src', /(?<!assembled)\.ts$/u).map(file => ({ file, text: readCode(file) })),
    ...[...listFiles('docs', /\.md$/u), 'README.md', ...listFiles('fixtures', /expected[^.]*\.(?:txt|md|csv)$/u)].map(
      file => ({ file, text: readFileSync(file, 'utf8') }),
    ),
  ];
  expect(FORBIDDEN.sentences.length).toBeGreaterThan(40);
  const found = said.flatMap(({ file, text }) =>
    FORBIDDEN.sentences.filter(sentence => text.includes(sentence)).map(sentence => `${file}: ${sentence}`),
  );
  expect(found).toEqual([]);
});
