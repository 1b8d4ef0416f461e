// Starts whole processes and measures them: wall time from before the start to after the end, and peak memory.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PEAK_MEMORY = new URL('peak-memory.js', import.meta.url).href;
const GNU_TIME = '/usr/bin/time';

/** A command line; `node` in the first place is the Node that runs this. */
/** @typedef {readonly [string, ...string[]]} CommandLine */
/** @typedef {{ exit: number | null, ms: number, out: string, err: string, peak: number | null, stopped: boolean }} Run */

/** A group of its own, so that a program that watches another is stopped together with it. */
const APART = { stdio: ['ignore', 'pipe', 'pipe'], detached: true };

const living = new Set();

function kill({ pid }) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.on('SIGINT', () => {
  for (const child of living) kill(child);
  process.exit(130);
});

/**
 * @param {CommandLine} line
 * @param {{ limit?: number, env?: Record<string, string> }} options limit: milliseconds after which it is stopped
 * @returns {Promise<Run>}
 */
export function run([program, ...args], { limit = 600_000, env = {} } = {}) {
  const file = program === 'node' ? process.execPath : program;
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(file, args, { ...APART, env: { ...process.env, ...env } });
    living.add(child);
    const said = { out: '', err: '' };
    let stopped = false;
    const stop = setTimeout(() => {
      stopped = true;
      kill(child);
    }, limit);
    child.stdout.setEncoding('utf8').on('data', text => {
      said.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      said.err += text;
    });
    child.on('error', reject);
    child.on('close', exit => {
      clearTimeout(stop);
      living.delete(child);
      resolve({ exit, ms: performance.now() - begun, ...said, peak: null, stopped });
    });
  });
}

/**
 * The same with peak memory. Watching costs a little time, so the runs that are timed are not watched.
 *
 * @param {CommandLine} line
 * @param {{ limit?: number, env?: Record<string, string> }} options
 * @returns {Promise<Run>}
 */
export async function watch(line, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rmentor-peak-'));
  const file = join(folder, 'peak');
  try {
    const isNode = line[0] === 'node';
    const watched = isNode
      ? ['node', '--import', PEAK_MEMORY, ...line.slice(1)]
      : existsSync(GNU_TIME)
        ? [GNU_TIME, '-f', '%M', '-o', file, ...line]
        : line;
    const result = await run(watched, { ...options, env: { ...options.env, RMENTOR_PEAK: file } });
    return { ...result, peak: peakIn(file, isNode) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** GNU time writes kilobytes, after a line of its own where the program failed. */
function peakIn(file, isNode) {
  if (!existsSync(file)) return null;
  const last = Number(readFileSync(file, 'utf8').trim().split('\n').at(-1));
  return isNode ? last : last * 1024;
}
