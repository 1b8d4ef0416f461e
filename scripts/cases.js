// Runs every case of a folder through match and verify, and holds the results against its expected.json:
//
//   npm run cases -- FOLDER…
//
// A case holds mentors.csv, mentees.csv, pair_scores.csv (a pair that is absent may not meet), perhaps limits.csv, and
// expected.json with `matched` and `total_score` for "most mentees first, then most score". rmentor's points are exact
// thousandths, so scores with more decimals are all multiplied by the same power of ten (binary noise beyond nine decimals
// is rounded away); the total is counted on the scores as given.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { matchCommand } from '../build/commands/match.js';
import { verifyCommand } from '../build/commands/verify.js';
import { en } from '../build/render/words/en/index.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const PROGRAM = `rmentor ${version}`;

const POLICY = { preset: 'none', objective: ['mentees', 'score'], pairs: { file: 'pairs.csv', only: true } };

/** Compares sums of scores as given, which are binary fractions: far below a thousandth, far above rounding errors. */
const CLOSE = 1e-6;

const NEEDED = ['mentors.csv', 'mentees.csv', 'expected.json'];

async function runCase(folder) {
  const missing = NEEDED.filter(name => !existsSync(join(folder, name)));
  if (!hasRows(join(folder, 'pair_scores.csv'))) missing.push('pair_scores.csv');
  if (missing.length > 0) return { fault: `no case: ${missing.join(', ')} missing` };
  const work = mkdtempSync(join(tmpdir(), 'rmentor-case-'));
  try {
    return await matchAndVerify(folder, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function matchAndVerify(folder, work) {
  const scores = rowsOf(join(folder, 'pair_scores.csv'));
  const factor = factorFor(scores.map(row => Number(row.score)));
  const lines = scores.map(row => [row.mentor_id, row.mentee_id, 'score', points(row.score, factor)].join(','));
  writeFileSync(join(work, 'pairs.csv'), `mentor,mentee,action,points\n${lines.join('\n')}\n`);
  writeFileSync(join(work, 'rmentor.config.json'), JSON.stringify(POLICY));
  const said = [];
  const shell = quietShell(said);
  const limits = readdirSync(folder).includes('limits.csv') ? { limits: join(folder, 'limits.csv') } : {};
  const inputs = {
    config: join(work, 'rmentor.config.json'),
    mentors: join(folder, 'mentors.csv'),
    mentees: join(folder, 'mentees.csv'),
  };
  const out = join(work, 'run');
  const exit = await matchCommand({ ...inputs, ...limits, out, gates: [] }, shell);
  if (exit !== 0) return { fault: `match ended with ${exit}: ${said.join(' ')}` };
  said.length = 0;
  if ((await verifyCommand(out, {}, shell)) !== 0) return { fault: `not proven: ${said.join(' ')}` };
  const tandems = rowsOf(join(out, 'tandems.csv'));
  const score = new Map(scores.map(row => [`${row.mentor_id} ${row.mentee_id}`, Number(row.score)]));
  const total = tandems.reduce((sum, row) => sum + score.get(`${row.mentor_id} ${row.mentee_id}`), 0);
  return { ...difference(folder, tandems.length, total), factor };
}

function difference(folder, matched, total) {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  if (matched !== expected.matched) return { fault: `${matched} tandems, expected ${expected.matched}` };
  if (Math.abs(total - expected.total_score) > CLOSE)
    return { fault: `score ${total}, expected ${expected.total_score}` };
  return { fault: null, matched, total };
}

function hasRows(file) {
  return existsSync(file) || existsSync(`${file}.gz`);
}

/** The rows of a CSV file, or of the same file compressed (FILE.gz). */
function rowsOf(file) {
  const bytes = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
  return parse(bytes, { columns: true, bom: true });
}

const MOST_DECIMALS = 9;

/** The power of ten that leaves no score with more than three decimals. */
function factorFor(scores) {
  const decimals = scores.map(score => String(Number(score.toFixed(MOST_DECIMALS))).split('.')[1]?.length ?? 0);
  return 10 ** decimals.reduce((most, count) => Math.max(most, count - 3), 0);
}

function points(score, factor) {
  return (Number(Number(score).toFixed(MOST_DECIMALS)) * factor).toFixed(3);
}

function quietShell(said) {
  const same = text => text;
  const paint = { bold: same, dim: same, good: same, bad: same, warn: same };
  const say = text => said.push(text.trim());
  return {
    ...{ out: say, err: say, annotate: say, outPaint: paint, errPaint: paint, outWidth: null, errWidth: null },
    ...{ actions: null, terminal: null, listSeparator: () => ',' },
    ...{ watch: () => {}, program: PROGRAM, words: en },
  };
}

function listFolders(parent) {
  const entries = readdirSync(parent, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

let failed = 0;
let count = 0;
const parents = process.argv.slice(2);
if (parents.length === 0) console.error('Which cases? npm run cases -- FOLDER… (each holds a folder a case)');
for (const parent of parents) {
  if (!existsSync(parent)) {
    console.error(`There is no folder ${parent}.`);
    process.exitCode = 1;
    continue;
  }
  for (const name of listFolders(parent)) {
    const result = await runCase(join(parent, name));
    count++;
    if (result.fault !== null) failed++;
    const note = result.factor > 1 ? ` (points × ${result.factor})` : '';
    console.log(
      result.fault === null
        ? `ok    ${name}: ${result.matched} tandems, ${result.total}${note}`
        : `WRONG ${name}: ${result.fault}`,
    );
  }
}
console.log(`${count - failed} of ${count} cases as expected and proven`);
if (failed > 0 || count === 0) process.exitCode = 1;
