/**
 * Changes the code that decides whether a run is proven and the code that writes runs, one small thing at a time, and sees whether a
 * test fails: `npm run mutants [-- FILE… [--again] [--jobs N] [--of N] [--with TEST]]`; `--of 5` takes a fifth
 * of them, always the same; `--with` runs no other test files. Results are kept in `.mutants/`, so that a run that was
 * stopped goes on, and a later one asks only what is new: mutants that no test killed yet are tried again where a test
 * has changed.
 * Mutants that change nothing anybody could see stand in docs/mutants.md, each with a reason.
 * Ends with 1 where a mutant survives without one, where a reason is about no survivor, or where fewer than 90 % are killed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTest } from './mutants/build.js';
import { Hunter } from './mutants/hunter.js';
import { mutantsOf } from './mutants/operators.js';
import { reportOf } from './mutants/report.js';

const WANTED = 0.9;
const FOLDER = '.mutants';
const RESULTS = join(FOLDER, 'results.json');
const EQUIVALENT = 'docs/mutants.md';
/** Longer tests are left to `npm test`, in milliseconds of the processor. */
const LONG = 600;

/** What is changed, and the tests that are about it. Those that pass through a mutant are run, the fastest first. */
const SUITES = [
  {
    sources: [
      ...filesIn('src/features/verify', /\.ts$/u),
      ...filesIn('src/certificate', /\.ts$/u),
      'src/parse/certificate.ts',
      'src/parse/change-curve.ts',
      'src/parse/run-tables.ts',
      'src/folders/judge-run.ts',
    ],
    tests: [
      ...filesIn('test/certificate', /\.test\.ts$/u),
      ...filesIn('test/features/verify', /\.test\.ts$/u),
      ...filesIn('test/parse', /^(certificate.*|change-curve|run-tables)\.test\.ts$/u),
      'test/folders/judge-run.test.ts',
      'test/program/released.test.ts',
      'test/features/alternates/alternates.test.ts',
      'test/program/decisions.test.ts',
    ],
  },
  {
    sources: [
      'publish',
      'put',
      'replace',
      'refuse-target-folder',
      'lock',
      'create',
      'publication-paths',
      'file-system',
      'key-file',
    ].map(name => `src/io/${name}.ts`),
    tests: filesIn('test/io', /^(publish.*|put|refuse-target-folder|lock|key-file|file-system)\.test\.ts$/u),
  },
];

const { values, positionals } = parseArgs({
  options: {
    again: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '1' },
    of: { type: 'string', default: '1' },
    with: { type: 'string', multiple: true, default: [''] },
  },
  allowPositionals: true,
});
mkdirSync(FOLDER, { recursive: true });
const results = values.again ? {} : readResults();
const asked = SUITES.map(suite => ({ ...suite, mutants: numbered(suite.sources.filter(isAsked)) }));
for (const suite of asked) await hunt(suite);
const found = asked.flatMap(({ mutants }) => mutants.map(mutant => ({ ...mutant, ...results[mutant.id] })));
const { text, isGood } = reportOf(found, readFileSync(EQUIVALENT, 'utf8'), WANTED);
console.log(text);
process.exitCode = isGood ? 0 : 1;

function isAsked(file) {
  return positionals.length === 0 || positionals.some(part => file.includes(part));
}

function numbered(files) {
  const mutants = files.flatMap(file => mutantsOf(file, readFileSync(file, 'utf8')));
  const chosen = mutants.filter(({ id }) => Number.parseInt(id.slice(0, 6), 16) % Number(values.of) === 0);
  return chosen.map((mutant, index) => ({ ...mutant, number: index + 1 }));
}

/** Tries every mutant of which it is not known that a test kills it, or that these tests do not. */
async function hunt({ mutants, tests: all }) {
  const tests = all.filter(test => values.with.some(part => test.includes(part)));
  const digest = digestOf(tests);
  const open = mutants.filter(({ id }) => results[id]?.killer == null && results[id]?.tests !== digest);
  if (open.length === 0) return;
  console.log(`${open.length} of ${mutants.length} mutants to try`);
  const modules = await measured(mutants, tests);
  // In the order of ids, which is as good as none: what is known when the run is stopped is a fair sample.
  const queue = open
    .map(mutant => ({ mutant, job: jobFor(mutant, modules) }))
    .sort((a, b) => (a.mutant.id < b.mutant.id ? -1 : 1));
  let done = 0;
  const work = async () => {
    const hunter = new Hunter();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const killer = next.job.modules.length === 0 ? null : await hunter.ask(next.job);
      results[next.mutant.id] = { killer, tests: digest };
      done += 1;
      if (done % 25 === 0 || queue.length === 0) keepResults(`${done} of ${open.length}`);
    }
    hunter.dismiss();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
}

/** Runs all tests without a mutant, and sees which mutants each passes through. */
async function measured(mutants, tests) {
  const ofFile = byFile(mutants);
  const modules = [];
  for (const test of tests) {
    const module = resolve(await buildTest(test, ofFile, FOLDER));
    const hunter = new Hunter();
    const { tests: run, outside, atLoad, error } = await hunter.ask({ mutant: 0, modules: [{ module }] });
    hunter.dismiss();
    if (error !== null) throw new Error(`${test}: ${error}`);
    for (const { name, state, error } of run) {
      if (state === 'fail') console.log(`left out, because it fails without a mutant: ${test}: ${name}: ${error}`);
    }
    const short = run.filter(({ ms, state }) => state === 'pass' && ms <= LONG).sort((a, b) => a.ms - b.ms);
    console.log(`${test}: ${short.length} tests, and ${run.length - short.length} left out`);
    modules.push({
      module,
      outside,
      tests: short.map(test => ({ ...test, seen: new Set([...test.seen, ...atLoad]) })),
    });
  }
  return modules;
}

function byFile(mutants) {
  const files = new Map();
  for (const mutant of mutants) files.set(mutant.file, [...(files.get(mutant.file) ?? []), mutant]);
  return files;
}

/** The tests that pass through a mutant; first the file in which the fastest stands. */
function jobFor({ number }, modules) {
  const able = modules.map(({ module, outside, tests }) => ({
    module,
    outside,
    tests: tests.filter(({ seen }) => seen.has(number)).map(({ name, ms, passed }) => ({ name, ms, passed })),
  }));
  const some = able.filter(({ tests }) => tests.length > 0);
  return { mutant: number, modules: some.sort((a, b) => a.tests[0].ms - b.tests[0].ms) };
}

/** Of the tests and all they share, so that a survivor is tried again where one has changed. */
function digestOf(tests) {
  const hash = createHash('sha256');
  for (const file of [...tests, ...filesIn('test/support', /\.ts$/u)]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 10);
}

function filesIn(folder, pattern) {
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    entry => entry.isFile() && pattern.test(entry.name),
  );
  return names.map(({ name }) => `${folder}/${name}`).sort();
}

function readResults() {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'));
  } catch {
    rmSync(RESULTS, { force: true });
    return {};
  }
}

function keepResults(progress) {
  writeFileSync(RESULTS, JSON.stringify(results, null, 1));
  console.log(progress);
}
