/**
 * A crew of two: this thread, and another one that knows the same roster. Both take parts of a piece of work until
 * none is left, this one from the front and the other one from the back, so that each mostly gets what it had the
 * last time. Everything waits for the last part, so this thread may stand still; should the other one fail or fall
 * silent, its parts are done here.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import { CHUNKS, type Work, type WorkerPool } from '../domain/worker-pool.ts';
import { clearAway } from './garbage-collection.ts';
import { resolveOwnFile } from './shipped-files.ts';

/** What the other thread is given to begin with. */
export interface WorkerData {
  readonly roster: Roster;
  readonly terms: Terms;
}

/** A piece of work for the other thread. */
export interface WorkerRequest {
  readonly number: number;
  readonly work: Work;
  readonly board: Int32Array;
}

/** A part that the other thread has done. */
interface WorkerResponse {
  readonly number: number;
  readonly part: number;
  readonly answer: unknown;
}

export interface SpawnedPool {
  readonly crew: WorkerPool;
  /** Sends the other thread away; what comes then is done by one alone. */
  readonly dismiss: () => void;
}

/**
 * Below so many pairs, the seconds that the other thread saves are not worth what its
 * own roster and sets take in memory.
 */
const MANY_PAIRS = 500_000_000;

/** How long the other thread may be silent, in milliseconds. */
const PATIENCE = 60_000;

/** A crew for a roster; null where that is so small that one alone is sooner done. */
export function spawnPool(brief: WorkerData): SpawnedPool | null {
  const pairs = brief.roster.mentors.length * brief.roster.mentees.length;
  return pairs < MANY_PAIRS ? null : spawnWorker(resolveOwnFile('dist/worker.cjs'), brief, PATIENCE);
}

/** @param module the one that the other thread runs. @param patience how long it may be silent, in milliseconds. */
export function spawnWorker(module: URL, brief: WorkerData, patience: number): SpawnedPool {
  const worker = new Worker(module, { workerData: brief, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  const { port1: port, port2: others } = new MessageChannel();
  worker.postMessage(others, [others]);
  worker.unref();
  port.unref();
  let isThere = true;
  const leave = () => {
    isThere = false;
  };
  worker.on('error', leave).on('exit', leave);
  let number = 0;
  const crew: WorkerPool = <Answer>(work: Work, own: (part: number) => Answer) => {
    const answers = new Map<number, Answer>();
    const board = new Int32Array(new SharedArrayBuffer(8));
    number++;
    if (work.kind === 'proof') clearAway();
    if (isThere) port.postMessage({ number, work, board } satisfies WorkerRequest);
    for (let part = takeChunk(board, 'front'); part >= 0; part = takeChunk(board, 'front'))
      answers.set(part, own(part));
    if (!collect(port, patience, number, board, answers)) leave();
    return Array.from({ length: CHUNKS }, (_, part) => (answers.has(part) ? answers.get(part)! : own(part)));
  };
  const dismiss = () => {
    leave();
    void worker.terminate();
  };
  return { crew, dismiss };
}

/** Takes in what the other thread has done, and waits for what it has begun. @returns whether it did all that. */
function collect<Answer>(
  port: MessagePort,
  patience: number,
  number: number,
  board: Int32Array,
  answers: Map<number, Answer>,
): boolean {
  for (;;) {
    const done = Atomics.load(board, DONE);
    for (let post = receiveMessageOnPort(port); post !== undefined; post = receiveMessageOnPort(port)) {
      const delivery: WorkerResponse = post.message;
      if (delivery.number === number) answers.set(delivery.part, delivery.answer as Answer);
    }
    if (answers.size === CHUNKS) return true;
    if (Atomics.wait(board, DONE, done, patience) === 'timed-out') return false;
  }
}

/** Does the orders that come, part by part from the back: the other thread's side. */
export function serve(port: MessagePort, answering: (work: Work) => (part: number) => unknown): void {
  port.on('message', ({ number, work, board }: WorkerRequest) => {
    const own = answering(work);
    if (work.kind === 'proof') clearAway();
    for (let part = takeChunk(board, 'back'); part >= 0; part = takeChunk(board, 'back')) {
      port.postMessage({ number, part, answer: own(part) } satisfies WorkerResponse);
      Atomics.add(board, DONE, 1);
      Atomics.notify(board, DONE);
    }
  });
}

/**
 * What stands on the board of a piece of work: how many parts are taken, from the front and (times 2^16) from
 * the back; how many are delivered.
 */
const TAKEN = 0;
const DONE = 1;

/** Takes the next part from an end; −1 when all are taken. */
function takeChunk(board: Int32Array, end: 'front' | 'back'): number {
  for (;;) {
    const taken = Atomics.load(board, TAKEN);
    const [front, back] = [taken & 0xffff, taken >>> 16];
    if (front + back >= CHUNKS) return -1;
    const next = taken + (end === 'front' ? 1 : 2 ** 16);
    if (Atomics.compareExchange(board, TAKEN, taken, next) === taken)
      return end === 'front' ? front : CHUNKS - 1 - back;
  }
}
