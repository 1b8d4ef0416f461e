import { Session } from 'node:inspector';

/**
 * Has V8 give back what solving took, before both threads need memory for the proof. Most of it is memory of WebAssembly, outside of
 * the heap by whose size V8 judges when to collect.
 */
export function clearAway(): void {
  const session = new Session();
  session.connect();
  session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
