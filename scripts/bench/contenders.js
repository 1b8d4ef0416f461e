// Who is measured: rmentor's own commands, the floor under them, and the peers that are there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

const here = name => fileURLToPath(new URL(name, import.meta.url));
const rmentor = here('../../bin/rmentor.js');

/** @typedef {import('./processes.js').CommandLine} CommandLine */
/** @typedef {import('./processes.js').Run} Run */
/**
 * `fault` says what is wrong with a run that ended well, or null; `skip` why this one is not run at all.
 *
 * @typedef {{ name: string, line: CommandLine, env?: Record<string, string>, peer?: boolean, limit?: number,
 *   skip?: string, fault?: (run: Run) => string | null }} Contender
 */
/** @typedef {{ config: string, run: string, problem: string, earlier: string, instance: string, mentors: number }} Places */

export const MATCH = 'rmentor match';
export const VERIFY = 'rmentor verify';
export const MATCH_PLAIN = 'rmentor match --no-report';
export const VERIFY_PLAIN = 'rmentor verify, a run without its page';
export const CHECK = 'rmentor check';
export const EXPLAIN = 'rmentor explain, a person';
export const EXPLAIN_PAIR = 'rmentor explain, a pair';
export const ADVISE = 'rmentor advise';
export const KEEP = 'rmentor match --previous';
export const CURVE = 'rmentor match --previous --curve';
export const DROP = 'rmentor drop, a mentor';
export const LOADING = 'Node loading the same modules';
export const LOADING_BUNDLE = 'Node loading them as one bundle';
export const SCIPY = 'SciPy';
export const LEMON = 'LEMON, network simplex';

/** Questions and rounds of larger programmes are not measured: each takes about as long as a match. */
export const MOST_FOR_QUESTIONS = 2000;

/**
 * Before the peers: `match` first, since it leaves the run that the others look at. `earlier` is the folder of a run by other
 * preferences, from which changes are counted.
 */
/** @param {Places} places @param {number} mentors @returns {Contender[]} */
export function ownCommands({ config, run, earlier }, mentors) {
  const [mentor, mentee] = ['mentors.csv', 'mentees.csv'].map(sheet => firstId(join(dirname(config), sheet)));
  const line = (...args) => /** @type {CommandLine} */ (['node', rmentor, ...args]);
  return [
    {
      name: MATCH,
      line: ['node', rmentor, 'match', '--config', config, '--out', run],
      env: { RMENTOR_TIMINGS: '1' },
    },
    verify(VERIFY, run),
    { name: MATCH_PLAIN, line: line('match', '--config', config, '--no-report', '--out', `${run}-plain`) },
    verify(VERIFY_PLAIN, `${run}-plain`),
    ...(mentors > MOST_FOR_QUESTIONS
      ? []
      : [
          { name: CHECK, line: line('check', '--config', config) },
          { name: EXPLAIN, line: line('explain', mentee, '--run', run) },
          { name: EXPLAIN_PAIR, line: line('explain', mentor, mentee, '--run', run) },
          { name: ADVISE, line: line('advise', run) },
          { name: KEEP, line: line('match', '--config', config, '--previous', earlier, '--out', `${run}-kept`) },
          {
            name: CURVE,
            line: line('match', '--config', config, '--previous', earlier, '--out', `${run}-curve`, '--curve'),
          },
          { name: DROP, line: line('drop', mentor, '--from', run, '--dry-run') },
        ]),
    { name: LOADING, line: ['node', here('load.js')] },
    { name: LOADING_BUNDLE, line: ['node', here('load-bundle.js')] },
    { name: 'Node, doing nothing', line: ['node', '-e', '0'] },
  ];
}

/** @param {string} name @param {string} run @returns {Contender} */
function verify(name, run) {
  return {
    name,
    line: ['node', rmentor, 'verify', run],
    fault: ({ out }) => (out.startsWith('PROVEN') ? null : 'not proven'),
  };
}

/** The id in the first row of a sheet of ours. */
function firstId(sheet) {
  const [row] = parse(readFileSync(sheet), { bom: true, columns: true, to: 1 });
  return row.id;
}

/** No peer is waited for longer; it is told how far that was. Where large ones are wanted, that is meant. */
const PATIENCE = 120_000;
const PATIENCE_WITH_LARGE = 10_800_000;

/** The largest size for the peers, and the largest for SciPy where that is wanted: there, it takes half an hour and 15 GB. */
const MOST_FOR_PEERS = 2000;
const MOST_FOR_SCIPY = 20_000;

const HOLDS_ALL_PAIRS = 'it holds all pairs in memory, 600 million or more';
const ENOUGH = 'too large, or measured on the standard programme only';
const NO_END = 'at 1,000 × 1,500 it had no result after two minutes';
const TOO_LARGE = `${NO_END}, and at 2,000 × 3,000 the 2 GB of its WebAssembly are not enough (*random* apart)`;

const upTo =
  most =>
  ({ mentors }) =>
    mentors <= most;
/** It takes several times as long as network simplex, and a quarter of an hour is soon over. */
const forCostScaling = ({ mentors, instance }) => mentors <= (instance === 'standard' ? 2000 : 160);
/** HiGHS minds the pairs that may meet, not the people. */
const forHighs = ({ mentors, instance }) => mentors <= 160 || (mentors <= 2000 && instance === 'random');

/**
 * The peers, each with the reason why it is not run where it is not.
 *
 * @param {string} scratch a folder for what is compiled
 * @param {boolean} isLarge whether SciPy is run at 20,000 × 30,000 too
 * @returns {(places: Places) => Contender[]}
 */
export function peers(scratch, isLarge) {
  const python = pythonWithSciPy();
  const lemon = compiledLemon(join(scratch, 'lemon_peer'));
  const all = [
    {
      name: SCIPY,
      can: upTo(isLarge ? MOST_FOR_SCIPY : MOST_FOR_PEERS),
      why: HOLDS_ALL_PAIRS,
      ...python,
      args: [here('peers/scipy_peer.py'), '{}'],
    },
    { name: LEMON, can: upTo(MOST_FOR_PEERS), why: HOLDS_ALL_PAIRS, ...lemon, args: ['{}', 'ns'] },
    { name: 'LEMON, cost scaling', can: forCostScaling, why: ENOUGH, ...lemon, args: ['{}', 'cs'] },
    {
      name: "npm's highs",
      can: forHighs,
      why: TOO_LARGE,
      ...fromNpm('highs'),
      args: [here('peers/highs_peer.js'), '{}'],
    },
    {
      name: "npm's munkres-js",
      can: upTo(160),
      why: NO_END,
      ...fromNpm('munkres-js'),
      args: [here('peers/munkres_peer.js'), '{}'],
    },
  ];
  return places =>
    all.map(({ name, can, why, program, missing, args }) => ({
      name,
      peer: true,
      limit: isLarge ? PATIENCE_WITH_LARGE : PATIENCE,
      line: [program, ...args.map(arg => (arg === '{}' ? places.problem : arg))],
      ...(missing ? { skip: missing } : can(places) ? {} : { skip: why }),
      fault: run => differs(run, foldedRun(places.run, places.problem)),
    }));
}

function fromNpm(name) {
  const isThere = existsSync(here(`../../node_modules/${name}`));
  return { program: 'node', missing: isThere ? '' : `npm install: ${name} is missing` };
}

export function pythonWithSciPy() {
  const found = ['python3', '/usr/bin/python3'].find(
    program => spawnSync(program, ['-c', 'import scipy.optimize']).status === 0,
  );
  return { program: found ?? 'python3', missing: found ? '' : 'python3 with scipy is missing (Debian: python3-scipy)' };
}

function compiledLemon(program) {
  const made = spawnSync('g++', ['-O3', '-march=native', '-o', program, here('peers/lemon_peer.cc')]);
  const missing = made.status === 0 ? '' : 'g++ with the headers of LEMON is missing (Debian: g++ liblemon-dev)';
  return { program, missing };
}

/** A peer must come to what rmentor came to; both numbers are whole, so that there is no "about". */
function differs({ out }, ours) {
  const [, matched, total] = /matched=(\d+) total=(\d+)/u.exec(out) ?? [];
  if (matched === undefined) return 'no result';
  if (ours === null) return 'rmentor left no run to compare with';
  if (Number(matched) === ours.matched && total === ours.total) return null;
  return `comes to ${total} with ${matched} tandems, rmentor to ${ours.total} with ${ours.matched}`;
}

/**
 * What a run of rmentor comes to when its levels are folded as for the peers; null where there is no run.
 *
 * @param {string} run the folder of the run
 * @param {string} problem
 */
function foldedRun(run, problem) {
  const summary = join(run, 'summary.json');
  if (!existsSync(summary)) return null;
  const { tandems, crossDepartment, score } = JSON.parse(readFileSync(summary, 'utf8'));
  const { unit, levels } = JSON.parse(readFileSync(join(problem, 'fold.json'), 'utf8'));
  const values = {
    tandems,
    'cross-department': crossDepartment.part,
    score: Math.round((score?.total ?? 0) * 1000) / unit,
  };
  const total = levels.reduce((sum, { name, factor }) => sum + BigInt(values[name]) * BigInt(factor), 0n);
  return { matched: tandems, total: String(total) };
}
