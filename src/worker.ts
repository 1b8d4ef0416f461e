/** The other thread of a crew (see io/worker-pool.ts): it does parts of the same work, for the same roster. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { makeWorker } from './features/match/match.ts';
import { serve, type WorkerData } from './io/worker-pool.ts';

const { roster, terms }: WorkerData = workerData;
const answering = makeWorker(roster, terms);
parentPort?.once('message', (port: MessagePort) => serve(port, answering));
