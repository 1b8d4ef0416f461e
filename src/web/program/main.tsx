/** The one script of the page: in the page it shows the program, and in a thread of its own it is the engine. */
import '../engine/without-eval.ts';
import { listen } from '../engine/worker.ts';
import { showProgram } from './program.tsx';

if (typeof document === 'undefined') listen();
else showProgram();
