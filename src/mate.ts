/** The other thread of a crew (see io/crew.ts): it does parts of the same work, for the same roster. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Brief, serve } from './io/crew.ts';
import { mateOf } from './match.ts';

const { roster, terms }: Brief = workerData;
const answering = mateOf(roster, terms);
parentPort?.once('message', (port: MessagePort) => serve(port, answering));
