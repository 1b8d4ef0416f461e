/**
 * Keeps what V8 makes of dist/ beside it (bin/load.js), of the functions that run in a session like those of most users. No other
 * version of V8 takes that: it is of use where Node is as old as the one that the build ran on.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { load, loaded, nameCompiled, packCompiled } from '../bin/load.js';

const SESSION = [
  ['sample', '--mentors', '60', '--mentees', '90', '--out', '.'],
  ['rules'],
  ['validate'],
  ['check'],
  ['match'],
  // Into the folder of an earlier run, of which it takes decisions.
  ['match'],
  ['explain', 'E001', '--run', 'run'],
  ['advise', 'run'],
  ['verify', 'run'],
  ['verify', 'run', '--lang', 'de'],
  ['drop', 'E001', '--from', 'run'],
];

const { run } = load(resolve('dist/cli.cjs'));
const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'rmentor-'));
// Each call waits for the end of the process.
process.setMaxListeners(0);
try {
  process.chdir(folder);
  for (const call of SESSION) {
    const exit = await run(call);
    if (exit !== 0) throw new Error(`rmentor ${call.join(' ')} ends with ${exit}`);
  }
} finally {
  process.chdir(home);
  rmSync(folder, { recursive: true });
}
for (const [file, part] of loaded) writeFileSync(nameCompiled(file), packCompiled(part));
