import { createRequire } from 'node:module';

/**
 * Has V8 give back what solving took, before both threads need memory for the proof. Most of it is memory of
 * WebAssembly, outside of the heap by whose size V8 judges when to collect. Only the inspector can ask for that without
 * a flag at the start; it is loaded when it is needed, and a Node built without it does without.
 */
export function clearAway(): void {
  if (!process.features.inspector) return;
  const { Session }: typeof import('node:inspector') = createRequire(import.meta.url)('node:inspector');
  const session = new Session();
  session.connect();
  session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
