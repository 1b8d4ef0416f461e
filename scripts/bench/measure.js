// Measures contenders in turn (A B A B …) on one programme.
import { median } from './figures.js';
import { run, watch } from './processes.js';

/**
 * `times` is empty where there is nothing but `note` to tell. `stages` are medians in milliseconds, in the order in which
 * the stages run; null where the program does not tell them.
 *
 * @typedef {{ name: string, peer: boolean, times: number[], ms: number | null, peak: number | null,
 *   stages: Record<string, number> | null, note: string }} Result
 */

/** Slow processes vary less and cost more: above so many milliseconds, at most so many runs. */
const FEWER = [
  [20_000, 1],
  [8_000, 3],
];

/** Above so many, the run to warm up is the one that counts. */
const ONCE = 300_000;

/**
 * One run each to warm up, watched for memory and held against what it should come to, then the timed ones in turn.
 *
 * @param {readonly import('./contenders.js').Contender[]} contenders
 * @param {number} repeats
 * @param {(name: string) => void} ended called after each warm-up
 * @returns {Promise<Result[]>}
 */
export async function measure(contenders, repeats, ended) {
  const entries = [];
  for (const contender of contenders) {
    const warm = contender.skip === undefined ? await watch(contender.line, contender) : null;
    const note = noteOf(contender, warm);
    entries.push({ contender, warm, note, runs: note === '' && warm.ms > ONCE ? [warm] : [] });
    ended(contender.name);
  }
  const alive = entries.filter(({ note }) => note === '');
  for (let round = 0; round < repeats; round++) {
    for (const { contender, warm, runs } of alive) {
      if (runs.length < roundsFor(warm.ms, repeats)) runs.push(await run(contender.line, contender));
    }
  }
  return entries.map(resultOf);
}

function noteOf({ skip, fault, limit }, warm) {
  if (warm === null) return `not run: ${skip}`;
  if (warm.stopped) return `stopped after ${Math.round((limit ?? 600_000) / 1000)} s`;
  if (warm.exit !== 0) return `failed (exit ${warm.exit}): ${lastLine(warm.err)}`;
  const found = fault?.(warm) ?? null;
  return found === null ? '' : `WRONG: ${found}`;
}

function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? '';
}

function roundsFor(ms, repeats) {
  const [, most] = FEWER.find(([above]) => ms > above) ?? [0, repeats];
  return Math.min(most, repeats);
}

/** @returns {Result} */
function resultOf({ contender, warm, note, runs }) {
  const times = runs.map(({ ms }) => ms);
  return {
    name: contender.name,
    peer: contender.peer ?? false,
    times,
    ms: times.length > 0 ? median(times) : null,
    peak: warm?.peak ?? null,
    stages: stagesOf(runs),
    note,
  };
}

/** With RMENTOR_TIMINGS=1, match tells its stages in a line of JSON on standard error. */
function stagesOf(runs) {
  const told = runs.flatMap(({ err }) => {
    const line = err.split('\n').findLast(text => text.startsWith('{'));
    return line === undefined ? [] : [JSON.parse(line)];
  });
  if (told.length === 0) return null;
  return Object.fromEntries(Object.keys(told[0]).map(stage => [stage, median(told.map(one => one[stage]))]));
}
