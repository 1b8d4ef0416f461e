/** The other thread of a crew (see io/crew.ts): it does parts of the same work, for the same roster. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { workerOf } from './features/match/match.ts';
import { type Brief, serve } from './io/crew.ts';

const { roster, terms }: Brief = workerData;
const answering = workerOf(roster, terms);
parentPort?.once('message', (port: MessagePort) => serve(port, answering));
