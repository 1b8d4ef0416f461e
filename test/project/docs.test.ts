import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../scripts/docs/exports.js';
import { fillPage } from '../../scripts/docs/fill-page.js';
import { lookUpTexts, takeLacking } from '../../scripts/docs/lacking.js';
import { listHeader } from '../../scripts/docs/results.js';
import { buildProgram } from '../../src/commands/index.ts';
import { EXIT } from '../../src/domain/errors.ts';
import { readConfig } from '../../src/parse/config/config.ts';
import { listSettings, splitCall } from '../support/pages.ts';
import { listening } from '../support/run.ts';

const everyPage = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
];

test.for(everyPage)('what %s lists of the code is as the code has it (npm run docs writes it)', file => {
  const page = readFileSync(file, 'utf8');
  expect(page === fillPage(page)).toBe(true);
  expect(takeLacking()).toEqual([]);
});

test('what lacks its sentence is told at once, a line each, with the file in which to write it', () => {
  const where = 'TEXTS of scripts/docs/x.js';
  expect(lookUpTexts('rule', ['a', 'b', 'c'], { a: 'said', d: 'said of nothing' }, where)).toEqual([['a', 'said']]);
  fillPage('<!-- made by npm run docs: moods -->\n<!-- end -->');
  expect(takeLacking()).toEqual([
    'rule "d" is none any more: take its sentence out of TEXTS of scripts/docs/x.js',
    'rule "b" lacks its sentence: write it in TEXTS of scripts/docs/x.js',
    'rule "c" lacks its sentence: write it in TEXTS of scripts/docs/x.js',
    'part "moods" of a page is not known: add what makes it to PARTS of scripts/docs/fill-page.js',
  ]);
  expect(takeLacking()).toEqual([]);
});

test('a fault of what makes a table is told in its own words', () => {
  expect(listHeader('tandems.csv', {} as never)).toEqual([]);
  const [told = '', ...others] = takeLacking();
  expect([told, others]).toEqual([
    expect.stringMatching(/^table "tandems.csv" cannot be made: Cannot .* Mend what makes it, or give EXAMPLE/u),
    [],
  ]);
});

test('a program whose sentence says another thing than its export is told', () => {
  checkFiles('csv', 'a CSV for each group; exact');
  checkFiles('vcard', 'an address book; for people');
  checkFiles('ics', 'calendars; exact');
  expect(takeLacking()).toEqual([
    'export "csv" is for people: say so at the end of its sentence in FILES of scripts/docs/exports.js',
    'export "vcard" is not for people: say so at the end of its sentence in FILES of scripts/docs/exports.js',
  ]);
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

/** Messages show settings that are wrong, and the catalogue such as are still to be filled in. */
const messages = ['docs/messages.md', 'docs/meldungen.md', 'docs/words.md'];

test.for(everyPage.filter(file => !messages.includes(file)))('what %s shows of a config is one', file => {
  for (const json of listSettings(readFileSync(file, 'utf8'))) {
    expect(readConfig(file, new TextEncoder().encode(json)).problems, json).toEqual([]);
  }
});
