// Measures whole runs of rmentor, side by side with other solvers on the same problems:
//
//   npm run bench -- [--sizes 160,2000] [--instances standard,limits] [--repeats 5] [--no-peers] [--large-peers]
//                    [--write [--date 2026-01-31]] [--save FILE] [--from FILE]
//
// Sizes are numbers of mentors. Everything is written to a folder for temporary files and removed. --write makes
// docs/benchmarks.md from what was measured; --save keeps the figures, --from takes kept ones instead of measuring.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MOST_FOR_QUESTIONS, ownCommands, peers, pythonWithSciPy } from './bench/contenders.js';
import { median, people, seconds } from './bench/figures.js';
import { measure } from './bench/measure.js';
import { page } from './bench/page.js';
import { run, watch } from './bench/processes.js';
import { INSTANCES, MENTEES } from './bench/sizes.js';

const here = name => fileURLToPath(new URL(`bench/${name}`, import.meta.url));
const PAGE = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));
/** Rows of the sheets that are read. */
const READING = 100_000;
const WORTH_A_WORD = 2000;
/** Weights of 600 million pairs are written in minutes. */
const PATIENCE = 3_600_000;

/** @typedef {{ instance: string, mentors: number, mentees: number, results: import('./bench/measure.js').Result[] }} Measured */
/** @typedef {{ machine: string, date: string | null, command: string, measured: Measured[],
 *   reading: { rows: number, csvParse: number, rmentor: number,
 *   peaks: { rows: number, peak: number | null }[] } | null }} Findings */

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string' },
    instances: { type: 'string' },
    repeats: { type: 'string', default: '5' },
    'no-peers': { type: 'boolean', default: false },
    'large-peers': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    date: { type: 'string' },
    save: { type: 'string' },
    from: { type: 'string' },
  },
});

const findings = flags.from === undefined ? await measureAll() : found(flags.from.split(','));
if (flags.save !== undefined) writeFileSync(flags.save, JSON.stringify(findings, null, 1));
const text = page({ ...findings, date: flags.date ?? findings.date });
console.log(text);
if (flags.write) {
  mkdirSync(fileURLToPath(new URL('../docs', import.meta.url)), { recursive: true });
  writeFileSync(PAGE, text);
}
const wrong = findings.measured.flatMap(({ results }) => results).filter(({ note }) => /^(WRONG|failed)/u.test(note));
for (const { name, note } of wrong) console.error(`${name}: ${note}`);
if (wrong.length > 0) process.exitCode = 1;

/** Findings that were saved, as if they were of one run: large programmes take their time. */
/** @param {string[]} files @returns {Findings} */
function found(files) {
  const all = files.map(file => JSON.parse(readFileSync(file, 'utf8')));
  return {
    ...all[0],
    command: all.map(({ command }) => command).join('; '),
    measured: all.flatMap(({ measured }) => measured),
    reading: all.map(({ reading }) => reading).find(reading => reading !== null) ?? null,
  };
}

/** @returns {Promise<Findings>} */
async function measureAll() {
  const scratch = mkdtempSync(join(tmpdir(), 'rmentor-bench-'));
  try {
    const peersOf = flags['no-peers'] ? () => [] : peers(scratch, flags['large-peers']);
    const measured = [];
    for (const { instance, mentors } of chosen()) measured.push(await measureOne(instance, mentors, scratch, peersOf));
    const reading = wantsReading() ? await measureReading(scratch) : null;
    return { machine: machine(), date: flags.date ?? null, command: command(), measured, reading };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The standard programme by size, then the others. */
function chosen() {
  const instances = listed(flags.instances) ?? Object.keys(INSTANCES);
  const sizes = listed(flags.sizes)?.map(Number);
  const unknown = [
    ...instances.filter(name => !(name in INSTANCES) && name !== 'reading'),
    ...(sizes ?? []).filter(size => !(size in MENTEES)),
  ];
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}`);
  return Object.entries(INSTANCES)
    .filter(([instance]) => instances.includes(instance))
    .flatMap(([instance, { sizes: usual }]) =>
      usual.filter(size => sizes === undefined || sizes.includes(size)).map(mentors => ({ instance, mentors })),
    );
}

/** Reading is measured with everything, or when it is asked for. */
function wantsReading() {
  const instances = listed(flags.instances);
  return instances === undefined ? flags.sizes === undefined : instances.includes('reading');
}

function listed(text) {
  return text?.split(',').filter(item => item !== '');
}

async function measureOne(instance, mentors, scratch, peersOf) {
  const mentees = MENTEES[mentors];
  const folder = join(scratch, `${instance}-${mentors}`);
  const [config, problem, out, earlier] = ['rmentor.config.json', 'problem', 'run', 'earlier'].map(name =>
    join(folder, name),
  );
  const places = { config, problem, run: out, earlier, instance, mentors };
  const others = peersOf(places);
  const tell = teller(`${instance}, ${people(mentors, mentees)}`);
  await make('instances.js', instance, String(mentors), folder);
  if (others.some(({ skip }) => skip === undefined)) await make('problem.js', config, problem);
  if (mentors <= MOST_FOR_QUESTIONS) await matchEarlier(config, earlier);
  tell('written');
  const contenders = [...ownCommands(places, mentors), ...others];
  const results = await measure(contenders, Number(flags.repeats), tell);
  tell('all done');
  rmSync(folder, { recursive: true, force: true });
  return { instance, mentors, mentees, results };
}

/** A run of the same people without any preference. */
async function matchEarlier(config, earlier) {
  const plain = join(dirname(config), 'earlier.config.json');
  const { prefer: _, ...settings } = JSON.parse(readFileSync(config, 'utf8'));
  writeFileSync(plain, JSON.stringify({ ...settings, preset: 'none', objective: ['mentees', 'tandems'] }));
  const { exit, err } = await run(['node', here('../../bin/rmentor.js'), 'match', '--config', plain, '--out', earlier]);
  if (exit !== 0) throw new Error(err);
}

/** Progress: what has ended, and how long it took where that is worth a word. */
function teller(programme) {
  let last = performance.now();
  console.error(programme);
  return what => {
    const ms = performance.now() - last;
    last += ms;
    if (ms > WORTH_A_WORD) console.error(`  ${what} after ${seconds(ms)}`);
  };
}

/** In a process of its own: what fills memory here would be counted with every process started from here. */
async function make(script, ...args) {
  const { exit, err } = await run(['node', here(script), ...args], { limit: PATIENCE });
  if (exit !== 0) throw new Error(`${script} failed: ${err}`);
}

/** Reading alone, in processes that do nothing else, in turn. */
async function measureReading(scratch) {
  const folder = await sheetsOf(READING, scratch);
  const times = { 'csv-parse': [], rmentor: [] };
  for (let round = -1; round < Number(flags.repeats); round++) {
    for (const reader of Object.keys(times)) {
      const { out, err } = await run(['node', here('read.js'), reader, folder]);
      const [, ms] = /ms=([\d.]+)/u.exec(out) ?? [];
      if (ms === undefined) throw new Error(err);
      if (round >= 0) times[reader].push(Number(ms));
    }
  }
  const peaks = [];
  for (const rows of [READING / 4, READING / 2, READING]) {
    const sheets = rows === READING ? folder : await sheetsOf(rows, scratch);
    const { peak } = await watch(['node', here('read.js'), 'rmentor', sheets]);
    peaks.push({ rows, peak });
  }
  return { rows: READING, csvParse: median(times['csv-parse']), rmentor: median(times.rmentor), peaks };
}

/** The folder of a sampled programme with so many rows in all. */
async function sheetsOf(rows, scratch) {
  const folder = join(scratch, `reading-${rows}`);
  const size = ['--mentors', String(rows * 0.4), '--mentees', String(rows * 0.6)];
  const made = await run(['node', here('../../bin/rmentor.js'), 'sample', ...size, '--out', folder]);
  if (made.exit !== 0) throw new Error(made.err);
  return folder;
}

function machine() {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const [first, ...others] = cpus();
  const scipy = version(pythonWithSciPy().program, ['-c', 'import scipy; print(scipy.__version__)']);
  const lemon = existsSync('/usr/include/lemon/config.h')
    ? /LEMON_VERSION "([^"]+)"/u.exec(readFileSync('/usr/include/lemon/config.h', 'utf8'))?.[1]
    : undefined;
  const versions = [
    `Node ${process.versions.node}`,
    scipy && `SciPy ${scipy}`,
    lemon && `LEMON ${lemon}`,
    ...npmPeers(),
  ];
  return `${others.length + 1} cores (${first?.model ?? 'unknown'}), ${gigabytes} GB, ${versions.filter(Boolean).join(', ')}`;
}

function npmPeers() {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return ['highs', 'munkres-js'].map(name => `${name} ${devDependencies[name]}`);
}

function version(program, args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** As it was typed, but for what says where to write. */
function command() {
  const kept = ['sizes', 'instances'].filter(name => flags[name] !== undefined).map(name => `--${name} ${flags[name]}`);
  if (flags.repeats !== '5') kept.push(`--repeats ${flags.repeats}`);
  for (const name of ['no-peers', 'large-peers']) if (flags[name]) kept.push(`--${name}`);
  return ['npm run bench --', ...kept, '--write'].join(' ');
}
