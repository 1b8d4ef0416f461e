import { afterEach, describe, expect, test } from 'vitest';
import { ignoreProgress } from '../../src/domain/progress.ts';
import { CHUNKS, type WorkerPool } from '../../src/domain/worker-pool.ts';
import { match, type Outcome } from '../../src/features/match/match.ts';
import { type SpawnedPool, spawnWorker, type WorkerData } from '../../src/io/worker-pool.ts';
import { CROSS_DEPARTMENT, mentee, mentor, policy, preference, roster, terms } from '../support/rosters.ts';

const WORKER = new URL('../../dist/worker.cjs', import.meta.url);
const PATIENCE = 60_000;

const TOPICS = ['apps', 'video', 'payment', 'privacy', 'podcasts'];
const DEPARTMENTS = ['IT', 'Sales', 'HR'];
const some = <Value>(all: readonly Value[], n: number) => all.filter((_, at) => (n >>> at) & 1);

const brief = {
  roster: roster(
    Array.from({ length: 40 }, (_, n) =>
      mentor(`M${n}`, { topics: some(TOPICS, 7 * n), department: DEPARTMENTS[n % 3]!, capacity: 1 + (n % 2) }),
    ),
    Array.from({ length: 70 }, (_, n) =>
      mentee(`E${n}`, { topics: some(TOPICS, 5 * n), department: DEPARTMENTS[(n >>> 1) % 3]! }),
    ),
  ),
  terms: terms({
    policy: policy({ prefer: [CROSS_DEPARTMENT, preference({ rule: 'overlap', field: 'topics', weight: 40 })] }),
  }),
};

let hired: SpawnedPool | null = null;

afterEach(() => hired?.dismiss());

function hireWorker(module: URL, knowing: WorkerData, patience: number): SpawnedPool {
  hired = spawnWorker(module, knowing, patience);
  return hired;
}

/** A thread that runs a text. */
const moduleOf = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

/** Parts of a few people are done in no time: who does one waits here for a moment, so that the other thread gets one too. */
const nobody = new Int32Array(new SharedArrayBuffer(4));

/** An outcome without what is only worked out for whoever asks. */
const settle = (outcome: Outcome) => JSON.stringify(outcome);

const alone = settle(match(brief.roster, brief.terms));

describe('a crew of two', () => {
  test('finds what one finds alone, and each does a part of it', () => {
    const { crew } = hireWorker(WORKER, brief, PATIENCE);
    let asked = 0;
    let own = 0;
    const counting: WorkerPool = (work, part) => {
      asked += CHUNKS;
      return crew(work, at => {
        own++;
        Atomics.wait(nobody, 0, 0, 1);
        return part(at);
      });
    };
    // The first matches are over before the other thread is there.
    while (own === asked) expect(settle(match(brief.roster, brief.terms, ignoreProgress, counting))).toEqual(alone);
    expect(own).toBeGreaterThan(0);
  });

  test('does everything by itself where the other thread cannot begin', () => {
    const { crew } = hireWorker(new URL('file:///nowhere/worker.js'), brief, PATIENCE);
    expect(settle(match(brief.roster, brief.terms, ignoreProgress, crew))).toEqual(alone);
  });

  test('does again what the other thread has taken and does not deliver', () => {
    const taken = new Int32Array(new SharedArrayBuffer(4));
    const silent = `import { parentPort, workerData } from 'node:worker_threads';
      parentPort.once('message', port => port.on('message', ({ board }) => {
        const before = Atomics.add(board, 0, 3 * 65536);
        if (before % 65536 < 13) Atomics.store(workerData.taken, 0, 1);
        else Atomics.sub(board, 0, 3 * 65536);
        Atomics.notify(workerData.taken, 0);
      }));`;
    const tardy = { ...brief, taken };
    const { crew } = hireWorker(moduleOf(silent), tardy, 50);
    const waiting: WorkerPool = (work, part) =>
      crew(work, at => {
        Atomics.wait(taken, 0, 0, 1);
        return part(at);
      });
    while (Atomics.load(taken, 0) === 0)
      expect(settle(match(brief.roster, brief.terms, ignoreProgress, waiting))).toEqual(alone);
  });
});
