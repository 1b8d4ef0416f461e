/** @module-tag slow */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillPage } from '../../scripts/docs/fill-page.js';
import { buildProgram } from '../../src/commands/index.ts';
import { EXIT } from '../../src/domain/errors.ts';
import { readConfig } from '../../src/parse/config/config.ts';
import { sample } from '../../src/sample/sample.ts';
import { listSettings, splitCall, tryPage } from '../support/pages.ts';
import { listening, runMatch, runVerify, workFolder } from '../support/run.ts';

/** Pages that say what to type, and the language in which their readers see the program. */
const PAGES = [
  ['README.md', 'en'],
  ['docs/guide-analysts.md', 'en'],
  ['docs/guide-ci.md', 'en'],
  ['docs/leitfaden.md', 'de'],
  ['docs/policy.md', 'en'],
  ['docs/results.md', 'en'],
  ['docs/sheets.md', 'en'],
] as const;

test.for(PAGES)('what %s says to type does what it says', async ([file, language]) => {
  const page = { file, text: readFileSync(file, 'utf8') };
  const { faults, renewed } = await tryPage(page, workFolder(), language);
  if (process.env['UPDATE_EXPECTED']) writeFileSync(file, renewed);
  expect(faults).toEqual([]);
});

test.for(PAGES)('what %s shows of a config is one', ([file]) => {
  for (const json of listSettings(readFileSync(file, 'utf8'))) {
    expect(readConfig(file, new TextEncoder().encode(json)).problems, json).toEqual([]);
  }
});

const everyPage = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs').map(name => `docs/${name}`),
];

test.for(everyPage)('what %s lists of the code is as the code has it (npm run docs writes it)', file => {
  const page = readFileSync(file, 'utf8');
  expect(page === fillPage(page)).toBe(true);
});

describe('calls and codes within sentences', () => {
  test.for(everyPage)('of %s are ones that there are', async file => {
    const page = readFileSync(file, 'utf8');
    const calls = [...page.matchAll(/`(rmentor [^`]*)`/gu)].map(([, call = '']) => call);
    const flags = await listFlags();
    expect(calls.filter(call => !isCall(splitCall(call), flags))).toEqual([]);
    const codes = page.match(/\b[EW]\d{3}\b/gu) ?? [];
    const stories = readFileSync('docs/messages.md', 'utf8');
    expect(codes.filter(code => !stories.includes(`\n### ${code} `) && code !== 'E999')).toEqual([]);
  });
});

type Flags = ReadonlyMap<string, ReadonlySet<string>>;

/** The flags of each command, those of the program under the name of none. */
async function listFlags(): Promise<Flags> {
  const flags = new Map<string, ReadonlySet<string>>();
  await listening(shell => {
    const program = buildProgram(shell, '', { exit: EXIT.done });
    for (const command of [program, ...program.commands]) {
      const own = command.options.flatMap(({ long, short }) => [long ?? '', short ?? '']);
      flags.set(command === program ? '' : command.name(), new Set([...own, '--help', '-h']));
    }
    return EXIT.done;
  });
  return flags;
}

/** Whether the program has such a command with such flags; a command in capitals stands for any. */
function isCall(words: readonly string[], flags: Flags): boolean {
  const [name = ''] = words;
  if (name === 'help' || name === 'COMMAND') return true;
  const own = flags.get(name.startsWith('-') ? '' : name);
  return own !== undefined && words.every(word => !word.startsWith('-') || own.has(word.replace(/=.*$/u, '')));
}

test.for([
  ['English', 0, 'en'],
  ['Deutsch', 2, 'de'],
] as const)('the glossary has words in %s that the program or its guides say', ([, column, language]) => {
  const folder = `src/render/words/${language}`;
  const guide = language === 'de' ? 'docs/leitfaden.md' : 'docs/guide-analysts.md';
  const files = [
    guide,
    ...readdirSync(folder)
      .filter(name => name.endsWith('.ts'))
      .map(name => `${folder}/${name}`),
  ];
  const said = files.map(file => readFileSync(file, 'utf8').toLowerCase()).join();
  const [, table = ''] = /^\| --- .*\n([\s\S]*?)\n\n/mu.exec(readFileSync('docs/glossary.md', 'utf8')) ?? [];
  const rows = table.split('\n').map(row => row.split('|').map(cell => cell.trim()));
  const words = rows.flatMap(cells => (cells[column + 1] ?? '').toLowerCase().split(', '));
  expect(words.length).toBeGreaterThan(30);
  expect(words.filter(word => !said.includes(word))).toEqual([]);
});

describe('links', () => {
  test.for(everyPage)('of %s lead to what is there', file => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link = '']) => link);
    expect(links.filter(link => !/^https?:/u.test(link) && !leadsSomewhere(file, link))).toEqual([]);
  });
});

/** What npm ships besides, whatever `files` says. */
const ALWAYS_SHIPPED = ['README.md', 'LICENSE', 'package.json'];
const { files: shipped }: { files: readonly string[] } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Whether there is such a file, in what is shipped too, with such a heading. */
function leadsSomewhere(file: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : join(dirname(file), path);
  const isShipped = [...ALWAYS_SHIPPED, ...shipped].some(name => target === name || target.startsWith(`${name}/`));
  if (!isShipped || !existsSync(target)) return false;
  if (anchor === undefined) return true;
  const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) => heading);
  return headings.some(heading => makeAnchor(heading) === anchor);
}

/** As GitHub makes it. */
function makeAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

test('the model programme is what sample makes, and its result is proven', async () => {
  const run = join(workFolder(), 'run');
  const matched = await runMatch({ config: 'fixtures/model-programme/rmentor.config.json', out: run });
  expect(matched).toMatchObject({ exit: 0, out: expect.stringMatching(/limit is used up/u) });
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  for (const [name, text] of sample({ mentors: 163, mentees: 224, countries: 17, departments: 12, seed: 7 })) {
    expect(readFileSync(join('fixtures/model-programme', name), 'utf8')).toBe(text);
  }
});
