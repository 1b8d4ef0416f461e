import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawArrows, getFolder, listCircles, listImports } from '../../scripts/house/imports.js';

/** What a folder of src may import besides itself, and why there is an arrow at all. A name stands for what is under it too. */
interface Layer {
  readonly may: readonly string[];
  readonly packages?: readonly string[];
  readonly because: string;
}

const LAYERS: Readonly<Record<string, Layer>> = {
  domain: { may: [], because: 'the vocabulary: what everybody speaks of, and every problem' },
  solve: { may: [], because: 'numbers only: it knows nodes and arcs, and no people' },
  certificate: { may: ['domain'], because: 'whether tandems are best is decided from the policy and prices alone' },
  residual: {
    may: ['certificate', 'domain'],
    because: 'how given tandems could change, free of charge or at the prices of a proof',
  },
  model: { may: ['domain', 'solve'], because: 'the one bridge between people and numbers' },
  'pair/rules': { may: ['domain'], because: 'what a rule says of two people' },
  'pair/search': { may: ['domain', 'pair/rules'], because: 'finds candidates by what rules can tell apart' },
  pair: {
    may: ['domain', 'pair/rules', 'pair/search'],
    because: 'rules and search together say who may meet, how well',
  },
  'parse/cell-codes': { may: [], because: 'cells of lines become numbers: knows bytes, and no sheet' },
  'parse/text': {
    may: ['domain', 'parse/cell-codes'],
    packages: ['csv-parse/browser/esm/sync', 'fastest-levenshtein'],
    because: 'bytes become rows of text',
  },
  'parse/table': {
    may: ['domain', 'parse/cell-codes', 'parse/text'],
    because: 'rows of text become a header and rows below it',
  },
  'parse/values': {
    may: ['domain', 'parse/text'],
    because: 'what a cell says by itself: a country, a day, a list',
  },
  'parse/columns': {
    may: ['domain', 'parse/cell-codes', 'parse/table', 'parse/text', 'parse/values'],
    because: 'which column of a table is which of ours: names claim, and cells are asked',
  },
  'parse/config': {
    may: ['domain', 'parse/columns', 'parse/text', 'parse/values'],
    packages: ['zod'],
    because: 'settings name columns, and say what words stand for',
  },
  'parse/meaning': {
    may: ['domain', 'parse/cell-codes', 'parse/columns', 'parse/config', 'parse/table', 'parse/text', 'parse/values'],
    because: 'cells become what the config says they mean, before anything reads them',
  },
  'parse/people': {
    may: ['domain', 'parse/cell-codes', 'parse/columns', 'parse/config', 'parse/table', 'parse/text', 'parse/values'],
    because: 'rows become people, and cells that name somebody find them',
  },
  'parse/survey': {
    may: ['domain', 'parse/cell-codes', 'parse/columns', 'parse/people', 'parse/table', 'parse/text', 'parse/values'],
    because: 'answers of a survey: its questions are found by what they ask, and no other sheet is',
  },
  parse: { may: ['domain', 'parse'], packages: ['zod'], because: 'a programme is all its sheets together' },
  'render/layout': { may: ['domain'], because: 'lines, tables and colours of a terminal; knows no sentence' },
  'render/words/en': {
    may: ['domain'],
    because: 'every sentence in English; its type is what there is to say',
  },
  'render/words/de': {
    may: ['domain', 'render/words/en'],
    because: 'every sentence in German: the type says which there are',
  },
  'render/words/en/stories': { may: ['domain'], because: 'the longer stories of messages, loaded for `explain` alone' },
  'render/words/de/stories': {
    may: ['render/words/en/stories'],
    because: 'the same in German: the type says which there are',
  },
  'render/words': {
    may: ['domain', 'render/layout', 'render/words/de', 'render/words/en'],
    because: 'sentences that several outputs share',
  },
  'render/text': { may: ['domain', 'render/layout', 'render/words'], because: 'what a command prints' },
  'render/json': { may: ['domain', 'render/layout', 'render/words'], because: 'the same for programs' },
  'render/run': {
    may: ['domain', 'render/json', 'render/words'],
    packages: ['csv-stringify/browser/esm/sync'],
    because: 'the files of a run, and other sheets that are written',
  },
  'render/export': {
    may: ['domain', 'render/layout', 'render/run', 'render/words'],
    packages: ['ical-generator', 'vcard-creator'],
    because: 'what each program that a run is handed over to imports, and what it would cut or refuse',
  },
  'features/hand-over': {
    may: ['domain'],
    because: 'who is told of which tandem follows from tandems and decisions alone',
  },
  'features/unmatched': {
    may: ['domain', 'residual'],
    because: 'reasons follow from rules and tandems, not from a solver',
  },
  'features/trade-offs': {
    may: ['certificate', 'domain', 'residual'],
    because: 'what a level or a limit is worth follows from the prices of a proof',
  },
  'features/alternates': { may: ['domain', 'residual'], because: 'who could step in, with the tandems as they are' },
  'features/changes': {
    may: ['domain', 'residual'],
    because: 'why tandems of an earlier run ended follows from rules, tandems and the prices of the proof',
  },
  'features/feedback': {
    may: ['domain', 'features/privacy'],
    because: 'what a survey comes to is counting, and no matching knows of it',
  },
  'features/review': {
    may: ['domain', 'features/trade-offs', 'pair', 'residual'],
    because: 'what is told of a tandem where people decide about it: why these two, and what another decision costs',
  },
  'features/result': { may: ['domain', 'features/unmatched', 'residual'], because: 'statistics count reasons too' },
  'features/match': {
    may: [
      'certificate',
      'domain',
      'features/alternates',
      'features/changes',
      'features/result',
      'features/review',
      'features/trade-offs',
      'model',
      'pair',
    ],
    because: 'the only feature that solves; it is proven and told before anything is written',
  },
  'features/forecast': {
    may: ['domain', 'features/match', 'features/result', 'features/unmatched', 'pair', 'residual'],
    because: 'what is possible at most is matched; counts and reasons are those of a result',
  },
  'features/advice': {
    may: ['domain', 'features/match', 'features/trade-offs', 'pair', 'residual'],
    because: 'a change that no proof tells is matched again',
  },
  'features/rounds': {
    may: ['domain', 'features/match', 'pair', 'residual'],
    because: 'somebody leaves or comes late: what can stay is held, and the rest is matched',
  },
  'features/setup': {
    may: ['domain', 'parse'],
    because: 'what sheets that nobody has described most likely are: only proposed, and confirmed by a person',
  },
  'features/verify': {
    may: [
      'certificate',
      'domain',
      'features/alternates',
      'features/changes',
      'features/result',
      'features/review',
      'features/trade-offs',
      'pair',
      'parse',
      'render',
    ],
    because: 'reads the inputs again and makes the files again; it must never reach the solver',
  },
  'features/letter': {
    may: ['domain', 'features/unmatched', 'features/verify', 'pair', 'residual'],
    because: 'the answer for one person, of a verified run; whatever it does not hold cannot be told',
  },
  'features/privacy': {
    may: ['domain'],
    because: 'which figures tell of too few, and what stands for a name: whatever is counted or shown',
  },
  'features/share': {
    may: ['domain', 'features/privacy', 'features/unmatched', 'features/verify', 'residual'],
    because: 'views of a verified run for people outside of HR; no name is in their facts',
  },
  'features/what-if': {
    may: ['certificate', 'domain', 'features/match', 'features/unmatched', 'features/verify', 'pair', 'residual'],
    because: 'a run is verified before it is explained; what no price tells is matched again',
  },
  'render/page': {
    may: ['domain', 'render/run', 'render/words', 'web/report'],
    because: 'the page of a run, in words: loaded where there is to be one',
  },
  'web/parts': {
    may: [],
    packages: ['preact', 'preact/hooks'],
    because: 'what pages are put together from: tables, bars, tiles',
  },
  'web/report': {
    may: ['domain', 'web/parts'],
    packages: ['preact', 'preact-render-to-string', 'preact/hooks'],
    because: 'the page of a run: made as text with the other files, and woken up by its script in a browser',
  },
  'web/engine': {
    may: ['domain', 'features', 'folders', 'pair', 'parse', 'render', 'web/report', 'workbook'],
    packages: ['fflate', 'zod'],
    because: 'the shell of a page: files that were dropped on it, questions about them, and a thread that answers',
  },
  'web/program': {
    may: ['domain', 'features/setup', 'render/words', 'web/engine', 'web/parts', 'web/report'],
    packages: ['preact', 'preact/hooks'],
    because: 'the whole program as a page',
  },
  sample: { may: ['domain', 'render/run'], because: 'invented people are written as sheets are' },
  workbook: {
    may: ['domain'],
    because: 'the cells of a workbook from its bytes, the same on a computer and in a page; a shell unpacks them',
  },
  io: {
    may: ['domain', 'workbook'],
    packages: [
      ...[
        'hucre',
        'node:child_process',
        'node:fs',
        'node:inspector',
        'node:module',
        'node:os',
        'node:path',
        'node:readline',
      ],
      ...['node:timers/promises', 'node:url', 'node:worker_threads', 'node:zlib'],
    ],
    because: 'files, threads and questions; what is in the files it does not know',
  },
  folders: {
    may: [
      'domain',
      'features/hand-over',
      'features/letter',
      'features/match',
      'features/verify',
      'pair',
      'parse',
      'render',
    ],
    because: 'a programme and its run, by the files that a shell finds: commands and page do the same with them',
  },
  'commands/shared': {
    may: ['domain', 'folders', 'io', 'parse', 'render'],
    packages: ['commander', 'node:path'],
    because: 'what several commands do: find inputs, read a saved run, tell problems',
  },
  'commands/init': {
    may: ['commands/shared', 'domain', 'features/setup', 'io', 'parse', 'render'],
    packages: ['node:path'],
    because: 'questions, and the files that a programme starts from',
  },
  commands: {
    may: ['commands', 'domain', 'features', 'folders', 'io', 'pair', 'parse', 'render', 'sample'],
    packages: ['@bomb.sh/tab', 'commander', 'node:path'],
    because: 'wiring: read, one pure call, write',
  },
  library: {
    may: ['commands', 'domain', 'features/match', 'folders', 'io', 'parse', 'render'],
    because: 'the same for programs: data in and out, and no screen',
  },
  'worker.ts': {
    may: ['features/match', 'io'],
    packages: ['node:worker_threads'],
    because: 'the second thread answers as match would',
  },
  'cli.ts': {
    may: ['commands', 'domain', 'io', 'render'],
    packages: ['chalk', 'commander'],
    because: 'the process: exit codes, colours, signals',
  },
};

/** The parts that know no files, no clock, no chance and no terminal are all others. */
const SHELL = ['io', 'commands', 'library', 'worker.ts', 'cli.ts'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/u.test(name))
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join('src', name), 'utf8') }));

const isUnder = (folder: string, one: string) => one === folder || one.startsWith(`${folder}/`);

const imports = new Map(files.map(({ name, text }) => [name, listImports(name, text)]));
const isOurs = (found: string) => imports.has(found);

test('every folder of src has a row among the layers, with its reason', () => {
  expect([...new Set(files.map(({ name }) => getFolder(name)))].sort()).toEqual(Object.keys(LAYERS).sort());
  expect(Object.values(LAYERS).filter(({ because }) => because.length < 20)).toEqual([]);
});

test('nothing stands at the top of src but what starts a process or a thread', () => {
  expect(files.map(({ name }) => name).filter(name => !name.includes('/'))).toEqual(['cli.ts', 'worker.ts']);
});

test('imports run one way', () => {
  const crossings = files.flatMap(({ name }) => {
    const folder = getFolder(name);
    const { may, packages = [] } = LAYERS[folder]!;
    const isAllowed = (found: string) =>
      isOurs(found)
        ? getFolder(found) === folder || may.some(one => isUnder(one, getFolder(found)))
        : packages.includes(found);
    return imports
      .get(name)!
      .filter(found => !isAllowed(found))
      .map(found => `${name} imports ${found}`);
  });
  expect(crossings).toEqual([]);
});

test('no row of the layers allows what nobody does', () => {
  const unused = Object.entries(LAYERS).flatMap(([folder, { may, packages = [] }]) => {
    const found = files.filter(({ name }) => getFolder(name) === folder).flatMap(({ name }) => imports.get(name)!);
    const isUsed = (one: string) => found.some(other => isOurs(other) && isUnder(one, getFolder(other)));
    return [...may.filter(one => !isUsed(one)), ...packages.filter(one => !found.includes(one))].map(
      one => `${folder} → ${one}`,
    );
  });
  expect(unused).toEqual([]);
});

test('no imports go round in a circle, between files or between folders', () => {
  expect([...listCircles(imports), ...listCircles(drawArrows(imports))]).toEqual([]);
});

test('what verify runs has nothing to do with the solver', () => {
  const starts = files.map(({ name }) => name).filter(name => isUnder('features/verify', getFolder(name)));
  const reached = new Set(starts);
  for (const name of reached) for (const found of imports.get(name)!) if (isOurs(found)) reached.add(found);
  const solving = ['solve', 'model', 'features/match'];
  expect([...reached].filter(name => solving.some(one => isUnder(one, getFolder(name))))).toEqual([]);
});

test('the core asks no clock, no chance, no process, no console, and nothing that only Node has', () => {
  const forbidden =
    /\bDate\b(?!\.UTC\b|\(\w)|Math\.random|\bprocess\.|\bconsole\.|['"]node:|\bBuffer\b|\bIntl\b|localeCompare|toLocale/u;
  const core = files.filter(({ name }) => !SHELL.some(one => isUnder(one, getFolder(name))));
  const found = core.filter(({ text }) => forbidden.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')));
  expect(found.map(({ name }) => name)).toEqual([]);
});

test('nine of ten functions are under 30 lines, and none is over 50', () => {
  const lengths = files.flatMap(({ name, text }) => functionLengths(text).map(length => ({ name, length })));
  expect(lengths.length).toBeGreaterThan(200);
  expect(lengths.filter(({ length }) => length >= 30).length).toBeLessThan(lengths.length / 10);
  expect(lengths.filter(({ length }) => length > 50)).toEqual([]);
});

/** Lines of each named function and method; the formatter puts a closing brace in the column of the first word. */
function functionLengths(text: string): number[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const isFunction =
      /^\s*(export )?(async )?function\b/u.test(line) || /^ {2}(async )?#?[a-z]\w*\(([^.]*\{)?$/u.test(line);
    if (!isFunction || !/[({]$/u.test(line)) return [];
    const indent = line.length - line.trimStart().length;
    const end = lines.findIndex((other, index) => index > start && other === `${' '.repeat(indent)}}`);
    return end < 0 ? [] : [end - start + 1];
  });
}

test('every file that ARCHITECTURE.md and CONTRIBUTING.md name is there', () => {
  const all = new Set(readdirSync('.', { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/')));
  const ours = [...all].filter(name => !name.startsWith('node_modules/'));
  const isThere = (path: string) =>
    path.includes('/')
      ? all.has(path) || all.has(`src/${path}`)
      : ours.some(name => name.endsWith(`/${path}`) || name === path);
  const named = ['ARCHITECTURE.md', 'CONTRIBUTING.md'].flatMap(document =>
    [...readFileSync(document, 'utf8').matchAll(/`([\w./-]+\.(?:ts|js|md|txt|json))`/gu)].map(([, path = '']) => path),
  );
  // What a build or a run makes, and what users have.
  const made =
    /^(?:dist\/|certificate\.json|curve\.json|hand(?:ed)?-over\.json|HAND-OVER\.md|summary\.md|assembled\.ts|tandems|rmentor\.config\.json)/u;
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter(path => !made.test(path) && !isThere(path))).toEqual([]);
});

test('no comment names a file that is not there', () => {
  const names = files.map(({ name }) => name);
  const isThere = (path: string) => names.some(name => name === path || name.endsWith(`/${path}`));
  // Files of other projects are named with the project.
  const named = files.flatMap(({ name, text }) =>
    [...text.matchAll(/^\s*(?:\/\*\*|\*|\/\/)(.*)$/gmu)].flatMap(([, comment = '']) =>
      [...comment.matchAll(/(?<![\w./-])(?!packages\/)([\w-]+(?:\/[\w-]+)*\.ts)\b/gu)].map(([, path = '']) => ({
        name,
        path,
      })),
    ),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ path }) => !isThere(path))).toEqual([]);
});
