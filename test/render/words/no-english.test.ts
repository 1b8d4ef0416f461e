import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listSentences } from '../../../scripts/words/sentences.js';
import { checkCommand } from '../../../src/commands/check.ts';
import { explainCommand } from '../../../src/commands/explain.ts';
import { matchCommand } from '../../../src/commands/match.ts';
import { rulesCommand } from '../../../src/commands/rules.ts';
import type { Context } from '../../../src/commands/shared/context.ts';
import { validateCommand } from '../../../src/commands/validate.ts';
import { verifyCommand } from '../../../src/commands/verify.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { listening, workFolder } from '../../support/run.ts';

/** Words that are English and are in German texts all the same, by the reason. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync('fixtures/wording/english-in-german.json', 'utf8'),
);
const allowed = new Set(Object.values(ALLOWED).flat());

function readTexts(language: string): string[] {
  const folder = join('src/render/words', language);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts') && !name.endsWith('assembled.ts'))
    .flatMap(name => listSentences(readFileSync(join(folder, name), 'utf8')).map(({ text }) => text));
}

/** What people or programs wrote: quotes, code, settings, paths, flags, codes, and names with hyphens. */
const WRITTEN =
  /\{[^{}]*\}|`[^`]*`|„[^“]*“|"[^"]*"|\S*[/\\.=_]\S*\w|--[\w-]+|\b[EW]\d{3}\b|[\p{L}\d]+-[\p{L}\d-]+|\([a-z]+(?:, [a-z]+)*\)|^\s+kept.*$/gmu;

/** The words of a text in small letters: names and German nouns have a capital. */
function listWords(text: string): string[] {
  return text.replaceAll(WRITTEN, ' ').match(/(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d])/gu) ?? [];
}

const english = new Set(readTexts('en').flatMap(listWords));
const findEnglish = (text: string) => [
  ...new Set(listWords(text).filter(word => english.has(word) && !allowed.has(word))),
];

test('there is English to be found', () => expect(english.size).toBeGreaterThan(800));

test('no sentence of the German catalogue has English words but those that are allowed', () => {
  const found = readTexts('de').map(text => ({ text, words: findEnglish(text) }));
  expect(found.filter(({ words }) => words.length > 0)).toEqual([]);
});

/** Folders with a programme that can be matched, whatever is in it. */
const PROGRAMMES = [
  ...['fixtures/bottlenecks', 'fixtures/explain', 'fixtures/without-data'],
  ...readdirSync('fixtures/policy').map(name => `fixtures/policy/${name}`),
].filter(folder => existsSync(join(folder, 'rmentor.config.json')));

/** What a command says in German, on both outputs. */
async function listen(command: (shell: Context) => unknown): Promise<string> {
  const { out, err } = await listening(shell => command(shell) as never, { words: de });
  return `${out}\n${err}`;
}

describe('no command says an English word in German but those that are allowed', () => {
  test('there are programmes to speak of', () => expect(PROGRAMMES.length).toBeGreaterThan(20));

  test.each(PROGRAMMES)('%s', { timeout: 120_000 }, async folder => {
    const config = join(folder, 'rmentor.config.json');
    const run = join(workFolder(), 'run');
    const said = [
      await listen(shell => validateCommand({ config }, shell)),
      await listen(shell => rulesCommand(undefined, { config }, shell)),
      await listen(shell => checkCommand({ config }, shell)),
      await listen(shell => matchCommand({ config, out: run, lang: 'de', gates: [], verbose: true }, shell)),
    ];
    if (existsSync(run)) {
      said.push(await listen(shell => verifyCommand(run, { config }, shell)));
      for (const id of listIds(run).slice(0, 8)) said.push(await listen(shell => explainCommand([id], { run }, shell)));
      for (const file of ['summary.md', 'unmatched.csv']) said.push(readFileSync(join(run, file), 'utf8'));
    }
    expect(said.flatMap(findEnglish)).toEqual([]);
  });
});

/** Some people of a run, by what its tables name them. */
function listIds(run: string): string[] {
  const rows = readFileSync(join(run, 'unmatched.csv'), 'utf8').split('\r\n').slice(1).filter(Boolean);
  return rows.map(row => row.split(/[,;]/u)[1] ?? '').filter(id => id !== '');
}
